using System.Globalization;

namespace Demarche.Tokenizing;

/// <summary>
/// Divides a stretch of text into syntactic words as the English treebanks of Universal Dependencies do: clitics (“do|n't”, “Iran|'s”),
/// hyphened words (“state|-|owned”, but “anti-war”), punctuation. One pass from left to right; at each place a bounded look ahead.
/// </summary>
internal ref struct WordSplitter
{
    // Addresses, file names and local parts of e-mail are not longer; the bound keeps the pass linear on any text.
    private const int LongestAddress = 2048;
    private const int LongestLabelRun = 255;
    private const int LongestLocalPart = 64;

    private const int LongestSymbolPart = 6;
    private const int LongestCharacter = 8;

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

    // ---- addresses ----

    private int AddressEnd(int start)
    {
        if (start < _noAddressUntil)
            return start;
        var rest = _text[start.._chunkEnd];
        if (StartsWith(rest, "http://") || StartsWith(rest, "https://") || StartsWith(rest, "ftp://") || StartsWith(rest, "www.") || StartsWith(rest, "mailto:"))
            return PathEnd(start);
        if (_mayBeMail)
        {
            var mail = MailEnd(start);
            if (mail > start)
                return mail;
        }
        return _mayBeAddress ? NamedAddressEnd(start) : start;
    }

    private static bool StartsWith(ReadOnlySpan<char> text, string prefix) => text.Length > prefix.Length && text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>An address runs to a blank, bracket or quotation mark; the punctuation at its end is the sentence's.</summary>
    private readonly int PathEnd(int start)
    {
        var end = start;
        var limit = Math.Min(_chunkEnd, start + LongestAddress);
        var open = 0;
        while (end < limit && !Letters.IsQuote(_text[end]) && _text[end] is not ('<' or '>' or ']' or '}' or '‘' or '’' or '…'))
        {
            // A bracket that the address opens is its own.
            if (_text[end] == '(')
                open++;
            else if (_text[end] == ')' && open-- == 0)
                break;
            end++;
        }
        while (end > start + 1 && _text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '(' or '[')
            end--;
        return end;
    }

    private readonly int MailEnd(int start)
    {
        var at = start;
        var limit = Math.Min(_chunkEnd, start + LongestLocalPart);
        while (at < limit && (char.IsAsciiLetterOrDigit(_text[at]) || _text[at] is '.' or '_' or '-' or '+' or '%'))
            at++;
        if (at == start || At(at) != '@' || !WordAt(at + 1))
            return start;
        var end = at + 1;
        limit = Math.Min(_chunkEnd, end + LongestLabelRun);
        while (end < limit && (char.IsAsciiLetterOrDigit(_text[end]) || _text[end] is '.' or '_' or '-'))
            end++;
        while (_text[end - 1] is '.' or '-')
            end--;
        return end;
    }

    /// <summary>“example.org/path” and “map.pdf”: labels joined by stops of which the last is known.</summary>
    private int NamedAddressEnd(int start)
    {
        var run = start;
        var limit = Math.Min(_chunkEnd, start + LongestLabelRun);
        while (run < limit && (char.IsAsciiLetterOrDigit(_text[run]) || _text[run] is '.' or '_' or '-' or '#' or '~'))
            run++;
        _noAddressUntil = Math.Max(start + 1, run);
        var end = run;
        while (end > start && !char.IsAsciiLetterOrDigit(_text[end - 1]))
            end--;
        var dot = _text[start..end].LastIndexOf('.');
        if (dot < 1 || dot == end - start - 1 || !_abbreviations.Ending(_text.Slice(start + dot + 1, end - start - dot - 1)) && !_abbreviations.Ending(_text[start..end]))
            return start;
        return At(run) == '/' && WordAt(run + 1) ? PathEnd(start) : end;
    }

    /// <summary>“S/RES/1701”, “A/78/L.5”: the symbol of a document, capitals and numbers between strokes, of which one part is a number.</summary>
    private readonly int SymbolEnd(int start)
    {
        var at = start;
        while (at - start < LongestSymbolPart && char.IsAsciiLetterUpper(At(at)))
            at++;
        if (at == start || At(at) != '/' || start > _chunkStart && (Letters.IsWord(_text[start - 1]) || _text[start - 1] == '/'))
            return start;
        var parts = 1;
        var numbered = false;
        while (At(at) == '/' && parts < LongestSymbolPart)
        {
            var part = ++at;
            while (char.IsAsciiLetterUpper(At(at)) || char.IsAsciiDigit(At(at)) || At(at) is '.' or '-' && at > part && char.IsAsciiLetterOrDigit(At(at + 1)))
                at++;
            if (at == part)
                return start;
            numbered |= _text[part..at].IndexOfAnyExceptInRange('0', '9') < 0;
            parts++;
        }
        return parts > 2 && numbered && !WordAt(at) ? at : start;
    }

    /// <summary>The end of a character of HTML by name or number (“&amp;nbsp;”) at an ampersand; the same place when there is none.</summary>
    private readonly int CharacterEnd(int at)
    {
        var name = at + 1;
        var end = name;
        if (At(name) == '#')
        {
            end++;
            while (end < name + LongestCharacter && char.IsAsciiHexDigit(At(end)) || end == name + 1 && At(end) is 'x' or 'X')
                end++;
            return At(end) == ';' && end > name + 1 ? end + 1 : at;
        }
        while (end < name + LongestCharacter && char.IsAsciiLetterLower(At(end)))
            end++;
        return At(end) == ';' && _abbreviations.IsCharacter(_text[name..end]) ? end + 1 : at;
    }

    // ---- words ----

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
        var stop = At(end) == '.' && At(end - 2) == '.';
        if (!_abbreviations.Unit(_text[unit..end]) && !(stop && _abbreviations.Unit(_text[unit..(end + 1)])))
            return false;
        Emit(unit);
        Emit(stop ? end + 1 : end);
        return true;
    }

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
            if (next.Length == 0 || _abbreviations.Opens(next))
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

    // ---- clitics ----

    private void SplitClitics(int start, int end)
    {
        var cuts = _abbreviations.Cuts(_text[start..end]);
        if (cuts is not null)
        {
            foreach (var cut in cuts)
                Emit(start + cut, _emitted > start);
            Emit(end, true);
            return;
        }

        // From the right: “could|n't|'ve”. Three are the most that English stacks.
        Span<int> starts = stackalloc int[3];
        var count = 0;
        var stem = end;
        while (count < starts.Length)
        {
            var clitic = CliticStart(start, stem);
            if (clitic <= start)
                break;
            starts[count++] = stem = clitic;
        }
        for (var i = count - 1; i >= 0; i--)
            Emit(starts[i], _emitted > start);
        Emit(end, _emitted > start);

        // “workers'”: the apostrophe is a genitive when no quotation is open; the sentence splitter sees the same mark.
        if (end < _chunkEnd && At(end) is '\'' or '’' && At(end - 1) is 's' or 'S' or 'z' or 'x' && !QuotationOpen())
            Emit(end + 1, true);
    }

    /// <summary>Where a clitic begins that ends at <paramref name="end"/>; <paramref name="start"/> when there is none.</summary>
    private readonly int CliticStart(int start, int end)
    {
        if (end - start >= 4 && char.ToLowerInvariant(_text[end - 1]) == 't' && Letters.IsApostrophe(_text[end - 2]) && char.ToLowerInvariant(_text[end - 3]) == 'n')
            return end - 3;
        // “the 1990's” and “her 80's” are plurals, not genitives; “the G-20's” is one.
        if (end - start is 4 or 6 && !Letters.IsHyphen(At(start - 1)) && char.IsDigit(_text[start]) && _text[end - 3] == '0' && _text[end - 1] == 's')
            return start;
        for (var length = 2; length <= 3; length++)
            if (end - length > start && Letters.IsApostrophe(_text[end - length]) && IsCliticTail(_text[(end - length + 1)..end]))
                return end - length;
        return start;
    }

    private static bool IsCliticTail(ReadOnlySpan<char> tail) => tail switch
    {
        "s" or "S" or "m" or "M" or "d" or "D" or "ll" or "LL" or "re" or "RE" or "ve" or "VE" or "Ll" or "Re" or "Ve" => true,
        _ => false,
    };

    /// <summary>True when a single quotation mark was opened a short while ago and not closed.</summary>
    private readonly bool QuotationOpen()
    {
        for (var i = _pieces.Count - 1; i >= Math.Max(0, _pieces.Count - 40); i--)
        {
            var piece = _pieces[i];
            if (piece.Continues || piece.End - piece.Start != 1)
                continue;
            var c = _text[piece.Start];
            if (c == '‘')
                return true;
            if (c is '\'' or '’')
                return (piece.Start == 0 || !Letters.IsWord(_text[piece.Start - 1]) && !Letters.IsStop(_text[piece.Start - 1])) && piece.End < _end && Letters.IsWord(_text[piece.End]);
        }
        return false;
    }

    // ---- marks ----

    private void Mark(char c)
    {
        var at = _emitted;
        if (char.IsSurrogate(c) || c is '\u200d' or '\ufe0f')
        {
            Emit(SurrogatesEnd(at));
            return;
        }
        if (Letters.IsApostrophe(c) || c == '‘')
        {
            Apostrophe(at, c);
            return;
        }
        if (c == '&' && CharacterEnd(at) is var character && character > at)
        {
            Emit(character);
            return;
        }
        if (c is '#' or '@' && LetterAt(at + 1) && !WordAt(at - 1))
        {
            var end = at + 1;
            while (WordAt(end))
                end++;
            Emit(end);
            return;
        }
        if ((c is '.' || c is '+' && at == _chunkStart) && DigitAt(at + 1) && !WordAt(at - 1) && At(at - 1) != '.')
        {
            Emit(WordEnd(at + 1));
            return;
        }
        if (c is ':' or ';' or '=' && Emoticon(at) is var face and > 0)
        {
            Emit(at + face);
            return;
        }
        Emit(RunEnd(at, c));
    }

    private readonly int RunEnd(int at, char c)
    {
        var end = at + 1;
        if (c is '!' or '?')
            while (At(end) is '!' or '?')
                end++;
        else if (c is '.' or '-' or '*' or '=' or '~' or '_' or '+' or '<' or '>' or '#' or '–' or '—' or '…' or '^' or '•' or '$')
            while (end < _chunkEnd && _text[end] == c)
                end++;
        else if (Letters.IsQuote(c))
            return end;
        return end;
    }

    private readonly int SurrogatesEnd(int at)
    {
        while (at < _chunkEnd && (char.IsSurrogate(_text[at]) || _text[at] is '\u200d' or '\ufe0f'))
            at++;
        return at;
    }

    /// <summary>“:)”, “;-)” as a chunk, or at the end of one.</summary>
    private readonly int Emoticon(int at)
    {
        var mouth = At(at + 1) == '-' ? at + 2 : at + 1;
        if (At(mouth) is not (')' or '('))
            return 0;
        var previous = At(at - 1);
        var alone = at == _chunkStart || Letters.IsStop(previous);
        return alone && (mouth + 1 == _chunkEnd || Letters.IsStop(At(mouth + 1))) ? mouth + 1 - at : 0;
    }

    private void Apostrophe(int at, char c)
    {
        // '' as a quotation mark, `` likewise.
        if (At(at + 1) == c)
        {
            Emit(at + 2);
            return;
        }
        if (WordAt(at + 1))
        {
            var end = at + 1;
            while (WordAt(end) && end - at < 12)
                end++;
            var tail = _text[(at + 1)..end];
            var clitic = c != '‘' && (IsCliticTail(tail) && !Letters.IsApostrophe(At(end)) || tail is "t" or "T" && WordAt(at - 1));
            // '90s
            var decade = tail.Length == 3 && char.IsDigit(tail[0]) && char.IsDigit(tail[1]) && tail[2] == 's' || tail.Length == 2 && char.IsDigit(tail[0]) && char.IsDigit(tail[1]) && !Letters.IsApostrophe(At(end));
            // “al-'Arab”, “al-‘Aziz”
            if (at > _chunkStart + 1 && Letters.IsHyphen(_text[at - 1]) && LetterAt(at + 1) && _pieces.Count > 1 && _pieces[^1].Start == at - 1
                && _pieces[^2] is { Start: var particle, End: var hyphen } && hyphen == at - 1 && _abbreviations.Particle(_text[particle..hyphen]))
            {
                Emit(WordEnd(at + 1));
                return;
            }
            // “rock 'n' roll”
            if (tail.Length == 1 && Letters.IsApostrophe(At(end)) && _abbreviations.Whole(_text[at..end]))
            {
                Emit(end + 1);
                return;
            }
            if (clitic || decade || tail.Length > 1 && _abbreviations.Whole(_text[at..end]))
            {
                Emit(end, clitic && at > _chunkStart && Letters.IsWord(_text[at - 1]));
                return;
            }
        }
        Emit(at + 1);
    }
}
