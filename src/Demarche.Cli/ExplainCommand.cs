using System.CommandLine;
using System.Text;
using Demarche.Reading;

namespace Demarche.Cli;

/// <summary><c>demarche explain</c>: how each record came about, and what was considered and left.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        var record = new Option<string?>("--event") { Description = "Only this record: the number of an event, or e3, a3, p3, g3.", HelpName = "ID" };
        var command = new Command("explain", "Says of each record which rule and which words it rests on, and what was considered and left.") { record };
        var options = new StoryOptions(command);
        command.SetAction(parsed => Run(parsed, options, terminal, parsed.GetValue(record)));
        return command;
    }

    private static int Run(ParseResult parsed, StoryOptions options, Terminal terminal, string? wanted)
    {
        using var coder = options.LoadCoder(parsed, terminal);
        if (coder is null)
            return Exit.Usage;
        if (wanted is { Length: > 0 } && char.IsAsciiDigit(wanted[0]))
            wanted = "e" + wanted;

        using var text = new StreamWriter(new BufferedStream(new StandingStream(terminal.Output)), new UTF8Encoding(false)) { NewLine = "\n" };
        var screen = terminal.OutputIsWatched ? ColourScreen.Create(text, terminal.Width) : new PlainScreen(text, terminal.Width);
        var derivation = new Derivation(coder.Codebook, screen);
        var failed = false;
        var found = false;
        string? known = null;
        foreach (var story in new CodingLine(coder, 1).Code(options.Read(parsed, terminal)))
        {
            if (story.Document is not { } document)
            {
                terminal.Error.WriteLine(story.Error);
                failed = true;
                continue;
            }
            if (wanted is null)
                derivation.WriteAll(document);
            else if (derivation.Write(document, wanted))
                found = true;
            else
                known ??= Known(story.Read, document);
        }
        if (wanted is not null && !found && known is not null)
        {
            terminal.Error.WriteLine($"--event {wanted}: {known}");
            return Exit.Usage;
        }
        return failed ? Exit.SomeFailed : Exit.Done;
    }

    private static string Known(ReadResult read, Document document)
    {
        var ranges = new[] { ('e', document.Events.Count), ('a', document.Attributions.Count), ('p', document.Positions.Count), ('g', document.Agreements.Count) }
            .Where(layer => layer.Item2 > 0)
            .Select(layer => layer.Item2 == 1 ? $"{layer.Item1}1" : $"{layer.Item1}1 to {layer.Item1}{layer.Item2}")
            .ToList();
        return ranges.Count > 0 ? $"there is no such record; {read.Place} has {string.Join(", ", ranges)}" : $"{read.Place} has no records";
    }
}
