namespace Demarche.Positioning;

/// <summary>A term of an issue in a story.</summary>
/// <param name="First">Its first token.</param>
/// <param name="Last">Its last token.</param>
/// <param name="Issue">The place of the issue in the codebook.</param>
/// <param name="Worth">How much it says: longer terms say more, hints less.</param>
internal readonly record struct IssueHit(int First, int Last, int Issue, float Worth);
