namespace Demarche.Attributing;

/// <summary>Finds for each attribution the innermost other one whose content holds its cue.</summary>
internal static class Chains
{
    /// <summary>For each draft the number of the one around it, or −1. The drafts are in the order of their cues.</summary>
    public static int[] Outer(List<Draft> drafts)
    {
        var outer = new int[drafts.Count];
        Array.Fill(outer, -1);
        var contents = drafts.SelectMany((draft, i) => draft.Content.List.Select(stretch => (stretch, i)))
            .OrderBy(x => x.stretch.First).ThenByDescending(x => x.stretch.End).ToList();
        var open = new List<(Stretch Stretch, int Draft)>();
        var next = 0;
        foreach (var i in Enumerable.Range(0, drafts.Count).OrderBy(i => drafts[i].CueHead))
        {
            var cue = drafts[i].CueHead;
            while (next < contents.Count && contents[next].stretch.First <= cue)
            {
                Close(open, contents[next].stretch.First);
                open.Add(contents[next++]);
            }
            Close(open, cue);
            for (var k = open.Count - 1; k >= 0; k--)
                if (open[k].Draft != i && open[k].Stretch.Contains(cue))
                {
                    outer[i] = open[k].Draft;
                    break;
                }
        }
        LinkAround(drafts, outer);
        Untangle(outer);
        return outer;
    }

    /// <summary>An attribution that stands beside the one around it comes between that one and what lies in both.</summary>
    private static void LinkAround(List<Draft> drafts, int[] outer)
    {
        if (!drafts.Exists(draft => draft.Around is not null))
            return;
        var number = new Dictionary<Draft, int>(drafts.Count);
        for (var i = 0; i < drafts.Count; i++)
            number[drafts[i]] = i;
        var between = new Dictionary<int, int>();
        for (var i = 0; i < drafts.Count; i++)
            if (drafts[i].Around is { } around && number.TryGetValue(around, out var link))
                between[link] = i;
        for (var k = 0; k < drafts.Count; k++)
            if (drafts[k].Around is null && between.TryGetValue(outer[k], out var i))
                outer[k] = i;
        foreach (var (link, i) in between)
            outer[i] = link;
    }

    private static void Close(List<(Stretch Stretch, int Draft)> open, int at)
    {
        while (open.Count > 0 && open[^1].Stretch.End <= at)
            open.RemoveAt(open.Count - 1);
    }

    /// <summary>Two attributions that each seem to hold the other hold neither: one link of each circle goes.</summary>
    private static void Untangle(int[] outer)
    {
        var state = new byte[outer.Length];
        var path = new List<int>();
        for (var i = 0; i < outer.Length; i++)
        {
            path.Clear();
            var at = i;
            while (at >= 0 && state[at] == 0)
            {
                state[at] = 1;
                path.Add(at);
                at = outer[at];
            }
            if (at >= 0 && state[at] == 1 && path.Count > 0)
                outer[path[^1]] = -1;
            foreach (var visited in path)
                state[visited] = 2;
        }
    }

    /// <summary>All drafts, each after the one around it.</summary>
    public static List<int> OuterFirst(int[] outer)
    {
        var order = new List<int>(outer.Length);
        var done = new bool[outer.Length];
        var path = new Stack<int>();
        for (var i = 0; i < outer.Length; i++)
        {
            for (var at = i; at >= 0 && !done[at]; at = outer[at])
            {
                done[at] = true;
                path.Push(at);
            }
            while (path.Count > 0)
                order.Add(path.Pop());
        }
        return order;
    }
}
