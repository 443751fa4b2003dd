using Demarche.Codebooks;

namespace Demarche.Coding;

/// <summary>An entry of the codebook, compiled: one active clause, or the noun phrase for the same act.</summary>
public sealed class Pattern
{
    /// <summary>The type of a pattern whose words are no act of any type.</summary>
    public const string NoEvent = "none";

    public required string Id { get; init; }

    /// <summary>The file, as the codebook names it.</summary>
    public required string File { get; init; }

    public required int Line { get; init; }

    /// <summary>The event type.</summary>
    public required string Type { get; init; }

    /// <summary>The clauses and noun phrases as written, any of which will do.</summary>
    public required IReadOnlyList<string> Written { get; init; }

    public string? Mode { get; init; }

    public IReadOnlyList<string> Contexts { get; init; } = [];

    public double? Score { get; init; }

    public string? Cameo { get; init; }

    /// <summary>True when all sides are actors.</summary>
    public bool Reciprocal { get; init; }

    /// <summary>The type it is where a single person does it to a person, a party or a firm: a politician attacks another with words. Null where that makes no difference.</summary>
    public string? ByPerson { get; init; }

    /// <summary>The type it is where a state or its forces do it: no state goes on strike. Null where that makes no difference.</summary>
    public string? ByState { get; init; }

    /// <summary>The sides without which its words say too little: nobody is forced where nobody is named who forces him.</summary>
    public IReadOnlyList<Slot> Needs { get; init; } = [];

    /// <summary>True where only a state, a body of states, those who act for one and those under arms do it: when others warn, they threaten nobody.</summary>
    public bool ByPowers { get; init; }

    /// <summary>True where whoever says the words does it, who does not stand in them: “Riyadh is to blame, Sanaa said” accuses Riyadh.</summary>
    public bool BySpeaker { get; init; }

    /// <summary>What the pattern's own words say of the act: “is expected in” is planned. Null where they state it.</summary>
    public EventStatus? Status { get; init; }

    /// <summary>The verbal form and the nominal forms.</summary>
    public required IReadOnlyList<Form> Forms { get; init; }

    public required IReadOnlyList<Example> Examples { get; init; }

    public required IReadOnlyList<Counterexample> Counterexamples { get; init; }

    /// <summary>As records name it: <c>sanction/impose-sanctions</c>; <c>positions/demand</c> for those of all files of positions.</summary>
    public string Rule => _rule ??= $"{(Family ?? Path.GetFileNameWithoutExtension(File))}/{Id}";

    /// <summary>What records call the file where that is not its name; null where it is.</summary>
    public string? Family { get; init; }

    private string? _rule;
}
