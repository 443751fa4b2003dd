namespace Demarche;

/// <summary>The words that fill a role of an event.</summary>
public readonly record struct RoleSpan(string Role, Span Span);
