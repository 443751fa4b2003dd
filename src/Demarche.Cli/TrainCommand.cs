using System.CommandLine;
using System.Globalization;
using Demarche.Training;

namespace Demarche.Cli;

/// <summary><c>demarche train</c>: trains the language model from treebanks.</summary>
internal static class TrainCommand
{
    public static Command Create(Terminal terminal)
    {
        var treebanks = new Argument<string[]>("TREEBANK") { Description = "Treebanks to learn from, in CoNLL-U.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--out") { Description = "Folder for the model, its learning curve and the state to go on from.", HelpName = "DIR", Required = true };
        var dev = new Option<string[]>("--dev") { Description = "Treebanks to measure on; nothing is learnt from them.", HelpName = "TREEBANK", AllowMultipleArgumentsPerToken = true };
        var genres = new Option<string[]>("--genre") { Description = "Genres of the GUM treebank to learn from; all when none is named.", HelpName = "GENRE", AllowMultipleArgumentsPerToken = true };
        var words = new Option<string>("--words") { Description = "Table of words that now and then take the place of the treebanks' own, so that a model learns words of news.", HelpName = "CSV" };
        var texts = new Option<string>("--texts") { Description = "A codebook whose sentences and passages are learnt from too, as the tutors read them.", HelpName = "DIR" };
        var tutors = new Option<string[]>("--tutor") { Description = "Models that read --texts: three or more, trained with other seeds; what most of them agree on is learnt.", HelpName = "MODEL", AllowMultipleArgumentsPerToken = true };
        var epochs = new Option<int>("--epochs") { Description = "How often the treebanks are gone through.", HelpName = "N", DefaultValueFactory = _ => new TrainingOptions { TrainFiles = [], OutputDirectory = "" }.Epochs };
        var seed = new Option<ulong>("--seed") { Description = "The same seed, files and options give the same model.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var resume = new Option<bool>("--resume") { Description = "Go on from where a former run into --out ended." };
        var threads = StoryOptions.Threads();
        var command = new Command("train", "Trains the language model from Universal Dependencies treebanks.") { treebanks, output, dev, genres, words, texts, tutors, epochs, seed, resume, threads };
        command.Subcommands.Add(TrainNamesCommand.Create(terminal));
        command.SetAction(parsed => Run(terminal, () => new()
        {
            TrainFiles = parsed.GetRequiredValue(treebanks),
            DevFiles = parsed.GetValue(dev) ?? [],
            OutputDirectory = parsed.GetRequiredValue(output),
            Genres = parsed.GetValue(genres) ?? [],
            WordsFile = parsed.GetValue(words),
            Texts = parsed.GetValue(texts),
            Tutors = parsed.GetValue(tutors) ?? [],
            Epochs = parsed.GetValue(epochs),
            Seed = parsed.GetValue(seed),
            Resume = parsed.GetValue(resume),
            Threads = parsed.GetValue(threads),
        }));
        return command;
    }

    private static int Run(Terminal terminal, Func<TrainingOptions> options)
    {
        using var log = new StreamWriter(new StandingStream(terminal.Output)) { NewLine = "\n", AutoFlush = true };
        try
        {
            var report = Trainer.Train(options(), log);
            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.ModelPath}, SHA-256 {report.ModelHash}: {report.Sentences} sentences, {report.Words} words"));
            return Exit.Done;
        }
        catch (Exception error) when (error is TrainingException or IOException or UnauthorizedAccessException or ConlluException)
        {
            terminal.Error.WriteLine(error.Message);
            return Exit.Usage;
        }
    }
}
