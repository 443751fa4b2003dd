namespace Demarche.Training;

/// <summary>A stream of random numbers that is the same on every machine (SplitMix64).</summary>
internal sealed class Chance(ulong seed)
{
    /// <summary>Where the stream stands; set to go on from there.</summary>
    public ulong State { get; set; } = seed;

    public ulong Next()
    {
        State += 0x9E3779B97F4A7C15UL;
        var z = State;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>From 0 up to but not including 1.</summary>
    public float NextFloat() => (Next() >> 40) * (1f / (1 << 24));

    /// <summary>From 0 up to but not including <paramref name="end"/>.</summary>
    public int Below(int end) => (int)((Next() >> 33) % (ulong)end);

    public bool Happens(float probability) => NextFloat() < probability;

    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>Fills with 0 at the given rate, else with what keeps the mean at 1.</summary>
    public void FillMask(Span<float> mask, float rate)
    {
        var keep = 1 / (1 - rate);
        var limit = (ushort)(rate * 65536);
        var bits = 0UL;
        for (var i = 0; i < mask.Length; i++)
        {
            bits = (i & 3) == 0 ? Next() : bits >> 16;
            mask[i] = (ushort)bits < limit ? 0 : keep;
        }
    }
}
