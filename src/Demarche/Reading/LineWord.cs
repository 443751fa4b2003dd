namespace Demarche.Reading;

/// <summary>A word of a line as the page rules see it: lower case, without the punctuation around it.</summary>
/// <param name="Text">The word in lower case.</param>
/// <param name="Span">Where it stands in the story.</param>
/// <param name="Capital">True when it begins with a capital.</param>
/// <param name="Colon">True when a colon follows.</param>
/// <param name="Shouted">True when none of its letters is small.</param>
internal readonly record struct LineWord(string Text, Span Span, bool Capital, bool Colon, bool Shouted)
{
    public bool Number => char.IsDigit(Text[0]);

    /// <summary>“SC/6727”, “A-12”: the number of a document.</summary>
    public bool Code => Shouted && char.IsLetter(Text[0]) && char.IsDigit(Text[^1]);

    /// <summary>The first <paramref name="most"/> words of a stretch. The target of a Markdown link is no word of the line.</summary>
    public static List<LineWord> Of(string text, Span span, int most)
    {
        var words = new List<LineWord>();
        var at = span.Start;
        while (at < span.End && words.Count < most)
        {
            if (text[at] == ']' && at + 1 < span.End && text[at + 1] == '(')
            {
                at = PastTarget(text, at + 2, span.End);
                continue;
            }
            if (!IsWord(text[at]))
            {
                if (text[at] is '©')
                    words.Add(new("©", new(at, at + 1), false, false, false));
                at++;
                continue;
            }
            var start = at;
            while (at < span.End && (IsWord(text[at]) || Joins(text[at]) && at > start && at + 1 < span.End && IsWord(text[at + 1]) && (text[at] is not ('/' or ':') || char.IsDigit(text[at + 1]))))
                at++;
            words.Add(new(Fold(text.AsSpan(start, at - start)), new(start, at), char.IsUpper(text[start]), ColonFollows(text, at, span.End), IsShouted(text.AsSpan(start, at - start))));
        }
        return words;
    }

    private static bool IsShouted(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (char.IsLower(c))
                return false;
        return true;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

    private static bool Joins(char c) => c is '\'' or '’' or '-' or '‑' or '.' or ':' or '/';

    private static bool ColonFollows(string text, int at, int end)
    {
        while (at < end && text[at] is ' ' or '*' or '_' or ')' or '\u00a0')
            at++;
        return at < end && text[at] is ':';
    }

    private static int PastTarget(string text, int at, int end)
    {
        var limit = Math.Min(end, at + 2048);
        for (var i = at; i < limit; i++)
            if (text[i] == ')')
                return i + 1;
        return at;
    }

    private static string Fold(ReadOnlySpan<char> word)
    {
        Span<char> lower = word.Length <= 128 ? stackalloc char[word.Length] : new char[word.Length];
        word.ToLowerInvariant(lower);
        lower.Replace('’', '\'');
        return lower.ToString();
    }
}
