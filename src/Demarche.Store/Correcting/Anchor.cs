using System.Text.Json;
using System.Text.Json.Nodes;
using Demarche.Store.Comparing;
using Demarche.Store.Projecting;

namespace Demarche.Store.Correcting;

/// <summary>By what a decision finds its record again when the story was coded anew: the words it rests on, its type, and which of several such it is.</summary>
internal sealed record Anchor(int Start, int End, string Words, string? Type, int Nth)
{
    /// <summary>The anchor of a record.</summary>
    public static Anchor Of(JsonElement record, RecordKind kind, IEnumerable<JsonElement> list, string text)
    {
        var basis = DocumentComparison.Basis(kind, record) ?? default;
        var type = DocumentComparison.TypeOf(record);
        var nth = list.TakeWhile(other => other.Text("id") != record.Text("id")).Count(other => DocumentComparison.Basis(kind, other) == basis && DocumentComparison.TypeOf(other) == type);
        return new(basis.Start, basis.End, basis.Of(text).ToString(), type, nth);
    }

    public static Anchor? Read(string? json)
    {
        if (json is null)
            return null;
        using var parsed = JsonDocument.Parse(json);
        var root = parsed.RootElement;
        return new((int)(root.Real("start") ?? 0), (int)(root.Real("end") ?? 0), root.Text("words") ?? "", root.Text("type"), (int)(root.Real("nth") ?? 0));
    }

    public string Write() => new JsonObject { ["start"] = Start, ["end"] = End, ["words"] = Words, ["type"] = Type, ["nth"] = Nth }.ToJsonString();

    /// <summary>The id of the record that is meant, or null when its words yield none now.</summary>
    public string? Find(RecordKind kind, JsonElement.ArrayEnumerator list, string text)
    {
        if (Place(text) is not { } place)
            return null;
        List<(JsonElement Record, Span Basis)> near = [.. from record in list let basis = DocumentComparison.Basis(kind, record) where basis is { } span && (span == place || span.Overlaps(place)) select (record, basis.Value)];
        List<JsonElement> exact = [.. near.Where(other => other.Basis == place && DocumentComparison.TypeOf(other.Record) == Type).Select(other => other.Record)];
        if (exact.Count > 0)
            return exact[Math.Min(Nth, exact.Count - 1)].Text("id");
        // The clause may be cut otherwise now, or be another type: the same type first, then the largest part of the words.
        return near.OrderByDescending(other => DocumentComparison.TypeOf(other.Record) == Type).ThenByDescending(other => Shared(other.Basis, place)).ThenBy(other => other.Basis)
            .Where(other => DocumentComparison.TypeOf(other.Record) == Type || other.Basis == place).Select(other => other.Record.Text("id")).FirstOrDefault();
    }

    /// <summary>Where the words stand: where they stood, else nearest to it.</summary>
    private Span? Place(string text)
    {
        if (End <= text.Length && text.AsSpan(Start, End - Start).SequenceEqual(Words))
            return new(Start, End);
        if (Words.Length == 0)
            return null;
        Span? nearest = null;
        for (var at = text.IndexOf(Words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Words, at + 1, StringComparison.Ordinal))
            if (nearest is not { } best || Math.Abs(at - Start) < Math.Abs(best.Start - Start))
                nearest = new(at, at + Words.Length);
        return nearest;
    }

    private static int Shared(Span a, Span b) => Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start);
}
