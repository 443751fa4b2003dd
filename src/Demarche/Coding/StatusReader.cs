using Demarche.Codebooks;
using Demarche.Parsing;

namespace Demarche.Coding;

/// <summary>Climbs from an act towards the root of its sentence and reads what each step makes of it.</summary>
internal sealed class StatusReader
{
    /// <summary>No sentence nests deeper in earnest; it bounds the climb on any tree.</summary>
    private const int MaxSteps = 24;

    private readonly Operators _operators;
    private readonly Conditions _conditions;
    private readonly Modality _modality;
    private readonly Links _links;
    private readonly NounClauses _nounClauses;
    private readonly Verdicts _verdicts;

    public StatusReader(Operators operators)
    {
        _operators = operators;
        _conditions = new(operators);
        _modality = new(operators, _conditions);
        _links = new(operators, _conditions);
        _nounClauses = new(operators);
        _verdicts = new(operators, _links);
    }

    /// <param name="document">With trees and attributions.</param>
    /// <param name="match">The act.</param>
    /// <param name="matchAt">The match at a token, or null: speech acts hand a status down to what stands inside.</param>
    public Composition Read(Document document, Match match, Func<int, Match?> matchAt)
    {
        var composition = new Composition { Trigger = match.Trigger };
        var (current, read) = (match.Trigger, -1);
        for (var step = 0; step < MaxSteps; step++)
        {
            ReadOwn(document, current, match, matchAt, composition, read);
            // “instead of attacking Iran”, “rather than withdraw”: something else was done.
            if (_conditions.IsReplaced(document, current))
            {
                composition.Apply(EventStatus.Denied, "something else was done in its place");
                break;
            }
            if (_conditions.FollowsDenial(document, current) || Negation.Joint(document, current, _operators) is not null)
            {
                composition.Apply(EventStatus.Denied, "what is denied before it is denied of it too");
                break;
            }
            read = current;
            if (match.Presupposed || !Rise(document, match, matchAt, composition, ref current))
                break;
        }
        if (composition.Status is (null or EventStatus.Planned) && _conditions.AreOver(document, match))
            composition.Apply(EventStatus.Hypothetical, "it depends on a condition");
        if (composition.Status is null && match is { Presupposed: false, Frame: { Nominal: true, Carrier: < 0 } } && _conditions.IsSupposed(document, match.Trigger))
            composition.Apply(EventStatus.Hypothetical, "it stands in a condition");
        composition.Condition = _conditions.In(document, match.Trigger, depth: 0);
        if (composition.Condition < 0 && current != match.Trigger)
            composition.Condition = _conditions.In(document, current, depth: 0);
        // “Should Accra refuse, he warned, Lomé would respond”: the words of warning stand inside what they tell.
        if (composition.Condition < 0 && document.Tokens[match.Trigger] is { Head: >= 0 and var told } && document.Tokens[match.Trigger].Relation == Relation.Parataxis)
            composition.Condition = _conditions.In(document, told, depth: 0);
        return composition;
    }

    /// <summary>One step up; false when what stands above does not bear on the act.</summary>
    private bool Rise(Document document, Match match, Func<int, Match?> matchAt, Composition composition, ref int current)
    {
        var tokens = document.Tokens;
        var head = tokens[current].Head;
        if (head < 0)
            return false;

        // “went so far as to expel them”
        if (_conditions.IsDone(document, current))
            return false;
        // “passed a law banning protests”: it is done where that is.
        if (Papers.VerbOf(document, current, _operators) is >= 0 and var putting)
        {
            current = putting;
            return true;
        }
        // “dropped its plan to expel them”: the parser may hang on the verb what belongs to the noun before it.
        if (Control.NounOfInfinitive(document, current, head, _operators) is >= 0 and var noun)
            head = noun;
        var link = head == tokens[current].Head ? _links.Of(document, current, head) : Link.Complement;
        // “Further fire would be answered”: of what is no certain act the verb says that it is open.
        if (current == match.Trigger && match.Frame.Nominal && _modality.IsOpenSubject(document, current, head) is { } open)
        {
            composition.Push(document, open.Operator, open.Token);
            return false;
        }
        // “would have condemned its annexation of Crimea”, “declined to condemn Rome's raid”: whose act is judged has done it, whether it is judged or not.
        if (link == Link.Noun && current == match.Trigger && _links.IsJudgedDeed(document, match, matchAt(head)))
            return false;
        // “it is untrue, he said, that they were arrested”
        if (link == Link.Clause && tokens[head] is { Relation: Relation.Parataxis, Head: >= 0 and var verdict } && verdict < head && document.Tree.Dependent(verdict, Relation.Expl) >= 0 && Clauses.Marked(document, current, "that")
            && (_operators.OfWord(tokens[verdict].Lemma) is { Status: EventStatus.Denied } || _operators.Veridical.Contains(tokens[verdict].Lemma) && Negation.Of(document, verdict, _operators) is not null))
            composition.Apply(EventStatus.Denied, $"“{tokens[verdict].Form}” denies it");
        // “provided Stockholm extradites them”: what depends on it does not bear on it.
        if (_conditions.FollowsParticipleMark(document, current))
            return false;
        // “reports of a strike are untrue”, “denied the claim that they had fled”
        var saysIt = link == Link.None && _links.IsContentOf(document, current, head);
        // “repeated the false claim that they had fled”
        if (saysIt)
            foreach (var d in document.Tree.Of(head))
                if (tokens[d].Relation is Relation.Amod && _operators.Untrue.Contains(tokens[d].Lemma))
                    composition.Apply(EventStatus.Denied, $"“{tokens[d].Form}” denies it");
        if ((saysIt || current != match.Trigger && Clauses.IsNominal(document, current)) && _verdicts.On(document, saysIt ? head : current, saysIt, matchAt, out var denial) is >= 0 and var denying)
        {
            composition.Speech ??= denial;
            composition.Apply(EventStatus.Denied, $"“{tokens[denying].Form}” denies it");
        }
        if (link == Link.None && tokens[current].Relation == Relation.Nsubj && Clauses.IsNominal(document, current))
        {
            // “talks will open on Monday”, “the raid did not take place”: what is said of the verb is said of the act.
            if (_links.IsOne(document, head, _operators.Occurring))
            {
                current = head;
                return true;
            }
            if (_links.IsOne(document, head, _operators.Unheld) && Negation.Of(document, head, _operators) is null)
                composition.Apply(EventStatus.Denied, $"“{tokens[head].Form}” says that it was not held");
            // “the embargo on Haiti ended”, “the curfew will expire on Monday”
            else if (current == match.Trigger && _operators.Ended.Contains(match.Type) && _operators.Find("cessation") is { } over && _links.IsOne(document, head, _operators.EndingVerbs))
            {
                composition.Push(document, over, head);
                current = head;
                return true;
            }
            // “an attack looks likely”
            else if (_links.PredicateOf(document, head) is >= 0 and var seeming && _operators.OfWord(tokens[seeming].Lemma) is { OfSubject: true } prospect)
                composition.Push(document, prospect, seeming);
            // “an attack was imminent”, “a meeting is unlikely”, “a raid looms”
            else if (_operators.OfWord(tokens[head].Lemma) is { OfSubject: true } forecast
                && (tokens[head].Upos != Upos.VERB || forecast.Status == EventStatus.Hypothetical && document.Tree.Dependent(head, Relation.Xcomp) < 0 && document.Tree.Dependent(head, Relation.Obj) < 0))
                composition.Push(document, forecast, head);
        }
        // “could close the strait, cutting off Oman”: what follows from what is open is open too.
        if (link == Link.None && current == match.Trigger && composition.Status is null && !IsVoiced(match) && tokens[current] is { Xpos: "VBG", Relation: Relation.Advcl } && current > head && Clauses.LeadingPreposition(document, current) is null && document.Tree.Dependent(current, Relation.Nsubj) < 0
            && VerbGroup.Of(document, head) is { Modal: >= 0 and var modal } && _operators.OfAuxiliary(tokens[modal].Form)?.Id != "future" && Negation.Of(document, head, _operators) is null)
            _modality.Read(document, head, composition);
        composition.Beside |= link == Link.None && current == match.Trigger && tokens[current] is { Xpos: "VBG", Relation: Relation.Advcl } && Clauses.LeadingPreposition(document, current) is not null;
        if (link == Link.None || link == Link.Noun && _links.SetsScene(document, current, head) && matchAt(head)?.Fixed.Contains(current) != true && !_links.Governs(document, head, current))
        {
            for (var (answer, above) = (head, 0); link == Link.Noun && answer >= 0 && above < 2 && composition.Answer is null; (answer, above) = (tokens[answer].Head, above + 1))
                composition.Answer = matchAt(answer) is { } words && _operators.Inside.ContainsKey(words.Type) && _links.IsAnswered(document, current, head) ? words : null;
            return false;
        }
        // “has not decided whether to cut off aid”: nothing is said of the act but that it is asked.
        if (link == Link.Complement && _links.IsAsked(document, current))
            return false;
        if (link == Link.Conjunct)
        {
            if (Modality.SharesAuxiliaries(document, current))
                _modality.Read(document, head, composition);
            // The first conjunct's negation is its own, what governs it is shared: go on from it without reading it.
            current = head;
            return Rise(document, match, matchAt, composition, ref current);
        }
        if (link == Link.Purpose)
        {
            // “used the speech to condemn him”: the words were spoken where what was done for it was done.
            if (_operators.Find("purpose") is { } purpose && !(current == match.Trigger && IsVoiced(match) && composition.Status is null && Clauses.IsPast(document, head) && Negation.Of(document, head, _operators) is null)
                // “joined the students to storm the gate”
                && !(composition.Status is null && _operators.Joint.Contains(tokens[head].Lemma) && Clauses.IsPast(document, head) && Negation.Of(document, head, _operators) is null))
            {
                composition.Push(document, purpose, current);
                // “should sue to stop the dam”, “could send troops to guard it”: as open as what is done for it.
                if (current == match.Trigger && VerbGroup.Of(document, head) is { Modal: >= 0 })
                    _modality.Read(document, head, composition);
            }
            return false;
        }

        if (!ReadGovernor(document, match, matchAt, composition, current, head, link))
            return false;
        current = head;
        return true;
    }

    /// <summary>What the word above makes of the act: an operator, a speech act, or a bare infinitive under it; false when the climb ends there.</summary>
    private bool ReadGovernor(Document document, Match match, Func<int, Match?> matchAt, Composition composition, int current, int head, Link link)
    {
        var tokens = document.Tokens;
        // “assured him that Moscow had placed no arms there”: what is past is told, not promised; “asked if they would go” demands nothing.
        var told = link == Link.Clause && (Clauses.IsPast(document, current) || _links.IsAsked(document, current));
        var speech = matchAt(head) is { } outer && _operators.Inside.ContainsKey(outer.Type) ? outer : null;
        if (!told || tokens[head].Relation != Relation.Root)
            composition.Speech ??= speech;
        if (_links.IsPerformed(document, head, match))
            return false;
        // “wants Chad to free them” asks it of Chad: what the speech act makes of the act inside goes before the wish.
        var op = _links.OperatorOf(document, head, current);
        if (op is { Type: null, Status: EventStatus.Planned } && speech is not null && (link == Link.Complement || link == Link.Noun && current == match.Trigger && tokens[current].Relation == Relation.Obj) && _operators.AddressedBySubject.Contains(speech.Type)
            // “had been expected to withdraw”: nobody asks.
            && (speech.Actor >= 0 || !VerbGroup.IsPassive(document, head)))
            op = null;
        // “has yet to apologize” is no duty.
        if (op is { OfSpeaker: true } && composition.Status == EventStatus.Denied)
            op = null;
        // “voted to condemn him” condemned him, “voted to ban the party” banned it.
        if (link == Link.Complement && current == match.Trigger && (IsVoiced(match) || _operators.Enacted.Contains(match.Type)) && composition.Status is null && _operators.Voting.Contains(tokens[head].Lemma) && Clauses.IsPast(document, head) && Negation.Of(document, head, _operators) is null)
        {
            composition.BroughtAbout = head;
            return false;
        }
        // “regrets her decision not to cooperate”: she refused.
        if (op is { Id: "intent" } && match.Negated && current == match.Trigger && _operators.Decided.Contains(tokens[head].Lemma) && (tokens[head].Upos == Upos.NOUN || Clauses.IsPast(document, head)))
            return false;
        // “blocked roads to press the mayor”: a thing is kept from nothing, and what follows is what it was done for.
        if (op is { Id: "prevention" } && link == Link.Complement && Clauses.Marked(document, current, "to") && document.Tree.Dependent(head, Relation.Obj) is >= 0 and var thing && thing < current && !Participants.IsSomebody(document, thing, _operators.Somebody))
            return false;
        if (current == match.Trigger && composition.Status is null && Clauses.IsPast(document, head) && Control.IsToldToSummoned(document, head, current, _operators))
            return false;
        // “could not resist mocking him” mocked him; “will not hesitate to strike” will.
        if (op is { Status: EventStatus.Denied } && link == Link.Complement && _operators.DoneWhenDenied.Contains(tokens[head].Lemma) && Negation.Of(document, head, _operators) is not null)
        {
            if (VerbGroup.Of(document, head) is { Modal: >= 0 and var modal } && _operators.OfAuxiliary(tokens[modal].Form)?.Id == "future")
                composition.Apply(EventStatus.Planned, $"“not {tokens[head].Form}” says that it will be done");
            else
                composition.BroughtAbout = head;
            return false;
        }
        if (op is not null)
        {
            // “vowed not to yield” refuses.
            if (op.TransparentTo.Contains(match.Type)
                // “offered his congratulations”, “committed the murders”
                || current == match.Trigger && match.Frame.Nominal && _operators.LightVerbs.Contains(tokens[head].Lemma) && op.Carries.Contains(match.Type))
                return true;
            // “insists that it is fighting them” demands nothing.
            if (told && Composition.LooksAhead(op.Status) || link == Link.Clause && op.Status == EventStatus.Demanded && _modality.IsStated(document, current))
                return false;
            composition.Push(document, op, head);
        }
        // “persuaded Accra to free them”: it did.
        else if (link == Link.Complement && composition.Status is null && Clauses.Marked(document, current, "to") && IsMadeToDo(document, head))
            composition.BroughtAbout = head;
        else if (speech is not null)
        {
            var status = _operators.Inside[speech.Type];
            // “condemned the planned deportation”, “accused him of failing to leave”: to speak of it does not make it done.
            if (status == EventStatus.Reported && composition.Status is not null)
                return false;
            if (!(told && Composition.LooksAhead(status)) && !composition.StaysUndone(status) && !(composition.Negated && status == EventStatus.Reported))
                composition.Apply(status, $"it is what “{tokens[head].Form}” asks for, promises, refuses or threatens");
            return false;
        }
        // “came out against lifting the embargo”
        else if (link == Link.Complement && tokens[current].Xpos == "VBG" && Clauses.Preposition(document, current) is >= 0 and var against && _operators.OfWord(tokens[against].Lemma) is { Status: EventStatus.Denied } opposed)
            composition.Push(document, opposed, against);
        // “used the speech to condemn him”: he did.
        else if (link == Link.Complement && current == match.Trigger && IsVoiced(match) && composition.Status is null
            && (_links.IsMeans(document, head)
                // “struck to demand their release”: the parser took the purpose of what was done for its complement.
                || matchAt(head) is { Frame.Nominal: false } done && !_operators.Inside.ContainsKey(done.Type) && Clauses.IsPast(document, head) && Negation.Of(document, head, _operators) is null))
            return false;
        // “is too weak to attack”
        else if (link == Link.Complement && tokens[head].Upos == Upos.ADJ && IsTooMuch(document, head))
            composition.Apply(EventStatus.Denied, $"“too {tokens[head].Form}” says that it is not done");
        else if (link == Link.Complement && Clauses.Marked(document, current, "to") && !_operators.Implicatives.Contains(tokens[head].Lemma) && !IsRanked(document, head) && document.Tree.Dependent(current, Relation.Aux) < 0 && composition.Status != EventStatus.Denied)
            composition.Apply(EventStatus.Hypothetical, $"“{tokens[head].Form} to” does not say that it was done");
        else if (link == Link.Noun && head != match.Frame.Carrier && !_operators.LightVerbs.Contains(tokens[head].Lemma) && tokens[head].Upos == Upos.VERB)
            return false;
        // “it was wrong of the judge to criticise her”: what is judged in the past was done.
        else if (link == Link.Clause && composition.Status is null && _operators.Judging.Contains(tokens[head].Lemma) && VerbGroup.Of(document, head) is { Tense: VerbTense.Past, Modal: < 0 } && Negation.Of(document, head, _operators) is null)
            return false;
        // “it would be a mistake for Warsaw to send troops”
        else if (link == Link.Clause && Clauses.Marked(document, current, "to") && !Clauses.IsPast(document, head) && composition.Status is null)
        {
            composition.Apply(EventStatus.Hypothetical, $"“{tokens[head].Form} to” does not say that it was done");
            return false;
        }
        // “did not say that she was unfit”: what is not said is no judgement.
        else if (link == Link.Clause && match.Pattern?.BySpeaker == true && document.AttributionByCue(head) is not null && Negation.Of(document, head, _operators) is { } unsaid)
        {
            composition.Negate(composition.Status, unsaid, head);
            return false;
        }
        // “it is not true that Lusaka armed them”
        else if (link == Link.Clause && !(_operators.Veridical.Contains(tokens[head].Lemma) && Negation.Of(document, head, _operators) is not null))
            return false;
        return true;
    }

    /// <summary>Words, or what is shown in the street: done by the very act that it is the purpose of.</summary>
    private bool IsVoiced(Match match) => IsVoiced(match.Type) || match.Pattern?.ByPerson is { } between && IsVoiced(between);

    private bool IsVoiced(string type) => _operators.Inside.ContainsKey(type) || _operators.SaidOf.Contains(type);

    /// <summary>“persuaded”, “forced”: in the past, and not denied, what somebody is made to do is done.</summary>
    private bool IsMadeToDo(Document document, int verb) =>
        _operators.Implicatives.Contains(document.Tokens[verb].Lemma) && _operators.ObjectControl.Contains(document.Tokens[verb].Lemma) && Clauses.IsPast(document, verb) && Negation.Of(document, verb, _operators) is null;

    /// <summary>“one of the earliest ministers to endorse him”, “the second state to recognize it”: who stands in such a row has done it.</summary>
    private bool IsRanked(Document document, int noun)
    {
        foreach (var d in document.Tree.Of(noun))
            if (document.Tokens[d].Relation == Relation.Amod && (document.Tokens[d].Xpos == "JJS" || _operators.Implicatives.Contains(document.Tokens[d].Lemma))
                // “became the first to recognise it”: the parser may hang it on the verb.
                || document.Tokens[noun].Upos == Upos.VERB && document.Tokens[d] is { Relation: Relation.Xcomp, Upos: Upos.NOUN } && IsRanked(document, d))
                return true;
        return false;
    }

    private bool IsTooMuch(Document document, int adjective)
    {
        foreach (var d in document.Tree.Of(adjective))
            if (document.Tokens[d].Relation == Relation.Advmod && d < adjective && _operators.Excess.Contains(document.Tokens[d].Form))
                return true;
        return false;
    }

    /// <summary>Auxiliaries, negation and conjunction of the clause or noun itself.</summary>
    private void ReadOwn(Document document, int token, Match match, Func<int, Match?> matchAt, Composition composition, int read)
    {
        var tokens = document.Tokens;
        var before = composition.Status;
        // A pattern that asks for “not” has taken the negation in: “will not recognize” is a refusal made now.
        var denies = match.Negated && token == match.Trigger;
        // “should never have attacked” did.
        var blames = !denies && _modality.IsBlamed(document, token);
        // “no longer insists on an apology”, “will no longer oppose it”: it is given up.
        var ends = !denies && !blames && token == composition.Trigger && !match.Frame.Nominal && _operators.Ended.Contains(match.Type) && Negation.Of(document, token, _operators, read) is { } longer && _operators.EndingAdverbs.Contains(longer[(longer.LastIndexOf(' ') + 1)..]);
        if (ends && _operators.Find("cessation") is { } cessation)
            composition.Push(document, cessation, token);
        if (!blames)
            _modality.Read(document, token, composition, denies || match.Announced && token == match.Trigger);
        if (!denies && !blames && !ends && Negation.Of(document, token, _operators, read) is { } no)
        {
            composition.Negate(before, no, token);
            // “has not agreed” is a refusal: what a negation makes of the whole stands in the table too.
            if (token == composition.Trigger && _operators.Find("negation") is { } negation)
                composition.Operators.Add((negation, token));
        }
        // “did nothing to help them”
        if (token != match.Trigger && tokens[token].Upos == Upos.PRON && _operators.Negations.Contains(tokens[token].Form))
            composition.Negate(before, tokens[token].Form, token);
        foreach (var d in document.Tree.Of(token))
        {
            // “is against expelling them”; a position that is read from “against” itself has no pattern.
            if (tokens[d].Relation is Relation.Mark or Relation.Case && tokens[d].Upos is Upos.ADP or Upos.SCONJ && match.Pattern is not null && document.Tree.Dependent(token, Relation.Cop) >= 0 && _operators.OfWord(tokens[d].Lemma) is { Status: EventStatus.Denied } opposed)
                composition.Push(document, opposed, d);
            if (tokens[d].Relation is Relation.Mark or Relation.Case && Conditions.IsOneOf(_operators.ConditionMarks, document, d) || tokens[d].Relation == Relation.Mark && _conditions.IsFutureMark(document, token, d))
                composition.Apply(EventStatus.Hypothetical, $"“{tokens[d].Form}” makes it a condition");
            else if (tokens[d].Relation == Relation.Advmod && _operators.OfAdverb(tokens[d].Lemma) is { } op)
                composition.Push(document, op, d);
            // “his proposed ban”, “a possible strike”
            else if (token == composition.Trigger && match.Frame.Nominal && tokens[d].Relation == Relation.Amod && _operators.OfWord(tokens[d].Lemma) is { Status: not null } modifier)
                composition.Apply(modifier.Status.Value, $"“{tokens[d].Form}” makes it {modifier.Status.Value.ToString().ToLowerInvariant()}");
            else if (tokens[d].Relation == Relation.Det && _operators.GeneralDeterminers.Contains(tokens[d].Form))
                composition.Apply(EventStatus.Hypothetical, $"“{tokens[d].Form}” makes it none in particular");
        }
        if (token == composition.Trigger && (composition.Status is null || composition.Negated) && Clauses.IsCommand(document, token))
        {
            composition.Command = true;
            if (!composition.Negated)
                composition.Apply(EventStatus.Demanded, "it is told to somebody to do");
        }
        if (token == composition.Trigger && IsOfAnybody(document, token))
            composition.Apply(EventStatus.Hypothetical, "nobody in particular does it");
        if (token == composition.Trigger && match.Frame.Nominal)
            _nounClauses.Read(document, token, composition, matchAt);
        if (_conditions.IsStillToCome(document, token))
            composition.Apply(EventStatus.Hypothetical, "it must come first");
        // “provided that Tehran halts it”: the participle has become a conjunction.
        if (_conditions.FollowsParticipleMark(document, token))
            composition.Apply(EventStatus.Hypothetical, $"“{tokens[document.Tree.LeftEdge(token) - 1].Form}” makes it a condition");
        if (document.Tree.InvertedAuxiliary(token, _operators.InvertedConditions) is >= 0 and var auxiliary)
            composition.Apply(EventStatus.Hypothetical, $"“{tokens[auxiliary].Form}” before its subject makes it a condition");
        // “in the event that the minister is wounded”
        if (_conditions.StartsPhrase(document, tokens[token] is { Relation: Relation.Acl or Relation.AclRelcl, Head: >= 0 and var occasion } ? occasion : token))
            composition.Apply(EventStatus.Hypothetical, "it stands in a condition");
    }

    /// <summary>“whoever attacks Qatar”, “anyone who attacks it”.</summary>
    private bool IsOfAnybody(Document document, int verb)
    {
        if (document.Tokens[verb] is { Relation: Relation.AclRelcl, Head: >= 0 and var noun } && _operators.GeneralSubjects.Contains(document.Tokens[noun].Form))
            return true;
        return document.Tree.Dependent(verb, Relation.Nsubj) is >= 0 and var subject && _operators.GeneralSubjects.Contains(document.Tokens[subject].Form);
    }
}
