namespace Demarche.Codebooks;

/// <summary>Words that name an issue: at each place one of several dictionary forms. Articles, adjectives and names may stand between them.</summary>
/// <param name="Places">For each word of the phrase its alternatives.</param>
/// <param name="IsHint">True for words that point to the issue only where nothing names another: “missile” for arms control.</param>
public sealed record IssueTerm(IReadOnlyList<string[]> Places, bool IsHint);
