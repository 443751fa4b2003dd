using System.Diagnostics;
using Demarche.Store;
using Demarche.Tests.Collating;

namespace Demarche.Bench;

/// <summary>How long it takes to find the copies and the incidents of many stories, from their texts and records in a store, and whether that grows with their number and no faster.</summary>
internal static class CollateBench
{
    private static readonly Run Made = new("bench", "none", "none");

    /// <summary>Stories without events: two thirds alone, the others in groups of up to 300 copies, in mixed order.</summary>
    public static int Copies(int count)
    {
        Console.WriteLine(Clock.Machine());
        foreach (var part in (int[])[count / 8, count / 4, count / 2, count])
            Measure(part, CopyStories(part), store =>
            {
                var groups = store.Copies.Groups();
                return FormattableString.Invariant($"{groups.Count:#,0} groups of {groups.Sum(group => group.Members.Count):#,0} stories, the largest {(groups.Count > 0 ? groups[0].Members.Count : 0)}");
            });
        return 0;
    }

    /// <summary>Short stories of five events: few pairs of states have most of them, and a happening is told once to some twenty times.</summary>
    public static int Incidents(int count)
    {
        Console.WriteLine(Clock.Machine());
        foreach (var part in (int[])[count / 8, count / 4, count / 2, count])
            Measure(part, EventStories(part), store =>
            {
                var (reports, incidents) = (store.Database["SELECT count(*) FROM report"].Number(), store.Database["SELECT count(DISTINCT incident) FROM report"].Number());
                return FormattableString.Invariant($"{reports:#,0} reports of {incidents:#,0} incidents");
            });
        return 0;
    }

    private static void Measure(int count, IEnumerable<Document> stories, Func<RecordStore, string> found)
    {
        var folder = Directory.CreateTempSubdirectory("demarche-bench");
        try
        {
            var path = Path.Combine(folder.FullName, "bench.demarche");
            using var store = RecordStore.Open(path, new() { Access = StoreAccess.Create });
            using (var adding = store.Add())
            {
                foreach (var story in stories)
                    adding.Add(CodedStory.Of(story, Made));
                adding.Commit();
            }
            var before = Size(folder.FullName);
            var (wall, processor) = (Stopwatch.GetTimestamp(), Clock.CpuSeconds);
            store.Collate(Project.Codebook);
            var (seconds, worked) = (Stopwatch.GetElapsedTime(wall).TotalSeconds, Clock.CpuSeconds - processor);
            Clock.Print($"{count,9:#,0} stories   {worked,7:0.0} s of a processor, {worked / count * 1e6,5:0} µs a story   {seconds,7:0.0} s on the wall   {(Size(folder.FullName) - before) / (double)count,5:0} bytes a story   {found(store)}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static long Size(string folder) => Directory.GetFiles(folder).Sum(file => new FileInfo(file).Length);

    private static IEnumerable<Document> CopyStories(int count)
    {
        var draw = new EditedStories(1);
        var plan = new List<(int Group, int Copy)>();
        for (var group = 0; plan.Count < count; group++)
        {
            var size = draw.Draw(1000) switch { < 900 => 1, < 970 => 2 + draw.Draw(4), < 998 => 6 + draw.Draw(20), _ => 50 + draw.Draw(250) };
            for (var copy = 0; copy < size && plan.Count < count; copy++)
                plan.Add((group, copy));
        }
        for (var i = plan.Count - 1; i > 0; i--)
        {
            var j = draw.Draw(i + 1);
            (plan[i], plan[j]) = (plan[j], plan[i]);
        }
        foreach (var (group, copy) in plan)
        {
            var text = new EditedStories((ulong)group + 10).Story();
            if (copy > 0)
                text = new EditedStories(((ulong)group << 20) + (ulong)copy).Copy(text);
            yield return new(new(text) { Outlet = $"Outlet {copy}", Published = new DateOnly(2020, 1, 1).AddDays(group % 1500) });
        }
    }

    private static IEnumerable<Document> EventStories(int count)
    {
        string[] states = ["RUS", "UKR", "USA", "CHN", "IRN", "ISR", "SYR", "TUR", "FRA", "GBR", "DEU", "IND", "PAK", "SAU", "YEM", "EGY", "SDN", "ETH", "PRK", "KOR", "JPN", "POL", "GRC", "VEN", "COL", "BRA", "NGA", "MLI", "LBY", "IRQ"];
        string[] types = ["ASSAULT", "CONSULT", "ACCUSE", "REQUEST", "SANCTION", "AGREE", "PROTEST", "REJECT"];
        string[] verbs = ["attacked", "met", "accused", "urged", "sanctioned", "helped", "defied", "rebuffed"];
        var draw = new EditedStories(2);
        for (var i = 0; i < count; i++)
        {
            var published = new DateOnly(2018, 1, 1).AddDays((int)((long)i * 1800 / count));
            var text = "";
            var events = new List<Event>();
            for (var e = 0; e < 5; e++)
            {
                // A happening is drawn by its day: some are told by many.
                var day = published.AddDays(-draw.Draw(3));
                var happening = new EditedStories((ulong)(day.DayNumber * 1000 + (int)Math.Pow(40 + count / 20, draw.Draw(1000) / 1000.0)));
                var (a, b, kind) = (Skewed(happening, states), Skewed(happening, states), happening.Draw(types.Length));
                var (place, thing) = (happening.Draw(40), happening.Draw(60));
                var sentence = $"{a} {verbs[kind]} {b} over thing{thing} near Town{place}.";
                var start = text.Length + (e > 0 ? 1 : 0);
                text += (e > 0 ? " " : "") + sentence;
                events.Add(new()
                {
                    Id = $"e{e + 1}", Type = types[kind], Actors = [State(a)], Recipients = [State(b)], Status = EventStatus.Asserted, Evidence = new(start, text.Length),
                    Spans = [new("trigger", new(start + 4, start + 4 + verbs[kind].Length))], Date = draw.Draw(4) == 0 ? null : new PartialDate(day), Rule = "bench", Why = "bench",
                });
            }
            var document = new Document(new(text) { Outlet = $"Outlet {i % 50}", Published = published, Url = $"https://example.org/{i}" });
            document.Events.AddRange(events);
            yield return document;
        }
    }

    private static string Skewed(EditedStories draw, string[] states) => states[(int)(states.Length * Math.Pow(draw.Draw(1000) / 1000.0, 2))];

    private static Actor State(string id) => new(id, ActorKind.State) { Id = id, Country = id, Sector = "GOV" };
}
