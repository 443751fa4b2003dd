namespace Demarche.Training;

/// <summary>What training ended with.</summary>
/// <param name="ModelPath">Where the model lies.</param>
/// <param name="ModelHash">SHA-256 of the model file.</param>
/// <param name="Words">Words learnt from.</param>
/// <param name="Sentences">Sentences learnt from.</param>
/// <param name="Scores">For each dev file, how well the model does on it.</param>
public sealed record TrainingReport(string ModelPath, string ModelHash, int Words, int Sentences, IReadOnlyList<TreebankScore> Scores);
