namespace Demarche.Parsing;

/// <summary>What a verb's form says of its clause.</summary>
internal enum VerbMood : byte
{
    /// <summary>No verb at all: a noun or adjective without a copula.</summary>
    None,

    /// <summary>States or asks: “Oslo left”, “will Oslo leave?”, and in a headline “Oslo to leave”, “two held”.</summary>
    Indicative,

    /// <summary>“Leave the island.”</summary>
    Imperative,

    /// <summary>A plain form with a subject: “asked that Oslo leave”.</summary>
    Subjunctive,

    /// <summary>“would”, “could” and “might”; an auxiliary before its subject under another clause: “should Oslo leave, …”.</summary>
    Conditional,

    /// <summary>“to leave”, “made them leave”.</summary>
    Infinitive,

    /// <summary>“leaving”, “asked about it”, “having left”; gerunds are among them.</summary>
    Participle,
}
