using Demarche.Codebooks;
using Demarche.Tests.Cli;
using Demarche.Tests.Stories;

namespace Demarche.Tests.Codebooks;

/// <summary>What passages teach of issues, and what is wrong in them.</summary>
public sealed class IssueVotesTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static Codebook Shipped => Project.Coder.Codebook;

    private static int IndexOf(string issue) => Shipped.Issues.Select((found, i) => (found.Id, i)).First(found => found.Id == issue).i;

    private static float Vote(IssueVotes votes, string word, string issue)
    {
        if (votes.Find(word) is not (>= 0 and var stem))
            return 0;
        foreach (var vote in votes.Of(stem))
            if (vote.Issue == IndexOf(issue))
                return vote.Worth;
        return 0;
    }

    [Fact]
    public void A_word_says_what_passages_with_it_are_about()
    {
        var votes = IssueVotes.Of([new(["fishing"], "Trawlers left the bank."), new(["fishing"], "A trawler was held."), new(["water"], "The dam was held."), new(["water", "energy"], "Dams were built."), new(["energy"], "The pipeline was closed.")], Shipped.Issues);
        // One stem, whatever its ending and its capitals.
        Assert.Equal(votes.Find("trawler"), votes.Find("TRAWLERS"));
        Assert.True(Vote(votes, "trawler", "fishing") > Vote(votes, "held", "fishing"));
        Assert.Equal(0, Vote(votes, "trawler", "water"));
        // Of a passage on two issues each has a part.
        Assert.True(Vote(votes, "dam", "water") > Vote(votes, "dam", "energy") && Vote(votes, "dam", "energy") > 0);
        Assert.Equal(-1, votes.Find("embargo"));
        Assert.True(votes.Taught(IndexOf("energy")));
        Assert.False(votes.Taught(IndexOf("ceasefire")));
    }

    [Fact]
    public void Without_passages_nothing_is_said() => Assert.Equal(-1, IssueVotes.Of([], Shipped.Issues).Find("trawler"));

    /// <summary>The passages of <c>eval/own</c> are not counted: single words of them, without any tree, tell the issue of most.</summary>
    [Fact]
    public void What_is_taught_carries_over_to_other_passages()
    {
        var right = 0;
        var lines = File.ReadAllLines(Project.In("eval/own/passages.tsv"));
        foreach (var line in lines)
        {
            var (issues, text) = line.Split('\t') is [var ids, var words] ? (ids.Split(','), words) : throw new InvalidDataException(line);
            var said = new float[Shipped.Issues.Count];
            foreach (var stem in text.Split([.. text.Where(letter => !char.IsLetter(letter))], StringSplitOptions.RemoveEmptyEntries).Select(word => Shipped.Votes.Find(word)).Where(stem => stem >= 0).Distinct())
                foreach (var (issue, worth) in Shipped.Votes.Of(stem))
                    said[issue] += worth;
            right += issues.Contains(Shipped.Issues[Array.IndexOf(said, said.Max())].Id) ? 1 : 0;
        }
        Assert.InRange(100.0 * right / lines.Length, 79, 100);
    }

    [Theory]
    [InlineData("fishing The trawlers left.", 2, "a passage is the id of an issue, a tab and the passage")]
    [InlineData("fishing,herring\tThe trawlers left.", 2, "there is no issue “herring”")]
    [InlineData("fishing\t", 2, "a passage is the id of an issue, a tab and the passage")]
    public void A_bad_line_is_refused(string line, int number, string message)
    {
        var file = Path.Combine(_folder.Path, "issues", "passages", "mine.tsv");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "# mine\n" + line + "\n");
        Assert.Equal($"{file}:{number}: {message}", Assert.Throws<CodebookException>(() => Coder.Load(new() { Codebook = _folder.Path })).Message);
    }

    [Fact]
    public void Passages_of_ones_own_are_counted_with_the_others()
    {
        const string Text = "Reykjavik insisted that the quibbleworts be thrown back.";
        Assert.NotEqual("fishing", Assert.Single(Project.Coder.Code(new Story(Text)).Positions).Issue);
        var file = Path.Combine(_folder.Path, "issues", "passages", "mine.tsv");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllLines(file, Enumerable.Range(1, 9).Select(i => $"fishing\tOslo wants the quibbleworts back, said boat {i}."));
        using var coder = Coder.Load(new() { Codebook = _folder.Path });
        var position = Assert.Single(coder.Code(new Story(Text)).Positions);
        Assert.Equal(("fishing", IssueOrigin.Passages), (position.Issue, position.IssueFrom));
        Assert.Contains("the issue is that of passages with “quibbleworts”", position.Why, StringComparison.Ordinal);
    }

    /// <summary>An issue of one's own, of which no passage tells, is found by its terms all the same.</summary>
    [Fact]
    public void An_issue_without_passages_is_not_outvoted()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "issues"));
        File.WriteAllText(Path.Combine(_folder.Path, "issues", "mine.yaml"),
            "issues:\n  - id: falconry\n    name: Falconry\n    definition: Hunting with falcons.\n    for: the hunt\n    against: a ban\n    terms: [falcon|falconry permit]\n    examples: [\"Doha demanded a falconry permit.\"]\n    counterexamples: [\"Doha slept.\"]\n");
        using var coder = Coder.Load(new() { Codebook = _folder.Path });
        Assert.Equal("falconry", Assert.Single(coder.Code(new Story("Doha demanded a falconry permit for the border district.")).Positions).Issue);
    }
}
