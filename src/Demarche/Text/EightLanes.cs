using System.Runtime.Intrinsics;

namespace Demarche.Text;

/// <summary>Eight numbers at once.</summary>
internal readonly unsafe struct EightLanes : ILanes<Vector256<float>>
{
    public static int Count => 8;

    public static Vector256<float> Load(float* source) => Vector256.Load(source);

    public static void Store(Vector256<float> value, float* target) => value.Store(target);

    public static void StoreBytes(Vector256<float> whole, byte* target)
    {
        var numbers = Vector256.ConvertToInt32Native(whole);
        var narrow = Vector128.Narrow(numbers.GetLower(), numbers.GetUpper());
        *(long*)target = Vector128.Narrow(narrow, narrow).AsInt64()[0];
    }

    public static Vector256<float> Create(float value) => Vector256.Create(value);

    public static Vector256<float> Add(Vector256<float> a, Vector256<float> b) => a + b;

    public static Vector256<float> Multiply(Vector256<float> a, Vector256<float> b) => a * b;

    public static Vector256<float> Divide(Vector256<float> a, Vector256<float> b) => a / b;

    public static Vector256<float> MultiplyAdd(Vector256<float> a, Vector256<float> b, Vector256<float> c) => Vector256.FusedMultiplyAdd(a, b, c);

    public static Vector256<float> Min(Vector256<float> a, Vector256<float> b) => Vector256.MinNative(a, b);

    public static Vector256<float> Max(Vector256<float> a, Vector256<float> b) => Vector256.MaxNative(a, b);

    public static Vector256<float> Round(Vector256<float> a) => Vector256.Round(a);

    public static Vector256<float> Scale(Vector256<float> a, Vector256<float> whole) =>
        a * Vector256.ShiftLeft(Vector256.ConvertToInt32Native(whole) + Vector256.Create(127), 23).AsSingle();
}
