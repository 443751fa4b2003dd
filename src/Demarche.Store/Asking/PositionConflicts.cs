using Demarche.Codebooks;
using Demarche.Store.Sql;

namespace Demarche.Store.Asking;

/// <summary>Finds stances that different outlets report of one day and that do not go together, by <c>opposed</c> of <c>codebook/positions.yaml</c>.</summary>
internal sealed class PositionConflicts(Database database, Func<long, string> term)
{
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
            var seen = new HashSet<(long, long)>();
            for (var i = first; i < end; i++)
                for (var j = i + 1; j < end; j++)
                    if (rows[i].Stance != rows[j].Stance && Oppose(rows[i].Stance, rows[j].Stance) && !seen.Contains(Pair(rows[i], rows[j])) && Outlet(rows[i].Record) != Outlet(rows[j].Record))
                    {
                        seen.Add(Pair(rows[i], rows[j]));
                        found.Add((rows[i], rows[j]));
                    }
        }
        return found;

        static (long, long) Pair(Row one, Row other) => (Math.Min(one.Stance, other.Stance), Math.Max(one.Stance, other.Stance));
    }

    private bool Oppose(long one, long other) => PositionRules.ShippedOpposed.Contains((term(one), term(other))) || PositionRules.ShippedOpposed.Contains((term(other), term(one)));

    private long Outlet(long record) => database["SELECT ifnull(outlet, 0) FROM record WHERE id = ?1"].Number(record) ?? 0;
}
