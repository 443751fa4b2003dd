using System.CommandLine;
using System.Text;
using Demarche.Codebooks;
using Demarche.Parsing;
using Demarche.Training.Scoring;

namespace Demarche.Cli;

/// <summary><c>demarche codebook diff</c>: what a change of the codebook wins and loses.</summary>
internal static class DiffCodebookCommand
{
    public static Command Create(Terminal terminal)
    {
        var revision = new Argument<string>("REV") { Description = "A revision in git (HEAD, a tag, a commit) of the folder that --codebook names, or another folder of a codebook." };
        var codebook = new Option<string>("--codebook") { Description = "Folder of the codebook as it is now.", HelpName = "DIR", DefaultValueFactory = _ => "codebook" };
        var stories = new Option<string[]>("--on") { Description = "Stories to code with both, files or folders.", HelpName = "PATH", AllowMultipleArgumentsPerToken = true };
        var threads = StoryOptions.Threads();
        var command = new Command("diff", "Says what a change of the codebook wins and loses: on its own sentences, and on stories.") { revision, codebook, stories, threads };
        command.SetAction(parsed =>
        {
            try
            {
                using var before = CodebookRevision.Open(parsed.GetRequiredValue(revision), parsed.GetRequiredValue(codebook));
                using var old = Coder.Load(new() { Codebook = before.Path });
                using var current = Coder.Load(new() { Codebook = parsed.GetRequiredValue(codebook) });
                using var output = new StreamWriter(new StandingStream(terminal.Output), new UTF8Encoding(false)) { NewLine = "\n" };
                WriteSentences(output, CodebookDiff.Sentences(old, current, parsed.GetValue(threads)));
                return WriteStories(output, terminal, old, current, parsed.GetValue(stories) ?? []);
            }
            catch (Exception error) when (error is CodebookException or ModelException or IOException or UnauthorizedAccessException)
            {
                terminal.Error.WriteLine(error.Message);
                return Exit.Usage;
            }
        });
        return command;
    }

    private static void WriteSentences(TextWriter output, IReadOnlyList<CodebookDiff.SentenceChange> changes)
    {
        foreach (var change in changes.Where(change => change.Change != CodebookDiff.Change.Added).OrderBy(change => change.Change))
            output.WriteLine($"{Name(change.Change),-11} {change.Outcome}");
        output.WriteLine($"sentences: {string.Join(", ", Enum.GetValues<CodebookDiff.Change>().Select(kind => FormattableString.Invariant($"{changes.Count(change => change.Change == kind)} {Name(kind)}")))}");

        static string Name(CodebookDiff.Change change) => change switch
        {
            CodebookDiff.Change.Won => "won",
            CodebookDiff.Change.Lost => "lost",
            CodebookDiff.Change.Added => "new",
            CodebookDiff.Change.AddedMissed => "new, missed",
            _ => "gone",
        };
    }

    private static int WriteStories(TextWriter output, Terminal terminal, Coder old, Coder current, string[] paths)
    {
        if (paths.Length == 0)
            return Exit.Done;
        var failed = false;
        int won = 0, lost = 0, stories = 0;
        foreach (var read in new Reading.StoryReader { OpenStandardInput = terminal.OpenInput }.Read(paths))
        {
            if (read.Story is null)
            {
                terminal.Error.WriteLine(read.Error);
                failed = true;
                continue;
            }
            stories++;
            var changes = CodebookDiff.Events(old, current, read.Story);
            if (changes.Count == 0)
                continue;
            output.WriteLine(read.Place);
            foreach (var change in changes)
            {
                output.WriteLine($"  {(change.Won ? '+' : '−')} {Layout.Clean(change.Line)}");
                _ = change.Won ? won++ : lost++;
            }
        }
        output.WriteLine(FormattableString.Invariant($"events in {stories} stories: {won} more, {lost} fewer"));
        return failed ? Exit.SomeFailed : Exit.Done;
    }
}
