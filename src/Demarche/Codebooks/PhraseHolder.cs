namespace Demarche.Codebooks;

/// <summary>Whose position a set phrase states.</summary>
internal enum PhraseHolder
{
    /// <summary>The subject: “Tripoli turned up its nose at it”.</summary>
    Subject,

    /// <summary>Who is named behind it: “it fell on deaf ears in Tripoli”.</summary>
    Behind,

    /// <summary>Whoever says so, or for whom it is said to be so: “it falls short, Tripoli said”, “for Tripoli it is a trap”.</summary>
    Speaker,
}
