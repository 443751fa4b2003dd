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
        var layer = new Argument<string>("LAYER") { Description = $"{string.Join(", ", LayerScorer.Layers)}." };
        var gold = new Argument<string>("GOLD") { Description = "File of gold for that layer; a folder of stories with expectations; a codebook, for its own sentences." };
        var raw = new Option<bool>("--raw") { Description = "For ud: from raw text rather than from the words of the gold." };
        var split = new Option<string?>("--split") { Description = "For attributions: only the documents of this split. For relations and events: only what is read or unread.", HelpName = "NAME" };
        var genres = new Option<string?>("--genres") { Description = "For ud and lemmas: of the GUM treebank only documents of these genres, with commas between them.", HelpName = "NAMES" };
        var predictions = new Option<string?>("--predictions") { Description = "Where to write what came out; for the layers from chains to codebook, what is not met.", HelpName = "FILE" };
        var raise = new Option<bool>("--raise-floors") { Description = $"Raise the floors of this gold in {Floors.Place} to a point below what is measured." };
        var threads = StoryOptions.Threads();
        var command = new Command("score", "Compares what comes out with gold, in percent.") { layer, gold, raw, split, genres, predictions, raise, threads };
        var options = new StoryOptions(command, takesPaths: false);
        command.SetAction(parsed =>
        {
            try
            {
                var (name, path, isRaw, part) = (parsed.GetRequiredValue(layer), parsed.GetRequiredValue(gold), parsed.GetValue(raw), parsed.GetValue(split) ?? parsed.GetValue(genres));
                var floors = parsed.GetValue(raise) ? Floors.Find(Environment.CurrentDirectory) : null;
                var result = new LayerScorer(options.Coder(parsed)).Score(name, path, isRaw, part, parsed.GetValue(threads));
                if (parsed.GetValue(predictions) is { } file)
                    Save(file, result.Predictions);

                using var output = new StreamWriter(new StandingStream(terminal.Output), new UTF8Encoding(false)) { NewLine = "\n" };
                foreach (var failure in result.Failures)
                    output.WriteLine(failure);
                foreach (var figure in result.Figures)
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figure.Measure,-28}{figure.Value,8:0.00}"));
                if (floors is not null)
                {
                    foreach (var change in floors.Raise(name, path, isRaw, part, result.Figures))
                        output.WriteLine(change);
                    floors.Save();
                }
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
