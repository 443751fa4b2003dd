namespace Demarche.Attributing;

/// <summary>Finds the clause in the midst or at the end of which somebody is quoted: “Talks, he said, would go on”.</summary>
internal sealed class SurroundingClauses(Syntax syntax, Quotations quotations, Speakers speakers)
{
    private readonly Token[] _tokens = syntax.Tokens;
    private readonly Tree _tree = syntax.Tree;

    /// <summary>“Talks, he said, would go on”: the clause around, before or after the cue.</summary>
    public bool Around(int verb, Draft draft)
    {
        if (DependsOnCondition(verb))
            return false;
        var sentence = syntax.SentenceOf(verb);
        var own = syntax.Phrase(verb);
        var head = _tokens[verb].Head;
        foreach (var d in _tree.Of(verb))
        {
            // “The minister said: the talks go on.”
            if (!draft.IsPassive && syntax.RelationOf(d) is Relation.Parataxis or Relation.Ccomp or Relation.Dep or Relation.Obj or Relation.Xcomp or Relation.Advcl && IsOpened(syntax.Left(d), verb) && syntax.Phrase(d).Count >= 3)
            {
                draft.Content.Add(syntax.Phrase(d)).Remove(new Stretch(verb, verb + 1));
                return true;
            }
            if (!draft.IsPassive && d < verb && syntax.RelationOf(d) is Relation.Parataxis or Relation.Ccomp or Relation.Dep or Relation.Csubj or Relation.Advcl && syntax.IsFinite(d) && IsSetOff(syntax.Right(d) + 1, verb) && !HasSubordinator(d))
            {
                draft.Content.Add(syntax.Phrase(d));
                return true;
            }
        }
        if (head >= 0 && syntax.SentenceAt[head] == syntax.SentenceAt[verb] && !HasSubordinator(verb) && own.First > sentence.First)
        {
            var relation = syntax.RelationOf(verb);
            if (relation == Relation.Parataxis && (IsComma(own.First) || IsComma(own.First - 1) || quotations.Inside(own.First - 1)))
            {
                draft.Content.Add(syntax.Phrase(head)).Remove(own);
                return true;
            }
        }
        if (IsAsClause(verb))
        {
            draft.Content.Add(syntax.Phrase(head)).Remove(own);
            return true;
        }
        return !draft.IsPassive && Flat(verb, sentence, draft);
    }

    /// <summary>“as the minister said, …”</summary>
    private bool IsAsClause(int verb) =>
        _tokens[verb].Head >= 0 && syntax.RelationOf(verb) == Relation.Advcl && syntax.HasMark(verb, "as") && _tree.Dependent(verb, Relation.Obj) < 0 && _tree.Dependent(verb, Relation.Ccomp) < 0;

    /// <summary>“…, said the minister” and “…, the minister said, …” where the tree does not show it: the words say enough.</summary>
    private bool Flat(int verb, Sentence sentence, Draft draft)
    {
        var first = verb;
        var subject = syntax.OwnSubject(verb);
        var name = subject >= 0 ? syntax.Name(subject) : default;
        if (subject < 0 || quotations.Separate(subject, verb))
            (subject, name) = speakers.Beside(verb);
        if ((subject < 0 || name.Contains(verb) || subject < name.First) && speakers.BeforeEnd(verb) is (>= 0 and var closing, var words))
            (subject, name) = (closing, words);
        if (subject < 0 || HasSubordinator(verb) || syntax.IsGerund(verb))
            return false;

        if (name.First < verb)
            first = Math.Min(first, name.First);
        if (first <= sentence.First || !(IsComma(first - 1) || quotations.Inside(first - 1) || IsComma(first) ))
            return false;
        // What stands after the cue clause must not be its own complement.
        foreach (var d in _tree.Of(verb))
            if (d > verb && d != subject && !draft.Persons.Contains(d) && syntax.RelationOf(d) is Relation.Ccomp or Relation.Xcomp or Relation.Obj)
                return false;

        var end = Math.Max(verb, name.End - 1) + 1;
        foreach (var d in _tree.Of(verb))
            if (d > verb && syntax.RelationOf(d) is Relation.Obl or Relation.Advmod or Relation.Obj or Relation.Iobj)
                end = Math.Max(end, syntax.Right(d) + 1);
        var before = new Stretch(sentence.First, first);
        // “No base, premier tells parliament”: in a headline a few words will do.
        if (sentence.Kind == BlockKind.Title ? before.Count < 2 : before.Count < 3 || !SaysSomething(before))
            return false;
        draft.Content.Add(before);
        if (end < sentence.End && IsComma(end) && end + 2 < sentence.End)
        {
            // A cue in the middle: the rest follows, unless it is a clause of its own.
            var rest = new Stretch(end, sentence.End);
            if (quotations.Inside(first - 1) == quotations.Inside(Math.Min(end + 1, sentence.End - 1)) && !_tokens.AsSpan(end, rest.Count).ToArray().Any(t => t.Xpos == "VBG") )
                draft.Content.Add(rest);
        }
        draft.Weight -= 3;
        draft.Confidence *= 0.8;
        return true;
    }

    // “Citing the rules, the officials said”: what merely leads in is not what was said.
    private bool SaysSomething(Stretch words)
    {
        for (var t = words.First; t < words.End; t++)
            if (quotations.Inside(t) || syntax.IsVerb(t) && (syntax.IsFinite(t) || _tokens[t].Upos == Upos.AUX))
                return true;
        return false;
    }

    // “If it rains, Oslo will respond”, “Should it rain, Oslo would respond”: a condition before an act is not what is said.
    private bool DependsOnCondition(int verb)
    {
        if (_tree.Dependent(verb, Relation.Aux) < 0)
            return false;
        foreach (var d in _tree.Of(verb))
            if (d < verb && syntax.RelationOf(d) == Relation.Advcl && !quotations.Inside(d)
                && (HasSubordinator(d) || _tree.InvertedAuxiliary(d, syntax.InvertedConditions) >= 0))
                return true;
        return false;
    }

    private bool HasSubordinator(int verb)
    {
        foreach (var d in _tree.Of(verb))
            if (d < verb && (syntax.RelationOf(d) == Relation.Mark || syntax.RelationOf(d) == Relation.Advmod && _tokens[d].Xpos == "WRB"))
                return true;
        return false;
    }

    public bool IsComma(int token) => token >= 0 && token < _tokens.Length && _tokens[token].Form is "," or "–" or "—" or "-" or "--" or ";" or "?" or "!" or "”" or "\"" or "''" or "’";

    private bool IsOpened(int left, int verb) => left > verb && (_tokens[left].Form == ":" || left > 0 && _tokens[left - 1].Form is ":" || quotations.Inside(left));

    private bool IsSetOff(int after, int verb) => after <= verb && (IsComma(after) || IsComma(after - 1) || quotations.Inside(after - 1));
}
