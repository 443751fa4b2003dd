namespace Demarche.Training;

/// <summary>Something that keeps training from starting or going on, and what would be right.</summary>
public sealed class TrainingException(string message) : Exception(message);
