using Demarche.Coding;

namespace Demarche.Codebooks;

/// <summary>A type of event as a file of <c>codebook/events</c> defines it.</summary>
/// <param name="Name">The name in the record, such as <c>SANCTION</c>.</param>
/// <param name="Quad">PLOVER's quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</param>
/// <param name="Score">PLOVER's score, where a pattern gives none of its own.</param>
/// <param name="Definition">What belongs to it, in a sentence or two.</param>
/// <param name="Patterns">In the order of the file.</param>
public sealed record EventType(string Name, int Quad, double? Score, string Definition, IReadOnlyList<Pattern> Patterns)
{
    /// <summary>Sectors that are no side of such an event: to talk with the press is no consultation.</summary>
    public IReadOnlyList<string> ExcludesSectors { get; init; } = [];

    /// <summary>The types that it is taken for by mistake, each with what belongs there.</summary>
    public IReadOnlyList<(string Type, string What)> ConfusedWith { get; init; } = [];

    /// <summary>True where what somebody does to himself is no such event: soldiers sent to one's own province are no aid.</summary>
    public bool BetweenTwo { get; init; }

    /// <summary>True where what stands in the recipient's place must not be a thing that is nobody: one moves closer to a neighbour, or to a nomination.</summary>
    public bool WithSomebody { get; init; }

    /// <summary>True where the verb or noun alone, without a recipient or another word of its pattern, is no such event: a passing “help”.</summary>
    public bool NeedsRecipient { get; init; }

    /// <summary>As <see cref="Pattern.ByPerson"/>, of every pattern that says nothing of its own, where it is told on whom: “the senator pummelled his rival”.</summary>
    public string? ByPerson { get; init; }

    /// <summary>Modes that one person does to another in earnest, as to murder or to arrest.</summary>
    public IReadOnlyList<string> ByPersonExcept { get; init; } = [];

    /// <summary>True for the types that are done with words: what stands inside is not thereby done.</summary>
    public bool Verbal => Quad is 1 or 3;
}
