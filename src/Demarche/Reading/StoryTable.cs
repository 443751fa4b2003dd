using System.Text;
using System.Text.Json.Nodes;
using CsvHelper;

namespace Demarche.Reading;

/// <summary>A table with a story a row: CSV as R, pandas and spreadsheets write it. The columns are the fields of a <see cref="StoryRecord"/>; others are passed over.</summary>
internal static class StoryTable
{
    // What R writes for a cell that holds nothing.
    private const string Missing = "NA";

    private static readonly string[] Texts = ["text", "event_text"];

    private static readonly Encoding Utf8 = new UTF8Encoding(false, true);

    /// <summary>Reads the rows one after the other; a row that is no story is a result with an error, and the others are read.</summary>
    public static IEnumerable<ReadResult> Read(string path, StoryReader reader)
    {
        var (lines, problem) = Open(path);
        if (lines is null)
        {
            yield return new(path, 0) { Problem = problem };
            yield break;
        }
        using var open = lines;
        using var csv = CsvReader.Create(open, new CsvReaderOptions { Separator = Separator(path), HasHeader = false, TrackLineNumbers = true });
        if (!Next(csv, out problem) || problem is not null)
        {
            yield return new(path, 0) { Problem = problem ?? "is empty; a table with a header and a story a row is expected" };
            yield break;
        }
        var columns = csv.Current.ToArray().Select(name => name.Trim().ToLowerInvariant()).ToArray();
        if (!columns.Any(Texts.Contains))
        {
            yield return new(path, 1) { Problem = $"the table has no column text; its columns are {StoryRecord.Shortened(string.Join(", ", columns))}" };
            yield break;
        }
        var any = false;
        while (Next(csv, out problem))
        {
            any = true;
            var at = new ReadResult(path, (int)csv.LineNumber);
            // Behind what is no CSV nobody knows where the next row begins.
            if (problem is not null)
            {
                yield return at with { Problem = problem };
                yield break;
            }
            var cells = csv.Current.ToArray();
            yield return cells.Length != columns.Length
                ? at with { Problem = $"{cells.Length} cells where the header has {columns.Length}; put cells that hold commas or line ends in quotation marks" }
                : StoryRecord.Read(Utf8.GetBytes(Row(columns, cells)), at, reader);
        }
        if (!any)
            yield return new(path, 0) { Problem = "has a header and no rows; a story a row is expected" };
    }

    private static string Row(string[] columns, string[] cells)
    {
        var row = new JsonObject();
        for (var i = 0; i < columns.Length; i++)
            if (cells[i] is not (Missing or ""))
                row[columns[i]] = cells[i];
        return row.ToJsonString();
    }

    private static (StreamReader? Lines, string? Problem) Open(string path)
    {
        try
        {
            return (new StreamReader(path, Utf8), null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, $"cannot be read ({error.Message}); check that the file is there and may be read");
        }
    }

    /// <summary>What stands between the names of the header: where the comma is the sign of decimals, spreadsheets write semicolons.</summary>
    private static char Separator(string path)
    {
        using var lines = new StreamReader(path);
        var header = lines.ReadLine() ?? "";
        return ((ReadOnlySpan<char>)[',', ';', '\t']).ToArray().MaxBy(mark => header.Count(c => c == mark));
    }

    private static bool Next(CsvReader csv, out string? problem)
    {
        problem = null;
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException error)
        {
            problem = $"this is not CSV ({error.Message}); double the quotation marks inside a cell";
        }
        catch (DecoderFallbackException)
        {
            problem = "the table is not UTF-8; save it as UTF-8";
        }
        catch (IOException error)
        {
            problem = $"cannot be read further ({error.Message}); check the file";
        }
        return true;
    }
}
