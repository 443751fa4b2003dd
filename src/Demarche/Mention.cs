namespace Demarche;

/// <summary>
/// A noun phrase, adjective or pronoun that names or describes an actor. Coordinated phrases are a mention each;
/// “the Russian president, Vladimir Putin” is one mention of a person, and its “Russian” one of a state.
/// </summary>
/// <param name="First">First token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Head">The token through which the phrase hangs in the tree.</param>
/// <param name="Kind">How it refers.</param>
/// <param name="Actor">Whom it means, with <see cref="Actor.Mention"/> set to the words.</param>
/// <param name="Why">How that was found, in a sentence.</param>
public sealed record Mention(int First, int End, int Head, MentionKind Kind, Actor Actor, string Why)
{
    /// <summary>Those whom it means one by one, where it means several that the story has named: “both of them”, “the two states”.</summary>
    public IReadOnlyList<Actor> Parts { get; init; } = [];
}
