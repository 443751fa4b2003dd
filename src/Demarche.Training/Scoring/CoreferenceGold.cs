namespace Demarche.Training.Scoring;

/// <summary>
/// A document of a treebank with the pronouns of the third person that mean a person or an organization which it has named before, and the phrases for each that stand
/// before the pronoun and name or describe whom it means. Tokens are counted from the start of the document.
/// </summary>
/// <param name="Id">Its <c>newdoc id</c>.</param>
/// <param name="Sentences">Its sentences.</param>
/// <param name="Pronouns">The pronouns in text order.</param>
internal sealed record CoreferenceGold(string Id, List<ConlluSentence> Sentences, IReadOnlyList<CoreferenceGold.Pronoun> Pronouns)
{
    // “A person and an organization” in the annotation of the treebank, which also marks things and events.
    private static readonly string[] Kinds = ["person", "organization"];

    private static readonly string[] Lemmas = ["he", "she", "it", "they", "his", "her", "its", "their", "himself", "herself", "itself", "themselves"];

    /// <param name="Token">The pronoun.</param>
    /// <param name="Phrases">What names or describes before it whom it means.</param>
    internal sealed record Pronoun(int Token, IReadOnlyList<(int First, int End, int Head)> Phrases);

    /// <exception cref="ScoreException">The file marks nobody.</exception>
    public static List<CoreferenceGold> Load(string path)
    {
        var sentences = Treebank.Load(path, []);
        var entities = EntityTreebank.Entities(path);
        var documents = new List<CoreferenceGold>();
        for (int s = 0, next; s < sentences.Count; s = next)
        {
            next = s + 1;
            while (next < sentences.Count && sentences[next].Comment("newdoc id") is null)
                next++;
            documents.Add(new(sentences[s].Comment("newdoc id") ?? $"{documents.Count + 1}", sentences[s..next], PronounsOf(sentences[s..next], entities[s..next])));
        }
        return documents.Exists(document => document.Pronouns.Count > 0) ? documents : throw new ScoreException($"{path}: no pronoun of a person or organization is marked in it (“Entity=” in the last column)");
    }

    private static List<Pronoun> PronounsOf(List<ConlluSentence> sentences, List<List<string>> entities)
    {
        var phrases = new List<(string Group, bool Fits, bool Named, bool Pronoun, int First, int End, int Head)>();
        var start = 0;
        for (var s = 0; s < sentences.Count; start += sentences[s++].Words.Count)
        {
            var words = sentences[s].Words;
            foreach (var (first, end, parts) in EntityTreebank.Phrases(entities[s]))
            {
                var head = first;
                while (head < end - 1 && words[head].Head >= first && words[head].Head < end)
                    head++;
                var pronoun = words[head].Xpos is "PRP" or "PRP$";
                phrases.Add((parts[0], parts.Length > 1 && Kinds.Contains(parts[1]), words[head].Xpos is "NNP" or "NNPS", pronoun && Lemmas.Contains(words[head].Form.ToLowerInvariant()), start + first, start + end, start + head));
                // “I” and “you” name nobody.
                if (pronoun && !phrases[^1].Pronoun)
                    phrases.RemoveAt(phrases.Count - 1);
            }
        }
        var pronouns = new List<Pronoun>();
        foreach (var phrase in phrases.Where(p => p is { Pronoun: true, Fits: true }).OrderBy(p => p.First))
        {
            var before = phrases.Where(p => p.Group == phrase.Group && !p.Pronoun && p.Head < phrase.Head).ToList();
            if (before.Exists(p => p.Named))
                pronouns.Add(new(phrase.Head, [.. before.Select(p => (p.First, p.End, p.Head))]));
        }
        return pronouns;
    }
}
