using Demarche.Codebooks;

namespace Demarche.Coding;

/// <summary>The forms of all patterns under the word that triggers them, so that a token meets only those it can match.</summary>
internal sealed class PatternIndex
{
    /// <summary>The trigger of forms whose predicate is any named place; no word is spelt like it.</summary>
    public const string Place = "<place>";

    private readonly Dictionary<string, PatternEntry[]> _byLemma;

    public PatternIndex(IEnumerable<Pattern> patterns, Codebook codebook)
    {
        var entries = new Dictionary<string, List<PatternEntry>>(StringComparer.OrdinalIgnoreCase);
        var order = 0;
        foreach (var pattern in patterns)
        {
            foreach (var form in pattern.Forms)
            {
                foreach (var trigger in form.Triggers)
                {
                    var entry = new PatternEntry(pattern, form, trigger, null, order, codebook);
                    var key = form.Kind == FormKind.Verb ? First(trigger) : Last(trigger, '_');
                    Add(entries, key, entry);
                    // “a build-up”, “test-fired” are three tokens.
                    if (Last(key, '-') is var last && last != key)
                        Add(entries, last, entry);
                }
                foreach (var lexicon in form.TriggerClasses)
                    foreach (var head in lexicon.Heads)
                        Add(entries, head, new(pattern, form, head, lexicon, order, codebook));
            }
            order++;
        }
        _byLemma = entries.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.OrdinalIgnoreCase);
    }

    public ReadOnlySpan<PatternEntry> Of(string lemma) => _byLemma.TryGetValue(lemma, out var entries) ? entries : [];

    private static void Add(Dictionary<string, List<PatternEntry>> entries, string key, PatternEntry entry)
    {
        if (!entries.TryGetValue(key, out var list))
            entries[key] = list = [];
        list.Add(entry);
    }

    private static string First(string trigger) => trigger.IndexOf('_', StringComparison.Ordinal) is > 0 and var at ? trigger[..at] : trigger;

    private static string Last(string trigger, char joint) => trigger[(trigger.LastIndexOf(joint) + 1)..];
}
