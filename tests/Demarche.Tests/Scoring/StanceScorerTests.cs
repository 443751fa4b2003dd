using Demarche.Training.Scoring;

namespace Demarche.Tests.Scoring;

/// <summary>When a stance is turned round, and when a position is found.</summary>
public sealed class StanceScorerTests
{
    private const string Text = "Oslo did not reject the plan; Lima did.";

    [Theory]
    [InlineData("NOR", "support", "did not reject the plan", "sentences 100, positions 100")]
    [InlineData("NOR", "refuse", "did not reject the plan", "sentences 0, positions 0")]
    [InlineData("PER", "refuse", "Lima did", "sentences 100, positions 0")]
    // Whoever is given the stance, the words are turned round.
    [InlineData("PER", "refuse", "the plan", "sentences 0, positions 0")]
    [InlineData("PER", "support", "the plan", "sentences 100, positions 0")]
    public void Is_turned_round_or_found(string actor, string stance, string words, string expected)
    {
        var document = new Document(new(Text));
        document.Positions.Add(new() { Actor = GoldRecords.State(actor), Stance = stance, Issue = "", Evidence = GoldRecords.In(Text, words), Rule = "", Why = "" });
        var sheet = StanceScorer.Score([(GoldRecords.Of("""
            {"id": "n", "positions": [{"actor": "NOR", "stance": "support|commit", "words": "did not reject the plan"}], "not": [{"stance": "refuse|oppose", "words": "did not reject the plan"}]}
            """), document)]);
        Assert.Equal(expected, GoldRecords.Show(sheet, "sentences", "positions"));
    }
}
