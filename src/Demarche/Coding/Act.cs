namespace Demarche.Coding;

/// <summary>A match with what stands around it.</summary>
internal sealed class Act(Match match, Composition composition)
{
    public Match Match { get; } = match;

    public Composition Composition { get; } = composition;

    /// <summary>What is not done, where this is its refusal: told beside it, and not without it; else null.</summary>
    public Act? Refused { get; init; }

    /// <summary>True when an operator made another type of it.</summary>
    public bool Replaced { get; set; }

    /// <summary>The token of the act that these words only tell how it is said: “adopted a resolution <em>condemning</em> Syria”; −1 elsewhere.</summary>
    public int Carries { get; init; } = -1;
}
