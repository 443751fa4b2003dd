namespace Demarche.Attributing;

/// <summary>An attribution in the making, in tokens.</summary>
internal sealed class Draft(CueRule rule, int cueHead, Stretch cue)
{
    public CueRule Rule { get; } = rule;

    /// <summary>The token of the cue through which it hangs in the tree.</summary>
    public int CueHead { get; } = cueHead;

    public Stretch Cue { get; set; } = cue;

    /// <summary>The head of the source; −1 when nobody is named.</summary>
    public int SourceHead { get; set; } = -1;

    public Stretches Source { get; } = new();

    public Stretches Content { get; set; } = new();

    /// <summary>Heads of those to whom it is said.</summary>
    public List<int> Persons { get; } = [];

    /// <summary>Behind a preposition of the cue, the head of whoever says it; −1 where the subject does.</summary>
    public int Giver { get; set; } = -1;

    /// <summary>Nouns that say through what it was said and hang on the content in the tree.</summary>
    public List<int> Ways { get; } = [];

    /// <summary>The verb on which date, medium and partner hang.</summary>
    public int Clause { get; set; } = cueHead;

    public string Polarity { get; set; } = rule.Polarity;

    public double Confidence { get; set; } = rule.Confidence;

    /// <summary>What was found after the cue, as the codebook calls it.</summary>
    public string Form { get; set; } = "";

    /// <summary>The last word that belongs to a cue of several words.</summary>
    public int Last { get; set; } = cueHead;

    /// <summary>An infinitive that the tree hangs on the cue and that belongs to the noun of the content; −1 when there is none.</summary>
    public int TakenIn { get; set; } = -1;

    /// <summary>The attribution around this one where its cue does not stand in the other's content; null where the place tells.</summary>
    public Draft? Around { get; init; }

    /// <summary>How much speaks for this reading of the cue, to choose among several.</summary>
    public int Weight { get; set; }

    /// <summary>True where quotations around the cue belong to it.</summary>
    public bool TakesQuote { get; set; }

    public bool IsPassive { get; set; }

    /// <summary>Where the content was cut short, and why, in words; null where nothing was cut.</summary>
    public string? Cut { get; set; }
}
