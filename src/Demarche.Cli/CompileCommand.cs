using System.CommandLine;
using Demarche.Codebooks;

namespace Demarche.Cli;

/// <summary><c>demarche codebook compile</c>: reads the YAML files and the tables of a codebook beforehand, so that a program starts faster. The build calls it.</summary>
internal static class CompileCommand
{
    public static Command Create(Terminal terminal)
    {
        var source = new Argument<string>("DIR") { Description = "Folder of the codebook." };
        var target = new Option<string>("--out") { Description = "The file; programs look for codebook.bin beside their folder codebook.", HelpName = "FILE", Required = true };
        var command = new Command("compile", "Reads a codebook's YAML files and tables beforehand, so that programs start faster.") { source, target };
        command.SetAction(parsed =>
        {
            try
            {
                Codebook.Compile(parsed.GetRequiredValue(source), parsed.GetRequiredValue(target));
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
}
