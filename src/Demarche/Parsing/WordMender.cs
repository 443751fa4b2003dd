namespace Demarche.Parsing;

/// <summary>Puts right what the network takes a word for although its spelling, or the words beside it, allow no such reading; mostly in headlines.</summary>
internal static class WordMender
{
    /// <summary>Mends the words of a sentence, and what hangs on them.</summary>
    /// <param name="tokens">Of the whole story, tagged and parsed; lemmas are not there yet.</param>
    /// <param name="sentence">One that is not ignored.</param>
    public static void Mend(Token[] tokens, Sentence sentence)
    {
        var shouts = Shouts(tokens, sentence);
        for (var t = sentence.First; t < sentence.End; t++)
        {
            if (!shouts)
                ReadLettersAsName(tokens, t);
            ReadFiniteFormAsVerb(tokens, sentence, t);
            ReadNamelessPluralAsVerb(tokens, sentence, t);
            ReadDeniedParticipleAsAdjective(tokens, sentence, t);
            ReadDueAsPredicate(tokens, sentence, t);
            ReadBlameAsPredicate(tokens, sentence, t);
        }
    }

    // “is due in Cairo”: of set phrases with “due” there is but “due to”; with another preposition it is the predicate, and the place hangs on it.
    private static void ReadDueAsPredicate(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t] is not { Form: "due", Relation: Relation.Case, Head: >= 0 and var place } || place < t || t + 1 >= sentence.End
            || tokens[t + 1] is not { Relation: Relation.Fixed, Form: "in" or "at" or "on" } || tokens[t + 1].Head != t)
            return;
        (tokens[t].Upos, tokens[t].Xpos, tokens[t].Head, tokens[t].Relation) = (Upos.ADJ, "JJ", tokens[place].Head, tokens[place].Relation);
        (tokens[place].Head, tokens[place].Relation) = (t, Relation.Obl);
        (tokens[t + 1].Head, tokens[t + 1].Relation) = (place, Relation.Case);
        for (var d = sentence.First; d < sentence.End; d++)
            if (tokens[d].Head == place && tokens[d].Relation is Relation.Nsubj or Relation.Cop or Relation.Punct or Relation.Obl or Relation.OblUnmarked or Relation.Advmod or Relation.Advcl or Relation.Aux or Relation.Parataxis or Relation.Mark)
                tokens[d].Head = t;
    }

    // “was to blame”: with “be” this infinitive says what somebody is, not what he has to do.
    private static void ReadBlameAsPredicate(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t] is not { Form: "blame", Xpos: "VB" } || t - 2 < sentence.First || tokens[t - 1] is not { Form: "to" })
            return;
        for (var d = t - 2; d >= Math.Max(sentence.First, t - 4); d--)
            if (tokens[d] is { Upos: Upos.AUX, Relation: Relation.Aux or Relation.Cop } && tokens[d].Head == t && tokens[d].Form is "is" or "are" or "was" or "were" or "be" or "'s" or "’s")
            {
                (tokens[d].Relation, tokens[t].Upos, tokens[t].Xpos) = (Relation.Cop, Upos.ADJ, "JJ");
                (tokens[t - 1].Relation, tokens[t - 1].Upos, tokens[t - 1].Xpos) = (Relation.Case, Upos.ADP, "IN");
            }
    }

    private static bool Shouts(Token[] tokens, Sentence sentence)
    {
        for (var t = sentence.First; t < sentence.End; t++)
            foreach (var c in tokens[t].Form)
                if (char.IsLower(c))
                    return false;
        return true;
    }

    // “China tells US to lift curbs”: no pronoun is written in capitals among small letters, “I” apart.
    private static void ReadLettersAsName(Token[] tokens, int t)
    {
        if (tokens[t] is { Upos: Upos.PRON, Form: "US" or "IT" })
            (tokens[t].Upos, tokens[t].Xpos) = (Upos.PROPN, "NNP");
    }

    // “Poland eyes a deal”: what is tagged with a tense is no noun, and the name right before it is its subject.
    private static void ReadFiniteFormAsVerb(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t] is not { Upos: Upos.NOUN, Xpos: "VBD" or "VBZ" or "VBP" })
            return;
        tokens[t].Upos = Upos.VERB;
        if (t > sentence.First && tokens[t - 1] is { Upos: Upos.PROPN, Relation: Relation.Compound } && tokens[t - 1].Head == t)
            tokens[t - 1].Relation = Relation.Nsubj;
    }

    // “Hungary blocks EU statement”: a noun is no predicate without a copula, so that in a sentence without a verb the plural behind a name,
    // which was taken for its subject, is the verb, and the noun what is done.
    private static void ReadNamelessPluralAsVerb(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t] is not { Upos: Upos.NOUN, Xpos: "NNS", Relation: Relation.Nsubj, Head: >= 0 and var noun } || noun < t || t == sentence.First
            || tokens[noun] is not { Upos: Upos.NOUN, Xpos: "NN" or "NNS", Relation: Relation.Root } || tokens[t - 1] is not { Upos: Upos.PROPN, Relation: Relation.Compound } || tokens[t - 1].Head != t)
            return;
        for (var d = sentence.First; d < sentence.End; d++)
            if (tokens[d].Xpos is "VBD" or "VBZ" or "VBP" or "MD" or "TO" or "VBG" || d > t && d < noun && tokens[d].Upos is not (Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.NUM or Upos.DET))
                return;
        var subject = t - 1;
        (tokens[t].Upos, tokens[t].Xpos, tokens[t].Head, tokens[t].Relation) = (Upos.VERB, "VBZ", tokens[noun].Head, Relation.Root);
        (tokens[noun].Head, tokens[noun].Relation) = (t, Relation.Obj);
        for (var d = sentence.First; d < sentence.End; d++)
            if (d < subject && tokens[d].Head == t)
                tokens[d].Head = subject;
            else if (tokens[d].Head == noun && tokens[d].Relation is Relation.Obl or Relation.Punct)
                tokens[d].Head = t;
        (tokens[subject].Head, tokens[subject].Relation) = (t, Relation.Nsubj);
    }

    // “called the step wholly unjustified”: a participle with “un-” is an adjective; alone behind an object it says what the object is called.
    private static void ReadDeniedParticipleAsAdjective(Token[] tokens, Sentence sentence, int t)
    {
        if (tokens[t] is not { Upos: Upos.VERB, Xpos: "VBD" or "VBN", Relation: Relation.Advcl or Relation.Acl or Relation.Xcomp, Head: >= 0 and var head } || head > t
            || !tokens[t].Form.StartsWith("un", StringComparison.Ordinal))
            return;
        var first = t;
        for (var d = sentence.First; d < sentence.End; d++)
            if (tokens[d].Head == t)
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
        for (var d = verb + 1; d < first; d++)
            if (tokens[d].Head == verb && tokens[d].Relation == Relation.Obj)
            {
                (tokens[t].Upos, tokens[t].Xpos, tokens[t].Head, tokens[t].Relation) = (Upos.ADJ, "JJ", verb, Relation.Xcomp);
                return;
            }
    }
}
