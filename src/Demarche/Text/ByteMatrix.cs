using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Demarche.Text;

/// <summary>
/// A matrix whose numbers are rounded to bytes, each column with a scale of its own, laid out for <see cref="ByteProduct"/>.
/// What it is multiplied with are <see cref="ByteProduct.Zero"/>-based bytes; sums of such products are whole numbers and so the same on every machine.
/// </summary>
internal sealed unsafe class ByteMatrix
{
    /// <summary>Columns that lie together.</summary>
    public const int Panel = 32;

    /// <summary>Rows whose products are added up before they are widened.</summary>
    public const int Block = 32;

    // A lane of 16 bits takes half of the products of a block; what these rows of a column may sum up to, whichever bytes they meet.
    private const int LargestSum = short.MaxValue / (2 * ByteProduct.Zero);

    // Columns that are rounded at a time.
    private const int Lanes = 16;

    private readonly ByteBuffer _bytes;
    private readonly FloatBuffer _scales;
    private readonly FloatBuffer _offsets;
    private readonly int _first;

    private ByteMatrix(int rows, int columns)
    {
        Rows = rows;
        PaddedRows = (rows + Block - 1) / Block * Block;
        PaddedColumns = (columns + Panel - 1) / Panel * Panel;
        _bytes = new(PaddedRows * PaddedColumns);
        _scales = new(PaddedColumns);
        _offsets = new(PaddedColumns);
    }

    /// <param name="matrix">Row-major.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns; as many as stand between two rows.</param>
    public ByteMatrix(float* matrix, int rows, int columns)
        : this(rows, columns)
    {
        var part = new FloatBuffer(PaddedRows * Lanes);
        part.Span.Clear();
        for (var first = 0; first < PaddedColumns; first += Lanes)
        {
            var width = Math.Clamp(columns - first, 0, Lanes);
            for (var r = 0; r < rows; r++)
            {
                var target = new Span<float>(part.Pointer + r * Lanes, Lanes);
                new ReadOnlySpan<float>(matrix + (long)r * columns + first, width).CopyTo(target);
                target[width..].Clear();
            }
            Fill(part.Pointer, first);
        }
        GC.KeepAlive(part);
        FillOffsets();
    }

    private ByteMatrix(ByteMatrix whole, int first)
    {
        (Rows, PaddedRows, PaddedColumns) = (whole.Rows, whole.PaddedRows, whole.PaddedColumns - first);
        (_bytes, _scales, _offsets, _first) = (whole._bytes, whole._scales, whole._offsets, first);
    }

    /// <summary>The columns from one on that begins a panel, in the same memory.</summary>
    public ByteMatrix From(int column) => new(this, column);

    public int Rows { get; }

    /// <summary>Rows with those of zeros that fill the last block.</summary>
    public int PaddedRows { get; }

    /// <summary>Columns with those of zeros that fill the last panel.</summary>
    public int PaddedColumns { get; }

    /// <summary>Panel by panel, in it four rows by four rows, in these column by column.</summary>
    public sbyte* Bytes => (sbyte*)_bytes.Pointer + (long)_first * PaddedRows;

    /// <summary>For each column, what one step of its sums is worth.</summary>
    public float* Scales => _scales.Pointer + _first;

    /// <summary>For each column, the sum that stands for zero.</summary>
    public float* Offsets => _offsets.Pointer + _first;

    /// <summary>Reads what <see cref="Write"/> wrote of a matrix of this size.</summary>
    public static ByteMatrix Read(Stream source, int rows, int columns)
    {
        var matrix = new ByteMatrix(rows, columns);
        foreach (var panel in matrix.Panels())
            source.ReadExactly(new((byte*)panel, matrix.WrittenLength));
        source.ReadExactly(MemoryMarshal.AsBytes(new Span<float>(matrix.Scales, matrix.PaddedColumns)));
        matrix.FillOffsets();
        return matrix;
    }

    /// <summary>Writes the bytes as they are laid out, but for the rows that fill the last block; then the scales.</summary>
    public void Write(Stream target)
    {
        foreach (var panel in Panels())
            target.Write(new((byte*)panel, WrittenLength));
        target.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<float>(Scales, PaddedColumns)));
    }

    private int WrittenLength => (Rows + 3) / 4 * 4 * Panel;

    private IEnumerable<nint> Panels()
    {
        for (var first = 0; first < PaddedColumns; first += Panel)
            yield return PanelAt(first);
    }

    private nint PanelAt(int column) => (nint)Bytes + (nint)column * PaddedRows;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillOffsets()
    {
        var bytes = Bytes;
        for (var first = 0; first < PaddedColumns; first += Panel)
        {
            new Span<float>(Offsets + first, Panel).Clear();
            for (var row = 0; row < PaddedRows; row += 4)
                for (var column = 0; column < Panel; column++, bytes += 4)
                    Offsets[first + column] += ByteProduct.Zero * (bytes[0] + bytes[1] + bytes[2] + bytes[3]);
        }
    }

    // Rounds some columns, which stand side by side in a matrix of their own.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(float* matrix, int first)
    {
        var most = Vector512<float>.Zero;
        for (var r = 0; r < Rows; r++)
            most = Vector512.Max(most, Vector512.Abs(Vector512.Load(matrix + r * Lanes)));
        var scale = Vector512.ConditionalSelect(Vector512.GreaterThan(most, Vector512<float>.Zero), Vector512.Create((float)sbyte.MaxValue) / most, Vector512<float>.One);

        var target = (int*)(Bytes + (long)first / Panel * Panel * PaddedRows) + first % Panel;
        while (true)
        {
            var worst = Vector512<int>.Zero;
            for (var block = 0; block < PaddedRows; block += Block)
            {
                Vector512<int> above01 = default, above23 = default, all01 = default, all23 = default;
                for (var r = block; r < block + Block; r += 4)
                {
                    var row = matrix + r * Lanes;
                    var (v0, v1, v2, v3) = (Rounded(row, scale), Rounded(row + Lanes, scale), Rounded(row + 2 * Lanes, scale), Rounded(row + 3 * Lanes, scale));
                    var low = Vector512.Create(0xFF);
                    ((v0 & low) | ((v1 & low) << 8) | ((v2 & low) << 16) | (v3 << 24)).Store(target + r / 4 * Panel);
                    above01 += Vector512.Max(v0, Vector512<int>.Zero) + Vector512.Max(v1, Vector512<int>.Zero);
                    above23 += Vector512.Max(v2, Vector512<int>.Zero) + Vector512.Max(v3, Vector512<int>.Zero);
                    all01 += v0 + v1;
                    all23 += v2 + v3;
                }
                worst = Vector512.Max(worst, Vector512.Max(Vector512.Max(above01, above23), Vector512.Max(above01 - all01, above23 - all23)));
            }

            // A column with many large numbers side by side gets coarser steps, so that no sum overflows.
            var tooLarge = Vector512.GreaterThan(worst, Vector512.Create(LargestSum));
            if (tooLarge == Vector512<int>.Zero)
            {
                (Vector512<float>.One / (scale * ByteProduct.Zero)).Store(Scales + first);
                return;
            }
            scale = Vector512.ConditionalSelect(tooLarge.AsSingle(), scale * (Vector512.Create(LargestSum - 4f) / Vector512.ConvertToSingle(worst)), scale);
        }
    }

    private static Vector512<int> Rounded(float* values, Vector512<float> scale) => Vector512.ConvertToInt32(Vector512.Round(Vector512.Load(values) * scale));
}
