using Demarche.Codebooks;

namespace Demarche.Positioning;

/// <summary>A position while it is read: the words are found, the issue is not.</summary>
internal sealed class Stand
{
    /// <summary>The word that states it.</summary>
    public required int Trigger { get; init; }

    /// <summary>The number of its sentence in the story.</summary>
    public int Sentence { get; set; }

    public required List<Actor> Actors { get; init; }

    public required StanceRule Rule { get; init; }

    /// <summary>The stance after negations; the rule's own when nothing turns it.</summary>
    public required string Stance { get; set; }

    public IReadOnlyList<Actor> Addressees { get; set; } = [];

    /// <summary>The head of what is demanded, refused or threatened; −1 when it is not said.</summary>
    public int Outcome { get; set; } = -1;

    /// <summary>Its words, where they are not all that hangs on the head.</summary>
    public Span? OutcomeWords { get; private set; }

    /// <summary>The words that say so where no single head does: the content of a statement.</summary>
    public Span? Content { get; init; }

    public Span? Condition { get; set; }

    /// <summary>The nouns that the words of a pattern name, where its object is the condition: the “prerequisite” that something is made.</summary>
    public IReadOnlyList<int> Named { get; init; } = [];

    public PartialDate? Date { get; init; }

    public Attribution? Attribution { get; init; }

    public required Span Evidence { get; set; }

    /// <summary>The rule of the codebook, as file and id.</summary>
    public required string Source { get; init; }

    public required StandKind Kind { get; init; }

    public double Confidence { get; init; } = 1;

    /// <summary>Why it was read; told only where it is kept.</summary>
    public required Func<string> Why { get; init; }

    /// <summary>True for words that are a forecast where they depend on nothing: “he will lift his veto only when it pays”.</summary>
    public bool OnlyOnCondition { get; init; }

    /// <summary>The same position on a part of what it is about; its words are those that state it with the first part, and those of the part for the others.</summary>
    public Stand About(int part, Span words)
    {
        var stand = (Stand)MemberwiseClone();
        stand.Outcome = part;
        stand.OutcomeWords = words;
        if (Evidence.Contains(words))
            stand.Evidence = part == Outcome ? new(Evidence.Start, words.End) : words;
        return stand;
    }
}
