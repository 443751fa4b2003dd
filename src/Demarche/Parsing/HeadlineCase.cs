using Demarche.Recognizing;

namespace Demarche.Parsing;

/// <summary>
/// Takes the capitals of a headline (“Iran Warns London Over Tanker”, “IRAN WARNS LONDON”) for what they are: says how careful writing would have it,
/// which is what the network has learnt from. A word stays a name when a table holds it, and whatever is no common word of <c>names/words.txt</c> stays as it is.
/// </summary>
/// <param name="gazetteer">Names, and the list of common words.</param>
/// <param name="words">What a headline does to words.</param>
internal sealed class HeadlineCase(Gazetteer gazetteer, ParsingWords words)
{
    /// <summary>In a line of capitals the name of an organization is taken for letters (“NATO”, “AU”) up to this length, other names up to one less (“UAE”, but “IRAN”).</summary>
    private const int LongestLetters = 4;

    private const int LongestCommon = 24;

    /// <summary>What is no longer is taken with its beginning: “rely”, “unit”.</summary>
    private const int LongestWhole = 5;

    private const NameHints Held = NameHints.KnownPerson | NameHints.KnownState | NameHints.KnownOrganization | NameHints.Demonym;

    private readonly NameLists _lists = gazetteer.Lists;

    /// <summary>
    /// What is to be read in place of each token of a sentence that is written as a headline; null for any other. Marks the words whose capital is the headline's.
    /// </summary>
    /// <param name="document">With tokens; nothing else is there yet.</param>
    /// <param name="sentence">One of its sentences.</param>
    public string[]? Read(Document document, Sentence sentence)
    {
        var shouts = Shouting.In(document.Tokens, sentence.First, sentence.End);
        if (!shouts && !document.IsTitleCase(sentence, words.Small))
            return null;
        var tokens = document.Tokens.AsSpan(sentence.First, sentence.Count);
        var folded = gazetteer.Fold(tokens.ToArray());
        var forms = new string[tokens.Length];
        for (var t = 0; t < tokens.Length;)
        {
            var (end, hints) = gazetteer.Hint(folded, t, tokens.Length, shouts);
            // “Ban”, “Nice”, “Close”: what is a last name or a small place and a common word besides is the word.
            var held = end > t + 1 || (hints & Held) != 0 || hints != NameHints.None && !IsCommon(tokens[t].Form);
            for (end = held ? end : t + 1; t < end; t++)
                forms[t] = ReadAs(ref tokens[t], t, held, !shouts ? 0 : (hints & NameHints.KnownOrganization) != 0 ? LongestLetters : LongestLetters - 1);
        }
        return forms;
    }

    // In a line of capitals (where “letters” is not 0) what is longer than that is a word and no row of letters.
    private string ReadAs(ref Token token, int place, bool held, int letters)
    {
        var form = token.Form;
        var shouts = letters > 0;
        if (form.Length < 2 && !(form is "A" && place > 0) || !char.IsUpper(form[0]))
            return form;
        // A capital elsewhere in the word is its own: “NATO”, “McCain”; but in a line of capitals that none has.
        if (!shouts && (held || place == 0 || !IsTitle(form)))
            return form;
        if (held || !IsCommon(form))
            token.Recasing = shouts && form.Length > letters ? Recasing.Capital : Recasing.None;
        else
            token.Recasing = place > 0 ? Recasing.Small : shouts ? Recasing.Capital : Recasing.None;
        return token.Recasing switch
        {
            Recasing.Small => form.ToLowerInvariant(),
            Recasing.Capital => Capitalized(form),
            _ => form,
        };
    }

    private static string Capitalized(string form) => string.Create(form.Length, form, static (span, form) =>
    {
        form.AsSpan().ToLowerInvariant(span);
        span[0] = form[0];
    });

    private static bool IsTitle(string form) => !form.AsSpan(1).ContainsAnyInRange('A', 'Z');

    /// <summary>True for a word of the list and its forms.</summary>
    private bool IsCommon(string form)
    {
        if (IsListed(form))
            return true;
        Span<char> letters = stackalloc char[LongestCommon];
        if (form.Length > LongestCommon)
            return false;
        ReadOnlySpan<char> word = letters[..form.AsSpan().ToLowerInvariant(letters)];
        foreach (var prefix in words.Prefixes)
            if (word.Length > LongestWhole && word.StartsWith(prefix) && IsFormOfListed(word[prefix.Length..]))
                return true;
        return IsFormOfListed(word);
    }

    private bool IsFormOfListed(ReadOnlySpan<char> word)
    {
        if (IsListed(word))
            return true;
        foreach (var end in words.NoEndings)
            if (word.EndsWith(end))
                return false;
        Span<char> form = stackalloc char[2 * LongestCommon];
        word.CopyTo(form);
        foreach (var (ending, instead) in words.Endings)
        {
            if (!word.EndsWith(ending))
                continue;
            var stem = word.Length - ending.Length;
            instead.CopyTo(form[stem..]);
            if (IsListed(form[..(stem + instead.Length)]))
                return true;
            word.CopyTo(form);
        }
        return false;
    }

    private bool IsListed(ReadOnlySpan<char> word) => word.Length > 1 && (_lists.Of(Folding.Hash(word, 0)) & NameHints.Word) != 0;
}
