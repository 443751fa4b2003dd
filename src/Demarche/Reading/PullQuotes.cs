namespace Demarche.Reading;

/// <summary>
/// Finds the words of the body that a line repeats, also in other words: how many of the line's content words a stretch of the body has,
/// and how many of the stretch's the line has.
/// </summary>
internal sealed class PullQuotes
{
    // A word that stands in the body more often than this tells nothing about where the line comes from.
    private const int MostPlaces = 64;

    private readonly string _text;
    private readonly PageRules _rules;
    private readonly Dictionary<string, List<Place>> _places = new(StringComparer.Ordinal);

    /// <summary>Where a content word stands: its number among the content words of the body, its paragraph and its characters.</summary>
    private readonly record struct Place(int Number, int Paragraph, Span Span, int Word);

    /// <summary>Notes where the words of <paramref name="candidates"/> stand in <paramref name="body"/>; both are indexes of <paramref name="paragraphs"/>.</summary>
    public PullQuotes(string text, PageRules rules, IReadOnlyList<Paragraph> paragraphs, IEnumerable<int> candidates, IEnumerable<int> body)
    {
        _text = text;
        _rules = rules;
        foreach (var candidate in candidates)
            foreach (var stem in ContentWords(paragraphs[candidate].Words, rules.LongestPullQuote))
                _places.TryAdd(stem, []);
        if (_places.Count == 0)
            return;

        var number = 0;
        foreach (var index in body)
        {
            foreach (var word in LineWord.Of(text, paragraphs[index].Words, int.MaxValue))
            {
                if (rules.FunctionWords.Contains(word.Text))
                    continue;
                number++;
                if (_places.TryGetValue(Stems.Of(word.Text), out var places) && places.Count <= MostPlaces)
                    places.Add(new(number, index, word.Span, 0));
            }
            // Words of two paragraphs never stand close to each other.
            number += 3 * rules.LongestPullQuote;
        }
    }

    /// <summary>The content words of a line without those in square brackets, which another hand has put there, often in another language.</summary>
    private HashSet<string> ContentWords(Span span, int longest)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        var bracketed = 0;
        var at = span.Start;
        foreach (var word in LineWord.Of(_text, span, longest + 1))
        {
            for (; at < word.Span.Start; at++)
                bracketed += _text[at] switch { '[' => 1, ']' => -1, _ => 0 };
            if (bracketed <= 0 && !_rules.FunctionWords.Contains(word.Text))
                stems.Add(Stems.Of(word.Text));
        }
        return stems;
    }

    /// <summary>The words of the body that a paragraph repeats, or null. <paramref name="strict"/> asks for nearly all words.</summary>
    public Span? Repeated(Paragraph paragraph, int index, bool strict)
    {
        var stems = ContentWords(paragraph.Words, _rules.LongestPullQuote);
        if (stems.Count < _rules.SharedWords)
            return null;
        var places = new List<Place>();
        var word = 0;
        foreach (var stem in stems)
        {
            word++;
            if (_places.TryGetValue(stem, out var known) && known.Count <= MostPlaces)
                foreach (var place in known)
                    if (place.Paragraph != index)
                        places.Add(place with { Word = word });
        }
        places.Sort((a, b) => a.Number.CompareTo(b.Number));

        var widest = 2 * stems.Count + 4;
        var seen = new int[word + 1];
        var best = 0.0;
        Span? found = null;
        for (var i = 0; i < places.Count; i++)
        {
            var shared = 0;
            for (var j = i; j < places.Count && places[j].Number - places[i].Number < widest; j++)
            {
                if (seen[places[j].Word] == i + 1)
                    continue;
                seen[places[j].Word] = i + 1;
                shared++;
                var own = (double)shared / stems.Count;
                var body = (double)shared / (places[j].Number - places[i].Number + 1);
                if (shared < _rules.SharedWords || own < (strict ? _rules.DuplicateShare : _rules.OwnShare) || body < (strict ? _rules.DuplicateShare : _rules.BodyShare) || own + body <= best)
                    continue;
                best = own + body;
                found = places[i].Span.To(places[j].Span);
            }
        }
        return found;
    }
}
