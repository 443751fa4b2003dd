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
    [InlineData("SWE", "foreign-minister", "1970-06-01", "torsten-nilsson")]
    // Of two of whom only the year of the change is known, nobody can say which it was.
    [InlineData("SWE", "foreign-minister", "1971-06-01", null)]
    [InlineData("RUS", "no-such-office", "2021-12-14", null)]
    public void Knows_who_holds_an_office_on_a_day(string of, string office, string day, string? person) =>
        Assert.Equal(person, Gazetteer.Load(Codebook).Holder(of, office, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))?.Person.Id);

    [Theory]
    [InlineData("EU", "2020-01-31", "GBR", true)]
    [InlineData("EU", "2020-02-01", "GBR", false)]
    [InlineData("EU", "2013-06-30", "HRV", false)]
    [InlineData("EU", "2013-07-01", "HRV", true)]
    [InlineData("EU", null, "GBR", false)]
    [InlineData("NATO", "2023-04-03", "FIN", false)]
    [InlineData("NATO", "2023-04-04", "FIN", true)]
    [InlineData("OPEC", "1994-01-01", "GAB", true)]
    [InlineData("OPEC", "2010-01-01", "GAB", false)]
    [InlineData("OPEC", "2020-01-01", "GAB", true)]
    [InlineData("ECOWAS", "2024-06-01", "NER", true)]
    [InlineData("ECOWAS", "2025-06-01", "NER", false)]
    [InlineData("ASEAN", "1996-01-01", "MMR", false)]
    [InlineData("UN", "1991-12-01", "SUN", true)]
    [InlineData("UN", "1992-01-01", "SUN", false)]
    public void Knows_who_is_a_member_on_a_day(string of, string? day, string member, bool isMember) =>
        Assert.Equal(isMember, Gazetteer.Load(Codebook).Find(of)!.MembersOn(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Contains(member));

    [Theory]
    [InlineData("actors/members.csv", "EU,ATLANTIS,,", "the member ATLANTIS does not exist")]
    [InlineData("actors/names.csv", "NOBODY,Nobody,name,,", "the actor NOBODY does not exist")]
    [InlineData("actors/names.csv", "RUS,Rus,nickname,,", "nickname is no use of a name")]
    [InlineData("actors/names.csv", "RUS,Rus,name,soon,", "soon is not a date")]
    [InlineData("actors/actors.csv", "RUS,Russia,state,RUS,GOV,,", "the id RUS is empty or stands twice")]
    [InlineData("actors/actors.csv", "XYZ,Xyz,empire,,,,", "empire is no kind of actor")]
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
