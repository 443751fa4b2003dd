using Demarche.Store.Asking;
using Demarche.Store.Checking;
using Demarche.Store.Collating;
using Demarche.Store.Correcting;
using Demarche.Store.Packing;
using Demarche.Store.Projecting;
using Demarche.Store.Sql;

namespace Demarche.Store;

/// <summary>
/// The record of a crisis in one file: stories, what was coded of them, what people decided, and an index that answers questions.
/// One process may write while others read. An instance is used by one thread at a time.
/// </summary>
public sealed class RecordStore : IDisposable
{
    private readonly Lazy<Packer> _packer;
    private Shelf? _shelf;
    private StoryRows? _rows;

    internal RecordStore(Database database, StoreOptions options)
    {
        Database = database;
        Options = options;
        Decisions = new(database);
        _packer = new(() => new(ReadDictionary()));
    }

    internal Database Database { get; }

    internal StoreOptions Options { get; }

    internal DecisionLog Decisions { get; }

    internal Packer Packer => _packer.Value;

    /// <summary>The stories, read.</summary>
    internal StoryRows Rows => _rows ??= new(this);

    /// <summary>Which documents are shown.</summary>
    internal Shelf Shelf => _shelf ??= new(this);

    /// <summary>The file, as it was named.</summary>
    public string Path => Database.Path;

    /// <summary>Opens a store.</summary>
    /// <exception cref="StoreException">The file is not there, no store, damaged, in use or not writable; it is left as it was.</exception>
    public static RecordStore Open(string path, StoreOptions? options = null)
    {
        options ??= new();
        return new(StoreFile.Open(path, options), options);
    }

    /// <summary>How many stories there are.</summary>
    public long Stories => Database["SELECT count(*) FROM story"].Number() ?? 0;

    /// <summary>The whole key of the story whose key begins so.</summary>
    /// <exception cref="StoreException">There is none, or several.</exception>
    public string KeyOf(string beginning)
    {
        var keys = new List<string>();
        using (var rows = Database["SELECT key FROM story WHERE key >= ?1 AND key < ?1 || '~' ORDER BY key LIMIT 2"].Rows(beginning))
            while (rows.Next())
                keys.Add(rows.Text(0)!);
        return keys switch
        {
            [var key] => key,
            [] => throw new StoreException($"{Path} has no story {beginning}"),
            [var first, ..] => first == beginning ? first : throw new StoreException($"several stories begin with {beginning}, such as {first}; write more of the key"),
        };
    }

    /// <summary>True when the story is there as this run coded it, so that coding it again would add nothing.</summary>
    public bool Holds(Story story, Run run) => Database[
        "SELECT 1 FROM story JOIN document ON document.story = story.id JOIN run ON run.id = document.run WHERE story.key = ?1 AND story.given IS ?2 AND story.language = ?3 AND run.program = ?4 AND run.model = ?5 AND run.codebook = ?6"]
        .Number(story.Id, story.Title, story.Language, run.Program, run.Model, run.Codebook) is not null;

    /// <summary>The runs whose documents it holds.</summary>
    public RunShelf Runs => new(this);

    /// <summary>Answers to questions.</summary>
    public Answers Answers => new(this);

    /// <summary>What people decide about the record.</summary>
    public Corrections Corrections => new(this);

    /// <summary>Begins to add stories; see <see cref="Adding"/>.</summary>
    public Adding Add() => new(this);

    /// <summary>The documents that are shown, by day of publication and key, each with its record and text.</summary>
    public IEnumerable<StoredStory> Shown()
    {
        var reader = Rows;
        foreach (var id in reader.Ids())
            yield return reader.Read(id);
    }

    /// <summary>The stories that are shown in which a position names no issue of the codebook, with those positions.</summary>
    public IEnumerable<OpenPositions> OpenPositions() => Shown().Select(Asking.OpenPositions.Of).OfType<OpenPositions>();

    /// <summary>Stories that are copies of one text.</summary>
    public Copies Copies => new(Database);

    /// <summary>What took place, each once, with all reports of it.</summary>
    public Incidents Incidents => new(Database, CollatingRules.Shipped);

    /// <summary>How many stories came or changed since copies and incidents were brought up to date.</summary>
    public long Uncollated => Database["SELECT count(*) FROM waiting"].Number() ?? 0;

    /// <summary>Brings copies and incidents up to date with the stories and records that are there.</summary>
    /// <param name="codebook">The codebook whose <c>collating.yaml</c> says what is told twice; the one that comes with the program when null.</param>
    /// <param name="done">Is told how many stories have been done, and of how many.</param>
    /// <exception cref="Codebooks.CodebookException">Something in that file is wrong.</exception>
    public void Collate(string? codebook = null, Action<long, long>? done = null) => new StoreCollation(this, CollatingRules.Of(codebook)).Run(done);

    /// <summary>What is wrong with the store, in words: the file, spans that are not their story's text, references to what is not there, an index that says something else than the records, copies and incidents of what is not there.</summary>
    public IEnumerable<string> Check() => new StoreCheck(this).Faults();

    /// <summary>Changes the store: all that <paramref name="work"/> does is on disk when this returns, or nothing of it is there.</summary>
    internal void Write(Action work)
    {
        if (Options.Access == StoreAccess.Read)
            throw new StoreException($"{Path} was opened for reading");
        try
        {
            Database.Within(() =>
            {
                work();
                Shelf.Index.Flush();
            });
        }
        catch
        {
            // It remembers rows that are not there now.
            _shelf = null;
            _rows = null;
            Decisions.Forget();
            throw;
        }
    }

    public void Dispose()
    {
        if (_packer.IsValueCreated)
            _packer.Value.Dispose();
        Database.Dispose();
    }

    private byte[] ReadDictionary()
    {
        using var rows = Database["SELECT value FROM setting WHERE name = 'dictionary'"].Rows();
        return rows.Next() ? rows.Bytes(0).ToArray() : throw new StoreException($"{Path} is damaged: the dictionary of its records is missing; restore it from a copy");
    }
}
