namespace Demarche.Codebooks;

/// <summary><c>described</c> in <c>codebook/operators.yaml</c>: how those are told whom no table knows.</summary>
public sealed class DescribingRules
{
    /// <summary>Prepositions whose nouns belong to a description: “critics <em>of</em> the emir”, “lawmakers <em>from</em> six states”.</summary>
    public required IReadOnlySet<string> Joining { get; init; }

    /// <summary>Those of them that belong to it behind the verb too, where others mostly belong to the verb.</summary>
    public required IReadOnlySet<string> JoiningBehind { get; init; }

    /// <summary>Participles before the name of one described: “a woman later <em>identified</em> as Mira Holt”.</summary>
    public required IReadOnlySet<string> Identifying { get; init; }

    /// <summary>Words before a plural that make it a part of those it names: “<em>some</em> Democrats” are not the party.</summary>
    public required IReadOnlySet<string> Partial { get; init; }

    /// <summary>Classes of people who are not the state or body that they belong to: “members of Congress”, “Norwegian fishermen”.</summary>
    public required IReadOnlyList<Lexicon> Themselves { get; init; }

    /// <summary>Sectors of bodies whose people are not the body: “two Labour MPs” are not the party.</summary>
    public required IReadOnlySet<string> Parties { get; init; }

    internal static DescribingRules Read(YamlNode node, Func<YamlNode, IReadOnlyList<Lexicon>> classes)
    {
        node.Allow("joining", "joining_behind", "identifying", "partial", "themselves", "parties");
        return new()
        {
            Joining = node.Require("joining").Texts.ToHashSet(StringComparer.Ordinal),
            JoiningBehind = node.Require("joining_behind").Texts.ToHashSet(StringComparer.Ordinal),
            Identifying = node.Require("identifying").Texts.ToHashSet(StringComparer.OrdinalIgnoreCase),
            Partial = node.Require("partial").Texts.ToHashSet(StringComparer.OrdinalIgnoreCase),
            Parties = node.Require("parties").Texts.ToHashSet(StringComparer.Ordinal),
            Themselves = classes(node.Require("themselves")),
        };
    }
}
