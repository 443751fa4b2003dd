using System.Globalization;

namespace Demarche.Cli;

/// <summary>What stands in a record, as a person says it.</summary>
internal static class Phrases
{
    public static string Plain(string code) => code.Replace('_', ' ').Replace('-', ' ').ToLowerInvariant();

    /// <summary>An issue of the codebook in words; where it is the story's own words, these.</summary>
    public static string Issue(Position position) => position.Issue.Contains(' ', StringComparison.Ordinal) ? Layout.Clean(position.Issue) : Plain(position.Issue);

    /// <summary>“ · against it”, where the position goes one way; empty where it does not.</summary>
    public static string Way(Position position) => position.Direction == Direction.Neither ? "" : $" · {Plain(position.Direction.ToString())} it";

    public static string Stories(long count) => count == 1 ? "1 story" : $"{count} stories";

    public static string Type(Event e) => e.Mode is null ? Plain(e.Type) : $"{Plain(e.Type)} ({Plain(e.Mode)})";

    public static string Status(Event e) => Plain(e.Status.ToString()) + (e.Background ? ", background" : "");

    public static string Names(IEnumerable<Actor> actors) => string.Join(", ", actors.Select(actor => Layout.Clean(actor.Name)));

    /// <summary>The recipients that are not told already: of a meeting all sides are actors.</summary>
    public static List<Actor> Others(Event e) => [.. e.Recipients.Where(recipient => !e.Actors.Any(recipient.Is))];

    public static string Date(PartialDate? date)
    {
        if (date is not { } d)
            return "no date";
        var month = d.Month > 0 ? CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(d.Month) + " " : "";
        return $"{(d.Day > 0 ? $"{d.Day} " : "")}{month}{d.Year}";
    }

    /// <summary>“13–19 Dec 2021”, “30 Jul – 5 Aug 1990”: of an interval the month and the year stand once where they are the same.</summary>
    public static string Dates(Event e)
    {
        if (e.DateEnd is not { } end || end == e.Date || e.Date is not { } start)
            return Date(e.Date);
        if (start.Year != end.Year || start.Month == 0 || end.Month == 0)
            return $"{Date(start)} – {Date(end)}";
        if (start.Day > 0 && end.Day > 0 && start.Month == end.Month)
            return $"{start.Day}–{Date(end)}";
        return $"{Date(start)[..^5]} – {Date(end)}";
    }

    public static string Speaker(Document document, Attribution attribution)
    {
        if (attribution.Speaker is { } speaker)
            return Names([speaker, .. attribution.FurtherSpeakers]);
        return attribution.Source.Count > 0 ? Quoted(document, attribution.Source) : "somebody";
    }

    /// <summary>Who says it, the outermost first.</summary>
    public static string Chain(Document document, Attribution? innermost)
    {
        var chain = new List<string>();
        for (var attribution = innermost; attribution is not null; attribution = attribution.Via)
            chain.Insert(0, Speaker(document, attribution));
        return string.Join(" › ", chain);
    }

    /// <summary>Words of the story on one line, pieces joined by an ellipsis.</summary>
    public static string Quoted(Document document, IEnumerable<Span> spans, int most = int.MaxValue) =>
        Layout.Shortened(string.Join(" … ", spans.Select(document.Words)), most);

    /// <summary>In quotation marks, once: those that stand around the words already are not doubled.</summary>
    public static string InQuotes(string words)
    {
        const string Marks = "“”\"";
        var quoted = words.Length > 1 && Marks.Contains(words[0]) && Marks.Contains(words[^1]) && words.AsSpan(1, words.Length - 2).IndexOfAny(Marks) < 0;
        return $"“{(quoted ? words[1..^1] : words)}”";
    }
}
