using System.CommandLine;
using Demarche.Store;

namespace Demarche.Cli.Stores;

/// <summary>The option that says which store a command works on, and what a command does when that store cannot be used.</summary>
internal sealed class StoreOption
{
    private readonly Option<string> _path = new("--store") { Description = "The file of the crisis.", HelpName = "FILE", Required = true };

    public StoreOption(Command command) => command.Add(_path);

    public string Path(ParseResult parsed) => parsed.GetRequiredValue(_path);

    /// <summary>Runs a command on the store; what is wrong with it is said on standard error.</summary>
    public int With(ParseResult parsed, Terminal terminal, StoreAccess access, Func<RecordStore, int> work) => With(Path(parsed), terminal, access, work);

    /// <summary>Runs a command on a store.</summary>
    public static int With(string path, Terminal terminal, StoreAccess access, Func<RecordStore, int> work)
    {
        try
        {
            using var store = RecordStore.Open(path, new() { Access = access, Clock = terminal.Clock });
            return work(store);
        }
        catch (Exception error) when (error is StoreException or Codebooks.CodebookException)
        {
            terminal.Error.WriteLine(error.Message);
            return Exit.Usage;
        }
    }
}
