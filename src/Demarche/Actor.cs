namespace Demarche;

/// <summary>Who acts or speaks: the state, organization, person, group or region that a mention resolves to on the date of the story.</summary>
/// <param name="Name">The usual name; for an actor that is not resolved, the mention's words.</param>
/// <param name="Kind">What kind of actor it is.</param>
public sealed record Actor(string Name, ActorKind Kind)
{
    /// <summary>ISO 3166 alpha-3 for a state, the usual short name of an organization, a slug for a person; null when not resolved.</summary>
    public string? Id { get; init; }

    /// <summary>ISO 3166 alpha-3 of the country it belongs to.</summary>
    public string? Country { get; init; }

    /// <summary>True where the story does not say whose it is, and <see cref="Country"/> is where it plays.</summary>
    internal bool IsSettled { get; init; }

    /// <summary>True where the story says who it is, or of which country.</summary>
    internal bool IsKnown => Id is not null || Country is not null && !IsSettled;

    /// <summary>A code of <c>codebook/sectors.yaml</c>.</summary>
    public string? Sector { get; init; }

    /// <summary>The office held, such as <c>foreign-minister</c>.</summary>
    public string? Office { get; init; }

    /// <summary>True for “a diplomat”, “two officials”: a speaker whom the story does not name.</summary>
    public bool Anonymous { get; init; }

    /// <summary>Identifiers of the members of an organization or region.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>The words that name it at this place.</summary>
    public Span? Mention { get; init; }

    /// <summary>
    /// True when both are the same actor, whatever words name them. A state and its minister whom nobody names share an identifier and are two, and so are
    /// two of its ministers.
    /// </summary>
    public bool Is(Actor other) =>
        Id is null ? other.Id is null && string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase)
        : Id == other.Id && Kind == ActorKind.Person == (other.Kind == ActorKind.Person) && (Office is null || other.Office is null || Office == other.Office || Kind != ActorKind.Person);

    /// <summary>True when one speaks for the other: the same actor, a party and one of its own, or two that belong to the same country's government.</summary>
    public bool SameSide(Actor other) =>
        Is(other) || Id is not null && Id == other.Id && Id != Country || (Country is not null && Country == other.Country && !IsSettled && !other.IsSettled && ActsForState && other.ActsForState);

    private bool ActsForState => Kind == ActorKind.State || Sector is "GOV" or "MIL";
}
