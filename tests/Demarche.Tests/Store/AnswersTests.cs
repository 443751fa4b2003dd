using Demarche.Store;
using Demarche.Store.Asking;
using Demarche.Tests.Cli;
using Demarche.Tests.Record;

namespace Demarche.Tests.Store;

/// <summary>What questions find in a store of two outlets' reports of one story.</summary>
public sealed class AnswersTests : IDisposable
{
    private readonly Folder _folder = new();
    private readonly RecordStore _store;

    public AnswersTests()
    {
        _store = Stores.Of(_folder, Recorded.Story(), Other());
    }

    // The same story, elsewhere, with its threat turned round and made in April.
    private static Document Other()
    {
        var document = Recorded.Story(Recorded.Story().Text, "Tiberian Post");
        var threat = document.Events[0];
        document.Events[0] = new()
        {
            Id = "e1", Type = "THREATEN", Actors = threat.Recipients, Recipients = threat.Actors, Date = new(2021, 4), Status = EventStatus.Reported, Evidence = threat.Evidence,
            Spans = [], Attribution = threat.Attribution, Quad = 3, Rule = threat.Rule, Why = threat.Why,
        };
        return document;
    }

    [Theory]
    [InlineData("type=threaten kind=event", "e1 Courier|e1 Post")]
    [InlineData("type=THREATEN actor=LUS recipient=TIB in=2021-03 said=self", "e1 Courier")]
    [InlineData("type=THREATEN actor=lusonia recipient=Tiberia", "e1 Courier")]
    [InlineData("type=THREATEN actor=LUS recipient=TIB said=other", "")]
    [InlineData("kind=event actor=Tiberia recipient=LUS", "e1 Post")]
    [InlineData("kind=event actor=TIB recipient=LUS in=2021-04", "e1 Post")]
    [InlineData("kind=event actor=TIB recipient=LUS in=2021-05", "")]
    [InlineData("kind=event actor=TIB recipient=LUS from=2021-04-20", "e1 Post")]
    [InlineData("kind=event actor=TIB recipient=LUS to=2021-03-31", "")]
    [InlineData("kind=event type=reject in=1995", "e2 Courier|e2 Post")]
    [InlineData("kind=event type=reject in=1996", "")]
    [InlineData("kind=event outlet=tiberian+post status=reported type=threaten", "e1 Post")]
    [InlineData("kind=event mode=deny outlet=Example+Courier", "e2 Courier")]
    [InlineData("kind=event country=lus", "e1 Courier")]
    [InlineData("kind=position issue=water-sharing type=deny", "p2 Courier|p2 Post")]
    [InlineData("kind=position dated", "p1 Courier|p1 Post")]
    [InlineData("kind=statement said=Ana+Kovač", "a1 Courier|a1 Post")]
    [InlineData("kind=statement said=LUS", "a1 Courier|a2 Courier|a1 Post|a2 Post")]
    [InlineData("kind=statement said=LUS alone", "a2 Courier|a2 Post")]
    [InlineData("kind=statement said=relayed", "a3 Courier|a3 Post")]
    [InlineData("words=treaty kind=agreement", "g1 Courier|g1 Post")]
    [InlineData("words=reservoir+NOT+Varna", "")]
    [InlineData("words=kovac kind=event", "e1 Courier|e1 Post")]
    [InlineData("words=\"river+port\" kind=event", "e1 Courier|e1 Post")]
    [InlineData("words=\"port+river\" kind=event", "")]
    [InlineData("words=reserv*+OR+breach kind=event", "e1 Courier|e1 Post|e2 Courier|e2 Post")]
    [InlineData("words=')(*;+-+reservoir kind=position", "p1 Courier|p1 Post")]
    [InlineData("issue=no-such-issue", "")]
    [InlineData("review=reviewed", "")]
    public void Finds(string question, string expected)
    {
        var found = _store.Answers.Search(Read(question)).Select(record => $"{record.Id} {record.Outlet!.Split(' ')[1]}").Order(StringComparer.Ordinal);
        Assert.Equal(string.Join('|', expected.Split('|').Order(StringComparer.Ordinal)), string.Join('|', found));
    }

    [Fact]
    public void Each_row_has_its_words_and_its_story()
    {
        foreach (var record in _store.Answers.Search(new()))
        {
            var text = _store.Shown().Single(story => story.Key == record.Story).Text;
            Assert.Equal(record.Words, text[record.Span.Start..record.Span.End]);
            Assert.NotEqual("", record.Words);
            Assert.Equal(record, _store.Answers.Record(record.Story, record.Id), SameRecord);
        }
    }

    // The Courier's story has a record of THREATEN by Lusonia, the Post's one by Tiberia.
    [Theory]
    [InlineData("words=share", "Courier|Post")]
    [InlineData("words=RESERVOIR+kovac", "Courier|Post")]
    [InlineData("words=reservoirs", "")]
    [InlineData("words=reserv*", "Courier|Post")]
    [InlineData("words=\"share+this+story\"", "Courier|Post")]
    [InlineData("words=\"this+share\"", "")]
    [InlineData("words=\"this+share\"+OR+envoy", "Courier|Post")]
    [InlineData("words=envoy+NOT+\"this+share\"", "Courier|Post")]
    [InlineData("words=envoy+NOT+\"share+this\"", "")]
    [InlineData("words=envoy+NOT+dam", "")]
    [InlineData("words=ꟺ", "")]
    [InlineData("words=share outlet=tiberian+post", "Post")]
    [InlineData("words=share from=2021-03-17", "")]
    [InlineData("words=share type=THREATEN actor=LUS", "Courier")]
    [InlineData("words=share type=ASSAULT", "")]
    public void Finds_words_in_stories_where_no_record_has_them(string question, string expected)
    {
        var hits = _store.Answers.Stories(Read(question));
        Assert.Equal(expected, string.Join('|', hits.Select(hit => hit.Outlet!.Split(' ')[1]).Order(StringComparer.Ordinal)));
        foreach (var hit in hits)
            Assert.Equal(hit.Words, Recorded.Story().Text[hit.Span.Start..hit.Span.End]);
    }

    [Fact]
    public void Shows_of_a_story_the_passage_in_which_most_of_the_words_stand()
    {
        Assert.StartsWith("Her office told reporters that Tiberia's envoy had", _store.Answers.Stories(new() { Words = "Tiberia reporters water" })[0].Words, StringComparison.Ordinal);
        Assert.Equal(4, _store.Answers.Stories(new() { Words = "tiberia OR reservoir" })[0].Times);
    }

    [Fact]
    public void The_story_that_has_the_words_more_often_comes_first()
    {
        using (var adding = _store.Add())
        {
            foreach (var (text, outlet) in new[] { ("Grain ships left.\n\nMore about the weather and the long roads of the north today.\n", "Once"), ("Grain, grain and grain.\n\nMore about the weather and the long roads of the north.\n", "Often") })
                adding.Add(CodedStory.Of(new(new(text) { Outlet = outlet }), Recorded.Run));
            adding.Commit();
        }
        Assert.Equal(["Often", "Once"], _store.Answers.Stories(new() { Words = "grain" }).Select(hit => hit.Outlet));
    }

    [Fact]
    public void Tells_how_positions_moved()
    {
        var cells = _store.Answers.Positions(new());
        Assert.Equal(["Lusonia: threaten (2)", "Tiberia's envoy: deny (2)"], cells.Select(cell => $"{cell.Side}: {cell.Latest.Type} ({cell.Count})").Order(StringComparer.Ordinal));
        Assert.Equal([new(2021, 3, 1), new(2021, 3, 16)], cells.OrderBy(cell => cell.Side, StringComparer.Ordinal).Select(cell => cell.Trail.Single().Day!.Value));
        Assert.Equal("Lusonia", Assert.Single(_store.Answers.Positions(new() { Actors = ["LUS"] })).Side);
        Assert.Empty(_store.Answers.Positions(new() { From = new(2022, 1, 1) }));
    }

    [Fact]
    public void Tells_who_acts_towards_whom()
    {
        Assert.Equal(["Lusonia > Tiberia 1 of 1", "Tiberia > Lusonia 1 of 1"],
            _store.Answers.Network(new()).Select(dyad => $"{dyad.Actor} > {dyad.Recipient} {dyad.Conflict} of {dyad.Count}").Order(StringComparer.Ordinal));
        Assert.Empty(_store.Answers.Network(new(), least: 2));
        Assert.Equal("Tiberia", Assert.Single(_store.Answers.Network(new() { Outlets = ["Tiberian Post"] })).Actor);
        Assert.Empty(_store.Answers.Network(new() { Kinds = [RecordKind.Statement] }));
    }

    [Fact]
    public void A_state_is_not_called_after_a_town_that_stands_for_it()
    {
        var document = Recorded.Story(Recorded.Story().Text, "Varna Herald");
        var threat = document.Events[0];
        document.Events[0] = new()
        {
            Id = "e1", Type = "ASSAULT", Recipients = threat.Recipients, Actors = [new("Aldport", ActorKind.State) { Id = "LUS", Country = "LUS", Mention = threat.Actors[0].Mention }, new("Lusonia", ActorKind.State) { Id = "LUS", Country = "LUS", Sector = "GOV", Mention = threat.Actors[0].Mention }],
            Status = EventStatus.Reported, Evidence = threat.Evidence, Spans = [], Quad = 4, Rule = threat.Rule, Why = threat.Why,
        };
        using var folder = new Folder();
        using var store = Stores.Of(folder, document);
        Assert.Contains(store.Answers.Network(new()), dyad => dyad.Actor == "Lusonia");
        Assert.DoesNotContain(store.Answers.Network(new()), dyad => dyad.Actor == "Aldport" || dyad.Recipient == "Aldport");
    }

    [Fact]
    public void Tells_what_some_outlets_report_and_others_do_not()
    {
        var contrasts = _store.Answers.Compare(new(), ["Example Courier"], ["Tiberian Post"]);
        Assert.Equal(["Lusonia 1:0 Example Courier", "Tiberia 0:1 Tiberian Post", "Tiberia's envoy 1:1 Example Courier"], contrasts.Select(row => $"{row.Actor} {row.These}:{row.Those} {row.Example.Outlet}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Tells_who_has_not_reacted()
    {
        // Tiberia, which the treaty's records have nothing of, threatens Lusonia in another record.
        Assert.Empty(_store.Answers.Silent(new() { Words = "treaty" }));
        Assert.Empty(_store.Answers.Silent(new() { Words = "treaty" }, ["LUS"]));
    }

    [Fact]
    public void Counts_the_same_kept_and_counted()
    {
        var kept = _store.Answers.Facets(new()).Select(count => count.ToString()).Order(StringComparer.Ordinal);
        var counted = _store.Answers.Facets(new() { Kinds = [RecordKind.Statement, RecordKind.Event, RecordKind.Position, RecordKind.Agreement] }).Select(count => count.ToString()).Order(StringComparer.Ordinal);
        Assert.Equal(counted, kept);
        Assert.Contains(_store.Answers.Facets(new() { Outlets = ["Tiberian Post"] }), count => count is { Kind: RecordKind.Event, Facet: "status", Value: "reported", Count: 2 });
    }

    [Fact]
    public void Says_whom_it_knows_when_asked_for_somebody_it_does_not() =>
        Assert.Equal("no actor of the store is called Kova; there is Ana Kovač", Assert.Throws<StoreException>(() => _store.Answers.Search(new() { Actors = ["Kova"] })).Message);

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    private static bool SameRecord(StoredRecord a, StoredRecord? b) => b is not null && a.Address == b.Address && a.Words == b.Words && a.Type == b.Type && a.Date == b.Date;

    private static Question Read(string text)
    {
        var question = new Question();
        foreach (var part in text.Split(' '))
        {
            var value = part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..].Replace('+', ' ');
            string[] list = [value];
            question = part.Split('=')[0] switch
            {
                "words" => question with { Words = value },
                "kind" => question with { Kinds = [Enum.Parse<RecordKind>(value, ignoreCase: true)] },
                "actor" => question with { Actors = list },
                "recipient" => question with { Recipients = list },
                "said" when Enum.TryParse<Voice>(value, ignoreCase: true, out var voice) => question with { Voices = [voice] },
                "said" => question with { Speakers = list },
                "alone" => question with { Alone = true },
                "dated" => question with { Dated = true },
                "type" => question with { Types = list },
                "mode" => question with { Modes = list },
                "issue" => question with { Issues = list },
                "status" => question with { Statuses = list },
                "outlet" => question with { Outlets = list },
                "country" => question with { Countries = list },
                "review" => question with { Reviews = [Enum.Parse<Review>(value, ignoreCase: true)] },
                "in" when PartialDate.TryParse(value, out var date) => question with { From = date.Earliest, To = date.Latest },
                "from" => question with { From = DateOnly.Parse(value) },
                "to" => question with { To = DateOnly.Parse(value) },
                _ => throw new ArgumentException(part),
            };
        }
        return question;
    }
}
