namespace Demarche.Attributing;

/// <summary>How a verb must stand to be a cue.</summary>
internal enum Voice : byte
{
    Either,

    /// <summary>Only active: “was supposed to arrive” ascribes nothing.</summary>
    Active,

    /// <summary>Passive in sense whatever its form: “he seems to know” names nobody to whom it seems so, and he belongs to the content.</summary>
    Passive,
}
