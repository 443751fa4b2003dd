using SQLitePCL;

namespace Demarche.Store.Sql;

/// <summary>One connection to a store's file, with its statements prepared once.</summary>
internal sealed class Database : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    public Database(sqlite3 connection, string path)
    {
        _connection = connection;
        Path = path;
    }

    private bool _isReading;

    /// <summary>The file, as it was named.</summary>
    public string Path { get; }

    /// <summary>True inside <see cref="Within"/>.</summary>
    public bool InTransaction { get; private set; }

    /// <summary>The statement of this text, prepared on first use and kept. Two may not use one at a time.</summary>
    public Statement this[string sql]
    {
        get
        {
            if (!_statements.TryGetValue(sql, out var statement))
                _statements[sql] = statement = new(_connection, sql, Path);
            return statement;
        }
    }

    /// <summary>The rows of a statement that is made for one question and not kept.</summary>
    public Rows Once(string sql, params ReadOnlySpan<Cell> cells) => new Statement(_connection, sql, Path).RowsOnce(cells);

    /// <summary>A statement that is made for one question: whoever asks it disposes it.</summary>
    public Statement Prepare(string sql) => new(_connection, sql, Path);

    /// <summary>What <paramref name="read"/> reads is as it was at one moment, whatever others write meanwhile; many small reads together take a third less time.</summary>
    public T Reading<T>(Func<T> read)
    {
        if (InTransaction || _isReading)
            return read();
        Execute("BEGIN");
        _isReading = true;
        try
        {
            return read();
        }
        finally
        {
            _isReading = false;
            Execute("COMMIT");
        }
    }

    /// <summary>The first column of all rows, as text.</summary>
    public List<string> Texts(string sql)
    {
        var texts = new List<string>();
        using var rows = Once(sql);
        while (rows.Next())
            texts.Add(rows.Text(0) ?? "");
        return texts;
    }

    /// <summary>The first column of all rows, as numbers.</summary>
    public List<long> Numbers(string sql, params ReadOnlySpan<Cell> cells)
    {
        var numbers = new List<long>();
        using var rows = this[sql].Rows(cells);
        while (rows.Next())
            numbers.Add(rows.Long(0));
        return numbers;
    }

    /// <summary>Runs statements that give no rows.</summary>
    public void Execute(string sql)
    {
        var result = raw.sqlite3_exec(_connection, sql);
        Faults.Check(result, _connection, Path);
    }

    /// <summary>All or nothing: what <paramref name="work"/> writes is there after it, or none of it is. Inside another it is part of that.</summary>
    public void Within(Action work)
    {
        if (InTransaction)
        {
            work();
            return;
        }
        Begin();
        try
        {
            work();
            Commit();
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    /// <summary>Begins to write; waits while another writes.</summary>
    public void Begin()
    {
        Execute("BEGIN IMMEDIATE");
        InTransaction = true;
    }

    /// <summary>What was written since <see cref="Begin"/> is on disk when this returns.</summary>
    public void Commit()
    {
        Execute("COMMIT");
        InTransaction = false;
    }

    public void RollBack()
    {
        if (!InTransaction)
            return;
        InTransaction = false;
        try
        {
            Execute("ROLLBACK");
        }
        catch (StoreException)
        {
            // A full disk has rolled back already.
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        RollBack();
        _connection.Dispose();
    }
}
