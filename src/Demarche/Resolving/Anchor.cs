using Demarche.Recognizing;

namespace Demarche.Resolving;

/// <summary>A name in the text, with what the gazetteer knows by it.</summary>
/// <param name="First">First token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Known">Whom the whole of it can mean; empty when the tables do not know it.</param>
/// <param name="Inner">What the gazetteer knows by its first words: “Bank of Russia” holds Russia.</param>
/// <param name="Kind">What it names by its look; null for what is known and was not recognized as a name (adjectives).</param>
internal sealed record Anchor(int First, int End, IReadOnlyList<KnownName> Known, IReadOnlyList<KnownName> Inner, NameKind? Kind)
{
    /// <summary>True for “Russian”, “American” and nothing else.</summary>
    public bool Demonym => Known.Count > 0 && Known.All(name => name.Use == NameUse.Demonym);

    /// <summary>True for an agency, which reports of a country that need not be its own.</summary>
    public bool IsOfNeither(NameWords words) => Known.Any(name => name.Actor is { Kind: ActorKind.Organization, Sector: { } sector } && words.NeitherSide.Contains(sector));

    /// <summary>True when it can only be a person.</summary>
    public bool Person => Known.Count > 0
        ? Known.All(name => name.Use == NameUse.Surname || name.Actor?.Kind == ActorKind.Person)
        : Kind == NameKind.Person;
}
