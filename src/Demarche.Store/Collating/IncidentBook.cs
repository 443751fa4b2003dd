namespace Demarche.Store.Collating;

/// <summary>
/// Keeps incidents up to date while reports come and go. What is written afterwards is what all reports together give, whatever the order in which they came:
/// an incident depends on those only that are linked with its reports over others, and of these all are grouped anew.
/// </summary>
internal sealed class IncidentBook(IncidentRules rules, IIncidentShelf shelf)
{
    private readonly IncidentGrouper _grouper = new(rules);

    /// <summary>Takes reports out and others in.</summary>
    public void Change(IReadOnlyCollection<long> gone, IReadOnlyCollection<Report> come)
    {
        var touched = new HashSet<long>();
        foreach (var row in gone)
            if (shelf.ComponentOf(row) is { } component)
                touched.Add(component);
        var reports = touched.SelectMany(shelf.Members).Except(gone).ToDictionary(row => row, shelf.Report);
        foreach (var row in gone)
            shelf.Remove(row);
        foreach (var report in come)
        {
            shelf.Add(report, ReportKeys.Of(report));
            reports[report.Row] = report;
        }

        foreach (var report in come)
            foreach (var row in shelf.Candidates(ReportKeys.Of(report), report.First, report.Last))
            {
                // One link is enough to have the whole component grouped anew.
                if (reports.ContainsKey(row) || shelf.ComponentOf(row) is not { } component || touched.Contains(component) || !_grouper.AreLinked(report, shelf.Report(row)))
                    continue;
                touched.Add(component);
                foreach (var member in shelf.Members(component))
                    reports[member] = shelf.Report(member);
            }

        TakeInTied(reports, touched);
        foreach (var component in _grouper.Group(reports.Values, shelf.Ties))
        {
            var name = component.Min(incident => incident.Min(report => report.Row));
            foreach (var incident in component)
            {
                foreach (var report in incident)
                    shelf.Put(report.Row, name, incident[0].Row);
            }
        }
    }

    // Of what somebody decided to be one happening, neither part is grouped without the other.
    private void TakeInTied(Dictionary<long, Report> reports, HashSet<long> touched)
    {
        for (var grew = true; grew;)
        {
            grew = false;
            foreach (var tie in shelf.Ties)
            {
                if (!tie.IsSame || reports.ContainsKey(tie.A) == reports.ContainsKey(tie.B))
                    continue;
                if (shelf.ComponentOf(reports.ContainsKey(tie.A) ? tie.B : tie.A) is not { } component || !touched.Add(component))
                    continue;
                foreach (var member in shelf.Members(component))
                    reports[member] = shelf.Report(member);
                grew = true;
            }
        }
    }
}
