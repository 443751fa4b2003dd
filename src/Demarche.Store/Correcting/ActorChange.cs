using System.Text.Json;
using System.Text.Json.Nodes;
using Demarche.Store.Projecting;

namespace Demarche.Store.Correcting;

/// <summary>Puts one actor in the place of another: everywhere (two names of one actor), or in some stories (two actors under one name).</summary>
internal static class ActorChange
{
    // Where actors stand in a record.
    private static readonly string[] Fields = ["speaker", "further_speakers", "addressees", "actors", "recipients", "actor", "parties", "by", "against"];

    public static void Apply(JsonObject root, string story, Decision decision)
    {
        var body = JsonNode.Parse(decision.Body!)!.AsObject();
        if (decision.Verb == "split" && body["stories"] is JsonArray stories && !stories.Any(key => (string?)key == story))
            return;
        var actor = body["actor"]!.AsObject();
        foreach (var record in RecordId.Lists.Select(list => root[list]).OfType<JsonArray>().SelectMany(list => list.OfType<JsonObject>()))
            foreach (var field in Fields)
                Replace(record[field], decision.Target!, actor);
    }

    /// <summary>The key of an actor of a record.</summary>
    public static string? KeyOf(JsonObject actor) => (string?)actor["id"] ?? (actor["name"] is JsonValue name && name.GetValueKind() == JsonValueKind.String ? ActorRow.Unresolved + ((string)name!).ToLowerInvariant() : null);

    private static void Replace(JsonNode? node, string key, JsonObject actor)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                Replace(item, key, actor);
            return;
        }
        if (node is not JsonObject there || KeyOf(there) != key)
            return;
        // The words that name it at this place stay.
        foreach (var (field, value) in actor)
            there[field] = value?.DeepClone();
    }
}
