using System.Text;
using Demarche.Record;
using Demarche.Store;
using Demarche.Tests.Cli;
using Demarche.Tests.Record;

namespace Demarche.Tests.Store;

public sealed class RecordStoreTests
{
    [Fact]
    public void Gives_back_the_line_it_was_given()
    {
        using var folder = new Folder();
        using var store = Stores.Of(folder, Recorded.Story());
        Assert.Equal(Encoding.UTF8.GetString(JsonRecord.Line(Recorded.Story(), Recorded.Run)), Encoding.UTF8.GetString(store.Shown().Single().Line()));
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("\ud800 alone")]
    [InlineData("\ufffd")]
    [InlineData("“<&>” \u2028 \u0001 \\ \" é 😀 東京")]
    [InlineData("")]
    public void Gives_back_any_text(string text)
    {
        var document = new Document(new(text) { Outlet = text, Url = text, Title = text });
        document.Ignored.Add(new(new(0, text.Length), text));
        using var folder = new Folder();
        using var store = Stores.Of(folder, document);
        Assert.Equal(Encoding.UTF8.GetString(JsonRecord.Line(document, Recorded.Run)), Encoding.UTF8.GetString(store.Shown().Single().Line()));
    }

    [Fact]
    public void Holds_the_same_whatever_the_order_and_however_often()
    {
        // The same text under two titles is one story.
        Document[] documents = [.. Enumerable.Range(0, 5).Select(i => Recorded.Story(Recorded.Story().Text, $"Outlet {i}")), Titled("B"), Titled("A"), Titled("C")];
        var expected = Exported(documents);
        Assert.Equal(6, expected.Split('\n').Length);
        Assert.Equal(expected, Exported([.. documents.Reverse(), .. documents]));
        Assert.Equal(expected, Exported([.. documents.OrderBy(document => document.Story.Title), documents[0]]));

        static Document Titled(string title)
        {
            var document = new Document(new("One text.") { Title = title });
            document.Ignored.Add(new(new(0, 3), title));
            return document;
        }

        static string Exported(Document[] documents)
        {
            using var folder = new Folder();
            using var store = Stores.Of(folder, documents);
            return string.Join('\n', store.Shown().Select(story => Encoding.UTF8.GetString(story.Line())));
        }
    }

    [Fact]
    public void Knows_what_it_holds()
    {
        using var folder = new Folder();
        var document = Recorded.Story();
        using var store = Stores.Of(folder, document);
        Assert.True(store.Holds(document.Story, Recorded.Run));
        Assert.False(store.Holds(document.Story, Recorded.Run with { Codebook = "other" }));
        Assert.False(store.Holds(document.Story with { Outlet = "Other" }, Recorded.Run));
        using var adding = store.Add();
        adding.Add(CodedStory.Of(document, Recorded.Run));
        adding.Add(CodedStory.Of(document, Recorded.Run with { Codebook = "other" }));
        adding.Commit();
        Assert.Equal(new AddCounts(1, 1, 0), adding.Counts);
    }

    [Theory]
    [InlineData("{}", "no line of a record: it has no “story” and “run”")]
    [InlineData("[1]", "no line of a record: it has no “story” and “run”")]
    [InlineData("{", "no line of a record (")]
    [InlineData("""{"story":{"id":"1","text":"abc"},"run":{"program":"p","model":"m","codebook":"c"},"events":[{"evidence":{"start":0,"end":2,"text":"bc"}}]}""", "the words from 0 to 2 are not “bc”")]
    [InlineData("""{"story":{"id":"1","text":"abc"},"run":{"program":"p","model":"m","codebook":"c"},"events":[{"evidence":{"start":0,"end":9,"text":"abc"}}]}""", "the words from 0 to 9 are not “abc”")]
    [InlineData("""{"story":{"id":"1","text":"abc","published":"soon"},"run":{"program":"p","model":"m","codebook":"c"}}""", "“published”: soon is not a date")]
    [InlineData("""{"story":{"id":"1"},"run":{"program":"p","model":"m","codebook":"c"}}""", "no line of a record: “text” is missing")]
    public void Refuses_what_is_no_record(string line, string problem) =>
        Assert.StartsWith(problem, Assert.Throws<FormatException>(() => CodedStory.Parse(Encoding.UTF8.GetBytes(line))).Message, StringComparison.Ordinal);
}
