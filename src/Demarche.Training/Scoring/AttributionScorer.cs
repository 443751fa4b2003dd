using System.Text.Json;

namespace Demarche.Training.Scoring;

/// <summary>
/// Source, cue and content spans in whole documents. A role of an attribution is the set of tokens that its spans touch.
/// <c>overlap</c> is the soft precision and recall of Johansson and Moschitti (2010); <c>whole</c> asks that all three roles share a word.
/// </summary>
public static class AttributionScorer
{
    private static readonly string[] Roles = ["source", "cue", "content"];

    /// <summary>A quotation of fewer words may be a word held at arm's length.</summary>
    private const int DirectWords = 12;

    /// <summary>The spans of one attribution, by role.</summary>
    public sealed record Spans(IReadOnlyList<Span> Source, IReadOnlyList<Span> Cue, IReadOnlyList<Span> Content)
    {
        /// <summary>The kind of cue, where figures are wanted by kind.</summary>
        public string? CueClass { get; init; }
    }

    /// <summary>
    /// A measure and role with its score; the role is <c>all</c> for whole attributions. A measure <c>outer …</c> leaves out of the predicted
    /// what lies inside the content of another, as gold does that labels a word once. <c>direct extent</c> and <c>direct source</c> are shares of the
    /// quotations of twelve words or more that are found to their full extent, and with the right speaker. <c>whole, …</c> gives a genre or kind of cue.
    /// </summary>
    public sealed record Row(string Measure, string Role, Score Score);

    public static Spans Read(JsonElement attribution) => new(attribution.SpansOf("source"), attribution.SpansOf("cue"), attribution.SpansOf("content"));

    /// <param name="gold">Documents with text and attributions.</param>
    /// <param name="predicted">By document; one that is missing has no prediction.</param>
    /// <param name="cueClass">The kind of a cue of the gold, by document and spans; null where no figures by kind are wanted.</param>
    public static IReadOnlyList<Row> Score(IReadOnlyList<JsonElement> gold, IReadOnlyDictionary<string, IReadOnlyList<Spans>> predicted, Func<string, IReadOnlyList<Span>, string>? cueClass = null)
    {
        var known = gold.Select(g => g.Id()).ToHashSet(StringComparer.Ordinal);
        if (predicted.Keys.FirstOrDefault(id => !known.Contains(id)) is { } extra)
            throw new ScoreException($"the predicted id {extra} is not in the gold file");

        var counts = new Tally();
        foreach (var record in gold)
        {
            var tokens = WordTokens.Of(record.Text("text")!);
            var at = TokenAt(tokens, record.Text("text")!.Length);
            var g = record.GetProperty("attributions").EnumerateArray().Select(Read).Select(a => Sets.Of(a with { CueClass = cueClass?.Invoke(record.Id(), a.Cue) }, tokens, at)).Where(s => s.Any).ToList();
            var p = (predicted.GetValueOrDefault(record.Id()) ?? []).Select(a => Sets.Of(a, tokens, at)).Where(s => s.Any).ToList();
            Add(counts, "", g, p);
            Add(counts, "outer ", g, [.. p.Where(inner => !p.Exists(other => IsInside(inner, other)))]);
            AddDirect(counts, record.Text("text")!, g, p);
            if (record.Text("publisher") is { } genre)
                counts.Of($"whole, {genre}", "all").Add(Matching.Size(p, g, IsWhole), p.Count, g.Count);
            if (cueClass is not null)
                AddClasses(counts, g, p);
        }
        string[] measures = ["exact", "exact-np", "any", "overlap", "token", "whole", "whole-half", "whole-exact", "src+content"];
        string[] order = [.. measures, .. measures.Select(m => $"outer {m}"), "direct extent", "direct source"];
        return [.. counts.All.OrderBy(c => Array.IndexOf(order, c.Measure) is >= 0 and var place ? place : order.Length).ThenBy(c => Array.IndexOf(Roles, c.Role)).ThenBy(c => c.Measure, StringComparer.Ordinal)];
    }

    private sealed class Tally
    {
        private readonly Dictionary<(string Measure, string Role), Counts> _counts = [];

        public IEnumerable<Row> All => _counts.Select(c => new Row(c.Key.Measure, c.Key.Role, c.Value.Score));

        public Counts Of(string measure, string role)
        {
            if (!_counts.TryGetValue((measure, role), out var counts))
                _counts[(measure, role)] = counts = new();
            return counts;
        }
    }

    private static bool IsInside(Sets inner, Sets other) => inner != other && inner.Tokens[1].Count > 0 && inner.Tokens[1].IsSubsetOf(other.Tokens[2]);

    private static bool IsWhole(Sets a, Sets b) => Fits(a, b, [0, 1, 2], (x, y) => x.Overlaps(y));

    // A role that is empty on one side must be empty on the other.
    private static bool Fits(Sets a, Sets b, int[] roles, Func<HashSet<int>, HashSet<int>, bool> fits) =>
        roles.All(r => a.Tokens[r].Count == 0 && b.Tokens[r].Count == 0 || a.Tokens[r].Count > 0 && b.Tokens[r].Count > 0 && fits(a.Core(r), b.Core(r)));

    private static void AddDirect(Tally counts, string text, List<Sets> gold, List<Sets> predicted)
    {
        foreach (var g in gold)
        {
            var content = g.Words[2];
            if (content.Count < DirectWords || !IsMark(text[g.Spans.Content.Min(span => span.Start)]) || !IsMark(text[g.Spans.Content.Max(span => span.End) - 1]))
                continue;
            var found = predicted.Exists(p => p.Words[2].SetEquals(content));
            var named = predicted.Exists(p => 2 * p.Words[2].Count(content.Contains) >= content.Count && Fits(p, g, [0], (x, y) => x.Overlaps(y)));
            counts.Of("direct extent", "content").Add(found ? 1 : 0, 1, 1);
            counts.Of("direct source", "source").Add(named ? 1 : 0, 1, 1);
        }

        static bool IsMark(char c) => c is '"' or '“' or '”' or '\'' or '‘' or '’' or '«' or '»' or '„';
    }

    private static void AddClasses(Tally counts, List<Sets> gold, List<Sets> predicted)
    {
        foreach (var name in gold.Concat(predicted).Select(s => s.Spans.CueClass).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            List<Sets> g = [.. gold.Where(s => s.Spans.CueClass == name)], p = [.. predicted.Where(s => s.Spans.CueClass == name)];
            var of = counts.Of($"whole, {name}", "all");
            of.RightOfGold += Matching.Size(predicted, g, IsWhole);
            of.RightOfPredicted += Matching.Size(p, gold, IsWhole);
            of.Gold += g.Count;
            of.Predicted += p.Count;
        }
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

    private sealed record Sets(Spans Spans, HashSet<int>[] Tokens, HashSet<int>[] Words)
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
            return new(spans, all, words);
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

    private static void Add(Tally counts, string prefix, List<Sets> gold, List<Sets> predicted)
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
            Of(measure, "all").Add(Matching.Size(predicted, gold, (a, b) => Fits(a, b, roles, fits)), predicted.Count, gold.Count);

        Counts Of(string measure, string role) => counts.Of(prefix + measure, role);
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
