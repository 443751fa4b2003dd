using CsCheck;
using Demarche.Tests.Stories;

namespace Demarche.Tests.Properties;

/// <summary>Whatever the text, coding it ends, throws nothing, and every span of the record slices to its words.</summary>
public sealed class AnyTextTests
{
    [Fact]
    public void Any_text_is_coded() => Texts.Any.Sample(Holds, iter: 400, print: Show);

    [Fact]
    public void A_damaged_report_is_coded() => Texts.Damaged.Sample(Holds, iter: 60, print: Show);

    [Theory]
    [InlineData("(", 20_000)]
    [InlineData("“", 20_000)]
    [InlineData("\"", 20_001)]
    [InlineData("'", 20_000)]
    [InlineData("a", 100_000)]
    [InlineData("A.", 20_000)]
    [InlineData("1,", 20_000)]
    [InlineData("word ", 20_000)]
    [InlineData("Iran said that ", 4_000)]
    [InlineData("Iran, ", 8_000)]
    [InlineData("Iran and ", 8_000)]
    [InlineData("the president of ", 6_000)]
    [InlineData("“No,” he said. ", 3_000)]
    [InlineData("\n\n", 30_000)]
    [InlineData("a\n\n", 5_000)]
    [InlineData("\ud83d", 20_000)]
    [InlineData("\u202e\u200f", 10_000)]
    [InlineData("على ", 10_000)]
    public void A_huge_line_is_coded(string piece, int times) =>
        Assert.True(Holds(string.Concat(Enumerable.Repeat(piece, times))));

    [Fact]
    public void All_reports_are_coded_as_one() => Assert.True(Holds(string.Join("\n\n", Project.Stories.Concat(Project.Stories).Select(story => story.Text))));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("\ufeff")]
    [InlineData("\0")]
    [InlineData("\udc00\ud800")]
    public void Nothing_is_coded_from_nothing(string text) => Assert.Empty(Project.Coder.Code(new(text)).Events);

    [Fact]
    public void Any_pair_of_spans_is_related() =>
        Gen.Select(Texts.Spaced, Gen.Int[0, 500], Gen.Int[0, 500], Gen.Int[0, 30]).Sample(
            (text, a, b, length) =>
            {
                Span At(int place) => new(place % (text.Length + 1), Math.Min(text.Length, (place % (text.Length + 1)) + length));
                return Project.Coder.Codebook.Types.Any(type => type.Name == Project.Coder.Relate(text, [At(a)], [At(b)]).Type);
            },
            iter: 150);

    internal static bool Holds(string text) =>
        RecordCheck.Fault(Project.Coder.Code(new(text) { Published = new(2021, 12, 14) }), Project.Coder.Run) is { } fault ? throw new InvalidOperationException(fault) : true;

    internal static string Show(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
