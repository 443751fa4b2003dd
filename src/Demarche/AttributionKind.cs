namespace Demarche;

/// <summary>How the content is given.</summary>
public enum AttributionKind : byte
{
    /// <summary>In the speaker's own words, between quotation marks.</summary>
    Direct,

    /// <summary>In the reporter's words.</summary>
    Indirect,

    /// <summary>Partly between quotation marks.</summary>
    Mixed,

    /// <summary>A thought, belief, perception or suspicion rather than words.</summary>
    Belief,

    /// <summary>A wish, plan or intention rather than words.</summary>
    Intention,
}
