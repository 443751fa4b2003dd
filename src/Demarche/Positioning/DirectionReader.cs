using Demarche.Codebooks;
using Demarche.Coding;

namespace Demarche.Positioning;

/// <summary>
/// Tells which way a position goes on its issue. The stance says whether one is for what its words name; each word between them and the issue that turns round what
/// depends on it turns the direction: to refuse to rule out an enlargement is to be for it.
/// </summary>
internal sealed class DirectionReader(Codebook codebook)
{
    private readonly DirectionRules _rules = codebook.Positions.Directions;
    private readonly Operators _operators = codebook.Operators;
    private readonly IReadOnlyList<Issue> _issues = codebook.Issues;

    /// <summary>The direction, and the words that turned it, for the explanation.</summary>
    /// <param name="document">The story.</param>
    /// <param name="hits">The terms of issues in it.</param>
    /// <param name="stand">The position.</param>
    /// <param name="issue">Its issue.</param>
    /// <param name="origin">How that was found.</param>
    /// <param name="telling">The words that told it where only passages did.</param>
    public (Direction Way, string? Reason) Of(Document document, List<IssueHit> hits, Stand stand, string issue, IssueOrigin origin, IReadOnlyList<IssueHit> telling)
    {
        if (!_rules.Stances.TryGetValue(stand.Stance, out var way))
            return (Direction.Neither, null);
        // An issue in the position's own words is that which it is about.
        if (origin == IssueOrigin.Label)
            return (way, null);
        if ((Named(document, hits, stand, issue, origin) ?? Told(document, stand, telling)) is not { } hit)
            return (Direction.Neither, null);
        if (stand.Rule.Way is { } own && (stand.Stance == stand.Rule.Stance || stand.Stance == stand.Rule.Hostile))
            way = own;
        var turns = new List<string>();
        Within(document, hit, turns);
        Climb(document, hit, stand, turns);
        if (turns.Count % 2 == 1)
            way = way == Direction.For ? Direction.Against : Direction.For;
        return (way, turns.Count == 0 ? null : $"“{string.Join("”, “", turns)}” turns it");
    }

    /// <summary>The heaviest term of the issue in what the position is about; where the position's own words name the issue, else in its evidence or its sentence.</summary>
    private IssueHit? Named(Document document, List<IssueHit> hits, Stand stand, string issue, IssueOrigin origin)
    {
        var whole = stand.OutcomeWords ?? (stand.Outcome >= 0 ? Matter.SpanOf(document, stand.Outcome) : stand.Content ?? stand.Evidence);
        if (origin is IssueOrigin.Context or IssueOrigin.Passages)
            return In(whole);
        var sentence = document.SentenceOf(stand.Trigger);
        return In(whole) ?? In(stand.Evidence) ?? In(document.SpanOf(sentence.First, sentence.End - 1));

        IssueHit? In(Span span)
        {
            IssueHit? best = null;
            foreach (var hit in hits)
                if (_issues[hit.Issue].Id == issue && hit.Worth > (best?.Worth ?? 0) && span.Contains(document.Tokens[hit.First].Span)
                    && !(stand.Condition is { } condition && condition.Contains(document.Tokens[hit.First].Span)))
                    best = hit;
            return best;
        }
    }

    /// <summary>The strongest of the words that tell the issue of passages, where it stands in what the position is about.</summary>
    private static IssueHit? Told(Document document, Stand stand, IReadOnlyList<IssueHit> telling)
    {
        foreach (var word in telling)
            if (stand.Outcome >= 0 && document.Tree.Dominates(stand.Outcome, word.First))
                return word;
        return null;
    }

    /// <summary>The words of the term itself: “lifting of sanctions” is against them, “lifting of the siege” for the end of it.</summary>
    private void Within(Document document, IssueHit hit, List<string> turns)
    {
        var issue = _issues[hit.Issue];
        string? against = null;
        for (var t = hit.First; t <= hit.Last; t++)
        {
            var lemma = document.Tokens[t].Lemma;
            var (turning, opposing) = (_rules.Turning.Contains(lemma), issue.Opposing.Contains(lemma));
            // “to scrap offensive missiles” is what arms control is.
            if (turning && issue.Ends && !opposing)
                return;
            if (turning || opposing)
                against ??= document.Tokens[t].Form;
        }
        if (against is not null)
            turns.Add(against);
    }

    /// <summary>Gathers what turns the issue round, from its words up to the head of what the position is about, or the word that states it.</summary>
    private void Climb(Document document, IssueHit hit, Stand stand, List<string> turns)
    {
        var trigger = stand.Trigger;
        var tokens = document.Tokens;
        var at = hit.First;
        while (tokens[at].Head is >= 0 and var inner && inner >= hit.First && inner <= hit.Last)
            at = inner;
        for (var step = 0; at >= 0 && at != trigger && step < 12; step++)
        {
            var over = tokens[at].Head;
            // Of “will tolerate no base”, “not one inch will be ceded” the negation has made the stance.
            if (Negation.Of(document, at, _operators) is { } no && !(over == trigger && (stand.Kind == StandKind.Statement || tokens[at].Relation.Universal() is Relation.Nsubj or Relation.Obj && (Negation.Of(document, trigger, _operators) == no || tokens[document.Tree.LeftEdge(at)].Form == no))))
                turns.Add(no);
            var preposition = FrameReader.Preposition(document, at);
            if (preposition is not null && _rules.Prepositions.Contains(preposition))
                turns.Add(preposition);
            // “the blocking of the process and the obstacles to the delivery”: the one does not turn the other.
            if (stand.OutcomeWords is not null && at == stand.Outcome && over != trigger)
                return;
            if (over >= 0 && over != trigger && Depends(document, at, preposition) && Turns(document, over) is { } word)
                turns.Add(word);
            // “called for an end to the raids”: the tree may hang the phrase on the verb.
            else if (over == trigger && preposition is "to" or "of" or "on" && document.Tree.LeftEdge(at) - 1 is var before && before > trigger && tokens[before].Upos == Upos.NOUN && Turns(document, before) is { } noun)
                turns.Add(noun);
            at = over;
        }
    }

    /// <summary>True for what a word acts on; not for a clause or phrase beside it that says how or when.</summary>
    private static bool Depends(Document document, int token, string? preposition) => document.Tokens[token].Relation switch
    {
        Relation.Obj or Relation.Xcomp or Relation.Ccomp or Relation.NsubjPass or Relation.Compound or Relation.Acl or Relation.Amod => true,
        Relation.Conj => false,
        var relation => relation.Universal() switch
        {
            Relation.Nmod or Relation.Obl => preposition is "of" or "to" or "from" or "on" or "against" or "in" or "with" or null,
            Relation.Advcl => preposition is "from" or "to" || document.Tree.Dependent(token, Relation.Mark) is >= 0 and var mark && document.Tokens[mark].Lemma is "from" or "of" or "to",
            _ => false,
        },
    };

    private string? Turns(Document document, int token)
    {
        ref readonly var t = ref document.Tokens[token];
        if (_rules.Turning.Contains(t.Lemma))
            return t.Form;
        foreach (var d in document.Tree.Of(token))
            if (d == token + 1 && document.Tokens[d].Relation is Relation.CompoundPrt or Relation.Advmod && _rules.Turning.Contains($"{t.Lemma}_{document.Tokens[d].Lemma}"))
                return $"{t.Form} {document.Tokens[d].Form}";
        return null;
    }
}
