using Demarche.Training.Scoring;

namespace Demarche.Tests.Scoring;

public sealed class NameScorerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string File(string text)
    {
        var path = Path.Combine(_folder, "gold.iob2");
        // Comments keep their blanks; words stand between tabs.
        System.IO.File.WriteAllLines(path, text.Split('\n').Select(line => line.StartsWith('#') ? line : line.Replace(' ', '\t')));
        return path;
    }

    private const string Gold = """
        # newdoc id = a
        # sent_id = a-1
        # text = Ines Duarte left Porto's port.
        1 Ines B-PER - x
        2 Duarte I-PER - x
        3 left O - x
        4 Porto B-LOC - x
        5 's O - x
        6 port O - x
        7 . O - x

        # sent_id = a-2
        1 Lisbon B-LOC - x
        2 Unesco B-ORG - x

        """;

    [Fact]
    public void Reads_names_and_blanks()
    {
        var gold = NameGold.Load(File(Gold));
        Assert.Equal(["a-1", "a-2"], gold.Select(g => g.Id));
        Assert.Equal(["a", "a"], gold.Select(g => g.Document));
        Assert.Equal([new Name(0, 2, NameKind.Person), new Name(3, 4, NameKind.Place)], gold[0].Names);
        Assert.Equal([new Name(0, 1, NameKind.Place), new Name(1, 2, NameKind.Organization)], gold[1].Names);
        Assert.Equal("Ines Duarte left Porto's port.", Conllu.ToDocument([gold[0].Sentence]).Text);
    }

    [Fact]
    public void Counts_a_name_with_its_bounds_and_kind()
    {
        var gold = NameGold.Load(File(Gold));
        var rows = NameScorer.Score(gold, new Dictionary<string, IReadOnlyList<Name>>
        {
            ["a-1"] = [new(0, 2, NameKind.Person), new(3, 5, NameKind.Place)],
            ["a-2"] = [new(0, 1, NameKind.Place), new(1, 2, NameKind.Person)],
        });
        Assert.Equal(new Score(2, 4, 4), rows.Single(r => r.Kind == "all").Score);
        Assert.Equal(new Score(1, 2, 1), rows.Single(r => r.Kind == "PER").Score);
        Assert.Equal(new Score(1, 2, 2), rows.Single(r => r.Kind == "LOC").Score);
        Assert.Equal(new Score(0, 0, 1), rows.Single(r => r.Kind == "ORG").Score);
        Assert.Equal(new Score(3, 4, 4), rows.Single(r => r.Kind == "words").Score);
    }

    [Fact]
    public void Wants_sentences_of_the_gold() =>
        Assert.Contains("b-7", Assert.Throws<ScoreException>(() => NameScorer.Score(NameGold.Load(File(Gold)), new Dictionary<string, IReadOnlyList<Name>> { ["b-7"] = [] })).Message);

    [Theory]
    [InlineData("1 Porto\n", ":1:")]
    [InlineData("1 Porto B-LOC\n2 is VERB\n", ":2:")]
    public void Says_where_a_file_is_wrong(string text, string place) =>
        Assert.Contains(place, Assert.Throws<ScoreException>(() => NameGold.Load(File(text))).Message);

    [Fact]
    public void Says_which_file_is_missing() => Assert.Contains("nowhere.iob2", Assert.Throws<ScoreException>(() => NameGold.Load("nowhere.iob2")).Message);
}
