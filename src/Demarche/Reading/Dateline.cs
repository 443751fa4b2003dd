namespace Demarche.Reading;

/// <summary>The place, date and agency before the first sentence of a report: “KUWAIT CITY, 23 June (Outlet) –”. It says nothing of its own.</summary>
internal static class Dateline
{
    /// <summary>Why it yields no record.</summary>
    public const string Why = "a dateline";

    /// <summary>No dateline is longer.</summary>
    private const int Longest = 70;

    /// <summary>Where the dateline at the beginning of a paragraph ends, its dash included; the paragraph's start when it has none.</summary>
    public static int EndOf(string text, Span paragraph)
    {
        var dash = DashAfterPlace(text, paragraph);
        if (dash < 0)
            return paragraph.Start;
        var end = dash;
        while (end < paragraph.End && text[end] is '-' or '–' or '—')
            end++;
        // Something must follow for which it is the dateline.
        for (var i = end; i < paragraph.End; i++)
            if (!char.IsWhiteSpace(text[i]))
                return end;
        return paragraph.Start;
    }

    private static int DashAfterPlace(string text, Span paragraph)
    {
        var limit = Math.Min(paragraph.End, paragraph.Start + Longest);
        int capitals = 0, inPlace = 1;
        for (var i = paragraph.Start; i < limit; i++)
        {
            var c = text[i];
            if (c is '—' or '–' || c == '-' && i > paragraph.Start && (text[i - 1] is ' ' or ')' || i + 1 < limit && text[i + 1] == '-'))
                return capitals >= 3 ? i : -1;
            if (c is ',' or '(' or '/')
                inPlace = 0;
            else if (c is '\n' or '!' or '?' or ';' or ':' or '"' or '“')
                return -1;
            else if (inPlace == 1 && char.IsLower(c))
                return -1;
            else if (inPlace == 1 && char.IsUpper(c))
                capitals++;
        }
        return -1;
    }
}
