namespace Demarche.Codebooks;

/// <summary>Finds the classes of words that a file of the codebook names.</summary>
internal static class WordClasses
{
    /// <summary>The class that a value names.</summary>
    /// <exception cref="CodebookException">There is none; the error says which one may be meant.</exception>
    public static Lexicon Class(this IReadOnlyDictionary<string, Lexicon> classes, YamlNode name) => classes.Class(name.Text, name);

    /// <summary>The class of a name that stands somewhere in a value.</summary>
    /// <exception cref="CodebookException">There is none; the error says which one may be meant.</exception>
    public static Lexicon Class(this IReadOnlyDictionary<string, Lexicon> classes, string name, YamlNode source) =>
        classes.TryGetValue(name, out var lexicon) ? lexicon : throw source.Error($"lexicon {{{name}}} does not exist{CodebookException.DidYouMean(name, classes.Keys)}");

    /// <summary>True when the token heads a noun phrase of one of the classes.</summary>
    public static bool Hold(this IReadOnlyList<Lexicon> classes, Document document, int token)
    {
        for (var i = 0; i < classes.Count; i++)
            if (classes[i].Holds(document, token))
                return true;
        return false;
    }

    /// <summary>The classes of a list of names.</summary>
    /// <exception cref="CodebookException">One of them does not exist.</exception>
    public static List<Lexicon> Classes(this IReadOnlyDictionary<string, Lexicon> classes, YamlNode names) => [.. names.Items.Select(name => classes.Class(name))];
}
