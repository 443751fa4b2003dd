namespace Demarche.Coding;

/// <summary>What stands beside the verb or noun of a pattern.</summary>
/// <param name="Kind">How it hangs on it.</param>
public sealed record Argument(ArgumentKind Kind)
{
    /// <summary>For an oblique or a gerund: the prepositions that may lead it; for an object: those that may stand before it.</summary>
    public IReadOnlyList<string> Prepositions { get; init; } = [];

    /// <summary>For an object or oblique: what may stand there.</summary>
    public Filler? Noun { get; init; }

    /// <summary>For an infinitive, gerund or clause: the verbs that may stand there; empty for any.</summary>
    public IReadOnlyList<string> Verbs { get; init; } = [];

    /// <summary>For a clause: its subject.</summary>
    public Filler? Subject { get; init; }

    /// <summary>For an infinitive, gerund or clause: what stands beside its verb.</summary>
    public IReadOnlyList<Argument> Inner
    {
        get;
        init
        {
            field = value;
            Objects = value.Count(a => a.Kind == ArgumentKind.Object);
            Infinitive = value.Any(a => a is { Kind: ArgumentKind.Infinitive, Optional: false });
        }
    } = [];

    /// <summary>How many objects its verb has.</summary>
    internal int Objects { get; private init; }

    /// <summary>True where an infinitive must follow its verb.</summary>
    internal bool Infinitive { get; private init; }

    /// <summary>For a clause: true when it must say what ought to be (“that he go”, “that he should go”), not what is.</summary>
    public bool Demands { get; init; }

    /// <summary>For a clause: true when it must say what somebody is obliged to (“that he must go”).</summary>
    public bool Obliges { get; init; }

    public bool Optional { get; init; }

    /// <summary>How much it narrows the match.</summary>
    public int Weight => Optional ? 0 : Kind switch
    {
        ArgumentKind.Object => Noun!.Weight,
        ArgumentKind.Oblique => Noun!.Weight + 1,
        _ => (Verbs.Count > 0 ? 4 : 1) + (Subject?.Weight ?? 0) + Inner.Sum(a => a.Weight),
    };
}
