namespace Demarche.Cli.Stores;

/// <summary>
/// Writes an answer for reading. What tells rows apart stands in columns under their names, as many as a line holds; what else is known, the words and where they are from stand below each row.
/// </summary>
internal static class AnswerTable
{
    // Longer cells would push the others out of their columns: the widest that leave room for all columns, else the narrowest.
    private static readonly int[] WidestCells = [40, 30, 24];

    private const int Gap = 2;

    // For programs; a person finds them by the record.
    private static readonly string[] Unseen = [.. Answer.Source, "record", "incident", "group", "rule", "start", "end", "body"];

    // Long, and there for few rows: below the words, each on its line.
    private static readonly string[] Below = ["trail", "conflicts", "added", "cut", "denied_by", "figures", "disputed", "joined"];

    // That one report tells of each says nothing.
    private static readonly string[] Counts = ["reports", "independent", "outlets"];

    public static void Write(IScreen screen, Answer answer)
    {
        if (answer.Rows.Count == 0)
        {
            Layout.Write(screen, [], 0, [new(answer.Empty, Tone.Quiet)]);
            return;
        }
        var shown = Enumerable.Range(0, answer.Columns.Count).Where(i => IsShown(answer, i)).ToList();
        var (widths, widest) = Widths(answer, shown, screen.Width);
        Line(screen, shown, widths, i => Name(answer.Columns[i]), Tone.Quiet, Tone.Quiet);
        foreach (var row in answer.Rows)
        {
            // A line that began with blanks would not look like one.
            Line(screen, shown, widths, i => Cell(row[i], widest) is { Length: > 0 } cell ? cell : i == shown[0] ? "–" : "", Tone.Heading, Tone.Plain);
            var further = string.Join(" · ", shown.Skip(widths.Count).Where(i => !string.IsNullOrEmpty(AnswerWriter.Text(row[i]))).Select(i => $"{Name(answer.Columns[i])}: {Cell(row[i], WidestCells[0])}"));
            if (further.Length > 0)
                Layout.Write(screen, ["    "], 6, [new(further)]);
            if (Of(answer, row, "words") is { Length: > 0 } words)
                Layout.Write(screen, ["    "], 4, [new(Phrases.InQuotes(Layout.Shortened(words, 400)))]);
            foreach (var column in Below)
                if (Of(answer, row, column) is { Length: > 0 } more)
                    Layout.Write(screen, ["    "], 6, [new($"{Name(column)}: ", Tone.Quiet), new(Layout.Shortened(more, 400))]);
            var source = string.Join(" · ", new[] { Of(answer, row, "outlet"), Of(answer, row, "published"), Of(answer, row, "title"), Address(answer, row) }.Where(part => !string.IsNullOrEmpty(part)));
            if (source.Length > 0)
                Layout.Write(screen, ["    "], 4, [new(source, Tone.Quiet)]);
        }
    }

    private static bool IsShown(Answer answer, int column)
    {
        var name = answer.Columns[column];
        return !Unseen.Contains(name) && !Below.Contains(name) && answer.Rows.Any(row => AnswerWriter.Text(row[column]) is { Length: > 0 } text && (text != "1" || !Counts.Contains(name)));
    }

    /// <summary>How wide the columns are that stand side by side, and how wide a cell may be.</summary>
    private static (List<int> Widths, int Widest) Widths(Answer answer, List<int> shown, int line)
    {
        List<int> widths = [];
        foreach (var widest in WidestCells)
        {
            widths = shown.ConvertAll(i => Math.Max(Layout.WidthOf(Name(answer.Columns[i])), answer.Rows.Max(row => Layout.WidthOf(Cell(row[i], widest)))) + Gap);
            if (widths.Sum() - Gap <= line)
                return (widths, widest);
        }
        var room = line + Gap;
        return ([.. widths.TakeWhile((width, i) => (room -= width) >= 0 || i == 0)], WidestCells[^1]);
    }

    private static void Line(IScreen screen, List<int> shown, List<int> widths, Func<int, string> cell, Tone first, Tone others)
    {
        var line = new List<Words>();
        for (var i = 0; i < widths.Count; i++)
        {
            var text = cell(shown[i]);
            line.Add(new(text + new string(' ', Math.Max(0, widths[i] - Layout.WidthOf(text))), i == 0 ? first : others));
        }
        Layout.Write(screen, [], 4, [.. line]);
    }

    private static string Name(string column) => column.Replace('_', ' ');

    private static string Cell(object? value, int widest) => Layout.Shortened(AnswerWriter.Text(value) ?? "", widest);

    private static string? Address(Answer answer, IReadOnlyList<object?> row) =>
        Of(answer, row, "story") is { } story && Of(answer, row, "record") is { } record ? $"{story}/{record}" : Of(answer, row, "story");

    private static string? Of(Answer answer, IReadOnlyList<object?> row, string column)
    {
        for (var i = 0; i < answer.Columns.Count; i++)
            if (answer.Columns[i] == column)
                return AnswerWriter.Text(row[i]);
        return null;
    }
}
