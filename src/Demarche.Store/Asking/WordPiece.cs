namespace Demarche.Store.Asking;

/// <summary>A word, or words that must stand together, of a search.</summary>
/// <param name="Operator">What stands before it: <c>AND</c>, <c>OR</c> or <c>NOT</c>; of the first nothing.</param>
/// <param name="Words">Letters and digits only, blanks between words.</param>
/// <param name="IsBeginning">True when the last word may go on.</param>
internal readonly record struct WordPiece(string Operator, string Words, bool IsBeginning);
