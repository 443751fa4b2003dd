using System.Globalization;
using CsvHelper;

namespace Demarche.Record;

/// <summary>
/// The events of stories as a flat table, a row an event, for a spreadsheet or a statistics program: RFC 4180, comma, header, lines ended by CR LF.
/// Several actors stand in one cell, separated by semicolons.
/// </summary>
public sealed class CsvRecord : IRecordWriter
{
    private static readonly string[] Columns =
    [
        "story", "outlet", "published", "event", "type", "mode", "contexts", "actors", "recipients", "date", "date_end", "date_precision", "date_note",
        "place", "place_country", "where_prec", "place_why", "status", "background", "speakers", "evidence", "start", "end", "quad", "score", "rule", "confidence", "why",
    ];

    private readonly CsvWriter _csv;

    /// <summary>The writer stays open.</summary>
    public CsvRecord(TextWriter output)
    {
        // Cells are left as they are, also where a spreadsheet could take one for a formula: the evidence is exactly the story's words.
        _csv = CsvWriter.Create(output, new CsvWriterOptions { Injection = CsvInjection.None }, leaveOpen: true);
        _csv.WriteRecord(Columns);
    }

    public void Write(Document document)
    {
        var story = document.Story;
        foreach (var e in document.Events)
        {
            _csv.WriteRecord(
            [
                story.Id, story.Outlet, story.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                e.Id, e.Type, e.Mode, string.Join("; ", e.Contexts), Names(e.Actors), Names(e.Recipients),
                e.Date?.ToString(), e.DateEnd?.ToString(), e.Date?.Precision, e.DateNote, e.Place?.Name, e.Place?.Country, Number(e.Place?.WherePrecision), e.Place?.Why,
                e.Status.ToString().ToLowerInvariant(), e.Background ? "true" : "false", Speakers(e.Attribution),
                document.Words(e.Evidence), Number(e.Evidence.Start), Number(e.Evidence.End), Number(e.Quad), Number(e.Score),
                e.Rule, Number(e.Confidence), e.Why,
            ]);
        }
    }

    public void Finish() => _csv.Flush();

    public void Dispose() => _csv.Dispose();

    private static string Names(IEnumerable<Actor> actors) => string.Join("; ", actors.Select(actor => actor.Id ?? actor.Name));

    /// <summary>Who says it, the outermost speaker first: “Tass > RUS” is what Tass reports that Russia said.</summary>
    private static string Speakers(Attribution? innermost)
    {
        var chain = new List<string>();
        for (var attribution = innermost; attribution is not null; attribution = attribution.Via)
            chain.Insert(0, attribution.Speaker is { } speaker ? Names([speaker, .. attribution.FurtherSpeakers]) : "?");
        return string.Join(" > ", chain);
    }

    private static string? Number(double? number) => number is { } finite && double.IsFinite(finite) ? finite.ToString(CultureInfo.InvariantCulture) : null;
}
