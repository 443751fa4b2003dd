namespace Demarche.Recognizing;

/// <summary>What the lists of the codebook say about a word or phrase that may be, or stand beside, a name. A word can be in many lists: “Washington”.</summary>
[Flags]
internal enum NameHints : uint
{
    None = 0,
    FirstName = 1 << 0,
    LastName = 1 << 1,
    Title = 1 << 2,
    OrganizationHead = 1 << 3,
    CompanySuffix = 1 << 4,
    PlaceHead = 1 << 5,
    PlaceStart = 1 << 6,
    ThingHead = 1 << 7,
    NoName = 1 << 8,
    Particle = 1 << 9,
    Locative = 1 << 10,
    Goal = 1 << 11,
    City = 1 << 12,
    Place = 1 << 13,
    Organization = 1 << 14,
    Thing = 1 << 15,

    // From the tables of actors and places.
    KnownPerson = 1 << 16,
    KnownSurname = 1 << 17,
    KnownPlace = 1 << 18,
    KnownState = 1 << 19,
    KnownOrganization = 1 << 20,
    Demonym = 1 << 21,

    /// <summary>A word of a role: “foreign minister”.</summary>
    Role = 1 << 22,

    /// <summary>A common word, which is no name for standing with a capital in a headline.</summary>
    Word = 1 << 23,
}
