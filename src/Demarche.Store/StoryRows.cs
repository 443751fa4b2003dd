using Demarche.Store.Asking;
using Demarche.Store.Projecting;
using Demarche.Store.Sql;

namespace Demarche.Store;

/// <summary>Reads stories with their records, decisions applied unless they are asked for as they were coded.</summary>
internal sealed class StoryRows(RecordStore store)
{
    private const string Columns = """
        SELECT story.id, document.id, story.key, outlet.name, document.title, story.published, story.url, story.language, text.text, run.program, run.model, run.codebook, document.record, story.outlet
        FROM story JOIN document ON document.id = story.shown JOIN run ON run.id = document.run JOIN text ON text.story = story.id LEFT JOIN outlet ON outlet.id = story.outlet
        """;

    private const string ByStory = Columns + " WHERE story.id = ?1";
    private const string ByKey = Columns + " WHERE story.key = ?1";
    private const string Head = "SELECT document.id, story.key, story.outlet, document.title, story.published, story.url, text.text, document.record, story.first, story.last, (SELECT max(id) FROM decision), story.voices FROM ";
    private const string HeadByKey = Head + "story JOIN text ON text.story = story.id JOIN document ON document.id = story.shown WHERE story.key = ?1";
    private const string HeadByDocument = Head + "document JOIN story ON story.id = document.story JOIN text ON text.story = story.id WHERE document.id = ?1";

    private readonly Dictionary<long, string> _outlets = [];
    private char[] _room = [];

    private static readonly string ByDocument = Columns.Replace("document.id = story.shown", "document.story = story.id", StringComparison.Ordinal) + " WHERE document.id = ?1";

    /// <summary>All stories by day of publication and key.</summary>
    public IEnumerable<long> Ids()
    {
        // A page at a time: whoever reads may write in between.
        const int Page = 1000;
        long? day = -1;
        var key = "";
        while (true)
        {
            var ids = new List<long>();
            using (var rows = store.Database["SELECT id, ifnull(published, 0), key FROM story WHERE (ifnull(published, 0), key) > (?1, ?2) ORDER BY ifnull(published, 0), key LIMIT ?3"].Rows(day, key, Page))
                while (rows.Next())
                {
                    ids.Add(rows.Long(0));
                    day = rows.Long(1);
                    key = rows.Text(2)!;
                }
            foreach (var id in ids)
                yield return id;
            if (ids.Count < Page)
                yield break;
        }
    }

    public StoredStory Read(long story)
    {
        using var rows = store.Database[ByStory].Rows(story);
        return rows.Next() ? Read(rows, asCoded: false) : throw new StoreException($"{store.Path} is damaged: story {story} is not whole; demarche check says more");
    }

    /// <summary>A story by its key; as it was coded, or with decisions applied.</summary>
    public StoredStory? Find(string key, bool asCoded = false)
    {
        using var rows = store.Database[ByKey].Rows(key);
        return rows.Next() ? Read(rows, asCoded) : null;
    }

    /// <summary>A document, shown or not; as it was coded, or with decisions applied.</summary>
    public StoredStory OfDocument(long document, bool asCoded = false)
    {
        using var rows = store.Database[ByDocument].Rows(document);
        return rows.Next() ? Read(rows, asCoded) : throw new StoreException($"{store.Path} is damaged: document {document} is not whole; demarche check says more");
    }

    /// <summary>The story of this key as answers need it; null when there is none, or nothing of it is shown.</summary>
    public ShownStory? Shown(string key)
    {
        using var rows = store.Database[HeadByKey].Rows(key);
        return rows.Next() ? Shown(rows) : null;
    }

    /// <summary>The story of this key as answers need it, and whose voice a record of it is; null when there is none.</summary>
    public (ShownStory Story, Voice Voice)? Shown(string key, RecordId record)
    {
        using var rows = store.Database[HeadByKey].Rows(key);
        if (!rows.Next())
            return null;
        var voice = Voices.Cover(record) ? Voices.In(rows.Bytes(11), record) : VoiceOf(rows.Long(8), rows.Long(9), record);
        return voice is { } known ? (Shown(rows), known) : null;
    }

    // From the rows of the story, not those of the kind.
    private Voice? VoiceOf(long first, long last, RecordId record) =>
        (Voice?)store.Database["SELECT voice FROM record NOT INDEXED WHERE id BETWEEN ?1 AND ?2 AND kind = ?3 AND number = ?4"].Number(first, last, (int)record.Kind, record.Place);

    /// <summary>The story of this document as answers need it.</summary>
    public ShownStory Shown(long document)
    {
        using var rows = store.Database[HeadByDocument].Rows(document);
        return rows.Next() ? Shown(rows) : throw new StoreException($"{store.Path} is damaged: document {document} is not whole; demarche check says more");
    }

    private ShownStory Shown(in Rows rows)
    {
        var (key, text) = (rows.Text(1)!, rows.Text(6, ref _room));
        var (own, common) = store.Decisions.About(key, rows.Long(10));
        var record = own.Count + common.Count == 0 ? store.Packer.UnpackForNow(rows.Bytes(7)) : Correcting.Decided.Apply(store.Packer.Unpack(rows.Bytes(7)), text.ToString(), key, own, common);
        return new(rows.Long(0), key, rows.LongOrNull(2) is { } outlet ? OutletOf(outlet) : null, rows.Text(3), DayOf(rows.LongOrNull(4)), rows.Text(5), text, record, rows.Long(8), rows.Long(9));
    }

    private byte[] Decided(byte[] record, string text, string key)
    {
        var (own, common) = store.Decisions.About(key);
        return Correcting.Decided.Apply(record, text, key, own, common);
    }

    // Outlets are only ever added.
    private string? OutletOf(long outlet)
    {
        if (!_outlets.TryGetValue(outlet, out var name) && store.Database["SELECT name FROM outlet WHERE id = ?1"].Text(outlet) is { } found)
            _outlets[outlet] = name = found;
        return name;
    }

    private StoredStory Read(in Rows rows, bool asCoded)
    {
        var (key, text, record) = (rows.Text(2)!, rows.Text(8)!, store.Packer.Unpack(rows.Bytes(12)));
        return new()
        {
            Id = rows.Long(0), DocumentId = rows.Long(1), Key = key, Outlet = rows.Text(3), Title = rows.Text(4), Published = DayOf(rows.LongOrNull(5)), Url = rows.Text(6), Language = rows.Text(7)!,
            Text = text, Run = new(rows.Text(9)!, rows.Text(10)!, rows.Text(11)!), OutletId = rows.LongOrNull(13),
            Record = asCoded ? record : Decided(record, text, key),
        };
    }

    internal static DateOnly? DayOf(long? number) => number is { } day ? new((int)(day / 10000), (int)(day / 100 % 100), (int)(day % 100)) : null;
}
