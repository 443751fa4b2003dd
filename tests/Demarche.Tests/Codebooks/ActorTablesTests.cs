using Demarche.Codebooks;
using Demarche.Tests.Cli;
using Command = Demarche.Tests.Cli.Run;

namespace Demarche.Tests.Codebooks;

public sealed class ActorTablesTests
{
    private const string Ours = "vladimir-putin,RUS,head-of-state,GOV,2012-05-07,,general";

    [Fact]
    public void The_tables_that_ship_are_in_order() =>
        Assert.Equal([], CodebookCheck.Run(null).Where(finding => !finding.IsWarning).Select(finding => finding.ToString()));

    [Theory]
    [InlineData("actors.csv", "zz-top,Zz Top,person,RUS,GOV,,,\nzz-top,Zz Top,person,RUS,GOV,1990,,", 2, "the id zz-top stands here twice")]
    [InlineData("actors.csv", "zz-top,Zz Top,hero,RUS,GOV,,,", 1, "hero is no kind of actor; write state, organization, person, group or region")]
    [InlineData("actors.csv", "zz-top,Zz Top,person,RUSS,GOV,,,", 1, "the country RUSS is no state of this table; did you mean RUS?")]
    [InlineData("actors.csv", "zz-top,Zz Top,person,RUS,GOVV,,,", 1, "the sector GOVV does not exist; did you mean GOV?")]
    [InlineData("actors.csv", "zz-top,Zz Top,group,RUS,REB,1999-13,,", 1, "1999-13 is not a date; write 2014, 2014-03 or 2014-03-18")]
    [InlineData("actors.csv", "zz-top,Zz Top,group,RUS,REB,1999,1998,", 1, "it ends in 1998 before it begins in 1999")]
    [InlineData("actors.csv", "zz-top,Zz Top,group,RUS,REB,,,NOBODY", 1, "the member NOBODY does not exist")]
    [InlineData("actors.csv", "zz-top,Zz Top,group", 1, "3 cells where 8 are expected")]
    [InlineData("actors.csv", "zz-top,Zz Top,group,RUS,REB,,,\nzz-bottom,Zz Bottom,group,RUS,REB,,,", 2, "the row is not in order; it stands before zz-top,Zz Top of line")]
    [InlineData("names.csv", "zz-top,Zz,name,,", 1, "the actor zz-top does not exist")]
    [InlineData("names.csv", "zviad-gamsakhurdia,Zz,nickname,,", 1, "nickname is no use of a name")]
    [InlineData("names.csv", "zviad-gamsakhurdia,Zz,name,1990,2000\nzviad-gamsakhurdia,Zz,name,1995,", 2, "“Zz” stands for zviad-gamsakhurdia in line")]
    [InlineData("offices.csv", "zviad-gamsakhurdia,RUS,head-of-stat,GOV,2031,,general", 1, "the office head-of-stat does not stand in actors/office-kinds.csv; did you mean head-of-state?")]
    [InlineData("offices.csv", "zviad-gamsakhurdia,GEO,mayor,GOV,2031,,hearsay", 1, "hearsay is no source; write REIGN or general")]
    [InlineData("offices.csv", "zviad-gamsakhurdia,GEO,leader,GOV,2031,2032,general\nzviad-gamsakhurdia,GEO,leader,GOV,2031-06,,general", 2, "zviad-gamsakhurdia is leader of GEO in line")]
    [InlineData("offices.csv", "zviad-gamsakhurdia,NATO,mayor,GOV,2031,,general\nzviad-gamsakhurdia,NATO,mayor,GOV,2031,,general", 2, "the row stands here twice; delete one")]
    public void Says_what_is_wrong_and_where(string table, string rows, int line, string message)
    {
        using var folder = new Folder();
        CopyShipped(folder.Path);
        var path = Path.Combine(folder.Path, "actors", table);
        var lines = File.ReadAllLines(path).Length;
        File.AppendAllText(path, rows + "\n");

        var findings = CodebookCheck.Run(folder.Path).Where(finding => !finding.IsWarning && finding.File == $"actors/{table}" && finding.Line > lines).ToList();
        Assert.StartsWith($"actors/{table}:{lines + line}: {message}", findings.First(finding => finding.Line == lines + line).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1990-01-01", "1994-12-31", "1994-12-31", "1999-01-01", 0, 0)]
    [InlineData("1990-01-01", "1994-12", "1994", "1999-01-01", 0, 0)]
    [InlineData("1990-01-01", "1994-12-31", "1992-06-01", "1999-01-01", 1, 0)]
    [InlineData("1990-01-01", "1994-12-31", "1992-06-01", "1992-08-01", 0, 0)]
    [InlineData("1990-01-01", "1994-12-31", "1994-10-01", "1999-01-01", 0, 1)]
    [InlineData("1990-01-01", "", "1994-10-01", "1999-01-01", 0, 1)]
    [InlineData("1990-01-01", "1994-12-31", "1996-01-01", "1999-01-01", 0, 1)]
    [InlineData("1970-01-01", "1974-12-31", "1976-01-01", "1979-01-01", 0, 0)]
    public void Tells_whoever_holds_one_office_at_once(string from, string to, string nextFrom, string nextTo, int errors, int warnings)
    {
        using var folder = new Folder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "actors"));
        Directory.CreateDirectory(Path.Combine(folder.Path, "events"));
        File.Copy(Path.Combine(AppContext.BaseDirectory, "codebook", "sectors.yaml"), Path.Combine(folder.Path, "sectors.yaml"));
        folder.File("actors/office-kinds.csv", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "codebook", "actors", "office-kinds.csv")));
        folder.File("actors/actors.csv", "id,name,kind,country,sector,from,to\nFRD,Freedonia,state,FRD,GOV,,\nrufus-firefly,Rufus Firefly,person,FRD,GOV,,\nzander-trentino,Zander Trentino,person,FRD,GOV,,\n");
        folder.File("actors/names.csv", "actor,name,use,from,to\n");
        folder.File("actors/offices.csv", $"person,of,office,sector,from,to,source\nrufus-firefly,FRD,head-of-state,GOV,{from},{to},general\nzander-trentino,FRD,head-of-state,GOV,{nextFrom},{nextTo},general\n");
        var findings = CodebookCheck.Run(folder.Path).Where(finding => finding.File == "actors/offices.csv").ToList();
        Assert.Equal((errors, warnings), (findings.Count(finding => !finding.IsWarning), findings.Count(finding => finding.IsWarning)));
    }

    [Fact]
    public void The_command_says_it_with_status_1()
    {
        using var folder = new Folder();
        CopyShipped(folder.Path);
        File.AppendAllText(Path.Combine(folder.Path, "actors", "offices.csv"), Ours + "\n");
        var run = Command.Of("codebook", "check", "--codebook", folder.Path);
        Assert.Equal(1, run.Status);
        Assert.Matches(@"(?m)^actors/offices\.csv:\d+: ", run.Output);
        Assert.Equal(0, Command.Of("codebook", "check", "--tables").Status);
        Assert.Equal(2, Command.Of("codebook", "check", "--codebook", Path.Combine(folder.Path, "nothing")).Status);
    }

    private static void CopyShipped(string target)
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "codebook");
        foreach (var path in Directory.GetFiles(Path.Combine(shipped, "actors")).Append(Path.Combine(shipped, "sectors.yaml")))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(shipped, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
        // With operators it is a codebook and no layer.
        File.WriteAllText(Path.Combine(target, "operators.yaml"), "");
    }
}
