using Demarche.Store.Sql;

namespace Demarche.Store.Projecting;

/// <summary>The actors and their sides with their numbers, remembered.</summary>
internal sealed class ActorTable(Database database)
{
    // Names nobody resolved come without end; the memory of them must not.
    private const int MostRemembered = 200_000;

    private readonly Dictionary<ActorRow, (long Actor, long Side)> _numbers = [];

    public (long Actor, long Side) Of(ActorRow actor)
    {
        if (_numbers.TryGetValue(actor, out var known))
            return known;
        if (_numbers.Count >= MostRemembered)
            _numbers.Clear();

        using (var rows = database["SELECT id, side FROM actor WHERE key = ?1 AND name = ?2 AND kind = ?3 AND ifnull(country, '') = ?4 AND ifnull(sector, '') = ?5"]
            .Rows(actor.Key, actor.Name, actor.Kind, actor.Country ?? "", actor.Sector ?? ""))
            if (rows.Next())
                return _numbers[actor] = (rows.Long(0), rows.Long(1));

        var side = database["SELECT id FROM side WHERE key = ?1"].Number(actor.Side) ?? database["INSERT INTO side (key) VALUES (?1)"].Add(actor.Side);
        var id = database["INSERT INTO actor (key, name, code, kind, country, sector, side) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"]
            .Add(actor.Key, actor.Name, actor.Code, actor.Kind, actor.Country, actor.Sector, side);
        // Of several spellings the same one is shown, whichever came first; of a state its own name, not that of a town that stands for it.
        if (actor.Side == actor.Key)
            database["UPDATE side SET name = best.name FROM (SELECT name FROM actor WHERE key = ?2 ORDER BY sector IS NULL, name LIMIT 1) AS best WHERE id = ?1 AND side.name IS NOT best.name"].Run(side, actor.Key);
        return _numbers[actor] = (id, side);
    }
}
