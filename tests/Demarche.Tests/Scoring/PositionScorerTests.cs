using Demarche.Training.Scoring;

namespace Demarche.Tests.Scoring;

/// <summary>When a position and a claim about an agreement are found, and what is surplus.</summary>
public sealed class PositionScorerTests
{
    private const string Text = "Oslo wants more talks\n\nNorway demanded talks with Lima unless the truce fails, and called it a red line. The pact was signed in May.";

    private static readonly PositionScorer Scorer = new(new([("talks", "negotiations"), ("truce", "ceasefire")]), new([("initialled", "signed")]));

    [Theory]
    [InlineData("NOR demand negotiations demanded", "positions f1 100, issue 100, condition 0")]
    [InlineData("NOR demand negotiations demanded/unless the truce fails,", "positions f1 100, issue 100, condition 100")]
    [InlineData("NOR demand trade demanded", "positions f1 100, issue 0, condition 0")]
    [InlineData("NOR demand talks demanded", "positions f1 100, issue 100, condition 0")]
    [InlineData("PER demand talks demanded", "positions f1 0")]
    [InlineData("NOR offer talks demanded", "positions f1 0")]
    [InlineData("NOR demand talks signed", "positions f1 0")]
    // On the headline alone it is found; beside the other it is not surplus; a second on the same words is.
    [InlineData("NOR demand talks wants", "positions f1 100, issue 100, condition 0")]
    [InlineData("NOR demand talks wants, NOR demand talks demanded", "positions f1 100, issue 100, condition 0")]
    [InlineData("NOR demand talks demanded, NOR demand talks talks with Lima", "positions f1 67, issue 100, condition 0")]
    public void Matches_positions(string positions, string expected) => Assert.Equal(expected, Show(positions, """
        {"actor": "NOR", "stance": "demand|offers", "issue": "talks", "words": "demanded talks with Lima", "condition": "unless the truce fails", "also": ["Oslo wants more talks"]}
        """));

    [Theory]
    [InlineData("NOR red-line other red line", "positions f1 100, issue 100")]
    [InlineData("NOR red-line negotiations red line", "positions f1 100, issue 0")]
    public void Takes_any_unnamed_issue_as_other(string positions, string expected) =>
        Assert.Equal(expected, Show(positions, """{"actor": "NOR|PER", "stance": "red_line", "issue": "other", "words": "a red line", "condition": null}"""));

    [Theory]
    [InlineData("initialled|ratified", "agreements f1 100, agreements by 100")]
    [InlineData("ratified", "agreements f1 0")]
    public void Matches_claims(string claim, string expected)
    {
        var document = new Document(new(Text));
        document.Agreements.Add(new() { Name = GoldRecords.In(Text, "The pact"), Claim = "signed", Evidence = GoldRecords.In(Text, "signed"), Rule = "", Why = "" });
        var sheet = Scorer.Score([(GoldRecords.Of($$"""{"id": "p", "agreements": [{"name": "The pact", "claim": "{{claim}}", "by": null, "against": null, "words": "was signed in May"}]}"""), document)]);
        Assert.Equal(expected, GoldRecords.Show(sheet, "agreements f1", "agreements by"));
    }

    [Theory]
    [InlineData("for", "direction 100")]
    [InlineData("against", "direction 0")]
    public void Asks_which_way_only_where_the_gold_says(string way, string expected)
    {
        var document = new Document(new(Text));
        foreach (var (words, issue) in new[] { ("demanded talks", "talks"), ("a red line", "trade") })
            document.Positions.Add(new() { Actor = GoldRecords.State("NOR"), Stance = words == "a red line" ? "red line" : "demand", Issue = issue, Direction = Direction.For, Evidence = GoldRecords.In(Text, words), Rule = "", Why = "" });
        var gold = $$"""
            {"id": "p", "positions": [
              {"actor": "NOR", "stance": "demand", "issue": "talks", "words": "demanded talks with Lima", "condition": null, "direction": "{{way}}"},
              {"actor": "NOR", "stance": "red_line", "issue": "talks", "words": "a red line", "condition": null, "direction": null}]}
            """;
        Assert.Equal(expected, GoldRecords.Show(Scorer.Score([(GoldRecords.Of(gold), document)]), "direction"));
    }

    private static string Show(string positions, string gold)
    {
        var document = new Document(new(Text));
        foreach (var position in positions.Split(", "))
        {
            var parts = position.Split(' ', 4);
            var words = parts[3].Split('/');
            document.Positions.Add(new()
            {
                Actor = GoldRecords.State(parts[0]), Stance = parts[1].Replace('-', ' '), Issue = parts[2], Evidence = GoldRecords.In(Text, words[0]),
                Condition = words.Length > 1 ? GoldRecords.In(Text, words[1]) : null, Rule = "", Why = "",
            });
        }
        return GoldRecords.Show(Scorer.Score([(GoldRecords.Of($$"""{"id": "p", "positions": [{{gold}}]}"""), document)]), "positions f1", "issue", "condition");
    }
}
