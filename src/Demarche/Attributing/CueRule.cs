namespace Demarche.Attributing;

/// <summary>An entry of <c>codebook/attribution.yaml</c>: words that ascribe, what they take, and what they make of it.</summary>
internal sealed record CueRule(string Id, CueClass Class, int Line)
{
    public Frame[] Frames
    {
        get;
        init
        {
            field = value;
            TakesQuote = Array.Exists(value, frame => frame.Has(ComplementKind.Quote));
            TakesPerson = Array.Exists(value, frame => frame.Has(ComplementKind.Person));
        }
    } = [];

    /// <summary>True where quotations beside the cue belong to it.</summary>
    public bool TakesQuote { get; private init; }

    /// <summary>True where the cue may name those to whom it is said.</summary>
    public bool TakesPerson { get; private init; }

    /// <summary>The words before and after the source; for quotations those that lead in with a colon and no verb (“from the report:”).</summary>
    public Phrase[] Phrases { get; init; } = [];

    /// <summary>For headlines: the marks between who and what.</summary>
    public string[] Marks { get; init; } = [];

    /// <summary>For headlines: how many tokens the name of the speaker may have.</summary>
    public int Longest { get; init; }

    public required AttributionKind Kind { get; init; }

    public required string Polarity { get; init; }

    public string? Medium { get; init; }

    public double Confidence { get; init; } = 1;

    /// <summary>True when the source must be a known actor.</summary>
    public bool NeedsActor { get; init; }

    /// <summary>True when the source must be a document, survey or picture.</summary>
    public bool NeedsDocument { get; init; }

    public Voice Voice { get; init; }

    /// <summary>True when the phrase must open its sentence.</summary>
    public bool First { get; init; }

    /// <summary>The only heads that are a source of this phrase; empty where any is.</summary>
    public IReadOnlySet<string> Only { get; init; } = new HashSet<string>();

    /// <summary>Heads that are no source of this phrase.</summary>
    public IReadOnlySet<string> NotSource { get; init; } = new HashSet<string>();

    /// <summary>Heads of a noun phrase that is no content of this verb or adjective: nobody says an ambassador whom he recalls. <see cref="Place"/> stands for any named place, <see cref="Somebody"/> for any actor.</summary>
    public IReadOnlySet<string> NotContent { get; init; } = new HashSet<string>();

    /// <summary>In <see cref="NotContent"/>: a named place, or a state spoken of by whoever is no person.</summary>
    public const string Place = "<place>";

    public const string Somebody = "<actor>";

    public required AttributionExample Example { get; init; }

    public required string Counterexample { get; init; }

    /// <summary>As the record cites it.</summary>
    public string Citation => $"attribution.yaml/{Id}";
}
