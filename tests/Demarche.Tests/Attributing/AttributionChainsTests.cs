namespace Demarche.Tests.Attributing;

/// <summary>Who says that who says, read with the model that ships.</summary>
public sealed class AttributionChainsTests
{
    [Theory]
    // Outermost first.
    [InlineData("The Kremlin wrote on Tuesday that Putin had stressed that Kyiv claimed that the rebels denied that the bridge had been mined.",
        "The Kremlin wrote > Putin had stressed > Kyiv claimed > the rebels denied")]
    [InlineData("Radio Lomé reported on Friday that, according to the president's office, the army had claimed that the rebels refused to leave the port.",
        "Radio Lomé reported > the president's office according to > the army had claimed > the rebels refused")]
    [InlineData("Lavrov, quoted by TASS, said that Berlin had promised that it would demand that Warsaw withdraw the troops.",
        "TASS quoted > Lavrov said > Berlin had promised > it would demand")]
    // Outermost last.
    [InlineData("“The bridge is mined,” the rebels had told the governor, the ministry said, according to Reuters.",
        "Reuters according to > the ministry said > the rebels had told")]
    [InlineData("The dam is safe, the engineers told the ministry, the governor said, according to Reuters.",
        "Reuters according to > the governor said > the engineers told")]
    [InlineData("The rebels denied that the dam was mined, the engineers told the ministry, the governor said, according to Reuters.",
        "Reuters according to > the governor said > the engineers told > The rebels denied")]
    // Whoever is quoted, cited or asked for what he said.
    [InlineData("Tanjug quoted the Libyan envoy as saying that the mediators had promised a week of quiet.",
        "Tanjug quoted > the Libyan envoy saying > the mediators had promised")]
    [InlineData("Interfax, citing a source in the delegation, reported that the Georgian side had demanded the names of the pilots.",
        "Interfax reported > a source in the delegation citing > the Georgian side had demanded")]
    [InlineData("The observers’ chief was quoted as saying that the elders had threatened to block the road.",
        "The observers’ chief was quoted as saying > the elders had threatened")]
    [InlineData("The consul said that she had it from a Maltese pilot that the navy had promised fuel.",
        "The consul said > a Maltese pilot had it from > the navy had promised")]
    // The clause that the words seem to hang on a noun.
    [InlineData("The mayor said that the monitors had been told by the herders that the army wanted the wells.",
        "The mayor said > the herders had been told > the army wanted")]
    [InlineData("Chad's envoy said the colonel had told the summit he was opposed to a parade.",
        "Chad's envoy said > the colonel had told > he was opposed to")]
    [InlineData("The port authority, quoted by the agency Belga, said that Accra had promised to pay.",
        "the agency Belga quoted > The port authority said > Accra had promised")]
    [InlineData("Oslo's ministry wrote that the army chief believed the other side would use the pause to move guns.",
        "Oslo's ministry wrote > the army chief believed")]
    [InlineData("Taipei, its spokesman said, considers the charge “an export of Macau”.",
        "its spokesman said > Taipei considers")]
    // Nouns behind “of”, rumours, and who is made to understand.
    [InlineData("The envoy said that the commander was of the firm belief that the rebels wanted the port.",
        "The envoy said > the commander was of the firm belief > the rebels wanted")]
    [InlineData("Rumour in the port has it that the general refused to leave.",
        "Rumour in the port has it > the general refused")]
    // The cue that cuts a clause in two.
    [InlineData("The truce, she told the governor, was regarded by the monks as a miracle.",
        "she told > the monks was regarded")]
    public void Each_link_stands_in_the_one_around_it(string text, string expected)
    {
        using var coder = Coder.Load();
        var document = coder.Analyse(new Story(text), Layers.Attributions, asBody: true);

        var deepest = document.Attributions.MaxBy(Depth)!;
        var links = new List<string>();
        for (var link = deepest; link is not null; link = link.Via)
            links.Insert(0, $"{document.Words(link.Source[0])} {document.Words(link.Cue[0])}");
        Assert.Equal(expected, string.Join(" > ", links));
    }

    [Theory]
    [InlineData("“We believe that the harvest will fail,” the farmers said.", 1)]
    [InlineData("The governor said he hoped to save the harvest.", 1)]
    [InlineData("The governor said he thought the harvest would fail.", 2)]
    [InlineData("“We demand that the tax be lifted,” the farmers said.", 2)]
    [InlineData("A Chadian official, who asked not to be named, said the wells were dry.", 1)]
    [InlineData("The colonel asked the villagers not to name the dead.", 1)]
    // A view that nobody is named for is a link of its own.
    [InlineData("The mayor said the bridge was seen as a mistake.", 2)]
    [InlineData("The mayor said the baker saw it as a mistake.", 2)]
    public void A_hedge_in_the_speakers_own_words_is_no_link(string text, int links)
    {
        using var coder = Coder.Load();
        Assert.Equal(links, coder.Analyse(new Story(text), Layers.Attributions, asBody: true).Attributions.Count);
    }

    [Theory]
    [InlineData("The bridge was mined, the governor said.", "the content ends where the words begin that ascribe it")]
    [InlineData("“The bridge is mined,” the governor said in Aleppo.", "the content ends with the closing mark")]
    [InlineData("The governor said that the bridge was mined.", "the content ends with its sentence")]
    public void The_attribution_says_why_its_content_ends(string text, string why)
    {
        using var coder = Coder.Load();
        Assert.Contains(why, coder.Analyse(new Story(text), Layers.Attributions, asBody: true).Attributions[0].Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ankara: Yerevan told allies it will not give up road", ":")]
    [InlineData("Lebanon: minister says port will reopen in spring", null)]
    [InlineData("Putin Warns Paris Against Arming Kyiv", "Warns")]
    [InlineData("Juhan Saar to the guild: no boats today", ":")]
    [InlineData("Report: Walker to speak at the fishing fair", ":")]
    public void A_headline_gives_its_speaker(string title, string? cue)
    {
        using var coder = Coder.Load();
        var document = coder.Analyse(new Story($"{title}\n\nThe ministry published the list on its site on Sunday evening.") { Title = title }, Layers.Attributions);
        Assert.Equal(cue is not null, document.Attributions.Exists(a => document.Words(a.Cue[0]) == (cue ?? ":")));
    }

    [Theory]
    [InlineData("The envoy hopes and expects that the truce will hold.", "hopes", "that the truce will hold")]
    [InlineData("The mayor denied and condemned the attack on the camp.", "denied", "the attack on the camp")]
    public void Two_cues_share_one_content(string text, string cue, string content)
    {
        using var coder = Coder.Load();
        var document = coder.Analyse(new Story(text), Layers.Attributions, asBody: true);
        Assert.Contains(document.Attributions, a => document.Words(a.Cue[0]) == cue && document.Words(a.Content[0]) == content);
        Assert.Equal(2, document.Attributions.Count);
    }

    [Theory]
    [InlineData("Those who met the envoy say that he was tired.", "Those who met the envoy")]
    [InlineData("The guild vetoed the plan that lets them sue, saying that it broke the charter.", "The guild")]
    [InlineData("The storm led the mayor of Riga to declare that the port was shut.", "the mayor of Riga")]
    public void The_source_is_who_speaks(string text, string source)
    {
        using var coder = Coder.Load();
        var document = coder.Analyse(new Story(text), Layers.Attributions, asBody: true);
        Assert.Contains(document.Attributions, a => a.Source.Count > 0 && document.Words(a.Source[0]) == source);
    }

    [Fact]
    public void Who_speaks_in_a_headline_in_title_case_has_his_own_name()
    {
        using var coder = Coder.Load();
        var document = coder.Analyse(new Story("Vera Lind Blasts Mayor\n\nThe ministry published the list on its site on Sunday evening.") { Title = "Vera Lind Blasts Mayor" }, Layers.Attributions);
        Assert.Equal("Vera Lind", document.Attributions.Find(a => document.Words(a.Cue[0]) == "Blasts")?.Speaker?.Name);
    }

    [Fact]
    public void Whose_country_nobody_tells_is_of_the_dateline()
    {
        using var coder = Coder.Load();
        var document = coder.Code(new Story("Riots feared in the capital\n\nHONIARA, April 24 (Pacific Wire) - An opposition lawmaker told a rally on Monday that the shops would stay shut until the commander had left the town.") { Published = new(2006, 4, 24) });
        Assert.Contains(document.Attributions, a => a.Speaker is { Id: null, Country: "SLB" });
    }

    [Fact]
    public void A_last_name_with_a_title_means_who_later_held_office_there()
    {
        using var coder = Coder.Load();
        var document = coder.Code(new Story("Word from Warsaw\n\nPoland is quiet, and few trains run. Mr Walesa believes that the strike will go on, a deacon said on Sunday in the old town.") { Published = new(1981, 12, 16) });
        Assert.Contains(document.Attributions, a => a.Speaker?.Id == "lech-walesa");
    }

    [Theory]
    [InlineData("The inspectors of the International Atomic Energy Agency said that the seals were broken.", "IAEA", null)]
    [InlineData("“My minister says that the road is shut,” the Armenian ambassador said.", null, "ARM")]
    [InlineData("In the Iranian view the West broke the promises made in Vienna.", "IRN", "IRN")]
    [InlineData("Venezuela is suspected in the Caribbean Community of planning a landing.", "CARICOM", null)]
    // An unnamed holder is of the state whose voice speaks of him; whoever spoke last goes on.
    [InlineData("Oslo's ministry wrote that the army chief believed the other side would use the pause to move guns.", "NOR", "NOR")]
    [InlineData("A Peruvian captain had told a priest that his commander believed the truce would hold.", null, "PER")]
    [InlineData("A U.N. official said the camps were full. The official, who asked for tea, said the minister had told the envoy that the road was open. The envoy, he added, took notes.", "UN", null)]
    [InlineData("A Polish engineer said that an officer of the militia had boasted to him that the lists were long.", null, "POL")]
    [InlineData("Baghdad radio called the exchange a bargain. The announcer said that the truce would hold.", null, "IRQ")]
    [InlineData("The Portuguese Government denied the report. A communique read over the wireless said that no troops had moved.", "PRT", "PRT")]
    // An embassy is not of the country in which it stands.
    [InlineData("An American colonel had admitted that the embassy in Nicosia had cabled that the officers were restless.", null, "USA")]
    public void The_speaker_is_known_by_whom_he_belongs_to(string text, string? id, string? country)
    {
        using var coder = Coder.Load();
        var speakers = coder.Analyse(new Story(text), Layers.Attributions, asBody: true).Attributions.Select(a => a.Speaker);
        Assert.Contains(speakers, speaker => speaker is not null && speaker.Id == id && speaker.Country == country);
    }

    [Theory]
    [InlineData("An African envoy said that rains have a calendar of their own.")]
    [InlineData("The general's wife said that the family would leave.")]
    public void Nobody_speaks_for_a_continent_or_in_anothers_place(string text)
    {
        using var coder = Coder.Load();
        Assert.Null(coder.Analyse(new Story($"General Raoul Cedras arrived on Friday. {text}"), Layers.Attributions, asBody: true).Attributions[0].Speaker?.Id);
    }

    [Fact]
    public void A_pronoun_that_nothing_explains_goes_on_with_who_spoke_last()
    {
        using var coder = Coder.Load();
        var document = coder.Analyse(new Story("The Interior Ministry of Chile said the pass was shut. It added that the trains would run."), Layers.Attributions, asBody: true);
        Assert.Equal("CHL", document.Attributions[^1].Speaker?.Country);
    }

    [Fact]
    public void What_another_says_of_him_is_not_his()
    {
        using var coder = Coder.Load();
        var document = coder.Analyse(new Story("The Danish envoy arrived in Lomé. General Raoul Cedras “was late as ever”, he said."), Layers.Attributions, asBody: true);
        Assert.NotEqual("raoul-cedras", Assert.Single(document.Attributions).Speaker?.Id);
    }

    [Fact]
    public void Its_why_names_speaker_words_and_end_of_each_link()
    {
        using var coder = Coder.Load();
        var document = coder.Analyse(new Story("The Maltese envoy said that the pilot had promised to wait."), Layers.Attributions, asBody: true);
        Assert.Equal(2, document.Attributions.Count);
        Assert.All(document.Attributions, a =>
        {
            Assert.Contains(document.Words(a.Source[0]), a.Why, StringComparison.Ordinal);
            Assert.Contains(document.Words(a.Cue[0]), a.Why, StringComparison.Ordinal);
            Assert.Contains("the content ends", a.Why, StringComparison.Ordinal);
        });
    }

    private static int Depth(Attribution attribution) => attribution.Via is { } outer ? 1 + Depth(outer) : 1;
}
