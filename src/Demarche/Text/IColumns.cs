namespace Demarche.Text;

/// <summary>The arithmetic of <see cref="ByteProduct"/> over some columns at once; all of it is exact but the last step, which rounds once.</summary>
/// <typeparam name="TBytes">Four rows of the columns, four bytes a column.</typeparam>
/// <typeparam name="TSums">A 32-bit sum a column.</typeparam>
internal unsafe interface IColumns<TBytes, TSums>
    where TBytes : unmanaged
    where TSums : unmanaged
{
    static abstract int Count { get; }

    static abstract TBytes Load(sbyte* source);

    /// <summary>The same four bytes for each column.</summary>
    static abstract TBytes Repeat(byte* source);

    /// <summary>
    /// Adds sixteen products a column: bytes without sign times bytes with sign. The products of rows 0 and 1 of all four, and those of rows 2 and 3, fit 16 bits in sum.
    /// </summary>
    static abstract TSums AddProducts(TSums sum, TBytes a0, TBytes b0, TBytes a1, TBytes b1, TBytes a2, TBytes b2, TBytes a3, TBytes b3);

    /// <summary>(sum − offset) × scale + addend, rounded once.</summary>
    static abstract void Finish(TSums sum, float* offset, float* scale, float* addend, float* target);
}
