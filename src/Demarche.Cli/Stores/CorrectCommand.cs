using System.CommandLine;
using Demarche.Store;
using Demarche.Store.Correcting;

namespace Demarche.Cli.Stores;

/// <summary><c>demarche correct</c>: what people decide about the record.</summary>
internal static class CorrectCommand
{
    private static readonly string[] Kinds = ["statement", "event", "position", "agreement"];

    public static Command Create(Terminal terminal)
    {
        var record = new Argument<string[]>("RECORD") { Description = "Story and record, as the answers show them: 5f0c9d3be2a87714/e3.", Arity = ArgumentArity.OneOrMore };
        var one = new Argument<string>("RECORD") { Description = "Story and record: 5f0c9d3be2a87714/e3." };
        var other = new Argument<string>("OTHER") { Description = "The other event: 77ab01c2d3e4f506/e1." };
        var fields = new Argument<string[]>("FIELD=VALUE") { Description = "Fields of the record and what they are to be; actors and words of a list are separated by semicolons.", Arity = ArgumentArity.OneOrMore };
        var story = new Argument<string>("STORY") { Description = "The story's key." };
        var kind = new Argument<string>("KIND") { Description = $"{string.Join(", ", Kinds)}." };
        kind.AcceptOnlyFromAmong(Kinds);
        var words = new Option<string>("--words") { Description = "The words that it rests on, exactly as they stand in the text, or where they stand (80-87).", HelpName = "WORDS", Required = true };
        var about = new Argument<string>("STORY[/RECORD]") { Description = "What the note is about." };
        var text = new Argument<string>("TEXT") { Description = "The note." };
        var actor = new Argument<string>("ACTOR") { Description = "Id or name." };
        var into = new Argument<string>("INTO") { Description = "Who it is: id or name, or a new one with its kind (person:Jan Kos)." };
        var stories = new Argument<string[]>("STORY") { Description = "The stories in which it is.", Arity = ArgumentArity.OneOrMore };
        var number = new Argument<long>("NUMBER") { Description = "The decision, as history shows it." };
        var whose = new Argument<string?>("STORY") { Description = "Only what was decided about this story.", Arity = ArgumentArity.ZeroOrOne };

        return new Command("correct", "Keeps what people decide about the record: who decided what and when, and nothing is ever lost.")
        {
            Decide(terminal, "accept", "The records are right.", (open, author, parsed) => Each(open, parsed.GetRequiredValue(record), (key, id) => open.Corrections.Accept(author, key, id)), record),
            Decide(terminal, "reject", "The records are wrong and are shown no more.", (open, author, parsed) => Each(open, parsed.GetRequiredValue(record), (key, id) => open.Corrections.Reject(author, key, id)), record),
            Decide(terminal, "edit", "Changes fields of a record.", (open, author, parsed) =>
            {
                var (key, id) = Addresses.ReadRecord(open, parsed.GetRequiredValue(one));
                return Fields(parsed.GetRequiredValue(fields)).Select(field => open.Corrections.Edit(author, key, id, field.Key, field.Value).ToString());
            }, one, fields),
            Decide(terminal, "add", "Adds a record that was missed.", (open, author, parsed) =>
            {
                var key = open.KeyOf(parsed.GetRequiredValue(story));
                var id = open.Corrections.Add(author, key, (RecordKind)Array.IndexOf(Kinds, parsed.GetRequiredValue(kind)), parsed.GetRequiredValue(words), Fields(parsed.GetRequiredValue(fields)));
                return [$"{key}/{id}"];
            }, story, kind, fields, words),
            Decide(terminal, "note", "Notes something about a story or a record.", (open, author, parsed) =>
            {
                var (key, id) = Addresses.Read(open, parsed.GetRequiredValue(about));
                return [open.Corrections.Note(author, key, id, parsed.GetRequiredValue(text)).ToString()];
            }, about, text),
            Decide(terminal, "merge", "Says that two names are one actor.", (open, author, parsed) => [open.Corrections.Merge(author, parsed.GetRequiredValue(actor), parsed.GetRequiredValue(into)).ToString()], actor, into),
            Decide(terminal, "split", "Says that in some stories an actor is somebody else of the same name.",
                (open, author, parsed) => [open.Corrections.Split(author, parsed.GetRequiredValue(actor), parsed.GetRequiredValue(into), [.. parsed.GetRequiredValue(stories).Select(open.KeyOf)]).ToString()], actor, into, stories),
            Decide(terminal, "same", "Says that two events are one happening: their incidents become one.", (open, author, parsed) => [OnEvents(open, parsed, one, other, (a, b) => open.Corrections.Same(author, a.Story, a.Record, b.Story, b.Record))], one, other),
            Decide(terminal, "apart", "Says that two events are two happenings: they are never of one incident.", (open, author, parsed) => [OnEvents(open, parsed, one, other, (a, b) => open.Corrections.Apart(author, a.Story, a.Record, b.Story, b.Record))], one, other),
            Decide(terminal, "undo", "Takes a decision back.", (open, author, parsed) => [open.Corrections.Undo(author, parsed.GetRequiredValue(number)).ToString()], number),
            List(terminal, "history", "Lists what was decided, by whom and when.", (corrections, key) => corrections.History(key), "Nothing has been decided yet.", whose),
            List(terminal, "lost", "Lists decisions whose record is not there since its story was coded again.", (corrections, _) => corrections.Lost(), "Every decision has its record."),
        };
    }

    private static Command Decide(Terminal terminal, string name, string description, Func<RecordStore, string, ParseResult, IEnumerable<string>> decide, params Symbol[] symbols)
    {
        var command = With(new Command(name, description), symbols);
        var store = new StoreOption(command);
        var author = new Option<string>("--author") { Description = "Who decides; by default the user's name.", HelpName = "NAME", DefaultValueFactory = _ => Environment.UserName };
        command.Add(author);
        command.SetAction(parsed => store.With(parsed, terminal, StoreAccess.Write, open =>
        {
            using var output = new StreamWriter(new StandingStream(terminal.Output)) { NewLine = "\n", AutoFlush = true };
            // Each number stands there when its decision is on disk.
            foreach (var done in decide(open, parsed.GetRequiredValue(author), parsed))
                output.WriteLine(done);
            return Exit.Done;
        }));
        return command;
    }

    private static Command List(Terminal terminal, string name, string description, Func<Corrections, string?, IReadOnlyList<Decision>> list, string empty, Argument<string?>? whose = null)
    {
        var command = whose is null ? new Command(name, description) : new Command(name, description) { whose };
        var store = new StoreOption(command);
        var output = new AnswerOptions(command);
        command.SetAction(parsed => store.With(parsed, terminal, StoreAccess.Read, open => output.Write(parsed, terminal, new(
            ["number", "time", "author", "decision", "target", "value", "undone", "body", "words", "story"],
            [.. list(open.Corrections, whose is not null && parsed.GetValue(whose) is { } key ? open.KeyOf(key) : null).Select(decision => (IReadOnlyList<object?>)
                [decision.Number, decision.Time, decision.Author, decision.Verb, DecisionWords.Target(decision), DecisionWords.Of(decision), decision.Undone ? "undone" : null, decision.Body, decision.Words, decision.Story])])
            {
                Empty = empty,
            })));
        return command;
    }

    private static Command With(Command command, Symbol[] symbols)
    {
        foreach (var symbol in symbols)
            if (symbol is Argument argument)
                command.Add(argument);
            else
                command.Add((Option)symbol);
        return command;
    }

    private static string OnEvents(RecordStore open, ParseResult parsed, Argument<string> one, Argument<string> other, Func<(string Story, RecordId Record), (string Story, RecordId Record), long> decide) =>
        decide(Addresses.ReadRecord(open, parsed.GetRequiredValue(one)), Addresses.ReadRecord(open, parsed.GetRequiredValue(other))).ToString();

    private static IEnumerable<string> Each(RecordStore store, string[] records, Func<string, RecordId, long> decide)
    {
        // All are looked up before any is decided.
        var found = records.Select(record => Addresses.ReadRecord(store, record)).ToList();
        return found.Select(record => decide(record.Story, record.Record).ToString());
    }

    private static Dictionary<string, string> Fields(string[] pairs)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                throw new StoreException($"{pair} changes no field; write FIELD=VALUE, as in type=THREATEN");
            fields[pair[..equals]] = pair[(equals + 1)..];
        }
        return fields;
    }
}
