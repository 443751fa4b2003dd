using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Demarche.Text;

/// <summary>Eight columns at once, on AVX2.</summary>
internal readonly unsafe struct EightColumns : IColumns<Vector256<sbyte>, Vector256<short>, Vector256<int>>
{
    public static int Count => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<sbyte> Load(sbyte* source) => Vector256.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<sbyte> Repeat(byte* source) => Vector256.Create(*(int*)source).AsSByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Products(
        Vector256<sbyte> a0, Vector256<sbyte> b0, Vector256<sbyte> a1, Vector256<sbyte> b1, Vector256<sbyte> a2, Vector256<sbyte> b2, Vector256<sbyte> a3, Vector256<sbyte> b3) =>
        Avx2.MultiplyAddAdjacent(a0.AsByte(), b0) + Avx2.MultiplyAddAdjacent(a1.AsByte(), b1)
        + (Avx2.MultiplyAddAdjacent(a2.AsByte(), b2) + Avx2.MultiplyAddAdjacent(a3.AsByte(), b3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Add(Vector256<int> sum, Vector256<short> first, Vector256<short> second) =>
        sum + Avx2.MultiplyAddAdjacent(first + second, Vector256<short>.One);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Finish(Vector256<int> sum, float* offset, float* scale, float* addend, float* target) =>
        Vector256.FusedMultiplyAdd(Vector256.ConvertToSingle(sum) - Vector256.Load(offset), Vector256.Load(scale), Vector256.Load(addend)).Store(target);
}
