namespace Demarche.Recognizing;

/// <summary>
/// Phrases looked up piece by piece: a tree whose edges are folded pieces. Frozen after it has been filled; then safe for any number of threads.
/// </summary>
internal sealed class PhraseTable<T>(Vocabulary vocabulary, int capacity)
{
    public const int Root = 0;

    // Sized for the tables as they are; growing is what loading would spend its time on.
    private readonly Dictionary<long, int> _edges = new(capacity);
    private readonly List<List<T>?> _values = [null];
    private HashSet<int>? _closed;

    /// <summary>Adds a phrase; gives the casing of its pieces to <paramref name="make"/>, which makes the value.</summary>
    public void Add(string phrase, Func<Casing[], T> make)
    {
        var node = Root;
        var casings = new List<Casing>();
        foreach (var (piece, casing) in vocabulary.AddPieces(phrase))
        {
            casings.Add(casing);
            var key = Key(node, piece);
            if (!_edges.TryGetValue(key, out var next))
            {
                next = _values.Count;
                _values.Add(null);
                _edges.Add(key, next);
            }
            node = next;
        }
        if (node != Root && _closed?.Contains(node) != true)
            (_values[node] ??= []).Add(make([.. casings]));
    }

    /// <summary>Keeps to what the phrases of the table mean so far: a value that is added for one of them is left out.</summary>
    public void Close() => _closed = [.. Enumerable.Range(0, _values.Count).Where(node => _values[node] is not null)];

    /// <summary>Lets phrases mean more again.</summary>
    public void Open() => _closed = null;

    /// <summary>What a phrase means; nothing when it does not stand in the table.</summary>
    public IReadOnlyList<T> Of(string phrase)
    {
        var node = Root;
        Folding.Pieces(phrase, this, (_, piece, _) => node = node < 0 ? node : Next(node, vocabulary.Find(piece)));
        return node > Root && _values[node] is { } values ? values : [];
    }

    /// <summary>The node after <paramref name="node"/> by a piece; −1 when no phrase goes on so.</summary>
    public int Next(int node, int piece) => piece >= 0 && _edges.TryGetValue(Key(node, piece), out var next) ? next : -1;

    /// <summary>The phrases that end at a node.</summary>
    public List<T>? At(int node) => _values[node];

    private static long Key(int node, int piece) => ((long)node << 32) | (uint)piece;
}
