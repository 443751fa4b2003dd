using System.Buffers;
using System.Globalization;

namespace Demarche.Reading;

/// <summary>Reads the day of publication as files and pages write it.</summary>
internal static class StoryDate
{
    /// <summary>What a message proposes.</summary>
    public const string Example = "2021-03-17";

    private static readonly SearchValues<char> TimeCharacters = SearchValues.Create("0123456789:.,+-ZzUTCGMESPDA apm");

    private static readonly string[] Forms =
    [
        "yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "yyyyMMdd", "yyyy-M-d", "yyyy/M/d",
        "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "MMM. d, yyyy", "MMMM d yyyy", "dddd, MMMM d, yyyy", "dddd, d MMMM yyyy", "dddd d MMMM yyyy",
        "ddd, d MMM yyyy", "ddd, dd MMM yyyy", "ddd MMM d yyyy",
    ];

    private static readonly string[] InDatelines = ["d MMMM yyyy", "d MMM yyyy", "MMMM d yyyy", "MMM d yyyy"];

    // Headline, second headline, byline, and the like.
    private const int LinesBeforeReport = 6;

    /// <summary>Reads a date, with or without a time of day after it; the day is taken as written, whatever the zone.</summary>
    public static bool TryParse(string? text, out DateOnly date)
    {
        date = default;
        if (text is null || text.Length > 64)
            return false;
        text = text.Trim();
        if (DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out date))
            return true;

        // “2021-03-17T09:30:00+02:00”, “2021-03-17 09:30”, “20210317T093000Z”.
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '-' or '/'))
            end++;
        if (end is 8 or 10 && end < text.Length - 1 && text[end] is 'T' or 't' or ' ' && char.IsAsciiDigit(text[end + 1]) && IsTime(text.AsSpan(end + 1)))
            return DateOnly.TryParseExact(text.AsSpan(0, end), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

        // “Wed, 17 Mar 2021 09:30:00 GMT” (RFC 1123).
        var colon = text.IndexOf(':');
        var before = colon > 2 ? text.LastIndexOf(' ', colon) : -1;
        return before > 0 && text[0] > '9' && DateOnly.TryParseExact(text.AsSpan(0, before), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out date);
    }

    private static bool IsTime(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(TimeCharacters);

    /// <summary>The first date of the form 2017-06-23 or 20170623 in a file name.</summary>
    public static DateOnly? InFileName(string path)
    {
        var name = Path.GetFileName(path.AsSpan());
        for (var at = 0; at + 8 <= name.Length; at++)
        {
            if (!char.IsAsciiDigit(name[at]) || at > 0 && char.IsAsciiDigit(name[at - 1]))
                continue;
            if (Is(name, at, 10, "yyyy-MM-dd", out var date) || Is(name, at, 10, "yyyy_MM_dd", out date) || Is(name, at, 8, "yyyyMMdd", out date))
                return date;
        }
        return null;
    }

    /// <summary>The date of a report's dateline, where that gives day, month and year: “KUWAIT CITY, 23 June 2017 (Meridian) –”.</summary>
    public static DateOnly? InDateline(string text)
    {
        var lines = 0;
        for (int start = 0, end; start < text.Length && lines < LinesBeforeReport; start = end + 1)
        {
            end = text.AsSpan(start).IndexOfAny('\r', '\n') is >= 0 and var length ? start + length : text.Length;
            var first = start;
            while (first < end && char.IsWhiteSpace(text[first]))
                first++;
            if (first == end)
                continue;
            lines++;
            if (Dateline.EndOf(text, new(first, end)) is var close && close > first)
                return InWords(text[first..close].Split([' ', ',', '.', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries));
        }
        return null;
    }

    private static DateOnly? InWords(string[] words)
    {
        for (var i = 2; i < words.Length; i++)
            if (DateOnly.TryParseExact($"{words[i - 2]} {words[i - 1]} {words[i]}", InDatelines, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                return date;
        return null;
    }

    private static bool Is(ReadOnlySpan<char> name, int at, int length, string form, out DateOnly date)
    {
        date = default;
        return at + length <= name.Length
            && (at + length == name.Length || !char.IsAsciiDigit(name[at + length]))
            && DateOnly.TryParseExact(name.Slice(at, length), form, CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
            && date.Year is > 1500 and < 2200;
    }
}
