using Demarche.Store.Sql;

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
        FillVoices(store.Database);
    }

    private static void FillVoices(Database database)
    {
        var voices = new List<(long Story, string Voices)>();
        using (var rows = database["SELECT story.id, r.kind, r.number, r.voice FROM story LEFT JOIN record AS r ON r.id BETWEEN story.first AND story.last WHERE story.first IS NOT NULL AND story.voices IS NULL ORDER BY story.id"].Rows())
        {
            var (story, records) = (0L, new List<(RecordId, Voice)>());
            while (rows.Next())
            {
                if (rows.Long(0) != story)
                    Close();
                story = rows.Long(0);
                if (!rows.IsNull(1))
                    records.Add((RecordId.Of(rows.Long(1), rows.Long(2)), (Voice)rows.Int(3)));
            }
            Close();

            void Close()
            {
                if (story != 0)
                    voices.Add((story, Voices.Of(records)));
                records.Clear();
            }
        }
        foreach (var (story, letters) in voices)
            database["UPDATE story SET voices = ?2 WHERE id = ?1"].Run(story, letters);
    }
}
