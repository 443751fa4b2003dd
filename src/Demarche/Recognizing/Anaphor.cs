namespace Demarche.Recognizing;

/// <summary>Words that point back to an actor named before, such as “the bloc” or “she”, and to what kind of actor they can point.</summary>
internal sealed record Anaphor(ActorKind[] Kinds, Gender Gender, bool Plural, bool Possessive)
{
    /// <summary>True for “himself”, which means the subject of its clause.</summary>
    public bool Reflexive { get; init; }

    /// <summary>The only sectors of those whom it can mean; empty where any is: “the agency” is no army.</summary>
    public IReadOnlySet<string> Sectors { get; init; } = new HashSet<string>();

    /// <summary>The only actors that it can mean; empty where any of the kind may be meant: not every state is “the island”.</summary>
    public IReadOnlySet<string> Ids { get; init; } = new HashSet<string>();
}
