using Demarche.Codebooks;
using Demarche.Coding;
using Demarche.Parsing;

namespace Demarche.Positioning;

/// <summary>Reads whether words hold, are denied, are no longer so or are left open.</summary>
internal sealed class Turning(Operators operators, PositionRules rules)
{
    private readonly StatusReader _status = new(operators);

    /// <summary>What is left of a stance that these words state; null when nothing is. <paramref name="condition"/> is the head of what it depends on, or −1.</summary>
    public string? Of(Document document, Match match, StanceRule rule, Attribution? attribution, IReadOnlyList<Actor> actors, out string? reason)
    {
        reason = null;
        var composition = _status.Read(document, match, _ => null);
        var trigger = match.Trigger;
        var phrase = Before(document, trigger);
        if (phrase == Preceding.Leaving)
            return Left(out reason, "the words before it leave open whether");
        if (Cancel(document, match) is { } taken)
        {
            reason = taken ? "it is taken back" : null;
            return taken ? rules.Turns[rule.Stance].Ended : rule.Stance;
        }
        var own = match.Negated || phrase == Preceding.Affirming ? null : Negation.Of(document, trigger, operators) ?? NegatedSubject(document, match) ?? Nor(document, trigger) ?? Negation.Joint(document, trigger, operators) ?? OfAntecedent(document, trigger);
        var presupposed = match.Frame.Nominal && match.Frame.Owners.Count > 0;
        if (!presupposed && Outside(document, composition, trigger, own is not null || phrase is not Preceding.Nothing, rule.Able) is { } outside)
            return Left(out reason, outside);
        // “would no longer share it”: words that are a position only where they are denied are denied by it.
        if (phrase == Preceding.Ending && !match.Negated)
        {
            reason = "it is no longer so";
            return rules.Turns[rule.Stance].Ended;
        }
        if (own is null && (phrase != Preceding.Negating || match.Negated))
            return rule.Stance;
        reason = $"“{own ?? document.Tokens[trigger - 1].Form}” turns “{rule.Stance}” round";
        if (rule.Negated is { } negated)
            return negated == "none" ? null : negated;
        var turn = rules.Turns[rule.Stance];
        var group = VerbGroup.Of(document, trigger);
        // “would not press for it, he said”
        if (group.Modal >= 0 && document.Tokens[group.Modal].Lemma is "will" or "would" or "shall")
            return turn.Future;
        if (attribution is { Speaker: { } speaker } && actors.Any(speaker.SameSide) && turn.Said is not null)
            return turn.Said;
        if (group.Modal >= 0)
            return turn.Future;
        return attribution is null && group.IsOver ? turn.Past : turn.Negated;
    }

    /// <summary>The same for an event, whose own negation its status has told already: only the words right before it and a verb that takes it back count.</summary>
    public string? OfEvent(Document document, Match match, StanceRule rule) => Before(document, match.Trigger) switch
    {
        Preceding.Leaving => null,
        Preceding.Ending => rule.Negated ?? rules.Turns[rule.Stance].Ended,
        Preceding.Negating => rules.Turns[rule.Stance].Negated,
        _ when NegatedSubject(document, match) is not null => rules.Turns[rule.Stance].Past,
        _ => Cancel(document, match) == true ? rules.Turns[rule.Stance].Ended : rule.Stance,
    };

    private static string? Left(out string? reason, string why)
    {
        reason = why;
        return null;
    }

    private enum Preceding
    {
        Nothing,
        Negating,
        Ending,
        Leaving,
        Affirming,
    }

    private Preceding Before(Document document, int trigger)
    {
        var first = document.SentenceOf(trigger).First;
        // “is against cutting aid”: the word that makes the predicate does not stand before it.
        if (document.Tree.Dependent(trigger, Relation.Cop) >= 0)
            while (trigger > first && document.Tokens[trigger - 1] is { Relation: Relation.Mark or Relation.Case } own && own.Head == trigger)
                trigger--;
        return Stands(rules.Affirming) ? Preceding.Affirming : Stands(rules.Leaving) ? Preceding.Leaving : Stands(rules.Ending) ? Preceding.Ending : Stands(rules.Negating) ? Preceding.Negating : Preceding.Nothing;

        bool Stands(IReadOnlyList<string[]> phrases)
        {
            foreach (var phrase in phrases)
                if (Ends(phrase, trigger))
                    return true;
            return false;
        }

        // “no longer be opposed”: an auxiliary may stand between.
        bool Ends(string[] phrase, int end)
        {
            var t = end - 1;
            while (t >= first && document.Tokens[t].Relation.Universal() is Relation.Aux or Relation.Cop && !Is(t, phrase[^1]))
                t--;
            for (var i = phrase.Length - 1; i >= 0; i--, t--)
                if (t < first || !Is(t, phrase[i]))
                    return false;
            return true;
        }

        bool Is(int t, string word) => document.Tokens[t].Form.Equals(word, StringComparison.OrdinalIgnoreCase) || document.Tokens[t].Lemma.Equals(word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>True for a noun under a verb that takes it back, false when that verb is itself denied or refused (“will not drop its demand”); null under no such verb.</summary>
    private bool? Cancel(Document document, Match match)
    {
        if (!match.Frame.Nominal)
            return null;
        var tokens = document.Tokens;
        var noun = match.Trigger;
        var verb = tokens[noun].Head;
        if (verb < 0 || tokens[verb].Upos != Upos.VERB || tokens[noun].Relation.Universal() is not (Relation.Obj or Relation.Obl or Relation.Nsubj))
            return null;
        var lemma = tokens[verb].Lemma;
        var preposition = FrameReader.Preposition(document, noun);
        var particle = document.Tree.Dependent(verb, Relation.CompoundPrt) is >= 0 and var p ? tokens[p].Lemma : null;
        if (particle is null && verb + 1 < tokens.Length && tokens[verb + 1].Upos is Upos.ADV or Upos.ADP && tokens[verb + 1].Head == verb)
            particle = tokens[verb + 1].Lemma;
        if (!rules.Cancels.Contains(lemma) && !rules.Cancels.Contains($"{lemma}_{particle}") && !rules.Cancels.Contains($"{lemma}_{preposition}") && !rules.Cancels.Contains($"{lemma}_{particle}_{preposition}"))
            return null;
        for (int t = verb, step = 0; t >= 0 && step < 4; t = tokens[t].Head, step++)
            if (Negation.Of(document, t, operators) is not null || t != verb && operators.OfWord(tokens[t].Lemma) is { Status: EventStatus.Denied or EventStatus.Hypothetical or EventStatus.Demanded })
                return false;
        return true;
    }

    /// <summary>“Not a single member”, “none of them”: the negation opens the subject.</summary>
    private string? NegatedSubject(Document document, Match match)
    {
        var subject = match.Frame.Subject;
        if (subject < 0 || document.SentenceOf(subject) != document.SentenceOf(match.Trigger))
            return null;
        var first = document.Tree.LeftEdge(subject);
        return first <= subject && operators.Negations.Contains(document.Tokens[first].Form.ToLowerInvariant()) ? document.Tokens[first].Form : null;
    }

    /// <summary>“neither wants nor accepts”: the second verb is denied by the conjunction before it.</summary>
    private string? Nor(Document document, int trigger)
    {
        var cc = document.Tokens[trigger].Relation == Relation.Conj ? document.Tree.Dependent(trigger, Relation.Cc) : -1;
        return cc >= 0 && operators.Negations.Contains(document.Tokens[cc].Form.ToLowerInvariant()) ? document.Tokens[cc].Form : null;
    }

    /// <summary>“is not something it would oppose”: the noun that the clause belongs to is denied.</summary>
    private string? OfAntecedent(Document document, int trigger)
    {
        var noun = document.Tokens[trigger].Relation == Relation.AclRelcl ? document.Tokens[trigger].Head : -1;
        return noun >= 0 && document.Tree.Dependent(noun, Relation.Cop) >= 0 ? Negation.Of(document, noun, operators) : null;
    }

    /// <summary>Why what stands around the words keeps them from being held; null when they are.</summary>
    private string? Outside(Document document, Composition composition, int trigger, bool turned, bool able)
    {
        var tokens = document.Tokens;
        foreach (var (op, token) in composition.Operators)
        {
            var own = token == trigger || tokens[token].Head == trigger && tokens[token].Relation.Universal() == Relation.Aux;
            // “would back”, “will reject”, “cannot accept”: one holds what one would do; “may reject” is another thing.
            if (own && (op.Id is "negation" or "future" or "conditional" or "obligation" || turned || able && op.Id == "ability"))
                continue;
            // “insisted that it did not ask”: what one insists on of oneself is said, not demanded.
            if (op.Status == EventStatus.Demanded && VerbGroup.Of(document, trigger) is { Finite: >= 0, Modal: < 0 })
                continue;
            if (own || op.Status is EventStatus.Denied or EventStatus.Hypothetical or EventStatus.Demanded or EventStatus.Threatened or EventStatus.Promised)
                return $"“{tokens[token].Form}” stands over it";
        }
        // Without an operator it is a mark that opens it: “if”, “whether”.
        if (composition.Status == EventStatus.Hypothetical && composition.Operators.Count == 0 && !turned)
            return composition.Reasons[^1];
        // “wants the bloc to recognise it”: what another is to do is his only when he does it; “our aim is to support it” is one's own.
        if (tokens[trigger] is { Xpos: "VB", Relation: Relation.Ccomp or Relation.Xcomp } && document.Tree.Dependent(trigger, Relation.Nsubj) >= 0 && document.Tree.Dependent(trigger, Relation.Cop) < 0 && document.Tree.Dependent(trigger, Relation.Mark) is >= 0 and var to && tokens[to].Xpos == "TO")
            return "it is what somebody is to do";
        foreach (var d in document.Tree.Of(trigger))
            if (tokens[d].Relation == Relation.Mark && operators.ConditionMarks.Contains(tokens[d].Form))
                return $"“{tokens[d].Form}” makes it a condition";
        if (document.Tree.InvertedAuxiliary(trigger, operators.InvertedConditions) is >= 0 and var auxiliary)
            return $"“{tokens[auxiliary].Form}” before its subject makes it a condition";
        return document.IsQuestion(trigger) ? "it is a question" : null;
    }
}
