using Demarche.Tests.Stories;
using Demarche.Training.Scoring;

namespace Demarche.Tests.Scoring;

/// <summary>The project's own gold is well made and large enough.</summary>
public sealed class OwnGoldTests
{
    [Theory]
    [InlineData("relations", "sentence", 100)]
    [InlineData("events", "sentence", 100)]
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

    [Fact]
    public void Has_trees() => Assert.True(Conllu.Load(Project.In("eval/own/ud.conllu")).Count >= 100);
}
