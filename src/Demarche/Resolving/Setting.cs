using Demarche.Recognizing;

namespace Demarche.Resolving;

/// <summary>Which state a sentence, or else the whole story, speaks of, where it is one alone: whose “the army” and “the prime minister” are when nobody says.</summary>
internal sealed class Setting(Scene scene, NameReader names)
{
    private (int First, int End) _part = (-1, -1);
    private (string? Country, bool Acts, bool Several) _told;
    private string? _ofOutlet;

    /// <summary>The one state of the part of the sentence between semicolons in which a token stands, then of the sentence; where they name none, the one of the story.</summary>
    public string? CountryAt(int token)
    {
        if (scene.Home is { } home)
            return home;
        var (first, end) = PartAt(token);
        var part = Of(first, end);
        if (part.Country is null && (first > scene.Sentence.First || end < scene.Sentence.End))
            part = Of(scene.Sentence.First, scene.Sentence.End);
        if (part.Several)
            return part.Country ?? AsideFromAddressee(token, first, end) ?? AsideFromSpeaker(token, first, end);
        return part.Country is { } told && (IsAside(token, told, first, end, where: true) ? Before(first) ?? (IsAside(token, told, first, end, where: false) ? Leading() is { } leading && leading != told ? leading : OfLastOfficial(told) : null) : null) is { } main && main != told ? main : BesidesBlamed(token, part.Country ?? OfStory() ?? Leading());
    }

    // “The Icelandic premier broke off the talks. The foreign minister handed the British ambassador a protest”: the state of the last who was shown in office, where it is another.
    private string? OfLastOfficial(string besides)
    {
        for (var i = scene.Mentions.Count - 1; i >= Math.Max(0, scene.Mentions.Count - Scene.MaxUnnamed); i--)
            if (scene.Mentions[i].Entity is { Kind: ActorKind.Person, Office: { } office, OfficeOf: { } of } && of != besides && scene.Words.NationalOffices.Contains(office) && scene.Gazetteer.Find(of) is { Kind: ActorKind.State })
                return of;
        return null;
    }

    // “Israel's prime minister spoke of war; the army bombed bridges over the Litani”: the state of what stands before the semicolon.
    private string? Before(int first) => first > scene.Sentence.First && Of(scene.Sentence.First, first) is { Several: false, Country: { } before } ? before : null;

    // “India sent envoys to Leh … The army had pushed back Chinese soldiers”: the state that the sentence names is only that upon which or where its subject acts.
    private bool IsAside(int token, string country, int first, int end, bool where)
    {
        var (tokens, tree) = (scene.Tokens, scene.Document.Tree);
        if (tokens[token].Relation is not (Relation.Nsubj or Relation.NsubjPass))
            return false;
        for (var t = first; t < end; t++)
        {
            if (scene.AnchorAt[t] is not { Person: false } anchor)
            {
                if (scene.AnchorAt[t] is { Person: true } person && names.CountryOf(person) == country)
                    return false;
                continue;
            }
            if (anchor.First != t || names.CountryOf(anchor) != country)
                continue;
            var head = scene.HeadOf(anchor.First, anchor.End, anchor.End - 1);
            if (tokens[head].Relation.Universal() is Relation.Amod or Relation.Compound && tokens[head].Head >= 0)
                head = tokens[head].Head;
            // “The parliament of Togo”, “in Togo, the parliament …”: then it is Togo's.
            if (tokens[head].Head == token || head < token || tokens[head].Relation.Universal() is not (Relation.Obj or Relation.Iobj or Relation.Nmod) && !(where && tokens[head].Relation.Universal() == Relation.Obl) || tokens[head].Relation == Relation.NmodPoss)
                return false;
        }
        return true;
    }

    // “The government demanded that Brasilia hand him over”: of whom something is demanded is somebody else.
    private bool IsDemandedOf(int verb, string country)
    {
        var (tokens, tree) = (scene.Tokens, scene.Document.Tree);
        return tree.Dependent(verb, Relation.Ccomp) is >= 0 and var clause && tokens[clause].Xpos == "VB" && tree.Dependent(clause, Relation.Nsubj) is >= 0 and var subject && scene.AnchorAt[subject] is { Person: false } anchor && names.CountryOf(anchor) == country;
    }

    // “The opposition blamed Syria”: it is that of the other state of which the story speaks.
    private string? BesidesBlamed(int token, string? country)
    {
        var tokens = scene.Tokens;
        if (country is null || tokens[token] is not { Relation: Relation.Nsubj, Head: >= 0 and var verb })
            return country;
        if (IsDemandedOf(verb, country))
            return OneOf(scene.Countries, scene.Countries.Where(other => other != country));
        if (!NameWords.Has(scene.Words.Appeals, scene.LemmaOf(verb)))
            return country;
        foreach (var d in scene.Document.Tree.Of(verb))
            if (tokens[d].Relation is Relation.Obj or Relation.Iobj && scene.AnchorAt[d] is { Person: false, Demonym: false } anchor && names.ActorOf(anchor) is { Kind: ActorKind.State } state && state.Id == country)
                return OneOf(scene.Countries, scene.Countries.Where(other => other != country));
        return country;
    }

    /// <summary>“Bogotá may shut the border, the interior minister warned Caracas”: of two states he is of that which he does not speak to; null where it is not told.</summary>
    private string? AsideFromAddressee(int token, int first, int end)
    {
        var tokens = scene.Tokens;
        if (tokens[token] is not { Relation: Relation.Nsubj, Head: >= 0 and var verb })
            return null;
        var addressees = new List<string>();
        foreach (var d in scene.Document.Tree.Of(verb))
            if (tokens[d].Relation is Relation.Obj or Relation.Iobj)
            {
                NoteAddressee(d);
                // “Accused Cuba and Venezuela”.
                foreach (var joined in scene.Document.Tree.Of(d))
                    if (tokens[joined].Relation.Universal() == Relation.Conj)
                        NoteAddressee(joined);
            }
        return addressees.Count == 0 ? null : OneOf([.. Named(first, end).Where(state => !addressees.Contains(state))], Named(first, end));

        void NoteAddressee(int token)
        {
            if (scene.AnchorAt[token] is { Person: false, Demonym: false } anchor && names.CountryOf(anchor) is { } country)
                addressees.Add(country);
        }
    }

    // “In Darfur the American minister urged the government to disarm them”: of two states he is of that for which the speaker does not speak.
    private string? AsideFromSpeaker(int token, int first, int end)
    {
        var tokens = scene.Tokens;
        return tokens[token] is { Relation: Relation.Obj or Relation.Iobj, Head: >= 0 and var verb } && NameWords.Has(scene.Words.Appeals, scene.LemmaOf(verb)) && SubjectOf(verb) is >= 0 and var subject && scene.EntityAt(subject) is { Country: { } own }
            ? OneOf([.. Named(first, end).Where(state => state != own)], Named(first, end))
            : null;
    }

    // That of “walked through the camp and urged” stands with the first verb.
    private int SubjectOf(int verb)
    {
        var tree = scene.Document.Tree;
        return tree.Dependent(verb, Relation.Nsubj) is >= 0 and var own ? own : scene.Tokens[verb] is { Relation: Relation.Conj, Head: >= 0 and var first } ? tree.Dependent(first, Relation.Nsubj) : -1;
    }

    /// <summary>The same for a role that only some states know, “the emir”: the one of them of which the part, the sentence, the story speaks.</summary>
    public string? CountryAt(int token, Role role)
    {
        if (role.OnlyOf.Count == 0)
            return CountryAt(token);
        if (scene.Home is { } home && role.OnlyOf.Contains(home))
            return home;
        // There is one pope.
        if (role.OnlyOf is [var one])
            return one;
        var (first, end) = PartAt(token);
        return OneOf(role.OnlyOf, Named(first, end)) ?? OneOf(role.OnlyOf, Named(scene.Sentence.First, scene.Sentence.End)) ?? OneOf(role.OnlyOf, scene.Countries);
    }

    /// <summary>
    /// The one state of the part of the sentence, then of the sentence, as far as it is told by more than a nationality: “police arrested two French tourists” says nothing
    /// of whose police they are. Where neither names a state, the one of the story.
    /// </summary>
    public string? CountryBesidesNationalityAt(int token)
    {
        if (scene.Home is { } home)
            return home;
        var (first, end) = PartAt(token);
        foreach (var (from, to) in (ReadOnlySpan<(int, int)>)[(first, end), (scene.Sentence.First, scene.Sentence.End)])
        {
            string? one = null;
            for (var t = from; t < to; t++)
            {
                if (scene.AnchorAt[t] is not { Demonym: false } anchor || anchor.First != t || names.CountryOf(anchor) is not { } country || anchor.IsOfNeither(scene.Words) || IsOfMission(anchor) || !anchor.Person && IsGoal(anchor))
                    continue;
                if (one is not null && one != country)
                    return null;
                one = country;
            }
            if (one is not null)
                return one;
        }
        return Of(scene.Sentence.First, scene.Sentence.End).Country is null ? OfStory() : null;
    }

    // “Togo's embassy”.
    private bool IsOfMission(Anchor anchor)
    {
        var next = scene.Form(anchor.End) is "'s" or "’s" or "'" or "’" ? anchor.End + 1 : anchor.End;
        return next < scene.Sentence.End && scene.Gazetteer.MatchRole(scene.Folded, next, scene.Sentence.End, static _ => false) is { } role && scene.Words.Posted.Contains(role.Role.Words);
    }

    /// <summary>The one state of the whole sentence; where it names none, the one of the story.</summary>
    public string? CountryOfSentence => scene.Home ?? (Of(scene.Sentence.First, scene.Sentence.End) is { Several: false } told ? told.Country ?? OfStory() : null);

    /// <summary>The same for somebody who says something of a state: of another than that.</summary>
    public string? CountryOfSentenceAt(int token) => BesidesBlamed(token, CountryOfSentence);

    /// <summary>The one state of the part of the sentence, where somebody of it is named and not only a place.</summary>
    public string? CountryOfActorsAt(int token)
    {
        var (first, end) = PartAt(token);
        return Of(first, end) is { Several: false, Acts: true } told ? told.Country : null;
    }

    /// <summary>
    /// “Tripoli called the president a liar”, “the prime minister of Togo called on the army to stop”: whom a government turns to is mostly somebody else's,
    /// unless the story speaks of its state alone.
    /// </summary>
    /// <param name="head">Whom the verb is about.</param>
    /// <param name="country">The state that he may be of.</param>
    /// <param name="orders">True for those whom a government gives orders: its army. Then only an appeal says that they are another's.</param>
    public bool IsTurnedTo(int head, string country, bool orders)
    {
        // “The premier asked Canberra for help”: not Australia's.
        if (!orders && scene.Tokens[head] is { Head: >= 0 and var asks, Relation: Relation.Nsubj })
            foreach (var d in scene.Document.Tree.Of(asks))
                if (scene.Tokens[d].Relation is Relation.Obj or Relation.Iobj && scene.AnchorAt[d] is not null && scene.EntityAt(d) is { Kind: ActorKind.State, Sector: null or "GOV", Plural: false } asked && asked.Id == country)
                    return true;
        if (scene.Tokens[head] is not { Head: >= 0 and var verb, Relation: Relation.Obj or Relation.Iobj or Relation.Obl } || scene.Document.Tree.Dependent(verb, Relation.Nsubj) is not (>= 0 and var subject)
            || scene.EntityAt(subject) is not { } speaker || speaker.Country != country)
            return false;
        var appeal = NameWords.Has(scene.Words.Appeals, scene.LemmaOf(verb));
        if (speaker is { Kind: ActorKind.State, Sector: null or "GOV" } && (appeal || !orders))
            return true;
        return appeal && scene.Countries.Count > 1 && speaker.Sector is "GOV";
    }

    /// <summary>“Washington sent 50 Marines”, “Mrs Gandhi has ordered the army to stop”, “had made no decision to send soldiers”: those whom a state or its official sends or orders are its own; null where nobody does.</summary>
    public string? CountryOfSender(int head)
    {
        var (tokens, tree) = (scene.Tokens, scene.Document.Tree);
        if (tokens[head] is not { Relation: Relation.Obj or Relation.Iobj, Head: >= 0 and var verb } || !scene.Words.SendsOwn.Contains(scene.LemmaOf(verb)))
            return null;
        // The subject may stand some steps up.
        for (var steps = 0; verb >= 0 && steps < MaxSteps; verb = tokens[verb].Head, steps++)
            if (tree.Dependent(verb, Relation.Nsubj) is >= 0 and var subject)
                return scene.EntityAt(subject) is { } sender && (sender.Kind == ActorKind.State ? sender.Id : sender.Kind == ActorKind.Person && scene.Words.Organs.Contains(sender.Sector ?? "") ? sender.Country : null) is { } state ? state : null;
        return null;
    }

    /// <summary>“Australia's prime minister signed a treaty with the new government”: with whom a state's official deals is not his own.</summary>
    public bool IsOtherSide(int head, string country)
    {
        var (tokens, tree) = (scene.Tokens, scene.Document.Tree);
        if (tree.Dependent(head, Relation.Case) is not (>= 0 and var with) || scene.Form(with) is not ("with" or "against"))
            return false;
        for (int at = tokens[head].Head, steps = 0; at >= 0 && steps < MaxSteps; at = tokens[at].Head, steps++)
            if (tree.Dependent(at, Relation.Nsubj) is >= 0 and var subject)
                return scene.EntityAt(subject) is { Country: { } own } && own == country && scene.Countries.Count > 1;
        return false;
    }

    /// <summary>“The French ambassador was summoned by the junta”: who deals with a state's envoy does not belong to that state.</summary>
    public bool DealsWithEnvoyOf(int head, string country)
    {
        var (tokens, tree) = (scene.Tokens, scene.Document.Tree);
        if (tokens[head] is not { Relation: Relation.Nsubj or Relation.OblAgent, Head: >= 0 and var verb } || tree.Dependent(verb, tokens[head].Relation == Relation.Nsubj ? Relation.Obj : Relation.NsubjPass) is not (>= 0 and var envoy)
            || !scene.Words.Posted.Contains(scene.LemmaOf(envoy)) || tree.Dependent(envoy, Relation.NmodPoss) is >= 0 and var own && tokens[own].Upos == Upos.PRON)
            return false;
        if (scene.EntityAt(envoy)?.Country == country)
            return true;
        foreach (var d in tree.Of(envoy))
            if (scene.EntityAt(d)?.Id == country)
                return true;
        return false;
    }

    // “Signed a treaty on oil with the government”.
    private const int MaxSteps = 4;

    private (int First, int End) PartAt(int token)
    {
        var (first, end) = (token, token);
        while (first > scene.Sentence.First && scene.Form(first - 1) != ";")
            first--;
        while (end < scene.Sentence.End && scene.Form(end) != ";")
            end++;
        return (first, end);
    }

    public static string? OneOf(IReadOnlyCollection<string> states, IEnumerable<string> named)
    {
        string? one = null;
        foreach (var state in named)
        {
            if (state == one || !states.Contains(state))
                continue;
            if (one is not null)
                return null;
            one = state;
        }
        return one;
    }

    private IEnumerable<string> Named(int first, int end)
    {
        for (var t = first; t < end; t++)
            if (scene.AnchorAt[t] is { } anchor && anchor.First == t && names.CountryOf(anchor) is { } country && (anchor.Person || anchor.Demonym || !IsGoal(anchor)))
                yield return country;
    }

    /// <summary>“A spokeswoman of Togo said that the premier …”: the country of whoever says or believes what a token is part of; null when nobody does.</summary>
    /// <param name="token">A token of the words.</param>
    /// <param name="press">True when the voice of a country's agency or station counts as well as that of its officials.</param>
    public string? CountryOfSpeaker(int token, bool press)
    {
        var (tokens, tree) = (scene.Tokens, scene.Document.Tree);
        for (int at = token, steps = 0; at >= scene.Sentence.First && steps < Scene.MaxUnnamed; at = tokens[at].Head, steps++)
        {
            // “The navy will stop all ships, he said.”
            foreach (var d in tree.Of(at))
                if (d > at && tokens[d].Relation.Universal() == Relation.Parataxis && PartAt(at) == PartAt(d) && Of(d) is var (aside, counts))
                    return counts ? aside : null;
            if (tokens[at].Relation.Universal() == Relation.Ccomp && tokens[at].Head is >= 0 and var verb && Of(verb) is var (country, acts))
                return acts ? country : null;
        }
        return null;

        (string Country, bool Counts)? Of(int verb)
        {
            foreach (var d in tree.Of(verb))
                if (tokens[d].Relation is Relation.Nsubj or Relation.OblAgent && scene.EntityAt(d) is { Country: { } country } speaker)
                    return (country, speaker.Sector is not { } sector || scene.Words.Organs.Contains(sector) || press && speaker.Kind == ActorKind.Organization);
            return null;
        }
    }

    // “Flew to Senegal”, “his visit to Senegal”, “cut short his visit to Senegal”, “flew the king to Senegal”: where somebody goes says nothing of whose he is,
    // nor does “the border with Senegal”.
    private bool IsGoal(Anchor anchor)
    {
        var (tokens, tree, travel) = (scene.Tokens, scene.Document.Tree, scene.Words.Travel);
        var head = scene.HeadOf(anchor.First, anchor.End, anchor.End - 1);
        if (tokens[head] is not { Head: >= 0 and var over } place || place.Relation.Universal() is not (Relation.Obl or Relation.Nmod) || tree.Dependent(head, Relation.Case) is not (>= 0 and var to))
            return false;
        if (scene.Form(to) is "with" && NameWords.Has(scene.Words.Borders, scene.LemmaOf(over)))
            return true;
        // “Landed in Mexico City”.
        if (NameWords.Has(scene.Words.Locatives, scene.Form(to)))
            return tokens[over].Upos == Upos.VERB && NameWords.Has(scene.Words.Arrive, scene.LemmaOf(over));
        if (!NameWords.Has(scene.Words.Goals, scene.Form(to)))
            return false;
        if (tokens[over] is { Relation: Relation.Obj, Head: >= 0 and var carries } && NameWords.Has(travel, scene.LemmaOf(carries)))
            return true;
        return NameWords.Has(travel, scene.LemmaOf(over)) || tree.Dependent(over, Relation.Obj) is >= 0 and var thing && thing < head && NameWords.Has(travel, scene.LemmaOf(thing));
    }

    /// <summary>
    /// Where people are whom the story gives no home: in the country of the places that the sentence names, of the dateline, of the state of which more than half
    /// of the names of the story are; of the outlet, where the story names no state at all; null where that is not told.
    /// </summary>
    public string? LocaleAt(int token) => scene.Home ?? CountryBesidesNationalityAt(token) ?? scene.Dateline ?? Leading() ?? (scene.Countries.Count == 0 ? OfStory() : null);

    // “Port Moresby Ledger”, “Lagos Sentinel”: where a paper is from that names no state, for it is at home there.
    private string? CountryOfOutlet()
    {
        if (scene.Document.Story.Outlet is not { } outlet)
            return null;
        if (CountryOf(scene.Gazetteer.NamesOf(outlet)) is { } known)
            return known;
        for (var end = outlet.LastIndexOf(' '); end > 0; end = outlet.LastIndexOf(' ', end - 1))
            if (CountryOf(scene.Gazetteer.NamesOf(outlet[..end])) is { } country)
                return country;
        return null;
    }

    /// <summary>Inhabitants from which on a town's name in that of a paper is no chance.</summary>
    private const int LargeTown = 300_000;

    private static string? CountryOf(IReadOnlyList<KnownName> known)
    {
        string? one = null;
        foreach (var name in known)
        {
            if (name.Use == NameUse.Surname || name.Place is { Kind: "city", Standing: not PlaceStanding.Capital, Population: < LargeTown } || (name.Actor is { } actor ? actor.Kind == ActorKind.State ? actor.Id : actor.Country : name.Place?.Country) is not { } country)
                continue;
            if (one is not null && one != country)
                return null;
            one = country;
        }
        return one;
    }

    // The state of which most of the names are, and at least two.
    private string? Leading()
    {
        var (most, all) = (default(KeyValuePair<string, int>), 0);
        foreach (var state in scene.Spoken)
        {
            all += state.Value;
            if (state.Value > most.Value)
                most = state;
        }
        return most.Value > 1 && most.Value * 2 > all ? most.Key : null;
    }

    /// <summary>The one state of the story, where it speaks of no other; that of its paper, where it names none.</summary>
    public string? CountryOfStory => scene.Home ?? OfStory();

    private string? OfStory() => scene.Countries.Count switch
    {
        0 => scene.Dateline ?? (_ofOutlet ??= CountryOfOutlet()),
        1 => scene.Countries.First(),
        _ => null,
    };

    // “In Athens, where …, the government said that …”: the place that opens the sentence.
    private string? Fronted()
    {
        var first = scene.Sentence.First;
        return first + 1 < scene.Sentence.End && scene.Form(first) is "In" or "At" && scene.AnchorAt[first + 1] is { Person: false } place && place.First == first + 1 ? names.CountryOf(place) : null;
    }

    /// <summary>“In Lisbon the cabinet sat late”: the state of whose capital the sentence opens with.</summary>
    public string? CountryOfFrontedCapital()
    {
        var first = scene.Sentence.First;
        return first + 1 < scene.Sentence.End && scene.AnchorAt[first + 1] is { Person: false } place && place.First == first + 1 && place.Known.Any(name => name.Use == NameUse.Capital) ? Fronted() : null;
    }

    private (string? Country, bool Acts, bool Several) Of(int first, int end)
    {
        if (_part == (first, end))
            return _told;
        _part = (first, end);
        _told = default;
        var (where, elsewhere, several) = (default(string), false, false);
        // Of several states the one of which somebody is named, where the others are only where something is.
        var (acting, rivals) = (default(string), false);
        for (var t = first; t < end; t++)
        {
            if (scene.AnchorAt[t] is not { } anchor || anchor.First != t || names.CountryOf(anchor) is not { } country || anchor.IsOfNeither(scene.Words))
                continue;
            if (anchor is { Person: false, Demonym: false } && IsGoal(anchor) || anchor.Person && ServesMany(anchor))
                continue;
            // “Ethnic Armenian forces” are no state's.
            if (anchor is { Demonym: true } && anchor.First > scene.Sentence.First && NameWords.Has(scene.Words.Ethnic, scene.Form(anchor.First - 1)))
                continue;
            // “Blamed a cleric in Pennsylvania”: only where somebody else is.
            if (IsWhereabouts(anchor))
            {
                (where, elsewhere) = (country, elsewhere || where is not null && where != country);
                continue;
            }
            // “26 members of Polisario, the defence ministry said”: armed groups have no ministries where the story speaks of another state.
            if (scene.Countries.Count > 1 && IsOfArmed(anchor))
                continue;
            if (!IsPlaceOnly(anchor))
                (acting, rivals) = (country, rivals || acting is not null && acting != country);
            several |= _told.Country is { } other && other != country;
            if (!several)
                _told = _told with { Country = country, Acts = _told.Acts || anchor.Person || anchor.Demonym };
        }
        if (several)
        {
            if (first == scene.Sentence.First && Fronted() is { } fronted)
                return _told = _told with { Several = true, Country = fronted };
            return _told = acting is not null && !rivals ? (acting, true, false) : _told with { Several = true, Country = null };
        }
        if (_told.Country is null && where is not null)
            _told = elsewhere ? _told with { Several = true, Country = first == scene.Sentence.First ? Fronted() : null } : _told with { Country = where };
        return _told;
    }

    private bool IsOfArmed(Anchor anchor) =>
        anchor.Known.Count > 0 && anchor.Known.All(name => name.Actor is { Kind: ActorKind.Organization or ActorKind.Group, Sector: { } sector } && scene.Words.Armed.Contains(sector));

    // “Candidate status in Brussels”: a name behind a preposition of place.
    private bool IsPlaceOnly(Anchor anchor)
    {
        if (anchor.Person || anchor.Demonym)
            return false;
        var head = scene.HeadOf(anchor.First, anchor.End, anchor.End - 1);
        return anchor.Known.All(name => name.Use is NameUse.Place or NameUse.Surname) || scene.Document.Tree.Dependent(head, Relation.Case) is >= 0 and var preposition && preposition < head && NameWords.Has(scene.Words.Locatives, scene.Form(preposition));
    }

    /// <summary>The country of the places in which the sentence says that something is; null where it names none or those of several.</summary>
    public string? CountryOfPlaces()
    {
        string? one = null;
        for (var t = scene.Sentence.First; t < scene.Sentence.End; t++)
        {
            if (scene.AnchorAt[t] is not { Person: false, Demonym: false } anchor || anchor.First != t || !IsPlaceOnly(anchor) || names.CountryOf(anchor) is not { } country)
                continue;
            if (one is not null && one != country)
                return null;
            one = country;
        }
        return one;
    }

    // “The UN envoy, Jan Pronk”: he speaks for no state.
    private bool ServesMany(Anchor anchor)
    {
        var head = scene.HeadOf(anchor.First, anchor.End, anchor.End - 1);
        var item = scene.ItemAt[head] ?? (scene.Tokens[head].Head is >= 0 and var over ? scene.ItemAt[over] : null);
        return item is { Resolved: true, Entity.OfficeOf: { } served } && item.First <= anchor.First && anchor.End <= item.End && scene.Gazetteer.Find(served) is { Kind: ActorKind.Organization, Country: null };
    }

    private bool IsWhereabouts(Anchor anchor)
    {
        if (anchor.Known.Count == 0 || !anchor.Known.All(name => name.Use is NameUse.Place or NameUse.Surname))
            return false;
        var head = scene.HeadOf(anchor.First, anchor.End, anchor.End - 1);
        return scene.Tokens[head].Relation.Universal() == Relation.Nmod && scene.Document.Tree.Dependent(head, Relation.Case) is >= 0 and var preposition && NameWords.Has(scene.Words.Locatives, scene.Form(preposition));
    }
}
