namespace Demarche.Attributing;

/// <summary>Finds attributions whose cue is an adjective or preposition as predicate: “is confident that”, “remains opposed to”, “was against”.</summary>
internal sealed class PredicateCues(Syntax syntax)
{
    private readonly Token[] _tokens = syntax.Tokens;
    private readonly Tree _tree = syntax.Tree;
    private readonly AttributionRules _rules = syntax.Rules;

    public Draft? FindAdjective(int word)
    {
        if (_tokens[word].Upos is not (Upos.ADJ or Upos.VERB))
            return null;

        var words = _rules.Adjectives(syntax.Lemmas[word]);
        if (words.Count == 0)
            words = _rules.Adjectives(_tokens[word].Form.ToLowerInvariant());
        if (words.Count == 0 || !IsPredicate(word, out var governor))
            return null;

        Draft? best = null;
        foreach (var cue in words)
            foreach (var frame in cue.Rule.Frames)
                if (Match(word, frame, cue.Rule) is { } draft && (best is null || draft.Weight > best.Weight))
                    best = draft;
        if (best is null)
            return null;
        return Complete(best, word, governor);
    }

    public Draft? FindPreposition(int word)
    {
        var head = _tokens[word].Head;
        if (head < 0 || syntax.RelationOf(word) != Relation.Case || _rules.Prepositions(syntax.Lemmas[word]) is not [var cue, ..])
            return null;
        var copula = _tree.Dependent(head, Relation.Cop);
        var source = syntax.Subject(head);
        if (copula < 0 || copula > word || source < 0 || syntax.CannotSpeak(source) || cue.Rule.NeedsActor && syntax.Document.MentionAt(source) is null || cue.Rule.NotContent.Contains(syntax.Lemmas[head]))
            return null;

        var first = copula;
        while (first > 0 && _tokens[first - 1].Head == head && syntax.RelationOf(first - 1) is Relation.Aux or Relation.Advmod)
            first--;
        var draft = new Draft(cue.Rule, head, new(first, word + 1)) { SourceHead = source, Form = "noun" };
        draft.Source.Add(syntax.Name(source));
        draft.Content.Add(new(word + 1, syntax.Right(head) + 1));
        if (syntax.IsNegated(head))
            draft.Polarity = _rules.Negated(draft.Polarity);
        return draft;
    }

    /// <summary>“The tram reportedly cost two billion”: an adverb ascribes the clause around it to nobody named.</summary>
    public Draft? FindAdverb(int word)
    {
        if (_tokens[word].Upos != Upos.ADV || _rules.Adverbs(syntax.Lemmas[word]) is not [var cue, ..])
            return null;
        var clause = _tokens[word].Head;
        if (clause < 0 || syntax.SentenceAt[clause] != syntax.SentenceAt[word])
            return null;
        var draft = new Draft(cue.Rule, word, new(word, word + 1)) { Form = "adverb", Confidence = cue.Rule.Confidence };
        draft.Content.Add(syntax.Phrase(clause)).Remove(draft.Cue);
        return draft;
    }

    /// <summary>True after a form of be, remain, seem, …; the governor is the verb in whose clause the source stands.</summary>
    private bool IsPredicate(int word, out int governor)
    {
        governor = word;
        if (_tree.Dependent(word, Relation.Cop) >= 0 || _tree.Dependent(word, Relation.AuxPass) >= 0)
            return true;
        var head = _tokens[word].Head;
        if (head < 0)
            return false;
        if (syntax.RelationOf(word) is Relation.Xcomp && _rules.Copulas.Contains(syntax.Lemmas[head]))
        {
            governor = head;
            return true;
        }
        if (syntax.RelationOf(word) == Relation.Conj && head < word && _tokens[head].Upos is Upos.ADJ or Upos.VERB && (_tree.Dependent(head, Relation.Cop) >= 0 || _tree.Dependent(head, Relation.AuxPass) >= 0))
            return true;
        // “Confident that it would win, the party …”
        return syntax.RelationOf(word) is Relation.Advcl or Relation.Acl && _tokens[word].Upos == Upos.ADJ;
    }

    private Draft? Match(int word, Frame frame, CueRule rule)
    {
        var draft = new Draft(rule, word, default) { Form = frame.Text };
        var part = frame.Parts[0];
        draft.Weight = part.Weight;
        foreach (var d in _tree.Of(word))
        {
            if (d < word)
                continue;
            var relation = syntax.RelationOf(d);
            switch (part.Kind)
            {
                case ComplementKind.Clause when relation == Relation.Csubj && syntax.HasMark(d, "that") || relation is Relation.Ccomp or Relation.Advcl or Relation.Xcomp && syntax.OwnSubject(d) >= 0 && !HasOtherMark(d) && syntax.InfinitiveMark(d) < 0:
                case ComplementKind.Infinitive when relation is Relation.Xcomp or Relation.Advcl or Relation.Ccomp && syntax.InfinitiveMark(d) >= 0:
                    draft.Content.Add(syntax.Phrase(d));
                    return draft;
                case ComplementKind.Preposition when relation is Relation.Obl or Relation.Advcl && syntax.Leader(d, part.Prepositions) is >= 0 and var leader:
                    draft.Content.Add(new Stretch(leader + 1, syntax.Right(d) + 1));
                    return draft;
                default:
                    break;
            }
        }
        return null;
    }

    // “happy when it rained”: only that and if lead to what is ascribed.
    private bool HasOtherMark(int clause)
    {
        foreach (var d in _tree.Of(clause))
            if (syntax.RelationOf(d) == Relation.Mark && syntax.Lemmas[d] is not ("that" or "if" or "whether") || syntax.RelationOf(d) == Relation.Advmod && _tokens[d].Xpos == "WRB" && syntax.Lemmas[d] == "when")
                return true;
        return false;
    }

    private Draft? Complete(Draft draft, int word, int governor)
    {
        var source = syntax.Subject(governor);
        // “it is certain that”: an empty subject, whatever the tree calls it; “it is ready to”, said of somebody, is none.
        var isMinded = draft.Form == "infinitive" && source >= 0 && syntax.Lemmas[source] == "it" && syntax.RelationOf(source) != Relation.Expl;
        if (source < 0 || source == word || !isMinded && (syntax.CannotSpeak(source) || syntax.Lemmas[source] == "it") || draft.Rule.NeedsActor && syntax.Document.MentionAt(source) is null)
            return null;

        draft.SourceHead = source;
        draft.Source.Add(syntax.Name(source));
        var group = syntax.Group(word);
        var first = governor != word ? Math.Min(group.First, syntax.Group(governor).First) : group.First;
        if (source >= first && source < word)
            first = group.First;
        var next = draft.Content.First;
        draft.Cue = new(first, next == group.End + 1 && syntax.RelationOf(group.End) is Relation.Case or Relation.Mark && syntax.Lemmas[group.End] is not "that" && draft.Form is not ("clause" or "infinitive") ? next : group.End);
        draft.Clause = governor;
        if (syntax.IsNegated(word) || governor != word && syntax.IsNegated(governor))
            draft.Polarity = _rules.Negated(draft.Polarity);
        return draft;
    }
}
