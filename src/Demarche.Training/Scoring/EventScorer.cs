using System.Text.Json;

namespace Demarche.Training.Scoring;

/// <summary>
/// Events found in a sentence alone, at four levels: <c>root</c>, <c>root+source</c>, <c>all</c> (with the target) and <c>strict</c>
/// (word-overlap Dice of 0.5). The gold holds only some events of each sentence, so precision is a lower bound.
/// </summary>
public static class EventScorer
{
    public static IReadOnlyList<string> Levels { get; } = ["root", "root+source", "all", "strict"];

    /// <summary>A predicted event of a sentence.</summary>
    public sealed record Prediction(string Id, string Root, Span? Source, Span? Target);

    /// <summary>One level: micro-averaged score, macro-F1 over roots, and the score of each root.</summary>
    public sealed record Level(string Name, Score Score, double MacroF1, IReadOnlyList<(string Root, Score Score)> Roots);

    /// <param name="gold">The sentences.</param>
    /// <param name="predictions">In the order of the sentence: the first is the primary one.</param>
    /// <param name="primary">Only the first prediction of each sentence counts.</param>
    public static IReadOnlyList<Level> Score(IReadOnlyList<JsonElement> gold, IReadOnlyList<Prediction> predictions, bool primary = false)
    {
        var known = gold.Select(g => g.Id()).ToHashSet(StringComparer.Ordinal);
        if (predictions.FirstOrDefault(p => !known.Contains(p.Id)) is { } extra)
            throw new ScoreException($"the predicted id {extra.Id} is not in the gold file");
        var bySentence = predictions.ToLookup(p => p.Id, StringComparer.Ordinal);
        var results = new List<Level>();
        for (var level = 0; level < Levels.Count; level++)
        {
            int right = 0, predicted = 0, golden = 0;
            var perRoot = new Dictionary<string, (int Right, int Predicted, int Gold)>(StringComparer.Ordinal);
            foreach (var record in gold)
            {
                var text = record.Text("sentence")!;
                var events = record.GetProperty("events").EnumerateArray().Select(e => new GoldEvent(e)).ToList();
                var found = bySentence[record.Id()].ToList();
                if (primary && found.Count > 1)
                    found.RemoveRange(1, found.Count - 1);

                var edges = found.Select(p => Enumerable.Range(0, events.Count).Where(j => Agrees(level, text, events[j], p)).ToList()).ToList();
                var matched = Matching.Maximum(found.Count, edges);
                // A gold event with several actors stands for several dyads: so many further predictions are neither right nor wrong.
                var room = events.Select(e => e.Room).ToArray();
                var ignored = new HashSet<int>();
                for (var u = 0; u < found.Count; u++)
                {
                    if (matched.ContainsKey(u) || edges[u].FindIndex(j => room[j] > 0) is not (>= 0 and var k))
                        continue;
                    room[edges[u][k]]--;
                    ignored.Add(u);
                }
                golden += events.Count;
                predicted += found.Count - ignored.Count;
                right += matched.Count;
                var hit = matched.Values.ToHashSet();
                for (var j = 0; j < events.Count; j++)
                    Count(events[j].Root, hit.Contains(j) ? 1 : 0, 0, 1);
                for (var u = 0; u < found.Count; u++)
                    if (!ignored.Contains(u))
                        Count(Roots.Of(found[u].Root), 0, 1, 0);

                void Count(string root, int tp, int p, int g)
                {
                    var (a, b, c) = perRoot.GetValueOrDefault(root);
                    perRoot[root] = (a + tp, b + p, c + g);
                }
            }
            var roots = perRoot.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => (p.Key, new Score(p.Value.Right, p.Value.Predicted, p.Value.Gold))).ToList();
            results.Add(new(Levels[level], new(right, predicted, golden), roots.Where(r => r.Item2.Gold > 0).Select(r => r.Item2.F1).DefaultIfEmpty().Average(), roots));
        }
        return results;
    }

    private sealed class GoldEvent(JsonElement e)
    {
        public string Root { get; } = Roots.Of(e.Text("root"));

        public List<Span> Sources { get; } = e.SpansOf("source_spans");

        public List<Span> Targets { get; } = e.SpansOf("target_spans");

        public bool Reciprocal { get; } = e.TryGetProperty("reciprocal", out var r) && r.ValueKind == JsonValueKind.True;

        public int Room
        {
            get
            {
                int n = Math.Max(1, Sources.Count), k = Math.Max(1, Targets.Count);
                return (Reciprocal && n > 1 ? n * (n - 1) : n * k) - 1;
            }
        }
    }

    private static bool Agrees(int level, string text, GoldEvent gold, Prediction predicted)
    {
        if (gold.Root != Roots.Of(predicted.Root))
            return false;
        if (level == 0)
            return true;
        var sources = Hit(text, predicted.Source, gold.Sources);
        if (gold.Sources.Count > 0 && sources.Count == 0 || Spills(text, predicted.Source, gold.Sources, gold.Targets, gold.Reciprocal))
            return false;
        if (level == 1)
            return true;
        var targets = Hit(text, predicted.Target, gold.Targets);
        if (gold.Targets.Count > 0 && targets.Count == 0 || Spills(text, predicted.Target, gold.Targets, gold.Sources, gold.Reciprocal))
            return false;
        if (level == 3 && !(Dice(text, predicted.Source, gold.Sources) && Dice(text, predicted.Target, gold.Targets)))
            return false;
        return !gold.Reciprocal || gold.Sources.Count <= 1 || sources.Exists(i => targets.Exists(j => i != j));
    }

    /// <summary>The gold spans that share a letter or digit with the span.</summary>
    private static List<int> Hit(string text, Span? span, List<Span> golds)
    {
        var hit = new List<int>();
        if (span is not { } s)
            return hit;
        for (var k = 0; k < golds.Count; k++)
            for (var i = Math.Max(golds[k].Start, s.Start); i < Math.Min(golds[k].End, s.End); i++)
                if (char.IsLetterOrDigit(text[i]))
                {
                    hit.Add(k);
                    break;
                }
        return hit;
    }

    /// <summary>A span that runs over into the other role earns nothing.</summary>
    private static bool Spills(string text, Span? span, List<Span> own, List<Span> other, bool reciprocal) =>
        span is not null && own.Count > 0 && other.Count > 0 && !reciprocal && !own.Exists(o => Hit(text, o, other).Count > 0) && Hit(text, span, other).Count > 0;

    private static bool Dice(string text, Span? span, List<Span> golds)
    {
        if (golds.Count == 0)
            return true;
        if (span is not { } s)
            return false;
        var words = Words(text, s);
        return golds.Exists(g => Words(text, g) is var w && 2 * words.Count(w.Contains) >= 0.5 * (words.Count + w.Count));
    }

    private static HashSet<int> Words(string text, Span span)
    {
        var words = new HashSet<int>();
        foreach (var word in WordTokens.Of(text))
            if (word.IsWord && word.Span.Start < span.End && word.Span.End > span.Start)
                words.Add(word.Span.Start);
        return words;
    }
}
