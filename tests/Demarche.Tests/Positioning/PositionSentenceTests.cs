using Demarche.Tests.Stories;

namespace Demarche.Tests.Positioning;

/// <summary>Sentences of our own over many crises: who stands where, on which issue, how strongly and on what condition.</summary>
public sealed class PositionSentenceTests
{
    /// <summary>The positions as <c>ACTOR stance issue strength [condition]</c>, in text order.</summary>
    private static string Positions(string sentence) => Shown(Project.Coder.Analyse(new Story(sentence), Layers.Positions, asBody: true));

    private static string Shown(Document document) =>
        string.Join("; ", document.Positions.Select(p => $"{p.Actor.Id} {p.Stance} {p.Issue} {p.Strength}{(p.Condition is { } condition ? $" [{document.Words(condition)}]" : "")}"));

    [Theory]
    // who does not condemn it does not therefore back it; what others say of him is no position of theirs
    [InlineData("Muscat neither condemned nor backed the raid.", "")]
    [InlineData("Oslo apologised to Madrid and offered to pay compensation to the families, the Kremlin said.", "NOR offer reparations 2; NOR offer reparations 2")]
    // Gulf, Suez, the cod wars, southern Africa
    [InlineData("Baghdad claims Kuwait as its nineteenth province.", "IRQ demand territory 2")]
    // a pronoun of whoever speaks; a place that is a matter; the adjective of a proposal; what is dismissed as false
    [InlineData("Denmark's minister said that Greenland was not for sale.", "DNK refuse territory 2")]
    [InlineData("Ankara replied that it had bombed nobody.", "TUR deny use-of-force 2")]
    [InlineData("Lima remains against the base.", "PER oppose troop-presence 2")]
    [InlineData("Havana dismissed the report as a fabrication.", "CUB deny report 2")]
    // leaving a pact, threats in the passive, laying down arms
    [InlineData("Oslo said that it would withdraw from the fishing treaty.", "NOR refuse agreements 2")]
    [InlineData("Belgrade said that Pristina would face sanctions if it closed the bridge.", "SRB threaten sanctions 3 [if it closed the bridge]")]
    [InlineData("Pyongyang pledged to give up its nuclear arms.", "PRK commit arms-control 2")]
    // two clauses joined are two matters; what a critic wants is not his whom he criticises
    [InlineData("Asmara promised to free all prisoners of war and to reopen the border.", "ERI commit prisoner-exchange 2; ERI commit borders 2")]
    [InlineData("Cairo vowed to keep the canal closed until Israeli troops leave the east bank.", "EGY commit maritime-claims 2 [until Israeli troops leave the east bank]")]
    [InlineData("Reykjavik warned that it would sever ties unless the frigates left its waters.", "ISL threaten diplomatic-relations 3 [unless the frigates left its waters]")]
    [InlineData("Salisbury flatly refused to hand power to the nationalists.", "ZWE refuse power-sharing 3")]
    [InlineData("Lagos warned against recognising Biafra.", "NGA demand recognition 2")]
    [InlineData("Lisbon categorically rejected the annexation of East Timor.", "PRT refuse territory 3")]
    // set phrases, whatever the tree makes of them
    [InlineData("Accra called the draft a step in the right direction.", "GHA support draft 2")]
    [InlineData("Caracas branded the report a pack of lies.", "VEN deny report 2")]
    [InlineData("The offer fell on deaf ears in Asmara.", "ERI refuse offer 2")]
    [InlineData("Tripoli turned up its nose at the offer of a truce.", "LBY refuse ceasefire 2")]
    [InlineData("Pretoria cannot live with the new tariffs.", "ZAF refuse trade 1")]
    [InlineData("For Lima the ceasefire is a dead letter.", "PER refuse ceasefire 2")]
    // what a speaker would do on a condition, will never do, has not done
    [InlineData("Norway could deliver gas if paid at the market price, its minister said.", "NOR offer energy 2 [if paid at the market price]")]
    [InlineData("Kabul will finish the dam, it vowed.", "AFG commit water 2")]
    [InlineData("Tripoli said that its soldiers had not crossed the border.", "LBY deny use-of-force 2")]
    [InlineData("On no account would Nigeria cede the peninsula, the Nigerian minister said.", "NGA refuse territory 3")]
    [InlineData("Should the frigates stay, Reykjavik would break relations, it warned.", "ISL threaten diplomatic-relations 2 [Should the frigates stay]")]
    [InlineData("Addis Ababa promised troops for Somalia.", "ETH commit troop-presence 2")]
    [InlineData("Kathmandu does not recognise Pristina.", "NPL refuse recognition 2")]
    // the Balkans, Cyprus, the Caucasus
    [InlineData("Belgrade ruled out any foreign troops on its soil.", "SRB refuse troop-presence 3")]
    [InlineData("Nicosia demands the withdrawal of Turkish troops from the north of the island.", "CYP demand troop-withdrawal 2")]
    [InlineData("Yerevan accused Baku of violating the truce of 1994.", "ARM accuse ceasefire 2")]
    [InlineData("Tbilisi denied that it had shelled the town first.", "GEO deny use-of-force 2")]
    [InlineData("Chisinau demanded that the peacekeepers be replaced by civilian observers.", "MDA demand peacekeeping 2")]
    [InlineData("Pristina refused to rule out a land swap.", "XKX offer territory 2")]
    // Africa
    [InlineData("Rabat offers autonomy to the Western Sahara but rejects a referendum on independence.", "MAR offer autonomy 2; MAR refuse independence 2")]
    [InlineData("Kinshasa made talks conditional on the withdrawal of Rwandan soldiers.", "COD offer talks 1 [the withdrawal of Rwandan soldiers]")]
    [InlineData("Addis Ababa agreed in principle to let aid convoys into the north.", "ETH commit humanitarian-access 1")]
    [InlineData("The refusal of Algiers to reopen the border angered Rabat.", "DZA refuse borders 2")]
    [InlineData("Tripoli threatened to cut oil supplies if the embargo is renewed.", "LBY threaten energy 3 [if the embargo is renewed]")]
    [InlineData("A ban on overflights was demanded by Asmara.", "ERI demand airspace 2")]
    [InlineData("Khartoum accepted the plan on condition that the troops leave Abyei.", "SDN offer troop-withdrawal 2 [on condition that the troops leave Abyei]")]
    [InlineData("Accra refused to rule out a strike on the camps.", "GHA threaten use-of-force 2")]
    [InlineData("Nairobi's condition for a truce is the release of the hostages.", "KEN demand prisoner-exchange 2")]
    // Asia and the Pacific
    [InlineData("Naypyidaw refused to recognise the Rohingya as citizens.", "MMR refuse recognition 2")]
    [InlineData("Dhaka's condition for taking part is the safe return of the refugees.", "BGD demand refugees 2")]
    [InlineData("Colombo ruled out a ceasefire while the rebels hold the north.", "LKA refuse ceasefire 3 [while the rebels hold the north]")]
    [InlineData("Riyadh said there could be no normalisation without a Palestinian state.", "SAU refuse diplomatic-relations 3 [without a Palestinian state]")]
    [InlineData("Damascus is ready to hand over its chemical weapons.", "SYR offer chemical-weapons 1")]
    [InlineData("Aden said the ships were a threat to its sovereignty and demanded that they leave the Red Sea.", "YEM demand maritime-claims 2")]
    [InlineData("Suva questioned whether the reactor water was safe.", "FJI question nuclear-energy 2")]
    [InlineData("Amman categorically denied that it had armed the tribes.", "JOR deny arms-deliveries 3")]
    [InlineData("Port Louis insists on the return of the Chagos Islands.", "MUS demand territory 3")]
    // Europe
    [InlineData("Dublin firmly opposes a hard border on the island.", "IRL oppose borders 3")]
    [InlineData("For Bratislava, a quota for refugees is unacceptable.", "SVK refuse refugees 3")]
    [InlineData("Vilnius cautiously welcomed the proposal to open the crossing at Medininkai.", "LTU support borders 1")]
    [InlineData("Warsaw has no plans to close its embassy in Minsk.", "POL refuse diplomatic-relations 1")]
    [InlineData("Oslo would accept new quotas only if Moscow reopens the border.", "NOR offer trade 2 [only if Moscow reopens the border]")]
    [InlineData("Prague cautiously supports the accession of Moldova to the European Union.", "CZE support eu-membership 1")]
    [InlineData("Helsinki supports the accession of Georgia to NATO.", "FIN support nato-enlargement 1")]
    // the Americas
    [InlineData("The resumption of talks is out of the question, Asuncion said.", "PRY refuse talks 2")]
    [InlineData("Bogota demands extradition of rebel leader.", "COL demand extradition 2")]
    [InlineData("Ottawa condemned the arrest of two of its citizens in China.", "CAN oppose detained-nationals 2")]
    [InlineData("Buenos Aires disputes the islands.", "ARG demand territory 2")]
    [InlineData("Lima firmly rejects Chilean claim to the sea.", "PER refuse territory 3; CHL demand territory 3")]
    // what is put off until something is done
    [InlineData("Algiers will reopen the border when the referendum is held.", "DZA offer borders 2 [when the referendum is held]")]
    [InlineData("Oslo promised half a billion for the rainforest as soon as the first trees are counted.", "NOR commit climate 2 [as soon as the first trees are counted]")]
    [InlineData("Washington is ready to double the rent for the base in return for fuel oil.", "USA offer troop-presence 1 [fuel oil]")]
    [InlineData("Lima is willing to demarcate the frontier, but Quito must first pull out its posts.", "PER offer borders 1 [Quito must first pull out its posts]")]
    [InlineData("Bamako will not sign the accord before the prisoners are home.", "MLI refuse agreements 2 [before the prisoners are home]")]
    [InlineData("Without a ceasefire Kigali will not come to the talks.", "RWA refuse talks 2 [Without a ceasefire]")]
    [InlineData("If Tokyo insists on tariffs, the ministry in Seoul said, South Korea will leave the talks.", "KOR threaten talks 2 [If Tokyo insists on tariffs]")]
    // who ends what both have in common promises nothing
    [InlineData("Beijing said it would suspend the talks.", "CHN refuse talks 2")]
    [InlineData("Tbilisi said that it would leave the Commonwealth of Independent States.", "GEO refuse regional-bodies 2")]
    [InlineData("Seoul said it would suspend the shelling.", "KOR commit ceasefire 2")]
    // idioms, nouns and verdicts
    [InlineData("Nassau turned a deaf ear to calls for elections.", "BHS refuse elections 2")]
    [InlineData("Lusaka left the door open to a second round of talks.", "ZMB offer talks 2")]
    [InlineData("Rabat closed the door to any partition of the territory.", "MAR refuse territory 3")]
    [InlineData("Vienna has misgivings about the timetable for elections.", "AUT question elections 2")]
    [InlineData("Berlin sees no harm in the embargo.", "DEU support sanctions 2")]
    [InlineData("Dakar gave notice that it would close the border if the vote failed.", "SEN threaten borders 3 [if the vote failed]")]
    [InlineData("Kampala will not tolerate foreign bases on its soil.", "UGA red line troop-presence 3")]
    // whose negation is whose
    [InlineData("Kuwait said that it was not behind the raid.", "KWT deny use-of-force 2")]
    [InlineData("Bamako insists that it has not expelled any diplomats.", "MLI deny diplomatic-relations 2")]
    [InlineData("Rome will go to no such conference.", "ITA refuse talks 2")]
    [InlineData("“Nor will we withdraw our troops,” the Rwandan president said.", "RWA refuse troop-withdrawal 2")]
    [InlineData("Manila and Hanoi promise not to use force over the shoal.", "PHL commit use-of-force 2; VNM commit use-of-force 2")]
    // what cannot be, and what will be done
    [InlineData("Talks cannot be resumed until the siege is lifted, the Yemeni foreign minister said.", "YEM refuse talks 2 [until the siege is lifted]")]
    [InlineData("Oil exports will be halted, the Libyan energy minister said.", "LBY refuse energy 2")]
    [InlineData("“Out of the question,” the Qatari foreign minister said of a ceasefire.", "QAT refuse ceasefire 2")]
    // how far a condition goes
    [InlineData("Lome will extradite nobody without proof that the charges are true.", "TGO refuse extradition 2 [without proof that the charges are true]")]
    [InlineData("Oslo agrees to talks only in the event that the siege is lifted.", "NOR commit talks 2 [only in the event that the siege is lifted]")]
    [InlineData("Nairobi will not sit idly by while its soldiers are killed.", "KEN threaten use-of-force 3")]
    [InlineData("Oslo will go on providing grain to Juba, the Norwegian minister said.", "NOR commit humanitarian-access 2")]
    [InlineData("The Turkish minister warned that an incursion would mean war.", "TUR threaten use-of-force 3 [an incursion]")]
    // where a condition ends that the tree gives too much or too little; what is pending, tied to, set before
    [InlineData("Lusaka will withdraw its battalion only after the dispute with Harare has been settled.", "ZMB offer troop-withdrawal 2 [only after the dispute with Harare has been settled]")]
    [InlineData("Cuba will release the sailors provided the other side does the same.", "CUB offer prisoner-exchange 2 [provided the other side does the same]")]
    [InlineData("The Peruvian minister said Peru was ready to resume talks if the line was drawn, adding that the people were tired.", "PER offer talks 1 [if the line was drawn]")]
    [InlineData("Oman will lift the embargo as long as the blockade is lifted and the prisoners come home.", "OMN commit sanctions 2 [as long as the blockade is lifted and the prisoners come home]")]
    [InlineData("Zambia will reopen the border as long as the companies that own the pipeline pay their debts.", "ZMB commit borders 2 [as long as the companies that own the pipeline pay their debts]")]
    [InlineData("The prisoners must be freed before talks begin, the Peruvian minister said.", "PER demand detained-nationals 2 [before talks begin]")]
    [InlineData("Lima will reopen the embassy, pending the release of its consul.", "PER commit diplomatic-relations 2 [pending the release of its consul]")]
    [InlineData("Failing an answer, Athens will close the consulate, the Greek foreign minister said.", "GRC threaten diplomatic-relations 2 [Failing an answer]")]
    [InlineData("Jakarta said its signature would depend on the outcome of the referendum.", "IDN offer elections 1 [the outcome of the referendum]")]
    [InlineData("Canberra tied the loan to free elections.", "AUS offer debt 1 [free elections]")]
    [InlineData("Tokyo offered a loan of a billion dollars. The offer was tied to the return of the islands.", "JPN offer debt 2 [the return of the islands]")]
    [InlineData("Lima would open the port to Bolivia in exchange for the islands, the Peruvian minister said.", "PER offer transport-links 2 [the islands]")]
    [InlineData("Lome will not hand over the rebels without a guarantee of their safety.", "TGO refuse security-guarantees 2 [without a guarantee of their safety]")]
    [InlineData("Lima demanded the release of the sailors; Quito would agree, so long as the line was drawn.", "PER demand detained-nationals 2; ECU commit detained-nationals 2 [so long as the line was drawn]")]
    // what nothing denies, what another side has done, what goes on behind who says so
    [InlineData("The Danish minister said that Denmark would keep its doctors there unless they were shot at.", "DNK commit health 2 [unless they were shot at]")]
    [InlineData("The Moroccan minister said that Algerian patrols had attacked a post.", "MAR accuse use-of-force 2")]
    [InlineData("Havana would welcome observers, the Cuban minister said, but sanctions would not be eased until the camp was closed.", "CUB support peacekeeping 1; CUB refuse sanctions 2 [until the camp was closed]")]
    [InlineData("Khartoum insists that the protocol is binding.", "SDN support agreements 2")]
    // who say together that an agreement is broken accuse together
    [InlineData("Egypt and Sudan said that Ethiopia had broken the accord.", "EGY accuse agreements 2; SDN accuse agreements 2")]
    // whom no table knows, and whom the sentence calls by one name alone
    [InlineData("Colonel Marwick repeated that he would not sign the treaty.", " refuse agreements 2")]
    // what is done, and what it depends on, tell a threat from an offer
    [InlineData("Peru said it would arrest the next crew if the trawlers came back.", "PER threaten detained-nationals 2 [if the trawlers came back]")]
    [InlineData("Tunis would veto the guarantees if the troops crossed the line.", "TUN threaten use-of-force 3 [if the troops crossed the line]")]
    [InlineData("Havana would lift the ban as soon as Lima signed, the Cuban minister said.", "CUB offer sanctions 2 [as soon as Lima signed]")]
    [InlineData("Havana would sail through the strait if Lima fired on its ships, the Cuban minister said.", "CUB threaten maritime-claims 2 [if Lima fired on its ships]")]
    [InlineData("An attempt to land on the island would be repelled, the Danish minister said.", "DNK threaten territory 2 [An attempt to land on the island]")]
    [InlineData("Relations with Quito would suffer gravely if the ship sailed, Caracas said.", "VEN threaten diplomatic-relations 2 [if the ship sailed]")]
    [InlineData("Sanctions mean war, Caracas said.", "VEN threaten sanctions 3")]
    // who says so to whom, of whom nobody is one, and what is no longer done
    [InlineData("Bolivia said it was ready to receive the delegation.", "BOL offer talks 1")]
    [InlineData("The Danish minister told a crowd at the quay that no ambassador would go back.", "DNK refuse diplomatic-relations 2")]
    [InlineData("The Danish minister told a crowd last night that Denmark would sign the treaty.", "DNK commit agreements 2")]
    [InlineData("Burma announced that it was breaking off relations with Chile.", "MMR commit diplomatic-relations 2")]
    [InlineData("Burma said that it was investigating the raid on Chile.", "")]
    [InlineData("The Danish minister said his country would compete only if Peru was excluded.", "DNK offer sport-and-culture 2 [only if Peru was excluded]")]
    [InlineData("The Finns will agree to no new loan.", "FIN refuse debt 2")]
    [InlineData("Lima would no longer share its secret files with Quito, the Peruvian minister said.", "PER refuse intelligence-and-espionage 2")]
    [InlineData("There was nothing left to discuss, Caracas said.", "VEN refuse talks 3")]
    [InlineData("Thailand and Cambodia will admit observers, their defence ministers said.", "THA commit peacekeeping 2; KHM commit peacekeeping 2")]
    [InlineData("Food planes may cross the lines by day, the Cuban minister said, provided that they land in Havana first.", "CUB offer humanitarian-access 2 [provided that they land in Havana first]")]
    // what has to be done, what cannot be, and what goes on with the sentence before
    [InlineData("The truce had to be annulled, the Syrian minister said.", "SYR demand ceasefire 2")]
    [InlineData("“There can be no reward for piracy,” the Danish minister said.", "DNK refuse piracy 3")]
    [InlineData("The Peruvian minister said that the raid was wrong. The prisoners must be freed.", "PER oppose use-of-force 2; PER demand detained-nationals 2")]
    public void States(string sentence, string expected) => Assert.Equal(expected, Positions(sentence));

    [Theory]
    [InlineData("Manama no longer demands the closure of the channel.")]
    [InlineData("Kabul released the prisoners.")]
    [InlineData("Lome thanked Accra for its hospitality.")]
    [InlineData("Sweden and Finland have so far not applied to join.")]
    [InlineData("Niamey ordered the withdrawal of its own patrols.")]
    [InlineData("“Neither I nor Narendra Modi will be in control,” Imran Khan said.")]
    [InlineData("“Shouldn't we think of what will happen?” Imran Khan said.")]
    [InlineData("Ottawa thanked Tokyo for its help.")]
    [InlineData("The figures could not be confirmed, the Danish ministry said.")]
    [InlineData("Seoul said that the talks will be held on Monday.")]
    [InlineData("Hanoi would defend itself.")]
    [InlineData("Warsaw reopened the crossing when the balloons had gone.")]
    [InlineData("Canberra tied the boat to the pier.")]
    public void States_nothing(string sentence) => Assert.Equal("", Positions(sentence));

    [Theory]
    [InlineData("Seoul demands apology from Tokyo over textbooks", "KOR demand apology-and-history 2")]
    [InlineData("Iran rejects call to halt enrichment", "IRN refuse nuclear-programme 2")]
    [InlineData("Algiers ‘will not reopen border’ with Morocco", "DZA refuse borders 2")]
    [InlineData("Burundi threatens to close border if rebels advance", "BDI threaten borders 3 [if rebels advance]")]
    [InlineData("Taiwan rules out talks under pressure", "TWN refuse talks 3")]
    [InlineData("Putin's demand for guarantees rejected by NATO", "vladimir-putin demand security-guarantees 2; NATO refuse security-guarantees 2")]
    [InlineData("Turkish demand for extradition dismissed by Sweden", "TUR demand extradition 2; SWE refuse extradition 2")]
    public void Headlines_state(string headline, string expected)
    {
        var document = Project.Coder.Code(new Story($"{headline}\n\nThe two sides met on Monday.") { Published = new(2022, 2, 1) });
        Assert.Equal(expected, Shown(document));
    }

    [Fact]
    public void One_statement_on_two_matters_is_two_positions()
    {
        var document = Project.Coder.Analyse(new Story("Hanoi denounced the enlargement of the alliance and the delivery of missiles."), Layers.Positions, asBody: true);
        Assert.Equal([("nato-enlargement", "the enlargement of the alliance"), ("arms-deliveries", "the delivery of missiles")],
            document.Positions.Select(p => (p.Issue, document.Words(p.Outcome!.Value))));
    }

    [Fact]
    public void The_words_that_say_how_strong_are_kept()
    {
        var document = Project.Coder.Analyse(new Story("For the time being Lagos opposes military action. Cairo rejected the plan in the strongest terms. Quito rejected the plan. Riyadh expressed its unwavering support for Cairo."), Layers.Positions, asBody: true);
        Assert.Equal([(1, "For the time being"), (3, "in the strongest terms"), (2, null), (3, "unwavering")], document.Positions.Select(p => (p.Strength, p.StrengthWords is { } words ? document.Words(words) : null)));
    }

    [Theory]
    // Where a position's own words say little, the story tells the matter; where they name one, they do.
    [InlineData("Trawlers return to the cod grounds\n\nReykjavik sent its patrol boats after two British trawlers on Monday. London condemned the step. Oslo offered its good offices.", "GBR oppose fishing; NOR offer talks")]
    [InlineData("Cairo and Addis Ababa at odds over the dam\n\nEthiopia closed the gates of its dam on the Nile. Egypt rejected the step. Egypt demanded the release of two detained journalists.", "EGY refuse water; EGY demand detained-nationals")]
    public void The_story_tells_what_the_step_is(string story, string expected)
    {
        var document = Project.Coder.Code(new Story(story) { Published = new(2020, 7, 22) });
        Assert.Equal(expected, string.Join("; ", document.Positions.Select(p => $"{p.Actor.Id} {p.Stance} {p.Issue}")));
        Assert.Contains(document.Positions, p => p.IssueFrom == IssueOrigin.Context);
    }

    [Fact]
    public void A_later_position_that_goes_against_the_earlier_is_linked_to_it()
    {
        var document = Project.Coder.Analyse(new Story("Manila opposed talks with Beijing. A week later Manila supported talks with Beijing."), Layers.Positions, asBody: true);
        Assert.Equal(document.Positions[0], document.Positions[1].Changes);
        Assert.Null(document.Positions[1].Conflicts);
    }

    [Fact]
    public void Two_accounts_of_one_day_are_a_conflict_and_no_change()
    {
        var document = Project.Coder.Analyse(new Story("Reuters reported that Jakarta supports the ceasefire. Xinhua reported that Jakarta opposes the ceasefire."), Layers.Positions, asBody: true);
        Assert.Equal(["support", "oppose"], document.Positions.Select(p => p.Stance));
        Assert.Equal(document.Positions[0], document.Positions[1].Conflicts);
        Assert.Null(document.Positions[1].Changes);
    }

    [Fact]
    public void A_second_verb_of_speech_belongs_to_the_first()
    {
        var document = Project.Coder.Analyse(new Story("Pretoria denied that it planned to bomb the camps and accused Harare of spreading lies."), Layers.Positions, asBody: true);
        Assert.Equal(["ZAF deny", "ZAF accuse"], document.Positions.Select(p => $"{p.Actor.Id} {p.Stance}"));
    }

    [Fact]
    public void An_act_is_a_position_only_where_the_codebook_says_so()
    {
        const string Sentence = "Havana withdrew its troops from Angola.";
        Assert.Equal("", Positions(Sentence));
        using var folder = new Cli.Folder();
        foreach (var path in Directory.GetFiles(Project.In("codebook"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.Path, Path.GetRelativePath(Project.In("codebook"), path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
        var positions = Path.Combine(folder.Path, "positions.yaml");
        File.WriteAllText(positions, File.ReadAllText(positions).Replace("\nrules:\n", "\nrules:\n  retreat/*: commit\n", StringComparison.Ordinal));
        using var coder = Coder.Load(new() { Codebook = folder.Path, Model = Project.In("models/en/model.bin") });
        var position = Assert.Single(coder.Analyse(new Story(Sentence), Layers.Positions, asBody: true).Positions);
        Assert.Equal(("CUB", "commit", "troop-withdrawal"), (position.Actor.Id, position.Stance, position.Issue));
    }

    /// <summary>Support needs no occasion: it answers what was said right before and not what somebody asked of its country long ago.</summary>
    [Theory]
    [InlineData("Moscow asked Washington for guarantees. Washington supports the plan.", "p1")]
    [InlineData("Moscow asked Washington for guarantees. Rain fell. The day was long. Snow came. Washington supports the plan.", null)]
    public void Support_answers_only_what_was_said_right_before(string text, string? expected) =>
        Assert.Equal(expected, Project.Coder.Analyse(new Story(text), Layers.Positions, asBody: true).Positions[^1].Answers?.Id);

    /// <summary>In a telegram STOP ends a sentence.</summary>
    [Fact]
    public void Stop_is_the_full_stop_of_a_telegram() =>
        Assert.Equal(3, Project.Coder.Analyse(new Story("KUWAIT REJECTS IRAQI CLAIM STOP BAGHDAD INSISTS ON TALKS STOP LONDON WARNS BAGHDAD STOP"), Layers.Tokens, asBody: true).Sentences.Count);
}
