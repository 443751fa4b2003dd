namespace Demarche;

/// <summary>
/// Words or thoughts that the story ascribes to somebody: source + cue + content, each possibly in several pieces. An attribution may stand
/// inside the content of another, its <see cref="Via"/>.
/// </summary>
public sealed class Attribution
{
    /// <summary><c>a</c> and its number in text order.</summary>
    public string Id { get; set; } = "";

    /// <summary>Who is quoted, as the words name them; empty when nobody is named (“is seen as”).</summary>
    public required IReadOnlyList<Span> Source { get; init; }

    /// <summary>The words that ascribe: “said”, “according to”, “demand”.</summary>
    public required IReadOnlyList<Span> Cue { get; init; }

    /// <summary>What is ascribed.</summary>
    public required IReadOnlyList<Span> Content { get; set; }

    public required AttributionKind Kind { get; init; }

    /// <summary>Whom the source resolves to.</summary>
    public Actor? Speaker { get; init; }

    /// <summary>The further speakers of a joint statement (“Washington and the EU have warned”).</summary>
    public IReadOnlyList<Actor> FurtherSpeakers { get; init; } = [];

    /// <summary>To whom it was said.</summary>
    public IReadOnlyList<Actor> Addressees { get; init; } = [];

    /// <summary>“statement”, “call”, “interview”, “post”, “press conference”, …; null when not told.</summary>
    public string? Medium { get; init; }

    public PartialDate? Date { get; init; }

    /// <summary>What the cue says about the content: “says”, “denies”, “claims”, “doubts”, “demands”, “promises”, “threatens”, “accuses”, ….</summary>
    public string Polarity { get; init; } = "says";

    /// <summary>The attribution inside whose content this one stands.</summary>
    public Attribution? Via { get; set; }

    /// <summary>Further places that give the same words: pull quotes.</summary>
    public List<Span> Repeats { get; } = [];

    public required string Rule { get; init; }

    public double Confidence { get; init; } = 1;

    public required string Why { get; init; }

    /// <summary>The token of the cue through which it hangs in the tree; −1 when there is none.</summary>
    public int CueHead { get; init; } = -1;

    /// <summary>How many attributions stand around this one.</summary>
    public int Depth
    {
        get
        {
            var depth = 0;
            for (var outer = Via; outer is not null; outer = outer.Via)
                depth++;
            return depth;
        }
    }
}
