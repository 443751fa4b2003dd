using Demarche.Codebooks;
using Demarche.Recognizing;
using Demarche.Tests.Stories;

namespace Demarche.Tests.Codebooks;

/// <summary>The tenures that are marked so agree with REIGN in state, person, first day and last month.</summary>
public sealed class ReignTests
{
    // REIGN tells a state and its successor by one code.
    private static readonly string[] Succeeded = ["YUG"];

    // Who held office when this edition was made has no last month.
    private static readonly DateOnly Edition = new(2021, 2, 1);

    [Fact]
    public void Tenures_agree_with_REIGN()
    {
        var leaders = Leaders(Project.OutsideFile("reference/facts/reign-leaders-2021-03.csv"));
        var names = Table("actors.csv", "id", "name", "kind", "country", "sector", "from", "to").Rows.Select(row => (Id: row["id"], Name: row["name"]))
            .Concat(Table("names.csv", "actor", "name", "use", "from", "to").Rows.Select(row => (Id: row["actor"], Name: row["name"])))
            .ToLookup(pair => pair.Id, pair => Folding.Fold(pair.Name).Split(' '), StringComparer.Ordinal);

        var confirmed = 0;
        var since1990 = 0;
        var wrong = new List<string>();
        var states = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var row in Table("offices.csv", "person", "of", "office", "sector", "from", "to", "source").Rows.Where(row => row["source"] == "REIGN"))
        {
            var (from, to) = (row.Date("from"), row.Date("to"));
            var found = from is { Day: > 0 } begins ? leaders[begins.Earliest].FirstOrDefault(leader => Ends(leader, to) && names[row["person"]].Any(name => Alike(leader.Name, name))) : null;
            if (found is null)
            {
                wrong.Add($"line {row.Line}: {row["person"]} {row["of"]} {row["from"]} {row["to"]}");
                continue;
            }
            confirmed++;
            since1990 += to is null || to.Value.Year >= 1990 ? 1 : 0;
            if (!states.TryGetValue(found.State, out var ofs))
                states.Add(found.State, ofs = new(StringComparer.Ordinal));
            ofs.Add(row["of"]);
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(Succeeded, states.Where(pair => pair.Value.Count > 1).Select(pair => pair.Key).Order(StringComparer.Ordinal));
        Assert.True(confirmed >= 1600 && since1990 >= 1200, $"{confirmed} tenures, {since1990} of them since 1990");
    }

    private static bool Ends(Leader leader, PartialDate? to) =>
        leader.LastMonth is { } last ? to is { Month: > 0 } end && (end.Year, end.Month) == (last.Year, last.Month) : to is null || to.Value.Latest >= Edition;

    // A word of the name is the same, or spelled nearly so: Kassem, Qassem.
    private static bool Alike(string[] leader, string[] name) =>
        leader.Any(word => word.Length > 2 && name.Any(other => other == word || (word.Length > 4 && other.Length > 4 && CodebookException.DidYouMean(word, [other]).Length > 0)))
        || string.Concat(leader) == string.Concat(name);

    private static CsvTable Table(string file, params string[] columns) => CsvTable.Load(Project.In($"codebook/actors/{file}"), file, columns);

    private static ILookup<DateOnly, Leader> Leaders(string path) =>
        File.ReadLines(path).Skip(1).Select(Read).Where(leader => leader is not null).ToLookup(leader => leader!.FirstDay, leader => leader!);

    private static Leader? Read(string line)
    {
        // The only quoted cell is the name: "Yoshida, Shigeru".
        var quoted = line.Split('"');
        var cells = quoted.Length == 3 ? [.. quoted[0].TrimEnd(',').Split(','), quoted[1], .. quoted[2].TrimStart(',').Split(',')] : line.Split(',');
        int? Number(int cell) => int.TryParse(cells[cell].Split('.')[0], out var number) ? number : null;
        return Number(4) is { } day && Number(5) is { } month && Number(6) is { } year
            ? new(cells[0], Folding.Fold(cells[3]).Split(' '), new(year, month, day), Number(8) is { } lastYear && Number(7) is { } lastMonth ? new(lastYear, lastMonth, 1) : null)
            : null;
    }

    private sealed record Leader(string State, string[] Name, DateOnly FirstDay, DateOnly? LastMonth);
}
