using Demarche.Codebooks;

namespace Demarche.Coding;

/// <summary>The forms of all patterns under the word that triggers them, so that a token meets only those it can match.</summary>
internal sealed class PatternIndex
{
    /// <summary>The trigger of forms whose predicate is any named place; no word is spelt like it.</summary>
    public const string Place = "<place>";

    private readonly Dictionary<string, Forms> _byLemma = new(StringComparer.OrdinalIgnoreCase);
    private readonly Codebook _codebook;

    public PatternIndex(IEnumerable<Pattern> patterns, Codebook codebook)
    {
        _codebook = codebook;
        var order = 0;
        foreach (var pattern in patterns)
        {
            foreach (var form in pattern.Forms)
            {
                foreach (var trigger in form.Triggers)
                {
                    var found = new Found(pattern, form, trigger, null, order);
                    var key = form.Kind == FormKind.Verb ? First(trigger) : Last(trigger, '_');
                    Add(key, found);
                    // “a build-up”, “test-fired” are three tokens.
                    if (Last(key, '-') is var last && last != key)
                        Add(last, found);
                }
                foreach (var lexicon in form.TriggerClasses)
                    foreach (var head in lexicon.Heads)
                        Add(head, new(pattern, form, head, lexicon, order));
            }
            order++;
        }
    }

    public ReadOnlySpan<PatternEntry> Of(string lemma) => _byLemma.TryGetValue(lemma, out var forms) ? forms.Entries(_codebook) : [];

    private void Add(string key, Found found)
    {
        if (!_byLemma.TryGetValue(key, out var forms))
            _byLemma[key] = forms = new();
        forms.Add(found);
    }

    private sealed record Found(Pattern Pattern, Form Form, string Trigger, Lexicon? Class, int Order);

    /// <summary>The forms under one word. Most words of a codebook do not occur in a text: what can be told of their forms is worked out when they are first met.</summary>
    private sealed class Forms
    {
        private readonly List<Found> _found = new(1);
        private PatternEntry[]? _entries;

        public void Add(Found found) => _found.Add(found);

        // Two threads may work them out at once; either result will do.
        public PatternEntry[] Entries(Codebook codebook) =>
            _entries ??= [.. _found.Select(f => new PatternEntry(f.Pattern, f.Form, f.Trigger, f.Class, f.Order, codebook))];
    }

    private static string First(string trigger) => trigger.IndexOf('_', StringComparison.Ordinal) is > 0 and var at ? trigger[..at] : trigger;

    private static string Last(string trigger, char joint) => trigger[(trigger.LastIndexOf(joint) + 1)..];
}
