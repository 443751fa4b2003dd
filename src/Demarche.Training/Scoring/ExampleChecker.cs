using Demarche.Codebooks;
using Demarche.Coding;

namespace Demarche.Training.Scoring;

/// <summary>Runs the examples and counterexamples of the codebook as the tests they are.</summary>
public static class ExampleChecker
{
    /// <summary>All sentences in the order of the codebook, with what came out.</summary>
    public sealed record Report(IReadOnlyList<SentenceOutcome> Outcomes)
    {
        /// <summary>The sentences that do not come out as their patterns say.</summary>
        public IReadOnlyList<SentenceOutcome> Failures { get; } = [.. Outcomes.Where(o => !o.Holds)];

        public double ExampleShare => Share(Outcomes.Where(o => !o.Counterexample));

        public double CounterexampleShare => Share(Outcomes.Where(o => o.Counterexample));

        /// <summary>The share that holds, in percent.</summary>
        public double AllShare => Share(Outcomes);

        public double ShareOf(EventType type) => Share(Outcomes.Where(o => o.Pattern.Type == type.Name));

        private static double Share(IEnumerable<SentenceOutcome> outcomes)
        {
            int all = 0, held = 0;
            foreach (var outcome in outcomes)
            {
                all++;
                held += outcome.Holds ? 1 : 0;
            }
            return all == 0 ? 100 : 100.0 * held / all;
        }
    }

    /// <summary>Runs the sentences of all patterns of the coder's codebook.</summary>
    public static Report Check(Coder coder, int threads = 1) => Check(coder, coder.Codebook.Patterns.Concat(coder.Codebook.Senses), threads);

    /// <summary>Runs the sentences of these patterns.</summary>
    public static Report Check(Coder coder, IEnumerable<Pattern> patterns, int threads = 1)
    {
        var tests = new List<Func<SentenceOutcome>>();
        foreach (var pattern in patterns)
        {
            foreach (var example in pattern.Examples)
                tests.Add(() => Example(coder, pattern, example));
            foreach (var counterexample in pattern.Counterexamples)
                tests.Add(() => Counterexample(coder, pattern, counterexample));
        }
        var outcomes = new SentenceOutcome[tests.Count];
        Parallel.For(0, tests.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => outcomes[i] = tests[i]());
        return new(outcomes);
    }

    /// <summary>The example holds when its type comes out, asserted or reported, with its actors and recipients.</summary>
    private static SentenceOutcome Example(Coder coder, Pattern pattern, Example example)
    {
        var document = coder.Analyse(new Story(example.Text), Layers.Events, asBody: true);
        // Words that are no act hold when nothing comes of them.
        if (pattern.Type == Pattern.NoEvent)
            return Of(Held(document).Count == 0, Outcome(document));
        var events = Held(document).FindAll(e => e.Type == pattern.Type);
        return events.Exists(e => Fills(e, pattern, example)) ? Of(true, Outcome(document))
            : Of(false, $"{(events.Count == 0 ? $"no {pattern.Type}" : "the participants differ")}; {Outcome(document)}");

        SentenceOutcome Of(bool holds, string what) => new(pattern, example.Line, example.Text, false, holds, what);
    }

    private static List<Event> Held(Document document) => document.Events.FindAll(e => e.Status is EventStatus.Asserted or EventStatus.Reported);

    private static bool Fills(Event e, Pattern pattern, Example example)
    {
        var actors = Spans(e, "actor");
        var recipients = Spans(e, "recipient");
        if (pattern.Reciprocal)
        {
            var all = actors.Concat(recipients).ToList();
            return example.Actors.Concat(example.Recipients).All(marked => all.Exists(marked.Overlaps));
        }
        return example.Actors.All(marked => actors.Exists(marked.Overlaps)) && example.Recipients.All(marked => recipients.Exists(marked.Overlaps));
    }

    private static List<Span> Spans(Event e, string role) => [.. e.Spans.Where(s => s.Role == role).Select(s => s.Span)];

    /// <summary>The counterexample holds when its pattern yields nothing asserted or reported, and the type named comes out so.</summary>
    private static SentenceOutcome Counterexample(Coder coder, Pattern pattern, Counterexample counterexample)
    {
        var document = coder.Analyse(new Story(counterexample.Text), Layers.Events, asBody: true);
        var held = Held(document);
        if (held.Exists(e => e.Rule == pattern.Rule && e.Type != counterexample.Type))
            return Of(false, $"it is taken; {Outcome(document)}");
        return counterexample.Type is { } type && !held.Exists(e => e.Type == type) ? Of(false, $"no {type}; {Outcome(document)}") : Of(true, Outcome(document));

        SentenceOutcome Of(bool holds, string what) => new(pattern, counterexample.Line, counterexample.Text, true, holds, what);
    }

    private static string Outcome(Document document) =>
        document.Events.Count == 0
            ? document.Considered.Count == 0 ? "nothing matched" : $"left: {string.Join("; ", document.Considered.Take(3).Select(c => $"{c.Rule} at “{document.Words(c.Span)}”, {c.Why}"))}"
            : string.Join("; ", document.Events);
}
