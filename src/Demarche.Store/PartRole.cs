namespace Demarche.Store;

/// <summary>How an actor takes part in a record.</summary>
public enum PartRole : byte
{
    /// <summary>Who did it, says it, or takes the position; who makes the claim about an agreement.</summary>
    Actor,

    /// <summary>To whom.</summary>
    Recipient,

    /// <summary>Who says so: the innermost of the attributions around it.</summary>
    Speaker,

    /// <summary>Who says that the speaker says so, however far out.</summary>
    Relayer,

    /// <summary>Party to an agreement.</summary>
    Party,
}
