using System.Text.Json;
using Demarche.Tests.Stories;
using Demarche.Training.Scoring;

namespace Demarche.Tests.Scoring;

/// <summary>Our scorers and the ones that come with the outside data agree to four decimals, on what the coder makes of our gold and of theirs.</summary>
public sealed class PythonScorerTests
{
    private static readonly LayerScorer Scorer = new(new() { Codebook = Project.In("codebook"), Model = Project.In("models/en/model.bin") });

    [Theory]
    [InlineData("ud.conllu", false)]
    [InlineData("ud.conllu", true)]
    public void Trees_of_our_gold(string file, bool raw) => Trees(Project.In($"eval/own/{file}"), raw);

    [Fact]
    public void Relations_of_our_gold() => Relations(Project.In("eval/own/relations.jsonl"));

    [Fact]
    public void Events_of_our_gold() => Events(Project.In("eval/own/events.jsonl"));

    [Fact]
    public void Attributions_of_our_gold() => Attributions(Project.In("eval/own/attributions.jsonl"));

    [Theory(Explicit = true)]
    [Trait("run", "shared")]
    [InlineData("en_ewt-dev.conllu", false)]
    [InlineData("en_ewt-dev.conllu", true)]
    [InlineData("en_gum-dev.conllu", false)]
    [InlineData("en_gum-dev.conllu", true)]
    [InlineData("en_ewt-train.conllu", false)]
    [InlineData("en_ewt-train.conllu", true)]
    [InlineData("en_gum-train.conllu", false)]
    [InlineData("en_gum-train.conllu", true)]
    public void Trees_of_theirs(string file, bool raw) => Trees(Project.OutsideFile($"eval/data/ud/{file}"), raw);

    [Fact(Explicit = true)]
    [Trait("run", "shared")]
    public void Relations_of_theirs() => Relations(Project.OutsideFile("eval/data/relations.jsonl"));

    [Fact(Explicit = true)]
    [Trait("run", "shared")]
    public void Events_of_theirs() => Events(Project.OutsideFile("eval/data/events.jsonl"));

    [Fact(Explicit = true)]
    [Trait("run", "shared")]
    public void Attributions_of_theirs() => Attributions(Project.OutsideFile("eval/data/attributions.jsonl"));

    private static void Trees(string gold, bool raw)
    {
        Project.OutsideFile("eval/score_conllu.py");
        var ours = Score("ud", gold, raw);
        var theirs = PythonScorers.Run("score_conllu.py", gold, ours.Predictions, raw ? ["--mode", "raw"] : []);
        foreach (var figure in ours.Figures)
            Same(figure, raw ? theirs.GetProperty(figure.Measure).GetProperty("f1") : theirs.GetProperty(figure.Measure));
    }

    private static void Relations(string gold)
    {
        Project.OutsideFile("eval/score_relations.py");
        var ours = Score("relations", gold);
        var theirs = PythonScorers.Run("score_relations.py", gold, ours.Predictions);
        foreach (var figure in ours.Figures)
        {
            var name = figure.Measure.Split(' ');
            Same(figure, name[0] == "f1" ? theirs.GetProperty("root").GetProperty("per_class").GetProperty(name[1]).GetProperty("f1") : theirs.GetProperty(name[0]).GetProperty(name[1].Replace('-', '_')));
        }
    }

    private static void Events(string gold)
    {
        Project.OutsideFile("eval/score_events.py");
        var ours = Score("events", gold);
        var all = PythonScorers.Run("score_events.py", gold, ours.Predictions);
        var primary = PythonScorers.Run("score_events.py", gold, ours.Predictions, "--primary");
        foreach (var figure in ours.Figures)
        {
            var of = figure.Measure.StartsWith("primary ", StringComparison.Ordinal) ? primary : all;
            var name = figure.Measure.Replace("primary ", "", StringComparison.Ordinal).Split(' ');
            Same(figure, name[1] == "macro-f1" ? of.GetProperty("macro_f1").GetProperty(name[0]) : of.GetProperty("levels").GetProperty(name[0]).GetProperty(name[1]));
        }
    }

    private static void Attributions(string gold)
    {
        Project.OutsideFile("eval/score_attributions.py");
        var ours = Score("attributions", gold);
        var theirs = PythonScorers.Run("score_attributions.py", gold, ours.Predictions).GetProperty("scores");
        var compared = 0;
        foreach (var figure in ours.Figures)
        {
            // The scorer there knows neither outermost attributions nor publishers and kinds of cue.
            var name = figure.Measure.Split(' ');
            if (name.Length != 3 || !theirs.TryGetProperty(name[0], out var measure) || !measure.TryGetProperty(name[1], out var role))
                continue;
            Same(figure, role.GetProperty(name[2]));
            compared++;
        }
        Assert.InRange(compared, 8, int.MaxValue);
    }

    private static LayerScorer.Result Score(string layer, string gold, bool raw = false) => Scorer.Score(layer, gold, raw, threads: Environment.ProcessorCount);

    private static void Same(LayerScorer.Figure ours, JsonElement theirs) =>
        Assert.True(Math.Abs(ours.Value / 100 - theirs.GetDouble()) < 0.00005, $"{ours.Measure}: {ours.Value / 100:0.000000} here, {theirs.GetDouble():0.000000} there");
}
