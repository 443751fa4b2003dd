namespace Demarche.Attributing;

/// <summary>Finds attributions whose cue is a noun: “its demand for”, “issued a statement that”, “the hope is that”.</summary>
internal sealed class NounCues(Syntax syntax, Quotations quotations)
{
    private readonly Token[] _tokens = syntax.Tokens;
    private readonly Tree _tree = syntax.Tree;
    private readonly AttributionRules _rules = syntax.Rules;

    public Draft? Find(int noun)
    {
        if (_tokens[noun].Upos != Upos.NOUN)
            return null;

        Draft? best = null;
        foreach (var word in _rules.Nouns(syntax.Lemmas[noun]))
        {
            if (word.Further.Length > 0)
                continue;
            foreach (var frame in word.Rule.Frames)
                if (Match(noun, frame, word.Rule) is { } draft && (best is null || draft.Weight > best.Weight))
                    best = draft;
        }
        return best is null ? null : Complete(best, noun);
    }

    private Draft? Match(int noun, Frame frame, CueRule rule)
    {
        var draft = new Draft(rule, noun, default) { Form = frame.Text };
        var part = frame.Parts[0];
        var found = part.Kind switch
        {
            ComplementKind.Clause => Clause(noun, draft),
            ComplementKind.Infinitive => Infinitive(noun, draft),
            ComplementKind.Preposition => Preposition(noun, part, draft),
            ComplementKind.Predicate => Predicate(noun, draft),
            ComplementKind.Quote => Quote(noun, draft),
            _ => false,
        };
        draft.Weight += part.Weight;
        return found && !draft.Content.IsEmpty ? draft : null;
    }

    private bool Clause(int noun, Draft draft)
    {
        foreach (var d in _tree.Of(noun))
            if (d > noun && IsContentClause(d))
                return Take(d, draft);
        // “the assertion by officials that no troops had left”, hung on those who assert it.
        if (Giver(noun) is >= 0 and var giver)
            foreach (var d in _tree.Of(giver))
                if (d > giver && syntax.RelationOf(d) is Relation.Acl or Relation.Ccomp && syntax.Lemmas[syntax.Left(d)] == "that" && syntax.OwnSubject(d) is >= 0 and var subject && !syntax.IsRelativePronoun(subject))
                    return Take(d, draft);
        // “There is a belief in the port that …”
        if (syntax.RelationOf(noun) == Relation.Nsubj && _tokens[noun].Head is >= 0 and var being && _tree.Dependent(being, Relation.Expl) >= 0)
            foreach (var d in _tree.Of(being))
                if (d > noun && syntax.RelationOf(d) is Relation.Csubj or Relation.Ccomp && syntax.HasMark(d, "that"))
                    return Take(d, draft);
        // “The claim was made yesterday that …”
        var carrier = Carrier(noun);
        if (carrier >= 0)
            foreach (var d in _tree.Of(carrier))
                if (d > noun && syntax.RelationOf(d) == Relation.Ccomp && syntax.HasMark(d, "that"))
                    return Take(d, draft);
        return false;
    }

    // “the claim that the town fell” is a content, “the claim that she raised” tells which; parsers mix them up, the verb tells them apart.
    private bool IsContentClause(int clause)
    {
        if (syntax.RelationOf(clause) is not (Relation.Acl or Relation.Ccomp) || syntax.OwnSubject(clause) is not (>= 0 and var subject) || syntax.IsRelativePronoun(subject))
            return false;
        if (_tokens[clause].Relation != Relation.AclRelcl)
            return syntax.HasMark(clause, "that") || syntax.HasMark(clause, "whether") || syntax.RelationOf(clause) == Relation.Ccomp;
        return syntax.Lemmas[syntax.Left(clause)] == "that" && !_rules.Carriers.Contains(syntax.Lemmas[clause]);
    }

    private bool Infinitive(int noun, Draft draft)
    {
        foreach (var d in _tree.Of(noun))
            if (d > noun && syntax.RelationOf(d) == Relation.Acl && syntax.InfinitiveMark(d) >= 0)
                return Take(d, draft);
        return false;
    }

    private bool Preposition(int noun, Complement part, Draft draft)
    {
        foreach (var d in _tree.Of(noun))
            if (d > noun && syntax.RelationOf(d) is Relation.Nmod or Relation.Acl or Relation.Obl or Relation.Advcl && syntax.Leader(d, part.Prepositions) is >= 0 and var leader && !IsOwner(d))
            {
                draft.Content.Add(new Stretch(leader + 1, syntax.Right(d) + 1));
                return true;
            }
        // “calls by lawmakers for an inquiry”, hung on those who call.
        if (Giver(noun) is >= 0 and var giver)
            foreach (var d in _tree.Of(giver))
                if (d > giver && syntax.RelationOf(d) is Relation.Nmod or Relation.Acl && syntax.Leader(d, part.Prepositions) is >= 0 and var leads && Array.IndexOf(Owners, syntax.Lemmas[leads]) < 0)
                {
                    draft.Content.Add(new Stretch(leads + 1, syntax.Right(d) + 1));
                    return true;
                }
        var carrier = Carrier(noun);
        if (carrier >= 0)
            foreach (var d in _tree.Of(carrier))
                if (d > noun && syntax.Left(d) == syntax.Right(noun) + 1 && syntax.RelationOf(d) is Relation.Obl or Relation.Advcl && syntax.Leader(d, part.Prepositions) is >= 0 and var leader)
                {
                    draft.Content.Add(new Stretch(leader + 1, syntax.Right(d) + 1));
                    return true;
                }
        return false;
    }

    // “the claim of the colonel”: whoever is known as an actor owns the word rather than being what it is about.
    private bool IsOwner(int token) => syntax.Leader(token, Of) >= 0 && syntax.Document.MentionAt(token) is { Kind: not MentionKind.Adjective } && _tree.Dependent(_tokens[token].Head, Relation.Acl) >= 0;

    /// <summary>Who stands behind “by” or “from” right behind the noun; −1 when nobody does.</summary>
    private int Giver(int noun)
    {
        foreach (var d in _tree.Of(noun))
            if (d > noun && syntax.RelationOf(d) == Relation.Nmod && syntax.Left(d) == noun + 1 && syntax.IsNominal(d) && syntax.Leader(d, Givers) >= 0)
                return d;
        return -1;
    }

    private static readonly string[] Givers = ["by", "from", "among"];
    private static readonly string[] Of = ["of"];
    private static readonly string[] Owners = ["of", "by", "from", "among"];

    /// <summary>“Their aim is to …”, “the hope was that …”</summary>
    private bool Predicate(int noun, Draft draft)
    {
        if (syntax.RelationOf(noun) != Relation.Nsubj || _tokens[noun].Head is < 0)
            return false;
        var head = _tokens[noun].Head;
        var content = -1;
        if (syntax.Lemmas[head] == "be")
            content = _tree.Dependent(head, Relation.Ccomp) is >= 0 and var clause ? clause : _tree.Dependent(head, Relation.Xcomp);
        else if (_tree.Dependent(head, Relation.Cop) is >= 0 and var copula && copula > noun && (syntax.InfinitiveMark(head) > copula || syntax.HasMark(head, "that")))
        {
            draft.Content.Add(new Stretch(copula + 1, syntax.Right(head) + 1));
            return true;
        }
        return content > noun && Take(content, draft);
    }

    private bool Quote(int noun, Draft draft)
    {
        var next = noun + 1;
        if (next < _tokens.Length && _tokens[next].Form is ":" or ",")
            next++;
        if (next >= _tokens.Length || quotations.At(next) < 0 || quotations.At(noun) == quotations.At(next))
            return false;
        draft.Content.Add(quotations.All[quotations.At(next)].Words);
        return true;
    }

    private bool Take(int head, Draft draft)
    {
        draft.Content.Add(syntax.Phrase(head));
        return true;
    }

    /// <summary>The verb that merely carries the noun (“issue” in “issued a statement”), or −1.</summary>
    private int Carrier(int noun)
    {
        var head = _tokens[noun].Head;
        return head >= 0 && syntax.RelationOf(noun) is Relation.Obj or Relation.Nsubj && _tokens[head].Upos == Upos.VERB && _rules.Carriers.Contains(syntax.Lemmas[head])
            && (syntax.RelationOf(noun) == Relation.Obj || _tokens[noun].Relation == Relation.NsubjPass) ? head : -1;
    }

    private Draft? Complete(Draft draft, int noun)
    {
        var carrier = Carrier(noun);
        var source = Owner(noun, draft);
        var first = noun;
        // The adjectives of the cue belong to it: “renewed calls for”; the owner and the article do not.
        while (first > 0 && _tokens[first - 1].Head == noun && syntax.RelationOf(first - 1) is Relation.Amod or Relation.Compound or Relation.Advmod && first - 1 != source && !IsActor(first - 1))
            first--;
        var end = noun + 1;
        var next = draft.Content.List.Count > 0 ? draft.Content.First : 0;
        if (next == noun + 2 && syntax.RelationOf(noun + 1) is Relation.Case or Relation.Mark)
            end = next;

        if (source < 0 && carrier >= 0)
        {
            source = syntax.IsPassive(carrier) ? syntax.Agent(carrier) : syntax.Subject(carrier);
            if (carrier < noun)
            {
                var group = syntax.Group(carrier);
                if (noun - group.End <= 5 && (source < 0 || !new Stretch(group.First, end).Contains(source)))
                    first = group.First;
            }
            draft.Clause = carrier;
            if (syntax.IsNegated(carrier))
                draft.Polarity = _rules.Negated(draft.Polarity);
        }
        // “Lomé voiced hope that …”, the verb taken for an adjective of the noun.
        if (source < 0 && noun > 0 && _tokens[noun - 1] is { Upos: Upos.VERB, Xpos: "VBD" or "VBZ" } && _tokens[noun - 1].Head == noun && _rules.Carriers.Contains(syntax.Lemmas[noun - 1]) && syntax.OwnSubject(noun - 1) is >= 0 and var voice)
        {
            source = voice;
            draft.Clause = noun - 1;
        }
        // “is of the opinion that”, “remained of the view that”
        if (source < 0 && syntax.Leader(noun, Of) >= 0)
        {
            var copula = _tree.Dependent(noun, Relation.Cop);
            var verb = copula < 0 && _tokens[noun].Head is >= 0 and var head && head < noun && _rules.Copulas.Contains(syntax.Lemmas[head]) ? head : -1;
            if (copula >= 0 || verb >= 0)
            {
                source = syntax.Subject(copula >= 0 ? noun : verb);
                first = copula >= 0 ? copula : syntax.Group(verb).First;
                draft.Clause = copula >= 0 ? noun : verb;
                if (verb >= 0 && syntax.IsNegated(verb))
                    draft.Polarity = _rules.Negated(draft.Polarity);
            }
        }
        if (syntax.IsNegated(noun))
            draft.Polarity = _rules.Negated(draft.Polarity);
        if (source >= 0 && syntax.CannotSpeak(source))
            source = -1;
        // Nobody named: only a whole clause is sure to be somebody's words.
        if (source < 0 && draft.Form != "clause")
            return null;
        if (source < 0)
            draft.Confidence *= 0.5;
        draft.SourceHead = source;
        if (source >= 0)
        {
            var name = syntax.Name(source);
            // “calls by lawmakers for an inquiry”: what is called for tells nothing about who calls.
            if (name.First < draft.Content.First && draft.Content.First < name.End)
                name = name with { End = draft.Content.First - (syntax.RelationOf(draft.Content.First - 1) == Relation.Case ? 1 : 0) };
            draft.Source.Add(name);
        }
        draft.Cue = new(first, end);
        return draft;
    }

    private bool IsActor(int token) => syntax.Document.MentionAt(token) is not null;

    /// <summary>Whose word it is: a possessive, a phrase with of, by or from, an adjective of nationality, a name before it.</summary>
    private int Owner(int noun, Draft draft)
    {
        foreach (var d in _tree.Of(noun))
            if (_tokens[d].Relation == Relation.NmodPoss)
                return d;
        foreach (var d in _tree.Of(noun))
            if (d > noun && syntax.RelationOf(d) == Relation.Nmod && syntax.IsNominal(d) && syntax.Leader(d, Owners) >= 0 && !draft.Content.Contains(d))
                return d;
        foreach (var d in _tree.Of(noun))
            if (d < noun && syntax.RelationOf(d) is Relation.Amod or Relation.Compound && IsActor(d))
                return d;
        return -1;
    }
}
