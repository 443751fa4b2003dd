namespace Demarche.Codebooks;

/// <summary>A matter on which positions are taken, with the words that name it.</summary>
/// <param name="Id">As the record writes it, such as <c>nato-enlargement</c>.</param>
/// <param name="Name">As a person reads it.</param>
/// <param name="Phrases">Dictionary forms of the words that name it, a phrase an item.</param>
public sealed record Issue(string Id, string Name, IReadOnlyList<string[]> Phrases)
{
    /// <summary>Reads a file of issues.</summary>
    public static IEnumerable<Issue> Load(string path, string file)
    {
        foreach (var node in YamlNode.Load(path, file).Allow("about", "issues").Require("issues").Items)
        {
            node.Allow("id", "name", "words");
            yield return new(
                node.Require("id").Text,
                node.Require("name").Text,
                [.. node.Require("words").Texts.Select(words => words.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))]);
        }
    }
}
