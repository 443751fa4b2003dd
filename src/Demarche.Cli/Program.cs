using System.CommandLine;
using System.Text.RegularExpressions;
using Demarche.Cli.Stores;
using Demarche.Codebooks;

namespace Demarche.Cli;

/// <summary>The command <c>demarche</c>.</summary>
internal static partial class Program
{
    public static int Main(string[] args) => Run(args, Terminal.Standard());

    /// <summary>Runs a command and gives its exit status: 0 done, 1 some stories failed, 2 wrong usage.</summary>
    public static int Run(IReadOnlyList<string> args, Terminal terminal)
    {
        var root = new RootCommand("Reads news reports and official statements about international politics and turns them into a citable record.")
        {
            CodeCommand.Create(terminal),
            CodebookCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            GazetteerCommand.Create(terminal),
            ScoreCommand.Create(terminal),
            TrainCommand.Create(terminal),
            AddCommand.Create(terminal),
            CopiesCommand.Create(terminal),
            IncidentsCommand.Create(terminal),
            IncidentsCommand.CreateTimeline(terminal),
            ExportCommand.Create(terminal),
            RecordCommand.Create(terminal),
            CorrectCommand.Create(terminal),
            CheckCommand.Create(terminal),
            RunsCommand.Create(terminal),
            RunsCommand.CreateDiff(terminal),
        };
        foreach (var command in AskCommand.All(terminal))
            root.Add(command);
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var message in Messages(parsed))
                terminal.Error.WriteLine(message);
            terminal.Error.WriteLine($"{string.Join(' ', NamesOf(parsed.CommandResult).Prepend("demarche"))} --help says what can be written.");
            return Exit.Usage;
        }

        using var output = new StreamWriter(terminal.Output, new System.Text.UTF8Encoding(false), leaveOpen: true);
        return parsed.Invoke(new InvocationConfiguration { Output = output, Error = terminal.Error, EnableDefaultExceptionHandler = false });
    }

    /// <summary>What is wrong, in words for whoever typed it: no types of .NET, and of a mistyped command only that.</summary>
    private static IEnumerable<string> Messages(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0 && command.Action is null)
            return [parsed.UnmatchedTokens is [var name, ..] ? $"{name} is no command{CodebookException.DidYouMean(name, command.Subcommands.Select(known => known.Name))}" : "a command is missing"];
        return parsed.Errors.Select(error => NumberExpected().Replace(error.Message, "$1 is not a whole number"));
    }

    [GeneratedRegex(@"^Cannot parse argument '(.*)' for .* as expected type 'System\.(?:Nullable`1\[System\.)?Int(?:32|64)\]?'\.$", RegexOptions.Singleline)]
    private static partial Regex NumberExpected();

    private static IEnumerable<string> NamesOf(System.CommandLine.Parsing.CommandResult command) =>
        command.Parent is System.CommandLine.Parsing.CommandResult parent ? [.. NamesOf(parent), command.Command.Name] : [];
}
