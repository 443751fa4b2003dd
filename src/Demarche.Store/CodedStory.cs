using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Demarche.Record;
using Demarche.Store.Packing;
using Demarche.Store.Projecting;

namespace Demarche.Store;

/// <summary>A story with its record, ready for a store: a line of <c>docs/record.md</c> taken apart. Made on any thread.</summary>
public sealed class CodedStory
{
    private CodedStory()
    {
    }

    /// <summary><c>story.id</c> of the record.</summary>
    public required string Key { get; init; }

    /// <summary>The newspaper, agency or station; not the person quoted.</summary>
    public string? Outlet { get; init; }

    /// <summary>The title as the record has it.</summary>
    public string? Title { get; init; }

    /// <summary>The title that came with the story, which decides how it is coded; null when there was none.</summary>
    public string? GivenTitle { get; init; }

    public DateOnly? Published { get; init; }

    public string? Url { get; init; }

    public required string Language { get; init; }

    public required string Text { get; init; }

    /// <summary>What made the record.</summary>
    public required Run Run { get; init; }

    /// <summary>The record without the story and without the words of its spans.</summary>
    internal byte[] Record { get; init; } = [];

    /// <summary>The record as most stores keep it.</summary>
    internal byte[] Packed { get; private init; } = [];

    /// <summary>What the index will keep of it.</summary>
    internal IReadOnlyList<ProjectedRecord> Projected { get; private init; } = [];

    /// <summary>What the coder made of a story.</summary>
    public static CodedStory Of(Document document, Run run) => Parse(JsonRecord.Line(document, run), document.Story.Title);

    /// <summary>Reads a line of JSON as <c>demarche code --format jsonl</c> writes it.</summary>
    /// <exception cref="FormatException">The line is no record: the message says what is wrong.</exception>
    public static CodedStory Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            return Parse(line, null);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new FormatException($"no line of a record ({error.Message})", error);
        }
    }

    private static CodedStory Parse(ReadOnlyMemory<byte> line, string? givenTitle)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("story"u8, out var story) || !root.TryGetProperty("run"u8, out var run))
            throw new FormatException("no line of a record: it has no “story” and “run”");

        var text = Required(story, "text");
        var buffer = new ArrayBufferWriter<byte>(line.Length);
        using (var writer = new Utf8JsonWriter(buffer, SpanText.Readable))
        {
            writer.WriteStartObject();
            foreach (var property in root.EnumerateObject())
            {
                if (property.NameEquals("story"u8) || property.NameEquals("run"u8))
                    continue;
                writer.WritePropertyName(property.Name);
                SpanText.Take(property.Value, text, writer);
            }
            writer.WriteEndObject();
        }
        var published = Optional(story, "published") is { } day ? Day(day) : (DateOnly?)null;
        var projected = Projection.Of(root, text, published);
        foreach (var one in projected)
            one.Keep();
        return new()
        {
            Projected = projected,
            Packed = Packer.PackTypical(buffer.WrittenSpan),
            Key = Required(story, "id"),
            Outlet = Optional(story, "outlet"),
            Title = Optional(story, "title"),
            GivenTitle = givenTitle,
            Published = published,
            Url = Optional(story, "url"),
            Language = Optional(story, "language") ?? "en",
            Text = text,
            Run = new(Required(run, "program"), Required(run, "model"), Required(run, "codebook")),
            Record = buffer.WrittenSpan.ToArray(),
        };
    }

    private static DateOnly Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw new FormatException($"“published”: {text} is not a date; 2021-12-14 would be one");

    private static string Required(JsonElement from, string name) => Optional(from, name) ?? throw new FormatException($"no line of a record: “{name}” is missing");

    private static string? Optional(JsonElement from, string name) => from.TryGetProperty(name, out var value) ? value.GetString() : null;
}
