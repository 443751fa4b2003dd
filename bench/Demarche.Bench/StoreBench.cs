using System.Diagnostics;
using Demarche.Store;
using Demarche.Store.Asking;

namespace Demarche.Bench;

/// <summary>A store of a generated crisis: how fast stories are added, how fast questions are answered, and how large it is.</summary>
internal static class StoreBench
{
    /// <summary>A million events, 300,000 statements.</summary>
    public const int Goal = 200_000;

    private const int Seed = 20211214;

    private static string? _only;

    /// <param name="stories">How many, where the file is not there yet.</param>
    /// <param name="file">Is kept; a file of its own that is removed when null.</param>
    /// <param name="only">Asks only the questions whose names have these words, and changes nothing.</param>
    public static int Run(int stories, string? file, string? only = null)
    {
        _only = only;
        var path = file ?? Path.Combine(Path.GetTempPath(), $"demarche-bench-{Environment.ProcessId}.demarche");
        try
        {
            Console.WriteLine(Clock.Machine());
            if (!File.Exists(path))
                Fill(path, stories);
            using var store = RecordStore.Open(path, new() { Access = StoreAccess.Write });
            if (only is null)
                Size(store);
            Ask(store);
            if (only is null)
                Correct(store);
        }
        finally
        {
            if (file is null)
                foreach (var part in new[] { path, path + "-wal", path + "-shm" })
                    File.Delete(part);
        }
        return 0;
    }

    private static void Fill(string path, int stories)
    {
        using var store = RecordStore.Open(path, new() { Access = StoreAccess.Create });
        using var adding = store.Add();
        var added = 0;
        var (records, parts, cpu, wall) = (0L, 0.0, 0.0, 0.0);
        var last = (Records: 0L, Cpu: 0.0);
        foreach (var batch in new Crisis(Seed).Stories(stories).Chunk(1000))
        {
            // What the coder has done is not the store's. A record is taken apart on any thread, and written by one.
            var lines = batch.Select(document => Record.JsonRecord.Line(document, Crisis.Run)).ToList();
            records += batch.Sum(document => document.Events.Count + document.Attributions.Count + document.Positions.Count);
            var start = Clock.CpuSeconds;
            var coded = lines.Select(line => CodedStory.Parse(line)).ToList();
            parts += Clock.CpuSeconds - start;
            (start, var since) = (Clock.CpuSeconds, Stopwatch.GetTimestamp());
            // As demarche add does: what has gathered goes to the disk when it is much, or after two seconds.
            coded.ForEach(adding.Add);
            added += batch.Length;
            cpu += Clock.CpuSeconds - start;
            wall += Stopwatch.GetElapsedTime(since).TotalSeconds;
            if (added % Math.Max(1000, stories / 10) != 0)
                continue;
            Clock.Print($"{added,8:#,0} stories: {(records - last.Records) / (cpu - last.Cpu),7:#,0} records a processor second in this part");
            last = (records, cpu);
        }
        var (before, began) = (Clock.CpuSeconds, Stopwatch.GetTimestamp());
        adding.Commit();
        cpu += Clock.CpuSeconds - before;
        wall += Stopwatch.GetElapsedTime(began).TotalSeconds;
        Clock.Print($"added {records:#,0} records of {stories:#,0} stories: {records / cpu:#,0} a processor second of the writer ({records / wall:#,0} on the wall), after {records / parts:#,0} in taking them apart");
    }

    private static void Size(RecordStore store)
    {
        long Number(string sql) => store.Database[sql].Number() ?? 0;
        store.Database.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        var (file, texts, events) = (Number("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"), Number("SELECT sum(length(CAST(text AS BLOB))) FROM text"), Number("SELECT count(*) FROM record WHERE kind = 1"));
        Clock.Print($"{events:#,0} events, {Number("SELECT count(*) FROM record WHERE kind = 0"):#,0} statements, {Number("SELECT count(*) FROM record WHERE kind = 2"):#,0} positions, {Number("SELECT count(*) FROM story"):#,0} stories");
        Clock.Print($"{file / 1e6:#,0} MB, of which texts {texts / 1e6:#,0} MB: {(file - texts) / (double)events:0} bytes an event without them; the packed records are {Number("SELECT sum(length(record)) FROM document") / (double)events:0} of them");
    }

    private static void Ask(RecordStore store)
    {
        var answers = store.Answers;
        Question dyad = new() { Actors = [Crisis.State(0)], Recipients = [Crisis.State(1)] };
        Time("ranked search, a rare word", 20, () => answers.Search(new() { Words = Crisis.Word(3000) }));
        Time("ranked search, two words", 20, () => answers.Search(new() { Words = $"{Crisis.Word(100)} {Crisis.Word(200)}" }));
        Time("ranked search, a word in one record of 100", 20, () => answers.Search(new() { Words = Crisis.Word(60) }));
        Time("timeline of the first dyad", 20, () => answers.Timeline(dyad));
        Time("timeline of the first dyad, a month", 20, () => answers.Timeline(dyad with { From = new(2022, 3, 1), To = new(2022, 3, 31) }));
        Time("its threats in a month, said by itself", 20, () => answers.Search(dyad with { Kinds = [RecordKind.Event], Types = ["THREATEN"], From = new(2022, 3, 1), To = new(2022, 3, 31), Voices = [Voice.Self] }));
        var keys = Keys(store, 1000);
        var chance = new Random(Seed);
        Time("1,000 point reads", 20, () => keys.ForEach(key => answers.Record(key, new(RecordKind.Event, 1 + chance.Next(3)))));
        var addresses = keys.ConvertAll(key => (key, new RecordId(RecordKind.Event, 1 + chance.Next(3))));
        Time("1,000 point reads in one go", 20, () => answers.Records(addresses));
        Time("position matrix", 150, () => answers.Positions(new()));
        Time("position matrix of a year", 150, () => answers.Positions(new() { From = new(2022, 1, 1), To = new(2022, 12, 31) }));
        Time("facets of the threats", 150, () => answers.Facets(new() { Kinds = [RecordKind.Event], Types = ["THREATEN"] }));
        Time("facets of a month", 150, () => answers.Facets(new() { From = new(2022, 3, 1), To = new(2022, 3, 31) }));
        Time("facets of the first actor", 150, () => answers.Facets(new() { Actors = [Crisis.State(0)] }));
        Time("network of the top 500 dyads", 250, () => answers.Network(new() { Most = 500 }));
        Time("facets of everything", 50, () => answers.Facets(new()));
    }

    private static void Correct(RecordStore store)
    {
        // Others than are read one by one: a store that is kept answers the next time as it did the first.
        var keys = Keys(store, 200, "DESC");
        Time("facets of everything right after a change", 50, () => store.Answers.Facets(new()), before: () => store.Corrections.Accept("bench", keys[0], new(RecordKind.Event, 1)));
        var next = 0;
        Time("a correction", 5, () => store.Corrections.Edit("bench", keys[next++ % keys.Count], new(RecordKind.Event, 1), "status", "denied"));
        foreach (var fault in store.Check().Take(3))
            Console.WriteLine(fault);
    }

    private static List<string> Keys(RecordStore store, int count, string order = "")
    {
        var keys = new List<string>();
        // The keys are hashes: in their order the stories come in none.
        using var rows = store.Database[$"SELECT key FROM story ORDER BY key {order} LIMIT ?1"].Rows(count);
        while (rows.Next())
            keys.Add(rows.Text(0)!);
        return keys;
    }

    /// <summary>Prints the first time, when nothing was read yet, and the median of ten more; of more still where they are short, so that the runtime has compiled what it will.</summary>
    private static void Time(string what, int goal, Action action, Action? before = null)
    {
        if (_only is not null && !what.Contains(_only, StringComparison.Ordinal))
            return;
        List<(double Cpu, double Wall)> times = [];
        var began = Stopwatch.GetTimestamp();
        for (var run = 0; run < 11 || (run < 101 && Stopwatch.GetElapsedTime(began).TotalSeconds < 2); run++)
        {
            before?.Invoke();
            var (cpu, wall) = (Clock.CpuSeconds, Stopwatch.GetTimestamp());
            action();
            times.Add(((Clock.CpuSeconds - cpu) * 1000, Stopwatch.GetElapsedTime(wall).TotalMilliseconds));
        }
        var first = times[0];
        times.RemoveAt(0);
        var (median, best) = (times.Select(time => time.Cpu).Order().ElementAt(times.Count / 2), times.Min(time => time.Wall));
        Clock.Print($"{what,-44} {median,7:0.0} ms of the processor (median of {times.Count}; first {first.Cpu:0.0}), on the wall at best {best:0.0}; goal {goal} ms{(Math.Min(median, best) > goal ? "  MISSED" : "")}");
    }
}
