using System.Text;

namespace Demarche.Bench;

/// <summary>Whether the time of a story grows with its length, and no faster.</summary>
internal static class GrowthBench
{
    public static int Run()
    {
        var paragraphs = Project.Stories([]).SelectMany(story => story.Text.Split('\n')).Where(line => line.Length > 60).ToList();
        var pipeline = Project.LoadPipeline();
        Console.WriteLine(Clock.Machine());
        Measure(pipeline, Story(paragraphs, 100_000));
        foreach (var length in (int[])[5_000, 50_000, 500_000, 2_000_000])
            Print("one story of paragraphs", Measure(pipeline, Story(paragraphs, length)));
        var words = string.Join(' ', paragraphs).Split(' ').Select(word => word.Trim('.', '”', '“', '?', '!')).Where(word => word.Length > 0).ToList();
        foreach (var length in (int[])[1_000, 10_000, 100_000])
            Print("one sentence without end", Measure(pipeline, string.Join(' ', Enumerable.Range(0, length).Select(i => words[i % words.Count]))));
        return 0;

        static void Print(string what, (int Tokens, double Names, double All, double Megabytes) taken) =>
            Clock.Print($"{what,-26} {taken.Tokens,9:#,0} tokens   to names {taken.Names / taken.Tokens * 1e6,6:0.0} µs a token   whole record {taken.All / taken.Tokens * 1e6,6:0.0} µs a token   {taken.Megabytes:0} MB held");
    }

    private static string Story(List<string> paragraphs, int length)
    {
        var text = new StringBuilder();
        for (var i = 0; text.Length < length; i++)
            text.Append(paragraphs[i % paragraphs.Count]).Append("\n\n");
        return text.ToString();
    }

    private static (int Tokens, double Names, double All, double Megabytes) Measure(Pipeline pipeline, string text)
    {
        var document = new Document(new Story(text));
        var start = Clock.CpuSeconds;
        pipeline.Run(document, Layers.None, Layers.Names);
        var names = Clock.CpuSeconds - start;
        pipeline.Run(document, Layers.Names, Layers.Positions);
        return (document.Tokens.Length, names, Clock.CpuSeconds - start, GC.GetTotalMemory(forceFullCollection: true) / 1048576.0);
    }
}
