using Demarche.Codebooks;
using Demarche.Reading;

namespace Demarche.Tests.Reading;

public sealed class PageRulesTests
{
    private static readonly string File = System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "codebook", "page.yaml"));

    [Fact]
    public void Every_rule_takes_its_example_and_leaves_its_counterexample() => PageRules.Parse(File, "page.yaml");

    [Theory]
    [InlineData("example: \"Watch video\"", "example: \"The talks failed\"", "the rule video does not take its example “The talks failed”")]
    [InlineData("\"{network}+ (a) (a) (a)\"", "\"{netwrk}+ (a) (a) (a)\"", "the list {netwrk} does not exist; did you mean {network}?")]
    [InlineData("  - id: video\n    why:", "  - id: video\n    wy:", "the key wy is not known here; did you mean why?")]
    public void Says_where_a_rule_is_wrong(string right, string wrong, string message)
    {
        var at = File.IndexOf(right, StringComparison.Ordinal);
        var error = Assert.Throws<CodebookException>(() => PageRules.Parse(string.Concat(File.AsSpan(0, at), wrong, File.AsSpan(at + right.Length)), "page.yaml"));
        Assert.StartsWith("page.yaml:", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
