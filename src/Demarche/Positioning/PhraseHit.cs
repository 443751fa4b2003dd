namespace Demarche.Positioning;

/// <summary>A phrase where it stands.</summary>
/// <param name="First">Its first token.</param>
/// <param name="Last">Its last token.</param>
/// <param name="Top">The token over the others.</param>
/// <param name="Value">What it says.</param>
internal readonly record struct PhraseHit<T>(int First, int Last, int Top, T Value);
