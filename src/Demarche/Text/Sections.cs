namespace Demarche.Text;

/// <summary>
/// Goes through tables one after the other, to write them as they lie in memory, each behind its number of elements, or to find them in a file, where they are
/// read in place. What is read and does not fit is <see cref="InvalidDataException"/>.
/// </summary>
internal sealed unsafe class Sections
{
    // Numbers and tables begin at a multiple of it, as the widest element asks.
    private const int Alignment = sizeof(long);

    private readonly Stream? _stream;
    private readonly FileMemory? _memory;
    private long _at;

    private Sections(Stream? stream, FileMemory? memory, long at) => (_stream, _memory, _at) = (stream, memory, at);

    public static Sections To(Stream stream) => new(stream, null, 0);

    /// <param name="memory">Where they stand.</param>
    /// <param name="offset">Where the first begins, at a multiple of eight.</param>
    public static Sections From(FileMemory memory, long offset) => new(null, memory, offset);

    /// <summary>True where nothing follows.</summary>
    public bool AtEnd => _memory is null || _at == _memory.Length;

    public void Take<T>(ref Rows<T> rows)
        where T : unmanaged
    {
        if (_stream is not null)
        {
            Write(rows.Length, rows.Bytes);
            return;
        }
        var count = Count(sizeof(T));
        rows = new(_memory!, _at, count);
        _at += Padded((long)count * sizeof(T));
    }

    private void Write(long count, ReadOnlySpan<byte> content)
    {
        _stream!.Write(BitConverter.GetBytes(count));
        _stream.Write(content);
        for (var i = content.Length; i < Padded(content.Length); i++)
            _stream.WriteByte(0);
    }

    private int Count(int size)
    {
        if (_memory!.Length - _at < sizeof(long))
            throw new InvalidDataException("it is cut off");
        var count = _memory.Long(_at);
        _at += sizeof(long);
        return count >= 0 && count <= int.MaxValue / size && Padded(count * size) <= _memory.Length - _at ? (int)count : throw new InvalidDataException("it is damaged");
    }

    private static long Padded(long length) => (length + Alignment - 1) / Alignment * Alignment;
}
