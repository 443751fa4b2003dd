using System.Diagnostics;
using System.Globalization;
using CsCheck;
using Demarche.Record;
using Demarche.Tests.Stories;

namespace Demarche.Tests.Properties;

/// <summary>What takes minutes: <c>./test --long</c>. Its figures are printed, for <c>eval/long.md</c>.</summary>
[Trait("run", "long")]
public sealed class LongTests(ITestOutputHelper output)
{
    private static readonly int Seconds = int.TryParse(Environment.GetEnvironmentVariable("DEMARCHE_LONG_SECONDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 180;

    [Fact(Explicit = true)]
    public void Any_text_is_coded_for_minutes() => Fuzz("texts of pieces", Texts.Any);

    [Fact(Explicit = true)]
    public void Damaged_reports_are_coded_for_minutes() => Fuzz("damaged reports", Texts.Damaged);

    [Fact(Explicit = true)]
    public void Time_and_memory_grow_with_the_text()
    {
        var text = string.Join("\n\n", Project.Stories.Select(story => story.Text));
        Measure(text);
        var times = new List<(int Length, double Seconds)>();
        foreach (var copies in (int[])[1, 4, 16])
        {
            var long_ = string.Join("\n\n", Enumerable.Repeat(text, copies));
            times.Add((long_.Length, Measure(long_)));
        }
        output.WriteLine($"one story of all stories, once, 4 and 16 times: {string.Join(", ", times.Select(t => FormattableString.Invariant($"{t.Length:#,0} characters {t.Seconds:0.00} s")))}");
        // Four times the text takes four times as long; twice that leaves room for a busy machine.
        Assert.True(times[2].Seconds < 8 * Math.Max(0.2, times[1].Seconds), "coding is not linear in the text");

        static double Measure(string text)
        {
            var watch = Stopwatch.StartNew();
            Assert.Null(RecordCheck.Fault(Project.Coder.Code(new(text)), Project.Coder.Run));
            return watch.Elapsed.TotalSeconds;
        }
    }

    [Fact(Explicit = true)]
    public void The_same_bytes_a_hundred_times()
    {
        var first = Lines();
        for (var run = 0; run < 100; run++)
            Assert.Equal(first, Lines());
        output.WriteLine($"{Project.Stories.Count} stories coded 100 times on {Environment.ProcessorCount} threads: the same bytes");

        static string[] Lines()
        {
            var lines = new string[Project.Stories.Count];
            Parallel.For(0, lines.Length, i => lines[i] = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(JsonRecord.Line(Project.Coder.Code(Project.Stories[i]), Project.Coder.Run))));
            return lines;
        }
    }

    [Fact(Explicit = true)]
    public void One_article_from_start_to_end()
    {
        var runs = Enumerable.Range(0, 7).Select(_ => Run(Path.Combine("samples", "2023-12-07-essequibo.txt"))).ToList();
        output.WriteLine(FormattableString.Invariant($"demarche code on one article, start to end, best and median of {runs.Count}: {runs.Min(r => r.Seconds):0.00} s and {runs.Select(r => r.Seconds).Order().ElementAt(runs.Count / 2):0.00} s, at most {runs.Max(r => r.Bytes) / 1048576.0:0} MB"));
        Assert.True(runs.Max(r => r.Bytes) < 250L << 20, "more than 250 MB");

        static (double Seconds, long Bytes) Run(string path)
        {
            var program = typeof(Demarche.Cli.Program).Assembly.Location;
            var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = Project.Root };
            foreach (var argument in (string[])["exec", program, "code", path])
                start.ArgumentList.Add(argument);
            var watch = Stopwatch.StartNew();
            using var process = Process.Start(start)!;
            var reading = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            long peak = 0;
            while (!process.WaitForExit(5))
            {
                process.Refresh();
                try
                {
                    peak = Math.Max(peak, process.PeakWorkingSet64);
                }
                catch (InvalidOperationException)
                {
                    // It has just ended.
                }
            }
            Assert.Equal(0, process.ExitCode);
            Assert.NotEmpty(reading.Result);
            return (watch.Elapsed.TotalSeconds, peak);
        }
    }

    private void Fuzz(string what, Gen<string> texts)
    {
        var count = 0;
        var watch = Stopwatch.StartNew();
        texts.Sample(
            text =>
            {
                Interlocked.Increment(ref count);
                return AnyTextTests.Holds(text);
            },
            time: Seconds,
            print: AnyTextTests.Show);
        output.WriteLine(FormattableString.Invariant($"{what}: {count:#,0} in {watch.Elapsed.TotalSeconds:0} s, none failed"));
    }
}
