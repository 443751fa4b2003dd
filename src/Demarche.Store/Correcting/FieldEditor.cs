using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Demarche.Codebooks;
using Demarche.Store.Packing;
using Demarche.Store.Projecting;

namespace Demarche.Store.Correcting;

/// <summary>Reads what somebody writes for a field of a record, and says what would be right where it cannot stand there.</summary>
internal sealed class FieldEditor(RecordStore store, string text, JsonElement record)
{
    private static readonly string[] Statuses = [.. Enum.GetNames<EventStatus>().Select(name => name.ToLowerInvariant())];
    private static readonly string[] Kinds = [.. Enum.GetNames<ActorKind>().Select(name => name.ToLowerInvariant())];
    private static readonly string[] Origins = [.. Enum.GetNames<IssueOrigin>().Select(name => name.ToLowerInvariant())];
    private static readonly string[] Witnesses = [.. Enum.GetNames<Witness>().Select(name => name.ToLowerInvariant())];
    private static readonly string[] Directions = ["for", "against"];

    // What the codebook knows; read when somebody corrects one.
    private static readonly Lazy<string[]> Stances = new(() => Listed("positions.yaml", "stances")), Claims = new(() => Listed("agreements.yaml", "claims"));

    // Which field holds what; all others hold words.
    private static readonly HashSet<string> OneActor = ["speaker", "actor", "by", "against"], Actors = ["actors", "recipients", "addressees", "further_speakers", "parties"],
        OneSpan = ["evidence", "condition", "outcome", "name", "strength_words", "provision"], Spans = ["source", "cue", "content", "mentions", "repeats"], Dates = ["date", "date_end"], References = ["attribution", "via", "answers", "changes", "conflicts"];

    // What the program says of its own work is nobody's to rewrite.
    private static readonly HashSet<string> Fixed = ["id", "review", "rung", "quad", "date_precision"];

    /// <summary>The fields that change, by name: the one that was named, and those that follow from it.</summary>
    public JsonObject Edit(string field, string value)
    {
        if (Fixed.Contains(field) || !record.TryGetProperty(field, out _))
            throw new StoreException($"{field} is no field to edit here; there are {string.Join(", ", record.EnumerateObject().Select(property => property.Name).Where(name => !Fixed.Contains(name)))}");
        var change = new JsonObject { [field] = Value(field, value.Trim()) };
        if (field == "date")
            change["date_precision"] = PartialDate.TryParse(value.Trim(), out var date) ? date.Precision : null;
        if (field == "type")
        {
            // These belong to the type that was.
            change["quad"] = QuadOf((string)change["type"]!);
            foreach (var follows in new[] { "mode", "score", "cameo" })
                change[follows] = null;
        }
        return change;
    }

    // As the store has it of other events; of a type that it has not yet, as the codebook does.
    private long QuadOf(string type)
    {
        if (store.Database["SELECT dyad.quad FROM record JOIN dyad ON dyad.record = record.id WHERE record.kind = 1 AND record.type = (SELECT id FROM term WHERE name = ?1) LIMIT 1"].Number(type) is { } known)
            return known;
        var files = CodebookFolder.At(null).Files(CodebookFolder.Events, ".yaml").Select(file => (file, Type: Path.GetFileNameWithoutExtension(file.Name).ToUpperInvariant())).ToList();
        var found = files.Find(file => file.Type == type);
        return found.Type is not null ? YamlNode.Load(found.file.Path, found.file.Name).Require("quad").Integer
            : throw new StoreException($"type: {type} is no type of event; write {string.Join(", ", files.Select(file => file.Type).Order(StringComparer.Ordinal))}");
    }

    private static string[] Listed(string file, string key) => [.. YamlNode.Load(Path.Combine(CodebookFolder.Shipped, file), $"codebook/{file}").Require(key).Texts];

    private JsonNode? Value(string field, string value)
    {
        var isNothing = value is "" or "null" or "-";
        if (Actors.Contains(field))
            return new JsonArray([.. isNothing ? [] : value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => (JsonNode)Actor(name))]);
        if (Spans.Contains(field))
            return new JsonArray([.. isNothing ? [] : value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(words => (JsonNode)At(words))]);
        if (field == "contexts")
            return new JsonArray([.. isNothing ? [] : value.Split(';', ',').Select(context => (JsonNode)context.Trim())]);
        if (field == "spans")
            return RoleSpans(value);
        if (isNothing)
            return field is "type" or "status" or "stance" or "claim" or "polarity" or "evidence" or "name" or "issue" or "issue_from" or "witness" or "strength" ? throw new StoreException($"{field} cannot be empty") : null;
        if (OneActor.Contains(field))
            return Actor(value);
        if (OneSpan.Contains(field))
            return At(value);
        if (Dates.Contains(field))
            return PartialDate.TryParse(value, out var date) ? date.ToString() : throw new StoreException($"{field}: {value} is not a date; write 2021-12-14, 2021-12 or 2021");
        if (References.Contains(field))
            return RecordId.TryParse(value, out _) ? value : throw new StoreException($"{field}: {value} is no record; write its id, such as a2");
        return field switch
        {
            "type" => value.ToUpperInvariant(),
            "status" => OneOf(field, value, Statuses),
            "stance" => OneOf(field, value, Stances.Value),
            "claim" => OneOf(field, value, Claims.Value),
            "direction" => OneOf(field, value, Directions),
            "issue_from" => OneOf(field, value, Origins),
            "witness" => OneOf(field, value, Witnesses),
            "strength" => int.TryParse(value, out var strength) && strength is >= 1 and <= 3 ? strength : throw new StoreException($"strength: {value} is not 1, 2 or 3"),
            "background" => bool.TryParse(value, out var yes) ? yes : throw new StoreException($"background: {value} is not true or false"),
            "confidence" or "score" => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : throw new StoreException($"{field}: {value} is not a number"),
            "place" => new JsonObject { ["name"] = value, ["country"] = null, ["lat"] = null, ["lon"] = null, ["precision"] = null, ["mention"] = text.Contains(value, StringComparison.Ordinal) ? At(value) : null },
            _ => value,
        };
    }

    /// <summary>An actor by id or name as the store knows it, or a new one with its kind before its name: “person:Jan Kos”.</summary>
    public JsonObject Actor(string name)
    {
        if (name.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && Kinds.Contains(name[..colon]))
            return New(null, name[(colon + 1)..].Trim(), name[..colon], null, null);
        using var rows = store.Database["SELECT code, name, kind, country, sector FROM actor WHERE key = ?1 COLLATE NOCASE OR name = ?1 COLLATE NOCASE OR key = ?2 ORDER BY code IS NULL, kind <> 'state', id LIMIT 1"].Rows(name, ActorRow.Unresolved + name.ToLowerInvariant());
        return rows.Next() ? New(rows.Text(0), rows.Text(1)!, rows.Text(2)!, rows.Text(3), rows.Text(4))
            : throw new StoreException($"no actor of the store is called {name}; for a new one write its kind too ({string.Join(", ", Kinds)}), as in person:{name}");
    }

    /// <summary>A span by its words, or by where it starts and ends: “80-87”.</summary>
    public JsonObject At(string value)
    {
        if (value.Split('-') is [var from, var to] && int.TryParse(from, out var start) && int.TryParse(to, out var end))
            return start >= 0 && start < end && end <= text.Length ? Span(start, end) : throw new StoreException($"{value} is not within the text, which has {text.Length} characters");
        // The same words may stand in several places: the one nearest to the record's.
        var near = SpanText.SpanOf(record.Field("evidence"))?.Start ?? 0;
        var best = -1;
        for (var at = text.IndexOf(value, StringComparison.Ordinal); at >= 0; at = text.IndexOf(value, at + 1, StringComparison.Ordinal))
            if (best < 0 || Math.Abs(at - near) < Math.Abs(best - near))
                best = at;
        return best >= 0 ? Span(best, best + value.Length) : throw new StoreException($"“{value}” does not stand in the text; give words exactly as they stand there");
    }

    // Roles with their words: “trigger=warned; date=on Tuesday”.
    private JsonArray RoleSpans(string value)
    {
        var spans = new JsonArray();
        foreach (var item in value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = item.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                throw new StoreException($"spans: {item} has no role; write trigger=warned; date=on Tuesday");
            var span = At(item[(equals + 1)..].Trim());
            spans.Add(new JsonObject { ["role"] = item[..equals].Trim(), ["start"] = (int)span["start"]!, ["end"] = (int)span["end"]! });
        }
        return spans;
    }

    private static JsonObject Span(int start, int end) => new() { ["start"] = start, ["end"] = end };

    private static JsonObject New(string? id, string name, string kind, string? country, string? sector) => new()
    {
        ["id"] = id, ["name"] = name, ["kind"] = kind, ["country"] = country, ["sector"] = sector, ["office"] = null, ["anonymous"] = false, ["members"] = new JsonArray(), ["mention"] = null,
    };

    private static string OneOf(string field, string value, string[] known) =>
        known.Contains(value.ToLowerInvariant()) ? value.ToLowerInvariant() : throw new StoreException($"{field}: {value} is not known; write {string.Join(", ", known)}");
}
