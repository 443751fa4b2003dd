using System.Globalization;
using System.Text;
using Demarche.Store.Projecting;
using Demarche.Store.Sql;

namespace Demarche.Store.Asking;

/// <summary>
/// Turns a question into SQL over the index. It chooses where to begin, since SQLite cannot know how skewed a crisis is: with the words, with the two sides, with who takes part
/// least often, or with the narrowest index of one field; everything else is looked up for what that gives.
/// </summary>
internal sealed class Sieve
{
    // Counting further would not change where to begin.
    private const int MostCounted = 20_000;

    /// <summary>In order of days, and of one day in order of stories.</summary>
    public string ByDay => $"ORDER BY {_day}, r.document, r.kind, r.number";

    /// <summary>The other way round.</summary>
    public string Newest => $"ORDER BY {_day} DESC, r.document DESC, r.kind DESC, r.number DESC";

    private readonly Database _database;
    private readonly StringBuilder _from = new();
    private readonly StringBuilder _where = new();
    private readonly List<Cell> _cells = [];

    // Where the day stands too, in the order in which rows are read: then reading stops when there is enough.
    private string _day = "r.day";

    /// <summary>True when nothing can match, since a word of the question stands nowhere in the store.</summary>
    public bool IsEmpty { get; private set; }

    // The ids alone, without a look at the records, where nothing of a record is asked for beyond this condition.
    private (string Query, string Where, string Id)? _ids;

    // Where records are found by something else than their own index, what stands in their cells is looked up there.
    private readonly bool _leavesCells;

    private readonly List<CellCondition> _left = [];

    /// <summary>Conditions that it leaves to whoever reads the cells.</summary>
    public IReadOnlyList<CellCondition> Left => _left;

    /// <summary>True when rows come in the order of relevance.</summary>
    public bool IsRanked { get; private set; }

    public IReadOnlyList<Cell> Cells => _cells;

    /// <param name="database">The store.</param>
    /// <param name="question">The question.</param>
    /// <param name="names">Finds whom it means.</param>
    /// <param name="mayRepeat">True for who leaves out by itself what comes twice: finding that out beforehand takes longer than all else where there is much.</param>
    /// <param name="leavesCells">True for who holds records against <see cref="Left"/> by itself.</param>
    public Sieve(Database database, Question question, Names names, bool mayRepeat = false, bool leavesCells = false)
    {
        _database = database;
        _leavesCells = leavesCells;
        var actors = question.Actors.Count > 0 ? names.Actors(question.Actors, question.Alone) : null;
        var recipients = question.Recipients.Count > 0 ? names.Actors(question.Recipients, question.Alone) : null;
        var speakers = question.Speakers.Count > 0 ? names.Actors(question.Speakers, question.Alone) : null;
        var parts = new List<(string Ids, PartRole Role)>();
        if (actors is not null)
            parts.Add((actors, PartRole.Actor));
        if (recipients is not null)
            parts.Add((recipients, PartRole.Recipient));
        if (speakers is not null)
            parts.Add((speakers, PartRole.Speaker));

        Begin(question, names, parts, mayRepeat);
        foreach (var (ids, role) in parts)
            And($"EXISTS (SELECT 1 FROM part WHERE actor IN ({ids}) AND role = {(int)role} AND part.day = r.day AND part.record = r.id)");
        Terms("type", question.Types);
        Terms("mode", question.Modes);
        Terms("issue", question.Issues);
        Terms("status", question.Statuses);
        Terms("country", question.Countries);
        if (question.Outlets.Count > 0)
            Of("outlet", names.OutletNumbers(question.Outlets));
        Of("kind", question.Kinds.Select(kind => (long)kind));
        Of("voice", question.Voices.Select(voice => (long)voice));
        Of("review", question.Reviews.Select(review => (long)review));
        // A month or a year counts when it may mean one of the days.
        if (question.From is { } first)
            And($"ifnull(r.last, r.day) >= {Days.Number(first)}");
        if (question.To is { } last)
            And($"r.day <= {Days.Number(last)}");
        if (question.From is not null || question.To is not null)
            And($"r.day > {Days.Unknown}");
        if (question.Dated)
            And("r.dated = 1");
    }

    /// <summary>
    /// A condition on a column of days that stands with a column of records: what may mean a day of the question. Of a vague date only the first day stands beside a record; of the few
    /// that begin before the first day asked for, the last is looked up.
    /// </summary>
    /// <returns>Nothing when the question is not of days.</returns>
    public static string Within(Question question, string day, string record)
    {
        var condition = "";
        if (question.To is { } last)
            condition = string.Create(CultureInfo.InvariantCulture, $" AND {day} <= {Days.Number(last)}");
        if (question.From is { } first)
            condition += string.Create(CultureInfo.InvariantCulture, $" AND ({day} >= {Days.Number(first)} OR {record} IN ({Vague(Days.Number(first))}))");
        if (condition.Length > 0)
            condition += string.Create(CultureInfo.InvariantCulture, $" AND {day} > {Days.Unknown}");
        return condition;
    }

    private static string Vague(int first) => string.Create(CultureInfo.InvariantCulture, $"SELECT id FROM record WHERE last >= {first} AND last IS NOT NULL AND day < {first}");

    /// <summary>A query of the records that pass.</summary>
    /// <param name="columns">What to select; <c>r</c> is the record.</param>
    /// <param name="tail">GROUP BY, ORDER BY, LIMIT.</param>
    public string Select(string columns, string tail = "") => columns == "r.id" && _ids is var (query, where, id) && _where.Equals(where) && (tail.Length == 0 || IsRanked)
        ? $"{query} {tail.Replace("r.id", id, StringComparison.Ordinal)}"
        : $"SELECT {columns} FROM {_from} WHERE {(_where.Length == 0 ? "1" : _where)} {tail}";

    public Rows Rows(string columns, string tail = "") => _database.Once(Select(columns, tail), [.. _cells]);

    private void Begin(Question question, Names names, List<(string Ids, PartRole Role)> parts, bool mayRepeat)
    {
        if (!string.IsNullOrWhiteSpace(question.Words))
        {
            // The words first: what has them is ranked by them.
            _from.Append("words CROSS JOIN record AS r ON r.id = words.rowid");
            _cells.Add(WordQuery.Of(question.Words));
            And("words MATCH ?1");
            IsRanked = true;
            _ids = ("SELECT words.rowid AS id FROM words WHERE words MATCH ?1", "words MATCH ?1", "words.rowid");
            return;
        }
        if (question is { Actors.Count: > 0, Recipients.Count: > 0, Alone: false } && question.Kinds is [RecordKind.Event]
            && names.Side(question.Actors) is { } actor && names.Side(question.Recipients) is { } recipient)
        {
            _from.Append("dyad AS d CROSS JOIN record AS r ON r.id = d.record");
            And($"d.actor = {actor} AND d.recipient = {recipient}{Within(question, "d.day", "d.record")}");
            _ids = ($"SELECT d.record FROM dyad AS d WHERE {_where}", _where.ToString(), "d.record");
            parts.RemoveAll(part => part.Role != PartRole.Speaker);
            _day = "d.day";
            return;
        }
        if (parts.Count > 0)
        {
            var rarest = parts.Count == 1 ? parts[0] : parts.MinBy(part => Count($"SELECT 1 FROM part WHERE actor IN ({part.Ids}) AND role = {(int)part.Role}{Within(question, "day", "record")}"));
            parts.Remove(rarest);
            // Several actors of one side may stand in one record, which is to come once.
            var among = string.Create(CultureInfo.InvariantCulture, $"SELECT {(mayRepeat || !rarest.Ids.Contains(',', StringComparison.Ordinal) ? "" : "DISTINCT ")}record FROM part WHERE actor IN ({rarest.Ids}) AND role = {(int)rarest.Role}{Within(question, "day", "record")}");
            _from.Append(CultureInfo.InvariantCulture, $"({among}) AS p CROSS JOIN record AS r ON r.id = p.record");
            _ids = (among, "", "record");
            return;
        }
        if (question is { Outlets.Count: > 0, Types.Count: 0, Issues.Count: 0 })
        {
            // An outlet's records are those of its stories; by an index of kinds SQLite would go through all of a kind for each of them.
            _from.Append("story AS s CROSS JOIN record AS r NOT INDEXED ON r.id BETWEEN s.first AND s.last");
            And($"s.outlet IN ({names.Outlets(question.Outlets)})");
            return;
        }
        if (question is { From: { } day, Types.Count: 0, Issues.Count: 0, Reviews.Count: 0 })
        {
            // Those of these days, and the few that begin before; but of very many, of which the first will be shown, the index of days gives them in order.
            var kinds = question.Kinds.Count == 0 ? "0, 1, 2, 3" : string.Join(", ", question.Kinds.Select(kind => (int)kind));
            var until = question.To is { } to ? string.Create(CultureInfo.InvariantCulture, $" AND day <= {Days.Number(to)}") : "";
            var within = string.Create(CultureInfo.InvariantCulture, $"SELECT id FROM record WHERE kind IN ({kinds}) AND day >= {Days.Number(day)}{until}");
            if (mayRepeat || Count(within) < MostCounted)
            {
                _from.Append(CultureInfo.InvariantCulture, $"({within} UNION ALL {Vague(Days.Number(day))}) AS v CROSS JOIN record AS r ON r.id = v.id");
                return;
            }
        }
        _from.Append("record AS r");
        // The indexes of types and days begin with the kind.
        if (question.Kinds.Count == 0)
            And("r.kind IN (0, 1, 2, 3)");
    }

    private long Count(string query)
    {
        using var rows = _database.Once($"SELECT count(*) FROM ({query} LIMIT {MostCounted})");
        return rows.Next() ? rows.Long(0) : 0;
    }

    private void Terms(string column, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
            return;
        // “threaten” is a type of event, which PLOVER writes in capitals, and a stance, which is not; “THREATEN” is the type alone.
        var numbers = names.SelectMany(name => Number(name).Union(Number(name.ToUpperInvariant())) is var found && found.Any() ? found : Number(name.ToLowerInvariant())).Distinct().ToList();
        if (numbers.Count == 0)
            IsEmpty = true;
        Of(column, numbers);
    }

    private void Of(string column, IEnumerable<long> values)
    {
        var numbers = values.ToList();
        if (numbers.Count == 0)
            return;
        if (_leavesCells && _ids is not null)
            _left.Add(new(column == "kind" ? null : RecordCell.ColumnOf(column), [.. numbers]));
        else
            And($"r.{column} IN ({string.Join(", ", numbers)})");
    }

    private IEnumerable<long> Number(string term) => _database["SELECT id FROM term WHERE name = ?1"].Number(term) is { } number ? [number] : [];

    private void And(string condition) => _where.Append(_where.Length == 0 ? "" : " AND ").Append(condition);
}
