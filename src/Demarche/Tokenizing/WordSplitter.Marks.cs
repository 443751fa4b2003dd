namespace Demarche.Tokenizing;

/// <summary>What is cut from the end of a word (“do|n't”, “Iran|'s”), and what is no word: punctuation, apostrophes, emoticons.</summary>
internal ref partial struct WordSplitter
{
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
