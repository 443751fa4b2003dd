namespace Demarche.Attributing;

/// <summary>Finds the clause that a verb takes, in the tree or, where the tree has lost it, in the order of the words.</summary>
internal sealed class ClauseComplements(Syntax syntax, Quotations quotations, PhraseComplements phrases, SurroundingClauses surrounding)
{
    private readonly Token[] _tokens = syntax.Tokens;
    private readonly Tree _tree = syntax.Tree;

    public bool Clause(int verb, int last, List<int> used, Draft draft)
    {
        if (Gap(verb, last, draft) || BehindObject(verb, last, draft))
            return true;
        // “… the tensions,” she said in Kyiv, where …: what stands behind the cue is what was said, but for words in quotation marks before it.
        var quotedBefore = QuotedBefore(verb);
        foreach (var after in (ReadOnlySpan<bool>)[!quotedBefore, quotedBefore])
            foreach (var d in _tree.Of(verb))
                if (d > verb == after && d != last && !used.Contains(d) && IsClause(d, verb, draft.IsPassive))
                {
                    used.Add(d);
                    // A conjunction that the clause does not hold: the tree has lost its verb.
                    if (d > verb && syntax.Left(d) is var left && left - 1 > last && syntax.Lemmas[left - 1] == "that" && _tokens[left - 1].Upos == Upos.SCONJ && FlatThat(verb, last, draft))
                        return true;
                    draft.Content.Add(syntax.Phrase(d));
                    // “The road is mined,” the rebels had told him, the ministry said: all of it.
                    foreach (var other in _tree.Of(verb))
                        if (!after && other > d && other < verb && syntax.RelationOf(other) == Relation.Ccomp && IsClause(other, verb, draft.IsPassive))
                            draft.Content.Add(syntax.Phrase(other));
                    // “said Oslo had freed him, had expelled her and would …”: the tree may hang each clause on the verb.
                    foreach (var other in _tree.Of(verb))
                        if (after && other > d && !used.Contains(other) && syntax.RelationOf(other) == Relation.Ccomp && syntax.OwnSubject(other) < 0 && _tree.Dependent(other, Relation.Aux) >= 0 && syntax.InfinitiveMark(other) < 0
                            && (surrounding.IsComma(syntax.Left(other)) || surrounding.IsComma(syntax.Left(other) - 1)) && !IsAside(other))
                        {
                            used.Add(other);
                            draft.Content.Add(syntax.Phrase(other));
                        }
                    // “said he would stay, and that the court …”: the second clause, hung on the cue beside it.
                    foreach (var other in _tree.Of(verb))
                        if (after && other > d && syntax.RelationOf(other) == Relation.Conj && syntax.HasMark(other, "that") && _tree.Dependent(other, Relation.Cc) >= 0)
                            draft.Content.Add(new Stretch(draft.Content.End, syntax.Right(other) + 1));
                    draft.Content.Remove(new Stretch(verb, verb + 1));
                    if (after && syntax.SplitSubject(d) is >= 0 and var split)
                        TakeInSubject(split, draft);
                    // “The general “was late”, he said”: the subject of the quoted words stands beside the speaker.
                    if (!after && quotations.InsideSpeech(d) && syntax.OwnSubject(d) < 0 && FirstSubject(verb) is >= 0 and var first && syntax.Right(first) + 1 == syntax.Left(d))
                        TakeInSubject(first, draft);
                    return true;
                }
        // “let the envoy know that …”, “gave its word that …”: the clause hangs on the last word of the cue.
        if (last > verb)
            foreach (var d in _tree.Of(last))
                if (d > last && (syntax.IsVerb(last) ? IsClause(d, last, passive: false) : syntax.RelationOf(d) is Relation.Acl or Relation.Ccomp && syntax.HasMark(d, "that")))
                {
                    draft.Content.Add(syntax.Phrase(d));
                    return true;
                }
        // “issued a statement saying the flights would resume”, with the clause hung on the noun.
        if (syntax.RelationOf(verb) == Relation.Acl && syntax.IsGerund(verb) && _tokens[verb].Head is >= 0 and var statement && draft.Rule.TakesQuote)
            foreach (var d in _tree.Of(statement))
                if (d > verb && syntax.Left(d) == last + 1 && syntax.RelationOf(d) is Relation.Acl && syntax.OwnSubject(d) is >= 0 and var doer && !syntax.IsRelativePronoun(doer))
                {
                    draft.Content.Add(syntax.Phrase(d));
                    return true;
                }
        if (OnNoun(verb, last, draft) is >= 0 and var hung)
        {
            draft.Content.Add(new Stretch(syntax.Left(hung), syntax.Right(hung) + 1));
            return true;
        }
        // “The ship is said to have sunk”: subject and infinitive are the clause.
        if (draft.IsPassive && draft.Persons.Count == 0 && phrases.SubjectOfPassive(verb) is >= 0 and var subject)
            foreach (var d in _tree.Of(verb))
                if (syntax.RelationOf(d) == Relation.Xcomp && syntax.InfinitiveMark(d) >= 0)
                {
                    used.Add(d);
                    draft.Content.Add(syntax.Name(subject)).Add(syntax.Phrase(d));
                    return true;
                }
        return FlatThat(verb, last, draft) || draft.Rule.TakesQuote && (surrounding.Around(verb, draft) || FlatAfter(verb, last, draft));
    }

    /// <summary>
    /// “were told by the rebels that …”, “denied last night that …”, “told a priest in the valley that …”, “told the summit he was …” with the clause hung on the
    /// noun before it: nothing is missing in it, so it tells nothing about the noun. −1 when there is none.
    /// </summary>
    private int OnNoun(int verb, int last, Draft draft)
    {
        var sentence = syntax.SentenceOf(verb);
        foreach (var d in _tree.Of(verb))
        {
            if (d <= last || syntax.RelationOf(d) is not (Relation.Obl or Relation.Obj or Relation.Iobj or Relation.OblAgent or Relation.Nmod))
                continue;
            var noun = d;
            for (var depth = 0; depth < 4 && noun >= 0; depth++)
            {
                var deeper = -1;
                foreach (var clause in _tree.Of(noun))
                {
                    if (clause < noun)
                        continue;
                    if (syntax.RelationOf(clause) is Relation.Acl or Relation.Ccomp && clause < sentence.End && IsWhole(clause, noun, d, draft))
                        return clause;
                    if (syntax.RelationOf(clause) is Relation.Nmod or Relation.Obl or Relation.Appos)
                        deeper = clause;
                }
                noun = deeper;
            }
        }
        return -1;
    }

    private bool IsWhole(int clause, int noun, int phrase, Draft draft)
    {
        var left = syntax.Left(clause);
        if (syntax.OwnSubject(clause) is not (>= 0 and var subject) || syntax.IsRelativePronoun(subject) || left <= noun)
            return false;
        // A noun of speech as object has the clause for its own: “rejected the claim that …”.
        if (phrase == noun && syntax.RelationOf(noun) == Relation.Obj && syntax.Rules.Nouns(syntax.Lemmas[noun]).Count > 0)
            return false;
        var isPerson = draft.Persons.Contains(phrase) && phrase == noun;
        if (syntax.Lemmas[left] == "that")
            return syntax.IsTime(noun) || syntax.RelationOf(phrase) == Relation.OblAgent || isPerson || !LacksObject(clause, left) || left > noun + 1 && draft.Rule.TakesQuote && IsFarOff(noun, left);
        return isPerson && left == noun + 1 && !LacksObject(clause, -1);
    }

    // “said in an interview with the radio on Friday that …”: a day before the conjunction parts it from the noun.
    private bool IsFarOff(int noun, int that)
    {
        for (var t = that - 1; t > noun; t--)
            if (syntax.IsTime(t))
                return true;
        return false;
    }

    // A transitive verb without an object beside the pronoun has the pronoun for its object.
    private bool LacksObject(int clause, int pronoun)
    {
        foreach (var d in _tree.Of(clause))
            if (d != pronoun && syntax.RelationOf(d) is Relation.Obj or Relation.Ccomp or Relation.Xcomp or Relation.Cop or Relation.AuxPass)
                return false;
        return _tokens[clause].Upos == Upos.VERB && !syntax.IsPassive(clause);
    }

    private bool QuotedBefore(int verb)
    {
        foreach (var d in _tree.Of(verb))
            if (d < verb && syntax.RelationOf(d) == Relation.Ccomp && quotations.InsideSpeech(d))
                return true;
        return false;
    }

    /// <summary>“the levy, which he said had emptied the port”: the pronoun before the subject and the finite verb behind the cue are one clause.</summary>
    private bool Gap(int verb, int last, Draft draft)
    {
        if (draft.IsPassive || last + 1 >= _tokens.Length || syntax.SentenceAt[last + 1] != syntax.SentenceAt[verb] || _tokens[last + 1].Xpos is not ("VBD" or "VBZ" or "VBP" or "MD")
            || syntax.OwnSubject(verb) is not (>= 0 and var subject) || subject > verb)
            return false;
        var pronoun = syntax.Left(subject) - 1;
        if (pronoun < 0 || _tokens[pronoun].Xpos is not ("WDT" or "WP"))
            return false;
        var predicate = last + 1;
        for (var above = _tokens[predicate].Head; above > predicate && syntax.SentenceAt[above] == syntax.SentenceAt[verb]; above = _tokens[above].Head)
            predicate = above;
        draft.Content.Add(new Stretch(pronoun, pronoun + 1)).Add(new Stretch(last + 1, syntax.Right(predicate) + 1));
        return true;
    }

    // The subject with the verb of being that the tree has hung on the cue: “The claim was, she said, “a joke””.
    private void TakeInSubject(int subject, Draft draft)
    {
        var phrase = syntax.Phrase(subject);
        while (phrase.End < _tokens.Length && _tokens[phrase.End].Upos == Upos.AUX)
            phrase = phrase with { End = phrase.End + 1 };
        draft.Content.Add(phrase);
    }

    // The first of two subjects of a verb.
    private int FirstSubject(int verb)
    {
        var own = syntax.OwnSubject(verb);
        foreach (var d in _tree.Of(verb))
            if (d < own && syntax.RelationOf(d) == Relation.Nsubj)
                return d;
        return -1;
    }

    /// <summary>“believed the other side would use the pause” where the tree has taken the subject for an object and hung its verb elsewhere.</summary>
    private bool BehindObject(int verb, int last, Draft draft)
    {
        if (draft.IsPassive || !draft.Rule.TakesQuote || _tree.Dependent(verb, Relation.Obj) is not (>= 0 and var noun) || syntax.Left(noun) != last + 1)
            return false;
        var predicate = syntax.Right(noun) + 1;
        if (predicate >= syntax.SentenceOf(verb).End || _tokens[predicate].Xpos is not ("MD" or "VBD" or "VBZ" or "VBP") && !IsBarePredicate(predicate, verb))
            return false;
        for (var above = _tokens[predicate].Head; _tokens[predicate].Upos == Upos.AUX && above > predicate && syntax.SentenceAt[above] == syntax.SentenceAt[verb]; above = _tokens[above].Head)
            predicate = above;
        if (!syntax.IsVerb(predicate) && _tree.Dependent(predicate, Relation.Cop) < 0 || syntax.OwnSubject(predicate) >= 0 || _tokens[predicate].Head == noun || syntax.RelationOf(predicate) == Relation.Conj && _tokens[predicate].Head == verb)
            return false;
        draft.Content.Add(new Stretch(last + 1, syntax.Right(predicate) + 1));
        return true;
    }

    // “Oslo denies troops entered Riga”, “Oslo demands the guild pull out”, taken for a participle or an infinitive.
    private bool IsBarePredicate(int predicate, int verb) => _tokens[predicate] is { Xpos: "VBN" or "VB", Upos: Upos.VERB } && _tokens[predicate].Head == verb && syntax.RelationOf(predicate) == Relation.Xcomp && syntax.Left(predicate) == predicate;

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
        Relation.Ccomp when d > verb => (syntax.InfinitiveMark(d) < 0 || syntax.StartsWithQuestionWord(d) || syntax.HasMark(d, "whether")) && !IsAside(d),
        Relation.Ccomp => (syntax.IsFinite(d) || quotations.InsideSpeech(d)) && !syntax.StartsWithQuestionWord(d),
        Relation.Xcomp => syntax.HasMark(d, "that") || syntax.IsFinite(d) && syntax.InfinitiveMark(d) < 0,
        Relation.Obj or Relation.Obl => d > verb && syntax.StartsWithQuestionWord(d) && (syntax.IsVerb(d) || _tree.Dependent(d, Relation.Acl) >= 0 || _tokens[d].Xpos == "WRB" && _tree.Dependent(d, Relation.Advcl) > d),
        // “asked the envoy if he would stay”: right behind the verb or the person, if asks.
        Relation.Advcl => syntax.HasMark(d, "that") || syntax.HasMark(d, "whether") || d > verb && syntax.Lemmas[syntax.Left(d)] == "if" && _tokens[syntax.Left(d) - 1].Upos != Upos.PUNCT && syntax.OwnSubject(d) >= 0 && IsRightBehind(syntax.Left(d), verb) || syntax.Left(d) == verb + 1 && _tokens[verb + 1].Xpos == "WRB" && syntax.OwnSubject(d) >= 0 && !surrounding.IsComma(syntax.Right(d) + 1),
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

    // “he said, wiping his face”, “he asked for a loan, Oslo fearing …”
    private bool IsAside(int clause) =>
        syntax.IsGerund(clause) && (syntax.OwnSubject(clause) < 0 || _tree.Dependent(clause, Relation.Mark) < 0) && !quotations.Inside(syntax.Left(clause)) && _tree.IsBehindComma(clause);
}
