namespace Demarche.Attributing;

/// <summary>What a cue makes of its content: puts it forward, denies it, demands it, hopes for it.</summary>
/// <param name="Name">Such as <c>says</c> or <c>denies</c>.</param>
/// <param name="Status">The status that an act inside the content inherits.</param>
/// <param name="Negated">The polarity of the same cue under a negation.</param>
/// <param name="Meaning">In plain words.</param>
internal sealed record Polarity(string Name, EventStatus Status, string Negated, string Meaning);
