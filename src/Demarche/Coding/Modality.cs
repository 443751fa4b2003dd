using Demarche.Codebooks;
using Demarche.Parsing;

namespace Demarche.Coding;

/// <summary>Reads what the auxiliaries of a clause make of its act: “will”, “may”, “should have”, “is to”.</summary>
internal sealed class Modality(Operators operators, Conditions conditions)
{
    /// <summary>Adds to the composition what the auxiliaries say.</summary>
    /// <param name="document">With trees and attributions.</param>
    /// <param name="clause">Its head.</param>
    /// <param name="composition">What stands around the act.</param>
    /// <param name="denies">True where the pattern has taken the negation in, so that “will not” refuses now.</param>
    public void Read(Document document, int clause, Composition composition, bool denies = false)
    {
        var tokens = document.Tokens;
        // “are to meet”: it is arranged.
        if (!denies && Clauses.Marked(document, clause, "to") && (Clauses.IsToBe(document, clause) || VerbGroup.IsHeadlineInfinitive(document, clause)) && operators.Find("future") is { } future)
            composition.Push(document, future, clause);
        var inverted = document.Tree.InvertedAuxiliary(clause, operators.InvertedConditions);
        foreach (var d in document.Tree.Of(clause))
            // “Theresa May accepted”: a name is no auxiliary.
            if (d != inverted && tokens[d].Relation.Universal() == Relation.Aux && !CameToPass(document, clause, d) && !(char.IsUpper(tokens[d].Form[0]) && d > 0 && !tokens[d].Continues && document.SentenceOf(d).First < d) && (operators.OfAuxiliary(tokens[d].Form) ?? operators.OfAuxiliary(tokens[d].Lemma)) is { } op && !(denies && operators.TakenByRefusal.Contains(op.Id)))
                if (op.OfSpeaker && Clauses.IsPerfect(document, clause, d))
                    // “should have withdrawn” did not; “must have fired” may have.
                    composition.Apply(op.Status == EventStatus.Demanded && operators.Suppositions.Contains(tokens[d].Form) ? EventStatus.Hypothetical : EventStatus.Denied, $"“{tokens[d].Form} have” does not say that it was done");
                else
                    composition.Push(document, op.Id == "conditional" && !Clauses.IsPerfect(document, clause, d) && TellsOfFuture(document, clause) ? operators.Find("future") ?? op : op, d);
    }

    /// <summary>“should never have attacked”: said of what was done.</summary>
    public bool IsBlamed(Document document, int clause)
    {
        foreach (var d in document.Tree.Of(clause))
            if (document.Tokens[d].Relation.Universal() == Relation.Aux && operators.OfAuxiliary(document.Tokens[d].Form) is { OfSpeaker: true } && !operators.Suppositions.Contains(document.Tokens[d].Form) && Clauses.IsPerfect(document, clause, d))
                return Negation.Of(document, clause, operators) is not null;
        return false;
    }

    /// <summary>“Iraq would later invade Kuwait”: told by the story itself, it came to pass.</summary>
    private bool CameToPass(Document document, int clause, int auxiliary)
    {
        if (document.Tokens[auxiliary].Form is not "would" || document.AttributionAt(clause) is not null || conditions.In(document, clause, depth: 0) >= 0 || document.Tree.Dependent(clause, Relation.Aux) != auxiliary || Clauses.IsPerfect(document, clause, auxiliary))
            return false;
        var later = false;
        foreach (var d in document.Tree.Of(clause))
        {
            later |= document.Tokens[d].Relation == Relation.Advmod && operators.Afterwards.Contains(document.Tokens[d].Form) || document.TimeAt(d) is not null && document.Tree.Dependent(d, Relation.Advmod) is >= 0 and var adverb && operators.Afterwards.Contains(document.Tokens[adverb].Form);
        }
        return later;
    }

    /// <summary>“Beijing said it would suspend talks”: told afterwards, and under no condition, “would” is “will”.</summary>
    private bool TellsOfFuture(Document document, int clause) =>
        IsUnderPaper(document, clause) || document.AttributionAt(clause) is { CueHead: >= 0 and var cue } && document.Tokens[cue].Xpos is "VBD" or "VBN" && conditions.In(document, clause, depth: 0) < 0;

    /// <summary>“under the deal Oslo would free them”: a paper says so.</summary>
    private bool IsUnderPaper(Document document, int clause)
    {
        foreach (var d in document.Tree.Of(clause))
            if (document.Tokens[d].Relation.Universal() == Relation.Obl && FrameReader.Preposition(document, d) == "under" && operators.DatedPapers.Hold(document, d))
                return true;
        return false;
    }

    /// <summary>The auxiliary that leaves open what a noun without article or with an indefinite one does: “further attacks would be punished”; null where the noun is a certain act.</summary>
    public (Operator Operator, int Token)? IsOpenSubject(Document document, int noun, int verb)
    {
        if (document.Tokens[noun].Relation is not (Relation.Nsubj or Relation.NsubjPass) || document.Tree.Dependent(noun, Relation.NmodPoss) >= 0
            || document.Tree.Dependent(noun, Relation.Det) is >= 0 and var article && !operators.IndefiniteArticles.Contains(document.Tokens[article].Form))
            return null;
        foreach (var d in document.Tree.Of(verb))
            if (document.Tokens[d].Relation.Universal() == Relation.Aux && operators.OfAuxiliary(document.Tokens[d].Form) is { Status: EventStatus.Hypothetical } op)
                return (op, d);
        return null;
    }

    /// <summary>“that it fights”, “that it will fight”; not “that it fight”, “that it should fight”.</summary>
    public bool IsStated(Document document, int clause)
    {
        if (document.Tokens[clause].Xpos is "VBZ" or "VBD")
            return true;
        foreach (var d in document.Tree.Of(clause))
            if (document.Tokens[d].Relation.Universal() is Relation.Aux or Relation.Cop && document.Tokens[d].Xpos is var tag
                && (tag is "VBZ" or "VBP" or "VBD" || tag == "MD" && operators.OfAuxiliary(document.Tokens[d].Form)?.Status == EventStatus.Planned))
                return true;
        return false;
    }

    /// <summary>“will meet Xi and visit Seoul”: the second verb has neither subject nor tense of its own.</summary>
    public static bool SharesAuxiliaries(Document document, int conjunct) =>
        document.Tree.Dependent(conjunct, Relation.Nsubj) < 0 && document.Tree.Dependent(conjunct, Relation.Aux) < 0
        && document.Tokens[conjunct].Xpos is not ("VBD" or "VBZ" or "VBP");
}
