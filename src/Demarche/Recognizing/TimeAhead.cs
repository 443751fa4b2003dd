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
        if (t > start && calendar.Deadlines.Contains(_tokens[t - 1].Form))
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

            if (IsAhead(at, start))
                return true;
            // An infinitive or participle takes its time from the verb over it; a clause of its own has its own.
            infinitive = token.Xpos == "VB" && IsBare(at);
            if (token.Relation.Universal() != Relation.Xcomp && !(infinitive && token.Relation is Relation.Acl or Relation.Advcl))
                return false;
        }
        return false;
    }

    private bool IsAhead(int verb, int start)
    {
        var hasAux = false;
        var progressive = false;
        foreach (var d in document.Tree.Of(verb))
        {
            var relation = _tokens[d].Relation.Universal();
            if (relation == Relation.Aux)
            {
                if (calendar.Future.Contains(_tokens[d].Form))
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
        return !hasAux && _tokens[verb].Xpos is "VBZ" or "VBP" && calendar.Arranged.Contains(_tokens[verb].Lemma ?? "");
    }

    private bool IsBare(int verb) => document.Tree.Dependent(verb, Relation.Nsubj) < 0;
}
