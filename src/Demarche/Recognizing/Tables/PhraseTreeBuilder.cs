namespace Demarche.Recognizing.Tables;

/// <summary>Grows the tree of phrases: node by node while the tables are read, then frozen.</summary>
internal sealed class PhraseTreeBuilder<T>(VocabularyBuilder vocabulary)
{
    private readonly Dictionary<(int Node, int Piece), int> _edges = [];
    private readonly List<List<T>?> _values = [null];
    private HashSet<int>? _closed;

    /// <summary>Adds a phrase; gives the casing of its pieces to <paramref name="make"/>, which makes the value.</summary>
    public void Add(string phrase, Func<Casing[], T> make)
    {
        var node = PhraseTree.Root;
        var casings = new List<Casing>();
        foreach (var (piece, casing) in vocabulary.AddPieces(phrase))
        {
            casings.Add(casing);
            if (!_edges.TryGetValue((node, piece), out var next))
            {
                next = _values.Count;
                _values.Add(null);
                _edges.Add((node, piece), next);
            }
            node = next;
        }
        if (node != PhraseTree.Root && _closed?.Contains(node) != true)
            (_values[node] ??= []).Add(make([.. casings]));
    }

    /// <summary>Keeps to what the phrases of the table mean so far: a value that is added for one of them is left out.</summary>
    public void Close() => _closed = [.. Enumerable.Range(0, _values.Count).Where(node => _values[node] is not null)];

    /// <summary>Lets phrases mean more again.</summary>
    public void Open() => _closed = null;

    /// <summary>The tree, and its values in the order of the nodes.</summary>
    public (PhraseTree Tree, List<T> Values) Freeze()
    {
        var afterRoot = new int[vocabulary.Count];
        afterRoot.AsSpan().Fill(-1);
        var (edges, pieces, nodes) = (new int[_values.Count + 1], new List<int>(), new List<int>());
        var from = 0;
        foreach (var ((node, piece), next) in _edges.OrderBy(edge => edge.Key))
        {
            if (node == PhraseTree.Root)
            {
                afterRoot[piece] = next;
                continue;
            }
            for (; from <= node; from++)
                edges[from] = pieces.Count;
            pieces.Add(piece);
            nodes.Add(next);
        }
        for (; from <= _values.Count; from++)
            edges[from] = pieces.Count;

        var (starts, values) = (new int[_values.Count + 1], new List<T>());
        for (var node = 0; node < _values.Count; node++)
        {
            starts[node] = values.Count;
            values.AddRange(_values[node] ?? []);
        }
        starts[^1] = values.Count;
        return (new(afterRoot, edges, [.. pieces], [.. nodes], starts), values);
    }
}
