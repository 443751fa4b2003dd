namespace Demarche.Store.Collating;

/// <summary>
/// Puts reports together into incidents: the most alike first, and only while each of those that come together could be one with each of the others, all of them can lie on one day, and they are
/// alike on average. So a chain of likenesses does not draw unlike reports together. The result is that of the set of reports, whatever the order in which they are given.
/// </summary>
internal sealed class IncidentGrouper(IncidentRules rules)
{
    private readonly Likeness _likeness = new(rules);

    /// <summary>Groups reports.</summary>
    /// <param name="reports">Reports in any order; whoever is linked with one of them is among them.</param>
    /// <returns>Components (reports linked directly or over others), in each its incidents; reports in their own order.</returns>
    public List<List<List<Report>>> Group(IEnumerable<Report> reports)
    {
        var sorted = reports.ToList();
        sorted.Sort(Report.Compare);
        var nodes = Nodes(sorted);
        var links = Links(nodes);

        var component = new DisjointSets(nodes.Count);
        foreach (var link in links)
            component.Join(link.A, link.B);
        var incident = Join(nodes, links);

        return [.. Enumerable.Range(0, nodes.Count)
            .GroupBy(component.Of)
            .Select(part => part
                .GroupBy(n => incident.Of(n))
                .Select(group =>
                {
                    var members = group.SelectMany(n => nodes[n]).ToList();
                    members.Sort(Report.Compare);
                    return members;
                })
                .ToList())];
    }

    /// <summary>True when two reports are alike enough to be joined, others aside.</summary>
    public bool AreLinked(Report a, Report b) => Report.Compare(a, b) <= 0 ? LinkOf(a, b) is not null : LinkOf(b, a) is not null;

    private double? LinkOf(Report first, Report second) => _likeness.Of(first, second) is { } sum && sum >= rules.Family(first.Family).Join ? sum : null;

    // The same words in many papers are compared once: reports that nothing tells apart are one node.
    private static List<List<Report>> Nodes(List<Report> sorted)
    {
        var nodes = new List<List<Report>>();
        var known = new Dictionary<string, List<Report>>(StringComparer.Ordinal);
        foreach (var report in sorted)
        {
            var same = string.Join('\u001f', report.Family, report.Type, report.Act, report.First.DayNumber, report.Last.DayNumber, report.Dated, report.Place?.Name, report.Place?.Country,
                string.Join(',', report.Actors.Select(a => a.Called)), string.Join(',', report.Recipients.Select(r => r.Called)),
                string.Join(',', report.Names), string.Join(',', report.Words), string.Join(',', report.StoryNames), string.Join(',', report.Figures.Select(f => $"{f.Kind} {f.Low} {f.Best} {f.High}")));
            // Two of one story that nothing tells apart are two acts.
            if (known.TryGetValue(same, out var node) && !node.Exists(r => r.Story == report.Story))
                node.Add(report);
            else
                nodes.Add(known[same] = [report]);
        }
        return nodes;
    }

    // Only reports of one family that have to do with one country or actor are compared, and only while their days meet.
    private List<Link> Links(List<List<Report>> nodes)
    {
        var links = new List<Link>();
        var byAnchor = new Dictionary<(string, string), List<int>>();
        for (var n = 0; n < nodes.Count; n++)
            foreach (var anchor in nodes[n][0].Anchors)
            {
                var key = (nodes[n][0].Family, anchor);
                if (!byAnchor.TryGetValue(key, out var alike))
                    byAnchor[key] = alike = [];
                alike.Add(n);
            }
        var open = new List<int>();
        foreach (var ((_, anchor), alike) in byAnchor)
        {
            alike.Sort((a, b) => nodes[a][0].First.CompareTo(nodes[b][0].First) is not 0 and var order ? order : a.CompareTo(b));
            open.Clear();
            foreach (var next in alike)
            {
                open.RemoveAll(n => nodes[n][0].Last < nodes[next][0].First);
                foreach (var other in open)
                {
                    var (a, b) = other < next ? (other, next) : (next, other);
                    if (FirstInCommon(nodes[a][0], nodes[b][0]) == anchor && LinkOf(nodes[a][0], nodes[b][0]) is { } sum)
                        links.Add(new(a, b, sum));
                }
                open.Add(next);
            }
        }
        links.Sort((x, y) => y.Sum.CompareTo(x.Sum) is not 0 and var order ? order : x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
        return links;
    }

    private static string? FirstInCommon(Report a, Report b)
    {
        foreach (var anchor in a.Anchors)
            if (b.Anchors.Contains(anchor))
                return anchor;
        return null;
    }

    private DisjointSets Join(List<List<Report>> nodes, List<Link> links)
    {
        var sets = new DisjointSets(nodes.Count);
        var members = Enumerable.Range(0, nodes.Count).Select(n => new List<int> { n }).ToArray();
        var span = nodes.ConvertAll(node => (node[0].First, node[0].Last)).ToArray();
        var sums = links.ToDictionary(link => (link.A, link.B), link => link.Sum);
        foreach (var link in links)
        {
            var (a, b) = (sets.Of(link.A), sets.Of(link.B));
            if (a == b)
                continue;
            var (first, last) = (Max(span[a].First, span[b].First), Min(span[a].Last, span[b].Last));
            if (first > last || !AreAlike(nodes, members[a], members[b], sums))
                continue;
            var into = sets.Join(a, b);
            var from = into == a ? b : a;
            members[into].AddRange(members[from]);
            members[from] = [];
            span[into] = (first, last);
        }
        return sets;
    }

    private bool AreAlike(List<List<Report>> nodes, List<int> a, List<int> b, Dictionary<(int, int), double> sums)
    {
        double sum = 0;
        foreach (var x in a)
            foreach (var y in b)
            {
                var pair = x < y ? (x, y) : (y, x);
                if (!sums.TryGetValue(pair, out var likeness))
                {
                    if (_likeness.Of(nodes[pair.Item1][0], nodes[pair.Item2][0]) is not { } found)
                        return false;
                    likeness = found;
                }
                sum += likeness;
            }
        return sum >= rules.Mean * a.Count * b.Count;
    }

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;

    private readonly record struct Link(int A, int B, double Sum);
}
