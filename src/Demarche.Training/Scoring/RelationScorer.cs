using System.Text.Json;

namespace Demarche.Training.Scoring;

/// <summary>Which PLOVER root relates a given source to a given target: accuracy and macro-F1 by root, by quad class and by conflict against cooperation.</summary>
public static class RelationScorer
{
    /// <returns><c>root</c>, <c>quad</c>, <c>quad_from_root</c> and <c>binary</c>.</returns>
    /// <exception cref="ScoreException">A predicted id is not in the gold, or stands twice; a gold root is unknown.</exception>
    public static IReadOnlyDictionary<string, ClassReport> Score(IReadOnlyList<JsonElement> gold, IReadOnlyDictionary<string, string?> predicted)
    {
        var known = gold.Select(g => g.Id()).ToHashSet(StringComparer.Ordinal);
        if (predicted.Keys.FirstOrDefault(id => !known.Contains(id)) is { } extra)
            throw new ScoreException($"the predicted id {extra} is not in the gold file");

        List<(string, string)> roots = [], quads = [], fromRoots = [], binary = [];
        foreach (var record in gold)
        {
            var root = Roots.Of(record.Text("root"));
            if (root == Roots.Unknown)
                throw new ScoreException($"gold {record.Id()}: root {record.Text("root")} is not a PLOVER root");
            var answer = Roots.Of(predicted.GetValueOrDefault(record.Id()));
            var quad = Number(record, "penta") ?? Number(record, "quad") ?? Roots.Quad(root);
            roots.Add((root, answer));
            quads.Add((Name(quad), Name(Roots.Quad(answer))));
            fromRoots.Add((Name(Roots.Quad(root)), Name(Roots.Quad(answer))));
            binary.Add((Side(quad), Side(Roots.Quad(answer))));
        }
        return new Dictionary<string, ClassReport>(StringComparer.Ordinal)
        {
            ["root"] = ClassReport.Of(roots),
            ["quad"] = ClassReport.Of(quads),
            ["quad_from_root"] = ClassReport.Of(fromRoots),
            ["binary"] = ClassReport.Of(binary),
        };

        static int? Number(JsonElement record, string name) => record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.GetInt32() != 0 ? value.GetInt32() : null;
        static string Name(int quad) => quad == 0 ? Roots.Unknown : quad.ToString();
        static string Side(int quad) => quad == 0 ? Roots.Unknown : quad >= 3 ? "1" : "0";
    }
}
