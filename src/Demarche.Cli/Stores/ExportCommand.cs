using System.CommandLine;
using Demarche.Store;

namespace Demarche.Cli.Stores;

/// <summary><c>demarche export</c>: writes the whole record out of a store.</summary>
internal static class ExportCommand
{
    private static readonly string[] Formats = ["jsonl"];

    public static Command Create(Terminal terminal)
    {
        var format = new Argument<string>("FORMAT") { Description = $"{string.Join(", ", Formats)}." };
        var output = new Option<string?>("--out") { Description = "Where to write instead of standard output.", HelpName = "FILE" };
        var command = new Command("export", "Writes the record of all stories, by day of publication; the same stories give the same bytes, in whatever order they were added.") { format, output };
        var store = new StoreOption(command);
        format.Validators.Add(result =>
        {
            if (!Formats.Contains(result.Tokens[0].Value))
                result.AddError($"{result.Tokens[0].Value} is not a known format; write {string.Join(", ", Formats)}");
        });
        command.SetAction(parsed => store.With(parsed, terminal, StoreAccess.Read, open => OutputFile.Write(terminal, parsed.GetValue(output), stream =>
        {
            foreach (var story in open.Shown())
            {
                stream.Write(story.Line());
                stream.WriteByte((byte)'\n');
            }
            return Exit.Done;
        })));
        return command;
    }
}
