namespace Demarche.Store;

/// <summary>On whose word a record rests.</summary>
public enum Voice : byte
{
    /// <summary>The story states it as its own.</summary>
    Story,

    /// <summary>The one who acts says so: “Russia warned that it would close the strait.”</summary>
    Self,

    /// <summary>Somebody else reports that the one who acts said so: “According to Kyiv, Moscow threatened to …”, with Moscow quoted by Kyiv.</summary>
    Relayed,

    /// <summary>Somebody else says so.</summary>
    Other,
}
