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
    // What a speaker does in the present by saying so for himself or his side is done; what he says he did, or another says he does, is reported.
    [InlineData("“I reject these accusations,” Viktor Orban said.", "REJECT asserted viktor-orban > by viktor-orban")]
    [InlineData("“We call on Russia to withdraw from Georgia,” said the French foreign minister.", "REQUEST asserted FRA > RUS by FRA; RETREAT demanded RUS > GEO by FRA")]
    [InlineData("“We do not recognise the government of Guyana,” Nicolas Maduro said.", "REJECT asserted nicolas-maduro > GUY by nicolas-maduro")]
    [InlineData("Pakistan rejects the Indian claims, its foreign ministry said.", "REJECT asserted PAK > IND by PAK")]
    [InlineData("France is calling on Burkina Faso to free two agents, its president said.", "REQUEST asserted FRA > BFA by FRA")]
    [InlineData("“I want to thank the people of Ghana,” Joe Biden said.", "SUPPORT asserted joe-biden > GHA by joe-biden")]
    [InlineData("“We have rejected the Greek offer,” the Turkish minister told reporters.", "REJECT reported TUR > GRC by TUR")]
    [InlineData("The US said that Oman condemns the raid.", "ACCUSE reported OMN > by USA")]
    [InlineData("“Oman condemns the raid,” the US ambassador said.", "ACCUSE reported OMN > by USA")]
    [InlineData("Qatar said that Sudan had said: “We condemn Chad.”", "ACCUSE reported SDN > TCD by SDN")]
    // By, in, after: how and when something was done was done.
    [InlineData("By expelling the Swedish envoy, Eritrea angered Stockholm.", "SANCTION asserted ERI > SWE")]
    [InlineData("In calling for a boycott of Rwanda, Belgium defied the African Union.", "REQUEST asserted BEL > RWA; REJECT asserted BEL > AU")]
    [InlineData("After condemning Chad, Libya closed its border.", "ACCUSE asserted LBY > TCD")]
    [InlineData("Laos freed the Thai monks while rejecting the claims of Bangkok.", "REJECT asserted LAO > THA")]
    [InlineData("Ottawa upset Delhi by recalling its ambassador.", "SANCTION asserted CAN >")]
    // Instead of, rather than, not: this was not done.
    [InlineData("Instead of attacking Iran, Israel bombed Lebanon.", "ASSAULT denied ISR > IRN; ASSAULT asserted ISR > LBN")]
    [InlineData("Rather than withdraw, Russia shelled Kherson.", "RETREAT denied RUS >; ASSAULT asserted RUS > UKR")]
    [InlineData("Thailand invited the Burmese generals to talks rather than sanctioning Myanmar.", "SANCTION denied THA > MMR; AGREE asserted THA > MMR")]
    [InlineData("Chile summoned the envoy of Peru instead of expelling him.", "ACCUSE asserted CHL > PER")]
    [InlineData("Israel bombed Lebanon, not Syria.", "ASSAULT asserted ISR > LBN by")]
    // What is demanded, promised or planned not to be done stays denied.
    [InlineData("South Africa urged Israel not to attack Rafah.", "REQUEST asserted ZAF > ISR; ASSAULT denied ISR >")]
    [InlineData("Ukraine promised not to attack Belarus.", "AGREE asserted UKR > BLR; ASSAULT denied UKR > BLR")]
    [InlineData("Kyiv agreed not to strike Moscow.", "ASSAULT denied UKR > RUS")]
    [InlineData("Spain has no plans to sanction Israel.", "SANCTION denied ESP > ISR")]
    [InlineData("Ghana has neither recognised Niger nor condemned Mali.", "ACCUSE denied GHA > MLI")]
    [InlineData("It is not true that Tehran armed the Houthis, its envoy said.", "AID denied IRN > Houthis by IRN")]
    // Acts in a row, and things that belong to somebody.
    [InlineData("Russia annexed Crimea, invaded Donbas and bombed Kyiv.", "COERCE asserted RUS >; ASSAULT asserted RUS > UKR; ASSAULT asserted RUS > UKR")]
    [InlineData("The Danish navy rammed a Russian ship.", "ASSAULT asserted DNK > RUS")]
    [InlineData("Eritrea bombed an Ethiopian convoy at Badme.", "ASSAULT asserted ERI > ETH")]
    [InlineData("Tunisia rejected Algeria's accusation.", "REJECT asserted TUN > DZA; ACCUSE asserted DZA > TUN")]
    [InlineData("Zambia asked Zimbabwe to extradite a banker.", "REQUEST asserted ZMB > ZWE; COOPERATE demanded ZWE > ZMB by ZMB")]
    [InlineData("Accra appealed to both Lomé and Cotonou to free the sailors.", "REQUEST asserted GHA > TGO BEN; RETREAT demanded TGO BEN > by GHA")]
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
    [InlineData("Manila promised Hanoi two patrol boats.", "MOBILIZE")]
    [InlineData("Had Ghana attacked Togo, France would have intervened.", "ASSAULT")]
    [InlineData("Chile summoned the envoy of Peru instead of expelling him.", "SANCTION")]
    [InlineData("Rather than shell Goma, Rwanda offered talks.", "ASSAULT")]
    [InlineData("Neither Fiji nor Tonga condemned Samoa.", "ACCUSE")]
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
