using System.Text.Json;
using Demarche.Training.Scoring;

namespace Demarche.Tests.Scoring;

public sealed class UnreadPartTests
{
    private static List<JsonElement> Gold(params string[] groups) => [.. groups.Select((group, i) => JsonDocument.Parse($$"""{"id": "r{{i}}", "sentence": "s", "sentence_group": "{{group}}"}""").RootElement)];

    // SHA-256 of “0” begins with 5f, of “1” with 6b, of “4” with 4b, of “6” with e7, of “9” with 19.
    [Fact]
    public void PartsAreToldByTheHashOfTheGroup()
    {
        var gold = Gold("0", "1", "4", "6", "9");
        Assert.Equal(["r2", "r4"], UnreadPart.Of(gold, "gold.jsonl", "unread").Select(r => r.GetProperty("id").GetString()));
        Assert.Equal(["r0", "r1", "r3"], UnreadPart.Of(gold, "gold.jsonl", "read").Select(r => r.GetProperty("id").GetString()));
        Assert.Equal(5, UnreadPart.Of(gold, "gold.jsonl", null).Count);
    }

    [Fact]
    public void OtherPartsAndSentencesOfNoGroupAreNamed()
    {
        Assert.Contains("write read or unread", Assert.Throws<ScoreException>(() => UnreadPart.Of(Gold("0"), "gold.jsonl", "dev")).Message, StringComparison.Ordinal);
        var alone = JsonDocument.Parse("""{"id": "e1", "sentence": "s"}""").RootElement;
        Assert.Contains("e1 has no sentence_group", Assert.Throws<ScoreException>(() => UnreadPart.Of([alone], "/nowhere/gold.jsonl", "read")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnIntervalHoldsTheShareAndIsTheSameAgain()
    {
        bool[] right = [.. Enumerable.Range(0, 200).Select(i => i % 4 != 0)];
        double Share(int[] sample) => sample.Average(i => right[i] ? 1.0 : 0);
        var (low, high) = Bootstrap.Interval(right.Length, Share);
        // Three quarters of 200, give or take two standard errors of 3 points.
        Assert.InRange(low, 0.66, 0.72);
        Assert.InRange(high, 0.78, 0.84);
        Assert.Equal((low, high), Bootstrap.Interval(right.Length, Share));
    }

    [Fact]
    public void ClassesOfFewerThanTenDoNotCount()
    {
        List<(string, string)> pairs = [.. Enumerable.Repeat(("AID", "AID"), 10), .. Enumerable.Repeat(("MOBILIZE", "AID"), 9)];
        var report = ClassReport.Of(pairs);
        Assert.Equal(20 / 29.0, report.MacroF1OfMany, 6);
        Assert.Equal(10 / 29.0, report.MacroF1, 6);
    }
}
