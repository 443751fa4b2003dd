using Demarche.Store;
using Demarche.Tests.Cli;
using Demarche.Tests.Record;

namespace Demarche.Tests.Store;

/// <summary>What is acknowledged is on the disk, and the disk is waited for once.</summary>
public sealed class SyncTests
{
    private const string Mark = "counted-syncs";

    [Fact]
    public void A_correction_waits_for_the_disk_once()
    {
        Assert.SkipUnless(Environment.Is64BitProcess && !OperatingSystem.IsWindows(), "the file functions of SQLite are replaced for 64-bit Unix");
        Syncs.Count(Mark);
        using var folder = new Folder();
        using var store = RecordStore.Open(Path.Combine(folder.Path, Mark), new() { Access = StoreAccess.Create });
        using (var adding = store.Add())
        {
            adding.Add(CodedStory.Of(Recorded.Story(), Recorded.Run));
            Assert.Equal(1, Waits(adding.Commit));
        }
        var (story, threat) = (Recorded.Story().Story.Id, new RecordId(RecordKind.Event, 1));
        Assert.Equal(1, Waits(() => store.Corrections.Accept("ann", story, threat)));
        Assert.Equal(1, Waits(() => store.Corrections.Edit("ann", story, threat, "type", "COERCE")));
        Assert.Equal(1, Waits(() => store.Corrections.Reject("ann", story, new(RecordKind.Event, 2))));
        Assert.Equal(1, Waits(() => store.Corrections.Add("ann", story, RecordKind.Event, "no breach", new Dictionary<string, string> { ["type"] = "REJECT" })));
        Assert.Equal(1, Waits(() => store.Corrections.Note("ann", story, threat, "is this the same call?")));
        Assert.Equal(1, Waits(() => store.Corrections.Merge("ann", "Her office", "LUS")));
        Assert.Equal(1, Waits(() => store.Corrections.Undo("ann", 2)));
        Assert.Equal(0, Waits(() => store.Answers.Record(story, threat)));
    }

    private static int Waits(Action work)
    {
        var before = Syncs.Of(Mark);
        work();
        return Syncs.Of(Mark) - before;
    }
}
