using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Demarche.Store.Packing;

namespace Demarche.Store;

/// <summary>A story as the store holds it, with the record that is shown.</summary>
public sealed class StoredStory
{
    /// <summary>The row of the story.</summary>
    internal long Id { get; init; }

    /// <summary>The row of the document.</summary>
    internal long DocumentId { get; init; }

    internal long? OutletId { get; init; }

    /// <summary><c>story.id</c> of the record.</summary>
    public required string Key { get; init; }

    /// <summary>The newspaper, agency or station; not the person quoted.</summary>
    public string? Outlet { get; init; }

    public string? Title { get; init; }

    public DateOnly? Published { get; init; }

    public string? Url { get; init; }

    public required string Language { get; init; }

    public required string Text { get; init; }

    public required Run Run { get; init; }

    /// <summary>The record without the story and without the words of its spans.</summary>
    internal byte[] Record { get; init; } = [];

    /// <summary>The line of JSON of <c>docs/record.md</c>, without the line end.</summary>
    public byte[] Line()
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 14);
        using (var json = new Utf8JsonWriter(buffer, SpanText.Readable))
        using (var record = JsonDocument.Parse(Record))
        {
            json.WriteStartObject();
            json.WriteStartObject("story");
            json.WriteString("id", Key);
            json.WriteString("outlet", Outlet);
            json.WriteString("title", Title);
            json.WriteString("published", Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("url", Url);
            json.WriteString("language", Language);
            json.WriteString("text", Text);
            json.WriteEndObject();
            json.WriteStartObject("run");
            json.WriteString("program", Run.Program);
            json.WriteString("model", Run.Model);
            json.WriteString("codebook", Run.Codebook);
            json.WriteEndObject();
            foreach (var property in record.RootElement.EnumerateObject())
            {
                json.WritePropertyName(property.Name);
                SpanText.Give(property.Value, Text, json);
            }
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }
}
