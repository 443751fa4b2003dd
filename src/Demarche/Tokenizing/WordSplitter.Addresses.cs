namespace Demarche.Tokenizing;

/// <summary>Addresses, mail, names of files, symbols of documents and characters of HTML: words that have marks inside.</summary>
internal ref partial struct WordSplitter
{
    // Addresses, file names and local parts of e-mail are not longer; the bound keeps the pass linear on any text.
    private const int LongestAddress = 2048;
    private const int LongestLabelRun = 255;
    private const int LongestLocalPart = 64;

    private const int LongestSymbolPart = 6;
    private const int LongestCharacter = 8;

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
}
