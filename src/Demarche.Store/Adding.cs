using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Demarche.Store.Projecting;

namespace Demarche.Store;

/// <summary>
/// Adds stories. What was added is on disk once <see cref="Commit"/> returns, and after every so many stories by itself; what was added since is lost when the process dies,
/// and is added again by running the same command. Adding a story that is there changes nothing.
/// </summary>
public sealed class Adding : IDisposable
{
    // A commit waits for the disk: often enough that little is lost, seldom enough that it costs nothing.
    private const int MostWaiting = 2_000;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private readonly RecordStore _store;
    private readonly NameTable _outlets;
    private readonly Projecting.Index _index;
    private readonly Dictionary<Run, long> _runs = [];
    private long _since;
    private int _waiting;

    internal Adding(RecordStore store)
    {
        _store = store;
        _outlets = new(store.Database, "outlet");
        _index = new(store.Database);
    }

    /// <summary>Called with the number of stories that have just reached the disk.</summary>
    public Action<int>? Committed { get; init; }

    /// <summary>Adds a story with its record.</summary>
    public AddOutcome Add(CodedStory story)
    {
        if (!_store.Database.InTransaction)
        {
            _store.Database.Begin();
            _since = Stopwatch.GetTimestamp();
        }
        var outcome = Put(story);
        if (outcome != AddOutcome.Known)
            _waiting++;
        if (_waiting >= MostWaiting || Stopwatch.GetElapsedTime(_since) > LongestWait)
            Commit();
        return outcome;
    }

    /// <summary>Brings what was added to the disk.</summary>
    public void Commit()
    {
        if (!_store.Database.InTransaction)
            return;
        _index.Flush();
        _store.Database.Commit();
        Committed?.Invoke(_waiting);
        _waiting = 0;
    }

    /// <summary>What was not committed is not there.</summary>
    public void Dispose() => _store.Database.RollBack();

    private AddOutcome Put(CodedStory story)
    {
        var database = _store.Database;
        long? outlet = story.Outlet is null ? null : _outlets.Of(story.Outlet);
        var run = RunOf(story.Run);
        var id = database["SELECT id FROM story WHERE key = ?1"].Number(story.Key) ?? PutStory(story, outlet);
        var known = database["SELECT id FROM document WHERE story = ?1 AND run = ?2"].Number(id, run);
        if (known is null)
        {
            var document = database["INSERT INTO document (story, run, title, record) VALUES (?1, ?2, ?3, ?4) RETURNING id"].Number(id, run, story.Title, _store.Packer.Pack(story.Record))!.Value;
            Show(id, document, story, outlet);
            return AddOutcome.Added;
        }
        return Replace(id, known.Value, story, outlet) ? AddOutcome.Replaced : AddOutcome.Known;
    }

    private long PutStory(CodedStory story, long? outlet)
    {
        var id = _store.Database["INSERT INTO story (key, hash, outlet, published, url, given, language) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) RETURNING id"]
            .Number(story.Key, HashOf(story.Text), outlet, Projection.NumberOrNull(story.Published), story.Url, story.GivenTitle, story.Language)!.Value;
        _store.Database["INSERT INTO text (story, text) VALUES (?1, ?2)"].Run(id, story.Text);
        return id;
    }

    // The newest run is the one that is shown.
    private void Show(long story, long document, CodedStory coded, long? outlet)
    {
        if (_store.Database["SELECT shown FROM story WHERE id = ?1"].Number(story) is { } before)
            Hide(before);
        _store.Database["UPDATE story SET shown = ?2 WHERE id = ?1"].Run(story, document);
        using var record = JsonDocument.Parse(coded.Record);
        _index.Show(document, outlet, Projection.Of(record.RootElement, coded.Text, coded.Published));
    }

    private void Hide(long document)
    {
        var before = new StoryRows(_store).OfDocument(document);
        using var record = JsonDocument.Parse(before.Record);
        _index.Hide(document, before.OutletId, Projection.Of(record.RootElement, before.Text, before.Published));
    }

    // The same text may come with a title and without, and be coded differently. What is kept must not depend on which came first.
    private bool Replace(long story, long document, CodedStory coded, long? outlet)
    {
        var database = _store.Database;
        var before = new StoryRows(_store).OfDocument(document);
        var order = string.CompareOrdinal(coded.Title, before.Title);
        if (order > 0 || (order == 0 && coded.Record.AsSpan().SequenceCompareTo(before.Record) >= 0))
            return false;

        var shown = database["SELECT shown FROM story WHERE id = ?1"].Number(story) == document;
        if (shown)
            Hide(document);
        database["UPDATE document SET title = ?2, record = ?3 WHERE id = ?1"].Run(document, coded.Title, _store.Packer.Pack(coded.Record));
        database["UPDATE story SET given = ?2, language = ?3 WHERE id = ?1"].Run(story, coded.GivenTitle, coded.Language);
        if (shown)
        {
            using var record = JsonDocument.Parse(coded.Record);
            _index.Show(document, outlet, Projection.Of(record.RootElement, coded.Text, coded.Published));
        }
        return true;
    }

    private long RunOf(Run run)
    {
        if (_runs.TryGetValue(run, out var known))
            return known;
        return _runs[run] = _store.Database["SELECT id FROM run WHERE program = ?1 AND model = ?2 AND codebook = ?3"].Number(run.Program, run.Model, run.Codebook)
            ?? _store.Database["INSERT INTO run (program, model, codebook) VALUES (?1, ?2, ?3) RETURNING id"].Number(run.Program, run.Model, run.Codebook)!.Value;
    }

    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16];
}
