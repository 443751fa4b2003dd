using Demarche.Store;

namespace Demarche.Cli.Stores;

/// <summary>How people name records: the story's key, or as much of it as is no other's, and the record's id: <c>5f0c9d3b/e3</c>.</summary>
internal static class Addresses
{
    public static (string Story, RecordId? Record) Read(RecordStore store, string address)
    {
        var slash = address.IndexOf('/', StringComparison.Ordinal);
        var story = store.KeyOf(slash < 0 ? address : address[..slash]);
        if (slash < 0)
            return (story, null);
        return RecordId.TryParse(address.AsSpan(slash + 1), out var id) ? (story, id) : throw new StoreException($"{address[(slash + 1)..]} is no record; write the id that the answers show, such as e3");
    }

    public static (string Story, RecordId Record) ReadRecord(RecordStore store, string address) =>
        Read(store, address) is (var story, { } record) ? (story, record) : throw new StoreException($"{address} names a story; add the record, as in {address}/e3");
}
