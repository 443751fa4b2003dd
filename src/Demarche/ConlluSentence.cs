namespace Demarche;

/// <summary>A sentence of a treebank.</summary>
public sealed class ConlluSentence
{
    /// <summary>The lines that start with <c>#</c>, without it.</summary>
    public List<string> Comments { get; } = [];

    public List<ConlluWord> Words { get; } = [];

    /// <summary>Orthographic words that are more than one syntactic word, in order.</summary>
    public List<ConlluMultiword> Multiwords { get; } = [];

    /// <summary>What a comment of the form <c>key = value</c> says, or null.</summary>
    public string? Comment(string key) =>
        Comments.Find(c => c.StartsWith(key, StringComparison.Ordinal) && c.AsSpan(key.Length).TrimStart().StartsWith("=")) is { } comment
            ? comment[(comment.IndexOf('=') + 1)..].Trim()
            : null;
}
