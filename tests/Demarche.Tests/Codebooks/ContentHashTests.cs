using Demarche.Codebooks.Compiled;

namespace Demarche.Tests.Codebooks;

public sealed class ContentHashTests
{
    [Fact]
    public void EveryByteCounts()
    {
        var content = new byte[100];
        var seen = new HashSet<string> { Hash(content) };
        for (var i = 0; i < content.Length; i++)
        {
            content[i] = 1;
            Assert.True(seen.Add(Hash(content)), $"byte {i} changes nothing");
            content[i] = 0;
        }
    }

    [Fact]
    public void LengthCounts()
    {
        var seen = new HashSet<string>();
        for (var length = 0; length < 100; length++)
            Assert.True(seen.Add(Hash(new byte[length])), $"{length} zeros are as {length - 1}");
    }

    [Fact]
    public void OrderCounts() => Assert.NotEqual(Hash("Peru signs with Chile, Chile with Peru"u8.ToArray()), Hash("Peru signs with Chile, Peru with Chile"u8.ToArray()));

    private static string Hash(byte[] content) => string.Join(' ', ContentHash.Of(content));
}
