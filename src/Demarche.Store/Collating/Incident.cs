namespace Demarche.Store.Collating;

/// <summary>One happening, with all reports of it.</summary>
public sealed record Incident
{
    /// <summary>The story and event of its first report, by day of publication: <c>5f0c9d3be2a87714/e3</c>. It stays while no earlier report comes.</summary>
    public required string Id { get; init; }

    /// <summary>The types its reports give it, the most frequent first.</summary>
    public required IReadOnlyList<string> Types { get; init; }

    /// <summary>The first day on which all reports allow it to have taken place.</summary>
    public required DateOnly First { get; init; }

    /// <summary>The last such day.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>True when the words of a report say when; else it is reckoned from the days of publication.</summary>
    public required bool Dated { get; init; }

    /// <summary>Who did it, by name; those that most reports name first.</summary>
    public required IReadOnlyList<string> Actors { get; init; }

    public required IReadOnlyList<string> Recipients { get; init; }

    public string? Place { get; init; }

    /// <summary>All reports, by day of publication.</summary>
    public required IReadOnlyList<IncidentReport> Reports { get; init; }

    /// <summary>How many stories tell of it, copies of one text counted once.</summary>
    public required int Independent { get; init; }

    /// <summary>How many outlets tell of it in a text of their own.</summary>
    public required int Outlets { get; init; }

    /// <summary>The outlets that state it as fact.</summary>
    public required IReadOnlyList<string> AssertedBy { get; init; }

    /// <summary>Those who are reported to have said it.</summary>
    public required IReadOnlyList<string> SaidBy { get; init; }

    /// <summary>Those who deny it, each with the words.</summary>
    public required IReadOnlyList<IncidentDenial> DeniedBy { get; init; }

    public required IReadOnlyList<IncidentFigure> Figures { get; init; }

    /// <summary>Where accounts differ, one line each: whether it took place, who did it to whom, how many.</summary>
    public required IReadOnlyList<string> Disputed { get; init; }
}
