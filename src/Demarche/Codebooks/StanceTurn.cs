namespace Demarche.Codebooks;

/// <summary>What becomes of a stance; null where nothing is left of it.</summary>
/// <param name="Negated">Of a denied one: “does not oppose”.</param>
/// <param name="Past">Of one denied in the past, outside anybody's words: “did not endorse” leaves open what is thought now.</param>
/// <param name="Ended">Of one given up: “no longer opposes”, “dropped its opposition”.</param>
/// <param name="Said">Of one that its holder himself denies: “said that it had never demanded”.</param>
/// <param name="Future">Of one denied for the time to come: “would not refuse”.</param>
internal sealed record StanceTurn(string? Negated, string? Past, string? Ended, string? Said, string? Future);
