using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Demarche.Text;

namespace Demarche.Parsing;

/// <summary>
/// The form of a model on disk, little-endian: eight letters, the version of the form, sizes, vocabularies, tags, large matrices as bytes as they are worked with,
/// the small rest as 32-bit floating-point numbers, and the SHA-256 of all that.
/// </summary>
internal static class ModelFile
{
    private const int FormVersion = 2;

    private static ReadOnlySpan<byte> Letters => "DEMARLM\n"u8;

    /// <summary>Writes the file whole or not at all; returns the hash of its contents.</summary>
    public static string Write(LanguageModel model, string path)
    {
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Letters);
            writer.Write(FormVersion);
            WriteHead(writer, model);
            foreach (var table in model.Embeddings)
                writer.Write(table);
            writer.Flush();
            foreach (var matrix in (IEnumerable<ByteMatrix>)[model.Words, .. model.Forward, .. model.Backward, model.Top])
                matrix.Write(memory);
            foreach (var (buffer, count) in Numbers(model))
                writer.Write(MemoryMarshal.AsBytes(buffer.Span[..count]));
        }
        memory.Write(SHA256.HashData(memory.GetBuffer().AsSpan(0, (int)memory.Length)));

        var unfinished = path + ".part";
        using (var file = File.Create(unfinished))
            memory.WriteTo(file);
        File.Move(unfinished, path, overwrite: true);
        return Convert.ToHexStringLower(SHA256.HashData(memory.GetBuffer().AsSpan(0, (int)memory.Length)));
    }

    private static void WriteHead(BinaryWriter writer, LanguageModel model)
    {
        var architecture = model.Architecture;
        writer.Write(architecture.EmbeddingSizes.Length);
        foreach (var size in architecture.EmbeddingSizes)
            writer.Write(size);
        writer.Write(architecture.Hidden);
        writer.Write(architecture.Layers);
        writer.Write(architecture.Arc);
        writer.Write(architecture.Label);
        foreach (var vocabulary in model.Vocabularies)
        {
            writer.Write(vocabulary.Hashes.Length);
            foreach (var hash in vocabulary.Hashes)
                writer.Write(BitConverter.GetBytes(hash).AsSpan(0, TokenFeatures.HashBytes));
        }
        writer.Write(model.Xpos.Length);
        foreach (var tag in model.Xpos)
            writer.Write(tag);
        writer.Write(TopColumns.UposCount);
        writer.Write(Relations.Count);
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="ModelException">The file is missing, is no model, is damaged, or is of another version.</exception>
    public static LanguageModel Read(string path)
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
            throw new ModelException(path, $"is not a Demarche model, of which version {FormVersion} of the file form is expected; a model is made by “demarche train”");
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
            return Read(bytes, body.Length, Convert.ToHexStringLower(hashing.GetHashAndReset()));
        }
        catch (Exception error) when (error is IOException or ArgumentException or OverflowException or InvalidDataException)
        {
            throw new ModelException(path, $"the model does not hold what its header says ({error.Message}); train it again");
        }
    }

    private static LanguageModel Read(byte[] bytes, int end, string hash)
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
            foreach (ref var value in hashes.AsSpan())
                memory.ReadExactly(MemoryMarshal.AsBytes(new Span<ulong>(ref value))[..TokenFeatures.HashBytes]);
            vocabularies[i] = new(hashes);
        }
        var xpos = new string[Bounded(reader, 1000)];
        for (var i = 0; i < xpos.Length; i++)
            xpos[i] = reader.ReadString();
        if (reader.ReadInt32() != TopColumns.UposCount || reader.ReadInt32() != Relations.Count)
            throw new InvalidDataException("another set of parts of speech or relations");

        var (hidden, layers, arc, label) = (architecture.Hidden, architecture.Layers, architecture.Arc, architecture.Label);
        var columns = new TopColumns(architecture, xpos.Length).Count;
        var embeddings = new byte[sizes.Length][];
        for (var f = 0; f < sizes.Length; f++)
        {
            embeddings[f] = GC.AllocateUninitializedArray<byte>(vocabularies[f].Count * sizes[f]);
            memory.ReadExactly(embeddings[f]);
        }
        var (words, forward, backward, top) = (ByteMatrix.Read(memory, architecture.Input, 8 * hidden), Recurrent(), Recurrent(), ByteMatrix.Read(memory, 2 * hidden, columns));
        var model = new LanguageModel
        {
            Hash = hash,
            Architecture = architecture,
            Vocabularies = vocabularies,
            Xpos = xpos,
            Embeddings = embeddings,
            Words = words,
            Forward = forward,
            Backward = backward,
            Bias = [.. Enumerable.Range(0, layers).Select(_ => LanguageModel.Row(8 * hidden))],
            Top = top,
            TopBias = LanguageModel.Row(columns),
            ArcBilinear = new(MatrixProduct.PackedLength(arc, arc)),
            ArcHeadBias = LanguageModel.Row(arc),
            ArcRoot = LanguageModel.Row(arc),
            LabelRoot = LanguageModel.Row(label),
            LabelOut = new(MatrixProduct.PackedLength(label, Relations.Count)),
            LabelOutBias = LanguageModel.Row(Relations.Count),
        };
        foreach (var (buffer, count) in Numbers(model))
            memory.ReadExactly(MemoryMarshal.AsBytes(buffer.Span[..count]));
        return memory.Position == end ? model : throw new InvalidDataException("bytes are left over");

        ByteMatrix[] Recurrent() => [.. Enumerable.Range(0, layers).Select(layer => ByteMatrix.Read(memory, layer == 0 ? hidden : 3 * hidden, 4 * hidden))];
    }

    private static IEnumerable<(FloatBuffer Buffer, int Count)> Numbers(LanguageModel model)
    {
        var (hidden, arc, label) = (model.Architecture.Hidden, model.Architecture.Arc, model.Architecture.Label);
        return
        [
            .. model.Bias.Select(bias => (bias, 8 * hidden)),
            (model.TopBias, model.Columns.Count),
            (model.ArcBilinear, MatrixProduct.PackedLength(arc, arc)),
            (model.ArcHeadBias, arc),
            (model.ArcRoot, arc),
            (model.LabelRoot, label),
            (model.LabelOut, MatrixProduct.PackedLength(label, Relations.Count)),
            (model.LabelOutBias, Relations.Count),
        ];
    }

    private static int Bounded(BinaryReader reader, int most) =>
        reader.ReadInt32() is var value && value >= 0 && value <= most ? value : throw new InvalidDataException($"a size of {value}");
}
