using System.Globalization;
using Demarche.Store.Sql;

namespace Demarche.Store.Correcting;

/// <summary>The decisions of a store, in order.</summary>
internal sealed class DecisionLog(Database database)
{
    private const string Columns = "SELECT id, time, author, verb, story, target, anchor, body FROM decision";

    private readonly HashSet<string> _stories = new(StringComparer.Ordinal);
    private List<Decision> _common = [];
    private long _read;

    /// <summary>All decisions.</summary>
    public List<Decision> All() => Read(database[Columns + " ORDER BY id"].Rows());

    /// <summary>The decisions about a story.</summary>
    public List<Decision> Of(string story)
    {
        Look();
        return OwnOf(story);
    }

    /// <summary>The decisions about actors, which concern all stories.</summary>
    public IReadOnlyList<Decision> Common()
    {
        Look();
        return _common;
    }

    /// <summary>Both, looked for once.</summary>
    public (List<Decision> Own, IReadOnlyList<Decision> Common) About(string story) => (Of(story), _common);

    /// <summary>Both, for who knows the number of the last decision.</summary>
    public (List<Decision> Own, IReadOnlyList<Decision> Common) About(string story, long last)
    {
        Look(last);
        return (OwnOf(story), _common);
    }

    private List<Decision> OwnOf(string story) => _stories.Contains(story) ? Read(database[Columns + " WHERE story = ?1 ORDER BY id"].Rows(story)) : [];

    private void Look() => Look(database["SELECT max(id) FROM decision"].Number() ?? 0);

    // Most stories have none, and every story that is read is asked for them. Another process may have added some meanwhile.
    private void Look(long last)
    {
        if (last == _read)
            return;
        using (var rows = database["SELECT DISTINCT story FROM decision WHERE id > ?1 AND story IS NOT NULL"].Rows(_read))
            while (rows.Next())
                _stories.Add(rows.Text(0)!);
        _common = Read(database[Columns + " WHERE story IS NULL ORDER BY id"].Rows());
        _read = last;
    }

    /// <summary>Reads all again, since what it read was rolled back.</summary>
    public void Forget()
    {
        _stories.Clear();
        _common = [];
        _read = 0;
    }

    public Decision? Find(long number) => All().Find(decision => decision.Number == number);

    public long Append(string time, string author, string verb, string? story, string? target, string? anchor, string? body) =>
        database["INSERT INTO decision (time, author, verb, story, target, anchor, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"].Add(time, author, verb, story, target, anchor, body);

    private static List<Decision> Read(Rows rows)
    {
        var decisions = new List<Decision>();
        using (rows)
            while (rows.Next())
                decisions.Add(new(rows.Long(0), rows.Text(1)!, rows.Text(2)!, rows.Text(3)!, rows.Text(4), rows.Text(5), rows.Text(6), rows.Text(7), false));
        // From the last to the first: what is undone undoes nothing.
        var undone = new HashSet<long>();
        for (var i = decisions.Count - 1; i >= 0; i--)
        {
            var decision = decisions[i];
            if (undone.Contains(decision.Number))
                decisions[i] = decision with { Undone = true };
            else if (decision.Verb == "undo" && long.TryParse(decision.Target, NumberStyles.None, CultureInfo.InvariantCulture, out var target))
                undone.Add(target);
        }
        return decisions;
    }
}
