using Demarche.Codebooks;
using Demarche.Parsing;

namespace Demarche.Coding;

/// <summary>Climbs from an act towards the root of its sentence and reads what each step makes of it.</summary>
internal sealed class StatusReader(Operators operators)
{
    /// <summary>No sentence nests deeper in earnest; it bounds the climb on any tree.</summary>
    private const int MaxSteps = 24;

    private readonly Conditions _conditions = new(operators);

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
                Apply(composition, EventStatus.Denied, "something else was done in its place");
                break;
            }
            read = current;
            if (match.Presupposed || !Rise(document, match, matchAt, composition, ref current))
                break;
        }
        if (composition.Status is (null or EventStatus.Planned) && _conditions.AreOver(document, match))
            Apply(composition, EventStatus.Hypothetical, "it depends on a condition");
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

        // “dropped its plan to expel them”: the parser may hang on the verb what belongs to the noun before it.
        if (Control.NounOfInfinitive(document, current, head, operators) is >= 0 and var noun)
            head = noun;
        var link = head == tokens[current].Head ? LinkOf(document, current, head) : Link.Complement;
        // “Further fire would be answered”: of what is no certain act the verb says that it is open.
        if (current == match.Trigger && match.Frame.Nominal && IsOpenSubject(document, current, head) is { } open)
        {
            Push(document, composition, open.Operator, open.Token);
            return false;
        }
        // “it is untrue, he said, that they were arrested”
        if (link == Link.Clause && tokens[head] is { Relation: Relation.Parataxis, Head: >= 0 and var verdict } && verdict < head && document.Tree.Dependent(verdict, Relation.Expl) >= 0 && Marked(document, current, "that")
            && (operators.OfWord(tokens[verdict].Lemma) is { Status: EventStatus.Denied } || operators.Veridical.Contains(tokens[verdict].Lemma) && Negation.Of(document, verdict, operators) is not null))
            Apply(composition, EventStatus.Denied, $"“{tokens[verdict].Form}” denies it");
        // “provided Stockholm extradites them”: what depends on it does not bear on it.
        if (_conditions.FollowsParticipleMark(document, current))
            return false;
        // “reports of a strike on Isfahan are untrue”
        if (link == Link.None && current != match.Trigger && IsNominal(document, current) && tokens[current].Relation == Relation.Nsubj && tokens[head].Upos == Upos.ADJ && operators.OfWord(tokens[head].Lemma) is { Status: EventStatus.Denied } && Negation.Of(document, head, operators) is null)
            Apply(composition, EventStatus.Denied, $"“{tokens[head].Form}” denies it");
        if (link == Link.None && IsContentOf(document, current, head))
            DenyContent(document, head, matchAt, composition);
        if (link == Link.None || link == Link.Noun && SetsScene(document, current, head))
        {
            for (var (answer, above) = (head, 0); link == Link.Noun && answer >= 0 && above < 2 && composition.Answer is null; (answer, above) = (tokens[answer].Head, above + 1))
                composition.Answer = matchAt(answer) is { } words && operators.Inside.ContainsKey(words.Type) && IsAnswered(document, current, head) ? words : null;
            return false;
        }
        // “has not decided whether to cut off aid”: nothing is said of the act but that it is asked.
        if (link == Link.Complement && IsAsked(document, current))
            return false;
        if (link == Link.Conjunct)
        {
            if (SharesAuxiliaries(document, current))
                ReadAuxiliaries(document, head, composition);
            // The first conjunct's negation is its own, what governs it is shared: go on from it without reading it.
            current = head;
            return Rise(document, match, matchAt, composition, ref current);
        }
        if (link == Link.Purpose)
        {
            // “used the speech to condemn him”: the words were spoken where what was done for it was done.
            if (operators.Find("purpose") is { } purpose && !(current == match.Trigger && operators.Inside.ContainsKey(match.Type) && composition.Status is null && IsPast(document, head) && Negation.Of(document, head, operators) is null))
                Push(document, composition, purpose, current);
            return false;
        }

        // “assured him that Moscow had placed no arms there”: what is past is told, not promised; “asked if they would go” demands nothing.
        var told = link == Link.Clause && (IsPast(document, current) || IsAsked(document, current));
        var speech = matchAt(head) is { } outer && operators.Inside.ContainsKey(outer.Type) ? outer : null;
        if (!told || tokens[head].Relation != Relation.Root)
            composition.Speech ??= speech;
        if (IsPerformed(document, head, match))
            return false;
        // “wants Chad to free them” asks it of Chad: what the speech act makes of the act inside goes before the wish.
        var op = OperatorAt(document, head, current);
        if (op is { Type: null, Status: EventStatus.Planned } && speech is not null && (link == Link.Complement || link == Link.Noun && current == match.Trigger && tokens[current].Relation == Relation.Obj) && operators.AddressedBySubject.Contains(speech.Type))
            op = null;
        // “has yet to apologize” is no duty.
        if (op is { OfSpeaker: true } && composition.Status == EventStatus.Denied)
            op = null;
        if (op is not null)
        {
            // “vowed not to yield” refuses.
            if (op.TransparentTo.Contains(match.Type)
                // “offered his congratulations”, “committed the murders”
                || current == match.Trigger && match.Frame.Nominal && operators.LightVerbs.Contains(tokens[head].Lemma) && op.Carries.Contains(match.Type))
            {
                current = head;
                return true;
            }
            // “insists that it is fighting them” demands nothing.
            if (told && LooksAhead(op.Status) || link == Link.Clause && op.Status == EventStatus.Demanded && IsStated(document, current))
                return false;
            Push(document, composition, op, head);
        }
        else if (speech is not null)
        {
            var status = operators.Inside[speech.Type];
            if (!(told && LooksAhead(status)) && !(composition.Negated && (LooksAhead(status) || status == EventStatus.Reported)))
                Apply(composition, status, $"it is what “{tokens[head].Form}” asks for, promises, refuses or threatens");
            return false;
        }
        // “used the speech to condemn him”: he did.
        else if (link == Link.Complement && current == match.Trigger && operators.Inside.ContainsKey(match.Type) && composition.Status is null && IsMeans(document, head))
            return false;
        else if (link == Link.Complement && Marked(document, current, "to") && !operators.Implicatives.Contains(tokens[head].Lemma) && document.Tree.Dependent(current, Relation.Aux) < 0 && composition.Status != EventStatus.Denied)
            Apply(composition, EventStatus.Hypothetical, $"“{tokens[head].Form} to” does not say that it was done");
        else if (link == Link.Noun && head != match.Frame.Carrier && !operators.LightVerbs.Contains(tokens[head].Lemma) && tokens[head].Upos == Upos.VERB)
            return false;
        // “it would be a mistake for Warsaw to send troops”
        else if (link == Link.Clause && Marked(document, current, "to") && !IsPast(document, head) && composition.Status is null)
        {
            Apply(composition, EventStatus.Hypothetical, $"“{tokens[head].Form} to” does not say that it was done");
            return false;
        }
        // “it is not true that Lusaka armed them”
        else if (link == Link.Clause && !(operators.Veridical.Contains(tokens[head].Lemma) && Negation.Of(document, head, operators) is not null))
            return false;
        current = head;
        return true;
    }

    /// <summary>The auxiliary that leaves open what a noun without article or with an indefinite one does: “further attacks would be punished”; null where the noun is a certain act.</summary>
    private (Operator Operator, int Token)? IsOpenSubject(Document document, int noun, int verb)
    {
        if (document.Tokens[noun].Relation is not (Relation.Nsubj or Relation.NsubjPass) || document.Tree.Dependent(noun, Relation.NmodPoss) >= 0
            || document.Tree.Dependent(noun, Relation.Det) is >= 0 and var article && !operators.IndefiniteArticles.Contains(document.Tokens[article].Form))
            return null;
        foreach (var d in document.Tree.Of(verb))
            if (document.Tokens[d].Relation.Universal() == Relation.Aux && operators.OfAuxiliary(document.Tokens[d].Form) is { Status: EventStatus.Hypothetical } op)
                return (op, d);
        return null;
    }

    /// <summary>“that it fights”, “that it will fight”; not “that it fight”, “that it should fight”.</summary>
    private bool IsStated(Document document, int clause)
    {
        if (document.Tokens[clause].Xpos is "VBZ" or "VBD")
            return true;
        foreach (var d in document.Tree.Of(clause))
            if (document.Tokens[d].Relation.Universal() is Relation.Aux or Relation.Cop && document.Tokens[d].Xpos is var tag
                && (tag is "VBZ" or "VBP" or "VBD" || tag == "MD" && operators.OfAuxiliary(document.Tokens[d].Form)?.Status == EventStatus.Planned))
                return true;
        return false;
    }

    /// <summary>“took the floor to”, “used the speech to”: the object of a verb in the past that tells by what means something was done.</summary>
    private bool IsMeans(Document document, int noun) =>
        document.Tokens[noun] is { Upos: Upos.NOUN, Relation: Relation.Obj, Head: >= 0 and var verb } && operators.Means.Contains(document.Tokens[verb].Lemma) && IsPast(document, verb) && Negation.Of(document, verb, operators) is null;

    private static bool LooksAhead(EventStatus? status) => status is EventStatus.Demanded or EventStatus.Promised or EventStatus.Threatened or EventStatus.Planned;

    /// <summary>“asked if Beijing would expel them”.</summary>
    private bool IsAsked(Document document, int clause)
    {
        foreach (var d in document.Tree.Of(clause))
            if (document.Tokens[d].Relation == Relation.Mark && Conditions.IsOneOf(operators.ConditionMarks, document, d))
                return true;
        return false;
    }

    /// <summary>“I want to commend the envoy” commends him.</summary>
    private bool IsPerformed(Document document, int verb, Match match) =>
        operators.Performative.Contains(document.Tokens[verb].Lemma) && !match.Frame.Nominal && operators.Inside.ContainsKey(match.Type)
        && document.Tree.Dependent(verb, Relation.Nsubj) is >= 0 and var subject && operators.FirstPerson.Contains(document.Tokens[subject].Form) && Negation.Of(document, verb, operators) is null;

    /// <summary>The operator of a word, with its particle or preposition first: “called off” ends what “called for” demands, and “called the talks frank” does neither.</summary>
    private Operator? OperatorAt(Document document, int token, int under)
    {
        var tokens = document.Tokens;
        var lemma = tokens[token].Lemma;
        foreach (var d in document.Tree.Of(token))
        {
            var relation = tokens[d].Relation.Universal();
            var word = tokens[d].Relation == Relation.CompoundPrt ? tokens[d].Lemma : relation is Relation.Obl or Relation.Nmod ? FrameReader.Preposition(document, d) : null;
            if (word is not null && operators.OfWord($"{lemma}_{word}") is { } op)
                return op;
        }
        // “stopped short of endorsing”
        if (token + 1 < tokens.Length && tokens[token + 1].Head == token && operators.OfWord($"{lemma}_{tokens[token + 1].Lemma}") is { } close)
            return close;
        // “called for lifting”, “a call to withdraw”.
        foreach (var d in document.Tree.Of(under))
            // “has yet to leave” is no “has to leave”.
            if (tokens[d].Relation == Relation.Mark && !(d > 0 && tokens[d - 1].Lemma == "yet") && operators.OfWord($"{lemma}_{tokens[d].Lemma}") is { } op)
                return op;
        return operators.OfWord(lemma);
    }

    private enum Link
    {
        None,

        /// <summary>A noun under a verb or another noun.</summary>
        Noun,

        /// <summary>A verb that shares its governor with another.</summary>
        Conjunct,

        /// <summary>An infinitive, gerund or noun complement, whose governor bears on it.</summary>
        Complement,

        /// <summary>A full clause under a verb: what the governor makes of it is said by operators and attributions only.</summary>
        Clause,

        /// <summary>“in order to”.</summary>
        Purpose,
    }

    private Link LinkOf(Document document, int token, int head)
    {
        var tokens = document.Tokens;
        var relation = tokens[token].Relation;
        if (IsNominal(document, token))
            return relation switch
            {
                Relation.Nsubj or Relation.Appos or Relation.Vocative => Link.None,
                Relation.NsubjPass or Relation.Obj or Relation.Iobj or Relation.Xcomp or Relation.Ccomp => Link.Noun,
                _ => relation.Universal() is Relation.Obl or Relation.Nmod or Relation.Compound or Relation.Conj ? Link.Noun : Link.None,
            };
        switch (relation)
        {
            // “vowed to ban them, declined to comment”: a past tense goes with the verb over the infinitive, which does not bear on it.
            case Relation.Conj when tokens[token].Xpos is "VBD" or "VBZ" && tokens[head].Xpos is "VB" or "VBG":
                return Link.None;
            case Relation.Conj:
                return document.Tree.Dependent(token, Relation.Nsubj) >= 0 && document.Tree.Dependent(token, Relation.Aux) >= 0 ? Link.None : Link.Conjunct;
            case Relation.Xcomp:
                return Link.Complement;
            // “threatened retaliation should Israel strike”: the condition, not what is threatened.
            case Relation.Ccomp when document.Tree.InvertedAuxiliary(token, operators.InvertedConditions) >= 0:
                return Link.None;
            case Relation.Ccomp or Relation.Csubj or Relation.CsubjPass:
                return Link.Clause;
            case Relation.Acl:
                // “the danger of invading Moldova”
                return tokens[head].Upos == Upos.NOUN && (tokens[token].Xpos is not ("VBN" or "VBG") || Marked(document, token, "to") || tokens[token].Xpos == "VBG" && IsGerundOf(document, token, head)) ? Link.Complement : Link.None;
            // “were Chad to close the border”
            case Relation.Advcl when document.Tree.InvertedAuxiliary(token, operators.InvertedConditions) >= 0:
                return Link.None;
            // “appealed to both to honour it”: the parser may take what is asked for for a purpose.
            case Relation.Advcl when Marked(document, token, "to"):
                return tokens[token].Xpos == "VBG" || tokens[head].Upos == Upos.ADJ || IsInfinitiveOf(document, token, head) || Control.ControllingObject(document, head, token, operators) >= 0 || Control.ControllerBehind(document, head, token, operators) >= 0 ? Link.Complement : Link.Purpose;
            // “are to fly in, with rebels still shelling the port”: told beside it.
            case Relation.Advcl when tokens[token].Xpos == "VBG" && document.Tree.Dependent(token, Relation.Nsubj) >= 0:
                return Link.None;
            // “by expelling the envoy, Chile angered Peru”, “in calling for talks, Riga yielded”: how and when something was done is told.
            case Relation.Advcl when tokens[token].Xpos == "VBG" && LeadingPreposition(document, token) is { } preposition:
                return operators.MannerPrepositions.Contains(preposition) || token < head && operators.ScenePrepositions.Contains(preposition) ? Link.None : Link.Complement;
            // “denied having struck”, “denied striking”, “ruled out sending”: the parser may hang the object clause as an adverbial one.
            case Relation.Advcl when document.Tree.LeftEdge(token) is var first && tokens[first].Form.EndsWith("ing", StringComparison.Ordinal)
                && (first == head + 1 || first == head + 2 && tokens[head + 1].Relation == Relation.CompoundPrt):
                return Link.Complement;
            default:
                return Link.None;
        }
    }

    /// <summary>“tried in vain to arrest him”, “refused outright to meet”: an infinitive that the parser took for a purpose, where the verb wants one and has none.</summary>
    private bool IsInfinitiveOf(Document document, int infinitive, int verb) =>
        infinitive > verb && operators.OfWord(document.Tokens[verb].Lemma) is { Id: "attempt" or "intent" or "refusal" or "promise" or "threat" or "failure" } && !VerbGroup.IsPassive(document, verb)
        && document.Tree.Dependent(verb, Relation.Xcomp) < 0 && document.Tree.Dependent(verb, Relation.Ccomp) < 0 && document.Tree.Dependent(verb, Relation.Obj) < 0;

    /// <summary>“the claim that Poland had armed them”: the clause says what is claimed.</summary>
    private static bool IsContentOf(Document document, int clause, int noun) =>
        document.Tokens[clause].Relation is Relation.Acl or Relation.AclRelcl or Relation.Ccomp && document.Tokens[clause].Upos is Upos.VERB && clause > noun && IsNominal(document, noun)
        && document.Tokens[document.Tree.LeftEdge(clause)].Form == "that" && document.AttributionByCue(noun) is not null;

    /// <summary>“the claim is false”, “denied reports”: who denies the claim denies what it says.</summary>
    private void DenyContent(Document document, int noun, Func<int, Match?> matchAt, Composition composition)
    {
        ref readonly var claim = ref document.Tokens[noun];
        if (claim.Head < 0 || Negation.Of(document, claim.Head, operators) is not null)
            return;
        if (claim.Relation == Relation.Nsubj ? document.Tokens[claim.Head].Upos == Upos.ADJ : claim.Relation is Relation.Obj or Relation.NsubjPass or Relation.Obl)
        {
            if (claim.Relation != Relation.Nsubj && matchAt(claim.Head) is { } outer && operators.Inside.TryGetValue(outer.Type, out var inside) && inside == EventStatus.Denied)
                composition.Speech ??= outer;
            else if (operators.OfWord(document.Tokens[claim.Head].Lemma) is not { Status: EventStatus.Denied })
                return;
            Apply(composition, EventStatus.Denied, $"“{document.Tokens[claim.Head].Form}” denies it");
        }
    }

    /// <summary>“the danger of invading Moldova”, “the danger of Russia invading Moldova”: a preposition leads from the noun to the gerund.</summary>
    private static bool IsGerundOf(Document document, int gerund, int noun)
    {
        if (gerund < noun)
            return false;
        if (LeadingPreposition(document, gerund) is not null)
            return true;
        foreach (var d in document.Tree.Of(noun))
            if (document.Tokens[d].Relation == Relation.Nmod && document.Tree.RightEdge(d) + 1 == document.Tree.LeftEdge(gerund) && FrameReader.Preposition(document, d) == "of" && document.MentionAt(d) is not null)
                return true;
        return false;
    }

    /// <summary>“vowed revenge for the killing”, “an inquiry into the raid”: what is answered or looked into was done.</summary>
    private bool IsAnswered(Document document, int noun, int head) =>
        document.Tokens[noun].Relation == Relation.Nmod && operators.AfterTheFact.Contains(document.Tokens[head].Lemma)
        || document.Tokens[noun].Relation == Relation.Obl && document.Tree.Dependent(head, Relation.Obj) is >= 0 and var answer && operators.AfterTheFact.Contains(document.Tokens[answer].Lemma) && FrameReader.Preposition(document, noun) is "for" or "over" or "into";

    private bool SetsScene(Document document, int noun, int head) =>
        IsAnswered(document, noun, head) ||
        document.Tokens[noun].Relation == Relation.Nmod && FrameReader.Preposition(document, noun) is { } time && operators.TimePrepositions.Contains(time)
        || (document.Tokens[noun].Relation.Universal() == Relation.Obl && document.Tokens[head].Upos == Upos.VERB && !operators.LightVerbs.Contains(document.Tokens[head].Lemma)
            // “asked for guarantees in a call”: the parser hangs the call on the nearest noun; “progress in the talks” belongs together.
            || document.Tokens[noun].Relation == Relation.Nmod && document.Tree.Dependent(noun, Relation.Det) is >= 0 and var article && document.Tokens[article].Lemma == "a")
        && FrameReader.Preposition(document, noun) is { } preposition && operators.ScenePrepositions.Contains(preposition) && !_conditions.StartsPhrase(document, noun);

    internal static bool IsNominal(Document document, int token) =>
        document.Tokens[token].Upos is Upos.NOUN or Upos.PROPN && document.Tree.Dependent(token, Relation.Cop) < 0;

    /// <summary>“will meet Xi and visit Seoul”: the second verb has neither subject nor tense of its own.</summary>
    private static bool SharesAuxiliaries(Document document, int conjunct) =>
        document.Tree.Dependent(conjunct, Relation.Nsubj) < 0 && document.Tree.Dependent(conjunct, Relation.Aux) < 0
        && document.Tokens[conjunct].Xpos is not ("VBD" or "VBZ" or "VBP");

    /// <summary>Auxiliaries, negation and conjunction of the clause or noun itself.</summary>
    private void ReadOwn(Document document, int token, Match match, Func<int, Match?> matchAt, Composition composition, int read)
    {
        var tokens = document.Tokens;
        var before = composition.Status;
        // A pattern that asks for “not” has taken the negation in: “will not recognize” is a refusal made now.
        var denies = match.Negated && token == match.Trigger;
        // “should never have attacked” did.
        var blames = !denies && IsBlamed(document, token);
        if (!blames)
            ReadAuxiliaries(document, token, composition, denies || match.Announced && token == match.Trigger);
        if (!denies && !blames && Negation.Of(document, token, operators, read) is { } no)
        {
            Negate(composition, before, no, token);
            // “has not agreed” is a refusal: what a negation makes of the whole stands in the table too.
            if (token == composition.Trigger && operators.Find("negation") is { } negation)
                composition.Operators.Add((negation, token));
        }
        foreach (var d in document.Tree.Of(token))
        {
            if (tokens[d].Relation is Relation.Mark or Relation.Case && Conditions.IsOneOf(operators.ConditionMarks, document, d) || tokens[d].Relation == Relation.Mark && _conditions.IsFutureMark(document, token, d))
                Apply(composition, EventStatus.Hypothetical, $"“{tokens[d].Form}” makes it a condition");
            else if (tokens[d].Relation == Relation.Advmod && operators.OfAdverb(tokens[d].Lemma) is { } op)
                Push(document, composition, op, d);
            // “his proposed ban”, “a possible strike”
            else if (token == composition.Trigger && match.Frame.Nominal && tokens[d].Relation == Relation.Amod && operators.OfWord(tokens[d].Lemma) is { Status: not null } modifier)
                Apply(composition, modifier.Status.Value, $"“{tokens[d].Form}” makes it {modifier.Status.Value.ToString().ToLowerInvariant()}");
            else if (tokens[d].Relation == Relation.Det && operators.GeneralDeterminers.Contains(tokens[d].Form))
                Apply(composition, EventStatus.Hypothetical, $"“{tokens[d].Form}” makes it none in particular");
        }
        if (token == composition.Trigger && (composition.Status is null || composition.Negated) && IsCommand(document, token))
        {
            composition.Command = true;
            if (!composition.Negated)
                Apply(composition, EventStatus.Demanded, "it is told to somebody to do");
        }
        if (token == composition.Trigger && IsOfAnybody(document, token))
            Apply(composition, EventStatus.Hypothetical, "nobody in particular does it");
        if (token == composition.Trigger && match.Frame.Nominal)
            ReadRelatives(document, token, composition, matchAt);
        if (_conditions.IsStillToCome(document, token))
            Apply(composition, EventStatus.Hypothetical, "it must come first");
        // “provided that Tehran halts it”: the participle has become a conjunction.
        if (_conditions.FollowsParticipleMark(document, token))
            Apply(composition, EventStatus.Hypothetical, $"“{tokens[document.Tree.LeftEdge(token) - 1].Form}” makes it a condition");
        if (document.Tree.InvertedAuxiliary(token, operators.InvertedConditions) is >= 0 and var auxiliary)
            Apply(composition, EventStatus.Hypothetical, $"“{tokens[auxiliary].Form}” before its subject makes it a condition");
        if (_conditions.StartsPhrase(document, token))
            Apply(composition, EventStatus.Hypothetical, "it stands in a condition");
    }

    /// <summary>“Withdraw your troops, he told them”: a bare verb at the head of what somebody says.</summary>
    private static bool IsCommand(Document document, int verb)
    {
        var tokens = document.Tokens;
        if (tokens[verb] is not { Upos: Upos.VERB, Xpos: "VB" or "VBP", Relation: Relation.Root or Relation.Ccomp or Relation.Parataxis } || document.AttributionAt(verb) is not { } words)
            return false;
        foreach (var d in document.Tree.Of(verb))
            if (tokens[d].Relation.Universal() is Relation.Nsubj or Relation.Csubj or Relation.Cop or Relation.Expl || tokens[d].Relation == Relation.Mark || tokens[d].Relation.Universal() == Relation.Aux && tokens[d].Lemma != "do")
                return false;
        // Nothing stands before it but a quotation mark.
        foreach (var piece in words.Content)
            if (piece.Overlaps(tokens[verb].Span))
                return tokens[document.Tree.LeftEdge(verb)] is var first && (first.Upos is Upos.PUNCT ? tokens[verb].Span.Start : first.Span.Start) - piece.Start <= 1 && (first.Upos is Upos.PUNCT or Upos.VERB or Upos.AUX);
        return false;
    }

    /// <summary>“whoever attacks Qatar”, “anyone who attacks it”.</summary>
    private bool IsOfAnybody(Document document, int verb)
    {
        if (document.Tokens[verb] is { Relation: Relation.AclRelcl, Head: >= 0 and var noun } && operators.GeneralSubjects.Contains(document.Tokens[noun].Form))
            return true;
        return document.Tree.Dependent(verb, Relation.Nsubj) is >= 0 and var subject && operators.GeneralSubjects.Contains(document.Tokens[subject].Form);
    }

    /// <summary>“the withdrawal that Tehran demands”, “the release of the sailors demanded by Tehran”, “talks planned for Friday”: what a clause behind the noun says of it.</summary>
    private void ReadRelatives(Document document, int noun, Composition composition, Func<int, Match?> matchAt)
    {
        var tokens = document.Tokens;
        foreach (var d in document.Tree.Of(noun))
        {
            Read(d);
            if (tokens[d].Relation == Relation.Nmod && FrameReader.Preposition(document, d) == "of")
                foreach (var inner in document.Tree.Of(d))
                    Read(inner);
        }

        void Read(int verb)
        {
            if (tokens[verb].Relation is not (Relation.Acl or Relation.AclRelcl) || tokens[verb].Upos != Upos.VERB || !LeavesOpen(document, verb) || Negation.Of(document, verb, operators) is not null)
                return;
            var speech = matchAt(verb) is { } outer && operators.Inside.TryGetValue(outer.Type, out var inside) && (LooksAhead(inside) || inside == EventStatus.Denied) ? outer : null;
            var op = operators.OfWord(tokens[verb].Lemma) is { Status: { } status } word && (LooksAhead(status) || status == EventStatus.Denied) && (status != EventStatus.Planned || IsDated(document, verb)) && !operators.Authoritative.Contains(tokens[verb].Lemma) ? word : null;
            if (op is null && (speech is null || operators.Authoritative.Contains(tokens[verb].Lemma)))
                return;
            composition.Speech ??= speech;
            if (op is not null)
                Push(document, composition, op, verb);
            else
                Apply(composition, operators.Inside[speech!.Type], $"it is what “{tokens[verb].Form}” asks for, promises, refuses or threatens");
        }
    }

    /// <summary>A participle, or a clause whose object is the noun before it: “demanded by Tehran”, “that Tehran demands”.</summary>
    private static bool LeavesOpen(Document document, int verb)
    {
        if (document.Tree.Dependent(verb, Relation.Xcomp) >= 0 || document.Tree.Dependent(verb, Relation.Ccomp) >= 0)
            return false;
        if (document.Tokens[verb].Relation == Relation.Acl)
            return document.Tokens[verb].Xpos is "VBN" or "VBD" && document.Tree.Dependent(verb, Relation.Obj) < 0;
        var taken = document.Tree.Dependent(verb, Relation.Obj);
        if (document.Tree.Dependent(verb, Relation.NsubjPass) is >= 0 and var passive)
            return document.Tokens[passive].Xpos is "WDT" or "WP";
        return document.Tree.Dependent(verb, Relation.Nsubj) is >= 0 and var subject && document.Tokens[subject].Xpos is not ("WDT" or "WP") && (taken < 0 || document.Tokens[taken].Xpos is "WDT" or "WP");
    }

    private static bool IsDated(Document document, int verb)
    {
        foreach (var d in document.Tree.Of(verb))
            if (document.TimeAt(d) is not null)
                return true;
        return false;
    }

    private void ReadAuxiliaries(Document document, int clause, Composition composition, bool denies = false)
    {
        var tokens = document.Tokens;
        // “are to meet”: it is arranged.
        if (!denies && Marked(document, clause, "to") && (IsToBe(document, clause) || VerbGroup.IsHeadlineInfinitive(document, clause)) && operators.Find("future") is { } future)
            Push(document, composition, future, clause);
        var inverted = document.Tree.InvertedAuxiliary(clause, operators.InvertedConditions);
        foreach (var d in document.Tree.Of(clause))
            // “Theresa May accepted”: a name is no auxiliary.
            if (d != inverted && tokens[d].Relation.Universal() == Relation.Aux && !CameToPass(document, clause, d) && !(char.IsUpper(tokens[d].Form[0]) && d > 0 && !tokens[d].Continues && document.SentenceOf(d).First < d) && (operators.OfAuxiliary(tokens[d].Form) ?? operators.OfAuxiliary(tokens[d].Lemma)) is { } op && !(denies && operators.TakenByRefusal.Contains(op.Id)))
                if (op.OfSpeaker && IsPerfect(document, clause, d))
                    // “should have withdrawn” did not; “must have fired” may have.
                    Apply(composition, op.Status == EventStatus.Demanded && operators.Suppositions.Contains(tokens[d].Form) ? EventStatus.Hypothetical : EventStatus.Denied, $"“{tokens[d].Form} have” does not say that it was done");
                else
                    Push(document, composition, op.Id == "conditional" && TellsOfFuture(document, clause) ? operators.Find("future") ?? op : op, d);
    }

    /// <summary>“should never have attacked”: said of what was done.</summary>
    private bool IsBlamed(Document document, int clause)
    {
        foreach (var d in document.Tree.Of(clause))
            if (document.Tokens[d].Relation.Universal() == Relation.Aux && operators.OfAuxiliary(document.Tokens[d].Form) is { OfSpeaker: true } && !operators.Suppositions.Contains(document.Tokens[d].Form) && IsPerfect(document, clause, d))
                return Negation.Of(document, clause, operators) is not null;
        return false;
    }

    /// <summary>“should have withdrawn”</summary>
    private static bool IsPerfect(Document document, int clause, int auxiliary)
    {
        foreach (var d in document.Tree.Of(clause))
            if (d > auxiliary && document.Tokens[d].Relation.Universal() == Relation.Aux && document.Tokens[d].Lemma == "have")
                return true;
        return false;
    }

    /// <summary>“Iraq would later invade Kuwait”: told by the story itself, it came to pass.</summary>
    private bool CameToPass(Document document, int clause, int auxiliary)
    {
        if (document.Tokens[auxiliary].Form is not "would" || document.AttributionAt(clause) is not null || _conditions.In(document, clause, depth: 0) >= 0 || document.Tree.Dependent(clause, Relation.Aux) != auxiliary || IsPerfect(document, clause, auxiliary))
            return false;
        var later = false;
        foreach (var d in document.Tree.Of(clause))
        {
            later |= document.Tokens[d].Relation == Relation.Advmod && operators.Afterwards.Contains(document.Tokens[d].Form) || document.TimeAt(d) is not null && document.Tree.Dependent(d, Relation.Advmod) is >= 0 and var adverb && operators.Afterwards.Contains(document.Tokens[adverb].Form);
        }
        return later;
    }

    /// <summary>“Beijing said it would suspend talks”: told afterwards, and under no condition, “would” is “will”.</summary>
    private bool TellsOfFuture(Document document, int clause) =>
        document.AttributionAt(clause) is { CueHead: >= 0 and var cue } && document.Tokens[cue].Xpos is "VBD" or "VBN" && _conditions.In(document, clause, depth: 0) < 0;

    private static void Push(Document document, Composition composition, Operator op, int token)
    {
        // “dropped its plan to expel them”, “withdrew the offer”: what was not done yet is not done at all.
        if (op is { Status: null, Becomes.Count: > 0 } && LooksAhead(composition.Status))
        {
            Apply(composition, EventStatus.Denied, $"“{document.Tokens[token].Form}” gives it up");
            return;
        }
        composition.Operators.Add((op, token));
        // “to deter Libya from attacking”: whether it is done is left open.
        if (op.Id == "purpose" && composition.Status == EventStatus.Denied)
            Apply(composition, EventStatus.Hypothetical, $"“{document.Tokens[token].Form}” is to prevent it");
        // “failed to stop the militia from shelling”: it is left open what the militia did.
        else if (op.Id == "failure" && composition.Status == EventStatus.Denied)
            Apply(composition, EventStatus.Hypothetical, $"“{document.Tokens[token].Form}” leaves it open");
        else if (op.Status is { } status && !(composition.Negated && LooksAhead(status)))
            Apply(composition, status, $"“{document.Tokens[token].Form}” makes it {status.ToString().ToLowerInvariant()}");
    }

    private static void Apply(Composition composition, EventStatus status, string reason)
    {
        composition.Status = status;
        composition.Negated = false;
        composition.Reasons.Add(reason);
    }

    /// <summary>“did not agree to withdraw” denies the withdrawal; “did not refuse to meet” leaves it open.</summary>
    private static void Negate(Composition composition, EventStatus? before, string no, int token)
    {
        composition.Operators.RemoveAll(o => o.Token == token);
        Apply(composition, before == EventStatus.Denied ? EventStatus.Hypothetical : EventStatus.Denied, $"“{no}” denies it");
        composition.Negated = composition.Status == EventStatus.Denied;
    }

    private static bool Marked(Document document, int clause, string mark)
    {
        foreach (var d in document.Tree.Of(clause))
            if (document.Tokens[d].Relation == Relation.Mark && document.Tokens[d].Form.Equals(mark, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>A finite clause in the past or perfect: “had placed”, “has not given up”, “struck”.</summary>
    // “warned that they were at risk” still warns: of a state the past is that of the telling.
    internal static bool IsPast(Document document, int clause) => VerbGroup.Of(document, clause) is { IsOver: true } group && (group.Copula < 0 || group.Perfect);

    /// <summary>The preposition before a gerund, in lower case: “accused of shelling”, “by shelling”; null when there is none.</summary>
    internal static string? LeadingPreposition(Document document, int clause)
    {
        foreach (var d in document.Tree.Of(clause))
            if (document.Tokens[d].Relation is Relation.Mark or Relation.Case && document.Tokens[d].Upos is Upos.ADP or Upos.SCONJ)
                return document.Tokens[d].Lemma.ToLowerInvariant();
        return null;
    }

    // “is to meet”: the tree has the verb over “is” and “to”.
    private static bool IsToBe(Document document, int verb)
    {
        foreach (var d in document.Tree.Of(verb))
            if (document.Tokens[d].Relation == Relation.Mark && document.Tokens[d].Upos == Upos.PART && d > 0 && document.Tokens[d - 1] is { Upos: Upos.AUX, Lemma: "be" } be && be.Head == verb)
                return true;
        return false;
    }
}
