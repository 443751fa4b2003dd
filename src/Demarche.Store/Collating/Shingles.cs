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
        hashes.AsSpan().Sort();
        var count = 0;
        for (var i = 0; i < hashes.Length; i++)
            if (i == 0 || hashes[i] != hashes[i - 1])
                hashes[count++] = hashes[i];
        Array.Resize(ref hashes, count);
        return new(hashes);
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
