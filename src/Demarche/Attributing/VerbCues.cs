namespace Demarche.Attributing;

/// <summary>Finds attributions whose cue is a verb: active, passive, participle, infinitive, inverted, around or after its content.</summary>
internal sealed class VerbCues
{
    private readonly Syntax _syntax;
    private readonly Token[] _tokens;
    private readonly Tree _tree;
    private readonly AttributionRules _rules;
    private readonly Quotations _quotations;
    private readonly SurroundingClauses _surrounding;
    private readonly PhraseComplements _phrases;
    private readonly ClauseComplements _clauses;
    private readonly VerbSources _sources;

    // What the parts of a frame have found so far; one list for all frames.
    private readonly List<int> _used = new(8);

    public VerbCues(Syntax syntax, Quotations quotations, Speakers speakers)
    {
        _syntax = syntax;
        _tokens = syntax.Tokens;
        _tree = syntax.Tree;
        _rules = syntax.Rules;
        _quotations = quotations;
        _surrounding = new(syntax, quotations, speakers);
        _phrases = new(syntax);
        _clauses = new(syntax, quotations, _phrases, _surrounding);
        _sources = new(syntax, quotations, speakers);
    }

    /// <summary>The attribution that this verb makes, or null.</summary>
    public Draft? Find(int verb)
    {
        // “the commanding lead” is an adjective; “diplomats here recall that” is a verb whatever the coarser tag says.
        if (_tokens[verb].Upos != Upos.VERB && !(_tokens[verb].Xpos is "VBP" or "VBZ" or "VBD" && _tokens[verb].Upos == Upos.NOUN && _syntax.OwnSubject(verb) >= 0) || _syntax.RelationOf(verb) is Relation.Amod or Relation.Compound or Relation.Aux)
            return null;

        var words = _rules.Verbs(_syntax.Lemmas[verb]);
        // “code-named “Guardian””: behind a hyphen stands half a word.
        if (words.Count == 0 || verb > 1 && _syntax.IsHyphen(verb - 1) && !_tokens[verb].SpaceBefore)
            return null;

        var sentence = _syntax.SentenceOf(verb);
        var particle = Particle(verb);
        var passive = _syntax.IsPassive(verb);
        Draft? best = null;
        foreach (var word in words)
        {
            var last = verb;
            if (word.Further.Length > 0)
            {
                last = FurtherWords(verb, word.Further, sentence.End);
                if (last < 0)
                    continue;
            }
            // “carried out” is not “carry”: a verb with a particle counts only where the codebook lists it with one.
            else if (particle > verb)
            {
                continue;
            }
            if (passive && word.Rule.Voice == Voice.Active)
                continue;
            foreach (var frame in word.Rule.Frames)
            {
                // “The envoy, insisted on …”: what has neither object nor person has no passive; the participle is the parser's.
                var isPassive = word.Rule.Voice == Voice.Passive || passive && (frame.Has(ComplementKind.Noun) || frame.Has(ComplementKind.Person) || !_syntax.MayBePast(verb) || _tree.Dependent(verb, Relation.OblAgent) >= 0);
                var draft = Match(verb, last, frame, word.Rule, isPassive) ?? QuotedPredicate(verb, frame, word.Rule, isPassive);
                if (draft is null)
                    continue;
                draft.Last = last;
                draft.Weight += 5 * word.Further.Length;
                if (best is null || draft.Weight > best.Weight)
                    best = draft;
            }
        }
        return best is null ? null : _sources.Complete(best, verb);
    }

    private int Particle(int verb)
    {
        foreach (var d in _tree.Of(verb))
            if (_tokens[d].Relation == Relation.CompoundPrt)
                return d;
        return -1;
    }

    private int FurtherWords(int verb, string[] further, int end)
    {
        var at = verb;
        foreach (var word in further)
        {
            var found = -1;
            for (var t = at + 1; t < end && t <= at + 4; t++)
                if (_syntax.Lemmas[t] == word || _syntax.HasForm(t, word))
                {
                    found = t;
                    break;
                }
            if (found < 0)
                return -1;
            at = found;
        }
        return at;
    }

    private Draft? Match(int verb, int last, Frame frame, CueRule rule, bool passive)
    {
        var draft = new Draft(rule, verb, default) { Form = frame.Text, TakesQuote = rule.TakesQuote, IsPassive = passive };
        var used = _used;
        used.Clear();
        var hasContent = false;
        foreach (var part in frame.Parts)
        {
            var found = part.Kind switch
            {
                ComplementKind.Clause => _clauses.Clause(verb, last, used, draft),
                ComplementKind.Quote => _surrounding.Around(verb, draft),
                ComplementKind.Infinitive => _phrases.Infinitive(verb, last, used, draft, frame),
                ComplementKind.Gerund => _phrases.Gerund(verb, last, used, draft),
                ComplementKind.Noun => _phrases.Noun(verb, last, used, draft, frame),
                ComplementKind.Predicate => _phrases.Predicate(verb, used, draft),
                ComplementKind.Person => _phrases.Person(verb, part, used, draft),
                ComplementKind.Source => _phrases.Source(verb, part, used, draft),
                _ => _phrases.Preposition(verb, last, part, used, draft),
            };
            if (!found)
                return null;
            draft.Weight += part.Weight;
            hasContent |= part.IsContent;
        }
        return hasContent && !draft.Content.IsEmpty ? draft : null;
    }

    /// <summary>“called the plan “a farce””: the marks show the predicate where the tree does not.</summary>
    private Draft? QuotedPredicate(int verb, Frame frame, CueRule rule, bool passive)
    {
        if (passive || !frame.Has(ComplementKind.Predicate) || _quotations.Inside(verb))
            return null;
        var sentence = _syntax.SentenceOf(verb);
        for (var t = verb + 1; t < sentence.End && t <= verb + 15; t++)
        {
            if (_quotations.At(t) is >= 0 and var q)
            {
                if (t == verb + 1 && _tokens[verb].Relation != Relation.AclRelcl)
                    return null;
                var draft = new Draft(rule, verb, default) { Form = frame.Text, Weight = 12 };
                draft.Content.Add(new Stretch(verb + 1, Math.Min(_quotations.All[q].Words.End, sentence.End)));
                return draft;
            }
            if (_tokens[t].Upos is Upos.VERB or Upos.AUX or Upos.PUNCT || t == verb + 1 && _tokens[t].Upos is Upos.ADP or Upos.ADV)
                return null;
        }
        return null;
    }
}
