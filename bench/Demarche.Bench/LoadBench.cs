using System.Diagnostics;
using Demarche.Codebooks;
using Demarche.Parsing;
using Demarche.Recognizing;

namespace Demarche.Bench;

/// <summary>How long a fresh process takes until it can read its first story.</summary>
internal static class LoadBench
{
    private const int Runs = 7;

    public static int Run()
    {
        Console.WriteLine(Clock.Machine());
        var lines = Enumerable.Range(0, Runs).Select(_ => Child().Split(';').Select(part => part.Split('=')).ToDictionary(part => part[0], part => double.Parse(part[1], System.Globalization.CultureInfo.InvariantCulture))).ToList();
        foreach (var part in lines[0].Keys)
            Clock.Print($"{part,-48} best {lines.Min(line => line[part]),7:0.0} ms, median {lines.Select(line => line[part]).Order().ElementAt(Runs / 2),7:0.0} ms");
        return 0;
    }

    /// <summary>What the children do: one part after the other, on one thread.</summary>
    public static int Once()
    {
        var times = new List<string>();
        var story = new Story("Peru and Chile sign pact\n\nPeru and Chile signed a fishing agreement in Lima on Monday. Brazil condemned the deal.\n");
        Pipeline? pipeline = null;
        // As it comes with the program, not as it stands in the project.
        Time("codebook", () => Codebook.Load(CodebookFolder.Shipped));
        Time("gazetteer", () => Gazetteer.Load(CodebookFolder.Shipped));
        Time("codebook once more", () => Codebook.Load(CodebookFolder.Shipped));
        Time("gazetteer once more", () => Gazetteer.Load(CodebookFolder.Shipped));
        Time("model", () => LanguageModel.Load(Project.Model));
        Time("model once more", () => LanguageModel.Load(Project.Model));
        Time("all once more, as one program does", () => pipeline = Coder.Load(new() { Model = Project.Model }).Pipeline);
        Time("first story", () => pipeline!.Run(story));
        Time("second story", () => pipeline!.Run(story));
        Console.WriteLine(string.Join(';', times));
        return 0;

        void Time(string what, Action action)
        {
            var start = Clock.CpuSeconds;
            var watch = Stopwatch.StartNew();
            action();
            times.Add(FormattableString.Invariant($"{what}={watch.Elapsed.TotalMilliseconds:0.00};{what} (processor)={(Clock.CpuSeconds - start) * 1000:0.00}"));
        }
    }

    private static string Child()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(LoadBench).Assembly.Location);
        start.ArgumentList.Add("load-once");
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return text.Trim();
    }
}
