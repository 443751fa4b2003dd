using System.Text;
using System.Text.Unicode;

namespace Demarche.Reading;

/// <summary>Turns the bytes of a file into text: UTF-8, or UTF-16 where a byte order mark says so, strictly.</summary>
internal static class StoryText
{
    private static readonly UTF8Encoding Utf8 = new(false, true);
    private static readonly UnicodeEncoding Utf16 = new(false, false, true);
    private static readonly UnicodeEncoding Utf16BigEndian = new(true, false, true);

    // What archives and offices give out, by how it begins: read as text it would yield records of its own markup.
    private static readonly (byte[] Begin, string What)[] Foreign =
    [
        ([.. "{\\rtf"u8], "an RTF document"),
        ([.. "%PDF-"u8], "a PDF document"),
        ([.. "PK\u0003\u0004"u8], "a Word document (DOCX) or another ZIP archive"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Word document (DOC)"),
    ];

    /// <summary>Decodes; on failure the text is null and <paramref name="problem"/> says what is wrong and what would be right.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, out string? problem)
    {
        problem = null;
        foreach (var (begin, what) in Foreign)
            if (bytes.StartsWith(begin))
            {
                problem = $"is {what}; save it as text (UTF-8) or as a web page";
                return null;
            }
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return Strict(Utf8, bytes, 3, "UTF-8", out problem);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Strict(Utf16, bytes, 2, "UTF-16", out problem);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Strict(Utf16BigEndian, bytes, 2, "UTF-16", out problem);
        if (bytes.Contains((byte)0))
        {
            problem = $"byte {bytes.IndexOf((byte)0)} is NUL, so this is a binary file; give a text";
            return null;
        }
        return Strict(Utf8, bytes, 0, "UTF-8", out problem);
    }

    private static string? Strict(Encoding encoding, ReadOnlySpan<byte> bytes, int mark, string name, out string? problem)
    {
        problem = null;
        try
        {
            return encoding.GetString(bytes[mark..]);
        }
        catch (DecoderFallbackException error)
        {
            var at = encoding == Utf8 ? FirstInvalid(bytes) : error.Index + mark;
            problem = $"byte {at} is not {name}; save the text as UTF-8";
            return null;
        }
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var buffer = new char[4096];
        var at = 0;
        while (at < bytes.Length)
        {
            Utf8Transcode(bytes[at..], buffer, out var read, out var done);
            at += read;
            if (done)
                break;
        }
        return at;
    }

    private static void Utf8Transcode(ReadOnlySpan<byte> bytes, Span<char> buffer, out int read, out bool done)
    {
        var status = System.Text.Unicode.Utf8.ToUtf16(bytes, buffer, out read, out _, replaceInvalidSequences: false, isFinalBlock: true);
        done = status != System.Buffers.OperationStatus.DestinationTooSmall;
    }
}
