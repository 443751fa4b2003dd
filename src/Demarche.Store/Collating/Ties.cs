using System.Text.Json;
using Demarche.Store.Correcting;
using Demarche.Store.Projecting;

namespace Demarche.Store.Collating;

/// <summary>Finds the events that decisions about incidents mean, in what is shown now.</summary>
internal sealed class Ties(RecordStore store)
{
    /// <summary>Both events of a decision; null for one that is not there since its story was coded again.</summary>
    public (long? A, long? B) Find(Decision decision)
    {
        using var body = JsonDocument.Parse(decision.Body!);
        return (Row(decision.Story!, decision.Target, decision.Anchor), Row(body.RootElement.Text("story")!, body.RootElement.Text("record"), body.RootElement.Text("anchor")));
    }

    /// <summary>Writes the ties that hold now; the stories of those that came, went or changed wait to be looked at.</summary>
    public void Refresh()
    {
        var before = All(store.Database);
        var now = new Dictionary<(long, long), Tie>();
        foreach (var decision in store.Decisions.All())
            if (decision is { Undone: false, Verb: "same" or "apart" } && Find(decision) is (long a, long b) && a != b)
                // Of two about one pair the later holds.
                now[(Math.Min(a, b), Math.Max(a, b))] = new(Math.Min(a, b), Math.Max(a, b), decision.Verb == "same", decision.Number);
        foreach (var tie in before.Except(now.Values))
        {
            store.Database["DELETE FROM tie WHERE a = ?1 AND b = ?2"].Run(tie.A, tie.B);
            Wait(tie);
        }
        foreach (var tie in now.Values.Except(before))
        {
            store.Database["INSERT INTO tie (a, b, same, decision) VALUES (?1, ?2, ?3, ?4)"].Run(tie.A, tie.B, tie.IsSame, tie.Decision);
            Wait(tie);
        }
    }

    /// <summary>All ties, in the order of the decisions.</summary>
    public static List<Tie> All(Sql.Database database)
    {
        var ties = new List<Tie>();
        using var rows = database["SELECT a, b, same, decision FROM tie ORDER BY decision"].Rows();
        while (rows.Next())
            ties.Add(new(rows.Long(0), rows.Long(1), rows.Int(2) == 1, rows.Long(3)));
        return ties;
    }

    private void Wait(Tie tie)
    {
        foreach (var row in (ReadOnlySpan<long>)[tie.A, tie.B])
            store.Database["INSERT OR IGNORE INTO waiting SELECT story FROM document WHERE id = ?1"].Run(RecordId.DocumentOf(row));
    }

    private long? Row(string story, string? target, string? anchor)
    {
        if (!RecordId.TryParse(target, out var id) || store.Rows.Find(story, asCoded: true) is not { } coded)
            return null;
        if (!id.Added)
        {
            using var record = JsonDocument.Parse(coded.Record);
            if (Anchor.Read(anchor)?.Find(id.Kind, record.RootElement.Items(id.List), coded.Text) is not { } found || !RecordId.TryParse(found, out id))
                return null;
        }
        return id.Row(coded.DocumentId);
    }
}
