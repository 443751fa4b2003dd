namespace Demarche.Store.Collating;

/// <summary>Sets that are joined two by two; each is named by its least member.</summary>
internal sealed class DisjointSets
{
    private readonly int[] _to;

    public DisjointSets(int count) => _to = [.. Enumerable.Range(0, count)];

    public int Of(int item)
    {
        while (_to[item] != item)
            item = _to[item] = _to[_to[item]];
        return item;
    }

    /// <summary>Joins the sets of two items and gives the name of the whole.</summary>
    public int Join(int a, int b)
    {
        (a, b) = (Of(a), Of(b));
        var (less, more) = a < b ? (a, b) : (b, a);
        _to[more] = less;
        return less;
    }
}
