namespace Demarche.Parsing;

/// <summary>
/// The tree of one sentence while it is put right: heads may change, and the dependents of each token stay at hand, in text order, so that no rule
/// looks through the sentence for them. What it works with is kept for the next sentence.
/// </summary>
/// <param name="words">By which rules know what they are looking at.</param>
internal sealed class OpenTree(ParsingWords words)
{
    // By place in the sentence: the first dependent, and the next one of the same head; −1 behind the last.
    private int[] _first = [];
    private int[] _next = [];

    public ParsingWords Words => words;

    /// <summary>Those of the whole story. Heads are changed by <see cref="Hang(int, int)"/> alone.</summary>
    public Token[] Tokens { get; private set; } = [];

    /// <summary>The sentence's first token.</summary>
    public int First { get; private set; }

    /// <summary>The token behind the sentence's last.</summary>
    public int End { get; private set; }

    /// <summary>True for a full sentence, which is no headline and ends with a stop.</summary>
    public bool EndsFully { get; private set; }

    /// <summary>Turns to a sentence.</summary>
    public void Open(Token[] tokens, Sentence sentence)
    {
        (Tokens, First, End) = (tokens, sentence.First, sentence.End);
        EndsFully = sentence.Kind != BlockKind.Title && tokens[End - 1].Form is "." or "”" or "\"" or "’";
        if (_first.Length < sentence.Count)
            (_first, _next) = (new int[sentence.Count], new int[sentence.Count]);
        Array.Fill(_first, -1, 0, sentence.Count);
        for (var t = End - 1; t >= First; t--)
            if (IsHere(tokens[t].Head))
                (_next[t - First], _first[tokens[t].Head - First]) = (_first[tokens[t].Head - First], t);
    }

    /// <summary>The dependents of a token in text order. The one at hand may be hung elsewhere meanwhile.</summary>
    public Dependents Of(int head) => new(this, IsHere(head) ? _first[head - First] : -1);

    /// <summary>Gives a token another head; −1 makes it a root.</summary>
    public void Hang(int t, int head)
    {
        Take(t);
        Tokens[t].Head = head;
        if (!IsHere(head))
            return;
        ref var link = ref _first[head - First];
        while (link >= 0 && link < t)
            link = ref _next[link - First];
        (_next[t - First], link) = (link, t);
    }

    /// <summary>Gives a token another head and relation.</summary>
    public void Hang(int t, int head, Relation relation)
    {
        Hang(t, head);
        Tokens[t].Relation = relation;
    }

    private void Take(int t)
    {
        if (!IsHere(Tokens[t].Head))
            return;
        ref var link = ref _first[Tokens[t].Head - First];
        while (link >= 0 && link != t)
            link = ref _next[link - First];
        if (link == t)
            link = _next[t - First];
    }

    /// <summary>The first subject of a predicate, from a token on; −1 when it has none.</summary>
    public int SubjectOf(int predicate, int from = 0)
    {
        foreach (var d in Of(predicate))
            if (d >= from && Tokens[d].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Csubj)
                return d;
        return -1;
    }

    /// <summary>True when a token has a dependent with this very relation.</summary>
    public bool Has(int head, Relation relation)
    {
        foreach (var d in Of(head))
            if (Tokens[d].Relation == relation)
                return true;
        return false;
    }

    /// <summary>True when a token has this word with this relation before it.</summary>
    public bool HasBefore(int head, string form, Relation relation)
    {
        foreach (var d in Of(head))
            if (d < head && Tokens[d].Relation == relation && Tokens[d].Form == form)
                return true;
        return false;
    }

    private bool IsHere(int t) => t >= First && t < End;

    /// <summary>Walks over the dependents of a token without allocating.</summary>
    public struct Dependents(OpenTree tree, int first)
    {
        private int _next = first;

        public int Current { get; private set; } = -1;

        public readonly Dependents GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_next < 0)
                return false;
            Current = _next;
            _next = tree._next[_next - tree.First];
            return true;
        }
    }
}
