namespace Demarche.Bench;

/// <summary>What each stage takes a token, in time and in memory that is allotted.</summary>
internal static class StageBench
{
    private const int Runs = 7;

    public static int Run(string[] paths)
    {
        var stories = Project.Stories(paths);
        var pipeline = Project.LoadPipeline();
        var stages = pipeline.Stages;
        var seconds = new double[stages.Count];
        Array.Fill(seconds, double.MaxValue);
        var bytes = new long[stages.Count];
        var tokens = 0;
        // The first runs are those in which the runtime compiles.
        for (var run = -3; run < Runs; run++)
        {
            var documents = stories.ConvertAll(story => new Document(story));
            for (var s = 0; s < stages.Count; s++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var start = Clock.CpuSeconds;
                foreach (var document in documents)
                    stages[s].Process(document);
                var taken = Clock.CpuSeconds - start;
                if (run >= 0)
                    seconds[s] = Math.Min(seconds[s], taken);
                bytes[s] = GC.GetAllocatedBytesForCurrentThread() - before;
            }
            tokens = documents.Sum(document => document.Tokens.Length);
        }

        Console.WriteLine(Clock.Machine());
        Clock.Print($"{stories.Count} stories, {tokens} tokens, one thread, best of {Runs} runs");
        var total = 0.0;
        for (var s = 0; s < stages.Count; s++)
        {
            total += seconds[s];
            Clock.Print($"{stages[s].GetType().Name,-12} {seconds[s] / tokens * 1e6,6:0.00} µs a token  {bytes[s] / (double)tokens,6:0} bytes a token   so far {tokens / total,8:#,0} tokens a second");
        }
        return 0;
    }
}
