using Demarche.Text;

namespace Demarche.Recognizing.Tables;

/// <summary>Phrases looked up piece by piece: a tree whose edges are folded pieces, in flat arrays. What a node means are rows of a table that stand side by side.</summary>
internal sealed class PhraseTree
{
    public const int Root = 0;

    // The first piece leads to thousands of nodes and is looked up for each word of a story.
    private Rows<int> _afterRoot;
    private Rows<int> _edges;
    private Rows<int> _pieces;
    private Rows<int> _nodes;
    private Rows<int> _values;

    public PhraseTree()
    {
    }

    /// <param name="afterRoot">For each piece the node that it leads to from the root, or −1.</param>
    /// <param name="edges">For each node where its edges begin, and the end of the last.</param>
    /// <param name="pieces">The pieces of the edges, ascending for each node.</param>
    /// <param name="nodes">Where the edges lead.</param>
    /// <param name="values">For each node where its rows begin, and the end of the last.</param>
    public PhraseTree(int[] afterRoot, int[] edges, int[] pieces, int[] nodes, int[] values) =>
        (_afterRoot, _edges, _pieces, _nodes, _values) = (afterRoot, edges, pieces, nodes, values);

    public int Nodes => _values.Length - 1;

    /// <summary>The node after <paramref name="node"/> by a piece; −1 when no phrase goes on so.</summary>
    public int Next(int node, int piece)
    {
        if (piece < 0)
            return -1;
        if (node == Root)
            return piece < _afterRoot.Length ? _afterRoot[piece] : -1;
        var (first, end) = (_edges[node], _edges[node + 1]);
        while (first < end)
        {
            var middle = (first + end) / 2;
            if (_pieces[middle] == piece)
                return _nodes[middle];
            (first, end) = _pieces[middle] < piece ? (middle + 1, end) : (first, middle);
        }
        return -1;
    }

    /// <summary>The rows that end at a node.</summary>
    public (int First, int End) At(int node) => (_values[node], _values[node + 1]);

    public void Visit(Sections sections)
    {
        sections.Take(ref _afterRoot);
        sections.Take(ref _edges);
        sections.Take(ref _pieces);
        sections.Take(ref _nodes);
        sections.Take(ref _values);
    }
}
