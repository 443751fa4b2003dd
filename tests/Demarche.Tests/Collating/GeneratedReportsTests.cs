using System.Globalization;
using Demarche.Store.Collating;
using Demarche.Tests.Stories;
using Demarche.Training.Scoring;

namespace Demarche.Tests.Collating;

/// <summary>Generated reports, coded like any other, come together by happening.</summary>
public sealed class GeneratedReportsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Come_together_by_happening(ulong seed)
    {
        var sheet = new IncidentScorer(CollatingRules.Load(Project.In("codebook")), Project.Coder.Run).Score(new GeneratedReports(seed).Sets(42), Project.Coder.Code);
        foreach (var figure in sheet.Figures)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figure.Measure,-28}{figure.Value,8:0.00}"));
        foreach (var miss in sheet.Misses)
            output.WriteLine(miss);
        Assert.True(sheet.Figures.Single(figure => figure.Measure == "pairs f1").Value >= 85);
        Assert.True(sheet.Figures.Single(figure => figure.Measure == "passages found").Value >= 80);
    }
}
