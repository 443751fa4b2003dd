using Demarche.Codebooks;
using Demarche.Tests.Cli;
using Demarche.Tests.Stories;
using Command = Demarche.Tests.Cli.Run;

namespace Demarche.Tests.Codebooks;

public sealed class GazetteerImportTests
{
    private const string Dump = """
        1	Quillabruna	Quillabruna	Villa Quilla,Квиллабруна	-14.25	-70.5	P	PPL	PE		21				31000		3900	America/Lima	2012-01-01
        2	Mount Pomp	Mount Pomp		-14.5	-70.2	T	MT	PE		21				0		5900	America/Lima	2012-01-01
        3	Old Road	Old Road		-14.5	-70.2	R	RD	PE		21				0		5900	America/Lima	2012-01-01
        4	Lima	Lima		-12.04318	-77.02824	P	PPLC	PE		LMA				7737002		161	America/Lima	2012-01-01
        5	Nice	Nice		-14.6	-70.1	P	PPL	PE		21				900		3900	America/Lima	2012-01-01
        """;

    [Theory]
    [InlineData("1	Quilla	Quilla		-14.25	-70.5	P	PPL	PE", "9 cells where a line of GeoNames has 19, with tabs between them")]
    [InlineData("1			x	-14.25	-70.5	P	PPL	PE		21				31000		3900	America/Lima	2012-01-01", "the name (second cell) is empty")]
    [InlineData("1	Quilla	Quilla		south	-70.5	P	PPL	PE		21				31000		3900	America/Lima	2012-01-01", "“south” (fifth cell) is no latitude from -90 to 90")]
    [InlineData("1	Quilla	Quilla		-14.25	-270.5	P	PPL	PE		21				31000		3900	America/Lima	2012-01-01", "“-270.5” (sixth cell) is no longitude from -180 to 180")]
    [InlineData("1	Quilla	Quilla		-14.25	-70.5	P	PPL	Peru		21				31000		3900	America/Lima	2012-01-01", "“Peru” (ninth cell) is no country of ISO 3166-1 in two letters")]
    [InlineData("1	Quilla	Quilla		-14.25	-70.5	P	PPL	PE		21				many		3900	America/Lima	2012-01-01", "“many” (fifteenth cell) is no number of inhabitants")]
    public void A_broken_line_is_reported_and_the_rest_is_read(string line, string message)
    {
        using var folder = new Folder();
        folder.File("own.txt", line + "\n" + Dump);
        var import = GazetteerImport.Run(Path.Combine(folder.Path, "own.txt"), Path.Combine(folder.Path, "layer"));
        Assert.Equal($"own.txt:1: {message}", Assert.Single(import.Findings).ToString());
        Assert.Equal(3, import.Places);
    }

    [Fact]
    public void What_is_known_or_no_place_is_left_out()
    {
        using var folder = new Folder();
        folder.File("own.txt", Dump);
        var import = GazetteerImport.Run(Path.Combine(folder.Path, "own.txt"), Path.Combine(folder.Path, "layer"), alternates: true);
        Assert.Empty(import.Findings);
        Assert.Equal((1, 1), (import.Known, import.Left));
        Assert.Equal(
            """
            name,country,lat,lon,kind,population,use
            Mount Pomp,PER,-14.5000,-70.2000,site,,name
            Nice,PER,-14.6000,-70.1000,city,900,located
            Quillabruna,PER,-14.2500,-70.5000,city,31000,located
            Villa Quilla,PER,-14.2500,-70.5000,city,31000,name

            """,
            File.ReadAllText(Path.Combine(folder.Path, "layer", "places", "places.csv")),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void The_layer_lies_over_the_codebook()
    {
        using var folder = new Folder();
        folder.File("own.txt", Dump);
        var layer = Path.Combine(folder.Path, "layer");
        Assert.Equal(0, Command.Of("gazetteer", "import", Path.Combine(folder.Path, "own.txt"), "--out", layer).Status);

        using var coder = Coder.Load(new() { Codebook = layer, Model = Project.In("models/en/model.bin") });
        var document = coder.Code(new Story("Rebels attacked the barracks in Quillabruna on Monday. Police in Nice, a French city, found nothing in Lima."));
        Assert.Contains(document.Places, place => place is { Name: "Quillabruna", Country: "PER", Latitude: -14.25, WherePrecision: 1 });
        Assert.Contains(document.Places, place => place is { Name: "Nice", Country: "FRA" });
        Assert.Contains(document.Places, place => place is { Name: "Lima", Country: "PER" });
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.Contains("nowhere.txt is not a file", Command.Of("gazetteer", "import", "nowhere.txt").Error, StringComparison.Ordinal);
}
