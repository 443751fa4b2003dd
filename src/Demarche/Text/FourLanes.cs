using System.Runtime.Intrinsics;

namespace Demarche.Text;

/// <summary>Four numbers at once.</summary>
internal readonly unsafe struct FourLanes : ILanes<Vector128<float>>
{
    public static int Count => 4;

    public static Vector128<float> Load(float* source) => Vector128.Load(source);

    public static void Store(Vector128<float> value, float* target) => value.Store(target);

    public static void StoreBytes(Vector128<float> whole, byte* target)
    {
        var numbers = Vector128.ConvertToInt32Native(whole);
        var narrow = Vector128.Narrow(Vector128.Narrow(numbers, numbers), Vector128<short>.Zero);
        *(int*)target = narrow.AsInt32()[0];
    }

    public static Vector128<float> Create(float value) => Vector128.Create(value);

    public static Vector128<float> Add(Vector128<float> a, Vector128<float> b) => a + b;

    public static Vector128<float> Multiply(Vector128<float> a, Vector128<float> b) => a * b;

    public static Vector128<float> Divide(Vector128<float> a, Vector128<float> b) => a / b;

    public static Vector128<float> MultiplyAdd(Vector128<float> a, Vector128<float> b, Vector128<float> c) => Vector128.FusedMultiplyAdd(a, b, c);

    public static Vector128<float> Min(Vector128<float> a, Vector128<float> b) => Vector128.MinNative(a, b);

    public static Vector128<float> Max(Vector128<float> a, Vector128<float> b) => Vector128.MaxNative(a, b);

    public static Vector128<float> Round(Vector128<float> a) => Vector128.Round(a);

    public static Vector128<float> Scale(Vector128<float> a, Vector128<float> whole) =>
        a * Vector128.ShiftLeft(Vector128.ConvertToInt32Native(whole) + Vector128.Create(127), 23).AsSingle();
}
