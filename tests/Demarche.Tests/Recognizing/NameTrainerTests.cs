using Demarche.Training;

namespace Demarche.Tests.Recognizing;

public sealed class NameTrainerTests : IDisposable
{
    private static readonly string Treebank = Path.Combine(Stories.Project.In("tests/Demarche.Tests/Recognizing"), "entities.conllu");
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The comments of each sentence in entities.conllu say which of its entities are names.</summary>
    [Fact]
    public void Reads_names_from_entities()
    {
        foreach (var document in EntityTreebank.Load(Treebank, []))
            foreach (var (sentence, names) in document.Sentences.Zip(document.Names))
                Assert.Equal(
                    sentence.Comment("names"),
                    string.Join(" | ", names!.Select(name => $"{string.Join(' ', sentence.Words[name.First..name.End].Select(w => w.Form))} = {name.Kind}")));
    }

    [Fact]
    public void Leaves_other_genres_out() => Assert.Equal(["GUM_news_harbour"], EntityTreebank.Load(Treebank, ["news"]).Select(d => d.Id));

    [Fact]
    public void Trains_the_same_bytes_twice()
    {
        var hashes = Enumerable.Range(0, 2).Select(i => NameTrainer.Train(
            new() { TrainFiles = [Treebank, Stories.Project.In("eval/own/ud.conllu")], Output = Path.Combine(_folder, $"{i}.bin"), Epochs = 3, LeastCount = 1 }, new(), TextWriter.Null)).ToList();
        Assert.Equal(hashes[0], hashes[1]);
        Assert.NotEmpty(Demarche.Recognizing.NameModel.Load(Path.Combine(_folder, "0.bin")).Features);
    }

    [Fact]
    public void Wants_entities() =>
        Assert.Contains("no entities", Assert.Throws<TrainingException>(() => NameTrainer.Train(new() { TrainFiles = [Stories.Project.In("eval/own/ud.conllu")], Output = Path.Combine(_folder, "x.bin") }, new(), TextWriter.Null)).Message);
}
