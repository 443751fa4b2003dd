using System.CommandLine;
using Demarche.Store;

namespace Demarche.Cli.Stores;

/// <summary><c>demarche check</c>: looks a store through.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The store." };
        var command = new Command("check", "Looks a store through: the file, the spans and their words, and what records name; says what is wrong.") { file };
        command.SetAction(parsed => StoreOption.With(parsed.GetRequiredValue(file), terminal, StoreAccess.Read, open =>
        {
            using var output = new StreamWriter(new StandingStream(terminal.Output)) { NewLine = "\n" };
            var faults = 0;
            foreach (var fault in open.Check())
            {
                output.WriteLine(fault);
                faults++;
            }
            if (faults == 0)
                output.WriteLine($"{open.Path}: {Phrases.Stories(open.Stories)}, all is well");
            return faults == 0 ? Exit.Done : Exit.SomeFailed;
        }));
        return command;
    }
}
