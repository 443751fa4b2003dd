namespace Demarche.Tokenizing;

/// <summary>Divides the blocks of a story into sentences and syntactic words. The words cover each non-blank character of the blocks exactly once.</summary>
internal sealed class Tokenizer(Abbreviations abbreviations, SentenceModel? sentences = null) : IStage
{
    // A form seen before in this document is the same string again.
    private const int LongestShared = 24;

    public Layers Requires => Layers.Blocks;

    public Layers Assigns => Layers.Tokens;

    public void Process(Document document)
    {
        var text = document.Text;
        var tokens = new List<Token>(text.Length / 5 + 1);
        var forms = new HashSet<string>(StringComparer.Ordinal);
        var pieces = new List<WordSplitter.Piece>();
        var ends = new List<int>();
        var context = new SentenceContext();
        document.Sentences.Clear();

        foreach (var block in document.Blocks)
        {
            pieces.Clear();
            ends.Clear();
            WordSplitter.Split(text, block.Span.Start, block.Span.End, abbreviations, pieces);
            // A headline has no stop and is one sentence nevertheless.
            new SentenceSplitter(text, abbreviations, block.Kind == BlockKind.Title || sentences is null ? SentenceModel.None : sentences, pieces).Split(ends, context);

            var at = 0;
            foreach (var end in ends)
            {
                var first = tokens.Count;
                for (; at < end; at++)
                    tokens.Add(NewToken(text, pieces[at], forms));
                document.Sentences.Add(new(first, tokens.Count, new(tokens[first].Span.Start, tokens[^1].Span.End), block.Kind));
            }
        }
        document.Tokens = [.. tokens];
    }

    private static Token NewToken(string text, WordSplitter.Piece piece, HashSet<string> forms)
    {
        var form = Form(text.AsSpan(piece.Start, piece.End - piece.Start), forms);
        return new()
        {
            Span = new(piece.Start, piece.End),
            Form = form,
            Lemma = form,
            Continues = piece.Continues,
            SpaceBefore = piece.Start == 0 || Letters.IsBlank(text[piece.Start - 1]),
            Xpos = "",
            Head = -1,
        };
    }

    private static string Form(ReadOnlySpan<char> characters, HashSet<string> forms)
    {
        if (characters.Length > LongestShared)
            return characters.ToString();
        var known = forms.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(characters, out var form))
            return form;
        form = characters.ToString();
        forms.Add(form);
        return form;
    }
}
