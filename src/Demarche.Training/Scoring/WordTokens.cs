using System.Globalization;

namespace Demarche.Training.Scoring;

/// <summary>Words (letters, marks, digits and underscores) and single other non-blank characters: the tokens in which attributions and events are scored.</summary>
internal static class WordTokens
{
    public static List<(Span Span, bool IsWord)> Of(string text)
    {
        var tokens = new List<(Span, bool)>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]) || text[i] is >= '\u001c' and <= '\u001f')
            {
                i++;
                continue;
            }
            var start = i;
            var isWord = IsWordCharacter(text[i]);
            i++;
            while (isWord && i < text.Length && IsWordCharacter(text[i]))
                i++;
            tokens.Add((new(start, i), isWord));
        }
        return tokens;
    }

    // What Python's \w takes: letters and numbers of every kind and the underscore.
    private static bool IsWordCharacter(char c) => c == '_' || char.IsLetter(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
