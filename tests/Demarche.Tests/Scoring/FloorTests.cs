using System.Globalization;
using Demarche.Tests.Stories;
using Demarche.Training.Scoring;

namespace Demarche.Tests.Scoring;

/// <summary>No figure falls below its floor in <c>eval/floors.json</c>, and no gold changes under it.</summary>
public sealed class FloorTests(ITestOutputHelper output)
{
    private static readonly Floors Floors = Floors.Find(Project.Root);

    public static TheoryData<string, string, bool, string?> Own => Rows(outside: false);

    public static TheoryData<string, string, bool, string?> Foreign => Rows(outside: true);

    [Theory]
    [MemberData(nameof(Own))]
    public void Own_gold_reaches_its_floors(string layer, string gold, bool raw, string? split) => Reaches(layer, Project.In(gold), raw, split);

    [Theory(Explicit = true)]
    [Trait("run", "shared")]
    [MemberData(nameof(Foreign))]
    public void Outside_gold_reaches_its_floors(string layer, string gold, bool raw, string? split)
    {
        Assert.SkipWhen(Project.Outside is null, Project.NoOutside);
        var path = Directory.GetFiles(Path.Combine(Project.Outside!, "eval"), gold, SearchOption.AllDirectories).Order(StringComparer.Ordinal).FirstOrDefault();
        Assert.SkipWhen(path is null, $"the outside data has no {gold}");
        Reaches(layer, path!, raw, split);
    }

    private void Reaches(string layer, string gold, bool raw, string? split)
    {
        var result = new LayerScorer(new() { Codebook = Project.In("codebook"), Model = Project.In("models/en/model.bin") }).Score(layer, gold, raw, split, Environment.ProcessorCount);
        foreach (var figure in result.Figures)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figure.Measure,-28}{figure.Value,8:0.00}"));
        foreach (var failure in result.Failures)
            output.WriteLine(failure);
        foreach (var floor in Floors.Of(layer, gold, raw, split))
        {
            Assert.True(floor.Hash is null || floor.Hash == Floors.Hash(gold), $"{floor.Gold} is not what its floors were measured on; demarche score {layer} {floor.Gold} --raise-floors");
            var value = result.Figures.Single(figure => figure.Measure == floor.Measure).Value;
            Assert.True(value >= floor.Value, string.Create(CultureInfo.InvariantCulture, $"{floor.Gold}: {floor.Measure} is {value:0.00}, below its floor {floor.Value:0.0}"));
        }
    }

    private static TheoryData<string, string, bool, string?> Rows(bool outside) =>
        new(Floors.Entries.Where(floor => floor.Outside == outside).Select(floor => (floor.Layer, floor.Gold, floor.Raw, floor.Split)).Distinct());
}
