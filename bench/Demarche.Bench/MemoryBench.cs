using System.Diagnostics;
using System.Text.Json;

namespace Demarche.Bench;

/// <summary>The memory of <c>demarche code</c> on many stories: how high it gets, and whether it keeps growing.</summary>
internal static class MemoryBench
{
    private const int Parts = 10;

    public static int Run(int count)
    {
        var folder = Directory.CreateTempSubdirectory("demarche-bench").FullName;
        try
        {
            var input = Path.Combine(folder, "stories.jsonl");
            var characters = Write(input, count);
            var samples = new List<long>();
            var start = new ProcessStartInfo("dotnet");
            foreach (var argument in (string[])["exec", typeof(Cli.Program).Assembly.Location, "code", input, "--codebook", Project.Codebook, "--model", Project.Model, "--out", Path.Combine(folder, "record.jsonl")])
                start.ArgumentList.Add(argument);
            var watch = Stopwatch.StartNew();
            using var process = Process.Start(start)!;
            long peak = 0;
            while (!process.WaitForExit(50))
            {
                process.Refresh();
                try
                {
                    samples.Add(process.WorkingSet64);
                    peak = Math.Max(peak, process.PeakWorkingSet64);
                }
                catch (InvalidOperationException)
                {
                }
            }
            Console.WriteLine(Clock.Machine());
            Clock.Print($"{count:#,0} stories, {characters / 1e6:0.0} million characters, {watch.Elapsed.TotalSeconds:0} s, exit status {process.ExitCode}");
            Clock.Print($"memory at most {Math.Max(peak, samples.Max()) / 1048576.0:0} MB; in each tenth of the time {string.Join(", ", samples.Chunk((samples.Count + Parts - 1) / Parts).Select(part => $"{part.Max() >> 20}"))} MB");
            return process.ExitCode;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Each story has the paragraphs of one of ours, some of them exchanged for those of others, so that no two are the same.
    private static long Write(string path, int count)
    {
        var stories = Project.Stories([]).ConvertAll(story => story.Text.Split("\n\n"));
        var all = stories.SelectMany(story => story).Where(paragraph => paragraph.Length > 60).ToList();
        ulong state = 1;
        long characters = 0;
        using var file = File.Create(path);
        for (var i = 0; i < count; i++)
        {
            var text = string.Join("\n\n", stories[i % stories.Count].Select((paragraph, p) => p == 0 || Next(3) == 0 ? paragraph : all[Next(all.Count)]));
            characters += text.Length;
            using (var writer = new Utf8JsonWriter(file))
            {
                writer.WriteStartObject();
                writer.WriteString("id", FormattableString.Invariant($"story-{i}"));
                writer.WriteString("text", text);
                writer.WriteEndObject();
            }
            file.WriteByte((byte)'\n');
        }
        return characters;

        int Next(int end)
        {
            state = state * 6364136223846793005UL + 1442695040888963407UL;
            return (int)((state >> 33) % (ulong)end);
        }
    }
}
