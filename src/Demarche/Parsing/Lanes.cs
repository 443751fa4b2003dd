namespace Demarche.Parsing;

/// <summary>
/// How runs of tokens of unlike lengths go through the network side by side: each lane takes some runs one after the other, so that nearly all lanes are at work to the end.
/// A run's rows stand one behind the other, run after run; what comes out for a run does not depend on its lane. Buffers are kept for the next plan.
/// </summary>
internal sealed class Lanes
{
    // Products do best on whole fours of rows; with more lanes the inputs leave the nearest cache.
    private const int Most = 16;
    private const int Together = 4;

    private readonly int[] _lengths = new int[Most];
    private readonly int[] _places = new int[Most];
    private int[] _lanes = [];
    private int[] _starts = [];
    private int[] _forward = [];
    private int[] _backward = [];

    public int Count { get; private set; }

    public int Steps { get; private set; }

    /// <summary>The row that each lane takes at a step, <see cref="Count"/> for each; its complement where a run begins. Lanes that have ended stand last and say nothing.</summary>
    public ReadOnlySpan<int> Rows(bool backward) => (backward ? _backward : _forward).AsSpan(0, Steps * Count);

    /// <summary>How many of the lanes are still at work at a step.</summary>
    public int ActiveAt(int step)
    {
        var active = Count;
        while (active > 0 && _lengths[active - 1] <= step)
            active--;
        return active;
    }

    /// <summary>Plans for runs of these lengths; the longest come first.</summary>
    public void Plan(ReadOnlySpan<int> lengths)
    {
        Count = Steps = 0;
        if (lengths.Length == 0)
            return;
        var total = 0;
        foreach (var length in lengths)
            total += length;
        Count = lengths.Length <= Together ? lengths.Length : Math.Clamp(total / lengths[0] / Together * Together, Together, Most);
        Assign(lengths);
        Sort();
        Steps = _lengths[0];

        if (_forward.Length < Steps * Count)
            (_forward, _backward) = (new int[Steps * Count], new int[Steps * Count]);
        var first = 0;
        for (var run = 0; run < lengths.Length; run++)
        {
            var last = first + lengths[run] - 1;
            var at = _starts[run] * Count + _places[_lanes[run]];
            for (var i = 0; i < lengths[run]; i++, at += Count)
            {
                _forward[at] = i == 0 ? ~first : first + i;
                _backward[at] = i == 0 ? ~last : last - i;
            }
            first = last + 1;
        }
    }

    // Each run, the longest first, goes to the lane that has least to do.
    private void Assign(ReadOnlySpan<int> lengths)
    {
        if (_lanes.Length < lengths.Length)
            (_lanes, _starts) = (new int[lengths.Length], new int[lengths.Length]);
        var taken = _lengths.AsSpan(0, Count);
        taken.Clear();
        for (var run = 0; run < lengths.Length; run++)
        {
            var lane = 0;
            for (var other = 1; other < Count; other++)
                if (taken[other] < taken[lane])
                    lane = other;
            (_lanes[run], _starts[run]) = (lane, taken[lane]);
            taken[lane] += lengths[run];
        }
    }

    // Longer lanes come first.
    private void Sort()
    {
        Span<int> order = stackalloc int[Count];
        for (var lane = 0; lane < Count; lane++)
            order[lane] = lane;
        var lengths = _lengths;
        order.Sort((a, b) => lengths[b] != lengths[a] ? lengths[b].CompareTo(lengths[a]) : a.CompareTo(b));
        for (var place = 0; place < Count; place++)
            _places[order[place]] = place;
        _lengths.AsSpan(0, Count).Sort((a, b) => b.CompareTo(a));
    }
}
