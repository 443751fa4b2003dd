namespace Demarche.Store.Collating;

/// <summary>A story as the search for copies sees it.</summary>
/// <param name="Key">Its number in the store.</param>
/// <param name="Id"><c>story.id</c>.</param>
/// <param name="Published">The day of publication; null comes after all days.</param>
/// <param name="Shingles">What it is made of.</param>
internal sealed record CopyText(long Key, string Id, DateOnly? Published, Shingles Shingles)
{
    /// <summary>
    /// True when this one is taken to have been first: by day, on one day the longer (texts are cut more often than they grow), then by id. It does not depend on which came into the store first.
    /// </summary>
    public bool IsBefore(CopyText other)
    {
        var (a, b) = (Published ?? DateOnly.MaxValue, other.Published ?? DateOnly.MaxValue);
        if (a != b)
            return a < b;
        return Shingles.Count != other.Shingles.Count ? Shingles.Count > other.Shingles.Count : string.CompareOrdinal(Id, other.Id) < 0;
    }
}
