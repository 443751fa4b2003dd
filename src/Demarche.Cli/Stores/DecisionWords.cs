using System.Text.Json;
using Demarche.Store.Comparing;
using Demarche.Store.Correcting;

namespace Demarche.Cli.Stores;

/// <summary>What a decision says, in the words in which it is written: <c>type=COERCE</c>, the note, who somebody is, the other event.</summary>
internal static class DecisionWords
{
    // Of a record that was added, what tells most.
    private static readonly string[] Telling = ["type", "stance", "claim", "polarity", "actors", "actor", "speaker", "by", "recipients", "addressees", "against", "issue", "status", "date"];

    public static string? Of(Decision decision)
    {
        if (decision.Body is not { } written)
            return null;
        using var body = JsonDocument.Parse(written);
        var root = body.RootElement;
        return decision.Verb switch
        {
            "note" => Value(root, "note"),
            "merge" => Value(root, "actor"),
            "split" => $"{Value(root, "actor")} in {string.Join(", ", root.GetProperty("stories").EnumerateArray().Select(story => story.GetString()))}",
            "same" or "apart" => $"{Value(root, "story")}/{Value(root, "record")}",
            "add" => string.Join(", ", Telling.Where(name => !string.IsNullOrEmpty(Value(root, name))).Select(name => $"{name}={Value(root, name)}")),
            // The field that was named stands first; the others follow from it.
            "edit" => root.EnumerateObject().Select(field => $"{field.Name}={DocumentComparison.Shown(field.Value, "")}").FirstOrDefault(),
            _ => written,
        };
    }

    /// <summary>What a decision is about; an actor whom nobody resolved by its name.</summary>
    public static string? Target(Decision decision) => decision.Verb is "merge" or "split" ? decision.Target?.TrimStart('~') : decision.Target;

    private static string? Value(JsonElement body, string name) => body.TryGetProperty(name, out var value) ? DocumentComparison.Shown(value, "") : null;
}
