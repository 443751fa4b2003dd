using Demarche.Codebooks;

namespace Demarche.Reading;

/// <summary>What of a page is no part of the report, read from <c>codebook/page.yaml</c>.</summary>
internal sealed class PageRules
{
    private PageRules(YamlNode root)
    {
        root.Allow("title", "crosshead", "pull_quote", "wrapped", "words", "function_words", "leftovers");
        LongestTitle = root.Require("title").Allow("longest").Require("longest").Integer;

        var crosshead = root.Require("crosshead").Allow("longest", "paragraph");
        LongestCrosshead = crosshead.Require("longest").Integer;
        ShortestParagraph = crosshead.Require("paragraph").Integer;

        var pullQuote = root.Require("pull_quote").Allow("longest", "shared", "own", "body", "duplicate");
        LongestPullQuote = pullQuote.Require("longest").Integer;
        SharedWords = pullQuote.Require("shared").Integer;
        OwnShare = pullQuote.Require("own").Number;
        BodyShare = pullQuote.Require("body").Number;
        DuplicateShare = pullQuote.Require("duplicate").Number;

        var wrapped = root.Require("wrapped").Allow("widest", "share");
        WidestWrapped = wrapped.Require("widest").Integer;
        WrappedShare = wrapped.Require("share").Number;

        FunctionWords = new(root.Require("function_words").Text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
        var lists = root.Require("words").Pairs.ToDictionary(pair => pair.Key.Text, pair => pair.Value.Texts, StringComparer.Ordinal);
        Leftovers = [.. root.Require("leftovers").Items.Select(rule => new LeftoverRule(rule, lists))];
        LongestLeftover = Leftovers.Count == 0 ? 0 : Leftovers.Max(rule => rule.Longest);
    }

    /// <summary>Reads the file; <paramref name="name"/> is what errors call it.</summary>
    public static PageRules Load(string path, string? name = null) => new(YamlNode.Load(path, name));

    public static PageRules Parse(string yaml, string name) => new(YamlNode.Parse(yaml, name));

    internal int LongestTitle { get; }

    internal int LongestCrosshead { get; }

    internal int ShortestParagraph { get; }

    internal int LongestPullQuote { get; }

    internal int SharedWords { get; }

    internal double OwnShare { get; }

    internal double BodyShare { get; }

    internal double DuplicateShare { get; }

    internal int WidestWrapped { get; }

    internal double WrappedShare { get; }

    internal HashSet<string> FunctionWords { get; }

    internal IReadOnlyList<LeftoverRule> Leftovers { get; }

    internal int LongestLeftover { get; }

    /// <summary>The rule that takes a line, or null.</summary>
    internal LeftoverRule? Leftover(List<LineWord> words, bool hasFinalStop, bool first)
    {
        foreach (var rule in Leftovers)
            if (!(first && rule.Inside) && rule.Takes(words, hasFinalStop))
                return rule;
        return null;
    }
}
