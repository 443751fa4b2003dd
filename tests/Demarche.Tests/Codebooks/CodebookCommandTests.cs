using Demarche.Tests.Cli;
using Demarche.Tests.Stories;
using Command = Demarche.Tests.Cli.Run;

namespace Demarche.Tests.Codebooks;

/// <summary>The commands for those who write codebooks.</summary>
public sealed class CodebookCommandTests
{
    [Theory]
    [InlineData("sanction", "[Washington](actor) slapped fresh tariffs on [Brazil](recipient).", "match: \"<actor> slap {sanction} on <recipient>\"")]
    [InlineData("sanction", "[Brazil](recipient) was hit by [Washington](actor).", "match: \"<actor> hit <recipient>\"")]
    [InlineData("assault", "[The rebels](actor) blew up [Angola](recipient)'s pipeline.", "match: \"<actor> blow_up")]
    [InlineData("request", "[Chad](actor) asked [France](recipient) to stay.", "match: \"<actor> ask <recipient> to stay\"")]
    [InlineData("MEDIATE", "[Oman](actor) mediated between [Iran](recipient) and Iraq.", "type: MEDIATE")]
    public void New_starts_an_entry(string type, string sentence, string expected)
    {
        var run = Command.Of("codebook", "new", type, sentence);
        Assert.Equal(0, run.Status);
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
        Assert.StartsWith("# today: ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nobody is marked.", "SENTENCE: has no verb of which the words marked (actor) are the subject")]
    [InlineData("[Chad](acter) left.", "SENTENCE: after […] stands (actor) or (recipient)")]
    public void New_says_what_is_missing(string sentence, string expected)
    {
        var run = Command.Of("codebook", "new", "aid", sentence);
        Assert.Equal((2, expected + "\n"), (run.Status, run.Error));
    }

    [Fact]
    public void Explain_shows_the_entry_its_rivals_and_its_sentences()
    {
        var run = Command.Of("codebook", "explain", "sanction/impose-sanctions");
        Assert.Equal(0, run.Status);
        Assert.Contains("(codebook/events/sanction.yaml:", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^  takes +✓ “", run.Output);
        Assert.Matches(@"(?m)^  leaves +✓ “", run.Output);
        Assert.Matches(@"(?m)^  same word +sanction/", run.Output);
    }

    [Fact]
    public void Explain_proposes_the_near_name()
    {
        var run = Command.Of("codebook", "explain", "sanction/impose-sanctons");
        Assert.Equal((2, "sanction/impose-sanctons is no entry of the codebook; did you mean sanction/impose-sanctions?\n"), (run.Status, run.Error));
    }

    /// <summary>After a change of the codebook: <c>demarche codebook page --out docs/codebook.md</c>.</summary>
    [Fact]
    public void The_page_of_the_codebook_is_fresh() => Assert.Equal(Command.Of("codebook", "page").Output, File.ReadAllText(Project.In("docs/codebook.md")));

    // Two small codebooks: the shipped one with two types, in the second of which a verb is gone.
    [Fact]
    public void Diff_says_what_a_change_wins_and_loses()
    {
        using var before = Small("demand that", "[Peru](actor) demanded that Chile leave.");
        using var after = Small("insist that", "[Peru](actor) demanded that Chile leave.");
        var story = after.File("story.txt", "Peru\n\nPeru demanded on Monday that Chile leave the islands.");
        var run = Command.Of("codebook", "diff", before.Path, "--codebook", after.Path, "--on", story);
        Assert.Equal(0, run.Status);
        Assert.Matches(@"(?m)^lost +codebook/events/request\.yaml:\d+: no REQUEST; ", run.Output);
        Assert.Contains("sentences: 0 won, 1 lost, 0 new, 0 new, missed, 0 gone\n", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^  − REQUEST asserted by Peru on ", run.Output);
        Assert.Contains("events in 1 stories: 0 more, 1 fewer\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Diff_says_that_a_revision_does_not_exist()
    {
        using var folder = new Folder();
        var run = Command.Of("codebook", "diff", "no-such-revision", "--codebook", folder.Path);
        Assert.Equal(2, run.Status);
        Assert.StartsWith($"no-such-revision: is neither a folder nor a revision of {folder.Path}: ", run.Error, StringComparison.Ordinal);
    }

    private static Folder Small(string match, string example)
    {
        var folder = new Folder();
        var shipped = Path.Combine(AppContext.BaseDirectory, "codebook");
        foreach (var path in Directory.GetFiles(shipped, "*", SearchOption.AllDirectories).Where(path => Path.GetFileName(Path.GetDirectoryName(path)) != "events"))
        {
            var copy = Path.Combine(folder.Path, Path.GetRelativePath(shipped, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
        Directory.CreateDirectory(Path.Combine(folder.Path, "events"));
        folder.File("events/request.yaml", $"type: REQUEST\nquad: 3\ndefinition: asks\npatterns:\n  - id: a\n    match: \"<actor> {match.Replace(" that", " that *", StringComparison.Ordinal)}\"\n    examples: [\"{example}\"]\n    counterexamples: [\"Peru slept.\"]\n");
        return folder;
    }
}
