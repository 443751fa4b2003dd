namespace Demarche.Attributing;

/// <summary>Says of a content why it ends where it ends.</summary>
internal static class Ends
{
    public static string Why(Draft draft, Syntax syntax, Quotations quotations)
    {
        var last = draft.Content.End - 1;
        var sentence = syntax.SentenceOf(last);
        var quotation = quotations.At(last);
        if (quotation >= 0 && quotation != quotations.At(draft.CueHead))
        {
            var (words, closed, _) = quotations.All[quotation];
            if (closed && last == words.End - 1)
                return "the content ends with the closing mark";
            if (!closed && last >= words.End - 2)
                return "the content ends with the paragraph, where the quotation is left open";
        }
        if (draft.Cut is not null)
            return $"the content ends where {draft.Cut}";
        var next = last + 1;
        while (next < sentence.End && syntax.Tokens[next].Upos == Upos.PUNCT)
            next++;
        if (next >= sentence.End)
            return "the content ends with its sentence";
        if (draft.Source.Contains(next) || draft.Cue.Contains(next))
            return "the content ends where the words begin that ascribe it";
        return $"the content ends with its phrase, before “{syntax.Tokens[next].Form}”, which does not hang on it";
    }
}
