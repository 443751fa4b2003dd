namespace Demarche.Bench;

/// <summary>Draws ranks of which the first is the most frequent: the n-th is drawn in proportion to n to the power of minus an exponent.</summary>
public sealed class Zipf
{
    private readonly double[] _sums;

    public Zipf(int ranks, double exponent)
    {
        _sums = new double[ranks];
        var sum = 0.0;
        for (var i = 0; i < ranks; i++)
            _sums[i] = sum += Math.Pow(i + 1, -exponent);
    }

    public int Draw(Random random)
    {
        var at = Array.BinarySearch(_sums, random.NextDouble() * _sums[^1]);
        return Math.Min(at < 0 ? ~at : at, _sums.Length - 1);
    }
}
