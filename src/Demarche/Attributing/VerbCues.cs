namespace Demarche.Attributing;

/// <summary>Finds attributions whose cue is a verb: active, passive, participle, infinitive, inverted, around or after its content.</summary>
internal sealed class VerbCues(Syntax syntax, Quotations quotations, Speakers speakers)
{
    private readonly Token[] _tokens = syntax.Tokens;
    private readonly Tree _tree = syntax.Tree;
    private readonly AttributionRules _rules = syntax.Rules;

    /// <summary>The attribution that this verb makes, or null.</summary>
    public Draft? Find(int verb)
    {
        // “the commanding lead” is an adjective.
        if (_tokens[verb].Upos != Upos.VERB || syntax.RelationOf(verb) is Relation.Amod or Relation.Compound or Relation.Aux)
            return null;

        var words = _rules.Verbs(syntax.Lemmas[verb]);
        if (words.Count == 0)
            return null;

        var sentence = syntax.SentenceOf(verb);
        var particle = Particle(verb);
        var passive = syntax.IsPassive(verb);
        Draft? best = null;
        foreach (var word in words)
        {
            var last = verb;
            if (word.Further.Length > 0)
            {
                last = FurtherWords(verb, word.Further, sentence.End);
                if (last < 0)
                    continue;
            }
            // “carried out” is not “carry”: a verb with a particle counts only where the codebook lists it with one.
            else if (particle > verb)
            {
                continue;
            }
            if (passive && word.Rule.Voice == Voice.Active)
                continue;
            foreach (var frame in word.Rule.Frames)
            {
                // “The envoy, insisted on …”: what has neither object nor person has no passive; the participle is the parser's.
                var isPassive = word.Rule.Voice == Voice.Passive || passive && (frame.Has(ComplementKind.Noun) || frame.Has(ComplementKind.Person) || !syntax.IsBareParticiple(verb));
                var draft = Match(verb, last, frame, word.Rule, isPassive) ?? QuotedPredicate(verb, frame, word.Rule, isPassive);
                if (draft is null)
                    continue;
                draft.Last = last;
                draft.Weight += 5 * word.Further.Length;
                if (best is null || draft.Weight > best.Weight)
                    best = draft;
            }
        }
        return best is null ? null : Complete(best, verb);
    }

    private int Particle(int verb)
    {
        foreach (var d in _tree.Of(verb))
            if (_tokens[d].Relation == Relation.CompoundPrt)
                return d;
        return -1;
    }

    private int FurtherWords(int verb, string[] further, int end)
    {
        var at = verb;
        foreach (var word in further)
        {
            var found = -1;
            for (var t = at + 1; t < end && t <= at + 4; t++)
                if (syntax.Lemmas[t] == word || syntax.HasForm(t, word))
                {
                    found = t;
                    break;
                }
            if (found < 0)
                return -1;
            at = found;
        }
        return at;
    }

    private Draft? Match(int verb, int last, Frame frame, CueRule rule, bool passive)
    {
        var draft = new Draft(rule, verb, default) { Form = frame.Text, TakesQuote = rule.TakesQuote, IsPassive = passive };
        var used = new List<int>(4);
        var hasContent = false;
        foreach (var part in frame.Parts)
        {
            var found = part.Kind switch
            {
                ComplementKind.Clause => Clause(verb, last, used, draft),
                ComplementKind.Quote => Around(verb, draft),
                ComplementKind.Infinitive => Infinitive(verb, last, used, draft, frame),
                ComplementKind.Gerund => Gerund(verb, last, used, draft),
                ComplementKind.Noun => Noun(verb, last, used, draft, frame),
                ComplementKind.Predicate => Predicate(verb, used, draft),
                ComplementKind.Person => Person(verb, part, used, draft),
                _ => Preposition(verb, last, part, used, draft),
            };
            if (!found)
                return null;
            draft.Weight += part.Weight;
            hasContent |= part.IsContent;
        }
        return hasContent && !draft.Content.IsEmpty ? draft : null;
    }

    /// <summary>“called the plan “a farce””: the marks show the predicate where the tree does not.</summary>
    private Draft? QuotedPredicate(int verb, Frame frame, CueRule rule, bool passive)
    {
        if (passive || !frame.Has(ComplementKind.Predicate) || quotations.Inside(verb))
            return null;
        var sentence = syntax.SentenceOf(verb);
        for (var t = verb + 1; t < sentence.End && t <= verb + 15; t++)
        {
            if (quotations.At(t) is >= 0 and var q)
            {
                if (t == verb + 1 && _tokens[verb].Relation != Relation.AclRelcl)
                    return null;
                var draft = new Draft(rule, verb, default) { Form = frame.Text, Weight = 12 };
                draft.Content.Add(new Stretch(verb + 1, Math.Min(quotations.All[q].Words.End, sentence.End)));
                return draft;
            }
            if (_tokens[t].Upos is Upos.VERB or Upos.AUX or Upos.PUNCT || t == verb + 1 && _tokens[t].Upos is Upos.ADP or Upos.ADV)
                return null;
        }
        return null;
    }

    // — the parts of a frame —

    private bool Clause(int verb, int last, List<int> used, Draft draft)
    {
        foreach (var after in (bool[])[true, false])
            foreach (var d in _tree.Of(verb))
                if (d > verb == after && d != last && !used.Contains(d) && IsClause(d, verb, draft.IsPassive))
                {
                    used.Add(d);
                    // A conjunction that the clause does not hold: the tree has lost its verb.
                    if (d > verb && syntax.Left(d) is var left && left - 1 > last && syntax.Lemmas[left - 1] == "that" && _tokens[left - 1].Upos == Upos.SCONJ && FlatThat(verb, last, draft))
                        return true;
                    draft.Content.Add(syntax.Phrase(d)).Remove(new Stretch(verb, verb + 1));
                    return true;
                }
        // “told the assembly that he would go” with the clause hung on the person.
        foreach (var person in used)
            foreach (var d in _tree.Of(person))
                if (d > person && syntax.RelationOf(d) == Relation.Acl && syntax.Lemmas[syntax.Left(d)] == "that" && syntax.OwnSubject(d) is >= 0 and var own && syntax.Left(d) != own)
                {
                    draft.Content.Add(syntax.Phrase(d));
                    return true;
                }
        // “The ship is said to have sunk”: subject and infinitive are the clause.
        if (draft.IsPassive && draft.Persons.Count == 0 && SubjectOfPassive(verb) is >= 0 and var subject)
            foreach (var d in _tree.Of(verb))
                if (syntax.RelationOf(d) == Relation.Xcomp && syntax.InfinitiveMark(d) >= 0)
                {
                    used.Add(d);
                    draft.Content.Add(syntax.Name(subject)).Add(syntax.Phrase(d));
                    return true;
                }
        return FlatThat(verb, last, draft) || draft.Rule.TakesQuote && (Around(verb, draft) || FlatAfter(verb, last, draft));
    }

    /// <summary>“Aides say the governor plans to go” where the tree has made a noun of the verb: what takes no noun takes a clause.</summary>
    private bool FlatAfter(int verb, int last, Draft draft)
    {
        var end = syntax.Right(verb) + 1;
        if (draft.IsPassive || end - last < 4 || _tokens[last + 1].Upos is not (Upos.DET or Upos.PROPN or Upos.NOUN or Upos.PRON or Upos.ADJ or Upos.NUM)
            || Array.Exists(draft.Rule.Frames, frame => frame.Has(ComplementKind.Noun) || frame.Has(ComplementKind.Person)) || _tree.Dependent(verb, Relation.Obj) > verb || InvertedAfter(verb))
            return false;
        for (var t = last + 2; t < end; t++)
            if (syntax.IsVerb(t))
            {
                draft.Content.Add(new Stretch(last + 1, end));
                draft.Confidence *= 0.6;
                return true;
            }
        return false;
    }

    private bool InvertedAfter(int verb) => syntax.OwnSubject(verb) is var subject && (subject < 0 || subject > verb);

    /// <summary>“believing that the south …”, “said in an interview taped on Monday that …” where the tree has no clause there: the conjunction opens one.</summary>
    private bool FlatThat(int verb, int last, Draft draft)
    {
        var sentence = syntax.SentenceOf(verb);
        for (var t = last + 1; t < sentence.End && t <= last + 20; t++)
        {
            if (_tokens[t].Upos == Upos.SCONJ && syntax.Lemmas[t] == "that" && _tokens[t].Xpos == "IN")
            {
                var clause = _tokens[t].Head;
                var end = Math.Max(syntax.Right(verb), clause > t && clause < sentence.End ? syntax.Right(clause) : t) + 1;
                if (end <= t + 1)
                    return false;
                draft.Content.Add(new Stretch(t, end));
                draft.Confidence *= 0.8;
                return true;
            }
            if (_tokens[t].Upos is Upos.PUNCT or Upos.AUX || _tokens[t].Upos == Upos.VERB && (!draft.TakesQuote || _tokens[t].Xpos is not ("VBN" or "VBG")))
                return false;
        }
        return false;
    }

    private bool IsClause(int d, int verb, bool passive) => syntax.RelationOf(d) switch
    {
        // “to …” is an infinitive unless a question word leads it; “who …” before the verb is a relative clause gone astray.
        Relation.Ccomp when d > verb => (syntax.InfinitiveMark(d) < 0 || syntax.StartsWithQuestionWord(d)) && !IsAside(d),
        Relation.Ccomp => (syntax.IsFinite(d) || quotations.InsideSpeech(d)) && !syntax.StartsWithQuestionWord(d),
        Relation.Xcomp => syntax.HasMark(d, "that") || syntax.IsFinite(d) && syntax.InfinitiveMark(d) < 0,
        Relation.Obj or Relation.Obl => d > verb && syntax.StartsWithQuestionWord(d) && (syntax.IsVerb(d) || _tree.Dependent(d, Relation.Acl) >= 0),
        // “asked the envoy if he would stay”: right behind the verb or the person, if asks.
        Relation.Advcl => syntax.HasMark(d, "that") || syntax.HasMark(d, "whether") || d > verb && syntax.Lemmas[syntax.Left(d)] == "if" && _tokens[syntax.Left(d) - 1].Upos != Upos.PUNCT && syntax.OwnSubject(d) >= 0 && IsRightBehind(syntax.Left(d), verb) || syntax.Left(d) == verb + 1 && _tokens[verb + 1].Xpos == "WRB" && syntax.OwnSubject(d) >= 0 && !IsComma(syntax.Right(d) + 1),
        Relation.Csubj => passive,
        _ => false,
    };

    private bool IsRightBehind(int first, int verb)
    {
        if (first == syntax.Group(verb).End)
            return true;
        foreach (var d in _tree.Of(verb))
            if (d > verb && syntax.RelationOf(d) is Relation.Obj or Relation.Iobj or Relation.OblAgent && syntax.Right(d) + 1 == first)
                return true;
        return false;
    }

    // “he said, wiping his face”
    private bool IsAside(int clause)
    {
        var left = syntax.Left(clause);
        return left > 0 && syntax.IsGerund(clause) && syntax.OwnSubject(clause) < 0 && !quotations.Inside(left) && (_tokens[left].Form == "," || _tokens[left - 1].Form == ",");
    }

    /// <summary>“Talks, he said, would go on”: the clause around, before or after the cue.</summary>
    private bool Around(int verb, Draft draft)
    {
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
        if (before.Count < 3 || !SaysSomething(before))
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

    private bool HasSubordinator(int verb)
    {
        foreach (var d in _tree.Of(verb))
            if (d < verb && (syntax.RelationOf(d) == Relation.Mark || syntax.RelationOf(d) == Relation.Advmod && _tokens[d].Xpos == "WRB"))
                return true;
        return false;
    }

    private bool IsComma(int token) => token >= 0 && token < _tokens.Length && _tokens[token].Form is "," or "–" or "—" or "-" or "--" or ";" or "?" or "!" or "”" or "\"" or "''" or "’";

    private bool IsOpened(int left, int verb) => left > verb && (_tokens[left].Form == ":" || left > 0 && _tokens[left - 1].Form is ":" || quotations.Inside(left));

    private bool IsSetOff(int after, int verb) => after <= verb && (IsComma(after) || IsComma(after - 1) || quotations.Inside(after - 1));

    private bool Infinitive(int verb, int last, List<int> used, Draft draft, Frame frame)
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
            draft.Content.Add(person ? new Stretch(to, phrase.End) : phrase);
            return true;
        }
        // “asked the envoy to leave” with the infinitive hung on the noun.
        foreach (var u in used.ToArray())
            foreach (var d in _tree.Of(u))
                if (syntax.RelationOf(d) == Relation.Acl && syntax.InfinitiveMark(d) is >= 0 and var mark)
                {
                    draft.Content.Add(new Stretch(mark, syntax.Right(d) + 1));
                    return true;
                }
        return false;
    }

    private bool OnlyLightWords(int from, int to)
    {
        for (var t = from; t < to; t++)
            if (_tokens[t].Upos is not (Upos.ADV or Upos.PART or Upos.PUNCT))
                return false;
        return true;
    }

    private bool Gerund(int verb, int last, List<int> used, Draft draft)
    {
        foreach (var d in _tree.Of(verb))
        {
            if (d <= last || used.Contains(d) || syntax.RelationOf(d) is not (Relation.Xcomp or Relation.Ccomp or Relation.Obj) || !syntax.IsGerund(d) || _tokens[syntax.Left(d)].Form == ",")
                continue;
            used.Add(d);
            draft.Content.Add(syntax.Phrase(d));
            return true;
        }
        return false;
    }

    private bool Noun(int verb, int last, List<int> used, Draft draft, Frame frame)
    {
        var noun = -1;
        if (draft.IsPassive)
        {
            noun = SubjectOfPassive(verb);
            if (noun < 0)
                return false;
        }
        else
        {
            foreach (var d in _tree.Of(verb))
                if (syntax.RelationOf(d) == Relation.Obj && d != last && !used.Contains(d) && !syntax.IsTime(d))
                    noun = noun < 0 || !frame.Has(ComplementKind.Predicate) ? d : noun;
            if (noun < 0 && frame.Parts.Length > 1)
                noun = _tree.Dependent(verb, Relation.Iobj);
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
        used.Add(noun);
        var phrase = syntax.RelationOf(noun) == Relation.Nsubj || noun == _tokens[verb].Head ? syntax.Name(noun) : syntax.Phrase(noun);
        draft.Content.Add(phrase);
        if (noun == _tokens[verb].Head)
            draft.Content.Remove(syntax.Phrase(verb));
        return true;
    }

    private int SubjectOfPassive(int verb)
    {
        var subject = syntax.OwnSubject(verb);
        if (subject >= 0)
            return subject;
        return _tokens[verb].Relation == Relation.Acl ? _tokens[verb].Head : syntax.Subject(verb);
    }

    private bool Predicate(int verb, List<int> used, Draft draft)
    {
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

    private bool Person(int verb, Complement part, List<int> used, Draft draft)
    {
        var person = -1;
        if (part.Prepositions.Length > 0)
        {
            foreach (var d in _tree.Of(verb))
                if (syntax.RelationOf(d) is Relation.Obl && syntax.IsNominal(d) && syntax.Leader(d, part.Prepositions) >= 0)
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

    private bool Preposition(int verb, int last, Complement part, List<int> used, Draft draft)
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

    // — source and cue —

    private Draft? Complete(Draft draft, int verb)
    {
        var source = draft.IsPassive ? syntax.Agent(verb) : syntax.Subject(verb);
        var name = source >= 0 ? syntax.SubjectName(source) : default;
        var cue = CueWithPhases(draft, verb);
        if (!draft.IsPassive && draft.TakesQuote && (draft.Form.Contains("quote", StringComparison.Ordinal) || draft.Form.Contains("clause", StringComparison.Ordinal)))
        {
            if (speakers.BeforeEnd(verb) is (>= 0 and var closing, var closingWords) && (source < 0 || !closingWords.Contains(source)))
                (source, name) = (closing, closingWords);
            else if (source < 0 || quotations.Separate(source, verb))
                (source, name) = speakers.Beside(verb);
            else if (speakers.AfterQuotation(verb) is (>= 0 and var between, var words) && !words.Contains(source))
                (source, name) = (between, words);
        }
        if (!draft.IsPassive && source < 0 && syntax.LooseSubject(verb) is >= 0 and var loose)
        {
            source = loose;
            name = syntax.Name(loose);
        }
        if (source >= 0 && quotations.Straddles(name, verb) is { IsEmpty: false } rest)
        {
            // “… Nor would the president,” Cross wrote: the tree has joined the last quoted words to the name behind the mark.
            name = syntax.Trim(rest);
            if (name.IsEmpty)
                return null;
            source = syntax.HeadOf(name);
        }
        if (!draft.IsPassive && source >= 0 && CarriedFrom(verb) is >= 0 and var carrier && syntax.Subject(carrier) is >= 0 and var issuer)
        {
            // “issued a statement saying that”: whoever issued it says so.
            source = issuer;
            name = syntax.Name(issuer);
            if (syntax.Group(carrier).First is var first && verb - first <= 8 && !new Stretch(first, verb).Contains(source))
                cue = new(first, cue.End);
            draft.Clause = carrier;
        }
        // “it said”: before a verb of saying the pronoun is never the empty one.
        if (source >= 0 && syntax.CannotSpeak(source) && (draft.IsPassive || !draft.TakesQuote || syntax.Lemmas[source] != "it"))
        {
            // “it is said that”: nobody is named. “this shows that” has no speaker either.
            if (!draft.IsPassive)
                return null;
            source = -1;
        }
        if (!draft.IsPassive && source < 0)
            return null;
        if (draft.IsPassive && source < 0 && !CanStandAlone(draft))
            return null;

        if (draft.Rule.NeedsDocument && (source < 0 || !_rules.Documents.Contains(syntax.Lemmas[source])))
            return null;
        if (source >= 0 && syntax.IsRelativePronoun(source) && !syntax.MayRelateToSpeaker(source))
            return null;
        TakeInPhrases(draft, verb);
        TakeInInfinitive(draft, verb);
        draft.SourceHead = source;
        if (source >= 0)
            draft.Source.Add(name);
        draft.Cue = cue;
        if (syntax.IsNegated(verb) || PhaseNegates(verb))
            draft.Polarity = _rules.Negated(draft.Polarity);
        return draft;
    }

    /// <summary>The verb that carries the document of which this one is a participle (“issue” in “issued a statement saying”), or −1.</summary>
    private int CarriedFrom(int verb)
    {
        var noun = _tokens[verb].Head;
        if (noun < 0 || syntax.RelationOf(verb) != Relation.Acl || !syntax.IsGerund(verb) || _rules.Medium(syntax.Lemmas[noun]) is null || syntax.RelationOf(noun) != Relation.Obj)
            return -1;
        var carrier = _tokens[noun].Head;
        return carrier >= 0 && _rules.Carriers.Contains(syntax.Lemmas[carrier]) ? carrier : -1;
    }

    // “a convoy of medicine for the island”, “the need for a truce”: such a phrase right behind the noun belongs to it, wherever the tree hangs it.
    private void TakeInPhrases(Draft draft, int verb)
    {
        if (draft.Content.IsEmpty || draft.Rule.Frames.Length == 0 || draft.Form.Contains("person", StringComparison.Ordinal) || draft.Form is "clause" or "quote")
            return;
        foreach (var d in _tree.Of(verb))
            if (d > verb && syntax.RelationOf(d) == Relation.Obl && syntax.Left(d) == draft.Content.End && !syntax.IsTime(d) && _rules.StaysWithNoun.Contains(syntax.Lemmas[syntax.Left(d)]))
                draft.Content.Add(syntax.Phrase(d));
    }

    // “insisted on the need to withdraw”: an infinitive right behind the noun belongs to it, wherever the tree hangs it.
    private void TakeInInfinitive(Draft draft, int verb)
    {
        if (draft.Content.IsEmpty || draft.Persons.Count > 0)
            return;
        foreach (var d in _tree.Of(verb))
            if (d > verb && syntax.RelationOf(d) is Relation.Advcl or Relation.Xcomp && syntax.InfinitiveMark(d) is >= 0 and var to && to - draft.Content.End is 0 or 1 && _tokens[to - 1].Form != ",")
            {
                draft.Content.Add(new Stretch(draft.Content.End, syntax.Right(d) + 1));
                draft.TakenIn = d;
            }
    }

    // “was demanded” alone is the report's own verb; with a clause or an infinitive it passes words on.
    private static bool CanStandAlone(Draft draft) => draft.Form != "noun";

    private Stretch CueWithPhases(Draft draft, int verb)
    {
        var group = syntax.Group(verb);
        var end = Math.Max(group.End, draft.Last + 1);
        // Words that belong to the verb (“make clear”), then the preposition that leads to the content.
        var first = draft.Content.List.Count > 0 ? draft.Content.List.FirstOrDefault(s => s.First > verb).First : 0;
        if (first > end && first <= end + 3)
        {
            var bridges = true;
            for (var t = end; t < first; t++)
                bridges &= syntax.RelationOf(t) is Relation.Case or Relation.Mark or Relation.Compound or Relation.Advmod or Relation.Fixed || syntax.Lemmas[t] == "to" && t < first - 1;
            if (bridges)
                end = first;
        }
        var start = group.First;
        var here = verb;
        while (syntax.RelationOf(here) == Relation.Xcomp && _tokens[here].Head is >= 0 and var governor && _rules.Phases.Contains(syntax.Lemmas[governor]) && governor < start)
        {
            var governing = syntax.Group(governor);
            var joined = true;
            for (var t = governing.End; t < start; t++)
                joined &= syntax.InfinitiveMark(here) == t || syntax.RelationOf(t) == Relation.Advmod || _tokens[t].Upos == Upos.PART;
            if (!joined)
                break;
            start = governing.First;
            draft.Clause = governor;
            here = governor;
        }
        return new(start, end);
    }

    private bool PhaseNegates(int verb) =>
        syntax.RelationOf(verb) == Relation.Xcomp && _tokens[verb].Head is >= 0 and var governor && (_rules.NegatingPhases.Contains(syntax.Lemmas[governor]) || _rules.Phases.Contains(syntax.Lemmas[governor]) && syntax.IsNegated(governor));
}
