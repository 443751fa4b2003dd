namespace Demarche.Recognizing;

/// <summary>A row of <c>places/places.csv</c>.</summary>
/// <param name="Name">The usual name.</param>
/// <param name="Country">ISO 3166 alpha-3; null for waters and where sovereignty is disputed.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Kind">“city”, “site”, “island”, “district”, “province”, “region”, “river”, “border”, “country” or “water”.</param>
/// <param name="Population">Tells the large place from the small one of the same name.</param>
/// <param name="Standing">How it stands among those that share its name.</param>
internal sealed record KnownPlace(string Name, string? Country, double? Latitude, double? Longitude, string Kind, long Population, PlaceStanding Standing = PlaceStanding.None);
