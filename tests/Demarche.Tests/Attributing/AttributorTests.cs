using Demarche.Attributing;
using Demarche.Parsing;
using Demarche.Tests.Stories;

namespace Demarche.Tests.Attributing;

public sealed class AttributorTests
{
    private static readonly Attributor Stage = new(AttributionRules.Load(QuotedSentences.Codebook()), Project.Coder.Codebook.Operators.InvertedConditions, ParsingWords.Load(Project.In("codebook")).Small);

    public static TheoryData<string> Texts() => [.. QuotedSentences.All().Select(document => document.Text)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Finds_source_cue_and_content(string text)
    {
        var (_, expected, sentences) = QuotedSentences.All().First(document => document.Text == text);
        var document = Analyse((BlockKind.Body, sentences));

        // What the file writes as nobody is an empty source.
        Assert.Equal(expected.Select(line => line.TrimStart()), document.Attributions.Select(a => QuotedSentences.Show(document, a).TrimStart()));
    }

    [Fact]
    public void Spans_slice_to_their_words_and_ids_follow_the_text()
    {
        var document = Analyse([.. QuotedSentences.All().Select(d => (BlockKind.Body, d.Sentences))]);

        Assert.Equal(Enumerable.Range(1, document.Attributions.Count).Select(i => $"a{i}"), document.Attributions.Select(a => a.Id));
        foreach (var attribution in document.Attributions)
        {
            var spans = attribution.Source.Concat(attribution.Cue).Concat(attribution.Content).ToList();
            Assert.All(spans, span => Assert.InRange(span.Start, 0, span.End - 1));
            Assert.All(spans, span => Assert.True(span.End <= document.Text.Length));
            Assert.StartsWith("attribution.yaml/", attribution.Rule, StringComparison.Ordinal);
            Assert.Contains(document.Words(attribution.Cue[0]), attribution.Why, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_same_document_gives_the_same_attributions()
    {
        string[] Run()
        {
            var document = Analyse([.. QuotedSentences.All().Select(d => (BlockKind.Body, d.Sentences))]);
            return [.. document.Attributions.Select(a => $"{a.Id} {QuotedSentences.Show(document, a)} {a.Kind} {a.Confidence} {a.Why}")];
        }
        Assert.Equal(Run(), Run());
    }

    [Fact]
    public void Ignored_blocks_give_no_attribution_but_pull_quotes_are_repeats()
    {
        var said = QuotedSentences.Of("“The talks have failed,” said Lavrov.");
        var document = QuotedSentences.Document((BlockKind.Body, said), (BlockKind.Ignored, said));
        document.Ignored.Add(new(document.Blocks[1].Span, "repeats the body", document.SpanOf(1, 4)));
        Stage.Process(document);

        var attribution = Assert.Single(document.Attributions);
        Assert.Equal(document.Blocks[1].Span, Assert.Single(attribution.Repeats));
    }

    [Theory]
    [InlineData("“The talks have failed,” said Lavrov.", AttributionKind.Direct)]
    [InlineData("Lavrov said that the talks in Geneva had failed.", AttributionKind.Indirect)]
    [InlineData("The minister called the vote “a farce”.", AttributionKind.Mixed)]
    [InlineData("The mediator is confident that both sides will sign.", AttributionKind.Belief)]
    public void Tells_how_the_content_is_given(string text, AttributionKind kind) =>
        Assert.Equal(kind, Analyse((BlockKind.Body, QuotedSentences.Of(text))).Attributions[0].Kind);

    [Fact]
    public void Speaker_and_addressee_are_the_actors_of_their_mentions()
    {
        var document = QuotedSentences.Document((BlockKind.Body, QuotedSentences.Of("Oslo warned Moscow that the cable would be repaired at its expense.")));
        Mention(document, 0, "NOR");
        Mention(document, 2, "RUS");
        Stage.Process(document);

        var attribution = Assert.Single(document.Attributions);
        Assert.Equal("NOR", attribution.Speaker?.Id);
        Assert.Equal(["RUS"], attribution.Addressees.Select(a => a.Id));
    }

    [Fact]
    public void The_clause_tells_the_medium_and_the_date()
    {
        var document = QuotedSentences.Document((BlockKind.Body, QuotedSentences.Of("“The Shah stressed the need for reforms,” the palace wrote in a statement.")));
        Stage.Process(document);

        Assert.Equal("statement", document.Attributions[0].Medium);
        Assert.Null(document.Attributions[0].Date);
    }

    [Fact]
    public void A_headline_may_name_its_speaker_before_a_colon()
    {
        static ConlluWord Word(string form, Upos upos, int head, string relation, bool space = true) => new(form, form, upos, upos == Upos.PROPN ? "NNP" : "NN", head, relation, space);
        var sentence = new ConlluSentence();
        sentence.Words.AddRange(
        [
            Word("Oslo", Upos.PROPN, -1, "root", space: false), Word(":", Upos.PUNCT, 4, "punct"), Word("no", Upos.DET, 4, "det"), Word("new", Upos.ADJ, 4, "amod"), Word("fields", Upos.NOUN, 0, "parataxis"),
        ]);

        var document = Analyse((BlockKind.Title, [sentence]));
        Assert.Equal("Oslo | : | no new fields | says", QuotedSentences.Show(document, Assert.Single(document.Attributions)));
        Assert.Empty(Analyse((BlockKind.Body, [sentence])).Attributions);
    }

    [Fact]
    public void Nothing_throws_on_trees_of_any_shape()
    {
        string[] forms = ["said", "“", "”", ",", "that", "to", "demand", "\"", "'", ":", "he", "according", "who", "\ud800", "claim", "is", "."];
        var random = new Random(7);
        for (var round = 0; round < 400; round++)
        {
            var sentence = new ConlluSentence();
            var count = random.Next(1, 25);
            for (var i = 0; i < count; i++)
            {
                // Any head but a circle: to the left, or the root.
                var form = forms[random.Next(forms.Length)];
                sentence.Words.Add(new(form, form, (Upos)random.Next(17), form is "said" ? "VBD" : "NN", i == 0 ? -1 : random.Next(-1, i), Relations.Name((Relation)random.Next(Relations.Count)), random.Next(2) == 0));
            }
            Analyse((round % 3 == 0 ? BlockKind.Title : BlockKind.Body, [sentence, sentence]));
        }
        Stage.Process(new Document(new Story("")));
    }

    [Fact]
    public void Time_grows_with_the_text()
    {
        var sentences = QuotedSentences.All().SelectMany(d => d.Sentences).ToList();
        var blocks = Enumerable.Repeat((BlockKind.Body, sentences), 400).ToArray();
        var document = QuotedSentences.Document(blocks);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Stage.Process(document);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{document.Tokens.Length} tokens took {watch.Elapsed}");
        Assert.True(document.Attributions.Count >= 400 * 25);
    }

    private static Document Analyse(params (BlockKind Kind, List<ConlluSentence> Sentences)[] blocks)
    {
        var document = QuotedSentences.Document(blocks);
        Stage.Process(document);
        return document;
    }

    private static void Mention(Document document, int token, string id)
    {
        var actor = new Actor(document.Tokens[token].Form, ActorKind.State) { Id = id, Country = id, Mention = document.Tokens[token].Span };
        document.Mentions.Add(new(token, token + 1, token, MentionKind.Name, actor, "by its name"));
    }
}
