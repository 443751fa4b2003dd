using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Demarche.Training.Scoring;

/// <summary>
/// The part of a gold of sentences that nobody reads: its groups of which the SHA-256 begins with a byte below 77, three in ten. What is tuned on the other part says little
/// of new sentences; this one does.
/// </summary>
public static class UnreadPart
{
    public const string Read = "read", Unread = "unread";

    private const int Below = 77;

    /// <summary>The records of one part.</summary>
    /// <param name="gold">Records with <c>sentence_group</c>, or with sentences that <paramref name="path"/>'s neighbour <c>relations.jsonl</c> groups.</param>
    /// <param name="path">The file they are from.</param>
    /// <param name="part">“read” or “unread”; null for all.</param>
    /// <exception cref="ScoreException">There is no such part, or a record is of no group.</exception>
    public static List<JsonElement> Of(List<JsonElement> gold, string path, string? part)
    {
        if (part is null)
            return gold;
        if (part is not (Read or Unread))
            throw new ScoreException($"{part} is no part of {path}; write {Read} or {Unread}");
        var groups = new Lazy<Dictionary<string, string?>>(() => Neighbours(path));
        return [.. gold.Where(record => IsUnread(GroupOf(record)) == (part == Unread))];

        string GroupOf(JsonElement record) =>
            record.Text("sentence_group") ?? groups.Value.GetValueOrDefault(record.Text("sentence") ?? "")
            ?? throw new ScoreException($"{path}: {record.Id()} has no sentence_group, and no relations.jsonl beside it groups its sentence");
    }

    public static bool IsUnread(string group) => SHA256.HashData(Encoding.UTF8.GetBytes(group))[0] < Below;

    private static Dictionary<string, string?> Neighbours(string path)
    {
        var groups = new Dictionary<string, string?>(StringComparer.Ordinal);
        var beside = Path.Combine(Path.GetDirectoryName(path) ?? "", "relations.jsonl");
        foreach (var record in File.Exists(beside) ? JsonLines.Read(beside) : [])
            groups.TryAdd(record.Text("sentence") ?? "", record.Text("sentence_group"));
        return groups;
    }
}
