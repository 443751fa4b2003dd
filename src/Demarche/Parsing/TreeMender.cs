namespace Demarche.Parsing;

/// <summary>
/// Puts right what the network builds now and then although no reading of the words allows it: each rule names the guideline of Universal Dependencies
/// or the rule of grammar that the tree breaks.
/// </summary>
internal static class TreeMender
{
    /// <summary>How many words before its head a conjunction, preposition or mark is looked for.</summary>
    private const int FarthestMark = 12;

    /// <summary>Mends the trees of all sentences that have one.</summary>
    /// <param name="tokens">Of the whole story, tagged and parsed; lemmas are not there yet.</param>
    /// <param name="sentences">Those of the story.</param>
    public static void Mend(Token[] tokens, List<Sentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            if (sentence.Ignored)
                continue;
            WordMender.Mend(tokens, sentence);
            for (var t = sentence.First; t < sentence.End; t++)
            {
                LiftFromName(tokens, t);
                ReadMarkedObject(tokens, sentence, t);
                ReadMarkedClauseAsContent(tokens, sentence, t);
                LiftAdverbial(tokens, t);
                ReadModalAsName(tokens, sentence, t);
                ReadSingularBehindPluralAsVerb(tokens, sentence, t);
                FreeSubject(tokens, sentence, t);
                DemoteMarkedSubject(tokens, sentence, t);
                SubordinateQuestion(tokens, sentence, t);
                GiveParticipleItsSubject(tokens, sentence, t);
                LiftFromSetPhrase(tokens, sentence, t);
                ReadCountedObject(tokens, sentence, t);
                FreeWordsBeforeColon(tokens, sentence, t);
                LeaveOneSubject(tokens, sentence, t);
                LiftSecondName(tokens, t);
                ReadSetOffNameAsApposition(tokens, sentence, t);
                GiveDemandItsClause(tokens, sentence, t);
                GiveCallItsInfinitive(tokens, sentence, t);
                JoinNounToObject(tokens, sentence, t);
                JoinLikeForms(tokens, sentence, t);
                HangParticipleOnNoun(tokens, sentence, t);
                LiftGoal(tokens, sentence, t);
                GiveFrontedClauseItsSubject(tokens, sentence, t);
                ReadLoneVerbAsRoot(tokens, sentence, t);
                LiftFromStatement(tokens, sentence, t);
                GiveConditionItsConsequence(tokens, sentence, t);
                LiftPastFromPerfect(tokens, sentence, t);
                LiftDayFromName(tokens, sentence, t);
                LiftCharge(tokens, sentence, t);
                LiftNameOfHead(tokens, sentence, t);
                ReadListAsOne(tokens, sentence, t);
            }
        }
    }

    // “The flat relation … all subsequent words … are attached to the first one”, and carry no dependents of their own
    // (universaldependencies.org/u/dep/flat): what the network hung on a later word of a name belongs to the first.
    // Marks stay: treebanks hang the hyphen of a name on the part behind it.
    private static void LiftFromName(Token[] tokens, int t)
    {
        ref var token = ref tokens[t];
        while (token.Relation != Relation.Punct && token.Head >= 0 && tokens[token.Head] is { Relation: Relation.Flat, Head: >= 0 })
            token.Head = tokens[token.Head].Head;
    }

    // “remains opposed to the entry”: an object has no preposition (universaldependencies.org/u/dep/obj).
    private static void ReadMarkedObject(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t].Relation != Relation.Obj || tokens[t].Upos is not (Upos.NOUN or Upos.PROPN))
            return;
        for (var d = Math.Max(sentence.First, t - FarthestMark); d < t; d++)
            if (tokens[d] is { Relation: Relation.Case, Xpos: "IN", Form: "to" or "of" or "with" or "from" or "against" or "at" } && tokens[d].Head == t)
                tokens[t].Relation = Relation.Obl;
    }

    // “an assurance that the plant would stay shut”: in a relative clause “that” is a pronoun; where it is a conjunction, the clause is what the noun says
    // (universaldependencies.org/u/dep/acl).
    private static void ReadMarkedClauseAsContent(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t].Relation != Relation.AclRelcl || SubjectOf(tokens, sentence, t, sentence.First) < 0)
            return;
        for (var d = Math.Max(sentence.First, t - FarthestMark); d < t; d++)
            if (tokens[d] is { Relation: Relation.Mark, Upos: Upos.SCONJ, Form: "that" } && tokens[d].Head == t)
                tokens[t].Relation = Relation.Acl;
    }

    // “An adverbial clause modifier is a clause which modifies a verb or other predicate” (universaldependencies.org/u/dep/advcl): what the network hung on
    // the subject (“The agency, citing a source, reported …”) belongs to the predicate behind it.
    private static void LiftAdverbial(Token[] tokens, int t)
    {
        if (tokens[t] is { Relation: Relation.Advcl, Head: >= 0 and var subject } && subject < t
            && tokens[subject] is { Relation: Relation.Nsubj or Relation.NsubjPass, Head: var predicate } && predicate > t)
            tokens[t].Head = predicate;
    }

    // “May said …”: a modal stands before a plain form, so what is written like one right before a past form of its own is a name, and its subject.
    private static void ReadModalAsName(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t] is not { Xpos: "MD", Form: [>= 'A' and <= 'Z', _, ..] } || t + 1 >= sentence.End || tokens[t].Head != t + 1)
            return;
        ref var verb = ref tokens[t + 1];
        if (verb.Xpos is not ("VBD" or "VBN") || SubjectOf(tokens, sentence, t + 1, sentence.First) >= 0)
            return;
        (tokens[t].Upos, tokens[t].Xpos, tokens[t].Relation) = (Upos.PROPN, "NNP", Relation.Nsubj);
        verb.Xpos = "VBD";
    }

    // “Many suspect Cairo of …”: “many”, “several” and “few” stand before a plural, so the singular right behind one of them is a verb and has it as subject.
    private static void ReadSingularBehindPluralAsVerb(Token[] tokens, Sentence sentence, int t)
    {
        if (t + 1 >= sentence.End || tokens[t].Head != t + 1 || tokens[t].Relation != Relation.Amod || tokens[t + 1] is not { Xpos: "NN", Upos: Upos.NOUN }
            || tokens[t].Form.ToLowerInvariant() is not ("many" or "several" or "few") || t > sentence.First && tokens[t - 1].Upos == Upos.DET
            || t + 2 >= sentence.End || !BeginsPhrase(tokens[t + 2]))
            return;
        tokens[t].Relation = Relation.Nsubj;
        (tokens[t + 1].Upos, tokens[t + 1].Xpos) = (Upos.VERB, "VBP");
        for (var d = sentence.First; d < sentence.End; d++)
        {
            ref var token = ref tokens[d];
            if (token.Head != t + 1)
                continue;
            token.Relation = token.Relation switch
            {
                Relation.Appos or Relation.Compound or Relation.Flat => Relation.Obj,
                Relation.Nmod => Relation.Obl,
                Relation.Acl when token.Upos == Upos.VERB => HasBefore(tokens, d, "that", Relation.Mark) ? Relation.Ccomp : Relation.Advcl,
                _ => token.Relation,
            };
        }
    }

    // “killed at least 20 people”: “at least” belongs to the number (universaldependencies.org/u/dep/nummod), so the noun has no preposition, and an oblique without
    // one only measures (“lasted at least 20 days”); behind an active verb that has no object and no measure of time it is the object.
    private static void ReadCountedObject(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t] is not { Relation: Relation.Obl, Xpos: "NNS" or "NN", Head: >= 0 and var verb } || verb >= t || tokens[verb] is not { Upos: Upos.VERB, Xpos: "VBD" or "VB" or "VBZ" or "VBP" or "VBG" })
            return;
        int bound = -1, number = -1;
        for (var d = sentence.First; d < sentence.End; d++)
        {
            if (tokens[d].Head == verb && tokens[d].Relation is Relation.Obj or Relation.AuxPass || tokens[d].Head == t && tokens[d].Relation == Relation.Case)
                return;
            if (d > verb && d < t && tokens[d].Head == t && tokens[d].Relation == Relation.Nummod)
                number = d;
            if (d > verb && d + 1 < t && bound < 0 && tokens[d].Form == "at" && tokens[d + 1].Form is "least" or "most")
                bound = d;
        }
        if (bound >= 0 && number > bound + 1)
            tokens[t].Relation = Relation.Obj;
    }

    // “It argues …”: an expletive stands for a clause that follows, or before a copula; without either it is the subject (universaldependencies.org/u/dep/expl).
    private static void FreeSubject(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t] is not { Relation: Relation.Expl, Upos: Upos.PRON, Head: >= 0 and var verb } || verb < t || tokens[verb].Upos != Upos.VERB || tokens[t].Form is not ("it" or "It"))
            return;
        for (var d = t + 1; d < sentence.End; d++)
            if (tokens[d].Head == verb && tokens[d].Relation is Relation.Csubj or Relation.CsubjPass or Relation.Ccomp or Relation.Xcomp or Relation.Cop or Relation.AuxPass or Relation.Nsubj or Relation.Advcl)
                return;
        tokens[t].Relation = Relation.Nsubj;
    }

    // “This is for Athens the red line”: a subject has no preposition. The second of two that has one is an adverbial.
    private static void DemoteMarkedSubject(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t] is { Relation: Relation.Nsubj, Head: >= 0 and var head } && tokens[t].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON && HasBefore(tokens, t, "for", Relation.Case)
            && SubjectOf(tokens, sentence, head, sentence.First) is >= 0 and var first && first < t)
            tokens[t].Relation = Relation.Obl;
    }

    // “explained why the talks must start”: what has “why” or “how” before it and no conjunction is no second main clause and no circumstance but what was explained.
    private static void SubordinateQuestion(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t] is not { Relation: Relation.Conj or Relation.Advcl, Head: >= 0 and var verb } || verb > t || tokens[verb].Upos != Upos.VERB || tokens[t].Upos != Upos.VERB)
            return;
        var question = -1;
        for (var d = verb + 1; d < t; d++)
            if (tokens[d].Relation == Relation.Cc && tokens[d].Head == t || tokens[d].Relation is Relation.Ccomp or Relation.Obj && tokens[d].Head == verb)
                return;
            else if ((tokens[d].Head == verb || tokens[d].Head == t) && tokens[d] is { Xpos: "WRB", Form: "why" or "how" })
                question = d;
        if (question < 0 || SubjectOf(tokens, sentence, t, question) is not (>= 0 and var subject) || subject > t)
            return;
        tokens[question].Head = t;
        tokens[t].Relation = Relation.Ccomp;
    }

    // “…, Cairo fearing that Khartoum would …”: of two subjects the one right before a participle and its “that” is the participle's.
    private static void GiveParticipleItsSubject(Token[] tokens, Sentence sentence, int t)
    {
        var mark = t + 1;
        if (tokens[t] is not { Xpos: "VBG", Head: >= 0 and var verb } || mark >= sentence.End || t == sentence.First || verb <= mark
            || tokens[mark] is not { Relation: Relation.Mark, Form: "that" } || tokens[mark].Head != verb
            || tokens[t - 1] is not { Relation: Relation.Nsubj } || tokens[t - 1].Head != verb || SubjectOf(tokens, sentence, verb, mark) < 0)
            return;
        (tokens[t].Head, tokens[t].Relation) = tokens[verb].Head is >= 0 and var main && main < t ? (main, Relation.Advcl) : (tokens[verb].Head, tokens[verb].Relation);
        (tokens[verb].Head, tokens[verb].Relation) = (t, Relation.Ccomp);
        tokens[t - 1].Head = t;
    }

    // “It says on the contrary that …”: “contrary” and its like have no content in a set phrase, which is what was said.
    private static void LiftFromSetPhrase(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t] is { Relation: Relation.Acl, Head: >= 0 and var noun } && noun < t && tokens[noun] is { Form: "contrary" or "part" or "hand" or "turn", Relation: Relation.Obl, Head: >= 0 and var verb }
            && verb < noun && noun + 1 < sentence.End && tokens[noun + 1].Form == "that" && HasBefore(tokens, t, "that", Relation.Mark))
            (tokens[t].Head, tokens[t].Relation) = (verb, Relation.Ccomp);
    }

    // “The envoy, Ann Roe, was blunt: the camp could fall, she warned”: nobody whom his own words name is “he” beside them, so that only what follows the colon was said.
    private static void FreeWordsBeforeColon(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t] is not { Relation: Relation.Ccomp, Head: >= 0 and var verb } || verb < t || tokens[verb].Head >= 0 && tokens[verb].Relation != Relation.Conj
            || SubjectOf(tokens, sentence, verb, t) is not (>= 0 and var speaker) || tokens[speaker].Form is not ("he" or "she")
            || SubjectOf(tokens, sentence, t, sentence.First) is not (>= 0 and var named) || named > t || !IsNamed(tokens, sentence, named))
            return;
        var said = -1;
        for (var d = t + 1; d < verb; d++)
            if (tokens[d].Head == t && tokens[d].Relation == Relation.Parataxis)
                said = d;
        if (said < 0 || !HasBefore(tokens, said, ":", Relation.Punct))
            return;
        (tokens[t].Head, tokens[t].Relation) = (tokens[verb].Head, tokens[verb].Relation);
        (tokens[verb].Head, tokens[verb].Relation) = (t, Relation.Parataxis);
        (tokens[said].Head, tokens[said].Relation) = (verb, Relation.Ccomp);
        for (var d = verb + 1; d < sentence.End; d++)
            if (tokens[d].Head == verb && tokens[d].Relation == Relation.Punct)
                tokens[d].Head = t;
    }

    // “It calls on the council to act”: no predicate has a second subject behind it; an infinitive there is its complement.
    private static void LeaveOneSubject(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t] is { Relation: Relation.Csubj, Head: >= 0 and var verb, Xpos: "VB" } && verb < t && tokens[verb].Upos == Upos.VERB && HasBefore(tokens, t, "to", Relation.Mark)
            && SubjectOf(tokens, sentence, verb, sentence.First) is >= 0 and var subject && subject < verb && tokens[subject].Relation == Relation.Nsubj)
            tokens[t].Relation = Relation.Xcomp;
    }

    // “an aide to President Ann Roe, John Doe, …”: nobody has two names, so the second is that of the noun before.
    private static void LiftSecondName(Token[] tokens, int t)
    {
        if (tokens[t] is { Relation: Relation.Appos, Upos: Upos.PROPN, Head: >= 0 and var name } && t + 1 < tokens.Length && tokens[t + 1] is { Relation: Relation.Flat } && tokens[t + 1].Head == t
            && tokens[name] is { Upos: Upos.PROPN, Relation: Relation.Nmod, Head: >= 0 and var noun } && noun < name && tokens[name + 1] is { Relation: Relation.Flat } && tokens[name + 1].Head == name
            && tokens[noun].Upos == Upos.NOUN)
            tokens[t].Head = noun;
    }

    // “In a letter to the envoy, Ann Roe, he refused …”: of two subjects, the one set off behind a noun belongs to the noun.
    private static void ReadSetOffNameAsApposition(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t] is not { Relation: Relation.Nsubj, Form: not ",", Head: >= 0 and var verb } || verb < t || SubjectOf(tokens, sentence, verb, sentence.First) is not (>= 0 and var name) || name >= t
            || tokens[name] is not { Upos: Upos.PROPN, Relation: Relation.Nsubj } || tokens[t - 1].Form != ",")
            return;
        var first = name;
        while (first > sentence.First && tokens[first - 1].Head == name)
            first--;
        if (first - 2 >= sentence.First && tokens[first - 1].Form == "," && tokens[first - 2] is { Upos: Upos.NOUN } && tokens[first - 2].Head != name)
            (tokens[name].Head, tokens[name].Relation) = (first - 2, Relation.Appos);
    }

    // “demanded of the firms with licences that they leave”: what is demanded of somebody is the clause behind, which qualifies no noun before it.
    private static void GiveDemandItsClause(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t] is not { Relation: Relation.AclRelcl, Upos: Upos.VERB } || SubjectOf(tokens, sentence, t, sentence.First) is not (> 0 and var subject) || subject > t
            || tokens[subject].Upos != Upos.PRON || tokens[subject - 1] is not { Form: "that" } || tokens[subject - 1].Head != t)
            return;
        var top = t;
        var verb = tokens[t].Head;
        while (verb >= 0 && tokens[verb].Form is not ("demand" or "demands" or "demanded" or "demanding"))
            (top, verb) = (verb, tokens[verb].Head);
        if (verb < 0 || verb > top || tokens[top].Relation != Relation.Obl || tokens[verb + 1].Form != "of" || tokens[verb + 1].Head != top)
            return;
        for (var d = verb + 1; d < sentence.End; d++)
            if (tokens[d].Head == verb && tokens[d].Relation is Relation.Obj or Relation.Ccomp)
                return;
        (tokens[t].Head, tokens[t].Relation) = (verb, Relation.Ccomp);
        (tokens[subject - 1].Upos, tokens[subject - 1].Xpos, tokens[subject - 1].Relation) = (Upos.SCONJ, "IN", Relation.Mark);
    }

    // “opened with a call for the party to unite”: the infinitive right behind says what is called for, and hangs on the noun, not on the verb over it.
    private static void GiveCallItsInfinitive(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t] is not { Relation: Relation.Advcl or Relation.Xcomp, Xpos: "VB", Head: >= 0 and var verb } || verb > t)
            return;
        var to = t - 1;
        while (to > verb && tokens[to] is { Head: var over } && over == t && tokens[to].Form != "to")
            to--;
        if (to <= verb || tokens[to].Form != "to" || tokens[to].Head != t)
            return;
        var asked = to - 1;
        while (asked > verb && tokens[asked].Head > verb && tokens[asked].Relation != Relation.Nmod)
            asked = tokens[asked].Head;
        if (asked <= verb)
            return;
        var before = asked;
        while (before > verb && tokens[before].Form != "for")
            before--;
        if (tokens[before] is { Relation: Relation.Mark, Head: var marked } && marked == t)
            (tokens[before].Head, tokens[before].Relation) = (asked, Relation.Case);
        if (tokens[asked] is { Relation: Relation.Nmod, Head: var call } && call > verb && tokens[call].Head == verb && HasBefore(tokens, asked, "for", Relation.Case)
            && tokens[call].Form is "call" or "calls" or "plea" or "pleas" or "appeal" or "appeals" or "demand" or "demands" or "request" or "requests" or "push" or "bid")
            (tokens[t].Head, tokens[t].Relation) = (call, Relation.Acl);
    }

    // “mocked Holt and Brandt's claims”: conjuncts are of one kind, so a bare noun behind “and” goes on with the object right before it, not with the verb.
    private static void JoinNounToObject(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t] is not { Relation: Relation.Conj, Upos: Upos.NOUN or Upos.PROPN, Head: >= 0 and var verb } || verb > t || tokens[verb].Upos != Upos.VERB)
            return;
        var joint = -1;
        for (var d = sentence.First; d < sentence.End; d++)
            if (tokens[d].Head == t && tokens[d].Relation is Relation.Cop or Relation.Case or Relation.Nsubj or Relation.NsubjPass or Relation.Mark or Relation.Obj)
                return;
            else if (tokens[d].Head == t && tokens[d].Relation == Relation.Cc)
                joint = d;
        if (joint - 1 <= verb)
            return;
        var before = joint - 1;
        while (tokens[before].Head > verb && tokens[before].Head < joint)
            before = tokens[before].Head;
        if (tokens[before].Relation == Relation.Obj && tokens[before].Head == verb)
            tokens[t].Head = before;
    }

    // “replied that the envoy was lying, and asked …”: of the verbs before it, a bare past form behind a comma goes on with the one in the same form.
    private static void JoinLikeForms(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t] is not { Relation: Relation.Conj, Xpos: "VBD", Upos: Upos.VERB, Head: >= 0 and var clause } || t - 2 <= clause
            || tokens[t - 1] is not { Relation: Relation.Cc, Form: "and" } || tokens[t - 2].Form != ","
            || tokens[clause] is not { Relation: Relation.Ccomp, Xpos: "VBG" or "VB", Head: >= 0 and var main } || main > clause || tokens[main].Xpos != "VBD"
            || !HasBefore(tokens, clause, "that", Relation.Mark) || SubjectOf(tokens, sentence, t, sentence.First) >= 0)
            return;
        for (var d = clause; d < t; d++)
            if (tokens[d].Head == clause && tokens[d].Relation == Relation.Conj)
                return;
        tokens[t].Head = main;
    }

    // “regrets the decision, announced by the king, to …”: what is joined to a verb has a conjunction; a participle with its agent, set off behind a noun, is that noun's.
    private static void HangParticipleOnNoun(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t] is not { Relation: Relation.Conj, Xpos: "VBN" or "VBD", Head: >= 0 and var verb } || t - 2 <= verb || tokens[t - 1].Form != ","
            || tokens[t - 2] is not { Relation: Relation.Obj } || tokens[t - 2].Head != verb || SubjectOf(tokens, sentence, t, sentence.First) >= 0)
            return;
        var agent = false;
        for (var d = t - 2; d < sentence.End; d++)
            if (tokens[d].Head == t)
            {
                if (tokens[d].Relation is Relation.Cc or Relation.Obj)
                    return;
                agent |= tokens[d].Relation == Relation.OblAgent;
            }
        if (agent)
            (tokens[t].Head, tokens[t].Relation, tokens[t].Xpos) = (t - 2, Relation.Acl, "VBN");
    }

    // “sent the secretary for Europe, Ann Roe, to Kiev”: what is joined without a conjunction has no other preposition than the first; “to” leads to where the object goes.
    private static void LiftGoal(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t] is not { Relation: Relation.Conj, Upos: Upos.PROPN, Head: >= 0 and var first } || first > t || !HasBefore(tokens, t, "to", Relation.Case)
            || tokens[first] is not { Relation: Relation.Nmod, Head: >= 0 and var noun } || HasBefore(tokens, first, "to", Relation.Case)
            || tokens[noun] is not { Relation: Relation.Obj, Head: >= 0 and var verb } || verb > noun || tokens[verb].Upos != Upos.VERB)
            return;
        for (var d = first + 1; d < t; d++)
            if (tokens[d].Relation == Relation.Cc && (tokens[d].Head == first || tokens[d].Head == t))
                return;
        (tokens[t].Head, tokens[t].Relation) = (verb, Relation.Obl);
        // The name between the commas is the object's.
        var name = -1;
        for (var d = first + 1; d < t; d++)
            if (tokens[d] is { Relation: Relation.Conj, Upos: Upos.PROPN } && tokens[d].Head == first)
            {
                (tokens[d].Head, tokens[d].Relation) = name < 0 ? (noun, Relation.Appos) : (name, Relation.Flat);
                name = name < 0 ? d : name;
            }
    }

    // “Troops, backed by guns, took the hill, the army said”: of two subjects the first is that of the clause between them.
    private static void GiveFrontedClauseItsSubject(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t] is not { Relation: Relation.Ccomp, Upos: Upos.VERB, Xpos: "VBD" or "VBZ" or "VBP", Head: >= 0 and var verb } || verb < t || SubjectOf(tokens, sentence, t, sentence.First) >= 0
            || SubjectOf(tokens, sentence, verb, sentence.First) is not (>= 0 and var first) || first > t || SubjectOf(tokens, sentence, verb, t) is not (>= 0 and var second) || second > verb)
            return;
        tokens[first].Head = t;
    }

    // “Volga Watch, a small group, accused …”: a full sentence has a finite verb for its root, and what stands before it set off is its subject, not joined to it.
    private static void ReadLoneVerbAsRoot(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t] is not { Relation: Relation.Conj, Upos: Upos.VERB, Xpos: "VBD" or "VBZ", Head: >= 0 and var noun } || noun > t || tokens[t - 1].Form != ","
            || tokens[noun] is not { Head: < 0, Upos: Upos.PROPN or Upos.NOUN or Upos.PRON } || !EndsFully(tokens, sentence))
            return;
        for (var d = sentence.First; d < sentence.End; d++)
            if (tokens[d].Head == t && tokens[d].Relation is Relation.Cc or Relation.Nsubj or Relation.NsubjPass or Relation.AuxPass or Relation.Csubj
                || tokens[d].Head == noun && tokens[d].Relation is Relation.Cop or Relation.Nsubj or Relation.NsubjPass)
                return;
        for (var d = sentence.First; d < sentence.End; d++)
            if (tokens[d].Head == noun && (d > t || d == sentence.End - 1))
                tokens[d].Head = t;
        (tokens[t].Head, tokens[t].Relation) = (-1, Relation.Root);
        (tokens[noun].Head, tokens[noun].Relation) = (t, Relation.Nsubj);
    }

    // “said in a statement that …”: to say takes what is said; where nothing else is, the clause behind the paper or speech is it.
    private static void LiftFromStatement(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t] is not { Relation: Relation.Acl, Head: >= 0 and var noun } || noun + 1 >= t || tokens[noun] is not { Relation: Relation.Obl, Head: >= 0 and var verb } || verb > noun
            || tokens[verb].Form is not ("said" or "says" or "say" or "saying") || tokens[noun + 1] is not { Form: "that", Relation: Relation.Mark } || tokens[noun + 1].Head != t)
            return;
        for (var d = sentence.First; d < sentence.End; d++)
            if (tokens[d].Head == verb && tokens[d].Relation is Relation.Obj or Relation.Ccomp)
                return;
        (tokens[t].Head, tokens[t].Relation) = (verb, Relation.Ccomp);
    }

    // “If they cross, he warned, we will strike”: where the speaker stands between a condition and what follows from it, the condition is not his warning's.
    private static void GiveConditionItsConsequence(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t] is not { Relation: Relation.Advcl, Head: >= 0 and var verb } || verb < t || verb + 1 >= sentence.End || tokens[verb].Upos != Upos.VERB
            || SubjectOf(tokens, sentence, verb, t) is not (>= 0 and var speaker) || Math.Max(verb, speaker) + 1 >= sentence.End || tokens[Math.Max(verb, speaker) + 1].Form != ","
            || !(HasBefore(tokens, t, "if", Relation.Mark) || HasBefore(tokens, t, "If", Relation.Mark) || HasBefore(tokens, t, "unless", Relation.Mark) || HasBefore(tokens, t, "Unless", Relation.Mark)))
            return;
        var said = -1;
        for (var d = verb + 1; d < sentence.End && said < 0; d++)
            if (tokens[d].Head == verb && tokens[d].Relation == Relation.Ccomp)
                said = d;
        if (said < 0 || HasBefore(tokens, said, "that", Relation.Mark))
            return;
        var first = Math.Max(verb, speaker) + 2;
        if (first < sentence.End && tokens[first].Upos == Upos.PUNCT)
            first++;
        // “If you ask me, I say, ‘No.’”: a capital begins words of their own.
        if (first < sentence.End && (tokens[first].Form.Length == 0 || !char.IsUpper(tokens[first].Form[0]) || tokens[first].Upos == Upos.PROPN || tokens[first].Form == "I"))
            tokens[t].Head = said;
    }

    // “denied that Oslo had sold the drones and called the report a lie”: a past form is not joined to a participle or plain form behind an auxiliary, but to the past form above.
    private static void LiftPastFromPerfect(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t] is not { Relation: Relation.Conj, Xpos: "VBD", Upos: Upos.VERB, Head: >= 0 and var clause } || clause > t || t == sentence.First
            || tokens[t - 1] is not { Relation: Relation.Cc, Form: "and" } || tokens[t - 1].Head != t
            || tokens[clause] is not { Relation: Relation.Ccomp, Xpos: "VBN" or "VB" or "VBG", Head: >= 0 and var main } || main > clause || tokens[main].Xpos != "VBD")
            return;
        var auxiliary = false;
        for (var d = sentence.First; d < sentence.End; d++)
        {
            if (tokens[d].Head == t && tokens[d].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Csubj || d < t && tokens[d].Head == clause && tokens[d].Relation == Relation.Conj)
                return;
            auxiliary |= tokens[d].Head == clause && tokens[d].Relation == Relation.Aux;
        }
        if (auxiliary)
            tokens[t].Head = main;
    }

    // “President Ann Roe on Tuesday named …”: nobody is called after a day; it says when the verb behind the subject took place.
    private static void LiftDayFromName(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t] is not { Relation: Relation.Nmod or Relation.NmodUnmarked, Xpos: "NNP", Head: >= 0 and var name } || name > t || !tokens[t].Form.EndsWith("day", StringComparison.Ordinal))
            return;
        var subject = tokens[name].Relation is Relation.Flat or Relation.Appos && tokens[name].Head >= 0 ? tokens[name].Head : name;
        if (tokens[subject] is not { Relation: Relation.Nsubj or Relation.NsubjPass, Head: var verb } || verb < t)
            return;
        var named = tokens[name].Upos == Upos.PROPN;
        for (var d = sentence.First; d < t; d++)
            named |= tokens[d] is { Relation: Relation.Appos, Upos: Upos.PROPN } && tokens[d].Head == subject;
        // Nothing more of the subject behind the day: “The vote on Monday in Lima” keeps it.
        for (var d = t + 1; d < verb; d++)
            if (tokens[d].Head == subject || tokens[d].Head == name || tokens[d].Head == t)
                return;
        if (named)
            (tokens[t].Head, tokens[t].Relation) = (verb, tokens[t].Relation == Relation.Nmod ? Relation.Obl : Relation.OblUnmarked);
    }

    // “accused the state of arming …”: what somebody is accused of is the verb's, as treebanks have it.
    private static void LiftCharge(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t] is { Relation: Relation.Acl, Xpos: "VBG", Head: >= 0 and var accused } && accused < t && tokens[accused] is { Relation: Relation.Obj, Head: >= 0 and var verb } && verb >= sentence.First
            && verb < accused && tokens[verb].Form.StartsWith("accus", StringComparison.OrdinalIgnoreCase) && HasBefore(tokens, t, "of", Relation.Mark))
            (tokens[t].Head, tokens[t].Relation) = (verb, Relation.Advcl);
    }

    // “The chairman of the Volga Commission, Ann Roe, …”: a person's name set off behind “the chairman of …” is the chairman's.
    private static void LiftNameOfHead(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t] is not { Relation: Relation.Appos, Upos: Upos.PROPN, Head: >= 0 and var body } || body > t || tokens[t - 1].Form != "," || t + 1 >= sentence.End
            || tokens[body] is not { Relation: Relation.Nmod, Upos: Upos.PROPN, Head: >= 0 and var noun } || noun > body || tokens[noun].Upos != Upos.NOUN || !HasBefore(tokens, body, "of", Relation.Case))
            return;
        bool flat = false, definite = false;
        for (var d = sentence.First; d < sentence.End; d++)
        {
            flat |= tokens[d].Head == t && tokens[d].Relation == Relation.Flat;
            definite |= tokens[d].Head == noun && tokens[d].Relation is Relation.Det or Relation.NmodPoss;
        }
        if (flat && definite)
            tokens[t].Head = noun;
    }

    // “arrested Ann Roe, her lawyer and 30 others”: what explains a name is closed by a comma; without one before the “and” it is a list.
    private static void ReadListAsOne(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t] is not { Relation: Relation.Cc, Form: "and", Head: >= 0 and var last } || last < t || tokens[last] is not { Relation: Relation.Conj, Head: >= 0 and var first } || first > t)
            return;
        var top = t - 1;
        while (top > first && tokens[top].Head is >= 0 and var head && tokens[top].Relation != Relation.Punct && head != first && head > first && head < t)
            top = head;
        if (top <= first || tokens[top] is not { Relation: Relation.Appos, Upos: Upos.NOUN or Upos.PROPN } || tokens[top].Head != first || tokens[t - 1].Relation == Relation.Punct)
            return;
        var left = top;
        while (left - 1 > first && tokens[left - 1].Head >= left && tokens[left - 1].Head <= top && tokens[left - 1].Relation != Relation.Punct)
            left--;
        if (left - 1 > first && tokens[left - 1].Form == ",")
            tokens[top].Relation = Relation.Conj;
    }

    private static bool EndsFully(Token[] tokens, Sentence sentence) => sentence.Kind != BlockKind.Title && tokens[sentence.End - 1].Form is "." or "”" or "\"" or "’";

    private static bool IsNamed(Token[] tokens, Sentence sentence, int noun)
    {
        for (var t = noun; t < sentence.End; t++)
            if (t == noun || tokens[t].Head == noun && tokens[t].Relation == Relation.Appos)
                if (tokens[t].Upos == Upos.PROPN)
                    return true;
        return false;
    }

    /// <summary>The first subject of a predicate from a token on; −1 when it has none.</summary>
    private static int SubjectOf(Token[] tokens, Sentence sentence, int predicate, int from)
    {
        for (var t = from; t < sentence.End; t++)
            if (tokens[t].Head == predicate && tokens[t].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Csubj)
                return t;
        return -1;
    }

    private static bool HasBefore(Token[] tokens, int head, string form, Relation relation)
    {
        for (var t = head - 1; t >= Math.Max(0, head - FarthestMark); t--)
            if (tokens[t].Head == head && tokens[t].Relation == relation && tokens[t].Form == form)
                return true;
        return false;
    }

    private static bool BeginsPhrase(in Token token) => token.Upos is Upos.PROPN or Upos.DET or Upos.PRON || token is { Relation: Relation.Mark, Form: "that" };
}
