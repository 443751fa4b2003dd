using System.Numerics;

namespace Demarche.Store.Collating;

/// <summary>Sets of numbers, kept as sorted arrays in which each stands once.</summary>
internal static class SortedSets
{
    /// <summary>How many numbers both have; one pass over both, without a branch that nobody could foretell.</summary>
    public static int Shared<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        where T : IComparisonOperators<T, T, bool>
    {
        var (shared, i, j) = (0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            var (one, other) = (a[i], b[j]);
            shared += one == other ? 1 : 0;
            i += one <= other ? 1 : 0;
            j += one >= other ? 1 : 0;
        }
        return shared;
    }
}
