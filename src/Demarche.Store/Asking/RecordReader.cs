using System.Text.Json;
using Demarche.Store.Comparing;
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
    public Dictionary<long, StoredRecord> ReadRows(IEnumerable<long> rows)
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
    }

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
        if (RecordSlices.Find(story.Record, id) is not { } element)
            return null;
        var projected = new Projection(default, story.Text, story.Published).Of(id.Kind, element);
        var span = WordsOf(projected.Id.Kind, element);
        return new()
        {
            Story = story.Key, Id = projected.Id, Outlet = story.Outlet, Title = story.Title, Published = story.Published, Url = story.Url,
            Type = projected.Type, Mode = projected.Mode, Issue = projected.Issue, Status = projected.Status, Date = element.Text("date"), DateEnd = element.Text("date_end"),
            Actors = Names(projected, PartRole.Actor), Recipients = Names(projected, PartRole.Recipient), Speakers = Chain(story.Record, element), Voice = voice,
            Place = element.Field("place").Text("name"), Confidence = projected.Confidence, Review = projected.Review, Span = span, Words = span.Of(story.Text).ToString(),
            Rule = element.Text("rule"), Why = element.Text("why"),
        };
    }

    private static List<string> Names(ProjectedRecord record, PartRole role)
    {
        var names = new List<string>();
        foreach (var (actor, its) in record.Parts)
            if (its == role && !names.Contains(actor.Name))
                names.Add(actor.Name);
        return names;
    }

    // Of a statement the words are what was said, with its cue where they stand together.
    private static Span WordsOf(RecordKind kind, JsonElement element)
    {
        Span? words = DocumentComparison.Basis(kind, element);
        if (kind == RecordKind.Statement)
            foreach (var content in element.Items("content"))
                if (Packing.SpanText.SpanOf(content) is { } span)
                    words = words?.To(span) ?? span;
        return words ?? default;
    }

    private static List<string> Chain(byte[] records, JsonElement element)
    {
        var chain = new List<string>();
        var next = element.Text("attribution") ?? element.Text("via");
        for (var left = 32; left > 0 && RecordId.TryParse(next, out var id) && RecordSlices.Find(records, id) is { } attribution; left--)
        {
            chain.Insert(0, attribution.Field("speaker").Text("name") ?? "?");
            next = attribution.Text("via");
        }
        return chain;
    }
}
