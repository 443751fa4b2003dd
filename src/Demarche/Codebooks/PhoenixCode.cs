namespace Demarche.Codebooks;

/// <summary>A code of an actor dictionary, and the first and the last day on which it holds; null where it has no end.</summary>
internal readonly record struct PhoenixCode(string Code, DateOnly? From, DateOnly? To)
{
    public bool IsDated => From is not null || To is not null;
}
