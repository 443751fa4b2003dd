using System.Runtime.CompilerServices;

namespace Demarche.Parsing;

/// <summary>The feature values a model knows, each by its hash, with a number from 1; 0 stands for all others.</summary>
internal sealed class Vocabulary
{
    private readonly ulong[] _slots;
    private readonly int[] _numbers;
    private readonly int _mask;

    /// <param name="hashes">In the order of their numbers; none is 0, none comes twice.</param>
    // There are some ten thousand at each start: compiled at its best at once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Vocabulary(ulong[] hashes)
    {
        Hashes = hashes;
        var capacity = 16;
        while (capacity < hashes.Length * 2)
            capacity *= 2;
        _slots = new ulong[capacity];
        _numbers = new int[capacity];
        _mask = capacity - 1;
        for (var i = 0; i < hashes.Length; i++)
        {
            var slot = SlotOf(hashes[i]);
            _slots[slot] = hashes[i];
            _numbers[slot] = i + 1;
        }
    }

    public ulong[] Hashes { get; }

    /// <summary>Known values and the unknown one.</summary>
    public int Count => Hashes.Length + 1;

    public int NumberOf(ulong hash) => _numbers[SlotOf(hash)];

    private int SlotOf(ulong hash)
    {
        var slot = (int)(hash >> 16) & _mask;
        while (_slots[slot] != 0 && _slots[slot] != hash)
            slot = (slot + 1) & _mask;
        return slot;
    }
}
