namespace Demarche.Parsing;

/// <summary>Puts right clauses: which verb is the main one, and whose subject a noun is. Its rules are called, and their order kept, by <see cref="TreeMender"/>.</summary>
internal static class ClauseMender
{
    // “An adverbial clause modifier is a clause which modifies a verb or other predicate” (universaldependencies.org/u/dep/advcl): what the network hung on
    // the subject (“The agency, citing a source, reported …”) belongs to the predicate behind it.
    public static void LiftAdverbial(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is { Relation: Relation.Advcl, Head: >= 0 and var subject } && subject < t
            && tokens[subject] is { Relation: Relation.Nsubj or Relation.NsubjPass, Head: var predicate } && predicate > t)
            tree.Hang(t, predicate);
    }

    // “Banker charged with spying”, “Two jailed in Niger”: a headline tells in the present, so that what looks like the past of a verb that needs an object, and has none, is its participle.
    public static void ReadHeadlinePastAsPassive(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tree.EndsFully || tokens[t] is not { Xpos: "VBD", Upos: Upos.VERB, Relation: Relation.Root or Relation.Parataxis or Relation.Ccomp or Relation.Conj } || !tree.Words.Passives.Contains(tokens[t].Form))
            return;
        var subject = -1;
        var agent = -1;
        foreach (var d in tree.Of(t))
            switch (tokens[d].Relation)
            {
                case Relation.Obj or Relation.Iobj or Relation.Ccomp or Relation.Aux or Relation.AuxPass or Relation.Cop:
                    return;
                case Relation.Nsubj when d < t:
                    subject = d;
                    break;
                // What has no preposition may be the object yet.
                case Relation.Obl when d > t && !tree.Has(d, Relation.Case) && tokens[d].Upos != Upos.ADV:
                    return;
                case Relation.Obl when d > t && agent < 0 && tree.HasBefore(d, "by", Relation.Case):
                    agent = d;
                    break;
            }
        if (subject < 0 || tokens[subject].Upos == Upos.PRON)
            return;
        (tokens[t].Xpos, tokens[subject].Relation) = ("VBN", Relation.NsubjPass);
        if (agent >= 0)
            tokens[agent].Relation = Relation.OblAgent;
    }

    // “A woman later identified as Mira Holt demanded to know”: in a full sentence a participle without an auxiliary is no predicate where a finite verb follows that has no subject of its own.
    public static void ReadReducedRelative(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (!tree.EndsFully || tokens[t] is not { Xpos: "VBN", Relation: Relation.Root } || tree.Has(t, Relation.AuxPass) || tree.Has(t, Relation.Aux) || tree.Has(t, Relation.Cop))
            return;
        var (subject, finite) = (-1, -1);
        foreach (var d in tree.Of(t))
            if (d < t && tokens[d].Relation == Relation.NsubjPass)
                subject = d;
            else if (d > t && finite < 0 && tokens[d] is { Relation: Relation.Advcl or Relation.Parataxis or Relation.Ccomp, Xpos: "VBD" or "VBZ" } && tree.SubjectOf(d) < 0 && !tree.Has(d, Relation.Mark) && !tree.Has(d, Relation.Aux))
                finite = d;
        if (subject < 0 || finite < 0)
            return;
        tree.Hang(finite, -1, Relation.Root);
        foreach (var d in tree.Of(t))
            if (d > finite)
                tree.Hang(d, finite);
        tree.Hang(subject, finite, Relation.Nsubj);
        tree.Hang(t, subject, Relation.Acl);
    }

    // “The truce signed in 2022 expired on Monday”: an adjective is no predicate without “be”; what ends like a past form is one.
    public static void ReadBareAdjectiveAsPast(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is { Head: < 0, Xpos: "JJ" } && tokens[t].Form.EndsWith("ed", StringComparison.Ordinal) && tree.SubjectOf(t) is >= 0 and var subject && subject < t && tokens[subject].Relation == Relation.Nsubj
            && tokens[t - 1].Upos is not (Upos.AUX or Upos.ADV or Upos.PART or Upos.PUNCT) && !tree.Has(t, Relation.Cop) && !tree.Has(t, Relation.Aux))
            (tokens[t].Upos, tokens[t].Xpos) = (Upos.VERB, "VBD");
    }

    // “The two accused Bolivia of breaking it”, “The four accuse Qatar of …”: a verb has no number before it, and no name stands bare behind the noun that it explains;
    // the number is the subject.
    public static void ReadNumberAsSubject(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (!tree.EndsFully || tokens[t] is not { Head: < 0, Xpos: "VBN" or "VBD" or "VBP" or "VB" or "NN" } || tree.SubjectOf(t) >= 0 || tree.Has(t, Relation.Aux) || tree.Has(t, Relation.AuxPass) || tree.Has(t, Relation.Cop) || t < tree.First + 2)
            return;
        var number = t - 1;
        if (tokens[number] is not { Xpos: "CD", Relation: Relation.Nummod } || tokens[number].Head != t || tokens[number - 1] is not { Upos: Upos.DET } article || article.Head != t && article.Head != number)
            return;
        var named = -1;
        foreach (var d in tree.Of(t))
            if (d == t + 1 && tokens[d] is { Upos: Upos.PROPN, Relation: Relation.Appos or Relation.Flat or Relation.Compound or Relation.Nmod })
                named = d;
        if (tokens[t].Xpos == "NN" && (named < 0 || !tree.Words.Accusing.Contains(tokens[t].Form)))
            return;
        if (named >= 0)
            tokens[named].Relation = Relation.Obj;
        (tokens[t].Upos, tokens[t].Xpos) = (Upos.VERB, tokens[t].Form.EndsWith("ed", StringComparison.Ordinal) ? "VBD" : tokens[t].Xpos is "NN" or "VB" ? "VBP" : tokens[t].Xpos);
        tokens[number].Relation = Relation.Nsubj;
        tree.Hang(number - 1, number);
    }

    // “A strike on a camp killed five, the agency said”: of two subjects of a verb of saying the first, before a comma, is that of the clause which tells what is said.
    public static void ReadClauseBeforeSpeaker(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Acl, Xpos: "VBN" or "VBD", Head: >= 0 and var subject } || subject > t || tree.Has(t, Relation.AuxPass) || tree.Has(t, Relation.Aux) || tree.Has(t, Relation.Mark))
            return;
        // “Troops, backed by guns, took the town, the army said”: what stands between commas is told by the way.
        if (tokens[t - 1].Form == ",")
            return;
        // It may hang on the last noun of the subject: “A strike on a bus killed …”.
        while (tokens[subject] is { Relation: Relation.Nmod, Head: >= 0 and var over } && over < subject)
            subject = over;
        if (tokens[subject] is not { Relation: Relation.Nsubj, Head: >= 0 and var saying } || saying < t || tokens[saying].Upos != Upos.VERB || !tree.Words.Saying.Contains(tokens[saying].Form))
            return;
        var speaker = -1;
        foreach (var d in tree.Of(saying))
            if (d > t && d < saying && tokens[d].Relation == Relation.Nsubj)
                speaker = d;
        if (speaker < 0)
            return;
        var comma = speaker;
        while (comma > t && tokens[comma].Form != ",")
            comma--;
        if (comma == t)
            return;
        tokens[t].Xpos = "VBD";
        tree.Hang(t, saying, Relation.Ccomp);
        tree.Hang(subject, t);
        foreach (var d in tree.Of(subject))
            if (d > t)
                tree.Hang(d, t);
    }

    // “Vote in Chad sparks protests”, “Strike on camp kills five”: a finite verb is no modifier of a noun, and a number stands before what it counts;
    // where a headline has no other verb that is its root, and the noun that opens it the subject.
    public static void ReadHeadlineVerbAsRoot(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tree.EndsFully || t == tree.First || tokens[t] is not { Relation: Relation.Nmod, Xpos: "VBZ" or "VBP" or "NNS", Head: >= 0 and var noun } || noun > t || tokens[noun] is not { Head: < 0, Upos: Upos.NOUN or Upos.PROPN }
            || tokens[t - 1].Upos is not (Upos.NOUN or Upos.PROPN) || tokens[t].Upos != Upos.VERB && !(t + 1 < tree.End && tokens[t + 1].Upos == Upos.NUM && tokens[t + 1].Head == t && tree.Words.Harming.Contains(tokens[t].Form)))
            return;
        for (var d = tree.First; d < t; d++)
            if (tokens[d].Upos is Upos.VERB or Upos.AUX or Upos.PUNCT)
                return;
        tree.Hang(t, -1, Relation.Root);
        (tokens[t].Upos, tokens[t].Xpos) = (Upos.VERB, tokens[t].Xpos == "NNS" ? "VBZ" : tokens[t].Xpos);
        foreach (var d in tree.Of(noun))
            if (d > t)
                tree.Hang(d, t);
        tree.Hang(noun, t, Relation.Nsubj);
        // What it took for its own words before it belongs to the noun, the nearest of them with the rest.
        var place = -1;
        foreach (var d in tree.Of(t))
            if (d > noun && d < t && tokens[d].Upos is Upos.NOUN or Upos.PROPN)
                place = d;
        foreach (var d in tree.Of(t))
            if (d > noun && d < t && d != place)
                tree.Hang(d, place >= 0 ? place : noun);
            else if (d == t + 1 && tokens[d].Upos == Upos.NUM)
                tokens[d].Relation = Relation.Obj;
        if (place >= 0)
            tree.Hang(place, noun, Relation.Nmod);
    }

    // “The bill that parliament passed bans …”: where the relative pronoun is the object, the verb has no second one right behind it, and what was taken for it is the verb that the sentence lacks.
    public static void ReadSecondObjectAsRoot(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Obj or Relation.Iobj or Relation.Xcomp or Relation.Ccomp, Xpos: "NNS" or "VBZ", Head: >= 0 and var clause } || clause != t - 1 || !tree.EndsFully
            || tokens[clause] is not { Relation: Relation.AclRelcl, Upos: Upos.VERB, Head: >= 0 and var noun } || tokens[noun] is not { Head: < 0, Upos: Upos.NOUN or Upos.PROPN })
            return;
        var pronoun = -1;
        foreach (var d in tree.Of(clause))
            if (d < clause && tokens[d] is { Relation: Relation.Obj, Xpos: "WDT" or "WP" })
                pronoun = d;
        if (pronoun < 0 || tree.SubjectOf(clause) is not (>= 0 and var subject) || subject < pronoun || tree.Has(noun, Relation.Cop) || tree.SubjectOf(noun) >= 0)
            return;
        tree.Hang(t, -1, Relation.Root);
        (tokens[t].Upos, tokens[t].Xpos) = (Upos.VERB, "VBZ");
        foreach (var d in tree.Of(clause))
            if (d > t)
                tree.Hang(d, t);
        foreach (var d in tree.Of(noun))
            if (d > t)
                tree.Hang(d, t);
        tree.Hang(noun, t, Relation.Nsubj);
    }

    // “saying Chad harbours rebels”: a finite verb is no object, but what is said; the noun before it is its subject, and what stands behind its own.
    public static void ReadFiniteObjectAsClause(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Obj or Relation.Iobj, Upos: Upos.VERB, Xpos: "VBZ" or "VBD" or "VBP", Head: >= 0 and var verb } || t - 1 <= verb || tokens[verb].Upos != Upos.VERB || tree.SubjectOf(t) >= 0 || tree.Has(t, Relation.Mark))
            return;
        var subject = t - 1;
        while (subject > verb && tokens[subject].Head > verb)
            subject = tokens[subject].Head == t ? t : tokens[subject].Head;
        if (subject == verb || subject >= t || tokens[subject].Head != verb || tokens[subject].Relation is not (Relation.Obj or Relation.Iobj or Relation.Nsubj))
            return;
        tokens[t].Relation = Relation.Ccomp;
        tree.Hang(subject, t, Relation.Nsubj);
        foreach (var d in tree.Of(verb))
            if (d > t && tokens[d].Relation is Relation.Obj or Relation.Iobj or Relation.Obl)
                tree.Hang(d, t);
    }

    // “pledging to deepen ties”: a plain form behind “to” is an infinitive and no part of the noun behind it, which is its object.
    public static void ReadPlainFormAsInfinitive(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (t - 1 <= tree.First || tokens[t] is not { Relation: Relation.Amod or Relation.Compound, Xpos: "VB", Head: >= 0 and var noun } || noun < t || tokens[t - 1] is not { Form: "to" } || tokens[t - 1].Head != noun
            || tokens[noun].Upos is not (Upos.NOUN or Upos.PROPN) || tokens[noun].Head is not (>= 0 and var over) || over > t)
            return;
        tree.Hang(t, over, tokens[over].Upos == Upos.VERB ? Relation.Xcomp : Relation.Acl);
        tokens[t].Upos = Upos.VERB;
        tree.Hang(t - 1, t, Relation.Mark);
        (tokens[t - 1].Upos, tokens[t - 1].Xpos) = (Upos.PART, "TO");
        tree.Hang(noun, t, Relation.Obj);
    }

    // “conceded to demands from the union”: no plain form ends in a single “s” behind such a letter, so behind “to” that is a plural, and “to” its preposition.
    public static void ReadPluralBehindTo(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (t - 1 < tree.First || tokens[t] is not { Upos: Upos.VERB or Upos.NOUN, Xpos: "VB" or "VBZ", Relation: Relation.Xcomp or Relation.Advcl or Relation.Acl, Head: >= 0 and var over } || over > t
            // “bowed to pressure from the farmers”
            || !IsPlural(tokens[t].Form) && !(tree.Words.Yielding.Contains(tokens[over].Form) && tree.Words.YieldedTo.Contains(tokens[t].Form)) || tokens[t - 1] is not { Form: "to", Relation: Relation.Mark or Relation.Case } || tokens[t - 1].Head != t)
            return;
        (tokens[t].Upos, tokens[t].Xpos) = (Upos.NOUN, "NNS");
        tokens[t].Relation = tokens[over].Upos == Upos.NOUN ? Relation.Nmod : Relation.Obl;
        (tokens[t - 1].Upos, tokens[t - 1].Xpos, tokens[t - 1].Relation) = (Upos.ADP, "IN", Relation.Case);
        foreach (var d in tree.Of(t))
            tokens[d].Relation = tokens[d].Relation switch
            {
                Relation.Obl => Relation.Nmod,
                Relation.Advcl or Relation.Xcomp or Relation.Ccomp => Relation.Acl,
                var other => other,
            };
    }

    private static bool IsPlural(string form) => form.Length > 4 && form[^1] == 's' && form[^2] is not ('s' or 'u' or 'a' or 'i' or 'o');

    // “Turkey – a member of NATO – invaded …”: a form in the third person has a subject, and speaks to nobody.
    public static void ReadAddressAsSubject(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is { Relation: Relation.Vocative, Upos: Upos.PROPN or Upos.NOUN, Head: >= 0 and var verb } && verb > t && tree.EndsFully && tokens[verb] is { Upos: Upos.VERB, Xpos: "VBD" or "VBZ" } && tree.SubjectOf(verb) < 0)
            tokens[t].Relation = Relation.Nsubj;
    }

    // “… by May, the adviser, Ann Roe, told reporters”: behind what is told, whoever tells it stands before the verb; the network took him for another name of the last noun.
    public static void GiveTellingItsSubject(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Parataxis or Relation.Advcl, Upos: Upos.VERB, Xpos: "VBD" or "VBZ", Head: >= 0 and var told } || told > t - 3 || !tree.Words.Telling.Contains(tokens[t].Form) || tokens[t - 1].Form != "," || tree.SubjectOf(t) >= 0 || tree.Has(t, Relation.Mark))
            return;
        var teller = -1;
        for (var above = t - 2; above > told; above = tokens[above].Head)
            if (tokens[above].Relation == Relation.Appos && IsSetOff(tree, above))
                teller = above;
        if (teller < 0)
            return;
        tokens[t].Relation = Relation.Parataxis;
        tree.Hang(teller, t, Relation.Nsubj);
    }

    private static bool IsSetOff(OpenTree tree, int noun)
    {
        var first = noun;
        foreach (var d in tree.Of(noun))
            if (d < first && tree.Tokens[d].Relation != Relation.Punct)
                first = Math.Min(first, LeftEdge(tree, d));
        return first > tree.First && tree.Tokens[first - 1].Form == ",";
    }

    private static int LeftEdge(OpenTree tree, int t)
    {
        foreach (var d in tree.Of(t))
            return d < t ? LeftEdge(tree, d) : t;
        return t;
    }

    // “May said …”: a modal stands before a plain form, so what is written like one right before a past form of its own is a name, and its subject.
    public static void ReadModalAsName(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Xpos: "MD", Form: [>= 'A' and <= 'Z', _, ..] } || t + 1 >= tree.End || tokens[t].Head != t + 1)
            return;
        ref var verb = ref tokens[t + 1];
        if (verb.Xpos is not ("VBD" or "VBN") || tree.SubjectOf(t + 1) >= 0)
            return;
        (tokens[t].Upos, tokens[t].Xpos, tokens[t].Relation) = (Upos.PROPN, "NNP", Relation.Nsubj);
        verb.Xpos = "VBD";
    }

    // “Many suspect Cairo of …”: “many”, “several” and “few” stand before a plural, so the singular right behind one of them is a verb and has it as subject.
    public static void ReadSingularBehindPluralAsVerb(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (t + 1 >= tree.End || tokens[t].Head != t + 1 || tokens[t].Relation != Relation.Amod || tokens[t + 1] is not { Xpos: "NN", Upos: Upos.NOUN }
            || !tree.Words.Plurals.Contains(tokens[t].Form) || t > tree.First && tokens[t - 1].Upos == Upos.DET
            || t + 2 >= tree.End || !BeginsPhrase(tokens[t + 2]))
            return;
        tokens[t].Relation = Relation.Nsubj;
        (tokens[t + 1].Upos, tokens[t + 1].Xpos) = (Upos.VERB, "VBP");
        foreach (var d in tree.Of(t + 1))
        {
            ref var token = ref tokens[d];
            token.Relation = token.Relation switch
            {
                Relation.Appos or Relation.Compound or Relation.Flat => Relation.Obj,
                Relation.Nmod => Relation.Obl,
                Relation.Acl when token.Upos == Upos.VERB => tree.HasBefore(d, "that", Relation.Mark) ? Relation.Ccomp : Relation.Advcl,
                _ => token.Relation,
            };
        }
    }

    // “It argues …”: an expletive stands for a clause that follows, or before a copula; without either it is the subject (universaldependencies.org/u/dep/expl).
    public static void FreeSubject(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Expl, Upos: Upos.PRON, Head: >= 0 and var verb } || verb < t || tokens[verb].Upos != Upos.VERB || tokens[t].Form is not ("it" or "It"))
            return;
        foreach (var d in tree.Of(verb))
            if (d > t && tokens[d].Relation is Relation.Csubj or Relation.CsubjPass or Relation.Ccomp or Relation.Xcomp or Relation.Cop or Relation.AuxPass or Relation.Nsubj or Relation.Advcl)
                return;
        tokens[t].Relation = Relation.Nsubj;
    }

    // “This is for Athens the red line”: a subject has no preposition. The second of two that has one is an adverbial.
    public static void DemoteMarkedSubject(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is { Relation: Relation.Nsubj, Head: >= 0 and var head } && tokens[t].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON && tree.HasBefore(t, "for", Relation.Case)
            && tree.SubjectOf(head) is >= 0 and var first && first < t)
            tokens[t].Relation = Relation.Obl;
    }

    // “…, Cairo fearing that Khartoum would …”: of two subjects the one right before a participle and its “that” is the participle's.
    public static void GiveParticipleItsSubject(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        var mark = t + 1;
        if (tokens[t] is not { Xpos: "VBG", Head: >= 0 and var verb } || mark >= tree.End || t == tree.First || verb <= mark
            || tokens[mark] is not { Relation: Relation.Mark, Form: "that" } || tokens[mark].Head != verb
            || tokens[t - 1] is not { Relation: Relation.Nsubj } || tokens[t - 1].Head != verb || tree.SubjectOf(verb, mark) < 0)
            return;
        var main = tokens[verb].Head;
        tree.Hang(t, main, main >= 0 && main < t ? Relation.Advcl : tokens[verb].Relation);
        tree.Hang(verb, t, Relation.Ccomp);
        tree.Hang(t - 1, t);
    }

    // “It calls on the council to act”: no predicate has a second subject behind it; an infinitive there is its complement.
    public static void LeaveOneSubject(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is { Relation: Relation.Csubj, Head: >= 0 and var verb, Xpos: "VB" } && verb < t && tokens[verb].Upos == Upos.VERB && tree.HasBefore(t, "to", Relation.Mark)
            && tree.SubjectOf(verb) is >= 0 and var subject && subject < verb && tokens[subject].Relation == Relation.Nsubj)
            tokens[t].Relation = Relation.Xcomp;
    }

    // “replied that the envoy was lying, and asked …”: of the verbs before it, a bare past form behind a comma goes on with the one in the same form.
    public static void JoinLikeForms(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Conj, Xpos: "VBD", Upos: Upos.VERB, Head: >= 0 and var clause } || t - 2 <= clause
            || tokens[t - 1] is not { Relation: Relation.Cc, Form: "and" } || tokens[t - 2].Form != ","
            || tokens[clause] is not { Relation: Relation.Ccomp, Xpos: "VBG" or "VB", Head: >= 0 and var main } || main > clause || tokens[main].Xpos != "VBD"
            || !tree.HasBefore(clause, "that", Relation.Mark) || tree.SubjectOf(t) >= 0)
            return;
        foreach (var d in tree.Of(clause))
            if (d < t && tokens[d].Relation == Relation.Conj)
                return;
        tree.Hang(t, main);
    }

    // “summoned the envoy, imposed sanctions and warned …”: a participle of a noun is passive and has no object; what has one, in a row of past forms, is the second of them.
    public static void JoinSeries(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Xpos: "VBN" or "VBD", Relation: Relation.Amod or Relation.Acl, Head: >= 0 and var noun } || noun > t || tokens[t - 1].Form != "," || tokens[noun].Head is not (>= 0 and var verb) || verb > noun
            || tokens[verb] is not { Xpos: "VBD", Upos: Upos.VERB } || !tree.Has(t, Relation.Obj) || tree.Has(t, Relation.OblAgent) || tree.Has(t, Relation.Aux) || tree.Has(t, Relation.Xcomp))
            return;
        foreach (var d in tree.Of(verb))
            if (d > t && tokens[d] is { Relation: Relation.Conj, Xpos: "VBD" } && tree.Has(d, Relation.Cc) && tree.SubjectOf(d) < 0)
            {
                tree.Hang(t, verb, Relation.Conj);
                (tokens[t].Upos, tokens[t].Xpos) = (Upos.VERB, "VBD");
                return;
            }
    }

    // “Troops, backed by guns, took the hill, the army said”: of two subjects the first is that of the clause between them.
    public static void GiveFrontedClauseItsSubject(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Ccomp, Upos: Upos.VERB, Xpos: "VBD" or "VBZ" or "VBP", Head: >= 0 and var verb } || verb < t || tree.SubjectOf(t) >= 0
            || tree.SubjectOf(verb) is not (>= 0 and var first) || first > t || tree.SubjectOf(verb, t) is not (>= 0 and var second) || second > verb)
            return;
        tree.Hang(first, t);
    }

    // “Volga Watch, a small group, accused …”: a full sentence has a finite verb for its root, and what stands before it set off is its subject, not joined to it.
    public static void ReadLoneVerbAsRoot(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Conj, Upos: Upos.VERB, Xpos: "VBD" or "VBZ", Head: >= 0 and var noun } || noun > t || tokens[t - 1].Form != ","
            || tokens[noun] is not { Head: < 0, Upos: Upos.PROPN or Upos.NOUN or Upos.PRON } || !tree.EndsFully)
            return;
        foreach (var d in tree.Of(t))
            if (tokens[d].Relation is Relation.Cc or Relation.Nsubj or Relation.NsubjPass or Relation.AuxPass or Relation.Csubj)
                return;
        foreach (var d in tree.Of(noun))
            if (tokens[d].Relation is Relation.Cop or Relation.Nsubj or Relation.NsubjPass)
                return;
        foreach (var d in tree.Of(noun))
            if (d > t)
                tree.Hang(d, t);
        tree.Hang(t, -1, Relation.Root);
        tree.Hang(noun, t, Relation.Nsubj);
    }

    // “The kidnapping of four men by rebels alarmed …”: a full sentence has a finite verb for its root; the only form that can be one, deep under the noun, and with an object, which no participle of a noun has.
    public static void ReadLoneParticipleAsRoot(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Acl, Xpos: "VBD" or "VBN", Upos: Upos.VERB, Head: >= 0 and var over } || over > t || tokens[t - 1].Upos == Upos.PUNCT || !tree.EndsFully || !tree.Has(t, Relation.Obj) || tree.Has(t, Relation.OblAgent))
            return;
        var noun = over;
        while (tokens[noun] is { Relation: Relation.Nmod, Head: >= 0 and var next } && next < noun)
            noun = next;
        if (tokens[noun] is not { Head: < 0, Upos: Upos.NOUN or Upos.PROPN })
            return;
        for (var d = tree.First; d < tree.End; d++)
            if (d != t && tokens[d].Xpos is "VBD" or "VBZ" or "VBP" or "MD")
                return;
        foreach (var d in tree.Of(noun))
            if (d > t)
                tree.Hang(d, t);
        tree.Hang(t, -1, Relation.Root);
        tree.Hang(noun, t, Relation.Nsubj);
        tokens[t].Xpos = "VBD";
    }

    // “denied that Oslo had sold the drones and called the report a lie”: a past form is not joined to a participle or plain form behind an auxiliary, but to the past form above.
    public static void LiftPastFromPerfect(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Conj, Xpos: "VBD", Upos: Upos.VERB, Head: >= 0 and var clause } || clause > t || t == tree.First
            || tokens[t - 1] is not { Relation: Relation.Cc, Form: "and" } || tokens[t - 1].Head != t
            || tokens[clause] is not { Relation: Relation.Ccomp, Xpos: "VBN" or "VB" or "VBG", Head: >= 0 and var main } || main > clause || tokens[main].Xpos != "VBD")
            return;
        foreach (var d in tree.Of(clause))
            if (d < t && tokens[d].Relation == Relation.Conj)
                return;
        if (tree.SubjectOf(t) >= 0 || !tree.Has(clause, Relation.Aux))
            return;
        // “said it had killed ten men and captured two” goes on with what it had done; “said it had lost and called for calm” does not.
        if (tokens[clause].Xpos == "VBN" && tree.SubjectOf(clause) is >= 0 and var who && tokens[who].Upos == Upos.PRON && tokens[t].Form.EndsWith("ed", StringComparison.Ordinal) && !tree.Words.Speaking.Contains(tokens[t].Form))
            tokens[t].Xpos = "VBN";
        else
            tree.Hang(t, main);
    }

    private static bool BeginsPhrase(in Token token) => token.Upos is Upos.PROPN or Upos.DET or Upos.PRON || token is { Relation: Relation.Mark, Form: "that" };

    // “as the United States, Britain and France back the rebels”: what “as” opens before a list and its verb is a clause, of which the first of the list is a subject like the others.
    public static void GiveListItsFirst(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Relation: Relation.Obl, Upos: Upos.PROPN, Head: >= 0 and var over } || t + 2 >= tree.End || tokens[t + 1].Form != ",")
            return;
        var opening = -1;
        foreach (var d in tree.Of(t))
            if (d < t && tokens[d] is { Relation: Relation.Case, Form: "as" or "while" or "since" or "before" or "after" or "until" })
                opening = d;
        if (opening < 0)
            return;
        foreach (var verb in tree.Of(over))
            if (verb > t && tokens[verb].Relation == Relation.Advcl && tree.SubjectOf(verb) is >= 0 and var second && tokens[second].Upos == Upos.PROPN && second > t && !tree.Has(verb, Relation.Mark) && Follows(tree, second, t + 1) && tree.Has(second, Relation.Conj))
            {
                tree.Hang(opening, verb, Relation.Mark);
                tree.Hang(t, verb, Relation.Nsubj);
                foreach (var d in tree.Of(second))
                    if (tokens[d].Relation == Relation.Conj)
                        tree.Hang(d, t);
                tree.Hang(second, t, Relation.Conj);
                return;
            }
    }

    // Nothing stands between a comma and a noun but what hangs on the noun.
    private static bool Follows(OpenTree tree, int noun, int comma)
    {
        for (var t = comma + 1; t < noun; t++)
            if (tree.Tokens[t].Head < comma || tree.Tokens[t].Head > noun)
                return false;
        return true;
    }
}
