using System.Numerics;

namespace Demarche.Store.Collating;

/// <summary>The runs of a few words that a text is made of, as a sorted set of numbers. Capitals and punctuation do not count.</summary>
internal sealed class Shingles
{
    /// <summary>How many words make a shingle. Stores keep what follows from it.</summary>
    public const int Width = 4;

    private readonly ulong[] _sorted;

    private Shingles(ulong[] sorted) => _sorted = sorted;

    public int Count => _sorted.Length;

    public ReadOnlySpan<ulong> Sorted => _sorted;

    /// <summary>The shingles of a text.</summary>
    public static Shingles Of(string text)
    {
        var hashes = HashesOf(text, TextWord.Of(text));
        Sort(hashes);
        var count = 0;
        for (var i = 0; i < hashes.Length; i++)
            if (i == 0 || hashes[i] != hashes[i - 1])
                hashes[count++] = hashes[i];
        Array.Resize(ref hashes, count);
        return new(hashes);
    }

    // They are spread evenly: put where it belongs by its first bits, each is among two or three.
    private static void Sort(ulong[] hashes)
    {
        var bits = BitOperations.Log2((uint)hashes.Length | 1) + 1;
        var shift = 64 - bits;
        var ends = new int[(1 << bits) + 1];
        foreach (var hash in hashes)
            ends[(int)(hash >> shift) + 1]++;
        for (var i = 1; i < ends.Length; i++)
            ends[i] += ends[i - 1];
        var sorted = new ulong[hashes.Length];
        foreach (var hash in hashes)
            sorted[ends[(int)(hash >> shift)]++] = hash;
        for (var i = 1; i < sorted.Length; i++)
        {
            var hash = sorted[i];
            var j = i;
            for (; j > 0 && sorted[j - 1] > hash; j--)
                sorted[j] = sorted[j - 1];
            sorted[j] = hash;
        }
        sorted.CopyTo(hashes, 0);
    }

    /// <summary>The shingle that begins at each word; a text of fewer words is one shingle.</summary>
    public static ulong[] HashesOf(ReadOnlySpan<char> text, List<TextWord> words)
    {
        if (words.Count == 0)
            return [];
        var single = new ulong[words.Count];
        for (var i = 0; i < single.Length; i++)
            single[i] = TextWord.Hash(text[words[i].Span.Start..words[i].Span.End]);
        var width = Math.Min(Width, single.Length);
        var hashes = new ulong[single.Length - width + 1];
        for (var i = 0; i < hashes.Length; i++)
        {
            var hash = (ulong)width;
            for (var j = i; j < i + width; j++)
                hash = TextWord.Mix(hash * 0x9E3779B97F4A7C15UL + single[j]);
            hashes[i] = hash;
        }
        return hashes;
    }

    public bool Contains(ulong shingle) => Array.BinarySearch(_sorted, shingle) >= 0;

    /// <summary>How many shingles both have.</summary>
    public int Shared(Shingles other) => SortedSets.Shared<ulong>(_sorted, other._sorted);
}
