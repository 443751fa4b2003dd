using System.Runtime.InteropServices;
using Demarche.Store.Projecting;

namespace Demarche.Store.Asking;

/// <summary>Counts the values of the records that pass a sieve, all facets in one go.</summary>
internal static class Counting
{
    private static readonly string[] Columns = ["type", "mode", "issue", "status", "country", "outlet", "voice", "review", "month"];
    private static readonly int Kinds = Enum.GetValues<RecordKind>().Length;

    public static IEnumerable<(RecordKind Kind, string Facet, long Value, long Count)> Facets(Sieve sieve)
    {
        var counts = new Dictionary<long, long>[Kinds * Columns.Length];
        for (var i = 0; i < counts.Length; i++)
            counts[i] = [];
        if (!sieve.IsEmpty)
            Count(sieve, counts);
        for (var i = 0; i < counts.Length; i++)
            foreach (var (value, count) in counts[i])
                yield return ((RecordKind)(i / Columns.Length), Columns[i % Columns.Length], value, count);
    }

    private static void Count(Sieve sieve, Dictionary<long, long>[] counts)
    {
        using var rows = sieve.Rows("r.kind, r.type, r.mode, r.issue, r.status, r.country, r.outlet, r.voice, r.review, r.day, r.id");
        var seen = new HashSet<long>();
        while (rows.Next())
        {
            if (!seen.Add(rows.Long(Columns.Length + 1)))
                continue;
            var kind = rows.Int(0);
            for (var i = 0; i < Columns.Length; i++)
            {
                // What an agreement is called is no issue.
                if (rows.IsNull(i + 1) || (i == 2 && (RecordKind)kind != RecordKind.Position))
                    continue;
                var value = i == Columns.Length - 1 ? Days.Month(rows.Long(i + 1)) : rows.Long(i + 1);
                CollectionsMarshal.GetValueRefOrAddDefault(counts[kind * Columns.Length + i], value, out _)++;
            }
        }
    }
}
