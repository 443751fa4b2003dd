namespace Demarche.Training.Scoring;

/// <summary>Gold or predictions that cannot be scored: file, line and what is wrong.</summary>
public sealed class ScoreException(string message) : Exception(message);
