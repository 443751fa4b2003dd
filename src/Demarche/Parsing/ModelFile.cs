using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using System.Text;

namespace Demarche.Parsing;

/// <summary>
/// The form of a model on disk, little-endian: eight letters, the version of the form, sizes, vocabularies, tags, weights as 16-bit floating-point numbers,
/// and the SHA-256 of all that.
/// </summary>
internal static class ModelFile
{
    private const int FormVersion = 1;

    private static ReadOnlySpan<byte> Letters => "DEMARLM\n"u8;

    /// <summary>Writes the file whole or not at all; returns the hash of its contents.</summary>
    public static string Write(ModelWeights weights, string path)
    {
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Letters);
            writer.Write(FormVersion);
            var architecture = weights.Architecture;
            writer.Write(architecture.EmbeddingSizes.Length);
            foreach (var size in architecture.EmbeddingSizes)
                writer.Write(size);
            writer.Write(architecture.Hidden);
            writer.Write(architecture.Layers);
            writer.Write(architecture.Arc);
            writer.Write(architecture.Label);
            foreach (var vocabulary in weights.Vocabularies)
            {
                writer.Write(vocabulary.Hashes.Length);
                foreach (var hash in vocabulary.Hashes)
                    writer.Write(hash);
            }
            writer.Write(weights.Xpos.Length);
            foreach (var tag in weights.Xpos)
                writer.Write(tag);
            writer.Write(ModelWeights.UposCount);
            writer.Write(Relations.Count);
            foreach (var table in weights.Embeddings)
                WriteHalves(writer, table);
            WriteHalves(writer, weights.Dense);
        }
        memory.Write(SHA256.HashData(memory.GetBuffer().AsSpan(0, (int)memory.Length)));

        var unfinished = path + ".part";
        using (var file = File.Create(unfinished))
            memory.WriteTo(file);
        File.Move(unfinished, path, overwrite: true);
        return HashOf(memory.GetBuffer().AsSpan(0, (int)memory.Length));
    }

    /// <summary>Reads a model and the hash of its contents.</summary>
    /// <exception cref="ModelException">The file is missing, is no model, is damaged, or is of another version.</exception>
    public static (ModelWeights Weights, string Hash) Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(path, $"the model cannot be read: {error.Message}");
        }
        if (!bytes.AsSpan().StartsWith(Letters))
            throw new ModelException(path, "is not a Demarche model; a model is made by “demarche train”");
        if (bytes.Length < Letters.Length + 4 + SHA256.HashSizeInBytes)
            throw new ModelException(path, "the model is cut off; copy it again");
        var version = BitConverter.ToInt32(bytes, Letters.Length);
        if (version != FormVersion)
            throw new ModelException(path, $"the model has version {version} of the file form, this program reads version {FormVersion}; train it again or use the program it came with");
        var body = bytes.AsSpan(0, bytes.Length - SHA256.HashSizeInBytes);
        using var hashing = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hashing.AppendData(body);
        if (!hashing.GetCurrentHash().AsSpan().SequenceEqual(bytes.AsSpan(body.Length)))
            throw new ModelException(path, "the model is damaged (its checksum does not fit); copy it again");
        hashing.AppendData(bytes.AsSpan(body.Length));
        try
        {
            return (Read(bytes, body.Length), Convert.ToHexStringLower(hashing.GetHashAndReset()));
        }
        catch (Exception error) when (error is IOException or ArgumentException or OverflowException or InvalidDataException)
        {
            throw new ModelException(path, $"the model does not hold what its header says ({error.Message}); train it again");
        }
    }

    private static ModelWeights Read(byte[] bytes, int end)
    {
        using var memory = new MemoryStream(bytes, 0, end);
        using var reader = new BinaryReader(memory, Encoding.UTF8);
        memory.Position = Letters.Length + 4;
        var sizes = new int[Bounded(reader, TokenFeatures.Count)];
        if (sizes.Length != TokenFeatures.Count)
            throw new InvalidDataException("another number of features");
        for (var i = 0; i < sizes.Length; i++)
            sizes[i] = Bounded(reader, 4096);
        var architecture = new Architecture
        {
            EmbeddingSizes = sizes,
            Hidden = Bounded(reader, 4096),
            Layers = Bounded(reader, 16),
            Arc = Bounded(reader, 4096),
            Label = Bounded(reader, 4096),
        };
        var vocabularies = new Vocabulary[sizes.Length];
        for (var i = 0; i < vocabularies.Length; i++)
        {
            var hashes = new ulong[Bounded(reader, 10_000_000)];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(hashes.AsSpan()));
            vocabularies[i] = new(hashes);
        }
        var xpos = new string[Bounded(reader, 1000)];
        for (var i = 0; i < xpos.Length; i++)
            xpos[i] = reader.ReadString();
        if (reader.ReadInt32() != ModelWeights.UposCount || reader.ReadInt32() != Relations.Count)
            throw new InvalidDataException("another set of parts of speech or relations");
        var weights = new ModelWeights(architecture, vocabularies, xpos);
        foreach (var table in weights.Embeddings)
            ReadHalves(reader, table);
        ReadHalves(reader, weights.Dense);
        return memory.Position == end ? weights : throw new InvalidDataException("bytes are left over");
    }

    private static int Bounded(BinaryReader reader, int most) =>
        reader.ReadInt32() is var value && value >= 0 && value <= most ? value : throw new InvalidDataException($"a size of {value}");

    private static void WriteHalves(BinaryWriter writer, float[] values)
    {
        foreach (var value in values)
            writer.Write((Half)value);
    }

    private static void ReadHalves(BinaryReader reader, float[] values)
    {
        const int Portion = 4096;
        Span<ushort> halves = stackalloc ushort[Portion];
        for (var at = 0; at < values.Length; at += Portion)
        {
            var count = Math.Min(Portion, values.Length - at);
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(halves[..count]));
            Widen(halves[..count], values.AsSpan(at, count));
        }
    }

    // The exponent of a 16-bit number has its zero at 15, that of a 32-bit number at 127: moved into place, the value is 2¹¹² times too small.
    // That holds for all numbers but infinity and NaN, which no weight is.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Widen(ReadOnlySpan<ushort> halves, Span<float> values)
    {
        const float Scale = 5192296858534827628530496329220096f;
        var i = 0;
        for (; i + 16 <= halves.Length; i += 16)
        {
            var half = Vector256.LoadUnsafe(in halves[i]);
            var bits = Vector512.Create(Vector256.WidenLower(half), Vector256.WidenUpper(half));
            var size = Vector512.ShiftLeft(bits & Vector512.Create(0x7FFFu), 13).AsSingle() * Scale;
            (size.AsUInt32() | Vector512.ShiftLeft(bits & Vector512.Create(0x8000u), 16)).AsSingle().StoreUnsafe(ref values[i]);
        }
        for (; i < halves.Length; i++)
            values[i] = (float)BitConverter.UInt16BitsToHalf(halves[i]);
    }

    private static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
