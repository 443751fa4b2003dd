using Demarche.Codebooks;
using Demarche.Store.Projecting;
using Demarche.Store.Sql;

namespace Demarche.Store.Asking;

/// <summary>
/// Where each side stands on each issue. Cells are counted in the index; only the rows of those that are shown are read, in order of days, and stances are set beside each other that
/// different outlets report of one day and that do not go together, by <c>opposed</c> of <c>codebook/positions.yaml</c>.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="names">The names of its numbers.</param>
/// <param name="within">Keeps rows of <c>stance</c> to what is asked for.</param>
internal sealed class PositionMatrix(Database database, ValueNames names, string within)
{
    private readonly string _where = within.Length == 0 ? " WHERE" : within + " AND";
    private readonly Dictionary<(long One, long Other), bool> _opposed = [];

    /// <summary>A cell as far as the index knows it.</summary>
    public readonly record struct Cell(long Side, long Issue, int Count);

    /// <summary>How a side came to its stance.</summary>
    public readonly record struct Course(IReadOnlyList<PositionStep> Trail, IReadOnlyList<PositionConflict> Conflicts, long Latest);

    private readonly record struct Row(long Stance, long Outlet, string Address);

    /// <summary>The cells with the most positions.</summary>
    /// <param name="sides">Whose; all sides' when null.</param>
    /// <param name="most">At most so many.</param>
    public List<Cell> Largest(IReadOnlySet<long>? sides, int most)
    {
        var cells = new List<Cell>();
        var those = sides is null ? "1" : $"side IN ({string.Join(", ", sides)})";
        using var rows = database.Once($"SELECT side, issue, count(*) FROM stance{_where} {those} GROUP BY side, issue ORDER BY 3 DESC, 1, 2 LIMIT {most}");
        while (rows.Next())
            cells.Add(new(rows.Long(0), rows.Long(1), rows.Int(2)));
        return cells;
    }

    /// <summary>The positions of a cell in order of days: where the stance changes, and what is in conflict.</summary>
    public Course Of(Cell cell)
    {
        var (trail, conflicts) = (new List<PositionStep>(), new List<PositionConflict>());
        var (day, latest, last) = (long.MinValue, 0L, -1L);
        var ofDay = new List<Row>();
        using (var rows = database.Once($"SELECT day, record, stance, outlet, address FROM stance{_where} side = ?1 AND issue = ?2 ORDER BY day, record", cell.Side, cell.Issue))
            while (rows.Next())
            {
                if (rows.Long(0) != day)
                {
                    Compare(day, ofDay, conflicts);
                    day = rows.Long(0);
                }
                var row = new Row(rows.Long(2), rows.Long(3), rows.Text(4)!);
                ofDay.Add(row);
                if (row.Stance != last)
                    trail.Add(new(Days.Of(day), names.Term(row.Stance), row.Address));
                (latest, last) = (rows.Long(1), row.Stance);
            }
        Compare(day, ofDay, conflicts);
        return new(trail, conflicts, latest);
    }

    /// <summary>The conflicts of a day, each pair of stances once, in the order in which the stances come.</summary>
    private void Compare(long day, List<Row> rows, List<PositionConflict> conflicts)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (!IsFirst(rows, i))
                continue;
            for (var j = i + 1; j < rows.Count; j++)
                if (rows[j].Stance != rows[i].Stance && IsFirst(rows, j) && Oppose(rows[i].Stance, rows[j].Stance) && OfTwoOutlets(rows, i, j) is var (one, other))
                    conflicts.Add(new(Days.Of(day), Report(one), Report(other)));
        }
        rows.Clear();
    }

    private static bool IsFirst(List<Row> rows, int at)
    {
        for (var i = 0; i < at; i++)
            if (rows[i].Stance == rows[at].Stance)
                return false;
        return true;
    }

    /// <summary>A record of each of two stances from different outlets; null where one outlet reports all.</summary>
    private static (Row One, Row Other)? OfTwoOutlets(List<Row> rows, int one, int other)
    {
        var (these, those) = (rows[one], rows[other]);
        for (var i = other; i < rows.Count; i++)
            if (rows[i].Stance == those.Stance && rows[i].Outlet != these.Outlet)
                return (these, rows[i]);
        for (var i = one; i < rows.Count; i++)
            if (rows[i].Stance == these.Stance && rows[i].Outlet != these.Outlet)
                return (rows[i], those);
        return null;
    }

    private bool Oppose(long one, long other)
    {
        if (!_opposed.TryGetValue((one, other), out var opposed))
            _opposed[(one, other)] = opposed = PositionRules.ShippedOpposed.Contains((names.Term(one), names.Term(other))) || PositionRules.ShippedOpposed.Contains((names.Term(other), names.Term(one)));
        return opposed;
    }

    private PositionReport Report(Row row) => new(names.Term(row.Stance), row.Outlet == 0 ? null : names.Outlet(row.Outlet), row.Address);
}
