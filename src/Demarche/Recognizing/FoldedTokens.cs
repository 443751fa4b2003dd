using Demarche.Parsing;

namespace Demarche.Recognizing;

/// <summary>The tokens of a document in the vocabulary of a gazetteer: the pieces of each form and lemma, and how they are written.</summary>
internal sealed class FoldedTokens
{
    private readonly Token[] _tokens;
    private readonly int[] _start;
    private readonly List<int> _pieces = [];
    private readonly List<Casing> _casings = [];
    private readonly int[] _lemmas;

    public FoldedTokens(Token[] tokens, Vocabulary vocabulary)
    {
        _tokens = tokens;
        _start = new int[tokens.Length + 1];
        _lemmas = new int[tokens.Length];
        for (var t = 0; t < tokens.Length; t++)
        {
            _start[t] = _pieces.Count;
            Folding.Pieces(
                tokens[t].Form,
                (this, vocabulary, small: tokens[t].Recasing == Recasing.Small),
                static (state, piece, casing) =>
                {
                    state.Item1._pieces.Add(state.vocabulary.Find(piece));
                    state.Item1._casings.Add(state.small ? Casing.Small : casing);
                });
            // The dictionary form of “Senators” in a name is the name itself; as a role it is “senator”.
            var lemma = tokens[t].Xpos == "NNPS" && tokens[t].Form.EndsWith('s') ? tokens[t].Form.AsSpan()[..^1] : tokens[t].Lemma;
            _lemmas[t] = Folding.Single(lemma, vocabulary);
        }
        _start[^1] = _pieces.Count;
    }

    /// <summary>The pieces of a token's form; none for a hyphen or a quotation mark.</summary>
    public ReadOnlySpan<int> Of(int token) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_pieces)[_start[token].._start[token + 1]];

    public ReadOnlySpan<Casing> CasingsOf(int token) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_casings)[_start[token].._start[token + 1]];

    /// <summary>The number of the token's dictionary form; −1 when no phrase has it.</summary>
    public int Lemma(int token) => _lemmas[token];

    /// <summary>True for a hyphen, apostrophe or plus that joins two words.</summary>
    public bool Joins(int token) => _tokens[token].Form is "-" or "+" or "‐" or "‑" or "'" or "’" or "–" && !_tokens[token].SpaceBefore;
}
