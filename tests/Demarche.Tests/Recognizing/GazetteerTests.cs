using Demarche.Codebooks;
using Demarche.Recognizing;

namespace Demarche.Tests.Recognizing;

public sealed class GazetteerTests : IDisposable
{
    private static readonly string Codebook = Path.Combine(AppContext.BaseDirectory, "codebook");
    private readonly string _copy = Directory.CreateTempSubdirectory("demarche").FullName;

    [Theory]
    [InlineData("RUS", "head-of-state", "2021-12-14", "vladimir-putin")]
    [InlineData("RUS", "head-of-state", "2010-05-01", "dmitry-medvedev")]
    [InlineData("FRA", "head-of-state", "2016-01-01", "francois-hollande")]
    [InlineData("NATO", "secretary-general", "2018-03-15", "jens-stoltenberg")]
    [InlineData("RUS", "no-such-office", "2021-12-14", null)]
    public void Knows_who_holds_an_office_on_a_day(string of, string office, string day, string? person) =>
        Assert.Equal(person, Gazetteer.Load(Codebook).Holder(of, office, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))?.Person.Id);

    [Theory]
    [InlineData("actors/names.csv", "NOBODY,Nobody,name,,", "the actor NOBODY does not exist")]
    [InlineData("actors/names.csv", "RUS,Rus,nickname,,", "nickname is no use of a name")]
    [InlineData("actors/names.csv", "RUS,Rus,name,soon,", "soon is not a date")]
    [InlineData("actors/actors.csv", "RUS,Russia,state,RUS,GOV,,,", "the id RUS is empty or stands twice")]
    [InlineData("actors/actors.csv", "XYZ,Xyz,empire,,,,,", "empire is no kind of actor")]
    [InlineData("actors/offices.csv", "vladimir-putin,RUSS,head-of-state,GOV,,,general", "the actor RUSS does not exist; did you mean RUS?")]
    [InlineData("places/places.csv", "Nowhere,,x,1,city,,name", "x is not a number")]
    public void Says_what_is_wrong_and_where(string file, string row, string message)
    {
        foreach (var path in Directory.EnumerateFiles(Codebook, "*.*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(_copy, Path.GetRelativePath(Codebook, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
        File.AppendAllText(Path.Combine(_copy, file), row + "\n");
        var line = File.ReadAllLines(Path.Combine(_copy, file)).Length;

        var error = Assert.Throws<CodebookException>(() => Gazetteer.Load(_copy));
        Assert.StartsWith($"{file}:{line}: {message}", error.Message);
    }

    public void Dispose() => Directory.Delete(_copy, recursive: true);
}
