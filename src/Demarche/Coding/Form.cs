using Demarche.Codebooks;

namespace Demarche.Coding;

/// <summary>One shape of a pattern: a clause around a verb, a predicate after “be”, or a noun phrase.</summary>
public sealed record Form(FormKind Kind)
{
    /// <summary>The clause or noun phrase as the codebook has it: “&lt;actor&gt; impose|slap {sanction} on &lt;recipient&gt;”.</summary>
    public required string Written { get; init; }

    /// <summary>The verbs, predicates or nouns that trigger it, with fixed words joined by an underscore (<c>carry_out</c>).</summary>
    public IReadOnlyList<string> Triggers { get; init; } = [];

    /// <summary>For a noun phrase: classes of nouns that trigger it.</summary>
    public IReadOnlyList<Lexicon> TriggerClasses { get; init; } = [];

    /// <summary>True when the clause must be denied: “not recognize &lt;recipient&gt;”.</summary>
    public bool Negated { get; init; }

    /// <summary>True when the clause must tell of what is to come: “will retaliate”, which is a threat made now.</summary>
    public bool Future { get; init; }

    /// <summary>The preposition before a predicate: “be at war”.</summary>
    public string? PredicatePreposition { get; init; }

    /// <summary>The slot that the predicate itself fills: “be in &lt;recipient&gt;”, said of a person in a named place. Null where it is a word of the pattern.</summary>
    public Slot? Standing { get; init; }

    /// <summary>For a clause: what its subject may be. For a noun phrase: its owner.</summary>
    public required Filler Subject { get; init; }

    public IReadOnlyList<Argument> Arguments { get; init; } = [];

    /// <summary>How specific it is: the more specific form wins.</summary>
    public int Weight => Subject.Weight + Arguments.Sum(a => a.Weight) + (Negated || Future ? 2 : 0) + (TriggerClasses.Count > 0 ? 0 : 1);
}
