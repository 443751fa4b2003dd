using System.Text.Json;
using Demarche.Training.Scoring;

namespace Demarche.Tests.Scoring;

/// <summary>Tiny gold and records made by hand, for tests of what counts as right.</summary>
internal static class GoldRecords
{
    public static JsonElement Of(string json) => JsonDocument.Parse(json).RootElement;

    public static Actor State(string id) => new(id, ActorKind.State) { Id = id, Country = id, Sector = "GOV" };

    public static Actor Unknown(string name, string? country = null) => new(name, ActorKind.Person) { Country = country };

    public static Span In(string text, string words) => Passage.Of(text, words, "test");

    /// <summary>“chains 50, links 75”: the figures whose names are asked for.</summary>
    public static string Show(ScoreSheet sheet, params string[] measures) =>
        string.Join(", ", sheet.Figures.Where(f => measures.Contains(f.Measure)).Select(f => FormattableString.Invariant($"{f.Measure} {f.Value:0}")));
}
