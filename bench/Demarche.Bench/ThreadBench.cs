using System.Diagnostics;

namespace Demarche.Bench;

/// <summary>
/// How much faster two threads are than one. The time on the wall means something on a machine that does nothing else;
/// the processor time shows on any what the threads cost each other.
/// </summary>
internal static class ThreadBench
{
    private const int Rounds = 5;

    private const int Tokens = 60_000;

    public static int Run(string[] paths)
    {
        var stories = Project.Stories(paths);
        var pipeline = Project.LoadPipeline();
        var tokens = stories.Sum(story => Coded(pipeline, story, Layers.Positions));
        var times = (Tokens + tokens - 1) / tokens;
        var work = Enumerable.Repeat(stories, times).SelectMany(s => s).ToList();
        Console.WriteLine(Clock.Machine());
        foreach (var (what, last) in new[] { ("to names", Layers.Names), ("whole record", Layers.Positions) })
        {
            // One and two in turn, so that other work on the machine meets both.
            List<(double Wall, double Cpu)> one = [], two = [];
            for (var round = 0; round < Rounds; round++)
            {
                one.Add(Seconds(pipeline, work, last, 1));
                two.Add(Seconds(pipeline, work, last, 2));
            }
            var (wallOfOne, wallOfTwo) = (one.Min(run => run.Wall), two.Min(run => run.Wall));
            Clock.Print($"{what,-12} on the wall: one thread {tokens * times / wallOfOne,8:#,0} tokens a second, two {tokens * times / wallOfTwo,8:#,0}: {wallOfOne / wallOfTwo:0.00} times");
            var (cpuOfOne, cpuOfTwo) = (one.Min(run => run.Cpu), two.Min(run => run.Cpu));
            Clock.Print($"{"",-12} a processor second: one thread {tokens * times / cpuOfOne,8:#,0} tokens, two {tokens * times / cpuOfTwo,8:#,0}: on two free cores {2 * cpuOfOne / cpuOfTwo:0.00} times");
        }
        return 0;
    }

    private static int Coded(Pipeline pipeline, Story story, Layers last)
    {
        var document = new Document(story);
        pipeline.Run(document, Layers.None, last);
        return document.Tokens.Length;
    }

    private static (double Wall, double Cpu) Seconds(Pipeline pipeline, List<Story> work, Layers last, int threads)
    {
        var next = -1;
        var cpu = Clock.CpuSeconds;
        var watch = Stopwatch.StartNew();
        var workers = Enumerable.Range(0, threads).Select(_ => new Thread(() =>
        {
            for (var i = Interlocked.Increment(ref next); i < work.Count; i = Interlocked.Increment(ref next))
                Coded(pipeline, work[i], last);
        })).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        return (watch.Elapsed.TotalSeconds, Clock.CpuSeconds - cpu);
    }
}
