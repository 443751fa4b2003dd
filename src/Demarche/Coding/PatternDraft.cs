using Demarche.Codebooks;

namespace Demarche.Coding;

/// <summary>Proposes a pattern from a sentence in which who acts and who is acted upon are marked: a start for whoever writes an entry, not the entry.</summary>
public static class PatternDraft
{
    /// <summary>The pattern's clause, or null when no verb of the sentence has the marked actor as its subject.</summary>
    /// <param name="coder">By whose trees and word classes the sentence is read.</param>
    /// <param name="example">The sentence with its marks.</param>
    public static string? Of(Coder coder, Example example)
    {
        var document = coder.Analyse(new(example.Text), Layers.Attributions, asBody: true);
        var frames = new FrameReader(coder.Codebook.Operators);
        string? best = null;
        var bestRoles = 0;
        for (var t = 0; t < document.Tokens.Length; t++)
        {
            if (document.Tokens[t].Upos != Upos.VERB)
                continue;
            var frame = frames.OfClause(document, t);
            if (!IsMarked(document, frame.Subject, example.Actors))
                continue;
            var (clause, named) = Clause(coder.Codebook, document, frame, example);
            var roles = named ? 2 : 1;
            if (roles > bestRoles)
                (best, bestRoles) = (clause, roles);
        }
        return best;
    }

    private static (string Clause, bool NamesRecipient) Clause(Codebook codebook, Document document, Frame frame, Example example)
    {
        var named = false;
        var words = new List<string> { "<actor>", Verb(document, frame.Trigger) };
        foreach (var noun in (ReadOnlySpan<int>)[frame.IndirectObject, frame.Object])
            if (noun >= 0)
                words.Add(Noun(noun));
        foreach (var oblique in frame.Obliques.OrderBy(oblique => oblique.Noun))
            if (!named && IsMarked(document, oblique.Noun, example.Recipients))
                words.AddRange([oblique.Preposition, Noun(oblique.Noun)]);
        foreach (var verb in frame.Complements.Take(1))
            words.AddRange(document.Tokens[verb].Xpos == "VBG" ? [Mark(verb) ?? "of", "*ing"] : document.Tokens[verb].Xpos == "VB" ? ["to", document.Tokens[verb].Lemma] : ["that", "*"]);
        return (string.Join(' ', words), named);

        string Noun(int noun)
        {
            if (!IsMarked(document, noun, example.Recipients))
                return WordOrClass(codebook, document, noun);
            named = true;
            return "<recipient>";
        }

        string? Mark(int verb) => document.Tree.Dependent(verb, Relation.Mark) is >= 0 and var mark ? document.Tokens[mark].Lemma.ToLowerInvariant() : null;
    }

    private static string Verb(Document document, int verb) =>
        document.Tree.Dependent(verb, Relation.CompoundPrt) is >= 0 and var particle ? $"{document.Tokens[verb].Lemma}_{document.Tokens[particle].Lemma}" : document.Tokens[verb].Lemma;

    // Of several classes that hold the noun the smallest says most.
    private static string WordOrClass(Codebook codebook, Document document, int noun) =>
        codebook.Lexicons.Values.Where(lexicon => lexicon.Holds(document, noun)).OrderBy(lexicon => lexicon.Heads.Count()).ThenBy(lexicon => lexicon.Name, StringComparer.Ordinal).FirstOrDefault() is { } narrowest
            ? $"{{{narrowest.Name}}}"
            : document.Tokens[noun].Lemma.ToLowerInvariant();

    private static bool IsMarked(Document document, int token, IReadOnlyList<Span> marked) => token >= 0 && marked.Any(document.Tokens[token].Span.Overlaps);
}
