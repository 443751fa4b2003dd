namespace Demarche.Store;

/// <summary>What people have done with a record.</summary>
public enum Review : byte
{
    /// <summary>Nothing: it stands as the program made it.</summary>
    Machine,

    /// <summary>Accepted or edited.</summary>
    Reviewed,

    /// <summary>Added by a person.</summary>
    Added,
}
