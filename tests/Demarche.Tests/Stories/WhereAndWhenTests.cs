namespace Demarche.Tests.Stories;

/// <summary>The rows of <c>where-and-when.txt</c>: sentences with the places and dates that their words mean.</summary>
public class WhereAndWhenTests
{
    public static IEnumerable<TheoryDataRow<string, string, string>> Rows() => File.ReadLines(Path.Combine(Project.Root, "tests", "Demarche.Tests", "Stories", "where-and-when.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Select(cells => new TheoryDataRow<string, string, string>(cells[0], cells[1], cells[2]));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Means(string published, string text, string expected)
    {
        var document = Project.Coder.Code(new Story(text) { Published = DateOnly.TryParseExact(published, "yyyy-MM-dd", out var day) ? day : null });
        var found = expected.Split(';', StringSplitOptions.TrimEntries).Select(row =>
        {
            var (words, meaning) = row.Split(" = ") is [var first, var second] ? (first, second) : throw new FormatException($"“{row}” is not WORDS = MEANING");
            var start = text.IndexOf(words, StringComparison.Ordinal);
            Assert.True(start >= 0, $"“{words}” is not in the sentence");
            var span = new Span(start, start + words.Length);
            return $"{words} = {Meaning(document, span, meaning)}";
        });
        Assert.Equal(expected, string.Join("; ", found));
    }

    private static string Meaning(Document document, Span span, string like) =>
        like.StartsWith("happened ", StringComparison.Ordinal) ? $"happened {Act(document, span) switch { null => "never", { Date: { } date } => date.ToString(), _ => "one day" }}"
        : like.StartsWith("took place ", StringComparison.Ordinal) ? $"took place {Act(document, span) switch { null => "nowhere", { Place: { } place } => $"in {place.Name}", _ => "somewhere" }}"
        : char.IsAsciiDigit(like[0]) || like is "no date" or "relative" ? When(document, span)
        : Where(document, span);

    private static Event? Act(Document document, Span span) => document.Events.Find(e => e.Spans.Any(role => role.Role == "trigger" && role.Span.Overlaps(span)));

    private static string Where(Document document, Span span) =>
        document.Places.Find(place => place.Mention.Overlaps(span)) is { } place ? $"{place.Country ?? "-"} {place.Precision}{(place.WherePrecision == 2 ? " nearby" : "")}" : "no place";

    private static string When(Document document, Span span) =>
        document.Times.Find(time => document.SpanOf(time.First, time.End - 1).Overlaps(span)) is { } time ? time.IsRelative ? "relative" : $"{time.Date}{(time.DateEnd is { } end ? $"..{end}" : "")}" : "no date";
}
