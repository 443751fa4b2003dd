namespace Demarche.Attributing;

/// <summary>Reads from the clause of a cue to whom, through what and when it was said.</summary>
internal sealed class Circumstances
{
    private readonly Syntax _syntax;
    private readonly Document _document;
    private readonly AttributionRules _rules;
    private readonly Dictionary<int, int> _timeAt = [];

    public Circumstances(Syntax syntax)
    {
        _syntax = syntax;
        _document = syntax.Document;
        _rules = syntax.Rules;
        for (var i = 0; i < _document.Times.Count; i++)
        {
            var head = _document.Times[i].Head;
            if (head < 0 || head >= syntax.Tokens.Length)
                continue;
            // “in a call on Tuesday”: the day hangs on the call, the call on the verb.
            for (var step = 0; step < 4 && head >= 0; step++)
            {
                head = syntax.Tokens[head].Head;
                if (head >= 0)
                    _timeAt.TryAdd(head, i);
                if (head >= 0 && syntax.IsVerb(head))
                    break;
            }
        }
    }

    public PartialDate? Date(Draft draft)
    {
        foreach (var verb in (int[])[draft.CueHead, draft.Clause])
            if (_timeAt.TryGetValue(verb, out var i) && !draft.Content.Contains(_document.Times[i].Head) && !(draft.Rule.Kind == AttributionKind.Intention && LedBy(_document.Times[i].Head, _rules.Deadlines)))
                return _document.Times[i] is { IsRelative: false } time ? time.Date : null;
        return null;
    }

    /// <summary>The persons told, with those joined to them by “and”, and the partners of a talk.</summary>
    public IReadOnlyList<Actor> Addressees(Draft draft)
    {
        var actors = new List<Actor>();
        // “promised the president”: behind the verb the speaker looks like whom it was promised.
        foreach (var person in draft.Persons)
            if (person != draft.SourceHead)
                AddWithConjuncts(person, actors, draft);
        foreach (var d in Obliques(draft))
        {
            if (LedBy(d, _rules.AddressedBy))
                AddWithConjuncts(d, actors, draft);
            else if (LedBy(d, _rules.MediaAfter) && _rules.Medium(_syntax.Lemmas[d]) is not null)
                foreach (var partner in _syntax.Tree.Of(d))
                    if (_syntax.RelationOf(partner) == Relation.Nmod && LedBy(partner, _rules.AddressedBy))
                        AddWithConjuncts(partner, actors, draft);
        }
        return actors;
    }

    public string? Medium(Draft draft)
    {
        foreach (var d in Obliques(draft))
            if (LedBy(d, _rules.MediaAfter) && MediumOf(d) is { } medium)
                return medium;
        // “told a news conference that …”
        foreach (var person in draft.Persons)
            if (_syntax.Tokens[person].Upos == Upos.NOUN && MediumOf(person) is { } told)
                return told;
        // “Speaking at a briefing, she said …”
        foreach (var d in _syntax.Tree.Of(draft.CueHead))
            if (_syntax.RelationOf(d) == Relation.Advcl && _syntax.IsGerund(d) && _rules.Speaking.Contains(_syntax.Lemmas[d]))
                foreach (var way in _syntax.Tree.Of(d))
                    if (_syntax.RelationOf(way) == Relation.Obl && LedBy(way, _rules.MediaAfter) && MediumOf(way) is { } spoken)
                        return spoken;
        return draft.Rule.Medium;
    }

    private string? MediumOf(int noun)
    {
        foreach (var part in _syntax.Tree.Of(noun))
            if (_syntax.RelationOf(part) is Relation.Compound or Relation.Amod && _rules.Medium($"{_syntax.Lemmas[part]} {_syntax.Lemmas[noun]}") is { } compound)
                return compound;
        // “on Telegram” is no telegram.
        if (((_syntax.Tokens[noun].Upos == Upos.PROPN ? _rules.Medium(_syntax.Tokens[noun].Form) : null) ?? _rules.Medium(_syntax.Lemmas[noun])) is not { } medium)
            return null;
        // “an interview by telephone”, “a telephone interview”: how they spoke; “an interview with his counterpart” is a talk between the two.
        foreach (var part in _syntax.Tree.Of(noun))
            if (_syntax.RelationOf(part) is Relation.Compound or Relation.Nmod && _rules.Medium(_syntax.Lemmas[part]) is { } way && _rules.MediaOfWay.Contains(way))
                return way;
        foreach (var part in _syntax.Tree.Of(noun))
            if (_syntax.RelationOf(part) == Relation.Nmod && LedBy(part, _rules.AddressedBy) && IsPartner(part))
                return _rules.MediaBetweenPartners.GetValueOrDefault(medium, medium);
        return medium;
    }

    // The press is where something was said, not to whom.
    private bool IsPartner(int token) => _document.MentionAt(token) is { } mention && !(mention.Actor.Sector is { } sector && _rules.PressSectors.Contains(sector));

    private IEnumerable<int> Obliques(Draft draft)
    {
        foreach (var way in draft.Ways)
            yield return way;
        foreach (var verb in draft.Clause == draft.CueHead ? (int[])[draft.CueHead] : [draft.CueHead, draft.Clause])
            foreach (var d in _syntax.Tree.Of(verb))
                if (_syntax.RelationOf(d) is Relation.Obl or Relation.Nmod && !draft.Content.Contains(d) && !draft.Source.Contains(d))
                    yield return d;
    }

    private bool LedBy(int token, IReadOnlySet<string> prepositions)
    {
        foreach (var d in _syntax.Tree.Of(token))
            if (_syntax.RelationOf(d) == Relation.Case && prepositions.Contains(_syntax.Lemmas[d]))
                return true;
        return false;
    }

    private void AddWithConjuncts(int head, List<Actor> actors, Draft draft)
    {
        Add(head);
        foreach (var d in _syntax.Tree.Of(head))
            if (_syntax.RelationOf(d) == Relation.Conj)
                Add(d);

        void Add(int token)
        {
            if (_syntax.Tokens[token].Upos == Upos.NOUN && MediumOf(token) is not null || _rules.Medium(_syntax.Lemmas[token]) is not null || _rules.Listeners.Contains(_syntax.Lemmas[token]) || draft.Content.Contains(token))
                return;
            if (_document.MentionAt(token) is not { } mention)
            {
                // “both sides”, “the two presidents”: whoever they are.
                if (draft.Persons.Contains(head) && _syntax.Tokens[token].Upos == Upos.NOUN && !_syntax.IsTime(token))
                {
                    // The parser may hang what is said on whom it is said to.
                    var name = _syntax.Name(token);
                    var last = name.End - 1;
                    while (last > token && (draft.Content.Contains(last) || _syntax.Tokens[last].Upos == Upos.ADP))
                        last--;
                    var words = _document.SpanOf(name.First, last);
                    if (!actors.Exists(actor => actor.Mention == words))
                        actors.Add(new(_document.Words(words), _syntax.Tokens[token].Xpos == "NNS" ? ActorKind.Group : ActorKind.Person) { Anonymous = true, Mention = words });
                }
                return;
            }
            if (!IsPartner(token))
                return;
            if (!actors.Exists(actor => actor.Is(mention.Actor)))
                actors.Add(mention.Actor);
        }
    }
}
