using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Demarche.Recognizing.Tables;

/// <summary>Reads arrays straight into the memory in which they are used. What is too short or too long is <see cref="InvalidDataException"/>.</summary>
internal sealed class SectionReader(Stream stream, long end) : ISections
{
    public void Take<T>(ref T[] section)
        where T : unmanaged
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        stream.ReadExactly(bytes);
        var count = BitConverter.ToInt32(bytes);
        if (count < 0 || (long)count * Unsafe.SizeOf<T>() > end - stream.Position)
            throw new InvalidDataException();
        section = GC.AllocateUninitializedArray<T>(count);
        stream.ReadExactly(MemoryMarshal.AsBytes(section.AsSpan()));
    }
}
