using Demarche.Codebooks;
using Demarche.Codebooks.Compiled;
using Demarche.Coding;
using Demarche.Recognizing;
using Demarche.Recognizing.Tables;
using Demarche.Tests.Cli;
using Demarche.Tests.Stories;
using Demarche.Text;

namespace Demarche.Tests.Codebooks;

public sealed class CompiledCodebookTests
{
    // Behind the mark and the version and the length of the file.
    private const int HeadLength = 16;

    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "codebook");

    private static readonly Lazy<Codebook> FromFiles = new(() => Codebook.Load(new CodebookFolder(Shipped, null) { ReadsFiles = true }, null));

    private static readonly Codebook Compiled = Codebook.Load(Shipped);

    [Fact]
    public void What_the_build_compiled_is_fresh()
    {
        using var folder = new Folder();
        var path = Path.Combine(folder.Path, CompiledCodebook.Name);
        Codebook.Compile(Project.In("codebook"), path);
        Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(CompiledCodebook.ShippedPath));
        Assert.Equal([CompiledCodebook.Name], folder.Names());
        Assert.NotNull(Compiled.Compiled);
    }

    [Fact]
    public void Tables_are_found_as_they_were_written()
    {
        using var stream = new MemoryStream();
        CompiledCodebook.Shipped!.Visit(Sections.To(stream));
        Assert.Equal(File.ReadAllBytes(CompiledCodebook.ShippedPath)[HeadLength..], stream.ToArray());
    }

    [Fact]
    public void Compiled_tables_are_what_the_files_say()
    {
        var read = GazetteerBuilder.Build(new(Shipped, null) { ReadsFiles = true }, NameWords.Load(Shipped));
        Assert.Equal(Bytes(read.Visit), Bytes(CompiledCodebook.Shipped!.Gazetteer.Visit));
        Assert.Equal(Bytes(TriggerTable.Of(FromFiles.Value.Acts).Visit), Bytes(CompiledCodebook.Shipped.Acts.Visit));
    }

    [Fact]
    public void Compiled_patterns_are_what_the_files_say()
    {
        static string Shown(Pattern pattern) =>
            $"{pattern.File}:{pattern.Line} {pattern.Rule} {pattern.Type} {string.Join(" / ", pattern.Written)} {string.Join(" / ", pattern.Forms.Select(form => $"{form.Kind} {string.Join('|', form.Triggers)} {form.Weight}"))} {pattern.Examples[0].Text} {pattern.Counterexamples[0].Text}";

        Assert.Null(FromFiles.Value.Compiled);
        Assert.Equal(FromFiles.Value.Acts.Select(Shown), Compiled.Acts.Select(Shown));
        Assert.Equal(FromFiles.Value.StancePatterns.Select(Shown), Compiled.StancePatterns.Select(Shown));
        Assert.Equal(FromFiles.Value.ClaimPatterns.Select(Shown), Compiled.ClaimPatterns.Select(Shown));
        Assert.Same(Compiled.Acts[0], Compiled.Types[0].Patterns[0]);
    }

    [Fact]
    public void Compiled_classes_are_what_the_files_say() =>
        Assert.Equal(FromFiles.Value.Lexicons.Select(lexicon => $"{lexicon.Key} {string.Join(' ', lexicon.Value.Heads)}"), Compiled.Lexicons.Select(lexicon => $"{lexicon.Key} {string.Join(' ', lexicon.Value.Heads)}"));

    [Fact]
    public void The_version_is_that_of_the_files() => Assert.Equal(FromFiles.Value.Version, Compiled.Version);

    [Fact]
    public void Compiled_issues_are_what_the_files_say()
    {
        static string Shown(Issue issue) => $"{issue.Id} {issue.Line} {string.Join(' ', issue.Terms.Select(term => $"{term.IsHint} {string.Join(',', term.Places.Select(place => string.Join('|', place)))}"))} {issue.Examples[0]}";

        Assert.Equal(FromFiles.Value.Issues.Select(Shown), Compiled.Issues.Select(Shown));
    }

    [Fact]
    public void Changed_files_are_read_themselves()
    {
        using var folder = new Folder();
        var copy = Copied(folder);
        Assert.NotNull(new CodebookFolder(copy, null).Compiled!.Whole);
        File.AppendAllText(Path.Combine(copy, "actors", "names.csv"), "ZWE,Zembla,name,,\n");
        Assert.Null(new CodebookFolder(copy, null).Compiled!.Of(GazetteerBuilder.Sources));
        Assert.Equal("ZWE", Assert.Single(Gazetteer.Load(copy).NamesOf("Zembla")).Actor?.Id);
        Assert.Empty(Gazetteer.Load(Shipped).NamesOf("Zembla"));
    }

    [Fact]
    public void A_class_that_is_changed_is_read_with_all_patterns()
    {
        using var folder = new Folder();
        var copy = Copied(folder);
        File.AppendAllText(Path.Combine(copy, "lexicons", "sanction.txt"), "zembla\n");
        Assert.NotNull(new CodebookFolder(copy, null).Compiled!.Of(GazetteerBuilder.Sources));
        var changed = Codebook.Load(copy);
        Assert.Null(changed.Compiled);
        Assert.True(changed.Lexicons["sanction"].Holds("zembla"));
        Assert.NotEqual(Compiled.Version, changed.Version);
    }

    [Fact]
    public void A_file_too_many_is_noticed()
    {
        using var folder = new Folder();
        var copy = Copied(folder);
        File.WriteAllText(Path.Combine(copy, "lexicons", "zembla.txt"), "zembla\n");
        Assert.Contains("zembla", Codebook.Load(copy).Lexicons.Keys);
    }

    // In the folder of the program, too, to which one was added since.
    [Theory]
    [InlineData("zembla.txt", false)]
    [InlineData("of the reader/zembla.txt", false)]
    [InlineData("abuse.txt", true)]
    public void A_file_that_came_or_went_since_is_noticed(string name, bool goes)
    {
        using var folder = new Folder();
        var copy = Copied(folder);
        foreach (var path in Directory.GetFileSystemEntries(copy, "*", SearchOption.AllDirectories).Append(copy))
            Directory.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(-2));
        var built = DateTime.UtcNow.AddHours(-1);
        Assert.NotNull(new CompiledFolder(CompiledCodebook.Shipped!, copy, built).Whole);
        var file = Path.Combine(copy, "lexicons", name);
        if (goes)
            File.Delete(file);
        else
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, "zembla\n");
        }
        Assert.Null(new CompiledFolder(CompiledCodebook.Shipped!, copy, built).Whole);
    }

    // In the folder of the program a file is known by its length and its time; a younger one is looked into.
    [Fact]
    public void A_file_younger_than_what_was_compiled_is_looked_into()
    {
        using var folder = new Folder();
        var copy = Copied(folder);
        var (path, built) = (Path.Combine(copy, "operators.yaml"), DateTime.UtcNow);
        File.WriteAllText(path, File.ReadAllText(path).Replace("negations", "negatiohs", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(path, built.AddSeconds(1));
        Assert.Null(new CompiledFolder(CompiledCodebook.Shipped!, copy, built).Values("operators.yaml", "operators.yaml"));
        Assert.NotNull(new CompiledFolder(CompiledCodebook.Shipped!, copy, built).Values("positions.yaml", "positions.yaml"));
        File.WriteAllText(path, File.ReadAllText(path).Replace("negatiohs", "negations", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(path, built.AddSeconds(1));
        Assert.NotNull(new CompiledFolder(CompiledCodebook.Shipped!, copy, built).Values("operators.yaml", "operators.yaml"));
    }

    [Theory]
    [InlineData(0, "it is empty")]
    [InlineData(3, "it is no compiled codebook")]
    [InlineData(40, "it has 40 bytes of ")]
    [InlineData(100_000, "it has 100000 bytes of ")]
    [InlineData(-1, " bytes of ")]
    public void A_file_that_is_cut_off_says_so(int length, string message)
    {
        using var folder = new Folder();
        var whole = File.ReadAllBytes(CompiledCodebook.ShippedPath);
        var path = folder.File(CompiledCodebook.Name, length < 0 ? [.. whole, 0] : whole[..length]);
        var error = Assert.Throws<InvalidDataException>(() => CompiledCodebook.Read(path));
        Assert.StartsWith($"{path} is not read: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "it is no compiled codebook")]
    [InlineData(4, "it is of format ")]
    [InlineData(HeadLength + 5, "it is damaged")]
    public void A_file_of_something_else_says_so(int changed, string message)
    {
        var bytes = File.ReadAllBytes(CompiledCodebook.ShippedPath);
        bytes[changed]++;
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => CompiledCodebook.Read(FileMemory.Of(bytes))).Message, StringComparison.Ordinal);
    }

    private static string Copied(Folder folder)
    {
        var copy = Path.Combine(folder.Path, "codebook");
        foreach (var file in Directory.GetFiles(Shipped, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(Shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return copy;
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

    private static byte[] Bytes(Action<Sections> visit)
    {
        using var stream = new MemoryStream();
        visit(Sections.To(stream));
        return stream.ToArray();
    }
}
