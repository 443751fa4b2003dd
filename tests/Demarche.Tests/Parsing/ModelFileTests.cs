using Demarche.Parsing;
using Demarche.Text;

namespace Demarche.Tests.Parsing;

public sealed class ModelFileTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("demarche").FullName;

    private string ModelPath => Path.Combine(_directory, "model.bin");

    [Fact]
    public void Comes_back_as_it_was_written()
    {
        var model = new TinyNetwork(seed: 1).Model;
        var hash = ModelFile.Write(model, ModelPath);
        var written = File.ReadAllBytes(ModelPath);
        var read = LanguageModel.Load(ModelPath);
        Assert.Equal(hash, read.Hash);
        Assert.Equal(model.Xpos, read.Xpos);
        Assert.Equal(model.Vocabularies.Select(v => v.Hashes), read.Vocabularies.Select(v => v.Hashes));
        Assert.Equal(Offsets(model.Top), Offsets(read.Top));
        ModelFile.Write(read, ModelPath);
        Assert.Equal(written, File.ReadAllBytes(ModelPath));

        static unsafe float[] Offsets(ByteMatrix matrix) => new ReadOnlySpan<float>(matrix.Offsets, matrix.PaddedColumns).ToArray();
    }

    [Theory]
    [InlineData("missing", "cannot be read")]
    [InlineData("foreign", "is not a Demarche model")]
    [InlineData("empty", "is not a Demarche model")]
    [InlineData("short", "cut off")]
    [InlineData("version", "version 1 of the file form, this program reads version 2")]
    [InlineData("half", "damaged")]
    [InlineData("flipped", "damaged")]
    public void Says_what_is_wrong_with_a_file(string kind, string expected)
    {
        ModelFile.Write(new TinyNetwork(seed: 1).Model, ModelPath);
        var bytes = File.ReadAllBytes(ModelPath);
        switch (kind)
        {
            case "missing":
                File.Delete(ModelPath);
                break;
            case "foreign":
                File.WriteAllText(ModelPath, "%PDF-1.7 and so on");
                break;
            case "empty":
                File.WriteAllBytes(ModelPath, []);
                break;
            case "short":
                File.WriteAllBytes(ModelPath, bytes[..20]);
                break;
            case "version":
                bytes[8] = 1;
                File.WriteAllBytes(ModelPath, bytes);
                break;
            case "half":
                File.WriteAllBytes(ModelPath, bytes[..(bytes.Length / 2)]);
                break;
            default:
                bytes[bytes.Length / 2] ^= 4;
                File.WriteAllBytes(ModelPath, bytes);
                break;
        }
        var error = Assert.Throws<ModelException>(() => LanguageModel.Load(ModelPath));
        Assert.StartsWith(ModelPath, error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
