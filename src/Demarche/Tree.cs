using System.Buffers;

namespace Demarche;

/// <summary>The dependents of each token, in text order, over all sentences of a document. Made once, after parsing.</summary>
public sealed class Tree
{
    private readonly int[] _firstDependent;
    private readonly int[] _nextSibling;
    private readonly int[] _leftEdge;
    private readonly int[] _rightEdge;
    private readonly Token[] _tokens;

    public Tree(Token[] tokens)
    {
        _tokens = tokens;
        _firstDependent = new int[tokens.Length];
        _nextSibling = new int[tokens.Length];
        Array.Fill(_firstDependent, -1);
        Array.Fill(_nextSibling, -1);
        for (var i = tokens.Length - 1; i >= 0; i--)
        {
            var head = tokens[i].Head;
            if (head < 0)
                continue;
            _nextSibling[i] = _firstDependent[head];
            _firstDependent[head] = i;
        }
        _leftEdge = new int[tokens.Length];
        _rightEdge = new int[tokens.Length];
        FindEdges();
    }

    // From the leaves inwards, each token once: what is left open of a token are the dependents that are not done yet.
    private void FindEdges()
    {
        var tokens = _tokens;
        var open = ArrayPool<int>.Shared.Rent(tokens.Length);
        Array.Clear(open, 0, tokens.Length);
        for (var i = 0; i < tokens.Length; i++)
        {
            (_leftEdge[i], _rightEdge[i]) = (i, i);
            if (tokens[i].Head >= 0)
                open[tokens[i].Head]++;
        }
        for (var i = 0; i < tokens.Length; i++)
            if (_firstDependent[i] < 0)
                for (var (token, head) = (i, tokens[i].Head); head >= 0; (token, head) = (head, tokens[head].Head))
                {
                    _leftEdge[head] = Math.Min(_leftEdge[head], _leftEdge[token]);
                    _rightEdge[head] = Math.Max(_rightEdge[head], _rightEdge[token]);
                    if (--open[head] > 0)
                        break;
                }
        ArrayPool<int>.Shared.Return(open);
    }

    /// <summary>The dependents of <paramref name="token"/>, in text order.</summary>
    public Dependents Of(int token) => new(this, _firstDependent[token]);

    /// <summary>The first dependent with this relation (subtypes count when the universal relation is asked for); −1 when there is none.</summary>
    public int Dependent(int token, Relation relation)
    {
        for (var d = _firstDependent[token]; d >= 0; d = _nextSibling[d])
            if (_tokens[d].Relation == relation || _tokens[d].Relation.Universal() == relation)
                return d;
        return -1;
    }

    /// <summary>“Should Ethiopia begin …”, “had London known”: the auxiliary that opens a clause under another, before its subject, which the parser may have given to the other; −1 when there is none.</summary>
    /// <param name="clause">The head of the clause.</param>
    /// <param name="auxiliaries">Those that make a condition so.</param>
    internal int InvertedAuxiliary(int clause, IReadOnlySet<string> auxiliaries)
    {
        if (_tokens[clause].Head < 0)
            return -1;
        var auxiliary = -1;
        for (var d = _firstDependent[clause]; d >= 0; d = _nextSibling[d])
        {
            if (_tokens[d].Upos is Upos.PUNCT or Upos.CCONJ)
                continue;
            // “threatened reprisals should Israel strike”: the parser may take in the noun before.
            if (auxiliary < 0 && d < clause && _tokens[d].Upos == Upos.NOUN && _nextSibling[d] is >= 0 and var next && auxiliaries.Contains(_tokens[next].Form) && _tokens[next].Upos == Upos.AUX && RightEdge(d) + 1 == next
                && _nextSibling[next] is >= 0 and var subject && subject < clause && _tokens[subject].Relation.Universal() == Relation.Nsubj && LeftEdge(subject) == next + 1)
                return next;
            if (auxiliary >= 0)
                return d < clause && _tokens[d].Relation.Universal() == Relation.Nsubj || !Dominates(clause, auxiliary + 1) && auxiliary + 1 < clause ? auxiliary : -1;
            if (_tokens[d].Upos != Upos.AUX || d > clause || !auxiliaries.Contains(_tokens[d].Form))
                return -1;
            auxiliary = d;
        }
        return -1;
    }

    /// <summary>True when <paramref name="ancestor"/> is <paramref name="token"/> or governs it, directly or not.</summary>
    public bool Dominates(int ancestor, int token)
    {
        for (var t = token; t >= 0; t = _tokens[t].Head)
            if (t == ancestor)
                return true;
        return false;
    }

    /// <summary>The leftmost token that <paramref name="token"/> governs, itself included.</summary>
    public int LeftEdge(int token) => _leftEdge[token];

    /// <summary>The rightmost token that <paramref name="token"/> governs, itself included.</summary>
    public int RightEdge(int token) => _rightEdge[token];

    /// <summary>True when a comma opens what <paramref name="token"/> governs, or stands right before it.</summary>
    internal bool IsBehindComma(int token) => LeftEdge(token) is > 0 and var left && (_tokens[left].Form == "," || _tokens[left - 1].Form == ",");

    /// <summary>Walks over the dependents of a token without allocating.</summary>
    public struct Dependents(Tree tree, int first)
    {
        private int _next = first;

        public int Current { get; private set; } = -1;

        public readonly Dependents GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_next < 0)
                return false;
            Current = _next;
            _next = tree._nextSibling[_next];
            return true;
        }
    }
}
