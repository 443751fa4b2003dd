using Demarche.Text;
using Demarche.Training;

namespace Demarche.Tests.Parsing;

[Collection("width of registers")]
public sealed unsafe class KernelTests
{
    /// <summary>The widths that this machine has, up to the one that it works with.</summary>
    internal static IReadOnlyList<VectorWidth> Widths { get; } = [.. Enum.GetValues<VectorWidth>().Where(width => width <= MatrixProduct.Width)];

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 5, 31)]
    [InlineData(8, 160, 32)]
    [InlineData(15, 33, 97)]
    [InlineData(21, 7, 64)]
    public void Products_are_one_chain_of_multiply_adds_with_every_width(int rows, int inner, int columns)
    {
        var chance = new Chance(5);
        var (a, b, c) = (Random(rows * inner), Random(inner * columns), Random(rows * columns));
        var packed = new FloatBuffer(MatrixProduct.PackedLength(inner, columns));
        MatrixProduct.Pack(b.Pointer, inner, columns, columns, packed.Pointer);
        var expected = new float[rows * columns];
        for (var r = 0; r < rows; r++)
            for (var j = 0; j < columns; j++)
            {
                var sum = c.Pointer[r * columns + j];
                for (var k = 0; k < inner; k++)
                    sum = MathF.FusedMultiplyAdd(a.Pointer[r * inner + k], b.Pointer[k * columns + j], sum);
                expected[r * columns + j] = sum;
            }

        foreach (var width in Widths)
        {
            var result = new FloatBuffer(rows * columns);
            c.Span[..(rows * columns)].CopyTo(result.Span);
            With(width, () => MatrixProduct.AddTo(result.Pointer, columns, a.Pointer, inner, rows, inner, packed.Pointer, columns));
            Assert.Equal(expected, result.Span[..(rows * columns)].ToArray());
        }

        FloatBuffer Random(int length)
        {
            var buffer = new FloatBuffer(length);
            for (var i = 0; i < length; i++)
                buffer.Pointer[i] = 2 * chance.NextFloat() - 1;
            return buffer;
        }
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 5, 31)]
    [InlineData(4, 192, 32)]
    [InlineData(7, 20, 97)]
    [InlineData(21, 48, 64)]
    public void Products_of_bytes_are_whole_numbers_with_every_width(int rows, int inner, int columns)
    {
        var chance = new Chance(5);
        var matrix = new FloatBuffer(inner * columns);
        for (var i = 0; i < inner * columns; i++)
            matrix.Pointer[i] = chance.NextFloat() - 0.5f;
        var rounded = new ByteMatrix(matrix.Pointer, inner, columns);
        var (bytes, addend) = (new ByteBuffer(rows * rounded.PaddedRows), new FloatBuffer(rounded.PaddedColumns));
        for (var i = 0; i < rows * rounded.PaddedRows; i++)
            bytes.Pointer[i] = (byte)chance.Below(2 * ByteProduct.Zero + 1);
        for (var i = 0; i < columns; i++)
            addend.Pointer[i] = chance.NextFloat();
        float*[] targets = new float*[rows], addends = new float*[rows];
        var sources = new byte*[rows];
        var expected = new float[rows * columns];
        for (var r = 0; r < rows; r++)
            for (var j = 0; j < columns; j++)
            {
                var sum = 0;
                double exact = 0, most = 0;
                for (var k = 0; k < inner; k++)
                {
                    var state = bytes.Pointer[r * rounded.PaddedRows + k];
                    sum += state * rounded.Bytes[j / ByteMatrix.Panel * ByteMatrix.Panel * rounded.PaddedRows + k / 4 * 4 * ByteMatrix.Panel + j % ByteMatrix.Panel * 4 + k % 4];
                    exact += (state - ByteProduct.Zero) / (double)ByteProduct.Zero * matrix.Pointer[k * columns + j];
                    most += Math.Abs(state - ByteProduct.Zero);
                }
                expected[r * columns + j] = MathF.FusedMultiplyAdd(sum - rounded.Offsets[j], rounded.Scales[j], addend.Pointer[j]);
                // Each weight is off by half a step of its column at most.
                var off = most * rounded.Scales[j] / 2 + 1e-5;
                Assert.InRange(expected[r * columns + j] - addend.Pointer[j] - exact, -off, off);
            }

        foreach (var width in Widths)
        {
            var result = new FloatBuffer(rows * rounded.PaddedColumns);
            for (var r = 0; r < rows; r++)
            {
                targets[r] = result.Pointer + r * rounded.PaddedColumns;
                addends[r] = addend.Pointer;
                sources[r] = bytes.Pointer + r * rounded.PaddedRows;
            }
            fixed (float** t = targets, a = addends)
            fixed (byte** s = sources)
            {
                var (target, added, source) = ((nint)t, (nint)a, (nint)s);
                With(width, () => ByteProduct.AddTo((float**)target, (float**)added, (byte**)source, rows, rounded));
            }
            Assert.Equal(expected, Enumerable.Range(0, rows * columns).Select(i => result.Pointer[i / columns * rounded.PaddedColumns + i % columns]));
        }
    }

    [Fact]
    public void Large_numbers_side_by_side_do_not_overflow()
    {
        const int Rows = 40;
        var matrix = new FloatBuffer(2 * Rows);
        for (var r = 0; r < Rows; r++)
            (matrix.Pointer[2 * r], matrix.Pointer[2 * r + 1]) = (1, -1);
        var rounded = new ByteMatrix(matrix.Pointer, Rows, 2);
        var (bytes, result, zero) = (new ByteBuffer(rounded.PaddedRows), new FloatBuffer(rounded.PaddedColumns), new FloatBuffer(rounded.PaddedColumns));
        for (var r = 0; r < Rows; r++)
            bytes.Pointer[r] = 2 * ByteProduct.Zero;
        foreach (var width in Widths)
        {
            With(width, () =>
            {
                float* target = result.Pointer, addend = zero.Pointer;
                var source = bytes.Pointer;
                ByteProduct.AddTo(&target, &addend, &source, 1, rounded);
            });
            Assert.InRange(result.Pointer[0], Rows - 0.8f, Rows + 0.8f);
            Assert.Equal(-result.Pointer[0], result.Pointer[1]);
        }
    }

    [Fact]
    public void A_transpose_packed_is_the_packed_transpose()
    {
        const int Rows = 7, Columns = 37;
        var chance = new Chance(6);
        var matrix = new FloatBuffer(Rows * Columns);
        foreach (ref var value in matrix.Span)
            value = chance.NextFloat();
        var transposed = new FloatBuffer(Rows * Columns);
        MatrixProduct.Transpose(matrix.Pointer, Rows, Columns, Columns, transposed.Pointer);
        var length = MatrixProduct.PackedLength(Columns, Rows);
        var (one, other) = (new FloatBuffer(length), new FloatBuffer(length));
        MatrixProduct.Pack(transposed.Pointer, Columns, Rows, Rows, one.Pointer);
        MatrixProduct.PackTransposed(matrix.Pointer, Columns, Rows, Columns, other.Pointer);
        Assert.Equal(one.Span[..length].ToArray(), other.Span[..length].ToArray());
    }

    [Fact]
    public void An_LSTM_cell_has_the_same_bits_with_every_width()
    {
        const int Size = 37;
        var results = new List<float[]>();
        foreach (var width in Widths)
        {
            var chance = new Chance(9);
            var (gates, cell, output) = (new FloatBuffer(4 * Size), new FloatBuffer(Size), new FloatBuffer(Size));
            for (var i = 0; i < 4 * Size; i++)
                gates.Pointer[i] = 30 * (chance.NextFloat() - 0.5f);
            for (var i = 0; i < Size; i++)
                cell.Pointer[i] = 4 * (chance.NextFloat() - 0.5f);
            Activation.LstmCell(gates.Pointer, cell.Pointer, output.Pointer, Size, width);
            results.Add([.. gates.Span[..(4 * Size)], .. cell.Span[..Size], .. output.Span[..Size]]);
        }
        Assert.All(results, result => Assert.Equal(results[0], result));
    }

    [Fact]
    public void A_cell_for_reading_has_the_same_bytes_with_every_width_and_hardly_differs_from_one_for_learning()
    {
        const int Size = 37;
        var results = new List<(byte[] Output, float[] Cell)>();
        foreach (var width in Widths)
        {
            var chance = new Chance(9);
            var (gates, cell, output, exactCell, exactOutput) = (new FloatBuffer(4 * Size), new FloatBuffer(Size), new ByteBuffer(Size), new FloatBuffer(Size), new FloatBuffer(Size));
            for (var i = 0; i < 4 * Size; i++)
                gates.Pointer[i] = 60 * (chance.NextFloat() - 0.5f);
            for (var i = 0; i < Size; i++)
                cell.Pointer[i] = exactCell.Pointer[i] = 4 * (chance.NextFloat() - 0.5f);
            Activation.LstmCell(gates.Pointer, cell.Pointer, output.Pointer, Size, width);
            Activation.LstmCell(gates.Pointer, exactCell.Pointer, exactOutput.Pointer, Size, width);
            for (var i = 0; i < Size; i++)
            {
                Assert.InRange(cell.Pointer[i] - exactCell.Pointer[i], -3e-5, 3e-5);
                Assert.InRange(output.Pointer[i] - ByteProduct.Zero * (1 + exactOutput.Pointer[i]), -0.51, 0.51);
            }
            results.Add((new Span<byte>(output.Pointer, Size).ToArray(), cell.Span[..Size].ToArray()));
        }
        Assert.All(results, result => Assert.Equal(results[0].Output, result.Output));
        Assert.All(results, result => Assert.Equal(results[0].Cell, result.Cell));
    }

    [Fact]
    public void Exp_and_tanh_are_right_to_six_digits()
    {
        for (var x = -80f; x < 80; x += 0.37f)
        {
            Assert.InRange(Activation.Exp(x) / Math.Exp(x), 1 - 1e-6, 1 + 1e-6);
            var tanh = x / 20;
            Activation.Tanh(&tanh, 1, VectorWidth.One);
            Assert.InRange(tanh - Math.Tanh(x / 20), -1e-6, 1e-6);
        }
    }

    /// <summary>Runs with another width of registers; classes that do so share a collection, so that they do not run at the same time.</summary>
    internal static void With(VectorWidth width, Action action)
    {
        var own = MatrixProduct.Width;
        MatrixProduct.Width = width;
        try
        {
            action();
        }
        finally
        {
            MatrixProduct.Width = own;
        }
    }
}
