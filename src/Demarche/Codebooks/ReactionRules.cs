namespace Demarche.Codebooks;

/// <summary>How it is found whose act somebody answers, where his words only point to it: “Iran condemned the attack”.</summary>
public sealed class ReactionRules
{
    /// <summary>The types of act that are reactions.</summary>
    public required IReadOnlySet<string> MadeBy { get; init; }

    /// <summary>By class of nouns the types of act that they may point back to, in the order of the file; empty for any but mere words.</summary>
    public required IReadOnlyList<(Lexicon Nouns, IReadOnlyList<string> Types)> PointTo { get; init; }

    /// <summary>The types of act that are mere words of praise or blame: no “decision” and no “move”.</summary>
    public required IReadOnlySet<string> Words { get; init; }

    /// <summary>Of some reactions the only types of act that they answer: one accepts what was asked or offered.</summary>
    public required IReadOnlyDictionary<string, IReadOnlySet<string>> Only { get; init; }

    /// <summary>Nouns that sum up what another said: “called the idea absurd”.</summary>
    public required IReadOnlyList<Lexicon> SumUp { get; init; }

    internal static ReactionRules Read(YamlNode node, Func<YamlNode, List<Lexicon>> classes)
    {
        node.Allow("made_by", "point_to", "only", "words", "sum_up");
        return new()
        {
            MadeBy = node.Require("made_by").Texts.ToHashSet(StringComparer.Ordinal),
            PointTo = [.. node.Require("point_to").Items.SelectMany(entry => classes(entry.Require("nouns")).Select(nouns => (nouns, (IReadOnlyList<string>)entry.Require("types").Texts)))],
            Words = node.Require("words").Texts.ToHashSet(StringComparer.Ordinal),
            Only = node.Require("only").Pairs.ToDictionary(p => p.Key.Text, p => (IReadOnlySet<string>)p.Value.Texts.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal),
            SumUp = classes(node.Require("sum_up")),
        };
    }
}
