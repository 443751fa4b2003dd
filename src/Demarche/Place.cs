namespace Demarche;

/// <summary>Where something happened.</summary>
/// <param name="Name">The usual name.</param>
/// <param name="Country">ISO 3166 alpha-3; null for waters, where sovereignty is disputed, and where it cannot be told.</param>
/// <param name="Latitude">Degrees north; null when the table has none.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Precision">“city”, “site”, “island”, “district”, “province”, “region”, “river”, “border”, “country”, “water” or “unknown”.</param>
/// <param name="Mention">The words.</param>
/// <param name="Head">The token through which the words hang in the tree.</param>
public sealed record Place(string Name, string? Country, double? Latitude, double? Longitude, string Precision, Span Mention, int Head)
{
    internal const string Unknown = "unknown";

    /// <summary>UCDP's <c>where_prec</c>: 1 the place itself, 2 near it, 3 a district or island, 4 a province, 5 a vague region, river or line, 6 a country, 7 at sea; null when it is not known where it is.</summary>
    public int? WherePrecision { get; init; }

    /// <summary>How that was found, in a sentence.</summary>
    public string Why { get; init; } = "";
}
