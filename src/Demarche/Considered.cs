namespace Demarche;

/// <summary>A match that did not become a record, and why not.</summary>
/// <param name="Span">The words.</param>
/// <param name="Rule">The rule that matched.</param>
/// <param name="Why">Why it was left.</param>
public sealed record Considered(Span Span, string Rule, string Why);
