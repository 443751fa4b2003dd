using Demarche.Codebooks;
using Demarche.Coding;
using Demarche.Parsing;

namespace Demarche.Positioning;

/// <summary>Decides what the words about an agreement claim of it, with what stands around them: that it “was signed”, “was not signed”, “is to be signed”.</summary>
internal sealed class ClaimStatus(Codebook codebook)
{
    private readonly AgreementRules _rules = codebook.Agreements;
    private readonly StatusReader _status = new(codebook.Operators);

    /// <summary>The claim; null when nothing is claimed.</summary>
    /// <param name="document">With trees and attributions.</param>
    /// <param name="match">The words and what they would claim by themselves.</param>
    /// <param name="head">The noun that stands for the agreement.</param>
    public string? Of(Document document, Match match, int head)
    {
        var composition = _status.Read(document, match, _ => null);
        var claim = match.Type;
        var group = VerbGroup.Of(document, match.Trigger);
        var modal = group.Modal;
        // “threatens force if no deal is reached”, “once both have ratified it”
        if (Clauses.Marked(document, match.Trigger, _rules.Conditional) || IsProvided(document, match.Trigger))
            return null;
        if (!match.Negated && (Negation.Of(document, match.Trigger, codebook.Operators) is not null || Negation.Of(document, head, codebook.Operators) is not null))
            // Who will not sign, or vows not to, denies no signature; who will not keep it, disowns it.
            return (modal >= 0 || document.Tokens[match.Trigger].Xpos == "VB" && group.Finite < 0 && Clauses.Marked(document, match.Trigger, "to") ? _rules.Refused : _rules.Negated).GetValueOrDefault(claim);
        if (document.AttributionAt(match.Trigger) is { Polarity: "denies" } || composition.Operators.Exists(o => o.Operator.Id == "denial"))
            return IsPresupposed(document, match.Trigger) ? claim : _rules.Negated.GetValueOrDefault(claim);
        // “hopes that an accord can be reached”
        var auxiliary = modal >= 0 ? codebook.Operators.OfAuxiliary(document.Tokens[modal].Form)?.Id : null;
        if (auxiliary is "possible" or "ability")
            return null;
        var given = _rules.Given.Contains(document.Tokens[head].Lemma);
        // “blew up the tunnels, fulfilling a promise”: told beside something else
        if (given && !_rules.Against.Contains(claim) && document.Tokens[match.Trigger] is { Xpos: "VBG", Relation: Relation.Advcl })
            return null;
        return (composition.Status ?? (auxiliary is "future" or "conditional" ? EventStatus.Planned : null)) switch
        {
            EventStatus.Denied when composition.Operators.Exists(o => o.Operator.Id == "failure") => _rules.Failed.GetValueOrDefault(claim),
            EventStatus.Denied or EventStatus.Hypothetical or EventStatus.Threatened => null,
            EventStatus.Planned or EventStatus.Promised => given || _rules.OnceDone.Contains(document.Tokens[match.Trigger].Lemma) || composition.Operators.Exists(o => _rules.Unsettled.Contains(document.Tokens[o.Token].Lemma)) ? null : _rules.ToCome.GetValueOrDefault(claim),
            // “insists that it has kept the pact”: what one insists on of what is so is said, not demanded.
            EventStatus.Demanded => group.Finite >= 0 && modal < 0 ? claim : _rules.Demanded.GetValueOrDefault(claim),
            _ => claim,
        };
    }

    /// <summary>“provided that they sign the accord”</summary>
    private bool IsProvided(Document document, int trigger)
    {
        foreach (var d in document.Tree.Of(trigger))
            if (document.Tokens[d] is { Relation: Relation.Mark, Lemma: "that" } && d > 0 && _rules.Conditional.Contains(document.Tokens[d - 1].Form))
                return true;
        return false;
    }

    /// <summary>“denied having sent arms since the pact was signed”, “denied having left the pact signed in May”: told beside what is denied.</summary>
    private bool IsPresupposed(Document document, int trigger) =>
        Clauses.Marked(document, trigger, _rules.Presupposing) || document.Tokens[trigger] is { Relation: Relation.AclRelcl or Relation.Acl, Xpos: "VBN" or "VBD" };
}
