using Demarche.Text;

namespace Demarche.Parsing;

/// <summary>The best tree over the words of a sentence: exactly one word hangs at the root, and there is no circle.</summary>
internal sealed class SpanningTree
{
    private int[] _heads = [];
    private int[] _seen = [];
    private readonly Contraction _contraction = new();

    /// <summary>
    /// <paramref name="arcs"/> has a row for each word with the scores of its heads: the root, then each word. The result gives the index of each word's head, −1 for the root.
    /// Mostly the best head of each word makes a tree already; only else is the tree sought by Chu-Liu-Edmonds.
    /// </summary>
    public ReadOnlySpan<int> Find(ReadOnlySpan<float> arcs, int count)
    {
        if (_heads.Length < count + 1)
        {
            _heads = new int[count + 1];
            _seen = new int[count + 1];
        }
        var roots = 0;
        for (var t = 0; t < count; t++)
        {
            var best = BestHead(arcs.Slice(t * (count + 1), count + 1), t + 1);
            _heads[t] = best - 1;
            roots += best == 0 ? 1 : 0;
        }
        if (roots != 1 || HasCircle(count))
            _contraction.Solve(arcs, _heads.AsSpan(0, count));
        return _heads.AsSpan(0, count);
    }

    // No word is its own head: the best lies before it or behind it.
    private static unsafe int BestHead(ReadOnlySpan<float> scores, int own)
    {
        fixed (float* row = scores)
        {
            var best = Elementwise.IndexOfGreatest(row, own);
            if (own + 1 == scores.Length)
                return best;
            var behind = own + 1 + Elementwise.IndexOfGreatest(row + own + 1, scores.Length - own - 1);
            return row[behind] > row[best] ? behind : best;
        }
    }

    private bool HasCircle(int count)
    {
        Array.Clear(_seen, 0, count);
        for (var t = 0; t < count; t++)
        {
            var at = t;
            while (at >= 0 && _seen[at] == 0)
            {
                _seen[at] = t + 1;
                at = _heads[at];
            }
            if (at >= 0 && _seen[at] == t + 1)
                return true;
        }
        return false;
    }
}
