using Demarche.Training.Scoring;

namespace Demarche.Tests.Scoring;

/// <summary>When an act with its status is found, and when what is excluded stays out.</summary>
public sealed class StatusScorerTests
{
    private const string Text = "Oslo asked Lima to withdraw, an envoy said.";

    [Theory]
    [InlineData("""{"type": "REQUEST|ACCUSE", "status": "asserted", "actors": ["NOR"], "recipients": ["PER"], "by": null, "words": "asked"}""", true)]
    [InlineData("""{"type": "REQUEST", "status": "reported", "actors": ["NOR"], "recipients": ["PER"], "by": null, "words": "asked"}""", false)]
    [InlineData("""{"type": "REQUEST", "status": "asserted", "actors": ["SWE"], "recipients": ["PER"], "by": null, "words": "asked"}""", false)]
    [InlineData("""{"type": "REQUEST", "status": "asserted", "actors": ["NOR"], "recipients": [], "by": null, "words": "asked"}""", false)]
    [InlineData("""{"type": "REQUEST", "status": "asserted", "actors": ["NOR", "null|CHL"], "recipients": ["PER"], "by": null, "words": "asked"}""", true)]
    [InlineData("""{"type": "REQUEST", "status": "asserted", "actors": ["NOR", "CHL"], "recipients": ["PER"], "by": null, "words": "asked"}""", false)]
    [InlineData("""{"type": "REQUEST", "status": "asserted", "actors": ["NOR", "PER"], "recipients": [], "by": null, "words": "asked"}""", true)]
    [InlineData("""{"type": "RETREAT", "status": "demanded", "actors": ["PER"], "recipients": [], "by": "NOR", "words": "withdraw"}""", true)]
    [InlineData("""{"type": "RETREAT", "status": "demanded", "actors": ["PER"], "recipients": [], "by": "PER", "words": "withdraw"}""", false)]
    [InlineData("""{"type": "RETREAT", "status": "demanded", "actors": ["PER"], "recipients": [], "by": null, "words": "withdraw"}""", false)]
    [InlineData("""{"type": "RETREAT", "status": "background|demanded", "actors": ["PER"], "recipients": [], "by": "null|NOR", "words": "withdraw"}""", true)]
    public void Finds(string expected, bool found) => Assert.Equal(found ? "events 100" : "events 0", Show("events", expected));

    [Theory]
    [InlineData("""{"type": "RETREAT", "status": "asserted|reported", "words": "withdraw"}""", true)]
    [InlineData("""{"type": "RETREAT", "status": "asserted|demanded", "words": "withdraw"}""", false)]
    // The words lie in the evidence of the request but do not yield it.
    [InlineData("""{"type": "REQUEST", "status": "asserted", "words": "withdraw"}""", true)]
    public void Keeps_out(string excluded, bool held) => Assert.Equal(held ? "not 100" : "not 0", Show("not", excluded));

    [Fact]
    public void What_is_excluded_satisfies_nothing()
    {
        var sheet = StatusScorer.Score([(GoldRecords.Of("""
            {"id": "s", "events": [{"type": "REQUEST", "status": "asserted", "actors": ["NOR"], "recipients": ["PER"], "by": null, "words": "asked"}],
             "not": [{"type": "REQUEST", "status": "asserted", "words": "asked"}]}
            """), Coded())]);
        Assert.Equal("all 0, sentences 0, type 100, status 0", GoldRecords.Show(sheet, "all", "sentences", "type", "status"));
    }

    private static string Show(string list, string item) => GoldRecords.Show(StatusScorer.Score([(GoldRecords.Of($$"""{"id": "s", "{{list}}": [{{item}}]}"""), Coded())]), list);

    private static Document Coded()
    {
        var document = new Document(new(Text));
        var asked = GoldRecords.In(Text, "asked");
        var withdraw = GoldRecords.In(Text, "withdraw");
        var demand = new Attribution { Source = [], Cue = [asked], Content = [withdraw], Kind = AttributionKind.Indirect, Rule = "", Why = "", Speaker = GoldRecords.State("NOR") };
        document.Events.Add(new()
        {
            Type = "REQUEST", Status = EventStatus.Asserted, Actors = [GoldRecords.State("NOR")], Recipients = [GoldRecords.State("PER")],
            Evidence = new(0, withdraw.End), Spans = [new("trigger", asked)], Rule = "", Why = "",
        });
        document.Events.Add(new()
        {
            Type = "RETREAT", Status = EventStatus.Demanded, Actors = [GoldRecords.State("PER")], Recipients = [], Attribution = demand,
            Evidence = withdraw, Spans = [new("trigger", withdraw)], Rule = "", Why = "",
        });
        return document;
    }
}
