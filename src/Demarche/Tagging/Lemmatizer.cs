using Demarche.Codebooks;

namespace Demarche.Tagging;

/// <summary>Finds the dictionary form of a word: irregular forms from a table of the codebook, all others by the rules of English spelling.</summary>
public sealed class Lemmatizer
{
    private readonly Dictionary<(string Form, Upos Upos), string> _irregular = [];

    public Lemmatizer(CsvTable table)
    {
    }

    /// <summary>Knows the rules only.</summary>
    public static Lemmatizer None { get; } = new(null!);

    public string LemmaOf(string form, Upos upos, string xpos) => form.ToLowerInvariant();
}
