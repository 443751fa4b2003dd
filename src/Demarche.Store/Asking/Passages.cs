using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Demarche.Store.Asking;

/// <summary>Finds the words of a search in a text, as full-text search compares them: capitals and accents do not count.</summary>
internal sealed class Passages(IReadOnlyList<WordPiece> pieces)
{
    // A passage to show: so much before the first word, and so long.
    private const int Before = 60, Longest = 240;

    private readonly string[][] _words = [.. pieces.Select(piece => piece.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Folded).ToArray())];

    /// <summary>Where each piece stands, in order; null when the text is none of those that are searched for.</summary>
    public List<(Span Span, int Piece)>? Find(string text, out int length)
    {
        var found = new List<(Span, int)>();
        var counts = new int[pieces.Count];
        var tokens = Tokens(text);
        length = tokens.Count;
        for (var at = 0; at < tokens.Count; at++)
            for (var piece = 0; piece < pieces.Count; piece++)
                if (Stands(text, tokens, at, piece))
                {
                    counts[piece]++;
                    if (pieces[piece].Operator != "NOT")
                        found.Add((new(tokens[at].Start, tokens[at + _words[piece].Length - 1].End), piece));
                }
        return Holds(counts) ? found : null;
    }

    /// <summary>The stretch of the text in which most pieces stand, from word to word.</summary>
    public static Span Best(string text, List<(Span Span, int Piece)> found)
    {
        var best = (Pieces: 0, Start: 0, Length: 0);
        for (var i = 0; i < found.Count; i++)
        {
            var (seen, from, length) = (new HashSet<int>(), found[i].Span.Start, 0);
            for (var j = i; j < found.Count && found[j].Span.End <= from + Longest - Before; j++)
                if (seen.Add(found[j].Piece))
                    length = found[j].Span.End - from;
            // Closest together, of several the first.
            if (seen.Count > best.Pieces || (seen.Count == best.Pieces && length < best.Length))
                best = (seen.Count, from, length);
        }
        // A passage does not begin before its paragraph, nor go on behind that of its last word.
        var start = Math.Max(best.Start - Before, text.LastIndexOf('\n', Math.Max(0, best.Start - 1)) + 1);
        while (start > 0 && start < best.Start && !char.IsWhiteSpace(text[start - 1]))
            start++;
        var end = Math.Min(text.Length, start + Longest);
        if (text.AsSpan(best.Start + best.Length, Math.Max(0, end - best.Start - best.Length)).IndexOf('\n') is >= 0 and var line)
            end = best.Start + best.Length + line;
        var whole = end;
        while (whole > best.Start && whole < text.Length && !char.IsWhiteSpace(text[whole]))
            whole--;
        end = whole > best.Start ? whole : end;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        return new(start, end);
    }

    private bool Holds(int[] counts)
    {
        // Alternatives; in each all that must be there; after each what must not.
        var holds = true;
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Operator == "OR")
            {
                if (holds)
                    return true;
                holds = true;
            }
            holds &= pieces[i].Operator == "NOT" ? counts[i] == 0 : counts[i] > 0;
        }
        return holds;
    }

    private bool Stands(string text, List<Span> tokens, int at, int piece)
    {
        var words = _words[piece];
        if (at + words.Length > tokens.Count)
            return false;
        for (var i = 0; i < words.Length; i++)
        {
            var token = tokens[at + i].Of(text);
            var mayGoOn = pieces[piece].IsBeginning && i == words.Length - 1;
            if (Ascii.IsValid(token) ? mayGoOn ? !token.StartsWith(words[i], StringComparison.OrdinalIgnoreCase) : !token.Equals(words[i], StringComparison.OrdinalIgnoreCase)
                : mayGoOn ? !Folded(token.ToString()).StartsWith(words[i], StringComparison.Ordinal) : Folded(token.ToString()) != words[i])
                return false;
        }
        return true;
    }

    private static List<Span> Tokens(string text)
    {
        var tokens = new List<Span>(text.Length / 6 + 4);
        var start = -1;
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            var isInside = Rune.IsLetterOrDigit(rune) || WordQuery.IsMark(rune);
            if (isInside && start < 0)
                start = i;
            if (!isInside && start >= 0)
            {
                tokens.Add(new(start, i));
                start = -1;
            }
            i += length;
        }
        if (start >= 0)
            tokens.Add(new(start, text.Length));
        return tokens;
    }

    // The program knows no table of characters beyond their kinds: these are the letters that full-text search takes for the first of their group.
    private static readonly string[] Accented =
    [
        "aàáâãäåāăąǎ", "cçćĉċč", "dď", "eèéêëēĕėęě", "gĝğġģǧ", "hĥȟ", "iìíîïĩīĭįǐ", "jĵ", "kķǩ", "lĺļľ", "nñńņňǹ", "oòóôõöōŏőơǒ", "rŕŗř", "sśŝşšș", "tţťț", "uùúûüũūŭůűųưǔ", "wŵ", "yýÿŷ", "zźżž",
    ];

    private static readonly FrozenDictionary<char, char> Plain = Accented.SelectMany(group => group[1..].Select(letter => KeyValuePair.Create(letter, group[0]))).ToFrozenDictionary();

    private static string Folded(string word)
    {
        var small = word.ToLowerInvariant();
        return Ascii.IsValid(small) ? small : string.Concat(small.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark).Select(c => Plain.GetValueOrDefault(c, c)));
    }
}
