using System.Text.Json;

namespace Demarche.Training.Scoring;

/// <summary>Stances that a negation or a double negation may turn round, in sentences alone.</summary>
internal static class StanceScorer
{
    /// <summary>
    /// <c>sentences</c> is the share of sentences in which nobody is given a stance on words for which the gold excludes it; <c>positions</c> the share of the gold's positions
    /// that are found with actor, stance and overlap of words.
    /// </summary>
    public static ScoreSheet Score(IReadOnlyList<(JsonElement Gold, Document Document)> sentences)
    {
        var sheet = new ScoreSheet("sentences", "positions");
        foreach (var (record, document) in sentences)
        {
            var turned = record.Items("not").SelectMany(not => At(document, not, record).Where(p => GoldNames.Same.Take(new(not.Text("stance")), p.Stance))).FirstOrDefault();
            sheet.Count("sentences", turned is null ? null : $"{turned.Stance} ({turned.Rule})", () => $"{record.Id()}, “{document.Text}”");
            foreach (var expected in record.Items("positions"))
            {
                var found = At(document, expected, record).ToList();
                var right = found.Exists(p => GoldNames.Same.Take(new(expected.Text("stance")), p.Stance) && new Alternatives(expected.Text("actor")).Take(p.Actor));
                sheet.Count("positions", right ? null : found.Count == 0 ? "no position" : string.Join(", ", found.Select(StoryScorer.Show)), () => $"{record.Id()}, {expected.Text("actor")} {expected.Text("stance")} “{expected.Text("words")}”");
            }
        }
        return sheet;
    }

    private static IEnumerable<Position> At(Document document, JsonElement words, JsonElement record)
    {
        var span = Passage.Of(document.Text, words.Text("words"), record.Id());
        return document.Positions.Where(p => StoryScorer.Places(p).Any(span.Overlaps));
    }
}
