namespace Demarche.Coding;

/// <summary>What ties an act to the word above it.</summary>
internal enum Link
{
    None,

    /// <summary>A noun under a verb or another noun.</summary>
    Noun,

    /// <summary>A verb that shares its governor with another.</summary>
    Conjunct,

    /// <summary>An infinitive, gerund or noun complement, whose governor bears on it.</summary>
    Complement,

    /// <summary>A full clause under a verb: what the governor makes of it is said by operators and attributions only.</summary>
    Clause,

    /// <summary>“in order to”.</summary>
    Purpose,
}
