using System.Numerics;
using System.Runtime.InteropServices;

namespace Demarche.Codebooks;

/// <summary>
/// Tells whether files are those that were compiled: four lanes of 64 bits mixed as in xxHash64, each of which changes with any word that it takes. It is no
/// defence against somebody who means to deceive, and takes a tenth of the time of one.
/// </summary>
internal sealed class ContentHash
{
    /// <summary>In bytes.</summary>
    public const int Length = 4 * sizeof(ulong);

    private const ulong First = 0x9E3779B185EBCA87;
    private const ulong Second = 0xC2B2AE3D27D4EB4F;

    private ulong _a = First;
    private ulong _b = Second;
    private ulong _c = ~First;
    private ulong _d = ~Second;

    /// <summary>Adds a part. What is added in other parts is another content.</summary>
    public void Add(ReadOnlySpan<byte> part)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(part);
        var at = 0;
        for (; at + 4 <= words.Length; at += 4)
        {
            _a = Mix(_a, words[at]);
            _b = Mix(_b, words[at + 1]);
            _c = Mix(_c, words[at + 2]);
            _d = Mix(_d, words[at + 3]);
        }
        for (; at < words.Length; at++)
            _a = Mix(_a, words[at]);
        foreach (var single in part[(words.Length * sizeof(ulong))..])
            _b = Mix(_b, single);
        _c = Mix(_c, (ulong)part.Length);
    }

    public byte[] Result()
    {
        var result = new byte[Length];
        for (var lane = 0; lane < 4; lane++)
            BitConverter.TryWriteBytes(result.AsSpan(lane * sizeof(ulong)), lane switch { 0 => _a, 1 => _b, 2 => _c, _ => _d });
        return result;
    }

    private static ulong Mix(ulong lane, ulong word) => BitOperations.RotateLeft(lane + word * Second, 31) * First;
}
