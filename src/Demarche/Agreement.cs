namespace Demarche;

/// <summary>A claim about an agreement: that it was signed, is in force, was suspended, violated or kept; by whom, against whom, and who says so.</summary>
public sealed class Agreement
{
    /// <summary><c>g</c> and its number in text order.</summary>
    public string Id { get; set; } = "";

    public required Span Name { get; init; }

    /// <summary>The agreement of <c>codebook/agreements</c> that is meant; null when it is in no table.</summary>
    public string? Known { get; init; }

    public IReadOnlyList<Actor> Parties { get; init; } = [];

    /// <summary>“proposed”, “signed”, “ratified”, “in force”, “suspended”, “extended”, “expired”, “kept”, “violated”, “denounced” or “denied”.</summary>
    public required string Claim { get; init; }

    /// <summary>Who makes the claim; of an act such as signing, the one side that did it; null where several did, who are its <see cref="Parties"/>.</summary>
    public Actor? By { get; init; }

    /// <summary>Whom the claim is about.</summary>
    public Actor? Against { get; init; }

    /// <summary>What the agreement is said to lay down: “provide for direct dialogue”; or the part of it that the claim is about: “article 5”.</summary>
    public Span? Provision { get; set; }

    public Attribution? Attribution { get; init; }

    public required Span Evidence { get; init; }

    public required string Rule { get; init; }

    public required string Why { get; init; }
}
