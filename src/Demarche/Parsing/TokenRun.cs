namespace Demarche.Parsing;

/// <summary>Tokens that are read as one sentence, from <paramref name="First"/> up to but not including <paramref name="End"/>.</summary>
internal readonly record struct TokenRun(Token[] Tokens, int First, int End)
{
    public int Count => End - First;
}
