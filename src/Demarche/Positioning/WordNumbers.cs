namespace Demarche.Positioning;

/// <summary>The words of the codebook's phrases and terms, numbered once for all who look for them: comparing numbers is what makes many of them cheap.</summary>
internal sealed class WordNumbers
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The number of a word; a new one for a word that has none.</summary>
    public int Number(string word)
    {
        if (!_numbers.TryGetValue(word, out var number))
            _numbers.Add(word, number = _numbers.Count);
        return number;
    }

    /// <summary>For each word of a phrase the numbers of its alternatives.</summary>
    public int[][] Number(IEnumerable<IEnumerable<string>> places) => [.. places.Select(place => place.Select(Number).ToArray())];

    /// <summary>The numbers of the tokens of a story. All phrases and terms have to be numbered before.</summary>
    public NumberedWord[] Of(Document document)
    {
        var words = new NumberedWord[document.Tokens.Length];
        for (var t = 0; t < words.Length; t++)
        {
            ref readonly var token = ref document.Tokens[t];
            var lemma = _numbers.GetValueOrDefault(token.Lemma, -1);
            words[t] = new(lemma, ReferenceEquals(token.Form, token.Lemma) ? lemma : _numbers.GetValueOrDefault(token.Form, -1));
        }
        return words;
    }
}

/// <summary>The numbers of a token's dictionary form and of its form; −1 for what is in no phrase and no term.</summary>
internal readonly record struct NumberedWord(int Lemma, int Form)
{
    public bool Is(int[] place) => Lemma >= 0 && place.AsSpan().Contains(Lemma) || Form >= 0 && Form != Lemma && place.AsSpan().Contains(Form);
}
