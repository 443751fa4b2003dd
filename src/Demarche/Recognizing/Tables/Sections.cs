using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Demarche.Recognizing.Tables;

/// <summary>
/// Goes through the arrays of compiled tables one after the other, to write them as they lie in memory, each behind its number of elements, or to read them
/// straight into the memory in which they are used. What is read and does not fit is <see cref="InvalidDataException"/>.
/// </summary>
internal sealed class Sections
{
    private readonly Stream _stream;
    private readonly bool _writes;
    private readonly long _end;

    private Sections(Stream stream, bool writes, long end) => (_stream, _writes, _end) = (stream, writes, end);

    public static Sections To(Stream stream) => new(stream, writes: true, 0);

    /// <param name="stream">Where they stand.</param>
    /// <param name="end">The position behind the last of them.</param>
    public static Sections From(Stream stream, long end) => new(stream, writes: false, end);

    public void Take<T>(ref T[] section)
        where T : unmanaged
    {
        if (!_writes)
            section = new T[ReadCount(Unsafe.SizeOf<T>())];
        // By the bytes, since what the runtime has of its own for other types is compiled at each start.
        Move(MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference((Array)section), section.Length * Unsafe.SizeOf<T>()), section.Length);
    }

    private int ReadCount(int size)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        _stream.ReadExactly(bytes);
        var count = BitConverter.ToInt32(bytes);
        return count >= 0 && (long)count * size <= _end - _stream.Position ? count : throw new InvalidDataException();
    }

    private void Move(Span<byte> content, int count)
    {
        if (!_writes)
        {
            _stream.ReadExactly(content);
            return;
        }
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BitConverter.TryWriteBytes(bytes, count);
        _stream.Write(bytes);
        _stream.Write(content);
    }
}
