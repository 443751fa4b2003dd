using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace Demarche.Text;

/// <summary>
/// The content of a file, read in place: its pages come into memory when somebody looks at them, and programs that read the same file share them.
/// Let go with the last who holds it.
/// </summary>
internal sealed unsafe class FileMemory
{
    // Either keeps the memory where it is.
    private readonly SafeMemoryMappedViewHandle? _view;
    private readonly byte[]? _bytes;

    private FileMemory(SafeMemoryMappedViewHandle view, long length)
    {
        _view = view;
        First = (byte*)view.DangerousGetHandle();
        Length = length;
    }

    private FileMemory(byte[] pinned)
    {
        _bytes = pinned;
        Length = pinned.Length;
        fixed (byte* first = pinned)
            First = first;
    }

    public byte* First { get; }

    public long Length { get; }

    public int Int(long offset) => *(int*)(First + offset);

    public long Long(long offset) => *(long*)(First + offset);

    /// <summary>Maps a file. One that is written anew must be put in its place whole, not written over.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is empty.</exception>
    public static FileMemory Map(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        var length = RandomAccess.GetLength(file);
        if (length == 0)
            throw new InvalidDataException("it is empty");
        using var mapping = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        return new(mapping.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read).SafeMemoryMappedViewHandle, length);
    }

    /// <summary>The same of bytes that are no file.</summary>
    public static FileMemory Of(ReadOnlySpan<byte> bytes)
    {
        var pinned = GC.AllocateUninitializedArray<byte>(bytes.Length, pinned: true);
        bytes.CopyTo(pinned);
        return new(pinned);
    }
}
