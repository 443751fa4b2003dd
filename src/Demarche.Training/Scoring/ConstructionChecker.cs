using Demarche.Codebooks;

namespace Demarche.Training.Scoring;

/// <summary>Runs the reviewed parses of the codebook: each has exactly the events that stand beside it.</summary>
public static class ConstructionChecker
{
    /// <summary>A reviewed parse and what became of it.</summary>
    /// <param name="Parse">The sentence with its record.</param>
    /// <param name="ComesOut">True when the events are those of the record, no more and no fewer.</param>
    /// <param name="Events">What came out, in words.</param>
    public sealed record Outcome(ReviewedParse Parse, bool ComesOut, string Events)
    {
        /// <summary>What is wrong; null for one that comes out, and for a known miss that does not.</summary>
        public string? Fault => ComesOut != Parse.Missed ? null
            : ComesOut ? $"a miss of “{Parse.Construction}” comes out now; it belongs under right"
            : $"{Parse.Construction}: not {string.Join("; ", Parse.Record.DefaultIfEmpty("nothing"))}, but {Events}";

        public override string ToString() => $"{Parse.File}:{Parse.Line}: {Fault}: “{Parse.Text}”";
    }

    /// <summary>All of them, in the order of the file.</summary>
    public static IReadOnlyList<Outcome> Check(Coder coder, int threads = 1)
    {
        var parses = ReviewedParse.Load(coder.Codebook.Directory);
        var outcomes = new Outcome[parses.Count];
        Parallel.For(0, parses.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => outcomes[i] = Run(coder, parses[i]));
        return outcomes;
    }

    private static Outcome Run(Coder coder, ReviewedParse parse)
    {
        var found = coder.Analyse(new Story(parse.Text), Layers.Events, asBody: true).Events.ConvertAll(e => e.Summary);
        return new(parse, found.Order(StringComparer.Ordinal).SequenceEqual(parse.Record.Order(StringComparer.Ordinal)), string.Join("; ", found.DefaultIfEmpty("nothing")));
    }
}
