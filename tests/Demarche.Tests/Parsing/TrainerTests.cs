using Demarche.Parsing;
using Demarche.Training;

namespace Demarche.Tests.Parsing;

public sealed class TrainerTests : IDisposable
{
    private static readonly Architecture Small = new() { EmbeddingSizes = [8, 4, 4, 4, 4, 4], Hidden = 8, Arc = 8, Label = 8 };

    private readonly string _directory = Directory.CreateTempSubdirectory("demarche").FullName;

    [Fact]
    public void Gives_the_same_bytes_from_the_same_seed_with_any_number_of_threads()
    {
        var one = Train("one", threads: 1);
        var two = Train("two", threads: 2);
        Assert.Equal(one.ModelHash, two.ModelHash);
        Assert.Equal(File.ReadAllBytes(one.ModelPath), File.ReadAllBytes(two.ModelPath));
        Assert.NotEqual(one.ModelHash, Train("other", threads: 2, seed: 2).ModelHash);
    }

    [Fact]
    public void Goes_on_after_a_stop_as_if_there_had_been_none()
    {
        var whole = Train("whole", threads: 2);
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => Trainer.Train(Options("stopped", 2, 1), new StopAfter("epoch 2", stop), stop.Token));
        var resumed = Trainer.Train(Options("stopped", 2, 1) with { Resume = true }, TextWriter.Null, TestContext.Current.CancellationToken);
        Assert.Equal(whole.ModelHash, resumed.ModelHash);
        var ended = Trainer.Train(Options("stopped", 2, 1) with { Resume = true }, TextWriter.Null, TestContext.Current.CancellationToken);
        Assert.Equal((whole.ModelHash, whole.Scores[0].Las), (ended.ModelHash, ended.Scores[0].Las));
    }

    [Fact]
    public void Learns_a_small_treebank_by_heart()
    {
        var report = Trainer.Train(Options("heart", 2, 1) with { Epochs = 150, Dropout = 0, RecurrentDropout = 0, LearningRate = 0.02f }, TextWriter.Null, TestContext.Current.CancellationToken);
        Assert.InRange(report.Scores[0].Las, 90, 100);
        Assert.InRange(report.Scores[0].Upos, 90, 100);
    }

    [Fact]
    public void Takes_only_the_genres_asked_for()
    {
        var all = Trainer.Train(Options("all", 1, 1) with { Epochs = 1 }, TextWriter.Null, TestContext.Current.CancellationToken);
        var news = Trainer.Train(Options("news", 1, 1) with { Epochs = 1, Genres = ["news"] }, TextWriter.Null, TestContext.Current.CancellationToken);
        Assert.Equal((6, 5), (all.Sentences, news.Sentences));
    }

    [Fact]
    public void Names_the_file_and_line_that_is_wrong()
    {
        var path = Path.Combine(_directory, "wrong.conllu");
        File.WriteAllText(path, "# sent_id = 1\n1\tPeace\tpeace\tNOUN\n");
        var error = Assert.Throws<TrainingException>(() => Trainer.Train(new() { TrainFiles = [path], OutputDirectory = _directory }, TextWriter.Null, TestContext.Current.CancellationToken));
        Assert.Contains("wrong.conllu:2: 4 columns", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_the_state_of_another_training()
    {
        Train("state", threads: 1);
        var error = Assert.Throws<TrainingException>(() => Trainer.Train(Options("state", 1, 1) with { Resume = true, Genres = ["news"] }, TextWriter.Null, TestContext.Current.CancellationToken));
        Assert.Contains("remove it to start anew", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private TrainingReport Train(string name, int threads, ulong seed = 1) => Trainer.Train(Options(name, threads, seed), TextWriter.Null);

    private TrainingOptions Options(string name, int threads, ulong seed)
    {
        var treebank = Path.Combine(_directory, "small.conllu");
        File.WriteAllText(treebank, SmallTreebank);
        return new()
        {
            TrainFiles = [treebank],
            DevFiles = [treebank],
            OutputDirectory = Path.Combine(_directory, name),
            Epochs = 4,
            Seed = seed,
            Threads = threads,
            WordsPerStep = 12,
            Architecture = Small,
        };
    }

    /// <summary>Cancels when a line starts with the given words.</summary>
    private sealed class StopAfter(string start, CancellationTokenSource stop) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            if (value is not null && value.StartsWith(start, StringComparison.Ordinal))
                stop.Cancel();
        }
    }

    // One word a cell: number, form, lemma, two tags, head, relation. The other columns are left empty.
    private static readonly string SmallTreebank = Treebank(
        """
        # newdoc id = GUM_news_first
        1 Peru Peru PROPN NNP 2 nsubj | 2 recalled recall VERB VBD 0 root | 3 its its PRON PRP$ 4 nmod:poss | 4 envoy envoy NOUN NN 2 obj | 5 . . PUNCT . 2 punct
        1 Talks talk NOUN NNS 2 nsubj | 2 failed fail VERB VBD 0 root | 3 in in ADP IN 4 case | 4 Geneva Geneva PROPN NNP 2 obl | 5 . . PUNCT . 2 punct
        1 The the DET DT 2 det | 2 minister minister NOUN NN 3 nsubj | 3 denied deny VERB VBD 0 root | 4 it it PRON PRP 3 obj | 5 . . PUNCT . 3 punct
        1 He he PRON PRP 2 nsubj | 2 said say VERB VBD 0 root | 3 the the DET DT 4 det | 4 talks talk NOUN NNS 5 nsubj | 5 failed fail VERB VBD 2 ccomp | 6 . . PUNCT . 2 punct
        1 Chile Chile PROPN NNP 2 nsubj | 2 denied deny VERB VBD 0 root | 3 the the DET DT 4 det | 4 charge charge NOUN NN 2 obj
        # newdoc id = GUM_fiction_second
        1 The the DET DT 2 det | 2 envoy envoy NOUN NN 3 nsubj | 3 left leave VERB VBD 0 root | 4 . . PUNCT . 3 punct
        """);

    private static string Treebank(string lines)
    {
        var text = new StringWriter();
        foreach (var line in lines.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith('#'))
            {
                text.Write(line + "\n");
                continue;
            }
            foreach (var word in line.Split(" | "))
                if (word.Split(' ') is [var id, var form, var lemma, var upos, var xpos, var head, var relation])
                    text.Write(string.Join('\t', id, form, lemma, upos, xpos, "_", head, relation, "_", "_") + "\n");
            text.Write("\n");
        }
        return text.ToString();
    }
}
