using Demarche.Codebooks;
using Demarche.Parsing;

namespace Demarche.Coding;

/// <summary>Finds the clause or phrase on which an act depends, and what was done in the place of another act.</summary>
internal sealed class Conditions(Operators operators)
{
    /// <summary>“would resume once they had left”, “gets the loan if it signs”: a clause beside the act that must come first, where the act is not past.</summary>
    public bool AreOver(Document document, Match match)
    {
        var tokens = document.Tokens;
        var clause = match.Frame.Carrier >= 0 ? match.Frame.Carrier : match.Trigger;
        // A threat has its condition about it: “if they are attacked, Erbil will not stand by” is made now.
        if (tokens[clause].Upos is not (Upos.VERB or Upos.AUX) || operators.MadeUnderCondition.Contains(match.Type))
            return false;
        // “would not meet him until the war ended”: the refusal stands until then.
        if (match.Negated && document.Tree.Dependent(clause, Relation.Advcl) is >= 0 and var end && document.Tree.Dependent(end, Relation.Mark) is >= 0 and var until && operators.FutureMarks.Contains(document.Tokens[until].Form) && document.Tokens[until].Form != "once")
            return false;
        // “if true, Tripoli has executed him”
        foreach (var d in document.Tree.Of(clause))
            if (tokens[d].Relation == Relation.Advcl && operators.Veridical.Contains(tokens[d].Lemma) && IsCondition(document, d))
                return true;
        if (Clauses.IsPast(document, clause))
            return false;
        var modal = false;
        foreach (var d in document.Tree.Of(clause))
            modal |= tokens[d].Xpos == "MD";
        // “Iran warns of retaliation if attacked”: the warning is given now.
        if (!modal && (tokens[clause].Xpos is not ("VBZ" or "VBP") || operators.Inside.ContainsKey(match.Type)))
            return false;
        foreach (var d in document.Tree.Of(clause))
            if (tokens[d].Relation == Relation.Advcl && IsCondition(document, d) || tokens[d].Relation == Relation.Obj && document.Tree.Dependent(d, Relation.Acl) is >= 0 and var participle && IsParticipleMark(document, participle))
                return true;
        return false;
    }

    /// <summary>“if”, “unless”; “in case”, whose words the tree ties together.</summary>
    internal static bool IsOneOf(IReadOnlySet<string> marks, Document document, int mark)
    {
        var word = document.Tokens[mark].Form;
        if (marks.Contains(word))
            return true;
        var tied = false;
        foreach (var part in document.Tree.Of(mark))
        {
            if (document.Tokens[part].Relation != Relation.Fixed)
                continue;
            word += "_" + document.Tokens[part].Form;
            tied = true;
        }
        // “In case the army leaves”: the parser may take the second word for a part of the clause.
        if (!tied && mark + 1 < document.Tokens.Length && document.Tokens[mark].Relation == Relation.Mark && document.Tokens[mark + 1].Head == document.Tokens[mark].Head)
            (tied, word) = (true, word + "_" + document.Tokens[mark + 1].Form);
        return tied && marks.Contains(word);
    }

    /// <summary>“once it signs”: still to come, unless both it and the clause over it are past.</summary>
    public bool IsFutureMark(Document document, int clause, int mark)
    {
        if (!IsOneOf(operators.FutureMarks, document, mark) || document.Tokens[clause].Xpos == "VBG")
            return false;
        if (!Clauses.IsPast(document, clause))
            return true;
        var head = document.Tokens[clause].Head;
        if (head < 0)
            return false;
        foreach (var d in document.Tree.Of(head))
            if (document.Tokens[d].Xpos is "MD" or "TO")
                return true;
        return false;
    }

    /// <summary>“provided Stockholm extradites them”, “provided that …”: the participle has become a conjunction, wherever the tree hangs the clause.</summary>
    public bool FollowsParticipleMark(Document document, int clause)
    {
        var before = document.Tree.LeftEdge(clause) - 1;
        if (document.Tokens[clause].Relation != Relation.Ccomp || before < 0)
            return false;
        return document.Tokens[before] is { Xpos: "VBN" or "VBG", Relation: Relation.Advcl or Relation.Acl } && operators.ConditionMarks.Contains(document.Tokens[before].Form) && document.Tree.Dependent(before, Relation.Nsubj) < 0 && document.Tree.Dependent(before, Relation.AuxPass) < 0;
    }

    /// <summary>“will recognise it when Hamas frees them”: told in the present, beside what is still to come.</summary>
    public bool IsStillToCome(Document document, int clause)
    {
        var tokens = document.Tokens;
        if (tokens[clause] is not { Relation: Relation.Advcl, Xpos: "VBZ" or "VBP", Head: >= 0 and var head })
            return false;
        var opened = false;
        foreach (var d in document.Tree.Of(clause))
            opened |= d < clause && tokens[d].Relation is Relation.Mark or Relation.Advmod && operators.TimeMarks.Contains(tokens[d].Form);
        if (!opened)
            return false;
        // “it is a matter of days before the army marches”
        if (!Clauses.IsPast(document, head) && Marked(document, clause, operators.BeforeMarks))
            return true;
        foreach (var d in document.Tree.Of(head))
            if (tokens[d].Xpos == "MD")
                return true;
        return false;
    }

    private static bool Marked(Document document, int clause, IReadOnlySet<string> marks)
    {
        foreach (var d in document.Tree.Of(clause))
            if (document.Tokens[d].Relation == Relation.Mark && marks.Contains(document.Tokens[d].Form))
                return true;
        return false;
    }

    public bool IsParticipleMark(Document document, int token) =>
        document.Tokens[token].Xpos is "VBN" or "VBG" && document.Tokens[token].Relation is Relation.Advcl or Relation.Acl && operators.ConditionMarks.Contains(document.Tokens[token].Form)
        && document.Tree.LeftEdge(token) == token;

    /// <summary>The head of the clause or phrase on which the act depends: “if …”, “in the event of …”, beside it or inside what it says; −1 when there is none.</summary>
    public int In(Document document, int token, int depth)
    {
        var tokens = document.Tokens;
        foreach (var d in document.Tree.Of(token))
        {
            var relation = tokens[d].Relation;
            if (relation is Relation.Advcl or Relation.Ccomp or Relation.Parataxis or Relation.Conj && IsCondition(document, d) || relation.Universal() is Relation.Obl or Relation.Nmod && StartsPhrase(document, d))
                return d;
            // “would not rule out sending troops if …”
            var opens = relation == Relation.Advcl && tokens[d].Xpos == "VBG" || relation is Relation.Ccomp or Relation.Xcomp or Relation.Acl or Relation.Parataxis or Relation.Obj || relation.Universal() is Relation.Obl or Relation.Nmod;
            if (opens && depth < 4 && In(document, d, depth + 1) is >= 0 and var inner)
                return inner;
        }
        return -1;
    }

    /// <summary>“if it was found to be involved in an attack”: none in particular, inside a clause on which something depends.</summary>
    public bool IsSupposed(Document document, int noun)
    {
        var tokens = document.Tokens;
        foreach (var d in document.Tree.Of(noun))
            if (tokens[d].Relation == Relation.NmodPoss || tokens[d].Relation == Relation.Det && !operators.IndefiniteArticles.Contains(tokens[d].Form) || document.TimeAt(d) is not null)
                return false;
        for (var clause = tokens[noun].Head; clause >= 0; clause = tokens[clause].Head)
            if (tokens[clause].Relation == Relation.Advcl && IsCondition(document, clause))
                return true;
        return false;
    }

    private bool IsCondition(Document document, int clause)
    {
        foreach (var d in document.Tree.Of(clause))
            if (document.Tokens[d].Relation == Relation.Mark && document.Tokens[clause].Relation == Relation.Advcl && (IsOneOf(operators.ConditionMarks, document, d) || IsFutureMark(document, clause, d)))
                return true;
        return IsParticipleMark(document, clause) || document.Tree.InvertedAuxiliary(clause, operators.InvertedConditions) >= 0;
    }

    /// <summary>“in the event of an attack”; “in return for an apology”, where what is done for it is still to come.</summary>
    public bool StartsPhrase(Document document, int noun) =>
        Clauses.IsNominal(document, noun) && (Starts(document, noun, operators.ConditionPhrases) || Starts(document, noun, operators.ExchangePhrases) && document.Tokens[noun].Head is >= 0 and var act && !Clauses.IsPast(document, act));

    /// <summary>“went so far as to expel them”: it was done.</summary>
    public bool IsDone(Document document, int verb)
    {
        foreach (var phrase in operators.DonePhrases)
            if (StandsAt(document, verb - phrase.Length, phrase))
                return true;
        return false;
    }

    /// <summary>“did not answer, let alone apologize”: what is denied before it is denied of it too.</summary>
    public bool FollowsDenial(Document document, int token)
    {
        var first = document.Tree.LeftEdge(token);
        foreach (var phrase in operators.DenyingPhrases)
            if (StandsAt(document, token - phrase.Length, phrase) || StandsAt(document, first - phrase.Length, phrase) || first < token && StandsAt(document, first, phrase))
                return true;
        return false;
    }

    /// <summary>“instead of attacking Iran”, “rather than withdraw”: the phrase stands before it, with no other verb between; the tree may tie it to the act or to what was done.</summary>
    public bool IsReplaced(Document document, int token)
    {
        var first = document.Tree.LeftEdge(token);
        // “far from withdrawing”, “short of invading the island”
        if (document.Tokens[token].Xpos == "VBG")
            foreach (var phrase in operators.ShortfallPhrases)
                if (StandsAt(document, first - phrase.Length, phrase) || StandsAt(document, first + 1 - phrase.Length, phrase))
                    return true;
        foreach (var phrase in operators.SubstitutionPhrases)
        {
            if (StandsAt(document, first - phrase.Length, phrase))
                return true;
            if (!StandsAt(document, first, phrase))
                continue;
            var t = first + phrase.Length;
            while (t < token && document.Tokens[t].Upos != Upos.VERB && document.Tokens[t].Head != document.Tokens[token].Head && document.Tokens[t].Form != ",")
                t++;
            return t >= token;
        }
        return false;
    }

    private static bool Starts(Document document, int head, IReadOnlyList<string[]> phrases)
    {
        var first = document.Tree.LeftEdge(head);
        foreach (var phrase in phrases)
            if (StandsAt(document, first, phrase))
                return true;
        return false;
    }

    private static bool StandsAt(Document document, int first, string[] phrase)
    {
        if (first < 0 || first + phrase.Length > document.Tokens.Length)
            return false;
        for (var i = 0; i < phrase.Length; i++)
            if (!document.Tokens[first + i].Form.Equals(phrase[i], StringComparison.OrdinalIgnoreCase))
                return false;
        return true;
    }
}
