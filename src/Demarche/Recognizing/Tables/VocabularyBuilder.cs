namespace Demarche.Recognizing.Tables;

/// <summary>Numbers the folded pieces that occur in the codebook's names and words.</summary>
internal sealed class VocabularyBuilder
{
    private readonly Dictionary<string, int> _pieces = new(StringComparer.Ordinal);
    private IReadOnlyList<IReadOnlyList<string>> _endings = [];

    /// <summary>How many numbers there are.</summary>
    public int Count { get; private set; }

    /// <summary>The pieces of a phrase of the codebook, numbered.</summary>
    public List<(int Piece, Casing Casing)> AddPieces(string phrase)
    {
        var pieces = new List<(int, Casing)>();
        Folding.Pieces(phrase, (this, pieces), static (state, piece, casing) => state.pieces.Add((state.Item1.Add(piece), casing)));
        return pieces;
    }

    /// <summary>Says which spellings count as one: whole pieces (“muhammad”, “mohamed”), and endings behind at least three letters (“skiy”, “sky”).</summary>
    public void Equate(IReadOnlyList<IReadOnlyList<string>> pieces, IReadOnlyList<IReadOnlyList<string>> endings)
    {
        foreach (var group in pieces)
        {
            var number = Count++;
            foreach (var piece in group)
                _pieces.TryAdd(piece, number);
        }
        _endings = endings;
    }

    /// <summary>The pieces with their numbers, in ordinal order.</summary>
    public List<(string Piece, int Number)> Pieces() => [.. _pieces.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value))];

    private int Add(ReadOnlySpan<char> piece)
    {
        var lookup = _pieces.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(piece, out var number))
            return number;
        lookup[piece] = number = Count++;
        foreach (var group in _endings)
            foreach (var ending in group)
                if (piece.Length >= ending.Length + MinStem && piece.EndsWith(ending, StringComparison.Ordinal))
                {
                    foreach (var other in group)
                        _pieces.TryAdd(string.Concat(piece[..^ending.Length], other), number);
                    return number;
                }
        return number;
    }

    private const int MinStem = 3;
}
