using Demarche.Training.Scoring;

namespace Demarche.Tests.Scoring;

/// <summary>When a chain of attributions is right: every link, in order, and no other.</summary>
public sealed class ChainScorerTests
{
    private const string Text = "Oslo said that Lima had told it that rebels believed the road was closed.";

    private const string Gold = """
        {"id": "c", "chains": [{"words": "the road was closed", "links": [
          {"speaker": "NOR|jonas", "cue": "said", "kind": "indirect"}, {"speaker": "PER", "cue": "had told", "kind": "indirect"}, {"speaker": null, "cue": "believed", "kind": "belief"}]}]}
        """;

    [Theory]
    [InlineData("NOR said, PER told, - believed", "chains 100, links 100, links at 1 100, links at 2 100, links at 3 100, kinds 67")]
    [InlineData("NOR said, PER told, COL believed", "chains 0, links 67, links at 1 100, links at 2 100, links at 3 0, kinds 100")]
    [InlineData("PER told, NOR said, - believed", "chains 0, links 67, links at 1 0, links at 2 100, links at 3 100, kinds 50")]
    [InlineData("NOR said, PER told, PER told, - believed", "chains 0, links 100, links at 1 100, links at 2 100, links at 3 100, kinds 67")]
    [InlineData("PER said, PER told, - believed", "chains 0, links 67, links at 1 0, links at 2 100, links at 3 100, kinds 50")]
    [InlineData("NOR told, PER told, - believed", "chains 0, links 67, links at 1 0, links at 2 100, links at 3 100, kinds 50")]
    [InlineData("", "chains 0, links 0, links at 1 0, links at 2 0, links at 3 0")]
    public void Is_right_link_by_link(string chain, string expected)
    {
        var document = new Document(new(Text));
        Attribution? outer = null;
        foreach (var link in chain.Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            var (speaker, cue) = (link.Split(' ')[0], GoldRecords.In(Text, link.Split(' ')[1]));
            outer = new()
            {
                Source = [], Cue = [cue], Content = [new(cue.End + 1, Text.Length - 1)], Kind = AttributionKind.Indirect, Rule = "", Why = "", Via = outer,
                Speaker = speaker == "-" ? GoldRecords.Unknown("rebels") : GoldRecords.State(speaker),
            };
            document.Attributions.Add(outer);
        }
        Assert.Equal(expected, GoldRecords.Show(ChainScorer.Score([(GoldRecords.Of(Gold), document)]), "chains", "links", "links at 1", "links at 2", "links at 3", "kinds"));
    }

    [Fact]
    public void Leaves_what_reaches_only_over_an_edge_of_the_passage()
    {
        var document = new Document(new(Text));
        document.Attributions.Add(new() { Source = [], Cue = [GoldRecords.In(Text, "said")], Content = [GoldRecords.In(Text, "believed the")], Kind = AttributionKind.Indirect, Rule = "", Why = "" });
        var sheet = ChainScorer.Score([(GoldRecords.Of(Gold), document)]);
        Assert.Equal("c, “the road was closed”: nobody for NOR|jonas “said” > PER “had told” > unknown “believed”", Assert.Single(sheet.Misses));
    }
}
