using Demarche.Attributing;
using Demarche.Codebooks;
using Demarche.Parsing;

namespace Demarche.Coding;

/// <summary>Tells whose word an act is: that of whoever speaks around it, or the teller's own, where the words only make something known.</summary>
internal sealed class Telling(Operators operators, AttributionRules attributions)
{
    /// <summary>No sentence has more layers of speech in earnest.</summary>
    private const int MostLayers = 6;

    /// <summary>The attribution whose content the act is; null when the story itself tells it.</summary>
    public Attribution? Of(Document document, Act act)
    {
        var match = act.Match;
        var attribution = match.Speaker is { } own ? own.Via : SaidOf(document, act);
        // “persuaded Accra to free them”: it is told that they were freed.
        if (attribution is not null && act.Composition.BroughtAbout >= 0 && attribution.CueHead == act.Composition.BroughtAbout)
            attribution = attribution.Via;
        // “asked to respond to Oslo's criticism”: neither who is asked nor who asks says that Oslo has criticized.
        for (var layer = 0; layer < MostLayers && attribution is not null && (layer == 0 && IsToldOfThing(document, match) || IsToldBeside(document, match, attribution)); layer++)
            attribution = attribution.Via;
        // “accused Paris of arming them, a charge Paris denied”
        return attribution is not null && IsSaidOfWords(document, match) ? null : attribution;
    }

    /// <summary>Whose word the act is: by the words around it, or else by the speech act or plan that it stands in, even where its words are not set off.</summary>
    private static Attribution? SaidOf(Document document, Act act)
    {
        var (around, composition) = (document.AttributionAt(act.Match.Trigger), act.Composition);
        // “denied reports that Kandahar had been bombed”: he who denies it, where nobody knows who reports it.
        if (around is { Speaker: null } && composition is { Status: EventStatus.Denied, Speech: { } denial } && document.AttributionByCue(denial.Trigger) is { } denied)
            return denied;
        if (around is not null || composition.Status is null || act.Replaced)
            return around;
        if (composition.Speech is { } speech)
            return document.AttributionByCue(speech.Trigger);
        foreach (var (_, token) in composition.Operators)
            if (token != act.Match.Trigger && document.AttributionByCue(token) is { } cue)
                return cue;
        return null;
    }

    /// <summary>“accused Accra of breaking the accord, in which both promised …”: what makes the accord known is the teller's word, not the accuser's.</summary>
    private bool IsToldOfThing(Document document, Match match) =>
        operators.ToldOfThings.TryGetValue(match.Type, out var things) && document.Tokens[match.Trigger] is { Relation: Relation.AclRelcl or Relation.Acl, Head: >= 0 and var thing }
        && document.Tree.Dependent(thing, Relation.Det) is >= 0 and var article && !operators.IndefiniteArticles.Contains(document.Tokens[article].Form) && things.Hold(document, thing);

    /// <summary>“called Riga's accusation a lie”, “threatened new tests, a day after walking out of the treaty”: what is answered, and the day by which it is told, are the teller's words.</summary>
    private bool IsToldBeside(Document document, Match match, Attribution attribution)
    {
        ref readonly var trigger = ref document.Tokens[match.Trigger];
        var status = attributions.StatusOf(attribution);
        return match.Presupposed && (trigger.Head >= 0 && trigger.Head == attribution.CueHead || status != EventStatus.Reported)
            // “remembers the siege”, “did not know that they had been arrested”
            || attribution.CueHead >= 0 && operators.Factive.Contains(document.Tokens[attribution.CueHead].Lemma) && (match.Frame.Nominal || status != EventStatus.Reported && IsFact(document, match.Trigger, attribution.CueHead))
            // “made no apologies for accusing them”
            || status != EventStatus.Reported && document.Tokens[match.Trigger] is { Xpos: "VBG", Relation: Relation.Acl or Relation.Advcl, Head: >= 0 and var reasoned } && operators.ReasonedNouns.Contains(document.Tokens[reasoned].Lemma)
                && Clauses.LeadingPreposition(document, match.Trigger) is { } reason && operators.ReasonPrepositions.Contains(reason)
            // “ignored calls to arrest him when he visited Chad”
            || status != EventStatus.Reported && document.Tokens[match.Trigger].Relation == Relation.Advcl && Clauses.IsPast(document, match.Trigger) && document.Tree.Dependent(match.Trigger, Relation.Mark) is var mark && document.Tree.LeftEdge(match.Trigger) is var opens
                && (operators.TimePrepositions.Contains(document.Tokens[mark >= 0 ? mark : opens].Lemma) || document.Tokens[opens].Lemma == "when")
            || IsBesideTelling(document, match.Trigger, attribution)
            // “rejected the deal reached by Oslo”, “wants to punish those who struck”: a noun made known by what was done.
            || status != EventStatus.Reported && IsDoneBefore(document, match.Trigger)
            // “promised to send police to Nauru, whose president thanked it”: what is told by the way is no promise.
            || trigger is { Relation: Relation.AclRelcl, Xpos: "VBD" or "VBZ" or "VBN" } && attribution.Kind == AttributionKind.Indirect
                && (status != EventStatus.Reported || IsOfSpeaker(document, match, attribution)) && document.Tree.IsBehindComma(match.Trigger)
            // “rejected the proposals a week after the massacre”
            || status != EventStatus.Reported && match.Frame.Nominal && trigger.Relation.Universal() is Relation.Obl or Relation.Nmod && FrameReader.Preposition(document, match.Trigger) is { } time && operators.TimePrepositions.Contains(time)
            || trigger is { Xpos: "VBG", Relation: Relation.Advcl } && status != EventStatus.Reported && Clauses.LeadingPreposition(document, match.Trigger) is { } preposition && operators.TimePrepositions.Contains(preposition);
    }

    /// <summary>“said he would stay, even as he praised her”, “…, said Holt, who has praised her”: what goes on meanwhile, and what the speaker is, the teller says.</summary>
    private bool IsBesideTelling(Document document, int trigger, Attribution attribution)
    {
        var tokens = document.Tokens;
        for (var (t, step) = (trigger, 0); step < 8 && t >= 0 && t != attribution.CueHead; t = tokens[t].Head, step++)
        {
            // “denied that his men had fired, blaming the army”
            if (t == trigger && Control.SpeakerOver(document, t, operators) is >= 0 and var saying && saying == attribution.CueHead)
                return true;
            if (tokens[t].Relation == Relation.Advcl && Clauses.Marked(document, t, "as") && document.Tree.LeftEdge(t) is var left && (tokens[left].Lemma == "even" || tokens[left + 1].Lemma == "even"))
                return true;
            if (tokens[t] is { Relation: Relation.AclRelcl, Head: >= 0 and var noun } && attribution.Source.Any(source => source.Overlaps(tokens[noun].Span)))
                return true;
        }
        return false;
    }

    /// <summary>“the deal reached by Oslo”, “miners who demanded better pay”, “a resolution condemning it”: a participle of the past behind a noun, or a clause in the past about it; what a paper says.</summary>
    private bool IsDoneBefore(Document document, int verb) =>
        document.Tokens[verb] is { Relation: Relation.Acl, Xpos: "VBN" or "VBD" } && !Clauses.Marked(document, verb, "to")
        || document.Tokens[verb] is { Relation: Relation.Acl, Xpos: "VBG", Head: >= 0 and var paper } && operators.ActingPapers.Hold(document, paper) && Clauses.LeadingPreposition(document, verb) is null
        || document.Tokens[verb].Relation == Relation.AclRelcl && VerbGroup.Of(document, verb) is { Modal: < 0, IsOver: true };

    /// <summary>“did not know that they were held”, where it is not left open whether they were.</summary>
    private bool IsFact(Document document, int verb, int cue)
    {
        while (verb >= 0 && document.Tokens[verb].Head != cue)
            verb = document.Tokens[verb].Head;
        return verb >= 0 && document.Tokens[verb].Relation == Relation.Ccomp && Clauses.IsPast(document, verb) && !Clauses.Marked(document, verb, operators.ConditionMarks);
    }

    /// <summary>“…, a charge that Paris called absurd”, “…, something Paris denies”: what answers the words before the comma, the reporter tells.</summary>
    private bool IsSaidOfWords(Document document, Match match) =>
        operators.DoneBySaying.Contains(match.Type) && !match.Frame.Nominal && document.Tokens[match.Trigger] is { Relation: Relation.AclRelcl, Head: > 0 and var noun } && noun < match.Trigger
        && document.Tree.IsBehindComma(noun)
        && (operators.Claims.Contains(document.Tokens[noun].Lemma) || document.Tokens[noun].Upos == Upos.PRON);

    /// <summary>“said it had attacked the rebels, whom it accused of a raid”: the reporter tells what else the speaker says.</summary>
    private bool IsOfSpeaker(Document document, Match match, Attribution attribution) =>
        operators.DoneBySaying.Contains(match.Type) && match.Actor >= 0 && document.Tokens[match.Actor].Upos == Upos.PRON && attribution.Speaker is { } speaker && Participants.Of(document, match.Actor).Exists(speaker.SameSide);
}
