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
        if (t > start && calendar.Deadlines.Contains(_tokens[t - 1].Form) && !IsBygone(t))
            return true;

        var at = t;
        var infinitive = false;
        for (var steps = 0; steps < MaxClimb && at >= 0; steps++, at = _tokens[at].Head)
        {
            var token = _tokens[at];
            if (at != t && (calendar.Future.Contains(token.Form) || (infinitive && calendar.Plans.Contains(token.Lemma ?? ""))))
                return true;
            if (token.Upos is not (Upos.VERB or Upos.AUX) && document.Tree.Dependent(at, Relation.Cop) < 0)
                continue;

            // “go back to the lines of 5 August”: the day of a thing is not that of the act.
            if (IsAhead(at, start, mayBeArranged: !(t > start && _tokens[t - 1].Form == "of")))
                return true;
            // An infinitive or participle takes its time from the verb over it; a clause of its own has its own.
            infinitive = token.Xpos == "VB" && IsBare(at);
            if (token.Relation.Universal() != Relation.Xcomp && !(infinitive && token.Relation is Relation.Acl or Relation.Advcl))
                return false;
        }
        return false;
    }

    private bool IsAhead(int verb, int start, bool mayBeArranged)
    {
        var hasAux = false;
        var progressive = false;
        foreach (var d in document.Tree.Of(verb))
        {
            var relation = _tokens[d].Relation.Universal();
            if (relation == Relation.Aux)
            {
                if (calendar.Future.Contains(_tokens[d].Form) && !IsRefusal(verb, d))
                    return true;
                hasAux = true;
                progressive |= _tokens[verb].Xpos == "VBG" && _tokens[d].Xpos is "VBZ" or "VBP";
            }
            // “is to meet”.
            if (relation == Relation.Mark && d > start + 1 && _tokens[d].Form.Equals("to", StringComparison.OrdinalIgnoreCase) && _tokens[d - 1].Upos == Upos.AUX)
                return true;
        }
        if (progressive)
            return true;
        return mayBeArranged && !hasAux && _tokens[verb].Xpos is "VBZ" or "VBP" && calendar.Arranged.Contains(_tokens[verb].Lemma ?? "");
    }

    // “Were in town by Thursday”; “were told to leave by Thursday” is not.
    private bool IsBygone(int t)
    {
        if (_tokens[t].Head is not (>= 0 and var over))
            return false;
        var past = false;
        foreach (var d in document.Tree.Of(over))
        {
            past |= d < t && _tokens[d].Relation.Universal() is Relation.Cop or Relation.Aux && calendar.Bygone.Contains(_tokens[d].Form);
            if (_tokens[d].Relation.Universal() is Relation.Aux or Relation.AuxPass && calendar.Future.Contains(_tokens[d].Form))
                return false;
        }
        return past && !calendar.Future.Contains(_tokens[over].Form);
    }

    private bool IsRefusal(int verb, int aux) =>
        calendar.Willing.Contains(_tokens[aux].Form) && aux + 1 < verb && _tokens[aux + 1].Form is "not" or "n't" or "n’t" && _tokens[verb].Relation.Universal() is Relation.Root or Relation.Conj or Relation.Parataxis;

    private bool IsBare(int verb) => document.Tree.Dependent(verb, Relation.Nsubj) < 0;
}
