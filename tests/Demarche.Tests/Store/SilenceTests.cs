using Demarche.Store;
using Demarche.Tests.Cli;

namespace Demarche.Tests.Store;

/// <summary>Who has not reacted: an answer may stand in a record of its own, and what came before is none.</summary>
public sealed class SilenceTests : IDisposable
{
    private readonly Folder _folder = new();
    private readonly RecordStore _store;

    public SilenceTests() => _store = Stores.Of(_folder,
        Told(1, "Dorland", "condemned", "Lusonia", "ACCUSE"),
        Told(3, "Lusonia", "threatened", "Tiberia", "THREATEN"),
        Told(4, "Ardenia", "condemned", "Lusonia", "ACCUSE"),
        Told(4, "Borland", "thanked", "Cania", "SUPPORT"),
        Told(5, "Dorland", "thanked", "Cania", "SUPPORT"));

    [Theory]
    // Ardenia has answered in a record of its own; Dorland spoke before there was anything to answer.
    [InlineData("THREATEN", "Lusonia", "Tiberia|Dorland|Borland")]
    // Nobody is named: whoever acts in what matches is asked about.
    [InlineData("THREATEN", null, "Tiberia|Dorland|Borland")]
    // Nobody acts towards Ardenia or Dorland; Lusonia is addressed and acts against somebody else.
    [InlineData("ACCUSE", null, "Lusonia|Borland")]
    public void Says_who_has_not_reacted(string type, string? actor, string expected)
    {
        var silent = _store.Answers.Silent(new() { Types = [type], Actors = actor is null ? [] : [actor] }).Select(silence => silence.Side).ToList();
        Assert.Equal(expected.Split('|').Order(StringComparer.Ordinal), silent.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Who_was_addressed_comes_first() =>
        Assert.Equal(("Tiberia", 1, 0), _store.Answers.Silent(new() { Types = ["THREATEN"] }).Select(silence => (silence.Side, silence.Addressed, silence.Otherwise)).First());

    [Fact]
    public void An_answer_after_the_last_day_is_none() =>
        Assert.Contains(_store.Answers.Silent(new() { Types = ["THREATEN"], To = new(2022, 3, 3) }, ["Tiberia", "Ardenia"]), silence => silence.Side == "Tiberia");

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    private static Document Told(int day, string actor, string verb, string recipient, string type)
    {
        var document = new Document(new($"{actor} {verb} {recipient} on day {day}.") { Outlet = "Example Courier", Published = new(2022, 3, day) });
        Actor State(string name) => new(name, ActorKind.State) { Id = name[..3].ToUpperInvariant(), Country = name[..3].ToUpperInvariant(), Mention = At(name) };
        Span At(string words) => document.Text.IndexOf(words, StringComparison.Ordinal) is var at ? new(at, at + words.Length) : default;
        document.Events.Add(new()
        {
            Id = "e1", Type = type, Actors = [State(actor)], Recipients = [State(recipient)], Status = EventStatus.Asserted, Evidence = new(0, document.Text.Length - 1), Spans = [new("trigger", At(verb))],
            Quad = 3, Rule = "test/rule", Confidence = 0.9, Why = "it is said",
        });
        return document;
    }
}
