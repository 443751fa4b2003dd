using System.Text;
using Demarche.Cli;

namespace Demarche.Tests.Cli;

/// <summary>Runs the command in this process, with streams that are kept.</summary>
internal sealed record Run(int Status, string Output, string Error)
{
    public static Run Of(params string[] args) => Of("", args);

    public static Run Of(string input, string[] args)
    {
        var output = new MemoryStream();
        var error = new StringWriter { NewLine = "\n" };
        var status = Program.Run(args, new Terminal { OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(input)), Output = output, Error = error });
        return new(status, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
