namespace Demarche.Text;

/// <summary>
/// Open addressing in a flat array: a slot holds the number of a row, or −1. Rows are looked for from the slot that the hash of their key gives, onwards
/// to an empty one.
/// </summary>
internal static class Slots
{
    /// <summary>The slots for rows with these hashes; of rows with one key the first is found.</summary>
    public static int[] Of(IReadOnlyList<uint> hashes)
    {
        var slots = new int[Size(hashes.Count)];
        slots.AsSpan().Fill(-1);
        for (var row = 0; row < hashes.Count; row++)
        {
            var at = First(hashes[row], slots.Length);
            while (slots[at] >= 0)
                at = Next(at, slots.Length);
            slots[at] = row;
        }
        return slots;
    }

    // At most half full.
    public static int Size(int count) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(count * 2, 4));

    public static int First(uint hash, int length) => (int)(hash & (uint)(length - 1));

    public static int Next(int slot, int length) => (slot + 1) & (length - 1);

    /// <summary>FNV-1a over UTF-16 units, mixed so that its low bits are good.</summary>
    public static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619u;
        return Mix(hash);
    }

    /// <summary>The same whatever the capitals.</summary>
    public static uint HashIgnoringCase(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = (hash ^ char.ToUpperInvariant(c)) * 16777619u;
        return Mix(hash);
    }

    public static uint Hash(ReadOnlySpan<char> first, ReadOnlySpan<char> second) => Mix(Hash(first) * 31 + Hash(second));

    private static uint Mix(uint hash)
    {
        hash ^= hash >> 15;
        hash *= 0x85EBCA6Bu;
        return hash ^ (hash >> 13);
    }
}
