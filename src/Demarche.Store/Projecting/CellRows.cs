using Demarche.Store.Sql;

namespace Demarche.Store.Projecting;

/// <summary>Writes the cells of records (<see cref="RecordCell"/>). Those that change are gathered until the transaction ends.</summary>
internal sealed class CellRows(Database database)
{
    private readonly Dictionary<long, byte[]> _changed = [];

    /// <summary>The row of the table that holds a record, and where in it the record begins.</summary>
    public static (long Block, int At) Place(long row) => (row / RecordCell.PerBlock, (int)(row % RecordCell.PerBlock) * RecordCell.Size);

    /// <summary>Writes a record; values as <see cref="RecordCell.Write"/> takes them.</summary>
    public void Put(long row, RecordKind kind, ReadOnlySpan<long> values) => RecordCell.Write(Of(row), kind, values);

    public void Remove(long row) => Of(row).Clear();

    public void Flush()
    {
        var put = database["INSERT OR REPLACE INTO cells (block, cells) VALUES (?1, ?2)"];
        foreach (var (block, cells) in _changed)
            put.Run(block, cells);
        _changed.Clear();
    }

    /// <summary>Writes the cells of all records, where a part of the schema has made the table and none are there.</summary>
    public void FillIfEmpty()
    {
        if (_changed.Count > 0 || database["SELECT 1 FROM cells LIMIT 1"].Number() is not null)
            return;
        foreach (var (block, cells) in Meant())
            _changed[block] = cells;
        Flush();
    }

    /// <summary>Rows of the table that do not say what their records say.</summary>
    public IEnumerable<long> Wrong()
    {
        var there = database.Numbers("SELECT block FROM cells").ToHashSet();
        foreach (var (block, cells) in Meant())
        {
            there.Remove(block);
            if (!Read(block).AsSpan().SequenceEqual(cells))
                yield return block;
        }
        foreach (var block in there.Where(block => Read(block).AsSpan().ContainsAnyExcept((byte)0)))
            yield return block;
    }

    private IEnumerable<(long Block, byte[] Cells)> Meant()
    {
        var (block, cells) = (-1L, Array.Empty<byte>());
        var values = new long[RecordCell.Columns.Length];
        using var rows = database.Once($"SELECT id, {RecordCell.Sql} FROM record ORDER BY id");
        while (rows.Next())
        {
            var (own, at) = Place(rows.Long(0));
            if (own != block)
            {
                if (block >= 0)
                    yield return (block, cells);
                (block, cells) = (own, new byte[RecordCell.PerBlock * RecordCell.Size]);
            }
            for (var i = 0; i < values.Length; i++)
                values[i] = rows.Long(i + 2);
            RecordCell.Write(cells.AsSpan(at, RecordCell.Size), (RecordKind)rows.Int(1), values);
        }
        if (block >= 0)
            yield return (block, cells);
    }

    private Span<byte> Of(long row)
    {
        var (block, at) = Place(row);
        if (!_changed.TryGetValue(block, out var cells))
            _changed[block] = cells = Read(block);
        return cells.AsSpan(at, RecordCell.Size);
    }

    private byte[] Read(long block)
    {
        using var rows = database["SELECT cells FROM cells WHERE block = ?1"].Rows(block);
        return rows.Next() && rows.Bytes(0) is { Length: RecordCell.PerBlock * RecordCell.Size } cells ? cells.ToArray() : new byte[RecordCell.PerBlock * RecordCell.Size];
    }
}
