using Demarche.Codebooks;
using Demarche.Coding;

namespace Demarche.Positioning;

/// <summary>Reads what each side wants, refuses, offers and threatens off the events and the words, and what is claimed about agreements.</summary>
internal sealed class Positioner(Codebook codebook) : IStage
{
    private readonly PatternMatcher _stances = new(codebook, codebook.Positions.Patterns);
    private readonly PatternMatcher _claims = new(codebook, codebook.AgreementClaims);
    private readonly StatusReader _status = new(codebook.Operators);
    private readonly IssueFinder _issues = new(codebook.Issues);

    public Layers Requires => Layers.Events | Layers.Attributions;

    public Layers Assigns => Layers.Positions;

    public void Process(Document document)
    {
        var positions = new List<Position>();
        foreach (var e in document.Events)
            FromEvent(document, e, positions);
        var taken = positions.Select(p => (p.Stance, p.Actor.Id ?? p.Actor.Name, document.SentenceOf(document.FirstTokenFrom(p.Evidence.Start)).First)).ToHashSet();
        foreach (var match in _stances.Find(document))
            FromWords(document, match, positions, taken);
        positions.Sort((a, b) => a.Evidence.CompareTo(b.Evidence) is not 0 and var c ? c : string.CompareOrdinal(a.Rule, b.Rule));
        document.Positions.AddRange(positions);
        for (var i = 0; i < positions.Count; i++)
        {
            positions[i].Id = $"p{i + 1}";
            positions[i].Answers = AnsweredBy(positions, i);
        }
        var eventAt = document.Events.Where(e => e.Trigger >= 0).GroupBy(e => e.Trigger).ToDictionary(g => g.Key, g => g.First());
        foreach (var match in _claims.Find(document))
            Claim(document, match, eventAt);
        document.Agreements.Sort((a, b) => a.Evidence.CompareTo(b.Evidence));
        for (var i = 0; i < document.Agreements.Count; i++)
            document.Agreements[i].Id = $"g{i + 1}";
    }

    private void FromEvent(Document document, Event e, List<Position> positions)
    {
        if (e.Status is not (EventStatus.Asserted or EventStatus.Reported) || !(codebook.Positions.Rules.TryGetValue(e.Rule, out var rule) || codebook.Positions.Events.TryGetValue(e.Type, out rule)))
            return;
        var condition = e.Spans.FirstOrDefault(s => s.Role == "condition");
        var outcome = OutcomeOf(document, e.Trigger);
        foreach (var actor in e.Actors)
            positions.Add(new()
            {
                Actor = actor,
                Stance = rule.Stance,
                Strength = rule.Strength,
                Issue = _issues.Find(document, Around(document, e.Trigger, e.Evidence)) ?? Words(document, outcome ?? e.Evidence),
                Addressees = e.Recipients,
                Condition = condition.Role is null ? null : condition.Span,
                Outcome = outcome,
                Date = e.Date,
                Attribution = e.Attribution,
                Evidence = e.Evidence,
                Rule = e.Rule,
                Confidence = e.Confidence,
                Why = $"{e.Type} is read as “{rule.Stance}”; {e.Why}",
            });
    }

    private void FromWords(Document document, Match match, List<Position> positions, HashSet<(string Stance, string Actor, int Sentence)> taken)
    {
        var evidence = Evidence(document, match);
        var actors = Participants.Of(document, match.Actor);
        var attribution = document.AttributionAt(match.Trigger);
        if (actors.Count == 0 && attribution?.Speaker is { } speaker)
            actors.Add(speaker);
        if (actors.Count == 0)
            return;
        var composition = _status.Read(document, match, _ => null);
        if (composition.Status is EventStatus.Denied or EventStatus.Hypothetical)
        {
            document.Considered.Add(new(document.Tokens[match.Trigger].Span, match.Rule, composition.Reasons[^1]));
            return;
        }
        var recipients = Participants.Of(document, match.Recipient);
        var outcome = OutcomeOf(document, match.Trigger) ?? (match.Frame.Subject >= 0 && match.Frame.Subject != match.Actor ? Phrase.SpanOf(document, match.Frame.Subject) : null);
        foreach (var actor in actors)
        {
            // The same stance of the same actor in the same sentence is told by an event already.
            if (!taken.Add((match.Type, actor.Id ?? actor.Name, document.SentenceOf(match.Trigger).First)))
                continue;
            positions.Add(new()
            {
                Actor = actor,
                Stance = match.Type,
                Strength = codebook.Positions.Strengths[match.Rule],
                Issue = _issues.Find(document, Around(document, match.Trigger, evidence)) ?? Words(document, outcome ?? evidence),
                Addressees = [.. recipients.Where(r => !r.Is(actor))],
                Condition = composition.Condition >= 0 ? Phrase.SpanOf(document, composition.Condition) : null,
                Outcome = outcome,
                Attribution = attribution,
                Evidence = evidence,
                Rule = match.Rule,
                Confidence = codebook.Operators.Confidence.GetValueOrDefault("path", 1),
                Why = $"“{document.Tokens[match.Trigger].Form}” matches {match.Rule} ({match.Pattern!.Match}); actor: {actor.Name}",
            });
        }
    }

    /// <summary>A refusal answers the last demand of another side on the same issue or to the one who refuses.</summary>
    private Position? AnsweredBy(List<Position> positions, int index)
    {
        var position = positions[index];
        if (!codebook.Positions.Answers.TryGetValue(position.Stance, out var answered))
            return null;
        for (var i = index - 1; i >= Math.Max(0, index - codebook.Positions.FarthestAnswer); i--)
        {
            var earlier = positions[i];
            if (answered.Contains(earlier.Stance) && !earlier.Actor.SameSide(position.Actor)
                && (earlier.Issue == position.Issue || earlier.Addressees.Any(a => a.SameSide(position.Actor) || a.Members.Contains(position.Actor.Id ?? ""))))
                return earlier;
        }
        return null;
    }

    private void Claim(Document document, Match match, Dictionary<int, Event> eventAt)
    {
        if (match.Fixed.Count == 0)
            return;
        var composition = _status.Read(document, match, _ => null);
        if (composition.Status is EventStatus.Denied or EventStatus.Hypothetical)
            return;
        var name = match.Fixed[0];
        var attribution = document.AttributionAt(match.Trigger);
        var against = Participants.Of(document, match.Actor) is [var first, ..] ? first : null;
        // “accused Kiev of violating the accords”: the accuser makes the claim.
        Event? accusation = null;
        for (var t = document.Tokens[match.Trigger].Head; t >= 0 && accusation is null; t = document.Tokens[t].Head)
            accusation = eventAt.GetValueOrDefault(t) is { Quad: 3 } e ? e : null;
        var one = codebook.ClaimsAgainst.Contains(match.Type);
        document.Agreements.Add(new()
        {
            Name = NameOf(document, name),
            Parties = one ? [] : Participants.Of(document, match.Actor),
            Claim = match.Type,
            By = accusation is { Actors: [var accuser, ..] } ? accuser : attribution?.Speaker,
            Against = one ? against : null,
            Attribution = attribution,
            Evidence = Evidence(document, match),
            Rule = match.Rule,
            Why = $"“{document.Tokens[match.Trigger].Form}” matches {match.Rule} ({match.Pattern!.Match})",
        });
    }

    /// <summary>“the Minsk agreements” without its article and what follows it.</summary>
    private static Span NameOf(Document document, int head)
    {
        var first = head;
        foreach (var d in document.Tree.Of(head))
            if (d < first && document.Tokens[d].Relation is Relation.Compound or Relation.Amod or Relation.Nummod or Relation.NmodPoss or Relation.Flat)
                first = Math.Min(first, document.Tree.LeftEdge(d));
        return document.SpanOf(Math.Min(first, head), head);
    }

    /// <summary>What is demanded, refused or threatened: the object or the clause.</summary>
    private static Span? OutcomeOf(Document document, int trigger)
    {
        if (trigger < 0)
            return null;
        foreach (var relation in (ReadOnlySpan<Relation>)[Relation.Ccomp, Relation.Xcomp, Relation.Obj, Relation.Obl, Relation.Nmod, Relation.Acl, Relation.Advcl])
        {
            foreach (var d in document.Tree.Of(trigger))
            {
                if (document.Tokens[d].Relation.Universal() != relation || relation is Relation.Obj or Relation.Obl or Relation.Nmod && document.MentionAt(d) is not null)
                    continue;
                if (relation is Relation.Obl or Relation.Nmod && document.TimeAt(d) is not null)
                    continue;
                return Phrase.SpanOf(document, d);
            }
        }
        return null;
    }

    /// <summary>The clause of the trigger, where the issue is named.</summary>
    private static Span Around(Document document, int trigger, Span evidence) =>
        trigger < 0 ? evidence : evidence.To(document.SpanOf(document.Tree.LeftEdge(trigger), document.Tree.RightEdge(trigger)));

    private static Span Evidence(Document document, Match match)
    {
        var span = match.Evidence(document);
        var thing = match.Frame.Object;
        return thing >= 0 && document.SentenceOf(thing) == document.SentenceOf(match.Trigger) && !document.Tree.Dominates(thing, match.Trigger) ? span.To(Phrase.SpanOf(document, thing)) : span;
    }

    private static string Words(Document document, Span span) => string.Join(' ', document.Words(span).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
