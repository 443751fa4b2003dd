namespace Demarche.Coding;

/// <summary>Within a story a happening is one event: further places that state it become its mentions.</summary>
internal static class EventMerger
{
    public static List<Event> Merge(Document document, List<Event> events, double sameWords)
    {
        // Only events of one type whose actors belong to the same countries can be one.
        var byKey = new Dictionary<(string Type, string Side), List<Event>>();
        foreach (var e in events)
        {
            var key = (e.Type, e.Actors.Select(a => a.Country ?? a.Id ?? a.Name.ToLowerInvariant()).Order(StringComparer.Ordinal).FirstOrDefault(""));
            if (!byKey.TryGetValue(key, out var alike))
                byKey[key] = alike = [];
            var same = alike.Find(other => AreSame(document, other, e, sameWords));
            if (same is null)
            {
                alike.Add(e);
                continue;
            }
            var into = Richness(e) > Richness(same) ? e : same;
            if (into == e)
            {
                alike[alike.IndexOf(same)] = e;
                e.Mentions.AddRange(same.Mentions);
            }
            var gone = into == e ? same : e;
            into.Mentions.Add(gone.Evidence);
            into.Mentions.Sort();
            if (into.Date is null)
                (into.Date, into.DateEnd, into.DateNote) = (gone.Date, gone.DateEnd, gone.DateNote);
            into.Place ??= gone.Place;
        }
        var merged = byKey.Values.SelectMany(alike => alike).ToList();
        merged.Sort((a, b) => a.Evidence.CompareTo(b.Evidence) is not 0 and var c ? c : a.Trigger.CompareTo(b.Trigger));
        return merged;
    }

    /// <summary>The place that says most stands for the event.</summary>
    private static int Richness(Event e) => e.Actors.Count + 2 * e.Recipients.Count + (e.Date is null ? 0 : 1) + (e.Status == EventStatus.Asserted ? 2 : 0);

    private static bool AreSame(Document document, Event a, Event b, double sameWords)
    {
        if (a.Type != b.Type || !SameStatus(a, b) || a.Background != b.Background || a.Anterior != b.Anterior && !(a.Date is not null && a.Date == b.Date))
            return false;
        if (a.Date is { } x && b.Date is { } y && !x.Compatible(y))
            return false;
        if (a.Mode is not null && b.Mode is not null && a.Mode != b.Mode)
            return false;
        if (!SameActors(a.Actors, b.Actors) || StandInARow(document, a, b))
            return false;
        return a.Recipients.Count == 0 || b.Recipients.Count == 0
            ? SharesWords(document, a, b, sameWords)
            : a.Recipients.Any(r => b.Recipients.Any(x => r.SameSide(x) || r.Members.Contains(x.Id ?? "") || x.Members.Contains(r.Id ?? "")));
    }

    /// <summary>“invaded Donbas and bombed Kyiv”: two verbs of one sentence, each with its own object, tell of two acts, though both are done to one side.</summary>
    private static bool StandInARow(Document document, Event a, Event b) =>
        a.Trigger >= 0 && b.Trigger >= 0 && document.Tokens[a.Trigger].Upos == Upos.VERB && document.Tokens[b.Trigger].Upos == Upos.VERB && document.SentenceOf(a.Trigger) == document.SentenceOf(b.Trigger)
        && !document.Tokens[a.Trigger].Lemma.Equals(document.Tokens[b.Trigger].Lemma, StringComparison.OrdinalIgnoreCase)
        && a.Recipients.Count > 0 && b.Recipients.Count > 0 && a.Recipients.All(x => b.Recipients.All(y => x.Mention is { } p && y.Mention is { } q && !p.Overlaps(q) && document.Words(p) != document.Words(q)));

    /// <summary>An act that its own side reports of itself and one that the article asserts are the same happening.</summary>
    private static bool SameStatus(Event a, Event b)
    {
        if (a.Status != b.Status && !(a.Status is EventStatus.Asserted or EventStatus.Reported && b.Status is EventStatus.Asserted or EventStatus.Reported))
            return false;
        return Chain(a).SequenceEqual(Chain(b));
    }

    private static IEnumerable<string> Chain(Event e)
    {
        for (var attribution = e.Attribution; attribution is not null; attribution = attribution.Via)
            if (attribution.Speaker is { } speaker && !e.Actors.Any(speaker.SameSide))
                yield return speaker.Country ?? speaker.Id ?? speaker.Name;
            else if (attribution.Speaker is null)
                yield return "";
    }

    private static bool SameActors(IReadOnlyList<Actor> a, IReadOnlyList<Actor> b) =>
        a.Count > 0 && b.Count > 0 && a.All(x => b.Any(x.SameSide)) && b.All(x => a.Any(x.SameSide));

    /// <summary>Where one place leaves the recipient open, the same words must be used for the act, and they must share more than the verb.</summary>
    private static bool SharesWords(Document document, Event a, Event b, double sameWords)
    {
        // A headline often has the words of a later sentence that the lead puts differently.
        foreach (var first in Places(a).Select(place => Words(document, place)))
            foreach (var second in Places(b).Select(place => Words(document, place)))
                if (first.Count(second.Contains) is > 0 and var shared && shared >= sameWords * Math.Min(first.Count, second.Count))
                    return true;
        return false;
    }

    private static IEnumerable<Span> Places(Event e) => [e.Evidence, .. e.Mentions];

    private static HashSet<string> Words(Document document, Span span)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var t = document.FirstTokenFrom(span.Start); t < document.Tokens.Length && document.Tokens[t].Span.End <= span.End; t++)
            if (document.Tokens[t].Upos is Upos.NOUN or Upos.VERB or Upos.ADJ or Upos.NUM)
                words.Add(document.Tokens[t].Lemma);
        return words;
    }
}
