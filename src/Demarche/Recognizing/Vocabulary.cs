namespace Demarche.Recognizing;

/// <summary>A number for each folded piece that occurs in the codebook's names and words.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _pieces = new(StringComparer.Ordinal);

    /// <summary>The number of a folded piece, or −1 when no name has it.</summary>
    public int Find(ReadOnlySpan<char> piece) => _pieces.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(piece, out var number) ? number : -1;

    /// <summary>The pieces of a phrase of the codebook, numbered.</summary>
    public List<(int Piece, Casing Casing)> AddPieces(string phrase)
    {
        var pieces = new List<(int, Casing)>();
        Folding.Pieces(phrase, (this, pieces), static (state, piece, casing) => state.pieces.Add((state.Item1.Add(piece), casing)));
        return pieces;
    }

    private int Add(ReadOnlySpan<char> piece)
    {
        var lookup = _pieces.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(piece, out var number))
            lookup[piece] = number = _pieces.Count;
        return number;
    }
}
