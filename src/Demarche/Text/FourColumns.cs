using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Demarche.Text;

/// <summary>Four columns at once, with what all machines with registers of 128 bits have.</summary>
internal readonly unsafe struct FourColumns : IColumns<Vector128<int>, Vector128<int>, Vector128<int>>
{
    public static int Count => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Load(sbyte* source) => Vector128.Load((int*)source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Repeat(byte* source) => Vector128.Create(*(int*)source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Products(
        Vector128<int> a0, Vector128<int> b0, Vector128<int> a1, Vector128<int> b1, Vector128<int> a2, Vector128<int> b2, Vector128<int> a3, Vector128<int> b3) =>
        Products(a0, b0) + Products(a1, b1) + Products(a2, b2) + Products(a3, b3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Add(Vector128<int> sum, Vector128<int> first, Vector128<int> second) => sum + first + second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Finish(Vector128<int> sum, float* offset, float* scale, float* addend, float* target) =>
        Vector128.FusedMultiplyAdd(Vector128.ConvertToSingle(sum) - Vector128.Load(offset), Vector128.Load(scale), Vector128.Load(addend)).Store(target);

    // Each byte of a column comes to the lower end of its lane in turn; b keeps its sign.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Products(Vector128<int> a, Vector128<int> b)
    {
        var low = Vector128.Create(0xFF);
        return (a & low) * ((b << 24) >> 24)
            + ((a >> 8) & low) * ((b << 16) >> 24)
            + ((a >> 16) & low) * ((b << 8) >> 24)
            + (a >>> 24) * (b >> 24);
    }
}
