using Demarche.Recognizing.Tables;
using Demarche.Text;

namespace Demarche.Recognizing;

/// <summary>A number for each folded piece that occurs in the codebook's names and words.</summary>
internal sealed class Vocabulary(GazetteerTables tables)
{
    /// <summary>The number of a folded piece, or −1 when no name has it.</summary>
    public int Find(ReadOnlySpan<char> piece)
    {
        var slots = tables.PieceSlots;
        for (var at = Slots.First(Slots.Hash(piece), slots.Length); slots[at] >= 0; at = Slots.Next(at, slots.Length))
            if (tables.Text(tables.Pieces[slots[at]]).SequenceEqual(piece))
                return tables.PieceNumbers[slots[at]];
        return -1;
    }
}
