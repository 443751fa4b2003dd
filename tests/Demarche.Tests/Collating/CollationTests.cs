using System.Globalization;
using Demarche.Store;
using Demarche.Store.Collating;
using Demarche.Tests.Cli;
using Demarche.Tests.Stories;
using Demarche.Training.Scoring;

namespace Demarche.Tests.Collating;

/// <summary>A store knows copies and incidents of the stories in it, however they came.</summary>
public sealed class CollationTests
{
    private static readonly Lazy<IReadOnlyList<CodedStory>> Stories = new(() =>
    [
        .. JsonLines.Read(Project.In("eval/own/incidents.jsonl")).SelectMany(set => set.Items("stories")).Select(story => CodedStory.Of(
            Project.Coder.Code(new(story.Text("text")!) { Title = story.Text("title"), Outlet = story.Text("outlet"), Published = story.Day("published") }), Project.Coder.Run)),
    ]);

    [Fact]
    public void Is_the_same_in_whatever_order_stories_come_and_whenever_it_is_done()
    {
        var stories = Stories.Value;
        var expected = Collated([stories]);
        var random = new EditedStories(17);
        var mixed = stories.OrderBy(_ => random.Draw(1 << 30)).ToList();
        Assert.Equal(expected, Collated([mixed]));
        Assert.Equal(expected, Collated(mixed.Chunk(5)));
        Assert.Equal(expected, Collated([.. mixed.Select(story => new[] { story }), mixed]));
    }

    [Fact]
    public void Counts_copies_once_and_says_who_tells_what()
    {
        using var folder = new Folder();
        using var store = Filled(folder, [Stories.Value]);
        var copied = store.Copies.Groups();
        // Two of the sets have a report that a second paper prints under a headline of its own.
        Assert.Equal(["Biscay Courier, Vigo Noticiero", "Lima Herald, Pampas Chronicle"], copied.Select(g => string.Join(", ", g.Members.Select(member => member.Outlet).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));
        var group = copied.Single(g => g.Members.Any(member => member.Outlet == "Lima Herald"));
        Assert.Equal(2, group.Outlets);
        Assert.NotEmpty(group.Members[1].Added);

        var march = store.Incidents.All().First(incident => incident.Types.Contains("PROTEST") && incident.Reports.Any(report => report.Outlet == "Pampas Chronicle"));
        Assert.Contains(march.Reports, report => report.CopyOf == group.First);
        Assert.Equal(march.Reports.Select(report => report.CopyOf ?? report.Story).Distinct().Count(), march.Independent);
        Assert.True(march.Independent < march.Reports.Count);
        foreach (var incident in store.Incidents.All())
        {
            Assert.True(incident.First <= incident.Last);
            Assert.Equal(incident, store.Incidents.Find(incident.Id), (x, y) => x!.Id == y!.Id && x.Reports.Count == y.Reports.Count);
            Assert.All(incident.Reports, report => Assert.True(incident.Reports.Count == 1 || report.Joined is not null));
        }
    }

    [Fact]
    public void Shows_figures_and_denials_side_by_side()
    {
        using var folder = new Folder();
        using var store = Filled(folder, [Stories.Value]);
        var raid = store.Incidents.All().First(incident => incident.Figures.Any(figure => figure is { Kind: "dead", Accounts.Count: > 1 }) && incident.Place == "Taiz");
        var dead = raid.Figures.Single(figure => figure.Kind == "dead");
        Assert.Equal((14, 22), (dead.Low, dead.High));
        Assert.Contains(dead.Accounts, account => account.Words.Contains("14", StringComparison.Ordinal));
        Assert.NotEmpty(raid.DeniedBy);
        Assert.NotEmpty(raid.Disputed);
    }

    [Fact]
    public void Starts_anew_under_other_rules()
    {
        using var folder = new Folder();
        using var store = Filled(folder, [Stories.Value]);
        var before = Shown(store);
        store.Database.Execute("UPDATE setting SET value = 'other' WHERE name = 'collating'; DELETE FROM band");
        store.Collate();
        Assert.Equal(before, Shown(store));
    }

    [Theory]
    [InlineData("UPDATE band SET band = band + 1 WHERE story = 1", "the fingerprint is not that of the text")]
    [InlineData("DELETE FROM band WHERE story = 2", "the fingerprint is not that of the text")]
    [InlineData("DELETE FROM copy WHERE story = 3", "was never compared with others")]
    [InlineData("UPDATE copy SET shared = shared - 1 WHERE parent IS NOT NULL", "does not have in common")]
    [InlineData("UPDATE copy SET parent = 9999 WHERE parent IS NOT NULL", "is said to be a copy of a story that is not there")]
    [InlineData("UPDATE copy SET parent = story WHERE parent IS NOT NULL", "is in a circle of copies")]
    [InlineData("UPDATE report SET incident = incident + 1 WHERE incident <> id", "is of an incident that is not there")]
    [InlineData("DELETE FROM report WHERE id IN (SELECT component FROM report WHERE component <> id)", "is linked with reports that are not there")]
    [InlineData("UPDATE report_key SET report = 5", "can be found, but is not there")]
    [InlineData("UPDATE report SET data = x'01'", "cannot be compared: ")]
    [InlineData("INSERT INTO tie VALUES (1, 2, 1, 77)", "ties two events, but is not there")]
    [InlineData("DELETE FROM phrase", "is damaged: phrase")]
    [InlineData("INSERT INTO waiting VALUES (9999)", "waits to be compared, but is not there")]
    public void A_check_finds_what_is_wrong_with_copies_and_incidents(string damage, string fault)
    {
        using var folder = new Folder();
        using var store = Filled(folder, [Stories.Value]);
        Assert.Empty(store.Check());
        store.Database.Execute($"PRAGMA foreign_keys = 0; {damage.Replace("UPDATE report_key", "UPDATE OR IGNORE report_key", StringComparison.Ordinal)}");
        using var again = RecordStore.Open(store.Path);
        Assert.Contains(again.Check(), found => found.Contains(fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("A Chinese coast guard ship fired water cannon at Philippine vessels on Saturday.", "China's coast guard blasted a Philippine boat with water cannon on August 5.")]
    [InlineData("Iranian forces shot down an American drone on Saturday.", "Iran hit an American drone with a missile on August 5.")]
    [InlineData("The Philippines summoned China's ambassador on Saturday.", "Manila summoned the Chinese ambassador to ask for an end of it on August 5.")]
    public void Joins_what_two_writers_call_by_different_words(string one, string other)
    {
        using var folder = new Folder();
        using var store = Filled(folder, [[Told(one, "Visayan Star"), Told(other, "Tokyo Mail")]]);
        Assert.Contains(store.Incidents.All(), incident => incident.Outlets == 2);

        static CodedStory Told(string sentence, string outlet) =>
            CodedStory.Of(Project.Coder.Code(new($"News of the week\n\n{sentence}\n") { Title = "News of the week", Outlet = outlet, Published = new(2023, 8, 7) }), Project.Coder.Run);
    }

    [Fact]
    public void Names_who_acts_as_other_answers_do()
    {
        using var folder = new Folder();
        using var store = Filled(folder, [Stories.Value]);
        var names = store.Answers.Search(new() { Kinds = [Demarche.Store.RecordKind.Event], Most = 10_000 }).SelectMany(record => record.Actors.Concat(record.Recipients)).ToHashSet(StringComparer.Ordinal);
        Assert.All(store.Incidents.All().SelectMany(incident => incident.Actors.Concat(incident.Recipients)), name => Assert.Contains(name, names));
    }

    private static string Collated(IEnumerable<IEnumerable<CodedStory>> parts)
    {
        using var folder = new Folder();
        using var store = Filled(folder, parts);
        return Shown(store);
    }

    private static RecordStore Filled(Folder folder, IEnumerable<IEnumerable<CodedStory>> parts)
    {
        var store = RecordStore.Open(Path.Combine(folder.Path, "crisis.demarche"), new() { Access = StoreAccess.Create });
        foreach (var part in parts)
        {
            using var adding = store.Add();
            foreach (var story in part)
                adding.Add(story);
            adding.Commit();
            store.Collate(Project.In("codebook"));
        }
        return store;
    }

    private static string Shown(RecordStore store) => string.Join('\n',
    [
        .. store.Copies.Groups().SelectMany(group => group.Members.Select(member => string.Create(CultureInfo.InvariantCulture, $"{group.First} {member.Story} {member.CopyOf} {member.Likeness} {string.Join('/', member.Added)} {string.Join('/', member.Cut)}"))),
        .. store.Incidents.All().Select(incident => $"{incident.Id} {incident.First} {incident.Last} {string.Join(',', incident.Actors)} {incident.Independent} {incident.Outlets} {string.Join(',', incident.Reports.Select(report => $"{report.Story}/{report.Event} {report.Joined}"))} {string.Join('/', incident.Disputed)}"),
    ]);
}
