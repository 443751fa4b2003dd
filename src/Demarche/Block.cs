namespace Demarche;

/// <summary>A paragraph of the story: a stretch between line ends. No sentence crosses the border of a block.</summary>
public sealed record Block(Span Span, BlockKind Kind);
