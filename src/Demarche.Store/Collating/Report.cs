namespace Demarche.Store.Collating;

/// <summary>One story's telling of an event: what decides whether it and another story's are of one happening.</summary>
internal sealed record Report
{
    /// <summary>The row of the event in the store's index.</summary>
    public required long Row { get; init; }

    /// <summary><c>story.id</c>.</summary>
    public required string Story { get; init; }

    /// <summary>The event in its record: <c>e3</c>.</summary>
    public required RecordId Event { get; init; }

    public string? Outlet { get; init; }

    public DateOnly? Published { get; init; }

    public required string Family { get; init; }

    public required string Type { get; init; }

    /// <summary>The class of the word used for the act; null for a word of no class.</summary>
    public string? Act { get; init; }

    public required string Status { get; init; }

    public required IReadOnlyList<Party> Actors { get; init; }

    public required IReadOnlyList<Party> Recipients { get; init; }

    /// <summary>The first and the last day on which it may have taken place.</summary>
    public required DateOnly First { get; init; }

    public required DateOnly Last { get; init; }

    /// <summary>True when words say the day or the period.</summary>
    public required bool Dated { get; init; }

    /// <summary>True when the words take it for known: “the attack”, “Friday's raid”, “had seized”.</summary>
    public bool Known { get; init; }

    /// <summary>True when the words say that it is not the first of its kind: “again”, “for a second night”.</summary>
    public bool Again { get; init; }

    /// <summary>True when it names nobody who acts, no place and no other act than the one before it: “the attackers overran the camp”, “ten people were hurt”.</summary>
    public bool Follows { get; init; }

    public ReportPlace? Place { get; init; }

    /// <summary>The countries, and ids of actors without one, that it has to do with; where it names none, those of the whole story.</summary>
    public required IReadOnlyList<string> Anchors { get; init; }

    /// <summary>Who says it, the outermost first; empty when the story itself does.</summary>
    public required IReadOnlyList<string> Speakers { get; init; }

    /// <summary>Names in its sentence, those who take part left out, as sorted numbers.</summary>
    public required uint[] Names { get; init; }

    /// <summary>The other words of the act, as sorted numbers.</summary>
    public required uint[] Words { get; init; }

    /// <summary>Names of the whole story, as sorted numbers.</summary>
    public required uint[] StoryNames { get; init; }

    public required IReadOnlyList<Figure> Figures { get; init; }

    /// <summary>The exact numbers in the words of the act (“expelled six diplomats”), sorted.</summary>
    public IReadOnlyList<long> Counts { get; init; } = [];

    /// <summary>The words that it rests on.</summary>
    public required Span Evidence { get; init; }

    /// <summary>The number of the sentence in which they begin.</summary>
    public required int Sentence { get; init; }

    /// <summary>True when they stand above the story.</summary>
    public required bool InTitle { get; init; }

    /// <summary>The order of reports, which does not depend on when they came: day of publication, story, place in the story.</summary>
    public static int Compare(Report a, Report b)
    {
        var order = (a.Published ?? DateOnly.MaxValue).CompareTo(b.Published ?? DateOnly.MaxValue);
        if (order == 0)
            order = string.CompareOrdinal(a.Story, b.Story);
        if (order == 0)
            order = a.Event.Added.CompareTo(b.Event.Added);
        return order != 0 ? order : a.Event.Number.CompareTo(b.Event.Number);
    }
}
