using System.Text;
using Demarche.Store;
using Demarche.Store.Asking;
using Demarche.Tests.Cli;
using Demarche.Tests.Record;

namespace Demarche.Tests.Store;

public sealed class CorrectionsTests : IDisposable
{
    private static readonly RecordId Threat = new(RecordKind.Event, 1), Denial = new(RecordKind.Event, 2);

    private readonly Folder _folder = new();
    private readonly RecordStore _store;
    private readonly string _story = Recorded.Story().Story.Id;

    public CorrectionsTests()
    {
        _store = Stores.Of(_folder, Recorded.Story());
    }

    [Theory]
    [InlineData("type", "coerce", "COERCE")]
    [InlineData("status", "denied", "denied")]
    [InlineData("date", "2021-03", "2021-03")]
    [InlineData("actors", "Tiberia; person:Jan Kos", "Tiberia; Jan Kos")]
    [InlineData("evidence", "river port", "river port")]
    [InlineData("place", "Varna", "Varna")]
    public void Edits_a_field(string field, string value, string expected)
    {
        _store.Corrections.Edit("ann", _story, Threat, field, value);
        var record = _store.Answers.Record(_story, Threat)!;
        Assert.Equal(expected, field switch
        {
            "type" => record.Type, "status" => record.Status, "date" => record.Date, "actors" => string.Join("; ", record.Actors), "evidence" => record.Words, _ => record.Place,
        });
        Assert.Equal(Review.Reviewed, record.Review);
        Assert.Single(_store.Answers.Search(new() { Reviews = [Review.Reviewed] }));
        IsWhole();
    }

    [Theory]
    [InlineData(RecordKind.Position, "stance", "question", null)]
    [InlineData(RecordKind.Position, "direction", "against", null)]
    [InlineData(RecordKind.Position, "witness", "foe", null)]
    [InlineData(RecordKind.Position, "direction", "upwards", "direction: upwards is not known; write for, against")]
    [InlineData(RecordKind.Agreement, "claim", "denounced", null)]
    [InlineData(RecordKind.Agreement, "claim", "extended", null)]
    [InlineData(RecordKind.Agreement, "claim", "sought", "claim: sought is not known; write proposed, signed, ratified, in force, ")]
    public void A_position_and_a_claim_take_what_the_record_may_say(RecordKind kind, string field, string value, string? problem)
    {
        var record = new RecordId(kind, 1);
        if (problem is not null)
        {
            Assert.StartsWith(problem, Assert.Throws<StoreException>(() => _store.Corrections.Edit("ann", _story, record, field, value)).Message, StringComparison.Ordinal);
            return;
        }
        _store.Corrections.Edit("ann", _story, record, field, value);
        Assert.Contains($"\"{field}\":\"{value}\"", Line(), StringComparison.Ordinal);
        IsWhole();
    }

    [Theory]
    [InlineData(RecordKind.Position, "stance=demand|issue=dams|actor=LUS|direction=against")]
    [InlineData(RecordKind.Agreement, "claim=denounced|name=1994 water treaty")]
    [InlineData(RecordKind.Event, "type=REJECT|date_note=as told")]
    public void A_record_added_by_hand_has_the_fields_that_the_program_writes(RecordKind kind, string fields)
    {
        _store.Corrections.Add("ann", _story, kind, "1994 water treaty", fields.Split('|').Select(field => field.Split('=')).ToDictionary(field => field[0], field => field[1]));
        using var line = System.Text.Json.JsonDocument.Parse(Line());
        var list = line.RootElement.GetProperty(kind switch { RecordKind.Position => "positions", RecordKind.Agreement => "agreements", _ => "events" }).EnumerateArray().ToList();
        Assert.Equal(list[0].EnumerateObject().Select(field => field.Name), list[^1].EnumerateObject().Select(field => field.Name).Where(name => name != "review"));
        IsWhole();
    }

    [Fact]
    public void An_event_of_another_type_is_of_that_type_s_quad_class_though_the_store_has_no_other_of_it()
    {
        _store.Corrections.Edit("ann", _story, Threat, "type", "aid");
        Assert.Contains("\"quad\":2", Line(), StringComparison.Ordinal);
        _store.Corrections.Edit("ann", _story, Threat, "type", "coerce");
        Assert.DoesNotContain("\"quad\":2", Line(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("colour", "red", "colour is no field to edit here; there are type, ")]
    [InlineData("id", "e9", "id is no field to edit here")]
    [InlineData("type", "rumour", "type: RUMOUR is no type of event; write ACCUSE, AGREE, ")]
    [InlineData("status", "perhaps", "status: perhaps is not known; write asserted, ")]
    [InlineData("date", "yesterday", "date: yesterday is not a date; write 2021-12-14")]
    [InlineData("actors", "Nobody", "no actor of the store is called Nobody; for a new one write its kind too (state, ")]
    [InlineData("evidence", "not in there", "“not in there” does not stand in the text")]
    [InlineData("evidence", "10-99999", "10-99999 is not within the text")]
    [InlineData("type", "", "type cannot be empty")]
    public void Refuses_what_cannot_stand_there(string field, string value, string problem)
    {
        Assert.StartsWith(problem, Assert.Throws<StoreException>(() => _store.Corrections.Edit("ann", _story, Threat, field, value)).Message, StringComparison.Ordinal);
        Assert.Empty(_store.Corrections.History());
    }

    [Fact]
    public void An_actor_can_be_split_only_where_it_is_and_into_somebody_else()
    {
        Assert.Contains("ana-kovac and ana-kovac are one actor; write who else it is there", Assert.Throws<StoreException>(() => _store.Corrections.Split("ann", "ana-kovac", "ana-kovac", [_story])).Message, StringComparison.Ordinal);
        _store.Corrections.Split("ann", "ana-kovac", "person:Ana Kovač the younger", [_story]);
        Assert.NotEmpty(_store.Answers.Search(new() { Actors = ["Ana Kovač the younger"] }));
        Assert.Contains($"is in no record of story {_story}; demarche record {_story} --store", Assert.Throws<StoreException>(() => _store.Corrections.Split("ann", "ana-kovac", "person:Ana Kovač the elder", [_story])).Message, StringComparison.Ordinal);
        _store.Corrections.Undo("ann", 1);
        Assert.Empty(_store.Answers.Search(new() { Actors = ["Ana Kovač the younger"] }));
        IsWhole();
    }

    [Fact]
    public void The_network_of_everything_is_in_step_with_every_change()
    {
        IsCounted();
        _store.Corrections.Edit("ann", _story, Threat, "recipients", "state:Nowhere; TIB");
        IsCounted();
        Assert.Contains(_store.Answers.Network(new()), dyad => dyad.Recipient == "Nowhere");
        _store.Corrections.Edit("ann", _story, Threat, "type", "CONSULT");
        IsCounted();
        _store.Corrections.Merge("ann", "Nowhere", "TIB");
        IsCounted();
        _store.Corrections.Reject("ann", _story, Threat);
        IsCounted();
        _store.Corrections.Undo("ann", 4);
        IsCounted();
        IsWhole();

        // With a condition that all fulfil it is counted.
        void IsCounted() => Assert.Equal(Told(new() { Reviews = [Review.Machine, Review.Reviewed, Review.Added] }), Told(new()));

        List<string> Told(Question question) => [.. _store.Answers.Network(question with { Most = 1000 }).Select(dyad => $"{dyad.Actor} {dyad.Recipient} {dyad.Count} {dyad.Cooperation} {dyad.Conflict} {dyad.First} {dyad.Last} {dyad.Latest.Address}")];
    }

    [Fact]
    public void Undoing_everything_gives_back_the_same_bytes()
    {
        var before = Line();
        var corrections = _store.Corrections;
        corrections.Accept("ann", _story, Threat);
        corrections.Edit("ann", _story, Threat, "recipients", "");
        corrections.Reject("bob", _story, new(RecordKind.Statement, 2));
        corrections.Add("bob", _story, RecordKind.Event, "no breach", new Dictionary<string, string> { ["type"] = "REJECT", ["actors"] = "Tiberia" });
        corrections.Merge("ann", "Her office", "LUS");
        corrections.Split("ann", "ana-kovac", "person:Ana Kovač the younger", [_story]);
        corrections.Note("ann", _story, Threat, "look again");
        Assert.NotEqual(before, Line());
        IsWhole();
        foreach (var decision in corrections.History().OrderByDescending(decision => decision.Number))
        {
            corrections.Undo("ann", decision.Number);
            IsWhole();
        }
        Assert.Equal(before, Line());
        Assert.Equal(14, corrections.History().Count);
    }

    [Fact]
    public void What_stood_in_a_rejected_attribution_stands_in_the_one_around_it()
    {
        _store.Corrections.Reject("ann", _story, new(RecordKind.Statement, 3));
        Assert.Equal(["Her office"], _store.Answers.Record(_story, new(RecordKind.Agreement, 1))!.Speakers);
        Assert.Null(_store.Answers.Record(_story, new(RecordKind.Statement, 3)));
        IsWhole();
    }

    [Fact]
    public void Adds_a_record_that_can_be_asked_for()
    {
        var id = _store.Corrections.Add("ann", _story, RecordKind.Event, "no breach", new Dictionary<string, string> { ["type"] = "reject", ["actors"] = "TIB", ["recipients"] = "LUS", ["date"] = "2021-03-15" });
        Assert.Equal("e+1", id.ToString());
        var found = Assert.Single(_store.Answers.Timeline(new() { Actors = ["TIB"], Recipients = ["LUS"], Types = ["REJECT"] }));
        Assert.Equal(("no breach", Review.Added), (found.Words, found.Review));
        _store.Corrections.Edit("ann", _story, id, "date", "2021-03-14");
        Assert.Equal("2021-03-14", _store.Answers.Record(_story, id)!.Date);
        _store.Corrections.Reject("ann", _story, id);
        Assert.Null(_store.Answers.Record(_story, id));
        IsWhole();
    }

    [Fact]
    public void A_merged_actor_answers_to_its_new_name_in_stories_that_come_later_too()
    {
        _store.Corrections.Merge("ann", "Tiberia's envoy", "TIB");
        Assert.Equal(2, _store.Answers.Timeline(new() { Actors = ["TIB"], Alone = true }).Count + _store.Answers.Search(new() { Actors = ["TIB"], Kinds = [RecordKind.Statement] }).Count);
        using (var adding = _store.Add())
        {
            adding.Add(CodedStory.Of(Recorded.Story(Recorded.Story().Text, "Later Post"), Recorded.Run));
            adding.Commit();
        }
        Assert.Equal(2, _store.Answers.Timeline(new() { Actors = ["TIB"], Alone = true }).Count);
        IsWhole();
    }

    [Fact]
    public void Decisions_are_kept_when_the_story_is_coded_again_and_listed_when_their_words_yield_nothing()
    {
        _store.Corrections.Edit("ann", _story, Threat, "type", "COERCE");
        _store.Corrections.Reject("ann", _story, Denial);
        _store.Corrections.Accept("ann", _story, new(RecordKind.Agreement, 1));

        // The new codebook finds the threat as the second event, in a shorter clause, and no agreement.
        var again = Recorded.Story();
        var threat = again.Events[0];
        again.Events[0] = again.Events[1];
        again.Events[0].Id = "e1";
        again.Events[1] = new()
        {
            Id = "e2", Type = "THREATEN", Actors = threat.Actors, Recipients = threat.Recipients, Status = EventStatus.Asserted, Evidence = threat.Evidence with { End = threat.Evidence.End - 20 }, Spans = [],
            Rule = "other/rule", Why = "another reason", Quad = 3,
        };
        again.Agreements.Clear();
        using (var adding = _store.Add())
        {
            adding.Add(CodedStory.Of(again, Recorded.Run with { Codebook = "newer" }));
            adding.Commit();
        }
        Assert.Equal("COERCE", Assert.Single(_store.Answers.Timeline(new())).Type);
        Assert.Equal("g1", Assert.Single(_store.Corrections.Lost()).Target);
        IsWhole();

        Assert.Equal(2, _store.Runs.All().Count);
        var changes = _store.Runs.Compare(1, 2).ToList();
        Assert.Contains(changes, change => change is { Kind: RecordKind.Agreement, Before: "g1", After: null });
        Assert.Contains(changes, change => change is { Before: "e1", After: "e2", Field: "evidence" });
        _store.Runs.Use(1);
        Assert.Empty(_store.Corrections.Lost());
        Assert.Equal(Review.Reviewed, _store.Answers.Record(_story, new(RecordKind.Agreement, 1))!.Review);
        IsWhole();
        Assert.Equal(0, _store.Runs.Drop(1));
        Assert.Equal("g1", Assert.Single(_store.Corrections.Lost()).Target);
        IsWhole();
    }

    [Fact]
    public void Decisions_can_be_neither_changed_nor_removed()
    {
        _store.Corrections.Accept("ann", _story, Threat);
        Assert.Throws<StoreException>(() => _store.Database.Execute("UPDATE decision SET author = 'bob'"));
        Assert.Throws<StoreException>(() => _store.Database.Execute("DELETE FROM decision"));
    }

    [Fact]
    public void Time_comes_from_the_clock_that_is_given()
    {
        _store.Dispose();
        using var store = RecordStore.Open(_store.Path, new() { Access = StoreAccess.Write, Clock = new Stopped() });
        store.Corrections.Accept("ann", _story, Threat);
        Assert.Equal("2024-02-29T12:00:00.000Z", store.Corrections.History(_story).Single().Time);
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    private string Line() => Encoding.UTF8.GetString(_store.Shown().Single(story => story.Key == _story).Line());

    private void IsWhole() => Assert.Empty(_store.Check());

    private sealed class Stopped : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);
    }
}
