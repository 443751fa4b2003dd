using System.CommandLine;
using System.Text;
using Demarche.Codebooks;
using Demarche.Training.Scoring;

namespace Demarche.Cli;

/// <summary><c>demarche codebook</c>: for those who write codebooks.</summary>
internal static class CodebookCommand
{
    public static Command Create(Terminal terminal) => new("codebook", "For those who write codebooks.")
    {
        Check(terminal),
        ExplainPatternCommand.Create(terminal),
        DiffCodebookCommand.Create(terminal),
        NewPatternCommand.Create(terminal),
        ProposeIssuesCommand.Create(terminal),
        Page(terminal),
        CompileCommand.Create(terminal),
        ImportPhoenix(terminal),
    };

    private static Option<string?> Folder() => new("--codebook") { Description = "Folder of another codebook than the one that comes with the program, or of a layer over that one.", HelpName = "DIR" };

    private static Command Check(Terminal terminal)
    {
        var codebook = Folder();
        var tables = new Option<bool>("--tables") { Description = "Leave out the sentences of the codebook, which take a while." };
        var threads = StoryOptions.Threads();
        var command = new Command("check", "Says what is wrong in a codebook, with file and line, and which of its sentences do not come out; status 1 when something is wrong.") { codebook, tables, threads };
        command.SetAction(parsed =>
        {
            var directory = parsed.GetValue(codebook);
            if (directory is not null && !Directory.Exists(directory))
            {
                terminal.Error.WriteLine($"--codebook {directory} is not a folder");
                return Exit.Usage;
            }
            var findings = CodebookCheck.Run(directory);
            var wrong = findings.Count(finding => !finding.IsWarning);
            using var output = new StreamWriter(new StandingStream(terminal.Output), new UTF8Encoding(false)) { NewLine = "\n" };
            foreach (var finding in findings)
                output.WriteLine(finding);
            if (wrong == 0 && !parsed.GetValue(tables))
                findings = [.. findings, .. Sentences(directory, parsed.GetValue(threads), output)];
            output.WriteLine($"{Count(wrong, "error")}, {Count(findings.Count - wrong, "warning")}");
            return wrong > 0 ? Exit.SomeFailed : Exit.Done;
        });
        return command;
    }

    /// <summary>Runs the sentences of the codebook, or of the layer alone, and writes those that do not come out: each is a warning.</summary>
    private static List<Finding> Sentences(string? directory, int threads, TextWriter output)
    {
        using var coder = Coder.Load(new() { Codebook = directory });
        var layer = coder.Codebook.Layer;
        var report = ExampleChecker.Check(coder, coder.Codebook.Patterns.Where(pattern => layer is null || pattern.File.StartsWith(layer, StringComparison.Ordinal)), threads);
        var findings = report.Failures.Select(failure => new Finding(failure.Pattern.File, failure.Line, $"{failure.What}: “{failure.Sentence}”") { IsWarning = true }).ToList();
        var positions = layer is null ? PositionExamples.Check(coder, threads) : [];
        foreach (var outcome in positions)
            if (outcome.Fault is not null)
                findings.Add(new(outcome.File, outcome.Line, $"{outcome.Fault}: “{outcome.Text}”") { IsWarning = true });
        foreach (var finding in findings)
            output.WriteLine(finding);
        if (report.Outcomes.Count > 0)
            output.WriteLine(FormattableString.Invariant($"{report.Outcomes.Count + positions.Count - findings.Count} of {Count(report.Outcomes.Count + positions.Count, "sentence")} come out as their patterns say"));
        if (layer is null)
            findings.AddRange(Constructions(coder, threads, output));
        return findings;
    }

    /// <summary>Runs the reviewed parses and writes those that are not as they should be.</summary>
    private static List<Finding> Constructions(Coder coder, int threads, TextWriter output)
    {
        var outcomes = ConstructionChecker.Check(coder, threads);
        var findings = outcomes.Where(outcome => outcome.Fault is not null).Select(outcome => new Finding(outcome.Parse.File, outcome.Parse.Line, $"{outcome.Fault}: “{outcome.Parse.Text}”") { IsWarning = true }).ToList();
        foreach (var finding in findings)
            output.WriteLine(finding);
        if (outcomes.Count > 0)
            output.WriteLine(FormattableString.Invariant($"{outcomes.Count(outcome => outcome.ComesOut)} of {Count(outcomes.Count, "reviewed parse")} come out exactly; {outcomes.Count(outcome => outcome.Parse.Missed)} are known misses"));
        return findings;
    }

    private static Command Page(Terminal terminal)
    {
        var codebook = Folder();
        var target = new Option<string?>("--out") { Description = "The file; standard output when it is not given.", HelpName = "FILE" };
        var command = new Command("page", "Writes the event types with their definitions, modes and head words as a page to read.") { codebook, target };
        command.SetAction(parsed =>
        {
            try
            {
                using var coder = Coder.Load(new() { Codebook = parsed.GetValue(codebook) });
                var page = Encoding.UTF8.GetBytes(CodebookPage.Of(coder.Codebook));
                if (parsed.GetValue(target) is { } path)
                {
                    using var file = new OutputFile(path);
                    file.Stream.Write(page);
                    file.Keep();
                }
                else
                {
                    terminal.Output.Write(page);
                }
                return Exit.Done;
            }
            catch (Exception error) when (error is CodebookException or IOException or UnauthorizedAccessException)
            {
                terminal.Error.WriteLine(error.Message);
                return Exit.Usage;
            }
        });
        return command;
    }

    private static Command ImportPhoenix(Terminal terminal)
    {
        var source = new Argument<string>("DIR") { Description = "Folder with actor and agent dictionaries of PETRARCH or TABARI: files whose names hold “actors” or “agents”." };
        var target = new Option<string>("--out") { Description = "Folder for the layer; --codebook takes it.", HelpName = "DIR", DefaultValueFactory = _ => "phoenix-layer" };
        var everything = new Option<bool>("--override") { Description = "Also take names and roles that the codebook knows already; they then mean what the dictionary says." };
        var command = new Command("import-phoenix", "Makes a layer of the actor and agent dictionaries of PETRARCH or TABARI.") { source, target, everything };
        command.SetAction(parsed =>
        {
            var directory = parsed.GetRequiredValue(source);
            if (!Directory.Exists(directory))
            {
                terminal.Error.WriteLine($"{directory} is not a folder");
                return Exit.Usage;
            }
            try
            {
                var import = PhoenixImport.Run(directory, parsed.GetRequiredValue(target), parsed.GetValue(everything));
                foreach (var finding in import.Findings)
                    terminal.Error.WriteLine(finding);
                using var output = new StreamWriter(new StandingStream(terminal.Output), new UTF8Encoding(false)) { NewLine = "\n" };
                output.WriteLine($"{import.Actors} actors with {import.Names} names, {import.Roles} roles in {parsed.GetRequiredValue(target)}");
                output.WriteLine($"{import.Known} names and roles that the codebook knows already are left as they are");
                foreach (var file in import.Skipped)
                    output.WriteLine($"{file} is not read; its name holds neither “actors” nor “agents”");
                if (import.Findings.Count == 0)
                    return Exit.Done;
                output.WriteLine($"{Count(import.Findings.Count, "line")} could not be read");
                return Exit.SomeFailed;
            }
            catch (Exception error) when (error is CodebookException or IOException or UnauthorizedAccessException)
            {
                terminal.Error.WriteLine(error.Message);
                return Exit.Usage;
            }
        });
        return command;
    }

    private static string Count(int count, string noun) => FormattableString.Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");
}
