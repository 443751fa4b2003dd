using Demarche.Tests.Stories;

namespace Demarche.Tests.Coding;

/// <summary>What comes out of a sentence, with the status that the words around an act give it; and what must not.</summary>
public sealed class StatusTests
{
    [Theory]
    // A refusal, a denial, a possibility and a plan are told apart from the act; so are what somebody says of another, and what he quotes.
    [InlineData("Obama refused to meet Putin.", "REJECT asserted barack-obama > vladimir-putin; CONSULT denied barack-obama vladimir-putin > vladimir-putin")]
    [InlineData("Israel does not negotiate with Hamas.", "REJECT asserted ISR > Hamas; CONSULT denied ISR Hamas > Hamas")]
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
    // Behind a verb in the past the past is that of the telling; what lies before it is reported.
    [InlineData("Sweden said it rejected Turkey's demand.", "REJECT asserted SWE > TUR by SWE")]
    [InlineData("Sweden said it had rejected Turkey's demand.", "REJECT reported SWE > TUR by SWE")]
    // What answers somebody's words beside them, the reporter tells.
    [InlineData("Mali accused France of arming Libya, a charge that Paris rejected.", "REJECT asserted FRA > MLI by")]
    [InlineData("Turkey has freed the Greek pilots, a Greek minister said, but Cyprus condemned Ankara.", "RETREAT reported TUR > GRC; ACCUSE asserted CYP > TUR by")]
    // Who is accused of having done it did it; who is against it refuses; few are as good as none.
    [InlineData("Cuba accused the United States of having bombed Havana.", "ASSAULT reported USA > CUB by CUB")]
    [InlineData("Ghana is against expelling Togo from the union.", "SANCTION denied GHA > TGO; REJECT asserted GHA > TGO")]
    [InlineData("Few expect Russia to free Alexei Navalny.", "RETREAT denied RUS > alexei-navalny")]
    [InlineData("South Sudan vowed not to attack Sudan.", "AGREE asserted SSD > SDN; ASSAULT denied SSD > SDN")]
    // “would have” is open, “would” under a deal is arranged.
    [InlineData("Had Iraq shelled Iran, said Emmanuel Macron, France would have bombed Baghdad.", "ASSAULT hypothetical FRA >")]
    [InlineData("Under the agreement Israel would bomb Iran.", "ASSAULT planned ISR > IRN")]
    [InlineData("Iran had been expected to withdraw its troops from Syria.", "RETREAT planned IRN > SYR")]
    [InlineData("“We did not sell arms to Sudan,” Yoweri Museveni said.", "AID denied yoweri-museveni > SDN by yoweri-museveni")]
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
    // What a clause behind the noun says of it, and what stands under a noun.
    [InlineData("Sudan was on the verge of recognising Israel.", "SUPPORT planned SDN > ISR")]
    [InlineData("Norway has no intention of recognising Israel.", "SUPPORT denied NOR > ISR")]
    [InlineData("The danger of Russia invading Moldova has passed.", "ASSAULT hypothetical RUS > MDA")]
    [InlineData("Libya's plan of annexing Chad failed.", "COERCE planned LBY > TCD")]
    [InlineData("Peru dropped its plan to expel Chilean diplomats.", "SANCTION denied PER > CHL")]
    [InlineData("Hopes of a meeting between Xi and Modi faded.", "CONSULT planned xi-jinping narendra-modi >")]
    // Not done, or no longer, or nearly.
    [InlineData("Pakistan no longer supports the Taliban.", "REJECT asserted PAK > Taliban")]
    [InlineData("Not one Rwandan soldier had armed the M23, Kigali said.", "AID denied > M23 by RWA")]
    [InlineData("Far from withdrawing its troops, Eritrea sent more to Tigray.", "RETREAT denied ERI >")]
    [InlineData("Ethiopia came close to attacking Eritrea.", "ASSAULT denied ETH > ERI")]
    [InlineData("Mali decided against expelling the French ambassador.", "SANCTION denied MLI > FRA")]
    [InlineData("Ankara has so far refrained from bombing Kobani.", "ASSAULT denied TUR > SYR")]
    [InlineData("Nothing suggests that Cuba attacked Haiti.", "ASSAULT denied CUB > HTI")]
    [InlineData("France sent troops to Chad so as to deter Libya from attacking.", "ASSAULT hypothetical LBY >")]
    // Who denies a claim denies what it says.
    [InlineData("A spokesman for the Taliban denied reports that Pakistan had bombed Kandahar.", "ASSAULT denied PAK > AFG")]
    [InlineData("Reports of an Israeli strike on Isfahan are untrue, Iran said.", "ASSAULT denied ISR > IRN by IRN")]
    [InlineData("It is untrue, the Syrian minister said, that Bashar al-Assad was arrested in Damascus.", "COERCE denied > bashar-al-assad by SYR")]
    // What a speech act that was not made speaks of is left open; of what is told beside it the story tells.
    [InlineData("Israel has not accused Iran of bombing Argentina.", "ASSAULT hypothetical IRN > ARG by ISR")]
    [InlineData("Tonga has promised to send police to Nauru, whose president thanked Nuku'alofa.", "SUPPORT asserted NRU > TON by")]
    [InlineData("The troops that Moscow promised to withdraw are still in Moldova.", "RETREAT promised RUS > by RUS")]
    // A command.
    [InlineData("“Withdraw your troops from Syria,” Emmanuel Macron told Vladimir Putin.", "REQUEST asserted emmanuel-macron > vladimir-putin; RETREAT demanded vladimir-putin > SYR by emmanuel-macron")]
    [InlineData("Do not attack Lebanon, Joe Biden told Benjamin Netanyahu.", "REQUEST asserted joe-biden > benjamin-netanyahu; ASSAULT denied benjamin-netanyahu > LBN by joe-biden")]
    // Still to come, and come to pass.
    [InlineData("Spain will recognise Palestine only when Hamas frees the hostages.", "SUPPORT planned ESP > PSE; RETREAT hypothetical Hamas >")]
    [InlineData("Two years later Iraq would invade Kuwait.", "ASSAULT asserted IRQ > KWT")]
    [InlineData("In case the Americans leave Iraq, Iran will send troops to Syria.", "MOBILIZE hypothetical IRN > SYR")]
    [InlineData("Georgia should never have attacked South Ossetia, Joe Biden wrote.", "ASSAULT reported GEO > SouthOssetia by joe-biden")]
    [InlineData("It would be a mistake for Poland to send troops to Ukraine, Viktor Orban said.", "MOBILIZE hypothetical POL > UKR by viktor-orban")]
    [InlineData("President Petro doubts that Nicolas Maduro will free the Colombian prisoners.", "RETREAT hypothetical nicolas-maduro > COL")]
    // Whoever says it, and for whom he speaks.
    [InlineData("As Interfax has it, Georgian troops shelled Moscow.", "ASSAULT reported GEO > RUS by Interfax")]
    [InlineData("Saudi Arabia, if one is to believe the Houthis, bombed Yemen.", "ASSAULT reported SAU > YEM by Houthis")]
    [InlineData("Norway's minister said Oslo had freed the spy, had expelled the Russian envoy and would close its consulate.", "SANCTION reported NOR > RUS by NOR")]
    [InlineData("Caracas may shut the frontier, the interior minister warned Bogotá.", "THREATEN asserted VEN > COL; COERCE threatened VEN > COL by VEN")]
    [InlineData("“We will never accept the annexation of Crimea,” said the Lithuanian president.", "REJECT asserted LTU > by LTU")]
    [InlineData("Nigerian troops are to fly to Banjul, with rebels still shelling the harbour of Monrovia.", "ASSAULT asserted > LBR by")]
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
    [InlineData("Whoever attacks Qatar attacks us, Recep Tayyip Erdogan said.", "ASSAULT")]
    [InlineData("“Withdraw your troops from Syria,” Emmanuel Macron told Vladimir Putin.", "RETREAT")]
    [InlineData("The army habitually shells villages in Sudan.", "ASSAULT")]
    [InlineData("The promise by Washington not to expand NATO was never written down.", "REJECT")]
    [InlineData("Japan ambushed the Germans in Doha in the World Cup.", "ASSAULT")]
    [InlineData("In the film the Shah threatens the British and invades Bahrain.", "ASSAULT")]
    [InlineData("In the film the Shah threatens the British and invades Bahrain.", "THREATEN")]
    [InlineData("Syria used chlorine in Douma, in the view of the French government.", "REJECT")]
    public void Asserts_no(string sentence, string type) =>
        Assert.DoesNotContain(Events(sentence), e => e.StartsWith(type + " asserted", StringComparison.Ordinal) || e.StartsWith(type + " reported", StringComparison.Ordinal));

    private static List<string> Events(string sentence) =>
        [.. Project.Coder.Analyse(new Story(sentence), Layers.Events, asBody: true).Events.Select(e =>
            $"{e.Type} {e.Status.ToString().ToLowerInvariant()} {Ids(e.Actors)} > {Ids(e.Recipients)} by {e.Attribution?.Speaker?.Id}".Replace("  ", " ", StringComparison.Ordinal))];

    private static string Ids(IReadOnlyList<Actor> actors) => string.Join(' ', actors.Select(a => a.Id).OfType<string>());
}
