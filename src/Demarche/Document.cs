namespace Demarche;

/// <summary>The analysed story: each stage adds a layer to it.</summary>
public sealed class Document(Story story)
{
    public Story Story { get; } = story;

    public string Text => Story.Text;

    /// <summary>Paragraphs, by <c>Reading</c>; they tile the non-blank text.</summary>
    public List<Block> Blocks { get; } = [];

    /// <summary>What yields no record of its own, by <c>Reading</c>.</summary>
    public List<Ignored> Ignored { get; } = [];

    /// <summary>All tokens of the story, by <c>Tokenizing</c>; tags and trees are filled in by the next stages.</summary>
    public Token[] Tokens { get; set; } = [];

    public List<Sentence> Sentences { get; } = [];

    /// <summary>The dependents of each token, by <c>Parsing</c>.</summary>
    public Tree Tree
    {
        get => _tree ??= new(Tokens);
        set => _tree = value;
    }

    private Tree? _tree;

    /// <summary>Names of persons, places and organizations, by <c>Recognizing</c>.</summary>
    public List<Name> Names { get; } = [];

    /// <summary>Words that say when, by <c>Recognizing</c>.</summary>
    public List<TimeExpression> Times { get; } = [];

    /// <summary>Words that say where, by <c>Resolving</c>.</summary>
    public List<Place> Places { get; } = [];

    /// <summary>Mentions of actors in text order, by <c>Resolving</c>.</summary>
    public List<Mention> Mentions { get; } = [];

    /// <summary>The country of the place from which the report comes, as its first lines say it; null where they do not.</summary>
    internal string? Origin { get; set; }

    public List<Attribution> Attributions { get; } = [];

    public List<Event> Events { get; } = [];

    public List<Position> Positions { get; } = [];

    public List<Agreement> Agreements { get; } = [];

    /// <summary>What was considered and left, for <c>explain</c>.</summary>
    public List<Considered> Considered { get; } = [];

    /// <summary>Makes a body block of each paragraph (a stretch up to a blank line), without looking for a title or leftovers.</summary>
    public void TakeAsBody()
    {
        for (var start = 0; start < Text.Length;)
        {
            var end = Text.IndexOf("\n\n", start, StringComparison.Ordinal);
            if (end < 0)
                end = Text.Length;
            if (!string.IsNullOrWhiteSpace(Text[start..end]))
                Blocks.Add(new(new(start, end), BlockKind.Body));
            start = end + 2;
        }
    }

    /// <summary>The place in <see cref="Blocks"/> of the last one that begins at or before an offset; the first where none does.</summary>
    internal int IndexOfBlock(int offset)
    {
        int low = 0, high = Blocks.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Blocks[middle].Span.Start <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }

    /// <summary>True where two spans begin in one paragraph or line.</summary>
    internal bool InOneBlock(Span one, Span other) => IndexOfBlock(one.Start) == IndexOfBlock(other.Start);

    /// <summary>The tokens of the paragraph or line in which a token stands; those of its sentence where it stands in none.</summary>
    internal (int First, int End) BlockOf(int token)
    {
        if (Blocks.Count > 0 && Blocks[IndexOfBlock(Tokens[token].Span.Start)].Span is var block && block.Contains(Tokens[token].Span))
            return (FirstTokenFrom(block.Start), FirstTokenFrom(block.End));
        var sentence = SentenceOf(token);
        return (sentence.First, sentence.End);
    }

    /// <summary>The mention whose head is this token, or null. Filled by <c>Resolving</c>.</summary>
    public Mention? MentionAt(int token)
    {
        _mentionAt ??= IndexMentions();
        return _mentionAt[token];
    }

    private Mention?[]? _mentionAt;

    /// <summary>The smallest name or description of an actor that covers the token, whichever token the tree makes its head; null when there is none.</summary>
    public Mention? MentionOver(int token)
    {
        if (_mentionOver is null)
        {
            _mentionOver = new Mention?[Tokens.Length];
            foreach (var mention in Mentions.Where(m => m.Kind is MentionKind.Name or MentionKind.Description).OrderByDescending(m => m.End - m.First))
                Array.Fill(_mentionOver, mention, mention.First, mention.End - mention.First);
        }
        return _mentionOver[token];
    }

    private Mention?[]? _mentionOver;

    /// <summary>True when a mention has exactly these words.</summary>
    public bool IsMention(Span words) => (_mentionSpans ??= [.. Mentions.Select(m => m.Actor.Mention).OfType<Span>()]).Contains(words);

    private HashSet<Span>? _mentionSpans;

    /// <summary>What stands between quotation marks; found once, of the tokens and sentences.</summary>
    internal Attributing.Quotations Quotations => _quotations ??= Attributing.Quotations.Find(this);

    private Attributing.Quotations? _quotations;

    /// <summary>The expression of time that this token belongs to, or null. Filled by <c>Recognizing</c>.</summary>
    public TimeExpression? TimeAt(int token)
    {
        if (_timeAt is null)
        {
            _timeAt = new TimeExpression?[Tokens.Length];
            foreach (var time in Times)
                Array.Fill(_timeAt, time, time.First, time.End - time.First);
        }
        return _timeAt[token];
    }

    private TimeExpression?[]? _timeAt;

    /// <summary>The place whose head is this token, or null. Filled by <c>Resolving</c>.</summary>
    public Place? PlaceAt(int token)
    {
        if (_placeAt is null)
        {
            _placeAt = new Place?[Tokens.Length];
            foreach (var place in Places)
                if (place.Head >= 0)
                    _placeAt[place.Head] ??= place;
        }
        return _placeAt[token];
    }

    private Place?[]? _placeAt;

    /// <summary>The attribution whose cue hangs on this token, or null. Filled by <c>Attributing</c>.</summary>
    public Attribution? AttributionByCue(int token)
    {
        if (_byCue is null)
        {
            _byCue = new Attribution?[Tokens.Length];
            foreach (var attribution in Attributions)
                if (attribution.CueHead >= 0)
                    _byCue[attribution.CueHead] ??= attribution;
        }
        return _byCue[token];
    }

    private Attribution?[]? _byCue;

    /// <summary>The innermost attribution in whose content the token stands, or null. Filled by <c>Attributing</c>.</summary>
    public Attribution? AttributionAt(int token)
    {
        _attributionAt ??= IndexAttributions();
        return _attributionAt[token];
    }

    private Attribution?[]? _attributionAt;

    /// <summary>True where the sentence of a token ends with a question mark, a closing quotation mark behind it or not.</summary>
    internal bool IsQuestion(int token)
    {
        var sentence = SentenceOf(token);
        var mark = sentence.End - 1;
        while (mark >= Math.Max(sentence.First, sentence.End - 3) && Tokens[mark].Form != "?")
            mark--;
        if (mark < Math.Max(sentence.First, sentence.End - 3))
            return false;
        // “Asked about Oslo's criticism, she said: “What of it?””: the question is in the quotation.
        if (mark + 1 < sentence.End && Tokens[mark + 1].Upos == Upos.PUNCT)
            for (var t = mark - 1; t > token; t--)
                if (Tokens[t].Form is "“" or "\"" or "``" or "''" or "„" or "«")
                    return false;
        return true;
    }

    /// <summary>True where every long word has a capital, as in a headline: “Oslo Warns of New Mines”; but for those that some papers write small.</summary>
    internal bool IsTitleCase(Sentence sentence, IReadOnlySet<string> small)
    {
        var words = 0;
        for (var t = sentence.First; t < sentence.End; t++)
            if (Tokens[t].Form is { Length: > 3 } form && char.IsLetter(form[0]) && !(char.IsLower(form[0]) && small.Contains(form)))
            {
                if (!char.IsUpper(form[0]))
                    return false;
                words++;
            }
        return words >= 3;
    }

    /// <summary>The sentence of a token.</summary>
    public Sentence SentenceOf(int token) => Sentences[IndexOfSentence(token)];

    /// <summary>The place in <see cref="Sentences"/> of a token's sentence.</summary>
    public int IndexOfSentence(int token)
    {
        int low = 0, high = Sentences.Count - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Sentences[middle].End <= token)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>The span from one token to another, both included.</summary>
    public Span SpanOf(int first, int last) => new(Tokens[first].Span.Start, Tokens[last].Span.End);

    /// <summary>The words of a span.</summary>
    public string Words(Span span) => Text[span.Start..span.End];

    private Mention?[] IndexMentions()
    {
        var index = new Mention?[Tokens.Length];
        foreach (var mention in Mentions)
            index[mention.Head] ??= mention;
        return index;
    }

    private Attribution?[] IndexAttributions()
    {
        var index = new Attribution?[Tokens.Length];
        // Outer contents first, so that the innermost is what stays.
        foreach (var attribution in Attributions.OrderBy(a => a.Depth))
            foreach (var span in attribution.Content)
                for (var t = FirstTokenFrom(span.Start); t < Tokens.Length && Tokens[t].Span.Start < span.End; t++)
                    index[t] = attribution;
        return index;
    }

    /// <summary>The first token that starts at or after a place in the text; the number of tokens when there is none.</summary>
    public int FirstTokenFrom(int start)
    {
        int low = 0, high = Tokens.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Tokens[middle].Span.Start < start)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
