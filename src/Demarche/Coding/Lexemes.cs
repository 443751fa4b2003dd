namespace Demarche.Coding;

/// <summary>Comparing tokens with the dictionary forms of patterns.</summary>
internal static class Lexemes
{
    /// <summary>
    /// True when the token has this dictionary form. In “war_game” the last word is the token, the others stand before it;
    /// “build-up” may be one token or two with a hyphen between them.
    /// </summary>
    public static bool Match(Document document, int token, ReadOnlySpan<char> word)
    {
        if (Same(document.Tokens[token], word))
            return true;
        var at = word.LastIndexOfAny('_', '-');
        if (at < 0 || !Same(document.Tokens[token], word[(at + 1)..]))
            return false;
        token--;
        if (word[at] == '-' && (token < 0 || document.Tokens[token--].Form != "-"))
            return false;
        return token >= 0 && Match(document, token, word[..at]);
    }

    private static bool Same(in Token token, ReadOnlySpan<char> word) => word.Equals(token.Lemma, StringComparison.OrdinalIgnoreCase);
}
