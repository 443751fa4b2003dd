namespace Demarche;

/// <summary>What an actor wants, refuses, supports or threatens: actor, issue, stance, addressee and condition.</summary>
public sealed class Position
{
    /// <summary><c>p</c> and its number in text order.</summary>
    public string Id { get; set; } = "";

    public required Actor Actor { get; init; }

    /// <summary>An issue of <c>codebook/issues</c>, or the words themselves where none fits.</summary>
    public required string Issue { get; init; }

    /// <summary>How the issue was found.</summary>
    public IssueOrigin IssueFrom { get; init; }

    /// <summary>“demand”, “refuse”, “support”, “oppose”, “offer”, “commit”, “threaten”, “accuse”, “deny”, “question” or “red line”.</summary>
    public required string Stance { get; init; }

    /// <summary>Which way it goes on the issue: to demand an end to something is against it.</summary>
    public Direction Direction { get; init; }

    /// <summary>From 1 (mild: hopes, complains) to 3 (strong: insists, warns, a red line).</summary>
    public int Strength { get; init; } = 2;

    /// <summary>The words that say how strong, where there are any: “categorically”.</summary>
    public Span? StrengthWords { get; init; }

    public IReadOnlyList<Actor> Addressees { get; init; } = [];

    /// <summary>The words that say on what it depends.</summary>
    public Span? Condition { get; init; }

    /// <summary>What is demanded, refused, offered or threatened.</summary>
    public Span? Outcome { get; init; }

    /// <summary>The earlier position of another actor that this one answers.</summary>
    public Position? Answers { get; set; }

    /// <summary>The earlier position of the same actor on the same issue that this one goes against.</summary>
    public Position? Changes { get; set; }

    /// <summary>The earlier position of the same actor on the same issue that somebody else reports, and that does not go together with this one: neither takes back the other.</summary>
    public Position? Conflicts { get; set; }

    /// <summary>Whose word it is that the actor takes this position.</summary>
    public Witness Witness { get; init; }

    public PartialDate? Date { get; init; }

    public Attribution? Attribution { get; init; }

    public required Span Evidence { get; init; }

    public required string Rule { get; init; }

    public double Confidence { get; init; } = 1;

    public required string Why { get; init; }
}
