using Demarche.Parsing;

namespace Demarche.Recognizing;

/// <summary>Whether words that say when speak of what is still to come: by the tense of what governs them, and by the words before them.</summary>
internal sealed class TimeAhead(Calendar calendar, Document document)
{
    // Deeper than any sentence a person writes; keeps the walk linear on what is no sentence.
    private const int MaxClimb = 12;

    private readonly Token[] _tokens = document.Tokens;

    /// <summary>True when what governs the time lies ahead: “will”, “is expected”, “is to”, “meets Xi on Monday”, “until Friday”.</summary>
    public bool Of(int t, int start)
    {
        if (Before(t, start) is >= 0 and var before && calendar.Deadlines.Contains(_tokens[before].Form) && !IsBygone(t))
            return true;

        var at = t;
        var infinitive = false;
        for (var steps = 0; steps < MaxClimb && at >= 0; steps++, at = _tokens[at].Head)
        {
            var token = _tokens[at];
            if (at != t && (calendar.Future.Contains(token.Form) || (infinitive && calendar.Plans.Contains(token.Lemma ?? ""))))
                return true;
            if (at != t && IsPast(at))
                return false;
            if (token.Upos is not (Upos.VERB or Upos.AUX) && document.Tree.Dependent(at, Relation.Cop) < 0)
                continue;

            // “go back to the lines of 5 August”: the day of a thing is not that of the act.
            if (IsAhead(at, start, mayBeArranged: !(t > start && _tokens[t - 1].Form == "of" || t - 1 > start && _tokens[t - 1].Upos == Upos.NUM && _tokens[t - 2].Form == "of")))
                return true;
            // An infinitive or participle takes its time from the verb over it; a clause of its own has its own.
            infinitive = token.Xpos == "VB" && IsBare(at);
            if (token.Relation.Universal() != Relation.Xcomp && !(infinitive && token.Relation is Relation.Acl or Relation.Advcl))
                return false;
        }
        return false;
    }

    /// <summary>True when what governs the time is told as over: “exchanged fire from Friday until Monday”.</summary>
    public bool IsOver(int t)
    {
        for (int at = t, steps = 0; at >= 0 && steps < MaxClimb; at = _tokens[at].Head, steps++)
            if (_tokens[at].Upos == Upos.VERB)
                return VerbGroup.Of(document, at).IsOver;
        return false;
    }

    /// <summary>The token before a time and what says which part of it: “until” of “until the end of November”; −1 where it begins the sentence.</summary>
    public int Before(int t, int start)
    {
        var at = t - 1;
        if (at > start && _tokens[at].Form is "of" or "-" && calendar.Parts.Contains(_tokens[at - 1].Form))
            at -= 2;
        else if (at > start && calendar.Parts.Contains(_tokens[at].Form))
            at--;
        else
            return at >= start ? at : -1;
        if (at > start && _tokens[at].Upos == Upos.DET)
            at--;
        return at >= start ? at : -1;
    }

    private bool IsAhead(int verb, int start, bool mayBeArranged)
    {
        var group = VerbGroup.Of(document, verb);
        if (group.Modal >= 0 && calendar.Future.Contains(_tokens[group.Modal].Form) && !IsRefusal(verb, group.Modal))
            return true;
        // “may go home in August”; not “may have gone”.
        if (group.Modal >= 0 && !group.Perfect && calendar.Possible.Contains(_tokens[group.Modal].Form))
            return true;
        // “is to meet”.
        if (group.To > start + 1 && _tokens[group.To - 1].Upos == Upos.AUX || group.IsUnderWay)
            return true;
        return mayBeArranged && group.Auxiliary < 0 && _tokens[verb].Xpos is "VBZ" or "VBP" && calendar.Arranged.Contains(_tokens[verb].Lemma ?? "") && !(calendar.PastBehind.Contains(_tokens[verb].Lemma ?? "") && document.Tree.Dependent(verb, Relation.Obj) >= 0);
    }

    // “Over the shooting on Wednesday”; “follows a visit on April 12”.
    private bool IsPast(int noun) =>
        _tokens[noun].Upos == Upos.NOUN
        && (document.Tree.Dependent(noun, Relation.Case) is >= 0 and var led && calendar.PastBehind.Contains(_tokens[led].Form)
            || _tokens[noun].Relation.Universal() == Relation.Obj && _tokens[noun].Head is >= 0 and var over && calendar.PastBehind.Contains(_tokens[over].Lemma ?? ""));

    // “Were in town by Thursday”; “were told to leave by Thursday” is not.
    private bool IsBygone(int t)
    {
        if (_tokens[t].Head is not (>= 0 and var over))
            return false;
        var group = VerbGroup.Of(document, over);
        return group.Auxiliary >= 0 && group.Finite is >= 0 and var finite && (finite < t || group.To < 0) && calendar.Bygone.Contains(_tokens[finite].Form) && !calendar.Future.Contains(_tokens[over].Form);
    }

    private bool IsRefusal(int verb, int aux) =>
        calendar.Willing.Contains(_tokens[aux].Form) && aux + 1 < verb && _tokens[aux + 1].Form is "not" or "n't" or "n’t" && _tokens[verb].Relation.Universal() is Relation.Root or Relation.Conj or Relation.Parataxis;

    private bool IsBare(int verb) => document.Tree.Dependent(verb, Relation.Nsubj) < 0;
}
