using System.CommandLine;
using System.Globalization;
using System.Text;
using Demarche.Codebooks;
using Demarche.Parsing;
using Demarche.Training.Scoring;

namespace Demarche.Cli;

/// <summary><c>demarche score</c>: compares what comes out with gold.</summary>
internal static class ScoreCommand
{
    public static Command Create(Terminal terminal)
    {
        var layer = new Argument<string>("LAYER") { Description = "ud, relations, events or attributions." };
        var gold = new Argument<string>("GOLD") { Description = "File of gold for that layer." };
        var raw = new Option<bool>("--raw") { Description = "For ud: from raw text rather than from the words of the gold." };
        var split = new Option<string?>("--split") { Description = "For attributions: only the documents of this split.", HelpName = "NAME" };
        var predictions = new Option<string?>("--predictions") { Description = "Where to write what came out.", HelpName = "FILE" };
        var threads = StoryOptions.Threads();
        var command = new Command("score", "Compares what comes out with gold, in percent.") { layer, gold, raw, split, predictions, threads };
        var options = new StoryOptions(command, takesPaths: false);
        command.SetAction(parsed =>
        {
            try
            {
                var result = new LayerScorer(options.Coder(parsed))
                    .Score(parsed.GetRequiredValue(layer), parsed.GetRequiredValue(gold), parsed.GetValue(raw), parsed.GetValue(split), parsed.GetValue(threads));
                if (parsed.GetValue(predictions) is { } path)
                    Save(path, result.Predictions);
                using var output = new StreamWriter(new StandingStream(terminal.Output), new UTF8Encoding(false)) { NewLine = "\n" };
                foreach (var figure in result.Figures)
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figure.Measure,-28}{figure.Value,8:0.00}"));
                return Exit.Done;
            }
            catch (Exception error) when (error is ScoreException or CodebookException or ModelException or IOException or UnauthorizedAccessException)
            {
                terminal.Error.WriteLine(error.Message);
                return Exit.Usage;
            }
        });
        return command;
    }

    private static void Save(string path, string predictions)
    {
        using var file = new OutputFile(path);
        file.Stream.Write(Encoding.UTF8.GetBytes(predictions));
        file.Keep();
    }
}
