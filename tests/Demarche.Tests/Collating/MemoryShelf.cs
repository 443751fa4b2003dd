using Demarche.Store.Collating;

namespace Demarche.Tests.Collating;

/// <summary>Copies and incidents without a store.</summary>
internal sealed class MemoryShelf : ICopyShelf, IIncidentShelf
{
    private readonly Dictionary<uint, List<long>> _bands = [];
    private readonly Dictionary<long, CopyText> _texts = [];
    private readonly Dictionary<long, CopyLink> _links = [];
    private readonly Dictionary<long, (Report Report, uint[] Keys)> _reports = [];
    private readonly Dictionary<long, (long Component, long Incident)> _places = [];

    /// <summary>How many texts have been compared word by word.</summary>
    public long Looked { get; private set; }

    public IReadOnlyCollection<long> Candidates(ReadOnlySpan<uint> bands)
    {
        var found = new HashSet<long>();
        foreach (var band in bands)
            found.UnionWith(_bands.GetValueOrDefault(band, []));
        return found;
    }

    public CopyText Text(long key)
    {
        Looked++;
        return _texts[key];
    }

    public CopyLink? LinkOf(long key) => _links.TryGetValue(key, out var link) ? link : null;

    public void Add(CopyText text, ReadOnlySpan<uint> bands, CopyLink? link)
    {
        _texts[text.Key] = text;
        foreach (var band in bands)
            (_bands.TryGetValue(band, out var stories) ? stories : _bands[band] = []).Add(text.Key);
        if (link is { } present)
            _links[text.Key] = present;
    }

    public void SetLink(long key, CopyLink link) => _links[key] = link;

    /// <summary>The story with which the tree of a story begins.</summary>
    public long RootOf(long key)
    {
        while (_links.TryGetValue(key, out var link))
            key = link.Parent;
        return key;
    }

    public IReadOnlyCollection<long> Candidates(ReadOnlySpan<uint> keys, DateOnly first, DateOnly last)
    {
        var wanted = keys.ToArray();
        return [.. _reports.Values.Where(r => r.Report.First <= last && first <= r.Report.Last && r.Keys.Intersect(wanted).Any()).Select(r => r.Report.Row)];
    }

    public IReadOnlyList<Tie> Ties { get; init; } = [];

    public Report Report(long row) => _reports[row].Report;

    public long? ComponentOf(long row) => _places.TryGetValue(row, out var place) ? place.Component : null;

    public IReadOnlyCollection<long> Members(long component) => [.. _places.Where(pair => pair.Value.Component == component).Select(pair => pair.Key)];

    public void Add(Report report, ReadOnlySpan<uint> keys) => _reports[report.Row] = (report, keys.ToArray());

    public void Remove(long row)
    {
        _reports.Remove(row);
        _places.Remove(row);
    }

    public void Put(long row, long component, long incident) => _places[row] = (component, incident);

    /// <summary>The incidents as rows, in a form that compares.</summary>
    public string Incidents() => string.Join(" | ", _places.GroupBy(pair => pair.Value.Incident).Select(group => $"{group.Key}: {string.Join(",", group.Select(pair => pair.Key).Order())}").Order(StringComparer.Ordinal));
}
