using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Demarche.Text;

/// <summary>
/// The product of two matrices of 32-bit numbers. Each number of the result is one chain of fused multiply-adds in the order of the inner index,
/// whatever the width of the machine's registers and whichever other rows are worked on: so the result of a row never depends on its neighbours.
/// The loops are compiled at their best at once: a single story is read before the runtime would have found out that they are hot.
/// </summary>
internal static unsafe class MatrixProduct
{
    /// <summary>Columns of the right-hand matrix that lie together.</summary>
    public const int Panel = 32;

    /// <summary>The width the machine at hand is best at. Tests set others.</summary>
    public static VectorWidth Width { get; set; } =
        Vector512.IsHardwareAccelerated && Avx512BW.IsSupported ? VectorWidth.Sixteen
        : Vector256.IsHardwareAccelerated && Avx2.IsSupported && Fma.IsSupported ? VectorWidth.Eight
        : Vector128.IsHardwareAccelerated ? VectorWidth.Four
        : VectorWidth.One;

    /// <summary>The numbers that a packed matrix takes.</summary>
    public static int PackedLength(int rows, int columns) => (columns + Panel - 1) / Panel * Panel * rows;

    /// <summary>Lays a row-major matrix out in panels of columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pack(float* matrix, int rows, int columns, int stride, float* packed)
    {
        for (var first = 0; first < columns; first += Panel, packed += Panel * rows)
        {
            var width = Math.Min(Panel, columns - first);
            for (var r = 0; r < rows; r++)
            {
                var target = new Span<float>(packed + r * Panel, Panel);
                new ReadOnlySpan<float>(matrix + (long)r * stride + first, width).CopyTo(target);
                target[width..].Clear();
            }
        }
    }

    /// <summary>Lays the transpose of a row-major matrix out in panels: its <paramref name="columns"/> are the rows of <paramref name="matrix"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PackTransposed(float* matrix, int rows, int columns, int stride, float* packed)
    {
        for (var first = 0; first < columns; first += Panel, packed += Panel * rows)
        {
            var width = Math.Min(Panel, columns - first);
            if (width < Panel)
                new Span<float>(packed, Panel * rows).Clear();
            for (var c = 0; c < width; c++)
            {
                var source = matrix + (long)(first + c) * stride;
                var target = packed + c;
                for (var r = 0; r < rows; r++)
                    target[r * Panel] = source[r];
            }
        }
    }

    /// <summary>Adds <paramref name="a"/> (<paramref name="rows"/> × <paramref name="inner"/>, row-major) times a packed matrix of <paramref name="columns"/> columns to <paramref name="c"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddTo(float* c, int cStride, float* a, int aStride, int rows, int inner, float* packed, int columns)
    {
        var width = Width;
        var edge = stackalloc float[8 * Panel];
        for (var first = 0; first < columns; first += Panel, packed += (long)Panel * inner)
        {
            var whole = columns - first >= Panel;
            for (var r = 0; r < rows;)
            {
                var left = rows - r;
                var height = left >= 8 ? 8 : left >= 4 ? 4 : left >= 2 ? 2 : 1;
                var target = c + (long)r * cStride + first;
                var source = a + (long)r * aStride;
                if (whole)
                    Tile(target, cStride, source, aStride, height, inner, packed, width);
                else
                {
                    CopyTile(target, cStride, edge, Panel, height, columns - first);
                    Tile(edge, Panel, source, aStride, height, inner, packed, width);
                    CopyTile(edge, Panel, target, cStride, height, columns - first);
                }
                r += height;
            }
        }
    }

    /// <summary>Writes the transpose of a row-major matrix.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transpose(float* matrix, int rows, int columns, int stride, float* target)
    {
        const int Block = 16;
        for (var r0 = 0; r0 < rows; r0 += Block)
            for (var c0 = 0; c0 < columns; c0 += Block)
            {
                var rEnd = Math.Min(rows, r0 + Block);
                var cEnd = Math.Min(columns, c0 + Block);
                for (var c = c0; c < cEnd; c++)
                    for (var r = r0; r < rEnd; r++)
                        target[(long)c * rows + r] = matrix[(long)r * stride + c];
            }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyTile(float* source, int sourceStride, float* target, int targetStride, int rows, int columns)
    {
        for (var r = 0; r < rows; r++)
            for (var j = 0; j < columns; j++)
                target[r * targetStride + j] = source[r * sourceStride + j];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile(float* c, int cStride, float* a, int aStride, int rows, int inner, float* b, VectorWidth width)
    {
        switch (width)
        {
            case VectorWidth.Sixteen when rows == 8:
                TileOf8(c, cStride, a, aStride, inner, b);
                break;
            case VectorWidth.Sixteen when rows == 4:
                TileOf4(c, cStride, a, aStride, inner, b);
                break;
            case VectorWidth.Sixteen when rows == 2:
                TileOf2(c, cStride, a, aStride, inner, b);
                break;
            case VectorWidth.Sixteen:
                TileOf1(c, a, inner, b);
                break;
            case VectorWidth.Eight:
                for (var column = 0; column < Panel; column += 16)
                {
                    var r = 0;
                    for (; r + 4 <= rows; r += 4)
                        HalfTileOf4(c + (long)r * cStride + column, cStride, a + (long)r * aStride, aStride, inner, b + column);
                    for (; r < rows; r++)
                        HalfTileOf1(c + (long)r * cStride + column, a + (long)r * aStride, inner, b + column);
                }
                break;
            case VectorWidth.Four:
                for (var column = 0; column < Panel; column += 16)
                    for (var r = 0; r < rows; r++)
                        QuarterTileOf1(c + (long)r * cStride + column, a + (long)r * aStride, inner, b + column);
                break;
            default:
                for (var r = 0; r < rows; r++)
                    for (var j = 0; j < Panel; j++)
                    {
                        var sum = c[r * cStride + j];
                        for (var k = 0; k < inner; k++)
                            sum = MathF.FusedMultiplyAdd(a[r * aStride + k], b[k * Panel + j], sum);
                        c[r * cStride + j] = sum;
                    }
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TileOf8(float* c, int cStride, float* a, int aStride, int inner, float* b)
    {
        float* a0 = a, a1 = a0 + aStride, a2 = a1 + aStride, a3 = a2 + aStride, a4 = a3 + aStride, a5 = a4 + aStride, a6 = a5 + aStride, a7 = a6 + aStride;
        float* c0 = c, c1 = c0 + cStride, c2 = c1 + cStride, c3 = c2 + cStride, c4 = c3 + cStride, c5 = c4 + cStride, c6 = c5 + cStride, c7 = c6 + cStride;
        Vector512<float> s00 = Vector512.Load(c0), s01 = Vector512.Load(c0 + 16);
        Vector512<float> s10 = Vector512.Load(c1), s11 = Vector512.Load(c1 + 16);
        Vector512<float> s20 = Vector512.Load(c2), s21 = Vector512.Load(c2 + 16);
        Vector512<float> s30 = Vector512.Load(c3), s31 = Vector512.Load(c3 + 16);
        Vector512<float> s40 = Vector512.Load(c4), s41 = Vector512.Load(c4 + 16);
        Vector512<float> s50 = Vector512.Load(c5), s51 = Vector512.Load(c5 + 16);
        Vector512<float> s60 = Vector512.Load(c6), s61 = Vector512.Load(c6 + 16);
        Vector512<float> s70 = Vector512.Load(c7), s71 = Vector512.Load(c7 + 16);
        for (nint k = 0; k < inner; k++, b += Panel)
        {
            var b0 = Vector512.Load(b);
            var b1 = Vector512.Load(b + 16);
            var v = Vector512.Create(a0[k]);
            s00 = Vector512.FusedMultiplyAdd(v, b0, s00);
            s01 = Vector512.FusedMultiplyAdd(v, b1, s01);
            v = Vector512.Create(a1[k]);
            s10 = Vector512.FusedMultiplyAdd(v, b0, s10);
            s11 = Vector512.FusedMultiplyAdd(v, b1, s11);
            v = Vector512.Create(a2[k]);
            s20 = Vector512.FusedMultiplyAdd(v, b0, s20);
            s21 = Vector512.FusedMultiplyAdd(v, b1, s21);
            v = Vector512.Create(a3[k]);
            s30 = Vector512.FusedMultiplyAdd(v, b0, s30);
            s31 = Vector512.FusedMultiplyAdd(v, b1, s31);
            v = Vector512.Create(a4[k]);
            s40 = Vector512.FusedMultiplyAdd(v, b0, s40);
            s41 = Vector512.FusedMultiplyAdd(v, b1, s41);
            v = Vector512.Create(a5[k]);
            s50 = Vector512.FusedMultiplyAdd(v, b0, s50);
            s51 = Vector512.FusedMultiplyAdd(v, b1, s51);
            v = Vector512.Create(a6[k]);
            s60 = Vector512.FusedMultiplyAdd(v, b0, s60);
            s61 = Vector512.FusedMultiplyAdd(v, b1, s61);
            v = Vector512.Create(a7[k]);
            s70 = Vector512.FusedMultiplyAdd(v, b0, s70);
            s71 = Vector512.FusedMultiplyAdd(v, b1, s71);
        }
        s00.Store(c0);
        s01.Store(c0 + 16);
        s10.Store(c1);
        s11.Store(c1 + 16);
        s20.Store(c2);
        s21.Store(c2 + 16);
        s30.Store(c3);
        s31.Store(c3 + 16);
        s40.Store(c4);
        s41.Store(c4 + 16);
        s50.Store(c5);
        s51.Store(c5 + 16);
        s60.Store(c6);
        s61.Store(c6 + 16);
        s70.Store(c7);
        s71.Store(c7 + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TileOf4(float* c, int cStride, float* a, int aStride, int inner, float* b)
    {
        float* a0 = a, a1 = a0 + aStride, a2 = a1 + aStride, a3 = a2 + aStride;
        float* c0 = c, c1 = c0 + cStride, c2 = c1 + cStride, c3 = c2 + cStride;
        Vector512<float> s00 = Vector512.Load(c0), s01 = Vector512.Load(c0 + 16);
        Vector512<float> s10 = Vector512.Load(c1), s11 = Vector512.Load(c1 + 16);
        Vector512<float> s20 = Vector512.Load(c2), s21 = Vector512.Load(c2 + 16);
        Vector512<float> s30 = Vector512.Load(c3), s31 = Vector512.Load(c3 + 16);
        for (nint k = 0; k < inner; k++, b += Panel)
        {
            var b0 = Vector512.Load(b);
            var b1 = Vector512.Load(b + 16);
            var v = Vector512.Create(a0[k]);
            s00 = Vector512.FusedMultiplyAdd(v, b0, s00);
            s01 = Vector512.FusedMultiplyAdd(v, b1, s01);
            v = Vector512.Create(a1[k]);
            s10 = Vector512.FusedMultiplyAdd(v, b0, s10);
            s11 = Vector512.FusedMultiplyAdd(v, b1, s11);
            v = Vector512.Create(a2[k]);
            s20 = Vector512.FusedMultiplyAdd(v, b0, s20);
            s21 = Vector512.FusedMultiplyAdd(v, b1, s21);
            v = Vector512.Create(a3[k]);
            s30 = Vector512.FusedMultiplyAdd(v, b0, s30);
            s31 = Vector512.FusedMultiplyAdd(v, b1, s31);
        }
        s00.Store(c0);
        s01.Store(c0 + 16);
        s10.Store(c1);
        s11.Store(c1 + 16);
        s20.Store(c2);
        s21.Store(c2 + 16);
        s30.Store(c3);
        s31.Store(c3 + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TileOf2(float* c, int cStride, float* a, int aStride, int inner, float* b)
    {
        float* a1 = a + aStride, c1 = c + cStride;
        Vector512<float> s00 = Vector512.Load(c), s01 = Vector512.Load(c + 16);
        Vector512<float> s10 = Vector512.Load(c1), s11 = Vector512.Load(c1 + 16);
        for (nint k = 0; k < inner; k++, b += Panel)
        {
            var b0 = Vector512.Load(b);
            var b1 = Vector512.Load(b + 16);
            var v = Vector512.Create(a[k]);
            s00 = Vector512.FusedMultiplyAdd(v, b0, s00);
            s01 = Vector512.FusedMultiplyAdd(v, b1, s01);
            v = Vector512.Create(a1[k]);
            s10 = Vector512.FusedMultiplyAdd(v, b0, s10);
            s11 = Vector512.FusedMultiplyAdd(v, b1, s11);
        }
        s00.Store(c);
        s01.Store(c + 16);
        s10.Store(c1);
        s11.Store(c1 + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TileOf1(float* c, float* a, int inner, float* b)
    {
        Vector512<float> s0 = Vector512.Load(c), s1 = Vector512.Load(c + 16);
        for (nint k = 0; k < inner; k++, b += Panel)
        {
            var v = Vector512.Create(a[k]);
            s0 = Vector512.FusedMultiplyAdd(v, Vector512.Load(b), s0);
            s1 = Vector512.FusedMultiplyAdd(v, Vector512.Load(b + 16), s1);
        }
        s0.Store(c);
        s1.Store(c + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void HalfTileOf4(float* c, int cStride, float* a, int aStride, int inner, float* b)
    {
        float* a1 = a + aStride, a2 = a1 + aStride, a3 = a2 + aStride;
        float* c1 = c + cStride, c2 = c1 + cStride, c3 = c2 + cStride;
        Vector256<float> s00 = Vector256.Load(c), s01 = Vector256.Load(c + 8);
        Vector256<float> s10 = Vector256.Load(c1), s11 = Vector256.Load(c1 + 8);
        Vector256<float> s20 = Vector256.Load(c2), s21 = Vector256.Load(c2 + 8);
        Vector256<float> s30 = Vector256.Load(c3), s31 = Vector256.Load(c3 + 8);
        for (nint k = 0; k < inner; k++, b += Panel)
        {
            var b0 = Vector256.Load(b);
            var b1 = Vector256.Load(b + 8);
            var v = Vector256.Create(a[k]);
            s00 = Vector256.FusedMultiplyAdd(v, b0, s00);
            s01 = Vector256.FusedMultiplyAdd(v, b1, s01);
            v = Vector256.Create(a1[k]);
            s10 = Vector256.FusedMultiplyAdd(v, b0, s10);
            s11 = Vector256.FusedMultiplyAdd(v, b1, s11);
            v = Vector256.Create(a2[k]);
            s20 = Vector256.FusedMultiplyAdd(v, b0, s20);
            s21 = Vector256.FusedMultiplyAdd(v, b1, s21);
            v = Vector256.Create(a3[k]);
            s30 = Vector256.FusedMultiplyAdd(v, b0, s30);
            s31 = Vector256.FusedMultiplyAdd(v, b1, s31);
        }
        s00.Store(c);
        s01.Store(c + 8);
        s10.Store(c1);
        s11.Store(c1 + 8);
        s20.Store(c2);
        s21.Store(c2 + 8);
        s30.Store(c3);
        s31.Store(c3 + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void HalfTileOf1(float* c, float* a, int inner, float* b)
    {
        Vector256<float> s0 = Vector256.Load(c), s1 = Vector256.Load(c + 8);
        for (nint k = 0; k < inner; k++, b += Panel)
        {
            var v = Vector256.Create(a[k]);
            s0 = Vector256.FusedMultiplyAdd(v, Vector256.Load(b), s0);
            s1 = Vector256.FusedMultiplyAdd(v, Vector256.Load(b + 8), s1);
        }
        s0.Store(c);
        s1.Store(c + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void QuarterTileOf1(float* c, float* a, int inner, float* b)
    {
        Vector128<float> s0 = Vector128.Load(c), s1 = Vector128.Load(c + 4), s2 = Vector128.Load(c + 8), s3 = Vector128.Load(c + 12);
        for (nint k = 0; k < inner; k++, b += Panel)
        {
            var v = Vector128.Create(a[k]);
            s0 = Vector128.FusedMultiplyAdd(v, Vector128.Load(b), s0);
            s1 = Vector128.FusedMultiplyAdd(v, Vector128.Load(b + 4), s1);
            s2 = Vector128.FusedMultiplyAdd(v, Vector128.Load(b + 8), s2);
            s3 = Vector128.FusedMultiplyAdd(v, Vector128.Load(b + 12), s3);
        }
        s0.Store(c);
        s1.Store(c + 4);
        s2.Store(c + 8);
        s3.Store(c + 12);
    }
}
