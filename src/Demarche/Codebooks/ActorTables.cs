namespace Demarche.Codebooks;

/// <summary>
/// The tables of <c>codebook/actors</c> and the sectors and roles of <c>sectors.yaml</c>, read to be checked: every broken row is a finding, and the rows that
/// can be read are compared with each other.
/// </summary>
internal sealed class ActorTables
{
    private const string ActorsFile = "actors/actors.csv";
    private const string MembersFile = "actors/members.csv";
    private const string NamesFile = "actors/names.csv";
    private const string OfficesFile = "actors/offices.csv";
    private const string KindsFile = "actors/office-kinds.csv";
    private const string SectorsFile = "sectors.yaml";

    private static readonly string[] Sources = ["REIGN", "general"];
    private static readonly string[] Uses = ["name", "demonym", "capital", "seat", "abbreviation", "surname"];
    private static readonly string[] Kinds = ["state", "organization", "person", "group", "region"];

    private readonly CodebookFolder _folder;
    private readonly List<Finding> _findings = [];
    private readonly HashSet<string> _sectors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CsvTable.Row> _actors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _shipped = new(StringComparer.Ordinal);
    private readonly HashSet<string> _countries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CsvTable.Row> _offices = new(StringComparer.Ordinal);

    public ActorTables(CodebookFolder folder) => _folder = folder;

    public IReadOnlyList<Finding> Check()
    {
        ReadOfficeKinds();
        if (_folder.Layer is null)
        {
            CheckSectors(_folder.Base);
            CheckActors(_folder.Base);
            CheckMembers(_folder.Base);
            CheckNames(_folder.Base);
            CheckOffices(_folder.Base);
        }
        else
        {
            // The codebook below is what the rows of the layer may refer to; what is wrong in it is not said again.
            CheckSectors(_folder.Base);
            CheckActors(_folder.Base);
            _shipped.UnionWith(_actors.Keys);
            _findings.Clear();
            CheckSectors(_folder.Layer);
            CheckActors(_folder.Layer);
            CheckMembers(_folder.Layer);
            CheckNames(_folder.Layer);
            CheckOffices(_folder.Layer);
        }
        return [.. _findings.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line)];
    }

    private void ReadOfficeKinds()
    {
        foreach (var row in Rows(_folder.Base, KindsFile, "office", "holders", "overlap", "gap", "covered", "about"))
        {
            if (row["holders"] is not ("one" or "several" or "many"))
                Add(row.Error($"{row["holders"]} says nothing about holders; write one, several or many"));
            else if (!IsDays(row["overlap"]) || !IsDays(row["gap"]))
                Add(row.Error("overlap and gap are numbers of days, or empty"));
            else if (!CheckDate(row, "covered"))
                continue;
            else if (!_offices.TryAdd(row["office"], row))
                Add(row.Error($"the office {row["office"]} stands here twice; delete one"));
        }
    }

    private static bool IsDays(string cell) => cell.Length == 0 || Days(cell) is not null;

    private static int? Days(string cell) => int.TryParse(cell, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var days) ? days : null;

    private void CheckSectors(string directory)
    {
        var path = Path.Combine(directory, SectorsFile);
        if (directory != _folder.Base && !File.Exists(path))
            return;
        try
        {
            var root = YamlNode.Load(path, SectorsFile).Allow("sectors", "roles");
            if (root.Find("sectors") is { } sectors)
                foreach (var (sector, _) in sectors.Pairs)
                    if (!_sectors.Add(sector.Text))
                        Add(sector.Error($"the sector {sector.Text} stands here twice; delete one"));

            var phrases = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            foreach (var role in root.Find("roles")?.Items ?? [])
            {
                if (role.Find("sector") is { } sector && !_sectors.Contains(sector.Text))
                    Add(sector.Error($"the sector {sector.Text} does not exist{CodebookException.DidYouMean(sector.Text, _sectors)}"));
                if (role.Find("office") is { } office && !_offices.ContainsKey(office.Text))
                    Add(office.Error($"the office {office.Text} does not stand in {KindsFile}{CodebookException.DidYouMean(office.Text, _offices.Keys)}"));
                foreach (var words in role.Require("words").Items)
                    if (!phrases.TryAdd(words.Text, words.Line))
                        Add(words.Error($"“{words.Text}” stands in line {phrases[words.Text]} already; a phrase stands in one entry only"));
            }
        }
        catch (CodebookException error)
        {
            Add(error);
        }
    }

    private void CheckActors(string directory)
    {
        var rows = Rows(directory, ActorsFile, "id", "name", "kind", "country", "sector", "from", "to");
        CheckOrder(rows, ActorsFile);
        foreach (var row in rows)
            if (row["kind"] == "state")
                _countries.Add(row["id"]);
        var here = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var id = row["id"];
            if (id.Length == 0 || row["name"].Length == 0)
                Add(row.Error("an actor has an id and a name"));
            else if (!here.Add(id))
                Add(row.Error($"the id {id} stands here twice; rename one or delete it"));
            else
                _actors[id] = row;
            if (!Kinds.Contains(row["kind"]))
                Add(row.Error($"{row["kind"]} is no kind of actor; write {string.Join(", ", Kinds[..^1])} or {Kinds[^1]}"));
            CheckSector(row);
            CheckDates(row);
        }
        foreach (var row in rows)
            if (row["country"] is { Length: > 0 } country && !_countries.Contains(country))
                Add(row.Error($"the country {country} is no state of this table{CodebookException.DidYouMean(country, _countries)}"));
    }

    private void CheckMembers(string directory)
    {
        var rows = Rows(directory, MembersFile, "of", "member", "from", "to");
        CheckOrder(rows, MembersFile);
        CsvTable.Row? before = null;
        foreach (var row in rows)
        {
            CheckActor(row, "of");
            CheckActor(row, "member");
            if (!CheckDates(row))
                continue;
            if (before is { } other && other["of"] == row["of"] && other["member"] == row["member"] && OverlapInDays(other, row) > 1)
                Add(row.Error($"{row["member"]} is a member of {row["of"]} in line {other.Line} already, at the same time; join the rows or correct a date"));
            before = row;
        }
    }

    private void CheckNames(string directory)
    {
        var rows = Rows(directory, NamesFile, "actor", "name", "use", "from", "to");
        CheckOrder(rows, NamesFile);
        var seen = new Dictionary<(string Actor, string Name, string Use), List<CsvTable.Row>>();
        foreach (var row in rows)
        {
            CheckActor(row, "actor");
            if (row["name"].Trim().Length == 0)
                Add(row.Error("the name is empty"));
            if (!Uses.Contains(row["use"]))
                Add(row.Error($"{row["use"]} is no use of a name; write {string.Join(", ", Uses[..^1])} or {Uses[^1]}"));
            if (!CheckDates(row))
                continue;
            var key = (row["actor"], row["name"], row["use"]);
            if (!seen.TryGetValue(key, out var same))
                seen.Add(key, same = []);
            foreach (var other in same)
                if (OverlapInDays(other, row) > 0)
                    Add(row.Error($"“{row["name"]}” stands for {row["actor"]} in line {other.Line} already, at the same time; delete one"));
            same.Add(row);
        }
    }

    private void CheckOffices(string directory)
    {
        var rows = Rows(directory, OfficesFile, "person", "of", "office", "sector", "from", "to", "source");
        CheckOrder(rows, OfficesFile);
        var byOffice = new Dictionary<(string Of, string Office), List<CsvTable.Row>>();
        foreach (var row in rows)
        {
            if (CheckActor(row, "person") is { } person && person["kind"] != "person")
                Add(row.Error($"{row["person"]} is no person but a {person["kind"]}; who holds an office is a person"));
            CheckActor(row, "of");
            if (!_offices.ContainsKey(row["office"]))
                Add(row.Error($"the office {row["office"]} does not stand in {KindsFile}{CodebookException.DidYouMean(row["office"], _offices.Keys)}"));
            CheckSector(row);
            if (directory == _folder.Base && !Sources.Contains(row["source"]))
                Add(row.Error($"{(row["source"].Length == 0 ? "nothing" : row["source"])} is no source; write {string.Join(" or ", Sources)}"));
            if (!CheckDates(row))
                continue;
            var key = (row["of"], row["office"]);
            if (!byOffice.TryGetValue(key, out var tenures))
                byOffice.Add(key, tenures = []);
            tenures.Add(row);
        }
        foreach (var ((of, office), tenures) in byOffice)
            CheckTenures(of, office, [.. tenures.OrderBy(row => Beginning(row)).ThenBy(row => row.Line)]);
    }

    /// <summary>One person after the other: no two at once, nobody without an end whom somebody follows, no long time without anybody.</summary>
    private void CheckTenures(string of, string office, List<CsvTable.Row> tenures)
    {
        foreach (var tenure in tenures)
            foreach (var other in tenures)
                if (other.Line < tenure.Line && other["person"] == tenure["person"] && OverlapInDays(other, tenure) > 1)
                    Add(tenure.Error($"{tenure["person"]} is {office} of {of} in line {other.Line} already, at the same time; join the rows or correct a date"));

        if (!_offices.TryGetValue(office, out var kind) || kind["holders"] != "one")
            return;
        var allowed = Days(kind["overlap"]) ?? 0;
        for (var i = 1; i < tenures.Count; i++)
        {
            var (before, tenure) = (tenures[i - 1], tenures[i]);
            for (var j = 0; j < i; j++)
                CheckOverlap(of, office, tenures[j], tenure, allowed);
            if (before["to"].Length == 0 && before["from"].Length > 0 && before["person"] != tenure["person"])
                Warn(before, $"{before["person"]} has no end as {office} of {of}, whom {tenure["person"]} follows in {tenure["from"]}; write when it ended, as far as that is known");
            if (Days(kind["gap"]) is { } gap && tenures.Take(i).All(row => row["to"].Length > 0) && tenure.Date("from") is { } begins && !(kind.Date("covered") > begins))
            {
                var end = tenures.Take(i).Max(row => row.Date("to")!.Value.Latest);
                if (begins.Earliest.DayNumber - end.DayNumber > gap)
                    Warn(tenure, FormattableString.Invariant($"nobody is {office} of {of} from {end:yyyy-MM-dd} to {begins}; a holder may be missing"));
            }
        }
    }

    private void CheckOverlap(string of, string office, CsvTable.Row before, CsvTable.Row tenure, int allowed)
    {
        if (before["person"] == tenure["person"] || before["to"].Length == 0)
            return;
        var days = OverlapInDays(before, tenure);
        // The day of change counts for both; whoever stands in for another does so inside the other's time.
        var standsIn = tenure["to"].Length > 0 && tenure.Date("to")!.Value.Latest <= before.Date("to")!.Value.Latest;
        if (days <= 1 || (standsIn && allowed > 0))
            return;
        var message = $"{tenure["person"]} and {before["person"]} of line {before.Line} are both {office} of {of} for {days} days; correct a date, or call the office one of several holders in office-kinds.csv";
        if (days <= allowed)
            Warn(tenure, message);
        else
            Add(tenure.Error(message));
    }

    /// <summary>For how many days two rows hold together at the least, whatever the days that their dates leave open.</summary>
    private static int OverlapInDays(CsvTable.Row a, CsvTable.Row b)
    {
        var from = Math.Max(Beginning(a), Beginning(b));
        var to = Math.Min(End(a), End(b));
        return to - from + 1;
    }

    private static int Beginning(CsvTable.Row row) => row.Date("from")?.Latest.DayNumber ?? 0;

    private static int End(CsvTable.Row row) => row.Date("to")?.Earliest.DayNumber ?? DateOnly.MaxValue.DayNumber - 1;

    private CsvTable.Row? CheckActor(CsvTable.Row row, string column)
    {
        if (_actors.TryGetValue(row[column], out var actor))
            return actor;
        Add(row.Error($"the {(column == "person" ? "person" : "actor")} {row[column]} does not exist{CodebookException.DidYouMean(row[column], _actors.Keys)}"));
        return null;
    }

    private void CheckSector(CsvTable.Row row)
    {
        if (row["sector"] is { Length: > 0 } sector && !_sectors.Contains(sector))
            Add(row.Error($"the sector {sector} does not exist{CodebookException.DidYouMean(sector, _sectors)}"));
    }

    /// <summary>True when both dates of a row can be read.</summary>
    private bool CheckDates(CsvTable.Row row)
    {
        if (!CheckDate(row, "from") | !CheckDate(row, "to"))
            return false;
        if (row.Date("from") is { } from && row.Date("to") is { } to && to.Latest < from.Earliest)
            Add(row.Error($"it ends in {to} before it begins in {from}; exchange them or correct one"));
        return true;
    }

    private bool CheckDate(CsvTable.Row row, string column)
    {
        try
        {
            _ = row.Date(column);
            return true;
        }
        catch (CodebookException error)
        {
            Add(error);
            return false;
        }
    }

    /// <summary>Rows stand in the ordinal order of their cells, so that one place alone is right for a row.</summary>
    private void CheckOrder(IReadOnlyList<CsvTable.Row> rows, string file)
    {
        for (var i = 1; i < rows.Count; i++)
        {
            var order = Compare(rows[i - 1].Cells, rows[i].Cells);
            if (order > 0)
                Add(new(file, rows[i].Line, $"the row is not in order; it stands before {rows[i - 1].Cells[0]},{rows[i - 1].Cells[1]} of line {rows[i - 1].Line}"));
            else if (order == 0)
                Add(new(file, rows[i].Line, "the row stands here twice; delete one"));
        }
    }

    private static int Compare(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        for (var i = 0; i < a.Count; i++)
            if (string.CompareOrdinal(a[i], b[i]) is not 0 and var order)
                return order;
        return 0;
    }

    private IReadOnlyList<CsvTable.Row> Rows(string directory, string file, params string[] columns)
    {
        var path = Path.Combine(directory, file);
        if (directory != _folder.Base && !File.Exists(path))
            return [];
        try
        {
            return CsvTable.Load(path, file, Add, columns).Rows;
        }
        catch (CodebookException error)
        {
            Add(error);
            return [];
        }
    }

    private void Add(CodebookException error) => _findings.Add(Finding.Of(error));

    private void Warn(CsvTable.Row row, string message) => _findings.Add(Finding.Of(row.Error(message)) with { IsWarning = true });
}
