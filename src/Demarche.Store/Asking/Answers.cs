using System.Globalization;
using Demarche.Store.Projecting;
using Demarche.Store.Sql;

namespace Demarche.Store.Asking;

/// <summary>Answers questions about the record. The same questions serve the command line, a workbench and an export; every row comes with its words and its story.</summary>
public sealed class Answers
{
    private readonly RecordStore _store;
    private readonly RecordReader _reader;
    private readonly ValueNames _names;

    internal Answers(RecordStore store)
    {
        _store = store;
        _reader = new(store);
        _names = new(store.Database);
    }

    private Database Database => _store.Database;

    /// <summary>Records that match, the most relevant first where there are words to search for, else the newest first.</summary>
    public IReadOnlyList<StoredRecord> Search(Question question) => Records(question, sieve => sieve.IsRanked ? "ORDER BY words.rank, r.id" : sieve.Newest);

    /// <summary>
    /// Stories that have the words in their text, also where no record rests on them; of the latest that were added those come first that have the words most often for their length.
    /// Days and outlets are the story's; what else the question asks for, one of its records must be.
    /// </summary>
    /// <exception cref="StoreException">The question has no words.</exception>
    public IReadOnlyList<StoryHit> Stories(Question question) => new StorySearch(_store).Find(question);

    /// <summary>Records that match, in order of days: events unless other kinds are asked for.</summary>
    public IReadOnlyList<StoredRecord> Timeline(Question question) => Records(WithKind(question, RecordKind.Event), sieve => sieve.ByDay);

    /// <summary>Claims about agreements that match, agreement by agreement, in order of days.</summary>
    public IReadOnlyList<StoredRecord> Agreements(Question question) =>
        [.. Records(question with { Kinds = [RecordKind.Agreement] }, sieve => sieve.ByDay).GroupBy(claim => claim.Issue, StringComparer.OrdinalIgnoreCase).SelectMany(claims => claims)];

    /// <summary>One record by its story's key and its id; null when there is none, or it was rejected.</summary>
    public StoredRecord? Record(string story, RecordId id) => _reader.Find(story, id);

    /// <summary>Many records by their addresses, all as they are at one moment; null where there is none. Faster than one by one.</summary>
    public IReadOnlyList<StoredRecord?> Records(IReadOnlyList<(string Story, RecordId Id)> addresses) =>
        _store.Database.Reading(() => addresses.Select(address => _reader.Find(address.Story, address.Id)).ToList());

    /// <summary>All records of a story, list by list.</summary>
    public IReadOnlyList<StoredRecord> Of(string story) => _reader.Of(story);

    /// <summary>Where each side stands on each issue; the cells with the most positions first.</summary>
    public IReadOnlyList<PositionCell> Positions(Question question)
    {
        question = question with { Kinds = [RecordKind.Position] };
        var matrix = new PositionMatrix(Database, _names, Within(question, "stance.record"));
        var cells = matrix.Largest(question.Actors.Count > 0 ? new Names(Database).Sides(question.Actors) : null, question.Most);
        var courses = cells.Select(cell => (Cell: cell, Course: matrix.Of(cell))).ToList();
        var latest = Latest(courses.Select(cell => cell.Course.Latest));
        return [.. courses.Where(cell => latest.ContainsKey(cell.Course.Latest)).Select(cell => new PositionCell(
            _names.Side(cell.Cell.Side), _names.Term(cell.Cell.Issue), cell.Cell.Count, cell.Course.Trail, cell.Course.Conflicts, latest[cell.Course.Latest]))];
    }

    /// <summary>Who acts towards whom; the pairs with the most events first.</summary>
    /// <param name="question">Which events.</param>
    /// <param name="least">Leaves out pairs with fewer events.</param>
    public IReadOnlyList<Dyad> Network(Question question, int least = 1)
    {
        question = WithKind(question, RecordKind.Event);
        var within = Within(question, "dyad.record");
        return Database.Reading(() => Network(within, least, question.Most));
    }

    private IReadOnlyList<Dyad> Network(string within, int least, int most)
    {
        // Of everything the counts are kept.
        var counted = within.Length == 0
            ? $"SELECT actor, recipient, count, cooperation, conflict FROM pair WHERE count >= {least}"
            : $"SELECT actor, recipient, count(*), sum(quad IN (1, 2)), sum(quad > 2) FROM dyad{within} GROUP BY actor, recipient HAVING count(*) >= {least}";
        var pairs = new List<(long Actor, long Recipient, int Count, int Cooperation, int Conflict)>();
        using (var rows = Database.Once(string.Create(CultureInfo.InvariantCulture, $"{counted} ORDER BY 3 DESC, 1, 2 LIMIT {most}")))
            while (rows.Next())
                pairs.Add((rows.Long(0), rows.Long(1), rows.Int(2), rows.Int(3), rows.Int(4)));
        var between = $"FROM dyad{(within.Length == 0 ? " WHERE" : within + " AND")} actor = ?1 AND recipient = ?2";
        using var beginning = Database.Prepare($"SELECT day {between} AND day > {Days.Unknown} ORDER BY day LIMIT 1");
        using var end = Database.Prepare($"SELECT day, record {between} ORDER BY day DESC, record DESC LIMIT 1");
        var spans = pairs.ConvertAll(pair => (First: beginning.Number(pair.Actor, pair.Recipient), Last: LastOf(end, pair.Actor, pair.Recipient)));
        var latest = Latest(spans.Select(span => span.Last.Record));
        return [.. pairs.Zip(spans).Where(pair => latest.ContainsKey(pair.Second.Last.Record)).Select(pair => new Dyad(
            _names.Side(pair.First.Actor), _names.Side(pair.First.Recipient), pair.First.Count, pair.First.Cooperation, pair.First.Conflict,
            pair.Second.First is { } first ? Days.Of(first) : null, Days.Of(pair.Second.Last.Day), latest[pair.Second.Last.Record]))];
    }

    private static (long Day, long Record) LastOf(Statement end, long actor, long recipient)
    {
        using var rows = end.Rows(actor, recipient);
        return rows.Next() ? (rows.Long(0), rows.Long(1)) : (Days.Unknown, 0);
    }

    /// <summary>
    /// What the one group of outlets reports more than the other: who does what to whom, by the share that it has in what each group reports, the greatest difference first.
    /// So a paper that prints more of everything does not differ in everything.
    /// </summary>
    public IReadOnlyList<OutletContrast> Compare(Question question, IReadOnlyList<string> these, IReadOnlyList<string> those)
    {
        var names = new Names(Database);
        var (one, other) = (names.Outlets(these), names.Outlets(those));
        var within = Within(WithKind(question with { Outlets = [.. these, .. those] }, RecordKind.Event), "d.record");
        var contrasts = new List<(long Actor, long Recipient, long Type, int These, int Those, long OfThese, long OfThose)>();
        using (var rows = Database.Once($"""
            WITH told (actor, recipient, record) AS (
              SELECT d.actor, d.recipient, d.record FROM dyad AS d{within}
              UNION ALL
              SELECT DISTINCT a.side, 0, d.record FROM actor AS a CROSS JOIN part AS d ON d.actor = a.id AND d.role = {(int)PartRole.Actor}{within} AND d.record NOT IN (SELECT d.record FROM dyad AS d{within}))
            SELECT told.actor, told.recipient, r.type, sum(r.outlet IN ({one})), sum(r.outlet IN ({other})), max(CASE WHEN r.outlet IN ({one}) THEN r.id END), max(CASE WHEN r.outlet IN ({other}) THEN r.id END)
            FROM told CROSS JOIN record AS r ON r.id = told.record WHERE r.kind = {(int)RecordKind.Event} GROUP BY 1, 2, 3
            """))
            while (rows.Next())
                contrasts.Add((rows.Long(0), rows.Long(1), rows.Long(2), rows.Int(3), rows.Int(4), rows.Long(5), rows.Long(6)));
        var (all, allOther) = (Math.Max(1.0, contrasts.Sum(contrast => contrast.These)), Math.Max(1.0, contrasts.Sum(contrast => contrast.Those)));
        var shown = contrasts.Select(contrast => (Contrast: contrast, Share: contrast.These / all, Other: contrast.Those / allOther))
            .OrderByDescending(row => Math.Abs(row.Share - row.Other)).ThenByDescending(row => row.Contrast.These + row.Contrast.Those)
            .ThenBy(row => (row.Contrast.Actor, row.Contrast.Recipient, row.Contrast.Type)).Take(question.Most)
            .Select(row => (row.Contrast, row.Share, row.Other, Example: row.Share >= row.Other ? row.Contrast.OfThese : row.Contrast.OfThose)).ToList();
        var examples = Latest(shown.Select(row => row.Example));
        return [.. shown.Where(row => examples.ContainsKey(row.Example)).Select(row => new OutletContrast(
            _names.Side(row.Contrast.Actor), _names.Term(row.Contrast.Type), row.Contrast.Recipient == 0 ? null : _names.Side(row.Contrast.Recipient), row.Contrast.These, row.Contrast.Those, row.Share, row.Other, examples[row.Example]))];
    }

    /// <summary>
    /// Who is addressed by what the question asks about, or is heard in these days, but has not reacted to it. To react is to act in what matches or to be quoted for it, and also, from the first day
    /// of what matches on, to act or speak towards whoever is asked about. Those addressed most come first, then those heard most.
    /// </summary>
    /// <param name="question">What there was to react to.</param>
    /// <param name="among">Whose silence is of interest; everybody's when empty.</param>
    public IReadOnlyList<Silence> Silent(Question question, IReadOnlyList<string>? among = null)
    {
        var (reacted, addressed, towards) = (Heard(question, "0, 2"), Heard(question, "1"), Towards(question));
        var days = new Question { From = question.From, To = question.To, Dated = question.Dated, Actors = among ?? [] };
        var wanted = among is { Count: > 0 } ? new Names(Database).Sides(among) : null;
        var heard = Heard(days, "0, 2");
        var silent = heard.Keys.Union(addressed.Keys).Where(side => !reacted.ContainsKey(side) && !towards.Contains(side) && wanted?.Contains(side) != false)
            .Select(side => (Side: side, Otherwise: heard.GetValueOrDefault(side), Addressed: addressed.GetValueOrDefault(side)))
            .OrderByDescending(side => side.Addressed.Count).ThenByDescending(side => side.Otherwise.Count).ThenBy(side => side.Side).Take(question.Most).ToList();
        var latest = Latest(silent.Select(LastOf));
        return [.. silent.Where(side => latest.ContainsKey(LastOf(side))).Select(side => new Silence(_names.Side(side.Side), side.Otherwise.Count, side.Addressed.Count, latest[LastOf(side)]))];

        static long LastOf((long Side, (int Count, long Latest) Otherwise, (int Count, long Latest) Addressed) side) => side.Otherwise.Count > 0 ? side.Otherwise.Latest : side.Addressed.Latest;
    }

    // Who acts or speaks towards those asked about, or, where nobody is named, towards those who act in what matches: a demand is answered by an appeal to who made it, in a record of its own.
    private IReadOnlySet<long> Towards(Question question)
    {
        var within = Within(question, "part.record");
        var (first, acting) = (Days.Unknown, new List<string>());
        using (var rows = Database.Once($"SELECT min(CASE WHEN part.day > {Days.Unknown} THEN part.day END), side.key FROM part JOIN actor ON actor.id = part.actor JOIN side ON side.id = actor.side{(within.Length == 0 ? " WHERE" : within + " AND")} part.role = {(int)PartRole.Actor} GROUP BY 2"))
            while (rows.Next())
            {
                acting.Add(rows.Text(1)!);
                if (!rows.IsNull(0) && (first == Days.Unknown || rows.Int(0) < first))
                    first = rows.Int(0);
            }
        var asked = question.Actors.Count > 0 ? question.Actors : acting;
        if (asked.Count == 0)
            return new HashSet<long>();
        var since = Days.Of(first) is { } day && (question.From is not { } from || from < day) ? day : question.From;
        return Heard(new() { Recipients = asked, Alone = question.Alone, From = since, To = question.To, Dated = question.Dated }, "0, 2").Keys.ToHashSet();
    }

    /// <summary>How many records have each value, for those that match; over the whole store they are known without counting.</summary>
    public IReadOnlyList<FacetCount> Facets(Question question)
    {
        if (IsOpen(question))
            return Kept();
        var counts = Counting.Facets(Database, new(Database, question, new Names(Database), mayRepeat: true, leavesCells: true)).ToList();
        counts.Sort(static (a, b) => a.Kind != b.Kind ? a.Kind.CompareTo(b.Kind) : string.CompareOrdinal(a.Facet, b.Facet) is not 0 and var order ? order : a.Count != b.Count ? b.Count.CompareTo(a.Count) : a.Value.CompareTo(b.Value));
        return [.. counts.Select(count => new FacetCount(count.Kind, count.Facet, _names.Of(count.Facet, count.Value), count.Count))];
    }

    /// <summary>The values of a question that no record of the store has, in words, each with one that is written like it: “no record has the type THREATN; did you mean THREATEN?”.</summary>
    public IReadOnlyList<string> Unknown(Question question)
    {
        var unknown = new List<string>();
        Look("type", question.Types);
        Look("mode", question.Modes);
        Look("issue", question.Issues);
        Look("status", question.Statuses);
        Look("country", question.Countries);
        return unknown;

        void Look(string facet, IReadOnlyList<string> values)
        {
            if (values.Count == 0)
                return;
            var known = new List<string>();
            using (var rows = Database["SELECT DISTINCT term.name FROM facet JOIN term ON term.id = facet.value WHERE facet.name = ?1 ORDER BY term.name"].Rows(facet))
                while (rows.Next())
                    known.Add(rows.Text(0)!);
            unknown.AddRange(values.Where(value => !known.Contains(value, StringComparer.OrdinalIgnoreCase)).Select(value => $"no record has the {facet} {value}{Codebooks.CodebookException.DidYouMean(value, known)}"));
        }
    }

    private List<FacetCount> Kept()
    {
        var counts = new List<FacetCount>();
        var facet = "";
        using var rows = Database["""
            SELECT facet.kind, facet.name, facet.value, facet.count, CASE WHEN facet.name NOT IN ('outlet', 'voice', 'review', 'month') THEN (SELECT term.name FROM term WHERE term.id = facet.value) END
            FROM facet ORDER BY facet.kind, facet.name, facet.count DESC, facet.value
            """].Rows();
        while (rows.Next())
        {
            if (!rows.Is(1, facet))
                facet = rows.Text(1)!;
            counts.Add(new((RecordKind)rows.Int(0), facet, rows.Text(4) ?? _names.Of(facet, rows.Long(2)), rows.Long(3)));
        }
        return counts;
    }

    internal static bool IsOpen(Question q) => q.Kinds.Count + q.Actors.Count + q.Recipients.Count + q.Speakers.Count + q.Voices.Count + q.Types.Count + q.Modes.Count + q.Issues.Count
        + q.Statuses.Count + q.Outlets.Count + q.Countries.Count + q.Reviews.Count == 0 && string.IsNullOrWhiteSpace(q.Words) && q.From is null && q.To is null && !q.Dated;

    private static Question WithKind(Question question, RecordKind kind) => question.Kinds.Count > 0 ? question : question with { Kinds = [kind] };

    private List<StoredRecord> Records(Question question, Func<Sieve, string> order)
    {
        var sieve = new Sieve(Database, question, new Names(Database));
        if (sieve.IsEmpty)
            return [];
        var found = new List<long>();
        using (var rows = sieve.Rows("r.id", string.Create(CultureInfo.InvariantCulture, $"{order(sieve)} LIMIT {question.Most}")))
            while (rows.Next())
                found.Add(rows.Long(0));
        return _reader.Read(found);
    }

    /// <summary>A condition that keeps rows of another table to the records that match: of days alone it is one on the rows themselves.</summary>
    private string Within(Question question, string record)
    {
        var table = record[..record.IndexOf('.', StringComparison.Ordinal)];
        var ofTable = question.Kinds is [] || (table, question.Kinds) is ("dyad", [RecordKind.Event]) or ("stance", [RecordKind.Position]);
        if (ofTable && IsOpen(question with { Kinds = [] }))
            return "";
        if (ofTable && table != "d" && IsOpen(question with { Kinds = [], From = null, To = null }))
            return " WHERE 1" + Sieve.Within(question, $"{table}.day", record);
        // What passes is found once, however often it is asked about.
        var sieve = new Sieve(Database, question, new Names(Database), mayRepeat: true);
        Database.Execute("CREATE TEMP TABLE IF NOT EXISTS passes (id INTEGER PRIMARY KEY); DELETE FROM passes");
        // A value that no record has lets nothing pass.
        if (!sieve.IsEmpty)
            using (var rows = Database.Once($"INSERT OR IGNORE INTO passes {sieve.Select("r.id")}", [.. sieve.Cells]))
                rows.Next();
        return $" WHERE {record} IN (SELECT id FROM temp.passes)";
    }

    private Dictionary<long, (int Count, long Latest)> Heard(Question question, string roles)
    {
        var within = Within(question, "part.record");
        var heard = new Dictionary<long, (int, long)>();
        using var rows = Database.Once($"SELECT actor.side, count(DISTINCT part.record), max(part.day), part.record FROM part JOIN actor ON actor.id = part.actor{(within.Length == 0 ? " WHERE" : within + " AND")} part.role IN ({roles}) GROUP BY 1");
        while (rows.Next())
            heard[rows.Long(0)] = (rows.Int(1), rows.Long(3));
        return heard;
    }

    private Dictionary<long, StoredRecord> Latest(IEnumerable<long> rows) => _reader.ReadRows(rows.Where(row => row > 0).Distinct());
}
