using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Demarche.Text;

/// <summary>Sixteen numbers at once.</summary>
internal readonly unsafe struct SixteenLanes : ILanes<Vector512<float>>
{
    public static int Count => 16;

    public static Vector512<float> Load(float* source) => Vector512.Load(source);

    public static void Store(Vector512<float> value, float* target) => value.Store(target);

    public static void StoreBytes(Vector512<float> whole, byte* target) =>
        Avx512F.ConvertToVector128Byte(Vector512.ConvertToInt32Native(whole)).Store(target);

    public static Vector512<float> Create(float value) => Vector512.Create(value);

    public static Vector512<float> Add(Vector512<float> a, Vector512<float> b) => a + b;

    public static Vector512<float> Multiply(Vector512<float> a, Vector512<float> b) => a * b;

    public static Vector512<float> Divide(Vector512<float> a, Vector512<float> b) => a / b;

    public static Vector512<float> MultiplyAdd(Vector512<float> a, Vector512<float> b, Vector512<float> c) => Vector512.FusedMultiplyAdd(a, b, c);

    public static Vector512<float> Min(Vector512<float> a, Vector512<float> b) => Vector512.MinNative(a, b);

    public static Vector512<float> Max(Vector512<float> a, Vector512<float> b) => Vector512.MaxNative(a, b);

    public static Vector512<float> Round(Vector512<float> a) => Vector512.Round(a);

    public static Vector512<float> Scale(Vector512<float> a, Vector512<float> whole) => Avx512F.Scale(a, whole);
}
