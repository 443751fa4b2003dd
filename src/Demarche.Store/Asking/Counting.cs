using System.Runtime.InteropServices;
using Demarche.Store.Projecting;

namespace Demarche.Store.Asking;

/// <summary>Counts the values of the records that pass a sieve, all facets in one go.</summary>
internal static class Counting
{
    private static readonly string[] Columns = ["type", "mode", "issue", "status", "country", "outlet", "voice", "review", "month"];
    // Of these columns every record has a value, which may be 0.
    private const int Issue = 2, FirstWhole = 6;

    private static readonly int Kinds = Enum.GetValues<RecordKind>().Length;

    public static IEnumerable<(RecordKind Kind, string Facet, long Value, long Count)> Facets(Sieve sieve)
    {
        var counts = new ValueCounts[Kinds * Columns.Length];
        for (var i = 0; i < counts.Length; i++)
            counts[i] = new();
        if (!sieve.IsEmpty)
            Count(sieve, counts);
        for (var i = 0; i < counts.Length; i++)
        {
            var isMonth = i % Columns.Length == Columns.Length - 1;
            foreach (var value in counts[i].All.GroupBy(one => isMonth ? Days.Month(one.Value) : one.Value, one => one.Count))
                yield return ((RecordKind)(i / Columns.Length), Columns[i % Columns.Length], value.Key, value.Sum());
        }
    }

    private static void Count(Sieve sieve, ValueCounts[] counts)
    {
        using var rows = sieve.Rows("r.kind, r.type, r.mode, r.issue, r.status, r.country, r.outlet, r.voice, r.review, r.day, r.id");
        var seen = new ulong[1024];
        while (rows.Next())
        {
            if (!IsNew(ref seen, rows.Long(Columns.Length + 1)))
                continue;
            var kind = rows.Int(0);
            var own = counts.AsSpan(kind * Columns.Length, Columns.Length);
            for (var i = 0; i < own.Length; i++)
                // Names are numbered from one: nothing reads as 0. What an agreement is called is no issue. Days are made months at the end.
                if (rows.Long(i + 1) is var value && (value != 0 || i >= FirstWhole) && (i != Issue || (RecordKind)kind == RecordKind.Position))
                    own[i].Add(value);
        }
    }

    // Rows are numbered from one: a bit for each.
    private static bool IsNew(ref ulong[] seen, long row)
    {
        var (at, bit) = ((int)(row >> 6), 1UL << (int)(row & 63));
        if (at >= seen.Length)
            Array.Resize(ref seen, Math.Max(at + 1, seen.Length * 2));
        if ((seen[at] & bit) != 0)
            return false;
        seen[at] |= bit;
        return true;
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
