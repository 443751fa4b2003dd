using Demarche.Recognizing;

namespace Demarche.Resolving;

/// <summary>Somebody whom a story speaks of, with all that the story and the tables say about them. One entity, however often and however it is mentioned.</summary>
internal sealed class Entity(string name, ActorKind kind)
{
    public string? Id { get; init; }

    /// <summary>The usual name, or the fullest words that the story has.</summary>
    public string Name { get; } = name;

    public ActorKind Kind { get; } = kind;

    public string? Country { get; set; }

    /// <summary>True when the country is only that where the story plays.</summary>
    public bool IsSettled { get; set; }

    public string? Sector { get; set; }

    public string? Office { get; set; }

    /// <summary>The state or organization whose office it is.</summary>
    public string? OfficeOf { get; set; }

    /// <summary>The office that somebody has left lately: the ousted president is “the president” still.</summary>
    public string? LastOffice { get; init; }

    /// <summary>The state or organization whose office that was.</summary>
    public string? LastOfficeOf { get; init; }

    public bool Anonymous { get; init; }

    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>Those whom a group taken together consists of.</summary>
    public IReadOnlyList<Entity> Parts { get; init; } = [];

    public Gender Gender { get; set; }

    /// <summary>Roles without an office in which the story has shown the person: “general”, “cleric”.</summary>
    public HashSet<string> Roles { get; } = new(StringComparer.Ordinal);

    /// <summary>True when “they” fits: several persons, or a body such as the police.</summary>
    public bool Plural { get; init; }

    /// <summary>For whom the unnamed holder of an office acts: “the Turkish foreign minister” is Turkey in the record, whoever he is.</summary>
    public KnownActor? ActsFor { get; init; }

    /// <summary>Who the story later says that it is: “Kenya's foreign minister” of the headline, named in the report.</summary>
    public Entity? Named { get; private set; }

    /// <summary>Says who it is, once; two that are each said to be the other stay as they are.</summary>
    public void IsNamed(Entity named)
    {
        for (var entity = named; entity is not null; entity = entity.Named)
            if (ReferenceEquals(entity, this))
                return;
        Named ??= named;
    }

    public Actor At(Span mention) => Named is { } named ? named.At(mention) : new(ActsFor?.Name ?? Name, Kind)
    {
        Id = ActsFor?.Id ?? Id,
        Country = Country,
        IsSettled = IsSettled,
        Sector = Sector,
        Office = Office,
        Anonymous = Anonymous,
        Members = Members,
        Mention = mention,
    };

    /// <summary>True when the two share an identifier, or are the same unnamed one.</summary>
    public bool Is(Entity other) => ReferenceEquals(this, other) || (Id is not null && Id == other.Id);
}
