using Demarche.Codebooks;
using Demarche.Coding;
using Demarche.Parsing;

namespace Demarche.Positioning;

/// <summary>Reads positions off auxiliaries: what a speaker says that he will do binds or refuses, what he says must be done demands.</summary>
internal sealed class StatementReader
{
    private readonly PositionRules _rules;
    private readonly Operators _operators;
    private readonly FrameReader _frames;
    private readonly double _confidence;
    private readonly Dictionary<string, StatementRule> _byAuxiliary;

    public StatementReader(Codebook codebook)
    {
        _rules = codebook.Positions;
        _operators = codebook.Operators;
        _frames = new(codebook.Operators);
        _confidence = codebook.Operators.Confidence.GetValueOrDefault("clause", 1);
        _byAuxiliary = _rules.Statements.SelectMany(rule => rule.Auxiliaries.Select(word => (word, rule))).ToDictionary(pair => pair.word, pair => pair.rule, StringComparer.OrdinalIgnoreCase);
    }

    public void Read(Document document, List<Stand> stands)
    {
        foreach (var sentence in document.Sentences)
        {
            if (sentence.Ignored)
                continue;
            for (var t = sentence.First; t < sentence.End; t++)
            {
                ref readonly var token = ref document.Tokens[t];
                if (token.Upos is Upos.AUX or Upos.VERB && _byAuxiliary.TryGetValue(token.Form, out var rule) && VerbOf(document, t) is >= 0 and var verb)
                    Read(document, t, verb, rule, stands);
                else if (token.Upos is Upos.ADV or Upos.PART && _operators.Negations.Contains(token.Form) && token.Head is >= 0 and var denied && document.Tokens[denied].Upos == Upos.VERB)
                    DidNot(document, denied, _rules.Insisted.Never.Contains(token.Form), stands);
                // “no unit of the air force had taken part”
                else if (token is { Upos: Upos.DET, Head: >= 0 and var none } && _operators.Negations.Contains(token.Form) && document.Tokens[none] is { Head: >= 0 and var undone } noun && noun.Relation.Universal() == Relation.Nsubj && document.Tokens[undone].Upos == Upos.VERB)
                    DidNot(document, undone, false, stands);
                // “had bombed nobody”, “had sent neither arms nor money”
                else if (token.Upos is Upos.PRON or Upos.CCONJ or Upos.DET && _operators.Negations.Contains(token.Form) && Object(document, t) is >= 0 and var spared)
                    DidNot(document, spared, false, stands);
                else if (token is { Upos: Upos.VERB, Xpos: "VBG", Relation: Relation.Ccomp or Relation.Conj })
                    IsDoing(document, t, stands);
                else if (token.Lemma == "be" && document.Tree.Dependent(t, Relation.Expl) >= 0)
                    ThereIsNo(document, t, stands);
                else if (token is { Upos: Upos.NOUN, Relation: Relation.Root or Relation.Ccomp or Relation.Parataxis or Relation.Obj or Relation.Nsubj or Relation.Dislocated } && document.Tree.Dependent(t, Relation.Cop) < 0 && document.Tree.Dependent(t, Relation.Nsubj) < 0)
                    No(document, t, t, stands);
            }
        }
    }

    /// <summary>The verb that an auxiliary belongs to, where its clause states something: no condition, no relative clause.</summary>
    private static int VerbOf(Document document, int auxiliary)
    {
        var tokens = document.Tokens;
        var verb = tokens[auxiliary].Head;
        // “has to leave”, “need to leave”: the tree has the first verb over the second.
        if (tokens[auxiliary].Relation.Universal() != Relation.Aux)
            verb = tokens[auxiliary].Upos == Upos.VERB && document.Tree.Dependent(auxiliary, Relation.Xcomp) is >= 0 and var infinitive && (tokens[infinitive].Xpos == "VB" || VerbGroup.IsPassive(document, infinitive)) ? auxiliary : -1;
        // “has gone” is no “has to go”.
        else if (tokens[auxiliary].Xpos != "MD")
            return -1;
        if (verb < 0 || auxiliary > verb && tokens[auxiliary].Relation.Universal() == Relation.Aux)
            return -1;
        return tokens[verb].Relation is Relation.Root or Relation.Ccomp or Relation.Conj or Relation.Parataxis ? verb : -1;
    }

    private void Read(Document document, int auxiliary, int verb, StatementRule rule, List<Stand> stands)
    {
        var tokens = document.Tokens;
        var attribution = document.AttributionAt(verb) ?? GoingOn(document, verb);
        var frame = _frames.OfClause(document, verb);
        var passive = VerbGroup.IsPassive(document, verb);
        var subject = passive ? frame.Object : frame.Subject;
        var doers = passive ? [] : Participants.Of(document, subject);
        var speaker = attribution?.Speaker;
        // “Kabul will finish the dam, it vowed”: whom the pronoun means, the clause before it tells.
        if (speaker is null && rule.Own && doers.Count > 0 && attribution is { Source: [var source, ..] } && IsPronounBehind(document, source, subject))
            speaker = doers[0];
        // “… , she said. The others must leave first.”
        var continued = speaker is null && tokens[verb].Relation == Relation.Root && (rule.Own ? IsPast(document, verb) : tokens[auxiliary].Xpos == "MD") && Continuation.Of(document, verb) is { } before && Holds(before, rule.Own) && (!rule.Own || doers.Exists(before.Speaker!.SameSide) || passive) ? before : null;
        if (continued is not null)
            (attribution, speaker) = (continued, continued.Speaker);
        // A clause beside another's statement is not its content only because it stands in its sentence.
        if (tokens[verb].Relation == Relation.Conj && Clauses.Marked(document, verb, _operators.ConditionMarks))
            return;
        // “That should worry nobody”: what points back demands nothing.
        if (!rule.Own && subject >= 0 && document.Tokens[subject] is { Upos: Upos.PRON, Xpos: "DT" or "WDT" or "EX" })
            return;
        // “Shouldn't we think of what happens” asks; “nor will we accept it” denies, “only if they leave will we stop” says on what condition.
        var nor = subject > auxiliary && auxiliary > 0 && (_operators.Negations.Contains(tokens[auxiliary - 1].Form) || OnNoAccount(document, auxiliary));
        if (subject > auxiliary && subject < verb && !nor && !_operators.FocusAdverbs.Contains(tokens[document.Tree.LeftEdge(verb)].Form))
            return;
        var nobody = NoSubject(document, subject);
        // “No envoy will go back”: no envoy is anybody.
        if (nobody)
            doers.RemoveAll(d => d is { Id: null, Country: null });
        // “Neither I nor he will be in control” says something of others too.
        if (nobody && speaker is not null && doers.Exists(d => !d.SameSide(speaker)))
            return;
        var negated = nobody || nor || Negation.Of(document, verb, _operators) is not null || OfNone(document, verb);
        List<Actor> actors;
        var onlyOnCondition = false;
        // “The soldiers will remain, a source at the ministry said”: an official whom nobody names speaks of his own side.
        var isForThem = rule.Own && doers.Count > 0 && speaker is null or { Anonymous: true } && attribution is not null && IsByOfficial(document, attribution, verb) && doers.TrueForAll(d => d.SameSide(doers[0]) || d.Kind == ActorKind.State);
        if (speaker is not null)
        {
            if (!Holds(attribution!, rule.Own))
                return;
            var own = doers.Exists(d => d.SameSide(speaker)) || IsFirstPerson(document, subject) || doers.Count == 0 && Matter.IsUnresolved(document, subject) || doers.Count == 0 && IsOwnSide(document, subject, speaker);
            // “Enemies will fall” is a forecast; “no barrel will pass” decides.
            // A speaker of no country that is known may speak for whom he names: “Germany would receive them, provided …, the minister said”.
            onlyOnCondition = rule.Own && !own && !isForThem && doers.Count > 0 && (speaker.Country is null || speaker.IsSettled || speaker.Anonymous) && speaker.Kind is not (ActorKind.State or ActorKind.Organization);
            // “talks could be held provided they came”: what can be done on a condition is offered, whoever does it.
            onlyOnCondition |= rule.Own && rule.Stance is null && !own && !negated && (passive || tokens[auxiliary].Lemma == "may") && doers.Count == 0 && subject >= 0;
            // “The islands would have to be given back”: what another has to do he demands.
            if (rule.Own && !own && _byAuxiliary.ContainsKey(tokens[verb].Form) && document.Tree.Dependent(verb, Relation.Xcomp) > verb)
                return;
            // “A withdrawal would follow when they had left”: what comes about on his condition he promises.
            onlyOnCondition |= rule.Own && !own && !negated && doers.Count == 0 && subject >= 0 && _rules.ComingAbout.Holds(document, verb) && !_rules.Lasting.Holds(document, verb);
            if (rule.Own && !own && !isForThem && !onlyOnCondition && (doers.Count > 0 || !negated && !(_rules.Lasting.Holds(document, verb) && !(passive && _rules.Foreseen.Contains(tokens[verb].Lemma))) && !(passive && DecidesOf(document, verb, speaker, rule))))
                return;
            actors = (onlyOnCondition || isForThem) && doers.Count > 0 || own && !nobody && doers.Count > 0 && !IsFirstPerson(document, subject) ? doers : [speaker, .. attribution!.FurtherSpeakers];
        }
        else
        {
            // The outlet's own words tell what a side will not do; what it will do is a forecast, unless it makes it depend on something.
            onlyOnCondition = !isForThem && !negated && !_rules.Lasting.Holds(document, verb);
            // What somebody says whom nobody can name is told like that: “Italy, the envoy let it be known, will go to no such meeting”.
            if (!rule.Own || doers.Count == 0 || !(attribution is not null ? Holds(attribution) : tokens[verb].Relation is Relation.Root or Relation.Conj or Relation.Parataxis && !(negated && IsPast(document, verb))))
                return;
            actors = doers;
        }
        // “The figures could not be confirmed”, “cannot say when”: no refusal; “could not be resumed until the canal is theirs” is one.
        if (rule.Stance is null && (_rules.Evasive.Contains(tokens[verb].Lemma) || tokens[verb].Upos != Upos.VERB))
            return;
        // “could be withdrawn if …” offers, “can be withdrawn” says nothing.
        onlyOnCondition |= rule.Stance is null && (!negated || doers.Count == 0 && !IsFirstPerson(document, subject) && !(speaker is not null && passive && !(IsPast(document, verb) && !IsSaidInPast(document, attribution!)) && DecidesOf(document, verb, speaker, rule)));
        var deed = Matter.DeedOf(document, verb);
        // “an attempt to take the strait would be repelled”
        var hostile = rule.Hostile is not null && (passive && subject >= 0 && !negated && _rules.Provoking.Holds(document, subject) || IsHostile(document, deed, deed == verb ? frame : _frames.OfClause(document, deed)));
        var breaks = !negated && !hostile && rule.Own && Breaks(document, verb, frame);
        if ((negated ? rule.Negated : hostile ? rule.Hostile! : breaks ? _rules.Breaking.Stance : rule.Stance ?? rule.If) is not { } stance)
            return;
        // “The step will not make anybody safer, Moscow said”: a forecast of what another does.
        if (negated && rule.Own && !passive && subject >= 0 && doers.Count == 0 && speaker is not null && !IsFirstPerson(document, subject) && _rules.Foreseen.Contains(tokens[verb].Lemma))
            stance = "oppose";
        stands.Add(new()
        {
            Trigger = verb,
            Kind = StandKind.Statement,
            Actors = actors,
            Rule = breaks ? _rules.Breaking : new(stance, rule.Strength),
            Stance = stance,
            Outcome = verb,
            Attribution = attribution,
            Evidence = Matter.SpanOf(document, verb),
            Source = $"positions/{rule.Id}",
            Confidence = _confidence,
            OnlyOnCondition = onlyOnCondition,
            Why = () => $"{string.Join(", ", actors.Select(a => a.Name))} {(speaker is null ? "is said to" : "says so of what")} {(negated ? "not " : "")}be done ({rule.Id}){(continued is null ? "" : ", going on with the sentence before")}",
        });
    }

    /// <summary>“It would talk, he added, but sanctions would not be eased”: what is joined behind a parenthesis is said by the same.</summary>
    private static Attribution? GoingOn(Document document, int verb)
    {
        if (document.Tokens[verb] is not { Relation: Relation.Conj, Head: >= 0 and var first } || first > verb)
            return null;
        // The tree may join it to the cue, which stands between the two.
        var said = document.Tokens[first].Relation == Relation.Parataxis ? document.AttributionByCue(first) : document.AttributionAt(first);
        return said is { Via: null, CueHead: var cue } && cue >= first && cue < verb && document.Tree.Dependent(verb, Relation.Cc) > cue ? said : null;
    }

    /// <summary>The verb of which a negated word is the object, or opens it; −1 where it is none.</summary>
    private static int Object(Document document, int negation)
    {
        var tokens = document.Tokens;
        var noun = tokens[negation].Upos == Upos.PRON ? negation : tokens[negation].Head;
        return noun >= 0 && tokens[noun] is { Relation: Relation.Obj, Head: >= 0 and var verb } && tokens[verb].Upos == Upos.VERB && verb < negation ? verb : -1;
    }

    /// <summary>“insisted that it had never armed them”, “affirms that it has not expelled anybody”: the speaker on what he has not done.</summary>
    private void DidNot(Document document, int verb, bool never, List<Stand> stands)
    {
        var tokens = document.Tokens;
        if (tokens[verb].Relation is not (Relation.Root or Relation.Ccomp or Relation.Conj or Relation.Parataxis) || document.AttributionAt(verb) is not { Speaker: { } speaker, CueHead: >= 0 } attribution || !Holds(attribution))
            return;
        var group = VerbGroup.Of(document, verb);
        // What one is charged with one denies by saying that it is not so.
        var deed = _rules.Insisted.Deeds.Contains(tokens[verb].Lemma) || _rules.HostileActs.Holds(document, verb);
        if (!never && !deed && !_rules.Insisted.Verbs.Contains(tokens[attribution.CueHead].Lemma) || group.Modal >= 0 || !group.IsOver && !(deed && tokens[verb].Xpos == "VBG") || VerbGroup.IsPassive(document, verb))
            return;
        var subject = _frames.OfClause(document, verb).Subject;
        var doers = Participants.Of(document, subject);
        // “no unit of the air force had taken part”: of a deed, whose unit it is need not be said.
        if (!IsFirstPerson(document, subject) && !doers.Exists(speaker.SameSide) && !(deed && subject >= 0 && doers.Count == 0 && speaker is { Country: not null, IsSettled: false } && document.Tokens[subject].Upos == Upos.NOUN))
            return;
        stands.Add(new()
        {
            Trigger = verb,
            Kind = StandKind.Statement,
            Actors = [speaker, .. attribution.FurtherSpeakers],
            Rule = _rules.Insisted.Stance,
            Stance = _rules.Insisted.Stance.Stance,
            Outcome = verb,
            Attribution = attribution,
            Evidence = Matter.SpanOf(document, verb),
            Source = "positions/insists-it-did-not",
            Confidence = _confidence,
            Why = () => $"{speaker.Name} says with “{tokens[attribution.CueHead].Form}” that it has not been done",
        });
    }

    /// <summary>“announced that it was breaking off relations and withdrawing its envoy”: who announces what he is doing binds himself to it.</summary>
    private void IsDoing(Document document, int verb, List<Stand> stands)
    {
        if (document.AttributionAt(verb) is not { Speaker: { } speaker, CueHead: >= 0 } attribution || !_rules.Doing.Verbs.Contains(attribution.Polarity) || VerbGroup.Of(document, verb) is not { Progressive: true, Perfect: false, Passive: false, Modal: < 0 })
            return;
        var subject = _frames.OfClause(document, verb).Subject;
        var doers = Participants.Of(document, subject);
        if (!IsFirstPerson(document, subject) && !doers.Exists(speaker.SameSide) && !(doers.Count == 0 && (Matter.IsUnresolved(document, subject) || IsOwnSide(document, subject, speaker))))
            return;
        var negated = Negation.Of(document, verb, _operators) is not null;
        if ((negated ? _rules.Doing.Negated : _rules.Doing.Stance) is not { } stance)
            return;
        stands.Add(new()
        {
            Trigger = verb,
            Kind = StandKind.Statement,
            Actors = [speaker, .. attribution.FurtherSpeakers],
            Rule = _rules.Doing,
            Stance = stance,
            Outcome = verb,
            Attribution = attribution,
            Evidence = Matter.SpanOf(document, verb),
            Source = "positions/announces-doing",
            Confidence = _confidence,
            Why = () => $"{speaker.Name} announces that it is {(negated ? "not " : "")}being done",
        });
    }

    /// <summary>“said there was no question of leaving”.</summary>
    private void ThereIsNo(Document document, int verb, List<Stand> stands)
    {
        foreach (var d in document.Tree.Of(verb))
            if (document.Tokens[d].Relation.Universal() == Relation.Nsubj)
                No(document, verb, d, stands);
    }

    /// <summary>“No talks before spring, says Bamako”: with or without a verb.</summary>
    private void No(Document document, int clause, int noun, List<Stand> stands)
    {
        // “Moscow says no talks until …”, not “has no plan”.
        if (document.Tokens[noun] is { Relation: Relation.Obj, Head: var saying } && document.AttributionByCue(saying) is null)
            return;
        // “There can be no reward for it”: what cannot be is barred, whatever it is.
        if (!_rules.Barred.Holds(document, noun) && !(clause != noun && VerbGroup.Of(document, clause).Modal is >= 0 and var modal && document.Tokens[modal].Lemma is "can" or "must") || Negation.Of(document, noun, _operators) is not { } no)
            return;
        var attribution = document.AttributionAt(noun) ?? (document.Tokens[clause].Relation == Relation.Root && clause != noun ? Continuation.Of(document, noun) : null);
        // “No talks without a truce, said Maputo”: the tree may take the two for subjects of one verb.
        if ((attribution?.Speaker ?? NamedBehind(document, noun)) is not { } speaker || attribution is not null && !Holds(attribution) || attribution is null && document.Tokens[noun].Relation == Relation.Obj)
            return;
        stands.Add(new()
        {
            Trigger = noun,
            Kind = StandKind.Words,
            Actors = [speaker, .. attribution?.FurtherSpeakers ?? []],
            Rule = _rules.ThereIsNo,
            Stance = _rules.ThereIsNo.Stance,
            Outcome = noun,
            Attribution = attribution,
            Evidence = Matter.SpanOf(document, clause),
            Source = "positions/there-is-no",
            Confidence = _confidence,
            Why = () => $"{speaker.Name} says that there is “{no}” {document.Tokens[noun].Form}",
        });
    }

    /// <summary>Who stands at the end of the sentence behind a verb or a colon, where it opens with the noun: “No deal, says Kyiv”, “No deal: Kyiv”.</summary>
    private static Actor? NamedBehind(Document document, int noun)
    {
        var tokens = document.Tokens;
        var sentence = document.SentenceOf(noun);
        var first = document.Tree.LeftEdge(noun);
        if (first > sentence.First + 1 || first > sentence.First && tokens[sentence.First].Upos != Upos.PUNCT)
            return null;
        var last = sentence.End - 1;
        while (last > noun && tokens[last].Upos == Upos.PUNCT)
            last--;
        if (last <= noun || (document.MentionAt(last) ?? document.MentionOver(last)) is not { Actor: { } actor } mention)
            return null;
        var before = mention.First - 1;
        while (before > noun && tokens[before].Upos == Upos.DET)
            before--;
        return before > noun && (tokens[before].Form == ":" || tokens[before].Upos == Upos.VERB && tokens[before - 1] is { Upos: Upos.PUNCT }) ? actor : null;
    }

    /// <summary>True where the cue puts its content forward: what somebody fears, doubts or denies he does not mean to do.</summary>
    private bool Holds(Attribution attribution, bool own = true) => attribution.Kind switch
    {
        // Who thinks that something must be done wants it; who thinks that he will do it does not promise it.
        AttributionKind.Belief => !own && _rules.ThoughtBy.Contains(attribution.Polarity),
        // What somebody decides he will do he states by it.
        AttributionKind.Intention => own && _rules.StatedBy.Contains(attribution.Polarity),
        _ => _rules.StatedBy.Contains(attribution.Polarity),
    };

    /// <summary>“on no account would it leave”, “not a metre will it yield”: the negation opens the clause, and its subject stands behind the auxiliary.</summary>
    private bool OnNoAccount(Document document, int auxiliary)
    {
        var tokens = document.Tokens;
        for (var t = auxiliary - 1; t >= Math.Max(0, auxiliary - 4) && tokens[t].Upos is Upos.NOUN or Upos.ADJ or Upos.DET or Upos.ADP or Upos.NUM or Upos.ADV or Upos.PART; t--)
            if (_operators.Negations.Contains(tokens[t].Form))
                return !_operators.FocusAdverbs.Contains(tokens[t + 1].Form);
        return false;
    }

    /// <summary>“the Kingdom”, said by its minister.</summary>
    private bool IsOwnSide(Document document, int subject, Actor speaker)
    {
        if (subject < 0 || !_rules.OwnNouns.Contains(document.Tokens[subject].Lemma))
            return false;
        // “his men”
        if (document.Tree.Dependent(subject, Relation.NmodPoss) is >= 0 and var owner && document.Tokens[owner].Upos == Upos.PRON && document.Tree.Dependent(subject, Relation.Amod) < 0)
            return true;
        if (speaker is not { Country: not null, IsSettled: false })
            return false;
        // “jets could strike at any time”
        var definite = document.Tokens[subject].Xpos == "NNS";
        foreach (var d in document.Tree.Of(subject))
            if (document.Tokens[d].Relation is Relation.Amod or Relation.Nmod or Relation.Compound or Relation.AclRelcl)
                return false;
            else
                definite |= document.Tokens[d].Relation is Relation.Det or Relation.NmodPoss && !_operators.Negations.Contains(document.Tokens[d].Form) && document.Tokens[d].Lemma is not ("a" or "any" or "this");
        return definite;
    }

    private static bool IsPronounBehind(Document document, Span source, int subject)
    {
        var token = document.FirstTokenFrom(source.Start);
        return token > subject && token < document.Tokens.Length && document.Tokens[token] is { Upos: Upos.PRON, Xpos: "PRP" } && document.Tokens[token].Span == source && document.SentenceOf(token) == document.SentenceOf(subject);
    }

    /// <summary>“…, their ministers said”: who says so behind it, or between, is an official.</summary>
    private bool IsByOfficial(Document document, Attribution attribution, int verb)
    {
        if (!Holds(attribution) || document.Tree.LeftEdge(verb) > attribution.CueHead)
            return false;
        foreach (var span in attribution.Source)
            for (var t = document.FirstTokenFrom(span.Start); t < document.Tokens.Length && document.Tokens[t].Span.Start < span.End; t++)
                if (_rules.Officials.Holds(document, t))
                    return true;
        return false;
    }

    private static bool IsFirstPerson(Document document, int subject) => subject >= 0 && document.Tokens[subject].Form.ToLowerInvariant() is "we" or "i";

    /// <summary>“will go to no such meeting”, “will give up not one metre”.</summary>
    private bool OfNone(Document document, int verb)
    {
        foreach (var d in document.Tree.Of(verb))
            if (d > verb && document.Tokens[d].Relation.Universal() is Relation.Obj or Relation.Obl)
                // “will put his name to nothing”
                if (document.Tokens[d].Upos == Upos.PRON && _operators.Negations.Contains(document.Tokens[d].Form))
                    return true;
                else
                    for (var t = document.Tree.LeftEdge(d); t < d; t++)
                        if (_operators.Negations.Contains(document.Tokens[t].Form) && document.Tokens[t].Relation is Relation.Det or Relation.Advmod or Relation.Mark && !_operators.FocusAdverbs.Contains(document.Tokens[t + 1].Form))
                            return true;
        return false;
    }

    /// <summary>“The exports will be halted, the minister said”: who speaks for a state or body decides what is to be done, unless somebody else is named who does it.</summary>
    private bool DecidesOf(Document document, int verb, Actor speaker, StatementRule rule) =>
        rule.Own && !_rules.Foreseen.Contains(document.Tokens[verb].Lemma) && (speaker.Kind is ActorKind.State or ActorKind.Organization || speaker is { Country: not null, IsSettled: false }) && _frames.OfClause(document, verb).Subject < 0;

    private bool NoSubject(Document document, int subject)
    {
        if (subject < 0)
            return false;
        var first = document.Tree.LeftEdge(subject);
        return first <= subject && _operators.Negations.Contains(document.Tokens[first].Form.ToLowerInvariant());
    }

    // “would not leave”, told of the past.
    private static bool IsPast(Document document, int verb) => VerbGroup.Of(document, verb).Modal is >= 0 and var modal && document.Tokens[modal].Lemma is "would" or "could";

    /// <summary>“said that it could not be reopened”: what cannot be, told of the past.</summary>
    private static bool IsSaidInPast(Document document, Attribution attribution) => attribution.CueHead >= 0 && document.Tokens[attribution.CueHead].Xpos is "VBD" or "VBN";

    /// <summary>“will suspend the talks”, “would leave the league”, “will withdraw from the pact”; not “will suspend the shelling”.</summary>
    private bool Breaks(Document document, int verb, Frame frame)
    {
        var thing = frame.Object;
        if (thing < 0 && _rules.LeavingVerbs.Contains(document.Tokens[verb].Lemma))
            foreach (var oblique in frame.Obliques)
                if (oblique is { Preposition: "from" or "of" or "out_of", Distance: 0 })
                    thing = oblique.Noun;
        if (thing < 0 || thing == frame.Object && !_rules.BreakingVerbs.Contains(document.Tokens[verb].Lemma))
            return false;
        if (document.MentionAt(thing) is { Actor.Kind: ActorKind.Organization })
            return true;
        foreach (var common in _rules.Common)
            if (common.Holds(document, thing))
                return true;
        return false;
    }

    // To lift a blockade harms nobody.
    private bool IsHostile(Document document, int verb, Frame frame) => !_rules.Cancels.Contains(document.Tokens[verb].Lemma) &&
        (_rules.HostileActs.Holds(document, verb) || frame.Object >= 0 && _rules.HostileActs.Holds(document, frame.Object) && !Matter.IsUndone(document, verb, _rules));
}
