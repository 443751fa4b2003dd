using Demarche.Codebooks;
using Demarche.Coding;

namespace Demarche.Positioning;

/// <summary>Reads what each side wants, refuses, offers and threatens off the events and the words, and what is claimed about agreements.</summary>
internal sealed class Positioner : IStage
{
    private readonly PositionRules _rules;
    private readonly WordNumbers _numbers = new();
    private readonly StanceReader _stances;
    private readonly IssueReader _issues;
    private readonly AgreementReader _agreements;
    private readonly StrengthReader _strengths;
    private readonly DirectionReader _directions;

    public Positioner(Codebook codebook)
    {
        _rules = codebook.Positions;
        _stances = new(codebook, _numbers);
        _issues = new(codebook, _numbers);
        _agreements = new(codebook, _numbers);
        _strengths = new(codebook.Positions);
        _directions = new(codebook);
    }

    public Layers Requires => Layers.Events | Layers.Attributions;

    public Layers Assigns => Layers.Positions;

    public void Process(Document document)
    {
        var named = _agreements.Named(document);
        var words = _numbers.Of(document);
        var claims = _agreements.Read(document, words, named);
        var stands = StandMerger.Merge(document, _stances.Read(document, words, claims), _rules);
        _stances.AddConditions(document, stands);
        if (stands.Count == 0)
            return;
        Record(document, words, stands, named);
        _agreements.Settle(document);
    }

    private void Record(Document document, NumberedWord[] words, List<Stand> stands, List<NamedAgreement> agreements)
    {
        var terms = _issues.Terms(document, words);
        var context = _issues.Context(document, terms);
        var votes = _issues.Votes(document);
        var witnesses = new WitnessReader(document);
        foreach (var stand in stands)
        {
            var parts = _issues.Parts(document, terms, stand);
            foreach (var (head, part, issue) in parts)
                Record(document, terms, stand.About(head, part), issue, IssueOrigin.Words, [], witnesses);
            if (parts.Count > 0)
                continue;
            var (whole, origin, telling) = IssueOf(document, terms, context, votes, stand, agreements);
            Record(document, terms, stand, whole, origin, telling, witnesses);
        }
    }

    private void Record(Document document, List<IssueHit> terms, Stand stand, string issue, IssueOrigin origin, IReadOnlyList<IssueHit> telling, WitnessReader witnesses)
    {
        var (strength, strengthWords) = _strengths.Of(document, stand);
        var (direction, turned) = _directions.Of(document, terms, stand, issue, origin, telling);
        var why = stand.Why() + origin switch
        {
            IssueOrigin.Context => "; the issue is that of the story",
            IssueOrigin.Passages => telling.Count == 0 ? "; the issue is that of passages like the story" : $"; the issue is that of passages with “{string.Join("”, “", telling.Select(word => document.Tokens[word.First].Form))}”",
            _ => "",
        };
        if (direction != Direction.Neither)
            why += $"; it goes {(direction == Direction.For ? "for" : "against")} “{issue}”{(turned is null ? "" : $": {turned}")}";
        foreach (var actor in stand.Actors)
        {
            var stance = stand.Stance;
            if (stand.Rule.Answering is { } answering && stance == stand.Rule.Stance && Answered(document, stand, actor, issue, answering) is not null)
                stance = answering;
            var position = new Position
            {
                Id = $"p{document.Positions.Count + 1}",
                Actor = actor,
                Stance = stance,
                Direction = direction,
                Strength = strength,
                StrengthWords = strengthWords,
                Issue = issue,
                IssueFrom = origin,
                Addressees = stand.Addressees,
                Condition = stand.Condition,
                Outcome = OutcomeOf(document, stand),
                Date = stand.Date,
                Attribution = stand.Attribution,
                Witness = witnesses.Of(actor, stand),
                Evidence = stand.Evidence,
                Rule = stand.Source,
                Confidence = stand.Confidence,
                Why = why,
            };
            position.Answers = Answered(document, stand, actor, issue, stance);
            Compare(document.Positions, position);
            document.Positions.Add(position);
        }
    }

    private (string Issue, IssueOrigin Origin, IReadOnlyList<IssueHit> Telling) IssueOf(Document document, List<IssueHit> terms, IssueContext context, StoryVotes votes, Stand stand, List<NamedAgreement> agreements)
    {
        var named = agreements.Exists(a => stand.Evidence.Contains(document.Tokens[a.First].Span));
        var answered = Answered(document, stand, stand.Actors[0], null, stand.Stance);
        var last = document.Positions.Count > 0 && document.InOneBlock(document.Positions[^1].Evidence, stand.Evidence) ? document.Positions[^1] : null;
        return _issues.Of(document, terms, context, votes, stand, named, answered, last);
    }

    /// <summary>What is demanded, refused or threatened, without what it depends on.</summary>
    private static Span? OutcomeOf(Document document, Stand stand)
    {
        if (stand.Outcome < 0 || stand.Rule.ObjectIsCondition)
            return stand.Content;
        if (stand.OutcomeWords is { } part)
            return Trimmed(document, part);
        var whole = Matter.SpanOf(document, stand.Outcome);
        if (stand.Condition is not { } condition || !whole.Overlaps(condition))
            return whole;
        var before = Trimmed(document, new(whole.Start, condition.Start));
        var after = Trimmed(document, new(condition.End, whole.End));
        return (before?.Length ?? 0) >= (after?.Length ?? 0) ? before : after;
    }

    /// <summary>Without blanks, commas and conjunctions of the clause at its ends; null when nothing is left.</summary>
    private static Span? Trimmed(Document document, Span span)
    {
        if (span.Length <= 0)
            return null;
        int first = document.FirstTokenFrom(span.Start), last = document.FirstTokenFrom(span.End) - 1;
        while (first <= last && document.Tokens[first].Upos is Upos.PUNCT or Upos.SCONJ or Upos.CCONJ)
            first++;
        while (last >= first && document.Tokens[last].Upos is Upos.PUNCT or Upos.SCONJ or Upos.CCONJ)
            last--;
        return first <= last ? document.SpanOf(first, last) : null;
    }

    /// <summary>
    /// A refusal answers the last demand of another side on the same issue or to the one who refuses. Support and opposition, which need no occasion, answer only what was said right before.
    /// </summary>
    private Position? Answered(Document document, Stand stand, Actor actor, string? issue, string stance)
    {
        if (!_rules.Answers.TryGetValue(stance, out var answered))
            return null;
        var (earlier, addressees) = (document.Positions, stand.Addressees);
        var sentence = issue is not null && _rules.AtOnce.Contains(stance) ? document.IndexOfSentence(stand.Trigger) : -1;
        Position? addressed = null;
        for (var i = earlier.Count - 1; i >= Math.Max(0, earlier.Count - _rules.FarthestAnswer); i--)
        {
            var position = earlier[i];
            if (!answered.Contains(position.Stance) || position.Actor.SameSide(actor))
                continue;
            if (sentence >= 0 && sentence - document.IndexOfSentence(document.FirstTokenFrom(position.Evidence.Start)) > _rules.NearAnswer)
                return addressed;
            var toHim = position.Addressees.Any(a => a.SameSide(actor) || a.Members.Contains(actor.Id ?? "") || actor.Members.Contains(a.Id ?? ""));
            // Who answers somebody answers him and nobody else.
            if (addressees.Count > 0 && !toHim && !addressees.Any(a => a.SameSide(position.Actor)))
                continue;
            // Where the issue is not known, it is what was said last.
            if (issue is null || position.Issue == issue)
                return position;
            if (toHim)
                addressed ??= position;
        }
        return addressed;
    }

    /// <summary>Links a position to the last of the same side on the same issue where the two do not go together: as a change, or as a conflict where others report them of one time.</summary>
    private void Compare(List<Position> earlier, Position position)
    {
        if (position.IssueFrom is IssueOrigin.Context or IssueOrigin.Passages)
            return;
        for (var i = earlier.Count - 1; i >= 0; i--)
        {
            var before = earlier[i];
            if (before.Issue != position.Issue || before.IssueFrom is IssueOrigin.Context or IssueOrigin.Passages || !before.Actor.SameSide(position.Actor))
                continue;
            if (AreToldApart(before, position))
                position.Conflicts = Opposes(before, position) || Opposes(position, before) ? before : null;
            else if (Opposes(before, position))
                position.Changes = before;
            return;
        }
    }

    private bool Opposes(Position earlier, Position later) => _rules.Opposed.Contains((earlier.Stance, later.Stance));

    /// <summary>“Reuters reported that Ankara accepts, Anadolu that it refuses”: two accounts of one day, at least one of them by somebody who is not the actor.</summary>
    private static bool AreToldApart(Position one, Position other)
    {
        if (one.Date != other.Date)
            return false;
        var (first, second) = (Teller(one), Teller(other));
        return (first is not null || second is not null) && (first is null || second is null || !first.SameSide(second));

        // The outermost speaker where he is not the actor himself: then it is his account.
        static Actor? Teller(Position position)
        {
            var attribution = position.Attribution;
            while (attribution?.Via is { } outer)
                attribution = outer;
            return attribution?.Speaker is { } speaker && !speaker.SameSide(position.Actor) ? speaker : null;
        }
    }
}
