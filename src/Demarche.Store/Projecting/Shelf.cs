namespace Demarche.Store.Projecting;

/// <summary>Chooses which document of each story is shown, and keeps the index in step. All of it inside <see cref="RecordStore.Write"/>.</summary>
internal sealed class Shelf(RecordStore store)
{
    private readonly Index _index = new(store.Database);
    private readonly StoryRows _stories = new(store);

    public Index Index => _index;

    /// <summary>Shows the document of the run in use; where the story has none, that of the newest run it has.</summary>
    /// <param name="story">The story.</param>
    /// <param name="fresh">What has just been added of it, if it was.</param>
    public void Choose(long story, CodedStory? fresh = null)
    {
        var chosen = store.Database["SELECT id FROM document WHERE story = ?1 ORDER BY run = (SELECT value FROM setting WHERE name = 'run') DESC, run DESC LIMIT 1"].Number(story);
        var shown = Shown(story);
        if (chosen == shown)
            return;
        if (shown is not null)
            Hide(story);
        if (chosen is { } document)
            Show(story, document, fresh);
    }

    /// <summary>Shows the first document that a story has.</summary>
    public void ShowFirst(long story, long document, CodedStory fresh) => Show(story, document, fresh);

    /// <summary>Takes a story out of the index and out of sight.</summary>
    public void Hide(long story)
    {
        if (Shown(story) is null)
            return;
        Take(story);
        store.Database["UPDATE story SET shown = NULL, first = NULL, last = NULL, voices = NULL WHERE id = ?1"].Run(story);
    }

    /// <summary>Does what changes the record of stories, and brings the index in step: only the rows that are others now are written.</summary>
    public void Change(IReadOnlyCollection<long> stories, Action change)
    {
        var changing = new List<(long Story, (long First, long Last)? Rows, IReadOnlyList<ProjectedRecord> Records)>();
        foreach (var story in stories)
            changing.Add((story, RowsOf(story), Read(story).Records));
        change();
        foreach (var (story, rows, was) in changing)
        {
            var (key, document, outlet, now) = Read(story);
            if (rows is { } there && _index.Replace(there, key, document, outlet, was, now))
            {
                if (VoicesOf(now) is var voices && voices != VoicesOf(was))
                    store.Database["UPDATE story SET voices = ?2 WHERE id = ?1"].Run(story, voices);
                Wait(story);
                continue;
            }
            if (rows is { } before)
                _index.Remove(before, outlet, was);
            Put(story, key, document, outlet, now, rows);
        }
    }

    /// <summary>Puts the records that a story shows into the index, where they are not.</summary>
    public void Put(long story, (long First, long Last)? free = null)
    {
        var (key, document, outlet, records) = Read(story);
        Put(story, key, document, outlet, records, free);
    }

    private void Show(long story, long document, CodedStory? fresh)
    {
        // What was added just now need not be read again, unless something was decided that it must be changed by.
        if (fresh is not null && store.Decisions.Common().Count == 0 && store.Decisions.Of(fresh.Key).Count == 0)
        {
            Put(story, fresh.Key, document, store.Database["SELECT outlet FROM story WHERE id = ?1"].Number(story), fresh.Projected, null);
            return;
        }
        store.Database["UPDATE story SET shown = ?2 WHERE id = ?1"].Run(story, document);
        Put(story);
    }

    private void Put(long story, string key, long document, long? outlet, IReadOnlyList<ProjectedRecord> records, (long, long)? free)
    {
        var (first, last) = _index.Add(key, document, outlet, records, free);
        store.Database["UPDATE story SET shown = ?2, first = ?3, last = ?4, voices = ?5 WHERE id = ?1"].Run(story, document, first, last, VoicesOf(records));
        Wait(story);
    }

    private static string VoicesOf(IReadOnlyList<ProjectedRecord> records) => Voices.Of(records.Select(record => (record.Id, record.Voice)));

    private void Take(long story)
    {
        if (RowsOf(story) is not { } there)
            return;
        var (_, _, outlet, records) = Read(story);
        _index.Remove(there, outlet, records);
        Wait(story);
    }

    private (long First, long Last)? RowsOf(long story)
    {
        using var rows = store.Database["SELECT first, last FROM story WHERE id = ?1 AND first IS NOT NULL"].Rows(story);
        return rows.Next() ? (rows.Long(0), rows.Long(1)) : null;
    }

    /// <summary>Has the copies and incidents of a story looked at again.</summary>
    public void Wait(long story) => store.Database["INSERT OR IGNORE INTO waiting VALUES (?1)"].Run(story);

    private long? Shown(long story) => store.Database["SELECT shown FROM story WHERE id = ?1"].Number(story);

    private (string Key, long Document, long? Outlet, IReadOnlyList<ProjectedRecord> Records) Read(long story)
    {
        var shown = _stories.Read(story);
        return (shown.Key, shown.DocumentId, shown.OutletId, Projection.Of(shown.Record, shown.Text, shown.Published));
    }
}
