namespace Demarche.Training.Scoring;

/// <summary>How far a figure may be off because the gold is small: the percentile interval of the bootstrap (Efron and Tibshirani 1993, chapter 13).</summary>
public static class Bootstrap
{
    private const int Samples = 1000;

    private const int Seed = 1;

    /// <summary>The interval in which the figure lies in 95 of 100 samples drawn with replacement from the same items; the same on every run.</summary>
    /// <param name="items">How many items there are.</param>
    /// <param name="figure">The figure of a sample, given as indices of its items.</param>
    public static (double Low, double High) Interval(int items, Func<int[], double> figure)
    {
        if (items == 0)
            return (0, 0);
        var random = new Random(Seed);
        var sample = new int[items];
        var figures = new double[Samples];
        for (var s = 0; s < Samples; s++)
        {
            for (var i = 0; i < items; i++)
                sample[i] = random.Next(items);
            figures[s] = figure(sample);
        }
        Array.Sort(figures);
        return (figures[(int)(0.025 * Samples)], figures[(int)(0.975 * Samples) - 1]);
    }
}
