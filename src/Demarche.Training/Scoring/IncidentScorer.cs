using System.Text.Json;
using Demarche.Record;
using Demarche.Store.Collating;

namespace Demarche.Training.Scoring;

/// <summary>
/// Scores whether reports of one happening come together: over pairs of passages that the gold marks with an incident each. A pair counts when an event was coded on both passages;
/// what the coder misses is counted apart. Figures are matched by kind, lowest, best and highest number, and words.
/// </summary>
internal sealed class IncidentScorer(CollatingRules rules, Run run)
{
    private readonly ReportReader _reader = new(rules);
    private readonly Collator _collator = new(rules);

    /// <param name="sets">The gold: sets of stories.</param>
    /// <param name="code">Codes a story.</param>
    public ScoreSheet Score(IReadOnlyList<JsonElement> sets, Func<Story, Document> code)
    {
        var sheet = new ScoreSheet("pairs f1", "pairs precision", "pairs recall", "pairs of all", "passages found");
        var pairs = new Counts();
        var figures = new Counts();
        foreach (var set in sets)
            Score(set, code, sheet, pairs, figures);
        sheet.Set("pairs", new Score(pairs.Right, pairs.Predicted, pairs.Gold));
        if (figures.Gold > 0)
            sheet.Set("figures", new Score(figures.Right, figures.Predicted, figures.Gold));
        return sheet;
    }

    private void Score(JsonElement set, Func<Story, Document> code, ScoreSheet sheet, Counts pairs, Counts figures)
    {
        var passages = new List<Marked>();
        var reports = new List<Report>();
        var number = 0;
        foreach (var given in set.Items("stories"))
        {
            var text = given.Text("text") ?? throw new ScoreException($"{set.Id()}: a story has no text");
            var story = new Story(text) { Title = given.Text("title"), Outlet = given.Text("outlet"), Published = given.Day("published") };
            using var record = JsonDocument.Parse(JsonRecord.Line(code(story), run));
            var told = _reader.Read(++number, (story.Id, story.Outlet, story.Published), record.RootElement, text);
            reports.AddRange(told);
            foreach (var passage in given.Items("events"))
            {
                var found = new Marked(number, SpanOf(passage, text, set), passage.Text("incident") ?? "", text, null);
                found = found with { Report = ReportOn(found.Span, passage.Text("type") ?? "", told) };
                sheet.Count("passages found", found.Report is null ? "no event" : null, () => $"{set.Id()}: [{found.Incident}] {found.Words}");
                passages.Add(found);
            }
            if (set.Items("stories").Any(story => story.Items("figures").Any()))
                ScoreFigures(set, given, text, told, sheet, figures);
        }

        var incidents = new Dictionary<Report, int>(ReferenceEqualityComparer.Instance);
        foreach (var (incident, i) in _collator.Incidents(reports).Select((incident, i) => (incident, i)))
            foreach (var report in incident)
                incidents[report] = i;
        for (var i = 0; i < passages.Count; i++)
            for (var j = i + 1; j < passages.Count; j++)
            {
                var (a, b) = (passages[i], passages[j]);
                var same = a.Incident == b.Incident;
                var joined = a.Report is not null && b.Report is not null && incidents[a.Report] == incidents[b.Report];
                if (same)
                    sheet.Count("pairs of all", joined);
                // Two passages on which one event was coded say nothing about what is joined.
                if (a.Report is null || b.Report is null || ReferenceEquals(a.Report, b.Report))
                    continue;
                pairs.Gold += same ? 1 : 0;
                pairs.Predicted += joined ? 1 : 0;
                pairs.Right += same && joined ? 1 : 0;
                if (same != joined)
                    sheet.Miss($"{set.Id()}: [{a.Incident}] {a.Words} | [{b.Incident}] {b.Words}: {(same ? "kept apart" : "joined")}");
            }
    }

    private static Span SpanOf(JsonElement marked, string text, JsonElement set)
    {
        if (marked.Number("start") is { } start && marked.Number("end") is { } end && start >= 0 && end <= text.Length && start < end && text[start..end] == marked.Text("text"))
            return new(start, end);
        throw new ScoreException($"{set.Id()}: “{marked.Text("text")}” does not stand where the mark says");
    }

    // Of the events whose words overlap: one of an accepted type, else of their quad class; of these the one that fits the passage best.
    private static Report? ReportOn(Span passage, string types, List<Report> told)
    {
        var accepted = types.Split('|');
        return told
            .Where(report => report.Evidence.Overlaps(passage) && accepted.Any(type => QuadOf(type) == QuadOf(report.Type)))
            .OrderByDescending(report => accepted.Contains(report.Type))
            .ThenByDescending(report => (double)(Math.Min(report.Evidence.End, passage.End) - Math.Max(report.Evidence.Start, passage.Start)) / report.Evidence.To(passage).Length)
            .FirstOrDefault();
    }

    // PLOVER's quad classes: verbal and material cooperation, verbal and material conflict.
    private static int QuadOf(string type) => type switch
    {
        "AGREE" or "CONSULT" or "SUPPORT" or "CONCEDE" => 1,
        "COOPERATE" or "AID" or "RETREAT" => 2,
        "REQUEST" or "ACCUSE" or "REJECT" or "THREATEN" => 3,
        _ => 4,
    };

    private static void ScoreFigures(JsonElement set, JsonElement given, string text, List<Report> told, ScoreSheet sheet, Counts figures)
    {
        var read = told.SelectMany(report => report.Figures).ToList();
        // The gold marks some kinds only.
        var kinds = new HashSet<string>(["dead", "injured", "arrested", "kidnapped"], StringComparer.Ordinal);
        figures.Predicted += read.Count(figure => kinds.Contains(figure.Kind));
        foreach (var figure in given.Items("figures"))
        {
            figures.Gold++;
            var span = SpanOf(figure, text, set);
            var match = read.Find(f => f.Kind == figure.Text("kind") && f.Words.Overlaps(span) && f.Low == figure.Number("low") && f.Best == figure.Number("best") && f.High == figure.Number("high"));
            if (match is null)
                sheet.Miss($"{set.Id()}: “{figure.Text("text")}” is not read as {figure.Text("kind")} {figure.Number("low")}/{figure.Number("best")}/{figure.Number("high")}");
            else
            {
                figures.Right++;
                read.Remove(match);
            }
        }
        foreach (var figure in read.Where(figure => kinds.Contains(figure.Kind)))
            sheet.Miss($"{set.Id()}: “{figure.Words.Of(text)}” is read as {figure.Kind} {figure.Low}/{figure.Best}/{figure.High}, which is not marked");
    }

    private sealed record Marked(int Story, Span Span, string Incident, string Text, Report? Report)
    {
        public string Words => Text[Span.Start..Span.End];
    }

    private sealed class Counts
    {
        public int Right { get; set; }

        public int Predicted { get; set; }

        public int Gold { get; set; }
    }
}
