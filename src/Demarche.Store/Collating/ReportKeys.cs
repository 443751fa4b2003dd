namespace Demarche.Store.Collating;

/// <summary>
/// Numbers by which reports that may be of one happening find each other: for each country or international actor that has to do with it, and each month in which it may lie.
/// Two reports without a number in common are not compared.
/// </summary>
internal static class ReportKeys
{
    public static uint[] Of(Report report)
    {
        var keys = new SortedSet<uint>();
        var (from, to) = (Month(report.First), Month(report.Last));
        foreach (var anchor in report.Anchors)
            for (var month = from; month <= to; month++)
                keys.Add((uint)(TextWord.Mix(TextWord.Hash(report.Family) ^ TextWord.Hash(anchor) * 31 + (ulong)month) >> 32));
        return [.. keys];
    }

    private static int Month(DateOnly day) => day.Year * 12 + day.Month;

    /// <summary>The countries, and ids of actors without one, that a report has to do with.</summary>
    public static IEnumerable<string> AnchorsOf(IEnumerable<Party> parties, ReportPlace? place)
    {
        foreach (var party in parties)
            if (party.Country is not null || party.Id is not null)
                yield return party.Country ?? party.Id!;
        foreach (var party in parties)
            if (party.Country is null)
                foreach (var member in party.Members.Take(8))
                    yield return member;
        if (place?.Country is { } country)
            yield return country;
    }
}
