namespace Demarche.Tokenizing;

/// <summary>
/// Divides a stretch of text into syntactic words as the English treebanks of Universal Dependencies do: clitics (“do|n't”, “Iran|'s”),
/// hyphened words (“state|-|owned”, but “anti-war”), punctuation. One pass from left to right; at each place a bounded look ahead.
/// </summary>
internal ref partial struct WordSplitter
{
    // Shorter ones are abbreviations (“p.m”), and longer ones are no words.
    private const int LeastSentenceWord = 3;
    private const int LongestSentenceWord = 24;

    private readonly ReadOnlySpan<char> _text;
    private readonly Abbreviations _abbreviations;
    private readonly List<Piece> _pieces;
    private readonly int _end;

    private int _chunkStart;
    private int _chunkEnd;
    private bool _mayBeAddress;
    private bool _mayBeMail;
    private int _noAddressUntil;
    private int _emitted;

    /// <summary>A word: its place, and whether it continues an orthographic word.</summary>
    public readonly record struct Piece(int Start, int End, bool Continues);

    private WordSplitter(ReadOnlySpan<char> text, int end, Abbreviations abbreviations, List<Piece> pieces)
    {
        _text = text;
        _end = end;
        _abbreviations = abbreviations;
        _pieces = pieces;
    }

    /// <summary>Adds the words of <c>text[start..end]</c> to <paramref name="pieces"/>.</summary>
    public static void Split(ReadOnlySpan<char> text, int start, int end, Abbreviations abbreviations, List<Piece> pieces)
    {
        var splitter = new WordSplitter(text, end, abbreviations, pieces);
        var at = start;
        while (at < end)
        {
            if (Letters.IsBlank(text[at]))
            {
                at++;
                continue;
            }
            var chunkEnd = at + 1;
            while (chunkEnd < end && !Letters.IsBlank(text[chunkEnd]))
                chunkEnd++;
            splitter.SplitChunk(at, chunkEnd);
            at = chunkEnd;
        }
    }

    private void SplitChunk(int start, int end)
    {
        _chunkStart = start;
        _chunkEnd = end;
        _emitted = start;
        var chunk = _text[start..end];
        _mayBeAddress = chunk.Length > 3 && chunk.Contains('.') || chunk.Contains("://", StringComparison.Ordinal);
        _mayBeMail = chunk.Contains('@');
        _noAddressUntil = start;
        while (_emitted < end)
        {
            var c = _text[_emitted];
            // An underscore joins inside a word (“line_2”); around one it is a mark of emphasis.
            if (Letters.IsWord(c) && !(c == '_' && (_emitted == start || !Letters.IsWord(_text[_emitted - 1]) || !LetterAt(_emitted + 1) && !DigitAt(_emitted + 1))))
                Word();
            else
                Mark(c);
        }
    }

    private void Emit(int end, bool continues = false)
    {
        _pieces.Add(new(_emitted, end, continues));
        _emitted = end;
    }

    private readonly char At(int i) => i >= 0 && i < _chunkEnd ? _text[i] : '\0';

    private readonly bool WordAt(int i) => i >= _chunkStart && i < _chunkEnd && Letters.IsWord(_text[i]);

    private readonly bool DigitAt(int i) => i >= _chunkStart && i < _chunkEnd && char.IsDigit(_text[i]);

    private readonly bool LetterAt(int i) => i >= _chunkStart && i < _chunkEnd && char.IsLetter(_text[i]);

    private void Word()
    {
        var start = _emitted;
        if (_mayBeAddress || _mayBeMail)
        {
            var address = AddressEnd(start);
            if (address > start)
            {
                Emit(address);
                return;
            }
        }
        var end = SymbolEnd(start);
        if (end == start)
            end = CurrencyEnd(start);
        if (end > start)
        {
            Emit(end);
            return;
        }
        end = WordEnd(start);
        while (end > start + 1 && _text[end - 1] == '_')
            end--;
        if (char.IsDigit(_text[start]) && SplitUnit(start, end))
            return;
        // Of two stops the first may be the abbreviation's: “Inc..”; three are an ellipsis.
        if (At(end) == '.' && (At(end + 1) != '.' || At(end + 2) != '.') && StopBelongs(start, end))
        {
            Emit(end + 1);
            return;
        }
        SplitClitics(start, end);
    }

    /// <summary>“EUR3bn”, “Rs500”: the letters before a number that say in what money it counts.</summary>
    private readonly int CurrencyEnd(int start)
    {
        var end = start;
        while (end < start + LongestCurrency && char.IsAsciiLetter(At(end)))
            end++;
        return end > start + 1 && DigitAt(end) && !WordAt(start - 1) && _abbreviations.Currency(_text[start..end]) ? end : start;
    }

    private const int LongestCurrency = 3;

    private readonly int WordEnd(int start)
    {
        var numeric = true;   // only digits and what joins them, so far
        var segment = start;  // after the last stop or hyphen
        var at = start;
        if (DigitAt(start))
        {
            var grouped = DigitGroupsEnd(start);
            if (grouped > start)
                return grouped;
        }
        while (at < _chunkEnd)
        {
            var c = _text[at];
            if (Letters.IsWord(c))
            {
                numeric &= char.IsDigit(c);
                at++;
            }
            else if (c == '.' && StopJoins(start, segment, at, numeric))
            {
                at++;
                segment = at;
            }
            else if (numeric && c is ',' or ':' or '/' && DigitAt(at - 1) && DigitAt(at + 1))
                at++;
            else if (Letters.IsApostrophe(c) && WordAt(at + 1) && LetterAt(at + 1))
            {
                if (c is '`' or '´' && (At(at + 1) is not ('s' or 'S') || WordAt(at + 2)))
                    return at;
                at++;
            }
            else if (c == '&' && LetterAt(at - 1) && LetterAt(at + 1) && CharacterEnd(at) == at)
                at++;
            else if (Letters.IsGarbled(At(at - 1), c) && LetterAt(at + 1))
                at++; // JuliÃ¡n
            else if (c == '(' && LetterAt(at - 1) && PluralEnd(at) is var plural && plural > at)
                return plural;
            else if (c == '‘' && LetterAt(at - 1) && char.IsLower(At(at + 1)))
                at++; // Shi‘a
            else if (c == '.' && at == start + 1 && char.IsUpper(_text[start]) && At(at + 1) == '-' && char.IsUpper(At(at + 2)) && At(at + 3) == '.')
            {
                at += 2; // J.-P.
                segment = at;
            }
            else if (Letters.IsHyphen(c) && WordAt(at + 1) && _abbreviations.Prefix(_text[segment..at]))
            {
                at++;
                segment = at;
            }
            else if (c == '/' && at == start + 1 && LetterAt(at + 1) && char.ToLowerInvariant(_text[start]) is 'w' or 's' && !LetterAt(at + 3) && LetterAt(start))
                at++; // w/o, s/he
            else if (c == '$' && at - start <= 3 && DigitAt(at + 1) && AllUpper(start, at))
                return at + 1;
            else
                return at;
        }
        return at;
    }

    /// <summary>“the army(s)”: a plural that may be meant.</summary>
    private readonly int PluralEnd(int at)
    {
        var end = At(at + 1) == 'e' ? at + 2 : at + 1;
        return At(end) == 's' && At(end + 1) == ')' && !WordAt(end + 2) ? end + 2 : at;
    }

    private readonly bool AllUpper(int start, int end)
    {
        for (var i = start; i < end; i++)
            if (!char.IsUpper(_text[i]))
                return false;
        return end > start;
    }

    /// <summary>Telephone numbers, dates written with hyphens and postal codes are one word, ranges (“5-10”, “1969-1970”) are three.</summary>
    private readonly int DigitGroupsEnd(int start)
    {
        var at = start;
        var groups = 0;
        int first = 0, length = 0;
        while (at < _chunkEnd && groups < 8)
        {
            var group = at;
            while (at < _chunkEnd && at - group < 8 && char.IsDigit(_text[at]))
                at++;
            length = at - group;
            if (length == 0)
                return start;
            if (groups++ == 0)
                first = length;
            if (At(at) is not ('-' or '/') || !DigitAt(at + 1))
                break;
            if (_text[at] == '/' && length < 3)
                return start;
            at++;
        }
        if (groups < 2 || WordAt(at) || Letters.IsHyphen(At(at)) || At(at) is '.' or ',' or ':' && DigitAt(at + 1))
            return start;
        var isRange = groups == 2 && !(length == 4 && first is 1 or 3 or 5);
        return isRange ? start : at;
    }

    /// <summary>Whether a stop inside a chunk joins what stands on its sides (“3.5”, “U.S.”, “p.m”) or a blank is missing after it (“said.The”).</summary>
    private readonly bool StopJoins(int start, int segment, int at, bool numeric)
    {
        if (!WordAt(at + 1) || at == start)
            return false;
        var next = _text[at + 1];
        if (char.IsDigit(next))
            return true;
        if (numeric)
            return char.IsUpper(next) && !LowerFollows(at + 2) && at - start < 3;
        var segmentLength = at - segment;
        // “Mr.Smith”, “St.Petersburg”: the stop belongs to the title, and a blank is missing.
        if (segment == start && char.IsUpper(next) && (_abbreviations.BeforeName(_text[start..(at + 1)]) || _abbreviations.Anywhere(_text[start..(at + 1)])) && segmentLength > 1)
            return false;
        // “failed.since 2014”: two words of some length and no address, so a blank is missing.
        if (char.IsLower(next) && segment == start && segmentLength >= LeastSentenceWord && LettersFrom(at + 1) >= LeastSentenceWord && char.IsLower(_text[at - 1]))
            return false;
        // “in Washington, D.C.on Monday”
        if (char.IsLower(next) && segment > start && segmentLength == 1 && char.IsUpper(_text[segment]) && LettersFrom(at + 1) > 1)
            return false;
        if (!char.IsUpper(next) || !LowerFollows(at + 2))
            return true;
        // “J.Smith”, “U.S.The”: an initial, then a word.
        if (segmentLength == 1)
            return At(at + 2) is 'h' && At(at + 3) is '.'; // Ph.D. inside “M.Ph.”
        return segmentLength == 2 && !LetterAt(at + 3);
    }

    /// <summary>How many letters stand from a place on, up to the length that matters; none when a stop or a slash joins them to more.</summary>
    private readonly int LettersFrom(int at)
    {
        var end = at;
        while (end < at + LongestSentenceWord && LetterAt(end))
            end++;
        return At(end) is '.' && WordAt(end + 1) || At(end) is '/' or '_' or '-' or '@' ? 0 : end - at;
    }

    /// <summary>True when the capital before <paramref name="at"/> begins an ordinary word: lower case follows, or nothing (“A”, “I”).</summary>
    private readonly bool LowerFollows(int at) => at < _chunkEnd ? char.IsLower(_text[at]) || Letters.IsApostrophe(_text[at]) && LetterAt(at + 1) : At(at - 1) is 'A' or 'I';

    /// <summary>“5pm”, “$3m”: a number and a unit that is a word of its own.</summary>
    private bool SplitUnit(int start, int end)
    {
        var unit = start;
        while (unit < end && !char.IsLetter(_text[unit]))
            unit++;
        if (unit == end)
            return false;
        // “11:19PMDonald Trump”, where a page has glued the hour to what follows.
        if (end - unit > HourMark + 1 && char.IsUpper(_text[unit + HourMark]) && char.IsLower(_text[unit + HourMark + 1]) && _text[unit..(unit + HourMark)] is "PM" or "AM")
        {
            Emit(unit);
            Emit(unit + HourMark);
            return true;
        }
        var stop = At(end) == '.' && At(end - 2) == '.';
        if (!_abbreviations.Unit(_text[unit..end]) && !(stop && _abbreviations.Unit(_text[unit..(end + 1)])))
            return false;
        Emit(unit);
        Emit(stop ? end + 1 : end);
        return true;
    }

    // “PM”.
    private const int HourMark = 2;

    /// <summary>Whether the stop after a word belongs to it.</summary>
    private readonly bool StopBelongs(int start, int end)
    {
        var word = _text[start..(end + 1)];
        if (_abbreviations.BeforeName(word))
            return true;
        var next = NextWord(end + 1, out var blank);
        // “Sec.-Gen.”
        if (_abbreviations.BeforeNumber(word))
            return next.Length > 0 && char.IsDigit(next[0]) || Letters.IsHyphen(At(end + 1)) && char.IsUpper(At(end + 2));
        if (_abbreviations.Anywhere(word))
            return true;
        if (end - start == 1)
        {
            if (!char.IsLetter(_text[start]))
                return false;
            // “Plan B. The …” ends a sentence, “George W. Bush” does not; “so do I.” is no initial.
            if (next.Length == 0 || _abbreviations.Opens(next) && !InitialFollows(end + 1))
                return false;
            if (_text[start] == 'I')
                return blank && char.IsUpper(next[0]) && NameBefore();
            // “(b. March 1967)”
            if (!char.IsUpper(_text[start]))
                return blank && At(start - 1) == '(';
            return char.IsLetterOrDigit(next[0]);
        }
        return IsAcronym(start, end) || IsBracketed(start, end);
    }

    // “A. A. K. Niazi”.
    private readonly bool InitialFollows(int at)
    {
        while (at < _end && Letters.IsBlank(_text[at]))
            at++;
        return at + 1 < _end && char.IsUpper(_text[at]) && _text[at + 1] == '.';
    }

    /// <summary>“Colonel Diop (ret.) and Senator Lee (R-Ky.)”: a short word at the end of a bracket that follows a name or noun; “(Yes.)” follows a stop.</summary>
    private readonly bool IsBracketed(int start, int end)
    {
        if (end - start > 4 || At(end + 1) != ')' || _text[_chunkStart] != '(')
            return false;
        for (var i = _pieces.Count - 1; i >= 0; i--)
            if (_pieces[i].End <= _chunkStart)
                return char.IsLetter(_text[_pieces[i].End - 1]);
        return false;
    }

    /// <summary>Letters, or very short groups of them, that each have a stop: “U.S.”, “a.m.”, “Ph.D.”, “non-U.S.”.</summary>
    private readonly bool IsAcronym(int start, int end)
    {
        int dots = 0, group = 0;
        var isLong = false;
        for (var i = start; i < end; i++)
        {
            if (_text[i] == '.')
            {
                dots++;
                group = 0;
            }
            else if (Letters.IsHyphen(_text[i]))
            {
                group = 0;
                isLong = false;
            }
            else if (char.IsLetter(_text[i]))
                isLong |= ++group > 2;
            else
                return false;
        }
        return dots > 0 && !isLong;
    }

    /// <summary>True when the word before this chunk is written with a capital.</summary>
    private readonly bool NameBefore() => _pieces.Count > 0 && _pieces[^1] is { Start: var start, End: var end } && char.IsUpper(_text[start]) && !_abbreviations.Opens(_text[start..end]);

    /// <summary>The letters or the digit after a place, past blanks and opening marks; empty at the end of the block.</summary>
    private readonly ReadOnlySpan<char> NextWord(int at, out bool blank)
    {
        blank = false;
        var limit = Math.Min(_end, at + 32);
        while (at < limit && Letters.IsBlank(_text[at]))
        {
            at++;
            blank = true;
        }
        if (at >= limit)
            return default;
        var start = at;
        while (at < limit && Letters.IsWord(_text[at]))
            at++;
        return _text[start..Math.Max(at, start + 1)];
    }
}
