using Demarche.Codebooks;
using Demarche.Parsing;

namespace Demarche.Coding;

/// <summary>
/// Says whose act somebody answers, praises or condemns where his own words only point to it: “Israel bombed the port. Iran condemned the attack.”
/// </summary>
internal sealed class Reactions(Operators operators)
{
    private readonly ReactionRules _rules = operators.Reactions;

    /// <summary>Gives a recipient to every reaction without one, when an act of another, or words of his, stand shortly before.</summary>
    /// <param name="document">With mentions and attributions.</param>
    /// <param name="acts">The acts of the story in text order.</param>
    public void Find(Document document, List<Act> acts)
    {
        for (var i = 0; i < acts.Count; i++)
            if (acts[i].Match is { Complement: < 0 } match && IsOpen(document, match) && Named(document, match) is >= 0 and var noun && WhoseIs(document, acts, i, noun) is >= 0 and var whose)
                (match.Recipient, match.RecipientLent, match.Answered) = (whose, true, noun);
    }

    /// <summary>True for a reaction that names nobody to whom it is addressed.</summary>
    private bool IsOpen(Document document, Match match) =>
        match.Actor >= 0 && match.Pattern?.Reciprocal != true && _rules.MadeBy.Contains(match.Type)
        && (match.Recipient < 0 || !Participants.Any(document, match.Recipient) && document.PlaceAt(match.Recipient) is null && !Participants.IsSomebody(document, match.Recipient, operators.Somebody));

    /// <summary>What is answered: a definite noun for an act, “it”, or the noun of a relative clause; −1 when it is nothing told before.</summary>
    private int Named(Document document, Match match)
    {
        foreach (var noun in (ReadOnlySpan<int>)[match.AnyNoun, .. match.Fixed, match.Recipient, match.Frame.Object])
            // “joined the lawsuit” is a suit; “criticized the lawsuit” answers one.
            if (noun >= 0 && noun != match.Actor && noun != match.Trigger && Points(document, noun, match.Trigger) && TypesOf(document, noun) is var types && MayAnswer(match.Type, types) && !(types is not null && types.Contains(match.Type) && match.Fixed.Contains(noun)))
                return noun;
        return -1;
    }

    /// <summary>“the attack”, “that decision”, “it”; “a decision which the mufti welcomed”, whatever its article.</summary>
    private bool Points(Document document, int noun, int trigger)
    {
        ref readonly var token = ref document.Tokens[noun];
        if (token.Upos == Upos.PRON)
            return operators.Impersonal.Contains(token.Form) && token.Xpos is "PRP" or "DT" && !Participants.Any(document, noun);
        if (token.Upos != Upos.NOUN || char.IsUpper(token.Form[0]) || TypesOf(document, noun) is not { } types)
            return false;
        if (document.Tokens[trigger].Relation == Relation.AclRelcl && document.Tokens[trigger].Head == noun)
            return true;
        // “the attack on Kyiv”, “the decision to leave”: told here for the first time.
        foreach (var d in document.Tree.Of(noun))
            if (d > noun && d != trigger && document.Tokens[d].Relation.Universal() is Relation.Nmod or Relation.Acl || types.Count == 0 && document.Tokens[d].Relation == Relation.Compound)
                return false;
        return document.Tree.Dependent(noun, Relation.Det) is >= 0 and var article && !operators.IndefiniteArticles.Contains(document.Tokens[article].Form) && document.Tree.Dependent(noun, Relation.NmodPoss) < 0;
    }

    /// <summary>“accepted the proposal”, and not “apologized for that”: some only answer what was asked or offered.</summary>
    private bool MayAnswer(string type, IReadOnlyList<string>? types) =>
        !_rules.Only.TryGetValue(type, out var answered) || types is { Count: > 0 } && types.All(answered.Contains);

    /// <summary>The types of act that a noun may point back to, empty for any; null when it points to none.</summary>
    private IReadOnlyList<string>? TypesOf(Document document, int noun)
    {
        foreach (var (lexicon, types) in _rules.PointTo)
            if (lexicon.Holds(document, noun))
                return types;
        return null;
    }

    /// <summary>The head of who did or said it, in this sentence or the one before; −1 when nobody known did.</summary>
    private int WhoseIs(Document document, List<Act> acts, int reaction, int noun)
    {
        var match = acts[reaction].Match;
        var reacting = Participants.Of(document, match.Actor);
        if (reacting.Count == 0 && document.AttributionAt(match.Trigger)?.Speaker is { } self && operators.FirstPerson.Contains(document.Tokens[match.Actor].Form))
            reacting = [self];
        if (reacting.Count == 0)
            return -1;
        var types = document.Tokens[noun].Upos == Upos.PRON ? null : TypesOf(document, noun);
        var first = document.SentenceOf(match.Trigger).First;
        if (first > 0)
            first = document.SentenceOf(first - 1).First;
        for (var i = reaction - 1; i >= 0 && acts[i].Match.Trigger >= first; i--)
        {
            var told = acts[i].Match;
            // “Chad, which Niger has sanctioned, condemned the ruling”: what only says who reacts is not reacted to.
            if (told.Trigger == noun || told.Pattern?.Reciprocal == true || document.Tree.Dominates(match.Actor, told.Trigger) || types is not null && !(types.Count > 0 ? types.Contains(told.Type) : !_rules.Words.Contains(told.Type)))
                continue;
            // “The vote was stolen, Macron said”: whose words it is, says the attribution.
            if (told is { Actor: < 0, Pattern.BySpeaker: true })
                break;
            // The last act of the kind is meant, and who did it may not be known.
            return told.Actor >= 0 && IsAnother(document, told.Actor, reacting) ? told.Actor : -1;
        }
        if (SpeakerBefore(document, first, document.Tokens[match.Trigger].Span.Start, noun, reacting) is >= 0 and var speaker)
            return speaker;
        return types is { Count: 0 } && SubjectBefore(document, match.Trigger) is >= 0 and var subject && IsAnother(document, subject, reacting) ? subject : -1;
    }

    /// <summary>“Kenya is to close the camp. The UN praised the decision”: where no act was made out, of whom the sentence before tells; −1 when it tells of nobody.</summary>
    private static int SubjectBefore(Document document, int trigger)
    {
        var here = document.SentenceOf(trigger);
        if (here.First == 0)
            return -1;
        var before = document.SentenceOf(here.First - 1);
        for (var t = before.First; t < before.End; t++)
            if (document.Tokens[t].Relation == Relation.Nsubj && document.Tokens[t].Head is >= 0 and var verb && document.Tokens[verb].Relation == Relation.Root && document.MentionAt(t) is { Kind: not MentionKind.Adjective, Actor: { } who } && who.IsKnown)
                return t;
        return -1;
    }

    /// <summary>“Bush wants one agency. Trump called the idea absurd”: whose words the noun sums up.</summary>
    private int SpeakerBefore(Document document, int first, int until, int noun, List<Actor> reacting)
    {
        if (document.Tokens[noun].Upos != Upos.PRON && !_rules.SumUp.Hold(document, noun))
            return -1;
        for (var i = document.Attributions.Count - 1; i >= 0; i--)
        {
            var attribution = document.Attributions[i];
            if (attribution.CueHead < first || document.Tokens[attribution.CueHead].Span.Start >= until || attribution.Speaker is { } who && reacting.Exists(r => r.SameSide(who)))
                continue;
            if (attribution.Speaker is null || attribution.Source.Count == 0)
                return -1;
            for (var t = document.FirstTokenFrom(attribution.Source[0].Start); t < document.Tokens.Length && document.Tokens[t].Span.End <= attribution.Source[^1].End; t++)
                if (document.MentionAt(t) is { } mention && mention.Actor.Is(attribution.Speaker) && IsAnother(document, t, reacting))
                    return t;
            return -1;
        }
        return -1;
    }

    private static bool IsAnother(Document document, int head, List<Actor> reacting) =>
        Participants.Of(document, head) is { Count: > 0 } who && !who.Exists(w => reacting.Exists(r => r.SameSide(w)));
}
