using System.Diagnostics;
using Demarche.Store;
using Demarche.Store.Schema;
using Demarche.Tests.Cli;
using Demarche.Tests.Record;
using Microsoft.Data.Sqlite;

namespace Demarche.Tests.Store;

/// <summary>What is no store, or cannot be used as one, is said and left as it was.</summary>
public sealed class FaultTests : IDisposable
{
    private readonly Folder _folder = new();

    private string Path => System.IO.Path.Combine(_folder.Path, "crisis.demarche");

    [Theory]
    [InlineData("", StoreAccess.Read, "is empty; demarche add PATH --store")]
    [InlineData("Dear diary", StoreAccess.Read, "is no store of demarche; give the file")]
    [InlineData("Dear diary", StoreAccess.Create, "is no store of demarche; give the file")]
    [InlineData("SQLite format 3\0", StoreAccess.Write, "is no store of demarche; give the file")]
    public void A_foreign_file_is_left_alone(string content, StoreAccess access, string problem)
    {
        _folder.File("crisis.demarche", content);
        Refuses(access, problem);
    }

    [Fact]
    public void A_database_of_another_program_is_left_alone()
    {
        Sql("CREATE TABLE letters (id INTEGER PRIMARY KEY)");
        Refuses(StoreAccess.Create, "is no store of demarche but a database of another program");
        Refuses(StoreAccess.Read, "is no store of demarche but a database of another program");
    }

    [Fact]
    public void A_store_of_a_newer_program_is_left_alone()
    {
        Stores.Of(_folder, Recorded.Story()).Dispose();
        Sql($"PRAGMA user_version = {Migrations.Latest + 1}");
        Refuses(StoreAccess.Write, $"was written by a newer demarche (schema {Migrations.Latest + 1}, this one reads up to {Migrations.Latest}); use that one");
        Refuses(StoreAccess.Read, "was written by a newer demarche");
    }

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.5)]
    [InlineData(0.01)]
    public void A_file_that_is_cut_off_is_left_alone(double part)
    {
        Stores.Of(_folder, Recorded.Story()).Dispose();
        var bytes = File.ReadAllBytes(Path);
        File.WriteAllBytes(Path, bytes[..(int)(bytes.Length * part)]);
        Refuses(StoreAccess.Write, "is cut off: ");
        Refuses(StoreAccess.Read, "is cut off: ");
    }

    [Fact]
    public void A_file_that_is_not_there_is_not_made_by_asking()
    {
        Assert.StartsWith($"{Path} does not exist; demarche add PATH --store {Path} makes it", Assert.Throws<StoreException>(() => RecordStore.Open(Path)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path));
        Assert.StartsWith($"{_folder.Path} is a folder", Assert.Throws<StoreException>(() => RecordStore.Open(_folder.Path)).Message, StringComparison.Ordinal);
        var far = System.IO.Path.Combine(_folder.Path, "nowhere", "crisis.demarche");
        Assert.Equal($"{far}: cannot be opened; its folder must be there, and writable for who writes", Assert.Throws<StoreException>(() => RecordStore.Open(far, new() { Access = StoreAccess.Create })).Message);
    }

    [Fact]
    public void While_another_writes_readers_answer_and_writers_are_told_to_wait()
    {
        using var store = Stores.Of(_folder, Recorded.Story());
        store.Database.Begin();
        store.Database["INSERT INTO outlet (name) VALUES ('half done')"].Run();
        using (var reader = RecordStore.Open(Path))
        using (var second = RecordStore.Open(Path))
        {
            Assert.Equal(2, reader.Answers.Timeline(new()).Count);
            Assert.Equal(2, second.Answers.Timeline(new()).Count);
        }
        using var other = RecordStore.Open(Path, new() { Access = StoreAccess.Write, Patience = TimeSpan.FromMilliseconds(50) });
        Assert.Equal($"{Path}: another process is writing to this store; try again when it is done",
            Assert.Throws<StoreException>(() => other.Corrections.Accept("ann", Recorded.Story().Story.Id, new(RecordKind.Event, 1))).Message);
        store.Database.RollBack();
        other.Corrections.Accept("ann", Recorded.Story().Story.Id, new(RecordKind.Event, 1));
        Assert.Empty(other.Check());
    }

    [Fact]
    public void A_full_disk_keeps_what_was_there()
    {
        using var store = Stores.Of(_folder, Recorded.Story());
        // As full as a disk can be made for one file: no page more.
        store.Database.Execute($"PRAGMA max_page_count = {store.Database["PRAGMA page_count"].Number()}");
        using (var adding = store.Add())
        {
            // Some reach the disk by themselves when there are many, or when they take long.
            Assert.Equal($"{Path}: the disk is full; what was added before is kept, make room and run the same command again", Assert.Throws<StoreException>(() =>
            {
                for (var i = 0; i < 300; i++)
                    adding.Add(CodedStory.Of(Recorded.Story(Recorded.Story().Text, $"Outlet {i}"), Recorded.Run));
                adding.Commit();
            }).Message);
        }
        Assert.Equal(1, store.Stories);
        Assert.Empty(store.Check());

        // Whoever waited for room goes on, with a run and outlets that were new when it failed.
        var room = store.Database["PRAGMA page_count"].Number() + 10;
        store.Database.Execute($"PRAGMA max_page_count = {room}");
        // Ready beforehand: what is slow to come reaches the disk by itself.
        List<CodedStory> ready = [.. Enumerable.Range(1, 60).Select(i => CodedStory.Of(Recorded.Story(Recorded.Story().Text, $"Outlet {i}"), Recorded.Run with { Codebook = "new" }))];
        using (var patient = store.Add())
        {
            ready.ForEach(patient.Add);
            for (var attempt = 0; attempt < 2; attempt++)
                Assert.Contains("the disk is full", Assert.Throws<StoreException>(patient.Commit).Message, StringComparison.Ordinal);
            store.Database.Execute("PRAGMA max_page_count = 1000000");
            patient.Commit();
        }
        Assert.Equal(61, store.Stories);
        Assert.Empty(store.Check());
        using var again = store.Add();
        again.Add(CodedStory.Of(Recorded.Story(Recorded.Story().Text, "Outlet 0"), Recorded.Run));
        again.Commit();
        Assert.Equal(62, store.Stories);
        Assert.Empty(store.Check());
    }

    [Fact]
    public void A_disk_without_room_for_the_log_is_said_to_be_full()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "no small disk can be made");
        Stores.Of(_folder, Recorded.Story()).Dispose();
        var disk = Directory.CreateDirectory(System.IO.Path.Combine(_folder.Path, "disk")).FullName;
        Assert.SkipUnless(Shell($"mount -t tmpfs -o size=900k tmpfs '{disk}'").Status == 0, "no small disk can be made");
        try
        {
            var path = System.IO.Path.Combine(disk, "crisis.demarche");
            File.Copy(Path, path);
            Shell($"dd if=/dev/zero of='{disk}/rest' bs=1k");
            var run = Shell($"exec dotnet '{Program}' correct note {Recorded.Story().Story.Id} no --store '{path}'");
            Assert.Equal((2, $"{path}: the disk is full; what was added before is kept, make room and run the same command again"), (run.Status, run.Error.Trim()));
            File.Delete($"{disk}/rest");
            using var store = RecordStore.Open(path);
            Assert.Empty(store.Check());
        }
        finally
        {
            Shell($"umount '{disk}'");
        }
    }

    [Fact]
    public void A_store_opened_for_reading_takes_nothing()
    {
        Stores.Of(_folder, Recorded.Story()).Dispose();
        using var store = RecordStore.Open(Path);
        Assert.Equal($"{Path} was opened for reading", Assert.Throws<StoreException>(() => store.Corrections.Note("ann", Recorded.Story().Story.Id, null, "no")).Message);
    }

    // Root may write what nobody may write; the test then has nothing to see.
    [Fact]
    public void A_file_that_may_not_be_written_is_read_and_said_to_be_so()
    {
        Stores.Of(_folder, Recorded.Story()).Dispose();
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.UserName == "root", "who runs the tests may write every file");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path, UnixFileMode.UserRead);
        using (var store = RecordStore.Open(Path))
            Assert.Equal(2, store.Answers.Timeline(new()).Count);
        Refuses(StoreAccess.Write, "cannot be written");
    }

    // Of what root does, nothing is refused; somebody else is asked to do it.
    [Fact]
    public void Who_may_not_write_may_read()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root" && File.Exists("/usr/bin/setpriv"), "nobody else can be asked");
        Stores.Of(_folder, Recorded.Story()).Dispose();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
            File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b111_101_101);
        }
        var before = File.ReadAllBytes(Path);
        const string Nobody = "setpriv --reuid 65534 --regid 65534 --clear-groups env HOME=/tmp";
        Assert.Contains("THREATEN", Shell($"{Nobody} dotnet '{Program}' timeline --reports --store '{Path}'").Output, StringComparison.Ordinal);
        Assert.Equal((2, $"{Path}: cannot be written: the file, its folder or its disk is read-only"), Shell($"{Nobody} dotnet '{Program}' correct note {Recorded.Story().Story.Id} no --store '{Path}'") is var refused ? (refused.Status, refused.Error.Trim()) : default);
        Assert.Equal(before, File.ReadAllBytes(Path));
        Assert.Equal(["crisis.demarche"], _folder.Names());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void An_older_store_that_there_is_no_room_to_bring_forward_is_left_as_it_was(int version)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "no limit can be set to files");
        var path = VersionTests.Unpacked(_folder, version);
        var before = File.ReadAllBytes(path);
        // No file may grow beyond 50 kB: what is written to the log does.
        var run = Shell($"trap '' XFSZ; ulimit -f 100; DOTNET_EnableWriteXorExecute=0 exec dotnet '{Program}' check '{path}'");
        Assert.Equal(2, run.Status);
        Assert.Contains("the disk cannot be read or written", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
        using var store = RecordStore.Open(path);
        VersionTests.Holds(store);
    }

    [Fact]
    public void A_check_finds_what_was_tampered_with()
    {
        using var store = Stores.Of(_folder, Recorded.Story());
        Assert.Empty(store.Check());
        store.Database.Execute("UPDATE text SET text = 'Lusonia ' || text");
        Assert.Contains(store.Check(), fault => fault.EndsWith("the text is not the one that was added", StringComparison.Ordinal));
        store.Database.Execute("UPDATE text SET text = substr(text, 9); DELETE FROM record WHERE kind = 1");
        Assert.Contains(store.Check(), fault => fault.Contains("the index has 6 records of 8", StringComparison.Ordinal));
        store.Database.Execute("UPDATE text SET text = 'short'");
        Assert.Contains(store.Check(), fault => fault.Contains("is outside the text", StringComparison.Ordinal));
        store.Database.Execute("DELETE FROM text");
        Assert.Contains(store.Check(), fault => fault.EndsWith("has no text", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private static readonly string Program = System.IO.Path.Combine(AppContext.BaseDirectory, "Demarche.Cli.dll");

    private static (int Status, string Output, string Error) Shell(string command)
    {
        using var process = Process.Start(new ProcessStartInfo("sh") { ArgumentList = { "-c", command }, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    private void Refuses(StoreAccess access, string problem)
    {
        var before = File.ReadAllBytes(Path);
        Assert.StartsWith($"{Path} {problem}".Replace(Path + " cannot", Path + ": cannot", StringComparison.Ordinal), Assert.Throws<StoreException>(() => RecordStore.Open(Path, new() { Access = access })).Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Path));
        Assert.Equal(["crisis.demarche"], _folder.Names());
    }

    private void Sql(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
