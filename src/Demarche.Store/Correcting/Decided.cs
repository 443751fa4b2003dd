using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Demarche.Store.Projecting;

namespace Demarche.Store.Correcting;

/// <summary>A story's record with decisions applied to what the program made.</summary>
internal static class Decided
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Applies decisions to a record whose words are taken out.</summary>
    /// <param name="record">What the program made.</param>
    /// <param name="text">The story's text.</param>
    /// <param name="story">The story's key.</param>
    /// <param name="decisions">About this story, in order.</param>
    /// <param name="common">About actors, in order.</param>
    /// <param name="lost">Where to put the decisions whose record is not there now.</param>
    public static byte[] Apply(byte[] record, string text, string story, IReadOnlyList<Decision> decisions, IReadOnlyList<Decision> common, ICollection<Decision>? lost = null)
    {
        if (decisions.Count == 0 && common.Count == 0)
            return record;
        var active = decisions.Where(decision => !decision.Undone && decision.Verb is "accept" or "reject" or "edit" or "add").ToList();
        var actors = common.Where(decision => !decision.Undone && decision.Verb is "merge" or "split").ToList();
        if (active.Count == 0 && actors.Count == 0)
            return record;

        var root = JsonNode.Parse(record)!.AsObject();
        var rejected = new HashSet<string>(StringComparer.Ordinal);
        using (var machine = JsonDocument.Parse(record))
            foreach (var decision in active)
                if (!Apply(root, machine.RootElement, text, decision, rejected))
                    lost?.Add(decision);
        foreach (var id in rejected)
            Remove(root, id);
        foreach (var decision in actors)
            ActorChange.Apply(root, story, decision);
        return Encoding.UTF8.GetBytes(root.ToJsonString(Readable));
    }

    private static bool Apply(JsonObject root, JsonElement machine, string text, Decision decision, HashSet<string> rejected)
    {
        if (decision.Verb == "add")
        {
            var added = JsonNode.Parse(decision.Body!)!.AsObject();
            RecordId.TryParse(decision.Target, out var own);
            if (root[own.List] is not JsonArray list)
                root[own.List] = list = [];
            list.Add(added);
            return true;
        }
        if (!RecordId.TryParse(decision.Target, out var target))
            return false;
        var id = target.Added ? decision.Target : Anchor.Read(decision.Anchor)?.Find(target.Kind, machine.Items(target.List), text);
        if (id is null || Find(root, target.List, id) is not { } record)
            return false;

        if (decision.Verb == "reject")
        {
            rejected.Add(id);
            return true;
        }
        rejected.Remove(id);
        if (decision.Verb == "edit")
            foreach (var (field, value) in JsonNode.Parse(decision.Body!)!.AsObject())
                record[field] = value?.DeepClone();
        if (!target.Added)
            record["review"] = "reviewed";
        return true;
    }

    private static JsonObject? Find(JsonObject root, string list, string id) =>
        root[list] is JsonArray records ? records.OfType<JsonObject>().FirstOrDefault(record => (string?)record["id"] == id) : null;

    // What stood inside a rejected attribution stands in the one around it.
    private static void Remove(JsonObject root, string id)
    {
        foreach (var name in RecordId.Lists)
        {
            if (root[name] is not JsonArray list || list.OfType<JsonObject>().FirstOrDefault(record => (string?)record["id"] == id) is not { } gone)
                continue;
            list.Remove(gone);
            var outer = (string?)gone["via"];
            foreach (var record in RecordId.Lists.Select(other => root[other]).OfType<JsonArray>().SelectMany(records => records.OfType<JsonObject>()))
                foreach (var reference in new[] { "attribution", "via", "answers" })
                    if (record[reference] is JsonValue value && value.GetValueKind() == JsonValueKind.String && (string?)value == id)
                        record[reference] = reference == "answers" ? null : outer;
        }
    }
}
