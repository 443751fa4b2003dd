namespace Demarche.Training.Scoring;

/// <summary>Compares the record of a story with what must be found in it.</summary>
public static class StoryScorer
{
    /// <summary>An expectation with what is wrong; <see cref="Why"/> is null when it is met.</summary>
    public sealed record Outcome(ExpectedStory Story, Expectation Expectation, string? Why)
    {
        public bool Met => Why is null;

        /// <summary>Story and line, what was expected, where, and what came out.</summary>
        public override string ToString() => $"{Story.Name}:{Expectation.Line}: {Expectation}, at “{Excerpt(Story.Story.Text[Expectation.Span.Start..Expectation.Span.End])}”: {Why ?? "met"}";
    }

    public static IReadOnlyList<Outcome> Check(ExpectedStory story, Document document) =>
        [.. story.Expectations.Select(expectation => new Outcome(story, expectation, Fault(expectation, document)))];

    private static string? Fault(Expectation expected, Document document) => expected.Expect switch
    {
        "event" => Nearest([.. At(document.Events, e => Places(e), expected)], e => EventFaults(expected, e), Show, "no event"),
        "position" => Nearest([.. At(document.Positions, Places, expected)], p => PositionFaults(expected, p), Show, "no position"),
        "agreement" => Nearest([.. At(document.Agreements, a => [a.Evidence, a.Name], expected)], a => AgreementFaults(expected, a), a => $"{a.Claim} ({a.Rule})", "no claim"),
        "attribution" => Nearest([.. At(document.Attributions, a => a.Content, expected)], a => AttributionFaults(expected, a), a => $"{a.Kind.ToString().ToLowerInvariant()} of {SpeakerOf(a)}", "no attribution"),
        "ignored" => document.Ignored.Exists(i => i.Span.Contains(expected.Span)) ? null : "is read as report",
        "nothing" => document.Events.Find(e => ComesFrom(e, expected.Span)) is { } e ? $"yields {e.Type} ({e.Rule})" : null,
        "own" => document.Attributions.Find(a => a.Content.Any(span => span.Overlaps(expected.Span))) is { } a ? $"is said by {SpeakerOf(a)} ({a.Rule})" : null,
        "sentence" => document.Sentences.Exists(s => s.Span.Contains(expected.Span)) ? null : "is parted",
        _ => Once(expected, document),
    };

    private static string? Once(Expectation expected, Document document)
    {
        var found = expected.Speaker is null
            ? At(document.Events, e => Places(e), expected).Where(e => EventFaults(expected, e).Count == 0).Select(e => $"{e.Id} to {Names(e.Recipients)} ({e.Status.ToString().ToLowerInvariant()}, {e.Rule})").ToList()
            : At(document.Attributions, a => a.Content, expected).Where(a => AttributionFaults(expected, a).Count == 0).Select(a => $"{a.Id} ({a.Rule})").ToList();
        return found.Count switch
        {
            1 => null,
            0 => "not found",
            _ => $"found {found.Count} times: {string.Join(", ", found)}",
        };
    }

    private static IEnumerable<T> At<T>(IEnumerable<T> records, Func<T, IEnumerable<Span>> places, Expectation expected) =>
        records.Where(record => places(record).Any(place => place.Overlaps(expected.Span)));

    internal static IEnumerable<Span> Places(Event e) => e.Mentions.Prepend(e.Evidence);

    internal static IEnumerable<Span> Places(Position p) => new[] { p.Evidence, p.Outcome, p.Condition }.OfType<Span>();

    // An event of the clause before may reach over the words without coming from them.
    internal static bool ComesFrom(Event e, Span words) => Places(e).Any(place =>
        place.Overlaps(words) && (place != e.Evidence || e.Spans.All(s => s.Role != "trigger") || e.Spans.Any(s => s.Role == "trigger" && s.Span.Overlaps(words))));

    /// <summary>Null when a record has no fault; else what is wrong with the one that comes nearest.</summary>
    internal static string? Nearest<T>(List<T> records, Func<T, List<string>> faults, Func<T, string> show, string none)
    {
        var best = records.Select(record => (Record: record, Faults: faults(record))).OrderBy(x => x.Faults.Count).FirstOrDefault();
        if (best.Faults is null)
            return none;
        return best.Faults.Count == 0 ? null : $"{string.Join(", ", best.Faults)} ({show(best.Record)})";
    }

    private static List<string> EventFaults(Expectation expected, Event e)
    {
        var faults = new List<string>();
        Compare(faults, "type", expected.Type, e.Type);
        Compare(faults, "status", expected.Status, e.Status.ToString().ToLowerInvariant());
        Compare(faults, "mode", expected.Mode, e.Mode);
        Compare(faults, "date", expected.Date, e.Date?.ToString());
        if (expected.Background is { } background && background != e.Background)
            faults.Add(background ? "not in the background" : "in the background");
        Hold(faults, "actor", expected.Actors, e.Actors);
        Hold(faults, "recipient", expected.Recipients, e.Recipients);
        if (expected.Attributed is { } attributed && attributed != e.Attribution is not null)
            faults.Add(attributed ? "said by nobody" : $"said by {SpeakerOf(e.Attribution!)}");
        if (expected.By is { } by && !Chain(e.Attribution).Any(new Alternatives(by).Take))
            faults.Add($"not said by {by}");
        return faults;
    }

    private static List<string> PositionFaults(Expectation expected, Position p)
    {
        var faults = new List<string>();
        Compare(faults, "stance", expected.Stance, p.Stance);
        if (expected.Actor is { } actor)
            Hold(faults, "actor", [actor], [p.Actor]);
        Hold(faults, "addressee", expected.Addressees, p.Addressees);
        if (expected.Attributed is { } attributed && attributed != p.Attribution is not null)
            faults.Add(attributed ? "said by nobody" : $"said by {SpeakerOf(p.Attribution!)}");
        if (expected.Condition is { } condition && condition != p.Condition is not null)
            faults.Add(condition ? "no condition" : "a condition");
        Compare(faults, "issue", expected.Issue, p.Issue);
        if (expected.Depends is { } depends && depends != p.Condition)
            faults.Add(p.Condition is null ? "no condition" : "another condition");
        return faults;
    }

    private static List<string> AgreementFaults(Expectation expected, Agreement a)
    {
        var faults = new List<string>();
        Compare(faults, "claim", expected.Claim, a.Claim);
        if (expected.By is { } by)
            Hold(faults, "claimant", [by], [.. new[] { a.By }.OfType<Actor>()]);
        if (expected.Against is { } against)
            Hold(faults, "breaker", [against], [.. new[] { a.Against }.OfType<Actor>()]);
        return faults;
    }

    private static List<string> AttributionFaults(Expectation expected, Attribution a)
    {
        var faults = new List<string>();
        Compare(faults, "kind", expected.Kind, a.Kind.ToString().ToLowerInvariant());
        if (expected.Speaker is { } speaker && !new Alternatives(speaker).Take(a))
            faults.Add($"not said by {speaker}");
        if (expected.Via is { } via && !Chain(a.Via).Any(new Alternatives(via).Take))
            faults.Add($"not reported by {via}");
        return faults;
    }

    private static void Compare(List<string> faults, string field, string? expected, string? found)
    {
        if (expected is not null && (expected[0] == '!' ? expected[1..] == found : !expected.Split('|').Contains(found)))
            faults.Add($"{field} {found ?? "unknown"}");
    }

    private static void Hold(List<string> faults, string role, IReadOnlyList<string> expected, IReadOnlyList<Actor> found) =>
        faults.AddRange(expected.Where(ids => !found.Any(new Alternatives(ids).Take)).Select(ids => $"no {role} {ids}"));

    /// <summary>The attribution and those around it, outwards.</summary>
    internal static IEnumerable<Attribution> Chain(Attribution? innermost)
    {
        for (var attribution = innermost; attribution is not null; attribution = attribution.Via)
            yield return attribution;
    }

    internal static string Show(Event e) => $"{e.Type} {e.Status.ToString().ToLowerInvariant()} by {Names(e.Actors)} to {Names(e.Recipients)}";

    internal static string Show(Position p) => $"{p.Stance} of {Names([p.Actor])} to {Names(p.Addressees)}";

    internal static string SpeakerOf(Attribution attribution) => attribution.Speaker is { } speaker ? Names([speaker]) : "nobody known";

    private static string Names(IReadOnlyList<Actor> actors) => actors.Count == 0 ? "nobody" : string.Join(" + ", actors.Select(actor => actor.Id ?? $"“{actor.Name}”"));

    internal static string Excerpt(string words) => words.Length <= 80 ? words : $"{words[..77].ReplaceLineEndings(" ")}…";
}
