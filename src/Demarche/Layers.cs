namespace Demarche;

/// <summary>What a stage reads and what it adds.</summary>
[Flags]
public enum Layers
{
    None = 0,
    Blocks = 1,
    Tokens = 2,
    Tags = 4,
    Trees = 8,
    Names = 16,
    Actors = 32,
    Attributions = 64,
    Events = 128,
    Positions = 256,
}
