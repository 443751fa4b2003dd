using Demarche.Codebooks;

namespace Demarche.Reading;

/// <summary>A kind of line that belongs to the page and not to the report: a share link, a caption, a time stamp.</summary>
internal sealed class LeftoverRule
{
    private readonly LinePattern[] _lines;

    public LeftoverRule(YamlNode node, IReadOnlyDictionary<string, IReadOnlyList<string>> lists)
    {
        node.Allow("id", "why", "lines", "longest", "open", "inside", "example", "counterexample");
        Id = node.Require("id").Text;
        Why = node.Require("why").Text;
        Longest = node.Require("longest").Integer;
        Open = node.Find("open")?.Boolean ?? false;
        Inside = node.Find("inside")?.Boolean ?? false;
        _lines = [.. node.Require("lines").Items.Select(line => LinePattern.Parse(line, lists))];

        foreach (var example in node.Require("example").Items)
            if (!Takes(example.Text))
                throw example.Error($"the rule {Id} does not take its example “{example.Text}”");
        foreach (var example in node.Require("counterexample").Items)
            if (Takes(example.Text))
                throw example.Error($"the rule {Id} takes its counterexample “{example.Text}”");
    }

    public string Id { get; }

    /// <summary>The reason given for leaving the line.</summary>
    public string Why { get; }

    /// <summary>The words that a line may have at most.</summary>
    public int Longest { get; }

    /// <summary>Takes only lines without a final stop.</summary>
    public bool Open { get; }

    /// <summary>Does not take the first line of a text.</summary>
    public bool Inside { get; }

    public bool Takes(List<LineWord> words, bool hasFinalStop)
    {
        if (words.Count == 0 || words.Count > Longest || Open && hasFinalStop)
            return false;
        foreach (var line in _lines)
            if (line.Fits(words))
                return true;
        return false;
    }

    private bool Takes(string text) => Takes(LineWord.Of(text, new(0, text.Length), Longest + 1), Paragraph.HasFinalStop(text, new(0, text.Length)));
}
