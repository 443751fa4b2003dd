using Demarche.Training.Scoring;

namespace Demarche.Tests.Stories;

/// <summary>
/// The report from which the project began. It belongs to somebody else and is no part of the project: what must be found in it is given by offsets
/// and hashes, and the test is skipped where the report is absent. What is not met yet is marked <c>known</c> with the reason, and skipped.
/// </summary>
public sealed class ArticleTests
{
    private static readonly string Expectations = Project.In("tests/Demarche.Tests/Stories/article.expected.jsonl");

    private static readonly Lazy<IReadOnlyList<StoryScorer.Outcome>?> Outcomes = new(() =>
    {
        if (Path() is not { } path)
            return null;
        var story = ExpectedStory.Load(Expectations, path);
        return StoryScorer.Check(story, Project.Coder.Code(story.Story));
    });

    public static TheoryData<int> Lines => [.. Enumerable.Range(2, File.ReadAllLines(Expectations).Length - 1)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Shows(int line)
    {
        Assert.SkipWhen(Outcomes.Value is null, Project.NoOutside);
        var outcome = Outcomes.Value.Single(o => o.Expectation.Line == line);
        Assert.SkipWhen(!outcome.Met && outcome.Expectation.Known is not null, $"known: {outcome.Expectation.Known} ({outcome})");
        Assert.True(outcome.Met, outcome.ToString());
    }

    [Fact]
    public void Its_record_rests_on_its_words()
    {
        Assert.SkipWhen(Path() is null, Project.NoOutside);
        var story = ExpectedStory.Load(Expectations, Path()).Story;
        Assert.Null(RecordCheck.Fault(Project.Coder.Code(story), Project.Coder.Run));
    }

    private static string? Path()
    {
        var path = Project.Outside is null ? null : System.IO.Path.Combine(Project.Outside, "article", "article.txt");
        return File.Exists(path) ? path : null;
    }
}
