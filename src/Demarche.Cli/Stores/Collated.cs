using System.CommandLine;
using Demarche.Store;

namespace Demarche.Cli.Stores;

/// <summary>Copies and incidents are brought up to date before they are shown, where the store may be written.</summary>
internal static class Collated
{
    public static int With(StoreOption store, ParseResult parsed, Terminal terminal, Func<RecordStore, int> work) => store.With(parsed, terminal, StoreAccess.Read, open =>
    {
        if (open.Uncollated > 0)
        {
            try
            {
                using var writable = RecordStore.Open(open.Path, new() { Access = StoreAccess.Write });
                writable.Collate();
            }
            catch (StoreException error)
            {
                terminal.Error.WriteLine($"copies and incidents of {open.Uncollated} stories are left out ({error.Message})");
            }
        }
        return work(open);
    });
}
