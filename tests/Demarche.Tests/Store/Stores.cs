using Demarche.Store;
using Demarche.Tests.Cli;
using Demarche.Tests.Record;

namespace Demarche.Tests.Store;

/// <summary>Stores for tests.</summary>
internal static class Stores
{
    public static RecordStore Of(Folder folder, params Document[] documents)
    {
        var store = RecordStore.Open(Path.Combine(folder.Path, "crisis.demarche"), new() { Access = StoreAccess.Create });
        using var adding = store.Add();
        foreach (var document in documents)
            adding.Add(CodedStory.Of(document, Recorded.Run));
        adding.Commit();
        return store;
    }
}
