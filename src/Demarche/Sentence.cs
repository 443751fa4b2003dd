namespace Demarche;

/// <summary>A run of tokens with one tree.</summary>
/// <param name="First">Index of its first token in <see cref="Document.Tokens"/>.</param>
/// <param name="End">One past its last token.</param>
/// <param name="Span">From its first character to its last.</param>
/// <param name="Kind">The kind of block in which it stands; ignored sentences are tokenized and nothing more.</param>
public sealed record Sentence(int First, int End, Span Span, BlockKind Kind)
{
    public int Count => End - First;

    public bool Ignored => Kind == BlockKind.Ignored;
}
