using Demarche.Store.Projecting;

namespace Demarche.Store.Asking;

/// <summary>Reads records out of their documents. Records of one story are read together.</summary>
internal sealed class RecordReader(RecordStore store)
{
    private readonly StoryRows _stories = store.Rows;

    /// <summary>The records of rows, in their order.</summary>
    public List<StoredRecord> Read(IReadOnlyList<long> rows)
    {
        var found = ReadRows(rows);
        return [.. rows.Where(found.ContainsKey).Select(row => found[row])];
    }

    /// <summary>The records of rows, by row.</summary>
    public Dictionary<long, StoredRecord> ReadRows(IEnumerable<long> rows) => store.Database.Reading(() =>
    {
        var found = new Dictionary<long, StoredRecord>();
        foreach (var document in rows.Select(Place).GroupBy(place => place.Document))
        {
            var story = _stories.Shown(document.Key);
            foreach (var (row, _, id, voice) in document)
                if (Read(story, id, voice) is { } record)
                    found[row] = record;
        }
        return found;
    });

    /// <summary>A record by its story's key and its id; null when there is none.</summary>
    public StoredRecord? Find(string story, RecordId id) => _stories.Shown(story, id) is var (found, voice) ? Read(found, id, voice) : null;

    /// <summary>All records of a story, list by list.</summary>
    public IReadOnlyList<StoredRecord> Of(string story)
    {
        if (_stories.Shown(story) is not { } found)
            return [];
        var all = new List<StoredRecord>();
        using var rows = store.Database["SELECT r.kind, r.number, r.voice FROM story CROSS JOIN record AS r ON r.id BETWEEN story.first AND story.last WHERE story.key = ?1 ORDER BY r.id"].Rows(story);
        while (rows.Next())
            if (Read(found, RecordId.Of(rows.Long(0), rows.Long(1)), (Voice)rows.Int(2)) is { } record)
                all.Add(record);
        return all;
    }

    private (long Row, long Document, RecordId Id, Voice Voice) Place(long row)
    {
        using var rows = store.Database["SELECT document, kind, number, voice FROM record WHERE id = ?1"].Rows(row);
        return rows.Next() ? (row, rows.Long(0), RecordId.Of(rows.Long(1), rows.Long(2)), (Voice)rows.Int(3)) : throw new StoreException($"{store.Path} is damaged: record {row} is missing; demarche check says more");
    }

    // Whose voice it is, which takes all attributions to find out, the index knows.
    private static StoredRecord? Read(ShownStory story, RecordId id, Voice voice)
    {
        if (RecordSlices.Find(story.Record.Span, id) is not { } fields)
            return null;
        var words = fields.Words ?? default;
        return new()
        {
            Story = story.Key, Id = id, Outlet = story.Outlet, Title = story.Title, Published = story.Published, Url = story.Url,
            Type = fields.Type ?? (id.Kind == RecordKind.Statement ? "says" : ""), Mode = fields.Mode, Issue = id.Kind == RecordKind.Agreement ? Slice(fields.Name, story.Text.Span) : fields.Issue, Direction = fields.Direction, Status = fields.Status,
            Date = fields.Date, DateEnd = fields.DateEnd, Actors = fields.Actors, Recipients = fields.Recipients, Speakers = Chain(story.Record.Span, fields), Voice = voice,
            Place = fields.Place, Confidence = fields.Confidence, Review = Projection.ReviewOf(fields.Review), Span = words, Words = Slice(words, story.Text.Span) ?? "",
            Rule = fields.Rule, Why = fields.Why,
        };
    }

    private static string? Slice(Span? span, ReadOnlySpan<char> text) => span is { } known && known.Start >= 0 && known.End <= text.Length ? known.Of(text).ToString() : null;

    private static List<string> Chain(ReadOnlySpan<byte> records, RecordFields fields)
    {
        var chain = new List<string>();
        var next = fields.Attribution;
        for (var left = 32; left > 0 && RecordId.TryParse(next, out var id) && RecordSlices.Find(records, id) is { } attribution; left--)
        {
            chain.Insert(0, attribution.Speaker ?? "?");
            next = attribution.Attribution;
        }
        return chain;
    }
}
