namespace Demarche;

/// <summary>How the story holds an act to be. A speech act that was made is itself asserted (or reported, when only another speaker says so).</summary>
public enum EventStatus : byte
{
    /// <summary>The article states it as fact.</summary>
    Asserted,

    /// <summary>It stands inside an attribution.</summary>
    Reported,

    Denied,
    Demanded,
    Threatened,
    Promised,

    /// <summary>Expected or announced.</summary>
    Planned,

    /// <summary>Conditional, possible, doubted or asked about.</summary>
    Hypothetical,
}
