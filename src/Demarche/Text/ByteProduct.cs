using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Demarche.Text;

/// <summary>
/// The product of rows of bytes with a <see cref="ByteMatrix"/>. A byte stands for a number between −1 and 1: 0 for −1, <see cref="Zero"/> for 0, twice that for 1.
/// The sums are whole numbers without overflow, so every order of adding gives the same.
/// </summary>
internal static unsafe class ByteProduct
{
    /// <summary>The byte that stands for 0.</summary>
    public const int Zero = 63;

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
                AddTo<SixteenColumns, Vector512<sbyte>, Vector512<int>>(targets, addends, bytes, rows, matrix);
                break;
            case VectorWidth.Eight:
                AddTo<EightColumns, Vector256<sbyte>, Vector256<int>>(targets, addends, bytes, rows, matrix);
                break;
            case VectorWidth.Four:
                AddTo<FourColumns, Vector128<int>, Vector128<int>>(targets, addends, bytes, rows, matrix);
                break;
            default:
                AddTo<OneColumn, int, int>(targets, addends, bytes, rows, matrix);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddTo<TColumns, TBytes, TSums>(float** targets, float** addends, byte** bytes, int rows, ByteMatrix matrix)
        where TColumns : struct, IColumns<TBytes, TSums>
        where TBytes : unmanaged
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
                    TileOf4<TColumns, TBytes, TSums>(targets + r, addends + r, bytes + r, panel + 4 * column, blocks, matrix.Offsets, matrix.Scales, at);
                for (; r < rows; r++)
                    TileOf1<TColumns, TBytes, TSums>(targets[r] + at, addends[r] + at, bytes[r], panel + 4 * column, blocks, matrix.Offsets + at, matrix.Scales + at);
            }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TileOf4<TColumns, TBytes, TSums>(float** targets, float** addends, byte** bytes, sbyte* b, int blocks, float* offsets, float* scales, int at)
        where TColumns : struct, IColumns<TBytes, TSums>
        where TBytes : unmanaged
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
            s00 = TColumns.AddProducts(s00, v0, b00, v1, b10, v2, b20, v3, b30);
            s01 = TColumns.AddProducts(s01, v0, b01, v1, b11, v2, b21, v3, b31);
            v0 = TColumns.Repeat(a1 + k);
            v1 = TColumns.Repeat(a1 + k + 4);
            v2 = TColumns.Repeat(a1 + k + 8);
            v3 = TColumns.Repeat(a1 + k + 12);
            s10 = TColumns.AddProducts(s10, v0, b00, v1, b10, v2, b20, v3, b30);
            s11 = TColumns.AddProducts(s11, v0, b01, v1, b11, v2, b21, v3, b31);
            v0 = TColumns.Repeat(a2 + k);
            v1 = TColumns.Repeat(a2 + k + 4);
            v2 = TColumns.Repeat(a2 + k + 8);
            v3 = TColumns.Repeat(a2 + k + 12);
            s20 = TColumns.AddProducts(s20, v0, b00, v1, b10, v2, b20, v3, b30);
            s21 = TColumns.AddProducts(s21, v0, b01, v1, b11, v2, b21, v3, b31);
            v0 = TColumns.Repeat(a3 + k);
            v1 = TColumns.Repeat(a3 + k + 4);
            v2 = TColumns.Repeat(a3 + k + 8);
            v3 = TColumns.Repeat(a3 + k + 12);
            s30 = TColumns.AddProducts(s30, v0, b00, v1, b10, v2, b20, v3, b30);
            s31 = TColumns.AddProducts(s31, v0, b01, v1, b11, v2, b21, v3, b31);
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
    private static void TileOf1<TColumns, TBytes, TSums>(float* target, float* addend, byte* a, sbyte* b, int blocks, float* offset, float* scale)
        where TColumns : struct, IColumns<TBytes, TSums>
        where TBytes : unmanaged
        where TSums : unmanaged
    {
        const int Row = 4 * ByteMatrix.Panel;
        var count = TColumns.Count;
        var next = 4 * count;
        TSums s0 = default, s1 = default;
        for (nint k = 0; k < blocks * ByteMatrix.Block; k += ByteMatrix.Block, b += 4 * Row)
        {
            var v0 = TColumns.Repeat(a + k);
            var v1 = TColumns.Repeat(a + k + 4);
            var v2 = TColumns.Repeat(a + k + 8);
            var v3 = TColumns.Repeat(a + k + 12);
            s0 = TColumns.AddProducts(s0, v0, TColumns.Load(b), v1, TColumns.Load(b + Row), v2, TColumns.Load(b + 2 * Row), v3, TColumns.Load(b + 3 * Row));
            s1 = TColumns.AddProducts(
                s1, v0, TColumns.Load(b + next), v1, TColumns.Load(b + next + Row), v2, TColumns.Load(b + next + 2 * Row), v3, TColumns.Load(b + next + 3 * Row));
        }
        TColumns.Finish(s0, offset, scale, addend, target);
        TColumns.Finish(s1, offset + count, scale + count, addend + count, target + count);
    }
}
