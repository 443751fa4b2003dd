namespace Demarche.Coding;

/// <summary>
/// A word that changes what the act inside it amounts to: a negation, a refusal, a plan, a demand, a threat, an end.
/// </summary>
/// <param name="Id">As <c>codebook/operators.yaml</c> names it.</param>
public sealed record Operator(string Id)
{
    /// <summary>Auxiliary verbs that carry it (“will”, “may”).</summary>
    public IReadOnlyList<string> Auxiliaries { get; init; } = [];

    /// <summary>Verbs, nouns and adjectives whose complement is the act.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Adverbs that carry it, beside the verb (“perhaps”, “nearly”).</summary>
    public IReadOnlyList<string> Adverbs { get; init; } = [];

    /// <summary>False where the words of the act inside do not tell to whom its own word is addressed: a denial of having armed somebody is not told to him.</summary>
    public bool Addressed { get; init; } = true;

    /// <summary>True where its auxiliary, in somebody's words about another, is an act of that somebody: “Asmara must withdraw, he said”.</summary>
    public bool OfSpeaker { get; init; }

    /// <summary>True where it bears on an act whose noun is its subject too: “a raid was imminent”.</summary>
    public bool OfSubject { get; init; }

    /// <summary>True where whoever does its word is who does the act inside, where that names nobody: who plans, halts or fails to make an arrest would arrest.</summary>
    public bool Own { get; init; }

    /// <summary>Types of acts inside of which it makes nothing: to vow not to yield is to refuse.</summary>
    public IReadOnlyList<string> TransparentTo { get; init; } = [];

    /// <summary>Types of acts whose noun its light verbs only carry: who offers congratulations congratulates.</summary>
    public IReadOnlyList<string> Carries { get; init; } = [];

    /// <summary>The status of the act inside; null leaves it as it is.</summary>
    public EventStatus? Status { get; init; }

    /// <summary>The type of the event that the operator's own word is, where no pattern says more; null when it is none.</summary>
    public string? Type { get; init; }

    /// <summary>The type of that event by the type of the act inside, where it is another than <see cref="Type"/>: who vows to shell threatens.</summary>
    public IReadOnlyDictionary<string, string> TypesOver { get; init; } = new Dictionary<string, string>();

    /// <summary>What the whole becomes, by the type of the act inside (“stopped bombing” is a RETREAT); the key <c>any</c> stands for every type.</summary>
    public IReadOnlyDictionary<string, string> Becomes { get; init; } = new Dictionary<string, string>();

    /// <summary>The type that the whole becomes over an act of this type, or null when it stays an act of its own.</summary>
    public string? TypeOver(string inside) => Becomes.TryGetValue(inside, out var type) || Becomes.TryGetValue("any", out type) ? type : null;
}
