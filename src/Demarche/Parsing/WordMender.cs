namespace Demarche.Parsing;

/// <summary>Puts right what the network takes a word for although its spelling, or the words beside it, allow no such reading; mostly in headlines.</summary>
internal static class WordMender
{
    /// <summary>Mends the words of a sentence, and what hangs on them.</summary>
    /// <param name="tree">Of a sentence that is not ignored; lemmas are not there yet.</param>
    public static void Mend(OpenTree tree)
    {
        var shouts = Shouts(tree);
        for (var t = tree.First; t < tree.End; t++)
        {
            if (!shouts)
                ReadLettersAsName(tree, t);
            ReadFiniteFormAsVerb(tree, t);
            ReadNamelessPluralAsVerb(tree, t);
            ReadDeniedParticipleAsAdjective(tree, t);
            ReadDueAsPredicate(tree, t);
            ReadBlameAsPredicate(tree, t);
        }
    }

    // “is due in Cairo”: of set phrases with “due” there is but “due to”; with another preposition it is the predicate, and the place hangs on it.
    private static void ReadDueAsPredicate(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Form: "due", Relation: Relation.Case, Head: >= 0 and var place } || place < t || t + 1 >= tree.End
            || tokens[t + 1].Relation != Relation.Fixed || tokens[t + 1].Head != t || !tree.Words.Due.Contains(tokens[t + 1].Form))
            return;
        (tokens[t].Upos, tokens[t].Xpos) = (Upos.ADJ, "JJ");
        tree.Hang(t, tokens[place].Head, tokens[place].Relation);
        tree.Hang(place, t, Relation.Obl);
        tree.Hang(t + 1, place, Relation.Case);
        foreach (var d in tree.Of(place))
            if (tokens[d].Relation is Relation.Nsubj or Relation.Cop or Relation.Punct or Relation.Obl or Relation.OblUnmarked or Relation.Advmod or Relation.Advcl or Relation.Aux or Relation.Parataxis or Relation.Mark)
                tree.Hang(d, t);
    }

    // “was to blame”: with “be” this infinitive says what somebody is, not what he has to do.
    private static void ReadBlameAsPredicate(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t].Xpos != "VB" || t - 2 < tree.First || tokens[t - 1] is not { Form: "to" } || !tree.Words.Predicates.Contains(tokens[t].Form))
            return;
        foreach (var d in tree.Of(t))
            if (d < t && tokens[d] is { Upos: Upos.AUX, Relation: Relation.Aux or Relation.Cop } && tree.Words.Be.Contains(tokens[d].Form))
            {
                (tokens[d].Relation, tokens[t].Upos, tokens[t].Xpos) = (Relation.Cop, Upos.ADJ, "JJ");
                (tokens[t - 1].Relation, tokens[t - 1].Upos, tokens[t - 1].Xpos) = (Relation.Case, Upos.ADP, "IN");
            }
    }

    private static bool Shouts(OpenTree tree)
    {
        for (var t = tree.First; t < tree.End; t++)
            foreach (var c in tree.Tokens[t].Form)
                if (char.IsLower(c))
                    return false;
        return true;
    }

    // “China tells US to lift curbs”: no pronoun is written in capitals among small letters, “I” apart.
    private static void ReadLettersAsName(OpenTree tree, int t)
    {
        if (tree.Tokens[t].Upos == Upos.PRON && tree.Words.Letters.Contains(tree.Tokens[t].Form))
            (tree.Tokens[t].Upos, tree.Tokens[t].Xpos) = (Upos.PROPN, "NNP");
    }

    // “Poland eyes a deal”: what is tagged with a tense is no noun, and the name right before it is its subject.
    private static void ReadFiniteFormAsVerb(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Upos: Upos.NOUN, Xpos: "VBD" or "VBZ" or "VBP" })
            return;
        tokens[t].Upos = Upos.VERB;
        if (t > tree.First && tokens[t - 1] is { Upos: Upos.PROPN, Relation: Relation.Compound } && tokens[t - 1].Head == t)
            tokens[t - 1].Relation = Relation.Nsubj;
    }

    // “Hungary blocks EU statement”: a noun is no predicate without a copula, so that in a sentence without a verb the plural behind a name,
    // which was taken for its subject, is the verb, and the noun what is done.
    private static void ReadNamelessPluralAsVerb(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Upos: Upos.NOUN, Xpos: "NNS", Relation: Relation.Nsubj, Head: >= 0 and var noun } || noun < t || t == tree.First
            || tokens[noun] is not { Upos: Upos.NOUN, Xpos: "NN" or "NNS", Relation: Relation.Root } || tokens[t - 1] is not { Upos: Upos.PROPN, Relation: Relation.Compound } || tokens[t - 1].Head != t)
            return;
        for (var d = tree.First; d < tree.End; d++)
            if (tokens[d].Xpos is "VBD" or "VBZ" or "VBP" or "MD" or "TO" or "VBG" || d > t && d < noun && tokens[d].Upos is not (Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.NUM or Upos.DET))
                return;
        var subject = t - 1;
        (tokens[t].Upos, tokens[t].Xpos) = (Upos.VERB, "VBZ");
        tree.Hang(t, tokens[noun].Head, Relation.Root);
        tree.Hang(noun, t, Relation.Obj);
        foreach (var d in tree.Of(t))
            if (d < subject)
                tree.Hang(d, subject);
        foreach (var d in tree.Of(noun))
            if (tokens[d].Relation is Relation.Obl or Relation.Punct)
                tree.Hang(d, t);
        tokens[subject].Relation = Relation.Nsubj;
    }

    // “called the step wholly unjustified”: a participle with “un-” is an adjective; alone behind an object it says what the object is called.
    private static void ReadDeniedParticipleAsAdjective(OpenTree tree, int t)
    {
        var tokens = tree.Tokens;
        if (tokens[t] is not { Upos: Upos.VERB, Xpos: "VBD" or "VBN", Relation: Relation.Advcl or Relation.Acl or Relation.Xcomp, Head: >= 0 and var head } || head > t || !tree.Words.Denies(tokens[t].Form))
            return;
        var first = t;
        foreach (var d in tree.Of(t))
        {
            if (tokens[d].Relation != Relation.Advmod || d != first - 1)
                return;
            first = d;
        }
        var verb = head;
        while (verb >= 0 && tokens[t].Relation == Relation.Acl && tokens[verb].Upos != Upos.VERB)
            verb = tokens[verb].Head;
        if (verb < 0 || tokens[verb].Upos != Upos.VERB || first - 1 <= verb || tokens[first - 1].Upos is not (Upos.NOUN or Upos.PROPN or Upos.PRON))
            return;
        foreach (var d in tree.Of(verb))
            if (d > verb && d < first && tokens[d].Relation == Relation.Obj)
            {
                (tokens[t].Upos, tokens[t].Xpos) = (Upos.ADJ, "JJ");
                tree.Hang(t, verb, Relation.Xcomp);
                return;
            }
    }
}
