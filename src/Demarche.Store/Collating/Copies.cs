using Demarche.Store.Sql;

namespace Demarche.Store.Collating;

/// <summary>The groups of copies in a store.</summary>
public sealed class Copies
{
    private readonly Database _database;

    internal Copies(Database database) => _database = database;

    /// <summary>The groups of at least so many stories, the largest first.</summary>
    public IReadOnlyList<CopyGroup> Groups(int least = 2, int most = int.MaxValue)
    {
        var sizes = new List<(long Root, int Size)>();
        using (var rows = _database["""
            WITH RECURSIVE tree (story, root) AS (
              SELECT DISTINCT parent, parent FROM copy AS c WHERE parent IS NOT NULL AND (SELECT parent FROM copy WHERE story = c.parent) IS NULL
              UNION ALL SELECT copy.story, tree.root FROM tree JOIN copy ON copy.parent = tree.story)
            SELECT root, count(*) FROM tree JOIN story ON story.id = root GROUP BY root HAVING count(*) >= ?1 ORDER BY 2 DESC, ifnull(story.published, 0), story.key LIMIT ?2
            """].Rows(least, most))
            while (rows.Next())
                sizes.Add((rows.Long(0), rows.Int(1)));
        return [.. sizes.Select(group => Read(group.Root))];
    }

    /// <summary>The group of a story, of which it may be the only one; null when there is no such story.</summary>
    public CopyGroup? Of(string story) => _database["SELECT id FROM story WHERE key = ?1"].Number(story) is { } id ? Read(RootOf(id)) : null;

    /// <summary>The first story of the group to which a story belongs.</summary>
    internal long RootOf(long story)
    {
        // A pointer goes to an earlier story: this ends.
        while (_database["SELECT parent FROM copy WHERE story = ?1"].Number(story) is { } parent)
            story = parent;
        return story;
    }

    private CopyGroup Read(long root)
    {
        var found = new List<(long Id, string Key, string? Outlet, DateOnly? Published, string? Title, string Text, long? Parent, double? Likeness)>();
        using (var rows = _database["""
            WITH RECURSIVE tree (story) AS (SELECT ?1 UNION ALL SELECT copy.story FROM tree JOIN copy ON copy.parent = tree.story)
            SELECT story.id, story.key, outlet.name, story.published, document.title, text.text, copy.parent, copy.shared, copy.either
            FROM tree JOIN story ON story.id = tree.story JOIN text ON text.story = story.id LEFT JOIN copy ON copy.story = story.id LEFT JOIN outlet ON outlet.id = story.outlet
            LEFT JOIN document ON document.id = story.shown
            ORDER BY story.id <> ?1, ifnull(story.published, 99999999), story.key
            """].Rows(root))
            while (rows.Next())
                found.Add((rows.Long(0), rows.Text(1)!, rows.Text(2), CollatingShelf.DayOf(rows.LongOrNull(3)), rows.Text(4), rows.Text(5)!, rows.LongOrNull(6), rows.IsNull(6) ? null : new CopyLink(rows.Long(6), rows.Int(7), rows.Int(8)).Likeness));
        var byId = found.ToDictionary(story => story.Id);
        return new(byId[root].Key, [.. found.Select(story =>
        {
            if (story.Parent is not { } parent)
                return new CopyMember(story.Key, story.Outlet, story.Published, story.Title, null, false, null, [], []);
            var earlier = byId[parent];
            var change = CopyChange.Between(earlier.Text, story.Text);
            return new CopyMember(story.Key, story.Outlet, story.Published, story.Title, earlier.Key, story.Published == earlier.Published, story.Likeness,
                [.. change.Added.Select(span => span.Of(story.Text).ToString())], [.. change.Cut.Select(span => span.Of(earlier.Text).ToString())]);
        })]);
    }
}
