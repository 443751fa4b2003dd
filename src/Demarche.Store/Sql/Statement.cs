using SQLitePCL;

namespace Demarche.Store.Sql;

/// <summary>
/// A prepared statement; its parameters are <c>?1</c>, <c>?2</c>, … . Rows are written and read by the million, so it goes past the objects of ADO.NET
/// to the calls beneath them.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly string _path;
    private readonly sqlite3_stmt _statement;
    private readonly nint _handle;

    public Statement(sqlite3 database, string sql, string path)
    {
        _database = database;
        _path = path;
        Faults.Check(raw.sqlite3_prepare_v2(_database, sql, out _statement), _database, path);
        _handle = _statement.DangerousGetHandle();
    }

    /// <summary>Runs it for what it does.</summary>
    public void Run(params ReadOnlySpan<Cell> cells)
    {
        using var rows = Rows(cells);
        while (rows.Next())
        {
        }
    }

    /// <summary>Runs it for the first number of its first row; null when there is none.</summary>
    public long? Number(params ReadOnlySpan<Cell> cells)
    {
        using var rows = Rows(cells);
        return rows.Next() && !rows.IsNull(0) ? rows.Long(0) : null;
    }

    /// <summary>Runs it to add a row, and gives the row's number.</summary>
    public long Add(params ReadOnlySpan<Cell> cells)
    {
        // RETURNING would make a savepoint of it, at which full text goes to the disk word by word.
        Run(cells);
        return raw.sqlite3_last_insert_rowid(_database);
    }

    /// <summary>Runs it for the first text of its first row; null when there is none.</summary>
    public string? Text(params ReadOnlySpan<Cell> cells)
    {
        using var rows = Rows(cells);
        return rows.Next() ? rows.Text(0) : null;
    }

    /// <summary>The rows. Read and dispose them before the statement is used again.</summary>
    public Rows Rows(params ReadOnlySpan<Cell> cells)
    {
        Bind(cells);
        return new(_database, _statement, _path);
    }

    /// <summary>The rows; disposing them disposes the statement.</summary>
    public Rows RowsOnce(params ReadOnlySpan<Cell> cells)
    {
        Bind(cells);
        return new(_database, _statement, _path, once: true);
    }

    private void Bind(ReadOnlySpan<Cell> cells)
    {
        for (var i = 0; i < cells.Length; i++)
            Bind(i + 1, cells[i]);
    }

    private void Bind(int index, in Cell cell)
    {
        var result = cell.Kind switch
        {
            CellKind.Number => Native.Bind(_handle, index, cell.Number),
            CellKind.Real => raw.sqlite3_bind_double(_statement, index, cell.Real),
            CellKind.Text => raw.sqlite3_bind_text(_statement, index, (string)cell.Content!),
            CellKind.Bytes => raw.sqlite3_bind_blob(_statement, index, (byte[])cell.Content!),
            _ => Native.BindNull(_handle, index),
        };
        if (result != raw.SQLITE_OK)
            Faults.Check(result, _database, _path);
    }

    public void Dispose() => _statement.Dispose();
}
