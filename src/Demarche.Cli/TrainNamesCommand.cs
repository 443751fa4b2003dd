using System.CommandLine;
using Demarche.Codebooks;
using Demarche.Parsing;
using Demarche.Training;

namespace Demarche.Cli;

/// <summary><c>demarche train names</c>: trains the model that marks names, which lies beside the language model.</summary>
internal static class TrainNamesCommand
{
    public static Command Create(Terminal terminal)
    {
        var defaults = new NameTrainingOptions { TrainFiles = [], Output = "" };
        var treebanks = new Argument<string[]>("TREEBANK") { Description = "Treebanks to learn from, in CoNLL-U: those with Entity= annotation, and others whose names are guessed.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--out") { Description = "File for the model of names.", HelpName = "FILE", Required = true };
        var dev = new Option<string[]>("--dev") { Description = "Treebanks with Entity= annotation to measure on; nothing is learnt from them.", HelpName = "TREEBANK", AllowMultipleArgumentsPerToken = true };
        var genres = new Option<string[]>("--genre") { Description = "Genres of the GUM treebank to learn from; all when none is named.", HelpName = "GENRE", AllowMultipleArgumentsPerToken = true };
        var epochs = new Option<int>("--epochs") { Description = "How often the treebanks are gone through.", HelpName = "N", DefaultValueFactory = _ => defaults.Epochs };
        var seed = new Option<ulong>("--seed") { Description = "The same seed, files and options give the same model.", HelpName = "N", DefaultValueFactory = _ => defaults.Seed };
        var command = new Command("names", "Trains the model that marks names from treebanks with entities, such as GUM.") { treebanks, output, dev, genres, epochs, seed };
        var options = new StoryOptions(command, takesPaths: false);
        command.SetAction(parsed =>
        {
            using var log = new StreamWriter(new StandingStream(terminal.Output)) { NewLine = "\n", AutoFlush = true };
            try
            {
                var path = parsed.GetRequiredValue(output);
                var hash = NameTrainer.Train(
                    new()
                    {
                        TrainFiles = parsed.GetRequiredValue(treebanks),
                        DevFiles = parsed.GetValue(dev) ?? [],
                        Output = path,
                        Genres = parsed.GetValue(genres) ?? [],
                        Epochs = parsed.GetValue(epochs),
                        Seed = parsed.GetValue(seed),
                    },
                    options.Coder(parsed),
                    log);
                log.WriteLine($"{path}, SHA-256 {hash}");
                return Exit.Done;
            }
            catch (Exception error) when (error is TrainingException or CodebookException or ModelException or IOException or UnauthorizedAccessException or ConlluException)
            {
                terminal.Error.WriteLine(error.Message);
                return Exit.Usage;
            }
        });
        return command;
    }
}
