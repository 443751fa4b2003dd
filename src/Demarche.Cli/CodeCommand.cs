using System.CommandLine;
using System.Diagnostics;
using System.Text;
using Demarche.Record;

namespace Demarche.Cli;

/// <summary><c>demarche code</c>: reads stories and writes their record.</summary>
internal static class CodeCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("code", "Reads stories and writes who did or said what to whom, when, where and according to whom.");
        var form = new FormOptions(command, "table (for reading here), jsonl (the whole record), csv (events) or html (a page)",
            ("table", [".txt"]), ("jsonl", [".jsonl", ".ndjson"]), ("csv", [".csv"]), ("html", [".html", ".htm"]));
        var threads = StoryOptions.Threads();
        command.Add(threads);
        var options = new StoryOptions(command);
        command.SetAction(parsed => Run(parsed, options, terminal, form.Form(parsed), form.Output(parsed), parsed.GetValue(threads)));
        return command;
    }

    private static int Run(ParseResult parsed, StoryOptions options, Terminal terminal, string format, string? path, int threads)
    {
        using var coder = options.LoadCoder(parsed, terminal);
        if (coder is null)
            return Exit.Usage;

        return OutputFile.Write(terminal, path, stream => Write(parsed, options, terminal, coder, format, stream, path is not null and not "-", threads));
    }

    private static int Write(ParseResult parsed, StoryOptions options, Terminal terminal, Coder coder, string format, Stream output, bool toFile, int threads)
    {
        // The stream stays open: standard output for whatever runs us, a file until it is put into its place.
        using var buffered = new BufferedStream(new StandingStream(output), 1 << 16);
        using var text = new StreamWriter(buffered, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 14, leaveOpen: true) { NewLine = "\n" };
        using IRecordWriter writer = format switch
        {
            "jsonl" => new JsonRecord(buffered, coder.Run),
            "csv" => new CsvRecord(text),
            "html" => new HtmlRecord(text, coder.Run),
            _ => new TableRecord(!toFile && terminal.OutputIsWatched ? ColourScreen.Create(text, terminal.Width) : new PlainScreen(text, terminal.Width)),
        };

        var progress = new Progress(terminal, shown: terminal.ErrorIsWatched && (toFile || !terminal.OutputIsWatched));
        var live = !toFile && terminal.OutputIsWatched;
        foreach (var story in new CodingLine(coder, threads).Code(options.Read(parsed, terminal)))
        {
            progress.Count(story.Error);
            if (story.Document is null)
                continue;
            writer.Write(story.Document);
            if (live)
            {
                text.Flush();
                buffered.Flush();
            }
        }
        writer.Finish();
        text.Flush();
        progress.End();
        return progress.Failed == 0 ? Exit.Done : Exit.SomeFailed;
    }

    /// <summary>Names failures, and counts stories where a person watches.</summary>
    private sealed class Progress(Terminal terminal, bool shown)
    {
        private readonly Stopwatch _since = Stopwatch.StartNew();
        private long _last;
        private int _coded;

        public int Failed { get; private set; }

        public void Count(string? error)
        {
            if (error is null)
                _coded++;
            else
            {
                Failed++;
                Clear();
                terminal.Error.WriteLine(error);
            }
            if (!shown || _since.ElapsedMilliseconds - _last < 200)
                return;
            _last = _since.ElapsedMilliseconds;
            terminal.Error.Write($"\r{_coded} stories coded, {_coded * 1000L / Math.Max(1, _last)} a second");
            terminal.Error.Flush();
        }

        public void End() => Clear();

        private void Clear()
        {
            if (shown && _last > 0)
                terminal.Error.Write("\r\u001b[K");
        }
    }
}
