using Demarche.Store.Asking;
using Demarche.Store.Sql;

namespace Demarche.Store.Collating;

/// <summary>The incidents of a store.</summary>
public sealed class Incidents
{
    private readonly Database _database;
    private readonly CollatingRules _rules;
    private readonly CollatingShelf _shelf;
    private readonly Copies _copies;
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _firsts = new(StringComparer.Ordinal);

    internal Incidents(Database database, CollatingRules rules)
    {
        _database = database;
        _rules = rules;
        _shelf = new(database);
        _copies = new(database);
    }

    /// <summary>The incidents that one of these events is of, by day; each once.</summary>
    /// <param name="events">As <see cref="RecordId.Row"/> calls them.</param>
    internal IReadOnlyList<Incident> Of(IEnumerable<long> events)
    {
        var firsts = events.Select(row => _database["SELECT incident FROM report WHERE id = ?1"].Number(row)).OfType<long>().Distinct();
        return [.. firsts.Select(Read).OrderBy(incident => incident.First).ThenBy(incident => incident.Last).ThenBy(incident => incident.Id, StringComparer.Ordinal)];
    }

    /// <summary>The incidents of events that match, by day; each with all its reports, also those that do not match.</summary>
    public IReadOnlyList<Incident> Of(Question question)
    {
        var sieve = new Sieve(_database, question with { Kinds = [RecordKind.Event] }, new Names(_database));
        if (sieve.IsEmpty)
            return [];
        var firsts = new HashSet<long>();
        var found = new List<long>();
        using (var rows = sieve.Rows(RecordId.RowSql, sieve.IsRanked ? "ORDER BY words.rank, r.id" : sieve.ByDay))
            while (found.Count < question.Most && rows.Next())
                if (_database["SELECT incident FROM report WHERE id = ?1"].Number(rows.Long(0)) is { } first && firsts.Add(first))
                    found.Add(rows.Long(0));
        return Of(found);
    }

    /// <summary>The headline of a story and where it was published.</summary>
    public (string? Title, string? Url) AddressOf(string story)
    {
        using var rows = _database["SELECT document.title, story.url FROM story LEFT JOIN document ON document.id = story.shown WHERE story.key = ?1"].Rows(story);
        return rows.Next() ? (rows.Text(0), rows.Text(1)) : default;
    }

    /// <summary>All incidents, by day.</summary>
    public IReadOnlyList<Incident> All()
    {
        var rows = new List<long>();
        using (var reading = _database["SELECT DISTINCT incident FROM report"].Rows())
            while (reading.Next())
                rows.Add(reading.Long(0));
        return Of(rows);
    }

    /// <summary>The incident of this id, or the one to which an event of this story belongs (<c>5f0c9d3be2a87714/e3</c>); null when there is none.</summary>
    public Incident? Find(string id)
    {
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || !RecordId.TryParse(id.AsSpan(slash + 1), out var e))
            return null;
        var document = _database["SELECT shown FROM story WHERE key = ?1"].Number(id[..slash]);
        return document is { } shown && _database["SELECT incident FROM report WHERE id = ?1"].Number(e.Row(shown)) is { } first ? Read(first) : null;
    }

    private Incident Read(long first)
    {
        var members = _shelf.OfIncident(first).Select(_shelf.Report).ToList();
        members.Sort(Report.Compare);
        var rows = members.Select(member => member.Row).ToHashSet();
        var beside = members.Select(member => member.Story).Distinct()
            .SelectMany(story => _shelf.OfStory(_database["SELECT id FROM story WHERE key = ?1"].Number(story)!.Value))
            .Where(row => !rows.Contains(row)).Select(_shelf.Report).ToList();
        return new IncidentBuilder(_rules.Incidents, TextOf, FirstOf, OutletOf, NameOf, _shelf.Ties).Build(members, beside);
    }

    private string TextOf(string story)
    {
        if (!_texts.TryGetValue(story, out var text))
            _texts[story] = text = _database["SELECT text FROM text JOIN story ON story.id = text.story WHERE key = ?1"].Text(story) ?? throw new StoreException($"{_database.Path} is damaged: the text of {story} is missing; demarche check says more");
        return text;
    }

    private string FirstOf(string story)
    {
        if (!_firsts.TryGetValue(story, out var first))
            _firsts[story] = first = _database["SELECT key FROM story WHERE id = ?1"].Text(_copies.RootOf(_database["SELECT id FROM story WHERE key = ?1"].Number(story)!.Value))!;
        return first;
    }

    // As all other answers call him; of several spellings the first.
    private string NameOf(string called)
    {
        if (!_names.TryGetValue(called, out var name))
            _names[called] = name = _database["SELECT name FROM side WHERE key = ?1"].Text(called) ?? _database["SELECT min(name) FROM actor WHERE key = ?1 OR key = ?2"].Text(called, Projecting.ActorRow.Unresolved + called) ?? called;
        return name;
    }

    private string? OutletOf(string story) => _database["SELECT name FROM outlet JOIN story ON story.outlet = outlet.id WHERE key = ?1"].Text(story);
}
