using Demarche.Codebooks;
using Demarche.Parsing;

namespace Demarche.Coding;

/// <summary>A pattern found at a token, with what fills its slots.</summary>
internal sealed class Match
{
    public required string Type { get; set; }

    /// <summary>The entry of the codebook; null for an event that an operator's own word is.</summary>
    public required Pattern? Pattern { get; init; }

    /// <summary>The form of the entry that fits; null where there is no entry.</summary>
    public Form? Form { get; init; }

    public required string Rule { get; init; }

    public required Frame Frame { get; init; }

    /// <summary>PLOVER's mode, by the pattern or by a part of the words (“telephone” in “telephone talks”).</summary>
    public string? Mode { get; set; }

    /// <summary>The head of what fills the actor slot; −1 when nothing does.</summary>
    public int Actor { get; set; } = -1;

    /// <summary>The head of what fills the recipient slot; −1 when nothing does.</summary>
    public int Recipient { get; set; } = -1;

    /// <summary>For an act that is done by saying the words around it: the attribution whose speaker does it; else null.</summary>
    public Attribution? Speaker { get; init; }

    /// <summary>True when the actor is who the speech act around it makes him: “promised <em>aid</em>”.</summary>
    public bool ActorLent { get; set; }

    /// <summary>True when the recipient is who the speech act around it makes him: “threatened Seoul with <em>a strike</em>”.</summary>
    public bool RecipientLent { get; set; }

    /// <summary>The tokens that fixed places of the pattern matched: they trigger no event of their own.</summary>
    public List<int> Fixed { get; } = [];

    /// <summary>The noun that the pattern takes whatever it is: “approve of <em>the vote</em>”; −1 when there is none.</summary>
    public int AnyNoun { get; set; } = -1;

    /// <summary>The noun that points to the act answered: “condemned <em>the attack</em>”; −1 when none does.</summary>
    public int Answered { get; set; } = -1;

    /// <summary>The verb of the clause, infinitive or gerund that completes it; −1 when there is none.</summary>
    public int Complement { get; set; } = -1;

    /// <summary>True when a part that the pattern names is missing: good enough to say how two given participants relate, not for an event of its own.</summary>
    public bool Incomplete { get; set; }

    /// <summary>True when the pattern asks for a negation, which is then part of its words: “did not recognize”.</summary>
    public bool Negated { get; init; }

    /// <summary>True when the pattern asks for what is to come, which is then part of its words: “will retaliate”.</summary>
    public bool Announced { get; init; }

    /// <summary>True for a noun that says of itself that the act took place, whatever is done with it: “rejected Tripoli's demand”.</summary>
    public bool Presupposed { get; set; }

    /// <summary>What is not done, where the pattern's words are that it is refused: “will not <em>hand over</em> the rebels”; null when no pattern has words for it.</summary>
    public Match? Refused { get; set; }

    /// <summary>How specific the match is; the highest wins.</summary>
    public int Weight { get; set; }

    public int Order { get; init; }

    public int Trigger => Frame.Trigger;

    /// <summary>From the first to the last word that the match rests on; a subject taken over from another clause is left out.</summary>
    public Span Evidence(Document document)
    {
        int first = Trigger, last = Trigger;
        Widen(Frame.Carrier);
        foreach (var token in Fixed)
            Widen(token);
        if (!RecipientLent)
            Take(Recipient);
        if (!Frame.SubjectBorrowed)
        {
            Take(ActorLent ? -1 : Actor);
            Take(Frame.Subject);
        }
        Take(Answered);
        Take(Complement);
        return document.SpanOf(first, last);

        void Widen(int token)
        {
            if (token < 0)
                return;
            first = Math.Min(first, token);
            last = Math.Max(last, token);
        }

        void Take(int head)
        {
            // Another sentence's words are no evidence of this clause.
            if (head < 0 || document.SentenceOf(head) != document.SentenceOf(Trigger))
                return;
            // What stands over the trigger has the trigger's own words under it.
            if (head != Trigger && document.Tree.Dominates(head, Trigger))
            {
                Widen(head);
                return;
            }
            var (from, to) = Phrase.Extent(document, head);
            Widen(from);
            Widen(to);
        }
    }

    /// <summary>“had asked”: it lies before what the story tells.</summary>
    public bool IsAnterior(Document document) => VerbGroup.Of(document, Frame.Carrier >= 0 ? Frame.Carrier : Trigger).IsAnterior;

    /// <summary>True when the first verb or event above a phrase is this one, its carrier, or a verb that it completes.</summary>
    public bool Governs(Document document, int phrase)
    {
        var tokens = document.Tokens;
        // “carried out the raid because its foes were in Goma”: a clause of its own, though its predicate is no verb.
        if (tokens[phrase].Relation is Relation.Advcl or Relation.Ccomp or Relation.AclRelcl)
            return false;
        for (var t = tokens[phrase].Head; t >= 0; t = tokens[t].Head)
        {
            if (t == Trigger || t == Frame.Carrier)
                return true;
            if (tokens[t].Upos is Upos.VERB && !Fixed.Contains(t))
                return false;
        }
        return false;
    }
}
