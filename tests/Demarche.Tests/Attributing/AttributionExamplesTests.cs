using Demarche.Attributing;

namespace Demarche.Tests.Attributing;

/// <summary>The sentences of <c>codebook/attribution.yaml</c>, read with the model that ships.</summary>
public sealed class AttributionExamplesTests
{
    /// <summary>The share that must hold; a parser of its size misreads some.</summary>
    private const double Floor = 0.9;

    [Fact]
    public void Examples_are_taken_and_counterexamples_left()
    {
        var rules = AttributionRules.Load(QuotedSentences.Codebook());
        using var coder = Coder.Load();
        var wrong = new List<string>();
        foreach (var rule in rules.Rules)
        {
            var isHeadline = rules.Headlines.Contains(rule);
            if (!Code(coder, isHeadline, rule.Example.Text).Exists(a => IsOf(rule, a) && a.Polarity == rule.Polarity && rule.Example.Fits(a)))
                wrong.Add($"{rule.Citation} leaves {rule.Example.Text}");
            if (Code(coder, isHeadline, rule.Counterexample).Exists(a => a.Rule == rule.Citation))
                wrong.Add($"{rule.Citation} takes {rule.Counterexample}");
        }
        Assert.True(wrong.Count <= (1 - Floor) * 2 * rules.Rules.Count, string.Join('\n', wrong));
    }

    // A quotation that goes on carries the rule of the cue it goes on from.
    private static bool IsOf(CueRule rule, Attribution attribution) => attribution.Rule == rule.Citation || rule is { Class: CueClass.Mark, Marks.Length: 0 };

    private static List<Attribution> Code(Coder coder, bool isHeadline, string text)
    {
        if (!isHeadline)
            return coder.Analyse(new Story(text), Layers.Attributions, asBody: true).Attributions;
        var story = new Story($"{text}\n\nThe ministry published the list on its site on Sunday evening.") { Title = text };
        return coder.Analyse(story, Layers.Attributions).Attributions;
    }
}
