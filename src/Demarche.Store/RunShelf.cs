using Demarche.Store.Comparing;

namespace Demarche.Store;

/// <summary>The runs of a store: coding again with another codebook or model keeps what was there, until it is dropped.</summary>
public sealed class RunShelf
{
    private readonly RecordStore _store;

    internal RunShelf(RecordStore store) => _store = store;

    /// <summary>All runs, the oldest first.</summary>
    public IReadOnlyList<StoredRun> All()
    {
        var runs = new List<StoredRun>();
        using var rows = _store.Database["""
            SELECT run.id, program, model, codebook, count(document.id), count(story.id), run.id IS (SELECT value FROM setting WHERE name = 'run')
            FROM run LEFT JOIN document ON document.run = run.id LEFT JOIN story ON story.shown = document.id GROUP BY run.id ORDER BY run.id
            """].Rows();
        while (rows.Next())
            runs.Add(new(rows.Long(0), new(rows.Text(1)!, rows.Text(2)!, rows.Text(3)!), rows.Long(4), rows.Long(5), rows.Int(6) == 1));
        return runs;
    }

    /// <summary>Answers from this run where it has coded a story, else from the story's newest; null goes back to the newest of each.</summary>
    public void Use(long? run)
    {
        if (run is { } number)
            Check(number);
        _store.Write(() =>
        {
            if (run is null)
                _store.Database["DELETE FROM setting WHERE name = 'run'"].Run();
            else
                _store.Database["INSERT INTO setting (name, value) VALUES ('run', ?1) ON CONFLICT DO UPDATE SET value = excluded.value"].Run(run);
            ChooseAgain();
        });
    }

    /// <summary>Removes a run's documents. Stories that no other run has coded keep theirs, and their number is returned.</summary>
    public long Drop(long run)
    {
        Check(run);
        long kept = 0;
        _store.Write(() =>
        {
            const string Others = "FROM document AS d WHERE run = ?1 AND EXISTS (SELECT 1 FROM document WHERE story = d.story AND run <> ?1)";
            _store.Database["DELETE FROM setting WHERE name = 'run' AND value = ?1"].Run(run);
            var stories = _store.Database.Numbers("SELECT story " + Others, run);
            foreach (var story in stories)
                _store.Shelf.Hide(story);
            foreach (var story in stories)
                _store.Database["DELETE FROM document WHERE story = ?1 AND run = ?2"].Run(story, run);
            foreach (var story in stories)
                _store.Shelf.Choose(story);
            kept = _store.Database["SELECT count(*) FROM document WHERE run = ?1"].Number(run) ?? 0;
            if (kept == 0)
                _store.Database["DELETE FROM run WHERE id = ?1"].Run(run);
        });
        return kept;
    }

    /// <summary>What differs between two runs, in the stories that both have coded, by day of publication and key.</summary>
    public IEnumerable<RecordChange> Compare(long before, long after)
    {
        Check(before);
        Check(after);
        var rows = _store.Rows;
        foreach (var story in rows.Ids())
            if (Document(story, before) is { } older && Document(story, after) is { } newer)
                foreach (var change in DocumentComparison.Of(rows.OfDocument(older, asCoded: true), rows.OfDocument(newer, asCoded: true)))
                    yield return change;
    }

    /// <summary>How many stories both runs have coded.</summary>
    public long Common(long before, long after)
    {
        Check(before);
        Check(after);
        return _store.Database["SELECT count(*) FROM document AS one JOIN document AS other ON other.story = one.story AND other.run = ?2 WHERE one.run = ?1"].Number(before, after) ?? 0;
    }

    private long? Document(long story, long run) => _store.Database["SELECT id FROM document WHERE story = ?1 AND run = ?2"].Number(story, run);

    private void ChooseAgain()
    {
        foreach (var story in _store.Database.Numbers("SELECT id FROM story"))
            _store.Shelf.Choose(story);
    }

    private void Check(long run)
    {
        if (_store.Database["SELECT 1 FROM run WHERE id = ?1"].Number(run) is null)
            throw new StoreException($"{_store.Path} has no run {run}; demarche runs --store {_store.Path} lists them");
    }
}
