using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using System.Text;
using Demarche.Parsing;

namespace Demarche.Recognizing;

/// <summary>
/// The weights of the tagger of names: eight whole numbers a feature, of which one for each tag, and how well tags follow each other. Read-only once loaded.
/// On disk: eight letters, the version of the form, the weights, and the SHA-256 of all that.
/// </summary>
internal sealed class NameModel
{
    /// <summary>No name; then beginning and inside of a name of each kind, in the order of <see cref="NameKind"/>.</summary>
    public const int Tags = 7;

    /// <summary>What stands before a sentence, in <see cref="Transition"/>.</summary>
    public const int Start = Tags;

    /// <summary>So many make up one in the logarithm of the odds.</summary>
    public const int Unit = 32;

    /// <summary>The name of the file, which lies beside that of the language model.</summary>
    public const string FileName = "names.bin";

    private const int FormVersion = 1;

    private readonly uint[] _slots;
    private readonly int[] _rows;
    private readonly short[] _weights;
    private readonly short[] _transitions;
    private readonly int _mask;

    /// <param name="features">The lower half of the hash of each feature; none is 0, none comes twice.</param>
    /// <param name="weights"><see cref="Tags"/> a feature.</param>
    /// <param name="transitions">From each tag and from the start, a row each, to each tag.</param>
    public NameModel(uint[] features, sbyte[] weights, short[] transitions)
    {
        Features = features;
        Weights = weights;
        _transitions = transitions;
        var capacity = 16;
        while (capacity < features.Length * 2)
            capacity *= 2;
        _mask = capacity - 1;
        _slots = new uint[capacity];
        _rows = new int[capacity];
        _weights = new short[features.Length * 8];
        for (var i = 0; i < features.Length; i++)
        {
            var slot = SlotOf(features[i]);
            (_slots[slot], _rows[slot]) = (features[i], i * 8);
            for (var tag = 0; tag < Tags; tag++)
                _weights[i * 8 + tag] = weights[i * Tags + tag];
        }
    }

    public uint[] Features { get; }

    public sbyte[] Weights { get; }

    /// <summary>The kind that a tag marks; null for no name.</summary>
    public static NameKind? KindOf(int tag) => tag == 0 ? null : (NameKind)((tag - 1) / 2);

    public static bool Begins(int tag) => (tag & 1) == 1;

    public static int TagOf(NameKind kind, bool begins) => 1 + 2 * (int)kind + (begins ? 0 : 1);

    /// <summary>True when a tag can stand behind another: the inside of a name only behind its beginning or inside.</summary>
    public static bool Follows(int before, int tag) => tag == 0 || Begins(tag) || (before != Start && KindOf(before) == KindOf(tag));

    public int Transition(int before, int tag) => _transitions[before * Tags + tag];

    /// <summary>The sum of the weights of features, a number a tag.</summary>
    public Vector128<short> Score(ReadOnlySpan<ulong> features)
    {
        var sum = Vector128<short>.Zero;
        foreach (var feature in features)
        {
            var key = Key(feature);
            var slot = SlotOf(key);
            if (_slots[slot] == key)
                sum += Vector128.LoadUnsafe(ref _weights[_rows[slot]]);
        }
        return sum;
    }

    /// <summary>What the model keeps of a feature's hash.</summary>
    public static uint Key(ulong feature) => (uint)feature == 0 ? 1 : (uint)feature;

    private int SlotOf(uint key)
    {
        var slot = (int)((key * 0x9E3779B1u) >> 7) & _mask;
        while (_slots[slot] != 0 && _slots[slot] != key)
            slot = (slot + 1) & _mask;
        return slot;
    }

    /// <summary>SHA-256 of the file, in lower-case hexadecimal digits; empty when it was not read from one.</summary>
    public string Hash { get; private init; } = "";

    private static ReadOnlySpan<byte> Letters => "DEMARNM\n"u8;

    /// <summary>Writes the file whole or not at all; returns the hash of its contents.</summary>
    public string Write(string path)
    {
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Letters);
            writer.Write(FormVersion);
            foreach (var transition in _transitions)
                writer.Write(transition);
            writer.Write(Features.Length);
            foreach (var feature in Features)
                writer.Write(feature);
            writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(Weights.AsSpan()));
        }
        memory.Write(SHA256.HashData(memory.GetBuffer().AsSpan(0, (int)memory.Length)));

        var unfinished = path + ".part";
        using (var file = File.Create(unfinished))
            memory.WriteTo(file);
        File.Move(unfinished, path, overwrite: true);
        return Convert.ToHexStringLower(SHA256.HashData(memory.GetBuffer().AsSpan(0, (int)memory.Length)));
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="ModelException">The file is missing, is no model of names, is damaged, or is of another version.</exception>
    public static NameModel Load(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(path, $"the model of names cannot be read: {error.Message}");
        }
        if (!bytes.AsSpan().StartsWith(Letters))
            throw new ModelException(path, $"is not a model of names, of which version {FormVersion} of the file form is expected; one is made by “demarche train names”");
        var head = Letters.Length + 4 + (Tags + 1) * Tags * 2;
        if (bytes.Length < head + 4 + SHA256.HashSizeInBytes)
            throw new ModelException(path, "the model of names is cut off; copy it again");
        var version = BitConverter.ToInt32(bytes, Letters.Length);
        if (version != FormVersion)
            throw new ModelException(path, $"the model of names has version {version} of the file form, this program reads version {FormVersion}; train it again or use the program it came with");
        var body = bytes.AsSpan(0, bytes.Length - SHA256.HashSizeInBytes);
        if (!SHA256.HashData(body).AsSpan().SequenceEqual(bytes.AsSpan(body.Length)))
            throw new ModelException(path, "the model of names is damaged (its checksum does not fit); copy it again");
        var count = BitConverter.ToInt32(bytes, head);
        if (count < 0 || head + 4 + (long)count * (4 + Tags) != body.Length)
            throw new ModelException(path, "the model of names does not hold what its header says; train it again");

        var transitions = new short[(Tags + 1) * Tags];
        Buffer.BlockCopy(bytes, Letters.Length + 4, transitions, 0, 2 * transitions.Length);
        var features = new uint[count];
        Buffer.BlockCopy(bytes, head + 4, features, 0, 4 * count);
        var weights = new sbyte[count * Tags];
        Buffer.BlockCopy(bytes, head + 4 + 4 * count, weights, 0, weights.Length);
        return new(features, weights, transitions) { Hash = Convert.ToHexStringLower(SHA256.HashData(bytes)) };
    }
}
