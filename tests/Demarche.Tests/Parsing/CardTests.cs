using System.Security.Cryptography;

namespace Demarche.Tests.Parsing;

/// <summary>What the card of the English model says of files that are here.</summary>
public sealed class CardTests
{
    [Theory]
    [InlineData("models/en/model.bin")]
    [InlineData("models/en/sentences.bin")]
    [InlineData("models/en/names.bin")]
    [InlineData("training/en/news.conllu")]
    [InlineData("training/en/news-words.csv")]
    public void The_card_has_the_hash_of_each_file(string file)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Stories.Project.In(file))));
        Assert.Contains(hash, File.ReadAllText(Stories.Project.In("models/en/README.md")), StringComparison.Ordinal);
    }
}
