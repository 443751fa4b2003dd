using Demarche.Bench;
using Demarche.Store;
using Demarche.Store.Asking;
using Demarche.Tests.Cli;

namespace Demarche.Tests.Store;

/// <summary>The crisis of the bench in small: what the index answers is what going through all records gives, and no question goes through all of them.</summary>
public sealed class CrisisTests : IDisposable
{
    private readonly Folder _folder = new();
    private readonly RecordStore _store;

    public CrisisTests()
    {
        _store = RecordStore.Open(Path.Combine(_folder.Path, "crisis.demarche"), new() { Access = StoreAccess.Create });
        using var adding = _store.Add();
        foreach (var document in new Crisis(1).Stories(200))
            adding.Add(CodedStory.Of(document, Crisis.Run));
        adding.Commit();
    }

    [Fact]
    public void Answers_what_going_through_all_records_gives()
    {
        var all = _store.Shown().SelectMany(story => _store.Answers.Of(story.Key)).ToList();
        Assert.Empty(_store.Check());
        Assert.Equal(all.Count, _store.Answers.Search(new() { Most = 10_000 }).Count);
        foreach (var outlet in all.Select(record => record.Outlet!).Distinct())
            Same(all.Where(record => record.Outlet == outlet), new() { Outlets = [outlet] });
        foreach (var type in all.Where(record => record.Id.Kind == RecordKind.Event).Select(record => record.Type).Distinct())
            Same(all.Where(record => record.Type == type), new() { Types = [type] });
        foreach (var name in all.SelectMany(record => record.Actors).Distinct().Take(40))
            Same(all.Where(record => record.Actors.Contains(name)), new() { Actors = [name], Alone = true });
        foreach (var voice in Enum.GetValues<Voice>())
            Same(all.Where(record => record.Voice == voice), new() { Voices = [voice] });
        foreach (var month in Enumerable.Range(1, 12))
            Same(all.Where(record => record.Published is { Year: 2022 } day && (record.Date is null ? day.Month == month : record.Date.StartsWith($"2022-{month:00}", StringComparison.Ordinal))
                || (record.Published is { Year: not 2022 } && record.Date?.StartsWith($"2022-{month:00}", StringComparison.Ordinal) == true)),
                new() { From = new(2022, month, 1), To = new DateOnly(2022, month, 1).AddMonths(1).AddDays(-1) });
        Assert.Equal(Counted(new() { Kinds = Enum.GetValues<RecordKind>() }), Counted(new()));
    }

    [Fact]
    public void Pairs_of_sides_add_up()
    {
        var pairs = _store.Answers.Network(new() { Most = 10_000 });
        foreach (var pair in pairs.Take(20))
        {
            var timeline = _store.Answers.Timeline(new() { Actors = [pair.Actor], Recipients = [pair.Recipient], Most = 10_000 });
            Assert.Equal(pair.Count, timeline.Count);
            Assert.Equal(timeline.Select(record => record.Address), _store.Answers.Timeline(new() { Actors = [pair.Actor], Recipients = [pair.Recipient], Kinds = [RecordKind.Event], Dated = false, Most = 10_000 }).Select(record => record.Address));
        }
        Assert.Equal(_store.Answers.Positions(new() { Most = 10_000 }).Sum(cell => cell.Count), _store.Answers.Search(new() { Kinds = [RecordKind.Position], Most = 10_000 }).Count);
    }

    [Theory]
    [InlineData("words")]
    [InlineData("dyad")]
    [InlineData("actor")]
    [InlineData("type")]
    [InlineData("issue")]
    [InlineData("outlet")]
    [InlineData("days")]
    public void No_question_goes_through_all_records(string by)
    {
        Question question = by switch
        {
            "words" => new() { Words = Crisis.Word(5), Types = ["THREATEN"] },
            "dyad" => new() { Kinds = [RecordKind.Event], Actors = [Crisis.State(0)], Recipients = [Crisis.State(1)] },
            "actor" => new() { Actors = [Crisis.State(0)], Types = ["THREATEN"] },
            "type" => new() { Kinds = [RecordKind.Event], Types = ["THREATEN"] },
            "issue" => new() { Issues = ["issue-0"] },
            "outlet" => new() { Outlets = ["Outlet 3"] },
            _ => new() { From = new(2022, 1, 1), To = new(2022, 1, 31) },
        };
        var sieve = new Sieve(_store.Database, question, new Names(_store.Database));
        using var plan = _store.Database.Once("EXPLAIN QUERY PLAN " + sieve.Select("r.id"), [.. sieve.Cells]);
        var steps = new List<string>();
        while (plan.Next())
            steps.Add(plan.Text(3)!);
        Assert.DoesNotContain(steps, step => step is "SCAN r" or "SCAN part" or "SCAN dyad");
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    private void Same(IEnumerable<StoredRecord> expected, Question question) =>
        Assert.Equal(expected.Select(record => record.Address).Order(StringComparer.Ordinal), _store.Answers.Search(question with { Most = 10_000 }).Select(record => record.Address).Order(StringComparer.Ordinal));

    private IEnumerable<string> Counted(Question question) => _store.Answers.Facets(question).Select(count => count.ToString()).Order(StringComparer.Ordinal);
}
