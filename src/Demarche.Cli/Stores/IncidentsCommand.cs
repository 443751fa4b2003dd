using System.CommandLine;
using System.Globalization;
using Demarche.Store;
using Demarche.Store.Asking;
using Demarche.Store.Collating;

namespace Demarche.Cli.Stores;

/// <summary><c>demarche incidents</c> and <c>demarche timeline</c>: what took place, each once, with who tells it.</summary>
internal static class IncidentsCommand
{
    private static readonly string[] Columns =
        ["date", "actors", "types", "recipients", "place", "reports", "independent", "outlets", "asserted_by", "said_by", "denied_by", "figures", "disputed", "incident", "record", .. Answer.Source];

    private static readonly string[] ReportColumns = ["incident", "type", "status", "said_by", "copy_of", "figures", "joined", "record", "start", "end", .. Answer.Source];

    private static readonly string[] TimelineColumns =
        ["date", "actors", "type", "mode", "recipients", "status", "said_by", "place", "review", "reports", "independent", "denied_by", "figures", "disputed", "incident", "record", "rule", "start", "end", .. Answer.Source];

    public static Command Create(Terminal terminal)
    {
        var id = new Option<string?>("--id") { Description = "The incident of this record, report by report, with why each belongs to it.", HelpName = "STORY/e3" };
        var reports = new Option<bool>("--reports") { Description = "A row for each report, with why it belongs to the incident." };
        var least = new Option<int>("--least") { Description = "Leaves out incidents with fewer independent reports (1).", HelpName = "N", DefaultValueFactory = _ => 1 };
        var command = new Command("incidents", "Lists what took place, each once: who tells it, who denies it, how many were killed or arrested, where accounts differ.") { id, reports, least };
        var store = new StoreOption(command);
        var question = new QuestionOptions(command, 200);
        var output = new AnswerOptions(command);
        command.SetAction(parsed => Collated.With(store, parsed, terminal, open =>
        {
            if (parsed.GetValue(id) is { } address)
            {
                var (story, record) = Addresses.ReadRecord(open, address);
                return output.Write(parsed, terminal, Reports(open, [open.Incidents.Find($"{story}/{record}") ?? throw new StoreException($"{story}/{record} is of no incident: it is no event that took place, or cannot be dated")]));
            }
            var asked = question.Read(parsed);
            var incidents = open.Incidents.Of(asked).Where(incident => incident.Independent >= parsed.GetValue(least)).ToList();
            return output.Write(parsed, terminal, (parsed.GetValue(reports) ? Reports(open, incidents) : All(open, incidents)).OrUnknown(open.Answers, asked));
        }));
        return command;
    }

    public static Command CreateTimeline(Terminal terminal)
    {
        var reports = new Option<bool>("--reports") { Description = "A row for each report rather than for each incident." };
        var command = new Command("timeline", "Lists what happened, in order of days: each incident once, with how many tell of it.") { reports };
        var store = new StoreOption(command);
        var question = new QuestionOptions(command, 200);
        var output = new AnswerOptions(command);
        command.SetAction(parsed => Collated.With(store, parsed, terminal, open =>
        {
            var asked = question.Read(parsed);
            var records = open.Answers.Timeline(asked);
            return output.Write(parsed, terminal, (parsed.GetValue(reports) ? AskCommand.Records(records) : Timeline(open.Incidents, records)).OrUnknown(open.Answers, asked));
        }));
        return command;
    }

    // An incident stands where the first of its reports does that match; what is of none stands for itself.
    private static Answer Timeline(Incidents incidents, IEnumerable<StoredRecord> records)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var rows = new List<IReadOnlyList<object?>>();
        foreach (var record in records)
        {
            var incident = record.Id.Kind == RecordKind.Event ? incidents.Find(record.Address) : null;
            if (incident is not null && !seen.Add(incident.Id))
                continue;
            rows.Add(
            [
                AskCommand.When(record), record.Actors, record.Type, record.Mode, record.Recipients, record.Status, record.Speakers, record.Place, record.Review == Review.Machine ? null : record.Review.ToString().ToLowerInvariant(),
                incident?.Reports.Count ?? 1, incident?.Independent ?? 1, incident?.DeniedBy.Select(denial => denial.By).Distinct().ToList(), incident?.Figures.Select(Figure).ToList(), incident?.Disputed, incident?.Id,
                record.Id.ToString(), record.Rule, record.Span.Start, record.Span.End, .. AskCommand.Source(record),
            ]);
        }
        return new(TimelineColumns, rows);
    }

    private static Answer All(RecordStore store, IReadOnlyList<Incident> incidents) => new(Columns, [.. incidents.Select(incident =>
    {
        var first = incident.Reports[0];
        return (IReadOnlyList<object?>)
        [
            When(incident), incident.Actors, incident.Types, incident.Recipients, incident.Place, incident.Reports.Count, incident.Independent, incident.Outlets,
            incident.AssertedBy, incident.SaidBy, incident.DeniedBy.Select(denial => denial.By).Distinct().ToList(), incident.Figures.Select(Figure).ToList(), incident.Disputed, incident.Id, first.Event.ToString(),
            first.Words, first.Story, first.Outlet, first.Published, .. Address(store, first.Story),
        ];
    })]);

    private static Answer Reports(RecordStore store, IReadOnlyList<Incident> incidents) => new(ReportColumns, [.. incidents.SelectMany(incident => incident.Reports.Select(report => (IReadOnlyList<object?>)
    [
        incident.Id, report.Type, report.Status, report.Speakers, report.CopyOf,
        incident.Figures.SelectMany(figure => figure.Accounts.Where(account => account.Story == report.Story).Select(account => $"{figure.Kind}: {account.Words}")).ToList(),
        report.Joined, report.Event.ToString(), report.Span.Start, report.Span.End, report.Words, report.Story, report.Outlet, report.Published, .. Address(store, report.Story),
    ]))]);

    private static object?[] Address(RecordStore store, string story) => store.Incidents.AddressOf(story) is var (title, url) ? [title, url] : [null, null];

    // What nobody dates is reckoned from the days of publication.
    private static string When(Incident incident)
    {
        var days = incident.First == incident.Last ? Day(incident.First) : $"{Day(incident.First)}/{Day(incident.Last)}";
        return incident.Dated ? days : $"~{days}";
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Figure(IncidentFigure figure)
    {
        var span = figure.Low == figure.High ? Number(figure.Low) : figure.High is null ? $"at least {Number(figure.Low)}" : figure.Low is null ? $"up to {Number(figure.High)}" : $"{Number(figure.Low)} to {Number(figure.High)}";
        return figure.Best is { } best && figure.Low != figure.High ? $"{figure.Kind} {span}, best {Number(best)}" : $"{figure.Kind} {span}";
    }

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "?";
}
