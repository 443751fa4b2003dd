using Demarche.Codebooks;
using Demarche.Coding;

namespace Demarche.Positioning;

/// <summary>
/// Reads what a side calls something (“called the list unreasonable”), and where it stands (“is against an exit”, “is behind Georgetown”).
/// </summary>
internal sealed class VerdictReader(Codebook codebook, WordNumbers numbers)
{
    private readonly PositionRules _rules = codebook.Positions;
    private readonly FrameReader _frames = new(codebook.Operators);
    private readonly Turning _turning = new(codebook.Operators, codebook.Positions);
    private readonly double _confidence = codebook.Operators.Confidence.GetValueOrDefault("path", 1);
    private readonly PhraseFinder<StanceRule> _phrases = OfSeveralWords(codebook.Positions, numbers);

    private static PhraseFinder<StanceRule> OfSeveralWords(PositionRules rules, WordNumbers numbers)
    {
        var phrases = new PhraseFinder<StanceRule>(numbers);
        foreach (var (words, rule) in rules.Verdicts)
            if (words.Contains(' ', StringComparison.Ordinal))
                phrases.Add([.. words.Split(' ').Select(word => word.Split('|'))], rule);
        return phrases;
    }

    public void Read(Document document, NumberedWord[] words, List<Stand> stands)
    {
        foreach (var sentence in document.Sentences)
        {
            if (sentence.Ignored)
                continue;
            var phrases = _phrases.Find(document, words, sentence);
            for (var t = sentence.First; t < sentence.End; t++)
            {
                ref readonly var token = ref document.Tokens[t];
                var isPredicate = document.Tree.Dependent(t, Relation.Cop) >= 0;
                if (token.Upos == Upos.VERB && (_rules.VerdictVerbs.Contains(token.Lemma) || _rules.OwnVerbs.Contains(token.Lemma)))
                    Called(document, t, phrases, stands);
                else if (token.Upos == Upos.VERB && _rules.Equating.Contains(token.Lemma))
                    Amounts(document, t, phrases, stands);
                else if ((isPredicate || IsAllThatIsSaid(document, t)) && SaidOf(document, t, phrases) is { Said: true } said)
                    IsCalled(document, t, said, phrases, stands);
                else if (isPredicate && LeaningOf(document, t) is { } leaning)
                    Leans(document, t, leaning, stands);
            }
        }
    }

    private void Called(Document document, int verb, List<PhraseHit<StanceRule>> phrases, List<Stand> stands)
    {
        foreach (var d in document.Tree.Of(verb))
        {
            if (d < verb || document.Tokens[d].Relation.Universal() is not (Relation.Xcomp or Relation.Obj or Relation.Obl or Relation.Advcl or Relation.Ccomp or Relation.Nmod))
                continue;
            // “calls any attempt an act of war”: what it is called, not what is called so.
            if (document.Tokens[d].Relation == Relation.Obj && (document.Tree.Dependent(verb, Relation.Xcomp) > d || document.Tokens[document.Tree.LeftEdge(d)].Lemma is "any" or "every"))
                continue;
            if (VerdictIn(document, d, phrases, 0) is not (var word, { } stance) || !(stance.Verbs.Count > 0 ? stance.Verbs : _rules.VerdictVerbs).Contains(document.Tokens[verb].Lemma))
                continue;
            // “described the vote as unacceptable”
            if (stance.Stance == "refuse" && !_rules.Rejecting.Contains(document.Tokens[verb].Lemma))
                stance = stance with { Stance = "oppose" };
            var frame = _frames.OfClause(document, verb);
            var matter = d == frame.Object ? word : frame.Object >= 0 && frame.Object != word ? frame.Object : frame.IndirectObject;
            // “remains ready to talk”: what the word itself is about.
            if (matter < 0 || matter == word)
                matter = ComplementOf(document, word);
            Add(document, verb, word, frame, stance, matter < 0 || matter == word ? -1 : matter, Negates(document, word), stands);
            return;
        }
    }

    private static int ComplementOf(Document document, int word)
    {
        foreach (var relation in (ReadOnlySpan<Relation>)[Relation.Xcomp, Relation.Ccomp, Relation.Advcl, Relation.Obl])
            foreach (var d in document.Tree.Of(word))
                if (d > word && document.Tokens[d].Relation.Universal() == relation)
                    return d;
        return -1;
    }

    /// <summary>“Out of the question”, “Nonsense”: the head of a quotation without a verb.</summary>
    private static bool IsAllThatIsSaid(Document document, int token) =>
        document.Tokens[token] is { Upos: Upos.NOUN or Upos.ADJ, Head: >= 0 and var verb } && document.Tokens[verb].Upos == Upos.VERB && document.AttributionByCue(verb) is { Content: [var words, ..] } && words.Contains(document.Tokens[token].Span)
        && document.FirstTokenFrom(words.Start) is var first && document.Tokens[first].Upos == Upos.PUNCT && document.Tree.LeftEdge(token) <= first + 1 && document.Tree.Dependent(token, Relation.Nsubj) < 0;

    /// <summary>“is out of the question for Rabat”, “is not open to bargaining, he said”: the view of the one named, else of whoever says so.</summary>
    private void IsCalled(Document document, int word, StanceRule rule, List<PhraseHit<StanceRule>> phrases, List<Stand> stands)
    {
        var frame = _frames.OfClause(document, word, asPredicate: true);
        // “it was final and binding”, “this is blackmail”: a matter, whomever it is taken for.
        var isMatter = frame.Subject >= 0 && document.Tokens[frame.Subject].Form.ToLowerInvariant() is "it" or "this" or "that";
        // “Greenland is not for sale”: of a place, several words tell that it is a matter.
        if (!isMatter && !(phrases.Exists(phrase => phrase.Top == word) && document.Tokens[word].Upos == Upos.NOUN) && Participants.Of(document, frame.Subject).Count > 0 && document.MentionAt(frame.Subject) is not null)
            return;
        var attribution = document.AttributionAt(word) ?? Continuation.Of(document, word);
        var holders = Viewers.Of(document, frame, attribution);
        if (holders.Count > 0)
            Add(document, word, word, frame, rule, frame.Subject, false, stands, holders);
    }

    /// <summary>What a predicate says; of a noun that only points to a matter its adjective says it: “that was no serious offer”.</summary>
    private StanceRule? SaidOf(Document document, int token, List<PhraseHit<StanceRule>> phrases)
    {
        if (StanceOf(document, token, phrases) is { } own)
            return own;
        if (document.Tokens[token].Upos == Upos.NOUN && _rules.GeneralNouns.Holds(document, token))
            foreach (var d in document.Tree.Of(token))
                if (d < token && document.Tokens[d].Relation == Relation.Amod && StanceOf(document, d, phrases) is { } described)
                    return described;
        return null;
    }

    /// <summary>“would amount to interference, he said”: the view of whoever says so.</summary>
    private void Amounts(Document document, int verb, List<PhraseHit<StanceRule>> phrases, List<Stand> stands)
    {
        if (document.AttributionAt(verb) is not { Speaker: { } speaker } attribution)
            return;
        var frame = _frames.OfClause(document, verb);
        if (frame.Subject < 0 || document.MentionAt(frame.Subject) is { Kind: not MentionKind.Pronoun })
            return;
        foreach (var d in document.Tree.Of(verb))
            if (d > verb && document.Tokens[d].Relation.Universal() is Relation.Obj or Relation.Obl && VerdictIn(document, d, phrases, 0) is (var word, { } stance) && stance.Verbs.Count == 0)
            {
                Add(document, verb, word, frame, stance, frame.Subject, Negates(document, word), stands, [speaker, .. attribution.FurtherSpeakers]);
                return;
            }
    }

    /// <summary>The word of the table under a complement, with its stance: “a stab in the back”, “an act of war”, “neither fair nor useful”.</summary>
    private (int Word, StanceRule? Stance) VerdictIn(Document document, int token, List<PhraseHit<StanceRule>> phrases, int depth)
    {
        if (StanceOf(document, token, phrases) is { } own)
            return (token, own);
        foreach (var d in document.Tree.Of(token))
            if (depth < 2 && document.Tokens[d].Relation.Universal() is Relation.Conj or Relation.Amod or Relation.Xcomp or Relation.Nmod or Relation.Obl && IsSaidOf(document, token, d) && VerdictIn(document, d, phrases, depth + 1) is (var word, { } stance))
                return (word, stance);
        return (-1, null);
    }

    /// <summary>“an act of interference” is interference, “a list of mistakes” is none.</summary>
    private bool IsSaidOf(Document document, int noun, int token) => FrameReader.Preposition(document, token) switch
    {
        null or "as" => true,
        "of" => _rules.GeneralNouns.Holds(document, noun),
        _ => false,
    };

    private StanceRule? StanceOf(Document document, int token, List<PhraseHit<StanceRule>> phrases)
    {
        // “out of the question”, “a step in the right direction”
        foreach (var phrase in phrases)
            if (phrase.Top == token)
                return phrase.Value;
        // “stood with Delhi against terrorism” calls nobody that.
        if (FrameReader.Preposition(document, token) is not (null or "as" or "to" or "for" or "of"))
            return null;
        return _rules.Verdicts.TryGetValue(document.Tokens[token].Lemma.ToLowerInvariant(), out var stance) || _rules.Verdicts.TryGetValue(document.Tokens[token].Form.ToLowerInvariant(), out stance) ? stance : null;
    }

    private bool Negates(Document document, int word) => Negation.Of(document, word, codebook.Operators) is not null;

    /// <summary>“is against an exit”, “is against cutting aid”: by the preposition.</summary>
    private StanceRule? LeaningOf(Document document, int token) => document.Tokens[token] switch
    {
        { Upos: Upos.NOUN or Upos.PROPN or Upos.PRON } => FrameReader.Preposition(document, token) is { } preposition ? _rules.Leanings.GetValueOrDefault(preposition) : null,
        { Xpos: "VBG" } => document.Tree.Dependent(token, Relation.Mark) is >= 0 and var mark ? _rules.Leanings.GetValueOrDefault(document.Tokens[mark].Lemma) : null,
        _ => null,
    };

    private void Leans(Document document, int noun, StanceRule rule, List<Stand> stands)
    {
        var frame = _frames.OfClause(document, noun);
        if (frame.Subject < 0 || document.MentionAt(frame.Subject) is null)
            return;
        // “is not behind the raid” denies; that somebody is behind it, nobody says of himself.
        if (rule.Hostile is { } hostile && (_rules.HostileActs.Holds(document, noun) || _rules.Wrongs.Any(wrong => wrong.Holds(document, noun))))
            if (Negates(document, noun))
                rule = new(hostile, rule.Strength) { Negated = hostile };
            else
                return;
        Add(document, noun, noun, frame, rule, noun, false, stands);
    }

    private void Add(Document document, int trigger, int word, Frame frame, StanceRule rule, int matter, bool denied, List<Stand> stands, List<Actor>? holders = null)
    {
        var actors = holders ?? Participants.Of(document, frame.Subject);
        if (actors.Count == 0)
            return;
        var attribution = document.AttributionAt(trigger);
        var match = new Match { Type = rule.Stance, Pattern = null, Rule = "positions/verdicts", Frame = frame };
        if (_turning.Of(document, match, rule, attribution, actors, out var reason) is not { } stance)
            return;
        if (denied && stance == rule.Stance)
        {
            if (_rules.Turns[rule.Stance].Negated is not { } turned)
                return;
            stance = turned;
        }
        // A predicate has its subject under it; a complement stands alone.
        var evidence = trigger == word ? Matter.SpanOf(document, word) : document.SpanOf(Math.Min(trigger, word), Math.Max(trigger, Phrase.Extent(document, word).Last));
        if (matter >= 0)
            evidence = Matter.Widened(document, evidence, trigger, matter);
        stands.Add(new()
        {
            Trigger = trigger,
            Kind = StandKind.Words,
            Actors = actors,
            Rule = rule,
            Stance = stance,
            Outcome = matter,
            Attribution = attribution,
            Evidence = evidence,
            Source = trigger == word && holders is null ? "positions/leanings" : "positions/verdicts",
            Confidence = _confidence,
            Why = () => $"“{document.Words(evidence)}” is read as “{stance}”{(reason is null ? "" : $", and {reason}")}; actor: {string.Join(", ", actors.Select(a => a.Name))}",
        });
    }
}
