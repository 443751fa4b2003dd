using Demarche.Attributing;
using Demarche.Codebooks;

namespace Demarche.Tests.Attributing;

public sealed class AttributionRulesTests
{
    private static readonly AttributionRules Rules = AttributionRules.Load(QuotedSentences.Codebook());

    [Fact]
    public void The_codebook_knows_hundreds_of_cues() => Assert.True(Rules.CueCount >= 250, $"{Rules.CueCount} cues");

    [Theory]
    [InlineData("says", EventStatus.Reported)]
    [InlineData("denies", EventStatus.Denied)]
    [InlineData("demands", EventStatus.Demanded)]
    [InlineData("threatens", EventStatus.Threatened)]
    [InlineData("promises", EventStatus.Promised)]
    [InlineData("plans", EventStatus.Planned)]
    [InlineData("hopes", EventStatus.Hypothetical)]
    public void A_polarity_gives_acts_in_its_content_their_status(string polarity, EventStatus status)
    {
        Assert.Equal(status, Rules.Polarities[polarity].Status);
        Assert.Equal(status, Rules.StatusOf(new() { Source = [], Cue = [], Content = [], Kind = AttributionKind.Indirect, Polarity = polarity, Rule = "", Why = "" }));
    }

    [Theory]
    [InlineData("    example: \"[The envoy](source) [said](cue) [that it was over](content).\"", "", "say needs an example and a counterexample")]
    [InlineData("    counterexample: \"The clock struck ten.\"", "", "say needs an example and a counterexample")]
    [InlineData("takes: [clause, quote]", "takes: [noun of clause]", "after a preposition only person or source may be written")]
    [InlineData("takes: [clause, quote]", "takes: [source clause]", "source needs a preposition before it")]
    [InlineData("takes: [clause, quote]", "takes: [person]", "has no content")]
    [InlineData("polarity: says", "polarity: sais", "did you mean says?")]
    [InlineData("kind: statement", "kind: statment", "is not a kind; write statement, belief or intention")]
    [InlineData("    kind: statement", "    kimd: statement", "did you mean kind?")]
    [InlineData("[said](cue)", "said", "an example marks at least its (cue) and its (content)")]
    [InlineData("[said](cue)", "[said](queue)", "after […] stands (source), (cue) or (content)")]
    public void What_does_not_hold_is_refused_with_its_line(string written, string instead, string message)
    {
        var yaml = Small.Replace(written, instead, StringComparison.Ordinal);
        Assert.NotEqual(Small, yaml);

        var error = Assert.Throws<CodebookException>(() => AttributionRules.Read(YamlNode.Parse(yaml, "attribution.yaml")));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.True(error.Line > 0);
    }

    [Fact]
    public void A_small_codebook_loads() => Assert.Single(AttributionRules.Read(YamlNode.Parse(Small, "attribution.yaml")).Verbs("say"));

    private const string Small = """
        polarities:
          says: {status: reported, negated: says, means: puts it forward as so}
        carriers: [make]
        phases: [continue]
        negating_phases: [refuse]
        copulas: [be]
        negators: [not]
        agents: [by]
        agents_in: [in]
        some: [many]
        adverbs: []
        addressed_by: [to]
        own_voice: [I]
        goes_on: {person: [he], body: [it]}
        at_home: [GOV]
        station_voices: [announcer]
        addressed: [you]
        hedges: [says]
        own_words: [though]
        never_source: [there]
        never_content: [today]
        stays_with_noun: [for]
        listeners: [reporter]
        deadlines: [by]
        speaking: [speak]
        somebody: [person]
        voices: [analyst]
        go_on: [add]
        pass_on: [quote]
        unnamed: [name]
        permitted: [allow]
        turns: [while]
        objections: [but]
        afterthoughts: [after]
        of_origin: [GOV]
        documents: [survey]
        press_sectors: [JRN]
        media: {statement: [statement]}
        media_after: [in]
        media_of_way: [call]
        media_between_partners: {interview: talks}
        verbs:
          - id: say
            verbs: [say]
            takes: [clause, quote]
            kind: statement
            polarity: says
            example: "[The envoy](source) [said](cue) [that it was over](content)."
            counterexample: "The clock struck ten."
        nouns: []
        adjectives: []
        prepositions: []
        phrases: []
        headlines: []
        labels: []
        quotations:
          - id: continued
            kind: statement
            polarity: says
            example: "[“No,”](content) he [said](cue). [“Never.”](content)"
            counterexample: "The clock struck ten."
        """;
}
