namespace Demarche.Attributing;

/// <summary>Words between quotation marks, the marks included. A quotation of several paragraphs is one for each.</summary>
/// <param name="Words">From the opening mark to the closing one, or to the end of the block where it is left open.</param>
/// <param name="Closed">False where the block ends before a closing mark.</param>
/// <param name="Single">True for single marks.</param>
internal sealed record Quotation(Stretch Words, bool Closed, bool Single);
