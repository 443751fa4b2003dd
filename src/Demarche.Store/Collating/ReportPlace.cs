namespace Demarche.Store.Collating;

/// <summary>Where a report says that it took place.</summary>
/// <param name="Name">The usual name.</param>
/// <param name="IsPoint">True for a city or a site, false for a region, a country or a water.</param>
internal sealed record ReportPlace(string Name, string? Country, float? Latitude, float? Longitude, bool IsPoint)
{
    private readonly uint[] _words = [.. TextWord.Of(Name).Select(word => ReportReader.Number(word.Span.Of(Name).ToString().ToLowerInvariant())).Order()];

    /// <summary>True when its whole name stands among names, which are sorted numbers.</summary>
    public bool IsNamedIn(uint[] names) => _words.Length > 0 && SortedSets.Shared<uint>(_words, names) == _words.Length;

    /// <summary>Kilometres as the crow flies; null when one has no coordinates.</summary>
    public double? DistanceTo(ReportPlace other)
    {
        if (Latitude is not { } a || Longitude is not { } b || other.Latitude is not { } c || other.Longitude is not { } d)
            return null;
        const double Radius = 6371, Radian = Math.PI / 180;
        var half = Math.Pow(Math.Sin((c - a) * Radian / 2), 2) + Math.Cos(a * Radian) * Math.Cos(c * Radian) * Math.Pow(Math.Sin((d - b) * Radian / 2), 2);
        return 2 * Radius * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }
}
