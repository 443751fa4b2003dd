using System.Globalization;
using System.Text;

namespace Demarche.Store.Asking;

/// <summary>
/// Words as people type them, made safe for full-text search: “a phrase”, beginnings with an asterisk, OR and NOT are understood; every other sign is a blank.
/// </summary>
internal static class WordQuery
{
    /// <summary>What is searched for, piece by piece. NOT binds most, OR least.</summary>
    /// <exception cref="StoreException">There is no word in it.</exception>
    public static IReadOnlyList<WordPiece> Pieces(string words)
    {
        var pieces = new List<WordPiece>();
        var pending = "";
        foreach (var (text, quoted) in Split(words))
        {
            if (!quoted && text is "OR" or "NOT" or "AND")
            {
                // An operator needs something on both sides.
                pending = pieces.Count > 0 ? text : "";
                continue;
            }
            var clean = string.Concat(text.EnumerateRunes().Select(rune => Rune.IsLetterOrDigit(rune) || IsMark(rune) ? rune.ToString() : " ")).Trim();
            if (clean.Length == 0)
                continue;
            pieces.Add(new(pieces.Count == 0 ? "" : pending.Length > 0 ? pending : "AND", clean, text.EndsWith('*')));
            pending = "";
        }
        return pieces.Count > 0 ? pieces : throw new StoreException($"“{words}” has no word to search for");
    }

    /// <summary>The query for an index that knows where words stand.</summary>
    public static string Of(string words)
    {
        var query = new StringBuilder();
        foreach (var piece in Pieces(words))
            query.Append(piece.Operator.Length > 0 ? $" {piece.Operator} " : "").Append('"').Append(piece.Words).Append('"').Append(piece.IsBeginning ? " *" : "");
        return query.ToString();
    }

    /// <summary>The query for an index that knows only whether a word stands in a text: it lets through all that <see cref="Pieces"/> mean, and may let through more.</summary>
    public static string Loosely(IReadOnlyList<WordPiece> pieces)
    {
        var query = new StringBuilder();
        foreach (var piece in pieces)
        {
            var words = piece.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            // Both words of a phrase may stand in a text without being one.
            if (piece.Operator == "NOT" && words.Length > 1)
                continue;
            query.Append(piece.Operator.Length > 0 ? $" {piece.Operator} " : "").Append('(').AppendJoin(" AND ", words.Select(word => $"\"{word}\"")).Append(piece.IsBeginning ? " *)" : ")");
        }
        return query.ToString();
    }

    public static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static IEnumerable<(string Text, bool Quoted)> Split(string words)
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
