using Demarche.Codebooks;
using Demarche.Coding;
using Demarche.Parsing;

namespace Demarche.Positioning;

/// <summary>Reads positions off words, events, cues and statements, before any is left out and before their issue is known.</summary>
internal sealed class StanceReader(Codebook codebook, WordNumbers numbers)
{
    private readonly PositionRules _rules = codebook.Positions;
    private readonly PatternMatcher _matcher = new(codebook, codebook.Positions.Patterns, codebook.Compiled?.Stances);
    private readonly Turning _turning = new(codebook.Operators, codebook.Positions);
    private readonly ConditionReader _conditions = new(codebook.Operators, codebook.Positions);
    private readonly VerdictReader _verdicts = new(codebook, numbers);
    private readonly StatementReader _statements = new(codebook);
    private readonly PhraseReader _phrases = new(codebook, numbers);
    private readonly double _confidence = codebook.Operators.Confidence.GetValueOrDefault("path", 1);
    private readonly IReadOnlySet<string> _acts = codebook.Agreements.Acts;

    public List<Stand> Read(Document document, NumberedWord[] words, List<(Agreement Claim, int Trigger)> claims)
    {
        var stands = new List<Stand>();
        // What the words are, decides also against an event or a cue that rests on the same word.
        var left = new HashSet<(int Trigger, string Stance)>();
        foreach (var match in _matcher.Find(document))
            FromWords(document, match, stands, left);
        // “would not restore relations with Colombia”: the refusal is the position, and Colombia has none.
        var refusals = document.Events.Where(e => codebook.Operators.Refusals.Contains(e.Type)).Select(e => e.Trigger).ToHashSet();
        foreach (var e in document.Events)
        {
            if (e.Status != EventStatus.Denied || !refusals.Contains(e.Trigger))
                FromEvent(document, e, stands, left);
            FromTold(document, e, stands);
        }
        foreach (var attribution in document.Attributions)
            FromCue(document, attribution, stands, left);
        foreach (var (claim, trigger) in claims)
            FromClaim(document, claim, trigger, stands);
        _phrases.Read(document, words, stands);
        _verdicts.Read(document, words, stands);
        _statements.Read(document, stands);
        foreach (var stand in stands)
        {
            stand.Sentence = document.IndexOfSentence(stand.Trigger);
            Condition(document, stand);
        }
        stands.RemoveAll(stand => stand is { OnlyOnCondition: true, Condition: null });
        return stands;
    }

    private void FromWords(Document document, Match match, List<Stand> stands, HashSet<(int Trigger, string Stance)> left)
    {
        var rule = _rules.OfPattern[match.Rule];
        if (rule.IsNone)
        {
            foreach (var other in _rules.Turns.Keys)
                left.Add((match.Trigger, other));
            return;
        }
        // “tied the boat to the pier”, “linked two towns”
        if (rule.ConditionBehind is { } preposition && Behind(document, match.Trigger, preposition) < 0)
            return;
        // “the Belarusian opposition” is a party, “its opposition to the ban” a stance.
        if (match.Frame.Nominal && _rules.Takers.Holds(document, match.Trigger) && document.Tree.Dependent(match.Trigger, Relation.NmodPoss) < 0 && match.Frame.Carrier < 0)
            return;
        var attribution = document.AttributionAt(match.Trigger);
        var actors = Participants.Of(document, match.Actor, [_rules.Takers]);
        // “his critics want it”: it is not his.
        if (match.Actor >= 0 && _rules.Strangers.Contains(document.Tokens[match.Actor].Lemma) && document.MentionAt(match.Actor) is null)
            actors.RemoveAll(actor => actor.Mention is { } owner && !owner.Contains(document.Tokens[match.Actor].Span));
        // “is out of the question for him”: the pattern's other side holds it; else whoever says so.
        // “soldiers backed by artillery”: what is named as the doer is nobody.
        var byThing = actors.Count == 0 && match.Actor >= 0 && match.Actor > match.Trigger && VerbGroup.IsPassive(document, match.Trigger);
        if (actors.Count == 0 && !byThing && match.Frame is not { Nominal: true } && (MayBeSpeakers(document, match) || Matter.IsUnresolved(document, match.Actor)) && attribution?.Speaker is { } speaker)
            actors = [speaker, .. attribution.FurtherSpeakers];
        if (actors.Count == 0 && match.Frame is { Nominal: true } && match.Frame.Owners.Count == 0 && document.AttributionByCue(match.Trigger)?.Speaker is { } source)
            actors = [source];
        if (actors.Count == 0)
        {
            document.Considered.Add(new(document.Tokens[match.Trigger].Span, match.Rule, "nobody whose position it is could be made out"));
            return;
        }
        string? stance, reason;
        if (JoinedTo(document, match.Trigger) is { Speaker: { } speaking } outer)
        {
            (attribution, actors) = (outer.Via, [speaking, .. outer.FurtherSpeakers]);
            (stance, reason) = (rule.Stance, $"it is joined to “{document.Tokens[outer.CueHead].Form}”");
        }
        else
            stance = _turning.Of(document, match, rule, attribution, actors, out reason);
        if (stance is not null && rule.Wish && match.Complement >= 0 && !VerbGroup.MayBeWished(document, match.Complement))
            (stance, reason) = (null, "its clause says what is so, not what is to be");
        if (stance is null)
        {
            left.Add((match.Trigger, rule.Stance));
            document.Considered.Add(new(document.Tokens[match.Trigger].Span, match.Rule, reason ?? "nothing is left of the stance"));
            return;
        }
        var recipients = Participants.Of(document, match.Recipient);
        var outcome = Matter.Of(document, match, _rules);
        if (rule.Hostile is { } hostile && outcome >= 0 && stance != rule.Hostile && IsHostile(document, outcome))
            stance = hostile;
        // “a charge that Khartoum rejects”
        if (stance == "refuse" && Antecedent(document, match.Frame.Object) is >= 0 and var noun && _rules.Charges.Holds(document, noun))
            stance = "deny";
        stands.Add(new()
        {
            Trigger = match.Trigger,
            Kind = StandKind.Words,
            Actors = actors,
            Rule = rule,
            Stance = stance,
            Named = rule.ObjectIsCondition ? match.Fixed : [],
            Addressees = [.. recipients.Where(r => !actors.Exists(r.Is))],
            Outcome = outcome,
            Attribution = attribution,
            Evidence = Matter.Evidence(document, match, outcome),
            Source = match.Rule,
            Confidence = _confidence,
            Why = () => $"“{document.Tokens[match.Trigger].Form}” matches {match.Rule} ({match.Form!.Written}){(reason is null ? "" : $", and {reason}")}; actor: {string.Join(", ", actors.Select(a => a.Name))}",
        });
    }

    /// <summary>
    /// “denied that it planned a raid and accused the others”: of two verbs of speech in the past the second is joined to the first, though the tree joins it to the verb of the clause
    /// between; the attribution of the first, or null where nothing is so.
    /// </summary>
    private static Attribution? JoinedTo(Document document, int trigger)
    {
        var tokens = document.Tokens;
        if (tokens[trigger] is not { Relation: Relation.Conj, Xpos: "VBD" or "VBN", Head: >= 0 and var between } || between > trigger || document.AttributionByCue(trigger) is null
            || tokens[trigger].Xpos == "VBN" && document.Tree.Dependent(trigger, Relation.Obj) < 0 && !AsksFor(document, trigger))
            return null;
        while (tokens[between] is { Relation: Relation.Xcomp, Head: >= 0 and var over })
            between = over;
        if (tokens[between].Relation is not (Relation.Ccomp or Relation.Advcl) || document.AttributionByCue(between) is { Kind: not (AttributionKind.Belief or AttributionKind.Intention) })
            return null;
        foreach (var d in document.Tree.Of(trigger))
            // “asks that it be put off and has proposed”: what is to be has not been done.
            if (tokens[d].Relation.Universal() is Relation.Nsubj || tokens[d].Relation.Universal() == Relation.Aux && !(tokens[d].Lemma == "have" && tokens[between].Xpos == "VB"))
                return null;
        var verb = tokens[between].Head;
        for (var step = 0; verb >= 0 && step < 3; verb = tokens[verb].Head, step++)
            if (document.AttributionByCue(verb) is { Speaker: not null } outer)
                // “the envoy apologised and offered to pay, the Kremlin said”: what stands before its verb of speech is all said.
                return verb > trigger ? null : tokens[verb].Xpos == "VBD" || tokens[between].Xpos == "VB" ? outer : null;
        return null;
    }

    /// <summary>“appealed for”, “called for”: active though the tree takes the verb for a participle.</summary>
    private static bool AsksFor(Document document, int verb)
    {
        foreach (var d in document.Tree.Of(verb))
            if (d > verb && document.Tokens[d].Relation == Relation.Obl && FrameReader.Preposition(document, d) == "for" && document.Tree.LeftEdge(d) == verb + 1)
                return true;
        return false;
    }

    /// <summary>The noun that a relative pronoun as object stands for; −1 for any other word.</summary>
    private static int Antecedent(Document document, int token) =>
        token >= 0 && document.Tokens[token].Xpos == "WDT" && document.Tokens[token].Head is >= 0 and var verb && document.Tokens[verb].Relation == Relation.AclRelcl ? document.Tokens[verb].Head : -1;

    /// <summary>True where the words have no actor of their own, so that they are the speaker's view: “is not open to bargaining”.</summary>
    private static bool MayBeSpeakers(Document document, Match match) =>
        match.Actor < 0 || document.Tree.Dependent(match.Trigger, Relation.Cop) >= 0 || document.Tree.Dependent(match.Trigger, Relation.AuxPass) >= 0;

    private bool IsHostile(Document document, int head)
    {
        // Who promises not to use force threatens nobody, and what a promised act is done for harms nobody.
        if (Negation.Of(document, head, codebook.Operators) is not null)
            return false;
        if (document.Tokens[head] is { Upos: Upos.VERB, Xpos: not "VBG" })
            return _rules.HostileActs.Holds(document, head) || document.Tree.Dependent(head, Relation.Obj) is >= 0 and var done && _rules.HostileActs.Holds(document, done) && !Matter.IsUndone(document, head, _rules);
        for (var t = document.Tree.LeftEdge(head); t <= document.Tree.RightEdge(head); t++)
            if (_rules.HostileActs.Holds(document, t))
                return true;
        return false;
    }

    private void FromEvent(Document document, Event e, List<Stand> stands, HashSet<(int Trigger, string Stance)> left)
    {
        if (e.Trigger < 0 || e.Status is not (EventStatus.Asserted or EventStatus.Reported) || _rules.OfEvent(e.Rule, e.Type) is not { } rule || left.Contains((e.Trigger, rule.Stance)))
            return;
        var match = new Match { Type = e.Type, Pattern = null, Rule = e.Rule, Frame = _matcher.FrameAt(document, e.Trigger) };
        if (e.Recipients.Count == 0 && document.AttributionByCue(e.Trigger) is { } cue && _rules.Speech.TryGetValue(cue.Polarity, out var order) && order.Addressed && IsThing(document, e.Trigger))
            return;
        rule = OfPlace(document, e.Trigger, rule);
        if (_turning.OfEvent(document, match, rule) is not { } stance)
            return;
        var outcome = Matter.Of(document, match, _rules);
        // “Argentina will give battle, he warned from the balcony”: what is said is the content.
        Span? content = document.AttributionByCue(e.Trigger) is { Content: [var said, ..] } ? said : null;
        if (content is { } words && outcome >= 0 && !words.Contains(document.Tokens[outcome].Span) && FrameReader.Preposition(document, outcome) is not ("for" or "of" or "on" or "against"))
            outcome = -1;
        if (rule.Hostile is { } hostile && outcome >= 0 && IsHostile(document, outcome))
            stance = hostile;
        stands.Add(new()
        {
            Trigger = e.Trigger,
            Content = content,
            Kind = StandKind.Event,
            Actors = [.. e.Actors],
            Rule = rule,
            Stance = stance,
            Addressees = e.Recipients,
            Outcome = outcome,
            Date = e.Date,
            Attribution = e.Attribution,
            Evidence = outcome >= 0 ? Matter.Widened(document, e.Evidence, e.Trigger, outcome) : e.Evidence,
            Condition = e.Spans.FirstOrDefault(s => s.Role == "condition") is { Role: not null } condition ? condition.Span : null,
            Source = e.Rule,
            Confidence = e.Confidence,
            Why = () => $"{e.Type} is read as “{stance}”; {e.Why}",
        });
    }

    /// <summary>“Algerian patrols had opened fire first, the Moroccan minister said”: who tells what another side has done accuses it.</summary>
    private void FromTold(Document document, Event e, List<Stand> stands)
    {
        if (e is not { Trigger: >= 0, Status: EventStatus.Reported, Attribution: { Speaker: { Country: { } country, IsSettled: false } speaker } attribution } || !_rules.Told.TryGetValue(e.Type, out var rule) || !_rules.StatedBy.Contains(attribution.Polarity)
            || !(speaker.Kind == ActorKind.State || speaker.Sector is { } sector && _rules.ToldBy.Contains(sector)) || e.Actors.Count == 0 || e.Actors.Any(doer => doer.SameSide(speaker) || doer.Country is null || doer.Country == country))
            return;
        stands.Add(new()
        {
            Trigger = e.Trigger,
            Kind = StandKind.Statement,
            Actors = [speaker, .. attribution.FurtherSpeakers],
            Rule = rule,
            Stance = rule.Stance,
            Addressees = e.Actors,
            Outcome = e.Trigger,
            Date = attribution.Date,
            Attribution = attribution,
            Evidence = e.Evidence,
            Source = "positions/tells-of-another",
            Confidence = _confidence,
            Why = () => $"{speaker.Name} tells what {string.Join(", ", e.Actors.Select(a => a.Name))} has done; {e.Why}",
        });
    }

    /// <summary>True where the object is a thing and no clause says what is to be done.</summary>
    private bool IsThing(Document document, int trigger) =>
        _matcher.FrameAt(document, trigger) is { Object: >= 0 and var thing } frame && !frame.Complements.Exists(c => document.Tokens[c].Relation is Relation.Ccomp or Relation.Xcomp) && document.Tokens[thing].Upos == Upos.NOUN && document.MentionAt(thing) is null;

    /// <summary>“dispute the Essequibo”: who disputes a place denies nothing, he claims it.</summary>
    private StanceRule OfPlace(Document document, int trigger, StanceRule rule)
    {
        if (!_rules.Contesting.Contains(document.Tokens[trigger].Lemma) || _matcher.FrameAt(document, trigger).Object is not (>= 0 and var place))
            return rule;
        return document.Tokens[place].Upos == Upos.PROPN && document.MentionAt(place)?.Actor?.Kind is null or ActorKind.Region ? _rules.Contested : rule;
    }

    /// <summary>“demanded”, “its call for”: the cue says what is done with its content.</summary>
    private void FromCue(Document document, Attribution attribution, List<Stand> stands, HashSet<(int Trigger, string Stance)> left)
    {
        if (attribution.Speaker is not { } speaker || attribution.CueHead < 0 || !_rules.Speech.TryGetValue(attribution.Polarity, out var rule)
            || left.Contains((attribution.CueHead, rule.Stance)) || _conditions.Opens(document, attribution.CueHead)
            || Negation.Of(document, attribution.CueHead, codebook.Operators) is not null)
            return;
        if (IsAnothers(document, attribution.CueHead))
            return;
        if (rule.Addressed && attribution.Addressees.Count == 0 && IsThing(document, attribution.CueHead) || attribution.Kind == AttributionKind.Belief && rule.Stance == "question")
            return;
        rule = OfPlace(document, attribution.CueHead, rule);
        var match = new Match { Type = rule.Stance, Pattern = null, Rule = attribution.Rule, Frame = _matcher.FrameAt(document, attribution.CueHead) };
        var outer = JoinedTo(document, attribution.CueHead);
        List<Actor> actors = outer is null ? [speaker, .. attribution.FurtherSpeakers] : [outer.Speaker!, .. outer.FurtherSpeakers];
        if ((outer is null ? _turning.Of(document, match, rule, attribution.Via, actors, out _) : rule.Stance) is not { } stance)
            return;
        var matter = Matter.Of(document, match, _rules);
        // “reject that reading”: what somebody is charged with one denies.
        if (stance == "refuse" && matter >= 0 && _rules.Charges.Holds(document, matter))
            stance = "deny";
        var cue = attribution.Cue[0];
        var evidence = cue;
        foreach (var span in attribution.Content)
            if (document.SentenceOf(document.FirstTokenFrom(span.Start)) == document.SentenceOf(attribution.CueHead))
                evidence = evidence.To(span);
        stands.Add(new()
        {
            Trigger = attribution.CueHead,
            Kind = StandKind.Cue,
            Actors = actors,
            Rule = rule,
            Stance = stance,
            Addressees = attribution.Addressees,
            Outcome = matter,
            Content = attribution.Content.Count > 0 ? attribution.Content[0] : null,
            Date = attribution.Date,
            Attribution = outer is null ? attribution.Via : outer.Via,
            Evidence = evidence,
            Source = attribution.Rule,
            Confidence = Math.Min(_confidence, attribution.Confidence),
            Why = () => $"“{document.Words(cue)}” {attribution.Polarity}, which is read as “{stance}”; {attribution.Why}",
        });
    }

    /// <summary>“accused it of backing them”, “a treaty banning shells”: the gerund is not what whoever speaks does.</summary>
    private static bool IsAnothers(Document document, int cue) =>
        document.Tokens[cue] is { Xpos: "VBG", Head: >= 0 and var over } gerund && (document.Tree.Dependent(cue, Relation.Mark) is >= 0 and var mark && document.Tokens[mark].Lemma == "of" || gerund.Relation == Relation.Acl && document.Tokens[over].Upos == Upos.NOUN && document.MentionAt(over) is null);

    /// <summary>“has been breached by Addis Ababa, Cairo maintained”: who says that an agreement is broken accuses; who says that it is alive supports it.</summary>
    private void FromClaim(Document document, Agreement claim, int trigger, List<Stand> stands)
    {
        if (claim.By is not { } by || claim.Against is { } against && against.SameSide(by) || !(_rules.Claimed.TryGetValue(claim.Rule, out var rule) || _rules.Claimed.TryGetValue(claim.Claim, out rule) || IsInsisted(document, claim) && _rules.Insisting.Claims.TryGetValue(claim.Claim, out rule)))
            return;
        // Who says that another keeps it supports nothing; and who leaves it acts, unless he says so.
        if (claim.Parties.Count > 0 && !claim.Parties.Any(by.SameSide) || _acts.Contains(claim.Claim) && claim.Attribution?.Speaker?.SameSide(by) != true)
            return;
        stands.Add(new()
        {
            Trigger = trigger,
            Kind = StandKind.Cue,
            Actors = claim.Attribution is { Speaker: { } speaker } said && speaker.Is(by) ? [by, .. said.FurtherSpeakers] : [by],
            Rule = rule,
            Stance = rule.Stance,
            Addressees = claim.Against is { } breaker ? [breaker] : [],
            Attribution = claim.Attribution,
            Evidence = claim.Evidence,
            Content = claim.Evidence,
            Source = claim.Rule,
            Confidence = _confidence,
            Why = () => $"to say that it is {claim.Claim} is to {rule.Stance}; {claim.Why}",
        });
    }

    /// <summary>“insists that the treaty is in force”: who only says so takes no side.</summary>
    private bool IsInsisted(Document document, Agreement claim) =>
        claim.Attribution is { CueHead: >= 0 and var cue } && _rules.Insisting.Verbs.Contains(document.Tokens[cue].Lemma);

    /// <summary>A condition that the tree hangs elsewhere belongs to the only position of its sentence that can have one.</summary>
    public void AddConditions(Document document, List<Stand> stands)
    {
        stands.RemoveAll(inner => stands.Exists(outer => outer != inner && outer.Condition is { } condition && condition.Contains(document.Tokens[inner.Trigger].Span) && !outer.Rule.ObjectIsCondition));
        foreach (var group in stands.Where(s => !_rules.Unconditional.Contains(s.Stance)).GroupBy(s => s.Sentence).ToList())
            if (group.Count() == 1 && group.Single() is { Condition: null, Kind: not StandKind.Cue } only)
                only.Condition = _conditions.Alone(document, only) is { } alone && IsInReach(document, only.Trigger, alone) ? alone : null;
        foreach (var stand in stands.Where(s => s is { Condition: null, Stance: "offer" or "commit" or "support" }).ToList())
            if (_conditions.Back(document, stand) is { } back)
            {
                stand.Condition = back;
                // What only says so is no further offer.
                stands.RemoveAll(other => other != stand && (other.Sentence == stand.Sentence || other.Sentence == stand.Sentence + 1) && other.Condition is { } same && same.Overlaps(back) && other.Stance == "offer");
            }
        // “will leave unless …” threatens.
        foreach (var stand in stands)
            // “will leave the talks if they insist” threatens, “will leave the talks” refuses them.
            if (stand.Kind == StandKind.Statement && stand.Rule == _rules.Breaking && (stand.Condition is not null || stand.Attribution is { Polarity: "warns" or "threatens" }))
                stand.Stance = "threaten";
            else if (stand.Rule.Conditioned is { } offered && stand.Condition is not null && stand.Stance == stand.Rule.Stance)
                stand.Stance = offered;
            // “will stay unless they are fired on” promises.
            else if (stand.Stance == "commit" && stand.Condition is { } condition && IsThreatening(document, condition) && !_rules.Lasting.Holds(document, stand.Trigger))
                stand.Stance = "threaten";
            // “would open the port in exchange for the islands” offers.
            else if (stand is { Stance: "commit", Kind: StandKind.Statement, Condition: { } price } && _conditions.IsPrice(document, price, stand.Trigger))
                stand.Stance = "offer";
            // “would arrest the next crew” threatens, and so does “the loan might be withheld if the deadline stood”.
            else if ((stand is { Stance: "commit", Kind: StandKind.Statement } && stand.Rule != _rules.Doing || stand is { Stance: "offer", Kind: StandKind.Statement, OnlyOnCondition: true }) && _rules.Harm.Hold(document, Matter.DeedOf(document, stand.Trigger)))
                stand.Stance = "threaten";
            // “would hold the cities if war was forced on it”, “would take the appeal back if the columns halted”
            else if (stand is { Stance: "commit", Kind: StandKind.Statement, Condition: { } occasion } && !_rules.Lasting.Holds(document, stand.Trigger))
                stand.Stance = _conditions.Answered(document, occasion, stand.Trigger) ?? stand.Stance;
        // What the act tells already, in the same words.
        stands.RemoveAll(said => said.Kind == StandKind.Statement && stands.Exists(told => told.Kind == StandKind.Event && told.Stance == said.Stance && told.Evidence.Overlaps(said.Evidence) && said.Actors.TrueForAll(actor => told.Actors.Exists(actor.SameSide))));
    }

    /// <summary>“Suva, which thinks it weak, will not sign unless …”: a condition outside a relative clause is not that of what stands inside.</summary>
    private static bool IsInReach(Document document, int trigger, Span condition)
    {
        for (var t = trigger; t >= 0; t = document.Tokens[t].Head)
            if (document.Tokens[t].Relation == Relation.AclRelcl)
                return condition.Start <= document.Tokens[document.Tree.RightEdge(t)].Span.End;
        return true;
    }

    /// <summary>“unless they leave”, “if they do not leave”.</summary>
    private bool IsThreatening(Document document, Span condition)
    {
        var first = document.FirstTokenFrom(condition.Start);
        var opening = document.Tokens[first].Form.ToLowerInvariant();
        if (_rules.Threatening.Contains(opening))
            return true;
        if (!_rules.Threatening.Contains($"{opening} not"))
            return false;
        for (var t = first + 1; t < document.Tokens.Length && document.Tokens[t].Span.Start < condition.End; t++)
            if (document.Tokens[t].Upos is Upos.PART or Upos.ADV && codebook.Operators.Negations.Contains(document.Tokens[t].Form))
                return true;
        return false;
    }

    private void Condition(Document document, Stand stand)
    {
        if (_rules.Unconditional.Contains(stand.Stance))
        {
            stand.Condition = null;
            return;
        }
        if (stand.Rule.ObjectIsCondition && stand.Outcome >= 0)
            stand.Condition = WithoutPreposition(document, Whole(document, stand), stand.Named);
        else if (stand.Rule.ConditionBehind is { } preposition && Behind(document, stand.Trigger, preposition) is >= 0 and var noun)
            stand.Condition = WithoutPreposition(document, noun, []);
        else
        {
            stand.Condition = _conditions.Of(document, stand) ?? (stand.OnlyOnCondition ? _conditions.Alone(document, stand) : stand.Condition) ?? (stand.Stance == "threaten" ? _conditions.OfSubject(document, stand) : null);
            // “consents in the event that they leave”: on what it depends it is not about.
            if (stand.Outcome >= 0 && stand.Condition is { } condition && condition.Contains(document.Tokens[stand.Outcome].Span))
                stand.Outcome = -1;
        }
    }

    /// <summary>“depends on the outcome of the vote”: what it is about is the vote, the condition all of it.</summary>
    private static int Whole(Document document, Stand stand)
    {
        var noun = stand.Outcome;
        while (document.Tokens[noun] is { Relation: Relation.Nmod, Head: >= 0 and var over } && over > stand.Trigger && over < noun && document.Tokens[over].Upos == Upos.NOUN)
            noun = over;
        return noun;
    }

    /// <summary>“tied the loan to reforms”: the reforms; −1 where nothing stands behind the preposition.</summary>
    private static int Behind(Document document, int trigger, string preposition)
    {
        foreach (var d in document.Tree.Of(trigger))
            if (d > trigger && document.Tokens[d].Relation.Universal() == Relation.Obl && FrameReader.Preposition(document, d) == preposition)
                return d;
        return -1;
    }

    /// <summary>“depends on their release”: the release; of “makes the release a prerequisite” not what it is made.</summary>
    private static Span WithoutPreposition(Document document, int noun, IReadOnlyList<int> named)
    {
        var (first, last) = Phrase.Extent(document, noun);
        while (first < noun && document.Tokens[first] is { Upos: Upos.ADP, Relation: Relation.Case })
            first++;
        foreach (var token in named)
            if (token > noun && token <= last)
                last = Math.Max(noun, document.Tree.LeftEdge(token) - 1);
        return document.SpanOf(first, last);
    }
}
