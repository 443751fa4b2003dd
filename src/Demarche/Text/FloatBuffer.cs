using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Demarche.Text;

/// <summary>A stretch of numbers that does not move, starts at a cache line, and grows when asked; growing forgets what was in it.</summary>
internal sealed unsafe class FloatBuffer
{
    private float[] _array = [];

    public FloatBuffer(int length = 0)
    {
        Ensure(length);
    }

    public float* Pointer { get; private set; }

    public int Length { get; private set; }

    public Span<float> Span => new(Pointer, Length);

    /// <summary>Room for at least <paramref name="length"/> numbers.</summary>
    public float* Ensure(int length)
    {
        if (length <= Length)
            return Pointer;
#if DEBUG
        var capacity = length;
#else
        var capacity = Math.Max(length, 256);
#endif
        _array = GC.AllocateArray<float>(capacity + 16, pinned: true);
        var start = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_array));
        Pointer = (float*)((start + 63) & ~63);
        Length = capacity;
        return Pointer;
    }
}
