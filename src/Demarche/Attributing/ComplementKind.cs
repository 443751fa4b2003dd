namespace Demarche.Attributing;

/// <summary>What may follow a cue.</summary>
internal enum ComplementKind : byte
{
    /// <summary>A clause, with or without <em>that</em>, <em>whether</em>, <em>what</em>.</summary>
    Clause,

    /// <summary>Words in quotation marks, or the clause around “he said”.</summary>
    Quote,

    /// <summary>An infinitive with <em>to</em>.</summary>
    Infinitive,

    /// <summary>An <em>-ing</em> form.</summary>
    Gerund,

    /// <summary>A noun phrase that belongs to the content.</summary>
    Noun,

    /// <summary>What the noun is called: “illegal”, “a mistake”.</summary>
    Predicate,

    /// <summary>Whom it is said to; not part of the content.</summary>
    Person,

    /// <summary>Who says it, behind a preposition (“learned from the envoy that”); the subject is then told.</summary>
    Source,

    /// <summary>A preposition and what stands after it.</summary>
    Preposition,
}
