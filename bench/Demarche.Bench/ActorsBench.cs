using System.Diagnostics;
using System.Globalization;

namespace Demarche.Bench;

/// <summary>What many imported actors cost: coding with a layer of persons over the codebook against coding without.</summary>
internal static class ActorsBench
{
    private const int Rounds = 7;

    private const int Tokens = 30_000;

    private static readonly string[] Syllables = ["ba", "do", "ka", "li", "mar", "no", "ra", "sen", "ti", "vel", "zo", "han", "pe", "gu", "fi", "rok"];

    public static int Run(int count)
    {
        var layer = Directory.CreateTempSubdirectory("demarche").FullName;
        try
        {
            Write(layer, count);
            Console.WriteLine(Clock.Machine());
            using var plain = Coder.Load(new() { Model = Project.Model });
            var watch = Stopwatch.StartNew();
            using var layered = Coder.Load(new() { Model = Project.Model, Codebook = layer });
            Clock.Print($"loading with {count:#,0} persons of a layer: {watch.Elapsed.TotalMilliseconds:0} ms");

            var stories = Project.Stories([]);
            var tokens = stories.Sum(story => plain.Code(story).Tokens.Length);
            var times = (Tokens + tokens - 1) / tokens;
            stories.ForEach(story => layered.Code(story));
            // One and the other in turn, so that other work on the machine meets both.
            var (best, bestLayered) = (double.MaxValue, double.MaxValue);
            for (var round = 0; round < Rounds; round++)
            {
                best = Math.Min(best, Seconds(plain, stories, times));
                bestLayered = Math.Min(bestLayered, Seconds(layered, stories, times));
            }
            var (one, other) = (best * 1e6 / (tokens * times), bestLayered * 1e6 / (tokens * times));
            Clock.Print($"a token: {one:0.00} µs without them, {other:0.00} µs with them: {100 * (other / one - 1):+0.0;-0.0} %");
            return 0;
        }
        finally
        {
            Directory.Delete(layer, recursive: true);
        }
    }

    private static double Seconds(Coder coder, List<Story> stories, int times) => Clock.Best(1, () =>
    {
        for (var i = 0; i < times; i++)
            foreach (var story in stories)
                coder.Code(story);
    });

    // First names as stories have them, so that the tree of names is entered as often as it would be by real persons.
    private static void Write(string layer, int count)
    {
        var first = File.ReadAllText(Path.Combine(Project.Codebook, "names", "first_names.txt")).Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(name => name[0] != '#').ToArray();
        Directory.CreateDirectory(Path.Combine(layer, "actors"));
        using var actors = File.CreateText(Path.Combine(layer, "actors", "actors.csv"));
        actors.Write("id,name,kind,country,sector,from,to\n");
        for (var i = 0; i < count; i++)
        {
            var last = "";
            for (var rest = i + 17; rest > 0; rest /= Syllables.Length)
                last += Syllables[rest % Syllables.Length];
            var name = CultureInfo.InvariantCulture.TextInfo.ToTitleCase($"{first[i % first.Length]} {last}");
            actors.Write(string.Create(CultureInfo.InvariantCulture, $"imported-{i},{name},person,FRA,GOV,,\n"));
        }
    }
}
