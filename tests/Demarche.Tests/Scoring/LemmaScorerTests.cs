using Demarche.Tests.Stories;
using Demarche.Training.Scoring;

namespace Demarche.Tests.Scoring;

public sealed class LemmaScorerTests
{
    private static List<ConlluSentence> Read(params string[] lemmas)
    {
        var lines = lemmas.Select((lemma, i) => lemma.Split('/') is var cell ? $"{i + 1}\t{cell[0]}\t{cell[1]}\t{cell[2]}\t_\t_\t{(i == 0 ? 0 : 1)}\t{(i == 0 ? "root" : "dep")}\t_\t_\n" : "");
        return [.. Conllu.Read(new StringReader(string.Concat(lines) + "\n"), "test")];
    }

    [Fact]
    public void Counts_words_with_their_capitals()
    {
        var gold = Read("Envoys/envoy/NOUN", "met/meet/VERB", "Kenyan/Kenyan/ADJ", "ministers/minister/NOUN", "per/_/X", "././PUNCT");
        var predicted = Read("Envoys/envoy/NOUN", "met/met/VERB", "Kenyan/kenyan/ADJ", "ministers/minister/NOUN", "per/per/X", "././PUNCT");
        var rows = LemmaScorer.Score(gold, predicted).ToDictionary(row => row.Measure, row => row.Score.F1);
        Assert.Equal(3 / 5.0, rows["lemmas"], 9);
        Assert.Equal(4 / 5.0, rows["lemmas in any case"], 9);
        Assert.Equal(2 / 4.0, rows["lemmas without punctuation"], 9);
    }

    [Fact]
    public void Says_when_the_words_differ() =>
        Assert.Throws<ScoreException>(() => LemmaScorer.Score(Read("Talks/talk/NOUN"), Read("Talk/talk/NOUN")));

    [Fact]
    public void Takes_the_genres_that_are_asked_for()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "# newdoc id = GUM_news_one\n1\tPeru\tPeru\tPROPN\tNNP\t_\t0\troot\t_\t_\n\n# newdoc id = GUM_fiction_two\n1\tOnce\tonce\tADV\tRB\t_\t0\troot\t_\t_\n\n");
            var scorer = new LayerScorer(new() { Codebook = Project.In("codebook"), Model = Project.In("models/en/model.bin") });
            var result = scorer.Score("lemmas", path, split: "news, bio");
            Assert.Contains("Peru", result.Predictions, StringComparison.Ordinal);
            Assert.DoesNotContain("Once", result.Predictions, StringComparison.Ordinal);
            Assert.Throws<ScoreException>(() => scorer.Score("ud", path, split: "bio"));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
