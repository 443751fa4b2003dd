namespace Demarche;

/// <summary>A stretch that yields no record of its own, and why: a leftover of the page, a crosshead, or a pull quote that repeats the body.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Why">The reason in words.</param>
/// <param name="Repeats">For a pull quote, the words of the body that it repeats.</param>
public sealed record Ignored(Span Span, string Why, Span? Repeats = null);
