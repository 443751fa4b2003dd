namespace Demarche;

/// <summary>An act of one actor or several towards others: type, actors, recipients, date, place and status, with the words it rests on.</summary>
public sealed class Event
{
    /// <summary><c>e</c> and its number in text order.</summary>
    public string Id { get; set; } = "";

    /// <summary>A type of the codebook: one of PLOVER's 16 unless a user codebook adds more.</summary>
    public required string Type { get; init; }

    /// <summary>PLOVER's mode within the type.</summary>
    public string? Mode { get; init; }

    /// <summary>PLOVER's contexts.</summary>
    public IReadOnlyList<string> Contexts { get; init; } = [];

    public required IReadOnlyList<Actor> Actors { get; set; }

    public required IReadOnlyList<Actor> Recipients { get; set; }

    public PartialDate? Date { get; set; }

    public PartialDate? DateEnd { get; set; }

    /// <summary>What had to be known to date the words: “spring of the northern hemisphere”.</summary>
    public string? DateNote { get; set; }

    public Place? Place { get; set; }

    public required EventStatus Status { get; init; }

    /// <summary>True when it lies well before the story.</summary>
    public bool Background { get; set; }

    /// <summary>True when the words put it before what the story tells (“had asked”).</summary>
    internal bool Anterior { get; init; }

    /// <summary>The innermost attribution in whose content the words stand.</summary>
    public Attribution? Attribution { get; init; }

    /// <summary>The clause or phrase it rests on.</summary>
    public required Span Evidence { get; init; }

    /// <summary>The words that filled each role: <c>trigger</c>, <c>actor</c>, <c>recipient</c>, <c>date</c>, <c>place</c>, <c>condition</c>.</summary>
    public required IReadOnlyList<RoleSpan> Spans { get; init; }

    /// <summary>Further places in the story that state the same happening.</summary>
    public List<Span> Mentions { get; } = [];

    /// <summary>PLOVER's quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</summary>
    public int Quad { get; init; }

    /// <summary>PLOVER's score, from −10 (conflict) to +10 (cooperation); null where a user type has none.</summary>
    public double? Score { get; init; }

    /// <summary>The CAMEO code, where the conversion is single-valued.</summary>
    public string? Cameo { get; init; }

    /// <summary>The pattern of the codebook, as <c>file/id</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>How the actors were found: <c>path</c> (by the tree), <c>clause</c> or <c>nearest</c>.</summary>
    public string Rung { get; init; } = "path";

    public double Confidence { get; set; } = 1;

    public required string Why { get; init; }

    /// <summary>The token that the pattern's verb or noun matched.</summary>
    public int Trigger { get; init; } = -1;

    /// <summary>The act in words: “ASSAULT asserted by Serbia on Bosnia”.</summary>
    public string Summary => $"{Type} {Status.ToString().ToLowerInvariant()} by {Names(Actors)} on {Names(Recipients)}";

    /// <summary>The act in words with the pattern that found it: “ASSAULT asserted by Serbia on Bosnia (assault/shell)”.</summary>
    public override string ToString() => $"{Summary} ({Rule})";

    private static string Names(IReadOnlyList<Actor> actors) => actors.Count == 0 ? "nobody" : string.Join(" + ", actors.Select(actor => actor.Name));
}
