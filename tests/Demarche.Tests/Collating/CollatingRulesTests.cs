using Demarche.Codebooks;
using Demarche.Store.Collating;
using Demarche.Tests.Stories;

namespace Demarche.Tests.Collating;

public sealed class CollatingRulesTests
{
    private static readonly string Shipped = File.ReadAllText(Project.In("codebook/collating.yaml"));

    [Theory]
    [InlineData("of_shorter: 0.5", "of_shorter: 5", "5 is no share; 0.5 would be one")]
    [InlineData("undated_days: {", "undated_dayz: {", "undated_dayz")]
    [InlineData("    meet: {types: [CONSULT], ", "    meet: {types: [ASSAULT], ", "ASSAULT stands in two families")]
    [InlineData("      boycott: [boycott]\n", "      boycott: [march]\n", "march stands in two classes, gather and boycott")]
    [InlineData("  acts:\n    fight:", "  acts:\n    fighting:", "fight")]
    [InlineData("{family: object, from: [demand", "{family: object, from: [demands", "demands is not one of the families")]
    [InlineData("dozen: 12, score", "dozen: twelve, score", "twelve is not a whole number")]
    public void Says_what_is_wrong_where(string right, string wrong, string problem)
    {
        Assert.Contains(right, Shipped, StringComparison.Ordinal);
        var error = Assert.Throws<CodebookException>(() => CollatingRules.Read(YamlNode.Parse(Shipped.Replace(right, wrong, StringComparison.Ordinal), "codebook/collating.yaml"), "test"));
        Assert.StartsWith("codebook/collating.yaml:", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }
}
