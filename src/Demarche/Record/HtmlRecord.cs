using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Demarche.Record;

/// <summary>
/// The record as one web page that needs no network: the text with quiet marks, the records beside it, a timeline and a table of positions.
/// The page holds the JSON record of each story as data, and its script draws from that. It lies in <c>Record/Page</c> as HTML, CSS and JavaScript.
/// </summary>
public sealed class HtmlRecord : IRecordWriter
{
    private const string StoriesMark = "{{stories}}";

    // Escapes < > & as well, so that no story can close the element that holds it.
    private static readonly JsonWriterOptions InsideScript = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), SkipValidation = true };

    private readonly TextWriter _output;
    private readonly Run _run;
    private readonly string _tail;

    /// <summary>The writer stays open.</summary>
    public HtmlRecord(TextWriter output, Run run)
    {
        _output = output;
        _run = run;
        var page = Page();
        var at = page.IndexOf(StoriesMark, StringComparison.Ordinal);
        _tail = page[(at + StoriesMark.Length)..];
        output.Write(page.AsSpan(0, at));
    }

    public void Write(Document document)
    {
        _output.Write("<script type=\"application/json\" class=\"story\">");
        _output.Write(Encoding.UTF8.GetString(JsonRecord.Line(document, _run, InsideScript)));
        _output.Write("</script>\n");
    }

    public void Finish()
    {
        _output.Write(_tail);
        _output.Flush();
    }

    public void Dispose()
    {
    }

    private static string Page()
    {
        var script = Resource("page.js");
        // The policy names the script by its hash: nothing else on the page may run, and nothing may be fetched.
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        return Resource("page.html")
            .Replace("{{script-hash}}", hash, StringComparison.Ordinal)
            .Replace("{{style}}", Resource("page.css"), StringComparison.Ordinal)
            .Replace("{{script}}", script, StringComparison.Ordinal);
    }

    // A browser hashes a script after turning line ends into U+000A, whatever they are in the working copy.
    private static string Resource(string name)
    {
        using var stream = typeof(HtmlRecord).Assembly.GetManifestResourceStream($"Demarche.Record.Page.{name}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
