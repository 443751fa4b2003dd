using System.Text.Json;

namespace Demarche.Training.Scoring;

/// <summary>What each side wants, refuses, threatens and is accused of in whole stories, and what is claimed about agreements.</summary>
/// <param name="issues">The gold's names of issues.</param>
/// <param name="claims">The gold's names of claims.</param>
internal sealed class PositionScorer(GoldNames issues, GoldNames claims)
{
    /// <summary>
    /// <c>positions</c> are matched one to one when actor and stance are accepted and words overlap; a further record that rests on a passage under <c>also</c> is neither
    /// missed nor surplus. <c>issue</c> is the share of the pairs with an accepted issue; <c>condition</c>, of the pairs in which either side has a condition, the share with the
    /// same words in both; <c>direction</c>, of those with an accepted issue and a direction in the gold, the share that go the same way. <c>agreements</c> are matched by claim and overlap of words; <c>agreements by</c> is the share of their pairs in which those who claim and those
    /// claimed against are accepted.
    /// </summary>
    public ScoreSheet Score(IReadOnlyList<(JsonElement Gold, Document Document)> stories)
    {
        var sheet = new ScoreSheet("positions f1", "positions precision", "positions recall", "issue", "condition", "direction", "agreements f1", "agreements precision", "agreements recall", "agreements by");
        int right = 0, predicted = 0, golden = 0, rightClaims = 0, predictedClaims = 0, goldenClaims = 0;
        foreach (var (record, document) in stories)
        {
            var expected = record.Items("positions").Select(p => Expected.Read(p, document.Text, record.Id())).ToList();
            // Those on the words themselves first, so that one on the headline yields to them.
            var found = document.Positions.OrderBy(p => expected.Exists(e => Fits(e, p, [e.Place])) ? 0 : 1).ToList();
            var pairs = Matching.Maximum(found.Count, [.. found.Select(p => Fitting(expected, e => Fits(e, p, [e.Place, .. e.Also])))]);
            right += pairs.Count;
            golden += expected.Count;
            for (var i = 0; i < found.Count; i++)
            {
                var position = found[i];
                if (pairs.TryGetValue(i, out var j))
                    Compare(sheet, record, document, expected[j], position);
                else if (expected.Exists(e => Fits(e, position, e.Also)))
                    continue;
                else
                    sheet.Miss($"{record.Id()}, surplus: {StoryScorer.Show(position)} “{StoryScorer.Excerpt(document.Words(position.Evidence))}” ({position.Rule})");
                predicted++;
            }
            foreach (var (e, _) in expected.Select((e, j) => (e, j)).Where(x => !pairs.ContainsValue(x.j)))
                sheet.Miss($"{record.Id()}, missed: {e.Actor} {e.Stance} “{e.Words}”");

            var claimed = record.Items("agreements").ToList();
            var claimPairs = Matching.Maximum(document.Agreements.Count, [.. document.Agreements.Select(a => Fitting(claimed, e => Fits(e, a, document, record)))]);
            rightClaims += claimPairs.Count;
            predictedClaims += document.Agreements.Count;
            goldenClaims += claimed.Count;
            foreach (var (i, j) in claimPairs.OrderBy(pair => pair.Key))
                sheet.Count("agreements by", Names(claimed[j].Text("by"), document.Agreements[i].By) && Names(claimed[j].Text("against"), document.Agreements[i].Against));
            foreach (var (e, _) in claimed.Select((e, j) => (e, j)).Where(x => !claimPairs.ContainsValue(x.j)))
                sheet.Miss($"{record.Id()}, missed: {e.Text("name")} {e.Text("claim")} “{e.Text("words")}”");
            foreach (var (a, _) in document.Agreements.Select((a, i) => (a, i)).Where(x => !claimPairs.ContainsKey(x.i)))
                sheet.Miss($"{record.Id()}, surplus: {document.Words(a.Name)} {a.Claim} “{StoryScorer.Excerpt(document.Words(a.Evidence))}” ({a.Rule})");
        }
        sheet.Set("positions", new(right, predicted, golden));
        sheet.Set("agreements", new(rightClaims, predictedClaims, goldenClaims));
        return sheet;
    }

    private sealed record Expected(string? Actor, string? Stance, string? Issue, string? Condition, string? Direction, string? Words, Span Place, List<Span> Also)
    {
        public static Expected Read(JsonElement p, string text, string id) =>
            new(p.Text("actor"), p.Text("stance"), p.Text("issue"), p.Text("condition"), p.Text("direction"), p.Text("words"), Passage.Of(text, p.Text("words"), id), [.. p.Items("also").Select(words => Passage.Of(text, words.GetString(), id))]);
    }

    private bool Fits(Expected expected, Position found, List<Span> places) =>
        GoldNames.Same.Take(new(expected.Stance), found.Stance) && TakesActor(new(expected.Actor), found.Actor) && StoryScorer.Places(found).Any(place => places.Exists(place.Overlaps));

    /// <summary>Somebody whom nobody knows where the gold says that he may stay unknown.</summary>
    private static bool TakesActor(Alternatives expected, Actor found) => expected.Take(found) || expected.MayBeUnknown && found is { Id: null, Country: null };

    private bool Fits(JsonElement expected, Agreement found, Document document, JsonElement record) =>
        claims.Take(new(expected.Text("claim")), found.Claim) && Passage.Of(document.Text, expected.Text("words"), record.Id()) is var words && (words.Overlaps(found.Evidence) || words.Overlaps(found.Name));

    private static List<int> Fitting<T>(List<T> expected, Func<T, bool> fits) => [.. Enumerable.Range(0, expected.Count).Where(j => fits(expected[j]))];

    private void Compare(ScoreSheet sheet, JsonElement record, Document document, Expected expected, Position found)
    {
        var sameIssue = issues.Take(new(expected.Issue), found.Issue);
        sheet.Count("issue", sameIssue ? null : $"issue {found.Issue}", () => $"{record.Id()}, {expected.Issue} “{expected.Words}”");
        if (sameIssue && expected.Direction is not null)
        {
            var way = found.Direction switch { Direction.For => "for", Direction.Against => "against", _ => "neither" };
            sheet.Count("direction", new Alternatives(expected.Direction).Take(way) ? null : $"direction {way}", () => $"{record.Id()}, {expected.Direction} {expected.Issue} “{expected.Words}”");
        }
        var condition = found.Condition is { } span ? document.Words(span) : null;
        if (condition is not null || expected.Condition is not null)
            sheet.Count("condition", Bare(condition) == Bare(expected.Condition) ? null : $"condition “{condition}” for “{expected.Condition}”", () => $"{record.Id()}, “{expected.Words}”");

        // A stop or comma at the end is no part of the condition.
        static string? Bare(string? words) => words?.Trim(' ', ',', '.', ';', ':', '"', '”', '“', '\n');
    }

    /// <summary>Nobody where the gold has nobody.</summary>
    private static bool Names(string? ids, Actor? actor) => actor is null ? new Alternatives(ids).MayBeUnknown : new Alternatives(ids).Take(actor);
}
