namespace Demarche.Codebooks;

/// <summary>An entry of an agent dictionary: the words that describe somebody, singular and irregular plural, and the code that they add.</summary>
internal sealed record PhoenixAgent(IReadOnlyList<string> Phrases, string Code);
