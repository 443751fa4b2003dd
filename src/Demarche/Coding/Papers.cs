using Demarche.Codebooks;
using Demarche.Parsing;

namespace Demarche.Coding;

/// <summary>Finds by whom and how that is done which a paper says: “passed a law banning protests”, “a decree expelling the envoy was issued by the king”.</summary>
internal static class Papers
{
    /// <summary>The verb by which somebody puts a paper into the world, where a participle behind the paper tells what it says; −1 elsewhere.</summary>
    public static int VerbOf(Document document, int participle, Operators operators)
    {
        var tokens = document.Tokens;
        if (tokens[participle] is not { Relation: Relation.Acl or Relation.AclRelcl, Head: >= 0 and var noun } || noun > participle)
            return -1;
        // “in a statement that also praised her”: the paper is the subject of the clause about it.
        if (tokens[participle].Relation == Relation.AclRelcl
            ? !(document.Tree.Dependent(participle, Relation.Nsubj) is >= 0 and var relative && (tokens[relative].Xpos is "WDT" or "WP" || tokens[relative].Form == "that"))
            : tokens[participle].Xpos != "VBG" || Clauses.LeadingPreposition(document, participle) is not null || document.Tree.Dependent(participle, Relation.Aux) >= 0)
            return -1;
        // “wrote a commentary for the Herald mocking her”
        var paper = operators.ActingPapers.Hold(document, noun) ? noun : tokens[noun] is { Relation: Relation.Nmod, Head: >= 0 and var named } && operators.SentPapers.Hold(document, named) ? named : -1;
        if (paper < 0 || document.Tree.Dependent(paper, Relation.NmodPoss) is >= 0 and var author && tokens[author].Upos != Upos.PRON)
            return -1;
        // “spoke in a statement condemning the raid”
        if (operators.SentPapers.Hold(document, paper) && tokens[paper] is { Relation: Relation.Obl, Head: >= 0 and var spoken } && FrameReader.Preposition(document, paper) == "in" && tokens[spoken].Upos == Upos.VERB && !VerbGroup.IsPassive(document, spoken))
            return spoken;
        return tokens[paper] is { Relation: Relation.Obj or Relation.NsubjPass, Head: >= 0 and var verb } && (operators.PutThrough.Contains(tokens[verb].Lemma) || operators.SentPapers.Hold(document, paper) && operators.Means.Contains(tokens[verb].Lemma)) ? verb : -1;
    }

    /// <summary>The act that words only tell how it is said: “adopted a resolution <em>condemning</em> Syria”, “sent a letter <em>urging</em> them to leave”; −1 where they tell of none.</summary>
    /// <param name="document">With its tree.</param>
    /// <param name="match">What may be told by the paper.</param>
    /// <param name="matchAt">The match at a token, or null.</param>
    /// <param name="codebook">Its types say what is said and what is done.</param>
    public static int CarriedBy(Document document, Match match, Func<int, Match?> matchAt, Codebook codebook)
    {
        if (codebook.Type(match.Type) is not { Verbal: true })
            return -1;
        if (match.Frame.Nominal)
            return codebook.Operators.ActingPapers.Hold(document, match.Trigger) ? SaidIn(document, match.Trigger, document.Tokens[match.Trigger].Head, matchAt, codebook) : -1;
        foreach (var paper in match.Fixed)
            if (document.Tokens[paper].Head == match.Trigger && codebook.Operators.ActingPapers.Hold(document, paper) && SaidIn(document, paper, match.Trigger, matchAt, codebook) is >= 0 and var said)
                return said;
        return -1;
    }

    private static int SaidIn(Document document, int paper, int verb, Func<int, Match?> matchAt, Codebook codebook)
    {
        foreach (var d in document.Tree.Of(paper))
            if (matchAt(d) is not null && VerbOf(document, d, codebook.Operators) is >= 0 and var putting && putting == verb)
                return d;
        if (verb >= 0)
            foreach (var d in document.Tree.Of(verb))
                if (d > paper && document.Tokens[d] is { Relation: Relation.Advcl, Xpos: "VBG" } && document.Tree.Dependent(d, Relation.Mark) < 0 && matchAt(d) is { } said && codebook.Type(said.Type) is { Verbal: true })
                    return d;
        return -1;
    }
}
