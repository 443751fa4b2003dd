using Demarche.Store;
using Demarche.Store.Collating;
using Demarche.Tests.Stories;

namespace Demarche.Tests.Collating;

/// <summary>Reports of one happening come together, others do not, and the order in which they come is of no account.</summary>
public sealed class IncidentGrouperTests
{
    private static readonly IncidentRules Rules = CollatingRules.Load(Project.In("codebook")).Incidents;

    [Fact]
    public void Joins_what_tells_of_one_happening()
    {
        var a = Strike(1, 1, "RUS", "UKR", "Kharkiv", 10);
        var b = Strike(2, 1, "RUS", "UKR", "Kharkiv", 10);
        var weekLater = Strike(3, 1, "RUS", "UKR", "Kharkiv", 17);
        var elsewhere = Strike(4, 1, "RUS", "UKR", "Odesa", 10);
        Assert.Equal("1,2 | 3 | 4", Incidents([a, b, weekLater, elsewhere]));
    }

    [Fact]
    public void Draws_no_chain_of_unlike_reports_together()
    {
        // Each may be of the same days as the next, but the first and the last cannot be one.
        var chain = Enumerable.Range(0, 30).Select(i => Strike(i + 1, 1, "RUS", "UKR", "Kharkiv", 1 + i, 2)).ToList();
        foreach (var incident in new IncidentGrouper(Rules).Group(chain).SelectMany(component => component))
        {
            Assert.True(incident.Max(report => report.First) <= incident.Min(report => report.Last));
            foreach (var x in incident)
                foreach (var y in incident)
                    Assert.NotNull(new Likeness(Rules).Of(x, y));
        }
        Assert.Single(new IncidentGrouper(Rules).Group(chain));
        // A report that gives no place is like those of two cities, and joins one of them only.
        var open = Strike(50, 1, "RUS", "UKR", null, 5);
        Assert.Equal("1,2,50 | 3,4", Incidents([Strike(1, 1, "RUS", "UKR", "Kharkiv", 5), Strike(2, 1, "RUS", "UKR", "Kharkiv", 5), open, Strike(3, 1, "RUS", "UKR", "Odesa", 5), Strike(4, 1, "RUS", "UKR", "Odesa", 5)]));
    }

    [Fact]
    public void Keeps_other_actors_apart() =>
        Assert.Equal("1 | 2", Incidents([Strike(1, 1, "RUS", "UKR", "Kharkiv", 5), Strike(2, 1, "USA", "UKR", "Kharkiv", 5)]));

    [Fact]
    public void Does_not_depend_on_the_order_nor_on_how_many_come_at_once()
    {
        var random = new EditedStories(3);
        for (var turn = 0; turn < 20; turn++)
        {
            var reports = Enumerable.Range(1, 60).Select(i => Strike(
                i, 1 + random.Draw(3), random.Pick(["RUS", "USA", "UKR"]), random.Pick(["UKR", "IRQ", null!]), random.Pick(["Kharkiv", "Odesa", null!]), 1 + random.Draw(12), random.Draw(3))).ToList();
            var expected = Kept([reports]);
            Assert.Equal(expected, Kept(Mixed(reports, random).Chunk(7)));
            Assert.Equal(expected, Kept(Mixed(reports, random).Chunk(1)));
        }
    }

    [Fact]
    public void What_people_decided_does_not_depend_on_the_order_either()
    {
        var random = new EditedStories(7);
        for (var turn = 0; turn < 20; turn++)
        {
            var reports = Enumerable.Range(1, 40).Select(i => Strike(i, 1, random.Pick(["RUS", "USA"]), "UKR", random.Pick(["Kharkiv", "Odesa", null!]), 1 + random.Draw(12), random.Draw(3))).ToList();
            var ties = Enumerable.Range(1, 8).Select(number => (A: 1 + random.Draw(40), B: 1 + random.Draw(40), Number: number)).Where(pair => pair.A < pair.B)
                .GroupBy(pair => (pair.A, pair.B)).Select(pair => new Tie(pair.Key.A, pair.Key.B, random.Draw(2) == 0, pair.Last().Number)).ToList();
            var expected = Kept([reports], ties);
            Assert.Equal(expected, Kept(Mixed(reports, random).Chunk(7), ties));
            Assert.Equal(expected, Kept(Mixed(reports, random).Chunk(1), ties));
            foreach (var incident in new IncidentGrouper(Rules).Group(reports, ties).SelectMany(component => component))
                Assert.DoesNotContain(ties, tie => !tie.IsSame && incident.Exists(report => report.Row == tie.A) && incident.Exists(report => report.Row == tie.B));
        }
    }

    [Fact]
    public void A_place_that_only_stands_among_the_names_is_the_same_place()
    {
        var told = Strike(1, 1, "RUS", "UKR", "Kharkiv", 5);
        var named = Strike(2, 1, "RUS", "UKR", null, 5) with { Names = [ReportReader.Number("kharkiv")] };
        Assert.Equal(2, new Likeness(Rules).Of(told, named) - new Likeness(Rules).Of(told, named with { Names = [ReportReader.Number("odesa")] }));
        Assert.Contains("same place (Kharkiv)", new Likeness(Rules).Why(named, told));
    }

    [Theory]
    [InlineData("Guards seized an oil tanker in the strait", "hold", "take")]
    [InlineData("A missile hit the tanker after marines had seized it", "fight", null)]
    [InlineData("Pirates seized the ship and took 12 hostages", "fight", "abduct")]
    [InlineData("Police stormed the Tiberian embassy", "hold", "search")]
    [InlineData("Gunmen stormed the Tiberian embassy", "fight", "at-close-quarters")]
    [InlineData("A mob burned the Tiberian embassy", "fight", "wreck")]
    [InlineData("Youths broke into the Tiberian embassy", "fight", "wreck")]
    public void Some_words_place_an_act_in_another_family(string sentence, string family, string? act)
    {
        var record = $$$"""{"events":[{"id":"e1","type":"ASSAULT","status":"asserted","evidence":{"start":0,"end":{{{sentence.Length}}} } } ]}""";
        using var json = System.Text.Json.JsonDocument.Parse(record);
        var report = Assert.Single(new ReportReader(CollatingRules.Load(Project.In("codebook"))).Read(1, ("0", "Courier", new(2022, 3, 1)), json.RootElement, sentence));
        Assert.Equal((family, act), (report.Family, report.Act));
    }

    [Fact]
    public void What_goes_on_with_an_act_is_of_the_sentence_before()
    {
        var told = Strike(1, 1, "RUS", null, null, 5);
        var hurt = told with { Row = 2, Event = new(RecordKind.Event, 2), Actors = [], Act = null, Words = [3], Sentence = 1, Follows = true };
        var likeness = new Likeness(Rules);
        Assert.Equal(Rules.Evidence.Continued - Rules.Evidence.SameStory, likeness.Of(told, hurt) - likeness.Of(told, hurt with { Follows = false }));
        // “The mob, which had stormed an office, was fired upon. Ten were hurt.”
        Assert.True(likeness.Of(told with { Known = true }, hurt) < likeness.Of(told, hurt));
        // “The army bombed the hills, and bombs fell on Turkey”
        var elsewhere = hurt with { Sentence = 0, Recipients = [State("TUR")] };
        Assert.True(likeness.Of(told with { Recipients = [State("UKR")] }, elsewhere) < likeness.Of(told with { Recipients = [State("TUR")] }, elsewhere) - Rules.Evidence.Continued);
    }

    [Fact]
    public void Several_who_are_named_may_be_the_group_of_another_report()
    {
        Party Person(string id) => new(id, id, "UKR", false, null, true, false, true, []);
        var group = new Party(null, "the politicians", null, false, null, false, true, false, []);
        Report Arrest(int row, params Party[] held) => Strike(row, 1, "UKR", null, null, 5) with { Family = "hold", Type = "COERCE", Act = "arrest", Recipients = held };
        var likeness = new Likeness(Rules);
        Assert.True(likeness.Of(Arrest(1, Person("one")), Arrest(2, group)) < likeness.Of(Arrest(1, Person("one"), Person("other")), Arrest(2, group)));
    }

    [Fact]
    public void Keeps_a_visit_and_the_talks_it_was_for_apart()
    {
        Report Told(int row, string act) => Strike(row, 1, "RUS", "UKR", "Kharkiv", 5) with { Family = "meet", Type = "CONSULT", Act = act };
        Assert.Equal("1,3 | 2,4", Incidents([Told(1, "visit"), Told(2, "talk"), Told(3, "visit"), Told(4, "talk")]));
    }

    [Fact]
    public void Takes_one_kind_of_act_for_one_whatever_type_it_has()
    {
        Report Told(int row, string type, string? act) => Strike(row, 1, "RUS", "UKR", null, 5) with { Family = "hold", Type = type, Act = act };
        var (sanction, coercion) = (Told(1, "SANCTION", "send-away"), Told(2, "COERCE", "send-away"));
        Assert.Equal(0.5, new Likeness(Rules).Of(sanction, sanction with { Row = 3, Story = "3" }) - new Likeness(Rules).Of(sanction, coercion));
        // Of words of no class, the type is all there is.
        Assert.Equal(1, new Likeness(Rules).Of(Told(1, "SANCTION", null), Told(3, "SANCTION", null)) - new Likeness(Rules).Of(Told(1, "SANCTION", null), Told(2, "COERCE", null)));
    }

    [Fact]
    public void Takes_an_organization_for_its_members_and_for_nobody_else()
    {
        var bloc = State("NATO") with { Country = null, ForState = false, Sector = null, Members = ["USA", "GBR"] };
        Assert.Equal(Alikeness.Side, bloc.Compare(State("USA"), Rules));
        Assert.Equal(Alikeness.Conflict, bloc.Compare(State("SRB"), Rules));
        Assert.Equal(Alikeness.Conflict, State("SRB").Compare(bloc, Rules));
        Assert.Equal(Alikeness.Unlike, (bloc with { Members = [] }).Compare(State("SRB"), Rules));
    }

    [Fact]
    public void Forgets_what_is_taken_out()
    {
        var random = new EditedStories(5);
        for (var turn = 0; turn < 20; turn++)
        {
            var reports = Enumerable.Range(1, 40).Select(i => Strike(i, 1, random.Pick(["RUS", "UKR"]), "UKR", random.Pick(["Kharkiv", null!]), 1 + random.Draw(8), random.Draw(3))).ToList();
            var gone = reports.Where(_ => random.Draw(3) == 0).ToList();
            var shelf = new MemoryShelf();
            var book = new IncidentBook(Rules, shelf);
            book.Change([], reports);
            book.Change([.. gone.Select(report => report.Row)], []);
            Assert.Equal(Kept([reports.Except(gone)]), shelf.Incidents());
        }
    }

    [Fact]
    public void Says_why()
    {
        var why = new Likeness(Rules).Why(Strike(1, 1, "RUS", "UKR", "Kharkiv", 10), Strike(2, 1, "RUS", "UKR", "Kharkiv", 10));
        Assert.Contains("same actor (RUS)", why);
        Assert.Contains("same recipient (UKR)", why);
        Assert.Contains("both on 2022-03-10", why);
        Assert.Contains("same place (Kharkiv)", why);
    }

    [Fact]
    public void Tells_counted_acts_apart_by_their_numbers()
    {
        // Six were expelled and later 25: two rounds, though both reports may be of one day.
        var (six, more, again) = (Expulsion(1, 10, 6), Expulsion(2, 12, 25), Expulsion(3, 13, 25));
        Assert.Equal("1 | 2,3", Incidents([six, more, again]));
        Assert.Equal("1,2", Incidents([six, more with { Counts = [] }]));

        static Report Expulsion(int row, int day, long count) => Strike(row, 1, "RUS", "USA", null, day, 3) with { Family = "hold", Type = "SANCTION", Act = "send-away", Words = [1, (uint)count], StoryNames = [7, (uint)(20 + row), (uint)(30 + row)], Counts = [count] };
    }

    [Fact]
    public void News_without_a_day_is_of_the_last_days_unless_much_speaks_for_more()
    {
        // A raid on the 5th, and a report of the 12th that gives no day.
        var (raid, undated) = (Strike(1, 1, "RUS", "UKR", "Kharkiv", 5), Strike(2, 1, "RUS", "UKR", "Kharkiv", 12, Rules.UndatedDays));
        Assert.Equal("1,2", Incidents([raid, undated]));
        var likeness = new Likeness(Rules);
        Assert.True(likeness.Of(raid, undated) < likeness.Of(raid with { First = new(2022, 3, 9), Last = new(2022, 3, 9) }, undated));
        // Another of the last days takes it.
        Assert.Equal("1 | 3,2", Incidents([raid, undated, Strike(3, 1, "RUS", "UKR", "Kharkiv", 11)]));
    }

    [Fact]
    public void A_government_and_its_rebels_sign_one_accord_but_do_not_strike_as_one()
    {
        var rebels = new Party("REBELS", "rebels", "UKR", false, "REB", false, false, true, []);
        var (one, other) = (Strike(1, 1, "UKR", null, "Kharkiv", 10), Strike(2, 1, "UKR", null, "Kharkiv", 10) with { Actors = [rebels] });
        Assert.Equal("1 | 2", Incidents([one, other]));
        Assert.Equal("1,2", Incidents([.. new[] { one, other }.Select(report => report with { Family = "deal", Type = "AGREE", Act = "sign" })]));
    }

    [Fact]
    public void An_envoy_who_is_not_named_is_no_other_person_than_one_who_is()
    {
        using var json = System.Text.Json.JsonDocument.Parse("""[{"id":"IND","name":"the Indian envoy","kind":"person","country":"IND","sector":"GOV"},{"id":"salman-khurshid","name":"Salman Khurshid","kind":"person","country":"IND","sector":"GOV"},{"id":"a-k-antony","name":"A K Antony","kind":"person","country":"IND","sector":"GOV"}]""");
        var (envoy, minister, another) = (Party.Of(json.RootElement[0])!, Party.Of(json.RootElement[1])!, Party.Of(json.RootElement[2])!);
        Assert.Equal(Alikeness.Side, envoy.Compare(minister, Rules));
        Assert.Equal(Alikeness.OtherPerson, minister.Compare(another, Rules));
    }

    [Fact]
    public void Names_that_stand_elsewhere_in_the_other_story_speak_less_against_it()
    {
        var (one, other) = (Strike(1, 1, "RUS", "UKR", null, 10) with { Names = [3] }, Strike(2, 1, "RUS", "UKR", null, 10) with { Names = [4], StoryNames = [4, 7] });
        var likeness = new Likeness(Rules);
        Assert.True(likeness.Of(one with { StoryNames = [3, 4, 7] }, other) > likeness.Of(one with { StoryNames = [3, 7, 8] }, other));
    }

    private static IEnumerable<Report> Mixed(IEnumerable<Report> reports, EditedStories random) => reports.OrderBy(_ => random.Draw(1 << 30)).ToList();

    private static string Kept(IEnumerable<IEnumerable<Report>> parts, IReadOnlyList<Tie>? ties = null)
    {
        var shelf = new MemoryShelf { Ties = ties ?? [] };
        var book = new IncidentBook(Rules, shelf);
        foreach (var part in parts)
            book.Change([], [.. part]);
        return shelf.Incidents();
    }

    private static string Incidents(IReadOnlyList<Report> reports) =>
        string.Join(" | ", new IncidentGrouper(Rules).Group(reports).SelectMany(component => component).Select(incident => string.Join(",", incident.Select(report => report.Row))).Order(StringComparer.Ordinal));

    /// <summary>A report of a strike in March 2022; of no day of its own when <paramref name="open"/> says how many days back it may lie.</summary>
    private static Report Strike(int row, int number, string actor, string? recipient, string? city, int day, int open = 0) => new()
    {
        Row = row, Story = $"{row:x16}", Event = new(RecordKind.Event, number), Outlet = $"Outlet {row}", Published = new(2022, 3, day), Family = "fight", Type = "ASSAULT", Act = "from-afar", Status = "asserted",
        Actors = [State(actor)], Recipients = recipient is null ? [] : [State(recipient)], First = new DateOnly(2022, 3, day).AddDays(-open), Last = new(2022, 3, day), Dated = open == 0,
        Place = city switch { "Kharkiv" => new("Kharkiv", "UKR", 49.99f, 36.23f, true), "Odesa" => new("Odesa", "UKR", 46.48f, 30.73f, true), _ => null },
        Anchors = recipient is null || recipient == actor ? [actor] : [actor, recipient], Speakers = [], Names = [], Words = [1, 2], StoryNames = [7], Figures = [], Evidence = new(0, 5), Sentence = 0, InTitle = false,
    };

    private static Party State(string id) => new(id, id.ToLowerInvariant(), id, true, "GOV", false, false, true, []);
}
