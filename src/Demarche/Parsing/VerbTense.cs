namespace Demarche.Parsing;

/// <summary>When, as the finite verb tells it; forms that are not finite and conditionals tell none.</summary>
internal enum VerbTense : byte
{
    None,

    Past,

    Present,

    /// <summary>“will”, “shall”, “is to”, and a headline's infinitive.</summary>
    Future,
}
