using CsCheck;
using Demarche.Parsing;
using Demarche.Recognizing;
using Demarche.Tokenizing;

namespace Demarche.Tests.Parsing;

/// <summary>Whatever a model file holds, it is read or it is said what is wrong with it; nothing else is thrown.</summary>
public sealed class AnyModelTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("demarche").FullName;

    public static TheoryData<string, string> Files => new()
    {
        { "model.bin", "DEMARLM\n" },
        { SentenceModel.Name, "DEMARSE\n" },
        { NameModel.FileName, "DEMARNM\n" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Any_bytes_are_refused_with_the_name_of_the_file(string name, string heading)
    {
        var start = heading.Select(c => (byte)c).ToArray();
        var version = File.ReadAllBytes(Shipped(name))[8..12];
        Gen.OneOf(
            Gen.Byte.Array[0, 300],
            Gen.Byte.Array[0, 300].Select(rest => (byte[])[.. start, .. rest]),
            Gen.Byte.Array[0, 300].Select(rest => (byte[])[.. start, .. version, .. rest])).Sample(bytes => Refuses(name, bytes), iter: 200, threads: 1);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_damaged_file_is_refused_with_its_name(string name, string heading)
    {
        var whole = File.ReadAllBytes(Shipped(name));
        Assert.StartsWith(heading, System.Text.Encoding.ASCII.GetString(whole[..8]), StringComparison.Ordinal);
        Gen.Int[0, whole.Length - 1].Select(Gen.Int[0, 7], Gen.Bool).Sample(
            (at, bit, cut) =>
            {
                var bytes = cut ? whole[..at] : (byte[])whole.Clone();
                if (!cut)
                    bytes[at] ^= (byte)(1 << bit);
                return Refuses(name, bytes);
            },
            iter: 20,
            threads: 1);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_foreign_file_is_told_which_version_is_expected(string name, string heading)
    {
        var path = Path.Combine(_directory, name);
        File.WriteAllText(path, "%PDF-1.7 and so on, not " + heading);
        var expected = BitConverter.ToInt32(File.ReadAllBytes(Shipped(name)), 8);
        Assert.Contains($"version {expected} of the file form", Assert.Throws<ModelException>(() => Load(path)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private static string Shipped(string name) => Path.Combine(AppContext.BaseDirectory, "models", "en", name);

    private bool Refuses(string name, byte[] bytes)
    {
        var path = Path.Combine(_directory, name);
        File.WriteAllBytes(path, bytes);
        return Assert.Throws<ModelException>(() => Load(path)).Message.StartsWith(path, StringComparison.Ordinal);
    }

    private static void Load(string path)
    {
        switch (Path.GetFileName(path))
        {
            case SentenceModel.Name:
                SentenceModel.Load(path);
                break;
            case NameModel.FileName:
                NameModel.Load(path);
                break;
            default:
                LanguageModel.Load(path);
                break;
        }
    }
}
