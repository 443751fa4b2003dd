using System.Runtime.InteropServices;
using Demarche.Store.Collating;

namespace Demarche.Store.Checking;

/// <summary>Looks through what is known of copies and incidents: that it names only what is there, and that fingerprints, likeness and figures are those of the texts. Stories that wait to be compared are left out.</summary>
internal sealed class CollationCheck(RecordStore store)
{
    private const string Waits = "SELECT 1 FROM waiting WHERE waiting.story = ";

    private readonly CollatingShelf _shelf = new(store.Database);

    /// <summary>What is wrong, in words; nothing when all is well.</summary>
    public IEnumerable<string> Faults()
    {
        foreach (var (query, words) in new[]
        {
            ("SELECT 'story ' || story FROM waiting WHERE NOT EXISTS (SELECT 1 FROM story WHERE id = waiting.story)", "waits to be compared, but is not there"),
            ($"SELECT key FROM story WHERE NOT EXISTS (SELECT 1 FROM copy WHERE copy.story = story.id) AND NOT EXISTS ({Waits} story.id)", "was never compared with others"),
            ("SELECT 'story ' || story FROM copy WHERE NOT EXISTS (SELECT 1 FROM story WHERE id = copy.story)", "was compared with others, but is not there"),
            ("SELECT 'story ' || story FROM copy WHERE parent IS NOT NULL AND NOT EXISTS (SELECT 1 FROM copy AS p WHERE p.story = copy.parent)", "is said to be a copy of a story that is not there"),
            ("SELECT s.key FROM copy JOIN story AS s ON s.id = copy.story JOIN story AS p ON p.id = copy.parent WHERE ifnull(p.published, 99999999) > ifnull(s.published, 99999999)", "is said to be a copy of a later story"),
            ("WITH RECURSIVE tree (story) AS (SELECT story FROM copy WHERE parent IS NULL UNION ALL SELECT copy.story FROM tree JOIN copy ON copy.parent = tree.story) SELECT 'story ' || story FROM copy WHERE story NOT IN (SELECT story FROM tree)", "is in a circle of copies"),
            ("SELECT 'story ' || story FROM band WHERE NOT EXISTS (SELECT 1 FROM copy WHERE copy.story = band.story)", "has a fingerprint, but is not there"),
            ($"SELECT 'report ' || id FROM report WHERE NOT EXISTS (SELECT 1 FROM story WHERE story.id = report.story AND story.shown = report.id >> 20) AND NOT EXISTS ({Waits} report.story)", "is of a document that is not shown"),
            ($"SELECT 'report ' || report.id FROM report JOIN story ON story.id = report.story WHERE NOT EXISTS (SELECT 1 FROM record AS r WHERE r.id BETWEEN story.first AND story.last AND {RecordId.RowSql} = report.id) AND NOT EXISTS ({Waits} report.story)", "is of an event that is not there"),
            ("SELECT 'report ' || id FROM report WHERE NOT EXISTS (SELECT 1 FROM report AS first WHERE first.id = report.incident AND first.incident = first.id AND first.component = report.component)", "is of an incident that is not there"),
            ("SELECT 'report ' || id FROM report WHERE NOT EXISTS (SELECT 1 FROM report AS first WHERE first.id = report.component AND first.component = first.id)", "is linked with reports that are not there"),
            ("SELECT 'report ' || report FROM report_key WHERE NOT EXISTS (SELECT 1 FROM report WHERE report.id = report_key.report)", "can be found, but is not there"),
            ("SELECT 'decision ' || decision FROM tie WHERE NOT EXISTS (SELECT 1 FROM decision WHERE id = tie.decision AND verb IN ('same', 'apart'))", "ties two events, but is not there"),
        })
            foreach (var what in store.Database.Texts(query + " LIMIT 10"))
                yield return $"{what} {words}";
        var fingerprints = Fingerprints();
        foreach (var story in Compared())
            foreach (var fault in Of(story, fingerprints))
                yield return fault;
    }

    private List<long> Compared()
    {
        var stories = new List<long>();
        using var rows = store.Database[$"SELECT story FROM copy WHERE NOT EXISTS ({Waits} copy.story) ORDER BY story"].Rows();
        while (rows.Next())
            stories.Add(rows.Long(0));
        return stories;
    }

    /// <summary>The bands of each story, in one pass: they are kept in the order of bands.</summary>
    private Dictionary<long, Fingerprint> Fingerprints()
    {
        var sums = new Dictionary<long, Fingerprint>();
        using var rows = store.Database["SELECT story, band FROM band"].Rows();
        while (rows.Next())
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, rows.Long(0), out _);
            sum = sum.With((uint)rows.Long(1));
        }
        return sums;
    }

    // A set of bands in a few bytes, whatever their order.
    private readonly record struct Fingerprint(int Count, ulong Sum)
    {
        public Fingerprint With(uint band) => new(Count + 1, unchecked(Sum + TextWord.Mix(band + 0x9E3779B97F4A7C15UL)));
    }

    private List<string> Of(long id, Dictionary<long, Fingerprint> fingerprints)
    {
        var faults = new List<string>();
        try
        {
            var text = _shelf.Text(id);
            if (fingerprints.GetValueOrDefault(id) != Bands.Of(text.Shingles).Distinct().Aggregate(default(Fingerprint), (sum, band) => sum.With(band)))
                faults.Add($"{text.Id}: the fingerprint is not that of the text");
            if (_shelf.LinkOf(id) is { } link)
            {
                var parent = _shelf.Text(link.Parent).Shingles;
                var shared = text.Shingles.Shared(parent);
                if (link.Shared != shared || link.Either != text.Shingles.Count + parent.Count - shared)
                    faults.Add($"{text.Id}: it does not have in common with {_shelf.Text(link.Parent).Id} what is said");
            }
            var length = store.Database["SELECT text FROM text WHERE story = ?1"].Text(id)!.Length;
            foreach (var report in _shelf.OfStory(id).Select(_shelf.Report))
            {
                if (report.Evidence.End > length || report.First > report.Last)
                    faults.Add($"{text.Id}: the report {report.Event} lies outside the text, or ends before it begins");
                foreach (var figure in report.Figures)
                    if (figure.Low > figure.Best || figure.Best > figure.High || figure.Low > figure.High || figure.Words.End > length)
                        faults.Add($"{text.Id}: of the {figure.Kind} in {report.Event} {figure.Low} are the least, {figure.Best} the best and {figure.High} the most");
            }
        }
        catch (Exception error) when (error is StoreException or IOException or ArgumentException or FormatException)
        {
            faults.Add($"story {id} cannot be compared: {error.Message}");
        }
        return faults;
    }
}
