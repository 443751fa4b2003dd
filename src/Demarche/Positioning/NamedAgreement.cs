namespace Demarche.Positioning;

/// <summary>A place of a story that names an agreement.</summary>
/// <param name="First">Its first token.</param>
/// <param name="Last">Its last token.</param>
/// <param name="Id">The known agreement it is.</param>
internal readonly record struct NamedAgreement(int First, int Last, string? Id);
