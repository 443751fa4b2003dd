namespace Demarche.Tokenizing;

using Piece = WordSplitter.Piece;

/// <summary>
/// What can be seen around a place where a sentence may end: the three words on each side with their shapes and endings, how long the sentence is already,
/// runs of capitals, what is open, and how the block is written. Holds the buffers of one document; not for use from two threads.
/// </summary>
internal sealed class SentenceContext
{
    /// <summary>Features of a place.</summary>
    public const int Count = 47;

    private const int Margin = 3;
    private const int LongestShape = 10;
    private const int LongestWord = 24;

    // All addresses look alike.
    private const uint Address = 3;

    // Shorter words are small in titles too.
    private const int LeastTitleWord = 4;

    private static readonly uint Dash = WordOf("—");
    private static readonly uint Colon = WordOf(":");
    private static readonly uint Comma = WordOf(",");
    private static readonly uint I = WordOf("i");

    private readonly List<Look> _looks = [];
    private int _pieces;
    private uint _manner;
    private bool _endsWithStop;
    private bool _hasLowerStart;
    private bool _isCareless;
    private bool _isLoose;
    private bool _isMail;
    private bool _isTitle;

    /// <summary>A word as it looks: hashes of its lower-cased form, shape and last letters.</summary>
    private readonly record struct Look(uint Word, uint Shape, uint Ending, Traits Traits, byte CapitalsBefore, byte CapitalsAfter, byte Open);

    [Flags]
    private enum Traits : byte
    {
        None = 0,
        Blank = 1,
        Capital = 2,
        Lower = 4,
        Digit = 8,
        Stop = 16,
        Closing = 32,
    }

    /// <summary>The verdicts of the rules on the block at hand.</summary>
    public List<int> Verdicts { get; } = [];

    /// <summary>
    /// True where a sentence may end without what careful writing asks for, because the block is not written so: a mail with its addresses and dates, a list or
    /// a note without a stop at its end, a writer without capitals. A headline is written with care, and behind a comma only the greeting of a mail ends.
    /// </summary>
    public bool IsLooseBefore(int next)
    {
        var (left, right) = (At(next - 1), At(next));
        if (_isTitle || (right.Traits & Traits.Stop) != 0 || left.Word == Dash || left.Word == Colon || left.Word == Comma && !_isMail)
            return false;
        if ((right.Traits & Traits.Lower) == 0 || right.Word == Address || _isCareless)
            return _isLoose || _isCareless;
        // A small letter goes on with the sentence, after a stop too (“was kept. until 1991”), unless lines of a mail were joined.
        return _isMail || _isLoose && (left.Traits & Traits.Stop) == 0;
    }

    public bool IsBlankBefore(int piece) => (At(piece).Traits & Traits.Blank) != 0;

    /// <summary>Looks at the words of a block.</summary>
    public void Read(ReadOnlySpan<char> text, List<Piece> pieces)
    {
        _pieces = pieces.Count;
        _looks.Clear();
        for (var i = 0; i < Margin; i++)
            _looks.Add(new(1, 1, 1, Traits.Blank, 0, 0, 0));
        int brackets = 0, quotes = 0, capitals = 0;
        foreach (var piece in pieces)
        {
            var form = text[piece.Start..piece.End];
            var traits = TraitsOf(form) | (piece.Start == 0 || Letters.IsBlank(text[piece.Start - 1]) ? Traits.Blank : Traits.None);
            if (Letters.IsOpeningBracket(form[0]))
                brackets++;
            else if (Letters.IsClosingBracket(form[0]) && brackets > 0)
                brackets--;
            else if (form[0] is '"' or '＂')
                quotes ^= 1;
            else if (form[0] is '“' or '„')
                quotes = 1;
            else if (form[0] is '”')
                quotes = 0;
            capitals = (traits & Traits.Capital) != 0 ? Math.Min(capitals + 1, 6) : 0;
            var isAddress = IsAddress(form);
            _looks.Add(new(isAddress ? Address : WordOf(form), isAddress ? Address : ShapeOf(form), isAddress ? Address : EndingOf(form), traits, (byte)capitals, 0, (byte)((brackets > 0 ? 2 : 0) + quotes)));
        }
        for (var i = 0; i < Margin; i++)
            _looks.Add(new(2, 2, 2, Traits.Blank, 0, 0, 0));
        capitals = 0;
        for (var i = _looks.Count - 1; i >= 0; i--)
        {
            capitals = (_looks[i].Traits & Traits.Capital) != 0 ? Math.Min(capitals + 1, 6) : 0;
            _looks[i] = _looks[i] with { CapitalsAfter = (byte)capitals };
        }
        ReadManner();
        int words = 0, capitalised = 0;
        _isMail = false;
        for (var i = 0; i < pieces.Count; i++)
        {
            var look = At(i);
            var form = text[pieces[i].Start..pieces[i].End];
            if (form.Length >= LeastTitleWord && (look.Traits & (Traits.Capital | Traits.Lower)) != 0)
            {
                words++;
                capitalised += (look.Traits & Traits.Capital) != 0 ? 1 : 0;
            }
            _isMail |= look.Word == Address || (look.Traits & Traits.Digit) != 0 && form.Contains('/');
        }
        _isTitle = words >= 2 && 4 * capitalised >= 3 * words && !_isMail;
        _isLoose = _isMail || !_endsWithStop;
        _manner = (_isCareless ? 4u : _hasLowerStart ? 2u : 0u) + (_endsWithStop ? 1u : 0u);
    }

    // How the writer of the block writes: whether it ends with a stop, and whether small letters follow upon stops.
    private void ReadManner()
    {
        int capital = 0, lower = 0;
        var begins = true;
        var stopped = false;
        var small = false;
        for (var i = 0; i < _pieces; i++)
        {
            var traits = At(i).Traits;
            var isStop = (traits & Traits.Stop) != 0;
            if (begins && (traits & Traits.Capital) != 0)
                capital++;
            else if (begins && (traits & Traits.Lower) != 0)
                lower++;
            // “i” for “I”, but not the “(i)” of a list.
            small |= At(i).Word == I && (traits & Traits.Lower) != 0 && (i == 0 || (At(i - 1).Traits & (Traits.Capital | Traits.Lower)) != 0);
            // “. . .” goes on.
            begins = isStop && (i == 0 || (At(i - 1).Traits & Traits.Stop) == 0) || begins && (traits & (Traits.Capital | Traits.Lower | Traits.Digit | Traits.Stop)) == 0;
            stopped = isStop || stopped && (traits & Traits.Closing) != 0;
        }
        _hasLowerStart = lower > 0;
        _isCareless = lower > 0 && (small || lower > capital && lower > 1);
        _endsWithStop = stopped;
    }

    /// <summary>The features of the place before the word <paramref name="next"/> in a sentence that began with <paramref name="first"/>, the one before it with <paramref name="before"/>.</summary>
    public void Fill(Span<uint> features, int before, int first, int next, bool verdict)
    {
        var (l1, l2, l3) = (At(next - 1), At(next - 2), At(next - 3));
        var (r1, r2, r3) = (At(next), At(next + 1), At(next + 2));
        var rule = verdict ? 1u : 0u;
        var length = (uint)LengthOf(next - first);
        var former = (uint)LengthOf(first - before);
        var start = At(first);
        var runs = (uint)(l1.CapitalsBefore * 8 + r1.CapitalsAfter);
        var open = (uint)l1.Open;
        // Whether the block ends right after what follows.
        var rest = (uint)LengthOf(_pieces - next);
        var n = 0;
        features[n++] = Mix(0, rule, _manner);
        features[n++] = Mix(1, l1.Word, rule);
        features[n++] = Mix(2, r1.Word, rule);
        features[n++] = Mix(3, l2.Word, 0);
        features[n++] = Mix(4, r2.Word, 0);
        features[n++] = Mix(5, l1.Word, r1.Word);
        features[n++] = Mix(6, l2.Word, l1.Word);
        features[n++] = Mix(7, r1.Word, r2.Word);
        features[n++] = Mix(8, l1.Shape, rule);
        features[n++] = Mix(9, r1.Shape, rule);
        features[n++] = Mix(10, l1.Shape, r1.Shape);
        features[n++] = Mix(11, Mix(1, l2.Shape, l1.Shape), r1.Shape);
        features[n++] = Mix(12, Mix(1, l1.Shape, r1.Shape), r2.Shape);
        features[n++] = Mix(13, Mix(1, l2.Shape, l1.Shape), Mix(1, r1.Shape, r2.Shape));
        features[n++] = Mix(14, l1.Word, r1.Shape);
        features[n++] = Mix(15, l1.Shape, r1.Word);
        features[n++] = Mix(16, l1.Word, Mix(1, r1.Shape, r2.Shape));
        features[n++] = Mix(17, Mix(1, l2.Shape, l1.Shape), r1.Word);
        features[n++] = Mix(18, Mix(1, l3.Shape, l2.Shape), l1.Shape);
        features[n++] = Mix(19, Mix(1, r1.Shape, r2.Shape), r3.Shape);
        features[n++] = Mix(20, l1.Ending, r1.Shape);
        features[n++] = Mix(21, l1.Shape, r1.Ending);
        features[n++] = Mix(22, l3.Word, l1.Shape);
        features[n++] = Mix(23, r3.Word, r1.Shape);
        features[n++] = Mix(24, length, rule);
        features[n++] = Mix(25, length, Mix(1, l1.Shape, r1.Shape));
        features[n++] = Mix(26, length, Mix(1, start.Word, r1.Shape));
        features[n++] = Mix(27, start.Shape, Mix(1, l1.Shape, r1.Shape));
        features[n++] = Mix(28, _manner, Mix(1, l1.Shape, r1.Shape));
        features[n++] = Mix(29, _manner, Mix(1, length, rule));
        features[n++] = Mix(30, runs, rule);
        features[n++] = Mix(31, runs, length);
        features[n++] = Mix(32, runs, Mix(1, l1.Shape, r1.Shape));
        features[n++] = Mix(33, open, Mix(1, l1.Shape, r1.Shape));
        features[n++] = Mix(34, open, Mix(1, l1.Word, rule));
        features[n++] = Mix(35, rest, Mix(1, l1.Shape, r1.Shape));
        features[n++] = Mix(36, rest, Mix(1, length, rule));
        features[n++] = Mix(37, l1.Word, _manner);
        features[n++] = Mix(38, r1.Word, _manner);
        features[n++] = Mix(39, Mix(1, l2.Word, l1.Word), r1.Shape);
        features[n++] = Mix(40, l1.Shape, Mix(1, r1.Word, r2.Word));
        features[n++] = Mix(41, Mix(1, l2.Word, l1.Shape), r1.Shape);
        features[n++] = Mix(42, r1.Shape, Mix(1, l1.Shape, r2.Word));
        features[n++] = Mix(43, l1.Word, length);
        // Lines of a list are alike.
        features[n++] = Mix(44, Mix(1, length, former), Mix(1, l1.Shape, r1.Shape));
        features[n++] = Mix(45, Mix(1, r1.Shape, r2.Shape), Mix(1, start.Shape, At(first + 1).Shape));
        features[n++] = Mix(46, former, rule);
    }

    private Look At(int piece) => _looks[Math.Clamp(piece + Margin, 0, _looks.Count - 1)];

    private static int LengthOf(int words) => words <= 4 ? words : words <= 7 ? 5 : words <= 12 ? 6 : words <= 25 ? 7 : words <= 50 ? 8 : 9;

    private static Traits TraitsOf(ReadOnlySpan<char> form)
    {
        var c = form[0];
        if (char.IsUpper(c))
            return Traits.Capital;
        if (char.IsLower(c))
            return Traits.Lower;
        if (char.IsDigit(c))
            return Traits.Digit;
        if (Letters.IsStop(c))
            return Traits.Stop;
        return Letters.IsClosingBracket(c) || Letters.IsQuote(c) || Letters.IsApostrophe(c) ? Traits.Closing : Traits.None;
    }

    private static bool IsAddress(ReadOnlySpan<char> form) =>
        form.Length > 5 && (form.Contains('@') && form[0] != '@' || form.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || form.Contains("://", StringComparison.Ordinal));

    private static uint Mix(uint template, uint a, uint b)
    {
        var hash = (a + (template + 1) * 0x9E3779B1u) * 0x85EBCA6Bu;
        hash = (hash ^ (hash >> 15) ^ b) * 0xC2B2AE35u;
        return hash ^ (hash >> 16);
    }

    private static char Plain(char c) => c switch
    {
        '“' or '”' or '„' or '«' or '»' => '"',
        '‘' or '’' or '`' or '´' => '\'',
        '–' or '—' or '―' => '—',
        _ => char.IsDigit(c) ? '0' : char.ToLowerInvariant(c),
    };

    private static uint WordOf(ReadOnlySpan<char> form)
    {
        var hash = 0x811C9DC5u;
        foreach (var c in form[..Math.Min(form.Length, LongestWord)])
            hash = (hash ^ Plain(c)) * 0x01000193u;
        return hash ^ (hash >> 15);
    }

    private static uint EndingOf(ReadOnlySpan<char> form)
    {
        var hash = 0x811C9DC5u;
        foreach (var c in form[Math.Max(0, form.Length - 3)..])
            hash = (hash ^ Plain(c)) * 0x01000193u;
        return hash ^ (hash >> 15);
    }

    // Runs of a kind count as one, but a single capital or digit is told from several: “Xx”, “XX”, “0:00”.
    private static uint ShapeOf(ReadOnlySpan<char> form)
    {
        var hash = 0x811C9DC5u;
        var last = '\0';
        int run = 0, length = 0;
        foreach (var c in form)
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) || char.IsSurrogate(c) ? 'x' : char.IsDigit(c) ? '0' : Plain(c);
            run = kind == last ? run + 1 : 1;
            last = kind;
            if (run > (kind == 'x' ? 1 : kind == '0' ? 4 : 2))
                continue;
            hash = (hash ^ kind) * 0x01000193u;
            if (++length == LongestShape)
                break;
        }
        return hash ^ (hash >> 15);
    }
}
