using Demarche.Parsing;

namespace Demarche.Coding;

/// <summary>What the form of a clause says about itself, whatever stands around it.</summary>
internal static class Clauses
{
    public static bool IsNominal(Document document, int token) =>
        document.Tokens[token].Upos is Upos.NOUN or Upos.PROPN && document.Tree.Dependent(token, Relation.Cop) < 0;

    /// <summary>True when the clause has the mark, or one of them: “to”, “if”.</summary>
    public static bool Marked(Document document, int clause, string mark)
    {
        foreach (var d in document.Tree.Of(clause))
            if (document.Tokens[d].Relation == Relation.Mark && document.Tokens[d].Form.Equals(mark, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <inheritdoc cref="Marked(Document, int, string)"/>
    public static bool Marked(Document document, int clause, IReadOnlySet<string> marks)
    {
        foreach (var d in document.Tree.Of(clause))
            if (document.Tokens[d].Relation == Relation.Mark && marks.Contains(document.Tokens[d].Form))
                return true;
        return false;
    }

    /// <summary>A finite clause in the past or perfect: “had placed”, “has not given up”, “struck”.</summary>
    // “warned that they were at risk” still warns: of a state the past is that of the telling.
    public static bool IsPast(Document document, int clause) => VerbGroup.Of(document, clause) is { IsOver: true } group && (group.Copula < 0 || group.Perfect);

    /// <summary>The preposition before a gerund, in lower case: “accused of shelling”, “by shelling”; null when there is none.</summary>
    public static string? LeadingPreposition(Document document, int clause) =>
        Preposition(document, clause) is >= 0 and var preposition ? document.Tokens[preposition].Lemma.ToLowerInvariant() : null;

    /// <summary>The token of that preposition; −1 when there is none.</summary>
    public static int Preposition(Document document, int clause)
    {
        foreach (var d in document.Tree.Of(clause))
            if (document.Tokens[d].Relation is Relation.Mark or Relation.Case && document.Tokens[d].Upos is Upos.ADP or Upos.SCONJ)
                return d;
        return -1;
    }

    /// <summary>“Withdraw your troops, he told them”: a bare verb at the head of what somebody says.</summary>
    public static bool IsCommand(Document document, int verb)
    {
        var tokens = document.Tokens;
        if (tokens[verb] is not { Upos: Upos.VERB, Xpos: "VB" or "VBP", Relation: Relation.Root or Relation.Ccomp or Relation.Parataxis } || document.AttributionAt(verb) is not { } words)
            return false;
        foreach (var d in document.Tree.Of(verb))
            if (tokens[d].Relation.Universal() is Relation.Nsubj or Relation.Csubj or Relation.Cop or Relation.Expl || tokens[d].Relation == Relation.Mark || tokens[d].Relation.Universal() == Relation.Aux && tokens[d].Lemma != "do")
                return false;
        // Nothing stands before it but a quotation mark.
        foreach (var piece in words.Content)
            if (piece.Overlaps(tokens[verb].Span))
                return tokens[document.Tree.LeftEdge(verb)] is var first && (first.Upos is Upos.PUNCT ? tokens[verb].Span.Start : first.Span.Start) - piece.Start <= 1 && (first.Upos is Upos.PUNCT or Upos.VERB or Upos.AUX);
        return false;
    }

    /// <summary>“arming them”, “having armed them”.</summary>
    public static bool IsGerund(Document document, int verb) =>
        document.Tokens[verb].Xpos == "VBG" || document.Tokens[verb].Xpos is "VBN" or "VBD" && document.Tree.Dependent(verb, Relation.Aux) is >= 0 and var having && document.Tokens[having] is { Xpos: "VBG", Lemma: "have" };

    public static bool IsDated(Document document, int verb)
    {
        foreach (var d in document.Tree.Of(verb))
            if (document.TimeAt(d) is not null)
                return true;
        return false;
    }

    /// <summary>“should have withdrawn”</summary>
    public static bool IsPerfect(Document document, int clause, int auxiliary)
    {
        foreach (var d in document.Tree.Of(clause))
            if (d > auxiliary && document.Tokens[d].Relation.Universal() == Relation.Aux && document.Tokens[d].Lemma == "have")
                return true;
        return false;
    }

    // “is to meet”: the tree has the verb over “is” and “to”.
    public static bool IsToBe(Document document, int verb)
    {
        foreach (var d in document.Tree.Of(verb))
            if (document.Tokens[d].Relation == Relation.Mark && document.Tokens[d].Upos == Upos.PART && d > 0 && document.Tokens[d - 1] is { Upos: Upos.AUX, Lemma: "be" } be && be.Head == verb)
                return true;
        return false;
    }
}
