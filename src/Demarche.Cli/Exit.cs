namespace Demarche.Cli;

/// <summary>What a command ends with.</summary>
internal static class Exit
{
    public const int Done = 0;

    /// <summary>Some stories failed; each is named on standard error, the others are coded.</summary>
    public const int SomeFailed = 1;

    public const int Usage = 2;
}
