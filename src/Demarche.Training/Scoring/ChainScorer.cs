using System.Text.Json;

namespace Demarche.Training.Scoring;

/// <summary>
/// Who says a passage according to whom: the attributions over it, from the outermost to the innermost. A link is right when its speaker is one of those accepted
/// (nobody identified, where the gold has <c>null</c>) and its cue shares a letter with the gold's cue; a chain, when it has the links of the gold in their order and no other.
/// </summary>
internal static class ChainScorer
{
    private sealed record Link(string? Speaker, string Cue, string Kind, IReadOnlyList<Span> Cues);

    /// <summary>
    /// <c>chains</c> is the share of chains that are right, <c>chains of N</c> of those with N links; <c>links</c> the share of links of the gold that are found in their
    /// order, <c>links at N</c> of those at depth N, the outermost being 1; <c>kinds</c> the share of the links found whose kind is the gold's.
    /// </summary>
    public static ScoreSheet Score(IReadOnlyList<(JsonElement Gold, Document Document)> stories)
    {
        var sheet = new ScoreSheet("chains", "links", "links at 1", "links at 2", "links at 3", "links at 4", "chains of 1", "chains of 2", "chains of 3", "chains of 4", "kinds");
        foreach (var (record, document) in stories)
            foreach (var chain in record.Items("chains"))
            {
                var words = chain.Text("words");
                var expected = chain.Items("links").Select(link => Read(link, document.Text)).ToList();
                var found = Over(document, Passage.Of(document.Text, words, record.Id()));
                var pairs = InOrder(expected, found);
                var whole = pairs.Count == expected.Count && pairs.Count == found.Count;
                sheet.Count("chains", whole ? null : $"{Show(found)} for {string.Join(" > ", expected.Select(link => $"{link.Speaker ?? "unknown"} “{link.Cue}”"))}", () => $"{record.Id()}, “{words}”");
                sheet.Count($"chains of {expected.Count}", whole);
                for (var i = 0; i < expected.Count; i++)
                {
                    sheet.Count("links", pairs.ContainsKey(i));
                    sheet.Count($"links at {i + 1}", pairs.ContainsKey(i));
                    if (pairs.TryGetValue(i, out var j))
                        sheet.Count("kinds", expected[i].Kind.Equals(found[j].Kind.ToString(), StringComparison.OrdinalIgnoreCase));
                }
            }
        return sheet;
    }

    private static Link Read(JsonElement link, string text) =>
        new(link.Text("speaker"), link.Text("cue") ?? "", link.Text("kind") ?? "", [.. Passage.All(text, link.Text("cue") ?? "")]);

    /// <summary>The innermost attribution that holds most of the passage, preceded by those around it.</summary>
    private static List<Attribution> Over(Document document, Span passage)
    {
        var over = document.Attributions
            .Select(a => (Attribution: a, Held: a.Content.Concat(a.Repeats).Sum(piece => Math.Max(0, Math.Min(piece.End, passage.End) - Math.Max(piece.Start, passage.Start)))))
            .Where(x => 2 * x.Held >= passage.Length)
            .OrderByDescending(x => x.Attribution.Depth).ThenByDescending(x => x.Held)
            .Select(x => x.Attribution).FirstOrDefault();
        return [.. StoryScorer.Chain(over).Reverse()];
    }

    private static bool Fits(Link expected, Attribution found) =>
        (expected.Speaker is { } speaker && new Alternatives(speaker) is var accepted ? accepted.Take(found) || accepted.MayBeUnknown && found.Speaker?.Id is null : found.Speaker?.Id is null && found.FurtherSpeakers.All(further => further.Id is null))
        && found.Cue.Any(cue => expected.Cues.Any(cue.Overlaps));

    /// <summary>The most pairs, gold to found, that keep the order of both.</summary>
    private static Dictionary<int, int> InOrder(List<Link> expected, List<Attribution> found)
    {
        var most = new int[expected.Count + 1, found.Count + 1];
        for (var i = expected.Count - 1; i >= 0; i--)
            for (var j = found.Count - 1; j >= 0; j--)
                most[i, j] = Math.Max(Math.Max(most[i + 1, j], most[i, j + 1]), Fits(expected[i], found[j]) ? 1 + most[i + 1, j + 1] : 0);
        var pairs = new Dictionary<int, int>();
        for (int i = 0, j = 0; i < expected.Count && j < found.Count;)
        {
            if (Fits(expected[i], found[j]) && most[i, j] == 1 + most[i + 1, j + 1])
                pairs[i++] = j++;
            else if (most[i, j] == most[i + 1, j])
                i++;
            else
                j++;
        }
        return pairs;
    }

    private static string Show(List<Attribution> chain) => chain.Count == 0 ? "nobody" : string.Join(" > ", chain.Select(a => $"{StoryScorer.SpeakerOf(a)} ({a.Rule})"));
}
