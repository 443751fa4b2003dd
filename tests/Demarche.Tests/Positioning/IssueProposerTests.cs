using Demarche.Positioning;
using Demarche.Tests.Cli;
using Demarche.Tests.Stories;
using Command = Demarche.Tests.Cli.Run;

namespace Demarche.Tests.Positioning;

/// <summary>Open labels that are alike become one proposal, which a layer takes as it is.</summary>
public sealed class IssueProposerTests : IDisposable
{
    private static readonly string[] Sentences =
    [
        "Chile demands rules for surrogate mothers.", "Norway rejected the rules for surrogate mothers.", "Fiji supports stricter rules for surrogate mothers.", "Kenya opposes stickers on sweet drinks.",
    ];

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Stories()
    {
        var folder = Path.Combine(_folder.Path, "stories");
        Directory.CreateDirectory(folder);
        for (var i = 0; i < Sentences.Length; i++)
            File.WriteAllText(Path.Combine(folder, $"{i}.txt"), $"Report {i}\n\n{Sentences[i]}\n");
        return folder;
    }

    [Fact]
    public void Similar_labels_are_one_issue_and_the_layer_takes_it()
    {
        var stories = Stories();
        var run = Command.Of("codebook", "issues", stories, "--published", "2024-03-01", "--outlet", "Example Courier");
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.StartsWith("# 4 positions on no issue of the codebook; 1 issue proposed.\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("demand of Chile (Example Courier, 2024-03-01)", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("sweet drinks", run.Output, StringComparison.Ordinal);

        var layer = Path.Combine(_folder.Path, "layer", "issues");
        Directory.CreateDirectory(layer);
        File.WriteAllText(Path.Combine(layer, "new.yaml"), run.Output);
        using var coder = Coder.Load(new() { Codebook = Path.Combine(_folder.Path, "layer") });
        var issue = Assert.Single(coder.Codebook.Issues, issue => Project.Coder.Codebook.Issues.All(known => known.Id != issue.Id));
        Assert.All(Sentences[..3], sentence => Assert.Equal([issue.Id], coder.Analyse(new Story(sentence), Layers.Positions, asBody: true).Positions.Select(p => p.Issue)));
    }

    [Fact]
    public void A_store_gives_the_same_as_its_stories()
    {
        var stories = Stories();
        var store = Path.Combine(_folder.Path, "crisis.demarche");
        Assert.Equal(0, Command.Of("add", stories, "--published", "2024-03-01", "--outlet", "Example Courier", "--store", store).Status);
        var stored = Command.Of("codebook", "issues", "--store", store);
        var read = Command.Of("codebook", "issues", stories, "--published", "2024-03-01", "--outlet", "Example Courier");
        Assert.Equal(Lines(read.Output), Lines(stored.Output));

        // A store has its stories in another order.
        static IEnumerable<string> Lines(string text) => text.Split('\n').Where(line => line.Contains("  # ", StringComparison.Ordinal) || line.Contains("terms", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void A_joint_statement_is_one() =>
        Assert.Empty(new IssueProposer(Project.Coder).Propose([new("clinics", "Chile", "demand", "s", "want clinics", "They want clinics."), new("clinics", "Peru", "demand", "s", "want clinics", "They want clinics.")], least: 2));

    [Fact]
    public void Stories_or_a_store_not_both() => Assert.Equal((2, "write either stories to read or a store, as --store FILE\n"), (Command.Of("codebook", "issues").Status, Command.Of("codebook", "issues").Error));
}
