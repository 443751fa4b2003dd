using System.Text;
using Demarche.Store;
using Demarche.Store.Projecting;

namespace Demarche.Tests.Store;

/// <summary>Whose voice each record of a story is, in letters, comes out as it went in.</summary>
public sealed class VoicesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a1=0", "0")]
    [InlineData("e1=3", " 3")]
    [InlineData("a1=0 a2=1 a4=2 e1=3 g2=1", "01-2 3  -1")]
    [InlineData("a1=0 e+1=2 e900=1", "0")]
    public void Keeps_every_voice(string records, string letters)
    {
        var given = records.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(record => (Id: IdOf(record.Split('=')[0]), Voice: (Voice)int.Parse(record.Split('=')[1]))).ToList();
        var kept = Voices.Of(given);
        Assert.Equal(letters, kept);
        foreach (var kind in Enum.GetValues<RecordKind>())
            for (var number = 1; number < 8; number++)
                Assert.Equal(given.Where(record => record.Id == new RecordId(kind, number)).Select(record => (Voice?)record.Voice).FirstOrDefault(), Voices.In(Encoding.ASCII.GetBytes(kept), new(kind, number)));
        foreach (var (id, _) in given)
            Assert.Equal(id is { Added: false, Number: < 500 }, Voices.Cover(id));
    }

    private static RecordId IdOf(string id) => RecordId.TryParse(id, out var parsed) ? parsed : throw new ArgumentException(id);
}
