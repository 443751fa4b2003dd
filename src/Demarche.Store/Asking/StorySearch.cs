using System.Globalization;

namespace Demarche.Store.Asking;

/// <summary>Looks for words in the texts of stories.</summary>
internal sealed class StorySearch(RecordStore store)
{
    // Of a word that stands everywhere the latest stories are looked at; how often it stands there is not worth reading all texts.
    private const int MostRead = 400;

    // How fast a further time counts less, and how much a long text is held against its words (as in BM25).
    private const double Saturation = 1.2, Length = 0.75;

    public IReadOnlyList<StoryHit> Find(Question question)
    {
        var pieces = WordQuery.Pieces(question.Words ?? "");
        var passages = new Passages(pieces);
        var hits = new List<(StoryHit Hit, int Length, List<(Span Span, int Piece)> Found)>();
        foreach (var (story, text) in Read(question, pieces))
            if (passages.Find(text, out var length) is { } found)
                hits.Add((story with { Times = found.Count }, length, found));
        var mean = hits.Count > 0 ? Math.Max(1, hits.Average(hit => hit.Length)) : 1;
        return [.. hits.Select(hit => (hit, Score: Score(hit.Found, hit.Length / mean))).OrderByDescending(scored => scored.Score).ThenByDescending(scored => scored.hit.Hit.Published).ThenBy(scored => scored.hit.Hit.Story, StringComparer.Ordinal)
            .Take(question.Most).Select(scored => Show(scored.hit.Hit, scored.hit.Found))];
    }

    private static double Score(List<(Span Span, int Piece)> found, double length) =>
        found.GroupBy(one => one.Piece).Sum(piece => piece.Count() / (piece.Count() + Saturation * (1 - Length + Length * length)));

    private static StoryHit Show(StoryHit hit, List<(Span Span, int Piece)> found)
    {
        var span = Passages.Best(hit.Words, found);
        return hit with { Span = span, Words = span.Of(hit.Words).ToString() };
    }

    /// <summary>Stories that may have the words, with their whole text in the place of a passage.</summary>
    private List<(StoryHit Story, string Text)> Read(Question question, IReadOnlyList<WordPiece> pieces)
    {
        var names = new Names(store.Database);
        var where = "told MATCH ?1";
        if (question.Outlets.Count > 0)
            where += $" AND s.outlet IN ({names.Outlets(question.Outlets)})";
        if (question.From is { } first)
            where += $" AND s.published >= {Number(first)}";
        if (question.To is { } last)
            where += $" AND s.published <= {Number(last)}";
        var cells = new List<Sql.Cell> { WordQuery.Loosely(pieces) };
        var rest = question with { Words = null, Outlets = [], From = null, To = null, Dated = false };
        if (!Answers.IsOpen(rest))
        {
            var sieve = new Sieve(store.Database, rest, names);
            if (sieve.IsEmpty)
                return [];
            where += $" AND s.shown IN ({sieve.Select("r.document")})";
        }

        var stories = new List<(StoryHit, string)>();
        try
        {
            using var rows = store.Database.Once(
                $"SELECT s.key, outlet.name, document.title, s.published, s.url, text.text FROM told CROSS JOIN story AS s ON s.id = told.rowid JOIN text ON text.story = s.id LEFT JOIN document ON document.id = s.shown LEFT JOIN outlet ON outlet.id = s.outlet WHERE {where} ORDER BY told.rowid DESC LIMIT {MostRead}", [.. cells]);
            while (rows.Next())
            {
                var text = rows.Text(5)!;
                stories.Add((new(rows.Text(0)!, rows.Text(1), rows.Text(2), StoryRows.DayOf(rows.LongOrNull(3)), rows.Text(4), 0, default, text), text));
            }
        }
        catch (StoreException error) when (error.Code == SQLitePCL.raw.SQLITE_ERROR)
        {
            // Letters that SQLite does not know yet are blanks to it: a word of them is in no text.
            return [];
        }
        return stories;
    }

    private static string Number(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
