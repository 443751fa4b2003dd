using Demarche.Codebooks;

namespace Demarche.Coding;

/// <summary>The word that denies a clause or noun: “not”, “never”, “no talks were held”, “nobody met”.</summary>
internal static class Negation
{
    /// <summary>The negating word as it is written; null when there is none.</summary>
    /// <param name="document">With trees.</param>
    /// <param name="token">The head of the clause or noun phrase.</param>
    /// <param name="operators">Knows the words.</param>
    /// <param name="read">A subject or object whose own negation has been read: “has no plans”; −1 where there is none.</param>
    /// <param name="participants">False to ask for the negation of the verb alone: “no soldier helped them” refuses nothing.</param>
    public static string? Of(Document document, int token, Operators operators, int read = -1, bool participants = true)
    {
        var tokens = document.Tokens;
        foreach (var d in document.Tree.Of(token))
        {
            var relation = tokens[d].Relation;
            if (relation is Relation.Advmod or Relation.Det or Relation.Mark or Relation.Case or Relation.Cc or Relation.CcPreconj && operators.Negations.Contains(tokens[d].Form)
                && !(d + 1 < tokens.Length && (operators.FocusAdverbs.Contains(tokens[d + 1].Form) || IsOfInfinitive(document, token, d))))
                return tokens[d].Form;
            // “undertook not to arm them”: the parser may hang it on the verb above.
            if (relation == Relation.Mark && d > 0 && tokens[d].Upos == Upos.PART && operators.Negations.Contains(tokens[d - 1].Form) && tokens[d - 1].Head == tokens[token].Head)
                return tokens[d - 1].Form;
            // “at no time”, “under no circumstances”
            if (relation.Universal() == Relation.Obl && operators.NegativeOccasions.Contains(tokens[d].Lemma) && document.Tree.Dependent(d, Relation.Det) is >= 0 and var no && operators.Negations.Contains(tokens[no].Form))
                return $"{tokens[no].Form} {tokens[d].Form}";
            // “will agree to no new loan”
            if (relation == Relation.Obl && document.Tree.Dependent(d, Relation.Case) is >= 0 and var to && tokens[to].Lemma == "to" && document.Tree.Dependent(d, Relation.Det) is >= 0 and var none && operators.Negations.Contains(tokens[none].Form) && !IsIdiom(document, token, d, operators))
                return tokens[none].Form;
            // “no longer backs them”
            if (relation == Relation.Advmod && d > 0 && tokens[d - 1].Head == d && operators.EndingAdverbs.Contains(tokens[d].Form) && operators.Negations.Contains(tokens[d - 1].Form))
                return $"{tokens[d - 1].Form} {tokens[d].Form}";
            // “has yet to apologize”
            if (relation == Relation.Mark && d > 0 && tokens[d].Upos == Upos.PART && tokens[d - 1].Lemma == "yet")
                return tokens[d - 1].Form;
            if (d == read || !participants && relation == Relation.Nsubj || relation.Universal() is not (Relation.Nsubj or Relation.Obj) || relation == Relation.Obj && IsIdiom(document, token, d, operators))
                continue;
            if (operators.Negations.Contains(tokens[d].Form) || IsFew(document, d, d, operators))
                return tokens[d].Form;
            foreach (var inner in document.Tree.Of(d))
                if (tokens[inner].Relation is Relation.Det or Relation.CcPreconj && operators.Negations.Contains(tokens[inner].Form) || IsFew(document, inner, d, operators)
                    // “not one soldier”, “not a single shot”
                    || inner < d && operators.Negations.Contains(tokens[inner].Form) && (tokens[inner].Relation == Relation.Advmod && document.Tree.LeftEdge(d) == inner))
                    return tokens[inner].Form;
                else if (inner < d && tokens[inner].Relation is Relation.Nummod or Relation.Amod or Relation.Det && document.Tree.LeftEdge(inner) is var first && first < inner && first == document.Tree.LeftEdge(d) && tokens[first].Relation == Relation.Advmod && operators.Negations.Contains(tokens[first].Form))
                    return tokens[first].Form;
        }
        return null;
    }

    /// <summary>“did not back or condemn it”: a second bare verb that “or” joins to a denied one has its auxiliary and its “not”; the word as it is written, null where nothing is so.</summary>
    public static string? Joint(Document document, int verb, Operators operators)
    {
        if (document.Tokens[verb] is not { Relation: Relation.Conj, Xpos: "VB", Head: >= 0 and var first } || document.Tokens[first].Xpos != "VB" || !Modality.SharesAuxiliaries(document, verb)
            || document.Tree.Dependent(verb, Relation.Cc) is not (>= 0 and var or) || document.Tokens[or].Lemma != "or")
            return null;
        foreach (var d in document.Tree.Of(first))
            if (document.Tokens[d].Relation == Relation.Advmod && d < first && operators.Negations.Contains(document.Tokens[d].Form) && document.Tree.Dependent(first, Relation.Aux) >= 0)
                return document.Tokens[d].Form;
        return null;
    }

    /// <summary>“few expect it”, “few states”; not “a few”, “the few states”.</summary>
    private static bool IsFew(Document document, int word, int noun, Operators operators) =>
        operators.NegativeQuantifiers.Contains(document.Tokens[word].Form) && (word == noun || document.Tokens[word].Relation is Relation.Amod or Relation.Det) && document.Tree.LeftEdge(noun) == word;

    /// <summary>“undertook not to arm them”: it stands before the “to” of an infinitive under the verb.</summary>
    private static bool IsOfInfinitive(Document document, int verb, int negation) =>
        negation > verb && document.Tokens[negation + 1] is { Upos: Upos.PART, Relation: Relation.Mark, Head: var infinitive } && infinitive >= 0 && document.Tokens[infinitive].Head == verb;

    /// <summary>“lost no time”</summary>
    private static bool IsIdiom(Document document, int verb, int noun, Operators operators) =>
        document.Tree.Dependent(noun, Relation.Det) is >= 0 and var no && operators.Negations.Contains(document.Tokens[no].Form) && operators.NotDenying.Contains($"{document.Tokens[verb].Lemma}_{document.Tokens[noun].Lemma}");
}
