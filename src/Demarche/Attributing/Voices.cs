namespace Demarche.Attributing;

/// <summary>Whom the words of a source mean, as actors: one, or several that speak together.</summary>
internal static class Voices
{
    public static List<Actor> Of(Draft draft, Attribution? via, Syntax syntax)
    {
        var actors = new List<Actor>();
        if (draft.SourceHead < 0)
            return actors;
        AddSpeaker(draft.SourceHead, actors, draft, via, syntax);
        foreach (var d in syntax.Tree.Of(draft.SourceHead))
            if (syntax.RelationOf(d) == Relation.Conj && draft.Source.Contains(d))
                AddSpeaker(d, actors, draft, via, syntax);
        return actors;
    }

    private static void AddSpeaker(int head, List<Actor> actors, Draft draft, Attribution? via, Syntax syntax)
    {
        var (document, rules) = (syntax.Document, syntax.Rules);
        var mention = document.MentionAt(head) ?? document.MentionOver(head);
        // “EU Slams Hungary”: a name that runs on into the cue is the parser's, not the speaker's.
        if (mention is not null && new Stretch(mention.First, mention.End).Overlaps(draft.Cue))
            mention = null;
        // “both governments”: each of those meant.
        if (mention is { Actor.Id: null, Parts: { Count: > 0 } parts })
        {
            foreach (var part in parts)
                Add(part, actors);
            return;
        }
        var actor = mention?.Actor;
        // “the envoy, who said”: the pronoun means the noun before the clause.
        if (actor is null && syntax.IsRelativePronoun(head) && syntax.Tokens[head].Head is >= 0 and var verb && syntax.Tokens[verb].Head is >= 0 and var antecedent)
            actor = document.MentionAt(antecedent)?.Actor;
        for (var t = draft.Source.First; actor is null && head == draft.SourceHead && draft.Rule.Class == CueClass.Mark && t < draft.Source.End; t++)
            actor = document.MentionAt(t)?.Actor;
        if (head == draft.SourceHead && syntax.Tokens[head].Upos is Upos.NOUN or Upos.PROPN && actor is null or { Id: null, Country: null })
            actor = Belonging(head, actor, draft, via, syntax) ?? actor;
        if (actor is null && via is not null && IsOwnVoice(head, syntax))
            actor = via.Speaker;
        // “in Brussels, many fear that …”
        if (head == draft.SourceHead && rules.Some.Contains(syntax.Lemmas[head]) && actor?.Id is null && syntax.AgentIn(draft.CueHead) is >= 0 and var place)
            actor = document.MentionAt(place)?.Actor ?? actor;
        if (actor is not null)
            Add(actor, actors);
    }

    private static void Add(Actor actor, List<Actor> actors)
    {
        if (!actors.Exists(other => other.Is(actor)))
            actors.Add(actor);
    }

    /// <summary>
    /// “a bulletin of the ministry says”, “an officer of the mission said”: whose it is speaks through it; “an aide to the president”, “my minister”: nobody
    /// is named, but the country is known.
    /// </summary>
    private static Actor? Belonging(int head, Actor? described, Draft draft, Attribution? via, Syntax syntax)
    {
        if (syntax.Tokens[head].Upos == Upos.PROPN && described is null)
            return null;
        for (var t = draft.Source.First; t < draft.Source.End; t++)
        {
            if (t == head || !syntax.Tree.Dominates(head, t))
                continue;
            if (described is not null && via?.Speaker?.Country is { } country && IsOwnVoice(t, syntax) && syntax.Tokens[t].Head == head)
                return described with { Country = country };
            if (syntax.Document.MentionAt(t)?.Actor is not { } owner)
                continue;
            if (described is null)
                return owner;
            // What stands behind “in”, “near” or “with” is where somebody is, not whose he is.
            if (syntax.Tokens[t].Head != head || syntax.RelationOf(t) == Relation.Nmod && t > head && syntax.Leader(t, Belongs) < 0)
                continue;
            if (owner.Country is not null)
                return described with { Country = owner.Country };
            if (owner is { Id: not null, Kind: not ActorKind.Person })
                return owner with { Anonymous = described.Anonymous, Mention = described.Mention };
        }
        return null;
    }

    private static readonly string[] Belongs = ["of", "from", "for", "to", "at"];

    private static bool IsOwnVoice(int token, Syntax syntax) => syntax.Rules.OwnVoice.Contains(syntax.Lemmas[token]) || syntax.Rules.OwnVoice.Contains(syntax.Tokens[token].Form);
}
