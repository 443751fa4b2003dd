namespace Demarche.Store.Collating;

/// <summary>A word of a text as collating sees it: letters and digits, small, without what an apostrophe adds (“Yemen's” is <c>yemen</c>); “1,200” is one word.</summary>
/// <param name="Span">Where it stands, without the apostrophe's part.</param>
internal readonly record struct TextWord(Span Span)
{
    /// <summary>The words of a text in their order.</summary>
    public static List<TextWord> Of(ReadOnlySpan<char> text)
    {
        var words = new List<TextWord>(text.Length / 6 + 4);
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }
            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || IsInside(text, i)))
                i++;
            words.Add(new(new(start, i)));
            // The rest of “Yemen's”, “don't”: no word of its own.
            if (i + 1 < text.Length && text[i] is '\'' or '’' && char.IsLetter(text[i + 1]))
            {
                i++;
                while (i < text.Length && char.IsLetter(text[i]))
                    i++;
            }
        }
        return words;
    }

    // “1,200”, “2.5”: the mark belongs to the number; combining accents belong to their letter.
    private static bool IsInside(ReadOnlySpan<char> text, int i) =>
        text[i] is ',' or '.' ? i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1])
        : text[i] is >= '\u0300' and <= '\u036F';

    /// <summary>A number that is the same for the same word, capitals aside, on every machine and in every version: it is kept in stores.</summary>
    public static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word)
            hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211UL;
        return Mix(hash);
    }

    /// <summary>Spreads what differs in a few bits over all.</summary>
    public static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }
}
