namespace Demarche.Coding;

/// <summary>What stands around an act: its status, the operators from the inside out, and the condition it depends on.</summary>
internal sealed class Composition
{
    /// <summary>The token of the act itself.</summary>
    public int Trigger { get; init; } = -1;

    /// <summary>Null when nothing around it changes its status.</summary>
    public EventStatus? Status { get; set; }

    /// <summary>The operators above the act, the innermost first, each with the token that carries it.</summary>
    public List<(Operator Operator, int Token)> Operators { get; } = [];

    /// <summary>The head of the clause or phrase on which it depends; −1 when it depends on nothing.</summary>
    public int Condition { get; set; } = -1;

    /// <summary>True while the act inside is denied by a negation of its own, not by a word such as “refused”: to urge not to attack asks for no attack.</summary>
    public bool Negated { get; set; }

    /// <summary>The speech act that answers it: “vowed revenge for the killing”; null when none does.</summary>
    public Match? Answer { get; set; }

    /// <summary>True where the words command it: “withdraw your troops, he told them”.</summary>
    public bool Command { get; set; }

    /// <summary>Reasons in words, for <c>why</c>.</summary>
    public List<string> Reasons { get; } = [];

    /// <summary>The speech act in whose content it stands directly; null when there is none.</summary>
    public Match? Speech { get; set; }
}
