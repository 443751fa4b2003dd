using System.CommandLine;
using System.Globalization;
using Demarche.Codebooks;
using Demarche.Parsing;
using Demarche.Reading;

namespace Demarche.Cli;

/// <summary>The options that say which stories are read and by which codebook they are coded.</summary>
internal sealed class StoryOptions
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Text, Markdown, HTML, JSON Lines or CSV files, folders of them, or - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<DateOnly?> _published = new("--published")
    {
        Description = "Day of publication (2021-12-14) of stories that do not give theirs; relative dates are counted from it.",
        HelpName = "DATE",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                return date;
            result.AddError($"--published {result.Tokens[0].Value} is not a date; write it as 2021-12-14");
            return null;
        },
    };

    private readonly Option<string?> _outlet = new("--outlet") { Description = "Newspaper, agency or station of stories that do not name theirs.", HelpName = "NAME" };

    private readonly Option<string?> _codebook = new("--codebook") { Description = "Folder of another codebook than the one that comes with the program.", HelpName = "DIR" };

    private readonly Option<string?> _profile = new("--profile") { Description = "Conventions of coding: a file of the codebook's profiles.", HelpName = "NAME" };

    private readonly Option<string?> _model = new("--model") { Description = "Another language model than the one that comes with the program.", HelpName = "FILE" };

    /// <param name="command">The command that gets the options.</param>
    /// <param name="takesPaths">False for a command that reads no stories.</param>
    /// <param name="needsPaths">False where there is another place that stories may come from.</param>
    public StoryOptions(Command command, bool takesPaths = true, bool needsPaths = true)
    {
        if (!needsPaths)
            _paths.Arity = ArgumentArity.ZeroOrMore;
        if (takesPaths)
        {
            // A mistyped option would else be taken for a story that is not there.
            _paths.Validators.Add(result =>
            {
                foreach (var token in result.Tokens)
                    if (token.Value.Length > 1 && token.Value[0] == '-' && !Path.Exists(token.Value))
                        result.AddError($"{token.Value} is not an option");
            });
            command.Add(_paths);
            command.Add(_published);
            command.Add(_outlet);
        }
        command.Add(_codebook);
        command.Add(_profile);
        command.Add(_model);
    }

    /// <summary>The files and folders that were named.</summary>
    public IReadOnlyList<string> Paths(ParseResult parsed) => parsed.GetValue(_paths) ?? [];

    public CoderOptions Coder(ParseResult parsed) => new()
    {
        Codebook = parsed.GetValue(_codebook),
        Profile = parsed.GetValue(_profile),
        Model = parsed.GetValue(_model),
    };

    /// <summary>The coder, or null when the codebook or the model cannot be used; what is wrong then stands on standard error.</summary>
    public Coder? LoadCoder(ParseResult parsed, Terminal terminal)
    {
        var options = Coder(parsed);
        if (options.Codebook is { } folder && !Directory.Exists(folder))
        {
            terminal.Error.WriteLine($"--codebook {folder} is not a folder");
            return null;
        }
        try
        {
            return Demarche.Coder.Load(options);
        }
        catch (Exception error) when (error is CodebookException or ModelException or IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(error.Message);
            return null;
        }
    }

    public IEnumerable<ReadResult> Read(ParseResult parsed, Terminal terminal)
    {
        var reader = new StoryReader
        {
            Outlet = parsed.GetValue(_outlet),
            Published = parsed.GetValue(_published),
            OpenStandardInput = terminal.OpenInput,
        };
        return reader.Read(Paths(parsed));
    }

    public static Option<int> Threads() => new("--threads")
    {
        Description = "Threads at work; the record does not depend on it.",
        HelpName = "N",
        DefaultValueFactory = _ => Environment.ProcessorCount,
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var threads) && threads is > 0 and <= 1024)
                return threads;
            result.AddError($"--threads {result.Tokens[0].Value} is not a number from 1 to 1024");
            return 1;
        },
    };
}
