namespace Demarche.Training.Scoring;

/// <summary>Precision, recall and F1 over counts. The counts may be fractional where a measure weighs overlaps.</summary>
/// <param name="RightOfPredicted">What is right among the predicted.</param>
/// <param name="RightOfGold">What is found among the gold; equal to <paramref name="RightOfPredicted"/> for one-to-one measures.</param>
public readonly record struct Score(double RightOfPredicted, double RightOfGold, int Predicted, int Gold)
{
    public Score(int right, int predicted, int gold) : this(right, right, predicted, gold) { }

    public double Precision => Predicted == 0 ? 0 : RightOfPredicted / Predicted;

    public double Recall => Gold == 0 ? 0 : RightOfGold / Gold;

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}
