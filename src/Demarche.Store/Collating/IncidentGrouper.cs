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
    /// <param name="ties">What people decided about pairs of them, in the order of the decisions. Two that are said to be apart are never one; where all agree, what is said to be the same is.</param>
    /// <returns>Components (reports linked directly or over others), in each its incidents; reports in their own order.</returns>
    public List<List<List<Report>>> Group(IEnumerable<Report> reports, IReadOnlyList<Tie>? ties = null)
    {
        var sorted = reports.ToList();
        sorted.Sort(Report.Compare);
        var decided = (ties ?? []).Count > 0 ? Present(sorted, ties!) : [];
        var nodes = Nodes(sorted, [.. decided.Where(tie => !tie.IsSame).Select(tie => (tie.A, tie.B))]);
        var links = Links(nodes);
        var (same, apart) = Decided(nodes, decided);

        var component = new DisjointSets(nodes.Count);
        foreach (var link in links)
            component.Join(link.A, link.B);
        foreach (var (a, b) in same)
            component.Join(a, b);
        var incident = Join(nodes, links, same, apart);

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
    private static List<List<Report>> Nodes(List<Report> sorted, HashSet<(long, long)> apart)
    {
        var nodes = new List<List<Report>>();
        var known = new Dictionary<string, List<List<Report>>>(StringComparer.Ordinal);
        foreach (var report in sorted)
        {
            var same = string.Join('\u001f', report.Family, report.Type, report.Act, report.First.DayNumber, report.Last.DayNumber, report.Dated, report.Known, report.Again, report.Follows, report.Place?.Name, report.Place?.Country,
                string.Join(',', report.Actors.Select(a => a.Called)), string.Join(',', report.Recipients.Select(r => r.Called)),
                string.Join(',', report.Names), string.Join(',', report.Words), string.Join(',', report.StoryNames), string.Join(',', report.Counts), string.Join(',', report.Figures.Select(f => $"{f.Kind} {f.Low} {f.Best} {f.High}")));
            if (!known.TryGetValue(same, out var alike))
                known[same] = alike = [];
            // Two of one story that nothing tells apart are two acts; so are two of which somebody says so.
            if (alike.FindLast(node => !node.Exists(r => r.Story == report.Story || AreApart(r.Row, report.Row))) is { } node)
            {
                node.Add(report);
                continue;
            }
            nodes.Add([report]);
            alike.Add(nodes[^1]);
        }
        return nodes;

        bool AreApart(long a, long b) => apart.Count > 0 && apart.Contains((Math.Min(a, b), Math.Max(a, b)));
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

    private static List<Tie> Present(List<Report> reports, IReadOnlyList<Tie> ties)
    {
        var rows = reports.Select(report => report.Row).ToHashSet();
        return [.. ties.Where(tie => rows.Contains(tie.A) && rows.Contains(tie.B))];
    }

    private static (List<(int A, int B)> Same, HashSet<(int, int)> Apart) Decided(List<List<Report>> nodes, List<Tie> ties)
    {
        var (same, apart) = (new List<(int, int)>(), new HashSet<(int, int)>());
        if (ties.Count == 0)
            return (same, apart);
        var byRow = new Dictionary<long, int>();
        for (var n = 0; n < nodes.Count; n++)
            foreach (var report in nodes[n])
                byRow[report.Row] = n;
        foreach (var tie in ties)
        {
            var (a, b) = (byRow[tie.A], byRow[tie.B]);
            var pair = (Math.Min(a, b), Math.Max(a, b));
            if (tie.IsSame)
                same.Add(pair);
            else
                apart.Add(pair);
        }
        return (same, apart);
    }

    private DisjointSets Join(List<List<Report>> nodes, List<Link> links, List<(int A, int B)> same, HashSet<(int, int)> apart)
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
            if (first > last || AreKeptApart(members[a], members[b], apart) || !AreAlike(nodes, members[a], members[b], sums))
                continue;
            span[Put(a, b)] = (first, last);
        }
        // Whatever speaks against it: somebody knows better.
        foreach (var pair in same)
            if (sets.Of(pair.A) is var a && sets.Of(pair.B) is var b && a != b && !AreKeptApart(members[a], members[b], apart))
                Put(a, b);
        return sets;

        int Put(int a, int b)
        {
            var into = sets.Join(a, b);
            var from = into == a ? b : a;
            members[into].AddRange(members[from]);
            members[into].Sort();
            members[from] = [];
            return into;
        }
    }

    private static bool AreKeptApart(List<int> a, List<int> b, HashSet<(int, int)> apart)
    {
        if (apart.Count == 0)
            return false;
        foreach (var x in a)
            foreach (var y in b)
                if (apart.Contains((Math.Min(x, y), Math.Max(x, y))))
                    return true;
        return false;
    }

    // What one story says of an incident in several places (headline, lead, “killing ten”) counts as one: the two places of two stories that are most alike speak for them.
    private bool AreAlike(List<List<Report>> nodes, List<int> a, List<int> b, Dictionary<(int, int), double> sums)
    {
        double sum = 0;
        var pairs = 0;
        for (int from = 0, to; from < a.Count; from = to)
        {
            to = EndOfStory(nodes, a, from);
            for (int first = 0, end; first < b.Count; first = end)
            {
                end = EndOfStory(nodes, b, first);
                if (Closest(nodes, a[from..to], b[first..end], sums) is not { } likeness || likeness < rules.Least)
                    return false;
                sum += likeness;
                pairs++;
            }
        }
        return sum >= rules.Mean * pairs;
    }

    // Members are in the order of reports, in which those of one story follow each other.
    private static int EndOfStory(List<List<Report>> nodes, List<int> members, int from)
    {
        var to = from + 1;
        while (to < members.Count && nodes[members[to]][0].Story == nodes[members[from]][0].Story)
            to++;
        return to;
    }

    // Null when none could be one with another, or two lie in two places. Of one story all must be able to: the coder saw two acts in it.
    private double? Closest(List<List<Report>> nodes, List<int> a, List<int> b, Dictionary<(int, int), double> sums)
    {
        double? closest = null;
        var inOneStory = nodes[a[0]][0].Story == nodes[b[0]][0].Story;
        foreach (var x in a)
            foreach (var y in b)
            {
                var pair = x < y ? (x, y) : (y, x);
                var likeness = sums.TryGetValue(pair, out var known) ? known : _likeness.Of(nodes[pair.Item1][0], nodes[pair.Item2][0]);
                if (likeness is null && ((inOneStory && !nodes[x][0].Known && !nodes[y][0].Known) || _likeness.AreElsewhere(nodes[x][0], nodes[y][0])))
                    return null;
                if (closest is null || (inOneStory ? likeness < closest : likeness > closest))
                    closest = likeness;
            }
        return closest;
    }

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;

    private readonly record struct Link(int A, int B, double Sum);
}
