namespace Demarche.Training.Scoring;

/// <summary>Maximum one-to-one matching by augmenting paths, deterministic in the order of the edges.</summary>
internal static class Matching
{
    /// <param name="left">How many nodes stand on the left.</param>
    /// <param name="edges">The right nodes that each left node may be matched with.</param>
    /// <returns>Left node to right node.</returns>
    public static Dictionary<int, int> Maximum(int left, IReadOnlyList<IReadOnlyList<int>> edges)
    {
        var to = new Dictionary<int, int>();
        for (var u = 0; u < left; u++)
            Go(u, []);
        return to.ToDictionary(pair => pair.Value, pair => pair.Key);

        bool Go(int u, HashSet<int> seen)
        {
            foreach (var v in edges[u])
            {
                if (!seen.Add(v) || to.TryGetValue(v, out var other) && !Go(other, seen))
                    continue;
                to[v] = u;
                return true;
            }
            return false;
        }
    }

    public static int Size<TLeft, TRight>(IReadOnlyList<TLeft> left, IReadOnlyList<TRight> right, Func<TLeft, TRight, bool> fits) =>
        Maximum(left.Count, [.. left.Select(p => Enumerable.Range(0, right.Count).Where(j => fits(p, right[j])).ToList())]).Count;
}
