using System.Globalization;

namespace Demarche.Tokenizing;

/// <summary>What a character is to the tokenizer.</summary>
internal static class Letters
{
    /// <summary>True for what may stand inside a word: letters, digits, combining marks, invisible joiners, the underscore.</summary>
    public static bool IsWord(char c)
    {
        if (c < 128)
            return char.IsAsciiLetterOrDigit(c) || c == '_';
        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
                => c is not ('ʼ' or 'ˈ'),
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
                or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
                or UnicodeCategory.Format => true,
            _ => false,
        };
    }

    /// <summary>True for the two halves of a letter whose bytes of UTF-8 were read as Latin 1: “Ã¡” is “á”.</summary>
    public static bool IsGarbled(char lead, char second) => lead is >= '\u00C3' and <= '\u00C5' && second is >= '\u0080' and <= '\u00BF';

    /// <summary>The letter that two such halves were.</summary>
    public static char Mended(char lead, char second) => (char)(((lead & 0x1F) << 6) | (second & 0x3F));

    public static bool IsBlank(char c) => c == ' ' || (c is >= '\t' and <= '\r') || (c > 127 && char.IsWhiteSpace(c));

    public static bool IsApostrophe(char c) => c is '\'' or '’' or '`' or '´' or 'ʼ' or '＇';

    public static bool IsHyphen(char c) => c is '-' or '‐' or '‑';

    public static bool IsDash(char c) => c is '-' or '–' or '—' or '―' or '‒' or '−';

    /// <summary>An opening or closing mark of quotation that is not an apostrophe; the straight one is both.</summary>
    public static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '‟' or '«' or '»' or '＂';

    public static bool IsClosingBracket(char c) => c is ')' or ']' or '}' or '）' or '］';

    public static bool IsOpeningBracket(char c) => c is '(' or '[' or '{' or '（' or '［';

    /// <summary>True for what is printed before the items of a list.</summary>
    public static bool IsBullet(char c) => c is '•' or '●' or '▪' or '■' or '◦' or '‣' or '⁃' or '►' or '▶' or '➤' or '➔' or '◆' or '❖' or '○' or '✔' or '✓';

    /// <summary>True for what ends a sentence: stop, exclamation mark, question mark, ellipsis, in the scripts that have their own.</summary>
    public static bool IsStop(char c) => c is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟' or '۔' or '।';
}
