namespace Demarche.Store.Collating;

/// <summary>Where incidents are kept while they grow.</summary>
internal interface IIncidentShelf
{
    /// <summary>The rows that have one of these keys and whose days meet those of a report, each once.</summary>
    IReadOnlyCollection<long> Candidates(ReadOnlySpan<uint> keys, DateOnly first, DateOnly last);

    Report Report(long row);

    /// <summary>The component of a row; null while it has none.</summary>
    long? ComponentOf(long row);

    IReadOnlyCollection<long> Members(long component);

    /// <summary>What people decided about pairs of events, in the order of the decisions.</summary>
    IReadOnlyList<Tie> Ties { get; }

    void Add(Report report, ReadOnlySpan<uint> keys);

    void Remove(long row);

    /// <summary>Says where a row belongs now: its component, and the first report of its incident.</summary>
    void Put(long row, long component, long incident);
}
