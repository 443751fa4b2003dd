using System.Text.Json;

namespace Demarche.Reading;

/// <summary>A story as a JSON object: the fields of a corpus with their aliases, or a line of the record itself.</summary>
internal static class StoryRecord
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    /// <summary>Reads one object from its UTF-8 bytes.</summary>
    public static ReadResult Read(ReadOnlyMemory<byte> json, ReadResult at, StoryReader reader)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return Read(document.RootElement, at, reader);
        }
        catch (JsonException error)
        {
            return at with { Problem = $"this is not JSON (at character {error.BytePositionInLine ?? 0}); one object a line is expected, such as {{\"text\": …}}" };
        }
    }

    public static ReadResult Read(JsonElement record, ReadResult at, StoryReader reader)
    {
        try
        {
            return Story(record, at, reader);
        }
        // JSON may escape one half of a surrogate pair (“\ud83d”), which is no text.
        catch (InvalidOperationException)
        {
            return at with { Problem = "a text of the record holds half of a surrogate pair; write whole characters" };
        }
    }

    private static ReadResult Story(JsonElement record, ReadResult at, StoryReader reader)
    {
        if (record.ValueKind != JsonValueKind.Object)
            return at with { Problem = $"this is {Kind(record)}; an object such as {{\"text\": …}} is expected" };

        // A line of the record: its text holds the title already.
        var own = record.TryGetProperty("story", out var inner) && inner.ValueKind == JsonValueKind.Object;
        if (own)
            record = inner;

        if (Wrong(record, out var wrong))
            return at with { Problem = wrong };
        var text = Field(record, "text", "event_text");
        if (text is null)
            return at with { Problem = "the record has no text; give it as \"text\" or \"event_text\"" };
        if (string.IsNullOrWhiteSpace(text))
            return at with { Problem = "the text of the record is empty; give the words of the story" };
        var title = Field(record, "title", "headline");
        if (!own && title is not null && !BeginsWith(text, title))
            text = $"{title}\n\n{text}";

        var date = Field(record, "date", "pub_date", "published");
        DateOnly published = default;
        if (date is not null && !StoryDate.TryParse(date, out published))
            return at with { Problem = $"{Shortened(date)} is not a date; write {StoryDate.Example}" };

        return at with
        {
            RecordId = Field(record, "id", "story_id"),
            Story = new(text)
            {
                Title = title,
                Outlet = Field(record, "outlet", "source", "publisher") ?? reader.Outlet,
                Published = date is null ? reader.Published ?? StoryDate.InDateline(text) : published,
                Url = Field(record, "url"),
                Language = Field(record, "language")?.ToLowerInvariant() ?? "en",
            },
        };
    }

    /// <summary>True when a field that should be a text is something else.</summary>
    private static bool Wrong(JsonElement record, out string? problem)
    {
        foreach (var name in (ReadOnlySpan<string>)["text", "event_text", "title", "headline", "source", "outlet", "publisher", "url", "language", "date", "pub_date", "published"])
            if (record.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null) && !(value.ValueKind == JsonValueKind.Number && name is "date" or "pub_date" or "published"))
            {
                problem = $"the field {name} is {Kind(value)}; a text in quotation marks is expected";
                return true;
            }
        problem = null;
        return false;
    }

    private static string? Field(JsonElement record, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (record.TryGetProperty(name, out var value))
            {
                var text = value.ValueKind switch
                {
                    JsonValueKind.String => value.GetString(),
                    JsonValueKind.Number => value.GetRawText(),
                    _ => null,
                };
                if (!string.IsNullOrWhiteSpace(text) || name is "text" or "event_text" && text is not null)
                    return text;
            }
        return null;
    }

    private static bool BeginsWith(string text, string title)
    {
        var body = text.AsSpan().TrimStart();
        var line = title.AsSpan().Trim();
        return body.StartsWith(line, StringComparison.Ordinal) && (body.Length == line.Length || body[line.Length] is '\n' or '\r');
    }

    public static string Shortened(string value) => value.Length <= 40 ? value : value[..40] + "…";

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
