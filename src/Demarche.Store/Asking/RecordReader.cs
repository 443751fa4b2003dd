using System.Text.Json;
using Demarche.Store.Comparing;
using Demarche.Store.Projecting;

namespace Demarche.Store.Asking;

/// <summary>Reads records out of their documents. Records of one story are read together.</summary>
internal sealed class RecordReader(RecordStore store)
{
    private readonly StoryRows _stories = new(store);

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
        foreach (var document in rows.GroupBy(RecordId.DocumentOf))
            foreach (var record in Read(_stories.OfDocument(document.Key), [.. document.Select(RecordId.OfRow)]))
                found[record.Id.Row(document.Key)] = record;
        return found;
    }

    /// <summary>Some records of a story.</summary>
    public static IEnumerable<StoredRecord> Read(StoredStory story, IReadOnlyCollection<RecordId> wanted)
    {
        using var json = JsonDocument.Parse(story.Record);
        foreach (var (projected, element) in Projection.Of(json.RootElement, story.Text, story.Published, wanted))
            yield return Make(story, json.RootElement, element, projected);
    }

    /// <summary>All records of a story, list by list.</summary>
    public static IEnumerable<StoredRecord> Read(StoredStory story)
    {
        var all = new List<RecordId>();
        using (var json = JsonDocument.Parse(story.Record))
            foreach (var element in RecordId.Lists.SelectMany(list => json.RootElement.Items(list)))
                if (RecordId.TryParse(element.Text("id"), out var id))
                    all.Add(id);
        return Read(story, all);
    }

    private static StoredRecord Make(StoredStory story, JsonElement whole, JsonElement element, ProjectedRecord projected)
    {
        var span = WordsOf(projected.Id.Kind, element);
        return new()
        {
            Story = story.Key, Id = projected.Id, Outlet = story.Outlet, Title = story.Title, Published = story.Published, Url = story.Url,
            Type = projected.Type, Mode = projected.Mode, Issue = projected.Issue, Status = projected.Status, Date = element.Text("date"), DateEnd = element.Text("date_end"),
            Actors = Names(projected, PartRole.Actor), Recipients = Names(projected, PartRole.Recipient), Speakers = Chain(whole, element), Voice = projected.Voice,
            Place = element.Field("place").Text("name"), Confidence = projected.Confidence, Review = projected.Review, Span = span, Words = span.Of(story.Text).ToString(),
            Rule = element.Text("rule"), Why = element.Text("why"),
        };
    }

    private static List<string> Names(ProjectedRecord record, PartRole role) => [.. record.In(role).Select(actor => actor.Name).Distinct(StringComparer.Ordinal)];

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

    private static List<string> Chain(JsonElement whole, JsonElement element)
    {
        var chain = new List<string>();
        var next = element.Text("attribution") ?? element.Text("via");
        for (var left = 32; next is not null && left > 0; left--)
        {
            var id = next;
            next = null;
            foreach (var attribution in whole.Items("attributions"))
            {
                if (attribution.Text("id") != id)
                    continue;
                chain.Insert(0, attribution.Field("speaker").Text("name") ?? "?");
                next = attribution.Text("via");
                break;
            }
        }
        return chain;
    }
}
