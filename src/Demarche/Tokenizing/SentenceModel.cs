using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Demarche.Parsing;

namespace Demarche.Tokenizing;

/// <summary>
/// Learnt weights that say whether a sentence ends at a place: the sum over the features seen there, in whole numbers, so that it is the same on every machine.
/// On disk: eight letters, the version of the form, the weights, and the SHA-256 of all that, little-endian.
/// </summary>
internal sealed class SentenceModel
{
    /// <summary>The name of the file, which stands beside that of the language model.</summary>
    public const string Name = "sentences.bin";

    /// <summary>Weights; a power of two, among which features are spread by their hashes.</summary>
    public const int Size = 1 << Bits;

    private const int Bits = 17;
    private const int FormVersion = 1;

    // Where it may be asked at all, sentences end more often than in the texts learnt from, most of whose places the rules decide alone.
    private const int Least = -1200;

    private readonly short[] _weights;

    public SentenceModel(short[] weights, string hash = "")
    {
        if (weights.Length is not (0 or Size))
            throw new ArgumentException($"{Size} weights are expected", nameof(weights));
        _weights = weights;
        Hash = hash;
    }

    /// <summary>Knows nothing: the rules decide.</summary>
    public static SentenceModel None { get; } = new([]);

    /// <summary>SHA-256 of the file.</summary>
    public string Hash { get; }

    public bool IsEmpty => _weights.Length == 0;

    private static ReadOnlySpan<byte> Heading => "DEMARSE\n"u8;

    /// <summary>Where the weight of a feature stands.</summary>
    public static int Place(uint feature) => (int)(feature >> (32 - Bits));

    /// <summary>Whether a sentence ends where these features are seen.</summary>
    public bool EndsHere(ReadOnlySpan<uint> features)
    {
        var sum = 0;
        foreach (var feature in features)
            sum += _weights[Place(feature)];
        return sum > Least;
    }

    /// <summary>Writes the file whole or not at all; returns the hash of its contents.</summary>
    public string Save(string path)
    {
        var bytes = new byte[Heading.Length + 4 + 2 * Size + SHA256.HashSizeInBytes];
        Heading.CopyTo(bytes);
        BitConverter.TryWriteBytes(bytes.AsSpan(Heading.Length), FormVersion);
        MemoryMarshal.AsBytes(_weights.AsSpan()).CopyTo(bytes.AsSpan(Heading.Length + 4));
        SHA256.HashData(bytes.AsSpan(0, bytes.Length - SHA256.HashSizeInBytes), bytes.AsSpan(bytes.Length - SHA256.HashSizeInBytes));
        var unfinished = path + ".part";
        File.WriteAllBytes(unfinished, bytes);
        File.Move(unfinished, path, overwrite: true);
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    /// <exception cref="ModelException">The file is missing, is no such model, is damaged, or is of another version.</exception>
    public static SentenceModel Load(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(path, $"the model of sentence ends cannot be read: {error.Message}");
        }
        if (!bytes.AsSpan().StartsWith(Heading))
            throw new ModelException(path, $"is not a Demarche model of sentence ends, of which version {FormVersion} of the file form is expected; it is made by “demarche train”");
        if (bytes.Length < Heading.Length + 4)
            throw new ModelException(path, "the model of sentence ends is cut off; copy it again");
        var version = BitConverter.ToInt32(bytes, Heading.Length);
        if (version != FormVersion)
            throw new ModelException(path, $"the model of sentence ends has version {version} of the file form, this program reads version {FormVersion}; train it again or use the program it came with");
        if (bytes.Length != Heading.Length + 4 + 2 * Size + SHA256.HashSizeInBytes)
            throw new ModelException(path, "the model of sentence ends is cut off; copy it again");
        var body = bytes.AsSpan(0, bytes.Length - SHA256.HashSizeInBytes);
        if (!SHA256.HashData(body).AsSpan().SequenceEqual(bytes.AsSpan(body.Length)))
            throw new ModelException(path, "the model of sentence ends is damaged (its checksum does not fit); copy it again");
        return new(MemoryMarshal.Cast<byte, short>(body[(Heading.Length + 4)..]).ToArray(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }
}
