using System.Runtime.InteropServices;
using Demarche.Store.Sql;

namespace Demarche.Store.Projecting;

/// <summary>Keeps in step how many events there are between two sides, so that the network of everything is read, not counted. What changes is gathered until the transaction ends.</summary>
internal sealed class PairCounts(Database database)
{
    private readonly Dictionary<(long Actor, long Recipient), (int Count, int Cooperation, int Conflict)> _changes = [];

    public void Count(long actor, long recipient, int quad, int change)
    {
        ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(_changes, (actor, recipient), out _);
        counts.Count += change;
        counts.Cooperation += quad is 1 or 2 ? change : 0;
        counts.Conflict += quad > 2 ? change : 0;
    }

    public void Flush()
    {
        var put = database["INSERT INTO pair (actor, recipient, count, cooperation, conflict) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET count = count + excluded.count, cooperation = cooperation + excluded.cooperation, conflict = conflict + excluded.conflict"];
        var remove = database["DELETE FROM pair WHERE actor = ?1 AND recipient = ?2 AND count = 0"];
        foreach (var ((actor, recipient), (count, cooperation, conflict)) in _changes)
        {
            if ((count, cooperation, conflict) != (0, 0, 0))
                put.Run(actor, recipient, count, cooperation, conflict);
            if (count < 0)
                remove.Run(actor, recipient);
        }
        _changes.Clear();
    }
}
