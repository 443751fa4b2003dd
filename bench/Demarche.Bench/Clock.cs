using System.Globalization;
using System.Runtime.InteropServices;

namespace Demarche.Bench;

/// <summary>Processor time of this process: on a machine that does other work too it says more than the time on the wall.</summary>
internal static class Clock
{
    public static double CpuSeconds => Environment.CpuUsage.TotalTime.TotalSeconds;

    /// <summary>The least processor time of some runs, in seconds.</summary>
    public static double Best(int runs, Action action)
    {
        var best = double.MaxValue;
        for (var run = 0; run < runs; run++)
        {
            var start = CpuSeconds;
            action();
            best = Math.Min(best, CpuSeconds - start);
        }
        return best;
    }

    /// <summary>The processor and the registers that are used.</summary>
    public static string Machine()
    {
        var name = RuntimeInformation.ProcessArchitecture.ToString();
        if (File.Exists("/proc/cpuinfo"))
            name = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? name;
        return string.Create(CultureInfo.InvariantCulture, $"{name}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {(int)Text.MatrixProduct.Width} numbers at once");
    }

    public static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
