using System.Runtime.CompilerServices;

namespace Demarche.Text;

/// <summary>Elements of one size side by side, read where they lie: in a <see cref="FileMemory">file</see>, or in an array that was built.</summary>
internal readonly unsafe struct Rows<T>
    where T : unmanaged
{
    private readonly T* _first;
    private readonly FileMemory? _memory;

    public Rows(FileMemory memory, long offset, int length)
    {
        _first = (T*)(memory.First + offset);
        _memory = memory;
        Length = length;
    }

    public int Length { get; }

    public ref readonly T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)index >= (uint)Length)
                throw new ArgumentOutOfRangeException(nameof(index));
            return ref _first[index];
        }
    }

    /// <summary>The elements as bytes: what the runtime has for spans of other types is compiled at each start.</summary>
    public ReadOnlySpan<byte> Bytes => new(_first, Length * sizeof(T));

    public ReadOnlySpan<T> AsSpan() => new(_first, Length);

    public ReadOnlySpan<T> Slice(int start, int length) => AsSpan().Slice(start, length);

    public static implicit operator Rows<T>(T[] array)
    {
        fixed (T* first = array)
            return new(FileMemory.Of(new ReadOnlySpan<byte>(first, array.Length * sizeof(T))), 0, array.Length);
    }
}
