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
        if (chosen is not { } document)
            return;
        store.Database["UPDATE story SET shown = ?2 WHERE id = ?1"].Run(story, document);
        // What was added just now need not be read again, unless something was decided that it must be changed by.
        if (fresh is not null && shown is null && store.Decisions.Common().Count == 0 && store.Decisions.Of(fresh.Key).Count == 0)
            Put(document, store.Database["SELECT outlet FROM story WHERE id = ?1"].Number(story), fresh.Projected);
        else
            Put(story);
    }

    /// <summary>Takes a story out of the index and out of sight.</summary>
    public void Hide(long story)
    {
        if (Shown(story) is null)
            return;
        Take(story);
        store.Database["UPDATE story SET shown = NULL WHERE id = ?1"].Run(story);
    }

    /// <summary>Takes the rows of a story out of the index, does what changes its record, and puts its rows in again.</summary>
    public void Change(IReadOnlyCollection<long> stories, Action change)
    {
        foreach (var story in stories)
            Take(story);
        change();
        foreach (var story in stories)
            Put(story);
    }

    private long? Shown(long story) => store.Database["SELECT shown FROM story WHERE id = ?1"].Number(story);

    private void Put(long story)
    {
        var (document, outlet, records) = Read(story);
        Put(document, outlet, records);
    }

    private void Put(long document, long? outlet, IReadOnlyList<ProjectedRecord> records)
    {
        foreach (var record in records)
            _index.Add(document, outlet, record);
    }

    private void Take(long story)
    {
        var (document, outlet, records) = Read(story);
        foreach (var record in records)
            _index.Remove(document, outlet, record);
    }

    private (long Document, long? Outlet, IReadOnlyList<ProjectedRecord> Records) Read(long story)
    {
        var shown = _stories.Read(story);
        return (shown.DocumentId, shown.OutletId, Projection.Of(shown.Record, shown.Text, shown.Published));
    }
}
