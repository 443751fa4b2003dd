using System.Numerics;
using System.Runtime.InteropServices;

namespace Demarche.Codebooks.Compiled;

/// <summary>
/// Tells whether files are those that were compiled: four lanes of 64 bits mixed as in xxHash64, each of which changes with any word that it takes. It is no
/// defence against somebody who means to deceive, and takes a tenth of the time of one.
/// </summary>
internal static class ContentHash
{
    /// <summary>How many words of 64 bits a hash has.</summary>
    public const int Words = 4;

    private const ulong First = 0x9E3779B185EBCA87;
    private const ulong Second = 0xC2B2AE3D27D4EB4F;

    public static ulong[] Of(ReadOnlySpan<byte> content)
    {
        var (a, b, c, d) = (First, Second, ~First, ~Second);
        var words = MemoryMarshal.Cast<byte, ulong>(content);
        var at = 0;
        for (; at + Words <= words.Length; at += Words)
        {
            a = Mix(a, words[at]);
            b = Mix(b, words[at + 1]);
            c = Mix(c, words[at + 2]);
            d = Mix(d, words[at + 3]);
        }
        for (; at < words.Length; at++)
            a = Mix(a, words[at]);
        foreach (var single in content[(words.Length * sizeof(ulong))..])
            b = Mix(b, single);
        return [a, b, Mix(c, (ulong)content.Length), d];
    }

    private static ulong Mix(ulong lane, ulong word) => BitOperations.RotateLeft(lane + word * Second, 31) * First;
}
