using System.CommandLine;
using System.Globalization;
using Demarche.Store;
using Demarche.Store.Asking;

namespace Demarche.Cli.Stores;

/// <summary>The options that say which records are asked for. Of one option several values may be given, with commas between them or by giving it again: one of them is enough.</summary>
internal sealed class QuestionOptions
{
    private static readonly string[] Kinds = ["statement", "event", "position", "agreement"];
    private static readonly string[] SaidBy = ["story", "self", "relayed", "others"];
    private static readonly string[] Reviews = ["machine", "reviewed", "added"];

    private readonly Argument<string[]> _words = new("WORDS")
    {
        Description = "Words that the record must have, all of them; “in quotation marks” together, a* for a beginning, OR, NOT.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> _kind = List("--kind", "statement, event, position or agreement.", "KIND");
    private readonly Option<string[]> _actor = List("--actor", "Who did it or says it: an id (RUS) or a name. A state stands for its government and armed forces too.", "NAME");
    private readonly Option<string[]> _recipient = List("--recipient", "To whom.", "NAME");
    private readonly Option<string[]> _said = List("--said-by", "Who says so: a name, or self (the actor itself), story (nobody is quoted for it), relayed (somebody says that the actor said so), others.", "NAME");
    private readonly Option<bool> _alone = new("--alone") { Description = "A state alone, without its government and armed forces." };
    private readonly Option<string[]> _type = List("--type", "Type of event (THREATEN), stance, or what is claimed about an agreement.", "TYPE");
    private readonly Option<string[]> _mode = List("--mode", "Mode of the event.", "MODE");
    private readonly Option<string[]> _issue = List("--issue", "Issue of the position.", "ISSUE");
    private readonly Option<string[]> _status = List("--status", "asserted, reported, denied, demanded, threatened, promised, planned or hypothetical.", "STATUS");
    private readonly Option<string[]> _outlet = List("--outlet", "Newspaper, agency or station.", "NAME");
    private readonly Option<string[]> _country = List("--country", "Where it happened: ISO 3166 alpha-3.", "CODE");
    private readonly Option<string[]> _review = List("--review", "machine, reviewed or added.", "STATE");
    private readonly Option<DateOnly?> _from = Day("--from", first: true, "First day (2022-03-01), month (2022-03) or year.");
    private readonly Option<DateOnly?> _to = Day("--to", first: false, "Last day, month or year, itself included.");
    private readonly Option<string?> _in = new("--in") { Description = "A day, month or year: as --from and --to in one.", HelpName = "DATE" };
    private readonly Option<bool> _dated = new("--dated") { Description = "Only what has a date of its own; else what has none counts on the day of its story." };
    private readonly Option<int> _most;

    public QuestionOptions(Command command, int most)
    {
        _most = new("--most") { Description = $"The most rows ({most}).", HelpName = "N", DefaultValueFactory = _ => most };
        OneOf(_kind, Kinds);
        OneOf(_review, Reviews);
        _in.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !PartialDate.TryParse(result.Tokens[0].Value, out _))
                result.AddError($"--in {result.Tokens[0].Value} is not a date; write 2022-03-01, 2022-03 or 2022");
        });
        _most.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !(int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) && rows > 0))
                result.AddError($"--most {result.Tokens[0].Value} is not a number of rows");
        });
        command.Validators.Add(result =>
        {
            // What is no date is said for itself.
            if (result.GetResult(_from) is { Tokens: [var from] } && result.GetResult(_to) is { Tokens: [var to] } && PartialDate.TryParse(from.Value, out var first) && PartialDate.TryParse(to.Value, out var last) && first.Earliest > last.Latest)
                result.AddError("--from is later than --to; exchange them");
        });
        command.Add(_words);
        foreach (var option in new Option[] { _kind, _actor, _recipient, _said, _alone, _type, _mode, _issue, _status, _outlet, _country, _review, _from, _to, _in, _dated, _most })
            command.Add(option);
    }

    public Question Read(ParseResult parsed)
    {
        var said = Values(parsed, _said);
        var within = PartialDate.TryParse(parsed.GetValue(_in), out var date) ? date : (PartialDate?)null;
        return new()
        {
            Words = string.Join(' ', (parsed.GetValue(_words) ?? []).Select(word => word.Contains(' ', StringComparison.Ordinal) && !word.Contains('"', StringComparison.Ordinal) ? $"\"{word}\"" : word)) is { Length: > 0 } words ? words : null,
            Kinds = [.. Values(parsed, _kind).Select(kind => (RecordKind)Array.IndexOf(Kinds, kind))],
            Actors = Values(parsed, _actor),
            Recipients = Values(parsed, _recipient),
            Speakers = [.. said.Where(name => !SaidBy.Contains(name))],
            Voices = [.. said.SelectMany(VoicesOf).Distinct()],
            Alone = parsed.GetValue(_alone),
            Types = Values(parsed, _type),
            Modes = Values(parsed, _mode),
            Issues = Values(parsed, _issue),
            Statuses = Values(parsed, _status),
            Outlets = Values(parsed, _outlet),
            Countries = Values(parsed, _country),
            Reviews = [.. Values(parsed, _review).Select(review => (Review)Array.IndexOf(Reviews, review))],
            From = within?.Earliest ?? parsed.GetValue(_from),
            To = within?.Latest ?? parsed.GetValue(_to),
            Dated = parsed.GetValue(_dated),
            Most = parsed.GetValue(_most),
        };
    }

    private static Voice[] VoicesOf(string name) => name switch
    {
        "story" => [Voice.Story],
        "self" => [Voice.Self],
        "relayed" => [Voice.Relayed],
        "others" => [Voice.Other, Voice.Relayed],
        _ => [],
    };

    internal static Option<string[]> List(string name, string description, string value) => new(name) { Description = description, HelpName = value };

    internal static string[] Values(ParseResult parsed, Option<string[]> option) =>
        [.. (parsed.GetValue(option) ?? []).SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    private static void OneOf(Option<string[]> option, string[] known) => option.Validators.Add(result =>
    {
        foreach (var value in result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
            if (!known.Contains(value))
                result.AddError($"{option.Name} {value} is not known; write {string.Join(", ", known)}");
    });

    private static Option<DateOnly?> Day(string name, bool first, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result =>
        {
            if (PartialDate.TryParse(result.Tokens[0].Value, out var date))
                return first ? date.Earliest : date.Latest;
            result.AddError($"{name} {result.Tokens[0].Value} is not a date; write 2022-03-01, 2022-03 or 2022");
            return null;
        },
    };
}
