using Demarche.Codebooks;
using Demarche.Coding;
using Demarche.Parsing;

namespace Demarche.Positioning;

/// <summary>Where the words of a condition end: as the tree has it, unless commas, conjunctions and verbs tell that it gives too much or too little.</summary>
internal sealed class ConditionExtent(PositionRules rules)
{
    /// <summary>The last token of a condition.</summary>
    /// <param name="document">With trees and attributions.</param>
    /// <param name="opener">The tokens of the words that open it.</param>
    /// <param name="head">What hangs over them: the verb of the clause, or the noun.</param>
    /// <param name="limit">The last token before whoever says so.</param>
    /// <param name="stand">The position that depends on it.</param>
    public int LastOf(Document document, (int First, int Last) opener, int head, int limit, Stand stand)
    {
        var tokens = document.Tokens;
        var end = Math.Min(limit + 1, document.SentenceOf(head).End);
        var main = stand.Outcome >= 0 && document.Tree.Dominates(head, stand.Outcome) ? stand.Trigger : Math.Max(stand.Trigger, stand.Outcome);
        // What opens the sentence ends at a comma, where there is one; else the tree says where.
        var ahead = opener.First < main;
        var closed = !ahead || CommaBetween(document, opener.Last, Math.Min(stand.Trigger > opener.Last ? stand.Trigger : main, end)) >= 0;
        var last = opener.Last;
        var verbs = 0;
        for (var t = opener.Last + 1; t < end; t++)
        {
            ref readonly var token = ref tokens[t];
            if (ahead && (t == stand.Trigger || t == main))
                break;
            if (token.Upos == Upos.PUNCT)
            {
                if (EndsAtMark(document, opener.Last, t, head, end, stand))
                    break;
                continue;
            }
            var inside = document.Tree.Dominates(head, t);
            if (token.Upos == Upos.CCONJ && t > head)
            {
                if (EndsAtConjunction(document, t, head, ahead, stand))
                    break;
                verbs = 0;
            }
            if (inside)
            {
                if (IsFinite(token))
                    verbs++;
                last = t;
                continue;
            }
            // “would go on with it until the vote the minister said”: a verb of another clause.
            if (!closed || IsFinite(token) && ++verbs > 1 && !IsInRelativeClause(document, t, opener.Last))
            {
                if (closed)
                    last = TreeEnd(document, opener.Last, head, end);
                break;
            }
            // “for medicine on Monday”: behind a noun a day says when it will be done.
            if (tokens[head].Upos is Upos.NOUN or Upos.PROPN && document.TimeAt(token.Upos == Upos.ADP && t + 1 < end ? t + 1 : t) is not null)
                break;
            last = t;
        }
        while (last > opener.Last && tokens[last].Upos is Upos.PUNCT or Upos.CCONJ)
            last--;
        return last;
    }

    /// <summary>The last token of what hangs on the head without a gap; commas and quotes that the tree hangs far off do not count.</summary>
    private static int TreeEnd(Document document, int from, int head, int end)
    {
        var last = from;
        for (var t = from + 1; t < end; t++)
            if (document.Tree.Dominates(head, t))
                last = t;
            else if (document.Tokens[t].Upos != Upos.PUNCT)
                break;
        return last;
    }

    private static int CommaBetween(Document document, int from, int to)
    {
        for (var t = from + 1; t < to; t++)
            if (document.Tokens[t].Form == ",")
                return t;
        return -1;
    }

    private static bool IsFinite(in Token token) => token is { Upos: Upos.VERB or Upos.AUX, Xpos: "VBD" or "VBZ" or "VBP" or "MD" };

    /// <summary>True at a comma, dash or quotation mark behind which something else begins.</summary>
    private bool EndsAtMark(Document document, int opener, int mark, int head, int end, Stand stand)
    {
        var tokens = document.Tokens;
        if (tokens[mark].Xpos == "HYPH" || tokens[mark].Form is "-" or "." && mark + 1 < end)
            return false;
        if (tokens[mark].Form is ";" or ":" or "–" or "—" or "(" or ")")
            return true;
        var next = mark + 1;
        while (next < end && tokens[next].Upos == Upos.PUNCT)
            next++;
        if (next >= end || !document.Tree.Dominates(head, next))
            return true;
        // Before its verb a comma ends it only where the verb is another's: “unless the company pays its debts, the minister said”.
        if (mark < head)
            return mark > opener + 2 && tokens[opener + 1].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.DET or Upos.ADJ or Upos.NUM && tokens[head].Upos == Upos.VERB && SubjectOf(document, head) is var subject && document.Tree.LeftEdge(Math.Max(subject, 0)) > mark && subject > mark;
        // “as soon as it was let in, a day after the deal lapsed”: when it was said.
        if (document.TimeAt(next) is not null || next + 1 < end && tokens[next].Upos is Upos.DET or Upos.NUM && document.TimeAt(next + 1) is not null || IsDaysAfter(document, next, end))
            return true;
        // “until an amnesty was passed, as he claimed was foreseen”
        if (tokens[next].Form == "as")
            return true;
        // “only if they are named, dimming hopes of a truce”, “if it was lifted, adding that …”: what comes of it is no part of it.
        var gerund = tokens[next].Upos == Upos.ADV && next + 1 < end ? next + 1 : next;
        if (tokens[gerund].Xpos == "VBG" && document.Tree.Dependent(gerund, Relation.Mark) < 0)
            return true;
        // “if one was set up, but gave no date”
        if (tokens[next].Upos == Upos.CCONJ)
            return EndsAtConjunction(document, next, head, false, stand);
        // The clause that depends on it, or whoever says so: the tree may hang either on the condition.
        var top = next;
        while (tokens[top].Head != head && tokens[top].Head >= 0)
            top = tokens[top].Head;
        return document.Tree.Dominates(top, stand.Trigger) || tokens[top].Relation is Relation.Parataxis or Relation.Ccomp && SubjectOf(document, top) > mark;
    }

    /// <summary>“a day after”, “two weeks before”.</summary>
    private bool IsDaysAfter(Document document, int first, int end)
    {
        var t = first;
        while (t < end && t < first + 3 && document.Tokens[t].Upos is Upos.DET or Upos.NUM or Upos.ADJ)
            t++;
        return t + 1 < end && document.Tokens[t].Upos == Upos.NOUN && document.Tokens[t + 1].Upos is Upos.SCONJ or Upos.ADP && rules.Coming.Contains(document.Tokens[t + 1].Form);
    }

    /// <summary>True at an “and”, “or” or “but” that joins something to another clause than that of the condition.</summary>
    private bool EndsAtConjunction(Document document, int and, int head, bool ahead, Stand stand)
    {
        var tokens = document.Tokens;
        if (tokens[and] is not { Relation: Relation.Cc, Head: >= 0 and var joined } || joined < and)
            return false;
        var inside = document.Tree.Dominates(head, joined);
        if (tokens[joined].Upos is not (Upos.VERB or Upos.AUX) && document.Tree.Dependent(joined, Relation.Cop) < 0)
            return !inside;
        if (document.Tree.Dominates(joined, stand.Trigger))
            return true;
        var own = SubjectOf(document, joined);
        var group = VerbGroup.Of(document, joined);
        // “if it is lifted and Oman will follow”: what will be depends on it.
        if (own >= 0 && tokens[and - 1].Form != "," && group.Finite >= 0)
            return ahead ? !inside : group.Modal >= 0 && tokens[group.Modal].Lemma is "will" or "would" && !inside || IsSpeech(document, joined) || !inside && (tokens[group.Finite].Xpos == "VBD") != (FiniteOf(document, head) == "VBD");
        if (!inside)
            return true;
        // “only after they have left, and it will never give it up”
        if (own >= 0)
            return group.Modal >= 0 && tokens[group.Modal].Lemma is "will" or "would" || IsSpeech(document, joined);
        // “as long as a boot treads it, and asks that …”: who says the next thing is joined to who says the first.
        if (IsSpeech(document, joined) || tokens[and].Lemma == "but" && tokens[and - 1].Form == "," || tokens[joined].Xpos == "VBD" && FiniteOf(document, head) is "VB" or "VBP" or "VBZ")
            return true;
        // “if one was set up, and promised help”, “rules it out as long as a boot treads it, and solicits …”
        return tokens[and - 1].Form == "," && tokens[joined].Xpos is "VBD" or "VBZ" && (stand.Attribution is { CueHead: >= 0 and var cue } && cue < and && tokens[cue].Xpos == tokens[joined].Xpos || tokens[stand.Trigger].Xpos == tokens[joined].Xpos);
    }

    private static string FiniteOf(Document document, int verb) => VerbGroup.Of(document, verb).Finite is >= 0 and var finite ? document.Tokens[finite].Xpos : document.Tokens[verb].Xpos;

    private static int SubjectOf(Document document, int verb)
    {
        foreach (var d in document.Tree.Of(verb))
            if (document.Tokens[d].Relation.Universal() is Relation.Nsubj or Relation.Csubj || document.Tokens[d].Relation == Relation.Expl)
                return d;
        return -1;
    }

    /// <summary>True where a verb says what somebody says, asks or threatens.</summary>
    private bool IsSpeech(Document document, int verb)
    {
        if (document.AttributionByCue(verb) is not null)
            return true;
        foreach (var e in document.Events)
            if (e.Trigger == verb && rules.Events.ContainsKey(e.Type))
                return true;
        return false;
    }

    private static bool IsInRelativeClause(Document document, int token, int from)
    {
        for (var t = token; t > from; t = document.Tokens[t].Head)
            if (document.Tokens[t].Relation is Relation.AclRelcl or Relation.Acl)
                return true;
        return false;
    }
}
