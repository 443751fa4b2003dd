namespace Demarche.Recognizing;

/// <summary>Tokens that spell a name of the gazetteer, and whom it can mean.</summary>
/// <param name="First">First token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Names">What is spelled so; never empty.</param>
internal readonly record struct NameMatch(int First, int End, IReadOnlyList<KnownName> Names);
