namespace Demarche.Recognizing;

/// <summary>A row of <c>actors/actors.csv</c>: somebody whom stories name.</summary>
internal sealed record KnownActor(string Id, string Name, ActorKind Kind)
{
    /// <summary>Its row in the tables; −1 for one that stands in none.</summary>
    public int Row { get; init; } = -1;

    /// <summary>ISO 3166 alpha-3 of the country it belongs to.</summary>
    public string? Country { get; init; }

    public string? Sector { get; init; }

    /// <summary>Before this date a mention cannot mean it.</summary>
    public PartialDate? From { get; init; }

    public PartialDate? To { get; init; }

    /// <summary>Rows of <c>actors/members.csv</c>.</summary>
    public IReadOnlyList<Membership> Members { get; init; } = [];

    /// <summary>Who is a member on that day; without a day, whoever has not left.</summary>
    public string[] MembersOn(DateOnly? day) => [.. Members.Where(membership => membership.Holds(day)).Select(membership => membership.Member)];
}
