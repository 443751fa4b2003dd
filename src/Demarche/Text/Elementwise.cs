using System.Numerics;
using System.Runtime.CompilerServices;

namespace Demarche.Text;

/// <summary>Operations on each of many numbers; as each is on its own, the width of the machine's registers does not show in the results.</summary>
internal static unsafe class Elementwise
{
    /// <summary>The greatest number without its sign; 0 when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float GreatestSize(ReadOnlySpan<float> values)
    {
        var most = Vector<float>.Zero;
        var i = 0;
        for (; i + Vector<float>.Count <= values.Length; i += Vector<float>.Count)
            most = Vector.Max(most, Vector.Abs(new Vector<float>(values[i..])));
        var result = 0f;
        for (var lane = 0; lane < Vector<float>.Count; lane++)
            result = MathF.Max(result, most[lane]);
        for (; i < values.Length; i++)
            result = MathF.Max(result, MathF.Abs(values[i]));
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(ReadOnlySpan<float> values, float factor, Span<float> target)
    {
        var i = 0;
        for (; i + Vector<float>.Count <= values.Length; i += Vector<float>.Count)
            (new Vector<float>(values[i..]) * factor).CopyTo(target[i..]);
        for (; i < values.Length; i++)
            target[i] = values[i] * factor;
    }

    /// <summary>Each number times <paramref name="factor"/>, rounded (ties to even), plus <paramref name="zero"/>, as a byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Round(ReadOnlySpan<float> values, float factor, int zero, Span<byte> target)
    {
        var i = 0;
        var step = 4 * Vector<float>.Count;
        var offset = new Vector<int>(zero);
        for (; i + step <= values.Length; i += step)
        {
            var quarter = Vector<float>.Count;
            var low = Vector.Narrow(Whole(values[i..]), Whole(values[(i + quarter)..]));
            var high = Vector.Narrow(Whole(values[(i + 2 * quarter)..]), Whole(values[(i + 3 * quarter)..]));
            Vector.AsVectorByte(Vector.Narrow(low, high)).CopyTo(target[i..]);
        }
        for (; i < values.Length; i++)
            target[i] = (byte)((int)MathF.Round(values[i] * factor, MidpointRounding.ToEven) + zero);

        Vector<int> Whole(ReadOnlySpan<float> part) => Vector.ConvertToInt32(Vector.Round(new Vector<float>(part) * factor)) + offset;
    }

    /// <summary>Puts 0 in the place of what is less.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rectify(float* values, int count)
    {
        var i = 0;
        for (; i + Vector<float>.Count <= count; i += Vector<float>.Count)
            Vector.MaxNative(Vector.Load(values + i), Vector<float>.Zero).Store(values + i);
        for (; i < count; i++)
            values[i] = MathF.Max(values[i], 0);
    }

    /// <summary>The sums of two rows, with 0 in the place of what is less.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddRectified(float* a, float* b, float* target, int count)
    {
        var i = 0;
        for (; i + Vector<float>.Count <= count; i += Vector<float>.Count)
            Vector.MaxNative(Vector.Load(a + i) + Vector.Load(b + i), Vector<float>.Zero).Store(target + i);
        for (; i < count; i++)
            target[i] = MathF.Max(a[i] + b[i], 0);
    }

    /// <summary>The index of the greatest number, of several the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int IndexOfGreatest(float* values, int count)
    {
        var most = values[0];
        var i = 0;
        if (count >= Vector<float>.Count)
        {
            var lanes = Vector.Load(values);
            for (i = Vector<float>.Count; i + Vector<float>.Count <= count; i += Vector<float>.Count)
                lanes = Vector.MaxNative(lanes, Vector.Load(values + i));
            for (var lane = 0; lane < Vector<float>.Count; lane++)
                most = lanes[lane] > most ? lanes[lane] : most;
        }
        for (; i < count; i++)
            most = values[i] > most ? values[i] : most;

        i = 0;
        var sought = new Vector<float>(most);
        while (i + Vector<float>.Count <= count && !Vector.EqualsAny(Vector.Load(values + i), sought))
            i += Vector<float>.Count;
        while (i < count && values[i] != most)
            i++;
        return i < count ? i : 0;
    }
}
