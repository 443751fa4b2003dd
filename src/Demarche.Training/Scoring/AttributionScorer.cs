using System.Text.Json;

namespace Demarche.Training.Scoring;

/// <summary>
/// Source, cue and content spans in whole documents. A role of an attribution is the set of tokens that its spans touch.
/// <c>overlap</c> is the soft precision and recall of Johansson and Moschitti (2010); <c>whole</c> asks that all three roles share a word.
/// </summary>
public static class AttributionScorer
{
    private static readonly string[] Roles = ["source", "cue", "content"];

    /// <summary>The spans of one attribution, by role.</summary>
    public sealed record Spans(IReadOnlyList<Span> Source, IReadOnlyList<Span> Cue, IReadOnlyList<Span> Content);

    /// <summary>A measure and role with its score; the role is <c>all</c> for whole attributions.</summary>
    public sealed record Row(string Measure, string Role, Score Score);

    public static Spans Read(JsonElement attribution) => new(attribution.SpansOf("source"), attribution.SpansOf("cue"), attribution.SpansOf("content"));

    /// <param name="gold">Documents with text and attributions.</param>
    /// <param name="predicted">By document; one that is missing has no prediction.</param>
    public static IReadOnlyList<Row> Score(IReadOnlyList<JsonElement> gold, IReadOnlyDictionary<string, IReadOnlyList<Spans>> predicted)
    {
        var known = gold.Select(g => g.Id()).ToHashSet(StringComparer.Ordinal);
        if (predicted.Keys.FirstOrDefault(id => !known.Contains(id)) is { } extra)
            throw new ScoreException($"the predicted id {extra} is not in the gold file");

        var counts = new Dictionary<(string, string), Counts>();
        foreach (var record in gold)
        {
            var tokens = WordTokens.Of(record.Text("text")!);
            var at = TokenAt(tokens, record.Text("text")!.Length);
            var g = record.GetProperty("attributions").EnumerateArray().Select(a => Sets.Of(Read(a), tokens, at)).Where(s => s.Any).ToList();
            var p = (predicted.GetValueOrDefault(record.Id()) ?? []).Select(a => Sets.Of(a, tokens, at)).Where(s => s.Any).ToList();
            Add(counts, g, p);
        }
        string[] measures = ["exact", "exact-np", "any", "overlap", "token", "whole", "whole-half", "whole-exact", "src+content"];
        return [.. counts.OrderBy(c => Array.IndexOf(measures, c.Key.Item1)).ThenBy(c => Array.IndexOf(Roles, c.Key.Item2)).Select(c => new Row(c.Key.Item1, c.Key.Item2, c.Value.Score))];
    }

    private sealed class Counts
    {
        public double RightOfPredicted;
        public double RightOfGold;
        public int Predicted;
        public int Gold;

        public Score Score => new(RightOfPredicted, RightOfGold, Predicted, Gold);

        public void Add(double right, int predicted, int gold)
        {
            RightOfPredicted += right;
            RightOfGold += right;
            Predicted += predicted;
            Gold += gold;
        }
    }

    private sealed record Sets(HashSet<int>[] Tokens, HashSet<int>[] Words)
    {
        public bool Any => Tokens.Any(t => t.Count > 0);

        /// <summary>Words where there are any, else the punctuation.</summary>
        public HashSet<int> Core(int role) => Words[role].Count > 0 ? Words[role] : Tokens[role];

        public static Sets Of(Spans spans, List<(Span Span, bool IsWord)> tokens, int[] at)
        {
            var all = new HashSet<int>[3];
            var words = new HashSet<int>[3];
            for (var r = 0; r < 3; r++)
            {
                all[r] = [];
                foreach (var span in r switch { 0 => spans.Source, 1 => spans.Cue, _ => spans.Content })
                    for (var i = span.Start; i < span.End; i++)
                        if (at[i] >= 0)
                            all[r].Add(at[i]);
                words[r] = [.. all[r].Where(k => tokens[k].IsWord)];
            }
            return new(all, words);
        }
    }

    private static int[] TokenAt(List<(Span Span, bool IsWord)> tokens, int length)
    {
        var at = new int[length];
        Array.Fill(at, -1);
        for (var k = 0; k < tokens.Count; k++)
            for (var i = tokens[k].Span.Start; i < tokens[k].Span.End; i++)
                at[i] = k;
        return at;
    }

    private static void Add(Dictionary<(string, string), Counts> counts, List<Sets> gold, List<Sets> predicted)
    {
        for (var r = 0; r < 3; r++)
        {
            var role = r;
            var g = gold.Where(x => x.Tokens[role].Count > 0).ToList();
            var p = predicted.Where(x => x.Tokens[role].Count > 0).ToList();
            Of("exact", Roles[r]).Add(Shared(p.Select(x => x.Tokens[role]), g.Select(x => x.Tokens[role])), p.Count, g.Count);
            Of("exact-np", Roles[r]).Add(Shared(p.Select(x => x.Words[role]), g.Select(x => x.Words[role])), p.Count, g.Count);
            Of("any", Roles[r]).Add(Matching.Size(p, g, (a, b) => a.Core(role).Overlaps(b.Core(role))), p.Count, g.Count);

            var overlap = Of("overlap", Roles[r]);
            overlap.Predicted += p.Count;
            overlap.Gold += g.Count;
            overlap.RightOfPredicted += p.Sum(x => g.Select(y => (double)x.Tokens[role].Count(y.Tokens[role].Contains) / x.Tokens[role].Count).DefaultIfEmpty().Max());
            overlap.RightOfGold += g.Sum(y => p.Select(x => (double)x.Tokens[role].Count(y.Tokens[role].Contains) / y.Tokens[role].Count).DefaultIfEmpty().Max());

            var inGold = g.SelectMany(x => x.Tokens[role]).ToHashSet();
            var inPredicted = p.SelectMany(x => x.Tokens[role]).ToHashSet();
            Of("token", Roles[r]).Add(inGold.Count(inPredicted.Contains), inPredicted.Count, inGold.Count);
        }
        Whole("whole", [0, 1, 2], (a, b) => a.Overlaps(b));
        Whole("whole-half", [0, 1, 2], (a, b) => 2 * a.Count(b.Contains) >= 0.5 * (a.Count + b.Count));
        Whole("whole-exact", [0, 1, 2], (a, b) => a.SetEquals(b));
        Whole("src+content", [0, 2], (a, b) => a.Overlaps(b));

        void Whole(string measure, int[] roles, Func<HashSet<int>, HashSet<int>, bool> fits) =>
            Of(measure, "all").Add(Matching.Size(predicted, gold, (a, b) => roles.All(r => a.Tokens[r].Count == 0 && b.Tokens[r].Count == 0
                || a.Tokens[r].Count > 0 && b.Tokens[r].Count > 0 && fits(a.Core(r), b.Core(r)))), predicted.Count, gold.Count);

        Counts Of(string measure, string role)
        {
            if (!counts.TryGetValue((measure, role), out var c))
                counts[(measure, role)] = c = new();
            return c;
        }
    }

    /// <summary>How many sets occur on both sides, each as often as it does.</summary>
    private static int Shared(IEnumerable<HashSet<int>> a, IEnumerable<HashSet<int>> b)
    {
        var left = b.GroupBy(Key).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var shared = 0;
        foreach (var key in a.Select(Key))
        {
            if (left.GetValueOrDefault(key) == 0)
                continue;
            left[key]--;
            shared++;
        }
        return shared;

        static string Key(HashSet<int> set) => string.Join(',', set.Order());
    }
}
