using Demarche.Codebooks;
using Demarche.Coding;

namespace Demarche.Positioning;

/// <summary>Finds the words on which a position depends: “if …”, “provided that …”, “should … begin”, “only with …”.</summary>
internal sealed class ConditionReader(Operators operators, PositionRules rules)
{
    /// <summary>The condition of what stands at a trigger, in its exact words; null when there is none.</summary>
    public Span? Of(Document document, int trigger, int outcome)
    {
        var tokens = document.Tokens;
        var sentence = document.SentenceOf(trigger);
        var top = TopOf(document, trigger);
        for (var t = sentence.First; t < sentence.End; t++)
        {
            var head = StartsAt(document, t);
            if (head < 0 || head == trigger || head == outcome || IsOfDenied(document, t) && Negation.Of(document, trigger, operators) is null)
                continue;
            if (!Bears(document, head, trigger, outcome, top) && !(t == First(document, sentence) && document.Tokens[head].Head is >= 0 and var governor && document.Tree.Dominates(governor, trigger)))
                continue;
            var last = EndOf(document, head);
            while (last > t && tokens[last].Upos == Upos.PUNCT)
                last--;
            if (last < t || last >= sentence.End)
                continue;
            // Only what belongs to the position: its trigger does not stand in its own condition.
            if (trigger >= t && trigger <= last)
                continue;
            return document.SpanOf(Opening(document, t, last), last);
        }
        return null;
    }

    /// <summary>The only condition of a sentence, wherever the tree hangs it, unless it stands in a relative clause before the trigger; null when there are none or several.</summary>
    public Span? Alone(Document document, int trigger)
    {
        Span? only = null;
        var sentence = document.SentenceOf(trigger);
        for (var t = sentence.First; t < sentence.End; t++)
        {
            var head = StartsAt(document, t);
            if (head < 0 || head == trigger || IsOfDenied(document, t))
                continue;
            var last = document.Tree.RightEdge(head);
            while (last > t && document.Tokens[last].Upos == Upos.PUNCT)
                last--;
            if (last < t || trigger >= t && trigger <= last || InRelativeClause(document, head))
                continue;
            if (only is not null)
                return null;
            only = document.SpanOf(Opening(document, t, last), last);
            t = last;
        }
        return only;
    }

    /// <summary>“as long as talks last and questioned …”: a verb in the past is not joined to one in the present.</summary>
    private static int EndOf(Document document, int head)
    {
        if (document.Tokens[head].Xpos is "VB" or "VBP" or "VBZ")
            foreach (var d in document.Tree.Of(head))
                if (d > head && document.Tokens[d] is { Relation: Relation.Conj, Xpos: "VBD" })
                    return (document.Tree.Dependent(d, Relation.Cc) is >= 0 and var cc ? cc : document.Tree.LeftEdge(d)) - 1;
        return document.Tree.RightEdge(head);
    }

    private bool IsOfDenied(Document document, int token) => rules.OfDenied.Contains(document.Tokens[token].Form);

    /// <summary>Where the condition itself begins: “conditional on the release” is the release.</summary>
    private int Opening(Document document, int token, int last)
    {
        foreach (var phrase in rules.Conditions)
            if (token + phrase.Length <= last && Stands(document, token, phrase))
                return rules.Bare.Contains(string.Join(' ', phrase)) ? token + phrase.Length : token;
        return token;
    }

    private static bool InRelativeClause(Document document, int token)
    {
        for (var t = token; t >= 0; t = document.Tokens[t].Head)
            if (document.Tokens[t].Relation == Relation.AclRelcl)
                return true;
        return false;
    }

    private static int First(Document document, Sentence sentence)
    {
        var first = sentence.First;
        while (first < sentence.End && document.Tokens[first].Upos is Upos.PUNCT or Upos.CCONJ)
            first++;
        return first;
    }

    /// <summary>The head of the clause or phrase that a condition opened at this token has; −1 when none opens here.</summary>
    private int StartsAt(Document document, int token)
    {
        var tokens = document.Tokens;
        foreach (var phrase in rules.Conditions)
        {
            if (!Stands(document, token, phrase))
                continue;
            // “at once”
            if (token > 0 && tokens[token - 1] is { Relation: Relation.Case } leads && leads.Head == token)
                return -1;
            // “, while others wait” sets against, “while others wait” says how long.
            if (rules.Contrasting.Contains(phrase[0]) && token > 0 && tokens[token - 1].Form == ",")
                return -1;
            var last = token + phrase.Length - 1;
            if (last + 1 >= tokens.Length || document.TimeAt(last + 1) is not null || IsAside(document, last + 1))
                return -1;
            // “until Friday”, “until now”: a date is no condition.
            // The clause hangs over its conjunction, a noun over its preposition; of “on condition that”, over the last word.
            for (var t = last; t >= token; t--)
            {
                var head = tokens[t].Head;
                if (tokens[t].Relation is Relation.Mark or Relation.Case or Relation.Advmod or Relation.Fixed && head > last)
                {
                    // “for as long as negotiations last”: the tree may hang the conjunction on the subject.
                    if (tokens[head].Relation.Universal() == Relation.Nsubj && tokens[head].Head > head)
                        head = tokens[head].Head;
                    return document.TimeAt(head) is null && tokens[head].Upos != Upos.ADV && !IsAside(document, head) ? head : -1;
                }
                if (tokens[t].Upos is Upos.NOUN or Upos.VERB && document.Tree.RightEdge(t) > last)
                    return t;
            }
            // The tree does not say: what follows up to the end of its own phrase.
            return last + 1 < tokens.Length && tokens[last + 1].Head > last ? tokens[last + 1].Head : -1;
        }
        // “Should Doha refuse”
        return tokens[token] is { Upos: Upos.AUX, Head: >= 0 and var clause } && document.Tree.InvertedAuxiliary(clause, operators.InvertedConditions) == token ? clause : -1;
    }

    // “in case of a call”; not “if Britain calls back its fleet”.
    private bool IsAside(Document document, int token) => document.Tokens[token].Upos is not (Upos.VERB or Upos.AUX) && rules.Asides.Holds(document, token);

    private static bool Stands(Document document, int token, string[] phrase)
    {
        for (var i = 0; i < phrase.Length; i++)
            if (token + i >= document.Tokens.Length || !document.Tokens[token + i].Form.Equals(phrase[i], StringComparison.OrdinalIgnoreCase))
                return false;
        return true;
    }

    /// <summary>True when the condition hangs on the trigger, on what it is about, or on the clause around both.</summary>
    private static bool Bears(Document document, int condition, int trigger, int outcome, int top)
    {
        var governor = document.Tokens[condition].Head;
        if (governor < 0)
            return false;
        if (document.Tree.Dominates(trigger, condition) || outcome >= 0 && document.Tree.Dominates(outcome, condition))
            return true;
        return governor == top || document.Tree.Dominates(governor, trigger) && document.Tree.Dominates(top, governor);
    }

    /// <summary>The clause that the trigger belongs to: up through auxiliaries, infinitives and nouns, not out of a clause of its own.</summary>
    private static int TopOf(Document document, int trigger)
    {
        var tokens = document.Tokens;
        var top = trigger;
        for (var step = 0; step < 8 && tokens[top].Head >= 0; step++)
        {
            if (tokens[top].Relation.Universal() is Relation.Xcomp or Relation.Obj or Relation.Obl or Relation.Nmod or Relation.Nsubj or Relation.Acl && tokens[top].Relation != Relation.AclRelcl)
                top = tokens[top].Head;
            else
                break;
        }
        return top;
    }
}
