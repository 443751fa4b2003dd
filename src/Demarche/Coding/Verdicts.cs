using Demarche.Codebooks;

namespace Demarche.Coding;

/// <summary>Finds the word by which a claim is denied: “the reports proved false”, “rejected the claim that …”, “no truth in the story”.</summary>
internal sealed class Verdicts(Operators operators, Links links)
{
    /// <summary>The word that denies what a claim says; −1 when none does.</summary>
    /// <param name="document">With trees.</param>
    /// <param name="claim">The noun of the claim.</param>
    /// <param name="saysIt">True where a clause behind the noun says what is claimed.</param>
    /// <param name="matchAt">The match at a token, or null.</param>
    /// <param name="speech">The act by which it is denied; null when the word is none.</param>
    public int On(Document document, int claim, bool saysIt, Func<int, Match?> matchAt, out Match? speech)
    {
        speech = null;
        var tokens = document.Tokens;
        var (relation, head) = (tokens[claim].Relation, tokens[claim].Head);
        if (head < 0)
            return -1;
        var denied = Negation.Of(document, head, operators) is not null;
        // “there is no truth in reports of a raid”
        if (relation is Relation.Nmod or Relation.Obl && tokens[head].Upos == Upos.NOUN && operators.Veridical.Contains(tokens[head].Lemma))
            return denied ? head : -1;
        if (denied)
            return -1;
        if (relation == Relation.Nsubj && IsUntrue(document, head))
            return head;
        // “proved false”, “turned out to be a hoax”; “called the story a fabrication”, “dismissed it as fiction”
        if (relation is Relation.Nsubj or Relation.Obj or Relation.NsubjPass)
            foreach (var d in document.Tree.Of(head))
                if (d != claim && (tokens[d].Relation is Relation.Xcomp or Relation.Ccomp or Relation.Obj or Relation.Advmod || tokens[d].Relation.Universal() == Relation.Obl && FrameReader.Preposition(document, d) == "as") && IsUntrue(document, d))
                    return d;
        if (!saysIt || relation is not (Relation.Obj or Relation.NsubjPass or Relation.Obl))
            return -1;
        if (links.OperatorOf(document, head, claim) is { } op)
            return op.Status == EventStatus.Denied ? head : -1;
        if (matchAt(head) is not { } outer || !operators.Inside.TryGetValue(outer.Type, out var inside) || inside != EventStatus.Denied)
            return -1;
        speech = outer;
        return head;
    }

    private bool IsUntrue(Document document, int token) => operators.Untrue.Contains(document.Tokens[token].Lemma) && Negation.Of(document, token, operators) is null;
}
