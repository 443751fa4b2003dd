namespace Demarche.Attributing;

/// <summary>Whom the words of a source mean, as actors: one, or several that speak together. One for each story: it keeps who has spoken so far.</summary>
internal sealed class Voices(Syntax syntax, Quotations quotations)
{
    private readonly Document _document = syntax.Document;
    private readonly AttributionRules _rules = syntax.Rules;

    // Where those whom the tables do not have are spoken of first.
    private readonly Dictionary<string, int> _first = FirstPlaces(syntax.Document);

    // Those of whom only the words around them told where they are from, by name: “an officer of the militia”, then “he”.
    private readonly Dictionary<string, Actor> _placed = new(StringComparer.OrdinalIgnoreCase);

    // For whom those speak whom nobody names: “a spokesman for the minister, Ana Bell, said she …”.
    private readonly Dictionary<Actor, Actor> _principals = new(ReferenceEqualityComparer.Instance);

    // Who holds the floor: the speaker of the last statement that stands in nobody's words, and where its cue stands.
    private (Actor Speaker, bool IsPerson, int Cue)? _floor;

    private static Dictionary<string, int> FirstPlaces(Document document)
    {
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var mention in document.Mentions)
            if (mention is { Kind: not MentionKind.Pronoun, Actor.Id: null })
                places.TryAdd(mention.Actor.Name, mention.Head);
        return places;
    }

    /// <summary>The speakers of a draft. Drafts come in the order of the text, each after the one around it.</summary>
    public List<Actor> Of(Draft draft, Attribution? via)
    {
        var actors = new List<Actor>();
        if (draft.SourceHead >= 0)
        {
            AddSpeaker(draft.SourceHead, actors, draft, via);
            foreach (var d in syntax.Tree.Of(draft.SourceHead))
                if (syntax.RelationOf(d) == Relation.Conj && draft.Source.Contains(d))
                    AddSpeaker(d, actors, draft, via);
        }
        if (via is null && draft.Rule.Kind == AttributionKind.Indirect && draft.TakesQuote && draft.CueHead > (_floor?.Cue ?? -1))
            _floor = actors.Count > 0 ? (actors[0], (_document.MentionAt(draft.SourceHead)?.Actor ?? actors[0]).Kind == ActorKind.Person, draft.CueHead) : null;
        return actors;
    }

    private void AddSpeaker(int head, List<Actor> actors, Draft draft, Attribution? via)
    {
        var mention = _document.MentionAt(head) ?? _document.MentionOver(head);
        // “EU Slams Hungary”: a name that runs on into the cue is the parser's, not the speaker's.
        if (mention is not null && new Stretch(mention.First, mention.End).Overlaps(draft.Cue))
        {
            if (mention.Kind == MentionKind.Name && draft.Source.List is [var words] && head == draft.SourceHead)
            {
                Add(Named(words), actors);
                return;
            }
            mention = null;
        }
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
            actor = _document.MentionAt(antecedent)?.Actor;
        for (var t = draft.Source.First; actor is null && head == draft.SourceHead && draft.Rule.Class == CueClass.Mark && t < draft.Source.End; t++)
            actor = _document.MentionAt(t)?.Actor;
        // “quoted by the agency Reuters” with the name hung beside its title.
        for (var t = head + 1; actor is null && head == draft.SourceHead && t < draft.Source.End; t++)
            if (syntax.Tokens[t].Head == syntax.Tokens[head].Head && syntax.Tokens[t].Upos == Upos.PROPN && syntax.Tokens[t].Relation == syntax.Tokens[head].Relation)
                actor = _document.MentionAt(t)?.Actor;
        if (head == draft.SourceHead && (syntax.Tokens[head].Upos is Upos.NOUN or Upos.PROPN || _rules.Some.Contains(syntax.Lemmas[head])) && actor is null or { Id: null, Country: null })
        {
            var described = actor;
            actor = Belonging(head, actor, draft.Source, via) ?? Serving(head, mention, actor, draft, via) ?? actor;
            if (described is not null && actor is { Country: not null })
                _placed[described.Name] = actor;
        }
        if (actor is { Id: null, Country: null } && mention is { Kind: MentionKind.Pronoun } or { Kind: MentionKind.Description } && IsDefinite(mention) && _placed.TryGetValue(actor.Name, out var placed))
            actor = placed;
        // “The official said … “…”, he added”: of whom “a U.N. official” was said to be.
        if (actor is { Id: null, Country: null } && _first.TryGetValue(actor.Name, out var first) && first != head)
            actor = Belonging(first, actor, new Stretches().Add(syntax.Name(first)), via) ?? actor;
        if (actor is null && via is not null && IsOwnVoice(head))
            actor = via.Speaker;
        if (via is null && (actor is null || _rules.GoOn.Contains(syntax.Lemmas[draft.CueHead])) && GoesOn(head, draft))
            actor = _floor?.Speaker;
        // “The officials said the Americans would leave. They declined to say when”: several who spoke last go on, rather than those of whom they spoke.
        if (via is null && draft.TakesQuote && syntax.Lemmas[head] == "they" && _floor is { Speaker: { Kind: ActorKind.Group } several } floor && Sentences(floor.Cue, head) == 1)
            actor = several;
        // “the minister's office said he had told …”: whose office it is.
        if (actor is null && via is not null && syntax.Lemmas[head] is "he" or "she")
            actor = OwnerOf(via);
        if (actor is null && via is null && syntax.Tokens[head].Upos == Upos.NOUN && _rules.Somebody.Contains(syntax.Lemmas[head]))
            actor = new(_document.Words(_document.SpanOf(draft.Source.First, draft.Source.End - 1)), syntax.Tokens[head].Xpos is "NNS" ? ActorKind.Group : ActorKind.Person) { Anonymous = true };
        // “The Government denied it. A communique said …”: the body that spoke last gave it out.
        if (actor is null && via is null && head == draft.SourceHead && _rules.Medium(syntax.Lemmas[head]) == "statement" && _floor is var (body, isPerson, cue) && !isPerson && syntax.SentenceAt[head] - syntax.SentenceAt[cue] is 1 or 2)
            actor = body;
        // “The announcer said”: for the station.
        if (actor is null && head == draft.SourceHead && _rules.StationVoices.Contains(syntax.Lemmas[head]))
            actor = LastOfPress(head);
        // “in Brussels, many fear that …”
        if (head == draft.SourceHead && _rules.Some.Contains(syntax.Lemmas[head]) && actor?.Id is null && syntax.AgentIn(draft.CueHead) is >= 0 and var place)
            actor = _document.MentionAt(place)?.Actor ?? actor;
        if (actor is not null && mention is not null && head == draft.SourceHead)
            actor = mention.Kind == MentionKind.Pronoun && via?.Speaker is { } voice && _principals.TryGetValue(voice, out var principal) && _rules.GoesOn.TryGetValue(syntax.Lemmas[head], out var person) && person
                ? principal : Spokesman(mention, actor) ?? Theirs(head, mention, via) ?? actor;
        if (actor is { Kind: ActorKind.Organization, Id: null, Sector: { } press } && _rules.PressSectors.Contains(press) && Title(head, draft.Source) is { } title)
            actor = actor with { Name = title };
        // “An official said”, of a report that comes from Honiara.
        if (_document.Origin is { } origin)
        {
            if (actor is null && syntax.Tokens[head].Upos == Upos.NOUN && IsSomebody(head))
                actor = new(_document.Words(_document.SpanOf(draft.Source.First, draft.Source.End - 1)), ActorKind.Person) { Country = origin, Anonymous = true };
            else if (actor is { Id: null, Country: null } && mention is { Kind: not MentionKind.Pronoun } && (actor.Sector is null || _rules.OfOrigin.Contains(actor.Sector)) && !IsAnothers(mention, draft.Source))
                _placed[actor.Name] = actor = actor with { Country = origin };
        }
        if (actor is not null)
            Add(actor, actors);
    }

    // “His commander”, “an aide of the Secretary-General”: somebody else tells where he is from.
    private bool IsAnothers(Mention mention, Stretches source)
    {
        if (syntax.Tokens[mention.First].Xpos == "PRP$")
            return true;
        for (var t = source.First; t < source.End; t++)
            if (_document.MentionAt(t) is { } other && other != mention && other.Actor.Id is not null && other.Actor.Country != _document.Origin)
                return true;
        return false;
    }

    // “A hunter who fled to the town”: who is said of persons.
    private bool IsSomebody(int head)
    {
        foreach (var d in syntax.Tree.Of(head))
            if (syntax.Tokens[d].Relation == Relation.AclRelcl && syntax.OwnSubject(d) is >= 0 and var subject && syntax.HasForm(subject, "who"))
                return true;
        return false;
    }

    /// <summary>“A spokesman for the minister, Ana Bell”: the name is the minister's, and the spokesman has none.</summary>
    private Actor? Spokesman(Mention mention, Actor actor)
    {
        if (actor is not { Kind: ActorKind.Person, Id: not null } || syntax.Lemmas[mention.First] is not ("a" or "an"))
            return null;
        foreach (var inner in _document.Mentions)
            if (inner.First > mention.Head && inner.End == mention.End && inner.Head < mention.End - 1 && inner.First < inner.Head && syntax.Lemmas[inner.First] == "the" && inner.Actor.Is(actor))
            {
                var spokesman = new Actor(_document.Words(_document.SpanOf(mention.First, inner.Head)), ActorKind.Person) { Country = actor.Country, Sector = actor.Sector, Anonymous = true, Mention = actor.Mention };
                _principals[spokesman] = actor;
                return spokesman;
            }
        return null;
    }

    /// <summary>“Soldiers complain that their officers promised …”: those of whoever speaks of them, where several do.</summary>
    private Actor? Theirs(int head, Mention mention, Attribution? via) =>
        mention.Kind == MentionKind.Description && via?.Speaker is { Kind: ActorKind.Group } several && syntax.Tree.Dependent(head, Relation.NmodPoss) is >= 0 and var owner && syntax.HasForm(owner, "their")
            ? new(_document.Words(_document.SpanOf(mention.First, mention.End - 1)), ActorKind.Group) { Country = several.Country, Anonymous = true } : null;

    /// <summary>“The daily El Heraldo”: the name behind what it is; null when there is none.</summary>
    private string? Title(int head, Stretches source)
    {
        var end = head + 1;
        while (source.Contains(end) && syntax.Tokens[end] is { Upos: Upos.PROPN } or { Form: "-" })
            end++;
        return end > head + 1 && syntax.Tokens[head].Upos == Upos.NOUN ? _document.Words(_document.SpanOf(head + 1, end - 1)) : null;
    }

    // Whom the story elsewhere calls so; else somebody of whom it has no more than the name.
    private Actor Named(Stretch words)
    {
        var name = _document.Words(_document.SpanOf(words.First, words.End - 1));
        foreach (var mention in _document.Mentions)
            if (mention.Kind == MentionKind.Name && _document.Words(_document.SpanOf(mention.First, mention.End - 1)).Equals(name, StringComparison.OrdinalIgnoreCase))
                return mention.Actor;
        return new(name, ActorKind.Person) { Mention = _document.SpanOf(words.First, words.End - 1) };
    }

    private Actor? OwnerOf(Attribution outer)
    {
        foreach (var span in outer.Source)
            for (var t = _document.FirstTokenFrom(span.Start); t < syntax.Tokens.Length && syntax.Tokens[t].Span.Start < span.End; t++)
                if (syntax.Tokens[t].Relation == Relation.NmodPoss && _document.MentionAt(t)?.Actor is { Kind: ActorKind.Person } owner)
                    return owner;
        return null;
    }

    private bool IsDefinite(Mention mention) => mention.Kind == MentionKind.Pronoun || syntax.Lemmas[mention.First] is "the" or "this" or "that";

    private Actor? LastOfPress(int head)
    {
        Actor? last = null;
        foreach (var mention in _document.Mentions)
        {
            if (mention.Head >= head)
                break;
            if (mention.Actor is { Kind: ActorKind.Organization, Sector: { } sector } && _rules.PressSectors.Contains(sector))
                last = mention.Actor;
        }
        return last;
    }

    /// <summary>
    /// “The office said … It added …”, “The envoy said the rebels had left. He added …”: a pronoun that nothing else explains, or whose verb adds to what was said, goes
    /// on with who holds the floor, a sentence or two before.
    /// </summary>
    private bool GoesOn(int head, Draft draft) =>
        _floor is var (_, isPerson, cue) && draft.TakesQuote && Sentences(cue, head) is > 0 and < 3
        && syntax.Tokens[head].Upos == Upos.PRON && _rules.GoesOn.TryGetValue(syntax.Lemmas[head], out var persons) && persons == isPerson;

    // How many sentences further on, those that are quoted from beginning to end not counted: they are the speaker's own.
    private int Sentences(int cue, int head)
    {
        var distance = 0;
        for (var s = syntax.SentenceAt[cue] + 1; s <= syntax.SentenceAt[head]; s++)
        {
            var sentence = _document.Sentences[s];
            if (s == syntax.SentenceAt[head] || !(quotations.Inside(sentence.First) && quotations.At(sentence.First) >= 0 && quotations.Inside(sentence.End - 1)))
                distance++;
        }
        return distance;
    }

    private static void Add(Actor actor, List<Actor> actors)
    {
        if (!actors.Exists(other => other.Is(actor)))
            actors.Add(actor);
    }

    /// <summary>
    /// “a bulletin of the ministry says”: whose it is speaks through it; “a Polish engineer”, “the general's wife”, “an aide to the president”, “my minister”: nobody
    /// is named, but the country is known.
    /// </summary>
    private Actor? Belonging(int head, Actor? described, Stretches source, Attribution? via)
    {
        if (syntax.Tokens[head].Upos == Upos.PROPN && described is null)
            return null;
        var isThing = described is null && (_rules.Documents.Contains(syntax.Lemmas[head]) || _rules.Medium(syntax.Lemmas[head]) is not null);
        for (var t = source.First; t < source.End; t++)
        {
            if (t == head || !syntax.Tree.Dominates(head, t))
                continue;
            if (described is not null && via?.Speaker?.Country is { } country && IsOwnVoice(t) && syntax.Tokens[t].Head == head)
                return described with { Country = country };
            // “an African envoy” is no continent.
            if (_document.MentionAt(t)?.Actor is not { Kind: not ActorKind.Region } owner)
                continue;
            if (isThing)
                return owner;
            if (described is null && owner is { Kind: ActorKind.Person or ActorKind.State })
                return new(_document.Words(_document.SpanOf(source.First, source.End - 1)), syntax.Tokens[head].Xpos is "NNS" or "NNPS" ? ActorKind.Group : ActorKind.Person) { Country = CountryOf(owner), Anonymous = true };
            if (described is null)
                return owner;
            // What stands behind “in”, “near” or “with” is where somebody is, not whose he is.
            if (syntax.Tokens[t].Head != head && syntax.Tokens[t].Relation != Relation.NmodPoss || syntax.RelationOf(t) == Relation.Nmod && t > head && syntax.Leader(t, Belongs) < 0)
                continue;
            if (CountryOf(owner) is { } home)
                return described with { Country = home };
            if (owner is { Id: not null, Kind: not ActorKind.Person })
                return owner with { Anonymous = described.Anonymous, Mention = described.Mention };
        }
        return null;
    }

    /// <summary>
    /// “The ministry wrote that the army chief …”: an office of every state is that of the state whose voice speaks of it; “At the State Department an official said”: he
    /// speaks for where he is.
    /// </summary>
    private Actor? Serving(int head, Mention? mention, Actor? described, Draft draft, Attribution? via)
    {
        if (described is not { Id: null, Country: null } || mention is null)
            return null;
        if (via?.Speaker?.Country is { } country && _rules.AtHome.Contains(described.Sector ?? "") && mention.First < head && syntax.Tokens[mention.First] is { Upos: Upos.DET or Upos.PRON, Xpos: "DT" or "PRP$" } && (syntax.Lemmas[mention.First] is not ("a" or "an" or "some") || IsOfBody(head))
            && (described.Sector == "MIL" || described is { Anonymous: false, Office: null }))
            return described with { Country = country };
        foreach (var d in syntax.Tree.Of(draft.CueHead))
            if (d < head && syntax.RelationOf(d) == Relation.Obl && syntax.Left(d) == syntax.SentenceOf(d).First && syntax.Leader(d, At) >= 0 && (_document.MentionAt(d)?.Actor ?? SeatAt(d)) is { Id: not null, Kind: ActorKind.State or ActorKind.Organization } place)
                return place.Country is not null ? described with { Country = place.Country } : place with { Anonymous = described.Anonymous, Mention = described.Mention };
        return null;
    }

    // “At the State Department”: the seat of a state's ministry, as the place that it is.
    private Actor? SeatAt(int token) => _document.PlaceAt(token) is { Country: { } country, Precision: "site" } seat ? new(seat.Name, ActorKind.State) { Id = country, Country = country } : null;

    // “an officer of the militia”: of the one there is.
    private bool IsOfBody(int head)
    {
        foreach (var d in syntax.Tree.Of(head))
            if (d > head && syntax.RelationOf(d) == Relation.Nmod && syntax.Tokens[d].Upos == Upos.NOUN && syntax.Leader(d, OfBody) >= 0 && syntax.Tree.Dependent(d, Relation.Det) is >= 0 and var article && syntax.Lemmas[article] == "the" && _document.MentionAt(d)?.Actor is null or { Id: null, Country: null })
                return true;
        return false;
    }

    // Who serves an organization brings his country to nobody: an aide of its head may be from anywhere.
    private string? CountryOf(Actor owner) => owner.Kind == ActorKind.Person && !_rules.AtHome.Contains(owner.Sector ?? "") ? null : owner.Country;

    private static readonly string[] At = ["at"];

    private static readonly string[] OfBody = ["of"];

    private static readonly string[] Belongs = ["of", "from", "for", "to", "at"];

    private bool IsOwnVoice(int token) => _rules.OwnVoice.Contains(syntax.Lemmas[token]) || _rules.OwnVoice.Contains(syntax.Tokens[token].Form);
}
