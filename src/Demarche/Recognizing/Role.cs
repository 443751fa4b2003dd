namespace Demarche.Recognizing;

/// <summary>A row of <c>sectors.yaml</c>: what a noun such as “foreign minister”, “army” or “diplomat” says about whom it describes.</summary>
/// <param name="Words">The words in the dictionary form.</param>
/// <param name="Office">The office that one who is called so holds.</param>
/// <param name="Sector">The part of society.</param>
/// <param name="Kind">A person, a group, an organization; <see cref="ActorKind.State"/> for what acts for its country: “army”, “authorities”.</param>
/// <param name="Anonymous">True when whoever is called so stays unnamed: “official”, “source”.</param>
internal sealed record Role(string Words, string? Office, string? Sector, ActorKind Kind, bool Anonymous)
{
    /// <summary>True for “PM” and “MP”, which are no roles in small letters (“5 p.m.”).</summary>
    internal bool Letters { get; init; }

    /// <summary>States where one who is called so does not hold the office: the foreign secretary of India is no minister.</summary>
    internal IReadOnlyList<string> NotOf { get; init; } = [];

    /// <summary>The states that alone have one who is called so: an emir, a king; empty where any may.</summary>
    internal IReadOnlyList<string> OnlyOf { get; init; } = [];

    /// <summary>True for what is spoken of without an article: “parliament voted”.</summary>
    internal bool Bare { get; init; }

    /// <summary>True where several of one state are called so: “the Egyptian spokesman” may be that of a ministry.</summary>
    internal bool Shared { get; init; }

    /// <summary>True for what acts for a country only as somebody's own: “his office”.</summary>
    internal bool Personal { get; init; }
}
