using Demarche.Codebooks;
using Demarche.Parsing;

namespace Demarche.Coding;

/// <summary>Says of an act whose words were found why it is still better left out: too little is known of who takes part, or of whether it is one.</summary>
internal sealed class Abstention(Codebook codebook)
{
    private readonly AbstentionRules _rules = codebook.Operators.Abstention;

    /// <summary>The reason, for <c>explain</c>; null when the act may be recorded.</summary>
    /// <param name="document">With mentions.</param>
    /// <param name="act">The act, with its final type.</param>
    /// <param name="status">Its status.</param>
    /// <param name="actors">Who does it; all sides where the act is reciprocal.</param>
    /// <param name="recipients">To whom it is done.</param>
    public string? Why(Document document, Act act, EventStatus status, List<Actor> actors, List<Actor> recipients)
    {
        var match = act.Match;
        var type = codebook.Type(match.Type);
        // “52 percent of the voters approve”: a poll, in which nobody acts.
        if (type is { Verbal: true } && IsShare(document, match.Actor >= 0 ? match.Actor : document.Tokens[match.Trigger] is { Relation: Relation.Acl, Head: >= 0 and var noun } ? noun : match.Frame.Subject))
            return "a share of those who were asked does nothing";
        // “The survey showed that voters mostly backed Holt”
        if (type is { Verbal: true } && actors.Count > 0 && actors.TrueForAll(a => a.Kind == ActorKind.Group && a.Id is null) && document.AttributionAt(match.Trigger) is { } told && IsPoll(document, told))
            return "a poll tells what people think, and nobody does anything";
        // “Japan ambushed the Germans”, told of a World Cup; “in the film the king threatens the Pope”
        if (_rules.Played.Contains(match.Type) && match is { Fixed.Count: 0, Frame.Nominal: false } && SentenceHolds(document, match.Trigger, _rules.Contests) && !actors.Concat(recipients).Any(a => a.Sector is { } sector && codebook.Operators.ArmedSectors.Contains(sector)))
            return "it is told of a game";
        if (document.Tokens[match.Trigger].Xpos is "VBZ" or "VBP" && IsDepicted(document, match.Trigger))
            return "it is told of a picture or a story";
        // “The ambassador of Chad was summoned” is told; “she was criticised” and “guarantees to be given to Chad” are not.
        if (actors.Count == 0 && type is { Verbal: true } && (match.Frame.Nominal || _rules.Unmade.Contains(status) || !recipients.Exists(ActsForMany)))
            return "who says it is not said, and it is said to no state, body or group";
        if (actors.Count == 0 && !recipients.Exists(a => a.IsKnown) && !IsToldOfVictims(match) && !IsPlaced(document, act))
            return "who does it is not said, and whom it is done to is not known";
        // “a bill that would end the trade with Togo”, “it helps her”: things do it, or nobody is named.
        if (actors.Count == 0 && match is { Pattern: not null, Frame.Nominal: false } && !_rules.DoerUnsaid.Contains(match.Type) && IsDoneByThing(document, match))
            return "who does it is not said";
        if (actors.Count == 0 && match.Recipient >= 0 && !match.Frame.Nominal && !recipients.Exists(a => a.IsKnown) && !IsPlaced(document, act) && IsAnybody(document, match.Recipient))
            return $"“{document.Tokens[match.Recipient].Form}” is nobody in particular";
        // “The man did not accept”, “crowds gathered”, “insiders are alarmed”: somebody who is not known, and nobody on whom.
        if (recipients.Count == 0 && actors.Count > 0 && (type is { Verbal: true } || match is { Recipient: < 0, Fixed.Count: 0 }) && !_rules.Alone.Contains(match.Type) && actors.TrueForAll(a => a.Kind == ActorKind.Group && !a.IsKnown && (a.Sector is not { } sector || _rules.Nobodies.Contains(sector))) && match.Actor >= 0 && document.Tokens[match.Actor].Upos == Upos.NOUN && _rules.Strangers.Hold(document, match.Actor) && !AreBothSides(document, match))
            return "who does it are people whom nobody knows, and to whom is not said";
        // “he was not under arrest, the minister said”: what did not happen to somebody who is known is told, whoever would have done it.
        var spared = status == EventStatus.Denied && _rules.VictimsAlone.Contains(match.Type) && document.AttributionAt(match.Trigger) is not null && recipients.Exists(a => a.IsKnown);
        if (actors.Count == 0 && _rules.Unmade.Contains(status) && !spared && !AskedByMany(document, act) && !recipients.Exists(a => a.Id is not null && a.Kind is ActorKind.State or ActorKind.Organization))
            return $"it is {status.ToString().ToLowerInvariant()}, and who is to do it is not said";
        if (recipients.Count == 0 && match.Recipient >= 0 && document.Tokens[match.Recipient].Xpos == "PRP")
            return $"whom “{document.Tokens[match.Recipient].Form}” means is not known";
        if (match.Recipient < 0 && recipients.Count == 0 && type is { Verbal: true } && actors.TrueForAll(a => a.Kind == ActorKind.Person && !a.IsKnown) && !SpeaksForBody(document, match.Actor))
            return "who says it is a person whom nobody knows, and it is said to nobody";
        if (_rules.TwoSides.Contains(match.Type) && match.Recipient >= 0 && !(match is { Frame.Nominal: true, Pattern.Reciprocal: true } && actors.Count > 1) && document.PlaceAt(match.Recipient) is { } place && IsAtHome(document, place, actors, recipients))
            return "it is not known that he is away from his own country";
        if (_rules.BothKnown.Contains(document.Tokens[match.Trigger].Lemma) || match.Fixed.Exists(t => _rules.BothKnown.Contains(document.Tokens[t].Lemma)))
        {
            if (actors.Concat(recipients).Where(a => a.IsKnown).Select(a => a.Name).Distinct(StringComparer.Ordinal).Count() < 2)
                return "it is known of one side only who it is";
        }
        else if (_rules.TwoSides.Contains(match.Type) && !HasTwoSides(match, actors, recipients) && !AreOfficials(document, match.Actor) && !IsHeldByMany(document, match))
            return "only one of its sides is known";
        if (_rules.Unmade.Contains(status) && !spared && !(actors.Exists(a => a.IsKnown) && recipients.Exists(a => a.IsKnown)) && !actors.Exists(ActsForMany) && !AreOfficials(document, match.Actor) && !AskedByMany(document, act) && !recipients.Exists(a => a.Kind != ActorKind.Person && a.IsKnown)
            // “the president said he would step down”: that is done to nobody.
            && !(_rules.OneSided.Contains(match.Type) && actors.Exists(a => a.Id is not null)))
            return $"it is {status.ToString().ToLowerInvariant()}, and only one of its sides is known";
        return null;
    }

    /// <summary>“Eighty people were killed”, “the crew was detained”, “the killing of ten men”; “the internment of the peasants” is told in general.</summary>
    private bool IsToldOfVictims(Match match) => _rules.VictimsAlone.Contains(match.Type) && (!match.Frame.Nominal || _rules.DoerUnsaid.Contains(match.Type));

    /// <summary>“Riots broke out in Osh”, “gunmen killed six in Mali”: nobody is known who takes part, but it is known where; “the war in Mali” tells of none that took place now.</summary>
    public bool IsPlaced(Document document, Act act)
    {
        var match = act.Match;
        ref readonly var trigger = ref document.Tokens[match.Trigger];
        return _rules.Placed.Contains(match.Type) && !match.Incomplete
            // “a linguist in Minsk pronounced a sentence”: who does it is said, and takes part in nothing
            && (match.Actor < 0 || Participants.IsSomebody(document, match.Actor, codebook.Operators.Participants))
            && (!match.Frame.Nominal || trigger.Relation == Relation.Nsubj && trigger.Head >= 0
                && (codebook.Operators.HappeningVerbs.Contains(document.Tokens[trigger.Head].Lemma) || document.Tree.Dependent(match.Trigger, Relation.Det) is >= 0 and var article && codebook.Operators.IndefiniteArticles.Contains(document.Tokens[article].Form))
                || match.Recipient >= 0 || IsDated(document, match.Trigger))
            && (EventPlace.Of(document, match, codebook.Operators) is { Precision: not Place.Unknown }
                // “clashes continued in Tripoli”: the place hangs on the verb
                || match.Frame.Obliques.Exists(oblique => codebook.Operators.PlacePrepositions.Contains(oblique.Preposition) && document.PlaceAt(oblique.Noun) is { Precision: not Place.Unknown })
                || (match.Frame.Nominal || match.Fixed.Count > 0 || IsCounted(document, match.Recipient)) && IsDated(document, match.Trigger));
    }

    /// <summary>“36 labourers were murdered”, “at least 30 were hurt”: who they are is not known, but how many.</summary>
    public bool IsToldOfNumber(Document document, Match match) => IsToldOfVictims(match) && IsCounted(document, match.Recipient);

    private static bool IsCounted(Document document, int noun) => noun >= 0 && (document.Tokens[noun].Upos == Upos.NUM || document.Tree.Dependent(noun, Relation.Nummod) >= 0);

    /// <summary>“Friday's raid”, “protests on Tuesday night”, “hijacked on April 12”: the word itself has its day, which tells the act from others.</summary>
    private static bool IsDated(Document document, int trigger)
    {
        foreach (var d in document.Tree.Of(trigger))
            if (document.Tokens[d].Relation is Relation.NmodPoss or Relation.Nmod or Relation.NmodUnmarked or Relation.Obl or Relation.OblUnmarked && document.TimeAt(d) is { Date.Day: > 0 } or { IsRelative: true })
                return true;
        return false;
    }

    /// <summary>“A summit of African leaders opened”: it took place, and those of whom it is told are several.</summary>
    public bool IsHeldByMany(Document document, Match match) =>
        document.Tokens[match.Trigger] is { Relation: Relation.Nsubj, Head: >= 0 and var verb } && codebook.Operators.HappeningVerbs.Contains(document.Tokens[verb].Lemma)
        && (match.Recipient >= 0 ? match.Recipient : match.Actor) is >= 0 and var who
        // “African leaders”: the leaders, and not Africa.
        && AreOfficials(document, document.Tokens[who] is { Relation: Relation.Amod or Relation.Compound or Relation.NmodPoss, Head: >= 0 and var owned } ? owned : who);

    /// <summary>“the two foreign ministers”: so many who act for somebody, as all sides of a talk.</summary>
    private bool AreBothSides(Document document, Match match) =>
        match.Pattern is { Reciprocal: true } && AreOfficials(document, match.Actor) && document.Tree.Dependent(match.Actor, Relation.Nummod) >= 0;

    /// <summary>“people”, “a man”: a word for anybody, with nothing that says how many or which.</summary>
    private bool IsAnybody(Document document, int noun)
    {
        if (!_rules.Anybody.Contains(document.Tokens[noun].Lemma))
            return false;
        // “dozens of people”
        if (document.Tokens[noun] is { Relation: Relation.Nmod, Head: >= 0 and var many } && codebook.Operators.Measures.Hold(document, many))
            return false;
        foreach (var d in document.Tree.Of(noun))
            if (document.Tokens[d].Relation is Relation.Nummod or Relation.Amod or Relation.Nmod or Relation.Compound or Relation.NmodPoss or Relation.Appos)
                return false;
        return true;
    }

    /// <summary>An active verb without a subject, or with one that is neither a name, nor him to whom it is done (“the blogger drew five years”), nor through what somebody acts (“the resolution obliges Chad to leave”).</summary>
    private bool IsDoneByThing(Document document, Match match) =>
        document.Tokens[match.Trigger] is { Upos: Upos.VERB, Xpos: not "VBN" } && !VerbGroup.IsPassive(document, match.Trigger)
        && (match.Frame.Subject is var subject && subject < 0
            || subject != match.Recipient && !match.Fixed.Contains(subject) && document.Tokens[subject].Upos is Upos.NOUN or Upos.PRON && !codebook.Operators.Instruments.Hold(document, subject));

    private static bool SentenceHolds(Document document, int token, IReadOnlyList<Lexicon> lexicons)
    {
        var sentence = document.SentenceOf(token);
        for (var t = sentence.First; t < sentence.End; t++)
            if (document.Tokens[t].Upos is Upos.NOUN or Upos.PROPN)
                foreach (var lexicon in lexicons)
                    if (lexicon.Holds(document, t))
                        return true;
        return false;
    }

    /// <summary>“In the film the emir threatens the British”: the sentence says where it is to be seen or read.</summary>
    private bool IsDepicted(Document document, int token)
    {
        var sentence = document.SentenceOf(token);
        for (var t = sentence.First; t < sentence.End; t++)
            if (document.Tokens[t] is { Upos: Upos.NOUN, Relation: Relation.Obl } && FrameReader.Preposition(document, t) == "in" && _rules.Depictions.Hold(document, t))
                return true;
        return false;
    }

    /// <summary>“visited Missouri”: a place in his own country, or a part of one that may be the own country of somebody whom nobody knows.</summary>
    private bool IsAtHome(Document document, Place place, List<Actor> actors, List<Actor> recipients) =>
        recipients.Count == 0 ? actors.Exists(a => a is { Country: { } home, IsSettled: false } && home == place.Country)
            : _rules.Parts.Contains(place.Precision) && recipients.TrueForAll(r => actors.Exists(r.Is) || r.Mention is { } mention && !document.IsMention(mention))
                && actors.TrueForAll(a => a.Kind != ActorKind.Organization && !a.IsKnown && !(a.Sector is { } office && _rules.ForStates.Contains(office)));

    /// <summary>“a NATO spokesman, Jan Novak”, “Jan Novak, a spokesman for the UN”: the words say for whom he speaks.</summary>
    private static bool SpeaksForBody(Document document, int head)
    {
        if (head < 0)
            return false;
        var (first, last) = Phrase.Extent(document, head);
        for (var t = first; t <= last; t++)
            if (document.MentionAt(t) is { Actor: var body } && body.IsKnown || document.MentionOver(t) is { Actor: var over } && over.IsKnown)
                return true;
        return false;
    }

    private bool IsPoll(Document document, Attribution told)
    {
        foreach (var source in told.Source)
            for (var t = document.FirstTokenFrom(source.Start); t < document.Tokens.Length && document.Tokens[t].Span.Start < source.End; t++)
                if (_rules.Polls.Contains(document.Tokens[t].Lemma))
                    return true;
        return false;
    }

    private bool IsShare(Document document, int head)
    {
        if (head < 0)
            return false;
        return _rules.Shares.Contains(document.Tokens[head].Lemma) || document.Tokens[head] is { Relation: Relation.Nmod, Head: >= 0 and var whole } && _rules.Shares.Contains(document.Tokens[whole].Lemma);
    }

    /// <summary>“senior commanders”, “the envoys”: several who act for somebody, though it is not known for whom.</summary>
    private bool AreOfficials(Document document, int head) =>
        head >= 0 && document.Tokens[head].Xpos == "NNS" && codebook.Operators.Participants.Hold(document, head);

    /// <summary>“the Council called for her release”: what a state or body demands, promises or threatens is told, whoever is to do it.</summary>
    private bool AskedByMany(Document document, Act act) =>
        act.Composition.Speech is { } speech && Participants.Of(document, speech.Actor).Exists(a => a.Kind != ActorKind.Person && a.IsKnown);

    /// <summary>Two who are known, or one of whom acts for many; a body that meets by itself, a state at a conference.</summary>
    // “at the party gathering”: its own members are no sides.
    private bool HasTwoSides(Match match, List<Actor> actors, List<Actor> recipients)
    {
        var sides = 0;
        var known = 0;
        var many = false;
        for (var i = 0; i < actors.Count + recipients.Count; i++)
        {
            var actor = i < actors.Count ? actors[i] : recipients[i - actors.Count];
            if (i >= actors.Count && actors.Exists(actor.Is))
                continue;
            var heads = Math.Max(1, actor.Members.Count);
            sides += heads;
            known += actor.IsKnown ? heads : 0;
            many |= ActsForMany(actor);
        }
        return sides > 1 ? known > 1 || many : many && (match.Fixed.Count > 0 || match.Frame.Nominal || actors.TrueForAll(a => a.Kind == ActorKind.Organization && !(a.Sector is { } sector && codebook.Operators.CivilSectors.Contains(sector))));
    }

    /// <summary>A state, a body, a group, or somebody who acts for his government; not a private person.</summary>
    private bool ActsForMany(Actor actor) => actor.IsKnown && (actor.Kind != ActorKind.Person || actor.Sector is { } sector && _rules.ForStates.Contains(sector));
}
