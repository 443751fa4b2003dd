using Demarche.Codebooks;

namespace Demarche.Coding;

/// <summary>
/// Says which type of event relates a given source to a given target, down a ladder: an act of the one on the other, an act of the one whose clause
/// holds the other, the outermost act between them, and at last the codebook's prior.
/// </summary>
internal sealed class Relater(Codebook codebook, EventCoder coder)
{
    private const string Source = "source";
    private const string Target = "target";

    /// <summary>Puts the given participants in the place of whatever was resolved there. To be called before attributions are read.</summary>
    public static void Place(Document document, IReadOnlyList<Span> sources, IReadOnlyList<Span> targets)
    {
        Place(document, sources, Source);
        Place(document, targets, Target);
    }

    private static void Place(Document document, IReadOnlyList<Span> spans, string id)
    {
        foreach (var span in spans)
        {
            var (first, end) = TokensOf(document, span);
            if (first >= end)
                continue;
            var head = HeadOf(document, first, end);
            var words = document.SpanOf(first, end - 1);
            document.Mentions.RemoveAll(m => m.Head >= first && m.Head < end);
            document.Mentions.Add(new(first, end, head, MentionKind.Description, new(document.Words(words), ActorKind.Group) { Id = id, Mention = words }, "given"));
        }
        document.Mentions.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.End.CompareTo(a.End));
    }

    private static (int First, int End) TokensOf(Document document, Span span)
    {
        var tokens = document.Tokens;
        var first = 0;
        while (first < tokens.Length && tokens[first].Span.End <= span.Start)
            first++;
        var end = first;
        while (end < tokens.Length && tokens[end].Span.Start < span.End)
            end++;
        return (first, end);
    }

    /// <summary>The token of the phrase that hangs on something outside it.</summary>
    private static int HeadOf(Document document, int first, int end)
    {
        for (var t = first; t < end; t++)
            if ((document.Tokens[t].Head < first || document.Tokens[t].Head >= end) && document.Tokens[t].Upos is not (Upos.DET or Upos.PUNCT or Upos.ADP))
                return t;
        return end - 1;
    }

    public RelationAnswer Relate(Document document)
    {
        Act? best = null;
        (int Rung, int Depth, int Weight) rank = default;
        foreach (var act in coder.Acts(document))
        {
            var candidate = Rank(document, act);
            if (best is null || candidate.CompareTo(rank) < 0)
                (best, rank) = (act, candidate);
        }
        if (best is null)
            return new(codebook.Operators.Prior, "prior", "prior", 0);
        var rung = rank.Rung switch { 0 => "path", <= 3 => "clause", _ => "nearest" };
        return new(best.Match.Type, best.Match.Rule, rung, codebook.Operators.Confidence.GetValueOrDefault(rung));
    }

    /// <summary>The lower, the better.</summary>
    private static (int Rung, int Depth, int Weight) Rank(Document document, Act act)
    {
        var actors = Participants.Of(document, act.Match.ActorLent ? -1 : act.Match.Actor);
        var recipients = Participants.Of(document, // “lifted the sanctions imposed on Harare”: lent by what stands inside its own words.
            act.Match.RecipientLent && !document.Tree.Dominates(act.Match.Trigger, act.Match.Recipient) ? -1 : act.Match.Recipient);
        bool Is(List<Actor> all, string id) => all.Exists(a => a.Id == id);
        var reciprocal = act.Match.Pattern?.Reciprocal ?? false;
        var bySource = Is(actors, Source) || reciprocal && Is(recipients, Source);
        var onTarget = Is(recipients, Target) || reciprocal && Is(actors, Target);
        var holdsTarget = Holds(document, act, Target);
        var rung = bySource && onTarget ? 0
            : bySource && holdsTarget ? 1
            : bySource ? 2
            : onTarget && actors.Count == 0 ? 2
            : onTarget ? 3
            : holdsTarget ? 4
            : 5;
        return (rung, Depth(document, act.Match.Trigger), -act.Match.Weight);
    }

    private static bool Holds(Document document, Act act, string id)
    {
        foreach (var mention in document.Mentions)
            if (mention.Actor.Id == id && document.Tree.Dominates(act.Match.Trigger, mention.Head))
                return true;
        return false;
    }

    private static int Depth(Document document, int token)
    {
        var depth = 0;
        for (var t = document.Tokens[token].Head; t >= 0; t = document.Tokens[t].Head)
            depth++;
        return depth;
    }
}
