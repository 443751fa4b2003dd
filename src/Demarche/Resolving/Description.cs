using Demarche.Recognizing;

namespace Demarche.Resolving;

/// <summary>A noun phrase that says who somebody is: “the former French foreign minister”, “his German counterpart”, “two officials”.</summary>
internal sealed class Description
{
    public required int First { get; set; }

    public required int End { get; set; }

    /// <summary>The words that say it where they do not stand together: “British foreign minister” of “the British and French foreign ministers”.</summary>
    public string? Words { get; init; }

    /// <summary>The tokens of the role itself.</summary>
    public required int RoleFirst { get; init; }

    public required int RoleEnd { get; init; }

    /// <summary>What the words say; null for “counterpart”, whose role is that of somebody else.</summary>
    public required Role? Role { get; init; }

    /// <summary>A name to which the role belongs: “French”, “Ukraine's”, “of NATO”.</summary>
    public Anchor? Owner { get; set; }

    /// <summary>A second name to which it belongs: the organization in “the US ambassador to NATO”, the state in “Russian Foreign Ministry”.</summary>
    public Anchor? Within { get; set; }

    /// <summary>Names joined to the owner where there are several of the role: “British and American aircraft”, “the foreign ministers of France, Italy and Spain”.</summary>
    public List<Anchor> CoOwners { get; } = [];

    /// <summary>The possessive pronoun or anaphoric noun to which it belongs: “his”, “the country's”; −1 when there is none.</summary>
    public int OwnerToken { get; set; } = -1;

    /// <summary>The description to which it belongs: “the president's spokesman”.</summary>
    public Description? OwnerDescription { get; set; }

    /// <summary>Another role in the same phrase, to which this one belongs: “foreign ministry” before “spokeswoman”, “army” in “chief of the Kenyan army”.</summary>
    public Role? Of { get; set; }

    /// <summary>The office is not held, or not held yet: “former”, “president-elect”.</summary>
    public bool NotInOffice { get; set; }

    /// <summary>The office was held before: “the ousted president”.</summary>
    public bool Former { get; set; }

    public bool Plural { get; set; }

    public bool Indefinite { get; set; }

    public bool Definite { get; set; }

    /// <summary>The same, of one of the owners.</summary>
    public Description BelongingTo(Anchor owner, string words) => new()
    {
        Words = words,
        First = First,
        End = End,
        RoleFirst = RoleFirst,
        RoleEnd = RoleEnd,
        Role = Role,
        Owner = owner,
        OwnerToken = Role is null ? OwnerToken : -1,
        Of = Of,
        NotInOffice = NotInOffice,
        Definite = Definite,
        Indefinite = Indefinite,
    };

    /// <summary>True when nothing says whose it is: “the president”.</summary>
    public bool Ownerless => this is { Owner: null, OwnerToken: < 0, OwnerDescription: null };

    public bool Counterpart => Role is null;

    /// <summary>The name that stands with it: “President” + “Macron”.</summary>
    public Anchor? Name { get; set; }
}
