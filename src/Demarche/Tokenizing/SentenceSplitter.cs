namespace Demarche.Tokenizing;

using Piece = WordSplitter.Piece;

/// <summary>
/// Divides the words of one block into sentences. Where text is edited, the rules know; where they end (a line of an address without a stop, a writer who
/// uses no capitals), what was learnt from treebanks decides, and has the verdict of the rules before it.
/// </summary>
internal readonly ref struct SentenceSplitter(ReadOnlySpan<char> text, Abbreviations abbreviations, SentenceModel model, List<Piece> pieces)
{
    /// <summary>A sentence longer than this is cut: what long it is, is a list or a table.</summary>
    public const int Longest = 200;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly SentenceRules _rules = new(text, abbreviations, pieces);
    private readonly SentenceModel _model = model;
    private readonly List<Piece> _pieces = pieces;

    /// <summary>Adds, for each sentence of the pieces, the index one past its last piece.</summary>
    public void Split(List<int> ends, SentenceContext context)
    {
        var byRule = context.Verdicts;
        byRule.Clear();
        _rules.Find(byRule);
        int first = 0, before = 0;
        if (_model.IsEmpty)
        {
            foreach (var end in byRule)
            {
                Close(first, end, ends);
                first = end;
            }
        }
        else
        {
            context.Read(_text, _pieces);
            Span<uint> features = stackalloc uint[SentenceContext.Count];
            var rule = 0;
            for (var next = 1; next < _pieces.Count; next++)
            {
                while (rule < byRule.Count && byRule[rule] < next)
                    rule++;
                var verdict = rule < byRule.Count && byRule[rule] == next;
                if (MayDiffer(first, next, verdict, context))
                {
                    context.Fill(features, before, first, next, verdict);
                    verdict = _model.EndsHere(features);
                }
                if (!verdict)
                    continue;
                Close(first, next, ends);
                before = first;
                first = next;
            }
        }
        Close(first, _pieces.Count, ends);
    }

    /// <summary>
    /// Whether what was learnt may overrule the rules before a word. Careful writing is the rules' own: there a stop and a capital end a sentence, and a colon,
    /// a small letter, the speaker after a quotation or a name in a headline do not.
    /// </summary>
    private bool MayDiffer(int first, int next, bool verdict, SentenceContext context)
    {
        if (!context.IsBlankBefore(next))
            return false;
        return verdict ? !_rules.IsPlainStop(next - 1) : !_rules.IsBound(first, next - 1) && context.IsLooseBefore(next);
    }

    private static void Close(int first, int end, List<int> ends)
    {
        for (; end - first > Longest; first += Longest)
            ends.Add(first + Longest);
        if (end > first)
            ends.Add(end);
    }
}
