using System.CommandLine;
using Demarche.Reading;
using Demarche.Store;
using Demarche.Store.Collating;

namespace Demarche.Cli.Stores;

/// <summary><c>demarche add</c>: codes stories that the store does not have yet, and adds them.</summary>
internal static class AddCommand
{
    public static Command Create(Terminal terminal)
    {
        var coded = new Option<bool>("--coded") { Description = "The PATHs hold records that demarche code --format jsonl has written: they are added as they are." };
        var threads = StoryOptions.Threads();
        var command = new Command("add", "Reads stories into a store. Those that are there are passed over: a run that was stopped goes on where it was.") { coded, threads };
        var options = new StoryOptions(command);
        var store = new StoreOption(command);
        command.SetAction(parsed => parsed.GetValue(coded)
            ? store.With(parsed, terminal, StoreAccess.Create, open => AddCoded(open, options.Paths(parsed), options.Coder(parsed).Codebook, terminal))
            : AddStories(parsed, options, store, terminal, parsed.GetValue(threads)));
        return command;
    }

    private static int AddStories(ParseResult parsed, StoryOptions options, StoreOption store, Terminal terminal, int threads)
    {
        using var coder = options.LoadCoder(parsed, terminal);
        return coder is null ? Exit.Usage : store.With(parsed, terminal, StoreAccess.Create, open =>
        {
            // What is wrong with the rules of comparing is said before anything is coded.
            CollatingRules.Of(options.Coder(parsed).Codebook);
            using var adding = open.Add();
            var progress = new AddProgress(terminal, terminal.ErrorIsWatched ? StoryCount.Of(options.Paths(parsed)) : null);
            try
            {
                foreach (var story in new CodingLine(coder, threads).Code(New(options.Read(parsed, terminal), open, coder.Run, progress)))
                {
                    progress.Count(story.Error);
                    if (story.Document is { } document)
                        adding.Add(CodedStory.Of(document, coder.Run));
                }
            }
            finally
            {
                // Also when the list of stories breaks off: what was coded is kept.
                adding.Commit();
                progress.End(open.Path, adding.Counts);
            }
            Collate(open, options.Coder(parsed).Codebook, terminal);
            return progress.Failed == 0 ? Exit.Done : Exit.SomeFailed;
        });
    }

    // Copies and incidents; what was broken off is made up for.
    private static void Collate(RecordStore store, string? codebook, Terminal terminal)
    {
        store.Collate(codebook, (done, all) =>
        {
            if (terminal.ErrorIsWatched)
                terminal.Error.Write($"\r{done} of {all} stories compared\u001b[K");
        });
        if (terminal.ErrorIsWatched)
            terminal.Error.Write("\r\u001b[K");
    }

    private static IEnumerable<ReadResult> New(IEnumerable<ReadResult> stories, RecordStore store, Run run, AddProgress progress)
    {
        foreach (var story in stories)
        {
            if (story.Story is { } read && store.Holds(read, run))
                progress.PassOver();
            else
                yield return story;
        }
    }

    private static int AddCoded(RecordStore store, IReadOnlyList<string> paths, string? codebook, Terminal terminal)
    {
        using var adding = store.Add();
        var progress = new AddProgress(terminal, terminal.ErrorIsWatched ? StoryCount.Of(paths) : null);
        foreach (var path in paths)
        {
            var number = 0;
            try
            {
                using var lines = new StreamReader(path == "-" ? terminal.OpenInput() : new FileStream(path, FileMode.Open, FileAccess.Read));
                while (lines.ReadLine() is { } line)
                {
                    number++;
                    if (string.IsNullOrWhiteSpace(line))
                        continue;
                    progress.Count(null);
                    adding.Add(CodedStory.Parse(System.Text.Encoding.UTF8.GetBytes(line)));
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
            {
                progress.Fail(error is FormatException ? $"{path}:{number}: {error.Message}; give what demarche code --format jsonl has written" : $"{path}: cannot be read ({error.Message})");
            }
        }
        adding.Commit();
        progress.End(store.Path, adding.Counts);
        Collate(store, codebook, terminal);
        return progress.Failed == 0 ? Exit.Done : Exit.SomeFailed;
    }
}
