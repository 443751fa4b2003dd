namespace Demarche.Codebooks;

/// <summary>
/// The tables of <c>codebook/agreements</c>: who agreed on what, under which names, and what happened to it when. Every broken row is a finding; the rows that
/// can be read are what <see cref="Load"/> gives.
/// </summary>
internal sealed class AgreementTables
{
    private const string AgreementsFile = "agreements/agreements.csv";
    private const string NamesFile = "agreements/names.csv";
    private const string DatesFile = "agreements/dates.csv";

    private static readonly string[] Kinds = ["treaty", "accord", "ceasefire", "resolution", "protocol", "declaration", "convention", "plan"];
    private static readonly string[] Happenings = ["proposed", "rejected", "signed", "adopted", "in force", "extended", "suspended", "denounced", "expired", "ended"];

    private readonly string _directory;
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<string, KnownAgreement> _agreements = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Id)> _names = [];

    private AgreementTables(string directory) => _directory = directory;

    /// <summary>The agreements by id, and every name with the id that it means.</summary>
    public static (IReadOnlyDictionary<string, KnownAgreement> Agreements, IReadOnlyList<(string Name, string Id)> Names) Load(string directory)
    {
        var tables = new AgreementTables(directory);
        tables.Read();
        return tables._findings is [var first, ..] ? throw new CodebookException(first.File, first.Line, first.Message) : (tables._agreements, tables._names);
    }

    /// <summary>What is wrong in the tables; the parties are looked for among the actors.</summary>
    public static IReadOnlyList<Finding> Check(CodebookFolder folder)
    {
        // A layer has no tables of agreements, and what is wrong in the codebook below is not said again.
        if (folder.Layer is not null)
            return [];
        var tables = new AgreementTables(folder.Base);
        tables.Read();
        tables.CheckParties();
        return [.. tables._findings.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line)];
    }

    private void Read()
    {
        var dates = ReadDates();
        var previous = "";
        foreach (var row in Rows(AgreementsFile, "id", "name", "kind", "parties"))
        {
            var (id, name) = (row["id"], row["name"]);
            if (id.Length == 0 || name.Length == 0)
                Add(row.Error("an agreement has an id and a name"));
            else if (string.CompareOrdinal(previous, id) >= 0)
                Add(row.Error(previous == id ? $"the id {id} stands here twice; rename one or delete it" : $"the row is not in order; it stands before {previous}"));
            else if (!Kinds.Contains(row["kind"]))
                Add(row.Error($"{row["kind"]} is no kind of agreement; write {string.Join(", ", Kinds[..^1])} or {Kinds[^1]}"));
            else
            {
                _agreements[id] = new(id, name, row["kind"], row["parties"].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), dates.GetValueOrDefault(id) ?? []);
                _names.Add((name, id));
            }
            previous = id;
        }
        ReadNames();
        foreach (var id in dates.Keys.Where(id => !_agreements.ContainsKey(id)))
            Add(new(DatesFile, 0, $"the agreement {id} does not exist{CodebookException.DidYouMean(id, _agreements.Keys)}"));
    }

    private Dictionary<string, List<(string What, PartialDate Date)>> ReadDates()
    {
        var dates = new Dictionary<string, List<(string What, PartialDate Date)>>(StringComparer.Ordinal);
        var previous = ("", "", "");
        foreach (var row in Rows(DatesFile, "agreement", "date", "what"))
        {
            var here = (row["agreement"], row["date"], row["what"]);
            if (string.CompareOrdinal(previous.Item1, here.Item1) is var order && (order > 0 || order == 0 && (string.CompareOrdinal(previous.Item2, here.Item2) > 0 || previous == here)))
                Add(row.Error("the row is not in order, or stands here twice"));
            previous = here;
            if (!Happenings.Contains(row["what"]))
                Add(row.Error($"{row["what"]} does not happen to an agreement; write {string.Join(", ", Happenings[..^1])} or {Happenings[^1]}"));
            else if (!PartialDate.TryParse(row["date"], out var date))
                Add(row.Error($"{row["date"]} is not a date; write 2014, 2014-03 or 2014-03-18"));
            else
                (dates.TryGetValue(row["agreement"], out var list) ? list : dates[row["agreement"]] = []).Add((row["what"], date));
        }
        return dates;
    }

    private void ReadNames()
    {
        var meant = _names.ToDictionary(n => n.Name, n => n.Id, StringComparer.OrdinalIgnoreCase);
        CsvTable.Row? previous = null;
        foreach (var row in Rows(NamesFile, "agreement", "name"))
        {
            if (previous is { } before && (string.CompareOrdinal(before["agreement"], row["agreement"]) is > 0 || before["agreement"] == row["agreement"] && string.CompareOrdinal(before["name"], row["name"]) >= 0))
                Add(row.Error("the row is not in order, or stands here twice"));
            previous = row;
            if (!_agreements.ContainsKey(row["agreement"]))
                Add(row.Error($"the agreement {row["agreement"]} does not exist{CodebookException.DidYouMean(row["agreement"], _agreements.Keys)}"));
            else if (row["name"].Length == 0)
                Add(row.Error("the name is missing"));
            else if (!meant.TryAdd(row["name"], row["agreement"]))
                Add(row.Error($"“{row["name"]}” means {meant[row["name"]]} already; a name means one agreement"));
            else
                _names.Add((row["name"], row["agreement"]));
        }
    }

    private void CheckParties()
    {
        var actors = new HashSet<string>(StringComparer.Ordinal) { "*" };
        try
        {
            actors.UnionWith(CsvTable.Load(Path.Combine(_directory, "actors", "actors.csv"), "actors/actors.csv", _ => { }, "id", "name", "kind", "country", "sector", "from", "to").Rows.Select(row => row["id"]));
        }
        catch (CodebookException)
        {
            // What is wrong with the actors is said where they are checked.
            return;
        }
        foreach (var row in Rows(AgreementsFile, "id", "name", "kind", "parties"))
            foreach (var party in row["parties"].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                if (!actors.Contains(party))
                    Add(row.Error($"the party {party} is no actor{CodebookException.DidYouMean(party, actors)}"));
    }

    private IReadOnlyList<CsvTable.Row> Rows(string file, params string[] columns)
    {
        try
        {
            return CsvTable.Load(Path.Combine(_directory, file), $"codebook/{file}", Add, columns).Rows;
        }
        catch (CodebookException error)
        {
            Add(error);
            return [];
        }
    }

    private void Add(CodebookException error) => _findings.Add(Finding.Of(error));
}
