using Demarche.Codebooks;
using Demarche.Parsing;

namespace Demarche.Coding;

/// <summary>Tells how an act hangs on the word above it, and whether that word bears on it.</summary>
internal sealed class Links(Operators operators, Conditions conditions)
{
    /// <summary>The link of an act, or of what stands over it, to its head.</summary>
    public Link Of(Document document, int token, int head)
    {
        var tokens = document.Tokens;
        var relation = tokens[token].Relation;
        if (Clauses.IsNominal(document, token))
            return relation switch
            {
                Relation.Nsubj or Relation.Appos or Relation.Vocative => Link.None,
                Relation.NsubjPass or Relation.Obj or Relation.Iobj or Relation.Xcomp or Relation.Ccomp => Link.Noun,
                _ => relation.Universal() is Relation.Obl or Relation.Nmod or Relation.Compound or Relation.Conj ? Link.Noun : Link.None,
            };
        switch (relation)
        {
            // “vowed to ban them, declined to comment”: a past tense goes with the verb over the infinitive, which does not bear on it.
            case Relation.Conj when (tokens[token].Xpos is "VBD" or "VBZ" || HasTense(document, token)) && tokens[head].Xpos is "VB" or "VBG" && !HasTense(document, head):
                return Link.None;
            case Relation.Conj:
                return document.Tree.Dependent(token, Relation.Nsubj) >= 0 && document.Tree.Dependent(token, Relation.Aux) >= 0 ? Link.None : Link.Conjunct;
            case Relation.Xcomp:
                return Link.Complement;
            // “threatened retaliation should Israel strike”: the condition, not what is threatened.
            case Relation.Ccomp when document.Tree.InvertedAuxiliary(token, operators.InvertedConditions) >= 0:
                return Link.None;
            // “was the first to recognise them”
            case Relation.Csubj when operators.Implicatives.Contains(tokens[head].Lemma) && document.Tree.Dependent(head, Relation.Cop) >= 0 && Clauses.Marked(document, token, "to"):
                return Link.Complement;
            case Relation.Ccomp or Relation.Csubj or Relation.CsubjPass:
                return Link.Clause;
            case Relation.Acl:
                // “the danger of invading Moldova”
                // “paid no price for attacking them”
                return (tokens[head].Upos == Upos.NOUN && !(tokens[token].Xpos == "VBG" && Clauses.LeadingPreposition(document, token) is { } because && IsReason(document, token, head, because)) || tokens[head].Upos == Upos.PRON && operators.Negations.Contains(tokens[head].Form)) && (tokens[token].Xpos is not ("VBN" or "VBG") || Clauses.Marked(document, token, "to") || (tokens[token].Xpos == "VBG" || Clauses.IsGerund(document, token)) && IsGerundOf(document, token, head)) ? Link.Complement : Link.None;
            // “were Chad to close the border”, “if Ankara were to cut the water”
            case Relation.Advcl when document.Tree.InvertedAuxiliary(token, operators.InvertedConditions) >= 0 || IsAsked(document, token):
                return Link.None;
            // “appealed to both to honour it”: the parser may take what is asked for for a purpose.
            case Relation.Advcl when Clauses.Marked(document, token, "to"):
                return tokens[token].Xpos == "VBG" || tokens[head].Upos == Upos.ADJ || IsInfinitiveOf(document, token, head) || Control.ControllingObject(document, head, token, operators) >= 0 || Control.ControllerBehind(document, head, token, operators) >= 0 ? Link.Complement : Link.Purpose;
            // “are to fly in, with rebels still shelling the port”: told beside it.
            case Relation.Advcl when tokens[token].Xpos == "VBG" && document.Tree.Dependent(token, Relation.Nsubj) >= 0:
                return Link.None;
            // “by expelling the envoy, Chile angered Peru”, “in calling for talks, Riga yielded”: how and when something was done is told.
            case Relation.Advcl when Clauses.IsGerund(document, token) && Clauses.LeadingPreposition(document, token) is { } preposition:
                return operators.MannerPrepositions.Contains(preposition) || token < head && operators.ScenePrepositions.Contains(preposition) || IsReason(document, token, head, preposition) ? Link.None : Link.Complement;
            // “denied having struck”, “denied striking”, “ruled out sending”: the parser may hang the object clause as an adverbial one.
            case Relation.Advcl when document.Tree.LeftEdge(token) is var first && tokens[first].Form.EndsWith("ing", StringComparison.Ordinal)
                && (first == head + 1 || first == head + 2 && tokens[head + 1].Relation == Relation.CompoundPrt):
                return Link.Complement;
            default:
                return Link.None;
        }
    }

    /// <summary>“demanded that the judge resign for criticising her”, “no apologies for criticising her”: what it was done for was done, unless the word and the preposition belong together (“called for lifting”).</summary>
    private bool IsReason(Document document, int gerund, int word, string preposition) =>
        operators.ReasonPrepositions.Contains(preposition) && (document.Tokens[word].Upos == Upos.VERB ? operators.ReasonedActs : operators.ReasonedNouns).Contains(document.Tokens[word].Lemma) && operators.OfWord($"{document.Tokens[word].Lemma}_{preposition}") is null && gerund > word;

    /// <summary>“tried to storm it but were driven back”: an auxiliary of its own that carries tense.</summary>
    private static bool HasTense(Document document, int verb)
    {
        foreach (var d in document.Tree.Of(verb))
            if (document.Tokens[d].Relation.Universal() is Relation.Aux or Relation.Cop && document.Tokens[d].Xpos is "VBD" or "VBZ" or "VBP" or "MD")
                return true;
        return false;
    }

    /// <summary>“tried in vain to arrest him”, “refused outright to meet”: an infinitive that the parser took for a purpose, where the verb wants one and has none.</summary>
    private bool IsInfinitiveOf(Document document, int infinitive, int verb) =>
        infinitive > verb && operators.OfWord(document.Tokens[verb].Lemma) is { Id: "attempt" or "intent" or "wish" or "refusal" or "promise" or "threat" or "failure" } && !VerbGroup.IsPassive(document, verb)
        && document.Tree.Dependent(verb, Relation.Xcomp) < 0 && document.Tree.Dependent(verb, Relation.Ccomp) < 0 && document.Tree.Dependent(verb, Relation.Obj) < 0;

    /// <summary>“the claim that Poland had armed them”: the clause says what is claimed.</summary>
    public bool IsContentOf(Document document, int clause, int noun) =>
        document.Tokens[clause].Relation is Relation.Acl or Relation.AclRelcl or Relation.Ccomp && document.Tokens[clause].Upos is Upos.VERB && clause > noun && Clauses.IsNominal(document, noun)
        && document.Tokens[document.Tree.LeftEdge(clause)].Form == "that" && (document.AttributionByCue(noun) is not null || operators.Claims.Contains(document.Tokens[noun].Lemma));

    /// <summary>“the danger of invading Moldova”, “the danger of Russia invading Moldova”: a preposition leads from the noun to the gerund.</summary>
    private bool IsGerundOf(Document document, int gerund, int noun)
    {
        if (gerund < noun)
            return false;
        if (Clauses.LeadingPreposition(document, gerund) is not null)
            return true;
        foreach (var d in document.Tree.Of(noun))
            if (document.Tokens[d].Relation == Relation.Nmod && document.Tree.RightEdge(d) + 1 == document.Tree.LeftEdge(gerund) && FrameReader.Preposition(document, d) == "of" && (document.MentionAt(d) is not null || Participants.IsSomebody(document, d, operators.Somebody)))
                return true;
        return false;
    }

    /// <summary>“vowed revenge for the killing”, “an inquiry into the raid”: what is answered or looked into was done.</summary>
    public bool IsAnswered(Document document, int noun, int head) =>
        document.Tokens[noun].Relation == Relation.Nmod && operators.AfterTheFact.Contains(document.Tokens[head].Lemma)
        // “is responsible for the raid”
        || document.Tokens[noun].Relation == Relation.Obl && document.Tokens[head].Upos == Upos.ADJ && operators.AfterTheFact.Contains(document.Tokens[head].Lemma) && FrameReader.Preposition(document, noun) is "for" or "of" or "in"
        || document.Tokens[noun].Relation == Relation.Obl && document.Tree.Dependent(head, Relation.Obj) is >= 0 and var answer && operators.AfterTheFact.Contains(document.Tokens[answer].Lemma) && FrameReader.Preposition(document, noun) is "for" or "over" or "into";

    /// <summary>“would have condemned its annexation of Crimea”, “was urged to denounce Rome's raid”: somebody's own deed, judged by words that are open or were not said.</summary>
    public bool IsJudgedDeed(Document document, Match deed, Match? judgement) =>
        judgement is { Frame.Nominal: false } && operators.SaidOf.Contains(judgement.Type) && !operators.SaidOf.Contains(deed.Type) && document.Tree.Dependent(deed.Trigger, Relation.NmodPoss) >= 0
        && (Negation.Of(document, judgement.Trigger, operators) is not null || document.Tokens[judgement.Trigger].Xpos == "VB" && Clauses.Marked(document, judgement.Trigger, "to") || VerbGroup.Of(document, judgement.Trigger) is { Modal: >= 0, Perfect: true });

    /// <summary>“after the seizure”: what is told of happened before, whatever it says of what came then.</summary>
    public static bool IsRecalled(Document document, int noun, Operators operators) =>
        document.Tokens[noun].Relation.Universal() is Relation.Obl or Relation.Nmod or Relation.Obj && FrameReader.Preposition(document, noun) is { } preposition && operators.RecallingPrepositions.Contains(preposition);

    public bool SetsScene(Document document, int noun, int head) =>
        IsAnswered(document, noun, head) ||
        document.Tokens[noun].Relation == Relation.Nmod && FrameReader.Preposition(document, noun) is { } time && operators.TimePrepositions.Contains(time)
        // “voiced support after the seizure”
        || IsRecalled(document, noun, operators)
        || (document.Tokens[noun].Relation.Universal() == Relation.Obl && document.Tokens[head].Upos == Upos.VERB && !operators.LightVerbs.Contains(document.Tokens[head].Lemma)
            // “asked for guarantees in a call”: the parser hangs the call on the nearest noun; “progress in the talks” belongs together.
            || document.Tokens[noun].Relation == Relation.Nmod && document.Tree.Dependent(noun, Relation.Det) is >= 0 and var article && document.Tokens[article].Lemma == "a")
        && FrameReader.Preposition(document, noun) is { } preposition && operators.ScenePrepositions.Contains(preposition) && !conditions.StartsPhrase(document, noun)
        // “pledged $5 million in aid”: what the money is for.
        && !(preposition == "in" && document.Tree.LeftEdge(noun) is > 0 and var opening && document.Tokens[opening - 1].Upos is Upos.NUM or Upos.SYM);

    /// <summary>“asked if Beijing would expel them”.</summary>
    public bool IsAsked(Document document, int clause)
    {
        foreach (var d in document.Tree.Of(clause))
            if (document.Tokens[d].Relation == Relation.Mark && Conditions.IsOneOf(operators.ConditionMarks, document, d))
                return true;
        return false;
    }

    /// <summary>“took the floor to”, “used the speech to”: the object of a verb in the past that tells by what means something was done.</summary>
    public bool IsMeans(Document document, int word)
    {
        // “recalled its envoy to protest”: the parser may hang it on the verb.
        // “seized on the crisis to attack him”: so may a noun behind a preposition.
        var verb = document.Tokens[word] is { Upos: Upos.NOUN, Relation: Relation.Obj or Relation.Obl } ? document.Tokens[word].Head : document.Tree.Dependent(word, Relation.Obj) >= 0 ? word : -1;
        return verb >= 0 && operators.Means.Contains(document.Tokens[verb].Lemma) && Clauses.IsPast(document, verb) && Negation.Of(document, verb, operators) is null;
    }

    /// <summary>“I want to commend the envoy” commends him.</summary>
    public bool IsPerformed(Document document, int verb, Match match) =>
        operators.Performative.Contains(document.Tokens[verb].Lemma) && !match.Frame.Nominal && operators.Inside.ContainsKey(match.Type)
        && document.Tree.Dependent(verb, Relation.Nsubj) is >= 0 and var subject && operators.FirstPerson.Contains(document.Tokens[subject].Form) && Negation.Of(document, verb, operators) is null;

    /// <summary>“came within hours of bombing”: the verb and the preposition are an operator's word.</summary>
    public bool Governs(Document document, int verb, int noun) =>
        FrameReader.Preposition(document, noun) is { } preposition && operators.OfWord($"{document.Tokens[verb].Lemma}_{preposition}") is not null;

    /// <summary>“looks likely”, “became inevitable”: what a verb says of its subject; −1 when it says nothing.</summary>
    public int PredicateOf(Document document, int verb)
    {
        if (document.Tokens[verb].Upos != Upos.VERB)
            return -1;
        foreach (var d in document.Tree.Of(verb))
            if (document.Tokens[d] is { Relation: Relation.Xcomp, Upos: Upos.ADJ })
                return d;
        return -1;
    }

    /// <summary>A verb of the list, alone or with a word that belongs to it behind an underscore: “open”, “take_place”, “go_ahead”.</summary>
    public bool IsOne(Document document, int verb, IReadOnlySet<string> verbs)
    {
        var tokens = document.Tokens;
        if (tokens[verb].Upos != Upos.VERB)
            return false;
        // “the raid opened the way”, “the talks began a thaw”: with an object it tells of something else.
        if (document.Tree.Dependent(verb, Relation.Obj) is var taken && taken < 0 && verbs.Contains(tokens[verb].Lemma))
            return true;
        if (taken >= 0)
            return verbs.Contains($"{tokens[verb].Lemma}_{tokens[taken].Lemma}");
        foreach (var d in document.Tree.Of(verb))
            if (d > verb && tokens[d].Relation is Relation.CompoundPrt or Relation.Advmod or Relation.Obl && verbs.Contains($"{tokens[verb].Lemma}_{tokens[d].Lemma}"))
                return true;
        return false;
    }

    /// <summary>The operator of a word, with its particle or preposition first: “called off” ends what “called for” demands, and “called the talks frank” does neither.</summary>
    public Operator? OperatorOf(Document document, int token, int under)
    {
        var tokens = document.Tokens;
        var lemma = tokens[token].Lemma;
        foreach (var d in document.Tree.Of(token))
        {
            var relation = tokens[d].Relation.Universal();
            var word = tokens[d].Relation == Relation.CompoundPrt ? tokens[d].Lemma : relation is Relation.Obl or Relation.Nmod ? FrameReader.Preposition(document, d) : null;
            if (word is not null && operators.OfWord($"{lemma}_{word}") is { } op)
                return op;
        }
        // “stopped short of endorsing”
        if (token + 1 < tokens.Length && tokens[token + 1].Head == token && operators.OfWord($"{lemma}_{tokens[token + 1].Lemma}") is { } close)
            return close;
        // “called for lifting”, “a call to withdraw”.
        foreach (var d in document.Tree.Of(under))
            // “has yet to leave” is no “has to leave”.
            if (tokens[d].Relation == Relation.Mark && !(d > 0 && tokens[d - 1].Lemma == "yet") && operators.OfWord($"{lemma}_{tokens[d].Lemma}") is { } op)
                return op;
        // “is going to leave”, but “went on to leave”
        return operators.OfWord(lemma) ?? operators.OfWord(tokens[token].Form);
    }
}
