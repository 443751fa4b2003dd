using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;

namespace Demarche.Cli.Stores;

/// <summary>Writes answers for reading, as CSV or as JSON.</summary>
internal static class AnswerWriter
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    public static void Write(Terminal terminal, Stream output, bool toFile, string format, Answer answer)
    {
        if (format == "json")
        {
            WriteJson(output, answer);
            return;
        }
        using var text = new StreamWriter(new StandingStream(output), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 14) { NewLine = "\n" };
        if (format == "csv")
            WriteCsv(text, answer);
        else
            AnswerTable.Write(!toFile && terminal.OutputIsWatched ? ColourScreen.Create(text, terminal.Width) : new PlainScreen(text, terminal.Width), answer);
    }

    private static void WriteJson(Stream output, Answer answer)
    {
        using (var json = new Utf8JsonWriter(output, Readable))
        {
            json.WriteStartArray();
            foreach (var row in answer.Rows)
            {
                json.WriteStartObject();
                for (var i = 0; i < row.Count; i++)
                {
                    json.WritePropertyName(answer.Columns[i]);
                    WriteValue(json, row[i]);
                }
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        output.WriteByte((byte)'\n');
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case IEnumerable<string> list:
                json.WriteStartArray();
                foreach (var item in list)
                    json.WriteStringValue(item);
                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(Text(value));
                break;
        }
    }

    private static void WriteCsv(TextWriter text, Answer answer)
    {
        // As the record's own table: cells are left as they are, the words exactly the story's.
        using var csv = CsvWriter.Create(text, new CsvWriterOptions { Injection = CsvInjection.None }, leaveOpen: true);
        csv.WriteRecord([.. answer.Columns]);
        foreach (var row in answer.Rows)
            csv.WriteRecord([.. row.Select(Text)]);
        csv.Flush();
    }

    /// <summary>A value as text; null when there is none.</summary>
    internal static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IEnumerable<string> list => string.Join("; ", list),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
