namespace Demarche.Parsing;

/// <summary>
/// What the network sees of a word: the lower-cased word with digits as 0, its first three characters, its last two, three and four, and its shape with
/// the knowledge whether a blank stands before it (“-” in a compound is not “-” between clauses; a straight quotation mark opens behind a blank).
/// Each is a hash of <see cref="HashBytes"/> bytes. Typographic signs count as their plain forms, except in the shape, which keeps on which side a quotation mark stands.
/// </summary>
internal static class TokenFeatures
{
    /// <summary>Features of a token: word, prefix, three suffixes, shape.</summary>
    public const int Count = 6;

    public const int Word = 0;

    /// <summary>Enough that no two of some ten thousand values share a hash, and that an unknown one is not taken for one of them.</summary>
    public const int HashBytes = 5;

    private const int LongestShape = 12;

    /// <summary>Fills <paramref name="hashes"/> (<see cref="Count"/> of them) for a word. The first word of a sentence counts as standing behind a blank.</summary>
    public static void Hash(ReadOnlySpan<char> form, bool spaceBefore, Span<ulong> hashes)
    {
        // A very long “word” is told by its ends; the middle says nothing to a parser.
        Span<char> plain = stackalloc char[128];
        var length = 0;
        foreach (var c in form)
        {
            if (length >= plain.Length - 3)
                break;
            length += Plain(c, plain[length..]);
        }
        plain = plain[..length];

        hashes[0] = HashOf(plain, 1);
        hashes[1] = HashOf(plain[..Math.Min(3, length)], 2);
        hashes[2] = HashOf(plain[Math.Max(0, length - 2)..], 3);
        hashes[3] = HashOf(plain[Math.Max(0, length - 3)..], 4);
        hashes[4] = HashOf(plain[Math.Max(0, length - 4)..], 5);

        Span<char> shape = stackalloc char[LongestShape];
        hashes[5] = HashOf(shape[..Shape(form, shape)], spaceBefore ? 6UL : 7UL);
    }

    private static int Plain(char c, Span<char> target)
    {
        switch (c)
        {
            case '“' or '”' or '„' or '‟' or '«' or '»' or '″':
                target[0] = '"';
                return 1;
            case '‘' or '’' or '‚' or '‛' or '′' or '`' or '´':
                target[0] = '\'';
                return 1;
            case '—' or '–' or '―':
                target[0] = '-';
                target[1] = '-';
                return 2;
            case '‐' or '‑' or '−':
                target[0] = '-';
                return 1;
            case '…':
                target[0] = '.';
                target[1] = '.';
                target[2] = '.';
                return 3;
            default:
                target[0] = char.IsDigit(c) ? '0' : char.ToLowerInvariant(c);
                return 1;
        }
    }

    // “Minsk-2” is Xx-0: at most two of a kind in a row are told apart from one.
    private static int Shape(ReadOnlySpan<char> form, Span<char> shape)
    {
        var length = 0;
        foreach (var c in form)
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) || char.IsSurrogate(c) ? 'x' : char.IsDigit(c) ? '0' : c switch
            {
                '’' or '‘' => '\'',
                '–' => '—',
                _ => c,
            };
            if (length >= 2 && shape[length - 1] == kind && shape[length - 2] == kind)
                continue;
            shape[length++] = kind;
            if (length == shape.Length)
                break;
        }
        return length;
    }

    // FNV-1a over UTF-16 units, with a finishing mix; the salt keeps the features apart, and 0 is left for “empty”.
    private static ulong HashOf(ReadOnlySpan<char> text, ulong salt)
    {
        var hash = 14695981039346656037UL ^ (salt * 0x9E3779B97F4A7C15UL);
        foreach (var c in text)
            hash = (hash ^ c) * 1099511628211UL;
        hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93UL;
        hash ^= hash >> 32;
        hash &= (1UL << (8 * HashBytes)) - 1;
        return hash == 0 ? 1 : hash;
    }
}
