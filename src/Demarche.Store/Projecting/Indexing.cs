namespace Demarche.Store.Projecting;

/// <summary>Makes the index where a part of the schema has emptied it, of every story that shows a document but has no rows, and fills in what a part has made room for.</summary>
internal static class Indexing
{
    /// <summary>Makes what is missing. The caller has begun the transaction.</summary>
    public static void Complete(RecordStore store)
    {
        var stories = new List<long>();
        using (var rows = store.Database["SELECT id FROM story WHERE shown IS NOT NULL AND first IS NULL ORDER BY id"].Rows())
            while (rows.Next())
                stories.Add(rows.Long(0));
        foreach (var story in stories)
        {
            store.Shelf.Put(story);
            store.Shelf.Index.Tell(story, store.Database["SELECT text FROM text WHERE story = ?1"].Text(story) ?? "");
        }
        store.Shelf.Index.Flush();
        store.Shelf.Index.Fill();
    }
}
