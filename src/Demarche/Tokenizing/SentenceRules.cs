namespace Demarche.Tokenizing;

using Piece = WordSplitter.Piece;

/// <summary>
/// What the rules of edited text say of the ends of sentences among the words of one block: a sentence ends after a stop and the quotation marks and brackets
/// that close on it, when what follows may begin a sentence. A lower-case continuation does not (“was kept. until 1991”).
/// </summary>
internal readonly ref struct SentenceRules(ReadOnlySpan<char> text, Abbreviations abbreviations, List<Piece> pieces)
{
    private readonly ReadOnlySpan<char> _text = text;
    private readonly Abbreviations _abbreviations = abbreviations;
    private readonly List<Piece> _pieces = pieces;

    /// <summary>Adds the index one past the last piece of each sentence but the last.</summary>
    public void Find(List<int> ends)
    {
        var first = 0;
        var open = false;
        var at = 0;
        var item = IsItem(0) ? NumberOf(0) : 0;
        while (at < _pieces.Count)
        {
            open = Quotation(at, open);
            var next = item > 0 && IsItem(at) && NumberOf(at) == item + 1;
            if (next)
                item++;
            if (at > first && (next || IsBullet(at)))
            {
                ends.Add(at);
                first = at;
            }
            if (!IsStop(at))
            {
                at++;
                continue;
            }
            var end = PastClosers(at + 1, ref open);
            if (end < _pieces.Count && end > first && EndsHere(first, at, end))
            {
                ends.Add(end);
                first = end;
            }
            at = end;
        }
    }

    /// <summary>
    /// True for a title, an initial or another abbreviation after which a sentence does not end (“No.” counts as one before its number only), and for the
    /// number of an item at the beginning of the sentence.
    /// </summary>
    public bool IsBound(int first, int i)
    {
        var form = Form(i);
        if (IsBullet(i))
            return true;
        if (IsLabel(first, i))
            return true;
        if (form.Length < 2 || form[^1] != '.' || Letters.IsStop(form[0]))
            return false;
        return _abbreviations.BeforeName(form) || _abbreviations.BeforeNumber(form) || form.Length == 2;
    }

    /// <summary>True for a single stop, exclamation or question mark, alone or closed by quotation marks and brackets.</summary>
    public bool IsPlainStop(int i)
    {
        if (i + 1 < _pieces.Count && (IsBullet(i + 1) || IsItem(i + 1)))
            return true;
        while (i > 0 && (Letters.IsClosingBracket(First(i)) || Letters.IsQuote(First(i)) || Letters.IsApostrophe(First(i))))
            i--;
        var form = Form(i);
        return form[0] is '!' or '?' || form is "." || form.Length > 2 && char.IsLetter(form[0]) && form[^1] == '.';
    }

    /// <summary>“•” between blanks: an item of a list begins. An asterisk is a bullet where the block begins with one.</summary>
    private bool IsBullet(int i) => (Letters.IsBullet(First(i)) || First(i) is '*' or '·' && First(0) == First(i))
        && _pieces[i].End - _pieces[i].Start == 1 && BlankBefore(i) && i + 1 < _pieces.Count && BlankBefore(i + 1);

    /// <summary>“1.”, “B.”, “ii.”, “(b)” or “3)” as the first words of a sentence: what numbers an item belongs to it.</summary>
    private bool IsLabel(int first, int last)
    {
        var number = First(first) is '(' ? first + 1 : first;
        if (last != number + 1 || Form(last) is not ("." or ")") || number > first && Form(last) is ".")
            return false;
        var form = Form(number);
        return form.Length == 1 || form.Length <= LongestLabel && (form.IndexOfAnyExceptInRange('0', '9') < 0 || form.IndexOfAnyExcept("ivx") < 0 || form.IndexOfAnyExcept("IVX") < 0);
    }

    private const int LongestLabel = 4;

    /// <summary>“2.” or “2)” before a capital: the number of an item, in a list that begins with the block (“1. Withdraw 2. Disarm”).</summary>
    private bool IsItem(int i) =>
        i + 2 < _pieces.Count && char.IsAsciiDigit(First(i)) && NumberOf(i) > 0 && Form(i + 1) is "." or ")" && !BlankBefore(i + 1)
        && BlankBefore(i) && BlankBefore(i + 2) && char.IsUpper(First(i + 2));

    // Of at most two digits; 0 for all else.
    private int NumberOf(int i) => Form(i) switch
    {
        [>= '1' and <= '9' and var digit] => digit - '0',
        [>= '1' and <= '9' and var ten, >= '0' and <= '9' and var digit] => 10 * (ten - '0') + digit - '0',
        _ => 0,
    };

    private ReadOnlySpan<char> Form(int i) => _text[_pieces[i].Start.._pieces[i].End];

    private char First(int i) => i < _pieces.Count ? _text[_pieces[i].Start] : '\0';

    private bool BlankBefore(int i) => i == 0 || _pieces[i].Start > _pieces[i - 1].End || IsCharacter(i) || IsCharacter(i - 1);

    /// <summary>A character of HTML that was left in the text (“&amp;nbsp;”), most often a blank.</summary>
    private bool IsCharacter(int i) => First(i) == '&' && _pieces[i].End - _pieces[i].Start > 3 && _text[_pieces[i].End - 1] == ';';

    /// <summary>Whether a straight quotation is open after this piece.</summary>
    private bool Quotation(int i, bool open) => First(i) switch
    {
        '"' or '＂' => !open,
        '“' or '„' or '«' => true,
        '”' or '»' => false,
        _ => open,
    };

    private bool IsStop(int i)
    {
        var form = Form(i);
        if (Letters.IsStop(form[0]) && (form.Length == 1 || Letters.IsStop(form[^1])))
            return true;
        return form.Length > 1 && form[^1] == '.' && !_abbreviations.BeforeName(form) && !_abbreviations.BeforeNumber(form);
    }

    /// <summary>Takes in what closes on the stop: “.”, ”.)”, and a closing mark after a blank (“the coast ”.”).</summary>
    private int PastClosers(int at, ref bool open)
    {
        while (at < _pieces.Count)
        {
            var c = First(at);
            if (IsFootnote(at))
            {
                at += 3;
                continue;
            }
            var close = !BlankBefore(at);
            if (Letters.IsClosingBracket(c) || c is '”' or '»' or '」' or '』' || c is '“' or '«' or '‹' or '›' && close && AtEndOrBlankAfter(at) || Letters.IsStop(c) && Form(at).Length == 1 && close)
                open = c is '”' or '»' ? false : open;
            else if (c is '"' or '＂')
            {
                // A straight mark closes when it stands at the stop, or when a quotation is open and a blank or nothing follows the mark.
                if (!(close && (open || AtEndOrBlankAfter(at)) || open && AtEndOrBlankAfter(at)))
                    return at;
                open = false;
            }
            else if (!(c is '\'' or '’' && close && Form(at).Length <= 2))
                return at;
            at++;
        }
        return at;
    }

    /// <summary>“[17]”: the number of a note stands after the stop and belongs to what it is a note to.</summary>
    private bool IsFootnote(int i) =>
        i + 2 < _pieces.Count && First(i) == '[' && First(i + 2) == ']' && char.IsDigit(First(i + 1)) && _pieces[i + 2].End - _pieces[i].Start <= 5;

    private bool AtEndOrBlankAfter(int i) => i + 1 >= _pieces.Count || BlankBefore(i + 1);

    private bool EndsHere(int first, int stop, int next)
    {
        var form = Form(stop);
        var closed = next > stop + 1;
        var begins = next;

        // What opens the next sentence does not tell whether there is one; the word after it does.
        while (begins < _pieces.Count && IsOpener(begins))
            begins++;
        if (begins == _pieces.Count)
            return begins > next && !closed && BlankBefore(next);
        var word = Form(begins);

        if (!MayBegin(begins, word))
            return false;
        if (!BlankBefore(next) && !char.IsUpper(_text[_pieces[begins].Start]))
            return false;

        if (IsLabel(first, next - 1))
            return false;
        // “Yahoo! Inc.”; “We wait.” — Ana Ruiz, minister
        if (_abbreviations.IsNoun(word) || closed && Letters.IsDash(First(next)) && begins == next + 1 && BlankBefore(begins))
            return false;
        // “the film Help! (1965)”
        if (char.IsDigit(word[0]) && Letters.IsOpeningBracket(First(next)) && form[0] != '.')
            return false;
        if (closed && form[^1] is '?' or '!' && SpeakerFollows(next))
            return false;
        if (Letters.IsStop(form[0]))
            return BlankBefore(next) || char.IsUpper(word[0]) && (form is not "…" || closed);
        // After an abbreviation or an acronym only a word that opens sentences shows the end of one.
        return closed || !Letters.IsDash(First(next)) && (_abbreviations.Opens(word) || NameBegins(first, stop, begins));
    }

    /// <summary>“… in the U.S. Trade fell”: after “the” and an acronym, or an abbreviation that is a noun, a name and a finite verb begin a sentence.</summary>
    private bool NameBegins(int first, int stop, int next)
    {
        if (stop < first + 2 || next + 1 >= _pieces.Count || !char.IsUpper(First(next)) || _abbreviations.GoesOn(Form(next)) || !_abbreviations.IsFiniteVerb(Form(next + 1)))
            return false;
        return _abbreviations.IsNoun(Form(stop)) || Form(stop).Length > 3 && Form(stop - 1) is "the" or "The";
    }

    /// <summary>“Why?” Prime Minister Lindqvist asked: up to four words in capitals, or “I”, and a verb of speech.</summary>
    private bool SpeakerFollows(int at)
    {
        for (var i = at; i < Math.Min(_pieces.Count, at + 5); i++)
        {
            var word = Form(i);
            if (i > at && _abbreviations.Speaks(word))
                return true;
            if (!char.IsUpper(word[0]))
                return false;
        }
        return false;
    }

    private bool IsOpener(int i)
    {
        var c = First(i);
        return Letters.IsQuote(c) || Letters.IsOpeningBracket(c) || c is '‘' or '\'' or '`' or '¿' or '¡' or '•' or '*' || IsCharacter(i) || Letters.IsDash(c) && Form(i).Length <= 3;
    }

    private bool MayBegin(int i, ReadOnlySpan<char> word)
    {
        var c = word[0];
        if (char.IsUpper(c) || char.IsDigit(c))
            return true;
        if (!char.IsLetter(c))
            return !char.IsPunctuation(c) || c is '@' or '#' or '&';
        // Scripts without case.
        if (!char.IsLower(c))
            return true;
        // “iPhone”, “eBay”.
        for (var k = 1; k < word.Length && k < 3; k++)
            if (char.IsUpper(word[k]))
                return true;
        if (word.Length > 4 && (word.StartsWith("http", StringComparison.Ordinal) || word.StartsWith("www.", StringComparison.Ordinal)))
            return true;
        // “ii. Open the port”
        if (i + 2 < _pieces.Count && IsLabel(i, i + 1) && char.IsUpper(First(i + 2)))
            return true;
        // “al-Assad”, “de Gaulle”.
        if (!_abbreviations.Particle(word))
            return false;
        var name = i + 1;
        if (Letters.IsHyphen(First(name)) && !BlankBefore(name))
            name++;
        return name < _pieces.Count && name <= i + 2 && char.IsUpper(First(name)) && (name == i + 2 || BlankBefore(name));
    }
}
