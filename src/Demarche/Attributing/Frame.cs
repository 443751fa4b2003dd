using Demarche.Codebooks;

namespace Demarche.Attributing;

/// <summary>What a cue takes, in order: “person clause”, “noun of”, “infinitive”.</summary>
internal sealed record Frame(string Text, Complement[] Parts)
{
    private static readonly Dictionary<string, ComplementKind> Kinds = new(StringComparer.Ordinal)
    {
        ["clause"] = ComplementKind.Clause,
        ["quote"] = ComplementKind.Quote,
        ["infinitive"] = ComplementKind.Infinitive,
        ["gerund"] = ComplementKind.Gerund,
        ["noun"] = ComplementKind.Noun,
        ["predicate"] = ComplementKind.Predicate,
        ["person"] = ComplementKind.Person,
        ["source"] = ComplementKind.Source,
    };

    /// <summary>The frame that only words in quotation marks or a clause around the cue can fill.</summary>
    public bool IsQuote => Parts is [{ Kind: ComplementKind.Quote }];

    private readonly int _kinds = Parts.Aggregate(0, (kinds, part) => kinds | 1 << (int)part.Kind);

    public bool Has(ComplementKind kind) => (_kinds & 1 << (int)kind) != 0;

    public static Frame Read(YamlNode node)
    {
        var words = node.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var parts = new List<Complement>();
        string[] prepositions = [];
        foreach (var word in words)
        {
            if (!Kinds.TryGetValue(word, out var kind))
            {
                if (prepositions.Length > 0)
                    parts.Add(new(ComplementKind.Preposition, prepositions));
                prepositions = word.Split('|');
                continue;
            }
            if (kind == ComplementKind.Source && prepositions.Length == 0)
                throw node.Error("source needs a preposition before it, which leads to whoever says it; without one the subject says it");
            if (prepositions.Length > 0 && kind is not (ComplementKind.Person or ComplementKind.Source))
                throw node.Error($"after a preposition only person or source may be written; write {string.Join('|', prepositions)} alone for what stands after it");
            parts.Add(new(kind, prepositions));
            prepositions = [];
        }
        if (prepositions.Length > 0)
            parts.Add(new(ComplementKind.Preposition, prepositions));
        if (!parts.Exists(part => part.IsContent))
            throw node.Error($"“{node.Text}” has no content; write clause, quote, infinitive, gerund, noun, predicate or a preposition");
        return new(node.Text, [.. parts]);
    }
}
