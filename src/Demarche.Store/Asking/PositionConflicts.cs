using Demarche.Codebooks;
using Demarche.Store.Sql;

namespace Demarche.Store.Asking;

/// <summary>Finds stances that different outlets report of one day and that do not go together, by <c>opposed</c> of <c>codebook/positions.yaml</c>.</summary>
internal sealed class PositionConflicts(Database database, Func<long, string> term)
{
    private readonly Dictionary<(long One, long Other), bool> _opposed = [];

    /// <summary>A position of one side on one issue.</summary>
    public readonly record struct Row(long Day, long Record, long Stance);

    /// <summary>The conflicts among the positions of one side on one issue, each pair of stances once a day.</summary>
    /// <param name="rows">In order of days.</param>
    public List<(Row One, Row Other)> Of(List<Row> rows)
    {
        var found = new List<(Row, Row)>();
        for (int first = 0, end; first < rows.Count; first = end)
        {
            for (end = first + 1; end < rows.Count && rows[end].Day == rows[first].Day; end++)
            {
            }
            if (end - first < 2)
                continue;
            var stances = rows[first..end].GroupBy(row => row.Stance).Select(group => group.ToList()).ToList();
            for (var i = 0; i < stances.Count; i++)
                for (var j = i + 1; j < stances.Count; j++)
                    if (Oppose(stances[i][0].Stance, stances[j][0].Stance) && OfTwoOutlets(stances[i], stances[j]) is { } pair)
                        found.Add(pair);
        }
        return found;
    }

    /// <summary>A record of each from different outlets; null where one outlet reports all.</summary>
    private (Row One, Row Other)? OfTwoOutlets(List<Row> these, List<Row> those)
    {
        var outlet = Outlet(these[0].Record);
        foreach (var row in those)
            if (Outlet(row.Record) != outlet)
                return (these[0], row);
        foreach (var row in these)
            if (Outlet(row.Record) != outlet)
                return (row, those[0]);
        return null;
    }

    private bool Oppose(long one, long other)
    {
        if (!_opposed.TryGetValue((one, other), out var opposed))
            _opposed[(one, other)] = opposed = PositionRules.ShippedOpposed.Contains((term(one), term(other))) || PositionRules.ShippedOpposed.Contains((term(other), term(one)));
        return opposed;
    }

    private long Outlet(long record) => database["SELECT ifnull(outlet, 0) FROM record WHERE id = ?1"].Number(record) ?? 0;
}
