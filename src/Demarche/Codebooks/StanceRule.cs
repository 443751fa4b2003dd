namespace Demarche.Codebooks;

/// <summary>The stance that words state, and what becomes of it where they are turned round.</summary>
/// <param name="Stance">As the record writes it.</param>
/// <param name="Strength">From 1 (mild) to 3 (strong).</param>
internal sealed record StanceRule(string Stance, int Strength)
{
    /// <summary>True for words that are no position, whatever else reads one off them.</summary>
    public bool IsNone => Strength == 0;

    /// <summary>The stance when the words are denied; null where the pattern says nothing and the table of turns decides.</summary>
    public string? Negated { get; init; }

    /// <summary>The stance where what it is about is a hostile act: to keep a strike open is to threaten.</summary>
    public string? Hostile { get; init; }

    /// <summary>The stance where it answers a demand of another side on the same issue.</summary>
    public string? Answering { get; init; }

    /// <summary>The stance where it depends on something: to accept only with a withdrawal is to offer.</summary>
    public string? Conditioned { get; init; }

    /// <summary>True for words that are a position only where they are put to somebody or say what is to be done: an order for one's own troops to move is an act.</summary>
    public bool Addressed { get; init; }

    /// <summary>The issue where the words name none: who contests a place wants the land.</summary>
    public string? Issue { get; init; }

    /// <summary>Which way it goes before what its words turn round, where that is not the stance's own: “refuse to rule out” holds a turn of its own.</summary>
    public Direction? Way { get; init; }

    /// <summary>The only verbs of which the word is a complement: “made it conditional”; any verb of judging when empty.</summary>
    public IReadOnlySet<string> Verbs { get; init; } = new HashSet<string>();

    /// <summary>True for a word that is a position too when it stands as predicate in somebody's words: “is out of the question, he said”.</summary>
    public bool Said { get; init; }

    /// <summary>True for words that state a position only where their clause is a wish: “insists that they leave”, not “insists that they left”.</summary>
    public bool Wish { get; init; }

    /// <summary>True for words that say it too where one only can: “could live with the text”.</summary>
    public bool Able { get; init; }

    /// <summary>True for words that say it only in a headline, which leaves out the verb: “Dublin against hard border”.</summary>
    public bool Headline { get; init; }

    /// <summary>True where the thing that it is about is the condition: “regards any attack as an act of war”.</summary>
    public bool ObjectIsCondition { get; init; }

    /// <summary>The preposition behind which the condition stands: “tied the loan to reforms”; null where it is none of the words' own.</summary>
    public string? ConditionBehind { get; init; }
}
