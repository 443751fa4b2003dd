namespace Demarche.Attributing;

/// <summary>One part of a frame, with the prepositions that lead to it, if any.</summary>
internal sealed record Complement(ComplementKind Kind, string[] Prepositions)
{
    /// <summary>True for what belongs to the content.</summary>
    public bool IsContent => Kind is not (ComplementKind.Person or ComplementKind.Source);

    /// <summary>How much a part says about the reading of the cue: a clause more than a noun, a noun more than a person.</summary>
    public int Weight => Kind switch
    {
        ComplementKind.Clause => 12,
        ComplementKind.Quote => 11,
        ComplementKind.Infinitive => 11,
        ComplementKind.Gerund or ComplementKind.Predicate => 10,
        ComplementKind.Preposition => 9,
        ComplementKind.Noun => 8,
        _ => 6,
    };
}
