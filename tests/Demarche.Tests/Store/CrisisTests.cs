using Demarche.Bench;
using Demarche.Codebooks;
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
        _store = Filled("crisis", new Crisis(1).Stories(200));
    }

    private RecordStore Filled(string name, IEnumerable<Document> stories)
    {
        var store = RecordStore.Open(Path.Combine(_folder.Path, $"{name}.demarche"), new() { Access = StoreAccess.Create });
        using var adding = store.Add();
        foreach (var document in stories)
            adding.Add(CodedStory.Of(document, Crisis.Run));
        adding.Commit();
        return store;
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
    public void Records_are_the_same_one_by_one_and_together()
    {
        var addresses = _store.Answers.Search(new() { Most = 300 }).Select(record => (record.Story, record.Id)).Append(("nowhere", new(RecordKind.Event, 1))).ToList();
        var together = _store.Answers.Records(addresses);
        var alone = new List<string>();
        foreach (var (story, id) in addresses)
            alone.Add(Told(_store.Answers.Record(story, id)));
        Assert.Equal(alone, together.Select(Told).ToList());
        Assert.Null(together[^1]);
        Assert.All(together.SkipLast(1), record => Assert.NotNull(record));
        foreach (var record in together.SkipLast(1))
            Assert.Equal(_store.Answers.Of(record!.Story).Single(other => other.Id == record.Id).Voice, record.Voice);

        static string Told(StoredRecord? record) => record is null ? "-" : $"{record.Address} {record.Why}";
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
    [InlineData("outlet and kind")]
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
            "outlet and kind" => new() { Outlets = ["Outlet 3"], Kinds = [RecordKind.Event] },
            _ => new() { From = new(2022, 1, 1), To = new(2022, 1, 31) },
        };
        var sieve = new Sieve(_store.Database, question, new Names(_store.Database));
        using var plan = _store.Database.Once("EXPLAIN QUERY PLAN " + sieve.Select("r.id"), [.. sieve.Cells]);
        var steps = new List<string>();
        while (plan.Next())
            steps.Add(plan.Text(3)!);
        Assert.DoesNotContain(steps, step => step is "SCAN r" or "SCAN part" or "SCAN dyad");
        // Of a story's few rows none is looked for among all of a kind.
        Assert.Equal(by.StartsWith("outlet", StringComparison.Ordinal), steps.Contains("SEARCH r USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"));
    }

    [Fact]
    public void Positions_are_those_of_the_records()
    {
        // The first weeks of a crisis of which much is told.
        using var store = Filled("weeks", new Crisis(2).Stories(20_000).Take(300));
        var cells = store.Answers.Positions(new() { Most = 40 });
        Assert.True(cells[0].Count >= cells[^1].Count);
        Assert.Contains(cells, cell => cell.Conflicts.Count > 0);
        foreach (var cell in cells)
        {
            var records = store.Answers.Timeline(new() { Kinds = [RecordKind.Position], Actors = [cell.Side], Issues = [cell.Issue], Most = 10_000 });
            Assert.Equal(records.Count, cell.Count);
            Assert.Equal(records[^1].Address, cell.Latest.Address);
            Assert.Equal(records.Where((record, i) => i == 0 || records[i - 1].Type != record.Type).Select(record => $"{record.Type} {DayOf(record)} {record.Address}"),
                cell.Trail.Select(step => $"{step.Stance} {step.Day} {step.Record}"));
            Assert.Equal(records.GroupBy(DayOf).SelectMany(day => Conflicts(day.GroupBy(record => record.Type).Select(stance => stance.ToList()).ToList())),
                cell.Conflicts.Select(pair => $"{pair.Day}: {pair.One.Stance} {pair.One.Outlet} {pair.One.Record}, {pair.Other.Stance} {pair.Other.Outlet} {pair.Other.Record}"));
        }
    }

    private static DateOnly? DayOf(StoredRecord record) => PartialDate.TryParse(record.Date, out var date) ? date.Earliest : record.Published;

    // Of each two stances that do not go together the first of the one, and the first of the other that another outlet has.
    private static IEnumerable<string> Conflicts(List<List<StoredRecord>> stances)
    {
        for (var i = 0; i < stances.Count; i++)
            for (var j = i + 1; j < stances.Count; j++)
            {
                var (these, those) = (stances[i], stances[j]);
                if (!PositionRules.ShippedOpposed.Contains((these[0].Type, those[0].Type)) && !PositionRules.ShippedOpposed.Contains((those[0].Type, these[0].Type)))
                    continue;
                var (one, other) = those.Find(record => record.Outlet != these[0].Outlet) is { } found ? (these[0], found) : (these.Find(record => record.Outlet != these[0].Outlet), those[0]);
                if (one is not null)
                    yield return $"{DayOf(one)}: {one.Type} {one.Outlet} {one.Address}, {other.Type} {other.Outlet} {other.Address}";
            }
    }

    [Fact]
    public void Contrasts_of_outlets_are_those_of_the_records()
    {
        var contrasts = _store.Answers.Compare(new(), ["Outlet 0"], ["Outlet 1", "Outlet 2"]);
        Assert.Contains(contrasts, row => row.Recipient is null);
        foreach (var row in contrasts.Take(40))
        {
            Question question = new() { Kinds = [RecordKind.Event], Actors = [row.Actor], Recipients = row.Recipient is null ? [] : [row.Recipient], Types = [row.Type], Most = 10_000 };
            bool IsMeant(StoredRecord record) => row.Recipient is not null || record.Recipients.All(name => name == row.Actor);
            Assert.Equal(_store.Answers.Search(question with { Outlets = ["Outlet 0"] }).Count(IsMeant), row.These);
            Assert.Equal(_store.Answers.Search(question with { Outlets = ["Outlet 1", "Outlet 2"] }).Count(IsMeant), row.Those);
            Assert.Equal(row.TheseShare >= row.ThoseShare ? "Outlet 0" : row.Example.Outlet == "Outlet 1" ? "Outlet 1" : "Outlet 2", row.Example.Outlet);
        }
    }

    [Fact]
    public void Counts_under_a_filter_are_those_of_the_records()
    {
        Question question = new() { Actors = [Crisis.State(0)], Most = 10_000 };
        var records = _store.Answers.Search(question);
        var counts = _store.Answers.Facets(question).ToDictionary(count => (count.Kind, count.Facet, count.Value), count => count.Count);
        foreach (var group in records.GroupBy(record => (record.Id.Kind, "type", record.Type)).Concat(records.GroupBy(record => (record.Id.Kind, "outlet", record.Outlet!))).Concat(records.GroupBy(record => (record.Id.Kind, "voice", record.Voice.ToString().ToLowerInvariant()))))
            Assert.Equal(group.Count(), counts[group.Key]);
        foreach (var kind in records.GroupBy(record => record.Id.Kind))
            Assert.Equal(kind.Count(), counts.Where(count => count.Key.Kind == kind.Key && count.Key.Facet == "month").Sum(count => count.Value));
    }

    // What stands in the cells of a record is looked up there and not in its row.
    [Fact]
    public void Counts_under_several_conditions()
    {
        Question question = new() { Actors = [Crisis.State(0)], Kinds = [RecordKind.Event, RecordKind.Position], Statuses = ["asserted"], Voices = [Voice.Story], Most = 10_000 };
        foreach (var asked in new[] { question, question with { Statuses = [], Outlets = ["Outlet 0", "Outlet 3"] }, question with { Recipients = [Crisis.State(1)], Kinds = [RecordKind.Event] }, question with { From = new(2021, 6, 1), Types = ["THREATEN", "ASSAULT"] } })
        {
            var counts = _store.Answers.Facets(asked).Where(count => count.Facet == "month").GroupBy(count => count.Kind).ToDictionary(kind => kind.Key, kind => kind.Sum(count => count.Count));
            Assert.Equal(_store.Answers.Search(asked).GroupBy(record => record.Id.Kind).ToDictionary(kind => kind.Key, kind => (long)kind.Count()), counts);
            Assert.NotEmpty(counts);
        }
    }

    [Fact]
    public void Finds_cells_that_do_not_say_what_the_records_say()
    {
        Assert.Empty(_store.Check());
        _store.Database.Execute("UPDATE record SET confidence = confidence, voice = (voice + 1) % 4 WHERE id = 7");
        Assert.Contains("the cells of the records from 0 on do not say what the records say", _store.Check());
    }

    // A part of full text for each story would have to be merged with the others.
    [Theory]
    [InlineData("words")]
    [InlineData("told")]
    public void Full_text_is_written_once_a_transaction(string table) => Assert.Equal(1, _store.Database[$"SELECT count(DISTINCT segid) FROM {table}_idx"].Number());

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    private void Same(IEnumerable<StoredRecord> expected, Question question) =>
        Assert.Equal(expected.Select(record => record.Address).Order(StringComparer.Ordinal), _store.Answers.Search(question with { Most = 10_000 }).Select(record => record.Address).Order(StringComparer.Ordinal));

    private IEnumerable<string> Counted(Question question) => _store.Answers.Facets(question).Select(count => count.ToString()).Order(StringComparer.Ordinal);
}
