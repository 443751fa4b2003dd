namespace Demarche.Recognizing;

/// <summary>Tokens that spell a role of <c>sectors.yaml</c>.</summary>
/// <param name="First">First token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Role">What the words say.</param>
internal readonly record struct RoleMatch(int First, int End, Role Role);
