using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Demarche.Store.Projecting;

namespace Demarche.Store.Comparing;

/// <summary>Compares what two runs made of one story. Records are paired by the words they rest on; ids, which only count, are not compared.</summary>
internal static class DocumentComparison
{
    private static readonly string[] Naming = ["type", "polarity", "stance", "claim"];

    // These say which record, or why it is one; not what it holds.
    private static readonly HashSet<string> Left = new(StringComparer.Ordinal) { "id", "why", "attribution", "via", "answers" };

    public static IEnumerable<RecordChange> Of(StoredStory before, StoredStory after)
    {
        using var older = JsonDocument.Parse(before.Record);
        using var newer = JsonDocument.Parse(after.Record);
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            var list = RecordId.Lists[(int)kind];
            List<JsonElement> gone = [.. older.RootElement.Items(list)], come = [.. newer.RootElement.Items(list)];
            foreach (var (was, @is) in Pair(kind, gone, come))
                foreach (var change in Changes(before, kind, was, @is))
                    yield return change;
            foreach (var record in gone)
                yield return new(before.Key, kind, record.Text("id"), null, null, TypeOf(record), null, Words(kind, record, before.Text));
            foreach (var record in come)
                yield return new(before.Key, kind, null, record.Text("id"), null, null, TypeOf(record), Words(kind, record, after.Text));
        }
    }

    /// <summary>The words that a record rests on: an attribution's cue, else the evidence.</summary>
    public static Span? Basis(RecordKind kind, JsonElement record)
    {
        if (kind != RecordKind.Statement)
            return Packing.SpanText.SpanOf(record.Field("evidence"));
        Span? whole = null;
        foreach (var cue in record.Items("cue"))
            if (Packing.SpanText.SpanOf(cue) is { } span)
                whole = whole?.To(span) ?? span;
        return whole;
    }

    public static string? TypeOf(JsonElement record) => Naming.Select(name => record.Text(name)).FirstOrDefault(type => type is not null);

    /// <summary>Takes pairs out of both lists: those with the same words and type first, then the same words, then words that overlap and the same type.</summary>
    private static List<(JsonElement, JsonElement)> Pair(RecordKind kind, List<JsonElement> gone, List<JsonElement> come)
    {
        var pairs = new List<(JsonElement, JsonElement)>();
        Take((a, b) => Basis(kind, a) == Basis(kind, b) && TypeOf(a) == TypeOf(b));
        Take((a, b) => Basis(kind, a) == Basis(kind, b));
        Take((a, b) => Basis(kind, a) is { } x && Basis(kind, b) is { } y && x.Overlaps(y) && TypeOf(a) == TypeOf(b));
        return pairs;

        void Take(Func<JsonElement, JsonElement, bool> same)
        {
            for (var i = 0; i < gone.Count;)
            {
                var record = gone[i];
                if (come.FindIndex(other => same(record, other)) is not (>= 0 and var found))
                {
                    i++;
                    continue;
                }
                pairs.Add((record, come[found]));
                gone.RemoveAt(i);
                come.RemoveAt(found);
            }
        }
    }

    private static IEnumerable<RecordChange> Changes(StoredStory story, RecordKind kind, JsonElement was, JsonElement @is)
    {
        foreach (var name in was.EnumerateObject().Concat(@is.EnumerateObject()).Select(property => property.Name).Distinct(StringComparer.Ordinal).Where(name => !Left.Contains(name)))
        {
            var (older, newer) = (was.Field(name), @is.Field(name));
            if (!JsonElement.DeepEquals(older, newer))
                yield return new(story.Key, kind, was.Text("id"), @is.Text("id"), name, Shown(older, story.Text), Shown(newer, story.Text), Words(kind, @is, story.Text));
        }
    }

    private static string Words(RecordKind kind, JsonElement record, string text) => Basis(kind, record) is { } basis ? basis.Of(text).ToString() : "";

    /// <summary>A value in a few words: names of actors, words of spans.</summary>
    internal static string? Shown(JsonElement value, string text) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(item => Shown(item, text))),
        JsonValueKind.Object when value.Text("name") is { } name => value.Text("id") ?? name,
        JsonValueKind.Object when Packing.SpanText.SpanOf(value) is { } span && span.End <= text.Length =>
            (value.Text("role") is { } role ? role + " " : "") + span.Of(text).ToString(),
        _ => Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(value)),
    };
}
