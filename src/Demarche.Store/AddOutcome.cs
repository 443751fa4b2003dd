namespace Demarche.Store;

/// <summary>What became of a story that was to be added.</summary>
public enum AddOutcome
{
    /// <summary>It is new, or coded by a run that is new to it.</summary>
    Added,

    /// <summary>It was there already.</summary>
    Known,

    /// <summary>The same text had come under another title; of two such records the store keeps the same one whichever comes first, and it was this one.</summary>
    Replaced,
}
