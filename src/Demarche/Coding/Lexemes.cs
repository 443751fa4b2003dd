namespace Demarche.Coding;

/// <summary>Comparing tokens with the dictionary forms of patterns.</summary>
internal static class Lexemes
{
    /// <summary>True when the token has this dictionary form. In “war_game” the last word is the token, the others stand before it.</summary>
    public static bool Match(Document document, int token, string word)
    {
        var at = word.LastIndexOf('_');
        var head = at < 0 ? word : word[(at + 1)..];
        if (!Same(document.Tokens[token], head))
            return false;
        while (at >= 0)
        {
            var before = word.LastIndexOf('_', at - 1);
            if (--token < 0 || !Same(document.Tokens[token], word[(before + 1)..at]))
                return false;
            at = before;
        }
        return true;
    }

    private static bool Same(in Token token, string word) => token.Lemma.Equals(word, StringComparison.OrdinalIgnoreCase);
}
