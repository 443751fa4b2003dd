namespace Demarche.Text;

/// <summary>The arithmetic that a kernel may use, over one or more numbers at once; each operation rounds as IEEE 754 says, so that every width gives the same bits.</summary>
internal unsafe interface ILanes<TVector>
    where TVector : unmanaged
{
    static abstract int Count { get; }

    static abstract TVector Load(float* source);

    static abstract void Store(TVector value, float* target);

    /// <summary>Stores whole numbers from 0 to 127 as a byte each.</summary>
    static abstract void StoreBytes(TVector whole, byte* target);

    static abstract TVector Create(float value);

    static abstract TVector Add(TVector a, TVector b);

    static abstract TVector Multiply(TVector a, TVector b);

    static abstract TVector Divide(TVector a, TVector b);

    /// <summary>a × b + c, rounded once.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary>The lesser of two numbers. They are finite and not zeros of unlike sign, which processors treat each in a way of its own.</summary>
    static abstract TVector Min(TVector a, TVector b);

    static abstract TVector Max(TVector a, TVector b);

    /// <summary>The nearest whole number, ties to even.</summary>
    static abstract TVector Round(TVector a);

    /// <summary>a times two to the power of a whole number between −126 and 127.</summary>
    static abstract TVector Scale(TVector a, TVector whole);
}
