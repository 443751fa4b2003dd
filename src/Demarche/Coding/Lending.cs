using Demarche.Codebooks;

namespace Demarche.Coding;

/// <summary>Gives an act, and the speech act around it, those who take part in both: who is asked for something does it, and a threat is addressed to whom it would hit.</summary>
internal sealed class Lending(Codebook codebook)
{
    private readonly FrameReader _frames = new(codebook.Operators);

    /// <summary>The act inside a speech act is done by, and to, whom that names, where its own words do not say: “threatened Seoul with a strike”.</summary>
    public void Lend(Document document, Act act)
    {
        LendOfCondition(document, act);
        if (act.Composition.Speech is not { } speech || speech == act.Match)
            return;
        // “any ship is liable to attack, London warned”: a thing attacks nobody.
        if ((act.Match.Actor < 0 || act.Match.Frame.Nominal && !Participants.Any(document, act.Match.Actor) && !Participants.IsSomebody(document, act.Match.Actor, codebook.Operators.Somebody)) && codebook.Operators.InsideActor.TryGetValue(speech.Type, out var role) && Head(role) is >= 0 and var actor && actor != act.Match.Recipient && Participants.Any(document, actor))
        {
            // “demanded sanctions on the officials”: those under the noun do not impose them.
            if (act.Match.Frame.Nominal && document.Tree.Dominates(act.Match.Trigger, actor))
                act.Match.Recipient = act.Match.Recipient < 0 ? actor : act.Match.Recipient;
            else
                (act.Match.Actor, act.Match.ActorLent) = (actor, true);
        }
        if ((act.Match.Recipient < 0 || act.Match.Frame.Nominal && !Participants.Any(document, act.Match.Recipient) && !Participants.IsSomebody(document, act.Match.Recipient, codebook.Operators.Somebody)) && codebook.Operators.InsideRecipient.TryGetValue(speech.Type, out role) && Head(role) is >= 0 and var recipient && Participants.Any(document, recipient))
            (act.Match.Recipient, act.Match.RecipientLent) = (recipient, true);

        // “asked Chad to extradite two bankers”: to whoever asks.
        if (act.Match.Recipient < 0 && codebook.Operators.ForAsker.TryGetValue(speech.Type, out var favours) && favours.Contains(act.Match.Type) && speech.Actor >= 0 && speech.Actor != act.Match.Actor && Participants.Any(document, speech.Actor))
            (act.Match.Recipient, act.Match.RecipientLent) = (speech.Actor, true);

        int Head(Slot slot) => slot == Slot.Actor ? speech.Actor : speech.Recipient;
    }

    /// <summary>“will close the border unless Chad hands them over”: what is to be done under a condition is done to whom that names.</summary>
    private void LendOfCondition(Document document, Act act)
    {
        if (act.Match is not { Recipient: < 0, Actor: >= 0 } match || act.Composition.Condition is not (>= 0 and var condition) || !codebook.Operators.ThreatUnderCondition.Contains(match.Type) && !codebook.Operators.FavourUnderCondition.Contains(match.Type))
            return;
        var frame = _frames.At(document, condition);
        var own = Participants.Of(document, match.Actor);
        foreach (var named in (ReadOnlySpan<int>)[frame.Subject, frame.Object])
            if (match.Recipient < 0 && named >= 0 && document.Tokens[named].Upos != Upos.PRON && Participants.Of(document, named) is { Count: > 0 } others && others.TrueForAll(o => o.Id is not null && !own.Exists(a => a.SameSide(o))))
                (match.Recipient, match.RecipientLent) = (named, true);
    }

    /// <summary>A speech act without an addressee of its own is addressed to whom its content acts on, or demands something of.</summary>
    public void Inherit(Document document, List<Act> acts)
    {
        var inTextOrder = acts.OrderBy(act => act.Match.Trigger).ToList();
        for (var i = 0; i < inTextOrder.Count; i++)
        {
            var outer = inTextOrder[i].Match;
            // “telephoned Erdogan to convey support”: conveyed to him.
            if (outer is { Recipient: < 0, Frame.Nominal: false } && codebook.Type(outer.Type) is { Verbal: true } && document.Tokens[outer.Trigger] is { Relation: Relation.Advcl or Relation.Xcomp, Xpos: "VB", Head: >= 0 and var means }
                && At(inTextOrder, means, i) is { Recipient: >= 0 and var met } talk && codebook.Operators.Abstention.TwoSides.Contains(talk.Type))
                outer.Recipient = met;
            // “imposed sanctions on the rebels, freezing assets and banning travel”: that is done to the same.
            if (outer is { Recipient: < 0, Frame.Nominal: false } && MannerOf(document, outer.Trigger) is >= 0 and var way && At(inTextOrder, way, i) is { Recipient: >= 0 and var hit } leading && codebook.Type(leading.Type) is { Verbal: false, Quad: var quad } && codebook.Type(outer.Type) is { Verbal: false } kind && kind.Quad == quad)
                (outer.Recipient, outer.RecipientLent) = (hit, true);
            if (HasRecipient(document, outer) || HasOneOfItsOwn(document, outer) || codebook.Operators.OfWord(document.Tokens[outer.Trigger].Lemma) is { Addressed: false })
                continue;
            var own = outer.Recipient;
            codebook.Operators.ForBenefitOf.TryGetValue(outer.Type, out var benefits);
            var sentence = document.SentenceOf(outer.Trigger);
            var speakers = Participants.Of(document, outer.Actor);
            // What it complements stands in the same sentence, on either side.
            var first = i;
            while (first > 0 && inTextOrder[first - 1].Match.Trigger >= sentence.First)
                first--;
            for (var j = first; j < inTextOrder.Count && inTextOrder[j].Match.Trigger < sentence.End; j++)
                // “Should Chad let Niger in, Mali would respond”: what is under the condition is not what is threatened.
                if (j != i && !inTextOrder[j].Match.Presupposed && !(inTextOrder[i].Composition.Condition is >= 0 and var under && document.Tree.Dominates(under, inTextOrder[j].Match.Trigger)) && !IsScene(document, inTextOrder[j].Match.Trigger, outer.Complement >= 0 ? outer.Complement : outer.Trigger) && (outer.Complement >= 0 ? document.Tree.Dominates(outer.Complement, inTextOrder[j].Match.Trigger) : inTextOrder[j].Composition.Speech == outer || inTextOrder[j].Composition.Answer == outer))
                    // “sent firefighters to help Athens”: it is not sent to them.
                    InheritFrom(document, outer, outer.Fixed.Contains(inTextOrder[j].Match.Actor) || codebook.Operators.AddressedByCondition.Contains(outer.Type) && IsJoint(document, inTextOrder[j].Match.Actor, speakers) ? -1 : inTextOrder[j].Match.Actor, benefits?.Contains(inTextOrder[j].Match.Type) == true && inTextOrder[j].Composition.Status != EventStatus.Denied ? -1 : inTextOrder[j].Match.Recipient, own, speakers);
            // “will answer from the air if Ethiopia begins”: a threat is addressed to whom its condition speaks of.
            if (!HasRecipient(document, outer) && codebook.Operators.AddressedByCondition.Contains(outer.Type) && inTextOrder[i].Composition.Condition is >= 0 and var condition)
            {
                var frame = _frames.At(document, condition);
                InheritFrom(document, outer, frame.Subject, frame.Object, own, speakers);
            }
            // “demanded that the colonels leave”
            if (!HasRecipient(document, outer) && outer.Complement >= 0 && codebook.Operators.AddressedBySubject.Contains(outer.Type))
                InheritFrom(document, outer, _frames.At(document, outer.Complement).Subject, -1, own, speakers);
            // “refused to let the British frigate in”, “is to pay for the roofs of Beirut”: to whom what is spoken of would be done.
            if (outer is { Recipient: < 0, Complement: >= 0, Frame.Nominal: false } && codebook.Operators.AddressedByObject.Contains(outer.Type) && document.Tokens[outer.Complement].Xpos is "VB" or "VBG")
            {
                var inside = _frames.At(document, outer.Complement);
                // “refused to give the emir a hearing”
                InheritFrom(document, outer, inside.IndirectObject, inside.Object, own, speakers);
            }
            // “blocked the road to demand wages from the state”: from whom what they do it for is asked.
            if (outer is { Recipient: < 0, Frame.Nominal: false } && codebook.Operators.ProtestedAt.ContainsKey(outer.Type))
                for (var j = first; j < inTextOrder.Count && inTextOrder[j].Match.Trigger < sentence.End; j++)
                    if (document.Tokens[inTextOrder[j].Match.Trigger] is { Relation: Relation.Advcl or Relation.Xcomp, Head: var done } && done == outer.Trigger && codebook.Type(inTextOrder[j].Match.Type) is { Verbal: true })
                        // Most protests are against one's own government.
                        InheritFrom(document, outer, -1, inTextOrder[j].Match.Recipient, own, []);
            // “insisted that talks with the two must open”: nobody acts yet, but it is known with whom.
            if (!HasRecipient(document, outer) && outer.Complement >= 0 && SideIn(document, outer) is >= 0 and var side)
                outer.Recipient = side;
        }
    }

    /// <summary>The verb over a participle without a subject of its own that tells how it was done, behind it; −1 elsewhere.</summary>
    private static int MannerOf(Document document, int participle)
    {
        var tokens = document.Tokens;
        var first = tokens[participle] is { Relation: Relation.Conj, Head: >= 0 and var joined } ? joined : participle;
        return tokens[participle].Xpos == "VBG" && tokens[first] is { Relation: Relation.Advcl, Xpos: "VBG", Head: >= 0 and var verb } && verb < first && document.Tree.Dependent(first, Relation.Nsubj) < 0 && document.Tree.Dependent(first, Relation.Mark) < 0 ? verb : -1;
    }

    /// <summary>The match that a token of the same sentence triggers; null where it triggers none.</summary>
    /// <param name="inTextOrder">All acts.</param>
    /// <param name="token">The token.</param>
    /// <param name="near">The place of an act of its sentence.</param>
    private static Match? At(List<Act> inTextOrder, int token, int near)
    {
        while (near > 0 && inTextOrder[near - 1].Match.Trigger >= token)
            near--;
        while (near < inTextOrder.Count && inTextOrder[near].Match.Trigger < token)
            near++;
        return near < inTextOrder.Count && inTextOrder[near].Match is var match && match.Trigger == token ? match : null;
    }

    /// <summary>The head of an actor after “with”, “against” and the like in what a speech act speaks of, and of one to whom something is promised there; −1 when there is none.</summary>
    private int SideIn(Document document, Match speech)
    {
        var clause = speech.Complement;
        codebook.Operators.PromisedTo.TryGetValue(speech.Type, out var promised);
        for (var t = document.Tree.LeftEdge(clause); t <= document.Tree.RightEdge(clause); t++)
            if (document.MentionAt(t) is { Kind: not MentionKind.Adjective } && FrameReader.Preposition(document, t) is { } preposition && (codebook.Operators.SidePrepositions.Contains(preposition) || promised?.Contains(preposition) == true) && document.Tree.Dominates(clause, t))
                return t;
        return -1;
    }

    public static bool HasRecipient(Document document, Match match) => match.Recipient >= 0 && Participants.Any(document, match.Recipient);

    /// <summary>“urged conservatives to unite against him”: whom the verb itself names, though nobody knows them.</summary>
    private bool HasOneOfItsOwn(Document document, Match match) =>
        match.Recipient > match.Trigger && document.Tokens[match.Recipient] is { Upos: Upos.NOUN, Relation: Relation.Obj or Relation.Iobj, Head: var verb } && verb == match.Trigger && !match.Frame.Nominal
        && document.Tree.Dependent(match.Recipient, Relation.NmodPoss) < 0 && Participants.IsSomebody(document, match.Recipient, codebook.Operators.Somebody);

    private static void InheritFrom(Document document, Match outer, int actor, int recipient, int own, List<Actor> speakers)
    {
        foreach (var head in (ReadOnlySpan<int>)[actor, recipient])
        {
            // “threatened to recall its envoy from Abuja unless the traders were freed”: the first who is found, a place too.
            if (head < 0 || outer.Recipient != own || HasRecipient(document, outer))
                continue;
            var actors = Participants.Of(document, head, places: true);
            if (actors.Count > 0 && !actors.TrueForAll(a => speakers.Exists(s => s.SameSide(a))))
                outer.Recipient = head;
        }
    }

    /// <summary>“warned that Oslo and its allies would act”: what the speaker's side does together with others is not addressed to those.</summary>
    private static bool IsJoint(Document document, int actor, List<Actor> speakers) =>
        actor >= 0 && Participants.Of(document, actor, places: true).Exists(a => speakers.Exists(s => s.SameSide(a)));

    /// <summary>“agreed to reopen the embassies, following talks in Oslo”: what sets the scene tells nothing of whom the rest is addressed to.</summary>
    private bool IsScene(Document document, int inside, int over)
    {
        for (var t = inside; t >= 0 && t != over; t = document.Tokens[t].Head)
            if (FrameReader.Preposition(document, t) is { } preposition && codebook.Operators.TimePrepositions.Contains(preposition))
                return true;
        return false;
    }
}
