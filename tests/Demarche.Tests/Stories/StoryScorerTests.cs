using System.Text.Json;
using Demarche.Training.Scoring;

namespace Demarche.Tests.Stories;

/// <summary>What counts as met, on a small record made by hand.</summary>
public sealed class StoryScorerTests
{
    private const string Text = "Oslo urged Lima to talk. Lima refused. Watch video";

    [Theory]
    [InlineData("""{"expect": "event", "type": "REQUEST", "actors": ["NOR|jonas"], "recipients": ["PER"], "words": "urged Lima"}""", true)]
    [InlineData("""{"expect": "event", "type": "REQUEST", "actors": ["SWE"], "words": "urged Lima"}""", false)]
    [InlineData("""{"expect": "event", "type": "REQUEST", "words": "Lima refused"}""", false)]
    [InlineData("""{"expect": "event", "type": "REQUEST", "date": "2021-12", "words": "urged Lima"}""", false)]
    [InlineData("""{"expect": "event", "type": "REQUEST", "date": "2021-12-14", "status": "asserted", "attributed": false, "words": "urged Lima"}""", true)]
    [InlineData("""{"expect": "event", "type": "REQUEST", "by": "NOR", "words": "urged Lima"}""", false)]
    [InlineData("""{"expect": "once", "type": "REQUEST", "words": "Oslo urged Lima to talk. Lima refused."}""", true)]
    [InlineData("""{"expect": "once", "type": "REJECT", "words": "Oslo urged Lima to talk. Lima refused."}""", false)]
    [InlineData("""{"expect": "event", "type": "REQUEST", "mode": "!phone", "words": "urged Lima"}""", true)]
    [InlineData("""{"expect": "own", "words": "urged Lima"}""", true)]
    [InlineData("""{"expect": "sentence", "words": "urged Lima"}""", false)]
    [InlineData("""{"expect": "nothing", "words": "Lima refused"}""", true)]
    [InlineData("""{"expect": "nothing", "words": "urged"}""", false)]
    [InlineData("""{"expect": "ignored", "words": "Watch video"}""", true)]
    [InlineData("""{"expect": "ignored", "words": "Lima refused"}""", false)]
    public void Is_met(string line, bool expected)
    {
        var document = new Document(new(Text));
        document.Events.Add(new()
        {
            Id = "e1", Type = "REQUEST", Status = EventStatus.Asserted, Date = new(2021, 12, 14), Evidence = new(0, 23), Rule = "", Why = "",
            Actors = [new("Norway", ActorKind.State) { Id = "NOR" }], Recipients = [new("Peru", ActorKind.State) { Id = "PER" }],
            Spans = [new("trigger", new(5, 10))],
        });
        document.Ignored.Add(new(new(39, 50), "a leftover of the page"));
        using var json = JsonDocument.Parse(line);
        var story = new ExpectedStory("", document.Story, [Expectation.Read(json.RootElement, Text, "file", 2)]);
        Assert.Equal(expected, StoryScorer.Check(story, document)[0].Met);
    }

    [Theory]
    [InlineData("""{"expect": "event", "words": "Lima"}""", "file:2: “Lima” occurs more than once in the story")]
    [InlineData("""{"expect": "event", "words": "Bern"}""", "file:2: “Bern” occurs nowhere in the story")]
    [InlineData("""{"expect": "evnt", "words": "Oslo"}""", "file:2: expect is one of event, position, agreement, attribution, ignored, nothing, once, own, sentence")]
    [InlineData("""{"expect": "event", "actor ": "NOR", "words": "Oslo"}""", "file:2: the key actor  is not known here")]
    [InlineData("""{"expect": "event", "start": 0, "end": 4, "hash": "0000000000000000"}""", "file:2: the words at 0 are others")]
    public void Refuses(string line, string message)
    {
        using var json = JsonDocument.Parse(line);
        Assert.Equal(message, Assert.Throws<ScoreException>(() => Expectation.Read(json.RootElement, Text, "file", 2)).Message);
    }
}
