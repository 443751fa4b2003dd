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

    /// <summary>Roles, nationalities and heads of organizations alone are no names; a role before a name is none of it, a company's form behind a comma is.</summary>
    [Fact]
    public void Brings_names_to_what_the_recognizer_calls_one()
    {
        var words = "The Secretary met an American , President Ana Diallo of the Court and Volga Trading , Inc .".Split(' ');
        var sentence = new ConlluSentence();
        sentence.Words.AddRange(words.Select(word => new ConlluWord(word, word, Upos.X, "", -1, "root", true)));
        using var coder = Coder.Load();
        List<Name>? marked = [new(1, 2, NameKind.Person), new(4, 5, NameKind.Person), new(6, 9, NameKind.Person), new(11, 12, NameKind.Organization), new(13, 15, NameKind.Organization)];

        var names = new NameConventions(coder.Gazetteer).Mend(new("x", [sentence], [marked])).Names[0]!;

        Assert.Equal("Ana Diallo = Person | Volga Trading , Inc = Organization", string.Join(" | ", names.Select(name => $"{string.Join(' ', words[name.First..name.End])} = {name.Kind}")));
    }

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
