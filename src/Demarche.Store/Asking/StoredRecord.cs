namespace Demarche.Store.Asking;

/// <summary>A record as an answer shows it: with its words, its story, and who takes part by name.</summary>
public sealed record StoredRecord
{
    /// <summary>The story's key and the record's id, by which it is corrected and cited: <c>5f0c9d3be2a87714/e3</c>.</summary>
    public string Address => $"{Story}/{Id}";

    /// <summary>The key of the story.</summary>
    public required string Story { get; init; }

    public required RecordId Id { get; init; }

    public string? Outlet { get; init; }

    public string? Title { get; init; }

    public DateOnly? Published { get; init; }

    public string? Url { get; init; }

    /// <summary>Type of an event, polarity of a statement, stance of a position, claim about an agreement.</summary>
    public required string Type { get; init; }

    public string? Mode { get; init; }

    /// <summary>Issue of a position, name of an agreement.</summary>
    public string? Issue { get; init; }

    /// <summary>Of a position: whether it is for its issue or against it; null where the words do not say.</summary>
    public string? Direction { get; init; }

    public string? Status { get; init; }

    /// <summary>When, cut to what is known; null when the record does not say.</summary>
    public string? Date { get; init; }

    public string? DateEnd { get; init; }

    public required IReadOnlyList<string> Actors { get; init; }

    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>Who says it, the outermost first; “?” is a speaker whom nobody names.</summary>
    public required IReadOnlyList<string> Speakers { get; init; }

    public required Voice Voice { get; init; }

    public string? Place { get; init; }

    public double? Confidence { get; init; }

    public required Review Review { get; init; }

    /// <summary>Where its words stand in the story's text.</summary>
    public required Span Span { get; init; }

    /// <summary>Exactly the words there.</summary>
    public required string Words { get; init; }

    /// <summary>The rule of the codebook.</summary>
    public string? Rule { get; init; }

    /// <summary>The reason in a sentence.</summary>
    public string? Why { get; init; }
}
