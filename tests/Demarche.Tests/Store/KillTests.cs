using System.Diagnostics;
using System.Globalization;
using System.Text;
using Demarche.Record;
using Demarche.Store;
using Demarche.Tests.Cli;
using Demarche.Tests.Record;

namespace Demarche.Tests.Store;

/// <summary>The command is killed at moments that chance chooses: what was acknowledged is there, nothing is there twice, and the same command goes on.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Stories = 1_200;

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Demarche.Cli.dll");

    [Fact]
    public void Killed_while_adding() => Adding(2);

    [Fact]
    public void Killed_while_correcting() => Correcting(2);

    [Fact]
    public void Killed_while_an_older_store_is_brought_forward() => Migrating(1);

    [Fact(Explicit = true), Trait("run", "long")]
    public void Killed_often_while_adding() => Adding(20);

    [Fact(Explicit = true), Trait("run", "long")]
    public void Killed_often_while_correcting() => Correcting(20);

    [Fact(Explicit = true), Trait("run", "long")]
    public void Killed_often_while_an_older_store_is_brought_forward() => Migrating(10);

    private void Adding(int times)
    {
        using var folder = new Folder();
        var lines = Enumerable.Range(0, Stories).Select(i => JsonRecord.Line(Recorded.Story(Recorded.Story().Text, $"Outlet {i}"), Recorded.Run)).ToList();
        var records = folder.File("records.jsonl", [.. lines.SelectMany(line => line.Append((byte)'\n'))]);
        var path = Path.Combine(folder.Path, "crisis.demarche");
        var chance = new Random(Seed());
        for (var time = 0; time < times; time++)
        {
            var before = Known(path);
            if (before == Stories)
            {
                // Nothing is left to add: from the beginning again.
                foreach (var file in Directory.GetFiles(folder.Path, "crisis.demarche*"))
                    File.Delete(file);
                before = 0;
            }
            using (var adding = Start("add", "--coded", records, "--store", path))
            {
                // From before the file is there to after the last story.
                var seen = WaitFor(path, before + chance.Next(-200, (int)(Stories - before) + 1), adding);
                Thread.Sleep(chance.Next(100));
                Kill(adding);
                using var store = RecordStore.Open(path, new() { Access = StoreAccess.Create });
                Assert.True(store.Stories >= seen, $"{seen} stories were there, now {store.Stories}");
                Assert.Empty(store.Check());
                output.WriteLine($"killed with {seen} stories seen, {store.Stories} there");
            }
        }
        using (var last = Start("add", "--coded", records, "--store", path))
            last.WaitForExit();
        using var whole = RecordStore.Open(path);
        Assert.Equal(lines.Select(Encoding.UTF8.GetString).Order(StringComparer.Ordinal), whole.Shown().Select(story => Encoding.UTF8.GetString(story.Line())).Order(StringComparer.Ordinal));
    }

    private void Correcting(int times)
    {
        using var folder = new Folder();
        string path;
        using (var store = Stores.Of(folder, [.. Enumerable.Range(0, 200).Select(i => Recorded.Story(Recorded.Story().Text, $"Outlet {i}"))]))
            path = store.Path;
        string[] all;
        using (var store = RecordStore.Open(path))
            all = [.. store.Shown().Select(story => story.Key + "/e1")];
        var chance = new Random(Seed());
        for (var time = 0; time < times; time++)
        {
            using var correcting = Start(["correct", chance.Next(2) == 0 ? "accept" : "reject", .. all, "--author", $"killed {time}", "--store", path]);
            var wanted = chance.Next(1, 150);
            var acknowledged = new List<string>();
            while (acknowledged.Count < wanted && correcting.StandardOutput.ReadLine() is { } line)
                acknowledged.Add(line);
            Kill(correcting);
            // What it had still said before it ended.
            while (correcting.StandardOutput.ReadLine() is { Length: > 0 } line)
                acknowledged.Add(line);
            using var store = RecordStore.Open(path, new() { Access = StoreAccess.Write });
            var decisions = store.Corrections.History().Select(decision => decision.Number.ToString(CultureInfo.InvariantCulture)).ToList();
            // The last line may be cut off.
            Assert.Empty(acknowledged.SkipLast(1).Except(decisions));
            Assert.Equal(decisions.Count, decisions.Distinct().Count());
            Assert.Empty(store.Check());
            output.WriteLine($"killed after {acknowledged.Count} decisions, {decisions.Count} there");
        }
    }

    private void Migrating(int times)
    {
        var chance = new Random(Seed());
        for (var time = 0; time < times; time++)
        {
            using var folder = new Folder();
            var path = VersionTests.Unpacked(folder, 1);
            using var checking = Start("check", path);
            // Most of that time the program starts; what it does then takes moments.
            Thread.Sleep(chance.Next(100, 1200));
            Kill(checking);
            using var store = RecordStore.Open(path, new() { Access = StoreAccess.Write });
            VersionTests.Holds(store);
        }
    }

    private static Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Program);
        foreach (var arg in args)
            start.ArgumentList.Add(arg);
        return Process.Start(start)!;
    }

    private static void Kill(Process process)
    {
        process.Kill();
        process.WaitForExit();
    }

    private static long Known(string path)
    {
        if (!File.Exists(path))
            return 0;
        using var store = RecordStore.Open(path, new() { Access = StoreAccess.Create });
        return store.Stories;
    }

    /// <summary>Waits until another process sees so many stories, which then are on disk; gives how many it saw.</summary>
    private static long WaitFor(string path, long wanted, Process adding)
    {
        var seen = 0L;
        while (seen < wanted && !adding.HasExited)
        {
            Thread.Sleep(10);
            try
            {
                if (!File.Exists(path))
                    continue;
                using var reader = RecordStore.Open(path);
                seen = reader.Stories;
            }
            catch (StoreException)
            {
                // It is being made.
            }
        }
        return seen;
    }

    private int Seed()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        return seed;
    }
}
