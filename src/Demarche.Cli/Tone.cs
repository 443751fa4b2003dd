namespace Demarche.Cli;

/// <summary>How words look on a screen that has colours.</summary>
internal enum Tone : byte
{
    Plain,
    Title,
    Heading,

    /// <summary>Of lesser weight.</summary>
    Quiet,

    Friendly,
    Hostile,
    Speaker,
    Stance,
}
