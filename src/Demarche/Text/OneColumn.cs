namespace Demarche.Text;

/// <summary>One column at a time, for machines without wide registers.</summary>
internal readonly unsafe struct OneColumn : IColumns<int, int, int>
{
    public static int Count => 1;

    public static int Load(sbyte* source) => *(int*)source;

    public static int Repeat(byte* source) => *(int*)source;

    public static int Products(int a0, int b0, int a1, int b1, int a2, int b2, int a3, int b3) =>
        Products(a0, b0) + Products(a1, b1) + Products(a2, b2) + Products(a3, b3);

    public static int Add(int sum, int first, int second) => sum + first + second;

    public static void Finish(int sum, float* offset, float* scale, float* addend, float* target) =>
        *target = MathF.FusedMultiplyAdd(sum - *offset, *scale, *addend);

    private static int Products(int a, int b) =>
        (a & 0xFF) * (sbyte)b + ((a >> 8) & 0xFF) * (sbyte)(b >> 8) + ((a >> 16) & 0xFF) * (sbyte)(b >> 16) + (a >>> 24) * (b >> 24);
}
