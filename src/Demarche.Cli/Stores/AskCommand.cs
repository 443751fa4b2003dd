using System.CommandLine;
using Demarche.Store;
using Demarche.Store.Asking;

namespace Demarche.Cli.Stores;

/// <summary>The commands that ask the record: each takes the same options and answers as a table, CSV or JSON.</summary>
internal static class AskCommand
{
    private static readonly string[] RecordColumns =
        ["date", "actors", "type", "mode", "issue", "direction", "recipients", "status", "said_by", "voice", "place", "review", "record", "rule", "start", "end", .. Answer.Source];

    public static IEnumerable<Command> All(Terminal terminal)
    {
        yield return Create(terminal, "search", "Finds records: those that match the words best come first, without words the newest. Then stories that have the words elsewhere in their text.", 20, (answers, question, _) => Found(answers, question));
        yield return Create(terminal, "positions", "Says where each side stands on each issue, and how it came to it.", 50, (answers, question, _) => Positions(answers.Positions(question)));
        yield return Create(terminal, "agreements", "Lists what is claimed about agreements: signed, in force, violated, by whom, says who.", 200, (answers, question, _) => Records(answers.Agreements(question)));
        yield return Create(terminal, "facets", "Counts the records that match by each of their values.", int.MaxValue, (answers, question, _) => Facets(answers.Facets(question)));

        var least = new Option<int>("--least") { Description = "Leaves out pairs with fewer events (1).", HelpName = "N", DefaultValueFactory = _ => 1 };
        yield return Create(terminal, "network", "Says who acts towards whom, and how.", 50, (answers, question, parsed) => Network(answers.Network(question, parsed.GetValue(least))), least);

        var these = Required("--these", "Outlets whose reports are compared …");
        var those = Required("--those", "… with the reports of these.");
        yield return Create(terminal, "compare", "Says what is a greater part of what some outlets report than of what others do.", 50,
            (answers, question, parsed) => Contrasts(answers.Compare(question, QuestionOptions.Values(parsed, these), QuestionOptions.Values(parsed, those))), these, those);

        var among = QuestionOptions.List("--among", "Whose silence is of interest; by default everybody who is heard in these days.", "NAME");
        yield return Create(terminal, "silence", "Says who is addressed by what matches, or heard in these days, but has not reacted to it.", 50,
            (answers, question, parsed) => (Silences(answers.Silent(question, QuestionOptions.Values(parsed, among))) with { Empty = "Nobody is silent: whoever is addressed or heard has reacted." }).OrUnknown(answers, question, always: true), among);
    }

    private static Command Create(Terminal terminal, string name, string description, int most, Func<Answers, Question, ParseResult, Answer> ask, params Option[] further)
    {
        var command = new Command(name, description);
        var store = new StoreOption(command);
        var question = new QuestionOptions(command, most);
        foreach (var option in further)
            command.Add(option);
        var output = new AnswerOptions(command);
        command.SetAction(parsed => store.With(parsed, terminal, StoreAccess.Read, open =>
        {
            var asked = question.Read(parsed);
            return output.Write(parsed, terminal, ask(open.Answers, asked, parsed).OrUnknown(open.Answers, asked));
        }));
        return command;
    }

    private static Option<string[]> Required(string name, string description)
    {
        var option = QuestionOptions.List(name, description, "NAME");
        option.Required = true;
        return option;
    }

    private static Answer Found(Answers answers, Question question)
    {
        var records = answers.Search(question);
        var found = Records(records);
        if (string.IsNullOrWhiteSpace(question.Words) || question.Kinds.Count > 0 || records.Count >= question.Most)
            return found;
        var seen = records.Select(record => record.Story).ToHashSet(StringComparer.Ordinal);
        var further = answers.Stories(question).Where(hit => !seen.Contains(hit.Story)).Take(question.Most - records.Count);
        return found with { Rows = [.. found.Rows, .. further.Select(Story)] };
    }

    private static IReadOnlyList<object?> Story(StoryHit hit)
    {
        var row = new object?[RecordColumns.Length];
        row[Array.IndexOf(RecordColumns, "type")] = "story";
        row[Array.IndexOf(RecordColumns, "start")] = hit.Span.Start;
        row[Array.IndexOf(RecordColumns, "end")] = hit.Span.End;
        object?[] source = [hit.Words, hit.Story, hit.Outlet, hit.Published, hit.Title, hit.Url];
        source.CopyTo(row, row.Length - source.Length);
        return row;
    }

    internal static Answer Records(IEnumerable<StoredRecord> records) => new(RecordColumns, [.. records.Select(record => (IReadOnlyList<object?>)
    [
        When(record), record.Actors, record.Type, record.Mode, record.Issue, record.Direction, record.Recipients, record.Status, record.Speakers, record.Voice.ToString().ToLowerInvariant(), record.Place,
        record.Review == Review.Machine ? null : record.Review.ToString().ToLowerInvariant(), record.Id.ToString(), record.Rule, record.Span.Start, record.Span.End, .. Source(record),
    ])]);

    private static Answer Positions(IEnumerable<PositionCell> cells) => new(["actor", "issue", "stance", "direction", "date", "count", "trail", "conflicts", "record", .. Answer.Source], [.. cells.Select(cell => (IReadOnlyList<object?>)
    [
        cell.Side, cell.Issue, cell.Latest.Type, cell.Latest.Direction, When(cell.Latest), cell.Count, cell.Trail.Count > 1 ? cell.Trail.Select(step => $"{step.Stance} {step.Day:yyyy-MM-dd}".TrimEnd() + $" ({step.Record})") : null,
        cell.Conflicts.Count > 0 ? cell.Conflicts.Select(pair => $"{pair.Day:yyyy-MM-dd}: {pair.One.Stance} ({pair.One.Outlet ?? "?"}, {pair.One.Record}), {pair.Other.Stance} ({pair.Other.Outlet ?? "?"}, {pair.Other.Record})") : null, cell.Latest.Id.ToString(), .. Source(cell.Latest),
    ])]);

    private static Answer Network(IEnumerable<Dyad> dyads) => new(["actor", "recipient", "events", "cooperation", "conflict", "first", "last", "record", .. Answer.Source], [.. dyads.Select(dyad => (IReadOnlyList<object?>)
        [dyad.Actor, dyad.Recipient, dyad.Count, dyad.Cooperation, dyad.Conflict, dyad.First, dyad.Last, dyad.Latest.Id.ToString(), .. Source(dyad.Latest)])]);

    private static Answer Contrasts(IEnumerable<OutletContrast> contrasts) => new(["actor", "type", "recipient", "these", "those", "these_share", "those_share", "record", .. Answer.Source], [.. contrasts.Select(contrast => (IReadOnlyList<object?>)
        [contrast.Actor, contrast.Type, contrast.Recipient, contrast.These, contrast.Those, Math.Round(contrast.TheseShare, 4), Math.Round(contrast.ThoseShare, 4), contrast.Example.Id.ToString(), .. Source(contrast.Example)])]);

    private static Answer Silences(IEnumerable<Silence> silences) => new(["actor", "addressed", "otherwise", "last", "record", .. Answer.Source], [.. silences.Select(silence => (IReadOnlyList<object?>)
        [silence.Side, silence.Addressed, silence.Otherwise, When(silence.Latest), silence.Latest.Id.ToString(), .. Source(silence.Latest)])]);

    private static Answer Facets(IEnumerable<FacetCount> facets) => new(["kind", "facet", "value", "count"], [.. facets.Select(facet => (IReadOnlyList<object?>)
        [facet.Kind.ToString().ToLowerInvariant(), facet.Facet, facet.Value, facet.Count])]);

    internal static string? When(StoredRecord record) => record.DateEnd is { } end && end != record.Date ? $"{record.Date}/{end}" : record.Date;

    internal static object?[] Source(StoredRecord record) => [record.Words, record.Story, record.Outlet, record.Published, record.Title, record.Url];
}
