using System.Text.Json;
using Demarche.Codebooks;
using Demarche.Tests.Stories;
using Demarche.Training.Scoring;

namespace Demarche.Tests.Scoring;

/// <summary>The project's own gold is well made and large enough.</summary>
public sealed class OwnGoldTests
{
    [Theory]
    [InlineData("relations", "sentence", 100)]
    [InlineData("events", "sentence", 100)]
    [InlineData("events-second", "sentence", 160)]
    [InlineData("sealed/events-second", "sentence", 160)]
    public void Has_sentences(string layer, string field, int least)
    {
        var records = JsonLines.Read(Project.In($"eval/own/{layer}.jsonl"));
        var sentences = records.Select(record => record.Text(field)).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(null, sentences);
        Assert.True(sentences.Count >= least, $"{sentences.Count} sentences");
        Assert.Equal(records.Count, records.Select(record => record.Id()).Distinct().Count());
    }

    [Fact]
    public void Has_statements_that_slice_to_words()
    {
        var statements = 0;
        foreach (var record in JsonLines.Read(Project.In("eval/own/attributions.jsonl")))
        {
            var text = record.Text("text")!;
            foreach (var attribution in record.GetProperty("attributions").EnumerateArray())
            {
                statements++;
                var spans = AttributionScorer.Read(attribution);
                foreach (var span in spans.Source.Concat(spans.Cue).Concat(spans.Content))
                {
                    Assert.True(span.Start >= 0 && span.End <= text.Length && span.Length > 0, $"{record.Id()}: {span}");
                    Assert.False(char.IsWhiteSpace(text[span.Start]) || char.IsWhiteSpace(text[span.End - 1]), $"{record.Id()}: “{text[span.Start..span.End]}”");
                }
            }
        }
        Assert.True(statements >= 100, $"{statements} statements");
    }

    [Theory]
    [InlineData("actors", "actors", 100)]
    [InlineData("actors-second", "actors", 270)]
    [InlineData("actors-third", "actors", 80)]
    [InlineData("sealed/actors-sealed", "actors", 100)]
    [InlineData("sealed/actors-third", "actors", 80)]
    [InlineData("status", "events not", 150)]
    [InlineData("status-second", "events not", 80)]
    [InlineData("sealed/status-sealed", "events not", 150)]
    [InlineData("sealed/status-second", "events not", 80)]
    [InlineData("stance", "positions not", 100)]
    [InlineData("chains", "chains", 20)]
    [InlineData("chains-second", "chains", 7)]
    [InlineData("sealed/chains-second", "chains", 7)]
    [InlineData("positions", "positions agreements", 20)]
    [InlineData("positions-third", "positions agreements", 14)]
    [InlineData("positions-fourth", "positions agreements", 8)]
    [InlineData("sealed/positions-sealed", "positions agreements", 20)]
    [InlineData("sealed/positions-fourth", "positions agreements", 8)]
    public void Has_texts_with_what_stands_in_them(string file, string lists, int least)
    {
        var records = JsonLines.Read(Project.In($"eval/own/{file}.jsonl"));
        Assert.True(records.Select(record => record.Text("text")).Distinct().Count() >= least, $"{records.Count} texts");
        Assert.Equal(records.Count, records.Select(record => record.Id()).Distinct().Count());
        foreach (var record in records)
        {
            var text = record.Text("text")!;
            foreach (var list in lists.Split(' ').Concat(["places", "dates"]))
                foreach (var item in record.Items(list))
                    Assert.True(Stands(text, item), $"{record.Id()}: {list}");
        }
    }

    [Theory]
    [InlineData("incidents", 16, 180)]
    [InlineData("incidents-third", 6, 100)]
    [InlineData("incidents-fourth", 6, 80)]
    [InlineData("sealed/incidents-third", 6, 110)]
    [InlineData("sealed/incidents-sealed", 8, 90)]
    public void Has_sets_of_reports_with_marks(string file, int sets, int passages)
    {
        var records = JsonLines.Read(Project.In($"eval/own/{file}.jsonl"));
        Assert.True(records.Count >= sets, $"{records.Count} sets");
        Assert.True(records.SelectMany(set => set.Items("stories")).SelectMany(story => story.Items("events")).Count() >= passages);
        foreach (var set in records)
            foreach (var story in set.Items("stories"))
                foreach (var item in story.Items("events").Concat(story.Items("figures")))
                    Assert.True(Stands(story.Text("text")!, item), $"{set.Id()}: {item.Text("text")}");
    }

    private static bool Stands(string text, JsonElement item) =>
        item.Text("words") is { } words ? Passage.All(text, words).Any() : text[item.Number("start")!.Value..item.Number("end")!.Value] == item.Text("text");

    [Fact]
    public void Has_issues_of_the_codebook()
    {
        var issues = Project.Coder.Codebook.Issues.Select(issue => issue.Id).ToHashSet(StringComparer.Ordinal);
        var table = CsvTable.Load(Project.In("eval/own/issues.csv"), "issues.csv", "gold", "codebook");
        Assert.All(table.Rows, row => Assert.Contains(row["codebook"], issues));
    }

    [Fact]
    public void Has_trees() => Assert.True(Conllu.Load(Project.In("eval/own/ud.conllu")).Count >= 100);
}
