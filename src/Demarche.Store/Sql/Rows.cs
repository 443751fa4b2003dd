using System.Text;
using SQLitePCL;

namespace Demarche.Store.Sql;

/// <summary>The rows that a statement gives, one at a time.</summary>
internal readonly struct Rows(sqlite3 database, sqlite3_stmt statement, string path, bool once = false) : IDisposable
{
    /// <summary>Goes to the next row; false when there is none.</summary>
    public bool Next()
    {
        var result = raw.sqlite3_step(statement);
        if (result == raw.SQLITE_ROW)
            return true;
        Faults.Check(result, database, path);
        return false;
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public long Long(int column) => raw.sqlite3_column_int64(statement, column);

    public int Int(int column) => raw.sqlite3_column_int(statement, column);

    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    /// <summary>Text, with whatever characters it has; null when there is none.</summary>
    public string? Text(int column) => IsNull(column) ? null : Encoding.UTF8.GetString(raw.sqlite3_column_blob(statement, column));

    /// <summary>The bytes, until the next row.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    public void Dispose()
    {
        if (once)
        {
            statement.Dispose();
            return;
        }
        raw.sqlite3_reset(statement);
        raw.sqlite3_clear_bindings(statement);
    }
}
