using System.Text;
using SQLitePCL;

namespace Demarche.Store.Sql;

/// <summary>The rows that a statement gives, one at a time.</summary>
internal readonly struct Rows(sqlite3 database, sqlite3_stmt statement, string path, bool once = false) : IDisposable
{
    private readonly nint _handle = statement.DangerousGetHandle();

    /// <summary>Goes to the next row; false when there is none.</summary>
    public bool Next()
    {
        var result = Native.Step(_handle);
        if (result == raw.SQLITE_ROW)
            return true;
        Faults.Check(result, database, path);
        return false;
    }

    public bool IsNull(int column) => Native.Type(_handle, column) == raw.SQLITE_NULL;

    public long Long(int column) => Native.Long(_handle, column);

    public int Int(int column) => (int)Long(column);

    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    /// <summary>Text, with whatever characters it has; null when there is none.</summary>
    public string? Text(int column) => IsNull(column) ? null : Encoding.UTF8.GetString(Native.Bytes(_handle, column));

    /// <summary>Text, in room that is used again and grows as it must; what was there before is gone.</summary>
    public ReadOnlyMemory<char> Text(int column, ref char[] room)
    {
        var bytes = Native.Bytes(_handle, column);
        if (room.Length < bytes.Length)
            room = new char[bytes.Length];
        return room.AsMemory(0, Encoding.UTF8.GetChars(bytes, room));
    }

    /// <summary>True when the text is this, which must be ASCII; without making a string of it.</summary>
    public bool Is(int column, string ascii) => Ascii.Equals(Native.Bytes(_handle, column), ascii);

    /// <summary>The bytes, until the next row.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => Native.Bytes(_handle, column);

    public void Dispose()
    {
        if (once)
        {
            statement.Dispose();
            return;
        }
        Native.Reset(_handle);
        Native.ClearBindings(_handle);
    }
}
