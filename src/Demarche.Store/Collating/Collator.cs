namespace Demarche.Store.Collating;

/// <summary>Copies and incidents of stories in memory, for those who have no store: measurements and tests.</summary>
internal sealed class Collator(CollatingRules rules)
{
    /// <summary>The incidents of reports: members in their own order, incidents in that of their first.</summary>
    public IReadOnlyList<IReadOnlyList<Report>> Incidents(IEnumerable<Report> reports)
    {
        var incidents = new IncidentGrouper(rules.Incidents).Group(reports).SelectMany(component => component).ToList();
        incidents.Sort((a, b) => Report.Compare(a[0], b[0]));
        return incidents;
    }
}
