namespace Demarche.Codebooks;

/// <summary>A sentence that a pattern leaves, and the type that it belongs to; null when it holds no event.</summary>
public sealed record Counterexample(string Text, string? Type, int Line);
