using Demarche.Codebooks;
using Demarche.Coding;

namespace Demarche.Training.Scoring;

/// <summary>Runs the sentences under issues, stances and claims about agreements as the tests they are.</summary>
public static class PositionExamples
{
    /// <summary>A sentence of the codebook and what came of it.</summary>
    /// <param name="Kind"><c>issues</c>, <c>stances</c> or <c>claims</c>.</param>
    /// <param name="File">Where it stands.</param>
    /// <param name="Line">Its line, or that of the entry it belongs to.</param>
    /// <param name="Text">The sentence.</param>
    /// <param name="Fault">What is wrong; null when it comes out as its entry says.</param>
    public sealed record Outcome(string Kind, string File, int Line, string Text, string? Fault)
    {
        public override string ToString() => $"{File}:{Line}: {Fault}: “{Text}”";
    }

    /// <summary>All sentences, in the order of the codebook.</summary>
    public static IReadOnlyList<Outcome> Check(Coder coder, int threads = 1)
    {
        var tests = new List<Func<Outcome>>();
        foreach (var issue in coder.Codebook.Issues)
        {
            foreach (var example in issue.Examples)
                tests.Add(() => new("issues", issue.File, issue.Line, example, OnIssue(Read(coder, example), issue.Id)));
            foreach (var counterexample in issue.Counterexamples)
                tests.Add(() => new("issues", issue.File, counterexample.Line, counterexample.Text, OffIssue(Read(coder, counterexample.Text), issue.Id, counterexample.Type)));
        }
        Add("stances", coder.Codebook.StancePatterns, (d, p, e) => p.Type == PositionRules.NoStance ? d.Positions.Count == 0 : d.Positions.Exists(x => x.Stance == p.Type && Names(x.Actor, e)), d => d.Positions.Select(x => (x.Rule, x.Stance)));
        Add("claims", coder.Codebook.ClaimPatterns, (d, p, e) => d.Agreements.Exists(x => x.Claim == p.Type && Participants(x).Any(a => Names(a, e))), d => d.Agreements.Select(x => (x.Rule, x.Claim)));
        var outcomes = new Outcome[tests.Count];
        Parallel.For(0, tests.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => outcomes[i] = tests[i]());
        return outcomes;

        void Add(string kind, IEnumerable<Pattern> patterns, Func<Document, Pattern, Example, bool> holds, Func<Document, IEnumerable<(string Rule, string Type)>> read)
        {
            foreach (var pattern in patterns)
            {
                foreach (var example in pattern.Examples)
                    tests.Add(() =>
                    {
                        var document = Read(coder, example.Text);
                        return new(kind, pattern.File, example.Line, example.Text, holds(document, pattern, example) ? null : $"no {pattern.Type} of {pattern.Id}; {Shown(read(document))}");
                    });
                foreach (var counterexample in pattern.Counterexamples)
                    tests.Add(() =>
                    {
                        var found = read(Read(coder, counterexample.Text)).ToList();
                        var fault = found.Exists(f => f.Rule == pattern.Rule) ? $"{pattern.Id} takes it"
                            : counterexample.Type is { } type && !found.Exists(f => f.Type == type) ? $"no {type}; {Shown(found)}" : null;
                        return new(kind, pattern.File, counterexample.Line, counterexample.Text, fault);
                    });
            }
        }
    }

    // A headline is one by what stands below it.
    private const string HeadlineLabel = "HEADLINE:";

    private const string Below = "\n\nIt rained on Monday.";

    private static Document Read(Coder coder, string sentence) =>
        sentence.StartsWith(HeadlineLabel, StringComparison.Ordinal) ? coder.Analyse(new Story(sentence + Below), Layers.Positions) : coder.Analyse(new Story(sentence), Layers.Positions, asBody: true);

    private static string? OnIssue(Document document, string issue) =>
        document.Positions.Exists(p => p.Issue == issue) ? null : $"no position on {issue}; {Shown(document.Positions.Select(p => (p.Rule, p.Issue)))}";

    private static string? OffIssue(Document document, string issue, string? other) =>
        document.Positions.Exists(p => p.Issue == issue) ? $"it is on {issue}"
        : other is not null && !document.Positions.Exists(p => p.Issue == other) ? $"no position on {other}; {Shown(document.Positions.Select(p => (p.Rule, p.Issue)))}" : null;

    /// <summary>True when a sentence marks nobody, or the actor where he is named.</summary>
    private static bool Names(Actor? actor, Example example) => example.Actors.Count == 0 || actor?.Mention is { } mention && example.Actors.Any(mention.Overlaps);

    private static IEnumerable<Actor?> Participants(Agreement agreement) => [agreement.By, agreement.Against, .. agreement.Parties];

    private static string Shown(IEnumerable<(string Rule, string Type)> found) => string.Join(", ", found.Select(f => $"{f.Type} ({f.Rule})").DefaultIfEmpty("nothing came out"));
}
