using Demarche.Attributing;
using Demarche.Codebooks;
using Demarche.Parsing;

namespace Demarche.Coding;

/// <summary>Decides an event's status: by what stands around the act, and by who says it.</summary>
internal sealed class StatusDecision(Operators operators, AttributionRules attributions)
{
    /// <summary>The status of the act in the record.</summary>
    /// <param name="document">With trees and attributions.</param>
    /// <param name="act">The act and what stands around it.</param>
    /// <param name="attribution">The innermost attribution whose content it is; null when the story itself tells it.</param>
    /// <param name="actors">Who does it.</param>
    public EventStatus Of(Document document, Act act, Attribution? attribution, List<Actor> actors)
    {
        if (document.IsQuestion(act.Match.Trigger) && act.Composition.Status is not (EventStatus.Denied or EventStatus.Demanded))
            return EventStatus.Hypothetical;
        if ((act.Composition.Status ?? act.Match.Pattern?.Status) is { } status && status != EventStatus.Reported)
            // “warned that Chad might seize them”: nobody threatens with what another does.
            return status == EventStatus.Threatened && attribution is { Speaker: { } threatening } && actors.Count > 0 && !actors.Exists(threatening.SameSide) ? EventStatus.Hypothetical
                : status != EventStatus.Planned ? status
                // “doubts that Tehran will free them”, “denied that it would attack”
                : attribution is not null && attributions.StatusOf(attribution) is var thought && (thought == EventStatus.Denied || attribution.Kind == AttributionKind.Belief && thought == EventStatus.Hypothetical) ? thought
                : Announced(attribution, actors) ?? status;
        // Nothing is reported by nobody.
        if (attribution is null)
            return act.Composition.Status is null ? EventStatus.Asserted : EventStatus.Hypothetical;
        var reported = InsideWords(document, act, attribution, actors);
        return reported == EventStatus.Reported && IsDoneBySaying(document, act, attribution, actors) ? EventStatus.Asserted : reported;
    }

    private EventStatus InsideWords(Document document, Act act, Attribution attribution, List<Actor> actors)
    {
        var polarity = attributions.StatusOf(attribution);
        // “nobody in Riga believes that Minsk shelled it”
        if (polarity == EventStatus.Reported && attribution is { Kind: AttributionKind.Belief, CueHead: >= 0 and var thought } && Negation.Of(document, thought, operators) is not null)
            return EventStatus.Hypothetical;
        // What a speaker says of his own words in the past is reported; of acts still to come the cue decides.
        if (polarity is EventStatus.Threatened or EventStatus.Demanded or EventStatus.Promised && (act.Composition.Beside || IsFiniteOrNoun(document, act.Match.Trigger)) || actors.Count == 0 && polarity != EventStatus.Denied)
            return EventStatus.Reported;
        // One threatens and promises what one does oneself: “warned that the rebels would attack” is no threat.
        return polarity is EventStatus.Threatened or EventStatus.Promised && attribution.Speaker is { } speaker && !actors.Exists(speaker.SameSide) ? EventStatus.Hypothetical : polarity;
    }

    /// <summary>“We reject the charge, he said”, “Seoul will retaliate, its envoy said”: what the speaker says in the present for himself or his side is done by saying it, unless somebody else passes his words on.</summary>
    private bool IsDoneBySaying(Document document, Act act, Attribution attribution, List<Actor> actors)
    {
        if (act.Composition.Status is not null || !operators.DoneBySaying.Contains(act.Match.Type) || actors.Count == 0 || !(act.Match.Announced || IsPresent(document, act.Match) || IsOfTelling(document, act.Match, attribution)))
            return false;
        for (var around = attribution; around is not null; around = around.Via)
            if (around.Speaker is not { } speaker || around.Kind is AttributionKind.Belief or AttributionKind.Intention || !actors.Exists(speaker.SameSide))
                return false;
        return true;
    }

    /// <summary>“Oslo said it rejected the charge”, “declared that it was willing to talk”: behind a verb in the past the past is that of the telling; “had rejected”, “rejected on Monday” lie before it.</summary>
    private static bool IsOfTelling(Document document, Match match, Attribution attribution)
    {
        if (match.Frame.Nominal || attribution is not { Kind: AttributionKind.Indirect, CueHead: >= 0 and var cue } || !VerbGroup.Of(document, cue).IsOver || document.Tokens[match.Trigger].Relation is Relation.Acl or Relation.AclRelcl or Relation.Advcl)
            return false;
        return VerbGroup.Of(document, match.Trigger) is { Tense: VerbTense.Past, Perfect: false, Modal: < 0 } && !Clauses.IsDated(document, match.Trigger);
    }

    /// <summary>“reject”, “am calling on”, “do not accept”, “are opposed to”, “want to thank”; not “rejected”, “have called on”.</summary>
    private bool IsPresent(Document document, Match match)
    {
        var tokens = document.Tokens;
        if (match.Frame is { Nominal: true, Carrier: < 0 })
            return false;
        var verb = match.Frame.Carrier >= 0 ? match.Frame.Carrier : match.Trigger;
        // “would like to thank”
        if (tokens[verb] is { Xpos: "VB", Relation: Relation.Xcomp, Head: >= 0 and var wish } && operators.Performative.Contains(tokens[wish].Lemma))
            return true;
        if (tokens[verb].Relation == Relation.Conj && tokens[verb].Xpos == "VB" && tokens[verb].Head >= 0)
            verb = tokens[verb].Head;
        var present = tokens[verb].Xpos is "VBP" or "VBZ";
        foreach (var d in document.Tree.Of(verb))
        {
            if (tokens[d].Relation.Universal() is not (Relation.Aux or Relation.Cop))
                continue;
            // “will never accept” refuses now
            if (match.Negated && tokens[d].Xpos == "MD" && operators.OfAuxiliary(tokens[d].Form) is { } op && operators.TakenByRefusal.Contains(op.Id))
            {
                present = true;
                continue;
            }
            if (tokens[d].Xpos is not ("VBP" or "VBZ") || tokens[d].Lemma == "have")
                return false;
            present = true;
        }
        return present;
    }

    /// <summary>“Caracas is ready to seize the plants, he threatened”: the plan is the threat; null where no such word stands around.</summary>
    private EventStatus? Announced(Attribution? attribution, List<Actor> actors)
    {
        for (; attribution is not null; attribution = attribution.Via)
            if (attributions.StatusOf(attribution) is EventStatus.Threatened or EventStatus.Promised && attribution.Speaker is { } speaker && actors.Exists(speaker.SameSide))
                return attributions.StatusOf(attribution);
        return null;
    }

    private static bool IsFiniteOrNoun(Document document, int trigger) => document.Tokens[trigger].Xpos is "VBD" or "VBN" or "VBZ" or "VBP" or "NN" or "NNS";
}
