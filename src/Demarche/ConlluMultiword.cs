namespace Demarche;

/// <summary>An orthographic word made of the words from <paramref name="First"/> up to but not including <paramref name="End"/>.</summary>
public sealed record ConlluMultiword(int First, int End, string Form, bool SpaceAfter);
