using Demarche.Codebooks;
using Demarche.Recognizing;
using Demarche.Recognizing.Tables;
using Demarche.Tests.Cli;
using Demarche.Tests.Stories;

namespace Demarche.Tests.Codebooks;

public sealed class CompiledCodebookTests
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "codebook");

    [Fact]
    public void What_the_build_compiled_is_fresh()
    {
        using var folder = new Folder();
        var path = Path.Combine(folder.Path, CompiledCodebook.Name);
        Codebook.Compile(Project.In("codebook"), path);
        Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(CompiledCodebook.Shipped));
    }

    [Fact]
    public void Compiled_tables_are_what_the_files_say()
    {
        var compiled = CompiledCodebook.Tables(Shipped);
        Assert.NotNull(compiled);
        var read = GazetteerBuilder.Build(new(Shipped, null), NameWords.Load(Shipped));
        Assert.Equal(Bytes(read), Bytes(compiled));
    }

    [Fact]
    public void Changed_files_are_read_themselves()
    {
        using var folder = new Folder();
        var (copy, path) = (Path.Combine(folder.Path, "codebook"), Path.Combine(folder.Path, CompiledCodebook.Name));
        foreach (var file in Directory.GetFiles(Shipped, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(Shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        Codebook.Compile(copy, path);
        Assert.NotNull(CompiledCodebook.Tables(path, copy));
        File.AppendAllText(Path.Combine(copy, "actors", "names.csv"), "ZWE,Zembla,name,,\n");
        Assert.Null(CompiledCodebook.Tables(path, copy));
        Assert.Equal("ZWE", Assert.Single(Gazetteer.Load(copy).NamesOf("Zembla")).Actor?.Id);
        Assert.Empty(Gazetteer.Load(Shipped).NamesOf("Zembla"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(40)]
    [InlineData(100_000)]
    [InlineData(-1)]
    public void A_damaged_file_is_as_good_as_none(int length)
    {
        using var folder = new Folder();
        var path = Path.Combine(folder.Path, CompiledCodebook.Name);
        var whole = File.ReadAllBytes(CompiledCodebook.Shipped);
        File.WriteAllBytes(path, length < 0 ? [.. whole, 0] : whole[..length]);
        Assert.Null(CompiledCodebook.Tables(path, Shipped));
        Assert.Null(CompiledCodebook.Tables(Path.Combine(folder.Path, "nothing"), Shipped));
    }

    [Fact]
    public void A_layer_is_read_as_files_over_the_codebook()
    {
        using var folder = new Folder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "actors"));
        folder.File("actors/actors.csv", "id,name,kind,country,sector,from,to\nEU,Ruritanian Union,organization,,IGO,,\nRUT,Ruritania,state,RUT,GOV,,\n");
        folder.File("actors/members.csv", "of,member,from,to\nEU,RUT,2001,\n");
        var gazetteer = Gazetteer.Load(CodebookFolder.At(folder.Path));
        Assert.Equal(["RUT"], gazetteer.Find("EU")!.MembersOn(new(2024, 1, 1)));
        Assert.Contains("FRA", gazetteer.Find("NATO")!.MembersOn(null));
        Assert.Equal("RUT", Assert.Single(gazetteer.NamesOf("Ruritania")).Actor?.Id);
        Assert.Equal("RUS", gazetteer.NamesOf("Moscow")[0].Actor?.Id ?? gazetteer.NamesOf("Moscow")[1].Actor?.Id);
    }

    private static byte[] Bytes(GazetteerTables tables)
    {
        using var stream = new MemoryStream();
        tables.Write(stream);
        return stream.ToArray();
    }
}
