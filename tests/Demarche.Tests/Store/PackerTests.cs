using System.Text.Json;
using Demarche.Record;
using Demarche.Store;
using Demarche.Store.Packing;
using Demarche.Tests.Record;
using Demarche.Tests.Stories;
using ZstdSharp;

namespace Demarche.Tests.Store;

/// <summary>
/// Records are packed with a dictionary made of the records of the project's own texts. When the form of the record has changed much, <c>DEMARCHE_TRAIN_DICTIONARY=1</c> with this class's
/// explicit test makes it anew; stores that are there keep the one that they were made with.
/// </summary>
public sealed class PackerTests
{
    private const int Size = 40_000;

    private static byte[] Story => CodedStory.Of(Recorded.Story(), Recorded.Run).Record;

    [Fact]
    public void What_is_packed_comes_out_the_same()
    {
        using var packer = new Packer(Packer.Typical);
        Assert.Equal(Story, packer.Unpack(packer.Pack(Story)));
        Assert.Equal(Story, packer.Unpack(Packer.PackTypical(Story)));
        Assert.Equal([], packer.Unpack(packer.Pack([])));
    }

    [Fact]
    public void Packs_a_record_of_today_into_a_sixth() => Assert.InRange(Packer.PackTypical(Story).Length, 1, Story.Length / 6);

    [Fact]
    public void A_store_with_another_dictionary_is_read_with_its_own()
    {
        var other = Packer.Typical[^10_000..];
        using var packer = new Packer(other);
        Assert.False(packer.IsTypical);
        Assert.Equal(Story, packer.Unpack(packer.Pack(Story)));
    }

    /// <summary>Writes the dictionary into the working copy, when somebody asks for it.</summary>
    [Fact(Explicit = true)]
    public void Train_the_dictionary()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("DEMARCHE_TRAIN_DICTIONARY") is null, "DEMARCHE_TRAIN_DICTIONARY is not set");
        var records = new List<byte[]>();
        foreach (var file in (string[])["incidents.jsonl", "positions.jsonl", "positions-third.jsonl"])
            foreach (var line in File.ReadLines(Project.In($"eval/own/{file}")))
            {
                using var json = JsonDocument.Parse(line);
                foreach (var story in json.RootElement.TryGetProperty("stories", out var several) ? [.. several.EnumerateArray()] : (JsonElement[])[json.RootElement])
                    records.Add(CodedStory.Of(Project.Coder.Code(new(story.GetProperty("text").GetString()!) { Published = DateOnly.Parse(story.GetProperty("published").GetString()!, System.Globalization.CultureInfo.InvariantCulture) }), Project.Coder.Run).Record);
            }
        File.WriteAllBytes(Project.In("src/Demarche.Store/Packing/typical.zdict"), DictBuilder.TrainFromBuffer(records, Size));
    }
}
