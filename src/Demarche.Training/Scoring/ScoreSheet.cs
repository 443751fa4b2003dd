namespace Demarche.Training.Scoring;

/// <summary>The figures of a layer in the order in which they were opened, and a line for each thing that is not right.</summary>
/// <param name="measures">Measures whose order is fixed beforehand.</param>
internal sealed class ScoreSheet(params string[] measures)
{
    private readonly List<string> _measures = [.. measures];
    private readonly Dictionary<string, (int Right, int All)> _shares = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _values = new(StringComparer.Ordinal);
    private readonly List<string> _misses = [];

    /// <summary>In percent; a measure of which nothing was counted is left out.</summary>
    public IReadOnlyList<LayerScorer.Figure> Figures =>
        [.. _measures.Where(m => _values.ContainsKey(m) || _shares.ContainsKey(m)).Select(m => new LayerScorer.Figure(m, _values.TryGetValue(m, out var value) ? value : 100.0 * _shares[m].Right / _shares[m].All))];

    public IReadOnlyList<string> Misses => _misses;

    /// <summary>Counts one thing towards the share of those that are right.</summary>
    public void Count(string measure, bool right)
    {
        Open(measure);
        var (n, all) = _shares.GetValueOrDefault(measure);
        _shares[measure] = (n + (right ? 1 : 0), all + 1);
    }

    /// <summary>Counts one thing that is right when it has no fault, and keeps the fault.</summary>
    public void Count(string measure, string? fault, Func<string> what)
    {
        Count(measure, fault is null);
        if (fault is not null)
            Miss($"{what()}: {fault}");
    }

    /// <summary>F1, precision and recall, under these names behind <paramref name="measure"/>.</summary>
    public void Set(string measure, Score score)
    {
        Set($"{measure} f1", 100 * score.F1);
        Set($"{measure} precision", 100 * score.Precision);
        Set($"{measure} recall", 100 * score.Recall);
    }

    public void Miss(string line) => _misses.Add(line);

    private void Set(string measure, double value)
    {
        Open(measure);
        _values[measure] = value;
    }

    private void Open(string measure)
    {
        if (!_measures.Contains(measure))
            _measures.Add(measure);
    }
}
