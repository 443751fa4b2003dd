namespace Demarche.Coding;

/// <summary>How an argument hangs on the verb or noun of a pattern.</summary>
public enum ArgumentKind : byte
{
    Object,

    /// <summary>A preposition and its noun.</summary>
    Oblique,

    /// <summary>“to” and a verb.</summary>
    Infinitive,

    /// <summary>A preposition and a verb in -ing.</summary>
    Gerund,

    /// <summary>A clause, with or without “that”.</summary>
    Clause,
}
