namespace Demarche.Coding;

/// <summary>The words that hang on a head, without punctuation at their ends.</summary>
internal static class Phrase
{
    /// <summary>The first and the last token of the phrase.</summary>
    public static (int First, int Last) Extent(Document document, int head)
    {
        int first = document.Tree.LeftEdge(head), last = document.Tree.RightEdge(head);
        while (last > head && document.Tokens[last].Upos == Upos.PUNCT)
            last--;
        while (first < head && document.Tokens[first].Upos == Upos.PUNCT)
            first++;
        return (first, last);
    }

    /// <summary>From its first character to its last.</summary>
    public static Span SpanOf(Document document, int head)
    {
        var (first, last) = Extent(document, head);
        return document.SpanOf(first, last);
    }
}
