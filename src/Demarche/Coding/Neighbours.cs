using Demarche.Codebooks;
using Demarche.Parsing;

namespace Demarche.Coding;

/// <summary>Finds who does an act, or whom it is done to, in the words and acts beside it, where its own words do not say.</summary>
internal sealed class Neighbours(Operators operators)
{
    private readonly FrameReader _frames = new(operators);

    /// <summary>“Tehran rejected Tripoli's demand”: what is answered was said to whoever answers it.</summary>
    public void TakeAnswerer(Document document, Match match, Match?[] byToken)
    {
        if (match is not { Presupposed: true, Recipient: < 0 } || document.Tokens[match.Trigger].Head is not (>= 0 and var head))
            return;
        if (byToken[head] is { Actor: >= 0 } answer && operators.Answers.Contains(answer.Type) && answer.Actor != match.Actor)
            (match.Recipient, match.RecipientLent) = (answer.Actor, true);
        else if ((operators.OwnedSpeech.Contains(match.Type) || match.Pattern?.ByPerson is { } between && operators.OwnedSpeech.Contains(between)) && IsPutToSubject(document, match.Trigger, head) && _frames.At(document, head).Subject is >= 0 and var subject && subject != match.Actor && !document.Tree.Dominates(subject, match.Trigger)
            && Participants.Of(document, subject) is { Count: > 0 } those && Participants.Of(document, match.Actor) is var owners && !those.Exists(one => owners.Exists(one.SameSide)))
            (match.Recipient, match.RecipientLent) = (subject, true);
    }

    /// <summary>“complied with a request by Oman”, “despite pleas from Oman, Chad shut the port”: words of another that were meant for whom the verb tells of.</summary>
    private bool IsPutToSubject(Document document, int noun, int verb) =>
        document.Tokens[verb].Upos == Upos.VERB
        && (operators.FacingWords.Contains(document.Tokens[verb].Lemma) || document.Tokens[noun].Relation == Relation.Obl && FrameReader.Preposition(document, noun) is { } preposition && operators.FacingPrepositions.Contains(preposition));

    /// <summary>“held a drill, a step that Athens denounced”: what a noun sums up of the clause before it was done by whoever did that.</summary>
    public void TakeDoer(Document document, Match match, Match?[] byToken)
    {
        var tokens = document.Tokens;
        if (match.Frame is not { Nominal: false, Object: >= 0 and var noun } || noun >= match.Trigger || tokens[noun] is not { Upos: Upos.NOUN, Relation: Relation.Parataxis or Relation.Appos or Relation.Dep, Head: >= 0 and var over }
            || !operators.SaidOf.Contains(match.Type) && !operators.Answers.Contains(match.Type) || Lending.HasRecipient(document, match) || Participants.Any(document, noun))
            return;
        while (over >= 0 && tokens[over].Upos != Upos.VERB)
            over = tokens[over].Head;
        if (over < 0 || over == match.Trigger)
            return;
        var doer = byToken[over] is { Actor: >= 0 } act ? act.Actor : _frames.At(document, over).Subject;
        if (doer >= 0 && doer != match.Actor && Participants.Any(document, doer))
            (match.Recipient, match.RecipientLent) = (doer, true);
    }

    /// <summary>“the sanctions imposed on Harare were lifted”: they are lifted from whom they had been imposed on.</summary>
    public static void TakeBearer(Document document, Match match, Match?[] byToken)
    {
        if (match.Recipient >= 0 || match.Frame.Nominal)
            return;
        foreach (var noun in match.Fixed)
            foreach (var d in document.Tree.Of(noun))
                if (match.Recipient < 0 && document.Tokens[d].Relation is Relation.Acl or Relation.AclRelcl && byToken[d] is { Recipient: >= 0 } done && done.Recipient != match.Actor && done.Recipient != noun)
                    (match.Recipient, match.RecipientLent) = (done.Recipient, true);
    }

    /// <summary>“French troops were sent to Chad”, “the withdrawal of French troops”, “the Chilean envoy was recalled”: those who are sent, by whom they belong to; −1 elsewhere.</summary>
    public int SentByOwner(Document document, Match match)
    {
        if (!operators.SentByOwner.TryGetValue(match.Type, out var forces) || !match.Frame.Nominal && !VerbGroup.IsPassive(document, match.Trigger))
            return -1;
        foreach (var noun in match.Fixed)
            if (noun != match.Trigger && noun != match.Recipient && forces.Any(lexicon => lexicon.Holds(document, noun)))
                return noun;
        return -1;
    }
}
