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
        if (tree.SubjectOf(t) < 0 && tree.Has(clause, Relation.Aux))
            tree.Hang(t, main);
    }

    private static bool BeginsPhrase(in Token token) => token.Upos is Upos.PROPN or Upos.DET or Upos.PRON || token is { Relation: Relation.Mark, Form: "that" };
}
