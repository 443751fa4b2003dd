namespace Demarche.Coding;

/// <summary>
/// A clause or noun phrase read as if it were active and complete: who does it, to whom, and what else stands beside it. Passive, relative,
/// infinitive, participle, conjoined and nominal shapes all end in the same frame.
/// </summary>
public sealed class Frame(int trigger)
{
    /// <summary>The verb, predicate or noun.</summary>
    public int Trigger { get; } = trigger;

    /// <summary>The head of the logical subject; −1 when there is none.</summary>
    public int Subject { get; set; } = -1;

    /// <summary>The head of the logical object; −1 when there is none.</summary>
    public int Object { get; set; } = -1;

    /// <summary>The head of the indirect object; −1 when there is none.</summary>
    public int IndirectObject { get; set; } = -1;

    /// <summary>Prepositional phrases, those of the object included.</summary>
    public List<Oblique> Obliques { get; } = [];

    /// <summary>Clauses, infinitives and gerunds that complete it.</summary>
    public List<int> Complements { get; } = [];

    /// <summary>True for the frame of an event noun.</summary>
    public bool Nominal { get; init; }

    /// <summary>For a noun: the heads of what owns or qualifies it (possessor, adjective of nationality, compound).</summary>
    public List<int> Owners { get; } = [];

    /// <summary>The verb that carries an event noun (“carried out an attack”); −1 when there is none.</summary>
    public int Carrier { get; set; } = -1;

    /// <summary>For a noun in a prepositional phrase: the subject of the verb it hangs on (“in a call with Macron, Xi said”); −1 when there is none.</summary>
    public int GovernorSubject { get; set; } = -1;

    /// <summary>The object of that verb (“in a call, Xi asked Macron”); −1 when there is none.</summary>
    public int GovernorObject { get; set; } = -1;

    /// <summary>True when the subject was found by its place beside the verb, against the tree.</summary>
    public bool SubjectRepaired { get; set; }

    /// <summary>True when the subject was taken over from another clause (control, coordination, participle).</summary>
    public bool SubjectBorrowed { get; set; }
}
