using Demarche.Codebooks;
using Demarche.Coding;

namespace Demarche.Training.Scoring;

/// <summary>Runs the examples and counterexamples of the codebook as the tests they are.</summary>
public static class ExampleChecker
{
    /// <summary>A sentence of the codebook that does not come out as its pattern says.</summary>
    /// <param name="Pattern">Whose sentence it is.</param>
    /// <param name="Line">Its line in the file.</param>
    /// <param name="Sentence">The words.</param>
    /// <param name="Why">What came out instead.</param>
    /// <param name="Counterexample">True for a sentence that the pattern should leave.</param>
    public sealed record Failure(Pattern Pattern, int Line, string Sentence, string Why, bool Counterexample)
    {
        public override string ToString() => $"{Pattern.File}:{Line}: {Why}: “{Sentence}”";
    }

    /// <summary>How many sentences there are, and which fail, in the order of the codebook.</summary>
    public sealed record Report(int Examples, int Counterexamples, IReadOnlyList<Failure> Failures)
    {
        public double ExampleShare => Percent(Examples, Failures.Count(f => !f.Counterexample));

        public double CounterexampleShare => Percent(Counterexamples, Failures.Count(f => f.Counterexample));

        public double ShareOf(EventType type) => Percent(type.Patterns.Sum(p => p.Examples.Count + p.Counterexamples.Count), Failures.Count(f => f.Pattern.Type == type.Name));

        private static double Percent(int sentences, int failures) => sentences == 0 ? 100 : 100.0 * (sentences - failures) / sentences;

        public int Sentences => Examples + Counterexamples;

        /// <summary>The share that holds, in percent.</summary>
        public double Share => Percent(Sentences, Failures.Count);
    }

    public static Report Check(Coder coder, int threads = 1)
    {
        var tests = new List<Func<Failure?>>();
        int examples = 0, counterexamples = 0;
        foreach (var pattern in coder.Codebook.Patterns)
        {
            foreach (var example in pattern.Examples)
            {
                examples++;
                tests.Add(() => Example(coder, pattern, example));
            }
            foreach (var counterexample in pattern.Counterexamples)
            {
                counterexamples++;
                tests.Add(() => Counterexample(coder, pattern, counterexample));
            }
        }
        var failures = new Failure?[tests.Count];
        Parallel.For(0, tests.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => failures[i] = tests[i]());
        return new(examples, counterexamples, [.. failures.OfType<Failure>()]);
    }

    /// <summary>The example holds when its type comes out, asserted or reported, with its actors and recipients.</summary>
    private static Failure? Example(Coder coder, Pattern pattern, Example example)
    {
        var document = coder.Analyse(new Story(example.Text), Layers.Events, asBody: true);
        var events = document.Events.Where(e => e.Type == pattern.Type && e.Status is EventStatus.Asserted or EventStatus.Reported && e.Type == pattern.Type).ToList();
        if (events.Count == 0)
            return Fail($"no {pattern.Type}; {Outcome(document)}");
        if (events.Exists(e => Fills(e, pattern, example)))
            return null;
        return Fail($"the participants differ; {Outcome(document)}");

        Failure Fail(string why) => new(pattern, example.Line, example.Text, why, false);
    }

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
    private static Failure? Counterexample(Coder coder, Pattern pattern, Counterexample counterexample)
    {
        var document = coder.Analyse(new Story(counterexample.Text), Layers.Events, asBody: true);
        var held = document.Events.Where(e => e.Status is EventStatus.Asserted or EventStatus.Reported).ToList();
        if (held.Exists(e => e.Rule == pattern.Rule && e.Type != counterexample.Type))
            return new(pattern, counterexample.Line, counterexample.Text, $"it is taken; {Outcome(document)}", true);
        if (counterexample.Type is { } type && !held.Exists(e => e.Type == type))
            return new(pattern, counterexample.Line, counterexample.Text, $"no {type}; {Outcome(document)}", true);
        return null;
    }

    private static string Outcome(Document document) =>
        document.Events.Count == 0
            ? document.Considered.Count == 0 ? "nothing matched" : $"left: {string.Join("; ", document.Considered.Take(3).Select(c => $"{c.Rule} at “{document.Words(c.Span)}”, {c.Why}"))}"
            : string.Join("; ", document.Events.Select(e => $"{e.Type} {e.Status.ToString().ToLowerInvariant()} by {Names(e.Actors)} on {Names(e.Recipients)} ({e.Rule})"));

    private static string Names(IReadOnlyList<Actor> actors) => actors.Count == 0 ? "nobody" : string.Join("+", actors.Select(a => a.Name));
}
