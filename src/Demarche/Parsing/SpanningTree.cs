using Demarche.Text;

namespace Demarche.Parsing;

/// <summary>The best tree over the words of a sentence: exactly one word hangs at the root, and there is no circle.</summary>
internal sealed class SpanningTree
{
    private int[] _heads = [];
    private int[] _seen = [];
    private double[] _scores = [];

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
            Solve(arcs, count);
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

    // Chu-Liu-Edmonds on the full graph in O(n³) at worst: circles are contracted into one of their nodes until none is left, then opened again from the last to the first.
    // A toll on every arc from the root, larger than all that could be won, leaves exactly one of them.
    private void Solve(ReadOnlySpan<float> arcs, int count)
    {
        var size = count + 1;
        if (_scores.Length < size * size)
            _scores = new double[size * size];
        var scores = _scores;
        double least = 0, most = 0;
        for (var t = 0; t < count; t++)
            for (var h = 0; h < size; h++)
            {
                var score = arcs[t * size + h];
                if (!float.IsFinite(score))
                    score = 0;
                scores[(t + 1) * size + h] = score;
                least = Math.Min(least, score);
                most = Math.Max(most, score);
            }
        var toll = (most - least + 1) * size;
        for (var t = 1; t < size; t++)
        {
            scores[t * size] -= toll;
            scores[t * size + t] = double.NegativeInfinity;
        }

        // entry[t, h]: which word of the (contracted) node t the arc from h enters; exit[t, h]: which word of the node h it leaves.
        var entry = new int[size * size];
        var exit = new int[size * size];
        for (var t = 0; t < size; t++)
            for (var h = 0; h < size; h++)
            {
                entry[t * size + h] = t;
                exit[t * size + h] = h;
            }
        var alive = new bool[size];
        Array.Fill(alive, true);
        var best = new int[size];
        var circles = new Stack<Circle>();
        var colour = new int[size];
        // The node that each word has gone into.
        var nodeOf = new int[size];
        for (var t = 0; t < size; t++)
            nodeOf[t] = t;

        while (true)
        {
            for (var t = 1; t < size; t++)
                if (alive[t])
                    best[t] = BestHead(scores, alive, t, size);
            var circle = FindCircle(best, alive, colour, size);
            if (circle.Length == 0)
                break;

            var node = circle[0];
            circles.Push(new(circle, [.. circle.Select(t => entry[t * size + best[t]])], [.. circle.Select(t => exit[t * size + best[t]])], [.. nodeOf]));
            var inCircle = new bool[size];
            foreach (var t in circle)
                inCircle[t] = true;
            for (var other = 0; other < size; other++)
            {
                if (!alive[other] || inCircle[other])
                    continue;
                // Into the circle: the arc that loses least against the circle's own arc to the same member.
                var into = double.NegativeInfinity;
                var intoMember = node;
                foreach (var t in circle)
                {
                    var gain = scores[t * size + other] - scores[t * size + best[t]];
                    if (gain > into)
                        (into, intoMember) = (gain, t);
                }
                // Out of the circle: the best arc from any member.
                var outOf = double.NegativeInfinity;
                var outMember = node;
                if (other > 0)
                    foreach (var t in circle)
                        if (scores[other * size + t] > outOf)
                            (outOf, outMember) = (scores[other * size + t], t);
                var newEntry = entry[intoMember * size + other];
                var newExit = exit[intoMember * size + other];
                var outEntry = entry[other * size + outMember];
                var outExit = exit[other * size + outMember];
                scores[node * size + other] = into;
                entry[node * size + other] = newEntry;
                exit[node * size + other] = newExit;
                scores[other * size + node] = outOf;
                entry[other * size + node] = outEntry;
                exit[other * size + node] = outExit;
            }
            foreach (var t in circle)
                if (t != node)
                    alive[t] = false;
            for (var word = 1; word < size; word++)
                if (inCircle[nodeOf[word]])
                    nodeOf[word] = node;
        }

        var result = new int[size];
        Array.Fill(result, -1);
        for (var t = 1; t < size; t++)
            if (alive[t])
                result[entry[t * size + best[t]]] = exit[t * size + best[t]];
        // So far one word of each circle has a head: its member was entered from outside, the others take the circle's own arcs.
        while (circles.TryPop(out var circle))
        {
            var entered = -1;
            for (var word = 1; word < size; word++)
                if (result[word] >= 0 && circle.Members.Contains(circle.NodeOf[word]))
                    entered = circle.NodeOf[word];
            for (var i = 0; i < circle.Members.Length; i++)
                if (circle.Members[i] != entered)
                    result[circle.Entries[i]] = circle.Exits[i];
        }
        for (var t = 1; t < size; t++)
            _heads[t - 1] = result[t] - 1;
    }

    private static int BestHead(double[] scores, bool[] alive, int node, int size)
    {
        var best = 0;
        for (var h = 1; h < size; h++)
            if (alive[h] && h != node && scores[node * size + h] > scores[node * size + best])
                best = h;
        return best;
    }

    /// <summary>The nodes of one circle among the best arcs; empty when there is none.</summary>
    private static int[] FindCircle(int[] best, bool[] alive, int[] colour, int size)
    {
        Array.Clear(colour);
        for (var t = 1; t < size; t++)
        {
            if (!alive[t])
                continue;
            var at = t;
            while (at > 0 && colour[at] == 0)
            {
                colour[at] = t;
                at = best[at];
            }
            if (at == 0 || colour[at] != t)
                continue;
            var circle = new List<int>();
            var member = at;
            do
            {
                circle.Add(member);
                member = best[member];
            }
            while (member != at);
            return [.. circle];
        }
        return [];
    }

    /// <summary>A contracted circle: its nodes, the arcs that close it, and which node each word belonged to before.</summary>
    private sealed record Circle(int[] Members, int[] Entries, int[] Exits, int[] NodeOf);
}
