namespace Demarche.Recognizing.Tables;

/// <summary>A place, with texts as numbers of the pool; −1 where there is none.</summary>
/// <param name="Latitude">Degrees north; not a number when unknown.</param>
/// <param name="Longitude">Degrees east; not a number when unknown.</param>
/// <param name="Population">Inhabitants; 0 when unknown.</param>
/// <param name="Name">The name.</param>
/// <param name="Country">ISO 3166 alpha-3.</param>
/// <param name="Kind">“city”, “province”, ….</param>
/// <param name="Standing">How it stands among those of its name.</param>
internal readonly record struct PlaceRow(double Latitude, double Longitude, long Population, int Name, int Country, int Kind, int Standing);
