using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Demarche.Text;

/// <summary>
/// The product of rows of bytes with a <see cref="ByteMatrix"/>. A byte stands for a number between −1 and 1: 0 for −1, <see cref="Zero"/> for 0, twice that for 1.
/// The sums are whole numbers without overflow, so every order of adding gives the same.
/// </summary>
internal static unsafe class ByteProduct
{
    /// <summary>The byte that stands for 0. Finer steps here would make those of the matrix coarser, since sums of products must fit 16 bits.</summary>
    public const int Zero = 48;

    /// <summary>
    /// For each of some rows, <paramref name="targets"/> gets <paramref name="addends"/> plus the product of the row <paramref name="bytes"/> with the matrix.
    /// A row of bytes has <see cref="ByteMatrix.PaddedRows"/>, the others have <see cref="ByteMatrix.PaddedColumns"/> of room.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddTo(float** targets, float** addends, byte** bytes, int rows, ByteMatrix matrix)
    {
        switch (MatrixProduct.Width)
        {
            case VectorWidth.Sixteen:
                AddTo<SixteenColumns, Vector512<sbyte>, Vector512<short>, Vector512<int>>(targets, addends, bytes, rows, matrix);
                break;
            case VectorWidth.Eight:
                AddTo<EightColumns, Vector256<sbyte>, Vector256<short>, Vector256<int>>(targets, addends, bytes, rows, matrix);
                break;
            case VectorWidth.Four:
                AddTo<FourColumns, Vector128<int>, Vector128<int>, Vector128<int>>(targets, addends, bytes, rows, matrix);
                break;
            default:
                AddTo<OneColumn, int, int, int>(targets, addends, bytes, rows, matrix);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddTo<TColumns, TBytes, TParts, TSums>(float** targets, float** addends, byte** bytes, int rows, ByteMatrix matrix)
        where TColumns : struct, IColumns<TBytes, TParts, TSums>
        where TBytes : unmanaged
        where TParts : unmanaged
        where TSums : unmanaged
    {
        var panel = matrix.Bytes;
        var blocks = matrix.PaddedRows / ByteMatrix.Block;
        for (var first = 0; first < matrix.PaddedColumns; first += ByteMatrix.Panel, panel += (long)ByteMatrix.Panel * matrix.PaddedRows)
            for (var column = 0; column < ByteMatrix.Panel; column += 2 * TColumns.Count)
            {
                var at = first + column;
                var r = 0;
                for (; r + 4 <= rows; r += 4)
                    TileOf4<TColumns, TBytes, TParts, TSums>(targets + r, addends + r, bytes + r, panel + 4 * column, blocks, matrix.Offsets, matrix.Scales, at);
                for (; r < rows; r++)
                    TileOf1<TColumns, TBytes, TParts, TSums>(targets[r] + at, addends[r] + at, bytes[r], panel + 4 * column, blocks, matrix.Offsets + at, matrix.Scales + at);
            }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TileOf4<TColumns, TBytes, TParts, TSums>(float** targets, float** addends, byte** bytes, sbyte* b, int blocks, float* offsets, float* scales, int at)
        where TColumns : struct, IColumns<TBytes, TParts, TSums>
        where TBytes : unmanaged
        where TParts : unmanaged
        where TSums : unmanaged
    {
        const int Row = 4 * ByteMatrix.Panel;
        var next = 4 * TColumns.Count;
        byte* a0 = bytes[0], a1 = bytes[1], a2 = bytes[2], a3 = bytes[3];
        TSums s00 = default, s01 = default, s10 = default, s11 = default, s20 = default, s21 = default, s30 = default, s31 = default;
        for (nint k = 0; k < blocks * ByteMatrix.Block; k += ByteMatrix.Block, b += 4 * Row)
        {
            var b00 = TColumns.Load(b);
            var b10 = TColumns.Load(b + Row);
            var b20 = TColumns.Load(b + 2 * Row);
            var b30 = TColumns.Load(b + 3 * Row);
            var b01 = TColumns.Load(b + next);
            var b11 = TColumns.Load(b + next + Row);
            var b21 = TColumns.Load(b + next + 2 * Row);
            var b31 = TColumns.Load(b + next + 3 * Row);
            var v0 = TColumns.Repeat(a0 + k);
            var v1 = TColumns.Repeat(a0 + k + 4);
            var v2 = TColumns.Repeat(a0 + k + 8);
            var v3 = TColumns.Repeat(a0 + k + 12);
            var p00 = TColumns.Products(v0, b00, v1, b10, v2, b20, v3, b30);
            var p01 = TColumns.Products(v0, b01, v1, b11, v2, b21, v3, b31);
            v0 = TColumns.Repeat(a1 + k);
            v1 = TColumns.Repeat(a1 + k + 4);
            v2 = TColumns.Repeat(a1 + k + 8);
            v3 = TColumns.Repeat(a1 + k + 12);
            var p10 = TColumns.Products(v0, b00, v1, b10, v2, b20, v3, b30);
            var p11 = TColumns.Products(v0, b01, v1, b11, v2, b21, v3, b31);
            v0 = TColumns.Repeat(a2 + k);
            v1 = TColumns.Repeat(a2 + k + 4);
            v2 = TColumns.Repeat(a2 + k + 8);
            v3 = TColumns.Repeat(a2 + k + 12);
            var p20 = TColumns.Products(v0, b00, v1, b10, v2, b20, v3, b30);
            var p21 = TColumns.Products(v0, b01, v1, b11, v2, b21, v3, b31);
            v0 = TColumns.Repeat(a3 + k);
            v1 = TColumns.Repeat(a3 + k + 4);
            v2 = TColumns.Repeat(a3 + k + 8);
            v3 = TColumns.Repeat(a3 + k + 12);
            var p30 = TColumns.Products(v0, b00, v1, b10, v2, b20, v3, b30);
            var p31 = TColumns.Products(v0, b01, v1, b11, v2, b21, v3, b31);
            b += 4 * Row;
            b00 = TColumns.Load(b);
            b10 = TColumns.Load(b + Row);
            b20 = TColumns.Load(b + 2 * Row);
            b30 = TColumns.Load(b + 3 * Row);
            b01 = TColumns.Load(b + next);
            b11 = TColumns.Load(b + next + Row);
            b21 = TColumns.Load(b + next + 2 * Row);
            b31 = TColumns.Load(b + next + 3 * Row);
            v0 = TColumns.Repeat(a0 + k + 16);
            v1 = TColumns.Repeat(a0 + k + 20);
            v2 = TColumns.Repeat(a0 + k + 24);
            v3 = TColumns.Repeat(a0 + k + 28);
            s00 = TColumns.Add(s00, p00, TColumns.Products(v0, b00, v1, b10, v2, b20, v3, b30));
            s01 = TColumns.Add(s01, p01, TColumns.Products(v0, b01, v1, b11, v2, b21, v3, b31));
            v0 = TColumns.Repeat(a1 + k + 16);
            v1 = TColumns.Repeat(a1 + k + 20);
            v2 = TColumns.Repeat(a1 + k + 24);
            v3 = TColumns.Repeat(a1 + k + 28);
            s10 = TColumns.Add(s10, p10, TColumns.Products(v0, b00, v1, b10, v2, b20, v3, b30));
            s11 = TColumns.Add(s11, p11, TColumns.Products(v0, b01, v1, b11, v2, b21, v3, b31));
            v0 = TColumns.Repeat(a2 + k + 16);
            v1 = TColumns.Repeat(a2 + k + 20);
            v2 = TColumns.Repeat(a2 + k + 24);
            v3 = TColumns.Repeat(a2 + k + 28);
            s20 = TColumns.Add(s20, p20, TColumns.Products(v0, b00, v1, b10, v2, b20, v3, b30));
            s21 = TColumns.Add(s21, p21, TColumns.Products(v0, b01, v1, b11, v2, b21, v3, b31));
            v0 = TColumns.Repeat(a3 + k + 16);
            v1 = TColumns.Repeat(a3 + k + 20);
            v2 = TColumns.Repeat(a3 + k + 24);
            v3 = TColumns.Repeat(a3 + k + 28);
            s30 = TColumns.Add(s30, p30, TColumns.Products(v0, b00, v1, b10, v2, b20, v3, b30));
            s31 = TColumns.Add(s31, p31, TColumns.Products(v0, b01, v1, b11, v2, b21, v3, b31));
        }
        var second = at + TColumns.Count;
        TColumns.Finish(s00, offsets + at, scales + at, addends[0] + at, targets[0] + at);
        TColumns.Finish(s01, offsets + second, scales + second, addends[0] + second, targets[0] + second);
        TColumns.Finish(s10, offsets + at, scales + at, addends[1] + at, targets[1] + at);
        TColumns.Finish(s11, offsets + second, scales + second, addends[1] + second, targets[1] + second);
        TColumns.Finish(s20, offsets + at, scales + at, addends[2] + at, targets[2] + at);
        TColumns.Finish(s21, offsets + second, scales + second, addends[2] + second, targets[2] + second);
        TColumns.Finish(s30, offsets + at, scales + at, addends[3] + at, targets[3] + at);
        TColumns.Finish(s31, offsets + second, scales + second, addends[3] + second, targets[3] + second);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TileOf1<TColumns, TBytes, TParts, TSums>(float* target, float* addend, byte* a, sbyte* b, int blocks, float* offset, float* scale)
        where TColumns : struct, IColumns<TBytes, TParts, TSums>
        where TBytes : unmanaged
        where TParts : unmanaged
        where TSums : unmanaged
    {
        const int Row = 4 * ByteMatrix.Panel;
        var count = TColumns.Count;
        var next = 4 * count;
        TSums s0 = default, s1 = default;
        for (nint k = 0; k < blocks * ByteMatrix.Block; k += ByteMatrix.Block, b += 8 * Row)
        {
            s0 = TColumns.Add(s0, Products<TColumns, TBytes, TParts, TSums>(a + k, b), Products<TColumns, TBytes, TParts, TSums>(a + k + 16, b + 4 * Row));
            s1 = TColumns.Add(s1, Products<TColumns, TBytes, TParts, TSums>(a + k, b + next), Products<TColumns, TBytes, TParts, TSums>(a + k + 16, b + next + 4 * Row));
        }
        TColumns.Finish(s0, offset, scale, addend, target);
        TColumns.Finish(s1, offset + count, scale + count, addend + count, target + count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TParts Products<TColumns, TBytes, TParts, TSums>(byte* a, sbyte* b)
        where TColumns : struct, IColumns<TBytes, TParts, TSums>
        where TBytes : unmanaged
        where TParts : unmanaged
        where TSums : unmanaged
    {
        const int Row = 4 * ByteMatrix.Panel;
        return TColumns.Products(
            TColumns.Repeat(a), TColumns.Load(b), TColumns.Repeat(a + 4), TColumns.Load(b + Row),
            TColumns.Repeat(a + 8), TColumns.Load(b + 2 * Row), TColumns.Repeat(a + 12), TColumns.Load(b + 3 * Row));
    }
}
