using Demarche.Training.Scoring;

namespace Demarche.Tests.Scoring;

public sealed class PassageTests
{
    [Theory]
    [InlineData("soldiers die in Die", "die", 9)]
    [InlineData("a \"no\" is no", "no", 3)]
    [InlineData("no, nothing", "no,", 0)]
    public void Stands_as_whole_words(string text, string words, int start) => Assert.Equal(start, Passage.Of(text, words, "x").Start);

    [Theory]
    [InlineData("soldiers", "die")]
    [InlineData("soldiers", "")]
    [InlineData("soldiers", null)]
    public void Refuses_what_is_not_there(string text, string? words) =>
        Assert.Equal($"x: “{words}” occurs nowhere in the text", Assert.Throws<ScoreException>(() => Passage.Of(text, words, "x")).Message);
}
