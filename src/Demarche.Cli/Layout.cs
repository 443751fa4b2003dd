using System.Globalization;
using System.Text;

namespace Demarche.Cli;

/// <summary>Breaks words into lines of a screen. Text of stories may hold anything: what could steer a terminal is taken out.</summary>
internal static class Layout
{
    private const int ShortestLine = 20;

    /// <summary>Writes words as a paragraph; lines after the first begin at column <paramref name="hanging"/>, after the words of <paramref name="margin"/>.</summary>
    public static void Write(IScreen screen, IReadOnlyList<Words> margin, int hanging, params IReadOnlyList<Words> paragraph)
    {
        var line = new List<Words>(margin);
        var start = margin.Sum(words => WidthOf(words.Text));
        hanging = Math.Min(hanging, Math.Max(0, screen.Width - ShortestLine));
        var column = start;
        var begun = false;
        foreach (var words in paragraph)
        {
            foreach (var piece in Pieces(Clean(words.Text)))
            {
                var width = WidthOf(piece);
                var blank = piece == " ";
                if (column + width > screen.Width && begun)
                {
                    if (blank)
                        continue;
                    Break();
                }
                if (blank && !begun && line.Count > margin.Count)
                    continue;
                // A word longer than a line is broken where the line ends.
                var rest = piece;
                while (column + WidthOf(rest) > screen.Width && column < screen.Width)
                {
                    var taken = Fitting(rest, screen.Width - column);
                    if (taken == 0)
                        break;
                    line.Add(new(rest[..taken], words.Tone));
                    rest = rest[taken..];
                    Break();
                }
                line.Add(new(rest, words.Tone));
                column += WidthOf(rest);
                begun |= !blank;
            }
        }
        Flush();

        void Break()
        {
            Flush();
            line = hanging > 0 ? [.. Continued(margin, hanging)] : [];
            column = hanging;
            begun = false;
        }

        void Flush()
        {
            while (line.Count > 0 && string.IsNullOrWhiteSpace(line[^1].Text))
                line.RemoveAt(line.Count - 1);
            screen.WriteLine(Joined(line));
        }
    }

    /// <summary>The margin of the lines that follow: bars go on, everything else is blank.</summary>
    private static IEnumerable<Words> Continued(IReadOnlyList<Words> margin, int hanging)
    {
        var text = new StringBuilder();
        foreach (var words in margin)
            foreach (var c in words.Text)
                if (text.Length < hanging)
                    text.Append(c == '│' ? c : ' ');
        text.Append(' ', Math.Max(0, hanging - text.Length));
        yield return new(text.ToString(), Tone.Quiet);
    }

    private static List<Words> Joined(List<Words> line)
    {
        var joined = new List<Words>();
        foreach (var words in line)
        {
            if (joined.Count > 0 && joined[^1].Tone == words.Tone)
                joined[^1] = new(joined[^1].Text + words.Text, words.Tone);
            else
                joined.Add(words);
        }
        return joined;
    }

    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            // Alternatives of a pattern (“send|move|post”) may part after the bar.
            if (text[i] is not (' ' or '|'))
                continue;
            var end = text[i] == '|' ? i + 1 : i;
            if (end > start)
                yield return text[start..end];
            if (text[i] == ' ')
                yield return " ";
            start = i + 1;
        }
        if (start < text.Length)
            yield return text[start..];
    }

    private static int Fitting(string text, int columns)
    {
        int taken = 0, width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += WidthOf(rune);
            if (width > columns)
                break;
            taken += rune.Utf16SequenceLength;
        }
        return taken;
    }

    /// <summary>Text on one line: runs of blanks become one, and characters that steer a terminal or turn the direction of writing are left out.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
                clean.Append(' ');
            else if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Format)
                clean.Append(rune.ToString());
        }
        return clean.ToString();
    }

    /// <summary>Blanks at the ends taken off and runs of them made one, cut at a word when longer than <paramref name="most"/> characters.</summary>
    public static string Shortened(string text, int most)
    {
        var flat = string.Join(' ', Clean(text).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (flat.Length <= most)
            return flat;
        var cut = flat.LastIndexOf(' ', most);
        cut = cut > most / 2 ? cut : char.IsLowSurrogate(flat[most]) ? most - 1 : most;
        return flat[..cut].TrimEnd(',', ';', ' ') + " …";
    }

    public static int WidthOf(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
            width += WidthOf(rune);
        return width;
    }

    private static int WidthOf(Rune rune)
    {
        if (rune.Value < 0x300)
            return 1;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
            return 0;
        // East Asian wide and full-width blocks, and pictures.
        return rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD) ? 2 : 1;
    }
}
