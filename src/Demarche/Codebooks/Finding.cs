namespace Demarche.Codebooks;

/// <summary>What a check of the codebook found: the place, what is wrong there, and what would be right.</summary>
/// <param name="File">The file, as errors of the codebook call it.</param>
/// <param name="Line">Counted from 1; 0 when the whole file is meant.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record Finding(string File, int Line, string Message)
{
    /// <summary>True for what may be right as it is and is worth a look.</summary>
    public bool IsWarning { get; init; }

    internal static Finding Of(CodebookException error) => new(error.File, error.Line, error.Message[$"{error.File}:{error.Line}: ".Length..]);

    public override string ToString() => $"{File}:{Line}: {(IsWarning ? "warning: " : "")}{Message}";
}
