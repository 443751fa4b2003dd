using Demarche.Tests.Stories;

namespace Demarche.Tests.Coding;

/// <summary>What comes out of a sentence, with the status that the words around an act give it; and what must not.</summary>
public sealed class StatusTests
{
    [Theory]
    // A refusal, a denial, a possibility and a plan are told apart from the act; so are what somebody says of another, and what he quotes.
    [InlineData("Obama refused to meet Putin.", "REJECT asserted barack-obama > vladimir-putin; CONSULT denied barack-obama vladimir-putin > vladimir-putin")]
    [InlineData("Turkey denied attacking Syria.", "REJECT asserted TUR >; ASSAULT denied TUR > SYR")]
    [InlineData("Turkey may attack Syria.", "ASSAULT hypothetical TUR > SYR")]
    [InlineData("Turkey will attack Syria.", "ASSAULT planned TUR > SYR")]
    [InlineData("Ukraine attacked Russia, France said.", "ASSAULT reported UKR > RUS by FRA")]
    [InlineData("Russia said Ukraine attacked Moscow.", "ASSAULT reported UKR > RUS by RUS")]
    [InlineData("“Iran attacked Iraq,” Obama told Putin.", "ASSAULT reported IRN > IRQ by barack-obama")]
    [InlineData("The Israeli attack on Syria killed ten people.", "ASSAULT asserted ISR > SYR")]
    // Conditions, doubt and questions.
    [InlineData("Provided that Tehran halts enrichment, Washington will join the talks.", "RETREAT hypothetical IRN >; CONSULT hypothetical USA >")]
    [InlineData("Perhaps Hanoi has arrested the bloggers.", "COERCE hypothetical VNM >")]
    [InlineData("Reporters asked if Beijing would expel them.", "SANCTION hypothetical CHN >")]
    [InlineData("If Iran closes the strait, Washington will attack Iran, Donald Trump said.", "THREATEN asserted donald-trump > IRN; ASSAULT hypothetical USA > IRN by donald-trump")]
    // What must be done is asked for by whoever says so.
    [InlineData("Asmara must withdraw from Badme, Antony Blinken said.", "REQUEST asserted antony-blinken > ERI; RETREAT demanded ERI > by antony-blinken")]
    public void Tells(string sentence, string expected)
    {
        var found = Events(sentence);
        Assert.All(expected.Split("; "), e => Assert.Contains(found, f => f.StartsWith(e, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Obama refused to meet Putin.", "CONSULT")]
    [InlineData("Turkey denied attacking Syria.", "ASSAULT")]
    [InlineData("The Russian president hammered home the same message.", "ACCUSE")]
    [InlineData("The minister's ideas met with resistance in Tehran.", "CONSULT")]
    [InlineData("A state that attacks its neighbour breaks the Charter.", "ASSAULT")]
    [InlineData("The IRA insists that it has not given up one rifle.", "RETREAT")]
    public void Asserts_no(string sentence, string type) =>
        Assert.DoesNotContain(Events(sentence), e => e.StartsWith(type + " asserted", StringComparison.Ordinal) || e.StartsWith(type + " reported", StringComparison.Ordinal));

    private static List<string> Events(string sentence) =>
        [.. Project.Coder.Analyse(new Story(sentence), Layers.Events, asBody: true).Events.Select(e =>
            $"{e.Type} {e.Status.ToString().ToLowerInvariant()} {Ids(e.Actors)} > {Ids(e.Recipients)} by {e.Attribution?.Speaker?.Id}".Replace("  ", " ", StringComparison.Ordinal))];

    private static string Ids(IReadOnlyList<Actor> actors) => string.Join(' ', actors.Select(a => a.Id).OfType<string>());
}
