namespace Demarche.Store.Collating;

/// <summary>Sets of numbers, kept as sorted arrays in which each stands once.</summary>
internal static class SortedSets
{
    /// <summary>How many numbers both have; one pass over both.</summary>
    public static int Shared<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        where T : IComparable<T>
    {
        var shared = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            var order = a[i].CompareTo(b[j]);
            if (order == 0)
                shared++;
            if (order <= 0)
                i++;
            if (order >= 0)
                j++;
        }
        return shared;
    }
}
