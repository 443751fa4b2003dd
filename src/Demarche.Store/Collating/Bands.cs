using System.Numerics;
using System.Runtime.InteropServices;

namespace Demarche.Store.Collating;

/// <summary>
/// MinHash with bands (Broder 1997; Indyk and Motwani 1998): numbers of a text such that two texts which share many shingles have one of them in common, and two that share
/// none do not. Stores keep them; the two constants decide which texts are compared at all, not which are copies.
/// </summary>
internal static class Bands
{
    /// <summary>How many numbers a text has. With two rows each, texts that share three shingles in ten meet in 95 cases of 100, four in ten in 99.6.</summary>
    public const int Count = 32;

    private const int Rows = 2;

    private static readonly (uint[] Factor, uint[] Offset) Permutations = Draw();

    /// <summary>The bands of a set of shingles; none for a text without words.</summary>
    public static uint[] Of(Shingles shingles)
    {
        if (shingles.Count == 0)
            return [];
        Span<uint> least = stackalloc uint[Count * Rows];
        least.Fill(uint.MaxValue);
        var factors = MemoryMarshal.Cast<uint, Vector<uint>>(Permutations.Factor.AsSpan());
        var offsets = MemoryMarshal.Cast<uint, Vector<uint>>(Permutations.Offset.AsSpan());
        var minima = MemoryMarshal.Cast<uint, Vector<uint>>(least);
        foreach (var shingle in shingles.Sorted)
        {
            var x = new Vector<uint>((uint)(shingle >> 32));
            for (var i = 0; i < minima.Length; i++)
            {
                // Multiplied bits are good at the top only.
                var hash = x * factors[i] + offsets[i];
                minima[i] = Vector.Min(minima[i], hash ^ Vector.ShiftRightLogical(hash, 15));
            }
        }

        var bands = new uint[Count];
        for (var band = 0; band < Count; band++)
        {
            var hash = (ulong)band;
            for (var row = 0; row < Rows; row++)
                hash = TextWord.Mix(hash + 0x9E3779B97F4A7C15UL + least[band * Rows + row]);
            bands[band] = (uint)(hash >> 32);
        }
        return bands;
    }

    private static (uint[] Factor, uint[] Offset) Draw()
    {
        var (factor, offset) = (new uint[Count * Rows], new uint[Count * Rows]);
        for (var i = 0; i < factor.Length; i++)
        {
            var drawn = TextWord.Mix((ulong)i + 0x632BE59BD9B4E019UL);
            factor[i] = (uint)drawn | 1;
            offset[i] = (uint)(drawn >> 32);
        }
        return (factor, offset);
    }
}
