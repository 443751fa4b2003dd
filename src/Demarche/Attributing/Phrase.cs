using Demarche.Codebooks;

namespace Demarche.Attributing;

/// <summary>A set phrase: alternatives for each word before and after the source.</summary>
internal sealed record Phrase(string[][] Before, string[][] After)
{
    public static Phrase Read(YamlNode node)
    {
        var words = node.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.IndexOf(words, "<source>");
        if (at < 1)
            throw node.Error("a phrase is words, then <source>, then perhaps words");
        return new([.. words[..at].Select(word => word.Split('|'))], [.. words[(at + 1)..].Select(word => word.Split('|'))]);
    }
}
