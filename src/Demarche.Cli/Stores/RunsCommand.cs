using System.CommandLine;
using Demarche.Store;

namespace Demarche.Cli.Stores;

/// <summary><c>demarche runs</c> and <c>demarche diff</c>: what coded the stories, and what two codings made differently.</summary>
internal static class RunsCommand
{
    public static Command Create(Terminal terminal)
    {
        var use = new Option<string?>("--use") { Description = "Answer from this run; newest goes back to the newest of each story.", HelpName = "RUN" };
        var drop = new Option<long?>("--drop") { Description = "Remove what this run made of stories that another run has coded too.", HelpName = "RUN" };
        var command = new Command("runs", "Lists the programs, models and codebooks that coded the stories; chooses the one that answers.") { use, drop };
        use.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.Tokens[0].Value != "newest" && !long.TryParse(result.Tokens[0].Value, out _))
                result.AddError($"--use {result.Tokens[0].Value} is no run; write its number, or newest");
        });
        var store = new StoreOption(command);
        var output = new AnswerOptions(command);
        command.SetAction(parsed =>
        {
            var (chosen, dropped) = (parsed.GetValue(use), parsed.GetValue(drop));
            return store.With(parsed, terminal, chosen is null && dropped is null ? StoreAccess.Read : StoreAccess.Write, open =>
            {
                if (chosen is not null)
                    open.Runs.Use(chosen == "newest" ? null : long.Parse(chosen));
                if (dropped is { } number && open.Runs.Drop(number) is > 0 and var kept)
                    terminal.Error.WriteLine($"{kept} stories keep run {number}: no other has coded them");
                return output.Write(parsed, terminal, new(["run", "program", "model", "codebook", "stories", "shown", "in_use"], [.. open.Runs.All().Select(run => (IReadOnlyList<object?>)
                    [run.Number, run.Run.Program, run.Run.Model, run.Run.Codebook, run.Stories, run.Shown, run.InUse ? "yes" : null])]) { Empty = "Nothing has been coded into this store yet." });
            });
        });
        return command;
    }

    public static Command CreateDiff(Terminal terminal)
    {
        var before = new Argument<long>("RUN") { Description = "The older run; demarche runs lists them." };
        var after = new Argument<long>("OTHER") { Description = "The newer run." };
        var command = new Command("diff", "Says what two runs made differently of the stories that both have coded.") { before, after };
        var store = new StoreOption(command);
        var output = new AnswerOptions(command);
        command.SetAction(parsed => store.With(parsed, terminal, StoreAccess.Read, open =>
        {
            var (older, newer) = (parsed.GetValue(before), parsed.GetValue(after));
            return output.Write(parsed, terminal, new(["kind", "record", "became", "field", "was", "is", "words", "story"],
            [
                .. open.Runs.Compare(older, newer).Select(change => (IReadOnlyList<object?>)
                    [change.Kind.ToString().ToLowerInvariant(), change.Before, change.After, change.Field ?? (change.Before is null ? "came" : "went"), change.Was, change.Is, change.Words, change.Story]),
            ])
            {
                Empty = open.Runs.Common(older, newer) is > 0 and var common ? $"Runs {older} and {newer} made the same of all {common} stories that both have coded." : $"There is no story that both run {older} and run {newer} have coded.",
            });
        }));
        return command;
    }
}
