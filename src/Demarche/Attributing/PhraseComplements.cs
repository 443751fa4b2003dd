namespace Demarche.Attributing;

/// <summary>Finds what else a verb takes: an infinitive, a gerund, a noun, what something is called, a person, a preposition and what stands behind it.</summary>
internal sealed class PhraseComplements(Syntax syntax)
{
    private readonly Token[] _tokens = syntax.Tokens;
    private readonly Tree _tree = syntax.Tree;
    private readonly AttributionRules _rules = syntax.Rules;

    public bool Infinitive(int verb, int last, List<int> used, Draft draft, Frame frame)
    {
        foreach (var d in _tree.Of(verb))
        {
            if (d <= last || used.Contains(d) || syntax.RelationOf(d) is not (Relation.Xcomp or Relation.Ccomp or Relation.Advcl or Relation.Acl))
                continue;
            var to = syntax.InfinitiveMark(d);
            if (to < 0)
                continue;
            // “came to say”, “voted to protest”: an adverbial of purpose stands far off or after a comma.
            if (syntax.RelationOf(d) == Relation.Advcl && (used.Count == 0 && to > last + 1 && !OnlyLightWords(last + 1, to)))
                continue;
            used.Add(d);
            var phrase = syntax.Phrase(d);
            var person = frame.Has(ComplementKind.Person);
            draft.Content.Add(person ? new Stretch(FromNegation(to, d), phrase.End) : phrase);
            return true;
        }
        // “gave its word to leave”: the infinitive hangs on the last word of the cue.
        if (last > verb)
            foreach (var d in _tree.Of(last))
                if (d > last && syntax.InfinitiveMark(d) >= 0)
                {
                    draft.Content.Add(syntax.Phrase(d));
                    return true;
                }
        // “asked the envoy to leave” with the infinitive hung on the noun.
        foreach (var u in used.ToArray())
            foreach (var d in _tree.Of(u))
                if (syntax.RelationOf(d) == Relation.Acl && syntax.InfinitiveMark(d) is >= 0 and var mark)
                {
                    draft.Content.Add(new Stretch(FromNegation(mark, d), syntax.Right(d) + 1));
                    return true;
                }
        return false;
    }

    // “asked him not to come”
    private int FromNegation(int to, int infinitive) =>
        to > 0 && _tokens[to - 1].Head == infinitive && _rules.Negators.Contains(syntax.Lemmas[to - 1]) ? to - 1 : to;

    private bool OnlyLightWords(int from, int to)
    {
        for (var t = from; t < to; t++)
            if (_tokens[t].Upos is not (Upos.ADV or Upos.PART or Upos.PUNCT))
                return false;
        return true;
    }

    public bool Gerund(int verb, int last, List<int> used, Draft draft)
    {
        foreach (var d in _tree.Of(verb))
        {
            if (d <= last || used.Contains(d) || _tokens[syntax.Left(d)].Form == ",")
                continue;
            // “denied having sent troops”
            var perfect = syntax.Left(d) == verb + 1 && _tokens[verb + 1] is { Upos: Upos.AUX, Xpos: "VBG" } having && having.Head == d;
            // “ruled out sending troops”: right behind the cue, whatever the tree calls it.
            var rightBehind = syntax.Left(d) == last + 1 && d == last + 1 && syntax.RelationOf(d) == Relation.Advcl && syntax.IsGerund(d);
            if (!(rightBehind || syntax.RelationOf(d) is Relation.Xcomp or Relation.Ccomp or Relation.Obj && syntax.IsGerund(d) || perfect && syntax.RelationOf(d) is Relation.Xcomp or Relation.Ccomp or Relation.Advcl))
                continue;
            used.Add(d);
            draft.Content.Add(syntax.Phrase(d));
            return true;
        }
        return false;
    }

    public bool Noun(int verb, int last, List<int> used, Draft draft, Frame frame)
    {
        var noun = -1;
        if (draft.IsPassive)
        {
            noun = SubjectOfPassive(verb);
            // “the allies had been told little”: the subject is told, the object is said.
            if (noun >= 0 && used.Contains(noun))
                noun = _tree.Dependent(verb, Relation.Obj);
            if (noun < 0)
                return false;
        }
        else
        {
            foreach (var d in _tree.Of(verb))
                if (syntax.RelationOf(d) == Relation.Obj && d != last && !used.Contains(d) && !syntax.IsTime(d) && !_rules.Listeners.Contains(syntax.Lemmas[d]))
                    noun = noun < 0 || !frame.Has(ComplementKind.Predicate) ? d : noun;
            if (frame.Parts.Length > 1 && (noun < 0 || frame.Has(ComplementKind.Predicate)) && _tree.Dependent(verb, Relation.Iobj) is >= 0 and var called && called > verb && !used.Contains(called))
                noun = called;
            // “wants the army to leave”: the noun may be the infinitive's own subject.
            if (noun < 0 && frame.Parts.Length > 1)
                foreach (var d in _tree.Of(verb))
                    if (d > verb && syntax.RelationOf(d) is Relation.Ccomp or Relation.Xcomp && syntax.InfinitiveMark(d) >= 0 && syntax.OwnSubject(d) is >= 0 and var inner)
                        noun = inner;
            if (noun < 0 && _tokens[verb].Relation == Relation.AclRelcl && syntax.OwnSubject(verb) is >= 0 and var subject && !syntax.IsRelativePronoun(subject) && _tree.Dependent(verb, Relation.Ccomp) < 0)
                noun = _tokens[verb].Head;
            // “denied and condemned the attack”: the second verb holds the object of both.
            if (noun < 0 && frame.Parts.Length == 1)
                foreach (var d in _tree.Of(verb))
                    if (syntax.RelationOf(d) == Relation.Conj && syntax.IsVerb(d) && syntax.OwnSubject(d) < 0 && _tree.Dependent(d, Relation.Obj) is >= 0 and var shared && shared > d && _tree.Dependent(verb, Relation.Ccomp) < 0
                        && _tree.Dependent(verb, Relation.Xcomp) < 0 && _tree.Dependent(verb, Relation.Obl) < 0)
                        noun = shared;
        }
        if (noun < 0 || _rules.OwnVoice.Contains(syntax.Lemmas[noun]) && frame.Parts.Length == 1)
            return false;
        // A clause that was taken for an object is not a noun phrase; an infinitive is another frame.
        if (frame.Parts.Length == 1 && (syntax.IsVerb(noun) && syntax.IsFinite(noun) || syntax.InfinitiveMark(noun) >= 0))
            return false;
        if (IsNoContent(noun, draft.Rule))
            return false;
        used.Add(noun);
        TakeInComparison(verb, noun, draft);
        var phrase = syntax.RelationOf(noun) == Relation.Nsubj || noun == _tokens[verb].Head ? syntax.Name(noun) : syntax.Phrase(noun);
        draft.Content.Add(phrase);
        foreach (var d in _tree.Of(noun))
            if (d > noun && syntax.RelationOf(d) == Relation.Nmod && syntax.Right(d) == phrase.End - 1 && IsWay(d))
            {
                // “repeated the pledge in a telephone call”: how it was said, however the tree has hung it.
                draft.Content.Remove(syntax.Phrase(d));
                draft.Ways.Add(d);
            }
        if (noun == _tokens[verb].Head)
            draft.Content.Remove(syntax.Phrase(verb));
        return true;
    }

    /// <summary>“feared the drought more than the wolves”: two objects side by side are one.</summary>
    private void TakeInComparison(int verb, int noun, Draft draft)
    {
        if (draft.IsPassive)
            return;
        foreach (var d in _tree.Of(verb))
        {
            var (first, second) = d < noun ? (d, noun) : (noun, d);
            if (d > verb && d != noun && syntax.RelationOf(d) is Relation.Obj or Relation.Advmod && _tokens[second].Xpos is "JJR" or "RBR" && second + 1 < _tokens.Length && syntax.Lemmas[second + 1] == "than" && syntax.Right(first) + 1 == syntax.Left(second))
                draft.Content.Add(syntax.Phrase(d));
        }
    }

    // “recalled its envoy”, “attacked the embassy”: no words are recalled or attacked.
    private bool IsNoContent(int noun, CueRule rule) =>
        rule.NotContent.Count > 0 && (rule.NotContent.Contains(syntax.Lemmas[noun]) || rule.NotContent.Contains(CueRule.Somebody) && syntax.Document.MentionAt(noun) is not null || rule.NotContent.Contains(CueRule.Place) && syntax.Document.PlaceAt(noun) is not null);

    // “in the report” may tell which words; “in a letter”, “in his speech” tells how they were said.
    private bool IsWay(int noun)
    {
        if (_rules.Medium(syntax.Lemmas[noun]) is null)
            return false;
        foreach (var d in _tree.Of(noun))
            if (syntax.RelationOf(d) == Relation.Case && _rules.MediaAfter.Contains(syntax.Lemmas[d]) && d == syntax.Left(noun) && syntax.Lemmas[d + 1] is not ("the" or "this" or "that"))
                return true;
        return false;
    }

    public int SubjectOfPassive(int verb)
    {
        var subject = syntax.OwnSubject(verb);
        if (subject >= 0)
            return subject;
        return _tokens[verb].Relation == Relation.Acl ? _tokens[verb].Head : syntax.Subject(verb);
    }

    public bool Predicate(int verb, List<int> used, Draft draft)
    {
        // “found nothing new”: the adjective belongs to the pronoun.
        if (used.Count > 0 && _tokens[used[^1]].Upos == Upos.PRON && _tokens[used[^1]].Xpos == "NN")
            return false;
        foreach (var d in _tree.Of(verb))
        {
            if (used.Contains(d) || d < verb)
                continue;
            var relation = syntax.RelationOf(d);
            if (relation is Relation.Xcomp or Relation.Obj or Relation.Ccomp && syntax.InfinitiveMark(d) < 0 && (used.Count == 0 || d > used[^1] || used[^1] < verb || relation == Relation.Xcomp)
                && _tokens[d].Upos is Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.VERB or Upos.NUM or Upos.PRON)
            {
                used.Add(d);
                draft.Content.Add(syntax.Phrase(d));
                return true;
            }
        }
        // “called the embargo an act of war”, “considers it unfair”, hung on the noun: nothing but its predicate stands right behind a noun like that.
        if (used.Count > 0)
            foreach (var d in _tree.Of(used[^1]))
                if (d > used[^1] && !syntax.IsTime(d) && _tokens[syntax.Left(d)].Form != "," && (syntax.Left(d) == 0 || _tokens[syntax.Left(d) - 1].Form is not ("," or "(" or "–" or "—"))
                    && (syntax.RelationOf(d) is Relation.Appos or Relation.Amod || syntax.RelationOf(d) == Relation.Nmod && _tree.Dependent(d, Relation.Case) < 0))
                    return true;
        return false;
    }

    public bool Person(int verb, Complement part, List<int> used, Draft draft)
    {
        var person = -1;
        if (part.Prepositions.Length > 0)
        {
            foreach (var d in _tree.Of(verb))
                if (syntax.RelationOf(d) is Relation.Obl && syntax.IsNominal(d) && !syntax.IsTime(d) && syntax.Leader(d, part.Prepositions) >= 0 && !IsOfMatter(verb, d, draft.Rule))
                    person = d;
        }
        else if (draft.IsPassive)
        {
            person = syntax.OwnSubject(verb);
            if (person < 0)
                person = SubjectOfPassive(verb);
        }
        else
        {
            person = _tree.Dependent(verb, Relation.Iobj);
            if (person < 0)
                person = _tree.Dependent(verb, Relation.Obj);
            if (person < 0)
                foreach (var d in _tree.Of(verb))
                    if (d > verb && syntax.RelationOf(d) is Relation.Ccomp or Relation.Xcomp && syntax.InfinitiveMark(d) >= 0 && syntax.OwnSubject(d) is >= 0 and var inner)
                        person = inner;
            if (person >= 0 && person < verb && !syntax.IsRelativePronoun(person))
                person = -1;
        }
        if (person < 0 || used.Contains(person) || !syntax.IsNominal(person))
            return false;
        used.Add(person);
        draft.Persons.Add(person);
        return true;
    }

    /// <summary>“called for talks on guarantees to be given”: behind what the verb itself takes, a phrase with nobody in it says what that is about.</summary>
    private bool IsOfMatter(int verb, int noun, CueRule rule)
    {
        if (syntax.Document.MentionAt(noun) is not null)
            return false;
        foreach (var d in _tree.Of(verb))
            if (d > verb && d < noun && syntax.Right(d) + 1 == syntax.Left(noun) && syntax.RelationOf(d) == Relation.Obl && !syntax.IsTime(d))
                foreach (var word in _rules.Verbs(syntax.Lemmas[verb]))
                    if (word.Rule != rule && Array.Exists(word.Rule.Frames, frame => Array.Exists(frame.Parts, part => part.Kind == ComplementKind.Preposition && syntax.Leader(d, part.Prepositions) >= 0)))
                        return true;
        return false;
    }

    /// <summary>“learned from the envoy that …”: who says it stands behind a preposition, and the subject is told.</summary>
    public bool Source(int verb, Complement part, List<int> used, Draft draft)
    {
        if (draft.IsPassive)
            return false;
        foreach (var d in _tree.Of(verb))
            if (d > verb && syntax.RelationOf(d) == Relation.Obl && syntax.IsNominal(d) && !syntax.IsTime(d) && syntax.Leader(d, part.Prepositions) >= 0)
            {
                used.Add(d);
                draft.Giver = d;
                if (syntax.Subject(verb) is >= 0 and var told)
                    draft.Persons.Add(told);
                return true;
            }
        return false;
    }

    public bool Preposition(int verb, int last, Complement part, List<int> used, Draft draft)
    {
        var found = -1;
        foreach (var d in _tree.Of(verb))
            if (d > last && !used.Contains(d) && !syntax.IsTime(d) && syntax.RelationOf(d) is Relation.Obl or Relation.Advcl or Relation.Xcomp or Relation.Ccomp or Relation.Nmod or Relation.Obj && syntax.Leader(d, part.Prepositions) >= 0)
            {
                found = d;
                break;
            }
        // “accused the army of looting” with the phrase hung on the noun before it.
        var inNoun = false;
        if (found < 0 && used.Count > 0)
            foreach (var d in _tree.Of(used[^1]))
                if (d > used[^1] && syntax.RelationOf(d) is Relation.Nmod or Relation.Acl or Relation.Advcl && syntax.Leader(d, part.Prepositions) >= 0)
                {
                    found = d;
                    inNoun = true;
                    break;
                }
        // “was accused by the rebels of sending …” with the phrase hung on those who accuse.
        if (found < 0 && draft.IsPassive && (syntax.Agent(verb) is >= 0 and var agent ? agent : syntax.AgentIn(verb)) is var by && by > last)
            foreach (var d in _tree.Of(by))
                if (d > by && syntax.RelationOf(d) is Relation.Acl or Relation.Advcl && syntax.IsGerund(d) && syntax.Leader(d, part.Prepositions) >= 0)
                    found = d;
        // … or deeper in it: the words are in the content already.
        if (found < 0 && used.Count > 0 && draft.Content.Contains(used[^1]))
            for (var t = used[^1] + 1; t <= syntax.Right(used[^1]); t++)
                if (syntax.RelationOf(t) is Relation.Case or Relation.Mark && Array.IndexOf(part.Prepositions, syntax.Lemmas[t]) >= 0)
                    return true;
        if (found < 0)
            return false;
        used.Add(found);
        var phrase = syntax.Phrase(found);
        var leader = syntax.Leader(found, part.Prepositions);
        // After a noun of the content the preposition stays in it; after the verb it belongs to the cue.
        var afterNoun = !draft.Content.IsEmpty || inNoun && draft.Persons.Count == 0;
        draft.Content.Add(afterNoun ? phrase : new Stretch(leader + 1, phrase.End));
        return true;
    }
}
