using Demarche.Recognizing;

namespace Demarche.Training;

/// <summary>
/// Brings the names of an entity treebank to what the recognizer calls a name: a role, a title or a nationality alone is none (“the Secretary”, “an American”),
/// nor is a word that only heads the names of organizations (“the Court”); a role is no part of the name behind it.
/// </summary>
internal sealed class NameConventions(Gazetteer gazetteer)
{
    private readonly NameWords _words = gazetteer.Words;

    /// <summary>A document with its names mended; one without names as it is.</summary>
    public EntityDocument Mend(EntityDocument document)
    {
        var names = new List<List<Name>?>();
        for (var s = 0; s < document.Sentences.Count; s++)
            names.Add(document.Names[s] is { } marked ? Mend(document.Sentences[s], marked) : null);
        return document with { Names = names };
    }

    private List<Name> Mend(ConlluSentence sentence, List<Name> names)
    {
        if (names.Count == 0)
            return names;
        var tokens = Conllu.ToDocument([sentence]).Tokens;
        var folded = gazetteer.Fold(tokens);
        var mended = new List<Name>();
        foreach (var name in names)
        {
            var (first, end) = (name.First, name.End);
            if (name.Kind == NameKind.Person && gazetteer.MatchRole(folded, first, end, static _ => false) is { Role.Kind: ActorKind.Person } role && role.First == first)
                first = role.End < end && !_words.OfWords.Contains(tokens[role.End].Form.ToLowerInvariant()) ? role.End : end;
            if (first == end)
                continue;
            var known = gazetteer.Match(folded, tokens, first, end, false) is { } match && match.End == end ? match : (NameMatch?)null;
            if (end == first + 1 && name.Kind switch { NameKind.Person => _words.IsTitle(tokens[first].Form, out _), NameKind.Organization => known is null && NameWords.Has(_words.OrganizationHeads, tokens[first].Form), _ => false })
                continue;
            if (known is { } table && table.Names.All(k => k.Use == NameUse.Demonym))
                continue;
            // “Volga Trading, Inc.”
            if (name.Kind == NameKind.Organization && end + 1 < tokens.Length && tokens[end].Form == "," && NameWords.Has(_words.CompanySuffixes, tokens[end + 1].Form) && !names.Exists(other => other.First >= end && other.First <= end + 1))
                end += 2;
            mended.Add(new(first, end, name.Kind));
        }
        return mended;
    }
}
