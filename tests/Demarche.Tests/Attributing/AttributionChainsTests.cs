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
    [InlineData("The governor said he thought the harvest would fail.", 1)]
    [InlineData("“We demand that the tax be lifted,” the farmers said.", 2)]
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

    private static int Depth(Attribution attribution) => attribution.Via is { } outer ? 1 + Depth(outer) : 1;
}
