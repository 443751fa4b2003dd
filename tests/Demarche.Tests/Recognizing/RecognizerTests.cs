using System.Diagnostics;
using Demarche.Recognizing;

namespace Demarche.Tests.Recognizing;

public class RecognizerTests
{
    private static readonly string Codebook = Path.Combine(AppContext.BaseDirectory, "codebook");
    private static readonly Recognizer Recognizer = new(Gazetteer.Load(Codebook), Calendar.Load(Codebook));

    public static IEnumerable<TheoryDataRow<string>> Sentences() =>
        Documents.Load("names.conllu").SelectMany(story => story.Sentences).Select(sentence => new TheoryDataRow<string>(sentence.Comment("text")!));

    /// <summary>The comments of each sentence in names.conllu say what it names.</summary>
    [Theory]
    [MemberData(nameof(Sentences))]
    public void Finds_names(string text)
    {
        var (_, published, sentences) = Documents.Load("names.conllu").Single();
        var document = Documents.From(sentences, published);
        Recognizer.Process(document);

        var at = sentences.FindIndex(sentence => sentence.Comment("text") == text);
        var sentence = document.Sentences[at];
        var names = document.Names.Where(name => sentence.First <= name.First && name.First < sentence.End);
        Assert.Equal(sentences[at].Comment("names") ?? "", string.Join(" | ", names.Select(name => $"{document.Words(document.SpanOf(name.First, name.End - 1))} = {name.Kind}")));
    }

    /// <summary>Ten times the tokens of one sentence take about ten times as long, not a hundred times.</summary>
    [Fact]
    public void Takes_a_sentence_without_end()
    {
        var time = Time(40_000);
        Assert.True(Time(400_000) < (40 * time) + TimeSpan.FromSeconds(2));
    }

    private static TimeSpan Time(int count)
    {
        var tokens = new Token[count];
        for (var i = 0; i < count; i++)
            tokens[i] = new() { Span = new(2 * i, (2 * i) + 1), Form = "Ab", Lemma = "Ab", SpaceBefore = true, Upos = Upos.PROPN, Xpos = "NNP", Head = i - 1, Relation = Relation.Flat };
        var document = new Document(new Story(new string('A', 2 * count))) { Tokens = tokens };
        document.Sentences.Add(new(0, count, new(0, 2 * count), BlockKind.Body));
        var watch = Stopwatch.StartNew();
        Recognizer.Process(document);
        return watch.Elapsed;
    }
}
