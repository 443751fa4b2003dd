namespace Demarche.Codebooks;

/// <summary><c>directions</c> of <c>codebook/positions.yaml</c>: which way each stance goes, and the words that turn round what depends on them.</summary>
internal sealed class DirectionRules
{
    /// <summary>By stance: with what its words name, or against it. Others go neither way.</summary>
    public required IReadOnlyDictionary<string, Direction> Stances { get; init; }

    /// <summary>Dictionary forms of verbs, nouns and adjectives that turn round what depends on them, a particle behind an underscore: “halt”, “rule_out”, “obstacle”.</summary>
    public required IReadOnlySet<string> Turning { get; init; }

    /// <summary>Prepositions that do the same: “without”.</summary>
    public required IReadOnlySet<string> Prepositions { get; init; }

    public static DirectionRules Read(YamlNode node, IReadOnlyList<string> stances)
    {
        node.Allow("stances", "turning", "prepositions");
        var ways = new Dictionary<string, Direction>(StringComparer.Ordinal);
        foreach (var (stance, way) in node.Require("stances").Pairs)
        {
            if (!stances.Contains(stance.Text))
                throw stance.Error($"{stance.Text} is not a stance{CodebookException.DidYouMean(stance.Text, stances)}");
            ways[stance.Text] = Way(way);
        }
        return new()
        {
            Stances = ways,
            Turning = node.Require("turning").Items.SelectMany(line => line.Texts).ToHashSet(StringComparer.OrdinalIgnoreCase),
            Prepositions = node.Require("prepositions").Texts.ToHashSet(StringComparer.OrdinalIgnoreCase),
        };
    }

    public static Direction Way(YamlNode node) => node.Text switch
    {
        "for" => Direction.For,
        "against" => Direction.Against,
        _ => throw node.Error($"{node.Text} is no way to go; write for or against, or leave it out"),
    };
}
