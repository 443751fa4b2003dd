namespace Demarche.Store;

/// <summary>What a store is opened for.</summary>
public enum StoreAccess
{
    /// <summary>Asking only. Any number may, while one writes.</summary>
    Read,

    /// <summary>Adding and correcting in a store that is there; an older schema is brought forward.</summary>
    Write,

    /// <summary>As <see cref="Write"/>, and a store that is not there is made.</summary>
    Create,
}
