using Demarche.Attributing;
using Demarche.Codebooks;

namespace Demarche.Coding;

/// <summary>Turns the patterns found in a story into events: actors, recipients, status, date, place, and the words each rests on.</summary>
internal sealed class EventCoder(Codebook codebook, AttributionRules attributions) : IStage
{
    private readonly PatternMatcher _matcher = new(codebook, codebook.Acts, codebook.Compiled?.Acts);
    private readonly Lending _lending = new(codebook);
    private readonly StatusReader _status = new(codebook.Operators);
    private readonly Neighbours _neighbours = new(codebook.Operators);
    private readonly OperatorActs _operatorActs = new(codebook.Operators);
    private readonly StatusDecision _decision = new(codebook.Operators, attributions);
    private readonly Telling _telling = new(codebook.Operators, attributions);
    private readonly Abstention _abstention = new(codebook);
    private readonly Reactions _reactions = new(codebook.Operators);
    private readonly Unarmed _unarmed = new(codebook);
    private readonly Describer _describer = new(codebook.Operators);
    private readonly Resumption _resumption = new(codebook.Operators);

    public Layers Requires => Layers.Trees | Layers.Actors | Layers.Attributions;

    public Layers Assigns => Layers.Events;

    public void Process(Document document)
    {
        var events = new List<Event>();
        var carriers = new List<(Event Event, Act Act)>();
        var resuming = new List<(Act Act, Event? Event)>();
        foreach (var act in Acts(document))
        {
            var e = Record(document, act);
            if (_resumption.MayTakeUp(document, act, e))
                resuming.Add((act, e));
            if (e is not null)
            {
                events.Add(e);
                if (act.Carries >= 0)
                    carriers.Add((e, act));
                if (act.Refused is { } refused && Record(document, refused) is { } denied)
                    events.Add(denied);
            }
        }
        foreach (var (carrier, act) in carriers)
            if (events.Exists(e => e.Trigger == act.Carries))
            {
                events.Remove(carrier);
                Leave(document, act.Match, "what the paper says is told");
            }
        document.Events.AddRange(EventMerger.Merge(document, events, codebook.Operators.SameWords));
        _resumption.Resume(document, document.Events, resuming);
        for (var i = 0; i < document.Events.Count; i++)
            document.Events[i].Id = $"e{i + 1}";
    }

    /// <summary>All acts of the story with what stands around them, in text order, before any is left out.</summary>
    public List<Act> Acts(Document document)
    {
        var noActs = new HashSet<int>();
        var matches = _matcher.Find(document, noActs);
        var byToken = new Match?[document.Tokens.Length];
        foreach (var match in matches)
            byToken[match.Trigger] = match;

        Func<int, Match?> matchAt = token => byToken[token];
        var acts = new List<Act>();
        foreach (var match in matches)
            acts.Add(new(match, _status.Read(document, match, matchAt))
            {
                Carries = Papers.CarriedBy(document, match, matchAt, codebook),
                Refused = match.Refused is { } refused && _status.Read(document, refused, matchAt) is { Status: EventStatus.Denied } composition ? new(refused, composition) : null,
            });
        _operatorActs.Add(document, acts, byToken, noActs, match => _matcher.IsPresupposed(document, match));
        foreach (var act in acts)
            Compose(document, act);
        LeaveOpen(acts);
        _lending.Inherit(document, acts);
        foreach (var act in acts)
        {
            _lending.Lend(document, act);
            _neighbours.TakeAnswerer(document, act.Match, byToken);
            _neighbours.TakeDoer(document, act.Match, byToken);
            Neighbours.TakeBearer(document, act.Match, byToken);
        }
        acts.Sort((a, b) => a.Match.Trigger.CompareTo(b.Match.Trigger));
        _reactions.Find(document, acts);
        return acts;
    }

    /// <summary>“did not accuse Iran of shelling them”, “might ask Chad to leave”: of what a speech act that was not made speaks of, nothing is said.</summary>
    private static void LeaveOpen(List<Act> acts)
    {
        foreach (var act in acts)
            if (act.Composition is { Status: EventStatus.Reported or EventStatus.Demanded or EventStatus.Threatened or EventStatus.Promised, Speech: { } speech }
                && acts.Find(a => a.Match == speech) is { Composition.Status: EventStatus.Denied or EventStatus.Hypothetical, Replaced: false })
                act.Composition.Status = EventStatus.Hypothetical;
    }

    /// <summary>What the operators make of the type: “stopped shelling” is a RETREAT.</summary>
    private static void Compose(Document document, Act act)
    {
        foreach (var (op, token) in act.Composition.Operators)
        {
            // “has not received her support”: it was not given, which is no refusal by whoever might have given it.
            var withheld = op.Status is EventStatus.Denied or null && token == act.Match.Trigger && act.Match is { Frame: { Nominal: false, Subject: >= 0 and var subject }, Actor: >= 0 and var actor } && subject == act.Match.Recipient && subject != actor;
            if (withheld || op.TypeOver(act.Match.Type) is not { } type)
            {
                // “is expected to stop shelling”: what stands over the new act bears on it.
                if (act.Replaced && op.Status is { } status)
                    act.Composition.Status = status;
                continue;
            }
            act.Match.Type = type;
            act.Composition.Status = null;
            act.Composition.Reasons.Add($"“{document.Tokens[token].Form}” makes the whole {type}");
            act.Replaced = true;
        }
    }

    private Event? Record(Document document, Act act)
    {
        var match = act.Match;
        var reciprocal = match.Pattern?.Reciprocal ?? false;
        // “ties between Ankara and Cairo were restored”
        if (reciprocal && match is { Actor: < 0, Recipient: < 0, Frame.Nominal: false })
            match.Actor = Participants.SidesOf(document, match.Fixed);
        // “Iraq and Iran exchanged fire”: both sides are there.
        if (match.Incomplete && match.Recipient < 0 && !(reciprocal && (Participants.Of(document, match.Actor).Count > 1 || act.Composition.Speech is not null)))
            return Leave(document, match, "a part of the pattern is missing");
        // “In a call with Macron, Xi said …”; “insisted on talks” says nothing of talks that were held.
        if (reciprocal && match.Actor < 0 && match.Frame.GovernorSubject >= 0)
        {
            // “backed her in an interview” gives it to somebody else; “asked him in an interview by video” does not.
            if (match.Recipient < 0 && IsSaying(document, match.Trigger) && (match.Fixed.Count > 0 || !codebook.Operators.Abstention.BothKnown.Contains(document.Tokens[match.Trigger].Lemma)))
                match.Recipient = match.Frame.GovernorObject;
            if (match.Recipient < 0)
                return Leave(document, match, "no other side is named");
            match.Actor = match.Frame.GovernorSubject;
        }
        var classes = codebook.Operators.Participants;
        var actors = NotTheirOwner(document, match.Actor, Participants.Of(document, match.Actor, classes));
        var recipients = NotTheirOwner(document, match.Recipient, Participants.Of(document, match.Recipient, codebook.Operators.Somebody, places: true));
        if (Participants.Hailing(document, match, codebook.Operators.Persons) is { } hailing)
            recipients = [hailing];
        if (recipients.Count == 0 && Participants.Addressed(document, match) is { } addressed)
            recipients.Add(addressed);
        // “used gas in Douma, in the view of Paris”: who says it is not whom it is done to.
        if (match is { Recipient: >= 0, RecipientLent: false, Presupposed: false } && document.AttributionAt(match.Trigger) is { } words && match.Recipient != match.Frame.Object)
            recipients.RemoveAll(r => r.Mention is { } mention && words.Source.Any(source => source.Overlaps(mention)));
        if (actors.Count == 0 && match.Actor < 0 && _neighbours.SentByOwner(document, match) is >= 0 and var sent)
        {
            actors.AddRange(Participants.Of(document, sent).FindAll(owner => owner.IsKnown));
            match.Actor = actors.Count > 0 ? sent : -1;
        }
        // “backed the Clean Air Act”: a law is no side.
        recipients.RemoveAll(r => r is { Id: null, Kind: ActorKind.Group, Mention: not null } && codebook.Operators.NamedPapers.Contains(r.Name[(r.Name.LastIndexOf(' ') + 1)..]));
        // “opposed the Iraq war”: said of a war, and not to Iraq.
        if (match.Recipient >= 0 && recipients.Count > 0)
            foreach (var about in document.Tree.Of(match.Recipient))
                if (Participants.NamesTopic(document, match.Recipient, about, codebook.Operators))
                    recipients.RemoveAll(r => r.Mention is { } mention && mention.Overlaps(document.Tokens[about].Span));
        if (match.Recipient >= 0 && codebook.Operators.SaidOf.Contains(match.Type))
            recipients = Participants.WithoutWronged(document, match.Recipient, recipients, codebook.Operators);
        // “Two bombs planted by rebels killed six”
        if (actors.Count == 0 && match.Actor >= 0 && codebook.Operators.Instruments.Hold(document, match.Actor) && Participants.AgentBehind(document, match.Actor) is { } agent)
            actors.Add(agent);
        // “a letter signed by the bishops urged”, “an editorial in Granma called”
        if (actors.Count == 0 && match.Actor >= 0 && document.Tokens[match.Actor].Upos == Upos.NOUN && codebook.Type(match.Type) is { Verbal: true })
            actors.AddRange(Participants.VoicesOf(document, match.Actor, classes));
        // “$500 from Ann Holt, a cook who backed the mayor, and $100 from a guild”: the guild, behind the verb, is no subject of his.
        RemoveBehind(document, match, match.Actor, actors);
        RemoveBehind(document, match, match.Recipient, recipients);
        var around = match.Speaker?.Via ?? document.AttributionAt(match.Trigger);
        if (actors.Count == 0 && around is { Speaker: { } self } && SpeaksOfHimself(document, act, around))
            actors.AddRange([self, .. around.FurtherSpeakers]);
        // “the people voted for me”
        if (recipients.Count == 0 && match.Recipient >= 0 && document.Tokens[match.Recipient] is { Upos: Upos.PRON, Form: "me" or "us" } && around is { Speaker: { } myself })
            recipients.Add(myself);
        // “Withdraw your troops, he told them”
        if (act.Composition.Command && actors.Count == 0 && match.Actor < 0 && around is { Addressees.Count: > 0 } commanded)
            actors.AddRange(commanded.Addressees);
        // “Lock her up!”, with nobody who is told to
        if (act.Composition.Command && actors.Count == 0 && match.Actor < 0)
            return Leave(document, match, "it is called for, and who is to do it is not said");
        if (around is { Speaker: { Country: { } home } })
            (actors, recipients) = (OfSpeaker(document, actors, match.Actor, home), OfSpeaker(document, recipients, match.Recipient, home));
        var type = codebook.Type(match.Type);
        if (actors.Count == 0 && match.Actor >= 0 && type is { Verbal: true })
            return Leave(document, match, $"“{document.Tokens[match.Actor].Form}” is nobody who speaks");
        if (actors.Count == 0)
            actors.AddRange(match.Speaker is { } spokenBy ? [spokenBy.Speaker!, .. spokenBy.FurtherSpeakers] : SpeakersOf(document, match.Trigger));
        if (type is { ExcludesSectors: { Count: > 0 } excluded } && recipients.Find(r => r.Sector is { } sector && excluded.Contains(sector)) is { } outsider)
            return Leave(document, match, $"{outsider.Name} is no side of such an event");
        if (type is { WithSomebody: true } && match.Recipient >= 0 && (recipients.Count == 0 && codebook.Operators.Inert.Hold(document, match.Recipient) || IsOwnedThing(document, match)))
            return Leave(document, match, $"“{document.Tokens[match.Recipient].Form}” is nobody");
        if (_unarmed.ByPerson(match, type, actors, recipients) is { } spoken && _unarmed.IsWithoutArms(document, match, spoken, actors, recipients))
        {
            // “the senator beat his rival”: between persons the words tell of polls and games.
            if (spoken == Pattern.NoEvent)
                return Leave(document, match, "between persons these words are a figure of speech");
            (match.Type, type, act.Replaced) = (spoken, codebook.Type(spoken), true);
        }
        if (match.Pattern?.ByState is { } ofState && actors.Count > 0 && match.Actor >= 0 && document.MentionAt(match.Actor) is not null && actors.TrueForAll(Unarmed.IsOfState))
        {
            // “backing for the strikes”: a state lays down no work.
            if (ofState == Pattern.NoEvent)
                return Leave(document, match, "a state does no such thing");
            (match.Type, type, act.Replaced) = (ofState, codebook.Type(ofState), true);
            // “summoned the envoy to protest against”: said by the act that it is the purpose of.
            if (type is { Verbal: true } && (act.Composition.Status == EventStatus.Planned || act.Composition.Speech?.Type == ofState && document.Tokens[match.Trigger].Head is >= 0 and var summoning && Control.IsToldToSummoned(document, summoning, match.Trigger, codebook.Operators)))
                return Leave(document, match, "another act is how it was said");
        }
        // “Syria bombed Aleppo”, “the ministry sued Ohio”: what is done to a part of his own country is done to that.
        // “sued the state of Ohio” may be “filed suit against the state of Ohio”.
        if (match.Recipient >= 0 && (match.Recipient == match.Frame.Object || FrameReader.Preposition(document, match.Recipient) == "against") && !codebook.Operators.Abstention.TwoSides.Contains(match.Type))
            recipients = recipients.ConvertAll(r => r is { Kind: ActorKind.State, Mention: { } part } && !document.IsMention(part) && actors.Exists(a => !a.IsSettled && a.Country == r.Country) ? r with { Id = null, Kind = ActorKind.Region } : r);
        // Nobody acts on himself unless the words say so; who goes about in his own country visits nobody; a company may well sue Ohio.
        recipients.RemoveAll(r => r.Kind == ActorKind.State && r.Mention is { } mention && !document.IsMention(mention) && actors.Exists(a => !a.IsSettled && a.Country == r.Country && !(a.Id is null && a.Kind == ActorKind.Organization)));
        // “endorsements from governors and mayors”: who stands in both places acts.
        if (match.Recipient >= 0 && match.Recipient == match.Actor && !reciprocal)
        {
            recipients.Clear();
            match.Recipient = -1;
        }
        var onlyHimself = recipients.RemoveAll(r => actors.Exists(a => a.Is(r))) > 0 && recipients.Count == 0;
        if (onlyHimself && Participants.Itself(document, match.Recipient, codebook.Operators.Persons) is { } his)
            (onlyHimself, recipients) = (false, [his]);
        // “the killing of a priest by police in Minsk”: not done to the state, whose police it is, but to the priest.
        if (recipients.Count == 0 && match.Recipient >= 0 && _matcher.VictimOf(document, match) is >= 0 and var victim && victim != match.Recipient)
            (onlyHimself, match.Recipient, recipients) = (false, victim, Participants.Of(document, victim, codebook.Operators.Somebody));
        // “closed its embassy in Tehran”: it is Tehran's loss.
        if (recipients.Count == 0 && match.Recipient >= 0 && Participants.Host(document, match, actors) is { } host)
            (onlyHimself, recipients) = (false, [host]);
        if (onlyHimself && type is { BetweenTwo: true })
            return Leave(document, match, "who does it and whom it is done to are the same");
        if (actors.Count == 0 && recipients.Count == 0 && !_abstention.IsToldOfNumber(document, match) && !_abstention.IsPlaced(document, act))
            return Leave(document, match, "nobody who takes part could be made out");
        if (match.Pattern is { Needs.Count: > 0 } pattern && (pattern.Needs.Contains(Slot.Actor) && actors.Count == 0 || pattern.Needs.Contains(Slot.Recipient) && match.Recipient < 0 && recipients.Count == 0))
            return Leave(document, match, "these words say too little where not both sides are named");
        if (match.Pattern?.ByPowers == true && !actors.Exists(_unarmed.IsPower))
            return Leave(document, match, "no state does it, nor anybody who acts for one or bears arms");
        if (type is { NeedsRecipient: true } && match.Recipient < 0 && match.Fixed.Count == 0)
            return Leave(document, match, "for whom it is done is not said");
        if (!actors.Concat(recipients).Any(a => a.IsKnown || a.Mention is { } m && document.IsMention(m)) && match.Weight < codebook.Operators.LeastAmongStrangers && !_abstention.IsToldOfNumber(document, match) && !_abstention.IsPlaced(document, act))
            return Leave(document, match, "nobody in it is known, and the words alone say too little");

        // “a movement fighting for equality”: nobody is named with whom.
        if (reciprocal && match is { Frame.Nominal: false, Recipient: < 0, Fixed.Count: 0 } && actors.Count == 1 && actors[0].Members.Count < 2 && type is { Verbal: false } && document.Tokens[match.Actor < 0 ? match.Trigger : match.Actor].Xpos is "NN" or "NNP" or "PRP")
            return Leave(document, match, "no other side is named");
        // “such exchanges”, “their conversations”: nobody is named with whom.
        if (reciprocal && match.Frame is { Nominal: true, Carrier: < 0 } && actors.Count + recipients.Count == 1 && !_abstention.IsHeldByMany(document, match))
            return Leave(document, match, "no other side is named");

        var named = actors.Count > 0;
        if (reciprocal && named)
            actors.AddRange(recipients.Where(r => !actors.Exists(a => a.Is(r))));
        else if (reciprocal)
            (actors, recipients) = (recipients, []);
        // “hopes of a meeting between Xi and Modi”: both sides are named.
        named |= reciprocal && actors.Count > 1;

        var attribution = _telling.Of(document, act);
        var status = _decision.Of(document, act, attribution, actors);
        if (status is not (EventStatus.Asserted or EventStatus.Reported) && !named && !recipients.Exists(r => r.IsKnown))
            return Leave(document, match, $"it is {status.ToString().ToLowerInvariant()} and nobody is named to do it");
        // “Iran will retaliate, analysts said”: nobody threatens through another's forecast.
        if (match.Announced && attribution?.Speaker is { } forecaster && !actors.Exists(actor => Participants.SpeaksFor(forecaster, actor)))
            return Leave(document, match, "another says what he will do");
        // “will retaliate, Tehran warned” is one threat.
        if (match.Announced && act.Composition.Speech is { } told && told.Type == match.Type)
            return Leave(document, match, "the words around it are the same act");
        if (match.Pattern?.BySpeaker == true && act.Composition.Speech is { } saying && saying.Type == match.Type)
            return Leave(document, match, "the words around it are the same act");
        if (IsGeneral(document, match, type, actors))
            return Leave(document, match, "it is told of nobody in particular");
        if (_abstention.Why(document, act, status, actors, recipients) is { } reason)
            return Leave(document, match, reason);

        (actors, recipients) = (_describer.InFull(document, actors, match.Trigger), _describer.InFull(document, recipients, match.Trigger));
        var evidence = match.Evidence(document);
        var confidence = ConfidenceOf(match, actors, recipients);
        confidence = Math.Max(Math.Min(confidence, codebook.Operators.LeastSure), Math.Round(confidence - DoubtOf(document, match, status), 2));
        if (confidence < codebook.Operators.Threshold)
            return Leave(document, match, "it is too unsure");

        var time = EventTime.Of(document, match, codebook.Operators);
        // What is told of a day to come has not happened: “the council meets on Tuesday”.
        if (status == EventStatus.Asserted && time is { IsRelative: false } && time.Date.Earliest > document.Story.Published)
            status = EventStatus.Planned;
        var place = EventPlace.Of(document, match, codebook.Operators);
        var spans = new List<RoleSpan> { new("trigger", document.Tokens[match.Trigger].Span) };
        AddRole(document, spans, "actor", match.Actor);
        if (match is { Actor: < 0, Speaker.Speaker.Mention: { } speaking })
            spans.Add(new("actor", speaking));
        AddRole(document, spans, "recipient", match.Recipient);
        if (time is not null)
            spans.Add(new("date", document.SpanOf(time.First, time.End - 1)));
        if (place is not null)
            spans.Add(new("place", place.Mention));
        if (codebook.Operators.PlaceAsRecipient && recipients.Count == 0 && match.Recipient < 0 && place is { Country: { } there })
        {
            recipients = [Participants.StateOf(place, there)];
            spans.Add(new("recipient", place.Mention));
        }
        if (act.Composition.Condition is >= 0 and var condition && type?.Verbal == true)
            spans.Add(new("condition", Phrase.SpanOf(document, condition)));

        return new()
        {
            Type = match.Type,
            Mode = act.Replaced ? null : match.Mode,
            Contexts = match.Pattern?.Contexts ?? [],
            Actors = actors,
            Recipients = recipients,
            Date = time is { IsRelative: false } ? time.Date : null,
            DateEnd = time?.DateEnd,
            DateNote = time?.Note,
            Place = place,
            Anterior = match.IsAnterior(document),
            Status = status,
            Background = IsBackground(document, time),
            Attribution = attribution,
            Evidence = evidence,
            Spans = spans,
            Quad = type?.Quad ?? 0,
            Score = match.Pattern?.Score ?? type?.Score,
            Cameo = match.Pattern?.Cameo,
            Rule = match.Rule,
            Rung = match.Frame.SubjectRepaired ? "clause" : "path",
            Confidence = confidence,
            Why = Why(document, act, status, actors, recipients),
            Trigger = match.Trigger,
        };
    }

    /// <summary>Of several before a verb, those who stand behind it belong to another noun.</summary>
    private static void RemoveBehind(Document document, Match match, int head, List<Actor> found)
    {
        if (found.Count > 1 && !match.Frame.Nominal && head >= 0 && head < match.Trigger)
            found.RemoveAll(actor => actor.Mention is { } mention && mention.Start > document.Tokens[match.Trigger].Span.Start);
    }

    /// <summary>“his wife wrote”, “the senator's supporters”: they are not he; “Iran's sailors” are Iran's.</summary>
    private List<Actor> NotTheirOwner(Document document, int head, List<Actor> found) =>
        found.Count == 0 ? found
        : found[0] is { Mention: { } mention } and ({ Kind: ActorKind.Person } or { Kind: ActorKind.Group, Id: null }) && !mention.Overlaps(document.Tokens[head].Span) && document.MentionAt(head) is null && document.MentionOver(head) is null
            && Participants.Itself(document, head, codebook.Operators.Persons) is { } own ? [own, .. found.Skip(1)]
        : _describer.NotTheirState(document, head, found[0]) is { } group ? [group, .. found.Skip(1)] : found;

    /// <summary>“Our soldiers never entered Lebanon”: those of the speaker's country.</summary>
    private List<Actor> OfSpeaker(Document document, List<Actor> found, int head, string country) =>
        found is [{ Id: null, Country: null } own] && head >= 0 && document.Tree.Dependent(head, Relation.NmodPoss) is >= 0 and var owner && codebook.Operators.FirstPersonOwners.Contains(document.Tokens[owner].Form) ? [own with { Country = country }] : found;

    /// <summary>“called Obama's ignorance disrespectful”: nobody telephones a thing, whosever it is; “telephoned Obama's office” does.</summary>
    private bool IsOwnedThing(Document document, Match match) =>
        codebook.Operators.Abstention.TwoSides.Contains(match.Type) && match.Recipient == match.Frame.Object && !match.Frame.Nominal && document.Tokens[match.Recipient].Upos == Upos.NOUN && document.Tree.Dependent(match.Recipient, Relation.NmodPoss) >= 0
        && document.PlaceAt(match.Recipient) is null && !Participants.IsSomebody(document, match.Recipient, codebook.Operators.Somebody) && !codebook.Operators.Targets.Hold(document, match.Recipient);

    /// <summary>“In a call, Xi asked Macron”: the verb on which a talk hangs tells of words; “disowned him at a conference” does not say that they met.</summary>
    private bool IsSaying(Document document, int noun)
    {
        var verb = noun;
        while (verb >= 0 && (verb == noun || document.Tokens[verb].Upos is Upos.NOUN or Upos.PROPN))
            verb = document.Tokens[verb].Head;
        // “asked him for such guarantees in a call” is no statement with a content, and is said all the same.
        return verb >= 0 && (document.AttributionByCue(verb) is not null || document.Tokens[verb].Upos == Upos.VERB && attributions.Verbs(document.Tokens[verb].Lemma).Count > 0);
    }

    /// <summary>“We have bombed no hospital”; “denied that he had been detained”, “announced that settlers were to be removed”: nobody else is named, and he speaks of his own side.</summary>
    private bool SpeaksOfHimself(Document document, Act act, Attribution attribution)
    {
        if (act.Match.Actor >= 0)
            return document.Tokens[act.Match.Actor] is { Upos: Upos.PRON } pronoun && codebook.Operators.FirstPerson.Contains(pronoun.Form);
        return !act.Match.Frame.Nominal && document.Tokens[act.Match.Trigger].Relation is not (Relation.Amod or Relation.Acl or Relation.AclRelcl) && codebook.Operators.OwnAct.Contains(attribution.Polarity)
            // “there are no plans to attack”: whose plans they are, he says of himself.
            || act.Composition.Status == EventStatus.Denied && !act.Match.Frame.Nominal && document.Tokens[act.Match.Trigger] is { Xpos: "VB", Relation: Relation.Acl }
            // “any raid will be met with fire, the general said”: he says it for those whom he leads
            || act.Match is { Announced: true, Frame.Nominal: false } && attribution.Speaker is { } leader && (leader.Kind is ActorKind.State or ActorKind.Organization || leader.Office is not null || leader.Sector is "GOV" or "MIL")
            // “announced the severing of ties”
            || act.Match.Frame.Nominal && act.Match.Pattern?.Reciprocal != true && attribution.CueHead >= 0 && document.Tokens[act.Match.Trigger] is { Relation: Relation.Obj or Relation.Conj } && IsObjectOf(document, act.Match.Trigger, attribution.CueHead) && codebook.Operators.OwnAct.Contains(attribution.Polarity)
            // “the inspectors will not be allowed back, Baghdad said”
            || act.Match is { Negated: true, Frame.Nominal: false } && attribution.Speaker is { } state && (state.Kind == ActorKind.State || state.Sector is "GOV" or "MIL");
    }

    private static bool IsObjectOf(Document document, int noun, int verb)
    {
        while (document.Tokens[noun].Relation == Relation.Conj && document.Tokens[noun].Head >= 0)
            noun = document.Tokens[noun].Head;
        return document.Tokens[noun].Relation == Relation.Obj && document.Tokens[noun].Head == verb;
    }

    /// <summary>“A state that attacks its neighbour breaks the Charter”, “presidents meet, soldiers die”.</summary>
    private bool IsGeneral(Document document, Match match, EventType? type, List<Actor> actors)
    {
        var tokens = document.Tokens;
        // “regularly incites”, “often blames”: a habit, not one happening.
        if (!match.Frame.Nominal && tokens[match.Trigger].Xpos is "VBZ" or "VBP")
            foreach (var d in document.Tree.Of(match.Trigger))
                if (tokens[d].Relation == Relation.Advmod && codebook.Operators.HabitualAdverbs.Contains(tokens[d].Form))
                    return true;
        // “exchange lists every year”
        if (!match.Frame.Nominal && tokens[match.Trigger].Xpos is "VBZ" or "VBP")
            foreach (var d in document.Tree.Of(match.Trigger))
                if (codebook.Operators.RecurringTimes.Contains(tokens[d].Lemma) && document.Tree.Dependent(d, Relation.Det) is >= 0 and var each && codebook.Operators.GeneralDeterminers.Contains(tokens[each].Form))
                    return true;
        if (match.Frame.Nominal || match.Actor < 0 || tokens[match.Trigger].Xpos is not ("VBZ" or "VBP") || tokens[match.Trigger].Xpos == "VBP" && codebook.Operators.Unchanged.Contains(tokens[match.Trigger].Form) || document.Tree.Dependent(match.Trigger, Relation.Aux) >= 0
            || type is not { Verbal: false } && match.Pattern?.Reciprocal != true && !IsOfKind(document, match) || tokens[match.Actor].Upos != Upos.NOUN || actors.Exists(a => a.IsKnown)
            || document.SentenceOf(match.Trigger).Kind == BlockKind.Title)
            return false;
        var article = document.Tree.Dependent(match.Actor, Relation.Det);
        return article < 0 ? tokens[match.Actor].Xpos == "NNS" && (match.Recipient < 0 || IsOfKind(document, match)) : codebook.Operators.IndefiniteArticles.Contains(tokens[article].Form);
    }

    /// <summary>“women who vote for women”: a plural without article that a clause narrows down to a kind.</summary>
    private static bool IsOfKind(Document document, Match match) =>
        document.Tokens[match.Trigger].Relation == Relation.AclRelcl && document.Tokens[match.Trigger].Head == match.Actor && document.Tokens[match.Actor].Xpos == "NNS" && document.Tree.Dependent(match.Actor, Relation.Det) < 0
        && document.Tree.Dependent(match.Actor, Relation.NmodPoss) < 0 && document.Tree.Dependent(match.Actor, Relation.Nummod) < 0 && document.Tree.LeftEdge(match.Trigger) - 1 is >= 0 and var before && document.Tokens[before].Form != ",";

    /// <summary>“is suspected in the West of”: the verb has no subject, but it is known who says it.</summary>
    private static IEnumerable<Actor> SpeakersOf(Document document, int trigger) =>
        document.AttributionByCue(trigger) is { Speaker: { } speaker } attribution ? [speaker, .. attribution.FurtherSpeakers] : [];

    private static Event? Leave(Document document, Match match, string why)
    {
        document.Considered.Add(new(document.Tokens[match.Trigger].Span, match.Rule, why));
        return null;
    }

    private double ConfidenceOf(Match match, List<Actor> actors, List<Actor> recipients)
    {
        var (doubts, specific) = (codebook.Operators.Doubts, codebook.Operators.Specific);
        var confidence = codebook.Operators.Confidence.GetValueOrDefault(match.Frame.SubjectRepaired ? "clause" : "path", 1);
        if (actors.Count == 0)
            confidence -= doubts.GetValueOrDefault("nobody_acts");
        if (match.Frame.SubjectBorrowed)
            confidence -= doubts.GetValueOrDefault("borrowed_actor");
        if (actors.Exists(a => a.Id is null) || recipients.Exists(r => r.Id is null))
            confidence -= doubts.GetValueOrDefault("unknown_actor");
        return Math.Round(confidence + Math.Min(specific.Most, specific.Each * match.Weight), 2);
    }

    /// <summary>How much less sure it is for the way it is told: by somebody in the story, as not made, in clauses below the main one.</summary>
    private double DoubtOf(Document document, Match match, EventStatus status)
    {
        var doubts = codebook.Operators.Doubts;
        var clauses = 0;
        for (var t = match.Trigger; t >= 0; t = document.Tokens[t].Head)
            clauses += document.Tokens[t].Relation.Universal() is Relation.Ccomp or Relation.Csubj or Relation.Xcomp or Relation.Advcl or Relation.Acl ? 1 : 0;
        return (status switch { EventStatus.Asserted => 0, EventStatus.Reported => doubts.GetValueOrDefault("told"), _ => doubts.GetValueOrDefault("unmade") })
            + Math.Min(clauses * doubts.GetValueOrDefault("deeper"), doubts.GetValueOrDefault("deepest"));
    }

    private bool IsBackground(Document document, TimeExpression? time) =>
        time is { IsRelative: false } && document.Story.Published is { } published && (time.DateEnd ?? time.Date).Latest.AddDays(codebook.Operators.BackgroundAfterDays) < published;

    private static void AddRole(Document document, List<RoleSpan> spans, string role, int head)
    {
        if (head < 0)
            return;
        var mentions = Participants.Of(document, head).Select(a => a.Mention).OfType<Span>().ToList();
        if (mentions.Count == 0)
        {
            var (first, last) = Phrase.Extent(document, head);
            mentions.Add(last - first < 12 ? document.SpanOf(first, last) : document.Tokens[head].Span);
        }
        foreach (var mention in mentions)
            spans.Add(new(role, mention));
    }

    private static string Why(Document document, Act act, EventStatus status, List<Actor> actors, List<Actor> recipients)
    {
        var match = act.Match;
        var text = new System.Text.StringBuilder();
        text.Append('“').Append(document.Tokens[match.Trigger].Form).Append("” matches ").Append(match.Rule);
        if (match.Form is { } form)
            text.Append(" (").Append(form.Written).Append(')');
        if (actors.Count > 0)
            text.Append("; actor: ").AppendJoin(", ", actors.Select(a => a.Name));
        if (recipients.Count > 0)
            text.Append("; recipient: ").AppendJoin(", ", recipients.Select(r => r.Name));
        text.Append("; ").Append(status.ToString().ToLowerInvariant());
        if (act.Composition.Reasons.Count > 0)
            text.Append(": ").AppendJoin(", ", act.Composition.Reasons);
        return text.ToString();
    }
}
