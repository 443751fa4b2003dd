using System.Diagnostics;
using System.Globalization;
using System.Text;
using Demarche.Record;
using Demarche.Store;
using Demarche.Store.Schema;
using Demarche.Tests.Cli;
using Demarche.Tests.Record;
using Microsoft.Data.Sqlite;

namespace Demarche.Tests.Store;

/// <summary>The command is killed at moments that chance chooses: what was acknowledged is there, nothing is there twice, and the same command goes on.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Stories = 1_200;

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Demarche.Cli.dll");

    [Fact]
    public void Killed_while_adding() => Adding(2);

    [Fact]
    public void Killed_while_correcting() => Correcting(1);

    [Fact]
    public void Killed_while_comparing() => Collating(1);

    [Fact]
    public void Killed_while_an_older_store_is_brought_forward() => Migrating(1);

    [Fact(Explicit = true), Trait("run", "long")]
    public void Killed_often_while_adding() => Adding(15);

    [Fact(Explicit = true), Trait("run", "long")]
    public void Killed_often_while_correcting() => Correcting(15);

    [Fact(Explicit = true), Trait("run", "long")]
    public void Killed_often_while_comparing() => Collating(10);

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

    private void Collating(int times)
    {
        using var folder = new Folder();
        var path = Filled(folder);
        var expected = "";
        using (var whole = RecordStore.Open(folder.Copy(path, "whole.demarche"), new() { Access = StoreAccess.Write }))
        {
            whole.Collate();
            expected = Compared(whole);
        }
        var chance = new Random(Seed());
        for (var time = 0; time < times; time++)
        {
            var copy = folder.Copy(path, $"{time}.demarche");
            using (var comparing = Start("copies", "--store", copy))
            {
                // It waits for as many stories to be done as chance says.
                var wanted = chance.NextInt64(0, Stories);
                for (var left = long.MaxValue; left > Stories - wanted && !comparing.HasExited;)
                {
                    Thread.Sleep(5);
                    using var reader = RecordStore.Open(copy);
                    left = reader.Uncollated;
                }
                Thread.Sleep(chance.Next(50));
                Kill(comparing);
            }
            using var store = RecordStore.Open(copy, new() { Access = StoreAccess.Write });
            output.WriteLine($"killed with {store.Uncollated} stories left");
            Assert.Empty(store.Check());
            store.Collate();
            Assert.Equal(expected, Compared(store));
            Assert.Empty(store.Check());
        }
    }

    private static string Compared(RecordStore store) => string.Join('\n',
        store.Copies.Groups().Select(group => string.Join(' ', group.Members.Select(member => $"{member.Story}<{member.CopyOf}"))).Concat(store.Incidents.All().Select(incident => $"{incident.Id} {incident.Reports.Count}")));

    private void Migrating(int times)
    {
        using var folder = new Folder();
        var path = Filled(folder);
        var expected = Exported(path);
        var older = Older(folder, path);
        var chance = new Random(Seed());
        for (var time = 0; time < times; time++)
        {
            var copy = folder.Copy(older, $"{time}.demarche");
            using (var checking = Start("check", copy))
            {
                // The log beside the file grows while the index is made.
                var wanted = chance.NextInt64(0, 3_000_000);
                while (!checking.HasExited && !(File.Exists(copy + "-wal") && new FileInfo(copy + "-wal").Length >= wanted))
                    Thread.Sleep(2);
                Thread.Sleep(chance.Next(50));
                Kill(checking);
            }
            using (var store = RecordStore.Open(copy, new() { Access = StoreAccess.Write }))
                Assert.Empty(store.Check());
            Assert.Equal(expected, Exported(copy));
        }
    }

    private static string Filled(Folder folder)
    {
        using var store = Stores.Of(folder, [.. Enumerable.Range(0, Stories).Select(i => Recorded.Story(Recorded.Story().Text + $"\n\nReport {i % 400} of the day, with what is told in town {i % 400 * 7} and by nobody else at all.\n", $"Outlet {i}"))]);
        store.Database.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        return store.Path;
    }

    private static string Exported(string path)
    {
        using var store = RecordStore.Open(path);
        return string.Join('\n', store.Shown().Select(story => Encoding.UTF8.GetString(story.Line())));
    }

    /// <summary>The same stories in a store of the second version of the schema, as far as what came in goes: the index is empty.</summary>
    private static string Older(Folder folder, string path)
    {
        var older = Path.Combine(folder.Path, "older.demarche");
        using var connection = new SqliteConnection($"Data Source={older};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            PRAGMA foreign_keys = 0; {Migrations.Parts[0]} {Migrations.Parts[1]}
            ATTACH '{path}' AS new;
            INSERT INTO run SELECT * FROM new.run; INSERT INTO outlet SELECT * FROM new.outlet; INSERT INTO text SELECT * FROM new.text; INSERT INTO setting SELECT * FROM new.setting;
            INSERT INTO document SELECT * FROM new.document; INSERT INTO story SELECT id, key, hash, outlet, published, url, given, language, shown FROM new.story;
            PRAGMA application_id = {Migrations.ApplicationId}; PRAGMA user_version = 2;
            """;
        command.ExecuteNonQuery();
        return older;
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
