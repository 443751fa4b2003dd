namespace Demarche;

/// <summary>Where something happened.</summary>
/// <param name="Name">The usual name.</param>
/// <param name="Country">ISO 3166 alpha-3; null for waters and where sovereignty is disputed.</param>
/// <param name="Latitude">Degrees north; null when the table has none.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Precision">“city”, “site”, “region”, “country” or “water”.</param>
/// <param name="Mention">The words.</param>
/// <param name="Head">The token through which the words hang in the tree.</param>
public sealed record Place(string Name, string? Country, double? Latitude, double? Longitude, string Precision, Span Mention, int Head);
