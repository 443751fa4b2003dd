namespace Demarche.Parsing;

/// <summary>A model file that cannot be used, with its name and what to do.</summary>
public sealed class ModelException(string file, string message) : Exception($"{file}: {message}")
{
    public string File { get; } = file;
}
