using Demarche.Store.Collating;
using Demarche.Tests.Stories;

namespace Demarche.Tests.Collating;

/// <summary>Numbers of the dead, injured and arrested are read with what bounds them.</summary>
public sealed class FigureReaderTests
{
    private static readonly FigureReader Reader = new(CollatingRules.Load(Project.In("codebook")).Figures);

    // kind lowest/best/highest “words”; several in the order of the text.
    [Theory]
    [InlineData("The blast killed 14 people.", "dead 14/14/14 “killed 14 people”")]
    [InlineData("At least 14 people were killed on the bridge.", "dead 14/14/? “At least 14 people were killed”")]
    [InlineData("Up to thirty rebels died.", "dead ?/30/30 “Up to thirty rebels died”")]
    [InlineData("Dozens of villagers have been killed.", "dead 24/?/? “Dozens of villagers have been killed”")]
    [InlineData("Some 3,000 people marched to the palace.", "crowd ?/3000/? “Some 3,000 people marched”")]
    [InlineData("Twenty-two passengers died and forty more were injured.", "dead 22/22/22 “Twenty-two passengers died”; injured 40/40/40 “forty more were injured”")]
    [InlineData("One officer and two guards were killed.", "dead 3/3/3 “One officer and two guards were killed”")]
    [InlineData("A dozen men were arrested, the ministry said.", "arrested 12/12/12 “A dozen men were arrested”")]
    [InlineData("Between 20 and 30 monks were detained.", "arrested 20/?/30 “Between 20 and 30 monks were detained”")]
    [InlineData("The death toll rose to 61.", "dead 61/61/61 “rose to 61”")]
    [InlineData("14 killed in raid", "dead 14/14/14 “14 killed”")]
    [InlineData("The raid left nine dead.", "dead 9/9/9 “left nine dead”")]
    [InlineData("They were expelled after 14 days.", "")]
    [InlineData("Six gunmen killed an officer.", "")]
    [InlineData("In 2014 rebels killed a mayor.", "")]
    [InlineData("The shelling killed nobody for 30 minutes.", "dead 0/0/0 “killed nobody for”")]
    [InlineData("The blast killed 14 people, including four children.", "dead 14/14/14 “killed 14 people”")]
    [InlineData("Four children were among the dead.", "")]
    [InlineData("Police arrested more than two hundred and fifty students.", "arrested 250/250/? “arrested more than two hundred and fifty students”")]
    [InlineData("Moscow sent 2.5 million dollars.", "")]
    [InlineData("Turkey moved 4,500 troops to the border.", "troops 4500/4500/4500 “4,500 troops”")]
    [InlineData("Hundreds of thousands of people demonstrated.", "crowd 200000/?/? “Hundreds of thousands of people demonstrated”")]
    [InlineData("On 4 July soldiers were killed.", "")]
    [InlineData("Gunmen abducted two engineers and a driver.", "kidnapped 2/2/2 “abducted two engineers”")]
    [InlineData("Gunmen seized four oil workers.", "kidnapped 4/4/4 “seized four oil”")]
    [InlineData("Rebels seized four towns.", "")]
    [InlineData("Rebels took nine sailors hostage.", "kidnapped 9/9/9 “took nine sailors”")]
    [InlineData("Rebels took nine towns.", "")]
    [InlineData("The fighting has cost dozens of lives.", "dead 24/?/? “cost dozens of”")]
    [InlineData("It expelled 60 diplomats.", "expelled 60/60/60 “expelled 60 diplomats”")]
    public void Reads(string sentence, string expected) =>
        Assert.Equal(expected, string.Join("; ", Reader.Read(sentence, new(0, sentence.Length)).Select(f => $"{f.Kind} {Show(f.Low)}/{Show(f.Best)}/{Show(f.High)} “{f.Words.Of(sentence)}”")));

    [Fact]
    public void Reads_any_text() => CsCheck.Check.Sample(CsCheck.Gen.String, text => Assert.All(Reader.Read(text, new(0, text.Length)), figure => Assert.True(figure.Words.Start >= 0 && figure.Words.End <= text.Length && figure.Words.Length > 0)));

    private static string Show(long? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?";
}
