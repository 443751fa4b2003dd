using System.Text;
using Demarche.Codebooks;
using Demarche.Coding;

namespace Demarche.Bench;

/// <summary>Whether coding costs more when the codebook holds many times as many patterns that cannot match.</summary>
internal static class PatternBench
{
    private const int Runs = 5;

    // Letters that end no word of any story.
    private const string Nowhere = "qxz";

    public static int Run()
    {
        var stories = Project.Stories([]);
        Console.WriteLine(Clock.Machine());
        foreach (var times in (int[])[1, 10, 100])
        {
            var folder = Directory.CreateTempSubdirectory("demarche-bench-");
            try
            {
                Copy(folder.FullName, times);
                var start = Clock.CpuSeconds;
                using var coder = Coder.Load(Project.Options with { Codebook = folder.FullName });
                var loaded = Clock.CpuSeconds - start;
                var stage = coder.Pipeline.Stages.OfType<EventCoder>().Single();
                var (best, tokens, events) = (double.MaxValue, 0, 0);
                // The first runs are those in which the runtime compiles.
                for (var run = -3; run < Runs; run++)
                {
                    var documents = stories.ConvertAll(story => new Document(story));
                    foreach (var document in documents)
                        coder.Pipeline.Run(document, Layers.None, Layers.Attributions);
                    GC.Collect();
                    start = Clock.CpuSeconds;
                    foreach (var document in documents)
                        stage.Process(document);
                    if (run >= 0)
                        best = Math.Min(best, Clock.CpuSeconds - start);
                    (tokens, events) = (documents.Sum(document => document.Tokens.Length), documents.Sum(document => document.Events.Count));
                }
                Clock.Print($"{times,4}× {coder.Codebook.Patterns.Count(),8:#,0} patterns   EventCoder {best / tokens * 1e6,6:0.00} µs a token   {events:#,0} events   loaded in {loaded:0.0} s");
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
        return 0;
    }

    /// <summary>Copies the codebook; behind each pattern of an event type come others like it, whose verbs stand in no story.</summary>
    private static void Copy(string target, int times)
    {
        foreach (var path in Directory.GetFiles(Project.Codebook, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(Project.Codebook, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
        foreach (var type in Codebook.Load(Project.Codebook).Types)
        {
            var more = new StringBuilder();
            foreach (var pattern in type.Patterns.Where(pattern => pattern.Forms[0].Kind == FormKind.Verb && !pattern.Forms[0].Negated))
            {
                var words = pattern.Written[0].Split(' ');
                for (var i = 1; i < times; i++)
                {
                    words[1] = string.Join('|', pattern.Forms[0].Triggers.Select(verb => $"{verb.Split('_')[0]}{Nowhere}{i}"));
                    more.Append("  - {id: ").Append(pattern.Id).Append('-').Append(Nowhere).Append(i).Append(", match: \"").AppendJoin(' ', words).Append("\", examples: [\"[Peru](actor) slept.\"], counterexamples: [\"Peru slept.\"]}\n");
                }
            }
            File.AppendAllText(Path.Combine(target, "events", $"{type.Name.ToLowerInvariant()}.yaml"), more.ToString());
        }
    }
}
