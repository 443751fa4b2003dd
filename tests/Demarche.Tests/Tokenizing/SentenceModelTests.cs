using Demarche.Parsing;
using Demarche.Tokenizing;
using Demarche.Training;

namespace Demarche.Tests.Tokenizing;

public sealed class SentenceModelTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("demarche").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private string Saved()
    {
        var path = Path.Combine(_directory, SentenceModel.Name);
        var weights = new short[SentenceModel.Size];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = (short)(i * 7);
        new SentenceModel(weights).Save(path);
        return path;
    }

    [Fact]
    public void Reads_what_it_wrote()
    {
        var path = Saved();
        var model = SentenceModel.Load(path);
        Assert.Equal(model.Hash, model.Save(Path.Combine(_directory, "again.bin")));
        Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(Path.Combine(_directory, "again.bin")));
    }

    [Fact]
    public void Is_small() => Assert.InRange(new FileInfo(Path.Combine(AppContext.BaseDirectory, "models", "en", SentenceModel.Name)).Length, 1, 500_000);

    [Fact]
    public void Names_a_file_that_is_missing() =>
        Assert.Contains("cannot be read", Assert.Throws<ModelException>(() => SentenceModel.Load(Path.Combine(_directory, "nothing.bin"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Names_a_file_that_is_another()
    {
        var path = Path.Combine(_directory, "text.bin");
        File.WriteAllText(path, "a text");
        var error = Assert.Throws<ModelException>(() => SentenceModel.Load(path));
        Assert.StartsWith($"{path}: is not a Demarche model of sentence ends", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_a_file_that_is_cut_off()
    {
        var path = Saved();
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..1000]);
        Assert.Contains("cut off", Assert.Throws<ModelException>(() => SentenceModel.Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_a_file_that_is_damaged()
    {
        var path = Saved();
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);
        Assert.Contains("damaged", Assert.Throws<ModelException>(() => SentenceModel.Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_a_file_of_another_version()
    {
        var path = Saved();
        var bytes = File.ReadAllBytes(path);
        bytes[8]++;
        File.WriteAllBytes(path, bytes);
        Assert.Contains("has version 2 of the file form, this program reads version 1", Assert.Throws<ModelException>(() => SentenceModel.Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_treebank_and_seed_give_the_same_weights()
    {
        var (first, again, other) = (Train("first", 1), Train("again", 1), Train("other", 2));
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    private byte[] Train(string name, ulong seed)
    {
        var treebank = Path.Combine(_directory, "mail.conllu");
        File.WriteAllText(treebank, string.Concat(Enumerable.Range(1, 9).Select(i =>
            Sentence($"Talks failed on day {i} .") + Sentence("Thanks , Ana") + Sentence($"Ruiz called at {i} / 5 / 2001") + Sentence("They left ."))));
        var folder = Directory.CreateDirectory(Path.Combine(_directory, name)).FullName;
        SentenceTrainer.Run(new() { TrainFiles = [treebank], OutputDirectory = folder, Seed = seed }, TextWriter.Null);
        return File.ReadAllBytes(Path.Combine(folder, SentenceModel.Name));
    }

    private static string Sentence(string words) =>
        string.Concat(words.Split(' ').Select((word, i) => $"{i + 1}\t{word}\t{word}\tX\t_\t_\t{(i == 0 ? 0 : 1)}\t{(i == 0 ? "root" : "dep")}\t_\t_\n")) + "\n";
}
