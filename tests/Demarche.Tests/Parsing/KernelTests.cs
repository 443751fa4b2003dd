using Demarche.Text;
using Demarche.Training;

namespace Demarche.Tests.Parsing;

[Collection("width of registers")]
public sealed unsafe class KernelTests
{
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

        foreach (var width in Enum.GetValues<VectorWidth>())
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
        foreach (var width in Enum.GetValues<VectorWidth>())
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
