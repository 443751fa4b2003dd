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
        if (node != Root)
            (_values[node] ??= []).Add(make([.. casings]));
    }

    /// <summary>The node after <paramref name="node"/> by a piece; −1 when no phrase goes on so.</summary>
    public int Next(int node, int piece) => piece >= 0 && _edges.TryGetValue(Key(node, piece), out var next) ? next : -1;

    /// <summary>The phrases that end at a node.</summary>
    public List<T>? At(int node) => _values[node];

    private static long Key(int node, int piece) => ((long)node << 32) | (uint)piece;
}
