using Demarche.Codebooks;
using Demarche.Parsing;

namespace Demarche.Coding;

/// <summary>Who does an infinitive or a clause that names nobody, where a word before it says so: “appealed to both to honour it”.</summary>
internal static class Control
{
    /// <summary>The clause with a subject before a finite one without, both under one verb; −1 when there is none.</summary>
    public static int FinitePartner(Document document, int clause, int verb)
    {
        var tokens = document.Tokens;
        if (document.Tree.LeftEdge(clause) is var first && !(tokens[first].Upos == Upos.PUNCT || first > 0 && tokens[first - 1].Upos == Upos.PUNCT) || document.Tree.Dependent(clause, Relation.Aux) < 0 && tokens[clause].Xpos != "VBD")
            return -1;
        foreach (var d in document.Tree.Of(verb))
            if (d > verb && d < clause && tokens[d].Relation == Relation.Ccomp && (document.Tree.Dependent(d, Relation.Nsubj) >= 0 || document.Tree.Dependent(d, Relation.NsubjPass) >= 0))
                return d;
        return -1;
    }

    /// <summary>“for Warsaw to send troops”: the name between “for” and the infinitive; −1 when there is none.</summary>
    public static int SubjectAfterFor(Document document, int infinitive)
    {
        var tokens = document.Tokens;
        // The noun stands in the tree under another word, so that the infinitive's own words end at “to”.
        for (var t = infinitive - 1; t > Math.Max(0, infinitive - 8); t--)
            if (tokens[t].Form.Equals("for", StringComparison.OrdinalIgnoreCase) && tokens[t].Head == infinitive && tokens[t].Relation == Relation.Mark)
            {
                for (var noun = infinitive - 1; noun > t; noun--)
                    if (tokens[noun].Upos is Upos.NOUN or Upos.PROPN && document.MentionAt(noun) is not null)
                        return noun;
                return -1;
            }
        return -1;
    }

    /// <summary>“dropped its plan to expel them”: the noun right before an infinitive that the parser hung on the verb; −1 when there is none.</summary>
    public static int NounOfInfinitive(Document document, int infinitive, int verb, Operators operators)
    {
        var tokens = document.Tokens;
        if (tokens[infinitive] is not { Xpos: "VB", Relation: Relation.Advcl } || document.Tree.LeftEdge(infinitive) is not (> 0 and var first) || tokens[first].Xpos != "TO")
            return -1;
        foreach (var d in document.Tree.Of(verb))
            if (tokens[d] is { Upos: Upos.NOUN, Relation: Relation.Obj or Relation.Nsubj or Relation.NsubjPass } && document.Tree.RightEdge(d) + 1 == first && operators.OfWord(tokens[d].Lemma) is { Status: not null })
                return d;
        return -1;
    }

    /// <summary>“appealed to both to honour it”, “called on the two to meet”, “called for Riga to be fined”: whom it is asked of or for, between the verb and the infinitive; −1 when nobody is.</summary>
    public static int ControllerBehind(Document document, int verb, int infinitive, Operators operators)
    {
        var tokens = document.Tokens;
        if (!IsInfinitive(document, infinitive) || !IsObjectControl(document, verb, infinitive, operators) || document.Tree.Dependent(verb, Relation.Obj) >= 0)
            return -1;
        foreach (var d in document.Tree.Of(verb))
            if (d > verb && d < infinitive && tokens[d].Relation.Universal() == Relation.Obl && FrameReader.Preposition(document, d) is { } preposition && operators.ControlPrepositions.Contains(preposition)
                && (document.MentionAt(d) is not null || tokens[d].Upos == Upos.NOUN && operators.Participants.Hold(document, d)))
                return d;
        return -1;
    }

    /// <summary>“ordered the army to withdraw”: the army does; “summoned the envoy to protest”: whoever summons him does.</summary>
    public static bool IsObjectControl(Document document, int verb, int infinitive, Operators operators) =>
        operators.ObjectControl.Contains(document.Tokens[verb].Lemma) && !IsToldToSummoned(document, verb, infinitive, operators);

    /// <summary>“summoned the envoy to protest”, “telephoned Macron to offer help”: said to him by whoever summoned or telephoned him.</summary>
    public static bool IsToldToSummoned(Document document, int verb, int infinitive, Operators operators) =>
        operators.Summoning.Contains(document.Tokens[verb].Lemma) && operators.ToldToSummoned.Contains(document.Tokens[infinitive].Lemma) && Clauses.Marked(document, infinitive, "to")
        // “called on Chad to offer help” asks Chad for it.
        && (document.Tree.Dependent(verb, Relation.Obj) >= 0 || document.Tree.Dependent(verb, Relation.Iobj) >= 0);

    /// <summary>“urging London to bomb”: the object right before an infinitive that the parser took for a purpose; −1 when there is none.</summary>
    public static int ControllingObject(Document document, int verb, int infinitive, Operators operators)
    {
        return IsInfinitive(document, infinitive) && document.Tokens[infinitive].Head == verb && IsObjectControl(document, verb, infinitive, operators) ? Infinitive.ObjectBefore(document, infinitive) : -1;
    }

    // “to bomb”, “to be bombed”
    private static bool IsInfinitive(Document document, int verb) =>
        document.Tokens[verb].Xpos == "VB" || document.Tokens[verb].Xpos == "VBN" && document.Tree.Dependent(verb, Relation.AuxPass) is >= 0 and var be && document.Tokens[be].Xpos == "VB";

    /// <summary>The verb of saying over a content clause on which the parser hung a participle of words that stands behind a comma: “denied that his men had fired, blaming the army”; −1 elsewhere.</summary>
    public static int SpeakerOver(Document document, int participle, Operators operators)
    {
        var tokens = document.Tokens;
        return tokens[participle] is { Xpos: "VBG", Relation: Relation.Advcl, Head: >= 0 and var clause } && participle > clause && tokens[clause] is { Relation: Relation.Ccomp, Head: >= 0 and var saying } && saying < clause && document.AttributionByCue(saying) is not null
            && (operators.BlamedFor.Contains(tokens[participle].Lemma) || document.AttributionByCue(participle) is not null)
            && document.Tree.IsBehindComma(participle)
            ? saying
            : -1;
    }
}
