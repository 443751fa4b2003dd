using Demarche.Parsing;

namespace Demarche.Tests.Parsing;

public sealed class ModelFileTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("demarche").FullName;

    private string ModelPath => Path.Combine(_directory, "model.bin");

    [Fact]
    public void Comes_back_as_it_was_written_but_for_16_bit_rounding()
    {
        var weights = new TinyNetwork(seed: 1).Network.Weights;
        var hash = ModelFile.Write(weights, ModelPath);
        var (read, hashRead) = ModelFile.Read(ModelPath);
        Assert.Equal(hash, hashRead);
        Assert.Equal(weights.Xpos, read.Xpos);
        Assert.Equal(weights.Vocabularies.Select(v => v.Hashes), read.Vocabularies.Select(v => v.Hashes));
        Assert.Equal(weights.Dense.Select(w => (float)(Half)w), read.Dense);
        Assert.Equal(weights.Embeddings.Select(t => t.Select(w => (float)(Half)w)), read.Embeddings);
    }

    [Theory]
    [InlineData("missing", "cannot be read")]
    [InlineData("foreign", "is not a Demarche model")]
    [InlineData("empty", "is not a Demarche model")]
    [InlineData("short", "cut off")]
    [InlineData("version", "version 99")]
    [InlineData("half", "damaged")]
    [InlineData("flipped", "damaged")]
    public void Says_what_is_wrong_with_a_file(string kind, string expected)
    {
        ModelFile.Write(new TinyNetwork(seed: 1).Network.Weights, ModelPath);
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
                bytes[8] = 99;
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
