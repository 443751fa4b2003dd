using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Demarche.Text;

/// <summary>
/// The non-linear functions of the network. They are our own because those of the platform may differ in the last bit from one machine to the next.
/// </summary>
internal static unsafe class Activation
{
    /// <summary>eˣ, for one number.</summary>
    public static float Exp(float x) => Exp<OneLane, float>(x);

    /// <summary>
    /// One step of an LSTM cell over <paramref name="size"/> units. <paramref name="gates"/> holds the sums for input, forget, candidate and output,
    /// one after the other, and afterwards their activations; <paramref name="cell"/> goes from the former state to the new one.
    /// </summary>
    public static void LstmCell(float* gates, float* cell, float* output, int size, VectorWidth width)
    {
        var done = width switch
        {
            VectorWidth.Sixteen => LstmCell<SixteenLanes, Vector512<float>>(gates, cell, output, size, 0),
            VectorWidth.Eight => LstmCell<EightLanes, Vector256<float>>(gates, cell, output, size, 0),
            VectorWidth.Four => LstmCell<FourLanes, Vector128<float>>(gates, cell, output, size, 0),
            _ => 0,
        };
        LstmCell<OneLane, float>(gates, cell, output, size, done);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int LstmCell<TLanes, TVector>(float* gates, float* cell, float* output, int size, int from)
        where TLanes : struct, ILanes<TVector>
        where TVector : unmanaged
    {
        var i = from;
        for (; i + TLanes.Count <= size; i += TLanes.Count)
        {
            var input = Sigmoid<TLanes, TVector>(TLanes.Load(gates + i));
            var forget = Sigmoid<TLanes, TVector>(TLanes.Load(gates + size + i));
            var candidate = Tanh<TLanes, TVector>(TLanes.Load(gates + 2 * size + i));
            var exposed = Sigmoid<TLanes, TVector>(TLanes.Load(gates + 3 * size + i));
            var state = TLanes.MultiplyAdd(forget, TLanes.Load(cell + i), TLanes.Multiply(input, candidate));
            TLanes.Store(input, gates + i);
            TLanes.Store(forget, gates + size + i);
            TLanes.Store(candidate, gates + 2 * size + i);
            TLanes.Store(exposed, gates + 3 * size + i);
            TLanes.Store(state, cell + i);
            TLanes.Store(TLanes.Multiply(exposed, Tanh<TLanes, TVector>(state)), output + i);
        }
        return i;
    }

    /// <summary>
    /// The same step for reading, not for learning: the output is a byte a unit, as <see cref="ByteProduct"/> takes it, the gates stay as they are,
    /// and powers are exact to five digits, which is finer than the bytes by far.
    /// </summary>
    public static void LstmCell(float* gates, float* cell, byte* output, int size, VectorWidth width)
    {
        var done = width switch
        {
            VectorWidth.Sixteen => LstmCell<SixteenLanes, Vector512<float>>(gates, cell, output, size, 0),
            VectorWidth.Eight => LstmCell<EightLanes, Vector256<float>>(gates, cell, output, size, 0),
            VectorWidth.Four => LstmCell<FourLanes, Vector128<float>>(gates, cell, output, size, 0),
            _ => 0,
        };
        LstmCell<OneLane, float>(gates, cell, output, size, done);
    }

    // With σ(x) = 1 / (1 + e⁻ˣ) and tanh(x) = (1 − e⁻²ˣ) / (1 + e⁻²ˣ), each line needs one division only.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int LstmCell<TLanes, TVector>(float* gates, float* cell, byte* output, int size, int from)
        where TLanes : struct, ILanes<TVector>
        where TVector : unmanaged
    {
        const float Log2E = 1.44269504f;
        var one = TLanes.Create(1);
        var minusOne = TLanes.Create(-1);
        var i = from;
        for (; i + TLanes.Count <= size; i += TLanes.Count)
        {
            var input = Power<TLanes, TVector>(TLanes.Load(gates + i), -Log2E);
            var forget = Power<TLanes, TVector>(TLanes.Load(gates + size + i), -Log2E);
            var candidate = Power<TLanes, TVector>(TLanes.Load(gates + 2 * size + i), -2 * Log2E);
            var exposed = Power<TLanes, TVector>(TLanes.Load(gates + 3 * size + i), -Log2E);
            var added = TLanes.Multiply(TLanes.Add(one, input), TLanes.Add(one, candidate));
            forget = TLanes.Add(one, forget);
            var state = TLanes.Divide(
                TLanes.MultiplyAdd(TLanes.Load(cell + i), added, TLanes.Multiply(TLanes.MultiplyAdd(candidate, minusOne, one), forget)),
                TLanes.Multiply(forget, added));
            TLanes.Store(state, cell + i);
            state = Power<TLanes, TVector>(state, -2 * Log2E);
            var result = TLanes.Divide(TLanes.MultiplyAdd(state, minusOne, one), TLanes.Multiply(TLanes.Add(one, exposed), TLanes.Add(one, state)));
            TLanes.StoreBytes(TLanes.Round(TLanes.MultiplyAdd(result, TLanes.Create(ByteProduct.Zero), TLanes.Create(ByteProduct.Zero))), output + i);
        }
        return i;
    }

    /// <summary>Puts tanh of each number in its place.</summary>
    public static void Tanh(float* values, int size, VectorWidth width)
    {
        var done = width switch
        {
            VectorWidth.Sixteen => Tanh<SixteenLanes, Vector512<float>>(values, size, 0),
            VectorWidth.Eight => Tanh<EightLanes, Vector256<float>>(values, size, 0),
            VectorWidth.Four => Tanh<FourLanes, Vector128<float>>(values, size, 0),
            _ => 0,
        };
        Tanh<OneLane, float>(values, size, done);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Tanh<TLanes, TVector>(float* values, int size, int from)
        where TLanes : struct, ILanes<TVector>
        where TVector : unmanaged
    {
        var i = from;
        for (; i + TLanes.Count <= size; i += TLanes.Count)
            TLanes.Store(Tanh<TLanes, TVector>(TLanes.Load(values + i)), values + i);
        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Sigmoid<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector>
        where TVector : unmanaged
    {
        var one = TLanes.Create(1);
        return TLanes.Divide(one, TLanes.Add(one, Exp<TLanes, TVector>(TLanes.Multiply(x, TLanes.Create(-1)))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Tanh<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector>
        where TVector : unmanaged =>
        TLanes.MultiplyAdd(TLanes.Create(2), Sigmoid<TLanes, TVector>(TLanes.Add(x, x)), TLanes.Create(-1));

    // 2 to the power of x times a factor, between 2⁻³⁰ and 2³⁰, so that products of three stay finite. 2ˣ = 2ⁿ · 2ʳ with n whole and |r| ≤ ½.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Power<TLanes, TVector>(TVector x, float factor)
        where TLanes : struct, ILanes<TVector>
        where TVector : unmanaged
    {
        x = TLanes.Max(TLanes.Min(TLanes.Multiply(x, TLanes.Create(factor)), TLanes.Create(30)), TLanes.Create(-30));
        var whole = TLanes.Round(x);
        var rest = TLanes.MultiplyAdd(whole, TLanes.Create(-1), x);
        var sum = TLanes.MultiplyAdd(TLanes.Create(0.00965671029f), rest, TLanes.Create(0.0558382829f));
        sum = TLanes.MultiplyAdd(sum, rest, TLanes.Create(0.240225301f));
        sum = TLanes.MultiplyAdd(sum, rest, TLanes.Create(0.693136734f));
        return TLanes.Scale(TLanes.MultiplyAdd(sum, rest, TLanes.Create(1)), whole);
    }

    // eˣ = 2ⁿ · eʳ with n whole and |r| ≤ ln 2 / 2; ln 2 is taken off in two parts so that r keeps its low bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Exp<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector>
        where TVector : unmanaged
    {
        x = TLanes.Max(TLanes.Min(x, TLanes.Create(88)), TLanes.Create(-87));
        var whole = TLanes.Round(TLanes.Multiply(x, TLanes.Create(1.44269504f)));
        var rest = TLanes.MultiplyAdd(whole, TLanes.Create(-0.693359375f), x);
        rest = TLanes.MultiplyAdd(whole, TLanes.Create(2.12194440e-4f), rest);
        var sum = TLanes.MultiplyAdd(TLanes.Create(1.9875691500e-4f), rest, TLanes.Create(1.3981999507e-3f));
        sum = TLanes.MultiplyAdd(sum, rest, TLanes.Create(8.3334519073e-3f));
        sum = TLanes.MultiplyAdd(sum, rest, TLanes.Create(4.1665795894e-2f));
        sum = TLanes.MultiplyAdd(sum, rest, TLanes.Create(1.6666665459e-1f));
        sum = TLanes.MultiplyAdd(sum, rest, TLanes.Create(5.0000001201e-1f));
        sum = TLanes.MultiplyAdd(sum, TLanes.Multiply(rest, rest), TLanes.Add(rest, TLanes.Create(1)));
        return TLanes.Scale(sum, whole);
    }
}
