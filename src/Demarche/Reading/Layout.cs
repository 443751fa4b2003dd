namespace Demarche.Reading;

/// <summary>
/// Divides the text into paragraphs and tells the headline and the report from what the page left behind: share lines, captions, time
/// stamps, crossheads, and pull quotes that repeat the report. Nothing is removed; what is no part of the report is listed with its reason.
/// </summary>
internal sealed class Layout(PageRules rules) : IStage
{
    // A front matter longer than this is none.
    private const int LongestFrontMatter = 60;

    public Layers Requires => Layers.None;

    public Layers Assigns => Layers.Blocks;

    public void Process(Document document)
    {
        var page = new Page(document, rules);
        page.FindFrontMatter();
        page.FindLeftovers();
        page.FindTitle();
        page.FindPullQuotes();
        page.FindCrossheads();
        page.Write();
    }

    /// <summary>The paragraphs of one text and what each is found to be.</summary>
    private sealed class Page
    {
        private readonly Document _document;
        private readonly string _text;
        private readonly PageRules _rules;
        private readonly List<Paragraph> _paragraphs;
        private readonly string?[] _why;
        private readonly Span?[] _repeats;
        private readonly List<LineWord>[] _words;
        private int _title = -1;

        public Page(Document document, PageRules rules)
        {
            _document = document;
            _text = document.Text;
            _rules = rules;
            _paragraphs = Paragraph.Of(_text, rules);
            _why = new string?[_paragraphs.Count];
            _repeats = new Span?[_paragraphs.Count];
            var longest = Math.Max(Math.Max(rules.LongestLeftover, rules.LongestPullQuote), rules.LongestTitle) + 1;
            _words = [.. _paragraphs.Select(p => LineWord.Of(_text, p.Words, longest))];
        }

        /// <summary>Markdown may begin with lines of data between two lines of hyphens.</summary>
        public void FindFrontMatter()
        {
            if (_paragraphs.Count < 2 || !IsRule(_paragraphs[0]) || _text.AsSpan(0, _paragraphs[0].Span.Start).ContainsAnyExcept('\n', '\r'))
                return;
            for (var end = 1; end < Math.Min(_paragraphs.Count, LongestFrontMatter); end++)
            {
                if (!IsRule(_paragraphs[end]))
                    continue;
                for (var i = 0; i <= end; i++)
                    _why[i] = "the front matter of the file";
                return;
            }

            bool IsRule(Paragraph p) => p.Span.Of(_text) is "---";
        }

        public void FindLeftovers()
        {
            var first = true;
            for (var i = 0; i < _paragraphs.Count; i++)
            {
                if (_why[i] is not null)
                    continue;
                if (_words[i].Count == 0)
                {
                    _why[i] = "a line without words";
                    continue;
                }
                // A text of one paragraph is what somebody wants to have read.
                if (_paragraphs.Count == 1)
                    continue;
                _why[i] = _rules.Leftover(_words[i], _paragraphs[i].FinalStop, first && !IsStoryTitleElsewhere(i))?.Why;
                first &= _why[i] is not null;
            }
        }

        private bool IsStoryTitleElsewhere(int i) => _document.Story.Title is { } title && !SameWords(_paragraphs[i].Words, title);

        public void FindTitle()
        {
            if (_document.Story.Title is { } known)
                for (var i = 0; i < Math.Min(_paragraphs.Count, LongestFrontMatter) && _title < 0; i++)
                    if (SameWords(_paragraphs[i].Words, known))
                        _title = i;

            var first = Array.FindIndex(_why, why => why is null);
            if (_title < 0 && first >= 0 && IsHeadline(first))
                _title = first;
            if (_title < 0)
                return;
            _why[_title] = null;

            // A page often gives its headline twice, for the window and for the reader.
            for (var i = 0; i < Math.Min(_paragraphs.Count, _title + 8); i++)
                if (i != _title && _why[i] is null && SameWords(_paragraphs[i].Words, _paragraphs[_title].Words.Of(_text)))
                {
                    _why[i] = "the headline again";
                    _repeats[i] = _paragraphs[_title].Words;
                }
        }

        private bool IsHeadline(int i)
        {
            var paragraph = _paragraphs[i];
            if (paragraph.Heading)
                return true;
            if (paragraph.Item || paragraph.QuotedBlock || _words[i].Count > _rules.LongestTitle)
                return false;
            // “Why now?” may be a headline; a sentence with a full stop is not.
            var last = Paragraph.LastMark(_text, paragraph.Words);
            if (last is '.' or ',' or ';' or ':' || paragraph.FinalStop && !paragraph.GapAfter)
                return false;
            return Array.FindIndex(_why, i + 1, why => why is null) > 0;
        }

        private bool SameWords(Span span, ReadOnlySpan<char> other)
        {
            int a = span.Start, b = 0;
            while (true)
            {
                while (a < span.End && !char.IsLetterOrDigit(_text[a]))
                    a++;
                while (b < other.Length && !char.IsLetterOrDigit(other[b]))
                    b++;
                if (a == span.End || b == other.Length)
                    return a == span.End && b == other.Length;
                if (char.ToLowerInvariant(_text[a++]) != char.ToLowerInvariant(other[b++]))
                    return false;
            }
        }

        private bool IsBody(int i) => _why[i] is null && i != _title;

        public void FindPullQuotes()
        {
            var candidates = new List<int>();
            var body = new List<int>();
            var lead = true;
            for (var i = 0; i < _paragraphs.Count; i++)
            {
                if (!IsBody(i))
                    continue;
                if (!lead && !_paragraphs[i].Item && _words[i].Count <= _rules.LongestPullQuote && _words[i].Count >= _rules.SharedWords && Paragraph.LastMark(_text, _paragraphs[i].Words) != ':')
                    candidates.Add(i);
                if (IsReport(i))
                    body.Add(i);
                // A lead that repeats the headline is the report's own beginning.
                lead &= !IsReport(i);
            }
            if (candidates.Count == 0)
                return;

            var quotes = new PullQuotes(_text, _rules, _paragraphs, candidates, body);
            // From the end, so that of two equal paragraphs the later one is the repetition.
            for (var c = candidates.Count - 1; c >= 0; c--)
            {
                var i = candidates[c];
                if (quotes.Repeated(_paragraphs[i], i, strict: IsReport(i)) is not { } repeated || IsRepeatedBy(repeated, candidates))
                    continue;
                _why[i] = "a pull quote: its words stand in the report";
                _repeats[i] = repeated;
            }
        }

        /// <summary>True when the words that a paragraph repeats stand in one that was itself found to be a repetition.</summary>
        private bool IsRepeatedBy(Span words, List<int> candidates)
        {
            int low = 0, high = candidates.Count;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (_paragraphs[candidates[middle]].Span.End <= words.Start)
                    low = middle + 1;
                else
                    high = middle;
            }
            return low < candidates.Count && _paragraphs[candidates[low]].Span.Contains(words) && _why[candidates[low]] is not null;
        }

        /// <summary>A paragraph of the report ends in a stop and is more than a quoted line.</summary>
        private bool IsReport(int i) => _paragraphs[i].FinalStop && !_paragraphs[i].InQuotes(_text) && !_paragraphs[i].Heading;

        public void FindCrossheads()
        {
            var next = new bool[_paragraphs.Count];
            var follows = false;
            for (var i = _paragraphs.Count - 1; i >= 0; i--)
            {
                next[i] = follows;
                if (_why[i] is null)
                    follows = _paragraphs[i].FinalStop || _words[i].Count >= _rules.ShortestParagraph;
            }

            var ordinary = StopsAreOrdinary();
            var before = false;
            for (var i = 0; i < _paragraphs.Count; i++)
            {
                if (!IsBody(i))
                    continue;
                if (_paragraphs[i].Heading)
                    _why[i] = "a heading inside the text";
                else if (next[i] && IsCatchword(i))
                {
                    if (_paragraphs[i].InQuotes(_text))
                        _why[i] = "a crosshead: a quoted catchword on a line of its own";
                    else if (before && ordinary)
                        _why[i] = "a crosshead";
                }
                before |= _why[i] is null;
            }
        }

        private bool IsCatchword(int i) =>
            !_paragraphs[i].FinalStop && !_paragraphs[i].Item && _words[i].Count <= _rules.LongestCrosshead && Paragraph.LastMark(_text, _paragraphs[i].Words) is not (',' or ';' or ':' or '-' or '–' or '—');

        /// <summary>False for lists of headlines and the like, in which a line without a stop is nothing special.</summary>
        private bool StopsAreOrdinary()
        {
            int with = 0, without = 0;
            for (var i = 0; i < _paragraphs.Count; i++)
                if (IsBody(i) && !_paragraphs[i].Item)
                {
                    if (_paragraphs[i].FinalStop)
                        with++;
                    else
                        without++;
                }
            return with > without;
        }

        public void Write()
        {
            _document.Blocks.Clear();
            _document.Ignored.Clear();
            for (var i = 0; i < _paragraphs.Count; i++)
            {
                var paragraph = _paragraphs[i];
                if (_why[i] is { } why)
                {
                    _document.Blocks.Add(new(paragraph.Span, BlockKind.Ignored));
                    _document.Ignored.Add(new(paragraph.Span, why, _repeats[i]));
                    continue;
                }
                if (paragraph.Words.Start > paragraph.Span.Start)
                {
                    var mark = new Span(paragraph.Span.Start, LastOfMark(paragraph));
                    _document.Blocks.Add(new(mark, BlockKind.Ignored));
                    _document.Ignored.Add(new(mark, "a mark of Markdown"));
                }
                var start = i == _title ? paragraph.Words.Start : Dateline.EndOf(_text, paragraph.Words);
                if (start > paragraph.Words.Start)
                {
                    var dateline = new Span(paragraph.Words.Start, start);
                    _document.Blocks.Add(new(dateline, BlockKind.Ignored));
                    _document.Ignored.Add(new(dateline, Dateline.Why));
                    while (char.IsWhiteSpace(_text[start]))
                        start++;
                }
                _document.Blocks.Add(new(new(start, paragraph.Words.End), i == _title ? BlockKind.Title : BlockKind.Body));
            }
        }

        private int LastOfMark(Paragraph paragraph)
        {
            var end = paragraph.Words.Start;
            while (char.IsWhiteSpace(_text[end - 1]))
                end--;
            return end;
        }
    }
}
