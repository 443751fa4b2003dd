namespace Demarche.Positioning;

/// <summary>What positions tell of claims: who denies a charge denies the breach it names, and in what a position depends on nothing is claimed.</summary>
internal sealed partial class AgreementReader
{
    /// <summary>Adds and drops claims once the positions are known.</summary>
    public void Settle(Document document)
    {
        var agreements = document.Agreements;
        if (agreements.Count == 0)
            return;
        // “will go if they sign the accord”
        agreements.RemoveAll(a => document.Positions.Exists(p => p.Condition is { } condition && condition.Contains(a.Evidence)));
        foreach (var position in document.Positions)
            if (position is { Stance: "deny" })
                Deny(document, position);
        Order(document);
    }

    /// <summary>“accused Lima of breaking the truce. Lima called the charge baseless.”</summary>
    private void Deny(Document document, Position denial)
    {
        var agreements = document.Agreements;
        var earliest = Math.Min(denial.Evidence.Start, denial.Answers?.Evidence.Start ?? int.MaxValue);
        for (var i = agreements.Count - 1; i >= 0; i--)
        {
            var charge = agreements[i];
            // They stand in text order; what was charged before the charge that is answered is another.
            if (_rules.Against.Contains(charge.Claim) && charge.Evidence.End < earliest)
                return;
            if (!_rules.Against.Contains(charge.Claim) || !_rules.Negated.TryGetValue(charge.Claim, out var denied) || charge.Against is { } accused && !accused.SameSide(denial.Actor))
                continue;
            // “rejected the claim that it had broken the truce”
            var within = denial.Evidence.Contains(charge.Evidence);
            if (!within && (!(denial.Answers is { } answered && answered.Evidence.Overlaps(charge.Evidence)) || SaysMore(document, denial) || agreements.Exists(a => a.Claim == denied && a.Evidence.Overlaps(denial.Evidence))))
                continue;
            var claim = new Agreement
            {
                Name = charge.Name,
                Known = charge.Known,
                Claim = denied,
                By = denial.Actor,
                Provision = charge.Provision,
                Attribution = denial.Attribution,
                Evidence = denial.Evidence,
                Rule = $"agreements/{denied.Replace(' ', '-')}-answer",
                Why = $"“{document.Words(denial.Evidence)}” denies that it is {charge.Claim}",
            };
            if (within)
                agreements[i] = claim;
            else
                agreements.Add(claim);
            return;
        }
    }

    /// <summary>“denied that any weapons had been sent”: what it denies it says itself, and is not the breach.</summary>
    private static bool SaysMore(Document document, Position denial)
    {
        var verbs = 0;
        for (var t = document.FirstTokenFrom(denial.Evidence.Start); t < document.Tokens.Length && document.Tokens[t].Span.Start < denial.Evidence.End; t++)
            if (document.Tokens[t].Upos == Upos.VERB)
                verbs++;
        return verbs > 1;
    }

    private static void Order(Document document)
    {
        document.Agreements.Sort((a, b) => a.Evidence.CompareTo(b.Evidence));
        for (var i = 0; i < document.Agreements.Count; i++)
            document.Agreements[i].Id = $"g{i + 1}";
    }
}
