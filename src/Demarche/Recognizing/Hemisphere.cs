namespace Demarche.Recognizing;

/// <summary>On which side of the equator a story plays, for its seasons: where most of the places and states that it names lie.</summary>
internal static class Hemisphere
{
    public static bool IsSouthern(Document document, Gazetteer gazetteer)
    {
        var folded = gazetteer.Fold(document.Tokens);
        var south = 0;
        for (var t = 0; t < document.Tokens.Length; t++)
            if (gazetteer.Match(folded, document.Tokens, t, Math.Min(t + LongestName, document.Tokens.Length), false) is { } match)
            {
                south += Side(match, gazetteer);
                t = match.End - 1;
            }
        return south > 0;
    }

    private static int Side(NameMatch match, Gazetteer gazetteer)
    {
        foreach (var name in match.Names)
            if ((name.Place?.Latitude ?? (name.Actor is { Kind: ActorKind.State } state ? gazetteer.CountryPlace(state).Latitude : null)) is { } latitude)
                return Math.Abs(latitude) < Tropics ? 0 : latitude < 0 ? 1 : -1;
        return 0;
    }

    // Near the equator nobody counts by such seasons.
    private const double Tropics = 10;

    private const int LongestName = 16;
}
