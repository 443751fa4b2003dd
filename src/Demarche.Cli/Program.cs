using System.CommandLine;
using Demarche.Cli.Stores;

namespace Demarche.Cli;

/// <summary>The command <c>demarche</c>.</summary>
internal static class Program
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
            foreach (var error in parsed.Errors)
                terminal.Error.WriteLine(error.Message);
            terminal.Error.WriteLine($"{string.Join(' ', NamesOf(parsed.CommandResult).Prepend("demarche"))} --help says what can be written.");
            return Exit.Usage;
        }

        using var output = new StreamWriter(terminal.Output, new System.Text.UTF8Encoding(false), leaveOpen: true);
        return parsed.Invoke(new InvocationConfiguration { Output = output, Error = terminal.Error, EnableDefaultExceptionHandler = false });
    }

    private static IEnumerable<string> NamesOf(System.CommandLine.Parsing.CommandResult command) =>
        command.Parent is System.CommandLine.Parsing.CommandResult parent ? [.. NamesOf(parent), command.Command.Name] : [];
}
