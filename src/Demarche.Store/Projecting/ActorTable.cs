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
        // Of several spellings the same one is shown, whichever came first.
        if (actor.SideName is { } name)
            database["UPDATE side SET name = ?2 WHERE id = ?1 AND (name IS NULL OR name > ?2)"].Run(side, name);
        var id = database["INSERT INTO actor (key, name, code, kind, country, sector, side) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"]
            .Add(actor.Key, actor.Name, actor.Code, actor.Kind, actor.Country, actor.Sector, side);
        return _numbers[actor] = (id, side);
    }
}
