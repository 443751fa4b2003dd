namespace Demarche;

/// <summary>A name in the text, before it is known whose it is.</summary>
/// <param name="First">First token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Kind">What it names.</param>
public sealed record Name(int First, int End, NameKind Kind);
