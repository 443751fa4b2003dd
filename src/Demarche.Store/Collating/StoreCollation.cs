using System.Text.Json;

namespace Demarche.Store.Collating;

/// <summary>Brings the copies and incidents of a store up to date: stories that came or changed since are looked at, some hundreds in a transaction. When it is broken off, it goes on where it was.</summary>
internal sealed class StoreCollation
{
    private const int StoriesAtOnce = 500;

    private readonly RecordStore _store;
    private readonly CollatingRules _rules;
    private readonly CollatingShelf _shelf;
    private readonly CopyFinder _copies;
    private readonly IncidentBook _incidents;
    private readonly ReportReader _reader;
    private readonly StoryRows _stories;

    public StoreCollation(RecordStore store, CollatingRules rules)
    {
        _store = store;
        _rules = rules;
        _shelf = new(store.Database);
        _copies = new(rules.Copies, _shelf);
        _incidents = new(rules.Incidents, _shelf);
        _reader = new(rules);
        _stories = new(store);
    }

    /// <summary>Does all that waits.</summary>
    /// <param name="done">Is told how many stories have been done and how many there are to do.</param>
    public void Run(Action<long, long>? done)
    {
        _store.Write(() =>
        {
            StartAnewUnderOtherRules();
            new Ties(_store).Refresh();
        });
        var all = _store.Database["SELECT count(*) FROM waiting"].Number() ?? 0;
        for (long before = 0; Next() is { Count: > 0 } stories; before += stories.Count)
        {
            _store.Write(() => Take(stories));
            done?.Invoke(before + stories.Count, all);
        }
    }

    private void StartAnewUnderOtherRules()
    {
        var database = _store.Database;
        if (database["SELECT value FROM setting WHERE name = 'collating'"].Text() == _rules.Version)
            return;
        foreach (var table in (ReadOnlySpan<string>)["copy", "band", "report", "report_key", "phrase"])
            database.Execute($"DELETE FROM {table}");
        database.Execute("INSERT OR IGNORE INTO waiting SELECT id FROM story");
        database["INSERT OR REPLACE INTO setting (name, value) VALUES ('collating', ?1)"].Run(_rules.Version);
    }

    private List<long> Next()
    {
        var stories = new List<long>();
        using var rows = _store.Database["SELECT story FROM waiting ORDER BY story LIMIT ?1"].Rows(StoriesAtOnce);
        while (rows.Next())
            stories.Add(rows.Long(0));
        return stories;
    }

    private void Take(List<long> stories)
    {
        var gone = new List<long>();
        var come = new List<Report>();
        foreach (var id in stories)
        {
            if (!_shelf.HasCopies(id))
                _copies.Add(_shelf.Text(id));
            gone.AddRange(_shelf.OfStory(id));
            if (_store.Database["SELECT shown FROM story WHERE id = ?1"].Number(id) is not null)
            {
                var story = _stories.Read(id);
                using var record = JsonDocument.Parse(story.Record);
                _shelf.SetNames(id, _reader.NamesOf(story.Text));
                come.AddRange(_reader.Read(story.DocumentId, (story.Key, story.Outlet, story.Published), record.RootElement, story.Text));
            }
            _store.Database["DELETE FROM waiting WHERE story = ?1"].Run(id);
        }
        _incidents.Change(gone, come);
    }
}
