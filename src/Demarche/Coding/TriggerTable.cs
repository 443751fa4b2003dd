using Demarche.Text;

namespace Demarche.Coding;

/// <summary>
/// The words that trigger the forms of patterns, each with what it triggers, in rows: made of all patterns once, when a codebook is compiled, and read where
/// it was written, so that only those patterns are read which a text calls for.
/// </summary>
internal sealed class TriggerTable
{
    private Texts _texts = new();
    private Rows<int> _words;

    // By the hash of a word, whatever its capitals.
    private Rows<int> _slots;

    // For each word where its triggers begin, and the end of the last.
    private Rows<int> _starts;
    private Rows<TriggerRow> _triggers;

    /// <summary>How many words there are.</summary>
    public int Count => _words.Length;

    public static TriggerTable Of(IReadOnlyList<Pattern> patterns)
    {
        var builder = new Builder();
        for (var pattern = 0; pattern < patterns.Count; pattern++)
            for (var form = 0; form < patterns[pattern].Forms.Count; form++)
                builder.Add(patterns[pattern].Forms[form], pattern, form);
        return builder.Freeze();
    }

    /// <summary>The number of a word; −1 when it triggers nothing.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        for (var at = Slots.First(Slots.HashIgnoringCase(word), _slots.Length); _slots[at] >= 0; at = Slots.Next(at, _slots.Length))
            if (word.Equals(_texts[_words[_slots[at]]], StringComparison.OrdinalIgnoreCase))
                return _slots[at];
        return -1;
    }

    /// <summary>What a word triggers, in the order of the patterns.</summary>
    public ReadOnlySpan<TriggerRow> Of(int word) => _triggers[_starts[word].._starts[word + 1]];

    public string Text(int number) => _texts[number].ToString();

    public void Visit(Sections sections)
    {
        _texts.Visit(sections);
        sections.Take(ref _words);
        sections.Take(ref _slots);
        sections.Take(ref _starts);
        sections.Take(ref _triggers);
    }

    private sealed class Builder
    {
        private readonly TextPool _texts = new();
        private readonly OrderedDictionary<string, List<TriggerRow>> _words = new(StringComparer.OrdinalIgnoreCase);

        public void Add(Form form, int pattern, int number)
        {
            foreach (var trigger in form.Triggers)
            {
                var row = new TriggerRow(pattern, number, _texts[trigger], -1);
                var word = form.Kind == FormKind.Verb ? First(trigger) : Last(trigger, '_');
                Add(word, row);
                // “a build-up”, “test-fired” are three tokens.
                if (Last(word, '-') is var last && last != word)
                    Add(last, row);
            }
            foreach (var lexicon in form.TriggerClasses)
                foreach (var head in lexicon.Heads)
                    Add(head, new(pattern, number, _texts[head], _texts[lexicon.Name]));
        }

        public TriggerTable Freeze()
        {
            var (words, starts, rows) = (new List<int>(), new List<int> { 0 }, new List<TriggerRow>());
            foreach (var (word, triggers) in _words)
            {
                words.Add(_texts[word]);
                rows.AddRange(triggers);
                starts.Add(rows.Count);
            }
            return new()
            {
                _words = (int[])[.. words],
                _slots = Slots.Of([.. _words.Keys.Select(word => Slots.HashIgnoringCase(word))]),
                _starts = (int[])[.. starts],
                _triggers = (TriggerRow[])[.. rows],
                _texts = _texts.Freeze(),
            };
        }

        private void Add(string word, TriggerRow row)
        {
            if (!_words.TryGetValue(word, out var rows))
                _words.Add(word, rows = []);
            rows.Add(row);
        }

        private static string First(string trigger) => trigger.IndexOf('_', StringComparison.Ordinal) is > 0 and var at ? trigger[..at] : trigger;

        private static string Last(string trigger, char joint) => trigger[(trigger.LastIndexOf(joint) + 1)..];
    }
}
