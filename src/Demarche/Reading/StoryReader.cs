using System.Text.Json;

namespace Demarche.Reading;

/// <summary>
/// Reads stories from text, Markdown, HTML, JSON Lines and CSV files, from folders of them, and from standard input, one after the other:
/// never more than one story is held. What cannot be read is a result with an error; the others are read.
/// </summary>
public sealed class StoryReader
{
    /// <summary>The bytes that a story may have; more is no story.</summary>
    public const int Largest = 32 * 1024 * 1024;

    private static readonly string LargestInWords = $"{Largest / (1024 * 1024)} MB";

    /// <summary>The outlet of stories that do not name theirs.</summary>
    public string? Outlet { get; init; }

    /// <summary>The day of publication of stories that do not give theirs; a date in the file name counts less, one in a dateline least.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Where <c>-</c> reads from.</summary>
    public Func<Stream> OpenStandardInput { get; init; } = Console.OpenStandardInput;

    /// <summary>Reads the stories of the paths in order, those of a folder in the order of their paths.</summary>
    public IEnumerable<ReadResult> Read(IEnumerable<string> paths)
    {
        foreach (var path in paths)
            foreach (var result in Read(path))
                yield return result;
    }

    /// <summary>Reads the stories of a file, a folder or standard input (<c>-</c>).</summary>
    public IEnumerable<ReadResult> Read(string path)
    {
        if (path == "-")
            return ReadStandardInput();
        if (Directory.Exists(path))
            return ReadFolder(path).DefaultIfEmpty(new(path, 0) { Problem = "holds no files; give a folder with stories" });
        return File.Exists(path) ? ReadFile(path) : [new(path, 0) { Problem = "does not exist; give a file, a folder or - for standard input" }];
    }

    // Sorting each folder by its names, a subfolder's with a slash, gives the order of the whole paths.
    private IEnumerable<ReadResult> ReadFolder(string folder)
    {
        List<(string Key, string Path, bool IsFolder)>? entries = null;
        string? problem = null;
        try
        {
            entries = [];
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
            {
                if (entry.Name[0] == '.' || entry.Attributes.HasFlag(FileAttributes.Hidden))
                    continue;
                var isFolder = entry is DirectoryInfo;
                // A link to a folder may lead back to where it stands.
                if (isFolder && entry.LinkTarget is not null)
                    continue;
                entries.Add((isFolder ? entry.Name + "/" : entry.Name, Join(folder, entry.Name), isFolder));
            }
            entries.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problem = $"cannot be read ({error.Message}); check the permissions of the folder";
        }
        if (problem is not null)
        {
            yield return new(folder, 0) { Problem = problem };
            yield break;
        }
        foreach (var (_, path, isFolder) in entries!)
            foreach (var result in isFolder ? ReadFolder(path) : ReadFile(path))
                yield return result;
    }

    private static string Join(string folder, string name) => folder[^1] is '/' or '\\' ? folder + name : $"{folder}/{name}";

    private IEnumerable<ReadResult> ReadFile(string path)
    {
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".jsonl" or ".ndjson":
                return ReadLines(path, () => File.OpenRead(path));
            case ".json":
                return ReadJson(path);
            case ".csv" or ".tsv":
                return StoryTable.Read(path, this);
            case ".md" or ".markdown":
                return [ReadWhole(path, () => File.OpenRead(path), MarkdownStory.Read)];
            case ".html" or ".htm" or ".xhtml":
                return [ReadWhole(path, () => File.OpenRead(path), HtmlStory.Read)];
            default:
                return [ReadWhole(path, () => File.OpenRead(path), PlainOrPage)];
        }
    }

    private IEnumerable<ReadResult> ReadStandardInput()
    {
        Stream input;
        byte[] begin;
        string? problem = null;
        try
        {
            input = new BufferedStream(OpenStandardInput());
            begin = Begin(input);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            input = Stream.Null;
            begin = [];
            problem = $"cannot be read ({error.Message}); pipe a text into it";
        }
        if (problem is not null)
            return [new("-", 0) { Problem = problem }];
        var whole = new JoinedStream(begin, input);
        return begin.Length > 0 && begin[^1] == (byte)'{' ? ReadLines("-", () => whole) : [ReadWhole("-", () => whole, PlainOrPage)];
    }

    /// <summary>The bytes up to the first that is not blank.</summary>
    private static byte[] Begin(Stream input)
    {
        var begin = new List<byte>();
        while (begin.Count < 4096)
        {
            var next = input.ReadByte();
            if (next < 0)
                break;
            begin.Add((byte)next);
            if (next is not (' ' or '\t' or '\r' or '\n' or 0xEF or 0xBB or 0xBF))
                break;
        }
        return [.. begin];
    }

    private ReadResult ReadWhole(string path, Func<Stream> open, Func<byte[], ReadResult, StoryReader, ReadResult> read)
    {
        var at = new ReadResult(path, 0);
        try
        {
            using var stream = open();
            var bytes = Bytes(stream);
            if (bytes is null)
                return at with { Problem = $"is larger than {LargestInWords}; give one story a file, or JSON Lines with one story a line" };
            if (bytes.Length == 0)
                return at with { Problem = "is empty; give the words of the story" };
            var result = read(bytes, at, this);
            if (result.Story is { } story && string.IsNullOrWhiteSpace(story.Text))
                return at with { Problem = "holds no words; give the words of the story" };
            return result.Story is { Published: null } undated
                ? result with { Story = undated with { Published = Published ?? (path == "-" ? null : StoryDate.InFileName(path)) ?? StoryDate.InDateline(undated.Text) } }
                : result;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return at with { Problem = $"cannot be read ({error.Message}); check that the file is there and may be read" };
        }
    }

    private static byte[]? Bytes(Stream stream)
    {
        if (stream.CanSeek && stream.Length > Largest)
            return null;
        using var memory = new MemoryStream();
        var buffer = new byte[81920];
        while (true)
        {
            var read = stream.Read(buffer, 0, buffer.Length);
            if (read == 0)
                return memory.ToArray();
            if (memory.Length + read > Largest)
                return null;
            memory.Write(buffer, 0, read);
        }
    }

    /// <summary>A page that was piped in, or saved under a name that does not say so, begins like one.</summary>
    private static ReadResult PlainOrPage(byte[] bytes, ReadResult at, StoryReader reader) =>
        HtmlStory.Begins(bytes) ? HtmlStory.Read(bytes, at, reader) : PlainStory(bytes, at, reader);

    private static ReadResult PlainStory(byte[] bytes, ReadResult at, StoryReader reader)
    {
        var text = StoryText.Decode(bytes, out var problem);
        return text is null ? at with { Problem = problem } : at with { Story = new(text) { Title = FirstLine(text), Outlet = reader.Outlet } };
    }

    /// <summary>A first line that a blank line follows is the title, unless it is a sentence.</summary>
    private static string? FirstLine(string text)
    {
        var start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        var end = text.AsSpan(start).IndexOfAny('\r', '\n');
        if (end < 0)
            return null;
        end += start;
        var span = new Span(start, end);
        if (span.Length > 300 || Paragraph.LastMark(text, span) is '.' or ',' or ':' or ';' or '\0')
            return null;
        var next = end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
        var nextEnd = next >= text.Length ? -1 : text.AsSpan(next).IndexOfAny('\r', '\n');
        var followed = nextEnd >= 0 && text.AsSpan(next, nextEnd).IsWhiteSpace() && !text.AsSpan(next).IsWhiteSpace();
        return followed ? text[start..end].TrimEnd() : null;
    }

    /// <summary>A <c>.json</c> file is one record, a list of records, or lines of them.</summary>
    private IEnumerable<ReadResult> ReadJson(string path)
    {
        JsonDocument? document = null;
        try
        {
            using var stream = File.OpenRead(path);
            if (stream.Length is > 0 and <= Largest && Bytes(stream) is { } bytes)
                document = JsonDocument.Parse(bytes.AsMemory(bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0));
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            // Lines of records are no JSON as a whole; what else is wrong, reading by lines will say.
        }
        if (document is null)
        {
            foreach (var result in ReadLines(path, () => File.OpenRead(path)))
                yield return result;
            yield break;
        }
        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Array)
                yield return StoryRecord.Read(document.RootElement, new(path, 0), this);
            else
            {
                var number = 0;
                foreach (var record in document.RootElement.EnumerateArray())
                    yield return StoryRecord.Read(record, new(path, ++number), this);
            }
        }
    }

    private IEnumerable<ReadResult> ReadLines(string path, Func<Stream> open)
    {
        Stream? stream = null;
        string? problem = null;
        try
        {
            stream = open();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problem = $"cannot be read ({error.Message}); check that the file is there and may be read";
        }
        if (stream is null)
        {
            yield return new(path, 0) { Problem = problem };
            yield break;
        }
        using var lines = new ByteLines(stream, Largest);
        var line = 0;
        var any = false;
        while (true)
        {
            ReadResult? result;
            var more = true;
            try
            {
                more = lines.Next();
                line++;
                result = !more ? null
                    : lines.TooLong ? new(path, line) { Problem = $"the line is longer than {LargestInWords}; give one story a line" }
                    : lines.IsBlank ? null
                    : Record(lines.Current, new(path, line));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
            {
                result = new(path, line + 1) { Problem = $"cannot be read further ({error.Message}); check the file" };
                more = false;
            }
            if (result is not null)
            {
                any = true;
                yield return result;
            }
            if (!more)
                break;
        }
        if (!any)
            yield return new(path, 0) { Problem = "is empty; one object a line is expected, such as {\"text\": …}" };
    }

    private ReadResult Record(ReadOnlyMemory<byte> line, ReadResult at)
    {
        if (line.Span.Contains((byte)0))
            return at with { Problem = $"byte {line.Span.IndexOf((byte)0)} of the line is NUL, so this is a binary file; give JSON Lines" };
        // The JSON reader accepts bytes inside texts that are no UTF-8 until they are asked for.
        if (!System.Text.Unicode.Utf8.IsValid(line.Span))
        {
            StoryText.Decode(line.Span, out var problem);
            return at with { Problem = problem ?? "the line is UTF-16, by its first two bytes; save JSON Lines as UTF-8" };
        }
        return StoryRecord.Read(line, at, this);
    }
}
