using System.Globalization;

namespace Demarche.Attributing;

/// <summary>The quotations of a document, outermost only, in text order.</summary>
internal sealed class Quotations
{
    private readonly int[] _at;
    private readonly bool[] _speech;
    private readonly Document _document;

    private Quotations(List<Quotation> all, int[] at, Document document)
    {
        All = all;
        _document = document;
        _at = at;
        _speech = new bool[all.Count];
        for (var q = 0; q < all.Count; q++)
        {
            var (first, end) = all[q].Words;
            _speech[q] = end - first > 5 || all[q].Closed && end - first > 2 && document.Tokens[end - 2].Form is "," or "?" or "!";
        }
    }

    public List<Quotation> All { get; }

    /// <summary>The number of the quotation in which a token stands, marks included; −1 outside.</summary>
    public int At(int token) => _at[token];

    public bool Inside(int token) => _at[token] >= 0;

    /// <summary>True when one of two tokens stands in speech between marks and the other does not.</summary>
    public bool Separate(int a, int b) => _at[a] != _at[b] && (IsSpeech(_at[a]) || IsSpeech(_at[b]));

    /// <summary>The last token of a quotation before its closing mark, or before those of one inside it that ends there too.</summary>
    public string EndMark(Stretch words)
    {
        var last = words.End - 2;
        while (last > words.First + 1 && _document.Tokens[last].Form is "’" or "'" or "”" or "\"")
            last--;
        return _document.Tokens[last].Form;
    }

    /// <summary>Of words on both sides of a closing mark before the cue, those behind it; empty when the words do not straddle one.</summary>
    public Stretch Straddles(Stretch words, int cue)
    {
        var inside = words.IsEmpty ? -1 : _at[words.First];
        if (inside < 0 || _at[cue] == inside || !IsSpeech(inside) || !All[inside].Closed || All[inside].Words.End >= words.End || All[inside].Words.First == words.First)
            return default;
        return words with { First = All[inside].Words.End };
    }

    /// <summary>True for a token in speech between marks.</summary>
    public bool InsideSpeech(int token) => IsSpeech(_at[token]);

    /// <summary>True for what somebody speaks rather than a word held at arm's length: more than a few words, or a mark of its own at the end.</summary>
    public bool IsSpeech(int quotation) => quotation >= 0 && _speech[quotation];

    public static Quotations Find(Document document)
    {
        var tokens = document.Tokens;
        var at = new int[tokens.Length];
        Array.Fill(at, -1);
        var all = new List<Quotation>();
        // Sentences never cross blocks; those of one block stand side by side.
        for (var s = 0; s < document.Sentences.Count;)
        {
            var first = s;
            var block = BlockEnd(document, document.Sentences[s].Span.Start);
            while (s < document.Sentences.Count && (s == first || document.Sentences[s].Span.Start < block))
                s++;
            if (!document.Sentences[first].Ignored)
                FindInBlock(document, document.Sentences[first].First, document.Sentences[s - 1].End, all, at);
        }
        return new(all, at, document);
    }

    private static int BlockEnd(Document document, int start)
    {
        int low = 0, high = document.Blocks.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (document.Blocks[middle].Span.End <= start)
                low = middle + 1;
            else
                high = middle;
        }
        return low < document.Blocks.Count ? document.Blocks[low].Span.End : start + 1;
    }

    private static void FindInBlock(Document document, int first, int end, List<Quotation> all, int[] at)
    {
        for (var t = first; t < end; t++)
        {
            var closer = Closer(document, t, first, end);
            if (closer is null)
                continue;
            var close = FindClose(document, t, end, closer.Value);
            var closed = close >= 0;
            // A single mark that nothing closes is an apostrophe; a double mark left open before a paragraph's end runs to it.
            if (!closed && (closer == SingleClose && !GoesOnBelow(document, t, end) || t > first && !IsFree(document, t)))
                continue;
            var words = new Stretch(t, closed ? close + 1 : Math.Min(end, t + Longest));
            for (var i = words.First; i < words.End; i++)
                at[i] = all.Count;
            all.Add(new(words, closed, closer == SingleClose));
            t = words.End - 1;
        }
    }

    /// <summary>‘…’ over several paragraphs: the next begins with the same mark, which no apostrophe does.</summary>
    private static bool GoesOnBelow(Document document, int open, int end) => document.Tokens[open].Form == "‘" && end < document.Tokens.Length && document.Tokens[end].Form == "‘";

    /// <summary>A mark that nothing closes for so many tokens is left over, not opened.</summary>
    private const int Longest = 1500;

    private const char DoubleClose = '”', SingleClose = '’', StraightClose = '"', GuillemetClose = '»', LowClose = '“';

    /// <summary>The mark that would close a quotation opened by this token; null when it opens none.</summary>
    private static char? Closer(Document document, int t, int first, int end)
    {
        ref readonly var token = ref document.Tokens[t];
        var opens = t == first || token.SpaceBefore || IsOpeningContext(document.Tokens[t - 1].Form);
        var nextTouches = t + 1 < end && !document.Tokens[t + 1].SpaceBefore;
        return token.Form switch
        {
            "“" or "``" => DoubleClose,
            "„" => LowClose,
            "«" => GuillemetClose,
            "\"" or "''" or "”" when opens && (nextTouches || t == first) => StraightClose,
            "‘" or "`" when nextTouches => SingleClose,
            "'" when opens && nextTouches => SingleClose,
            _ => null,
        };
    }

    private static bool IsOpeningContext(string form) => form is "(" or "[" or "." or "?" or "!" or "—" or "–" or "-" or "/" or ":" or "‘" or "'" || form.Length == 1 && char.GetUnicodeCategory(form[0]) == UnicodeCategory.Format;

    private static int FindClose(Document document, int open, int end, char closer)
    {
        var depth = 1;
        end = Math.Min(end, open + Longest);
        for (var t = open + 1; t < end; t++)
        {
            var form = document.Tokens[t].Form;
            var isClose = closer switch
            {
                DoubleClose or LowClose or StraightClose => form is "”" or "''" or "\"" || form == "“" && (closer == LowClose || closer == DoubleClose && ClosesAsOpening(document, t, end)),
                GuillemetClose => form == "»",
                _ => form is "’" or "'" && (t + 1 == end || document.Tokens[t + 1].SpaceBefore || IsMark(document.Tokens[t + 1].Form)),
            };
            if (isClose)
            {
                // A straight mark after a blank and before a word opens another quotation inside.
                if (form is "\"" or "''" && closer == StraightClose && document.Tokens[t].SpaceBefore && t + 1 < end && !document.Tokens[t + 1].SpaceBefore && !IsMark(document.Tokens[t + 1].Form))
                {
                    depth++;
                    continue;
                }
                if (--depth == 0)
                    return t;
            }
            else if (form == "“" && closer is DoubleClose or StraightClose)
            {
                // Two openings in a row: the first was left open at the paragraph's start, or one is nested.
                depth++;
            }
            else if (closer == SingleClose && form is "“" or "\"" or "”")
            {
                return -1;
            }
        }
        // Badly nested marks: the last closing one will do.
        if (depth > 1 && closer is DoubleClose or StraightClose)
            for (var t = end - 1; t > open; t--)
                if (document.Tokens[t].Form is "”" or "\"" or "''")
                    return t;
        return -1;
    }

    // “The road is shut,“ she said: an opening mark that touches the words before it and none behind it.
    private static bool ClosesAsOpening(Document document, int t, int end) =>
        !document.Tokens[t].SpaceBefore && IsMark(document.Tokens[t - 1].Form) && (t + 1 == end || document.Tokens[t + 1].SpaceBefore);

    private static bool IsMark(string form) => form.Length > 0 && !char.IsLetterOrDigit(form[0]);

    /// <summary>True where a quotation may run on to the end of its block: after a colon, a comma or a stop.</summary>
    private static bool IsFree(Document document, int open) => document.Tokens[open - 1].Form is ":" or "," or "." or "?" or "!" or "—" or "–";
}
