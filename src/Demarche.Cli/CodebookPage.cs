using System.Globalization;
using System.Text;
using Demarche.Codebooks;
using Demarche.Coding;

namespace Demarche.Cli;

/// <summary>The codebook as a page to read: each type with its definition, its modes, its head words, and what it is taken for by mistake.</summary>
internal static class CodebookPage
{
    private static readonly string[] _quads = ["", "verbal cooperation", "material cooperation", "verbal conflict", "material conflict"];

    /// <summary>The page in Markdown. The same codebook gives the same bytes.</summary>
    public static string Of(Codebook codebook)
    {
        var page = new StringBuilder("""
            # Which events are coded, and by which words?

            Made from the files of `codebook/events` by `demarche codebook page`; change those, not this page.
            A head word is the verb, noun or predicate that makes an entry fire; every entry has sentences that it takes and sentences that it leaves (`demarche codebook explain ID`).

            | type | quad | score | entries | head words |
            |---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var type in codebook.Types)
            page.Append(CultureInfo.InvariantCulture, $"| [{type.Name}](#{type.Name.ToLowerInvariant()}) | {type.Quad} {_quads[type.Quad]} | {Score(type.Score)} | {type.Patterns.Count} | {Heads(type).Count} |\n");
        foreach (var type in codebook.Types)
            Write(page, type);
        return page.ToString();
    }

    private static void Write(StringBuilder page, EventType type)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {type.Name}\n\n{OneLine(type.Definition)}\n");
        if (type.ConfusedWith.Count > 0)
            page.Append(CultureInfo.InvariantCulture, $"\nNot to be taken for {string.Join("; ", type.ConfusedWith.Select(other => $"{other.Type}: {OneLine(other.What)}"))}.\n");
        if (type.ExcludesSectors.Count > 0)
            page.Append(CultureInfo.InvariantCulture, $"\nNo side of it: actors of the sectors {string.Join(", ", type.ExcludesSectors)}.\n");

        page.Append("\n| mode | entries | for instance |\n|---|---|---|\n");
        foreach (var mode in type.Patterns.GroupBy(pattern => pattern.Mode ?? "").OrderBy(group => group.Key, StringComparer.Ordinal))
            page.Append(CultureInfo.InvariantCulture, $"| {(mode.Key.Length == 0 ? "–" : mode.Key)} | {mode.Count()} | {mode.First().Examples[0].Text.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        page.Append(CultureInfo.InvariantCulture, $"\nHead words: {string.Join(", ", Heads(type))}.\n");
        var classes = type.Patterns.SelectMany(pattern => pattern.Forms).SelectMany(form => form.TriggerClasses).Select(lexicon => lexicon.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (classes.Count > 0)
            page.Append(CultureInfo.InvariantCulture, $"\nWord classes that make an entry fire as nouns: {string.Join(", ", classes)}.\n");
    }

    private static List<string> Heads(EventType type) =>
        [.. type.Patterns.SelectMany(pattern => pattern.Forms).SelectMany(form => form.Triggers).Select(trigger => trigger.Replace('_', ' ')).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string Score(double? score) => score is { } value ? value.ToString(CultureInfo.InvariantCulture) : "";

    private static string OneLine(string text) => string.Join(' ', text.Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries));
}
