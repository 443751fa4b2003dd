using System.Text.Json;
using System.Text.Json.Nodes;

namespace Demarche.Store.Correcting;

/// <summary>Makes the record that somebody adds: all fields of its list, unknown where nothing is given.</summary>
internal static class NewRecord
{
    private const string By = "added/by-hand";

    public static JsonObject Of(RecordStore store, string text, RecordId id, string words, IReadOnlyDictionary<string, string> fields)
    {
        var record = Empty(id);
        using (var shape = JsonDocument.Parse(record.ToJsonString()))
        {
            var editor = new FieldEditor(store, text, shape.RootElement);
            var evidence = editor.At(words);
            record[id.Kind == RecordKind.Statement ? "content" : "evidence"] = id.Kind == RecordKind.Statement ? new JsonArray(evidence) : evidence;
            foreach (var (field, value) in fields)
                foreach (var (name, node) in editor.Edit(field, value))
                    // What follows from the type must not wipe out what was given.
                    if (name == field || record[name] is null)
                        record[name] = node?.DeepClone();
            if (fields.ContainsKey("type") && editor.Edit("type", fields["type"])["quad"] is { } quad)
                record["quad"] = quad.DeepClone();
        }
        var naming = id.Kind switch { RecordKind.Event => "type", RecordKind.Position => "stance", RecordKind.Agreement => "claim", _ => "polarity" };
        if (record[naming] is null)
            throw new StoreException($"the new record needs its {naming}");
        if (id.Kind == RecordKind.Position && (record["actor"] is null || record["issue"] is null))
            throw new StoreException("a position needs its actor and its issue");
        if (id.Kind == RecordKind.Agreement && record["name"] is null)
            throw new StoreException("a claim about an agreement needs its name, as it stands in the text");
        record["review"] = "added";
        return record;
    }

    private static JsonObject Empty(RecordId id)
    {
        var record = new JsonObject { ["id"] = id.ToString() };
        foreach (var field in id.Kind switch
        {
            RecordKind.Statement => ["source*", "cue*", "content*", "kind", "speaker", "further_speakers*", "addressees*", "medium", "date", "polarity", "via", "repeats*", "rule", "confidence", "why"],
            RecordKind.Event => ["type", "mode", "contexts*", "actors*", "recipients*", "date", "date_end", "date_precision", "date_note", "place", "status", "background", "attribution", "evidence", "spans*", "mentions*", "quad", "score", "cameo", "rule", "rung", "confidence", "why"],
            RecordKind.Position => ["actor", "issue", "issue_from", "stance", "direction", "strength", "strength_words", "addressees*", "condition", "outcome", "answers", "changes", "conflicts", "witness", "date", "attribution", "evidence", "rule", "confidence", "why"],
            _ => (string[])["name", "known", "parties*", "claim", "by", "against", "provision", "attribution", "evidence", "rule", "why"],
        })
            record[field.TrimEnd('*')] = field[^1] == '*' ? new JsonArray() : null;
        record["rule"] = By;
        record["why"] = "added by hand";
        if (id.Kind == RecordKind.Statement)
            record["polarity"] = "says";
        if (id.Kind == RecordKind.Position)
            (record["strength"], record["issue_from"], record["witness"]) = (2, "words", "actor");
        if (id.Kind == RecordKind.Event)
        {
            record["status"] = "asserted";
            record["background"] = false;
            record["rung"] = "path";
        }
        return record;
    }
}
