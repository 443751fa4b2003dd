using System.Buffers;

namespace Demarche.Reading;

/// <summary>A line of the text, or several that were one before they were wrapped: what becomes a block.</summary>
internal sealed class Paragraph
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create('\n', '\r', '\u2028', '\u2029', '\u0085', '\v', '\f');

    private Paragraph(string text, Span span, bool gapAfter)
    {
        Span = Trimmed(text, span);
        GapAfter = gapAfter;
        var words = Mark(text);
        Words = new(words, Span.End);
        FinalStop = HasFinalStop(text, Words);
    }

    /// <summary>From the first to the last character that is not blank.</summary>
    public Span Span { get; }

    /// <summary>The span without the mark of a heading or of a quoted block at its beginning.</summary>
    public Span Words { get; }

    /// <summary>True when a blank line or the end of the text follows.</summary>
    public bool GapAfter { get; }

    /// <summary>True for a heading of Markdown.</summary>
    public bool Heading { get; private set; }

    /// <summary>True for a quoted block of Markdown.</summary>
    public bool QuotedBlock { get; private set; }

    /// <summary>True for an item of a list.</summary>
    public bool Item { get; private set; }

    /// <summary>True when it ends in a stop, quotation marks and brackets aside.</summary>
    public bool FinalStop { get; }

    /// <summary>Divides a text into its paragraphs.</summary>
    public static List<Paragraph> Of(string text, PageRules rules)
    {
        var lines = Lines(text);
        var width = WrappedAt(text, lines, rules);
        var paragraphs = new List<Paragraph>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            var (span, gap) = lines[i];
            while (width > 0 && !gap && i + 1 < lines.Count && IsFull(text, span.End, lines[i].Span, lines[i + 1].Span, width))
            {
                i++;
                gap = lines[i].Gap;
                span = new(span.Start, lines[i].Span.End);
            }
            paragraphs.Add(new(text, span, gap));
        }
        return paragraphs;
    }

    /// <summary>The lines that are not blank, each with whether a blank one follows.</summary>
    private static List<(Span Span, bool Gap)> Lines(string text)
    {
        var lines = new List<(Span Span, bool Gap)>();
        var at = 0;
        while (at < text.Length)
        {
            var length = text.AsSpan(at).IndexOfAny(LineEnds);
            var end = length < 0 ? text.Length : at + length;
            if (text.AsSpan(at, end - at).IsWhiteSpace())
            {
                if (lines.Count > 0)
                    lines[^1] = lines[^1] with { Gap = true };
            }
            else
                lines.Add((Trimmed(text, new(at, end)), false));
            at = end + 1;
            if (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n')
                at++;
        }
        if (lines.Count > 0)
            lines[^1] = lines[^1] with { Gap = true };
        return lines;
    }

    /// <summary>
    /// The width at which the text was wrapped by hand, or 0: in a wrapped text nearly every line inside a paragraph ends where the next
    /// word would not have fitted.
    /// </summary>
    private static int WrappedAt(string text, List<(Span Span, bool Gap)> lines, PageRules rules)
    {
        var width = 0;
        foreach (var (span, _) in lines)
            width = Math.Max(width, span.Length);
        if (width > rules.WidestWrapped)
            return 0;
        int inner = 0, full = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].Gap)
                continue;
            inner++;
            if (IsFull(text, lines[i].Span.End, lines[i].Span, lines[i + 1].Span, width))
                full++;
        }
        return inner >= 3 && full >= rules.WrappedShare * inner ? width : 0;
    }

    private static bool IsFull(string text, int end, Span line, Span next, int width)
    {
        if (ItemMark(text, next) > 0 || text[next.Start] is '#' or '>')
            return false;
        var word = next.Start;
        while (word < next.End && !char.IsWhiteSpace(text[word]) && word - next.Start < width)
            word++;
        return end > 0 && line.Length + 1 + (word - next.Start) > width;
    }

    private static Span Trimmed(string text, Span span)
    {
        int start = span.Start, end = span.End;
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new(start, end);
    }

    /// <summary>Reads the mark at the beginning; returns where the words begin.</summary>
    private int Mark(string text)
    {
        var at = Span.Start;
        while (at < Span.End && text[at] == '>')
        {
            QuotedBlock = true;
            at++;
            while (at < Span.End && char.IsWhiteSpace(text[at]))
                at++;
        }
        var level = at;
        while (level < Span.End && text[level] == '#' && level - at < 7)
            level++;
        if (level > at && level - at < 7 && level < Span.End && char.IsWhiteSpace(text[level]))
        {
            Heading = true;
            at = level;
            while (at < Span.End && char.IsWhiteSpace(text[at]))
                at++;
        }
        else
            Item = ItemMark(text, new(at, Span.End)) > 0;
        return at < Span.End ? at : Span.Start;
    }

    /// <summary>The length of “•”, “-”, “*”, “3.” or “(b)” before a blank; 0 when the line is no item.</summary>
    private static int ItemMark(string text, Span span)
    {
        var at = span.Start;
        if (at >= span.End)
            return 0;
        if (text[at] is '•' or '-' or '*' or '+' or '–' or '—' or '▪' or '●' or '◦' or '·')
            at++;
        else
        {
            if (text[at] == '(')
                at++;
            var number = at;
            while (at < span.End && at - number < 3 && char.IsAsciiDigit(text[at]))
                at++;
            if (at == number && at < span.End && char.IsAsciiLetterLower(text[at]))
                at++;
            if (at == number || at >= span.End || text[at] is not ('.' or ')'))
                return 0;
            at++;
        }
        return at < span.End && char.IsWhiteSpace(text[at]) ? at - span.Start : 0;
    }

    /// <summary>True when a stretch ends in a stop, quotation marks, brackets and marks of emphasis aside.</summary>
    public static bool HasFinalStop(string text, Span span) => LastMark(text, span) is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟' or '।';

    /// <summary>The last character that is neither blank nor closes a quotation, a bracket or an emphasis.</summary>
    public static char LastMark(string text, Span span)
    {
        for (var at = span.End - 1; at >= span.Start; at--)
            if (!char.IsWhiteSpace(text[at]) && text[at] is not ('"' or '”' or '’' or '\'' or '»' or '“' or ')' or ']' or '*' or '_'))
                return text[at];
        return '\0';
    }

    /// <summary>True when the words stand between quotation marks as a whole.</summary>
    public bool InQuotes(string text)
    {
        var span = Words;
        while (span.Length > 2 && text[span.Start] is '*' or '_' && text[span.End - 1] is '*' or '_')
            span = new(span.Start + 1, span.End - 1);
        if (span.Length < 3)
            return false;
        var (open, close) = (text[span.Start], text[span.End - 1]);
        if ((open, close) is not (('“', '”') or ('„', '“') or ('„', '”') or ('«', '»') or ('"', '"') or ('‘', '’') or ('\'', '\'') or ('“', '"')))
            return false;
        // “No”, he said, “never”: two quotations are no quoted line. An apostrophe inside is not a mark.
        var inside = text.AsSpan(span.Start + 1, span.Length - 2);
        return close is '’' or '\'' || !inside.Contains(close);
    }
}
