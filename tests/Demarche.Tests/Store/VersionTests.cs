using System.IO.Compression;
using System.Text;
using Demarche.Store;
using Demarche.Store.Schema;
using Demarche.Tests.Cli;
using Demarche.Tests.Record;

namespace Demarche.Tests.Store;

/// <summary>
/// Stores as each version of the schema made them are kept in <c>Versions</c>: opening one brings it forward, and all that was in it still is.
/// When a part of the schema is added, <c>DEMARCHE_KEEP_VERSION=1</c> with this class's explicit test keeps a store of the version before.
/// </summary>
public sealed class VersionTests
{
    private static readonly string Story = Recorded.Story().Story.Id;

    public static IEnumerable<TheoryDataRow<int>> Versions => Enumerable.Range(1, Migrations.Latest).Where(version => Stored(version) is not null).Select(version => new TheoryDataRow<int>(version));

    [Fact]
    public void A_store_of_the_first_version_is_kept() => Assert.NotNull(Stored(1));

    [Theory]
    [MemberData(nameof(Versions))]
    public void Opening_an_older_store_brings_it_forward_and_loses_nothing(int version)
    {
        using var folder = new Folder();
        var path = Unpacked(folder, version);
        using (var store = RecordStore.Open(path))
            Holds(store);
        using (var store = RecordStore.Open(path, new() { Access = StoreAccess.Write }))
        {
            Assert.Equal(Migrations.Latest, store.Database["PRAGMA user_version"].Number());
            Holds(store);
            store.Corrections.Undo("ann", 3);
            Assert.Equal("THREATEN", store.Answers.Record(Story, new(RecordKind.Event, 1))!.Type);
            Assert.Empty(store.Check());
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void An_older_store_that_cannot_be_brought_forward_is_left_as_it_was(int version)
    {
        if (version == Migrations.Latest)
            return;
        using var folder = new Folder();
        var path = Unpacked(folder, version);
        var before = File.ReadAllBytes(path);
        using (var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=False"))
        {
            other.Open();
            using var command = other.CreateCommand();
            command.CommandText = "BEGIN IMMEDIATE";
            command.ExecuteNonQuery();
            Assert.Contains("another process is writing", Assert.Throws<StoreException>(() => RecordStore.Open(path, new() { Patience = TimeSpan.FromMilliseconds(50) })).Message, StringComparison.Ordinal);
        }
        using var store = RecordStore.Open(path);
        Holds(store);
    }

    /// <summary>Writes the store of today into the working copy, when somebody asks for it.</summary>
    [Fact(Explicit = true)]
    public void Keep_this_version()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("DEMARCHE_KEEP_VERSION") is null, "DEMARCHE_KEEP_VERSION is not set");
        using var folder = new Folder();
        using (var store = Stores.Of(folder, Recorded.Story(), Recorded.Story(Recorded.Story().Text, "Other Post")))
        {
            store.Corrections.Accept("ann", Story, new(RecordKind.Statement, 1));
            store.Corrections.Reject("ann", Story, new(RecordKind.Event, 2));
            store.Corrections.Edit("ann", Story, new(RecordKind.Event, 1), "type", "COERCE");
            store.Corrections.Add("ann", Story, RecordKind.Event, "no breach", new Dictionary<string, string> { ["type"] = "REJECT" });
            store.Corrections.Merge("ann", "Her office", "LUS");
            store.Collate();
            store.Database.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        using var target = File.Create(Repository.Path("tests", "Demarche.Tests", "Store", "Versions", $"{Migrations.Latest}.demarche.gz"));
        using var zip = new GZipStream(target, CompressionLevel.SmallestSize);
        zip.Write(File.ReadAllBytes(Path.Combine(folder.Path, "crisis.demarche")));
    }

    /// <summary>All that was put into the kept stores is there.</summary>
    internal static void Holds(RecordStore store)
    {
        Assert.Equal(2, store.Stories);
        Assert.Equal(5, store.Corrections.History().Count);
        Assert.Equal("COERCE", store.Answers.Record(Story, new(RecordKind.Event, 1))!.Type);
        Assert.Null(store.Answers.Record(Story, new(RecordKind.Event, 2)));
        Assert.Equal("no breach", store.Answers.Record(Story, new(RecordKind.Event, 1, Added: true))!.Words);
        Assert.Contains("\"review\":\"reviewed\"", Encoding.UTF8.GetString(store.Shown().Single(story => story.Key == Story).Line()), StringComparison.Ordinal);
        Assert.Empty(store.Check());
    }

    private static Stream? Stored(int version) => typeof(VersionTests).Assembly.GetManifestResourceStream($"Versions.{version}.demarche");

    /// <summary>A kept store, ready to be opened.</summary>
    internal static string Unpacked(Folder folder, int version)
    {
        using var zip = new GZipStream(Stored(version)!, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        zip.CopyTo(bytes);
        return folder.File("crisis.demarche", bytes.ToArray());
    }
}
