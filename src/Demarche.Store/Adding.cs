using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Demarche.Store.Projecting;

namespace Demarche.Store;

/// <summary>
/// Adds stories. They are gathered and written together, so that the store is held only for moments; what <see cref="Commit"/> has returned for is on disk.
/// What was gathered since is lost when the process dies, and is added by running the same again. Adding a story that is there changes nothing.
/// </summary>
public sealed class Adding : IDisposable
{
    // A commit waits for the disk: often enough that little is lost, seldom enough that it costs nothing.
    private const int MostStories = 5000, MostCharacters = 64 << 20;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private readonly RecordStore _store;
    private readonly NameTable _outlets;
    private readonly Dictionary<Run, long> _runs = [];
    private readonly List<CodedStory> _waiting = [];
    private int _characters;
    private long _since;

    internal Adding(RecordStore store)
    {
        _store = store;
        _outlets = new(store.Database, "outlet");
    }

    /// <summary>What reached the disk so far.</summary>
    public AddCounts Counts { get; private set; }

    /// <summary>Takes a story with its record; now and then what has gathered goes to the disk.</summary>
    public void Add(CodedStory story)
    {
        if (_waiting.Count == 0)
            _since = Stopwatch.GetTimestamp();
        _waiting.Add(story);
        _characters += story.Text.Length + story.Record.Length;
        if (_waiting.Count >= MostStories || _characters >= MostCharacters || Stopwatch.GetElapsedTime(_since) > LongestWait)
            Commit();
    }

    /// <summary>Brings what has gathered to the disk.</summary>
    public void Commit()
    {
        if (_waiting.Count == 0)
            return;
        var counts = new AddCounts();
        try
        {
            _store.Write(() =>
            {
                foreach (var story in _waiting)
                    counts += Put(story);
            });
        }
        catch
        {
            // They are not there: who tries again finds them anew.
            _runs.Clear();
            _outlets.Forget();
            throw;
        }
        Counts += counts;
        _waiting.Clear();
        _characters = 0;
    }

    /// <summary>What was not committed is not there.</summary>
    public void Dispose() => _waiting.Clear();

    private AddCounts Put(CodedStory story)
    {
        var database = _store.Database;
        var run = RunOf(story.Run);
        if (database["SELECT id FROM story WHERE key = ?1"].Number(story.Key) is not { } id)
        {
            id = PutStory(story);
            _store.Shelf.ShowFirst(id, PutDocument(id, run, story), story);
            return new(1, 0, 0);
        }
        if (database["SELECT id FROM document WHERE story = ?1 AND run = ?2"].Number(id, run) is { } known)
            return Replace(id, known, story) ? new(0, 0, 1) : new(0, 1, 0);

        PutDocument(id, run, story);
        _store.Shelf.Choose(id, story);
        return new(1, 0, 0);
    }

    private static long? NumberOf(DateOnly? day) => day is { } known ? known.Year * 10000 + known.Month * 100 + known.Day : null;

    private byte[] Pack(CodedStory story) => _store.Packer.IsTypical ? story.Packed : _store.Packer.Pack(story.Record);

    private long PutDocument(long story, long run, CodedStory coded) =>
        _store.Database["INSERT INTO document (story, run, title, record) VALUES (?1, ?2, ?3, ?4)"].Add(story, run, coded.Title, Pack(coded));

    private long PutStory(CodedStory story)
    {
        long? outlet = story.Outlet is null ? null : _outlets.Of(story.Outlet);
        var id = _store.Database["INSERT INTO story (key, hash, outlet, published, url, given, language) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"]
            .Add(story.Key, HashOf(story.Text), outlet, NumberOf(story.Published), story.Url, story.GivenTitle, story.Language);
        _store.Database["INSERT INTO text (story, text) VALUES (?1, ?2)"].Run(id, story.Text);
        _store.Shelf.Index.Tell(id, story.Text);
        return id;
    }

    // The same text may come with a title and without, and be coded differently. What is kept must not depend on which came first.
    private bool Replace(long story, long document, CodedStory coded)
    {
        var database = _store.Database;
        var before = _store.Rows.OfDocument(document, asCoded: true);
        var order = string.CompareOrdinal(coded.Title, before.Title);
        if (order > 0 || (order == 0 && coded.Record.AsSpan().SequenceCompareTo(before.Record) >= 0))
            return false;

        _store.Shelf.Hide(story);
        database["UPDATE document SET title = ?2, record = ?3 WHERE id = ?1"].Run(document, coded.Title, Pack(coded));
        database["UPDATE story SET given = ?2, language = ?3 WHERE id = ?1"].Run(story, coded.GivenTitle, coded.Language);
        _store.Shelf.Choose(story);
        return true;
    }

    private long RunOf(Run run)
    {
        if (_runs.TryGetValue(run, out var known))
            return known;
        return _runs[run] = _store.Database["SELECT id FROM run WHERE program = ?1 AND model = ?2 AND codebook = ?3"].Number(run.Program, run.Model, run.Codebook)
            ?? _store.Database["INSERT INTO run (program, model, codebook) VALUES (?1, ?2, ?3)"].Add(run.Program, run.Model, run.Codebook);
    }

    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16];
}
