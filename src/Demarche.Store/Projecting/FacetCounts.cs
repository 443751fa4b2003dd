using System.Runtime.InteropServices;
using Demarche.Store.Sql;

namespace Demarche.Store.Projecting;

/// <summary>Keeps in step how many records have each value, so that counts over the whole store are read, not counted.</summary>
internal sealed class FacetCounts(Database database)
{
    private readonly Dictionary<(RecordKind Kind, string Name, long Value), long> _changes = [];

    public void Count(ProjectedRecord record, long type, long? mode, long? issue, long? status, long? country, long? outlet, int change)
    {
        var kind = record.Id.Kind;
        Add(kind, "type", type, change);
        Add(kind, "mode", mode, change);
        Add(kind, "issue", kind == RecordKind.Position ? issue : null, change);
        Add(kind, "status", status, change);
        Add(kind, "country", country, change);
        Add(kind, "outlet", outlet, change);
        Add(kind, "voice", (int)record.Voice, change);
        Add(kind, "review", (int)record.Review, change);
        Add(kind, "month", Days.Month(record.Day), change);
    }

    public void Flush()
    {
        foreach (var ((kind, name, value), change) in _changes)
        {
            if (change == 0)
                continue;
            database["INSERT INTO facet (kind, name, value, count) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET count = count + excluded.count"].Run((int)kind, name, value, change);
            if (change < 0)
                database["DELETE FROM facet WHERE kind = ?1 AND name = ?2 AND value = ?3 AND count = 0"].Run((int)kind, name, value);
        }
        _changes.Clear();
    }

    private void Add(RecordKind kind, string name, long? value, int change)
    {
        if (value is { } present)
            CollectionsMarshal.GetValueRefOrAddDefault(_changes, (kind, name, present), out _) += change;
    }
}
