using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Demarche.Store.Packing;

/// <summary>
/// Takes the words out of a record and puts them back: a span keeps where it starts and ends, and the words are the story's text there. A record whose words are not the text's is refused.
/// </summary>
internal static class SpanText
{
    /// <summary>As <see cref="Demarche.Record.JsonRecord"/> writes.</summary>
    public static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes an element without the words of its spans.</summary>
    /// <exception cref="FormatException">A span does not slice to its words.</exception>
    public static void Take(JsonElement element, string text, Utf8JsonWriter json)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                var span = SpanOf(element);
                var place = 0;
                foreach (var property in element.EnumerateObject())
                {
                    if (span is not null && property.NameEquals("text"u8) && place == 2)
                        Check(span.Value, property.Value.GetString(), text);
                    else
                    {
                        json.WritePropertyName(property.Name);
                        Take(property.Value, text, json);
                    }
                    place = property.NameEquals("end"u8) ? 2 : 0;
                }
                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    Take(item, text, json);
                json.WriteEndArray();
                break;
            default:
                json.WriteRawValue(JsonMarshal.GetRawUtf8Value(element), skipInputValidation: true);
                break;
        }
    }

    /// <summary>Writes an element with the words of its spans.</summary>
    public static void Give(JsonElement element, string text, Utf8JsonWriter json)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                GiveProperties(element, text, json);
                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    Give(item, text, json);
                json.WriteEndArray();
                break;
            default:
                json.WriteRawValue(JsonMarshal.GetRawUtf8Value(element), skipInputValidation: true);
                break;
        }
    }

    private static void GiveProperties(JsonElement element, string text, Utf8JsonWriter json)
    {
        var span = SpanOf(element);
        foreach (var property in element.EnumerateObject())
        {
            json.WritePropertyName(property.Name);
            Give(property.Value, text, json);
            if (span is { } present && property.NameEquals("end"u8))
                json.WriteString("text"u8, present.Of(text));
        }
    }

    /// <summary>The span that an object of the record is, or null.</summary>
    public static Span? SpanOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty("start"u8, out var start) && start.ValueKind == JsonValueKind.Number && start.TryGetInt32(out var from)
        && element.TryGetProperty("end"u8, out var end) && end.ValueKind == JsonValueKind.Number && end.TryGetInt32(out var to)
            ? new(from, to)
            : null;

    private static void Check(Span span, string? words, string text)
    {
        if (span.Start < 0 || span.End < span.Start || span.End > text.Length || !span.Of(text).SequenceEqual(words))
            throw new FormatException($"the words from {span.Start} to {span.End} are not “{words}”");
    }
}
