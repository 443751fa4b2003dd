using Demarche.Codebooks;

namespace Demarche.Coding;

/// <summary>Adds the acts that no pattern has words for: what an operator's own word is (“refused to meet”), and what is done by saying the words around an act.</summary>
internal sealed class OperatorActs(Operators operators)
{
    private readonly FrameReader _frames = new(operators);
    private readonly StatusReader _status = new(operators);

    /// <summary>Adds them behind the acts that patterns have found.</summary>
    /// <param name="document">With trees, mentions and attributions.</param>
    /// <param name="acts">What patterns have found; takes the new ones.</param>
    /// <param name="byToken">The match at each token.</param>
    /// <param name="noActs">Tokens whose words look like an act and are none.</param>
    /// <param name="isPresupposed">True for a word that the verb over it tells to have been said: “rejected Tripoli's demand”.</param>
    public void Add(Document document, List<Act> acts, Match?[] byToken, HashSet<int> noActs, Func<Match, bool> isPresupposed)
    {
        var added = new HashSet<int>();
        var found = acts.Count;
        for (var i = 0; i < found; i++)
            if (ThreatUnderCondition(document, acts[i], byToken) is { } threat && added.Add(threat.Trigger))
                acts.Add(new(threat, new() { Trigger = threat.Trigger, Condition = acts[i].Composition.Condition }));
        for (var i = 0; i < found; i++)
            if (OrElse(document, acts[i], byToken) is { } or && added.Add(or.Trigger))
            {
                acts.Add(new(or, new() { Trigger = or.Trigger }));
                foreach (var act in acts)
                    if (act.Match.Trigger == or.Complement && act.Composition is { Status: EventStatus.Demanded })
                        act.Composition.Status = EventStatus.Threatened;
            }
        for (var i = 0; i < found; i++)
            if (Command(document, acts[i], byToken) is { } command && added.Add(command.Trigger))
                acts.Add(new(command, new() { Trigger = command.Trigger }));
        var spokenOf = acts.ToLookup(act => act.Composition.Speech);
        for (var i = 0; i < found; i++)
        {
            var things = acts.Count;
            AddThings(document, acts, acts[i], byToken);
            AddDeed(document, acts, acts[i], byToken, spokenOf[acts[i].Match].Concat(acts.Skip(things)));
        }
        // “made a plea for the party to unite”: the noun is in a pattern's words, and no second demand.
        var told = new HashSet<(string, int)>();
        foreach (var act in acts)
            foreach (var token in act.Match.Fixed)
                told.Add((act.Match.Type, token));
        found = acts.Count;
        for (var i = 0; i < found; i++)
        {
            var inner = acts[i];
            foreach (var (op, token) in inner.Composition.Operators)
            {
                var wanted = IsWanted(document, inner, token);
                // “vowed not to shell them” threatens nobody.
                if (((inner.Composition.Negated ? null : op.TypesOver.GetValueOrDefault(inner.Match.Type)) ?? (wanted ? operators.Find("demand")?.Type : op.Type)) is not { } type || byToken[token] is not null || noActs.Contains(token) || told.Contains((type, token)) || op.OfSpeaker == (document.Tokens[token].Upos != Upos.AUX) || !added.Add(token))
                    continue;
                if (op.OfSpeaker)
                {
                    if (Demand(document, inner, type, token, byToken) is { } demand)
                        acts.Add(new(demand, new() { Trigger = token }));
                    continue;
                }
                var frame = _frames.At(document, token);
                var match = new Match
                {
                    Type = type,
                    Pattern = null,
                    Rule = $"operators/{op.Id}",
                    Frame = frame,
                    // “is against expelling them”
                    Actor = document.Tokens[token].Upos is Upos.ADP or Upos.SCONJ ? inner.Match.Actor : frame.Subject,
                    Recipient = document.Tokens[token].Upos == Upos.VERB && Participants.Any(document, frame.Object) ? frame.Object : -1,
                    Complement = inner.Match.Trigger,
                    Weight = 1,
                };
                match.Presupposed = isPresupposed(match);
                if (wanted)
                    (inner.Composition.Status, inner.Composition.Speech) = (EventStatus.Demanded, match);
                acts.Add(new(match, _status.Read(document, match, t => byToken[t])));
            }
        }
    }

    /// <summary>“Dhaka wants Hasina sent home”: who wants a thing done by others demands it.</summary>
    private static bool IsWanted(Document document, Act inner, int wish) =>
        document.Tokens[wish] is { Lemma: "want", Upos: Upos.VERB, Xpos: "VBZ" or "VBD" or "VBP" } && document.Tokens[inner.Match.Trigger] is { Xpos: "VBN", Head: var head, Relation: Relation.Xcomp or Relation.Ccomp or Relation.Acl or Relation.Advcl } && (head == wish || head >= 0 && document.Tokens[head].Head == wish)
        && document.Tree.Dependent(inner.Match.Trigger, Relation.AuxPass) < 0;

    /// <summary>“promised Kyiv more guns”, “offered a truce”: a thing in the words of a promise or demand says what is promised or asked.</summary>
    private void AddThings(Document document, List<Act> acts, Act speech, Match?[] byToken)
    {
        if (speech.Composition.Status is not null || !operators.Things.TryGetValue(speech.Match.Type, out var things))
            return;
        // “appealed to NATO for weapons”: what stands behind the verb is asked for though the pattern does not name it.
        var named = new List<int>(speech.Match.Fixed);
        foreach (var oblique in speech.Match.Frame.Obliques)
            if (oblique is { Preposition: "for", Distance: 0 } && !named.Contains(oblique.Noun))
                named.Add(oblique.Noun);
        foreach (var token in named)
        {
            if (byToken[token] is not null || token == speech.Match.Trigger || document.Tokens[token].Upos != Upos.NOUN)
                continue;
            foreach (var (type, lexicon) in things)
            {
                if (!lexicon.Holds(document, token))
                    continue;
                var match = new Match { Type = type, Pattern = null, Rule = speech.Match.Rule, Frame = _frames.OfNoun(document, token), Weight = 1 };
                var composition = new Composition { Trigger = token, Status = operators.Inside[speech.Match.Type], Speech = speech.Match };
                composition.Reasons.Add($"it is what “{document.Tokens[speech.Match.Trigger].Form}” asks for or promises");
                acts.Add(new(match, composition));
                break;
            }
        }
    }

    /// <summary>“called on Riga to keep out of the strait”: what somebody is asked to do, or promises, and no pattern knows, is an act of a kind all the same.</summary>
    private void AddDeed(Document document, List<Act> acts, Act speech, Match?[] byToken, IEnumerable<Act> inside)
    {
        var deed = speech.Match.Complement;
        if (speech.Composition.Status is not null || deed < 0 || byToken[deed] is not null || document.Tokens[deed].Upos != Upos.VERB || !operators.Deeds.TryGetValue(speech.Match.Type, out var deeds) || DeedOf(document, deed, deeds) is not { } type)
            return;
        // “asked him to stop making threats”: what is inside it tells more.
        foreach (var act in inside)
            if (document.Tree.Dominates(deed, act.Match.Trigger))
                return;
        var frame = _frames.At(document, deed);
        // “underlined the need to stop”: nobody is asked.
        if (frame.Subject < 0 && speech.Match.Recipient < 0)
            return;
        var match = new Match { Type = type, Pattern = null, Rule = speech.Match.Rule, Frame = frame, Actor = frame.Subject, Recipient = Participants.Any(document, frame.Object) ? frame.Object : -1, Weight = 1 };
        var composition = _status.Read(document, match, t => byToken[t]);
        if (composition.Negated || composition.Speech != speech.Match || composition.Status != operators.Inside[speech.Match.Type])
            return;
        composition.Reasons.Add($"it is what “{document.Tokens[speech.Match.Trigger].Form}” is about");
        acts.Add(new(match, composition));
    }

    // “keep out”, “make way”: with the word behind it before the verb alone.
    private static string? DeedOf(Document document, int verb, IReadOnlyDictionary<string, string> deeds)
    {
        var lemma = document.Tokens[verb].Lemma;
        if (verb + 1 < document.Tokens.Length && document.Tokens[verb + 1].Head == verb && deeds.TryGetValue($"{lemma}_{document.Tokens[verb + 1].Lemma}", out var joined))
            return joined;
        return deeds.GetValueOrDefault(lemma);
    }

    /// <summary>“Asmara must withdraw, he said”: he asks it of Asmara, unless the word by which he says it is itself an act.</summary>
    private Match? Demand(Document document, Act inner, string type, int auxiliary, Match?[] byToken)
    {
        if (inner.Match.Actor < 0 || SaidBy(document, auxiliary, byToken) is not { Speaker: { } speaker } attribution)
            return null;
        // “her use of a server should disqualify her”: nothing is asked of a thing.
        if (document.Tokens[inner.Match.Actor].Upos == Upos.NOUN && document.MentionAt(inner.Match.Actor) is null && document.MentionOver(inner.Match.Actor) is null && !Participants.IsSomebody(document, inner.Match.Actor, operators.Somebody))
            return null;
        var asked = Participants.Of(document, inner.Match.Actor);
        return asked.Count == 0 || asked.Exists(speaker.SameSide) || !asked.Exists(a => a.IsKnown)
            ? null
            : DoneBySaying(type, "obligation", auxiliary, attribution, inner.Match.Actor, inner.Match.Trigger);
    }

    /// <summary>“Withdraw your troops, he told them”: he asks it of them, unless the word by which he says it is itself an act.</summary>
    private Match? Command(Document document, Act inner, Match?[] byToken)
    {
        if (!inner.Composition.Command || SaidBy(document, inner.Match.Trigger, byToken) is not { Speaker: not null, CueHead: >= 0 and var cue } attribution || operators.Find("demand")?.Type is not { } type)
            return null;
        var frame = _frames.At(document, cue);
        return DoneBySaying(type, "demand", cue, attribution, frame.IndirectObject >= 0 ? frame.IndirectObject : frame.Object, inner.Match.Trigger);
    }

    /// <summary>“If the strait is closed, it will be reopened by force, the admiral said”: what would hurt another, announced under a condition, threatens him.</summary>
    private Match? ThreatUnderCondition(Document document, Act inner, Match?[] byToken)
    {
        if (!operators.ThreatUnderCondition.Contains(inner.Match.Type) || inner.Composition.Condition < 0 || inner.Composition.Status is not (EventStatus.Hypothetical or EventStatus.Planned)
            || SaidBy(document, inner.Match.Trigger, byToken) is not { Speaker: { } speaker } attribution)
            return null;
        // “will be closed”; “unless it withdraws, tariffs take effect” has no auxiliary, and the condition's first word tells.
        var told = -1;
        foreach (var (op, token) in inner.Composition.Operators)
            // “had Iran attacked, he would have struck” threatens nobody.
            if (op.Status is EventStatus.Planned or EventStatus.Hypothetical && document.Tokens[token].Xpos == "MD" && !Clauses.IsPerfect(document, inner.Match.Trigger, token))
                told = token;
        if (told < 0 && document.Tokens[inner.Match.Trigger].Xpos is "VBZ" or "VBP" && document.Tree.LeftEdge(inner.Composition.Condition) is var mark && document.Tokens[mark].Upos is Upos.SCONJ or Upos.AUX && !document.Tree.Dominates(inner.Composition.Condition, inner.Match.Trigger))
            told = mark;
        var actors = Participants.Of(document, inner.Match.Actor);
        return told < 0 || actors.Count > 0 && !actors.Exists(actor => Participants.SpeaksFor(speaker, actor)) || byToken[told] is not null
            ? null
            : DoneBySaying(operators.Find("threat")?.Type ?? inner.Match.Type, "threat", told, attribution, inner.Match.Recipient, inner.Match.Trigger);
    }

    /// <summary>“told the rebels to lay down their arms or be destroyed”, “ordered them to leave or face arrest”: what is asked has a threat beside it.</summary>
    private Match? OrElse(Document document, Act speech, Match?[] byToken)
    {
        if (operators.Find("demand")?.Type != speech.Match.Type || speech.Composition.Status is not null || speech.Match.Complement is not (>= 0 and var asked))
            return null;
        foreach (var d in document.Tree.Of(asked))
            if (d > asked && document.Tokens[d].Relation == Relation.Conj && document.Tree.Dependent(d, Relation.Cc) is >= 0 and var or && document.Tokens[or].Form == "or" && byToken[or] is null
                && (operators.OrElse.Contains(document.Tokens[d].Lemma) || document.Tokens[d].Xpos == "VBN" && document.Tree.Dependent(d, Relation.AuxPass) >= 0))
                return DoneBySaying(operators.Find("threat")?.Type ?? speech.Match.Type, "threat", or, document.AttributionAt(or), speech.Match.Recipient, d, speech.Match.Actor);
        return null;
    }

    /// <summary>The attribution around a token, where the word by which it is said is no act itself.</summary>
    private static Attribution? SaidBy(Document document, int token, Match?[] byToken) =>
        document.AttributionAt(token) is { } attribution && !(attribution.CueHead >= 0 && byToken[attribution.CueHead] is not null) ? attribution : null;

    private static Match DoneBySaying(string type, string op, int auxiliary, Attribution? attribution, int recipient, int complement, int actor = -1) => new()
    {
        Type = type,
        Pattern = null,
        Rule = $"operators/{op}",
        Frame = new(auxiliary),
        Speaker = attribution,
        Actor = actor,
        Recipient = recipient,
        Complement = complement,
        Weight = 1,
    };
}
