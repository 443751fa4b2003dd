using System.Globalization;
using System.Text.Json;

namespace Demarche.Training.Scoring;

/// <summary>
/// Who, where and when in sentences alone. A mention of the gold is found in a mention that overlaps it and has the same head, or of which one lies within the other;
/// the one with the same head goes before. What the gold does not mark is not counted.
/// </summary>
/// <param name="invented">Identifiers of persons whom no table can have.</param>
internal sealed class ActorScorer(IReadOnlyList<string> invented)
{
    /// <summary>How far a place may lie from the gold's, in degrees of latitude and of longitude.</summary>
    private const double Near = 0.5;

    /// <summary>
    /// <c>actors</c> is the share of mentions with a right id: one of those accepted, for each member of a plural; none, where the gold has none; for an invented person
    /// the id that the name makes, or none with the right country. <c>countries</c> is the share with the right country, or without one where <c>null</c> is accepted, the
    /// gold's plurals of several countries left out; <c>sectors</c> is the share with an accepted sector where one is judged, <c>places</c> with country and
    /// coordinates where they are given, <c>dates</c> with both ends equal, cut alike. <c>found</c> behind each is the share found at all.
    /// </summary>
    public ScoreSheet Score(IReadOnlyList<(JsonElement Gold, Document Document)> sentences)
    {
        var sheet = new ScoreSheet("actors", "countries", "sectors", "places", "dates", "actors found", "places found", "dates found");
        foreach (var (record, document) in sentences)
        {
            foreach (var gold in record.Items("actors"))
            {
                var span = Place(gold);
                var mention = MentionAt(document, span);
                if (gold.Text("id") is { })
                    sheet.Count("actors found", mention is not null);
                sheet.Count("actors", ActorFault(document, gold, span, mention), () => What(record, gold, "id"));
                if (gold.Text("country") is { } country && !country.Contains('&', StringComparison.Ordinal))
                    sheet.Count("countries", CountryFault(new(country), mention), () => What(record, gold, "country"));
                if (gold.Text("sector") is { } sector)
                    sheet.Count("sectors", Sectors(sector).Take(mention?.Actor.Sector) ? null : $"sector {mention?.Actor.Sector ?? "unknown"}", () => What(record, gold, "sector"));
            }
            foreach (var gold in record.Items("places"))
            {
                var span = Place(gold);
                var head = HeadOf(document, span);
                var place = document.Places.Where(p => p.Mention.Overlaps(span) && (p.Head == head || Within(p.Mention, span)))
                    .OrderBy(p => p.Head == head ? 0 : 1).ThenByDescending(p => Shared(p.Mention, span)).FirstOrDefault();
                sheet.Count("places found", place is not null);
                sheet.Count("places", PlaceFault(gold, place), () => What(record, gold, "country"));
            }
            foreach (var gold in record.Items("dates"))
            {
                var span = Place(gold);
                var time = document.Times.Select(t => (Time: t, Span: document.SpanOf(t.First, t.End - 1))).Where(t => t.Span.Overlaps(span)).OrderByDescending(t => Shared(t.Span, span)).FirstOrDefault().Time;
                if (gold.Text("from") is { })
                    sheet.Count("dates found", time is not null);
                sheet.Count("dates", DateFault(gold, time), () => What(record, gold, "from"));
            }
        }
        return sheet;
    }

    private static Span Place(JsonElement gold) => new(gold.Number("start") ?? 0, gold.Number("end") ?? 0);

    private static string What(JsonElement record, JsonElement gold, string field) => $"{record.Id()}, “{gold.Text("text")}” {gold.Text(field) ?? "unknown"}";

    // A nationality stands for the whole phrase only where the phrase is no mention itself.
    private static Mention? MentionAt(Document document, Span span)
    {
        var head = HeadOf(document, span);
        return document.Mentions
            .Select(m => (Mention: m, Span: document.SpanOf(m.First, m.End - 1), Rank: m.Head == head ? 0 : m.Kind == MentionKind.Adjective ? 2 : 1))
            .Where(x => x.Span.Overlaps(span) && (x.Rank == 0 || Within(x.Span, span)))
            .OrderBy(x => x.Rank).ThenByDescending(x => Shared(x.Span, span)).ThenBy(x => x.Span.Length)
            .Select(x => x.Mention).FirstOrDefault();
    }

    /// <summary>The token of a span that hangs on one outside it.</summary>
    private static int HeadOf(Document document, Span span)
    {
        for (var t = document.FirstTokenFrom(span.Start); t < document.Tokens.Length && document.Tokens[t].Span.Start < span.End; t++)
            if (document.Tokens[t].Head is var head && (head < 0 || !document.Tokens[head].Span.Overlaps(span)))
                return t;
        return -1;
    }

    private static bool Within(Span a, Span b) => a.Contains(b) || b.Contains(a);

    private static int Shared(Span a, Span b) => Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start);

    private string? ActorFault(Document document, JsonElement gold, Span span, Mention? mention)
    {
        if (gold.Text("id") is not { } ids)
            return mention?.Actor.Id is { } id && mention.Head == HeadOf(document, span) && !MadeOf(id, document.Words(span)) ? id : null;
        var expected = ids.Split('&').Select(member => new Alternatives(member)).ToList();
        if (expected is [{ MayBeUnknown: true }] && (mention is null || mention.Actor.Id is null || MadeOf(mention.Actor.Id, document.Words(span))))
            return null;
        if (mention is null)
            return "not found";

        var countries = (gold.Text("country") ?? "null").Split('&').Select(member => new Alternatives(member)).ToList();
        var actors = Meant(document, span, mention, expected.Count > 1);
        var matched = Matching.Size<Actor, int>(actors, [.. Enumerable.Range(0, expected.Count)], (actor, i) =>
            expected[i].Take(actor.Id) || actor.Id is null && expected[i].Names.Any(invented.Contains) && countries[Math.Min(i, countries.Count - 1)].Take(actor.Country));
        return matched == expected.Count && matched == actors.Count ? null : string.Join(" + ", actors.Select(actor => actor.Id ?? $"“{actor.Name}” ({actor.Country})"));
    }

    /// <summary>The country alone, whoever it is; that of a plural is the one that all share.</summary>
    private static string? CountryFault(Alternatives expected, Mention? mention) =>
        mention?.Actor.Country is { } country ? expected.Take(country) ? null : $"in {country}" : expected.MayBeUnknown ? null : mention is null ? "not found" : "in no country";

    /// <summary>The actors one by one; of a phrase in the plural that does not say whom it means, those named in it.</summary>
    private static List<Actor> Meant(Document document, Span span, Mention mention, bool several)
    {
        if (mention.Parts.Count > 0)
            return [.. mention.Parts];
        var named = several ? document.Mentions.Where(m => span.Contains(document.SpanOf(m.First, m.End - 1)) && m.Actor.Id is not null).Select(m => m.Actor).DistinctBy(actor => actor.Id).ToList() : [];
        return named.Count > 1 ? named : [mention.Actor];
    }

    /// <summary>True for an identifier made of the words themselves.</summary>
    private static bool MadeOf(string id, string words) => id.Split('-').All(part => words.Contains(part, StringComparison.OrdinalIgnoreCase));

    private static Alternatives Sectors(string sectors) => new(sectors.Replace('&', '|'));

    private static string? PlaceFault(JsonElement gold, Place? place)
    {
        if (place is null)
            return "not found";
        if (gold.Text("country") is { } countries && !new Alternatives(countries).Take(place.Country))
            return $"{place.Name} in {place.Country ?? "no country"}";
        if (gold.Decimal("lat") is { } latitude && gold.Decimal("lon") is { } longitude && !(Math.Abs(latitude - place.Latitude ?? double.NaN) <= Near && Around(longitude, place.Longitude) <= Near))
            return string.Create(CultureInfo.InvariantCulture, $"{place.Name} at {place.Latitude}, {place.Longitude}");
        return null;
    }

    private static double Around(double a, double? b) => Math.Abs(a - b ?? double.NaN) is var apart && apart > 180 ? 360 - apart : apart;

    private static string? DateFault(JsonElement gold, TimeExpression? time)
    {
        var from = time is { IsRelative: false } ? time.Date.ToString() : null;
        var to = time?.DateEnd is { } end && end != time.Date ? end.ToString() : null;
        return from == gold.Text("from") && to == gold.Text("to") ? null : from is null ? "not found" : to is null ? from : $"{from} to {to}";
    }
}
