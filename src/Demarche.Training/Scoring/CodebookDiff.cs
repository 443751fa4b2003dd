using Demarche.Coding;

namespace Demarche.Training.Scoring;

/// <summary>What a change of the codebook wins and loses: its own sentences that come out otherwise, and the events of stories that are coded otherwise.</summary>
public static class CodebookDiff
{
    /// <summary>What became of a sentence of the codebook.</summary>
    public enum Change
    {
        /// <summary>It holds now and did not before.</summary>
        Won,

        /// <summary>It held before and does not now.</summary>
        Lost,

        /// <summary>It is new and holds.</summary>
        Added,

        /// <summary>It is new and does not hold.</summary>
        AddedMissed,

        /// <summary>It is no longer in the codebook.</summary>
        Gone,
    }

    /// <summary>A sentence that came out otherwise.</summary>
    public sealed record SentenceChange(Change Change, SentenceOutcome Outcome);

    /// <summary>An event of a story that only one of the two codebooks yields.</summary>
    /// <param name="Won">True when the newer yields it.</param>
    /// <param name="Line">The event in words.</param>
    public sealed record EventChange(bool Won, string Line);

    /// <summary>The sentences of both codebooks, each judged by its own; those that come out alike are left out.</summary>
    public static IReadOnlyList<SentenceChange> Sentences(Coder before, Coder after, int threads)
    {
        var old = Outcomes(before, threads);
        var changes = new List<SentenceChange>();
        var current = Outcomes(after, threads);
        foreach (var (key, outcome) in current)
        {
            if (!old.TryGetValue(key, out var was))
                changes.Add(new(outcome.Holds ? Change.Added : Change.AddedMissed, outcome));
            else if (was.Holds != outcome.Holds)
                changes.Add(new(outcome.Holds ? Change.Won : Change.Lost, outcome));
        }
        changes.AddRange(old.Where(pair => !current.ContainsKey(pair.Key)).Select(pair => new SentenceChange(Change.Gone, pair.Value)));
        return changes;
    }

    private static Dictionary<(string, bool, string), SentenceOutcome> Outcomes(Coder coder, int threads)
    {
        var outcomes = new Dictionary<(string, bool, string), SentenceOutcome>();
        foreach (var outcome in ExampleChecker.Check(coder, threads).Outcomes)
            outcomes.TryAdd((outcome.Pattern.Rule, outcome.Counterexample, outcome.Sentence), outcome);
        return outcomes;
    }

    /// <summary>The events of a story that one codebook yields and the other does not, in text order.</summary>
    public static IReadOnlyList<EventChange> Events(Coder before, Coder after, Story story)
    {
        var old = Lines(before.Code(story));
        var current = Lines(after.Code(story));
        var changes = current.Where(line => !old.Contains(line)).Select(line => (line.Start, Change: new EventChange(true, line.Line)))
            .Concat(old.Where(line => !current.Contains(line)).Select(line => (line.Start, Change: new EventChange(false, line.Line))));
        return [.. changes.OrderBy(change => change.Start).ThenBy(change => change.Change.Won).Select(change => change.Change)];
    }

    private static HashSet<(int Start, string Line)> Lines(Document document) =>
        [.. document.Events.Select(e => (e.Evidence.Start, $"{e}: “{document.Words(e.Evidence)}”"))];
}
