using System.CommandLine;

namespace Demarche.Cli.Stores;

/// <summary>The options that say in which form an answer is given, and where.</summary>
internal sealed class AnswerOptions(Command command)
{
    private readonly FormOptions _form = new(command, "table (for reading here), csv or json", ("table", [".txt"]), ("csv", [".csv"]), ("json", [".json"]));

    public int Write(ParseResult parsed, Terminal terminal, Answer answer)
    {
        var path = _form.Output(parsed);
        return OutputFile.Write(terminal, path, stream =>
        {
            AnswerWriter.Write(terminal, stream, path is not null and not "-", _form.Form(parsed), answer);
            return Exit.Done;
        });
    }
}
