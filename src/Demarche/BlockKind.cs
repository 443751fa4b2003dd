namespace Demarche;

/// <summary>What a block is in the page.</summary>
public enum BlockKind : byte
{
    /// <summary>A paragraph of the report.</summary>
    Body,

    /// <summary>The headline.</summary>
    Title,

    /// <summary>A leftover of the page, a crosshead or a repeated pull quote; listed under <see cref="Document.Ignored"/>.</summary>
    Ignored,
}
