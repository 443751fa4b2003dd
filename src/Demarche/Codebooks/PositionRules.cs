using Demarche.Coding;

namespace Demarche.Codebooks;

/// <summary><c>codebook/positions.yaml</c>: which events are a position, and which words are one without being an event.</summary>
public sealed class PositionRules
{
    /// <summary>By event type: the stance and its strength.</summary>
    public required IReadOnlyDictionary<string, (string Stance, int Strength)> Events { get; init; }

    /// <summary>By rule of an event, where it is another stance than its type says: to reject a charge is to deny it.</summary>
    public required IReadOnlyDictionary<string, (string Stance, int Strength)> Rules { get; init; }

    /// <summary>Patterns whose type is the stance.</summary>
    public required IReadOnlyList<Pattern> Patterns { get; init; }

    /// <summary>How strong the stance of a pattern is, by its rule.</summary>
    public required IReadOnlyDictionary<string, int> Strengths { get; init; }

    /// <summary>By stance: the stances of others that it answers.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Answers { get; init; }

    /// <summary>How many positions back an answer looks for what it answers.</summary>
    public required int FarthestAnswer { get; init; }

    public static PositionRules Load(string path, string file, FormParser forms)
    {
        var root = YamlNode.Load(path, file).Allow("about", "settings", "stances", "events", "rules", "patterns", "answers");
        var settings = root.Require("settings").Allow("usual_strength", "farthest_answer");
        var usual = settings.Require("usual_strength").Integer;
        var stances = root.Require("stances").Texts;
        var strengths = new Dictionary<string, int>(StringComparer.Ordinal);
        var patterns = new List<Pattern>();
        foreach (var node in root.Require("patterns").Items)
        {
            var pattern = Codebook.ReadPattern(node, Known(node.Require("stance")), forms, "stance", "strength");
            strengths[pattern.Rule] = node.Find("strength")?.Integer ?? usual;
            patterns.Add(pattern);
        }
        return new()
        {
            FarthestAnswer = settings.Require("farthest_answer").Integer,
            Events = Stances(root.Require("events")),
            Rules = root.Find("rules") is { } rules ? Stances(rules) : new Dictionary<string, (string, int)>(),
            Patterns = patterns,
            Strengths = strengths,
            Answers = root.Require("answers").Pairs.ToDictionary(p => Known(p.Key), p => (IReadOnlyList<string>)[.. p.Value.Items.Select(Known)], StringComparer.Ordinal),
        };

        Dictionary<string, (string, int)> Stances(YamlNode map) => map.Pairs.ToDictionary(
            p => p.Key.Text,
            p => (Known(p.Value.Allow("stance", "strength").Require("stance")), p.Value.Find("strength")?.Integer ?? usual),
            StringComparer.Ordinal);

        string Known(YamlNode node) => stances.Contains(node.Text) ? node.Text : throw node.Error($"{node.Text} is not a stance{CodebookException.DidYouMean(node.Text, stances)}");
    }
}
