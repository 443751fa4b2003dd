namespace Demarche.Parsing;

/// <summary>Puts right which clause says what is said, asked, demanded or called for. Its rules are called, and their order kept, by <see cref="TreeMender"/>.</summary>
internal static class ContentMender
{
    // “an assurance that the plant would stay shut”: in a relative clause “that” is a pronoun; where it is a conjunction, the clause is what the noun says
    // (universaldependencies.org/u/dep/acl).
    public static void ReadMarkedClauseAsContent(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t].Relation != Relation.AclRelcl || tree.SubjectOf(t) < 0)
            return;
        foreach (var d in tree.Of(t))
            if (d < t && tokens[d] is { Relation: Relation.Mark, Upos: Upos.SCONJ, Form: "that" })
                tokens[t].Relation = Relation.Acl;
    }

    // “explained why the talks must start”: what has “why” or “how” before it and no conjunction is no second main clause and no circumstance but what was explained.
    public static void SubordinateQuestion(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Conj or Relation.Advcl, Head: >= 0 and var verb } || verb > t || tokens[verb].Upos != Upos.VERB || tokens[t].Upos != Upos.VERB)
            return;
        var question = -1;
        foreach (var d in tree.Of(t))
            if (d > verb && d < t && tokens[d].Relation == Relation.Cc)
                return;
            else if (d > verb && d < t && IsQuestion(tree, d))
                question = d;
        foreach (var d in tree.Of(verb))
            if (d > verb && d < t && tokens[d].Relation is Relation.Ccomp or Relation.Obj)
                return;
            else if (d > question && d > verb && d < t && IsQuestion(tree, d))
                question = d;
        if (question < 0 || tree.SubjectOf(t, question) is not (>= 0 and var subject) || subject > t)
            return;
        tree.Hang(question, t);
        tokens[t].Relation = Relation.Ccomp;
    }

    // “It says on the contrary that …”: “contrary” and its like have no content in a set phrase, which is what was said.
    public static void LiftFromSetPhrase(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is { Relation: Relation.Acl, Head: >= 0 and var noun } && noun < t && tokens[noun] is { Relation: Relation.Obl, Head: >= 0 and var verb }
            && tree.Words.SetPhrases.Contains(tokens[noun].Form) && verb < noun && noun + 1 < tree.End && tokens[noun + 1].Form == "that" && tree.HasBefore(t, "that", Relation.Mark))
            tree.Hang(t, verb, Relation.Ccomp);
    }

    // “The envoy, Ann Roe, was blunt: the camp could fall, she warned”: nobody whom his own words name is “he” beside them, so that only what follows the colon was said.
    public static void FreeWordsBeforeColon(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Ccomp, Head: >= 0 and var verb } || verb < t || tokens[verb].Head >= 0 && tokens[verb].Relation != Relation.Conj
            || tree.SubjectOf(verb, t) is not (>= 0 and var speaker) || tokens[speaker].Form is not ("he" or "she")
            || tree.SubjectOf(t) is not (>= 0 and var named) || named > t || !IsNamed(tree, named))
            return;
        var said = -1;
        foreach (var d in tree.Of(t))
            if (d > t && d < verb && tokens[d].Relation == Relation.Parataxis)
                said = d;
        if (said < 0 || !tree.HasBefore(said, ":", Relation.Punct))
            return;
        tree.Hang(t, tokens[verb].Head, tokens[verb].Relation);
        tree.Hang(verb, t, Relation.Parataxis);
        tree.Hang(said, verb, Relation.Ccomp);
        foreach (var d in tree.Of(verb))
            if (d > verb && tokens[d].Relation == Relation.Punct)
                tree.Hang(d, t);
    }

    // “demanded of the firms with licences that they leave”: what is demanded of somebody is the clause behind, which qualifies no noun before it.
    public static void GiveDemandItsClause(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.AclRelcl, Upos: Upos.VERB } || tree.SubjectOf(t) is not (> 0 and var subject) || subject > t
            || tokens[subject].Upos != Upos.PRON || tokens[subject - 1] is not { Form: "that" } || tokens[subject - 1].Head != t)
            return;
        var top = t;
        var verb = tokens[t].Head;
        while (verb >= 0 && !tree.Words.Demanding.Contains(tokens[verb].Form))
            (top, verb) = (verb, tokens[verb].Head);
        if (verb < 0 || verb > top || tokens[top].Relation != Relation.Obl || tokens[verb + 1].Form != "of" || tokens[verb + 1].Head != top)
            return;
        foreach (var d in tree.Of(verb))
            if (d > verb && tokens[d].Relation is Relation.Obj or Relation.Ccomp)
                return;
        tree.Hang(t, verb, Relation.Ccomp);
        (tokens[subject - 1].Upos, tokens[subject - 1].Xpos, tokens[subject - 1].Relation) = (Upos.SCONJ, "IN", Relation.Mark);
    }

    // “opened with a call for the party to unite”: the infinitive right behind says what is called for, and hangs on the noun, not on the verb over it.
    public static void GiveCallItsInfinitive(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
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
            tree.Hang(before, asked, Relation.Case);
        if (tokens[asked] is { Relation: Relation.Nmod, Head: var call } && call > verb && tokens[call].Head == verb && tree.HasBefore(asked, "for", Relation.Case)
            && tree.Words.Calls.Contains(tokens[call].Form))
            tree.Hang(t, call, Relation.Acl);
    }

    // “threatened on Monday to leave”, “appealed to Riga to act”: the infinitive tells what is threatened or asked for, and not to what end
    // (universaldependencies.org/u/dep/xcomp); nothing but the day and whoever is told stands before it.
    public static void ReadAimAsContent(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Advcl, Xpos: "VB", Head: >= 0 and var verb } || verb > t || !tree.Words.Aiming.Contains(tokens[verb].Form) || tree.Has(verb, Relation.AuxPass))
            return;
        var to = t - 1;
        while (to > verb && tokens[to] is { Head: var over } && over == t && tokens[to].Form != "to")
            to--;
        if (tokens[to] is not { Form: "to", Head: var marked } || marked != t || tokens[to - 1].Form == "," || tokens[to - 1].Head == t)
            return;
        foreach (var d in tree.Of(verb))
            if (d > verb && d < t && tokens[d].Relation is not (Relation.Obl or Relation.OblUnmarked or Relation.Advmod or Relation.CompoundPrt) || tokens[d].Relation is Relation.Xcomp or Relation.Ccomp)
                return;
        tokens[t].Relation = Relation.Xcomp;
    }

    // “said in a statement that …”: to say takes what is said; where nothing else is, the clause behind the paper or speech is it.
    public static void LiftFromStatement(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Acl, Head: >= 0 and var noun } || noun + 1 >= t || tokens[noun] is not { Relation: Relation.Obl, Head: >= 0 and var verb } || verb > noun
            || !tree.Words.Saying.Contains(tokens[verb].Form) || tokens[noun + 1] is not { Form: "that", Relation: Relation.Mark } || tokens[noun + 1].Head != t)
            return;
        if (tree.Has(verb, Relation.Obj) || tree.Has(verb, Relation.Ccomp))
            return;
        tree.Hang(t, verb, Relation.Ccomp);
    }

    // “told a crowd last night that no envoy would go back”: what has a subject of its own behind “that” is what is told, and describes neither the hearer nor the night.
    public static void LiftFromHearer(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Acl or Relation.AclRelcl, Head: >= 0 and var noun } || noun + 1 >= t || tokens[noun] is not { Relation: Relation.Iobj or Relation.Obl or Relation.OblUnmarked, Head: >= 0 and var verb } || verb > noun
            || tokens[verb].Upos != Upos.VERB || !tree.Words.Telling.Contains(tokens[verb].Form) || tokens[noun + 1] is not { Form: "that", Head: var over } || over != t)
            return;
        // “at a time that suits”, “the night that it burned”: what takes the place of “that” in its clause leaves no subject before the verb, or says what is told as an object.
        var subject = tree.SubjectOf(t);
        if (subject <= noun + 1 || subject > t || tree.Has(verb, Relation.Ccomp) || tree.Has(verb, Relation.Obj) || tokens[verb].Relation == Relation.AclRelcl)
            return;
        (tokens[noun + 1].Relation, tokens[noun + 1].Upos, tokens[noun + 1].Xpos) = (Relation.Mark, Upos.SCONJ, "IN");
        tree.Hang(t, verb, Relation.Ccomp);
    }

    // “If they cross, he warned, we will strike”: where the speaker stands between a condition and what follows from it, the condition is not his warning's.
    public static void GiveConditionItsConsequence(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Advcl, Head: >= 0 and var verb } || verb < t || verb + 1 >= tree.End || tokens[verb].Upos != Upos.VERB
            || tree.SubjectOf(verb, t) is not (>= 0 and var speaker) || Math.Max(verb, speaker) + 1 >= tree.End || tokens[Math.Max(verb, speaker) + 1].Form != ","
            || !IsCondition(tree, t))
            return;
        var said = -1;
        foreach (var d in tree.Of(verb))
            if (d > verb && said < 0 && tokens[d].Relation == Relation.Ccomp)
                said = d;
        if (said < 0 || tree.HasBefore(said, "that", Relation.Mark))
            return;
        var first = Math.Max(verb, speaker) + 2;
        if (first < tree.End && tokens[first].Upos == Upos.PUNCT)
            first++;
        // “If you ask me, I say, ‘No.’”: a capital begins words of their own.
        if (first < tree.End && (tokens[first].Form.Length == 0 || !char.IsUpper(tokens[first].Form[0]) || tokens[first].Upos == Upos.PROPN || tokens[first].Form == "I"))
            tree.Hang(t, said);
    }

    // “accused the state of arming …”, “accused Bern of bribery”: what somebody is accused of is the verb's, as treebanks have it; “the head of the army” is a head.
    public static void LiftCharge(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is { Relation: Relation.Acl, Xpos: "VBG", Head: >= 0 and var accused } && accused < t && tokens[accused] is { Relation: Relation.Obj, Head: >= 0 and var verb } && verb >= tree.First
            && verb < accused && tree.Words.Accusing.Contains(tokens[verb].Form) && tree.HasBefore(t, "of", Relation.Mark))
            tree.Hang(t, verb, Relation.Advcl);
        else if (tokens[t] is { Relation: Relation.Nmod, Upos: Upos.NOUN, Head: >= 0 and var charged } && charged < t && tokens[charged] is { Relation: Relation.Obj or Relation.Iobj, Head: >= 0 and var charging }
            && charging < charged && tree.Words.Accusing.Contains(tokens[charging].Form) && tree.HasBefore(t, "of", Relation.Case) && !(tokens[charged].Upos == Upos.NOUN && tree.HasBefore(t, "the", Relation.Det)))
            tree.Hang(t, charging, Relation.Obl);
    }

    private static bool IsNamed(OpenTree tree, int noun)
    {
        if (tree.Tokens[noun].Upos == Upos.PROPN)
            return true;
        foreach (var d in tree.Of(noun))
            if (d > noun && tree.Tokens[d] is { Relation: Relation.Appos, Upos: Upos.PROPN })
                return true;
        return false;
    }

    private static bool IsQuestion(OpenTree tree, int t) => tree.Tokens[t].Xpos == "WRB" && tree.Words.Questions.Contains(tree.Tokens[t].Form);

    private static bool IsCondition(OpenTree tree, int clause)
    {
        foreach (var d in tree.Of(clause))
            if (d < clause && tree.Tokens[d].Relation == Relation.Mark && tree.Words.Conditions.Contains(tree.Tokens[d].Form))
                return true;
        return false;
    }
}
