using CsCheck;
using Demarche.Reading;
using Demarche.Tokenizing;

namespace Demarche.Tests.Reading;

public sealed class LayoutTests
{
    private static readonly Layout Layout = new(PageRules.Load(Path.Combine(AppContext.BaseDirectory, "codebook", "page.yaml")));
    private static readonly Tokenizer Tokenizer = new(Abbreviations.Load(Path.Combine(AppContext.BaseDirectory, "codebook", "abbreviations.txt")));

    private const string Lead = "The foreign ministers of Chile and Peru met in Arica on Monday to discuss the maritime border, officials said.";
    private const string Body = "Peru's minister, Rosa Quispe, told reporters that fishing boats “must be able to cross the line without fear of arrest by the navy”.";

    private static Document Read(string text, string? title = null)
    {
        var document = new Document(new Story(text) { Title = title });
        Layout.Process(document);
        return document;
    }

    private static string Kinds(Document document) => string.Join(' ', document.Blocks.Select(b => b.Kind));

    [Theory]
    [InlineData("Watch video", "a link to a video or a sound")]
    [InlineData("Home > World > Americas > Chile and Peru discuss the border", "the subjects or sections of the page")]
    [InlineData("Tweet  Print  A+ A-", "links for sharing")]
    [InlineData("Tuesday, 4 March 2014, 10:05 - Number of visits: 2 310", "a time stamp")]
    [InlineData("PRESS RELEASE", "the kind of the text")]
    [InlineData("OAS/1204", "the kind of the text")]
    [InlineData("WATCH: Ministers arrive in Arica", "a link to a video or a sound")]
    [InlineData("source andes-4", "the source line of the page")]
    [InlineData("Share on Facebook", "links for sharing")]
    [InlineData("Facebook Twitter WhatsApp Email", "links for sharing")]
    [InlineData("We use cookies to give you the best experience on our site.", "a notice on cookies or privacy")]
    [InlineData("Subscribe to our newsletter", "an invitation to subscribe")]
    [InlineData("Advertisement", "an advertisement")]
    [InlineData("Story continues below advertisement", "an advertisement")]
    [InlineData("Read more: Why the border was drawn this way", "a link to other pages")]
    [InlineData("Related articles", "a link to other pages")]
    [InlineData("Ministers shake hands in Arica. Photo: Ministry of Foreign Affairs", "a caption or the credit of a picture")]
    [InlineData("Published 14:05 GMT", "a time stamp")]
    [InlineData("Last updated on 3 March 2019 at 5:30 pm", "a time stamp")]
    [InlineData("5 min read", "a time stamp")]
    [InlineData("By Ana Torres in Lima", "a byline")]
    [InlineData("By our own correspondent", "a byline")]
    [InlineData("Reporting by Ana Torres; editing by John Vega", "the credits of the desk")]
    [InlineData("© 2019 The Pacific Mail. All rights reserved.", "a notice on rights")]
    [InlineData("Leave a comment", "the comments of the page")]
    [InlineData("Topics: Chile, Peru, fisheries", "the subjects or sections of the page")]
    [InlineData("* * *", "a line without words")]
    [InlineData("“A line in the water”", "a crosshead: a quoted catchword on a line of its own")]
    [InlineData("\"A line in the water\"", "a crosshead: a quoted catchword on a line of its own")]
    [InlineData("Old quarrels return", "a crosshead")]
    [InlineData("## What the treaty says", "a heading inside the text")]
    [InlineData("Boats must cross the line without fear of arrest", "a pull quote: its words stand in the report")]
    [InlineData("[La flota] must be crossing the line without fearing arrest by the navy", "a pull quote: its words stand in the report")]
    [InlineData("“Must be able to cross the line without fear of arrest by the navy.”", "a pull quote: its words stand in the report")]
    public void Leaves_what_is_no_report(string line, string why)
    {
        var document = Read($"Chile and Peru discuss the border\n\n{Lead}\n\n{Body}\n\n{line}\n\nTalks resume on Thursday in Santiago.");
        Assert.Equal("Title Body Body Ignored Body", Kinds(document));
        var ignored = Assert.Single(document.Ignored);
        Assert.Equal(why, ignored.Why);
        Assert.Equal(line, document.Words(ignored.Span));
        Assert.Equal(why.StartsWith("a pull quote", StringComparison.Ordinal), ignored.Repeats is not null);
        if (ignored.Repeats is { } repeats)
            Assert.Contains("line without fear of arrest", document.Words(repeats));
    }

    [Theory]
    [InlineData("Press Release\nOAS/1204\n\n")]
    [InlineData("Home > World > Americas > Chile and Peru discuss the border\nTweet Print A+ A-\n\n")]
    [InlineData("")]
    public void The_headline_is_found_behind_what_stands_over_it(string above)
    {
        foreach (var title in (ReadOnlySpan<string>)["CHILE AND PERU DISCUSS THE BORDER IN ARICA", "Chile and Peru discuss the border"])
        {
            var document = Read($"{above}{title}\n\n{Lead}\n\n{Body}");
            Assert.Equal(title, document.Words(document.Blocks.Single(b => b.Kind == BlockKind.Title).Span));
        }
    }

    [Theory]
    [InlineData("“We have nothing to hide,” Rosa Quispe added.")]
    [InlineData("“We shall not give up a single mile of our sea.”")]
    [InlineData("Watch video footage of the arrest and judge for yourselves, she said.")]
    [InlineData("Sources in Lima say that an agreement is near.")]
    [InlineData("The statement said:")]
    [InlineData("• Peru wants a joint commission")]
    [InlineData("- Chile offers licences")]
    [InlineData("Photo opportunities were cancelled after the minister left.")]
    [InlineData("By Thursday both navies had withdrawn their ships.")]
    [InlineData("The navy has arrested eleven boats this year without giving a reason to anybody")]
    public void Keeps_what_is_report(string line) =>
        Assert.Equal("Title Body Body Body Body", Kinds(Read($"Chile and Peru discuss the border\n\n{Lead}\n\n{Body}\n\n{line}\n\nTalks resume on Thursday in Santiago.")));

    [Fact]
    public void A_lead_that_repeats_the_headline_is_report() =>
        Assert.Equal("Title Body Body", Kinds(Read($"Chile and Peru discuss the border in Arica\n\nChile and Peru discuss the border in Arica, the ministry in Lima said.\n\n{Body}")));

    [Fact]
    public void A_headline_given_twice_counts_once()
    {
        var document = Read($"Chile and Peru discuss the border\n\nChile and Peru discuss the border\n\n{Lead}");
        Assert.Equal("Title Ignored Body", Kinds(document));
    }

    [Theory]
    [InlineData("The ministers met on Monday.\n\nThey will meet again.", "Body Body")]
    [InlineData("Who owns the sea?\n\nThe ministers met on Monday.", "Title Body")]
    [InlineData("Chile sends a note to Peru", "Body")]
    [InlineData("Home News World\n\nChile sends a note to Peru\n\nThe note arrived on Monday.", "Ignored Title Body")]
    [InlineData("# Chile sends a note\n\nThe note arrived.", "Ignored Title Body")]
    [InlineData("---\ntitle: Chile sends a note\n---\nChile sends a note\n\nThe note arrived.", "Ignored Ignored Ignored Title Body")]
    public void Finds_the_headline(string text, string expected) => Assert.Equal(expected, Kinds(Read(text)));

    [Fact]
    public void The_title_of_the_story_is_the_headline_even_when_it_is_a_sentence() =>
        Assert.Equal("Title Body", Kinds(Read("Chile sends a note.\n\nIt arrived on Monday.", "Chile sends a note.")));

    [Fact]
    public void Lines_wrapped_by_hand_are_one_paragraph()
    {
        var document = Read("The foreign ministers of Chile and Peru met in Arica on\nMonday to discuss the maritime border, which has been in\ndispute since the war of the Pacific, and to find a way to\nlet the boats of both sides fish.\n\nThey will meet again on Thursday in the Chilean capital\nand sign a note.");
        Assert.Equal("Body Body", Kinds(document));
    }

    [Fact]
    public void Lines_that_are_not_wrapped_are_paragraphs() =>
        Assert.Equal("Title Body Body Body", Kinds(Read($"Chile and Peru discuss the border\n{Lead}\n{Body}\nTalks resume on Thursday.")));

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String,
        Gen.OneOf("Watch video", "source x-1", "\n", "\n\n", "\r\n", "Lead.", "“No”", "# ", "> ", "- ", "[a](b)", "]( ", "---", "\ud800", "\0", "The boats cross the line", " ", "By Ana", "©").Array[0, 40].Select(string.Concat));

    [Fact]
    public void Blocks_tile_any_text_in_order() => Texts.Sample(text =>
    {
        var document = Read(text);
        var at = 0;
        foreach (var block in document.Blocks)
        {
            if (!string.IsNullOrWhiteSpace(text[at..block.Span.Start]) || block.Span.Length == 0)
                return false;
            at = block.Span.End;
        }
        Tokenizer.Process(document);
        return string.IsNullOrWhiteSpace(text[at..])
            && document.Blocks.Where(b => b.Kind == BlockKind.Ignored).Select(b => b.Span).SequenceEqual(document.Ignored.Select(i => i.Span));
    });

    [Theory]
    [InlineData("a\n")]
    [InlineData("The boats cross the line\n\n")]
    [InlineData("The boats cross the line without fear. ")]
    [InlineData("](")]
    [InlineData("“")]
    [InlineData("# ")]
    public void A_long_text_takes_linear_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Read(text);
        // Quadratic time would be hours; a busy machine is allowed for.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60));
    }
}
