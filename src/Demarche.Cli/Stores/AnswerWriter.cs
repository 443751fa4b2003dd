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
            WriteTable(!toFile && terminal.OutputIsWatched ? ColourScreen.Create(text, terminal.Width) : new PlainScreen(text, terminal.Width), answer);
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

    // Longer cells would push the others out of their columns.
    private const int WidestCell = 40;

    // For programs; a person finds them by the record.
    private static readonly string[] Unseen = [.. Answer.Source, "record", "incident", "group", "rule", "start", "end"];

    // Long, and there for few rows: below the words, each on its line.
    private static readonly string[] Below = ["added", "cut", "denied_by", "figures", "disputed", "joined"];

    // What tells rows apart stands in columns; the words and where they are from stand below.
    private static void WriteTable(IScreen screen, Answer answer)
    {
        var shown = Enumerable.Range(0, answer.Columns.Count).Where(i => !Unseen.Contains(answer.Columns[i]) && !Below.Contains(answer.Columns[i]) && answer.Rows.Any(row => !string.IsNullOrEmpty(Text(row[i])))).ToList();
        var widths = shown.Select(i => Math.Max(1, answer.Rows.Max(row => Layout.WidthOf(Cell(row[i]))))).ToList();
        foreach (var row in answer.Rows)
        {
            var line = new List<Words>();
            for (var i = 0; i < shown.Count; i++)
            {
                // A line that began with blanks would not look like one.
                var text = Cell(row[shown[i]]) is { Length: > 0 } cell ? cell : i == 0 ? "–" : "";
                line.Add(new(text + new string(' ', Math.Max(0, widths[i] - Layout.WidthOf(text)) + 2), i == 0 ? Tone.Heading : Tone.Plain));
            }
            Layout.Write(screen, [], 4, [.. line]);
            if (Of(answer, row, "words") is { Length: > 0 } words)
                Layout.Write(screen, ["    "], 4, [new(Phrases.InQuotes(Layout.Shortened(words, 400)))]);
            foreach (var column in Below)
                if (Of(answer, row, column) is { Length: > 0 } more)
                    Layout.Write(screen, ["    "], 6, [new($"{column.Replace('_', ' ')}: ", Tone.Quiet), new(Layout.Shortened(more, 400))]);
            var source = string.Join(" · ", new[] { Of(answer, row, "outlet"), Of(answer, row, "published"), Of(answer, row, "title"), Address(answer, row) }.Where(part => !string.IsNullOrEmpty(part)));
            if (source.Length > 0)
                Layout.Write(screen, ["    "], 4, [new(source, Tone.Quiet)]);
        }
        if (answer.Rows.Count == 0)
            screen.WriteLine([new("Nothing in the store matches.", Tone.Quiet)]);
    }

    private static string Cell(object? value) => Layout.Shortened(Text(value) ?? "", WidestCell);

    private static string? Address(Answer answer, IReadOnlyList<object?> row) =>
        Of(answer, row, "story") is { } story && Of(answer, row, "record") is { } record ? $"{story}/{record}" : Of(answer, row, "story");

    private static string? Of(Answer answer, IReadOnlyList<object?> row, string column)
    {
        for (var i = 0; i < answer.Columns.Count; i++)
            if (answer.Columns[i] == column)
                return Text(row[i]);
        return null;
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IEnumerable<string> list => string.Join("; ", list),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
