using Demarche.Store;
using Demarche.Tests.Cli;
using Demarche.Tests.Record;
using Demarche.Tests.Store;
using Demarche.Tests.Stories;

namespace Demarche.Tests.Collating;

/// <summary>What people decide about incidents: two events are one happening, or two, whatever the program finds.</summary>
public sealed class TieTests : IDisposable
{
    private readonly Folder _folder = new();
    private readonly RecordStore _store;
    private readonly string _courier = Recorded.Story().Story.Id, _post = Recorded.Story(Recorded.Story().Text, "Other Post").Story.Id;
    private readonly RecordId _threat = new(RecordKind.Event, 1), _denial = new(RecordKind.Event, 2);

    public TieTests()
    {
        _store = Stores.Of(_folder, Recorded.Story(), Recorded.Story(Recorded.Story().Text, "Other Post"));
        Assert.Equal("CP | CP", Incidents());
    }

    [Fact]
    public void Two_reports_are_set_apart_and_put_together_again()
    {
        var number = _store.Corrections.Apart("ann", _courier, _threat, _post, _threat);
        Assert.Equal("C | CP | P", Incidents());
        _store.Corrections.Undo("ann", number);
        Assert.Equal("CP | CP", Incidents());
        // The later decision about a pair holds.
        _store.Corrections.Apart("ann", _courier, _threat, _post, _threat);
        _store.Corrections.Same("bob", _post, _threat, _courier, _threat);
        Assert.Equal("CP | CP", Incidents());
        Assert.Empty(_store.Check());
    }

    [Fact]
    public void Two_incidents_are_made_one_with_all_their_reports()
    {
        var number = _store.Corrections.Same("ann", _courier, _threat, _post, _denial);
        Assert.Equal("CCPP", Incidents());
        var whole = Assert.Single(_store.Incidents.All());
        Assert.Contains(whole.Reports, report => report.Joined!.EndsWith($": decision {number}", StringComparison.Ordinal));
        Assert.Equal((new(1994, 1, 1), new(2021, 3, 16)), (whole.First, whole.Last));
        // What comes later is grouped with it, not anew without it.
        Add(Recorded.Story(Recorded.Story().Text, "Third Mail"));
        Assert.Equal("CCMMPP", Incidents());
        _store.Corrections.Undo("ann", number);
        Assert.Equal("CMP | CMP", Incidents());
    }

    [Fact]
    public void What_is_set_apart_is_not_put_together_over_a_third()
    {
        _store.Corrections.Same("ann", _courier, _threat, _courier, _denial);
        _store.Corrections.Apart("ann", _courier, _denial, _post, _threat);
        Assert.Equal("CP | CP", Incidents());
    }

    [Fact]
    public void A_decision_holds_when_the_story_is_coded_again_and_is_listed_when_its_words_yield_nothing()
    {
        _store.Corrections.Apart("ann", _courier, _threat, _post, _threat);
        var again = Recorded.Story();
        (again.Events[0].Id, again.Events[1].Id) = ("e2", "e1");
        Add(again, Recorded.Run with { Codebook = "second" });
        Assert.Equal("C | CP | P", Incidents());
        Assert.Empty(_store.Corrections.Lost());

        var without = Recorded.Story();
        without.Events.RemoveAt(0);
        without.Positions.Clear();
        Add(without, Recorded.Run with { Codebook = "third" });
        Assert.Equal("CP | P", Incidents());
        Assert.Equal("apart", Assert.Single(_store.Corrections.Lost()).Verb);
    }

    [Fact]
    public void Only_two_events_that_are_there_can_be_decided_about()
    {
        Assert.Contains("only events are of incidents", Assert.Throws<StoreException>(() => _store.Corrections.Same("ann", _courier, new(RecordKind.Position, 1), _post, _threat)).Message, StringComparison.Ordinal);
        Assert.Contains("is one event; write two", Assert.Throws<StoreException>(() => _store.Corrections.Apart("ann", _courier, _threat, _courier, _threat)).Message, StringComparison.Ordinal);
        Assert.Contains("has no e9", Assert.Throws<StoreException>(() => _store.Corrections.Same("ann", _courier, _threat, _post, new(RecordKind.Event, 9))).Message, StringComparison.Ordinal);
        Assert.Empty(_store.Corrections.History());
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    private void Add(Document document, Run? run = null)
    {
        using var adding = _store.Add();
        adding.Add(CodedStory.Of(document, run ?? Recorded.Run));
        adding.Commit();
    }

    /// <summary>The incidents, each as the first letters of the outlets that report it.</summary>
    private string Incidents()
    {
        _store.Collate(Project.In("codebook"));
        return string.Join(" | ", _store.Incidents.All().Select(incident => string.Concat(incident.Reports.Select(report => report.Outlet!.Split(' ')[1][0]).Order())).Order(StringComparer.Ordinal));
    }
}
