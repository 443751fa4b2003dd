using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Demarche.Parsing;

namespace Demarche.Training;

/// <summary>
/// Changes the weights against their gradients: Adam (Kingma and Ba 2015), with the gradients of all learners added in their order and cut to a greatest length.
/// A row of an embedding table is touched only when it was met.
/// </summary>
internal sealed unsafe class Optimizer
{
    private const float FirstDecay = 0.9f;
    private const float SecondDecay = 0.95f;
    private const float Epsilon = 1e-8f;
    private const double GreatestNorm = 5;

    // The dense weights are worked on in pieces of one size, so that sums do not depend on the number of threads.
    private const int Piece = 1 << 16;

    private readonly ModelWeights _weights;
    private readonly Learner[] _learners;
    private readonly double[] _squares;

    public Optimizer(ModelWeights weights, Learner[] learners)
    {
        _weights = weights;
        _learners = learners;
        _squares = new double[(weights.Dense.Length + Piece - 1) / Piece];
        DenseFirst = new float[weights.Dense.Length];
        DenseSecond = new float[weights.Dense.Length];
        First = [.. weights.Embeddings.Select(table => new float[table.Length])];
        Second = [.. weights.Embeddings.Select(table => new float[table.Length])];
    }

    public int Steps { get; set; }

    public float[] DenseFirst { get; }

    public float[] DenseSecond { get; }

    public float[][] First { get; }

    public float[][] Second { get; }

    /// <summary>Takes one step and clears the gradients.</summary>
    public void Step(float rate, ParallelOptions threads)
    {
        Steps++;
        var gradients = _learners[0].Gradients;
        Parallel.For(0, _squares.Length, threads, i => _squares[i] = AddUp(i * Piece, Math.Min(Piece, gradients.Dense.Length - i * Piece)));
        var squares = AddUpEmbeddings();
        foreach (var square in _squares)
            squares += square;
        var norm = Math.Sqrt(squares);
        var scale = norm > GreatestNorm ? (float)(GreatestNorm / norm) : 1;
        var stepSize = (float)(rate * Math.Sqrt(1 - Math.Pow(SecondDecay, Steps)) / (1 - Math.Pow(FirstDecay, Steps)));

        Parallel.For(0, _squares.Length, threads, i =>
        {
            var from = i * Piece;
            var count = Math.Min(Piece, gradients.Dense.Length - from);
            Change(_weights.Dense.AsSpan(from, count), gradients.Dense.AsSpan(from, count), DenseFirst.AsSpan(from, count), DenseSecond.AsSpan(from, count), stepSize, scale);
            foreach (var learner in _learners)
                learner.Gradients.Dense.AsSpan(from, count).Clear();
        });
        for (var f = 0; f < First.Length; f++)
        {
            var size = _weights.Architecture.EmbeddingSizes[f];
            foreach (var number in gradients.Met[f])
                Change(_weights.Embeddings[f].AsSpan(number * size, size), gradients.Row(f, number), First[f].AsSpan(number * size, size), Second[f].AsSpan(number * size, size), stepSize, scale);
        }
        foreach (var learner in _learners)
            learner.Gradients.ClearEmbeddings();
    }

    // Brings the gradients of all learners together in the first one; returns the sum of their squares.
    private double AddUp(int from, int count)
    {
        var total = _learners[0].Gradients.Dense.AsSpan(from, count);
        for (var l = 1; l < _learners.Length; l++)
            Add(total, _learners[l].Gradients.Dense.AsSpan(from, count));
        return Squares(total);
    }

    private double AddUpEmbeddings()
    {
        var total = _learners[0].Gradients;
        var squares = 0.0;
        for (var f = 0; f < First.Length; f++)
        {
            for (var l = 1; l < _learners.Length; l++)
                foreach (var number in _learners[l].Gradients.Met[f])
                {
                    total.Meet(f, number);
                    Add(total.Row(f, number), _learners[l].Gradients.Row(f, number));
                }
            foreach (var number in total.Met[f])
                squares += Squares(total.Row(f, number));
        }
        return squares;
    }

    private static void Add(Span<float> target, ReadOnlySpan<float> other)
    {
        var i = 0;
        for (; i + 16 <= target.Length; i += 16)
            (Vector512.LoadUnsafe(ref target[i]) + Vector512.LoadUnsafe(in other[i])).StoreUnsafe(ref target[i]);
        for (; i < target.Length; i++)
            target[i] += other[i];
    }

    private static double Squares(ReadOnlySpan<float> values)
    {
        var sums = Vector512<float>.Zero;
        var i = 0;
        for (; i + 16 <= values.Length; i += 16)
        {
            var value = Vector512.LoadUnsafe(in values[i]);
            sums += value * value;
        }
        var sum = 0.0;
        for (var lane = 0; lane < 16; lane++)
            sum += sums[lane];
        for (; i < values.Length; i++)
            sum += values[i] * values[i];
        return sum;
    }

    private static void Change(Span<float> weights, ReadOnlySpan<float> gradients, Span<float> first, Span<float> second, float stepSize, float scale)
    {
        ref var w = ref MemoryMarshal.GetReference(weights);
        ref var g = ref MemoryMarshal.GetReference(gradients);
        ref var m = ref MemoryMarshal.GetReference(first);
        ref var v = ref MemoryMarshal.GetReference(second);
        var i = 0;
        for (; i + 16 <= weights.Length; i += 16)
        {
            var gradient = Vector512.LoadUnsafe(ref g, (nuint)i) * scale;
            var mean = Vector512.LoadUnsafe(ref m, (nuint)i) * FirstDecay + gradient * (1 - FirstDecay);
            var square = Vector512.LoadUnsafe(ref v, (nuint)i) * SecondDecay + gradient * gradient * (1 - SecondDecay);
            mean.StoreUnsafe(ref m, (nuint)i);
            square.StoreUnsafe(ref v, (nuint)i);
            (Vector512.LoadUnsafe(ref w, (nuint)i) - mean * stepSize / (Vector512.Sqrt(square) + Vector512.Create(Epsilon))).StoreUnsafe(ref w, (nuint)i);
        }
        for (; i < weights.Length; i++)
        {
            var gradient = gradients[i] * scale;
            first[i] = first[i] * FirstDecay + gradient * (1 - FirstDecay);
            second[i] = second[i] * SecondDecay + gradient * gradient * (1 - SecondDecay);
            weights[i] -= first[i] * stepSize / (MathF.Sqrt(second[i]) + Epsilon);
        }
    }
}
