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

    /// <summary>True for what a clause beside tells of how or why something else was done: “resigned for mocking him”.</summary>
    public bool Beside { get; set; }

    /// <summary>The head of the clause or phrase on which it depends; −1 when it depends on nothing.</summary>
    public int Condition { get; set; } = -1;

    /// <summary>True while the act inside is denied by a negation of its own, not by a word such as “refused”: to urge not to attack asks for no attack.</summary>
    public bool Negated { get; set; }

    /// <summary>The speech act that answers it: “vowed revenge for the killing”; null when none does.</summary>
    public Match? Answer { get; set; }

    /// <summary>True where the words command it: “withdraw your troops, he told them”.</summary>
    public bool Command { get; set; }

    /// <summary>The word by which it was brought about: “persuaded Accra to free them”; −1 when there is none.</summary>
    public int BroughtAbout { get; set; } = -1;

    /// <summary>Reasons in words, for <c>why</c>.</summary>
    public List<string> Reasons { get; } = [];

    /// <summary>The speech act in whose content it stands directly; null when there is none.</summary>
    public Match? Speech { get; set; }

    /// <summary>True of what is still to come: demanded, promised, threatened, planned.</summary>
    public static bool LooksAhead(EventStatus? status) => status is EventStatus.Demanded or EventStatus.Promised or EventStatus.Threatened or EventStatus.Planned;

    /// <summary>“urged him not to attack”, “urged him to refrain from attacking”, “will be unable to attack”: what is still to come is that it be not done.</summary>
    public bool StaysUndone(EventStatus status) => LooksAhead(status) && (Negated || Status == EventStatus.Denied && Operators is [.., ({ Id: "failure" }, _)]);

    /// <summary>Adds an operator above the act and the status that it gives.</summary>
    public void Push(Document document, Operator op, int token)
    {
        // “dropped its plan to expel them”, “withdrew the offer”: what was not done yet is not done at all.
        if (op is { Status: null, Becomes.Count: > 0 } && LooksAhead(Status))
        {
            Apply(EventStatus.Denied, $"“{document.Tokens[token].Form}” gives it up");
            return;
        }
        var undone = op.Status is { } ahead && StaysUndone(ahead);
        Operators.Add((op, token));
        // “to deter Libya from attacking”: whether it is done is left open.
        if (op.Id == "purpose" && Status == EventStatus.Denied)
            Apply(EventStatus.Hypothetical, $"“{document.Tokens[token].Form}” is to prevent it");
        // “struck to demand their release”: it stays demanded.
        else if (op.Id == "purpose" && Status is EventStatus.Demanded or EventStatus.Promised or EventStatus.Threatened)
            return;
        // “failed to stop the militia from shelling”: it is left open what the militia did.
        else if (op.Id == "failure" && Status == EventStatus.Denied)
            Apply(EventStatus.Hypothetical, $"“{document.Tokens[token].Form}” leaves it open");
        else if (op.Status is { } status && !undone)
            Apply(status, $"“{document.Tokens[token].Form}” makes it {status.ToString().ToLowerInvariant()}");
    }

    /// <summary>Sets the status, with the reason in words.</summary>
    public void Apply(EventStatus status, string reason)
    {
        Status = status;
        Negated = false;
        Reasons.Add(reason);
    }

    /// <summary>“did not agree to withdraw” denies the withdrawal; “did not refuse to meet” leaves it open.</summary>
    public void Negate(EventStatus? before, string no, int token)
    {
        Operators.RemoveAll(o => o.Token == token);
        Apply(before == EventStatus.Denied ? EventStatus.Hypothetical : EventStatus.Denied, $"“{no}” denies it");
        Negated = Status == EventStatus.Denied;
    }
}
