namespace Demarche.Reading;

/// <summary>A story that was read, or why one could not be read.</summary>
/// <param name="Path">The file, or <c>-</c> for standard input.</param>
/// <param name="Line">The line of a file that holds one story a line; 0 when the file is one story.</param>
public sealed record ReadResult(string Path, int Line)
{
    /// <summary>The story; null when it could not be read.</summary>
    public Story? Story { get; init; }

    /// <summary>The identifier that a record gave to the story, which is not <see cref="Story.Id"/>.</summary>
    public string? RecordId { get; init; }

    /// <summary>What is wrong and what would be right; null when there is a story.</summary>
    public string? Problem { get; init; }

    /// <summary>The file, and the line where there is one.</summary>
    public string Place => Line > 0 ? $"{Path}:{Line}" : Path;

    /// <summary><c>path:line: what is wrong; what would be right</c>, or null when there is a story.</summary>
    public string? Error => Problem is null ? null : $"{Place}: {Problem}";
}
