using CsvHelper;
using Demarche.Codebooks.Compiled;

namespace Demarche.Codebooks;

/// <summary>A table of the codebook: a header and rows that know their line.</summary>
internal sealed class CsvTable
{
    private readonly string _file;
    private readonly string[] _columns;

    private CsvTable(string file, string[] columns, List<Row> rows)
    {
        _file = file;
        _columns = columns;
        Rows = rows;
    }

    public IReadOnlyList<Row> Rows { get; }

    /// <summary>Reads a table with exactly these columns; <paramref name="name"/> is what errors call it.</summary>
    public static CsvTable Load(string path, string name, params string[] columns) => Load(path, name, error => throw error, columns);

    /// <summary>The same, with the broken rows given to <paramref name="report"/> and left out.</summary>
    public static CsvTable Load(string path, string name, Action<CodebookException> report, params string[] columns)
    {
        if (CompiledCodebook.ValuesAt(path, name) is { } values && Cells(values.Children[0]).AsSpan().SequenceEqual(columns))
            return Of(values, name, columns);
        try
        {
            using var reader = new StreamReader(path);
            return Read(reader, name, report, columns);
        }
        catch (IOException error)
        {
            throw new CodebookException(name, 0, $"cannot be read: {error.Message}");
        }
    }

    /// <summary>The values of a table, each row a list of cells, for those who keep them; null where a row is broken.</summary>
    internal static YamlNode? ReadValues(string path, string name)
    {
        using var reader = new StreamReader(path);
        using var csv = CsvReader.Create(reader, new CsvReaderOptions { Separator = ',', HasHeader = false, TrackLineNumbers = true });
        var rows = new List<YamlNode>();
        while (csv.Read())
        {
            var line = (int)csv.LineNumber;
            rows.Add(new(name, line, YamlKind.List, "", [.. csv.Current.ToArray().Select(cell => new YamlNode(name, line, YamlKind.Text, cell, []))]));
        }
        return rows.Count > 0 && rows.TrueForAll(row => row.Children.Length == rows[0].Children.Length) ? new(name, 1, YamlKind.List, "", [.. rows]) : null;
    }

    private static CsvTable Of(YamlNode values, string name, string[] columns)
    {
        var rows = new List<Row>(values.Children.Length - 1);
        var table = new CsvTable(name, columns, rows);
        for (var i = 1; i < values.Children.Length; i++)
            rows.Add(new(table, values.Children[i].Line, Cells(values.Children[i])));
        return table;
    }

    private static string[] Cells(YamlNode row)
    {
        var cells = new string[row.Children.Length];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = row.Children[i].Text;
        return cells;
    }

    public static CsvTable Read(TextReader reader, string name, params string[] columns) => Read(reader, name, error => throw error, columns);

    private static CsvTable Read(TextReader reader, string name, Action<CodebookException> report, string[] columns)
    {
        using var csv = CsvReader.Create(reader, new CsvReaderOptions { Separator = ',', HasHeader = false, TrackLineNumbers = true });
        if (!csv.Read() || !csv.Current.ToArray().SequenceEqual(columns))
            throw new CodebookException(name, 1, $"the header must be {string.Join(',', columns)}");

        var rows = new List<Row>();
        var table = new CsvTable(name, columns, rows);
        while (csv.Read())
        {
            var line = (int)csv.LineNumber;
            if (csv.FieldCount != columns.Length)
                report(new(name, line, $"{csv.FieldCount} cells where {columns.Length} are expected"));
            else
                rows.Add(new(table, line, csv.Current.ToArray()));
        }
        return table;
    }

    /// <summary>One row of the table.</summary>
    public sealed class Row(CsvTable table, int line, string[] cells)
    {
        public int Line { get; } = line;

        /// <summary>The cell in a column; empty when unknown.</summary>
        public string this[string column] => cells[Array.IndexOf(table._columns, column)];

        /// <summary>All cells, in the order of the columns.</summary>
        public IReadOnlyList<string> Cells => cells;

        /// <summary>A date cell, or null when it is empty.</summary>
        public PartialDate? Date(string column) => this[column] switch
        {
            "" => null,
            var text when PartialDate.TryParse(text, out var date) => date,
            var text => throw Error($"{text} is not a date; write 2014, 2014-03 or 2014-03-18"),
        };

        public CodebookException Error(string message) => new(table._file, Line, message);
    }
}
