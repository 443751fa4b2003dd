using System.Runtime.InteropServices;
using Demarche.Store.Projecting;
using Demarche.Store.Sql;

namespace Demarche.Store.Asking;

/// <summary>Counts the values of the records that pass a sieve, all facets in one go, from the cells of the index.</summary>
internal sealed class Counting
{
    private static readonly int Kinds = Enum.GetValues<RecordKind>().Length;
    private static readonly int Columns = RecordCell.Columns.Length;

    private readonly Database _database;
    private readonly ValueCounts[] _counts = [.. Enumerable.Range(0, Kinds * Columns).Select(_ => new ValueCounts())];

    private Counting(Database database) => _database = database;

    public static IEnumerable<(RecordKind Kind, string Facet, long Value, long Count)> Facets(Database database, Sieve sieve)
    {
        var counting = new Counting(database);
        if (!sieve.IsEmpty)
            counting.Count(Passing(sieve), sieve.Left);
        for (var i = 0; i < counting._counts.Length; i++)
            foreach (var (value, count) in counting._counts[i].All)
                yield return ((RecordKind)(i / Columns), RecordCell.Columns[i % Columns], value, count);
    }

    // A bit for each row: what comes twice counts once, and rows are then read in the order in which they lie.
    private static ulong[] Passing(Sieve sieve)
    {
        var passing = new ulong[1024];
        using var rows = sieve.Rows("r.id");
        while (rows.Next())
        {
            var row = rows.Long(0);
            var at = (int)(row >> 6);
            if (at >= passing.Length)
                Array.Resize(ref passing, Math.Max(at + 1, passing.Length * 2));
            passing[at] |= 1UL << (int)(row & 63);
        }
        return passing;
    }

    private void Count(ulong[] passing, IReadOnlyList<CellCondition> left)
    {
        var cells = _database["SELECT cells FROM cells WHERE block = ?1"];
        var last = passing.AsSpan().LastIndexOfAnyExcept(0UL) * 64L + 63;
        for (var first = 0L; first <= last; first += RecordCell.PerBlock)
        {
            var row = Next(passing, first);
            if (row >= first + RecordCell.PerBlock)
            {
                // Nothing of this block: on to the one that has the next.
                first = row / RecordCell.PerBlock * RecordCell.PerBlock - RecordCell.PerBlock;
                continue;
            }
            using var rows = cells.Rows(first / RecordCell.PerBlock);
            if (!rows.Next())
                continue;
            var block = rows.Bytes(0);
            for (; row < first + RecordCell.PerBlock; row = Next(passing, row + 1))
                Count(row, block.Slice((int)(row - first) * RecordCell.Size, RecordCell.Size), left);
        }
    }

    private void Count(long row, ReadOnlySpan<byte> cell, IReadOnlyList<CellCondition> left)
    {
        if (RecordCell.Kind(cell) is not { } kind)
            return;
        foreach (var condition in left)
            if (!condition.Values.Contains(condition.Column is { } column ? Value(row, cell, column) : (int)kind))
                return;
        var own = _counts.AsSpan((int)kind * Columns, Columns);
        for (var i = 0; i < own.Length; i++)
            // Names are numbered from one: 0 is none. What an agreement is called is no issue.
            if (Value(row, cell, i) is var value && (value != 0 || i >= RecordCell.Voice) && (i != RecordCell.Issue || kind == RecordKind.Position))
                own[i].Add(value);
    }

    private long Value(long row, ReadOnlySpan<byte> cell, int column) =>
        RecordCell.Value(cell, column) is >= 0 and var value ? value : _database[$"SELECT {RecordCell.Columns[column]} FROM record WHERE id = ?1"].Number(row) ?? 0;

    /// <summary>The first row from this one on that passes; beyond all rows when there is none.</summary>
    private static long Next(ulong[] passing, long row)
    {
        var at = (int)(row >> 6);
        if (at >= passing.Length)
            return long.MaxValue;
        var bits = passing[at] >> (int)(row & 63);
        if (bits != 0)
            return row + System.Numerics.BitOperations.TrailingZeroCount(bits);
        while (++at < passing.Length)
            if (passing[at] != 0)
                return at * 64L + System.Numerics.BitOperations.TrailingZeroCount(passing[at]);
        return long.MaxValue;
    }

    /// <summary>How often each value came: small ones, as nearly all are, in a table.</summary>
    private sealed class ValueCounts
    {
        private const int MostInTable = 1 << 16;

        private readonly Dictionary<long, long> _others = [];
        private int[] _table = [];

        public IEnumerable<(long Value, long Count)> All => _table.Select((count, value) => ((long)value, (long)count)).Where(pair => pair.Item2 > 0).Concat(_others.Select(pair => (pair.Key, pair.Value)));

        public void Add(long value)
        {
            if (value is < 0 or >= MostInTable)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_others, value, out _)++;
                return;
            }
            if (value >= _table.Length)
                Array.Resize(ref _table, (int)Math.Min(MostInTable, Math.Max(value + 1, _table.Length * 2L)));
            _table[value]++;
        }
    }
}
