using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Demarche.Reading;

/// <summary>Reads an HTML page: the story's paragraphs as text, and what its tags say about title, outlet, date and address.</summary>
internal static class HtmlStory
{
    // Deeper pages hold no story, and the search for the body calls itself for each level.
    private const int Deepest = 256;

    // A body that is much shorter than what stands in the page's own paragraphs was cut.
    private const double Whole = 0.6;

    /// <summary>True when the first characters that are not blank open a page.</summary>
    public static bool Begins(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            bytes = bytes[3..];
        bytes = bytes.TrimStart(" \t\r\n"u8);
        return Opens(bytes, "<!doctype html"u8) || Opens(bytes, "<html"u8);

        static bool Opens(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> tag) => bytes.Length > tag.Length && Ascii.EqualsIgnoreCase(bytes[..tag.Length], tag);
    }

    public static ReadResult Read(byte[] bytes, ReadResult at, StoryReader reader)
    {
        var html = Decode(bytes, out var problem);
        if (html is null)
            return at with { Problem = problem };

        var page = new HtmlParser().ParseDocument(html);
        var data = LinkedData(page);
        var outlet = Meta(page, "og:site_name", "application-name", "publisher", "dc.publisher") ?? Linked(data, "publisher");
        var title = Meta(page, "og:title", "twitter:title", "dc.title") ?? Linked(data, "headline") ?? Words(page.QuerySelector("h1")) ?? Without(page.Title, outlet);
        var url = page.QuerySelector("link[rel~=canonical]")?.GetAttribute("href") ?? Meta(page, "og:url") ?? Linked(data, "url");
        var published = Published(page, data);
        var language = page.DocumentElement?.GetAttribute("lang") is { Length: >= 2 } lang && char.IsAsciiLetter(lang[0]) && char.IsAsciiLetter(lang[1]) ? lang[..2].ToLowerInvariant() : "en";

        var paragraphs = Body(page, html);
        if (paragraphs.Count == 0 && title is null)
            return at with { Problem = "the page holds no text; give a page with a story" };

        var text = new StringBuilder();
        if (title is not null)
            text.Append(title);
        foreach (var paragraph in paragraphs)
        {
            if (text.Length > 0 && paragraph == title && text.Length == title.Length)
                continue;
            if (text.Length > 0)
                text.Append("\n\n");
            text.Append(paragraph);
        }
        return at with { Story = new(text.ToString()) { Title = title, Outlet = outlet ?? reader.Outlet, Published = published, Url = url, Language = language } };
    }

    /// <summary>UTF-8, or the character set that the page itself declares.</summary>
    private static string? Decode(byte[] bytes, out string? problem)
    {
        var text = StoryText.Decode(bytes, out problem);
        if (text is not null || bytes.Contains((byte)0))
            return text;
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 4096));
        var at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var name = new string([.. head[(at + 8)..].TrimStart('"', '\'').TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')]);
        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            text = encoding.GetString(bytes);
            problem = null;
            return text;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? Meta(IHtmlDocument page, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            foreach (var meta in page.QuerySelectorAll("meta"))
                if (string.Equals(meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop"), name, StringComparison.OrdinalIgnoreCase)
                    && Clean(meta.GetAttribute("content")) is { } content)
                    return content;
        return null;
    }

    private static DateOnly? Published(IHtmlDocument page, List<JsonElement> data)
    {
        string?[] written =
        [
            Meta(page, "article:published_time", "og:article:published_time", "datePublished", "date", "pubdate", "publishdate", "publish-date", "dc.date", "dc.date.issued", "dcterms.created", "parsely-pub-date", "sailthru.date"),
            Linked(data, "datePublished"),
            Linked(data, "dateCreated"),
            page.QuerySelector("[itemprop=datePublished]")?.GetAttribute("datetime"),
            page.QuerySelector("time[datetime]")?.GetAttribute("datetime"),
        ];
        foreach (var text in written)
            if (StoryDate.TryParse(text, out var date))
                return date;
        return null;
    }

    /// <summary>The objects that the page gives as JSON-LD.</summary>
    private static List<JsonElement> LinkedData(IHtmlDocument page)
    {
        var objects = new List<JsonElement>();
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using var document = JsonDocument.Parse(script.TextContent);
                Collect(document.RootElement.Clone(), objects);
            }
            catch (JsonException)
            {
                // A page's own data may be broken; its words are not.
            }
        }
        return objects;
    }

    private static void Collect(JsonElement element, List<JsonElement> objects)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Collect(item, objects);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            objects.Add(element);
            if (element.TryGetProperty("@graph", out var graph))
                Collect(graph, objects);
        }
    }

    private static string? Linked(List<JsonElement> data, string name)
    {
        foreach (var item in data)
        {
            if (!item.TryGetProperty(name, out var value))
                continue;
            if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0)
                value = value[0];
            if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("name", out var inner))
                value = inner;
            if (value.ValueKind == JsonValueKind.String && Text(value) is { } text)
                return text;
        }
        return null;
    }

    private static string? Text(JsonElement value)
    {
        try
        {
            return Clean(value.GetString());
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>“Talks collapse | The Daily” without its outlet.</summary>
    private static string? Without(string? title, string? outlet)
    {
        var clean = Clean(title);
        if (clean is null)
            return null;
        foreach (var separator in (ReadOnlySpan<string>)[" | ", " - ", " – ", " — ", " :: "])
        {
            var at = clean.LastIndexOf(separator, StringComparison.Ordinal);
            if (at > 0 && (separator == " | " || outlet is not null && clean.EndsWith(outlet, StringComparison.OrdinalIgnoreCase)))
                return clean[..at].TrimEnd();
        }
        return clean;
    }

    private static string? Words(INode? node) => node is null ? null : Clean(node.TextContent);

    private static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
                clean.Append(c);
            else if (clean.Length > 0 && clean[^1] != ' ')
                clean.Append(' ');
        }
        return clean.ToString().TrimEnd();
    }

    // ---- the body of the story ----

    private static List<string> Body(IHtmlDocument page, string html)
    {
        var own = page.QuerySelector("article") ?? page.QuerySelector("[itemprop=articleBody]") ?? page.QuerySelector("main") ?? page.QuerySelector("[role=main]");
        var marked = Paragraphs(own ?? page.Body);
        if (Depth(page) > Deepest)
            return marked;
        try
        {
            using var search = new SmartReader.Reader("https://localhost/", html);
            var likely = search.GetArticle();
            if (!likely.IsReadable || string.IsNullOrWhiteSpace(likely.Content))
                return marked;
            var found = Paragraphs(new HtmlParser().ParseDocument(likely.Content).Body);
            // A live blog, or a page of short pieces, is more than the one piece that looks most like a story.
            return own is not null && Length(found) < Whole * Length(marked) ? marked : found;
        }
        // The library is made for pages as they should be; on others the page's own marks serve.
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return marked;
        }
    }

    private static int Length(List<string> paragraphs) => paragraphs.Sum(paragraph => paragraph.Length);

    private static int Depth(IHtmlDocument page)
    {
        int depth = 0, deepest = 0;
        INode? node = page.DocumentElement;
        while (node is not null)
        {
            if (node.FirstChild is { } child)
            {
                node = child;
                deepest = Math.Max(deepest, ++depth);
                continue;
            }
            while (node is not null && node.NextSibling is null)
            {
                node = node.Parent;
                depth--;
            }
            node = node?.NextSibling;
        }
        return deepest;
    }

    private static readonly HashSet<string> Left = new(StringComparer.OrdinalIgnoreCase)
        { "script", "style", "noscript", "nav", "header", "footer", "aside", "form", "button", "select", "iframe", "svg", "template", "head", "object", "video", "audio", "input", "textarea" };

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
        { "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr" };

    /// <summary>The text of each element that is a paragraph of its own, in order. Walks without calling itself: pages nest as they like.</summary>
    private static List<string> Paragraphs(INode? root)
    {
        var paragraphs = new List<string>();
        var line = new StringBuilder();
        var node = root;
        while (node is not null)
        {
            var enter = true;
            if (node is IText words)
                Append(line, words.Data);
            else if (node is IElement element)
            {
                enter = node == root || !Left.Contains(element.LocalName);
                if (element.LocalName == "br" || !Inline.Contains(element.LocalName))
                    Break(line, paragraphs);
                if (element.LocalName == "li" && enter)
                    line.Append("• ");
            }
            if (enter && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }
            while (node is not null && node != root && node.NextSibling is null)
            {
                node = node.Parent;
                if (node is IElement left && !Inline.Contains(left.LocalName))
                    Break(line, paragraphs);
            }
            if (node == root)
                break;
            if (node is IElement ended && !Inline.Contains(ended.LocalName))
                Break(line, paragraphs);
            node = node?.NextSibling;
        }
        Break(line, paragraphs);
        return paragraphs;
    }

    private static void Append(StringBuilder line, string words)
    {
        foreach (var c in words)
        {
            if (!char.IsWhiteSpace(c))
                line.Append(c == '\0' ? '\ufffd' : c);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }
    }

    private static void Break(StringBuilder line, List<string> paragraphs)
    {
        var text = line.ToString().Trim();
        line.Clear();
        if (text.Length > 0 && text != "•")
            paragraphs.Add(text);
    }
}
