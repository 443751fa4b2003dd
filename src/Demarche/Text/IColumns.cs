namespace Demarche.Text;

/// <summary>The arithmetic of <see cref="ByteProduct"/> over some columns at once; all of it is exact but the last step, which rounds once.</summary>
/// <typeparam name="TBytes">Four rows of the columns, four bytes a column.</typeparam>
/// <typeparam name="TParts">What a few rows add to the sums, not yet widened.</typeparam>
/// <typeparam name="TSums">A 32-bit sum a column.</typeparam>
internal unsafe interface IColumns<TBytes, TParts, TSums>
    where TBytes : unmanaged
    where TParts : unmanaged
    where TSums : unmanaged
{
    static abstract int Count { get; }

    static abstract TBytes Load(sbyte* source);

    /// <summary>The same four bytes for each column.</summary>
    static abstract TBytes Repeat(byte* source);

    /// <summary>Sixteen products a column, added up: bytes without sign times bytes with sign.</summary>
    static abstract TParts Products(TBytes a0, TBytes b0, TBytes a1, TBytes b1, TBytes a2, TBytes b2, TBytes a3, TBytes b3);

    /// <summary>Adds the products of <see cref="ByteMatrix.Block"/> rows. Those of even pairs of rows fit 16 bits in sum, and those of odd ones.</summary>
    static abstract TSums Add(TSums sum, TParts first, TParts second);

    /// <summary>(sum − offset) × scale + addend, rounded once.</summary>
    static abstract void Finish(TSums sum, float* offset, float* scale, float* addend, float* target);
}
