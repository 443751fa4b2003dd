using System.Text;
using CsCheck;
using Demarche.Reading;

namespace Demarche.Tests.Reading;

public sealed class StoryReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("demarche-reading-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    private string Write(string name, byte[] bytes)
    {
        var path = $"{_folder}/{name}";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    private static Story One(string path, StoryReader? reader = null)
    {
        var result = Assert.Single((reader ?? new()).Read(path));
        Assert.Null(result.Error);
        return result.Story!;
    }

    [Fact]
    public void A_text_keeps_its_line_ends_and_loses_its_byte_order_mark()
    {
        var story = One(Write("2017-06-23-note.txt", "\ufeffChile sends a note\r\n\r\nIt arrived.\r\n"));
        Assert.Equal("Chile sends a note\r\n\r\nIt arrived.\r\n", story.Text);
        Assert.Equal("Chile sends a note", story.Title);
        Assert.Equal(new(2017, 6, 23), story.Published);
    }

    [Theory]
    [InlineData("It arrived on Monday.\n\nIt said no.", null)]
    [InlineData("Chile sends a note\nIt said no.", null)]
    [InlineData("Chile sends a note", null)]
    [InlineData("Chile sends a note\n \nIt said no.", "Chile sends a note")]
    public void The_first_line_is_the_title_when_a_blank_line_follows(string text, string? title) => Assert.Equal(title, One(Write("a.txt", text)).Title);

    [Theory]
    [InlineData("Iran warns\n\nTEHRAN, 3 January 2012 - Iran warned them.", "2012-01-03")]
    [InlineData("Iran warns\n\nBy Ana Kos\n\nTEHRAN, Jan. 3, 2012 (Wire) -- Iran warned them.", "2012-01-03")]
    [InlineData("KUWAIT CITY, 23 June 2017 (Meridian) – The four have demanded it.", "2017-06-23")]
    [InlineData("Iran warns\n\nTEHRAN, Jan 3 - Iran warned them.", null)]
    [InlineData("Iran warns\n\nIran signed it on 3 January 2012 - and broke it.", null)]
    [InlineData("Iran warns\n\nTEHRAN, 31 February 2012 - Iran warned them.", null)]
    public void Where_nothing_else_gives_the_day_a_dateline_does(string text, string? expected)
    {
        var day = expected is null ? (DateOnly?)null : DateOnly.ParseExact(expected, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(day, One(Write("a.txt", text)).Published);
        Assert.Equal(day, One(Write("a.jsonl", System.Text.Json.JsonSerializer.Serialize(new { text }))).Published);
        Assert.Equal(new(1999, 1, 2), One(Write("a.txt", text), new() { Published = new(1999, 1, 2) }).Published);
    }

    [Theory]
    [InlineData("\n<!DOCTYPE html>\n<html><body><p>Chile sends a note.</p></body></html>")]
    [InlineData("\ufeff<HTML lang=en><body><p>Chile sends a note.</p></body></html>")]
    public void What_begins_like_a_page_is_one_whatever_it_is_called(string page)
    {
        Assert.Equal("Chile sends a note.", One(Write("page", page)).Text.Trim());
        Assert.Equal("Chile sends a note.", One("-", new() { OpenStandardInput = () => new MemoryStream(Encoding.UTF8.GetBytes(page)) }).Text.Trim());
    }

    [Theory]
    [InlineData("id,Title,text,date,source,pages\n1,A note,\"It \"\"arrived\"\",\nat last.\",2019-03-04,Pacific Mail,3\n2,NA,No.,NA,NA,NA\n", "a.csv")]
    [InlineData("\ufefftitle;text;date;source\r\nA note;\"It \"\"arrived\"\",\nat last.\";2019-03-04;Pacific Mail\r\n;No.;;\r\n", "a.csv")]
    [InlineData("title\ttext\tdate\tsource\nA note\t\"It \"\"arrived\"\",\nat last.\"\t2019-03-04\tPacific Mail\n\tNo.\t\t\n", "a.tsv")]
    public void A_table_has_a_story_a_row(string table, string name)
    {
        var read = new StoryReader().Read(Write(name, table)).ToList();
        Assert.All(read, result => Assert.Null(result.Error));
        var (note, no) = (read[0].Story!, read[1].Story!);
        Assert.Equal(("A note\n\nIt \"arrived\",\nat last.", "A note", "Pacific Mail", new DateOnly(2019, 3, 4)), (note.Text, note.Title, note.Outlet, note.Published!.Value));
        Assert.Equal(("No.", null, null, null), (no.Text, no.Title, no.Outlet, no.Published));
        Assert.Equal(2, read.Count);
    }

    [Fact]
    public void A_row_that_is_no_story_is_named_by_its_line_and_the_others_are_read()
    {
        var path = Write("a.csv", "text,date\nNo.,2019-03-04\n,2019-03-04\nNo.,2019-13-04\nNo, never.,2019-03-05\nYes.,2019-03-06\n");
        var read = new StoryReader().Read(path).ToList();
        Assert.Equal(["", "3: the record has no text; give it as \"text\" or \"event_text\"", "4: 2019-13-04 is not a date; write 2021-03-17",
            "5: 3 cells where the header has 2; put cells that hold commas or line ends in quotation marks", ""], read.Select(result => result.Error?[(path.Length + 1)..] ?? ""));
    }

    [Fact]
    public void A_folder_without_files_is_named() => Assert.EndsWith("holds no files; give a folder with stories", Assert.Single(new StoryReader().Read(_folder)).Error, StringComparison.Ordinal);

    [Fact]
    public void An_option_fills_what_the_story_does_not_give_and_goes_before_the_file_name()
    {
        var reader = new StoryReader { Outlet = "Pacific Mail", Published = new(1999, 1, 2) };
        var story = One(Write("2017-06-23-note.txt", "No."), reader);
        Assert.Equal(("Pacific Mail", new DateOnly(1999, 1, 2)), (story.Outlet, story.Published));
        story = One(Write("b.jsonl", """{"text":"No.","source":"Andes Wire","date":"2001-05-06"}"""), reader);
        Assert.Equal(("Andes Wire", new DateOnly(2001, 5, 6)), (story.Outlet, story.Published));
    }

    [Fact]
    public void Markdown_gives_its_front_matter_as_fields_and_keeps_its_marks()
    {
        var story = One(Write("a.md", "---\ntitle: Chile sends a note\ndate: 2019-03-04\noutlet: Pacific Mail\nurl: https://example.org/a\n---\n\nIt is **clear**.\n"));
        Assert.Equal("Chile sends a note\n\nIt is **clear**.\n", story.Text);
        Assert.Equal(("Chile sends a note", "Pacific Mail", "https://example.org/a"), (story.Title, story.Outlet, story.Url));
        Assert.Equal(new(2019, 3, 4), story.Published);
        Assert.Equal("A note", One(Write("b.md", "# A note\n\nIt arrived.\n")).Title);
    }

    [Fact]
    public void A_page_gives_its_article_and_what_its_tags_say()
    {
        var story = One(Write("a.html", """
            <html lang="es-CL"><head><title>Note sent | Pacific Mail</title><link rel="canonical" href="https://example.org/note">
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"Chile sends a note","datePublished":"2019-03-04T08:00:00-03:00","publisher":{"name":"Pacific Mail"}}</script></head>
            <body><nav>Home World</nav><article><h1>Chile sends a note</h1><p>The note arrived in Lima on Monday,<br>the ministry said.</p><p>Peru has <b>not</b> answered.</p></article></body></html>
            """));
        Assert.Equal("Chile sends a note\n\nThe note arrived in Lima on Monday,\n\nthe ministry said.\n\nPeru has not answered.", story.Text);
        Assert.Equal(("Chile sends a note", "Pacific Mail", "https://example.org/note", "es"), (story.Title, story.Outlet, story.Url, story.Language));
        Assert.Equal(new(2019, 3, 4), story.Published);
    }

    [Fact]
    public void A_page_may_nest_as_deep_as_it_likes() =>
        Assert.Equal("No.", One(Write("deep.html", string.Concat(Enumerable.Repeat("<div>", 20000)) + "No.")).Text);

    [Theory]
    [InlineData("""{"id":"7","title":"A note","text":"It arrived.","date":"2019-03-04","source":"Pacific Mail","language":"EN"}""")]
    [InlineData("""{"story_id":7,"headline":"A note","event_text":"It arrived.","pub_date":20190304,"publisher":"Pacific Mail"}""")]
    [InlineData("""{"story":{"id":"7","title":"A note","text":"A note\n\nIt arrived.","published":"2019-03-04","outlet":"Pacific Mail"},"events":[]}""")]
    public void A_record_may_use_the_names_of_others(string record)
    {
        var result = Assert.Single(new StoryReader().Read(Write("a.jsonl", record)));
        Assert.Null(result.Error);
        Assert.Equal("7", result.RecordId);
        Assert.Equal("A note\n\nIt arrived.", result.Story!.Text);
        Assert.Equal(("A note", "Pacific Mail", "en"), (result.Story.Title, result.Story.Outlet, result.Story.Language));
        Assert.Equal(new(2019, 3, 4), result.Story.Published);
    }

    [Theory]
    [InlineData("{\"text\":\"No.\",\"date\":\"2019-13-04\"}", "2: 2019-13-04 is not a date; write 2021-03-17")]
    [InlineData("{\"title\":\"No\"}", "2: the record has no text; give it as \"text\" or \"event_text\"")]
    [InlineData("{\"text\":\" \"}", "2: the text of the record is empty; give the words of the story")]
    [InlineData("{\"text\":[1]}", "2: the field text is a list; a text in quotation marks is expected")]
    [InlineData("[1]", "2: this is a list; an object such as {\"text\": …} is expected")]
    [InlineData("{\"text\":\"\\ud800\"}", "2: a text of the record holds half of a surrogate pair; write whole characters")]
    [InlineData("{\"text\"", "2: this is not JSON (at character 7); one object a line is expected, such as {\"text\": …}")]
    public void A_bad_record_is_named_and_the_others_are_read(string record, string error)
    {
        var path = Write("a.jsonl", $"{{\"text\":\"First.\"}}\n{record}\n\n{{\"text\":\"Last.\"}}");
        var results = new StoryReader().Read(path).ToList();
        Assert.Equal(["First.", null, "Last."], results.Select(r => r.Story?.Text));
        Assert.Equal($"{path}:{error}", results[1].Error);
        Assert.Equal(4, results[2].Line);
    }

    [Fact]
    public void A_line_of_50_MB_is_named_and_the_others_are_read()
    {
        var path = $"{_folder}/a.jsonl";
        using (var stream = File.Create(path))
        {
            stream.Write(Encoding.UTF8.GetBytes("{\"text\":\"First.\"}\n{\"text\":\""));
            var chunk = new byte[1024 * 1024];
            Array.Fill(chunk, (byte)'a');
            for (var i = 0; i < 50; i++)
                stream.Write(chunk);
            stream.Write(Encoding.UTF8.GetBytes("\"}\n{\"text\":\"Last.\"}\n"));
        }
        var results = new StoryReader().Read(path).ToList();
        Assert.Equal(["First.", null, "Last."], results.Select(r => r.Story?.Text));
        Assert.Equal($"{path}:2: the line is longer than 32 MB; give one story a line", results[1].Error);
    }

    [Theory]
    [InlineData("a.txt", "", "is empty; give the words of the story")]
    [InlineData("a.txt", "20 0a", "holds no words; give the words of the story")]
    [InlineData("a.txt", "41 00 42", "byte 1 is NUL, so this is a binary file; give a text")]
    [InlineData("a.txt", "41 e9 42", "byte 1 is not UTF-8; save the text as UTF-8")]
    [InlineData("a.html", "3c e9 3e", "byte 1 is not UTF-8; save the text as UTF-8")]
    [InlineData("a.rtf", "7b 5c 72 74 66 31", "is an RTF document; save it as text (UTF-8) or as a web page")]
    [InlineData("a.txt", "7b 5c 72 74 66 31", "is an RTF document; save it as text (UTF-8) or as a web page")]
    [InlineData("a.docx", "50 4b 03 04 14 00", "is a Word document (DOCX) or another ZIP archive; save it as text (UTF-8) or as a web page")]
    [InlineData("a.doc", "d0 cf 11 e0 a1 b1", "is an old Word document (DOC); save it as text (UTF-8) or as a web page")]
    [InlineData("a.pdf", "25 50 44 46 2d 31", "is a PDF document; save it as text (UTF-8) or as a web page")]
    [InlineData("a.csv", "", "is empty; a table with a header and a story a row is expected")]
    [InlineData("a.csv", "74 65 78 74 0a", "has a header and no rows; a story a row is expected")]
    [InlineData("a.csv", "61 2c 62 0a 31 2c 32 0a", "the table has no column text; its columns are a, b", 1)]
    [InlineData("a.jsonl", "", "is empty; one object a line is expected, such as {\"text\": …}")]
    [InlineData("a.jsonl", "7b 22 e9 22 7d", "byte 2 is not UTF-8; save the text as UTF-8", 1)]
    public void A_bad_file_is_named(string name, string bytes, string problem, int line = 0)
    {
        var path = Write(name, [.. bytes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(b => Convert.ToByte(b, 16))]);
        var result = Assert.Single(new StoryReader().Read(path));
        Assert.Equal((line > 0 ? $"{path}:{line}: " : $"{path}: ") + problem, result.Error);
    }

    [Fact]
    public void A_page_in_the_character_set_that_it_declares_is_read() =>
        Assert.Equal("Perón", One(Write("a.html", [.. "<meta charset=windows-1252><p>Per"u8, 0xF3, (byte)'n'])).Text);

    [Fact]
    public void A_folder_is_read_in_the_order_of_its_paths_without_what_is_hidden()
    {
        foreach (var name in (string[])["b.txt", "a/z.txt", "a-b.txt", "a0.txt", ".git/x.txt", "a/.y.txt", "B.txt"])
            Write(name, "No.");
        Assert.Equal(["B.txt", "a-b.txt", "a/z.txt", "a0.txt", "b.txt"], new StoryReader().Read(_folder).Select(r => Path.GetRelativePath(_folder, r.Path)));
    }

    [Fact]
    public void A_path_that_is_not_there_is_named() =>
        Assert.Equal("nowhere/a.txt: does not exist; give a file, a folder or - for standard input", Assert.Single(new StoryReader().Read("nowhere/a.txt")).Error);

    [Theory]
    [InlineData("Chile sends a note.", "Chile sends a note.")]
    [InlineData(" \n{\"text\":\"One.\"}\n{\"text\":\"Two.\"}", "One.|Two.")]
    public void Standard_input_is_a_text_or_lines(string input, string expected)
    {
        var reader = new StoryReader { OpenStandardInput = () => new MemoryStream(Encoding.UTF8.GetBytes(input)) };
        Assert.Equal(expected, string.Join('|', reader.Read("-").Select(r => r.Story!.Text.Trim())));
    }

    [Theory]
    [InlineData("2021-03-17", "2021-03-17")]
    [InlineData("2021-03-17T09:30:00+02:00", "2021-03-17")]
    [InlineData("20210317", "2021-03-17")]
    [InlineData("17 March 2021", "2021-03-17")]
    [InlineData("March 17, 2021", "2021-03-17")]
    [InlineData("Wed, 17 Mar 2021 09:30:00 GMT", "2021-03-17")]
    [InlineData("2021-03", null)]
    [InlineData("yesterday", null)]
    [InlineData("2021-02-30", null)]
    public void Reads_dates(string text, string? expected)
    {
        var read = StoryDate.TryParse(text, out var date);
        Assert.Equal(expected, read ? date.ToString("yyyy-MM-dd") : null);
    }

    [Fact]
    public void Any_bytes_give_a_story_or_a_message() => Gen.Select(Gen.Byte.Array[0, 200], Gen.OneOf("x.txt", "x.md", "x.html", "x.jsonl", "x.json")).Sample((bytes, name) =>
    {
        foreach (var result in new StoryReader().Read(Write(name, bytes)))
            if (result.Story is null == result.Error is null)
                return false;
        return true;
    }, threads: 1);

    [Fact]
    public void Lines_in_UTF_16_are_told_so() =>
        Assert.Contains("save JSON Lines as UTF-8", Assert.Single(new StoryReader().Read(Write("x.jsonl", [0xFF, 0xFE, 0x86, 0x79, 0xA1, 0x64]))).Error);

    [Fact]
    public void Any_text_gives_a_story_or_a_message() => Gen.Select(Gen.OneOf("<p>", "<div>", "</p>", "<li>", "{", "}", "\"text\":", "\"No.\"", "---\n", "title: x", "\n", "date: 1", "[", "<br>", "é", "<script>", "No. ").Array[0, 20], Gen.OneOf("x.txt", "x.md", "x.html", "x.jsonl", "x.json")).Sample((parts, name) =>
    {
        foreach (var result in new StoryReader().Read(Write(name, string.Concat(parts))))
            if (result.Story is null == result.Error is null)
                return false;
        return true;
    }, threads: 1);
}
