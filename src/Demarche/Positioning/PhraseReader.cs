using Demarche.Codebooks;
using Demarche.Coding;

namespace Demarche.Positioning;

/// <summary>Reads positions off set phrases, which the tree often takes apart: “turned a deaf ear to the appeal”, “falls short, Belgrade said”.</summary>
internal sealed class PhraseReader
{
    private readonly PositionRules _rules;
    private readonly Operators _operators;
    private readonly FrameReader _frames;
    private readonly Turning _turning;
    private readonly double _confidence;
    private readonly PhraseFinder<SetPhrase> _finder;

    public PhraseReader(Codebook codebook, WordNumbers numbers)
    {
        _finder = new(numbers);
        (_rules, _operators) = (codebook.Positions, codebook.Operators);
        _frames = new(codebook.Operators);
        _turning = new(codebook.Operators, codebook.Positions);
        _confidence = codebook.Operators.Confidence.GetValueOrDefault("clause", 1);
        // “is not opposed to” is one of its own, before “is opposed to”.
        foreach (var phrase in _rules.Phrases.OrderByDescending(p => p.Negated))
            _finder.Add(phrase.Words, phrase);
    }

    public void Read(Document document, NumberedWord[] words, List<Stand> stands)
    {
        var taken = -1;
        foreach (var sentence in document.Sentences)
            if (!sentence.Ignored)
                foreach (var hit in _finder.Find(document, words, sentence))
                    if (hit.First != taken && Reads(document, sentence, hit, stands))
                        taken = hit.First;
    }

    /// <summary>Reads a phrase; false where it is none here, so that another of the same words may be.</summary>
    private bool Reads(Document document, Sentence sentence, PhraseHit<SetPhrase> hit, List<Stand> stands)
    {
        var phrase = hit.Value;
        var rule = _rules.OfPattern[phrase.Rule];
        if (rule.Headline && sentence.Kind != BlockKind.Title && !IsInCapitals(document, sentence))
            return false;
        var trigger = hit.Top;
        var frame = document.Tokens[trigger].Upos is Upos.VERB or Upos.AUX || document.Tree.Dependent(trigger, Relation.Cop) >= 0 ? _frames.OfClause(document, trigger, asPredicate: document.Tree.Dependent(trigger, Relation.Cop) >= 0) : new(trigger);
        var attribution = document.AttributionAt(trigger);
        // “relations with Chile would suffer”: what stands right before is not always what it is said of.
        var subject = phrase.Holder == PhraseHolder.Speaker && frame.Subject >= 0 ? frame.Subject : Before(document, sentence, hit) is >= 0 and var beside ? beside : frame.Subject;
        var actors = phrase.Holder switch
        {
            PhraseHolder.Subject => Participants.Of(document, subject, [_rules.Takers]),
            PhraseHolder.Behind => Participants.Of(document, Behind(document, hit), [_rules.Takers], places: true),
            _ => Viewers.Of(document, frame, attribution),
        };
        var said = phrase.Words.Any(word => word.Any(_operators.Negations.Contains));
        if (actors.Count == 0 || phrase.Negated && Negation.Of(document, trigger, _operators) is null)
            return false;
        // “said that his country would face sanctions” threatens nobody.
        if (phrase.Holder == PhraseHolder.Speaker && rule.Stance == "threaten" && Participants.Of(document, subject).Exists(actor => actors.Exists(actor.SameSide)))
            return false;
        var match = new Match { Type = rule.Stance, Pattern = null, Rule = phrase.Rule, Frame = frame, Negated = phrase.Negated || said };
        if (_turning.Of(document, match, rule, attribution, actors, out var reason) is not { } stance)
        {
            document.Considered.Add(new(document.SpanOf(hit.First, hit.Last), phrase.Rule, reason ?? "nothing is left of the stance"));
            return true;
        }
        var matter = phrase.Holder == PhraseHolder.Subject ? After(document, sentence, hit) : subject;
        var evidence = document.SpanOf(hit.First, hit.Last);
        if (phrase.Holder == PhraseHolder.Behind && actors[0].Mention is { } named)
            evidence = evidence.To(named);
        if (subject >= 0 && document.SentenceOf(subject) == sentence && !document.Tree.Dominates(subject, trigger))
            evidence = evidence.To(Matter.SpanOf(document, subject));
        stands.Add(new()
        {
            Trigger = trigger,
            Kind = StandKind.Words,
            Actors = actors,
            Rule = rule,
            Stance = stance,
            Outcome = matter,
            Attribution = attribution,
            Evidence = matter >= 0 ? Matter.Widened(document, evidence, trigger, matter) : evidence,
            Source = phrase.Rule,
            Confidence = _confidence,
            Why = () => $"“{document.Words(document.SpanOf(hit.First, hit.Last))}” is a set phrase of {phrase.Rule}{(reason is null ? "" : $", and {reason}")}; actor: {string.Join(", ", actors.Select(a => a.Name))}",
        });
        return true;
    }

    /// <summary>A telegram leaves out what a headline leaves out.</summary>
    private static bool IsInCapitals(Document document, Sentence sentence) => !sentence.Span.Of(document.Text).ContainsAnyInRange('a', 'z');

    /// <summary>The head of the mention right before the phrase, auxiliaries, adverbs and quotation marks apart; −1 where there is none.</summary>
    private static int Before(Document document, Sentence sentence, PhraseHit<SetPhrase> hit)
    {
        var t = hit.First - 1;
        while (t >= sentence.First && (document.Tokens[t].Upos is Upos.AUX or Upos.ADV or Upos.PART || document.Tokens[t].Form is "\"" or "“" or "'" or "‘"))
            t--;
        return t >= sentence.First && (document.MentionAt(t) ?? document.MentionOver(t)) is not null ? t : -1;
    }

    /// <summary>The noun whose preposition is the last word of the phrase, or that stands right behind it.</summary>
    private static int Behind(Document document, PhraseHit<SetPhrase> hit)
    {
        if (document.Tokens[hit.Last] is { Relation: Relation.Case, Head: >= 0 and var noun } && noun > hit.Last)
            return noun;
        for (var t = hit.Last + 1; t < Math.Min(hit.Last + 5, document.Tokens.Length); t++)
            if (document.MentionAt(t) is not null)
                return t;
            else if (document.Tokens[t].Upos is not (Upos.DET or Upos.ADJ or Upos.NOUN or Upos.PROPN))
                return -1;
        return -1;
    }

    /// <summary>What the phrase is about: the head of the words that begin right behind it; −1 where nothing follows that belongs to it.</summary>
    private static int After(Document document, Sentence sentence, PhraseHit<SetPhrase> hit)
    {
        if (document.Tokens[hit.Last] is { Relation: Relation.Case or Relation.Mark, Head: >= 0 and var led } && led > hit.Last)
            return led;
        for (var t = hit.Last + 1; t < sentence.End; t++)
            if (document.Tokens[t].Head >= hit.First && document.Tokens[t].Head <= hit.Last)
                return document.Tokens[t].Upos != Upos.PUNCT && document.Tree.LeftEdge(t) == hit.Last + 1 && document.Tokens[t].Relation.Universal() is not (Relation.Conj or Relation.Cc or Relation.Parataxis or Relation.Advmod) && document.TimeAt(t) is null ? t : -1;
        return -1;
    }
}
