namespace Demarche.Training.Scoring;

/// <summary>Accuracy, macro-F1 over the classes that occur in the gold, and the score of each class.</summary>
public sealed record ClassReport(int Count, double Accuracy, double MacroF1, IReadOnlyList<(string Class, Score Score)> Classes)
{
    /// <summary>How many items a class must have for its F1 to say something.</summary>
    private const int Enough = 10;

    /// <summary>Macro-F1 over the classes that have ten items or more in the gold: the mean of F1 of few is chance.</summary>
    public double MacroF1OfMany
    {
        get
        {
            var many = Classes.Where(c => c.Score.Gold >= Enough).ToList();
            return many.Count == 0 ? 0 : many.Average(c => c.Score.F1);
        }
    }

    public static ClassReport Of(IReadOnlyList<(string Gold, string Predicted)> pairs)
    {
        var classes = new List<(string, Score)>();
        foreach (var name in pairs.Select(p => p.Gold).Distinct().Order(StringComparer.Ordinal))
            classes.Add((name, new(pairs.Count(p => p.Gold == name && p.Predicted == name), pairs.Count(p => p.Predicted == name), pairs.Count(p => p.Gold == name))));
        return new(pairs.Count, pairs.Count(p => p.Gold == p.Predicted) / (double)pairs.Count, classes.Average(c => c.Item2.F1), classes);
    }
}
