using System.Globalization;
using System.Text.Json;

namespace Demarche.Training.Scoring;

/// <summary>Reads gold and predictions, one JSON record a line.</summary>
public static class JsonLines
{
    /// <exception cref="ScoreException">The file cannot be read, is empty, or a line is not a record with an id.</exception>
    public static List<JsonElement> Read(string path)
    {
        var records = new List<JsonElement>();
        try
        {
            var number = 0;
            foreach (var line in File.ReadLines(path))
            {
                number++;
                if (string.IsNullOrWhiteSpace(line))
                    continue;
                try
                {
                    var record = JsonDocument.Parse(line).RootElement;
                    if (record.ValueKind != JsonValueKind.Object || !record.TryGetProperty("id", out _))
                        throw new ScoreException($"{path}:{number}: not a record with an id");
                    records.Add(record);
                }
                catch (JsonException)
                {
                    throw new ScoreException($"{path}:{number}: not a record with an id");
                }
            }
        }
        catch (IOException error)
        {
            throw new ScoreException($"{path}: cannot be read: {error.Message}");
        }
        return records.Count > 0 ? records : throw new ScoreException($"{path}: no records");
    }

    public static string Id(this JsonElement record) => record.GetProperty("id").ToString();

    public static string? Text(this JsonElement record, string name) => record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A whole number, or null.</summary>
    public static int? Number(this JsonElement record, string name) => record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    /// <summary>A span [start, end), or null.</summary>
    public static Span? SpanOf(this JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 2 ? new Span(value[0].GetInt32(), value[1].GetInt32()) : null;

    /// <summary>A list of spans; empty when the name is absent.</summary>
    public static List<Span> SpansOf(this JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(s => new Span(s[0].GetInt32(), s[1].GetInt32()))]
            : [];

    /// <summary>The items of a list; none when the name is absent.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    /// <summary>A number, or null.</summary>
    public static double? Decimal(this JsonElement record, string name) => record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    /// <summary>A day, or null.</summary>
    public static DateOnly? Day(this JsonElement record, string name) =>
        DateOnly.TryParseExact(record.Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
