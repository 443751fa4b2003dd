using Demarche.Codebooks;

namespace Demarche.Reading;

/// <summary>Reads a Markdown file. Its marks stay in the text; what a front matter gives (title, date, outlet, url) are fields and no text.</summary>
internal static class MarkdownStory
{
    public static ReadResult Read(byte[] bytes, ReadResult at, StoryReader reader)
    {
        var text = StoryText.Decode(bytes, out var problem);
        if (text is null)
            return at with { Problem = problem };

        var body = FrontMatterEnd(text, out var front);
        if (front is null)
            return at with { Story = new(text) { Title = Heading(text), Outlet = reader.Outlet } };

        YamlNode fields;
        try
        {
            fields = YamlNode.Parse(front, at.Path);
        }
        catch (CodebookException error)
        {
            return at with { Line = Math.Max(1, error.Line) + 1, Problem = "the front matter is not YAML; write lines such as title: …" };
        }
        if (!fields.IsMap)
            return at with { Line = 2, Problem = "the front matter has no fields; write lines such as title: …" };

        var title = Field(fields, "title");
        var date = Field(fields, "date", "published");
        DateOnly published = default;
        if (date is not null && !StoryDate.TryParse(date, out published))
            return at with { Line = fields.Pairs.First(pair => pair.Key.Text is "date" or "published").Key.Line + 1, Problem = $"{StoryRecord.Shortened(date)} is not a date; write {StoryDate.Example}" };

        text = text[body..].TrimStart('\r', '\n');
        var heading = Heading(text);
        if (title is not null && heading is null && !text.AsSpan().TrimStart().StartsWith(title, StringComparison.Ordinal))
            text = $"{title}\n\n{text}";
        return at with
        {
            Story = new(text)
            {
                Title = heading ?? title,
                Outlet = Field(fields, "outlet", "source", "publisher") ?? reader.Outlet,
                Published = date is null ? null : published,
                Url = Field(fields, "url", "link"),
                Language = Field(fields, "language", "lang")?.ToLowerInvariant() ?? "en",
            },
        };
    }

    /// <summary>Where the text begins after lines between two of three hyphens.</summary>
    private static int FrontMatterEnd(string text, out string? front)
    {
        front = null;
        if (!text.StartsWith("---\n", StringComparison.Ordinal) && !text.StartsWith("---\r\n", StringComparison.Ordinal))
            return 0;
        var begin = text.IndexOf('\n') + 1;
        var at = begin;
        while (at < text.Length)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            if (text.AsSpan(at, end - at).TrimEnd() is "---" or "...")
            {
                front = text[begin..at];
                return Math.Min(text.Length, end + 1);
            }
            at = end + 1;
        }
        return 0;
    }

    /// <summary>The words of a heading with which the text begins.</summary>
    private static string? Heading(string text)
    {
        var first = text.AsSpan().TrimStart();
        var end = first.IndexOfAny('\r', '\n');
        first = end < 0 ? first : first[..end];
        return first.StartsWith("# ", StringComparison.Ordinal) ? first[2..].Trim().Trim('#').Trim().ToString() : null;
    }

    private static string? Field(YamlNode fields, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (fields.Find(name) is { IsList: false, IsMap: false } value && !string.IsNullOrWhiteSpace(value.Text))
                return value.Text.Trim();
        return null;
    }
}
