using CsCheck;
using Demarche.Parsing;
using Demarche.Tagging;
using Demarche.Tests.Stories;
using Demarche.Text;

namespace Demarche.Tests.Parsing;

[Collection("width of registers")]
public sealed class ParserTests
{
    private static readonly LanguageModel Model = new TinyNetwork(seed: 3, hidden: 20).Model;

    private static readonly ParsingWords Words = ParsingWords.Load(Project.In("codebook"));

    private static readonly Parser Parser = new(Model, Lemmatizer.None, Words);

    [Fact]
    public void Gives_a_tree_on_any_tokens() =>
        Gen.String[0, 12].Array[1, 40].Array[1, 5].Sample(
            sentences =>
            {
                var document = Parse(sentences);
                foreach (var sentence in document.Sentences)
                    if (!SpanningTreeTests.IsTree(HeadsIn(document, sentence)))
                        return false;
                return document.Tokens.All(t => t.Lemma is not null && t.Xpos is not null && (t.Head < 0) == (t.Relation == Relation.Root));
            },
            iter: 300);

    [Theory]
    [InlineData(199)]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(2500)]
    public void Reads_a_long_sentence_in_parts(int count)
    {
        var document = Parse([[.. Enumerable.Range(0, count).Select(i => i % 17 == 16 ? "," : $"word{i % 41}")]]);
        Assert.True(SpanningTreeTests.IsTree(HeadsIn(document, document.Sentences[0])));
    }

    [Fact]
    public void Reads_a_sentence_alone_as_among_others()
    {
        string[][] sentences =
        [
            ["Lima", "recalled", "its", "envoy", "."],
            ["No"],
            ["The", "two", "foreign", "ministers", "met", "in", "Doha", "on", "Monday", ",", "a", "spokesman", "said", "."],
            ["“", "We", "wait", "”", ",", "he", "said", "."],
            ["Talks", "failed"],
            .. Enumerable.Range(1, 12).Select(n => Enumerable.Range(0, n).Select(i => $"w{i * n}").ToArray()),
        ];
        var together = Parse(sentences);
        for (var s = 0; s < sentences.Length; s++)
            Assert.Equal(Show(Parse([sentences[s]]), 0), Show(together, s));
    }

    [Fact]
    public void Gives_the_same_with_every_width_of_registers()
    {
        string[][] sentences = [["The", "envoys", "left", "Oslo", "without", "a", "deal", "."], ["He", "denied", "it"], ["Why", "?"]];
        var shown = new List<string>();
        foreach (var width in KernelTests.Widths)
            KernelTests.With(width, () => shown.Add(string.Join('\n', Enumerable.Range(0, sentences.Length).Select(s => Show(new(new TinyNetwork(seed: 3, hidden: 20).Model, Lemmatizer.None, Words), sentences, s)))));
        Assert.All(shown, text => Assert.Equal(shown[0], text));
    }

    [Fact]
    public void Gives_the_same_on_many_threads()
    {
        var sentences = Enumerable.Range(1, 30).Select(n => Enumerable.Range(0, n).Select(i => $"w{i * n % 13}").ToArray()).ToArray();
        var expected = Show(Parse(sentences), 29);
        Parallel.For(0, 40, _ => Assert.Equal(expected, Show(Parse(sentences), 29)));
    }

    [Fact]
    public void Gives_the_same_whatever_was_read_before_and_whatever_is_read_with_it()
    {
        // More words than are kept, in sentences of unlike lengths, a sentence to a document.
        var sentences = Enumerable.Range(1, 90).Select(n => Enumerable.Range(0, 1 + n * 37 % 61).Select(i => $"w{n * i % 2500 + i}").ToArray()).ToArray();
        var alone = sentences.Select(words => Show(Fresh(), [words], 0)).ToList();
        var parser = Fresh();
        Assert.Equal(alone, sentences.Select(words => Show(parser, [words], 0)));
        var documents = sentences.Select(words => Make([words])).ToList();
        parser.Process(documents);
        Assert.Equal(alone, documents.Select(document => Show(document, 0)));

        Parser Fresh() => new(new TinyNetwork(seed: 5).Model, Lemmatizer.None, Words);
    }

    [Fact]
    public void Tags_alone_are_those_of_the_parse()
    {
        var sentences = Enumerable.Range(1, 20).Select(n => Enumerable.Range(0, n).Select(i => $"w{i * n % 13}").ToArray()).ToArray();
        var (parsed, tagged) = (Parse(sentences), Make(sentences));
        Parser.Tag([tagged]);
        Assert.Equal(parsed.Tokens.Select(t => (t.Upos, t.Xpos, t.Lemma)), tagged.Tokens.Select(t => (t.Upos, t.Xpos, t.Lemma)));
        Assert.All(tagged.Tokens, token => Assert.NotEqual("", token.Xpos));
        Assert.All(tagged.Tokens, token => Assert.Equal(0, token.Head));
    }

    [Fact]
    public void Leaves_ignored_sentences_without_a_tree()
    {
        var document = Make([["Share", "this"], ["Talks", "go", "on", "."]]);
        document.Sentences[0] = document.Sentences[0] with { Kind = BlockKind.Ignored };
        Parser.Process(document);
        Assert.All(document.Tokens[..2], token => Assert.Equal((-1, token.Form.ToLowerInvariant()), (token.Head, token.Lemma)));
        Assert.True(SpanningTreeTests.IsTree(HeadsIn(document, document.Sentences[1])));
    }

    [Fact]
    public void Takes_a_document_without_tokens()
    {
        var document = new Document(new Story(""));
        Parser.Process(document);
        Assert.Empty(document.Tokens);
    }

    private static Document Parse(string[][] sentences)
    {
        var document = Make(sentences);
        Parser.Process(document);
        return document;
    }

    private static Document Make(string[][] sentences)
    {
        var tokens = new List<Token>();
        var document = new Document(new Story(string.Join(' ', sentences.SelectMany(s => s))));
        var at = 0;
        foreach (var sentence in sentences)
        {
            var first = tokens.Count;
            var start = at;
            foreach (var form in sentence)
            {
                tokens.Add(new() { Form = form, Lemma = form, Xpos = "", Span = new(at, at + form.Length), SpaceBefore = at > 0 });
                at += form.Length + 1;
            }
            document.Sentences.Add(new(first, tokens.Count, new(start, at - 1), BlockKind.Body));
        }
        document.Tokens = [.. tokens];
        return document;
    }

    private static int[] HeadsIn(Document document, Sentence sentence) =>
        [.. document.Tokens[sentence.First..sentence.End].Select(t => t.Head < 0 ? -1 : t.Head < sentence.First ? int.MaxValue : t.Head - sentence.First)];

    private static string Show(Parser parser, string[][] sentences, int s)
    {
        var document = Make(sentences);
        parser.Process(document);
        return Show(document, s);
    }

    private static string Show(Document document, int s)
    {
        var sentence = document.Sentences[s];
        return string.Join(' ', document.Tokens[sentence.First..sentence.End].Select(t => $"{t.Form}/{t.Upos}/{t.Xpos}/{(t.Head < 0 ? -1 : t.Head - sentence.First)}/{t.Relation.Name()}"));
    }
}
