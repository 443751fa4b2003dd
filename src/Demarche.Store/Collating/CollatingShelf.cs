using System.Runtime.InteropServices;
using Demarche.Store.Sql;

namespace Demarche.Store.Collating;

/// <summary>Copies and incidents in the tables of a store, with what was last looked at kept at hand.</summary>
internal sealed class CollatingShelf(Database database) : ICopyShelf, IIncidentShelf
{
    private const int MostTexts = 12_000, MostReports = 100_000;

    private readonly ReportData _data = new(database);
    private Dictionary<long, CopyText> _texts = [], _older = [];
    private readonly Dictionary<long, Report> _reports = [];

    public IReadOnlyCollection<long> Candidates(ReadOnlySpan<uint> bands)
    {
        var stories = new HashSet<long>();
        foreach (var band in bands)
        {
            using var rows = database["SELECT story FROM band WHERE band = ?1"].Rows((long)band);
            while (rows.Next())
                stories.Add(rows.Long(0));
        }
        return stories;
    }

    public CopyText Text(long key)
    {
        if (_texts.TryGetValue(key, out var text))
            return text;
        if (_older.TryGetValue(key, out text))
        {
            Keep(text);
            return text;
        }
        using (var rows = database["SELECT story.key, story.published, text.text FROM story JOIN text ON text.story = story.id WHERE story.id = ?1"].Rows(key))
            text = rows.Next()
                ? new(key, rows.Text(0)!, DayOf(rows.LongOrNull(1)), Shingles.Of(rows.Text(2)!))
                : throw new StoreException($"{database.Path} is damaged: story {key} is missing; demarche check says more");
        Keep(text);
        return text;
    }

    public CopyLink? LinkOf(long key)
    {
        using var rows = database["SELECT parent, shared, either FROM copy WHERE story = ?1"].Rows(key);
        return rows.Next() && rows.LongOrNull(0) is { } parent ? new(parent, rows.Int(1), rows.Int(2)) : null;
    }

    public void Add(CopyText text, ReadOnlySpan<uint> bands, CopyLink? link)
    {
        database["INSERT INTO copy (story, parent, shared, either, names) VALUES (?1, ?2, ?3, ?4, x'')"].Run(text.Key, link?.Parent, link?.Shared, link?.Either);
        foreach (var band in bands)
            database["INSERT INTO band (band, story) VALUES (?1, ?2)"].Run((long)band, text.Key);
        Keep(text);
    }

    public void SetLink(long key, CopyLink link) => database["UPDATE copy SET parent = ?2, shared = ?3, either = ?4 WHERE story = ?1"].Run(key, link.Parent, link.Shared, link.Either);

    /// <summary>True when copies of this story have been looked for.</summary>
    public bool HasCopies(long story) => database["SELECT 1 FROM copy WHERE story = ?1"].Number(story) is not null;

    public void SetNames(long story, uint[] names) => database["UPDATE copy SET names = ?2 WHERE story = ?1"].Run(story, MemoryMarshal.AsBytes(names.AsSpan()).ToArray());

    public IReadOnlyCollection<long> Candidates(ReadOnlySpan<uint> keys, DateOnly first, DateOnly last)
    {
        var reports = new HashSet<long>();
        foreach (var key in keys)
        {
            using var rows = database["SELECT report FROM report_key WHERE key = ?1 AND first <= ?3 AND last >= ?2"].Rows((long)key, first.DayNumber, last.DayNumber);
            while (rows.Next())
                reports.Add(rows.Long(0));
        }
        return reports;
    }

    public Report Report(long row)
    {
        if (_reports.TryGetValue(row, out var report))
            return report;
        byte[] data;
        uint[] names;
        (string, string?, DateOnly?) story;
        using (var rows = database["SELECT story.key, outlet.name, story.published, copy.names, report.data FROM report JOIN story ON story.id = report.story JOIN copy ON copy.story = story.id LEFT JOIN outlet ON outlet.id = story.outlet WHERE report.id = ?1"].Rows(row))
        {
            if (!rows.Next())
                throw new StoreException($"{database.Path} is damaged: report {row} is missing; demarche check says more");
            story = (rows.Text(0)!, rows.Text(1), DayOf(rows.LongOrNull(2)));
            names = MemoryMarshal.Cast<byte, uint>(rows.Bytes(3)).ToArray();
            data = rows.Bytes(4).ToArray();
        }
        report = _data.Read(data, row, story, names);
        Keep(report);
        return report;
    }

    public IReadOnlyList<Tie> Ties => _ties ??= Collating.Ties.All(database);

    private List<Tie>? _ties;

    public long? ComponentOf(long row) => database["SELECT component FROM report WHERE id = ?1"].Number(row);

    public IReadOnlyCollection<long> Members(long component) => Rows("SELECT id FROM report WHERE component = ?1 AND component <> id", component);

    /// <summary>The reports of an incident that is called by its first.</summary>
    public IReadOnlyCollection<long> OfIncident(long first) => Rows("SELECT id FROM report WHERE incident = ?1 AND incident <> id", first);

    public IReadOnlyCollection<long> OfStory(long story)
    {
        var reports = new List<long>();
        using var rows = database["SELECT id FROM report WHERE story = ?1 ORDER BY id"].Rows(story);
        while (rows.Next())
            reports.Add(rows.Long(0));
        return reports;
    }

    public void Add(Report report, ReadOnlySpan<uint> keys)
    {
        // Where it belongs, Put says before the transaction ends.
        database["INSERT INTO report (id, story, component, incident, data) SELECT ?1, story, ?1, ?1, ?2 FROM document WHERE id = ?3"].Run(report.Row, _data.Write(report), RecordId.DocumentOf(report.Row));
        foreach (var key in keys)
            database["INSERT INTO report_key (key, first, report, last) VALUES (?1, ?2, ?3, ?4)"].Run((long)key, report.First.DayNumber, report.Row, report.Last.DayNumber);
        _reports.Remove(report.Row);
        Keep(report);
    }

    public void Remove(long row)
    {
        var report = Report(row);
        foreach (var key in ReportKeys.Of(report))
            database["DELETE FROM report_key WHERE key = ?1 AND first = ?2 AND report = ?3"].Run((long)key, report.First.DayNumber, row);
        database["DELETE FROM report WHERE id = ?1"].Run(row);
        _reports.Remove(row);
    }

    public void Put(long row, long component, long incident) => database["UPDATE report SET component = ?2, incident = ?3 WHERE id = ?1 AND (component <> ?2 OR incident <> ?3)"].Run(row, component, incident);

    private HashSet<long> Rows(string sql, long name)
    {
        // The one that gives the name is left out of the index.
        var all = new HashSet<long>();
        if (database["SELECT 1 FROM report WHERE id = ?1"].Number(name) is not null)
            all.Add(name);
        using var rows = database[sql].Rows(name);
        while (rows.Next())
            all.Add(rows.Long(0));
        return all;
    }

    // What is kept is only a help. Of two halves the older is given up when the other is full; what is looked at again comes back, as the texts of large groups do with each copy.
    private void Keep(CopyText text)
    {
        if (_texts.Count >= MostTexts)
            (_texts, _older) = ([], _texts);
        _texts[text.Key] = text;
    }

    // When it grows too large it is given up and read again.
    private void Keep(Report report)
    {
        if (_reports.Count >= MostReports)
            _reports.Clear();
        _reports[report.Row] = report;
    }

    public static DateOnly? DayOf(long? number) => number is { } day ? new((int)(day / 10000), (int)(day / 100 % 100), (int)(day % 100)) : null;
}
