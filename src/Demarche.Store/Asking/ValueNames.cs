using System.Globalization;
using Demarche.Store.Sql;

namespace Demarche.Store.Asking;

/// <summary>The names of what the index keeps as numbers, each looked up once.</summary>
internal sealed class ValueNames(Database database)
{
    private readonly Dictionary<long, string> _terms = [], _outlets = [];

    public string Side(long side) => database["SELECT ifnull(name, key) FROM side WHERE id = ?1"].Text(side) ?? "?";

    public string Term(long term) => Name(_terms, "SELECT name FROM term WHERE id = ?1", term);

    public string Outlet(long outlet) => Name(_outlets, "SELECT name FROM outlet WHERE id = ?1", outlet);

    /// <summary>The name of a value of a facet.</summary>
    public string Of(string facet, long value) => facet switch
    {
        "outlet" => Outlet(value),
        "voice" => ((Voice)value).ToString().ToLowerInvariant(),
        "review" => ((Review)value).ToString().ToLowerInvariant(),
        "month" => value == 0 ? "unknown" : string.Create(CultureInfo.InvariantCulture, $"{value / 100:0000}-{value % 100:00}"),
        _ => Term(value),
    };

    private string Name(Dictionary<long, string> known, string sql, long number)
    {
        if (!known.TryGetValue(number, out var name))
            known[number] = name = database[sql].Text(number) ?? "?";
        return name;
    }
}
