using Demarche.Parsing;

namespace Demarche.Coding;

/// <summary>Gives the slots of a match those who fill them: a noun, or the owner of one.</summary>
internal static class Binding
{
    /// <summary>Gives a slot who fills it, where nobody does yet.</summary>
    public static void To(Document document, Match match, Slot slot, int head)
    {
        if (slot == Slot.Actor && match.Actor < 0)
            match.Actor = head;
        else if (slot == Slot.Recipient && match.Recipient < 0)
            match.Recipient = head;
        if (Participants.Any(document, head))
            match.Weight++;
    }

    /// <summary>Binds the owner of a noun: “Poland's ambassador”, “the Polish ambassador”, “the ambassador of Poland”.</summary>
    public static bool ToOwner(Document document, Match match, Slot slot, int noun)
    {
        var tokens = document.Tokens;
        var owner = document.Tree.Dependent(noun, Relation.NmodPoss);
        // “mocked Holt and Brandt's claims”: those of both.
        if (owner >= 0 && Participants.NameJoined(document, noun, owner) is not null)
            owner = noun;
        foreach (var d in document.Tree.Of(noun))
            if (owner < 0 && tokens[d].Relation is Relation.Amod or Relation.Compound or Relation.Nmod && document.MentionAt(d) is not null)
                owner = d;
        // “recalled its envoy”: the actor is known already, and the noun is his own.
        var own = slot == Slot.Actor && match.Actor >= 0;
        if (owner < 0)
            return !own && document.MentionAt(noun) is not null && BindSelf();
        // “shut its embassy”: what one does with one's own is another act.
        if (match.Actor >= 0 && match.Actor != owner && IsOwn(document, owner, match.Actor, unknown: own) != own)
            return false;
        To(document, match, slot, owner);
        return true;

        bool BindSelf()
        {
            To(document, match, slot, noun);
            return true;
        }
    }

    /// <summary>True when an owner is the actor; of a pronoun of which nobody is known, what is said of the unknown.</summary>
    private static bool IsOwn(Document document, int owner, int actor, bool unknown)
    {
        if (Participants.Of(document, owner) is not { Count: > 0 } owners)
            return unknown && document.Tokens[owner].Xpos == "PRP$";
        var actors = Participants.Of(document, actor);
        return owners.TrueForAll(o => actors.Exists(a => a.Is(o)));
    }
}
