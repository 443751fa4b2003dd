namespace Demarche.Attributing;

/// <summary>Finds attributions made by a set phrase: “according to the ministry”, “in the eyes of Moscow”, “in its view”.</summary>
internal sealed class PhraseCues(Syntax syntax)
{
    private readonly Token[] _tokens = syntax.Tokens;
    private readonly AttributionRules _rules = syntax.Rules;

    /// <summary>The attribution whose phrase begins at this token, or null.</summary>
    public Draft? Find(int start)
    {
        foreach (var (rule, phrase) in _rules.PhrasesFrom(_tokens[start].Form))
            if (Find(start, rule, phrase) is { } draft)
                return draft;
        return null;
    }

    private Draft? Find(int start, CueRule rule, Phrase phrase)
    {
        var sentence = syntax.SentenceOf(start);
        var at = Follow(phrase.Before, start, sentence.End);
        if (at < 0 || at >= sentence.End)
            return null;
        if (rule.First && start > sentence.First && !(_tokens[start - 1].Form is "\"" or "“" || _tokens[start - 1].Upos == Upos.CCONJ && start == sentence.First + 1))
            return null;

        var head = NameFrom(at, sentence.End, phrase);
        if (head < 0)
            return null;
        var name = syntax.Name(head) is var whole && whole.First >= at ? whole : new Stretch(at, Math.Max(at + 1, whole.End));
        // “according to the expert Ana Bell”, the name hung beside what she is.
        if (phrase.After.Length == 0 && name.End < sentence.End && _tokens[name.End].Upos == Upos.PROPN && _tokens[name.End].Head == _tokens[head].Head && syntax.RelationOf(name.End) == syntax.RelationOf(head))
            name = name with { End = syntax.Right(name.End) + 1 };
        var end = Follow(phrase.After, name.End, sentence.End);
        // “as Pascal Roy, a professor at Lund, put it”: the words after the name begin with the verb of which it is the subject.
        if (end < 0 && phrase.After.Length > 0 && syntax.RelationOf(head) == Relation.Nsubj && _tokens[head].Head is var verb && verb > name.End && verb < sentence.End)
        {
            end = Follow(phrase.After, verb, sentence.End);
            name = name with { End = verb };
        }
        if (end < 0 || rule.NotSource.Contains(syntax.Lemmas[head]) || rule.Only.Count > 0 && !rule.Only.Contains(syntax.Lemmas[head]) || syntax.CannotSpeak(head))
            return null;
        if (rule.NeedsActor && !IsActor(head))
            return null;

        var draft = new Draft(rule, start, new(start, at)) { SourceHead = head, Form = "phrase" };
        draft.Source.Add(name);
        // “in the minister's view”: the words after the owner belong to the cue, which is then in one piece with them.
        if (phrase.After.Length > 0 && phrase.After[0][0] != ",")
            draft.Cue = at == start + 1 ? new(name.End, end) : draft.Cue;
        var all = new Stretch(start, end);
        var clause = ClauseOf(head, all, sentence);
        draft.Content.Add(clause).Remove(all);
        draft.Clause = start;
        return draft.Content.IsEmpty ? null : draft;
    }

    private int Follow(string[][] words, int at, int end)
    {
        foreach (var alternatives in words)
        {
            if (at >= end || at < 0 || !IsOneOf(at, alternatives))
                return -1;
            at++;
        }
        return at;
    }

    private bool IsOneOf(int token, string[] words)
    {
        foreach (var word in words)
            if (syntax.HasForm(token, word))
                return true;
        return false;
    }

    /// <summary>The head of the noun phrase that begins at a token: the one of its governors that lies highest without reaching back before it.</summary>
    private int NameFrom(int at, int end, Phrase phrase)
    {
        var owner = phrase.After.Length > 0;
        var head = at;
        // “in the Iranian view”: the adjective names whose view it is.
        if (owner && at + 1 < end && syntax.Document.MentionAt(at) is { Kind: MentionKind.Adjective } && Follow(phrase.After, at + 1, end) >= 0)
            return at;
        for (var step = 0; step < 40; step++)
        {
            var above = _tokens[head].Head;
            if (above < at || above >= end || HoldsComma(head, above) || !syntax.IsNominal(above) || IsPredicate(above) || owner && _tokens[head].Relation == Relation.NmodPoss && (Follow(phrase.After, head + 1, end) >= 0 || _tokens[head + 1].Continues && Follow(phrase.After, head + 2, end) >= 0) || syntax.RelationOf(head) is Relation.Nsubj or Relation.Parataxis or Relation.Acl)
                break;
            head = above;
        }
        // “according to several of them”: an adjective that stands for a noun.
        return syntax.IsNominal(head) || _tokens[head].Upos == Upos.ADJ && (_tokens[head].Xpos == "PRP$" || syntax.RelationOf(head) == Relation.Obl) ? head : -1;
    }

    // “According to a survey, the two are allies”: the noun of which something is said is no part of who says it.
    private bool IsPredicate(int noun) => syntax.Tree.Dependent(noun, Relation.Cop) >= 0 || syntax.OwnSubject(noun) >= 0;

    // “According to the paper, “the laws …””: a name does not run on into the clause behind the comma.
    private bool HoldsComma(int from, int to)
    {
        for (var t = from + 1; t < to; t++)
            if (_tokens[t].Form == "," && t + 1 < to && _tokens[t + 1].Upos == Upos.PUNCT)
                return true;
        return false;
    }

    private bool IsActor(int head)
    {
        var document = syntax.Document;
        return document.Mentions.Count > 0 ? document.MentionAt(head) is { Kind: not MentionKind.Pronoun, Actor.Id: not null } : _tokens[head].Upos == Upos.PROPN;
    }

    /// <summary>The clause to which the phrase is added: the whole sentence when it is set off at an end of it, else the clause around.</summary>
    private Stretch ClauseOf(int head, Stretch phrase, Sentence sentence)
    {
        var above = _tokens[head].Head;
        for (var step = 0; step < 60 && above >= 0; step++)
        {
            if (!phrase.Contains(above) && (syntax.IsVerb(above) || syntax.Tree.Dependent(above, Relation.Cop) >= 0 || _tokens[above].Head < 0 || syntax.RelationOf(above) is Relation.Advcl or Relation.Ccomp or Relation.Conj && syntax.IsVerb(above)))
            {
                if (syntax.RelationOf(above) is Relation.Xcomp or Relation.Aux or Relation.Acl or Relation.Csubj && _tokens[above].Head >= 0 || IsAtEnd(phrase, sentence) && _tokens[above].Head >= 0 && syntax.RelationOf(above) is not Relation.Conj)
                {
                    above = _tokens[above].Head;
                    continue;
                }
                return syntax.Phrase(above);
            }
            above = _tokens[above].Head;
        }
        return new(sentence.First, sentence.End);
    }

    // Set off by a comma at the end of the sentence, the phrase covers all of it.
    private bool IsAtEnd(Stretch phrase, Sentence sentence) =>
        phrase.First > sentence.First && _tokens[phrase.First - 1].Form == "," && phrase.End >= sentence.End - 1;
}
