using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Demarche.Text;

/// <summary>Sixteen columns at once, on AVX-512.</summary>
internal readonly unsafe struct SixteenColumns : IColumns<Vector512<sbyte>, Vector512<short>, Vector512<int>>
{
    public static int Count => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<sbyte> Load(sbyte* source) => Vector512.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<sbyte> Repeat(byte* source) => Vector512.Create(*(int*)source).AsSByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> Products(
        Vector512<sbyte> a0, Vector512<sbyte> b0, Vector512<sbyte> a1, Vector512<sbyte> b1, Vector512<sbyte> a2, Vector512<sbyte> b2, Vector512<sbyte> a3, Vector512<sbyte> b3) =>
        Avx512BW.MultiplyAddAdjacent(a0.AsByte(), b0) + Avx512BW.MultiplyAddAdjacent(a1.AsByte(), b1)
        + (Avx512BW.MultiplyAddAdjacent(a2.AsByte(), b2) + Avx512BW.MultiplyAddAdjacent(a3.AsByte(), b3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Add(Vector512<int> sum, Vector512<short> first, Vector512<short> second) =>
        sum + Avx512BW.MultiplyAddAdjacent(first + second, Vector512<short>.One);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Finish(Vector512<int> sum, float* offset, float* scale, float* addend, float* target) =>
        Vector512.FusedMultiplyAdd(Vector512.ConvertToSingle(sum) - Vector512.Load(offset), Vector512.Load(scale), Vector512.Load(addend)).Store(target);
}
