namespace Demarche.Parsing;

/// <summary>
/// Chu-Liu-Edmonds on the full graph, in O(n³) at worst: circles are contracted into one of their nodes until none is left, then opened again from the last to the first.
/// What it works with is kept for the next sentence.
/// </summary>
internal sealed class Contraction
{
    private readonly List<Circle> _circles = [];

    // Of all circles, one after the other: their nodes, and the arcs that close them.
    private readonly List<(int Node, int Entry, int Exit)> _members = [];

    // Of each circle, the node that each word belonged to before it was contracted.
    private readonly List<int> _before = [];

    private double[] _scores = [];
    private int[] _entry = [];
    private int[] _exit = [];
    private bool[] _alive = [];
    private bool[] _inCircle = [];
    private int[] _best = [];
    private int[] _colour = [];
    private int[] _nodeOf = [];
    private int[] _result = [];
    private int _size;

    /// <summary>Fills in the index of each word's head, −1 for the root; <paramref name="arcs"/> as in <see cref="SpanningTree.Find"/>.</summary>
    public void Solve(ReadOnlySpan<float> arcs, Span<int> heads)
    {
        Start(arcs, heads.Length);
        while (true)
        {
            for (var t = 1; t < _size; t++)
                if (_alive[t])
                    _best[t] = BestHead(t);
            var first = _members.Count;
            if (!FindCircle())
                break;
            _circles.Add(new(first, _members.Count));
            _before.AddRange(_nodeOf.AsSpan(0, _size));
            Contract(first);
        }

        Array.Fill(_result, -1, 0, _size);
        for (var t = 1; t < _size; t++)
            if (_alive[t])
                _result[_entry[t * _size + _best[t]]] = _exit[t * _size + _best[t]];
        for (var c = _circles.Count - 1; c >= 0; c--)
            Open(_circles[c], c * _size);
        for (var t = 1; t < _size; t++)
            heads[t - 1] = _result[t] - 1;
    }

    private void Start(ReadOnlySpan<float> arcs, int count)
    {
        _size = count + 1;
        if (_result.Length < _size)
        {
            _scores = new double[_size * _size];
            _entry = new int[_size * _size];
            _exit = new int[_size * _size];
            _alive = new bool[_size];
            _inCircle = new bool[_size];
            _best = new int[_size];
            _colour = new int[_size];
            _nodeOf = new int[_size];
            _result = new int[_size];
        }
        double least = 0, most = 0;
        for (var t = 0; t < count; t++)
            for (var h = 0; h < _size; h++)
            {
                var score = arcs[t * _size + h];
                if (!float.IsFinite(score))
                    score = 0;
                _scores[(t + 1) * _size + h] = score;
                least = Math.Min(least, score);
                most = Math.Max(most, score);
            }
        // A toll on every arc from the root, larger than all that could be won, leaves exactly one of them.
        var toll = (most - least + 1) * _size;
        for (var t = 1; t < _size; t++)
        {
            _scores[t * _size] -= toll;
            _scores[t * _size + t] = double.NegativeInfinity;
        }
        // entry[t, h]: which word of the (contracted) node t the arc from h enters; exit[t, h]: which word of the node h it leaves.
        for (var t = 0; t < _size; t++)
            for (var h = 0; h < _size; h++)
            {
                _entry[t * _size + h] = t;
                _exit[t * _size + h] = h;
            }
        for (var t = 0; t < _size; t++)
            _nodeOf[t] = t;
        Array.Fill(_alive, true, 0, _size);
        _circles.Clear();
        _members.Clear();
        _before.Clear();
    }

    private int BestHead(int node)
    {
        var best = 0;
        for (var h = 1; h < _size; h++)
            if (_alive[h] && h != node && _scores[node * _size + h] > _scores[node * _size + best])
                best = h;
        return best;
    }

    /// <summary>Adds the nodes of one circle among the best arcs to the members; false when there is none.</summary>
    private bool FindCircle()
    {
        Array.Clear(_colour, 0, _size);
        for (var t = 1; t < _size; t++)
        {
            if (!_alive[t])
                continue;
            var at = t;
            while (at > 0 && _colour[at] == 0)
            {
                _colour[at] = t;
                at = _best[at];
            }
            if (at == 0 || _colour[at] != t)
                continue;
            var member = at;
            do
            {
                var arc = member * _size + _best[member];
                _members.Add((member, _entry[arc], _exit[arc]));
                member = _best[member];
            }
            while (member != at);
            return true;
        }
        return false;
    }

    // The first member from then on stands for the circle.
    private void Contract(int first)
    {
        var node = _members[first].Node;
        Array.Clear(_inCircle, 0, _size);
        for (var m = first; m < _members.Count; m++)
            _inCircle[_members[m].Node] = true;
        for (var other = 0; other < _size; other++)
        {
            if (!_alive[other] || _inCircle[other])
                continue;
            // Into the circle: the arc that loses least against the circle's own arc to the same member. Out of it: the best arc from any member.
            double into = double.NegativeInfinity, outOf = double.NegativeInfinity;
            int intoMember = node, outMember = node;
            for (var m = first; m < _members.Count; m++)
            {
                var t = _members[m].Node;
                var gain = _scores[t * _size + other] - _scores[t * _size + _best[t]];
                if (gain > into)
                    (into, intoMember) = (gain, t);
                if (other > 0 && _scores[other * _size + t] > outOf)
                    (outOf, outMember) = (_scores[other * _size + t], t);
            }
            var (inArc, outArc) = (intoMember * _size + other, other * _size + outMember);
            var (entry, exit, outEntry, outExit) = (_entry[inArc], _exit[inArc], _entry[outArc], _exit[outArc]);
            Set(node * _size + other, into, entry, exit);
            Set(other * _size + node, outOf, outEntry, outExit);
        }
        for (var m = first + 1; m < _members.Count; m++)
            _alive[_members[m].Node] = false;
        for (var word = 1; word < _size; word++)
            if (_inCircle[_nodeOf[word]])
                _nodeOf[word] = node;
    }

    private void Set(int arc, double score, int entry, int exit) => (_scores[arc], _entry[arc], _exit[arc]) = (score, entry, exit);

    // So far one word of the circle has a head: its member was entered from outside, the others take the circle's own arcs.
    private void Open(Circle circle, int before)
    {
        var entered = -1;
        for (var word = 1; word < _size; word++)
            if (_result[word] >= 0 && Has(circle, _before[before + word]))
                entered = _before[before + word];
        for (var m = circle.First; m < circle.End; m++)
            if (_members[m].Node != entered)
                _result[_members[m].Entry] = _members[m].Exit;
    }

    private bool Has(Circle circle, int node)
    {
        for (var m = circle.First; m < circle.End; m++)
            if (_members[m].Node == node)
                return true;
        return false;
    }

    /// <summary>Its members among those of all circles.</summary>
    private readonly record struct Circle(int First, int End);
}
