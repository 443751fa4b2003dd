using Demarche.Codebooks;

namespace Demarche.Coding;

/// <summary>Tells of those whom no table knows all that the story says of them: the name beside a description, or else its words in full.</summary>
internal sealed class Describer(Operators operators)
{
    /// <summary>The most words of a description; a longer one is a clause that the parser put there.</summary>
    private const int MostWords = 14;

    private readonly DescribingRules _rules = operators.Describing;

    /// <summary>The actors, each under its name or its full description.</summary>
    /// <param name="document">With trees and mentions.</param>
    /// <param name="actors">As they were found.</param>
    /// <param name="trigger">The word of the act; what stands behind it mostly belongs to it.</param>
    public List<Actor> InFull(Document document, List<Actor> actors, int trigger)
    {
        var told = new List<Actor>(actors.Count);
        foreach (var actor in actors)
        {
            var full = InFull(document, actor, trigger);
            if (!told.Exists(full.Is))
                told.Add(full);
        }
        return told;
    }

    /// <summary>
    /// “members of Congress”, “a Norwegian group”: people and groups who are not the state or body to which they belong; null where the noun is its
    /// state's own (“Norwegian troops”), or nobody.
    /// </summary>
    public Actor? NotTheirState(Document document, int head, Actor owner)
    {
        if (owner.Kind is ActorKind.Person or ActorKind.Region || owner.Mention is not { } mention || mention.Overlaps(document.Tokens[head].Span) || document.MentionAt(head) is not null)
            return null;
        // “the persecution of Chinese Christians”: whose country the adjective names.
        if (document.Tokens[HeadOf(document, mention)] is { Relation: Relation.Amod or Relation.Compound, Head: >= 0 and var owned } && owned != head && document.Tree.Dominates(head, owned))
            head = Whole(document, owned);
        var noun = document.Tokens[head].Upos == Upos.NOUN || document.Tokens[head].Xpos == "NNPS" ? head : Counted(document, head);
        if (noun < 0 || document.Tokens[noun].Xpos != "NNPS" && !_rules.Themselves.Hold(document, noun))
            return null;
        var span = Words(document, head, document.Tokens.Length, mention);
        return new(document.Words(span), ActorKind.Group) { Country = owner.Country, Mention = span };
    }

    private Actor InFull(Document document, Actor actor, int trigger)
    {
        if (actor.Mention is not { Length: > 0 } mention)
            return actor;
        var head = HeadOf(document, mention);
        ref readonly var token = ref document.Tokens[head];
        if (actor.Id is not null)
        {
            if (actor.Kind is ActorKind.Person or ActorKind.Region || !IsPart(document, head, mention) && !AreOfParty(document, head, actor))
                return actor;
            var some = Words(document, Whole(document, head), trigger, mention);
            return new(document.Words(some), ActorKind.Group) { Country = actor.Country, Sector = actor.Sector, Mention = some };
        }
        // “many Germans” are told as they stand; “Holt” is a name.
        if (token.Upos != Upos.NOUN && !(token.Xpos == "NNPS" && IsNarrowed(document, head)))
            return actor;
        if (Named(document, head) is { } named)
            return named;
        var span = Words(document, Whole(document, head), trigger, mention);
        return span.Length > mention.Length ? actor with { Name = document.Words(span), Mention = span } : actor;
    }

    /// <summary>“some Democrats”, “Muslim Americans”, “81 percent of Germans”: a part of a party or people.</summary>
    private bool IsPart(Document document, int head, Span mention)
    {
        var tokens = document.Tokens;
        if (tokens[head].Xpos is not ("NNS" or "NNPS") || document.MentionAt(head) is not { Kind: MentionKind.Name, Actor.Id: not null } name || name.End - name.First > 1 || name.Actor.Mention != mention)
            return false;
        return IsNarrowed(document, head) || Whole(document, head) != head;
    }

    /// <summary>“two Labour MPs”, “his Republican senators”: some of a party.</summary>
    private bool AreOfParty(Document document, int head, Actor actor) =>
        actor.Sector is { } sector && _rules.Parties.Contains(sector) && document.Tokens[head] is { Xpos: "NNS" or "NNPS", Form: var form } && !actor.Name.Contains(form, StringComparison.OrdinalIgnoreCase) && document.MentionAt(head) is { } mention && mention.End - mention.First > 1;

    private bool IsNarrowed(Document document, int head)
    {
        foreach (var d in document.Tree.Of(head))
            if (d < head && (document.Tokens[d].Relation is Relation.Amod or Relation.Compound or Relation.Nummod || document.Tokens[d].Relation == Relation.Det && _rules.Partial.Contains(document.Tokens[d].Form)))
                return true;
        return false;
    }

    /// <summary>The noun or number that counts those whom a plural names: “two of the Greens”; the plural itself when nothing does.</summary>
    private static int Whole(Document document, int head)
    {
        for (var step = 0; step < 2 && document.Tokens[head] is { Relation: Relation.Nmod, Head: >= 0 and var counting } && FrameReader.Preposition(document, head) == "of" && Counted(document, counting) == head; step++)
            head = counting;
        return head;
    }

    /// <summary>Those whom a number or an amount counts; −1 when it is none.</summary>
    private static int Counted(Document document, int head)
    {
        if (document.Tokens[head].Upos is not (Upos.NUM or Upos.DET or Upos.PRON or Upos.ADJ) && document.Tree.Dependent(head, Relation.Nummod) < 0)
            return -1;
        foreach (var d in document.Tree.Of(head))
            if (d > head && document.Tokens[d].Relation == Relation.Nmod && FrameReader.Preposition(document, d) == "of")
                return d;
        return -1;
    }

    /// <summary>“the oil company ExxonMobil”, “a woman later identified as Mira Holt”: who is described; null when nobody is named.</summary>
    private Actor? Named(Document document, int head)
    {
        if (document.Tokens[head].Xpos != "NN")
            return null;
        var beside = new List<Actor>();
        if (Participants.NamesBeside(document, head, beside))
            return beside[0];
        // The parser may take the participle for a clause over the noun.
        foreach (var participle in (ReadOnlySpan<int>)[document.Tree.Dependent(head, Relation.Acl), document.Tree.Dependent(head, Relation.AclRelcl), document.Tokens[head].Head])
            if (participle > head && document.Tokens[participle].Xpos == "VBN" && _rules.Identifying.Contains(document.Tokens[participle].Lemma))
                foreach (var d in document.Tree.Of(participle))
                    if (d > participle && FrameReader.Preposition(document, d) == "as" && document.MentionAt(d) is { Kind: MentionKind.Name, Actor: var name })
                        return name;
        return null;
    }

    /// <summary>The description with what stands before its noun and what belongs to it behind; an article that says nothing only where the mention has it.</summary>
    private Span Words(Document document, int head, int trigger, Span mention)
    {
        var tokens = document.Tokens;
        int first = head, last = head;
        foreach (var d in document.Tree.Of(head))
            if (d < head && (tokens[d].Relation is Relation.Amod or Relation.Compound or Relation.Nummod or Relation.NmodPoss or Relation.NmodDesc && !Governs(document, d)
                || tokens[d].Relation == Relation.Det && (tokens[d].Span.Start >= mention.Start || _rules.Partial.Contains(tokens[d].Form))))
                first = Math.Min(first, Participants.Start(document, d));
        for (var t = head - 1; t >= first; t--)
            if (tokens[t].Upos is Upos.PUNCT or Upos.CCONJ && tokens[t].Form is not ("," or "-" or "–" or "’" or "'" or "and" or "or"))
                first = t + 1;
        foreach (var d in document.Tree.Of(head))
        {
            if (d <= last || document.Tree.LeftEdge(d) != last + 1)
                continue;
            var joins = tokens[d].Relation == Relation.Flat
                || tokens[d].Relation == Relation.Nmod && FrameReader.Preposition(document, d) is { } preposition && (head < trigger ? _rules.Joining.Contains(preposition) : _rules.JoiningBehind.Contains(preposition) && Participants.IsSomebody(document, d, operators.Somebody)) && document.TimeAt(d) is null;
            if (!joins)
                break;
            last = Short(document, d);
            // “the government of President Thein Sein”: a name is not cut.
            if (document.MentionOver(last) is { } over && over.First > head && !HasComma(document, last + 1, over.End))
                last = Math.Max(last, over.End - 1);
        }
        // “a popular column”, “a group of lawmakers”; of a bare noun the article says nothing.
        if (first > 0 && (first < head || last > head) && document.Tree.Dependent(head, Relation.Det) == first - 1 && operators.IndefiniteArticles.Contains(tokens[first - 1].Form))
            first--;
        return last - first < MostWords ? document.SpanOf(first, last) : document.SpanOf(Math.Max(first, head - MostWords), head);
    }

    private static bool HasComma(Document document, int first, int end)
    {
        for (var t = first; t < end; t++)
            if (document.Tokens[t].Form == ",")
                return true;
        return false;
    }

    /// <summary>“permitting delegates to leave”: a participle right before its object, which the parser took for an adjective; “a striking union” is described by it.</summary>
    private static bool Governs(Document document, int participle) =>
        document.Tokens[participle].Xpos == "VBG" && participle > document.SentenceOf(participle).First && document.Tokens[participle - 1].Upos is not (Upos.DET or Upos.ADJ or Upos.NUM or Upos.PROPN);

    /// <summary>The last word of a noun that belongs to a description, without apposition and clauses: “the union in Lyon”, not “the union in Lyon, which …”.</summary>
    private static int Short(Document document, int noun)
    {
        var last = document.Tree.RightEdge(noun);
        for (var t = noun + 1; t <= last; t++)
            if (document.Tokens[t].Upos is Upos.PUNCT or Upos.VERB or Upos.AUX or Upos.SCONJ && document.Tokens[t].Form is not ("-" or "’" or "'") || document.Tokens[t].Xpos is "WDT" or "WP")
                return t - 1;
        return last;
    }

    private static int HeadOf(Document document, Span span)
    {
        var first = document.FirstTokenFrom(span.Start);
        for (var t = first; t < document.Tokens.Length && document.Tokens[t].Span.End <= span.End; t++)
            if (document.MentionAt(t) is { } mention && mention.Actor.Mention == span)
                return mention.Head;
        for (var t = first; t < document.Tokens.Length && document.Tokens[t].Span.End <= span.End; t++)
            if (document.Tokens[t].Head < first || document.Tokens[document.Tokens[t].Head].Span.End > span.End)
                return t;
        return Math.Min(first, document.Tokens.Length - 1);
    }
}
