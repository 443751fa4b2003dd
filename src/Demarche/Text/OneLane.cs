namespace Demarche.Text;

/// <summary>One number at a time, for ends of rows and for machines without wide registers.</summary>
internal readonly unsafe struct OneLane : ILanes<float>
{
    public static int Count => 1;

    public static float Load(float* source) => *source;

    public static void Store(float value, float* target) => *target = value;

    public static void StoreBytes(float whole, byte* target) => *target = (byte)whole;

    public static float Create(float value) => value;

    public static float Add(float a, float b) => a + b;

    public static float Multiply(float a, float b) => a * b;

    public static float Divide(float a, float b) => a / b;

    public static float MultiplyAdd(float a, float b, float c) => MathF.FusedMultiplyAdd(a, b, c);

    public static float Min(float a, float b) => a < b ? a : b;

    public static float Max(float a, float b) => a > b ? a : b;

    public static float Round(float a) => MathF.Round(a, MidpointRounding.ToEven);

    public static float Scale(float a, float whole) => a * BitConverter.Int32BitsToSingle(((int)whole + 127) << 23);
}
