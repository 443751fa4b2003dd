using System.CommandLine;

namespace Demarche.Cli.Stores;

/// <summary>The options that say in which form an answer is given, and where.</summary>
internal sealed class AnswerOptions
{
    private static readonly string[] Formats = ["table", "csv", "json"];

    private readonly Option<string?> _format = new("--format") { Description = "table (for reading here), csv or json; by default what the ending of --out says, else table.", HelpName = "FORMAT" };
    private readonly Option<string?> _output = new("--out") { Description = "Where to write instead of standard output.", HelpName = "FILE" };

    public AnswerOptions(Command command)
    {
        _format.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !Formats.Contains(result.Tokens[0].Value))
                result.AddError($"--format {result.Tokens[0].Value} is not known; write {string.Join(", ", Formats)}");
        });
        command.Add(_format);
        command.Add(_output);
    }

    public int Write(ParseResult parsed, Terminal terminal, Answer answer)
    {
        var path = parsed.GetValue(_output);
        var format = parsed.GetValue(_format) ?? Path.GetExtension(path)?.ToLowerInvariant() switch { ".csv" => "csv", ".json" => "json", _ => "table" };
        return OutputFile.Write(terminal, path, stream =>
        {
            AnswerWriter.Write(terminal, stream, path is not null and not "-", format, answer);
            return Exit.Done;
        });
    }
}
