namespace Demarche.Store.Collating;

/// <summary>
/// Where sentences begin and end, told by marks and capitals alone: records do not say it. A stop behind a single letter or a title (“U.S.”, “Mr.”) ends none; a line end always does.
/// </summary>
internal sealed class SentenceSpans
{
    private readonly List<Span> _spans = [];

    public SentenceSpans(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\n' && !IsEnd(text, i))
                continue;
            // The blank lines between paragraphs are no sentences.
            if (!text.AsSpan(start, i + 1 - start).IsWhiteSpace())
                _spans.Add(new(start, i + 1));
            start = i + 1;
        }
        if (start < text.Length)
            _spans.Add(new(start, text.Length));
    }

    public IReadOnlyList<Span> All => _spans;

    /// <summary>The sentence in which a place of the text stands.</summary>
    public int IndexOf(int place)
    {
        int low = 0, high = _spans.Count - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_spans[middle].End <= place)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>From the start of the sentence in which a stretch begins to the end of the one in which it ends.</summary>
    public Span Around(Span stretch) => _spans.Count == 0 ? stretch : new(_spans[IndexOf(stretch.Start)].Start, _spans[IndexOf(Math.Max(stretch.Start, stretch.End - 1))].End);

    private static bool IsEnd(string text, int i)
    {
        if (text[i] is not ('.' or '?' or '!') || i + 1 >= text.Length || !(char.IsWhiteSpace(text[i + 1]) || text[i + 1] is '"' or '”' or '’' or '\''))
            return false;
        var next = i + 1;
        while (next < text.Length && !char.IsLetterOrDigit(text[next]))
            next++;
        if (next >= text.Length || char.IsLower(text[next]))
            return next >= text.Length;
        if (text[i] != '.')
            return true;
        var word = i;
        while (word > 0 && char.IsLetter(text[word - 1]))
            word--;
        var length = i - word;
        // “U.S.”, “J. Smith”; “Mr.”, “Gen.”, “St.”: a short word with a capital.
        return length != 1 && !(length is 2 or 3 && char.IsUpper(text[word]) && i + 1 < text.Length && text[i + 1] == ' ' && text.AsSpan(word, length) is not ("May" or "Day"));
    }
}
