namespace Demarche.Recognizing;

/// <summary>A name that means somebody else in a story where one of these words stands.</summary>
/// <param name="Near">Words that speak for the other bearer.</param>
/// <param name="Unless">Words that speak for the bearer in the table.</param>
internal sealed record Homonym(string Name, IReadOnlyList<string> Near, IReadOnlyList<string> Unless);
