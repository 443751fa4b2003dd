using System.CommandLine;
using Demarche.Codebooks;

namespace Demarche.Cli;

/// <summary><c>demarche gazetteer import</c>: more places, in a layer of one's own.</summary>
internal static class GazetteerCommand
{
    public static Command Create(Terminal terminal) => new("gazetteer", "Looks after the table of places.") { Import(terminal) };

    private static Command Import(Terminal terminal)
    {
        var source = new Argument<string>("FILE") { Description = "A dump of GeoNames (cities15000.txt, a country's file, allCountries.txt): lines of 19 cells with tabs between them." };
        var target = new Option<string>("--out") { Description = "Folder for the layer; --codebook takes it.", HelpName = "DIR", DefaultValueFactory = _ => "gazetteer-layer" };
        var least = new Option<long>("--least") { Description = "Leave out towns with fewer inhabitants.", HelpName = "N" };
        var alternates = new Option<bool>("--alternates") { Description = "Take the further names in Latin letters too." };
        var command = new Command("import", "Makes a layer of a GeoNames dump.") { source, target, least, alternates };
        command.SetAction(parsed =>
        {
            var file = parsed.GetRequiredValue(source);
            if (!File.Exists(file))
            {
                terminal.Error.WriteLine($"{file} is not a file");
                return Exit.Usage;
            }
            try
            {
                var import = GazetteerImport.Run(file, parsed.GetRequiredValue(target), parsed.GetValue(least), parsed.GetValue(alternates));
                foreach (var finding in import.Findings)
                    terminal.Error.WriteLine(finding);
                using var output = new StreamWriter(new StandingStream(terminal.Output), new System.Text.UTF8Encoding(false)) { NewLine = "\n" };
                output.WriteLine($"{import.Places} places with {import.Names} names in {parsed.GetRequiredValue(target)}");
                output.WriteLine($"{import.Known} names are in the codebook already, for the same place; {import.Left} lines are no places of events, or too small");
                if (import.Findings.Count == 0)
                    return Exit.Done;
                output.WriteLine($"{import.Findings.Count} {(import.Findings.Count == 1 ? "line" : "lines")} could not be read");
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
}
