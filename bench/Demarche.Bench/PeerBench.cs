using System.Diagnostics;
using System.Globalization;

namespace Demarche.Bench;

/// <summary>
/// A public peer on the same text in the same run: wink-nlp (npm), which splits words, finds sentences and tags parts of speech. It finds no trees.
/// </summary>
internal static class PeerBench
{
    private const int Rounds = 5;

    private const int RunsARound = 6;

    private static readonly string Peer = Path.Combine(Project.Root, "bench", "peer");

    public static int Run(string[] golds)
    {
        if (!Directory.Exists(Path.Combine(Peer, "node_modules", "wink-nlp")))
        {
            Console.Error.WriteLine("bench/peer/node_modules is missing: run “npm ci” in bench/peer first");
            return 2;
        }
        var pipeline = Project.LoadPipeline();
        Console.WriteLine(Clock.Machine());
        var file = Path.GetTempFileName();
        try
        {
            Speed(pipeline, file);
            foreach (var gold in golds.Length > 0 ? golds : [Path.Combine(Project.Root, "eval", "own", "ud.conllu")])
                Accuracy(pipeline, gold, file);
        }
        finally
        {
            File.Delete(file);
        }
        return 0;
    }

    // In turn, so that other work on the machine meets both.
    private static void Speed(Pipeline pipeline, string file)
    {
        var stories = Project.Stories([]);
        File.WriteAllText(file, string.Join('\n', stories.Select(story => story.Text)));
        List<double> theirs = [];
        (Layers Last, string What, List<double> Speeds, List<double> Ratios)[] ours =
        [
            (Layers.Tags, "words, sentences, tags, lemmas", [], []),
            (Layers.Trees, "words, sentences, tags, lemmas, trees", [], []),
        ];
        for (var round = 0; round < Rounds; round++)
        {
            // The best of a few runs: the first ones are those in which both runtimes compile.
            var peer = Node("time", file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).Max(part => int.Parse(part[0], CultureInfo.InvariantCulture) / double.Parse(part[1], CultureInfo.InvariantCulture));
            theirs.Add(peer);
            foreach (var (last, _, speeds, ratios) in ours)
            {
                var tokens = 0;
                var seconds = Clock.Best(RunsARound, () =>
                {
                    tokens = 0;
                    foreach (var story in stories)
                    {
                        var document = new Document(story);
                        document.TakeAsBody();
                        pipeline.Run(document, Layers.Blocks, last);
                        tokens += document.Tokens.Length;
                    }
                });
                speeds.Add(tokens / seconds);
                ratios.Add(tokens / seconds / peer);
            }
        }
        Clock.Print($"words, sentences, tags: wink-nlp {theirs.Max():#,0} tokens a processor second");
        foreach (var (_, what, speeds, ratios) in ours)
            Clock.Print($"{what}: Demarche {speeds.Max():#,0}; {ratios.Order().ElementAt(Rounds / 2):0.000} of wink-nlp (median of {Rounds} pairs)");
    }

    private static void Accuracy(Pipeline pipeline, string gold, string file)
    {
        int words = 0, shared = 0, theirs = 0, tagged = 0, parsed = 0;
        foreach (var part in Conllu.Load(gold).Chunk(50))
        {
            var document = Conllu.ToDocument(part);
            var expected = document.Tokens.Select((token, i) => (token.Span, Upos: part.SelectMany(sentence => sentence.Words).ElementAt(i).Upos)).ToList();
            File.WriteAllText(file, document.Text);
            var found = Node("tags", file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '))
                .ToDictionary(part => (int.Parse(part[0], CultureInfo.InvariantCulture), int.Parse(part[1], CultureInfo.InvariantCulture)), part => part[2]);
            pipeline.Run(document, Layers.Tokens, Layers.Tags);
            tagged += expected.Where((word, i) => document.Tokens[i].Upos == word.Upos).Count();
            pipeline.Run(document, Layers.Tokens, Layers.Trees);
            parsed += expected.Where((word, i) => document.Tokens[i].Upos == word.Upos).Count();
            for (var i = 0; i < expected.Count; i++)
            {
                words++;
                if (!found.TryGetValue((expected[i].Span.Start, expected[i].Span.End), out var tag))
                    continue;
                shared++;
                theirs += tag == expected[i].Upos.ToString() ? 1 : 0;
            }
        }
        Clock.Print($"{Path.GetFileName(gold)}: {words} words; UPOS wink-nlp {100.0 * theirs / shared:0.0} % of the {100.0 * shared / words:0.0} % of the words that it splits off as the gold does; Demarche {100.0 * tagged / words:0.00} % of all when it tags alone, {100.0 * parsed / words:0.00} % when it parses, with the words of the gold");
    }

    private static string Node(string what, string file)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, WorkingDirectory = Peer };
        foreach (var argument in (string[])["tag.js", file, what, RunsARound.ToString(CultureInfo.InvariantCulture)])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? text : throw new InvalidOperationException($"node bench/peer/tag.js ended with status {process.ExitCode}");
    }
}
