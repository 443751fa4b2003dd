using Demarche.Text;

namespace Demarche.Bench;

/// <summary>The speed of the innermost loops.</summary>
internal static unsafe class KernelBench
{
    private const int Runs = 7;

    private const double Work = 4e8;

    public static int Run()
    {
        Console.WriteLine(Clock.Machine());
        foreach (var (rows, inner, columns) in new[] { (16, 192, 768), (8, 192, 768), (1, 192, 768), (16, 576, 768), (25, 384, 578), (32, 292, 1536) })
            Bytes(rows, inner, columns);
        foreach (var (rows, inner, columns) in new[] { (25, 128, 128), (25, 128, 26), (25, 128, 50) })
            Floats(rows, inner, columns);
        var (gates, cell, output) = (new FloatBuffer(768), new FloatBuffer(192), new ByteBuffer(192));
        gates.Span.Clear();
        cell.Span.Clear();
        Print("cell of 192 units", 0, () => Activation.LstmCell(gates.Pointer, cell.Pointer, output.Pointer, 192, MatrixProduct.Width), 100_000);
        return 0;
    }

    private static void Bytes(int rows, int inner, int columns)
    {
        var values = new FloatBuffer(inner * columns);
        for (var i = 0; i < inner * columns; i++)
            values.Pointer[i] = i * 7919 % 1009 / 1009f - 0.5f;
        var matrix = new ByteMatrix(values.Pointer, inner, columns);
        GC.KeepAlive(values);
        var (sources, result, addend) = (new ByteBuffer(rows * matrix.PaddedRows), new FloatBuffer(rows * matrix.PaddedColumns), new FloatBuffer(matrix.PaddedColumns));
        addend.Span.Clear();
        Print($"bytes {rows} × {inner} × {columns}", (double)rows * inner * columns, () =>
        {
            var targets = stackalloc float*[rows];
            var addends = stackalloc float*[rows];
            var bytes = stackalloc byte*[rows];
            for (var r = 0; r < rows; r++)
            {
                targets[r] = result.Pointer + r * matrix.PaddedColumns;
                addends[r] = addend.Pointer;
                bytes[r] = sources.Pointer + r * matrix.PaddedRows;
            }
            ByteProduct.AddTo(targets, addends, bytes, rows, matrix);
        });
    }

    private static void Floats(int rows, int inner, int columns)
    {
        var (packed, a, c) = (new FloatBuffer(MatrixProduct.PackedLength(inner, columns)), new FloatBuffer(rows * inner), new FloatBuffer(rows * columns));
        a.Span.Clear();
        packed.Span.Clear();
        Print($"floats {rows} × {inner} × {columns}", (double)rows * inner * columns, () => MatrixProduct.AddTo(c.Pointer, columns, a.Pointer, inner, rows, inner, packed.Pointer, columns));
    }

    private static void Print(string what, double products, Action action, int times = 0)
    {
        if (times == 0)
            times = (int)(Work / products) + 1;
        var seconds = Clock.Best(Runs, () =>
        {
            for (var i = 0; i < times; i++)
                action();
        }) / times;
        Clock.Print($"{what,-26} {seconds * 1e6,8:0.000} µs{(products > 0 ? FormattableString.Invariant($"  {products / seconds / 1e9,6:0.0} thousand million products a second") : "")}");
    }
}
