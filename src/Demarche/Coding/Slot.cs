namespace Demarche.Coding;

/// <summary>A participant that a pattern names.</summary>
public enum Slot : byte
{
    /// <summary>Who acts.</summary>
    Actor,

    /// <summary>Towards whom.</summary>
    Recipient,
}
