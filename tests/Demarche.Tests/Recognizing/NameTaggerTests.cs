using Demarche.Parsing;
using Demarche.Recognizing;

namespace Demarche.Tests.Recognizing;

public sealed class NameTaggerTests : IDisposable
{
    private static readonly string Output = AppContext.BaseDirectory;
    private static readonly Gazetteer Gazetteer = Gazetteer.Load(Path.Combine(Output, "codebook"));
    private static readonly Coder Coder = Coder.Load();
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static NameTagger Shipped() => new(NameModel.Load(Path.Combine(Output, "models", "en", NameModel.FileName)), Gazetteer);

    private static List<Name> Tag(NameTagger tagger, Document document)
    {
        var names = new List<Name>();
        tagger.Tag(document, Gazetteer.Fold(document.Tokens), names);
        return names;
    }

    [Theory]
    [InlineData("Pedro Almeida moved from Lisbon to Maputo.", "Pedro Almeida = Person | Lisbon = Place | Maputo = Place")]
    [InlineData("Hanna Lindqvist joined Siemens in Munich last year.", "Hanna Lindqvist = Person | Siemens = Organization | Munich = Place")]
    [InlineData("She studied at the University of Ghent.", "University of Ghent = Organization")]
    [InlineData("The rain fell all day on the fields.", "")]
    public void Marks_names(string text, string expected)
    {
        var document = Coder.Analyse(new Story(text), Layers.Trees, asBody: true);
        Assert.Equal(expected, string.Join(" | ", Tag(Shipped(), document).Select(name => $"{document.Words(document.SpanOf(name.First, name.End - 1))} = {name.Kind}")));
    }

    [Fact]
    public void Names_are_in_order_and_apart()
    {
        var document = Coder.Analyse(new Story(string.Join(" ", Enumerable.Repeat("Mr Otieno met Ana Souza of the Bank of Brazil in NAIROBI , Kenya 's - \" capital .", 20))), Layers.Trees, asBody: true);
        var names = Tag(Shipped(), document);
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.True(name.First < name.End));
        Assert.All(names.Zip(names.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.First));
    }

    /// <summary>Once its buffers have grown, the tagger makes nothing but the names.</summary>
    [Fact]
    public void Takes_no_memory_a_token()
    {
        var document = Coder.Analyse(new Story(string.Join(" ", Enumerable.Repeat("Rain fell on Monday and the River rose, said the Council.", 200))), Layers.Trees, asBody: true);
        var (tagger, folded, names) = (Shipped(), Gazetteer.Fold(document.Tokens), new List<Name>(4096));
        tagger.Tag(document, folded, names);
        names.Clear();
        var before = GC.GetAllocatedBytesForCurrentThread();
        tagger.Tag(document, folded, names);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (40 * names.Count) + (document.Tokens.Length / 2));
    }

    [Fact]
    public void Writes_and_reads_its_model()
    {
        var path = Path.Combine(_folder, "a.bin");
        var model = new NameModel([7, 9], [.. Enumerable.Range(-7, 14).Select(i => (sbyte)i)], [.. Enumerable.Range(0, (NameModel.Tags + 1) * NameModel.Tags).Select(i => (short)i)]);
        model.Write(path);
        var read = NameModel.Load(path);
        Assert.Equal(model.Features, read.Features);
        Assert.Equal(model.Weights, read.Weights);
        Assert.Equal(model.Transition(3, 4), read.Transition(3, 4));
        Assert.Equal(model.Score([9, 8, 7]), read.Score([9, 8, 7]));
    }

    [Theory]
    [InlineData("foreign", "is not a model of names")]
    [InlineData("cut", "cut off")]
    [InlineData("damaged", "damaged")]
    [InlineData("version", "version 9")]
    public void Says_what_is_wrong_with_a_file(string fault, string expected)
    {
        var path = Path.Combine(_folder, "names.bin");
        new NameModel([7], new sbyte[NameModel.Tags], new short[(NameModel.Tags + 1) * NameModel.Tags]).Write(path);
        var bytes = File.ReadAllBytes(path);
        switch (fault)
        {
            case "foreign":
                bytes = "something else"u8.ToArray();
                break;
            case "cut":
                bytes = bytes[..40];
                break;
            case "damaged":
                bytes[60] ^= 1;
                break;
            default:
                bytes[8] = 9;
                break;
        }
        File.WriteAllBytes(path, bytes);
        var error = Assert.Throws<ModelException>(() => NameModel.Load(path));
        Assert.Contains(expected, error.Message);
        Assert.Contains("names.bin", error.Message);
    }
}
