namespace Demarche.Training;

/// <summary>A document of a treebank with the proper names of persons, places and organizations that its entity annotation holds.</summary>
/// <param name="Id">Its <c>newdoc id</c>.</param>
/// <param name="Sentences">Its sentences.</param>
/// <param name="Names">The names of each sentence, in text order, tokens counted from the start of the sentence; null where the treebank marks none.</param>
internal sealed record EntityDocument(string Id, List<ConlluSentence> Sentences, List<List<Name>?> Names);

/// <summary>
/// Reads the <c>Entity=</c> annotation of the GUM treebank (gucorpling.org/gum/annotations.html): <c>(1-person-new-nnnnn-cf1-1,2-coref)</c> around each noun phrase.
/// A phrase is a name when its head is a proper noun; the name is the phrase without articles, titles before persons, appositions and the places around a place.
/// </summary>
internal static class EntityTreebank
{
    // Where “id-type-infstat-salience-centering-minspan-…” says which words the phrase cannot do without, counted from 1.
    private const int MinimalSpan = 5;

    /// <summary>The documents of a file, without the GUM documents of other genres than those asked for.</summary>
    public static List<EntityDocument> Load(string path, IReadOnlyList<string> genres)
    {
        var wanted = Treebank.Load(path, genres).Select(s => s.Comment("sent_id") ?? "").ToHashSet(StringComparer.Ordinal);
        var all = Treebank.Load(path, []);
        var entities = Entities(path);
        var hasEntities = entities.Exists(cells => cells.Exists(cell => cell.Length > 0));

        var documents = new List<EntityDocument>();
        for (var s = 0; s < all.Count; s++)
        {
            if (all[s].Comment("newdoc id") is { } id || documents.Count == 0)
                documents.Add(new(all[s].Comment("newdoc id") ?? "", [], []));
            if (!wanted.Contains(all[s].Comment("sent_id") ?? ""))
                continue;
            documents[^1].Sentences.Add(all[s]);
            documents[^1].Names.Add(hasEntities ? NamesOf(all[s].Words, entities[s]) : null);
        }
        documents.RemoveAll(d => d.Sentences.Count == 0);
        return documents;
    }

    // What stands behind “Entity=” at each word of each sentence.
    internal static List<List<string>> Entities(string path)
    {
        var sentences = new List<List<string>>();
        List<string> words = [];
        foreach (var line in File.ReadLines(path).Append(""))
        {
            if (line.Length == 0)
            {
                if (words.Count > 0)
                    sentences.Add(words);
                words = [];
                continue;
            }
            if (line[0] == '#')
                continue;
            var cells = line.Split('\t');
            if (cells[0].Contains('-') || cells[0].Contains('.'))
                continue;
            words.Add(cells[9].Split('|').FirstOrDefault(cell => cell.StartsWith("Entity=", StringComparison.Ordinal))?["Entity=".Length..] ?? "");
        }
        return sentences;
    }

    /// <summary>The phrases of a sentence in the order in which they end, each with the parts of its annotation: group, kind, what is known of it, …</summary>
    internal static List<(int First, int End, string[] Parts)> Phrases(List<string> entities)
    {
        var phrases = new List<(int First, int End, string[] Parts)>();
        var open = new List<(int First, string[] Parts)>();
        for (var t = 0; t < entities.Count; t++)
        {
            var text = entities[t];
            for (var at = 0; at < text.Length;)
            {
                if (text[at] == '(')
                {
                    var end = text.IndexOfAny(['(', ')'], at + 1);
                    var closes = end >= 0 && text[end] == ')';
                    var parts = text[(at + 1)..(end < 0 ? text.Length : end)].Split('-', MinimalSpan + 3);
                    if (closes)
                        phrases.Add((t, t + 1, parts));
                    else
                        open.Add((t, parts));
                    at = end < 0 ? text.Length : closes ? end + 1 : end;
                    continue;
                }
                var close = text.IndexOf(')', at);
                if (close < 0)
                    break;
                var id = text[at..close];
                var opened = open.FindLastIndex(o => o.Parts[0] == id);
                if (opened >= 0)
                {
                    phrases.Add((open[opened].First, t + 1, open[opened].Parts));
                    open.RemoveAt(opened);
                }
                at = close + 1;
            }
        }
        return phrases;
    }

    private static List<Name> NamesOf(List<ConlluWord> words, List<string> entities)
    {
        // Names hold no names: the outermost counts.
        var names = new List<Name>();
        foreach (var (first, end, parts) in Phrases(entities).OrderBy(p => p.First).ThenByDescending(p => p.End))
            if (NameOf(words, first, end, parts) is { } name && !names.Exists(other => other.First < name.End && name.First < other.End))
                names.Add(name);
        names.Sort((a, b) => a.First.CompareTo(b.First));
        return names;
    }

    private static Name? NameOf(List<ConlluWord> words, int first, int end, string[] parts)
    {
        if (parts.Length <= MinimalSpan || KindOf(parts[1]) is not { } kind)
            return null;
        var head = first;
        while (head < end - 1 && words[head].Head >= first && words[head].Head < end)
            head++;
        if (!IsProper(words[head]) || (kind == NameKind.Person && words[head].Xpos == "NNPS"))
            return null;

        var core = new bool[words.Count];
        foreach (var number in parts[MinimalSpan].Split(','))
            if (int.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var n) && first + n - 1 < end)
                core[first + n - 1] = true;
        core[head] = true;
        var (from, to) = (head, head + 1);
        for (var t = head - 1; t >= first && Joins(t + 1, t, -1); t--)
            if (core[t] && IsPart(t))
                from = t;
        for (var t = head + 1; t < end && Joins(t - 1, t, 1); t++)
            if (core[t] && IsPart(t))
                to = t + 1;
        while (from < head && words[from].Xpos is "DT" or "PRP$")
            from++;
        // “Ana Souza and Li Wei of the Guild”: two names, each in a phrase of its own.
        if (kind == NameKind.Person && words[from..to].Exists(word => word.Relation == "cc"))
            return null;
        return new(from, to, kind);

        bool IsPart(int t) => IsProper(words[t]) || words[t].Xpos is "JJ" or "NN" or "NNS" or "CD" or "FW" or "VBN" or "VBG";

        // Commas and brackets end a name; so does a title before a person, and what explains.
        bool Joins(int before, int t, int step) =>
            words[t].Form is not ("," or "(" or ")" or "/" or ";" or ":" or "\"" or "“" or "”" or "—" or "–")
            && !(words[t].Relation is "appos" or "nmod:unmarked" or "acl:relcl" or "acl" or "parataxis")
            && !(kind == NameKind.Person && step < 0 && words[t].Relation is "nmod:desc" or "amod" or "det" or "nmod:poss")
            && !(words[t].Relation == "case" && words[t].Xpos == "POS" && step > 0 && words[t].Head == head)
            && !(kind == NameKind.Person && step > 0 && words[t].Xpos == "IN")
            && !(words[t].Xpos is "DT" or "PRP$" && step < 0);
    }

    private static bool IsProper(ConlluWord word) => word.Xpos is "NNP" or "NNPS";

    internal static NameKind? KindOf(string type) => type switch
    {
        "person" => NameKind.Person,
        "place" => NameKind.Place,
        "organization" => NameKind.Organization,
        _ => null,
    };
}
