using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Demarche.Text;

/// <summary>A stretch of bytes that does not move, starts at a cache line, and grows when asked; growing forgets what was in it.</summary>
internal sealed unsafe class ByteBuffer
{
    private byte[] _array = [];

    public ByteBuffer(int length = 0)
    {
        Ensure(length);
    }

    public byte* Pointer { get; private set; }

    public int Length { get; private set; }

    /// <summary>Room for at least <paramref name="length"/> bytes.</summary>
    public byte* Ensure(int length)
    {
        if (length <= Length)
            return Pointer;
#if DEBUG
        var capacity = length;
#else
        var capacity = Math.Max(length, 1024);
#endif
        _array = GC.AllocateArray<byte>(capacity + 64, pinned: true);
        var start = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_array));
        Pointer = (byte*)((start + 63) & ~63);
        Length = capacity;
        return Pointer;
    }
}
