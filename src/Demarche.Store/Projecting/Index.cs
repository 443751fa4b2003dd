using Demarche.Store.Sql;

namespace Demarche.Store.Projecting;

/// <summary>Writes the index: the rows of the records that are shown. Names are turned into numbers once and remembered.</summary>
internal sealed class Index(Database database)
{
    private readonly NameTable _terms = new(database, "term");
    private readonly ActorTable _actors = new(database);
    private readonly FacetCounts _facets = new(database);

    /// <summary>Writes what is kept in memory; call before the transaction ends.</summary>
    public void Flush() => _facets.Flush();

    /// <summary>Adds a record of a document.</summary>
    public void Add(long document, long? outlet, ProjectedRecord record)
    {
        var row = record.Id.Row(document);
        var (type, mode, issue, status, country) = Terms(record);
        database["INSERT INTO record (id, kind, type, mode, issue, status, voice, day, last, dated, background, outlet, country, confidence, review) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)"]
            .Run(row, (int)record.Id.Kind, type, mode, issue, status, (int)record.Voice, record.Day, record.Last == record.Day ? (int?)null : record.Last, record.Dated, record.Background, outlet, country, record.Confidence is { } sure ? (int)Math.Round(sure * 100) : (int?)null, (int)record.Review);
        database["INSERT INTO words (rowid, said) VALUES (?1, ?2)"].Run(row, record.Words);
        foreach (var (actor, role) in record.Parts)
            database["INSERT OR IGNORE INTO part (actor, role, day, record) VALUES (?1, ?2, ?3, ?4)"].Run(_actors.Of(actor).Actor, (int)role, record.Day, row);
        foreach (var (actor, recipient) in Dyads(record))
            database["INSERT OR IGNORE INTO dyad (actor, recipient, day, record, quad) VALUES (?1, ?2, ?3, ?4, ?5)"].Run(actor, recipient, record.Day, row, record.Quad);
        if (record.Id.Kind == RecordKind.Position && issue is not null)
            foreach (var actor in record.In(PartRole.Actor))
                database["INSERT OR IGNORE INTO stance (side, issue, day, record, stance) VALUES (?1, ?2, ?3, ?4, ?5)"].Run(_actors.Of(actor).Side, issue, record.Day, row, type);
        _facets.Count(record, type, mode, issue, status, country, outlet, 1);
    }

    /// <summary>Takes a record away, as it was when it was added.</summary>
    public void Remove(long document, long? outlet, ProjectedRecord record)
    {
        var row = record.Id.Row(document);
        var (type, mode, issue, status, country) = Terms(record);
        database["DELETE FROM record WHERE id = ?1"].Run(row);
        database["DELETE FROM words WHERE rowid = ?1"].Run(row);
        foreach (var (actor, role) in record.Parts)
            database["DELETE FROM part WHERE actor = ?1 AND role = ?2 AND day = ?3 AND record = ?4"].Run(_actors.Of(actor).Actor, (int)role, record.Day, row);
        foreach (var (actor, recipient) in Dyads(record))
            database["DELETE FROM dyad WHERE actor = ?1 AND recipient = ?2 AND day = ?3 AND record = ?4"].Run(actor, recipient, record.Day, row);
        if (record.Id.Kind == RecordKind.Position && issue is not null)
            foreach (var actor in record.In(PartRole.Actor))
                database["DELETE FROM stance WHERE side = ?1 AND issue = ?2 AND day = ?3 AND record = ?4"].Run(_actors.Of(actor).Side, issue, record.Day, row);
        _facets.Count(record, type, mode, issue, status, country, outlet, -1);
    }

    private (long Type, long? Mode, long? Issue, long? Status, long? Country) Terms(ProjectedRecord record) =>
        (_terms.Of(record.Type), Term(record.Mode), Term(record.Issue), Term(record.Status), Term(record.Country));

    private long? Term(string? name) => name is null ? null : _terms.Of(name);

    private IEnumerable<(long Actor, long Recipient)> Dyads(ProjectedRecord record) => record.Id.Kind != RecordKind.Event
        ? []
        : from actor in record.In(PartRole.Actor)
          from recipient in record.In(PartRole.Recipient)
          where actor.Side != recipient.Side
          select (_actors.Of(actor).Side, _actors.Of(recipient).Side);
}
