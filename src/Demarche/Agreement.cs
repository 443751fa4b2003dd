namespace Demarche;

/// <summary>A claim about an agreement: that it was signed, is in force, was suspended, violated or kept; by whom, against whom, and who says so.</summary>
public sealed class Agreement
{
    /// <summary><c>g</c> and its number in text order.</summary>
    public string Id { get; set; } = "";

    public required Span Name { get; init; }

    public IReadOnlyList<Actor> Parties { get; init; } = [];

    /// <summary>“signed”, “in force”, “suspended”, “violated”, “kept”, “withdrawn from” or “sought”.</summary>
    public required string Claim { get; init; }

    /// <summary>Who makes the claim.</summary>
    public Actor? By { get; init; }

    /// <summary>Whom the claim is about.</summary>
    public Actor? Against { get; init; }

    public Attribution? Attribution { get; init; }

    public required Span Evidence { get; init; }

    public required string Rule { get; init; }

    public required string Why { get; init; }
}
