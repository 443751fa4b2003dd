namespace Demarche.Store.Asking;

/// <summary>What records are asked for. Everything that is given must hold; of a list, one is enough. Names are ids (<c>RUS</c>) or names (“Russia”), in any case.</summary>
public sealed record Question
{
    /// <summary>Words that the record's words or the names in it have: all of them, “in quotation marks” together, a* for a beginning, OR between alternatives, NOT before what must be missing.</summary>
    public string? Words { get; init; }

    /// <summary>Which lists of the record; all when empty.</summary>
    public IReadOnlyList<RecordKind> Kinds { get; init; } = [];

    /// <summary>Who did it, says it or takes the position. A state stands for its government and armed forces too.</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];

    /// <summary>To whom.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Who is quoted for it.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>On whose word it rests.</summary>
    public IReadOnlyList<Voice> Voices { get; init; } = [];

    /// <summary>True when a state is meant alone, without its government and armed forces.</summary>
    public bool Alone { get; init; }

    /// <summary>Types of events, polarities of statements, stances of positions, claims about agreements.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    public IReadOnlyList<string> Modes { get; init; } = [];

    public IReadOnlyList<string> Issues { get; init; } = [];

    public IReadOnlyList<string> Statuses { get; init; } = [];

    public IReadOnlyList<string> Outlets { get; init; } = [];

    /// <summary>ISO 3166 alpha-3 of the country where it happened.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>What people have done with it; all when empty.</summary>
    public IReadOnlyList<Review> Reviews { get; init; } = [];

    /// <summary>The first day: of what happened, or of the story where it does not say when.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, itself included.</summary>
    public DateOnly? To { get; init; }

    /// <summary>True to leave out what has no date of its own.</summary>
    public bool Dated { get; init; }

    /// <summary>The most rows of an answer.</summary>
    public int Most { get; init; } = 50;
}
