namespace Demarche.Codebooks;

/// <summary>A sentence of one grammatical construction and the whole record of it, which a person has reviewed.</summary>
/// <param name="Construction">Which construction: <c>passive</c>, <c>control</c>, …</param>
/// <param name="Text">The sentence.</param>
/// <param name="Record">All its events in words, as <see cref="Event.Summary"/> says them; empty when there is none.</param>
/// <param name="Missed">True when it is known not to come out yet.</param>
/// <param name="File">What errors call the file.</param>
/// <param name="Line">The line of the sentence.</param>
public sealed record ReviewedParse(string Construction, string Text, IReadOnlyList<string> Record, bool Missed, string File, int Line)
{
    private const string Place = "constructions.yaml";

    /// <summary>All sentences of a codebook, in the order of its file; none when it has no such file.</summary>
    /// <param name="directory">The folder of the codebook.</param>
    /// <exception cref="CodebookException">The file is not as <c>codebook/README.md</c> says.</exception>
    public static IReadOnlyList<ReviewedParse> Load(string directory)
    {
        var path = Path.Combine(directory, Place);
        if (!System.IO.File.Exists(path))
            return [];
        var parses = new List<ReviewedParse>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var construction in YamlNode.Load(path, $"codebook/{Place}").Allow("about", "constructions").Require("constructions").Items)
        {
            construction.Allow("id", "about", "right", "missed");
            var id = construction.Require("id").Text;
            foreach (var key in (string[])["right", "missed"])
            {
                foreach (var node in construction.Find(key)?.Items ?? [])
                {
                    if (!node.IsMap || node.Pairs.Count != 1)
                        throw node.Error("here stands one sentence and its record: \"The sentence.\": TYPE status by ACTOR on RECIPIENT, or none");
                    var (text, record) = node.Pairs[0];
                    if (!seen.Add(text.Text))
                        throw text.Error($"“{text.Text}” stands in this file already");
                    parses.Add(new(id, text.Text, record.IsList || record.Text != "none" ? record.Texts : [], key == "missed", text.File, text.Line));
                }
            }
        }
        return parses;
    }
}
