using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Demarche.Store.Packing;
using Demarche.Store.Projecting;

namespace Demarche.Store.Checking;

/// <summary>Looks a store through: the file itself, that each span slices to its story's text, that records name only what is there, and that the index says what the records say.</summary>
internal sealed class StoreCheck(RecordStore store)
{
    /// <summary>What is wrong, in words; nothing when all is well.</summary>
    public IEnumerable<string> Faults() => File().Concat(Rows()).Concat(Stories()).Concat(Facets()).Concat(new CollationCheck(store).Faults());

    private IEnumerable<string> File()
    {
        foreach (var problem in store.Database.Texts("PRAGMA integrity_check"))
            if (problem != "ok")
                yield return $"the file is damaged: {problem}";
        foreach (var table in store.Database.Texts("SELECT DISTINCT \"table\" FROM pragma_foreign_key_check"))
            yield return $"{table} names rows that are not there";
    }

    private IEnumerable<string> Rows()
    {
        foreach (var (query, words) in new[]
        {
            ("SELECT key FROM story WHERE NOT EXISTS (SELECT 1 FROM text WHERE text.story = story.id)", "has no text"),
            ("SELECT key FROM story WHERE NOT EXISTS (SELECT 1 FROM document WHERE document.id = story.shown AND document.story = story.id)", "shows no document of its own"),
            ("SELECT 'record ' || id FROM record WHERE NOT EXISTS (SELECT 1 FROM story WHERE shown = record.document)", "stands in the index, but its document is not shown"),
            ("SELECT 'record ' || record FROM part WHERE NOT EXISTS (SELECT 1 FROM record WHERE record.id = part.record)", "has who takes part, but is not there"),
            ("SELECT 'record ' || record FROM dyad WHERE NOT EXISTS (SELECT 1 FROM record WHERE record.id = dyad.record)", "has sides, but is not there"),
            ("SELECT 'record ' || record FROM stance WHERE NOT EXISTS (SELECT 1 FROM record WHERE record.id = stance.record)", "has a stance, but is not there"),
            ("SELECT 'record ' || s.record FROM stance AS s JOIN record AS r ON r.id = s.record JOIN story ON story.shown = r.document WHERE s.stance <> r.type OR s.outlet IS NOT r.outlet OR substr(s.address, 1, length(story.key) + 1) <> story.key || '/'", "has a stance that is not the record's"),
        })
            foreach (var what in store.Database.Texts(query + " LIMIT 10"))
                yield return $"{what} {words}";
    }

    private IEnumerable<string> Stories()
    {
        var rows = store.Rows;
        foreach (var id in rows.Ids())
        {
            StoredStory? story = null;
            var problem = "";
            try
            {
                story = rows.Read(id);
            }
            catch (Exception error) when (error is StoreException or JsonException or ZstdSharp.ZstdException or ArgumentException)
            {
                problem = error.Message;
            }
            if (story is null)
            {
                yield return $"story {id} cannot be read: {problem}";
                continue;
            }
            foreach (var fault in Of(story))
                yield return $"{story.Key}: {fault}";
        }
    }

    private IEnumerable<string> Of(StoredStory story)
    {
        if (!store.Database["SELECT hash = ?2 FROM story WHERE id = ?1"].Number(story.Id, SHA256.HashData(Encoding.UTF8.GetBytes(story.Text))[..16]).Equals(1L))
            yield return "the text is not the one that was added";
        using var record = JsonDocument.Parse(story.Record);
        var ids = new HashSet<string>(RecordId.Lists.SelectMany(list => record.RootElement.Items(list)).Select(element => element.Text("id") ?? ""), StringComparer.Ordinal);
        foreach (var fault in Spans(record.RootElement, story.Text))
            yield return fault;
        foreach (var element in RecordId.Lists.SelectMany(list => record.RootElement.Items(list)))
            foreach (var reference in new[] { "attribution", "via", "answers" })
                if (element.Text(reference) is { } target && !ids.Contains(target))
                    yield return $"{element.Text("id")} names {target}, which is not there";

        if (LongestWord(story.Text) is { } word && store.Database["SELECT 1 FROM told WHERE told MATCH ?1 AND rowid = ?2"].Number($"\"{word}\"", story.Id) is null)
            yield return $"the words of the text are not found: “{word}”";

        var projected = Projection.Of(record.RootElement, story.Text, story.Published);
        var shown = new HashSet<long>();
        using (var rows = store.Database[$"SELECT {RecordId.RowSql} FROM story CROSS JOIN record AS r ON r.id BETWEEN story.first AND story.last WHERE story.id = ?1"].Rows(story.Id))
            while (rows.Next())
                shown.Add(rows.Long(0));
        var meant = projected.Select(one => one.Id.Row(story.DocumentId)).ToHashSet();
        if (store.Database["SELECT voices FROM story WHERE id = ?1"].Text(story.Id) != Voices.Of(projected.Select(one => (one.Id, one.Voice))))
            yield return "whose voice its records are is not kept as they say";
        if (!shown.SetEquals(meant))
            yield return $"the index has {shown.Count} records of {meant.Count}; those that differ: {string.Join(", ", shown.Except(meant).Concat(meant.Except(shown)).Select(RecordId.OfRow).Take(5))}";
    }

    // Of plain letters, of which all programs think alike.
    private static string? LongestWord(string text)
    {
        var longest = default(Span);
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && char.IsAsciiLetter(text[i]))
                i++;
            var isWhole = (start == 0 || text[start - 1] == ' ') && (i == text.Length || text[i] is ' ' or '\n');
            if (isWhole && i - start > longest.Length)
                longest = new(start, i);
            i++;
        }
        return longest.Length > 0 ? longest.Of(text).ToString() : null;
    }

    private static IEnumerable<string> Spans(JsonElement element, string text) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Spans(item, text)),
        JsonValueKind.Object when SpanText.SpanOf(element) is { } span && (span.Start < 0 || span.End < span.Start || span.End > text.Length) => [$"the span {span.Start} to {span.End} is outside the text"],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Spans(property.Value, text)),
        _ => [],
    };

    // The counts that are kept must be those that counting gives.
    private IEnumerable<string> Facets()
    {
        foreach (var column in new[] { "type", "mode", "status", "country", "outlet", "voice", "review" })
            foreach (var _ in store.Database.Texts($"SELECT 1 FROM (SELECT kind, {column} AS value, count(*) AS count FROM record WHERE {column} IS NOT NULL GROUP BY 1, 2 EXCEPT SELECT kind, value, count FROM facet WHERE name = '{column}') LIMIT 1"))
                yield return $"the counts by {column} are not those of the records";
        foreach (var _ in store.Database.Texts("SELECT 1 FROM (SELECT actor, recipient, count(*), sum(quad IN (1, 2)), sum(quad > 2) FROM dyad GROUP BY 1, 2 EXCEPT SELECT actor, recipient, count, cooperation, conflict FROM pair) LIMIT 1")
            .Concat(store.Database.Texts("SELECT 1 FROM pair WHERE NOT EXISTS (SELECT 1 FROM dyad WHERE dyad.actor = pair.actor AND dyad.recipient = pair.recipient) LIMIT 1")))
            yield return "the counts of events between two sides are not those of the records";
        foreach (var block in new CellRows(store.Database).Wrong().Take(10))
            yield return $"the cells of the records from {block * RecordCell.PerBlock} on do not say what the records say";
    }
}
