namespace Demarche.Parsing;

/// <summary>Tokens that are read as one sentence, from <paramref name="First"/> up to but not including <paramref name="End"/>.</summary>
/// <param name="Tokens">Of the whole story.</param>
/// <param name="First">The first.</param>
/// <param name="End">One past the last.</param>
/// <param name="Forms">For each token from the first on what is read in its place, where a headline's capitals are not those of careful writing; null where the forms are read as they are.</param>
internal readonly record struct TokenRun(Token[] Tokens, int First, int End, string[]? Forms = null)
{
    /// <summary>What is read of a token.</summary>
    public string Form(int token) => Forms is null ? Tokens[token].Form : Forms[token - First];

    public int Count => End - First;
}
