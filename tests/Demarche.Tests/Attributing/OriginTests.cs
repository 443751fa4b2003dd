namespace Demarche.Tests.Attributing;

/// <summary>Whose the speakers are of whom a report says no more than what they are, and who is no speaker; read with the model that ships.</summary>
public sealed class OriginTests
{
    [Theory]
    // The place from which the report comes tells, in whatever form it stands there.
    [InlineData("HONIARA, 24 April 2022 (Coast Wire) - A police officer said that the port would be shut.", "A police officer", "SLB")]
    [InlineData("NEW DELHI: An Army spokesman said that the road would be shut.", "An Army spokesman", "IND")]
    // Another tells where he is from.
    [InlineData("HONIARA, 24 April 2022 (Coast Wire) - A Chinese official said that the port would be shut.", "A Chinese official", "CHN")]
    [InlineData("HONIARA, 24 April 2022 (Coast Wire) - His commander said that the port would be shut.", "His commander", null)]
    [InlineData("A police officer said that the port would be shut.", "A police officer", null)]
    public void Speakers_are_of_the_place_from_which_a_report_comes(string text, string source, string? country)
    {
        var document = Analyse(text);
        var said = Assert.Single(document.Attributions, a => a.Via is null);
        Assert.Equal(source, document.Words(said.Source[0]));
        Assert.Equal(country, said.Speaker?.Country);
    }

    [Fact]
    public void The_name_behind_a_minister_is_not_that_of_her_spokesman()
    {
        var document = Analyse("CANBERRA, 24 April 2020 (Coast Wire) - A spokesman for the foreign minister, Marise Payne, said she believed that the road was open. Nobody was hurt.");
        Assert.Null(document.Attributions[0].Speaker?.Id);
    }

    [Fact]
    public void A_label_in_capitals_speaks_where_there_are_several()
    {
        const string talk = "CHINA: The border will stay open.\n\nINDIA: The border was never open.";
        Assert.Equal(["CHINA", "INDIA"], Analyse(talk).Attributions.Where(a => a.Kind == AttributionKind.Direct).Select(a => a.Speaker!.Name.ToUpperInvariant()));
        Assert.DoesNotContain(Analyse("DUBAI: The border will stay open for a week, and nobody will be asked for his papers.").Attributions, a => a.Kind == AttributionKind.Direct);
    }

    [Theory]
    [InlineData("An aide spoke on condition of anonymity because she was not authorised to discuss the matter.")]
    [InlineData("Officials were not allowed to comment on the case.")]
    [InlineData("The list agrees with the figures of the bank.")]
    [InlineData("Guyana's concessions to the drillers were published in May.")]
    public void Nobody_says_anything(string text) => Assert.Empty(Analyse(text).Attributions);

    [Fact]
    public void What_another_says_behind_while_is_not_what_the_first_said()
    {
        var document = Analyse("Osei said the road was mined, while Mensah said it was safe.");
        Assert.Equal(["the road was mined", "it was safe"], document.Attributions.Select(a => document.Words(a.Content[0])));
        Assert.Contains("“while” leads to what another says", document.Attributions[0].Why, StringComparison.Ordinal);
    }

    private static Document Analyse(string text)
    {
        using var coder = Coder.Load();
        return coder.Analyse(new Story(text) { Published = new DateOnly(2020, 4, 24) }, Layers.Attributions);
    }
}
