using Demarche.Store.Sql;

namespace Demarche.Store.Projecting;

/// <summary>A table of names and their numbers, remembered.</summary>
internal sealed class NameTable(Database database, string table)
{
    private readonly Dictionary<string, long> _numbers = new(StringComparer.Ordinal);

    /// <summary>Reads all again, since what it wrote was rolled back.</summary>
    public void Forget() => _numbers.Clear();

    public long Of(string name)
    {
        if (_numbers.TryGetValue(name, out var number))
            return number;
        var found = database[$"SELECT id FROM {table} WHERE name = ?1"].Number(name) ?? database[$"INSERT INTO {table} (name) VALUES (?1)"].Add(name);
        return _numbers[name] = found;
    }
}
