using System.Text.RegularExpressions;
using Demarche.Codebooks;
using Demarche.Coding;
using Demarche.Tests.Stories;
using Demarche.Training.Scoring;

namespace Demarche.Tests.Codebooks;

/// <summary>How much the codebook holds, and that its sentences differ and its reviewed parses come out.</summary>
public sealed partial class BreadthTests
{
    // Types of which news tells in many ways.
    private static readonly string[] Large = ["ACCUSE", "AGREE", "ASSAULT", "COERCE", "CONSULT", "REJECT", "REQUEST", "SUPPORT"];

    // The most of the reviewed parses that may be known misses; it only falls.
    private const int MostMissed = 72;

    private static readonly Codebook Codebook = Codebook.Load(Project.In("codebook"));

    private static readonly IReadOnlyList<ReviewedParse> Parses = ReviewedParse.Load(Project.In("codebook"));

    public static TheoryData<string> Types => [.. Codebook.Types.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Types))]
    public void A_type_has_enough_entries_and_head_words(string type)
    {
        var (entries, heads) = Large.Contains(type) ? (250, 120) : (100, 40);
        var patterns = Codebook.Type(type)!.Patterns;
        Assert.True(patterns.Count >= entries, $"{patterns.Count} entries; {entries} are wanted");
        var verbs = patterns.SelectMany(pattern => pattern.Forms).Where(form => form.Kind != FormKind.Noun).SelectMany(form => form.Triggers).Distinct(StringComparer.Ordinal).Count();
        Assert.True(verbs >= heads, $"{verbs} head words; {heads} are wanted");
    }

    [Fact]
    public void No_two_sentences_are_alike_but_for_names_and_numbers()
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pattern in Codebook.Patterns)
            foreach (var (text, line) in pattern.Examples.Select(e => (Masked(e), e.Line)).Concat(pattern.Counterexamples.Select(c => ($"not: {Masked(c.Text)}", c.Line))))
                Assert.True(seen.TryAdd(text, $"{pattern.File}:{line}"), $"{pattern.File}:{line}: “{text}” is the sentence of {seen.GetValueOrDefault(text)}");
    }

    [Fact]
    public void There_are_three_hundred_reviewed_parses_five_of_each_construction()
    {
        Assert.True(Parses.Count >= 300, $"{Parses.Count} reviewed parses");
        Assert.All(Parses.GroupBy(parse => parse.Construction), construction => Assert.True(construction.Count() >= 5, $"{construction.Count()} of {construction.Key}"));
    }

    [Fact]
    public void Reviewed_parses_come_out_exactly()
    {
        var outcomes = ConstructionChecker.Check(Project.Coder, Environment.ProcessorCount);
        Assert.Equal("", string.Join('\n', outcomes.Where(outcome => outcome.Fault is not null)));
        Assert.True(outcomes.Count(outcome => outcome.Parse.Missed) <= MostMissed, $"{outcomes.Count(outcome => outcome.Parse.Missed)} known misses");
    }

    [Fact]
    public void A_parse_that_comes_out_otherwise_is_a_fault_and_so_is_a_miss_that_comes_out()
    {
        var parse = new ReviewedParse("passive", "Iran was warned.", ["THREATEN asserted by nobody on Iran"], false, "constructions.yaml", 7);
        Assert.Null(new ConstructionChecker.Outcome(parse, true, "").Fault);
        Assert.Equal("constructions.yaml:7: passive: not THREATEN asserted by nobody on Iran, but nothing: “Iran was warned.”", new ConstructionChecker.Outcome(parse, false, "nothing").ToString());
        Assert.Equal("a miss of “passive” comes out now; it belongs under right", new ConstructionChecker.Outcome(parse with { Missed = true }, true, "").Fault);
        Assert.Null(new ConstructionChecker.Outcome(parse with { Missed = true }, false, "").Fault);
    }

    [Theory]
    [InlineData("constructions:\n  - id: a\n    right:\n      - Iran slept.\n", "constructions.yaml:4: here stands one sentence and its record")]
    [InlineData("constructions:\n  - id: a\n    wrong: []\n", "constructions.yaml:3: the key wrong is not known here")]
    [InlineData("constructions:\n  - id: a\n    right:\n      - \"Iran slept.\": none\n    missed:\n      - \"Iran slept.\": none\n", "constructions.yaml:6: “Iran slept.” stands in this file already")]
    public void A_file_of_parses_that_cannot_be_read_says_where(string yaml, string expected)
    {
        using var folder = new Cli.Folder();
        folder.File("constructions.yaml", yaml);
        Assert.Contains(expected, Assert.Throws<CodebookException>(() => ReviewedParse.Load(folder.Path)).Message, StringComparison.Ordinal);
    }

    private static string Masked(Example example)
    {
        var text = example.Text;
        foreach (var span in example.Actors.Concat(example.Recipients).OrderByDescending(span => span.Start))
            text = $"{text[..span.Start]}X{text[span.End..]}";
        return Masked(text);
    }

    /// <summary>Names and numbers as X: capitalized words behind the first, and words with digits.</summary>
    private static string Masked(string text) => Names().Replace(text, "X");

    [GeneratedRegex(@"(?<=\s)\p{Lu}[^\s.,;:?!]*(\s+\p{Lu}[^\s.,;:?!]*)*|\S*\d\S*")]
    private static partial Regex Names();
}
