using System.Runtime.InteropServices;

namespace Demarche.Store.Asking;

/// <summary>Counts the values of the records that pass a sieve, all facets in one go.</summary>
internal static class Counting
{
    private static readonly string[] Columns = ["type", "mode", "issue", "status", "country", "outlet", "voice", "review", "month"];

    public static void Facets(Sieve sieve, Dictionary<(RecordKind Kind, string Facet, long Value), long> counts)
    {
        if (sieve.IsEmpty)
            return;
        using var rows = sieve.Rows("r.kind, r.type, r.mode, r.issue, r.status, r.country, r.outlet, r.voice, r.review, r.day / 100");
        while (rows.Next())
        {
            var kind = (RecordKind)rows.Int(0);
            for (var i = 0; i < Columns.Length; i++)
            {
                // What an agreement is called is no issue.
                if (rows.IsNull(i + 1) || (i == 2 && kind != RecordKind.Position))
                    continue;
                CollectionsMarshal.GetValueRefOrAddDefault(counts, (kind, Columns[i], rows.Long(i + 1)), out _)++;
            }
        }
    }
}
