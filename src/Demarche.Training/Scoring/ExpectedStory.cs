using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Demarche.Training.Scoring;

/// <summary>A story with what must be found in its record: a file <c>NAME.expected.jsonl</c>, whose first line names story, day of publication and outlet.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Story">The story.</param>
/// <param name="Expectations">In the order of the file.</param>
public sealed record ExpectedStory(string Name, Story Story, IReadOnlyList<Expectation> Expectations)
{
    private const string Ending = ".expected.jsonl";

    /// <summary>True when nobody who works on the coder has read what comes out of it: its misses are counted and not listed.</summary>
    public bool Unread { get; init; }

    /// <summary>The stories with which it is counted: what stands before the number in its name, in the plural; those that are unread by themselves.</summary>
    public string Set => $"{Name.Split('-')[0]}s{(Unread ? " unread" : "")}";

    /// <summary>All stories of a folder that have expectations, by name.</summary>
    /// <exception cref="ScoreException">A file cannot be read, or an expectation does not fit its story.</exception>
    public static IReadOnlyList<ExpectedStory> LoadFolder(string folder)
    {
        if (!Directory.Exists(folder))
            throw new ScoreException($"{folder}: is not a folder");
        var files = Directory.GetFiles(folder, $"*{Ending}").Order(StringComparer.Ordinal).ToList();
        return files.Count > 0 ? [.. files.Select(file => Load(file))] : throw new ScoreException($"{folder}: holds no file *{Ending}");
    }

    /// <param name="path">The file of expectations.</param>
    /// <param name="storyPath">The file of the story; the one that the first line names, beside <paramref name="path"/>, when null.</param>
    /// <exception cref="ScoreException">A file cannot be read, or an expectation does not fit the story.</exception>
    public static ExpectedStory Load(string path, string? storyPath = null)
    {
        try
        {
            var lines = File.ReadAllLines(path).Select((text, i) => (Text: text, Number: i + 1)).Where(line => !string.IsNullOrWhiteSpace(line.Text)).ToList();
            var records = lines.Select(line => Parse(line.Text, path, line.Number)).ToList();
            if (records.Count < 2)
                throw new ScoreException($"{path}: a line for the story and one for each expectation are expected");
            var head = records[0];
            var text = File.ReadAllText(storyPath ?? Path.Combine(Path.GetDirectoryName(path)!, head.Text("story") ?? throw new ScoreException($"{path}:1: names no story")));
            if (head.Text("hash") is { } hash && hash != Hash(text))
                throw new ScoreException($"{path}:1: the story is another text");
            var story = new Story(text)
            {
                Outlet = head.Text("outlet"),
                Published = head.Day("published"),
            };
            var name = Path.GetFileName(path);
            return new(name.EndsWith(Ending, StringComparison.Ordinal) ? name[..^Ending.Length] : name, story, [.. records.Skip(1).Zip(lines.Skip(1), (record, line) => Expectation.Read(record, text, path, line.Number))])
            {
                Unread = head.TryGetProperty("unread", out var unread) && unread.ValueKind == JsonValueKind.True,
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ScoreException($"{path}: cannot be read: {error.Message}");
        }
    }

    /// <summary>The first 16 hexadecimal digits of SHA-256 over the words, in UTF-8.</summary>
    public static string Hash(string words) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..16];

    private static JsonElement Parse(string line, string path, int number)
    {
        try
        {
            return JsonDocument.Parse(line).RootElement is { ValueKind: JsonValueKind.Object } record ? record : throw new ScoreException($"{path}:{number}: is not a record");
        }
        catch (JsonException error)
        {
            throw new ScoreException($"{path}:{number}: is not JSON: {error.Message}");
        }
    }
}
