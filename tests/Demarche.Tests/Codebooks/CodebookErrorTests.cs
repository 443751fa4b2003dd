using Demarche.Codebooks;
using Demarche.Tests.Stories;

namespace Demarche.Tests.Codebooks;

/// <summary>What is wrong in a codebook is said with file and line, and with what would be right.</summary>
public sealed class CodebookErrorTests : IDisposable
{
    private const string Good =
        """
        type: PROTEST
        quad: 4
        score: -3
        definition: >
          A crowd shows in public that it is against something.
        patterns:
          - id: march
            match: "<actor> march against <recipient>"
            examples:
              - "[Farmers](actor) marched against [the ministry](recipient) in Lima."
            counterexamples:
              - "The farmers refused to march against the ministry.": none
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("codebook").FullName;

    public CodebookErrorTests()
    {
        foreach (var file in Directory.GetFiles(Project.In("codebook"), "*", SearchOption.AllDirectories))
        {
            // Without issues there are no passages on them.
            if (file.EndsWith(".tsv", StringComparison.Ordinal))
                continue;
            var copy = Path.Combine(_folder, Path.GetRelativePath(Project.In("codebook"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            if (!copy.EndsWith(".yaml", StringComparison.Ordinal) || Path.GetDirectoryName(copy) == _folder || Path.GetFileName(Path.GetDirectoryName(copy)) == "positions")
                File.Copy(file, copy);
        }
    }

    [Fact]
    public void A_good_file_loads() => Assert.Equal("march", Load(Good).Types.Single().Patterns.Single().Id);

    [Theory]
    [InlineData("match:", "mach:", 8, "the key mach is not known here; did you mean match?")]
    [InlineData("quad: 4", "quad: four", 2, "four is not a whole number")]
    [InlineData("quad: 4\n", "", 1, "the key quad is missing")]
    [InlineData("march against", "march against {ministry_of}", 8, "lexicon {ministry_of} does not exist")]
    [InlineData("<recipient>\"", "<target>\"", 8, "<target> is not a slot; write <actor> or <recipient>")]
    [InlineData("against <recipient>", "against", 8, "nothing stands after against")]
    [InlineData("against <recipient>", "against|agaisnt <recipient>", 8, "at character 15 of the pattern agaisnt stands among prepositions and is none; did you mean against?")]
    [InlineData("](recipient)", "](to)", 10, "after […] stands (actor) or (recipient)")]
    [InlineData("](recipient) in Lima", "in Lima", 10, "a [ is not closed")]
    [InlineData("counterexamples:\n      - \"The farmers refused to march against the ministry.\": none", "counterexamples: []", 7, "a pattern needs at least one example and one counterexample")]
    [InlineData("    match: \"<actor> march against <recipient>\"\n", "", 7, "a pattern needs match or nominal")]
    [InlineData("definition: >", "definition: [", 1, "is not YAML")]
    [InlineData("type: PROTEST", "type: PROTEST\ntype: AID", 2, "the key type stands here twice")]
    public void A_bad_file_is_refused(string good, string bad, int line, string message)
    {
        var yaml = Good.ReplaceLineEndings("\n");
        Assert.Contains(good, yaml, StringComparison.Ordinal);
        var error = Assert.Throws<CodebookException>(() => Load(yaml.Replace(good, bad, StringComparison.Ordinal)));
        Assert.StartsWith($"codebook/events/protest.yaml:{line}: {message}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_that_stands_twice_is_refused()
    {
        var yaml = Good.ReplaceLineEndings("\n");
        var error = Assert.Throws<CodebookException>(() => Load(yaml + "\n" + yaml[yaml.IndexOf("  - id", StringComparison.Ordinal)..]));
        Assert.Equal("codebook/events/protest.yaml:13: the id march stands in this file already", error.Message);
    }

    [Fact]
    public void A_profile_that_is_not_there_is_refused() =>
        Assert.StartsWith("codebook/profiles/nobody.yaml: does not exist; there are ", Assert.Throws<CodebookException>(() => Codebook.Load(_folder, "nobody")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("strike\n# a comment\nair strike\nstrike", 4, "“strike” stands here twice; delete one")]
    public void A_bad_lexicon_is_refused(string text, int line, string message) =>
        Assert.Equal($"codebook/lexicons/x.txt:{line}: {message}", Assert.Throws<CodebookException>(() => Lexicon.Parse(text.Split('\n'), "x", "codebook/lexicons/x.txt")).Message);

    [Theory]
    [InlineData("id,nmae\n", 1, "the header must be id,name")]
    [InlineData("id,name\nNOR,Norway,x\n", 2, "3 cells where 2 are expected")]
    public void A_bad_table_is_refused(string text, int line, string message) =>
        Assert.Equal($"codebook/actors/x.csv:{line}: {message}", Assert.Throws<CodebookException>(() => CsvTable.Read(new StringReader(text), "codebook/actors/x.csv", "id", "name")).Message);

    [Fact]
    public void Words_are_read_as_text() =>
        Assert.Equal(["NO", "010", "1e3", "true", "~"], YamlNode.Parse("[NO, 010, 1e3, true, ~]", "file").Texts);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Codebook Load(string yaml)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "events"));
        File.WriteAllText(Path.Combine(_folder, "events", "protest.yaml"), yaml);
        return Codebook.Load(_folder);
    }
}
