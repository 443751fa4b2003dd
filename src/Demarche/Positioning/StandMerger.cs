using Demarche.Codebooks;

namespace Demarche.Positioning;

/// <summary>Leaves each position once: of several readings of the same words the surest, and none that another takes back.</summary>
internal static class StandMerger
{
    public static List<Stand> Merge(Document document, List<Stand> stands, PositionRules rules)
    {
        // “dismissed the report as a fake” denies it.
        stands.RemoveAll(refusal => refusal.Stance == "refuse" && stands.Exists(verdict => verdict.Trigger == refusal.Trigger && verdict is { Stance: "deny", Source: "positions/verdicts" }));
        stands.Sort((a, b) => (a.Kind, a.Trigger).CompareTo((b.Kind, b.Trigger)));
        var kept = new List<Stand>();
        foreach (var stand in stands)
        {
            stand.Actors.RemoveAll(actor => IsNobody(document, actor, rules));
            foreach (var other in kept)
                if (other.Sentence == stand.Sentence && stand.Actors.Count > 0 && Tells(document, other, stand))
                    TakeFrom(stand, other);
            if (stand.Actors.Count > 0)
                kept.Add(stand);
        }
        kept.RemoveAll(inner => kept.Exists(outer => outer != inner && (outer.Sentence == inner.Sentence && (TakesBack(document, outer, inner) || IsAsserted(document, inner, outer) || IsGiven(document, outer, inner) || Balances(document, outer, inner)) || Threatens(outer, inner))));
        kept.Sort((a, b) => a.Evidence.CompareTo(b.Evidence) is not 0 and var order ? order : a.Trigger.CompareTo(b.Trigger));
        return kept;
    }

    /// <summary>“its voters”, “men”: a description of nobody in particular takes no position.</summary>
    private static bool IsNobody(Document document, Actor actor, PositionRules rules)
    {
        // “Kabui spoke for the rebels. He said …”: whom the story names it names also where a pronoun stands for him.
        if (actor.IsKnown || actor.Mention is not { } words || actor is { Kind: ActorKind.Person, Anonymous: false } && IsName(actor.Name))
            return false;
        for (var t = document.FirstTokenFrom(words.Start); t < document.Tokens.Length && document.Tokens[t].Span.Start < words.End; t++)
            if (document.Tokens[t].Upos == Upos.PROPN && char.IsLetterOrDigit(document.Tokens[t].Form[0]) || rules.Takers.Holds(document, t))
                return false;
        return true;
    }

    /// <summary>“Joseph Kabui”, “Kabui”: words with a capital each.</summary>
    private static bool IsName(string name)
    {
        for (var i = 0; i < name.Length; i++)
            if ((i == 0 || name[i - 1] == ' ') && !char.IsUpper(name[i]))
                return false;
        return true;
    }

    /// <summary>True when both are read off the same words: the same trigger, or the same stance in words that overlap.</summary>
    private static bool Tells(Document document, Stand kept, Stand stand)
    {
        if (kept.Trigger == stand.Trigger)
            return true;
        // “accused it of a breach of the accord”: the charge is one, also where the tree hangs the accord far off.
        if (stand.Stance == "accuse" && kept.Stance == "accuse" && stand.Kind == StandKind.Cue && kept.Kind != StandKind.Cue && document.Tree.Dominates(kept.Trigger, stand.Trigger))
            return true;
        // “would accept … only if”: the auxiliary that an event rests on belongs to the verb.
        if (kept.Kind == StandKind.Words && document.Tokens[stand.Trigger].Head == kept.Trigger && document.Tokens[stand.Trigger].Relation.Universal() == Relation.Aux)
            return true;
        // “will give battle, he warned”: the statement is what the cue does.
        if (stand.Kind == StandKind.Statement && stand.Attribution?.CueHead == kept.Trigger && kept.Stance != "demand")
            return true;
        if (!kept.Evidence.Overlaps(stand.Evidence))
            return false;
        // A statement inside another position's words is that position's content, unless it is only insisted on.
        if (stand.Kind == StandKind.Statement)
            return kept.Stance == stand.Stance || Within(document, kept, stand) && kept.Stance != "demand";
        return kept.Stance == stand.Stance;
    }

    /// <summary>Removes the actors whose position the kept one tells already, and gives it what it lacks.</summary>
    private static void TakeFrom(Stand stand, Stand kept)
    {
        var told = stand.Actors.RemoveAll(actor => kept.Actors.Exists(k => k.SameSide(actor)));
        if (told > 0 && stand.Kind == StandKind.Statement)
            kept.Evidence = kept.Evidence.To(stand.Evidence);
        if (told > 0 && kept.Addressees.Count == 0)
            kept.Addressees = [.. stand.Addressees.Where(a => !kept.Actors.Exists(k => k.Is(a)))];
        // The same word is no position of two, unless both are named as its actors.
        if (kept.Trigger == stand.Trigger && kept.Kind == StandKind.Words && told == 0)
            stand.Actors.Clear();
    }

    /// <summary>What one denies or refuses one does not hold: “denied that it had threatened”.</summary>
    private static bool TakesBack(Document document, Stand outer, Stand inner) =>
        outer.Stance is "deny" or "refuse" && !StandsOutside(document, outer, inner) && outer.Kind != StandKind.Statement && Within(document, outer, inner) && outer.Actors.Exists(o => inner.Actors.Exists(o.SameSide)) && !HasOwner(document, inner);

    /// <summary>“will go ahead alone, he warned”: what is announced as a threat is no promise.</summary>
    private static bool Threatens(Stand outer, Stand inner) =>
        outer is { Kind: not StandKind.Statement, Stance: "threaten" } && inner.Stance is "commit" && inner.Attribution?.CueHead == outer.Trigger;

    /// <summary>“denied that it planned to attack and accused the others”: the tree may join the second verb to the wrong clause; the words that are ascribed know better.</summary>
    private static bool StandsOutside(Document document, Stand outer, Stand inner) =>
        document.AttributionByCue(outer.Trigger) is { } cue && IsConjoined(document, outer, inner) && inner.Kind != StandKind.Statement && inner.Attribution != cue && inner.Attribution?.Via != cue;

    private static bool IsConjoined(Document document, Stand outer, Stand inner)
    {
        for (var t = inner.Trigger; t >= 0 && t != outer.Trigger; t = document.Tokens[t].Head)
            if (document.Tokens[t].Relation == Relation.Conj)
                return true;
        return false;
    }

    /// <summary>“its demand” was made, whatever is done with it.</summary>
    private static bool HasOwner(Document document, Stand stand) =>
        document.Tokens[stand.Trigger].Upos == Upos.NOUN && document.Tree.Dependent(stand.Trigger, Relation.NmodPoss) >= 0;

    /// <summary>“insists that it will not take in more”: to insist on what one does oneself is to refuse or to promise it.</summary>
    private static bool IsAsserted(Document document, Stand outer, Stand inner) =>
        outer.Stance == "demand" && outer.Kind != StandKind.Statement && (inner.Kind == StandKind.Statement || inner.Trigger == outer.Outcome) && inner.Stance != "demand" && Within(document, outer, inner) && outer.Actors.Exists(o => inner.Actors.Exists(o.SameSide));

    /// <summary>“assured him of his backing”, “offered its support”, “is ready to accept it”: what one gives in words is one position with the word of giving it.</summary>
    private static bool IsGiven(Document document, Stand outer, Stand inner) =>
        inner.Kind == StandKind.Words && outer is { Kind: StandKind.Words, Stance: "commit" or "offer" } && inner.Stance is "support" or "commit" or "offer" && inner.Stance == inner.Rule.Stance
        && (inner.Trigger == outer.Outcome || document.Tokens[inner.Trigger] is { Upos: Upos.NOUN, Head: >= 0 and var over } && (over == outer.Trigger || over == outer.Outcome)) && outer.Actors.Exists(o => inner.Actors.Exists(o.SameSide));

    /// <summary>“neither supported nor opposed it”: two negations that turn each other into nothing.</summary>
    private static bool Balances(Document document, Stand one, Stand other) =>
        one.Rule.Stance != one.Stance && other.Rule.Stance != other.Stance && one.Stance == other.Rule.Stance && other.Stance == one.Rule.Stance
        && (document.Tokens[one.Trigger].Head == other.Trigger || document.Tokens[other.Trigger].Head == one.Trigger) && one.Actors.Exists(o => other.Actors.Exists(o.SameSide));

    /// <summary>True when the inner words hang below the outer ones, not beside them: “rejects the charge and says …”.</summary>
    private static bool Within(Document document, Stand outer, Stand inner)
    {
        if (inner.Trigger == outer.Trigger)
            return false;
        var below = inner.Trigger;
        for (var t = document.Tokens[below].Head; t >= 0; (below, t) = (t, document.Tokens[t].Head))
            if (t == outer.Trigger || t == outer.Outcome)
                return document.Tokens[below].Relation is not (Relation.Conj or Relation.Parataxis) || t == outer.Outcome && t != outer.Trigger;
        return inner.Trigger == outer.Outcome;
    }
}
