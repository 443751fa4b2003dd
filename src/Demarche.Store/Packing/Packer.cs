using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Demarche.Store.Packing;

/// <summary>
/// Packs what a story's record has beside the story itself. A record is small and much like others, so it is packed with a dictionary made of typical records, which each store carries along.
/// </summary>
internal sealed class Packer : IDisposable
{
    // Lower ones take half the time, more bytes, and a tenth longer to unpack; what codes a story takes a hundred times that. Higher ones take ten times as long.
    private const int Level = 12;

    private readonly Compressor _compressor = new(Level);
    private readonly Decompressor _decompressor = new();
    private byte[] _room = new byte[1 << 16], _unpacked = new byte[1 << 14];

    // Packing takes a third of the time of adding: threads that code can do it beforehand, each with its own.
    [ThreadStatic]
    private static Packer? _ofThread;

    private static readonly byte[] TypicalBytes = ReadTypical();

    public Packer(byte[] dictionary)
    {
        IsTypical = dictionary.AsSpan().SequenceEqual(TypicalBytes);
        // The few bytes that neither the dictionary nor the record has before stand as they are: a twelfth more of them, and a fifth less time to read a record.
        _compressor.SetParameter(ZSTD_cParameter.ZSTD_c_experimentalParam5, (int)ZSTD_paramSwitch_e.ZSTD_ps_disable);
        // A store has one dictionary: which, need not stand in each record.
        _compressor.SetParameter(ZSTD_cParameter.ZSTD_c_dictIDFlag, 0);
        _compressor.LoadDictionary(dictionary);
        _decompressor.LoadDictionary(dictionary);
    }

    /// <summary>The dictionary for a store that is made now.</summary>
    public static byte[] Typical => TypicalBytes;

    /// <summary>True when this store packs as <see cref="PackTypical"/> does.</summary>
    public bool IsTypical { get; }

    /// <summary>Packs for stores with the dictionary of today, on any thread.</summary>
    public static byte[] PackTypical(ReadOnlySpan<byte> record) => (_ofThread ??= new(TypicalBytes)).Pack(record);

    private static byte[] ReadTypical()
    {
        using var stream = typeof(Packer).Assembly.GetManifestResourceStream("Demarche.Store.Packing.typical")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public byte[] Pack(ReadOnlySpan<byte> record)
    {
        var most = Compressor.GetCompressBound(record.Length);
        if (_room.Length < most)
            _room = new byte[most];
        var length = _compressor.Wrap(record, _room);
        return _room.AsSpan(0, length).ToArray();
    }

    public byte[] Unpack(ReadOnlySpan<byte> packed)
    {
        var record = GC.AllocateUninitializedArray<byte>((int)Decompressor.GetDecompressedSize(packed));
        _decompressor.Unwrap(packed, record);
        return record;
    }

    /// <summary>Unpacks into room that is used again: what it gives holds until the next call.</summary>
    public ReadOnlyMemory<byte> UnpackForNow(ReadOnlySpan<byte> packed)
    {
        var length = (int)Decompressor.GetDecompressedSize(packed);
        if (_unpacked.Length < length)
            _unpacked = new byte[length];
        _decompressor.Unwrap(packed, _unpacked);
        return _unpacked.AsMemory(0, length);
    }

    public void Dispose()
    {
        _compressor.Dispose();
        _decompressor.Dispose();
    }
}
