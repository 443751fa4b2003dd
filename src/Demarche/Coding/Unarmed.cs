using Demarche.Codebooks;

namespace Demarche.Coding;

/// <summary>Tells where words of force tell of words, of polls or of games: between persons without arms, parties, newspapers.</summary>
internal sealed class Unarmed(Codebook codebook)
{
    /// <summary>How many sentences before and behind tell what a word is meant for.</summary>
    private const int Around = 2;

    /// <summary>What the pattern says of persons, or else its type: who acts for a state has others murdered in earnest.</summary>
    public string? ByPerson(Match match, EventType? type, List<Actor> actors, List<Actor> recipients)
    {
        if (match.Pattern?.ByPerson is { } own)
            return own;
        // “insults that only Holt can execute”: one person without arms does to nobody what is done with arms.
        if (type?.ByPerson is not null && recipients.Count == 0 && match is { Pattern: not null, Recipient: < 0, Frame.Nominal: false, Fixed.Count: 0 } && actors.Count > 0 && actors.TrueForAll(a => IsOnePerson(a) && a.Id is not null) && !actors.Exists(IsPower))
            return Pattern.NoEvent;
        return match.Pattern is { } pattern && recipients.Count > 0 && actors.Count > 0 && actors.TrueForAll(IsOnePerson) && type is { ByPerson: { } reading } && !(pattern.Mode is { } mode && type.ByPersonExcept.Contains(mode)) && !actors.Exists(IsPower) ? reading : null;
    }

    /// <summary>A state, or somebody who acts for one or bears arms.</summary>
    public bool IsPower(Actor actor) => actor.Kind == ActorKind.State || actor.Sector is { } sector && codebook.Operators.Powers.Contains(sector);

    /// <summary>A state, its government or its forces.</summary>
    public static bool IsOfState(Actor actor) => actor is { Id: not null } && (actor.Kind == ActorKind.State || actor.Sector is "GOV" or "MIL");

    /// <summary>True where words of force tell of words, of polls or of games: between persons without arms.</summary>
    public bool IsWithoutArms(Document document, Match match, string spoken, List<Actor> actors, List<Actor> recipients)
    {
        if (IsOfCampaign(document, match) && !actors.Exists(BearsArms) && !recipients.Exists(BearsArms))
            return true;
        // “sharp attacks on Clinton”, “spent the summer attacking Clinton”: nobody is named who makes them; “the attack on Abe” was one, and “Abe was attacked”.
        if (actors.Count == 0)
            return recipients.Count > 0 && recipients.TrueForAll(r => IsOnePerson(r) && r.IsKnown || r.Sector is { } side && codebook.Operators.CivilSectors.Contains(side) && r.Id is not null)
                && (match.Frame.Nominal ? document.Tokens[match.Trigger].Xpos == "NNS" || document.Tree.Dependent(match.Trigger, Relation.Det) is var article && (article < 0 || codebook.Operators.IndefiniteArticles.Contains(document.Tokens[article].Form)) : document.Tokens[match.Trigger].Xpos is "VB" or "VBG");
        // “officials raise money to fight Trump”: nobody without arms fights one person.
        if (spoken == Pattern.NoEvent && recipients.Count > 0 && recipients.TrueForAll(r => IsOnePerson(r) && r.Id is not null) && !actors.Exists(a => a.Kind is ActorKind.State or ActorKind.Organization || a.Sector is { } sector && codebook.Operators.ArmedSectors.Contains(sector)))
            return true;
        // “students rallied”: a group without arms may protest, where nobody is named whom it fights.
        return (actors.TrueForAll(IsOnePerson) || (spoken != Pattern.NoEvent || recipients.Count > 0) && AreCivil(document, match, actors)) && recipients.TrueForAll(r => IsOnePerson(r) || r.Kind == ActorKind.Organization && r.Sector != "GOV" || spoken != Pattern.NoEvent && IsCivilBody(document, match));
    }

    /// <summary>“locked in a battle for second place in the primary”, “the front-runner came under attack in the debate”: a campaign is told around the words, and nothing of force.</summary>
    private bool IsOfCampaign(Document document, Match match)
    {
        var rules = codebook.Operators.Abstention;
        if (match.Pattern is not { ByPerson: not null, Type: var type } || !rules.Figurative.Contains(type))
            return false;
        var sentence = document.IndexOfSentence(match.Trigger);
        var campaign = false;
        for (var s = Math.Max(0, sentence - Around); s <= Math.Min(document.Sentences.Count - 1, sentence + Around); s++)
            for (var t = document.Sentences[s].First; t < document.Sentences[s].End; t++)
            {
                if (document.Tokens[t].Upos is not (Upos.NOUN or Upos.PROPN or Upos.VERB or Upos.ADJ))
                    continue;
                if (rules.Force.Hold(document, t))
                    return false;
                campaign |= rules.Campaigns.Hold(document, t);
            }
        return campaign;
    }

    private bool BearsArms(Actor actor) =>
        actor is { Kind: ActorKind.State, Sector: not "LEG" } || actor.Sector is { } sector && codebook.Operators.ArmedSectors.Contains(sector);

    /// <summary>“The minister attacked the union”, “assailed Western radio stations”: newspapers, parties and societies are attacked with words.</summary>
    private bool IsCivilBody(Document document, Match match) =>
        match.Recipient >= 0 && codebook.Operators.Civil.Hold(document, match.Recipient);

    /// <summary>“The candidates attacked each other”: parties, newspapers and those who stand for them fight with words.</summary>
    private bool AreCivil(Document document, Match match, List<Actor> actors) =>
        actors.TrueForAll(actor => actor.Sector is { } sector && codebook.Operators.CivilSectors.Contains(sector)
            || !actor.IsKnown && match.Actor >= 0 && codebook.Operators.Civil.Hold(document, match.Actor));

    private static bool IsOnePerson(Actor actor) => actor.Kind == ActorKind.Person && actor.Members.Count == 0;
}
