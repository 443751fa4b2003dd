using System.Text;

namespace Demarche.Store.Asking;

/// <summary>
/// Words as people type them, made safe for full-text search: “a phrase”, beginnings with an asterisk, OR and NOT are understood; every other sign is a blank.
/// </summary>
internal static class WordQuery
{
    public static string Of(string words)
    {
        var query = new StringBuilder();
        var pending = "";
        var any = false;
        foreach (var (text, quoted) in Pieces(words))
        {
            if (!quoted && text is "OR" or "NOT" or "AND")
            {
                // An operator needs something on both sides.
                pending = any ? $" {text} " : "";
                continue;
            }
            var beginning = text.EndsWith('*');
            var clean = string.Concat(text.EnumerateRunes().Select(rune => Rune.IsLetterOrDigit(rune) || IsMark(rune) ? rune.ToString() : " ")).Trim();
            if (clean.Length == 0)
                continue;
            query.Append(any ? pending.Length > 0 ? pending : " AND " : "").Append('"').Append(clean).Append('"').Append(beginning ? " *" : "");
            any = true;
            pending = "";
        }
        return any ? query.ToString() : throw new StoreException($"“{words}” has no word to search for");
    }

    /// <summary>The words themselves, for marking them in what is found.</summary>
    public static IReadOnlyList<string> Terms(string words) => [.. Pieces(words).Where(piece => piece.Quoted || piece.Text is not ("OR" or "NOT" or "AND")).Select(piece => piece.Text.TrimEnd('*'))];

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static IEnumerable<(string Text, bool Quoted)> Pieces(string words)
    {
        for (var i = 0; i < words.Length;)
        {
            if (char.IsWhiteSpace(words[i]))
            {
                i++;
                continue;
            }
            if (words[i] is '"' or '“' or '„')
            {
                var close = words.AsSpan(i + 1).IndexOfAny("\"”“");
                var end = close < 0 ? words.Length : i + 1 + close;
                if (end > i + 1)
                    yield return (words[(i + 1)..end], true);
                i = end + 1;
                continue;
            }
            var start = i;
            while (i < words.Length && !char.IsWhiteSpace(words[i]) && words[i] is not ('"' or '“' or '„'))
                i++;
            yield return (words[start..i], false);
        }
    }
}
