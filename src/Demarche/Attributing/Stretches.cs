namespace Demarche.Attributing;

/// <summary>Runs of tokens in text order that neither touch nor overlap: a source, a cue or a content.</summary>
internal sealed class Stretches
{
    private readonly List<Stretch> _list = [];

    public IReadOnlyList<Stretch> List => _list;

    public bool IsEmpty => _list.Count == 0;

    public int First => _list.Count == 0 ? int.MaxValue : _list[0].First;

    public int End => _list.Count == 0 ? 0 : _list[^1].End;

    public int Count
    {
        get
        {
            var count = 0;
            foreach (var stretch in _list)
                count += stretch.Count;
            return count;
        }
    }

    public bool Contains(int token)
    {
        foreach (var stretch in _list)
            if (stretch.Contains(token))
                return true;
        return false;
    }

    public bool Overlaps(Stretch other)
    {
        foreach (var stretch in _list)
            if (stretch.Overlaps(other))
                return true;
        return false;
    }

    public Stretches Add(Stretch added)
    {
        if (added.IsEmpty)
            return this;
        // Most often what is added stands behind all the rest.
        if (_list.Count > 0 && _list[^1].End < added.First)
        {
            _list.Add(added);
            return this;
        }
        var at = 0;
        while (at < _list.Count && _list[at].End < added.First)
            at++;
        while (at < _list.Count && _list[at].First <= added.End)
        {
            added = new(Math.Min(added.First, _list[at].First), Math.Max(added.End, _list[at].End));
            _list.RemoveAt(at);
        }
        _list.Insert(at, added);
        return this;
    }

    public Stretches Remove(Stretch removed)
    {
        if (removed.IsEmpty)
            return this;
        for (var i = _list.Count - 1; i >= 0; i--)
        {
            var stretch = _list[i];
            if (!stretch.Overlaps(removed))
                continue;
            _list.RemoveAt(i);
            if (removed.End < stretch.End)
                _list.Insert(i, new(removed.End, stretch.End));
            if (stretch.First < removed.First)
                _list.Insert(i, new(stretch.First, removed.First));
        }
        return this;
    }

    public Stretches Remove(Stretches removed)
    {
        foreach (var stretch in removed._list)
            Remove(stretch);
        return this;
    }

    public void Replace(Stretches other)
    {
        if (other == this)
            return;
        _list.Clear();
        _list.AddRange(other._list);
    }

    /// <summary>Replaces each run by what the function makes of it; empty ones go.</summary>
    public Stretches Narrow(Func<Stretch, Stretch> narrower)
    {
        for (var i = _list.Count - 1; i >= 0; i--)
        {
            var narrowed = narrower(_list[i]);
            if (narrowed.IsEmpty)
                _list.RemoveAt(i);
            else
                _list[i] = narrowed;
        }
        return this;
    }

    public IReadOnlyList<Span> ToSpans(Document document) => [.. _list.Select(stretch => document.SpanOf(stretch.First, stretch.End - 1))];

    public string ToWords(Document document) => string.Join(" … ", _list.Select(stretch => document.Words(document.SpanOf(stretch.First, stretch.End - 1))));
}
