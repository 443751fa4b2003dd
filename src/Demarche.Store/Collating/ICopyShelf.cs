namespace Demarche.Store.Collating;

/// <summary>Where the search for copies keeps what it has seen.</summary>
internal interface ICopyShelf
{
    /// <summary>The stories that have one of these bands, each once, in whatever order.</summary>
    IReadOnlyCollection<long> Candidates(ReadOnlySpan<uint> bands);

    CopyText Text(long key);

    /// <summary>Of which story this one is a copy; null when of none.</summary>
    CopyLink? LinkOf(long key);

    void Add(CopyText text, ReadOnlySpan<uint> bands, CopyLink? link);

    void SetLink(long key, CopyLink link);
}
