using System.Collections.Concurrent;

namespace Demarche.Tokenizing;

/// <summary>Divides the blocks of a story into sentences and syntactic words. The words cover each non-blank character of the blocks exactly once.</summary>
internal sealed class Tokenizer(Abbreviations abbreviations, SentenceModel? sentences = null) : IStage
{
    // Short forms are the same strings from story to story; when there are more, all are forgotten.
    private const int LongestShared = 24;
    private const int MostShared = 8192;

    private readonly ConcurrentBag<Kept> _idle = [];

    public Layers Requires => Layers.Blocks;

    public Layers Assigns => Layers.Tokens;

    public void Process(Document document)
    {
        var text = document.Text;
        var kept = _idle.TryTake(out var idle) ? idle : new();
        var (tokens, pieces, ends) = (kept.Tokens, kept.Pieces, kept.Ends);
        tokens.Clear();
        document.Sentences.Clear();

        foreach (var block in document.Blocks)
        {
            pieces.Clear();
            ends.Clear();
            WordSplitter.Split(text, block.Span.Start, block.Span.End, abbreviations, pieces);
            // A headline has no stop and is one sentence nevertheless.
            new SentenceSplitter(text, abbreviations, block.Kind == BlockKind.Title || sentences is null ? SentenceModel.None : sentences, pieces).Split(ends, kept.Context);
            var isTelegram = Telegram.Is(text, pieces);
            if (isTelegram)
                Telegram.AddEnds(text, pieces, ends);

            var at = 0;
            foreach (var end in ends)
            {
                var first = tokens.Count;
                for (; at < end; at++)
                    tokens.Add(isTelegram && Telegram.IsStop(text, pieces[at]) ? NewToken(text, pieces[at], ".") : NewToken(text, pieces[at], Form(text.AsSpan(pieces[at].Start, pieces[at].End - pieces[at].Start), kept.Forms)));
                document.Sentences.Add(new(first, tokens.Count, new(tokens[first].Span.Start, tokens[^1].Span.End), block.Kind));
            }
        }
        document.Tokens = [.. tokens];
        if (tokens.Capacity <= MostShared)
            _idle.Add(kept);
    }

    /// <param name="form">The word; of a telegram's STOP the mark that it stands for.</param>
    private static Token NewToken(string text, WordSplitter.Piece piece, string form) => new()
    {
        Span = new(piece.Start, piece.End),
        Form = form,
        Lemma = form,
        Continues = piece.Continues,
        SpaceBefore = piece.Start == 0 || Letters.IsBlank(text[piece.Start - 1]),
        Xpos = "",
        Head = -1,
    };

    private static string Form(ReadOnlySpan<char> characters, HashSet<string> forms)
    {
        if (characters.Length > LongestShared)
            return characters.ToString();
        var known = forms.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(characters, out var form))
            return form;
        if (forms.Count == MostShared)
            forms.Clear();
        form = characters.ToString();
        forms.Add(form);
        return form;
    }

    /// <summary>What one thread works with, kept for the next story; not what a very long story has made large.</summary>
    private sealed class Kept
    {
        public List<Token> Tokens { get; } = [];

        public HashSet<string> Forms { get; } = new(StringComparer.Ordinal);

        public List<WordSplitter.Piece> Pieces { get; } = [];

        public List<int> Ends { get; } = [];

        public SentenceContext Context { get; } = new();
    }
}
