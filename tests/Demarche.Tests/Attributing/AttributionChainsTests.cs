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
    public void A_headline_gives_its_speaker(string title, string? cue)
    {
        using var coder = Coder.Load();
        var document = coder.Analyse(new Story($"{title}\n\nThe ministry published the list on its site on Sunday evening.") { Title = title }, Layers.Attributions);
        Assert.Equal(cue is not null, document.Attributions.Exists(a => document.Words(a.Cue[0]) == (cue ?? ":")));
    }

    [Theory]
    [InlineData("The inspectors of the International Atomic Energy Agency said that the seals were broken.", "IAEA", null)]
    [InlineData("“My minister says that the road is shut,” the Armenian ambassador said.", null, "ARM")]
    [InlineData("In the Iranian view the West broke the promises made in Vienna.", "IRN", "IRN")]
    [InlineData("Venezuela is suspected in the Caribbean Community of planning a landing.", "CARICOM", null)]
    public void The_speaker_is_known_by_whom_he_belongs_to(string text, string? id, string? country)
    {
        using var coder = Coder.Load();
        var speakers = coder.Analyse(new Story(text), Layers.Attributions, asBody: true).Attributions.Select(a => a.Speaker);
        Assert.Contains(speakers, speaker => speaker is not null && speaker.Id == id && speaker.Country == country);
    }

    private static int Depth(Attribution attribution) => attribution.Via is { } outer ? 1 + Depth(outer) : 1;
}
