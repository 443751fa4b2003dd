using Demarche.Tests.Stories;

namespace Demarche.Tests.Positioning;

/// <summary>Which way positions go on their issue.</summary>
public sealed class DirectionTests
{
    [Theory]
    [InlineData("A foreign base on the island is a red line for Havana.", Witness.Outlet)]
    [InlineData("Havana drew a red line at a foreign base on the island.", Witness.Actor)]
    [InlineData("Havana rejects a foreign base on the island.", Witness.Actor)]
    [InlineData("Caracas is behind the plan for a canal.", Witness.Outlet)]
    [InlineData("Oslo said that it will not sign the accord.", Witness.Actor)]
    [InlineData("Paris and Rome said that they will not sign the accord.", Witness.Actor)]
    public void WhoSaysWhatSomethingIsForSomebodySaysItInHisStead(string sentence, Witness expected) =>
        Assert.All(Project.Coder.Analyse(new Story(sentence), Layers.Positions, asBody: true).Positions, position => Assert.Equal(expected, position.Witness));

    [Theory]
    // What one is for.
    [InlineData("Kyiv demanded security guarantees from its partners.", "demand", "security-guarantees", Direction.For)]
    [InlineData("Ankara called for a ceasefire in the enclave.", "demand", "ceasefire", Direction.For)]
    [InlineData("Warsaw demanded the permanent deployment of allied troops on its soil.", "demand", "troop-presence", Direction.For)]
    [InlineData("Japan backed the accession of Montenegro to the European Union.", "support", "eu-membership", Direction.For)]
    [InlineData("Washington threatened Caracas with new sanctions.", "threaten", "sanctions", Direction.For)]
    [InlineData("Kenya offered to host peace talks with the rebels.", "offer", "talks", Direction.For)]
    [InlineData("Juba demanded the withdrawal of foreign troops.", "demand", "troop-withdrawal", Direction.For)]
    [InlineData("Norway pledged to deliver tanks to Ukraine.", "commit", "arms-deliveries", Direction.For)]
    // What one is against.
    [InlineData("Ankara opposes the entry of Sweden into the alliance.", "oppose", "nato-enlargement", Direction.Against)]
    [InlineData("Jakarta rejected a foreign base on the islands.", "refuse", "troop-presence", Direction.Against)]
    [InlineData("Beijing condemned the sale of missiles to Taiwan.", "oppose", "arms-deliveries", Direction.Against)]
    [InlineData("Cairo rejected any dam on the Nile.", "refuse", "water", Direction.Against)]
    [InlineData("Ukraine's membership of NATO is a red line for Russia.", "red line", "nato-enlargement", Direction.Against)]
    // A word on the way turns it.
    [InlineData("Moscow demanded a halt to the enlargement of NATO.", "demand", "nato-enlargement", Direction.Against)]
    [InlineData("Moscow called on the United States to rule out any enlargement of NATO.", "demand", "nato-enlargement", Direction.Against)]
    [InlineData("Berlin refused to rule out an enlargement of NATO.", "offer", "nato-enlargement", Direction.For)]
    [InlineData("Manila urged Beijing to stop building naval bases on the reef.", "demand", "troop-presence", Direction.Against)]
    [InlineData("Caracas demanded the lifting of the sanctions.", "demand", "sanctions", Direction.Against)]
    [InlineData("Brussels refused to lift the sanctions against Minsk.", "refuse", "sanctions", Direction.For)]
    [InlineData("Algiers urged Paris not to send weapons to Oman.", "demand", "arms-deliveries", Direction.Against)]
    [InlineData("London called for an end to arms deliveries to the junta.", "demand", "arms-deliveries", Direction.Against)]
    [InlineData("Hanoi demanded that Beijing end its violations of Vietnamese airspace.", "demand", "airspace", Direction.For)]
    [InlineData("Israel opposes a freeze on settlement construction.", "oppose", "settlements", Direction.For)]
    [InlineData("Tehran threatened to suspend the talks.", "threaten", "talks", Direction.Against)]
    [InlineData("Pyongyang threatened to cancel the summit.", "threaten", "talks", Direction.Against)]
    [InlineData("Kyiv denounces the obstacles to the delivery of weapons.", "oppose", "arms-deliveries", Direction.For)]
    [InlineData("Tripoli accused Rome of blocking aid convoys.", "accuse", "humanitarian-access", Direction.For)]
    [InlineData("Baku accused Yerevan of violating the ceasefire.", "accuse", "ceasefire", Direction.For)]
    [InlineData("Chad pledged to refrain from attacks on its neighbour.", "commit", "use-of-force", Direction.Against)]
    [InlineData("Seoul promised to prevent a resumption of missile tests.", "commit", "missiles", Direction.Against)]
    [InlineData("Bogotá demanded the release of the hostages.", "demand", "prisoner-exchange", Direction.For)]
    [InlineData("The African Union demanded a return to constitutional order.", "demand", "coup", Direction.For)]
    [InlineData("Belgrade opposes the independence of Kosovo.", "oppose", "independence", Direction.Against)]
    [InlineData("Madrid urged Rabat to reopen the border crossing.", "demand", "borders", Direction.For)]
    [InlineData("Geneva demanded that both sides scrap their cluster munitions.", "demand", "arms-control", Direction.For)]
    [InlineData("Kampala will tolerate no foreign troops on its soil.", "red line", "troop-presence", Direction.Against)]
    // Neither way.
    [InlineData("Moscow denied any attack on the village.", "deny", "use-of-force", Direction.Neither)]
    public void GoesItsWay(string sentence, string stance, string issue, Direction expected)
    {
        var positions = Project.Coder.Analyse(new Story(sentence), Layers.Positions, asBody: true).Positions;
        var position = Assert.Single(positions, p => p.Stance == stance && p.Issue == issue);
        Assert.Equal(expected, position.Direction);
    }
}
