namespace Demarche.Parsing;

/// <summary>Puts right what belongs to a noun: names, appositions, lists, objects and the words that hang on them. Its rules are called, and their order kept, by <see cref="TreeMender"/>.</summary>
internal static class PhraseMender
{
    // “The flat relation … all subsequent words … are attached to the first one”, and carry no dependents of their own
    // (universaldependencies.org/u/dep/flat): what the network hung on a later word of a name belongs to the first.
    // Marks stay: treebanks hang the hyphen of a name on the part behind it.
    public static void LiftFromName(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        while (tokens[t] is { Relation: not Relation.Punct, Head: >= 0 and var name } && tokens[name] is { Relation: Relation.Flat, Head: >= 0 and var first })
            tree.Hang(t, first);
    }

    // “signed by twelve envoys”: a preposition belongs to the noun, not to the number before it (universaldependencies.org/u/dep/case).
    public static void LiftCaseFromNumber(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is { Relation: Relation.Case, Form: "by" or "for" or "of" or "to" or "with" or "from" or "against", Head: >= 0 and var number } && number == t + 1 && tokens[number] is { Relation: Relation.Nummod, Head: var noun } && noun > number)
            tree.Hang(t, noun);
    }

    // “spoke warmly of China”: an adverb that says how takes no complement, and what stands behind it is the verb's (universaldependencies.org/u/dep/obl).
    public static void LiftFromManner(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is { Relation: Relation.Obl, Head: >= 0 and var how } && how < t && tokens[how] is { Upos: Upos.ADV, Relation: Relation.Advmod, Head: >= 0 and var verb } && verb == how - 1 && tokens[verb].Upos == Upos.VERB
            && tokens[how].Form.EndsWith("ly", StringComparison.Ordinal) && tokens[how].Form is not ("independently" or "separately" or "early"))
            tree.Hang(t, verb);
    }

    // “a truce between the army and the rebels came”: “between” wants two (universaldependencies.org/u/dep/conj), and the verb has its subject before them.
    public static void JoinPartnerOfBetween(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Nsubj or Relation.NsubjPass, Head: > 0 and var verb } || verb < t)
            return;
        var and = -1;
        foreach (var d in tree.Of(t))
            if (d < t && tokens[d] is { Relation: Relation.Cc, Form: "and" })
                and = d;
        if (and <= tree.First)
            return;
        // The noun before “and”, with whatever stands over it.
        for (var before = and - 1; before >= 0 && tokens[before].Head >= 0; before = tokens[before].Head)
            if (tokens[before] is { Relation: Relation.Nmod, Head: var whole } && tree.HasBefore(before, "between", Relation.Case) && !tree.Has(before, Relation.Conj) && tokens[whole] is { Relation: Relation.Nsubj or Relation.NsubjPass, Head: var same } && same == verb)
            {
                tree.Hang(t, before, Relation.Conj);
                return;
            }
    }

    // “remains opposed to the entry”: an object has no preposition (universaldependencies.org/u/dep/obj).
    public static void ReadMarkedObject(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t].Relation != Relation.Obj || tokens[t].Upos is not (Upos.NOUN or Upos.PROPN))
            return;
        foreach (var d in tree.Of(t))
            if (d < t && tokens[d] is { Relation: Relation.Case, Xpos: "IN" } && tree.Words.Prepositions.Contains(tokens[d].Form))
                tokens[t].Relation = Relation.Obl;
    }

    // “killed at least 20 people”: “at least” belongs to the number (universaldependencies.org/u/dep/nummod), so the noun has no preposition, and an oblique without
    // one only measures (“lasted at least 20 days”); behind an active verb that has no object and no measure of time it is the object.
    public static void ReadCountedObject(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Obl, Xpos: "NNS" or "NN", Head: >= 0 and var verb } || verb >= t || tokens[verb] is not { Upos: Upos.VERB, Xpos: "VBD" or "VB" or "VBZ" or "VBP" or "VBG" })
            return;
        var number = -1;
        foreach (var d in tree.Of(t))
            if (tokens[d].Relation == Relation.Case)
                return;
            else if (d > verb && d < t && tokens[d].Relation == Relation.Nummod)
                number = d;
        if (number < 0 || tree.Has(verb, Relation.Obj) || tree.Has(verb, Relation.AuxPass))
            return;
        for (var d = verb + 1; d + 1 < number; d++)
            if (tokens[d].Form == "at" && tree.Words.Bounds.Contains(tokens[d + 1].Form))
                tokens[t].Relation = Relation.Obj;
    }

    // “dismissed as absurd a report that …”: an oblique without a preposition measures or says when; whatever else stands so behind an active verb that has no object is the object.
    public static void ReadBareObliqueAsObject(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Obl or Relation.OblUnmarked, Xpos: "NN" or "NNS" or "NNP", Head: >= 0 and var verb } || verb >= t || tokens[verb] is not { Upos: Upos.VERB, Xpos: "VBD" or "VB" or "VBZ" or "VBP" or "VBG" }
            || tree.Words.Times.Contains(tokens[t].Form) || tree.Words.Days.Contains(tokens[t].Form))
            return;
        var left = t;
        foreach (var d in tree.Of(t))
            if (tokens[d].Relation is Relation.Case or Relation.Mark or Relation.Nummod or Relation.Advmod or Relation.Cop)
                return;
            else if (d < left)
                left = d;
        if (tokens[left].Upos != Upos.DET || tokens[left - 1].Upos is Upos.ADP or Upos.SCONJ or Upos.PUNCT or Upos.CCONJ || tokens[t].Relation == Relation.OblUnmarked && left - 1 != verb)
            return;
        foreach (var d in tree.Of(verb))
            if (tokens[d].Relation is Relation.Obj or Relation.Iobj or Relation.Ccomp or Relation.Xcomp or Relation.AuxPass or Relation.NsubjPass || d > t && tokens[d].Relation == Relation.Nsubj)
                return;
        tokens[t].Relation = Relation.Obj;
    }

    // “hacked to death 160 villagers”, “freed on bail two ministers”: behind what becomes of them stands to whom it is done.
    public static void ReadObjectBehindResult(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Appos or Relation.Obj or Relation.Obl or Relation.OblUnmarked or Relation.Nmod or Relation.NmodUnmarked or Relation.Xcomp, Upos: Upos.NOUN or Upos.PROPN, Head: >= 0 and var over } || over > t || tree.Words.Times.Contains(tokens[t].Form) || tree.Words.Days.Contains(tokens[t].Form))
            return;
        var left = t;
        foreach (var d in tree.Of(t))
            if (tokens[d].Relation is Relation.Case or Relation.Mark or Relation.Cop)
                return;
            else if (d < left)
                left = d;
        var result = left - 1;
        if (result <= tree.First || !tree.Words.Results.Contains(tokens[result].Form) || tokens[result] is not { Upos: Upos.NOUN, Head: >= 0 and var verb } || verb > result || over != result && over != verb || tokens[verb].Upos != Upos.VERB || !tree.Has(result, Relation.Case))
            return;
        if (!MayTakeObject(tree, verb, t, result))
            return;
        if (tokens[result].Relation == Relation.Obj)
            tokens[result].Relation = Relation.Obl;
        tree.Hang(t, verb, Relation.Obj);
    }

    // “let go four men”: whoever is let go stands behind, and the infinitive is a part of the verb.
    public static void ReadInfinitiveAsParticle(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Xcomp or Relation.Ccomp, Xpos: "VB", Head: >= 0 and var verb } || verb != t - 1 || !tree.Words.Letting.Contains(tokens[verb].Form) || tree.Has(verb, Relation.Obj) || !tree.Has(t, Relation.Obj))
            return;
        tokens[t].Relation = Relation.CompoundPrt;
        foreach (var d in tree.Of(t))
            tree.Hang(d, verb);
    }

    // “called President Holt to thank him”: behind a verb that does not say what somebody is, a name without a preposition is its object.
    public static void ReadNameAsObject(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Xcomp, Upos: Upos.PROPN, Head: >= 0 and var verb } || verb > t || tokens[verb].Upos != Upos.VERB || tree.Words.Linking.Contains(tokens[verb].Form))
            return;
        foreach (var d in tree.Of(t))
            if (tokens[d].Relation is Relation.Case or Relation.Mark or Relation.Cop or Relation.Nsubj)
                return;
        if (MayTakeObject(tree, verb, t, t))
            tokens[t].Relation = Relation.Obj;
    }

    // An active verb without an object, but for the two at hand.
    private static bool MayTakeObject(OpenTree tree, int verb, int one, int other)
    {
        foreach (var d in tree.Of(verb))
            if (d != one && d != other && tree.Tokens[d].Relation is Relation.Obj or Relation.Iobj or Relation.AuxPass or Relation.NsubjPass)
                return false;
        return true;
    }

    // “were given 48 hours to leave”: what somebody is given is no time at which he is given it.
    public static void ReadGivenTimeAsObject(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is { Relation: Relation.OblUnmarked, Head: >= 0 and var verb } && verb < t && tree.Words.Giving.Contains(tokens[verb].Form) && tree.Has(verb, Relation.AuxPass)
            && tree.Words.Times.Contains(tokens[t].Form) && tree.Has(t, Relation.Nummod) && !tree.Has(verb, Relation.Obj))
            tokens[t].Relation = Relation.Obj;
    }

    // “said late Thursday it would leave”, “came hours after the vote”: a day without a preposition beside what is said or done, and a stretch of time before “after”, say when.
    public static void ReadDayAsTime(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Obj or Relation.Iobj, Head: >= 0 and var verb } || verb > t || tokens[verb].Upos != Upos.VERB || tree.Has(t, Relation.Case))
            return;
        if (tokens[t].Xpos == "NNS" && t + 1 < tree.End && tokens[t + 1].Form is "after" or "before" && tokens[t + 1].Head > t && tree.Words.Times.Contains(tokens[t].Form))
            tokens[t].Relation = Relation.OblUnmarked;
        if (tokens[t].Xpos != "NNP" || !tree.Words.Days.Contains(tokens[t].Form))
            return;
        foreach (var d in tree.Of(verb))
            if (d != t && tokens[d].Relation is Relation.Ccomp or Relation.Obj or Relation.Xcomp or Relation.Parataxis)
                tokens[t].Relation = Relation.OblUnmarked;
    }

    // “On Sunday Turkish tanks crossed into Syria”, “In Paris students marched”: a subject has no preposition (universaldependencies.org/u/dep/nsubj); the name behind it says when or where.
    public static void ReadOpeningNameAsOblique(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Compound or Relation.NmodDesc, Xpos: "NNP", Head: >= 0 and var subject } || subject < t || t == tree.First
            || tokens[t - 1] is not { Relation: Relation.Case, Upos: Upos.ADP, Head: var marked } || marked < t || tokens[t + 1].Upos is Upos.PROPN && !tree.Words.Days.Contains(tokens[t].Form))
            return;
        while (tokens[subject] is { Relation: Relation.Compound or Relation.Amod or Relation.NmodDesc, Head: var next } && next > subject)
            subject = next;
        if (marked > subject || tokens[subject] is not { Relation: Relation.Nsubj or Relation.NsubjPass, Head: var verb } || verb < subject)
            return;
        tree.Hang(t - 1, t);
        tree.Hang(t, verb, Relation.Obl);
    }

    // “the killing of a priest by gunmen”, “an attack on Kabul by the Taliban”: who does it belongs to the act, not to whom it is done to.
    public static void LiftAgent(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is { Relation: Relation.Nmod, Head: >= 0 and var done } && done < t && tree.HasBefore(t, "by", Relation.Case) && tokens[done] is { Relation: Relation.Nmod, Head: >= 0 and var act } && act < done
            && tokens[act].Upos == Upos.NOUN && (tokens[done].Upos == Upos.PROPN || tree.Words.Acts.Contains(tokens[act].Form)))
            tree.Hang(t, act);
    }

    // “rejects the decision, announced by the king, to leave”: what is said of a decision between commas does not part it from what was decided.
    public static void GiveNounItsInfinitive(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Advcl or Relation.Xcomp, Xpos: "VB", Head: >= 0 and var verb } || verb > t)
            return;
        var to = -1;
        foreach (var d in tree.Of(t))
            if (d < t && tokens[d] is { Relation: Relation.Mark, Form: "to" })
                to = d;
        if (to - 1 <= verb || tokens[to - 1].Form != ",")
            return;
        // The tree may have hung it on what is said between the commas.
        if (tokens[verb] is { Relation: Relation.Acl, Xpos: "VBN", Head: >= 0 and var over } && over < verb && tokens[over].Head is >= 0 and var main && tree.Has(verb, Relation.OblAgent))
            verb = main;
        foreach (var noun in tree.Of(verb))
            if (noun > verb && noun + 1 < to && tokens[noun].Relation is Relation.Obj or Relation.Obl && tokens[noun + 1].Form == "," && tree.Words.Intents.Contains(tokens[noun].Form) && tree.Has(noun, Relation.Acl))
            {
                tree.Hang(t, noun, Relation.Acl);
                return;
            }
    }

    // “Accra test-fired a missile”: what a hyphen joins to a verb is a part of it, and the name before it the subject.
    public static void ReadVerbBehindHyphen(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        var verb = t + 2;
        if (verb >= tree.End || tokens[t] is not { Relation: Relation.Nsubj or Relation.OblUnmarked, Upos: Upos.NOUN } || tokens[t].Head != verb || tokens[verb].Upos != Upos.VERB
            || tokens[t + 1] is not { Form: "-", SpaceBefore: false } || tokens[verb].SpaceBefore)
            return;
        var name = -1;
        foreach (var d in tree.Of(t))
            if (d < t && tokens[d].Upos is Upos.PROPN or Upos.NOUN or Upos.PRON)
                name = d;
        if (name < 0 || tokens[t].Relation == Relation.OblUnmarked && tree.SubjectOf(verb) >= 0)
            return;
        foreach (var d in tree.Of(t))
            if (d < name)
                tree.Hang(d, name);
        tree.Hang(name, verb, Relation.Nsubj);
        tokens[t].Relation = Relation.Compound;
        if (tokens[verb].Xpos == "VBN" && !tree.Has(verb, Relation.Aux) && !tree.Has(verb, Relation.AuxPass))
            tokens[verb].Xpos = "VBD";
    }

    // “held a sit-in”: what a hyphen joins to a noun is a part of it, and no particle of the verb.
    public static void ReadParticleBehindHyphen(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is { Relation: Relation.CompoundPrt, SpaceBefore: false, Head: >= 0 and var verb } && verb < t - 2 && tokens[t - 1] is { Form: "-", SpaceBefore: false } && tokens[t - 2].Head == t && !tree.Has(verb, Relation.Obj))
            (tokens[t].Relation, tokens[t].Upos, tokens[t].Xpos) = (Relation.Obj, Upos.NOUN, "NN");
    }

    // “an aide to President Ann Roe, John Doe, …”: nobody has two names, so the second is that of the noun before.
    public static void LiftSecondName(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is { Relation: Relation.Appos, Upos: Upos.PROPN, Head: >= 0 and var name } && t + 1 < tokens.Length && tokens[t + 1] is { Relation: Relation.Flat } && tokens[t + 1].Head == t
            && tokens[name] is { Upos: Upos.PROPN, Relation: Relation.Nmod, Head: >= 0 and var noun } && noun < name && tokens[name + 1] is { Relation: Relation.Flat } && tokens[name + 1].Head == name
            && tokens[noun].Upos == Upos.NOUN)
            tree.Hang(t, noun);
    }

    // “In a letter to the envoy, Ann Roe, he refused …”: of two subjects, the one set off behind a noun belongs to the noun.
    public static void ReadSetOffNameAsApposition(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Nsubj, Form: not ",", Head: >= 0 and var verb } || verb < t || tree.SubjectOf(verb) is not (>= 0 and var name) || name >= t
            || tokens[name] is not { Upos: Upos.PROPN, Relation: Relation.Nsubj } || tokens[t - 1].Form != ",")
            return;
        var first = name;
        while (first > tree.First && tokens[first - 1].Head == name)
            first--;
        if (first - 2 >= tree.First && tokens[first - 1].Form == "," && tokens[first - 2] is { Upos: Upos.NOUN } && tokens[first - 2].Head != name)
            tree.Hang(name, first - 2, Relation.Appos);
    }

    // “mocked Holt and Brandt's claims”: conjuncts are of one kind, so a bare noun behind “and” goes on with the object right before it, not with the verb.
    public static void JoinNounToObject(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Conj, Upos: Upos.NOUN or Upos.PROPN, Head: >= 0 and var verb } || verb > t || tokens[verb].Upos != Upos.VERB)
            return;
        var joint = -1;
        foreach (var d in tree.Of(t))
            if (tokens[d].Relation is Relation.Cop or Relation.Case or Relation.Nsubj or Relation.NsubjPass or Relation.Mark or Relation.Obj)
                return;
            else if (tokens[d].Relation == Relation.Cc)
                joint = d;
        if (joint - 1 <= verb)
            return;
        var before = joint - 1;
        while (tokens[before].Head > verb && tokens[before].Head < joint)
            before = tokens[before].Head;
        if (tokens[before].Relation == Relation.Obj && tokens[before].Head == verb)
            tree.Hang(t, before);
    }

    // “regrets the decision, announced by the king, to …”: what is joined to a verb has a conjunction; a participle with its agent, set off behind a noun, is that noun's.
    public static void HangParticipleOnNoun(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Conj, Xpos: "VBN" or "VBD", Head: >= 0 and var verb } || t - 2 <= verb || tokens[t - 1].Form != ","
            || tokens[t - 2] is not { Relation: Relation.Obj } || tokens[t - 2].Head != verb || tree.SubjectOf(t) >= 0)
            return;
        var agent = false;
        foreach (var d in tree.Of(t))
            if (tokens[d].Relation is Relation.Cc or Relation.Obj)
                return;
            else
                agent |= tokens[d].Relation == Relation.OblAgent;
        if (!agent)
            return;
        tree.Hang(t, t - 2, Relation.Acl);
        tokens[t].Xpos = "VBN";
    }

    // “sent the secretary for Europe, Ann Roe, to Kiev”: what is joined without a conjunction has no other preposition than the first; “to” leads to where the object goes.
    public static void LiftGoal(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Conj, Upos: Upos.PROPN, Head: >= 0 and var first } || first > t || !tree.HasBefore(t, "to", Relation.Case)
            || tokens[first] is not { Relation: Relation.Nmod, Head: >= 0 and var noun } || tree.HasBefore(first, "to", Relation.Case)
            || tokens[noun] is not { Relation: Relation.Obj, Head: >= 0 and var verb } || verb > noun || tokens[verb].Upos != Upos.VERB)
            return;
        for (var d = first + 1; d < t; d++)
            if (tokens[d].Relation == Relation.Cc && (tokens[d].Head == first || tokens[d].Head == t))
                return;
        tree.Hang(t, verb, Relation.Obl);
        // The name between the commas is the object's.
        var name = -1;
        for (var d = first + 1; d < t; d++)
            if (tokens[d] is { Relation: Relation.Conj, Upos: Upos.PROPN } && tokens[d].Head == first)
            {
                tree.Hang(d, name < 0 ? noun : name, name < 0 ? Relation.Appos : Relation.Flat);
                name = name < 0 ? d : name;
            }
    }

    // “President Ann Roe on Tuesday named …”: nobody is called after a day; it says when the verb behind the subject took place.
    public static void LiftDayFromName(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Nmod or Relation.NmodUnmarked, Xpos: "NNP", Head: >= 0 and var name } || name > t || !tree.Words.Days.Contains(tokens[t].Form))
            return;
        var subject = tokens[name].Relation is Relation.Flat or Relation.Appos && tokens[name].Head >= 0 ? tokens[name].Head : name;
        if (tokens[subject] is not { Relation: Relation.Nsubj or Relation.NsubjPass, Head: var verb } || verb < t)
            return;
        var named = tokens[name].Upos == Upos.PROPN;
        foreach (var d in tree.Of(subject))
            named |= d < t && tokens[d] is { Relation: Relation.Appos, Upos: Upos.PROPN };
        // Nothing more of the subject behind the day: “The vote on Monday in Lima” keeps it.
        for (var d = t + 1; d < verb; d++)
            if (tokens[d].Head == subject || tokens[d].Head == name || tokens[d].Head == t)
                return;
        if (named)
            tree.Hang(t, verb, tokens[t].Relation == Relation.Nmod ? Relation.Obl : Relation.OblUnmarked);
    }

    // “The chairman of the Volga Commission, Ann Roe, …”, “a spokesman for the ministry, Ann Roe, …”: a person's name set off behind “the chairman of …” is the chairman's.
    public static void LiftNameOfHead(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Appos, Upos: Upos.PROPN, Head: >= 0 and var body } || body > t || tokens[t - 1].Form != "," || t + 1 >= tree.End
            || tokens[body] is not { Relation: Relation.Nmod, Head: >= 0 and var noun } || noun > body || tokens[noun].Upos != Upos.NOUN || !(tree.HasBefore(body, "of", Relation.Case) || tree.HasBefore(body, "for", Relation.Case))
            || tokens[body].Upos != Upos.PROPN && !tree.Words.Bodies.Contains(tokens[body].Form))
            return;
        if (tree.Has(t, Relation.Flat) && (tree.Has(noun, Relation.Det) || tree.Has(noun, Relation.NmodPoss)))
            tree.Hang(t, noun);
    }

    // “arrested Ann Roe, her lawyer and 30 others”: what explains a name is closed by a comma; without one before the “and” it is a list.
    public static void ReadListAsOne(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
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

    // “the police shooting of a student”, “a drone bombing in Sirte”: a gerund that names an act, without an object and right behind a singular noun, is a noun, and the one before it says whose act it is.
    public static void ReadGerundAsAct(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Xpos: "VBG", Relation: Relation.Acl, Head: >= 0 and var noun } || noun != t - 1 || tokens[noun].Xpos != "NN" || !tree.Words.Acts.Contains(tokens[t].Form))
            return;
        var behind = t + 1 < tree.End ? tokens[t + 1] : default;
        if (!(behind.Form is "of" or "in" or "on" or "near" or "." || behind.Upos is Upos.VERB or Upos.AUX))
            return;
        foreach (var d in tree.Of(t))
            if (tokens[d].Relation is Relation.Obj or Relation.Mark or Relation.Aux or Relation.AuxPass or Relation.Advmod or Relation.Xcomp or Relation.Ccomp)
                return;
        (tokens[t].Upos, tokens[t].Xpos) = (Upos.NOUN, "NN");
        foreach (var d in tree.Of(t))
            if (tokens[d].Relation is Relation.Obl)
                tokens[d].Relation = Relation.Nmod;
        tree.Hang(t, tokens[noun].Head, tokens[noun].Relation);
        foreach (var d in tree.Of(noun))
            if (tokens[d].Relation is not (Relation.Compound or Relation.Flat))
                tree.Hang(d, t);
        tree.Hang(noun, t, Relation.Compound);
    }

    // “imposed crippling sanctions”, “delivered scathing criticism”: right behind a verb such a participle only tells of the object.
    public static void ReadGerundAsModifier(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Xpos: "VBG", Relation: Relation.Xcomp or Relation.Ccomp or Relation.Advcl, Head: >= 0 and var verb } || verb != t - 1 || tokens[verb].Upos != Upos.VERB
            || !tree.Words.Qualifying.Contains(tokens[t].Form) && !(tree.Words.QualifyingPeople.Contains(tokens[t].Form) && !tree.Words.TakingGerunds.Contains(tokens[verb].Form)))
            return;
        // The object may hang on either.
        var thing = -1;
        foreach (var over in (ReadOnlySpan<int>)[t, verb])
            foreach (var d in tree.Of(over))
                if (tokens[d].Relation == Relation.Obj && (thing >= 0 || d < t))
                    return;
                else if (tokens[d] is { Relation: Relation.Obj, Upos: Upos.NOUN })
                    thing = d;
        for (var between = t + 1; between < thing; between++)
            if (tokens[between].Head != thing && tokens[between].Head != t)
                return;
        if (thing < 0)
            return;
        (tokens[t].Upos, tokens[t].Xpos) = (Upos.ADJ, "JJ");
        foreach (var d in tree.Of(t))
            tree.Hang(d, d < thing ? thing : verb);
        tree.Hang(t, thing, Relation.Amod);
    }

    // “Fighting between the two armies flared up again”: a finite verb has a subject, and where there is no other the gerund that opens the sentence is it.
    public static void ReadFirstGerundAsSubject(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (t != tree.First || tokens[t] is not { Xpos: "VBG", Relation: Relation.Advcl, Head: >= 0 and var verb } || tokens[verb].Xpos is not ("VBD" or "VBZ") || tree.SubjectOf(verb) >= 0 || tree.Has(verb, Relation.Expl))
            return;
        foreach (var d in tree.Of(t))
            if (tokens[d].Relation is not (Relation.Obl or Relation.Nmod))
                return;
        (tokens[t].Upos, tokens[t].Xpos, tokens[t].Relation) = (Upos.NOUN, "NN", Relation.Nsubj);
        foreach (var d in tree.Of(t))
            tokens[d].Relation = Relation.Nmod;
    }

    // “Ann Roe and Jan Holt, who wrote to the king, spoke”: of two names the one right before the comma is told of, unless the verb is a plural.
    public static void HangRelativeOnLastName(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.AclRelcl, Xpos: not "VBP", Head: >= 0 and var first } || first > t || tokens[first].Upos != Upos.PROPN)
            return;
        var (last, names) = (-1, 1);
        foreach (var d in tree.Of(first))
            if (d < t && tokens[d] is { Relation: Relation.Conj, Upos: Upos.PROPN })
                (last, names) = (d, names + 1);
        if (names != 2)
            return;
        var who = tree.SubjectOf(t);
        if (who < 0 || tokens[who].Form != "who" || who < 2 || tokens[who - 1].Form != "," || !EndsAt(tree, last, who - 2))
            return;
        foreach (var d in tree.Of(t))
            if (tokens[d].Relation.Universal() is Relation.Aux or Relation.Cop && tokens[d] is { Xpos: "VBP" } or { Form: "were" } || tokens[d].Form == "both")
                return;
        tree.Hang(t, last);
    }

    // The word, or what hangs on it, ends there.
    private static bool EndsAt(OpenTree tree, int word, int end)
    {
        var at = end;
        while (at > word && tree.Tokens[at].Head >= word && tree.Tokens[at].Head < end + 1)
            at = tree.Tokens[at].Head;
        return at == word;
    }
}
