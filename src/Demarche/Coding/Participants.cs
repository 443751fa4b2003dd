using Demarche.Codebooks;

namespace Demarche.Coding;

/// <summary>Who stands behind a noun phrase: its own mention, those of its conjuncts, or else that of its owner.</summary>
internal static class Participants
{
    /// <summary>The actors behind a noun phrase in text order; empty when nobody is.</summary>
    public static List<Actor> Of(Document document, int head) => Of(document, head, places: false);

    /// <summary>As <see cref="Of(Document, int)"/>, where a place may stand for the state it belongs to.</summary>
    public static List<Actor> Of(Document document, int head, bool places)
    {
        var actors = new List<Actor>();
        if (head >= 0)
            Collect(document, head, actors, places, depth: 0);
        return actors;
    }

    /// <summary>As <see cref="Of(Document, int)"/>; a noun of one of the classes, or a name, that nobody knows stands for itself, with its words as name.</summary>
    /// <param name="document">With mentions and places.</param>
    /// <param name="head">The head of the noun phrase; −1 when there is none.</param>
    /// <param name="classes">The classes of nouns that take part in events.</param>
    /// <param name="places">True where a place stands for the state it belongs to: “flew to Cairo”, “annexed the peninsula”.</param>
    public static List<Actor> Of(Document document, int head, IReadOnlyList<Lexicon> classes, bool places = false)
    {
        var actors = Of(document, head, places);
        if (head < 0)
            return actors;
        if (actors.Count > 0)
        {
            // “the miners and the Guild of Weavers”: of several, those too whom nobody knows.
            foreach (var d in document.Tree.Of(head))
                if (document.Tokens[d].Relation == Relation.Conj && d > head && Of(document, d, places).Count == 0 && StandsForItself(document, d, classes))
                    AddPhrase(d);
            return actors;
        }
        if (StandsForItself(document, head, classes))
            AddPhrase(head);
        else if (document.Tokens[head].Upos == Upos.NOUN)
            // “the qualifications of the front-runner”: they are his.
            foreach (var d in document.Tree.Of(head))
                if (actors.Count == 0 && (document.Tokens[d].Relation == Relation.NmodPoss || document.Tokens[d].Relation == Relation.Nmod && FrameReader.Preposition(document, d) is "of" or "by") && StandsForItself(document, d, classes))
                    AddPhrase(d);
        return actors;

        void AddPhrase(int noun)
        {
            var span = PhraseOf(document, noun);
            actors.Add(new(document.Words(span), ActorKind.Group) { Mention = span });
        }
    }

    /// <summary>“thanked his supporters”: those whom a phrase names, whoever owns them; null when its noun names nobody.</summary>
    public static Actor? Itself(Document document, int head, IReadOnlyList<Lexicon> classes) =>
        head >= 0 && document.Tokens[head].Upos == Upos.NOUN && StandsForItself(document, head, classes) && PhraseOf(document, head) is var span
            ? new(document.Words(span), ActorKind.Group) { Mention = span }
            : null;

    /// <summary>“urged conservatives to unite”: whoever is told to do something is somebody, be the word for him known or not; null where nobody is told to.</summary>
    public static Actor? Addressed(Document document, Match match)
    {
        var head = match.Recipient;
        if (head < 0 || match.Frame.Nominal || head != match.Frame.Object && head != match.Frame.IndirectObject || document.Tokens[head].Upos != Upos.NOUN || document.Tokens[head].Head != match.Trigger || head < match.Trigger)
            return null;
        foreach (var d in document.Tree.Of(match.Trigger))
            if (d > head && document.Tokens[d] is { Relation: Relation.Xcomp, Xpos: "VB" } && Clauses.Marked(document, d, "to") && PhraseOf(document, head) is var span)
                return new(document.Words(span), ActorKind.Group) { Mention = span };
        return null;
    }

    /// <summary>“condemned a violation of Lithuanian airspace”, “decried the police killing of two students”: who is judged did it, and it was not done to him.</summary>
    public static List<Actor> WithoutWronged(Document document, int recipient, List<Actor> recipients, Operators operators)
    {
        var tokens = document.Tokens;
        var harm = operators.Wronged.Contains(tokens[recipient].Lemma) ? recipient : tokens[recipient] is { Relation: Relation.Nmod, Head: >= 0 and var over } && operators.Wronged.Contains(tokens[over].Lemma) ? over : -1;
        if (harm < 0)
            return recipients;
        var wronged = -1;
        List<Actor>? doers = null;
        foreach (var d in document.Tree.Of(harm))
        {
            var preposition = tokens[d].Relation == Relation.Nmod ? FrameReader.Preposition(document, d) : null;
            if (preposition is "of" or "against" or "on")
                wronged = d;
            else if (preposition == "by")
                doers = Of(document, d, operators.Participants);
            else if (tokens[d].Relation is Relation.NmodPoss or Relation.Compound or Relation.Amod && Of(document, d, operators.Participants) is { Count: > 0 } owners)
                doers = owners;
        }
        if (wronged < 0 || recipient != harm && recipient != wronged)
            return recipients;
        return doers ?? recipients.FindAll(r => r.Mention is { } mention && !Phrase.SpanOf(document, wronged).Overlaps(mention));
    }

    /// <summary>“expelled migrants from Mali”: the persons, who are of that country and do not act for it; null where the pattern's words name none of them.</summary>
    public static Actor? Hailing(Document document, Match match, IReadOnlyList<Lexicon> persons)
    {
        var home = match.Recipient;
        if (home < 0 || match.Frame.Nominal || FrameReader.Preposition(document, home) != "from" || document.MentionAt(home) is not { Actor: { Kind: ActorKind.State, Id: { } country } })
            return null;
        foreach (var person in match.Fixed)
            // “recalled its ambassador from Paris”: one's own, who only was there.
            if (document.Tokens[person].Upos == Upos.NOUN && person < home && person + 1 == document.Tree.LeftEdge(home) && document.Tree.Dependent(person, Relation.NmodPoss) < 0 && Held(document, person, persons))
            {
                var span = new Span(PhraseOf(document, person).Start, document.Tokens[home].Span.End);
                return (document.MentionAt(person) ?? document.MentionOver(person))?.Actor is { } known && known.Country == country ? known : new(document.Words(span), ActorKind.Group) { Country = country, Mention = span };
            }
        return null;
    }

    /// <summary>“ties <em>between Ankara</em> and Cairo”: the first of those between whom one of the nouns is; −1 where it is said of none.</summary>
    public static int SidesOf(Document document, List<int> nouns)
    {
        foreach (var noun in nouns)
            foreach (var d in document.Tree.Of(noun))
                if (document.Tokens[d].Relation == Relation.Nmod && FrameReader.Preposition(document, d) is "between" or "among" && Of(document, d).Count > 1)
                    return d;
        return -1;
    }

    /// <summary>A name, or a noun of a class that takes part.</summary>
    private static bool StandsForItself(Document document, int head, IReadOnlyList<Lexicon> classes) =>
        // “into the Bay of Bengal”: a sea is nobody.
        document.Tokens[head].Upos == Upos.PROPN && document.TimeAt(head) is null && document.PlaceAt(head) is not { Country: null, Precision: not Place.Unknown } || document.Tokens[head].Upos == Upos.NOUN && (Held(document, head, classes) || IsCapitalized(document, head));

    /// <summary>“gave it to Conservative Solutions”: a name of common words, inside a sentence.</summary>
    private static bool IsCapitalized(Document document, int head)
    {
        var tokens = document.Tokens;
        if (head == 0 || !char.IsUpper(tokens[head].Form[0]) || tokens[head].Form.Length < 3 || document.TimeAt(head) is not null || document.SentenceOf(head).Kind == BlockKind.Title)
            return false;
        // “The Idea Of A Wage Hike”: a title in which every word is capitalized.
        var edge = document.Tree.LeftEdge(head);
        for (var t = Math.Max(document.SentenceOf(head).First + 1, edge - 1); t < head; t++)
            if (tokens[t].Upos is Upos.ADP or Upos.DET or Upos.CCONJ or Upos.VERB or Upos.AUX && char.IsUpper(tokens[t].Form[0]))
                return false;
        return tokens[head - 1].Head == head && tokens[head - 1].Relation is Relation.Amod or Relation.Compound && char.IsUpper(tokens[head - 1].Form[0]) && head - 1 > document.SentenceOf(head).First;
    }

    private static bool Held(Document document, int head, IReadOnlyList<Lexicon> classes)
    {
        for (var i = 0; i < classes.Count; i++)
            if (classes[i].Holds(document, head) && !(classes[i].Name == "multitude" && Counts(document, head)))
                return true;
        return false;
    }

    /// <summary>“Thousands rallied” tells of people; “thousands of tons” of what stands after “of”, and “the hundred” of a number.</summary>
    private static bool Counts(Document document, int head)
    {
        if (document.Tokens[head].Xpos != "NNS")
            return true;
        foreach (var d in document.Tree.Of(head))
            if (document.Tokens[d].Relation == Relation.Nmod && FrameReader.Preposition(document, d) == "of")
                return true;
        return false;
    }

    /// <summary>True when the noun itself, not what owns it, is somebody: a mention, a name, a member of a class that takes part.</summary>
    public static bool IsSomebody(Document document, int head, IReadOnlyList<Lexicon> classes)
    {
        ref readonly var token = ref document.Tokens[head];
        if (token.Upos == Upos.PROPN || (document.MentionAt(head) ?? document.MentionOver(head)) is not null)
            return true;
        if (token.Upos == Upos.NOUN && Held(document, head, classes))
            return true;
        // “thousands of soldiers”, “the government of Chad”, “miners and their families”
        foreach (var d in document.Tree.Of(head))
            if (document.Tokens[d].Relation == Relation.Conj && document.Tokens[d].Upos is Upos.NOUN or Upos.PROPN && IsSomebody(document, d, classes)
                || document.Tokens[d].Relation == Relation.Nmod && token.Upos is Upos.NUM or Upos.DET or Upos.PRON or Upos.ADJ && (IsSomebody(document, d, classes) || document.Tokens[d] is { Xpos: "PRP", Lemma: not "it" }))
                return true;
        return false;
    }

    /// <summary>The noun with what stands before it and belongs to it, without article, clauses and what follows.</summary>
    private static Span PhraseOf(Document document, int head)
    {
        int first = head, last = head;
        foreach (var d in document.Tree.Of(head))
        {
            var relation = document.Tokens[d].Relation;
            // “shot dead 14 people”: what stands before the number belongs to the verb.
            if (d < head && relation == Relation.Amod && document.Tree.Dependent(head, Relation.Nummod) is >= 0 and var number && d < document.Tree.LeftEdge(number) && document.Tree.Dependent(head, Relation.Det) < 0)
                continue;
            if (d < head && relation is Relation.Amod or Relation.Compound or Relation.Nummod or Relation.NmodPoss or Relation.NmodDesc)
                first = Math.Min(first, Start(document, d));
            else if (d > head && relation == Relation.Flat)
                last = Math.Max(last, document.Tree.RightEdge(d));
        }
        return document.SpanOf(first, last);
    }

    /// <summary>Where a modifier begins; “at least 29” with the “at” that the parser gives to the noun.</summary>
    public static int Start(Document document, int modifier)
    {
        var first = document.Tree.LeftEdge(modifier);
        return first > 0 && document.Tokens[modifier].Relation == Relation.Nummod && document.Tokens[first].Xpos is "JJS" or "RBS" && document.Tokens[first - 1].Upos == Upos.ADP ? first - 1 : first;
    }

    public static bool Any(Document document, int head) => head >= 0 && ((document.MentionAt(head) ?? document.MentionOver(head)) is not null || Of(document, head).Count > 0);

    private static void Collect(Document document, int head, List<Actor> actors, bool places, int depth)
    {
        var before = actors.Count;
        var whole = document.MentionAt(head) ?? document.MentionOver(head);
        if (whole is { } mention)
        {
            foreach (var part in mention.Parts)
                Add(actors, part);
            if (mention.Parts.Count == 0)
            {
                if (mention is { Kind: MentionKind.Description, Actor.Id: null })
                    NamesBeside(document, head, actors);
                if (actors.Count == before)
                    Add(actors, mention.Actor);
            }
        }
        else if (places && document.PlaceAt(head) is { Country: { } country } place)
            Add(actors, StateOf(place, country));
        else if (!NamesBeside(document, head, actors) && depth < 2)
            Owners(document, head, actors, places, depth);
        foreach (var d in document.Tree.Of(head))
        {
            // “Lebanon, not Syria”
            if (document.Tokens[d].Relation == Relation.Conj && document.Tokens[d].Upos is not (Upos.VERB or Upos.AUX) && depth < 4
                // “the ministers of Egypt, Jordan and Iraq”: those whom one mention names are told already.
                && !(whole is { Parts.Count: > 0 } several && d >= several.First && d < several.End) && !(document.Tree.Dependent(d, Relation.Advmod) is >= 0 and var not && document.Tokens[not].Lemma == "not"))
                Collect(document, d, actors, places, depth + 1);
            else if (document.Tokens[d].Relation == Relation.Appos && actors.Count == before && document.MentionAt(d) is { } apposition)
            {
                Add(actors, apposition.Actor);
                // “the candidates, Holt and Brandt”
                if (document.Tokens[head].Xpos is "NNS")
                    foreach (var joined in document.Tree.Of(d))
                        if (document.Tokens[joined].Relation == Relation.Conj && document.MentionAt(joined) is { } other)
                            Add(actors, other.Actor);
            }
        }
    }

    /// <summary>
    /// Adds those who are named behind a noun that describes them: “the oil company ExxonMobil”, “rivals Jan Holt and Mira Cole”, “Rep. Jan Holt”, whose title heads the phrase in the tree.
    /// False when nobody is.
    /// </summary>
    public static bool NamesBeside(Document document, int head, List<Actor> actors)
    {
        var several = document.Tokens[head].Xpos == "NNS";
        foreach (var d in document.Tree.Of(head))
        {
            if (d < head || document.MentionAt(d) is not { Kind: MentionKind.Name, Actor: var named })
                continue;
            var beside = document.Tokens[d].Relation == Relation.Appos && (document.Tokens[head].Xpos == "NN" || several && d == head + 1) && named.Kind is not ActorKind.State and not ActorKind.Region
                || document.Tokens[d].Relation == Relation.Flat && d == head + 1 && named.Kind == ActorKind.Person;
            if (!beside)
                continue;
            Add(actors, named);
            if (several)
                foreach (var joined in document.Tree.Of(d))
                    if (document.Tokens[joined].Relation == Relation.Conj && document.MentionAt(joined) is { Kind: MentionKind.Name, Actor: var other })
                        Add(actors, other);
            return true;
        }
        return false;
    }

    /// <summary>The noun over the relative clause in which “whose” stands with a noun; −1 when there is none.</summary>
    private static int WhoseOwner(Document document, int noun)
    {
        var tokens = document.Tokens;
        for (var (t, step) = (noun, 0); t >= 0 && step < 6; (t, step) = (tokens[t].Head, step + 1))
            if (tokens[t].Relation == Relation.AclRelcl)
                return tokens[t].Head < noun ? tokens[t].Head : -1;
        return -1;
    }

    /// <summary>“Russian positions”, “Kiev's request”, “the offices of the UN”: the owner stands for what it owns.</summary>
    private static void Owners(Document document, int head, List<Actor> actors, bool places, int depth)
    {
        // “the detention of its citizens by Iran”: Iran's act, though it is done to others.
        if (depth == 0)
            foreach (var d in document.Tree.Of(head))
                if (document.Tokens[d].Relation == Relation.Nmod && document.MentionAt(d) is { } doer && FrameReader.Preposition(document, d) == "by")
                {
                    Add(actors, doer.Actor);
                    return;
                }
        foreach (var d in document.Tree.Of(head))
        {
            var relation = document.Tokens[d].Relation;
            var owns = relation is Relation.NmodPoss or Relation.Amod or Relation.Compound or Relation.NmodDesc
                || relation == Relation.Nmod && FrameReader.Preposition(document, d) is "of" or "from" or "by"
                // “Its partners in the European Community”: an organization is where its members are.
                || relation == Relation.Nmod && FrameReader.Preposition(document, d) is "in" && document.MentionAt(d)?.Actor is { Kind: ActorKind.Organization, Sector: "IGO" };
            if (!owns)
                continue;
            // “the league, whose ministers had met”: the league's.
            if (document.Tokens[d] is { Relation: Relation.NmodPoss, Xpos: "WP$" } && depth < 1 && WhoseOwner(document, head) is >= 0 and var antecedent)
            {
                Collect(document, antecedent, actors, places, depth + 1);
                return;
            }
            if (document.MentionAt(d) is { } mention)
            {
                // “Colorado Republican leaders”: the party's.
                if (relation is Relation.Compound or Relation.Amod && mention.Actor.Kind is ActorKind.State or ActorKind.Region && PartyBefore(document, head, d) is { } party)
                {
                    Add(actors, party);
                    return;
                }
                if (NameJoined(document, head, d) is { } first)
                    Add(actors, first);
                Add(actors, mention.Actor);
                // “the election of Holt, Cole and Dean”
                if (relation == Relation.Nmod)
                    foreach (var joined in document.Tree.Of(d))
                        if (document.Tokens[joined] is { Relation: Relation.Conj, Upos: Upos.PROPN } && document.MentionAt(joined) is { } other)
                            Add(actors, other.Actor);
                return;
            }
            // “a British-flagged tanker”
            if (relation == Relation.Amod && document.Tokens[d].Form is "flagged" or "owned" or "registered" or "operated")
                foreach (var whose in document.Tree.Of(d))
                    if (whose < d && document.MentionAt(whose) is { } flag)
                    {
                        Add(actors, flag.Actor);
                        return;
                    }
            if (relation == Relation.Nmod && depth < 1)
            {
                Collect(document, d, actors, places, depth + 1);
                if (actors.Count > 0)
                    return;
            }
        }
    }

    /// <summary>The party or body whose name stands nearer to the noun than that of its country; null when none does.</summary>
    private static Actor? PartyBefore(Document document, int head, int country)
    {
        foreach (var d in document.Tree.Of(head))
            if (d > country && d < head && document.Tokens[d].Relation is Relation.Compound or Relation.Amod && document.MentionAt(d) is { Actor: { Kind: ActorKind.Organization, Id: not null } body })
                return body;
        return null;
    }

    /// <summary>“the Iraq war”, “the Syria strikes”: the full name of a country before a noun for what is done about it or there; “the US strikes” are of the US.</summary>
    public static bool NamesTopic(Document document, int noun, int name, Operators operators) =>
        document.Tokens[name] is { Relation: Relation.Compound, Form: var form } && name < noun && char.IsLower(form[^1]) && operators.About.Contains(document.Tokens[noun].Lemma)
        && document.MentionAt(name) is { Kind: MentionKind.Name, Actor: { Kind: ActorKind.State, Name: var country } } && country.Contains(form, StringComparison.OrdinalIgnoreCase);

    /// <summary>“a bomb planted by rebels”: who is told to have done with a thing what it serves for; null when nobody is.</summary>
    public static Actor? AgentBehind(Document document, int thing)
    {
        foreach (var d in document.Tree.Of(thing))
            if (d > thing && document.Tokens[d] is { Relation: Relation.Acl, Xpos: "VBN" })
                foreach (var by in document.Tree.Of(d))
                    if (document.MentionAt(by) is { Kind: not MentionKind.Adjective, Actor: var agent } && FrameReader.Preposition(document, by) == "by")
                        return agent;
        return null;
    }

    /// <summary>“closed its embassy in Tehran”, “recalled its envoy from Lima”: the state where what is his own stands; null where none is named.</summary>
    public static Actor? Host(Document document, Match match, List<Actor> actors)
    {
        foreach (var noun in (ReadOnlySpan<int>)[match.Recipient, match.Frame.Object, .. match.Fixed])
            if (noun >= 0 && document.Tokens[noun].Upos == Upos.NOUN)
                foreach (var d in document.Tree.Of(noun))
                    if (document.Tokens[d].Relation == Relation.Nmod && FrameReader.Preposition(document, d) is "in" or "to" or "from" && StateAt(d) is { } host)
                        return host;
        foreach (var oblique in match.Frame.Obliques)
            if (oblique is { Preposition: "in" or "from", Distance: 0 } && StateAt(oblique.Noun) is { } whence)
                return whence;
        return null;

        Actor? StateAt(int place) => document.PlaceAt(place) is { Country: { } country } there && !actors.Exists(a => a.Country == country) ? StateOf(there, country) : null;
    }

    /// <summary>A place as the state that it belongs to: “flew to Cairo”.</summary>
    public static Actor StateOf(Place place, string country) => new(place.Name, ActorKind.State) { Id = country, Country = country, Mention = place.Mention };

    /// <summary>True when what somebody announces of another is his own side's word: a minister of the state, a police chief of his men, a union of its dockers; no analyst of either.</summary>
    public static bool SpeaksFor(Actor speaker, Actor actor) =>
        speaker.SameSide(actor) || speaker.Country is { } country && country == actor.Country
            && (speaker.Sector is "GOV" or "MIL" or "COP" && (actor.Kind == ActorKind.State || actor.Sector is null or "GOV" or "MIL" or "COP") || speaker.Kind == ActorKind.Organization && speaker.Sector is not "MED" && actor is { Id: null, Sector: null } || speaker.Sector is { } sector && sector == actor.Sector && speaker.Kind != ActorKind.Person);

    /// <summary>“a letter signed by the bishops”, “an editorial in Granma”: whose words a paper holds; empty when that is not said.</summary>
    public static List<Actor> VoicesOf(Document document, int paper, IReadOnlyList<Lexicon> classes)
    {
        foreach (var d in document.Tree.Of(paper))
            if (document.Tokens[d].Relation == Relation.Nmod && FrameReader.Preposition(document, d) is "in" or "on" && document.MentionAt(d) is { Actor: { Sector: "MED" } medium })
                return [medium];
            else if (d > paper && document.Tokens[d] is { Relation: Relation.Acl, Xpos: "VBN" })
                foreach (var by in document.Tree.Of(d))
                    if (FrameReader.Preposition(document, by) == "by" && document.TimeAt(by) is null && Of(document, by, classes) is { Count: > 0 } agents)
                        return agents;
        return [];
    }

    /// <summary>“Holt and Brandt's claims”: the one named before the owner of a noun, whom the parser joined to the noun; null when nobody is.</summary>
    public static Actor? NameJoined(Document document, int noun, int owner)
    {
        var joint = document.Tree.LeftEdge(noun);
        return document.Tokens[owner].Relation == Relation.NmodPoss && document.Tokens[joint] is { Relation: Relation.Cc, Lemma: "and" } && document.Tree.LeftEdge(owner) is var edge && (edge == joint || edge == joint + 1) && joint > 0
            && document.MentionAt(owner) is { Kind: MentionKind.Name, Actor.Kind: var kind } && document.MentionOver(joint - 1) is { Kind: MentionKind.Name, Actor: var first } && first.Kind == kind
            ? first
            : null;
    }

    private static void Add(List<Actor> actors, Actor actor)
    {
        if (!actors.Exists(a => a.Is(actor)))
            actors.Add(actor);
    }
}
