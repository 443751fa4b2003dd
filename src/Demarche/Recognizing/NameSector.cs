namespace Demarche.Recognizing;

/// <summary>The sector that a word in a name tells.</summary>
/// <param name="Rank">Of several words the one of the lowest rank decides.</param>
/// <param name="Sector">A code of <c>sectors.yaml</c>.</param>
internal sealed record NameSector(int Rank, string Sector);
