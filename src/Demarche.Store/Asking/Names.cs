using Demarche.Store.Projecting;
using Demarche.Store.Sql;

namespace Demarche.Store.Asking;

/// <summary>Finds whom a question means. A name that nobody has is said, with the ones that are like it.</summary>
internal sealed class Names(Database database)
{
    /// <summary>The numbers of the actors, with commas between them. A state stands for all who act for it, unless it is meant alone.</summary>
    public string Actors(IReadOnlyList<string> names, bool alone)
    {
        var ids = new SortedSet<long>();
        foreach (var name in names)
        {
            var found = Find(name);
            ids.UnionWith(found.Select(actor => actor.Id));
            if (!alone)
                foreach (var (_, key, side, sideKey) in found)
                    if (key == sideKey)
                        ids.UnionWith(database.Numbers("SELECT id FROM actor WHERE side = ?1", side));
        }
        return string.Join(", ", ids);
    }

    /// <summary>The one side that names mean; null when they mean several, or somebody who acts for a side but is not it.</summary>
    public long? Side(IReadOnlyList<string> names)
    {
        var found = names.SelectMany(Find).ToList();
        return found.All(actor => actor.Key == actor.SideKey) && found.Select(actor => actor.Side).Distinct().ToList() is [var side] ? side : null;
    }

    /// <summary>The sides that names mean, or that those act for whom they mean.</summary>
    public HashSet<long> Sides(IReadOnlyList<string> names) => [.. names.SelectMany(Find).Select(actor => actor.Side)];

    /// <summary>The numbers of outlets, with commas between them.</summary>
    public string Outlets(IReadOnlyList<string> names) => string.Join(", ", OutletNumbers(names));

    /// <summary>The numbers of outlets.</summary>
    public List<long> OutletNumbers(IReadOnlyList<string> names) => [.. names.SelectMany(name =>
        database.Numbers("SELECT id FROM outlet WHERE name = ?1 COLLATE NOCASE", name) is { Count: > 0 } found ? found : throw Unknown("outlet", name, "SELECT name FROM outlet WHERE name LIKE ?1 ORDER BY length(name), name LIMIT 3"))];

    private List<(long Id, string Key, long Side, string SideKey)> Find(string name)
    {
        var found = new List<(long, string, long, string)>();
        using var rows = database["SELECT actor.id, actor.key, actor.side, side.key FROM actor JOIN side ON side.id = actor.side WHERE actor.key = ?1 COLLATE NOCASE OR actor.name = ?1 COLLATE NOCASE OR actor.key = ?2"]
            .Rows(name, ActorRow.Unresolved + name.ToLowerInvariant());
        while (rows.Next())
            found.Add((rows.Long(0), rows.Text(1)!, rows.Long(2), rows.Text(3)!));
        if (found.Count > 0)
            return found;
        // A state may be known only by those who act for it.
        if (database["SELECT id FROM side WHERE key = ?1 COLLATE NOCASE OR name = ?1 COLLATE NOCASE"].Number(name) is { } side)
            return [.. database.Numbers("SELECT id FROM actor WHERE side = ?1", side).Select(id => (id, "", side, ""))];
        throw Unknown("actor", name, "SELECT DISTINCT name FROM actor WHERE name LIKE ?1 ORDER BY code IS NULL, length(name), name LIMIT 3");
    }

    private StoreException Unknown(string what, string name, string similar)
    {
        var near = new List<string>();
        using var rows = database[similar].Rows($"%{name.Replace("%", "", StringComparison.Ordinal)}%");
        while (rows.Next())
            near.Add(rows.Text(0)!);
        return new($"no {what} of the store is called {name}{(near.Count > 0 ? $"; there is {string.Join(", ", near)}" : "")}");
    }
}
