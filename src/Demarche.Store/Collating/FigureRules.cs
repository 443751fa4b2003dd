using System.Globalization;
using Demarche.Codebooks;

namespace Demarche.Store.Collating;

/// <summary>How numbers of people are read: the part <c>figures</c> of <c>codebook/collating.yaml</c>.</summary>
internal sealed class FigureRules
{
    public required IReadOnlyDictionary<string, long> Numbers { get; init; }

    public required IReadOnlyDictionary<string, long> Multiples { get; init; }

    public required IReadOnlyDictionary<string, long> Vague { get; init; }

    public required PhraseList VaguePhrases { get; init; }

    public required IReadOnlyDictionary<string, long> VaguePhraseValues { get; init; }

    public required PhraseList Least { get; init; }

    public required PhraseList Most { get; init; }

    public required PhraseList About { get; init; }

    public required IReadOnlySet<string> Units { get; init; }

    public required IReadOnlySet<string> Months { get; init; }

    public required IReadOnlySet<string> Parts { get; init; }

    public required IReadOnlySet<string> Partitives { get; init; }

    public required IReadOnlySet<string> Auxiliaries { get; init; }

    public required IReadOnlySet<string> Ends { get; init; }

    public required int Behind { get; init; }

    public required int Before { get; init; }

    public required IReadOnlyList<FigureKind> Kinds { get; init; }

    public static FigureRules Read(YamlNode node)
    {
        node.Allow("numbers", "multiples", "vague", "vague_phrases", "bounds", "units", "months", "parts", "partitives", "reach", "auxiliaries", "ends", "kinds");
        var bounds = node.Require("bounds").Allow("least", "most", "about");
        var reach = node.Require("reach").Allow("behind", "before");
        var phrases = Values(node.Require("vague_phrases"));
        return new()
        {
            Numbers = Values(node.Require("numbers")),
            Multiples = Values(node.Require("multiples")),
            Vague = Values(node.Require("vague")),
            VaguePhrases = new(phrases.Keys),
            VaguePhraseValues = phrases,
            Least = new(bounds.Require("least").Texts),
            Most = new(bounds.Require("most").Texts),
            About = new(bounds.Require("about").Texts),
            Units = Set(node.Require("units")),
            Months = Set(node.Require("months")),
            Parts = Set(node.Require("parts")),
            Partitives = Set(node.Require("partitives")),
            Auxiliaries = Set(node.Require("auxiliaries")),
            Ends = Set(node.Require("ends")),
            Behind = reach.Require("behind").Integer,
            Before = reach.Require("before").Integer,
            Kinds = [.. node.Require("kinds").Pairs.Select(p => FigureKind.Read(p.Key.Text, p.Value))],
        };
    }

    private static Dictionary<string, long> Values(YamlNode node) => node.Pairs.ToDictionary(
        p => p.Key.Text,
        p => long.TryParse(p.Value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : throw p.Value.Error($"{p.Value.Text} is not a whole number"),
        StringComparer.Ordinal);

    private static HashSet<string> Set(YamlNode node) => node.Texts.ToHashSet(StringComparer.Ordinal);
}
