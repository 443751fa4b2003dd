using System.Buffers;

namespace Demarche.Reading;

/// <summary>Cuts endings of inflection off English words, so that “preferred” and “prefers” compare equal. Not a dictionary form.</summary>
internal static class Stems
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    public static string Of(string word)
    {
        var end = word.Length;
        if (end > 2 && word[end - 1] == 's' && word[end - 2] == '\'')
            end -= 2;
        while (end > 1 && word[end - 1] is '\'' or '-' or '.')
            end--;
        if (end < 4 || char.IsDigit(word[0]))
            return word[..end];

        if (Ends(word, end, "ies") && end > 4)
            end -= 2;
        else if (Ends(word, end, "es") && end > 4 && (word[end - 3] is 's' or 'x' or 'z' || Ends(word, end - 2, "ch") || Ends(word, end - 2, "sh")))
            end -= 2;
        else if (word[end - 1] == 's' && word[end - 2] is not ('s' or 'u' or 'i'))
            end--;

        if (Ends(word, end, "ied") && end > 4)
            end -= 2;
        else if (Ends(word, end, "ed") && end > 4 && HasVowel(word, end - 2))
            end -= 2;
        else if (Ends(word, end, "ing") && end > 5 && HasVowel(word, end - 3))
            end -= 3;
        else if (Ends(word, end, "ly") && end > 5)
            end -= 2;

        if (end > 3 && word[end - 1] == word[end - 2] && word[end - 1] is not ('s' or 'e' or 'o'))
            end--;
        if (end > 3 && word[end - 1] == 'e')
            end--;
        return end > 3 && word[end - 1] == 'y' ? string.Concat(word.AsSpan(0, end - 1), "i") : word[..end];
    }

    private static bool Ends(string word, int end, string ending) => end >= ending.Length && word.AsSpan(end - ending.Length, ending.Length).SequenceEqual(ending);

    private static bool HasVowel(string word, int end) => word.AsSpan(0, end).IndexOfAny(Vowels) >= 0;
}
