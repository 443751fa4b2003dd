using Demarche.Store.Sql;

namespace Demarche.Store.Projecting;

/// <summary>Writes the index: the rows of the records that are shown. Names are turned into numbers once and remembered.</summary>
internal sealed class Index(Database database)
{
    private readonly NameTable _terms = new(database, "term");
    private readonly ActorTable _actors = new(database);
    private readonly FacetCounts _facets = new(database);
    private readonly WordRows _words = new(database);
    private readonly CellRows _cells = new(database);
    private readonly PairCounts _pairs = new(database);

    /// <summary>Writes what is kept in memory; call before the transaction ends.</summary>
    public void Flush()
    {
        _facets.Flush();
        _cells.Flush();
        _pairs.Flush();
        // Last: what may undo itself would have it on the disk once more.
        _words.Flush();
    }

    /// <summary>Fills in what a part of the schema has made room for.</summary>
    public void Fill() => _cells.FillIfEmpty();

    /// <summary>Makes a story's words known to who searches for words.</summary>
    public void Tell(long story, string text) => _words.Tell(story, text);

    /// <summary>Adds the records of a document, in rows that follow one another.</summary>
    /// <param name="key">The story's key.</param>
    /// <param name="document">The document.</param>
    /// <param name="outlet">Its outlet.</param>
    /// <param name="records">Its records.</param>
    /// <param name="free">Rows that it had before and may have again.</param>
    /// <returns>The rows it has now.</returns>
    public (long First, long Last) Add(string key, long document, long? outlet, IReadOnlyList<ProjectedRecord> records, (long First, long Last)? free = null)
    {
        // Where it stood it stands again, so that records of one day keep their order.
        var first = free is var (from, to) && to - from + 1 >= records.Count ? from : (database["SELECT max(id) FROM record"].Number() ?? 0) + 1;
        for (var i = 0; i < records.Count; i++)
            Add(first + i, key, document, outlet, records[i]);
        return (first, first + records.Count - 1);
    }

    /// <summary>Takes the records of a document away, as they were when they were added.</summary>
    public void Remove((long First, long Last) rows, long? outlet, IReadOnlyList<ProjectedRecord> records)
    {
        for (var i = 0; i < records.Count; i++)
            Remove(rows.First + i, outlet, records[i]);
        database["DELETE FROM record WHERE id BETWEEN ?1 AND ?2"].Run(rows.First, rows.Last);
    }

    /// <summary>Writes anew the rows of a document that are others now; false when it has records more or fewer than before, and nothing was written.</summary>
    public bool Replace((long First, long Last) rows, string key, long document, long? outlet, IReadOnlyList<ProjectedRecord> was, IReadOnlyList<ProjectedRecord> now)
    {
        if (was.Count != now.Count || rows.Last - rows.First + 1 != was.Count)
            return false;
        for (var i = 0; i < was.Count; i++)
            if (!was[i].IsSame(now[i]))
            {
                Remove(rows.First + i, outlet, was[i]);
                database["DELETE FROM record WHERE id = ?1"].Run(rows.First + i);
                Add(rows.First + i, key, document, outlet, now[i]);
            }
        return true;
    }

    private void Add(long row, string key, long document, long? outlet, ProjectedRecord record)
    {
        var (type, mode, issue, status, country) = Terms(record);
        database["INSERT INTO record (id, document, kind, number, type, mode, issue, status, voice, day, last, dated, background, outlet, country, confidence, review) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)"]
            .Run(row, document, (int)record.Id.Kind, record.Id.Place, type, mode, issue, status, (int)record.Voice, record.Day, record.Last == record.Day ? (int?)null : record.Last, record.Dated, record.Background, outlet, country, record.Confidence is { } sure ? (int)Math.Round(sure * 100) : (int?)null, (int)record.Review);
        _words.Add(row, record.Words);
        _cells.Put(row, record.Id.Kind, [type, mode ?? 0, issue ?? 0, status ?? 0, country ?? 0, outlet ?? 0, (int)record.Voice, (int)record.Review, record.Day]);
        var putPart = database["INSERT OR IGNORE INTO part (actor, role, day, record) VALUES (?1, ?2, ?3, ?4)"];
        foreach (var (actor, role) in record.Parts)
        {
            var (number, side) = _actors.Of(actor);
            putPart.Run(number, (int)role, record.Day, row);
            if (role != PartRole.Actor)
                continue;
            if (record.Id.Kind == RecordKind.Position && issue is not null)
                database["INSERT OR IGNORE INTO stance (side, issue, day, record, stance, outlet, address) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"].Run(side, issue, record.Day, row, type, outlet, $"{key}/{record.Id}");
        }
        foreach (var (actor, recipient) in Dyads(record))
        {
            database["INSERT INTO dyad (actor, recipient, day, record, quad) VALUES (?1, ?2, ?3, ?4, ?5)"].Run(actor, recipient, record.Day, row, record.Quad);
            _pairs.Count(actor, recipient, record.Quad, 1);
        }
        _facets.Count(record, type, mode, issue, status, country, outlet, 1);
    }

    private void Remove(long row, long? outlet, ProjectedRecord record)
    {
        var (type, mode, issue, status, country) = Terms(record);
        _words.Remove(row, record.Words);
        _cells.Remove(row);
        foreach (var (actor, role) in record.Parts)
        {
            var (number, side) = _actors.Of(actor);
            database["DELETE FROM part WHERE actor = ?1 AND role = ?2 AND day = ?3 AND record = ?4"].Run(number, (int)role, record.Day, row);
            if (role != PartRole.Actor)
                continue;
            if (record.Id.Kind == RecordKind.Position && issue is not null)
                database["DELETE FROM stance WHERE side = ?1 AND issue = ?2 AND day = ?3 AND record = ?4"].Run(side, issue, record.Day, row);
        }
        foreach (var (actor, recipient) in Dyads(record))
        {
            database["DELETE FROM dyad WHERE actor = ?1 AND recipient = ?2 AND day = ?3 AND record = ?4"].Run(actor, recipient, record.Day, row);
            _pairs.Count(actor, recipient, record.Quad, -1);
        }
        _facets.Count(record, type, mode, issue, status, country, outlet, -1);
    }

    // Each pair of sides once, though several act for one.
    private HashSet<(long Actor, long Recipient)> Dyads(ProjectedRecord record)
    {
        if (record.Id.Kind != RecordKind.Event)
            return NoDyads;
        var dyads = NoDyads;
        foreach (var (actor, role) in record.Parts)
            if (role == PartRole.Actor)
                foreach (var (other, otherRole) in record.Parts)
                    if (otherRole == PartRole.Recipient && (_actors.Of(actor).Side, _actors.Of(other).Side) is var dyad && dyad.Item1 != dyad.Item2)
                        (dyads == NoDyads ? dyads = [] : dyads).Add(dyad);
        return dyads;
    }

    private static readonly HashSet<(long, long)> NoDyads = [];

    private (long Type, long? Mode, long? Issue, long? Status, long? Country) Terms(ProjectedRecord record) =>
        (_terms.Of(record.Type), Term(record.Mode), Term(record.Issue), Term(record.Status), Term(record.Country));

    private long? Term(string? name) => name is null ? null : _terms.Of(name);
}
