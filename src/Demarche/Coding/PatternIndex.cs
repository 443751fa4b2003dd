using Demarche.Codebooks;

namespace Demarche.Coding;

/// <summary>The forms of all patterns under the word that triggers them, so that a token meets only those it can match.</summary>
/// <param name="patterns">The patterns; the earlier wins among equals.</param>
/// <param name="triggers">What triggers them.</param>
/// <param name="codebook">What they refer to.</param>
internal sealed class PatternIndex(IReadOnlyList<Pattern> patterns, TriggerTable triggers, Codebook codebook)
{
    /// <summary>The trigger of forms whose predicate is any named place; no word is spelt like it.</summary>
    public const string Place = "<place>";

    // Most words of a codebook do not occur in a text: what they trigger is read when they are first met. Two threads may read it at once; either result will do.
    private readonly PatternEntry[]?[] _entries = new PatternEntry[]?[triggers.Count];

    public ReadOnlySpan<PatternEntry> Of(string lemma) => triggers.Find(lemma) is >= 0 and var word ? _entries[word] ??= Read(word) : [];

    private PatternEntry[] Read(int word)
    {
        var rows = triggers.Of(word);
        var entries = new PatternEntry[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            var pattern = patterns[rows[i].Pattern];
            var lexicon = rows[i].Class < 0 ? null : codebook.Lexicons[triggers.Text(rows[i].Class)];
            entries[i] = new(pattern, pattern.Forms[rows[i].Form], triggers.Text(rows[i].Trigger), lexicon, rows[i].Pattern, codebook);
        }
        return entries;
    }
}
