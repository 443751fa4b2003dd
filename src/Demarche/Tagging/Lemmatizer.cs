using System.Buffers;
using Demarche.Codebooks;

namespace Demarche.Tagging;

/// <summary>
/// Finds the dictionary form of a word: forms that follow no rule from a table of the codebook, all others by the rules of English spelling.
/// Names keep their capitals.
/// </summary>
internal sealed class Lemmatizer
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyáéíóúàèäöü");

    private static readonly SearchValues<char> RomanDigits = SearchValues.Create("IVXLC");

    // Looked up by lower-cased form, one table a part of speech.
    private readonly Dictionary<string, string>[] _exceptions = [.. Enum.GetValues<Upos>().Select(_ => new Dictionary<string, string>(StringComparer.Ordinal))];

    // Rows that hold for one Penn tag only, which come first.
    private readonly Dictionary<(string Form, Upos Upos, string Xpos), string> _tagged = [];

    private Lemmatizer()
    {
    }

    /// <summary>Knows the rules only.</summary>
    public static Lemmatizer None { get; } = new();

    /// <summary>Reads the table of exceptions (<c>form,upos,lemma</c>); the part of speech may name a Penn tag for which alone the row holds (<c>VERB/VB</c>).</summary>
    /// <exception cref="CodebookException">A row cannot be read.</exception>
    public static Lemmatizer Load(string path) => FromTable(CsvTable.Load(path, path, "form", "upos", "lemma"));

    public static Lemmatizer FromTable(CsvTable table)
    {
        var lemmatizer = new Lemmatizer();
        foreach (var row in table.Rows)
        {
            var (form, lemma, part) = (row["form"], row["lemma"], row["upos"]);
            var slash = part.IndexOf('/');
            var name = slash < 0 ? part : part[..slash];
            if (!Enum.TryParse<Upos>(name, out var upos))
                throw row.Error($"{name} is not a universal part of speech{CodebookException.DidYouMean(name, Enum.GetNames<Upos>())}");
            if (form.Length == 0 || lemma.Length == 0)
                throw row.Error("a form and its lemma are expected");
            if (!(slash < 0 ? lemmatizer._exceptions[(int)upos].TryAdd(form, lemma) : lemmatizer._tagged.TryAdd((form, upos, part[(slash + 1)..]), lemma)))
                throw row.Error($"{form} as {part} stands in an earlier row already");
        }
        return lemmatizer;
    }

    /// <summary>The dictionary form of a word with its tags.</summary>
    public string LemmaOf(string form, Upos upos, string xpos)
    {
        if (upos == Upos.X)
            return form;
        if (upos is Upos.PUNCT or Upos.SYM)
            return PlainMark(form);

        // “United” in “United States” is an adjective or a participle, but within a name.
        if (upos is Upos.ADJ or Upos.VERB && xpos == "NNP")
            return form;

        var word = form.ToLowerInvariant();
        if (_tagged.TryGetValue((word, upos, xpos), out var lemma))
            return lemma;
        // “her” in “her state” is no form of “she”.
        if (upos == Upos.PRON && xpos == "PRP$")
            return word;
        if (_exceptions[(int)upos].TryGetValue(word, out lemma))
            return lemma;
        if (upos == Upos.NUM && form.Length > 0)
            return Numeral(form, word);
        if (upos == Upos.PROPN)
            return xpos == "NNPS" && form.Length > 3 ? Singular(form) : IsShouted(form) ? form[..1] + word[1..] : form;
        // A letter that names something (“plan B”).
        if (upos == Upos.NOUN && form.Length == 1)
            return form;
        if (word.Contains('’'))
            word = word.Replace('’', '\'');
        return (upos, xpos) switch
        {
            (Upos.VERB or Upos.AUX, "VBZ") => WithoutVerbalS(word),
            (Upos.VERB or Upos.AUX, "VBD" or "VBN") or (Upos.VERB, "JJ") => WithoutEd(word),
            (Upos.VERB or Upos.AUX, "VBG") => WithoutIng(word),
            (Upos.NOUN, "NNS") => Singular(word),
            (Upos.ADJ or Upos.ADV, "JJR" or "RBR") => WithoutDegree(word, "er"),
            (Upos.ADJ or Upos.ADV, "JJS" or "RBS") => WithoutDegree(word, "est"),
            _ => word,
        };
    }

    private static string PlainMark(string mark) => mark switch
    {
        "“" or "”" or "„" or "«" or "»" or "``" => "\"",
        "‘" or "’" => "'",
        "‘’" or "’’" => "''",
        "–" => "-",
        _ => mark,
    };

    /// <summary>“1,250” is 1250 and “Two” is two; “XIV” stays.</summary>
    private static string Numeral(string form, string word)
    {
        if (char.IsDigit(form[0]))
            return IsGrouped(form) ? form.Replace(",", "", StringComparison.Ordinal) : form;
        return form.AsSpan().ContainsAnyExcept(RomanDigits) ? word : form;
    }

    // “3,5” is a decimal as some write it.
    private static bool IsGrouped(string number)
    {
        var comma = number.IndexOf(',');
        if (comma < 0)
            return false;
        for (; comma >= 0; comma = number.IndexOf(',', comma + 1))
            if (comma + 3 >= number.Length || !char.IsDigit(number[comma + 1]) || !char.IsDigit(number[comma + 2]) || !char.IsDigit(number[comma + 3]))
                return false;
        return true;
    }

    /// <summary>“KHARTOUM”: a name in capitals that is too long for an acronym.</summary>
    private static bool IsShouted(string form)
    {
        if (form.Length < 6)
            return false;
        foreach (var c in form)
            if (!char.IsUpper(c))
                return false;
        return true;
    }

    private static string WithoutVerbalS(string word)
    {
        if (!word.EndsWith('s') || word.Length < 3 || word.EndsWith("ss", StringComparison.Ordinal))
            return word;
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4)
            return word[..^3] + "y";
        return EndsWithAny(word, "sses", "shes", "ches", "xes", "zzes", "oes") ? word[..^2] : word[..^1];
    }

    private static string WithoutEd(string word)
    {
        if (word.EndsWith("ied", StringComparison.Ordinal))
            return word.Length > 4 ? word[..^3] + "y" : word[..^1];
        return word.EndsWith("ed", StringComparison.Ordinal) && word.Length > 3 && HasVowel(word.AsSpan(0, word.Length - 2)) ? Base(word[..^2]) : word;
    }

    private static string WithoutIng(string word) =>
        word.EndsWith("ing", StringComparison.Ordinal) && word.Length > 4 && HasVowel(word.AsSpan(0, word.Length - 3)) ? Base(word[..^3]) : word.EndsWith("in'", StringComparison.Ordinal) && word.Length > 4 ? Base(word[..^3]) : word;

    private static string WithoutDegree(string word, string ending)
    {
        if (!word.EndsWith(ending, StringComparison.Ordinal) || word.Length < ending.Length + 3)
            return word;
        var stem = word[..^ending.Length];
        return stem.EndsWith('i') ? stem[..^1] + "y" : Base(stem);
    }

    private static string Singular(string word)
    {
        if (word.EndsWith("men", StringComparison.Ordinal))
            return word[..^2] + "an";
        if (!word.EndsWith('s') || word.Length < 3 || EndsWithAny(word, "ss", "'s") || char.IsDigit(word[^2]))
            return word;
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4)
            return word[..^3] + "y";
        if (EndsWithAny(word, "sses", "shes", "ches", "xes", "zzes", "oes"))
            return word[..^2];
        // “viruses”, “campuses”; but “causes”, “houses”, “uses”.
        if (word.EndsWith("uses", StringComparison.Ordinal) && word.Length > 6 && !EndsWithAny(word, "auses", "ouses"))
            return word[..^2];
        return word[..^1];
    }

    // What stands before -ed, -ing, -er, -est: as it is (“want”), with a doubled consonant to undo (“stopp”), or with an e that was dropped (“impos”).
    private static string Base(string stem)
    {
        if (stem.Length < 2)
            return stem;
        char last = stem[^1], second = stem[^2], third = stem.Length > 2 ? stem[^3] : ' ';
        if (last == second)
            return last switch
            {
                'b' or 'd' or 'g' or 'm' or 'n' or 'p' or 'r' or 't' => stem[..^1],
                // “controlled” has more than one syllable, “called” has not.
                'l' when VowelGroups(stem) > 1 => stem[..^1],
                _ => stem,
            };
        switch (last)
        {
            case 'v' or 'u' or 'c':
            case 'z' when second != 't':
            case 's':
            case 'e' when second != 'e':
                return stem + "e";
            case 'g' when second is 'r' or 'l' or 'd' or 'e' || second == 'n' && third is 'a' or 'e' or 'u' || IsVowel(stem, stem.Length - 2):
                return stem + "e";
            case 'l' when second is 'b' or 'c' or 'd' or 'f' or 'g' or 'k' or 'p' or 's' or 't' or 'z':
            case 'r' when second is 'b' or 'c' or 't':
                return stem + "e";
        }

        var oneVowel = IsVowel(stem, stem.Length - 2) && !IsVowel(stem, stem.Length - 3);
        if (!oneVowel || last is 'w' or 'x' or 'y' or 'h' or 'a' or 'e' or 'i' or 'o')
            return EndsWithAny(stem, "iat", "uat") ? stem + "e" : stem;
        var syllables = VowelGroups(stem);
        var dropsE = last switch
        {
            'b' or 'd' or 'k' => true,
            'm' => second != 'o',
            'n' => second is 'i' or 'a' or 'u' || syllables == 1,
            'l' => second is 'i' or 'u' or 'y' or 'o' || syllables == 1,
            'p' => second is 'a' or 'u' or 'y' || syllables == 1,
            'r' => second is 'a' or 'i' or 'u' || second == 'o' && syllables == 1,
            't' => second is 'a' or 'o' or 'u' || syllables == 1,
            'f' or 's' => true,
            _ => false,
        };
        return dropsE ? stem + "e" : stem;
    }

    private static bool HasVowel(ReadOnlySpan<char> stem) => stem.ContainsAny(Vowels);

    // u after q belongs to the consonant.
    private static bool IsVowel(string word, int i) =>
        i >= 0 && word[i] is var c && (c is 'a' or 'e' or 'i' or 'o' or 'y' || c == 'u' && (i == 0 || word[i - 1] != 'q'));

    private static int VowelGroups(string word)
    {
        var groups = 0;
        for (var i = 0; i < word.Length; i++)
            if (IsVowel(word, i) && !IsVowel(word, i - 1))
                groups++;
        return groups;
    }

    private static bool EndsWithAny(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
            if (word.EndsWith(ending, StringComparison.Ordinal))
                return true;
        return false;
    }
}
