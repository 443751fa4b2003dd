using System.Runtime.InteropServices;

namespace Demarche.Recognizing.Tables;

/// <summary>Writes arrays as they lie in memory, each behind its number of elements.</summary>
internal sealed class SectionWriter(Stream stream) : ISections
{
    public void Take<T>(ref T[] section)
        where T : unmanaged
    {
        Span<byte> count = stackalloc byte[sizeof(int)];
        BitConverter.TryWriteBytes(count, section.Length);
        stream.Write(count);
        stream.Write(MemoryMarshal.AsBytes(section.AsSpan()));
    }
}
