namespace Demarche.Tests.Attributing;

/// <summary>Quotations with their full extent and their speaker, read with the model that ships.</summary>
public sealed class DirectSpeechTests
{
    [Theory]
    // Over several sentences with one cue, and on after a sentence of the reporter's.
    [InlineData("According to the harbour gazette, “The porous rules of the island let dealers sell anything to anybody. Very few goods are excluded.”",
        "the harbour gazette", "According to", "“The porous rules of the island let dealers sell anything to anybody. Very few goods are excluded.”")]
    [InlineData("“We are more skilled with our hands than with our tongues,” said Robin Mae. She leads a team of weavers. “But I like working with my hands.”",
        "Robin Mae", "said", "“We are more skilled with our hands than with our tongues,” … “But I like working with my hands.”")]
    [InlineData("“The record of the mill is poor,” the envoy said at a fair in Moline, Ill. “The mill has never paid its weavers.”",
        "the envoy", "said", "“The record of the mill is poor,” … “The mill has never paid its weavers.”")]
    // What leads to the quotation is the reporter's.
    [InlineData("Asked if he had called for the raid, the marshal replied, “Maybe so. Maybe that is why I would not do it again.”",
        "the marshal", "replied", "“Maybe so. Maybe that is why I would not do it again.”")]
    [InlineData("Then there was the plainest change of all: \"It is about time that a woman ran this port,\" exhorted the mayor's deputy.",
        "the mayor's deputy", "exhorted", "\"It is about time that a woman ran this port,\"")]
    // Cues that the parser takes for something else.
    [InlineData("\"You will see a wave of money such as this valley has never seen,\" said one Republican involved in the planning.",
        "one Republican", "said", "\"You will see a wave of money such as this valley has never seen,\"")]
    // The reporter's words between a quotation's halves.
    [InlineData("“The bridge,” the governor of the northern province said on Monday, “will be open before the rains.”",
        "the governor of the northern province", "said", "“The bridge,” … “will be open before the rains.”")]
    public void A_quotation_is_found_whole_with_its_speaker(string text, string source, string cue, string content)
    {
        using var coder = Coder.Load();
        var document = coder.Analyse(new Story(text), Layers.Attributions, asBody: true);
        Assert.Contains($"{source} | {cue} | {content}", document.Attributions.Select(a => $"{Words(document, a.Source)} | {Words(document, a.Cue)} | {Words(document, a.Content)}"));
    }

    [Fact]
    public void Single_marks_left_open_at_the_end_of_a_paragraph_go_on_in_the_next()
    {
        using var coder = Coder.Load();
        var text = "The delegate was more guarded.\n\n‘They promise buses,’ he said. ‘We shall count the seats before anybody leaves.\n\n‘And we shall remember who was left behind the last time they promised them.’";
        var document = coder.Analyse(new Story(text), Layers.Attributions, asBody: true);
        Assert.Contains("who was left behind", Words(document, document.Attributions.Find(a => document.Words(a.Cue[0]) == "said")!.Content), StringComparison.Ordinal);
    }

    private static string Words(Document document, IReadOnlyList<Span> spans) => string.Join(" … ", spans.Select(document.Words));
}
