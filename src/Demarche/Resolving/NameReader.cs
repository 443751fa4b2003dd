using Demarche.Recognizing;

namespace Demarche.Resolving;

/// <summary>Says whom a name means: somebody of the tables on the day of the story, somebody whom the story named before, a place, or somebody whom nobody knows.</summary>
internal sealed class NameReader(Scene scene, Metonymy metonymy, StoryPlaces places)
{
    private readonly NameWords _words = scene.Words;
    private readonly Token[] _tokens = scene.Tokens;
    private readonly Document _document = scene.Document;
    private readonly NameCompany _company = new(scene);

    public void NameOf(Item item, Anchor anchor)
    {
        var words = scene.WordsOf(anchor.First, anchor.End);
        // “Bush fires burned”, “bush fires”: a name has a capital somewhere.
        if (anchor.Known.Count == 0 && !words.AsSpan().ContainsAnyInRange('A', 'Z') && words.All(c => c < 128))
            return;
        // “The Ankara-based group” is no Ankara.
        if (!anchor.Person && anchor.End + 1 < scene.Sentence.End && scene.Folded.Joins(anchor.End) && _words.Based.Contains(scene.Form(anchor.End + 1)))
            return;
        if (_company.IsLikeness(item.Head, anchor))
            return;
        // The UN is not Kim Jong Un.
        var letters = anchor.Known.Any(name => name.Use == NameUse.Abbreviation || (name.Use == NameUse.Name && name.Casings[0] == Casing.Capitals));
        var surname = !letters && (anchor.End - anchor.First == 1 || anchor.Known.Count > 0) ? scene.Actors.BySurname(scene.FoldTokens(anchor.First, anchor.End), TitleOf(anchor)) : null;
        if (scene.NamedInFull.Contains(anchor.First))
        {
            item.Entity = FullName(anchor);
            if (item.Entity.Id is null)
                Affiliate(item.Entity, anchor);
            item.Why = item.Entity.Id is not null ? $"“{words}” is a name of {item.Entity.Name}" : $"“{words}” is a person whom the tables do not have";
            return;
        }

        // A last name that the story has given in full stays that person, whatever else is called so; “in Jordan” is the country still.
        var located = metonymy.IsLocated(item.Head);
        if (surname is not null && !located && IsNamedBefore(surname, anchor) && !IsOwnCountry(surname, anchor))
        {
            item.Entity = surname;
            item.Why = $"“{words}” is the last name of {surname.Name}, named in full in the story";
            return;
        }
        if (IsHomonym(anchor))
        {
            places.Note(anchor, item.Head);
            return;
        }

        // “Mrs Mugabe” as one name.
        if (anchor.Known.Count == 0 && anchor.Kind == NameKind.Person && anchor.End - anchor.First > 1 && _words.IsTitle(_tokens[anchor.First].Form, out var titled) && titled != Gender.Unknown
            && scene.Actors.BySurname(scene.FoldTokens(anchor.First + 1, anchor.End), titled) is { } bearer)
        {
            item.Entity = bearer;
            item.Why = $"“{words}” is the last name of {bearer.Name}, named in full in the story";
            return;
        }
        if (anchor.Known.Count == 0 && Remembered(anchor) is { } remembered)
        {
            item.Entity = scene.Actors.Of(remembered);
            item.Why = $"“{words}” is {remembered.Name}, who held office some years before or after and of whose country the story speaks";
            return;
        }
        // “Mr Arafat” where the story has not named him in full.
        if (anchor.Known.Count == 0 && anchor.Kind == NameKind.Person && anchor.End - anchor.First > 1 && _words.IsTitle(_tokens[anchor.First].Form, out _)
            && scene.Gazetteer.Match(scene.Folded, _tokens, anchor.First + 1, anchor.End, false) is { } match && match.End == anchor.End && match.Names.Any(name => name.Actor?.Kind == ActorKind.Person))
        {
            Surname(item, new(anchor.First + 1, anchor.End, match.Names, [], NameKind.Person), scene.WordsOf(anchor.First + 1, anchor.End), null, null);
            return;
        }
        // “I admire Ted”, where the story has named one Ted in full.
        if (anchor.Known.Count == 0 && anchor.Kind == NameKind.Person && anchor.End - anchor.First == 1 && surname is null && scene.Actors.ByFirstName(scene.FoldTokens(anchor.First, anchor.End)) is { } familiar)
        {
            item.Entity = familiar;
            item.Why = $"“{words}” is the first name of {familiar.Name}, named in full in the story";
            return;
        }
        if (anchor.Known.Count == 0)
        {
            Unknown(item, anchor, words);
            return;
        }
        if (anchor.Person)
        {
            Surname(item, anchor, words, null, null);
            return;
        }
        Known(item, anchor, words, located);
    }

    // “Mr Walesa”, years before he holds office: the one of that last name who ever held one, in a story of his country.
    private KnownActor? Remembered(Anchor anchor)
    {
        if (anchor.Kind != NameKind.Person || anchor.End - anchor.First != 2 || !_words.IsTitle(_tokens[anchor.First].Form, out _) || scene.Published is not { } day)
            return null;
        KnownActor? only = null;
        foreach (var name in scene.Gazetteer.Match(scene.Folded, _tokens, anchor.End - 1, anchor.End, false)?.Names ?? [])
        {
            if (name is not { Use: NameUse.Surname, Actor: { Country: { } country } person } || !scene.Countries.Contains(country) || !scene.Gazetteer.HeldOfficeWithin(person, day, _words.YearsInMind))
                continue;
            if (only is not null && only != person)
                return null;
            only = person;
        }
        return only;
    }

    public Entity FullName(Anchor anchor)
    {
        // Several kings are called alike: the one in office on the day, of two the one whose country the story speaks of.
        KnownActor? known = null;
        foreach (var name in anchor.Known)
            if (name.Actor is { Kind: ActorKind.Person } person && name.Use != NameUse.Surname && name.On(scene.Published) && (known is null || Standing(person) > Standing(known)))
                known = person;
        if (known is not null)
            return scene.Actors.Of(known);

        // “Joseph R. Biden”, “Emmanuel Jean-Michel Macron”: the last name of somebody known, with one of his first names.
        var surname = scene.Gazetteer.Match(scene.Folded, _tokens, anchor.End - 1, anchor.End, false);
        foreach (var name in surname?.Names ?? [])
            if (name is { Use: NameUse.Surname, Actor: { } person } && SharesFirstName(anchor, person))
                return scene.Actors.Of(person);
        return scene.Actors.Named(scene.WordsOf(anchor.First, anchor.End), ActorKind.Person);
    }

    private int Standing(KnownActor person) => (scene.Published is { } day && scene.Gazetteer.OfficeOf(person, day) is not null ? 2 : 0) + (OthersOf(person.Country) ? 1 : 0);

    // The story names somebody or something else of that country than the two.
    private bool OthersOf(string? country)
    {
        foreach (var anchor in scene.AnchorAt)
            if (anchor is { Person: false } && country is not null && anchor.Known.Any(name => (name.Actor is { Kind: ActorKind.State } state ? state.Id : name.Actor?.Country ?? name.Place?.Country) == country))
                return true;
        return false;
    }

    private bool SharesFirstName(Anchor anchor, KnownActor person)
    {
        var pieces = Folding.Fold(person.Name).Split(' ');
        for (var t = anchor.First; t < anchor.End - 1; t++)
            if (_tokens[t].Form.Length > 2 && pieces.AsSpan(0, pieces.Length - 1).Contains(Folding.Fold(_tokens[t].Form)))
                return true;
        return false;
    }

    private bool IsNamedBefore(Entity person, Anchor anchor) =>
        anchor.Known.Count == 0 || anchor.Known.All(name => name.Use is NameUse.Surname or NameUse.Place) || scene.Met.Contains(person);

    // “Michael Jordan praised Jordan”: nobody does that to himself, so the state is meant.
    private bool IsOwnCountry(Entity person, Anchor anchor)
    {
        if (!anchor.Known.Any(name => name.Actor is { Kind: ActorKind.State }))
            return false;
        var verb = _tokens[scene.HeadOf(anchor.First, anchor.End, anchor.End - 1)].Head;
        return verb >= 0 && scene.Document.Tree.Dependent(verb, Relation.Nsubj) is >= 0 and var subject && subject < anchor.First && scene.AnchorAt[subject] is { } other && other.First != anchor.First && scene.EntityAt(subject) == person;
    }

    private bool IsHomonym(Anchor anchor) =>
        anchor.Known.Count > 0
        && _words.Homonyms.TryGetValue(anchor.Known[0].Text, out var homonym)
        && homonym.Near.Any(scene.Pieces.Contains)
        && !homonym.Unless.Any(scene.Pieces.Contains);

    private Entity? LastTitled(string title)
    {
        if (!_words.IsTitle(title, out _))
            return null;
        for (var i = scene.Mentions.Count - 1; i >= Math.Max(0, scene.Mentions.Count - Scene.MaxMentionsBack); i--)
            if (scene.Mentions[i] is { Kind: MentionKind.Name, Entity: { Kind: ActorKind.Person } person } mention)
                for (var t = mention.First; t + 1 < mention.End; t++)
                    if (_tokens[t].Form == title)
                        return person;
        return null;
    }

    private void Unknown(Item item, Anchor anchor, string words)
    {
        switch (anchor.Kind)
        {
            case NameKind.Place:
                places.Note(anchor, item.Head);
                return;
            // “The Shaikh” after “Shaikh Abdullah”.
            case not NameKind.Place when anchor.End - anchor.First == 1 && anchor.First > 0 && scene.Form(anchor.First - 1) is "the" or "The" && LastTitled(words) is { } bearer:
                item.Entity = bearer;
                item.Why = $"“{words}” is {bearer.Name}, whom the story called so";
                return;
            case NameKind.Organization when anchor.End - anchor.First == 1 && _tokens[item.Head].Relation.Universal() is Relation.Compound or Relation.Amod:
                return;
            case NameKind.Organization:
                if (SameWith(anchor) is { } same)
                {
                    item.Entity = scene.Actors.Of(same);
                    item.Why = $"“{words}” is {same.Name}";
                    return;
                }
                if (WholeOf(anchor) is { } whole)
                {
                    item.Entity = scene.Actors.Of(whole);
                    item.Why = $"“{words}” is a body of {whole.Name}";
                    return;
                }
                // “Bank of Russia”: the country that the name holds.
                item.Entity = scene.Actors.Named(words, ActorKind.Organization, CountryIn(anchor) ?? CountryBefore(anchor));
                item.Entity.Sector ??= SectorIn(anchor);
                item.Why = $"“{words}” is an organization whom the tables do not have";
                return;
            default:
                item.Entity = scene.Actors.Named(words, ActorKind.Person);
                if (TitleOf(anchor) is not Gender.Unknown and var gender)
                    item.Entity.Gender = gender;
                Affiliate(item.Entity, anchor);
                item.Why = $"“{words}” is a person whom the tables do not have";
                return;
        }
    }

    // “Blue and White party”: a name of the tables with the word for what it is.
    private KnownActor? SameWith(Anchor anchor)
    {
        if (anchor.Inner.Count == 0 || scene.Gazetteer.Match(scene.Folded, _tokens, anchor.First, anchor.End, false) is not { } match || scene.Gazetteer.MatchRole(scene.Folded, match.End, anchor.End, static _ => false) is not { } role || role.End != anchor.End)
            return null;
        foreach (var name in match.Names)
            if (name.Actor is { Kind: ActorKind.Organization or ActorKind.Group, Sector: { } sector } actor && sector == role.Role.Sector && _words.Domestic.Contains(sector) && name.On(scene.Published))
                return actor;
        return null;
    }

    // “Council of the League of Arab States”: the organization of which it is a body.
    private KnownActor? WholeOf(Anchor anchor)
    {
        // “Security Council of the United Nations” has a row of its own.
        foreach (var name in anchor.Inner)
            if (name.Actor is { Kind: ActorKind.Organization, Country: null } body && name.On(scene.Published))
                return body;
        for (var t = anchor.First + 1; t < anchor.End - 1; t++)
        {
            if (_tokens[t].Form != "of")
                continue;
            var first = _tokens[t + 1].Form == "the" ? t + 2 : t + 1;
            foreach (var name in scene.Gazetteer.Match(scene.Folded, _tokens, first, anchor.End, false) is { } match && match.End == anchor.End ? match.Names : [])
                if (name.Actor is { Kind: ActorKind.Organization, Country: null } whole && name.On(scene.Published))
                    return whole;
        }
        return null;
    }

    // “Ana Souza of the Brazilian Red Cross”, “Ana Souza from Brazil's navy”, “the Red Cross's Ana Souza”.
    public void Affiliate(Entity person, Anchor anchor)
    {
        var at = anchor.First - 1;
        if (at > scene.Sentence.First && scene.Form(at) is "'s" or "’s" or "'" or "’" && scene.AnchorAt[at - 1] is { Person: false } master)
        {
            Join(person, master);
            return;
        }
        if (person.Country is null && DescribedBy(anchor) is { } described)
            Join(person, described);
        at = anchor.End;
        if (at >= scene.Sentence.End || _tokens[at].Form is not ("of" or "from"))
            return;
        at++;
        if (at < scene.Sentence.End && _tokens[at].Upos == Upos.DET)
            at++;
        if (at >= scene.Sentence.End || scene.AnchorAt[at] is not { Person: false } body)
            return;
        Join(person, body);
    }

    // “A Tongan customs superintendent, Ana Souza”, “Ana Souza, a Tongan beekeeper”: whatever she is, she is of Tonga. Null where nothing says it.
    private Anchor? DescribedBy(Anchor anchor)
    {
        var name = scene.HeadOf(anchor.First, anchor.End, anchor.End - 1);
        if (_tokens[name].Relation == Relation.Appos && _tokens[name].Head is >= 0 and var before && NationalityOf(before) is { } of)
            return of;
        foreach (var d in _document.Tree.Of(name))
            if (_tokens[d].Relation is Relation.Appos && NationalityOf(d) is { } behind)
                return behind;
        return null;
    }

    // The one nationality that stands before a noun as an adjective or as whose it is.
    private Anchor? NationalityOf(int noun)
    {
        if (_tokens[noun].Upos != Upos.NOUN || scene.AnchorAt[noun] is not null)
            return null;
        Anchor? only = null;
        foreach (var d in _document.Tree.Of(noun))
        {
            if (d > noun)
                break;
            if (_tokens[d].Relation.Universal() is not (Relation.Amod or Relation.Compound or Relation.Nmod) || scene.AnchorAt[d] is not { Person: false } anchor || CountryOf(anchor) is null)
                continue;
            if (only is not null && only != anchor)
                return null;
            only = anchor;
        }
        return only;
    }

    private void Join(Entity person, Anchor body)
    {
        person.Country ??= CountryOf(body) ?? CountryIn(body);
        person.Sector ??= ActorOf(body) is { Kind: ActorKind.Organization or ActorKind.Group } known ? known.Sector : body.Known.Count == 0 ? SectorIn(body) : null;
    }

    /// <summary>The state that a name is of: the state itself, that of an organization, person or place; null where several bear the name.</summary>
    public string? CountryOf(Anchor anchor)
    {
        if (anchor.Person)
        {
            if (scene.Actors.BySurname(scene.FoldTokens(anchor.First, anchor.End)) is { Country: { } told, Sector: not "IGO" })
                return told;
            string? country = null;
            foreach (var name in anchor.Known)
            {
                // An envoy of the United Nations says nothing of the state whose citizen he is.
                if (name.Use == NameUse.Surname || name.Actor is not { Country: { } home, Sector: not "IGO" } || !name.On(scene.Published))
                    continue;
                if (country is not null && country != home)
                    return null;
                country = home;
            }
            return country;
        }
        // “Camille Chamoun … in Tripoli”: not the capital of Libya.
        if (ActorOf(anchor) is { } actor && !(actor.Kind == ActorKind.State && anchor.Known.All(name => name.Use is NameUse.Capital or NameUse.Place or NameUse.Surname) && places.IsElsewhere(anchor, actor)))
            return actor.Kind == ActorKind.State ? actor.Id : actor.Country;
        return anchor.Known.Count > 0 ? PlaceIn(anchor)?.Country : null;
    }

    // “Senate Energy Committee”, “University of Ghana”: what the head of the name says.
    private string? SectorIn(Anchor anchor)
    {
        var end = anchor.End;
        for (var t = anchor.First + 1; t < anchor.End; t++)
            if (_tokens[t].Form is "of" or "for")
            {
                end = t;
                break;
            }
        for (var t = anchor.First; t < end; t++)
            if (scene.Gazetteer.MatchRole(scene.Folded, t, end, static _ => false) is { } match && match.End == end)
                return match.Role.Sector;
        // “National Union of Mineworkers”: whom it unites, before what it is.
        var (best, sector) = (int.MaxValue, (string?)null);
        for (var t = anchor.First; t < anchor.End; t++)
            if (_words.NameSectors.TryGetValue(_tokens[t].Form.ToLowerInvariant(), out var told) && told.Rank < best)
                (best, sector) = told;
        return sector;
    }

    private string? CountryIn(Anchor anchor)
    {
        for (var t = anchor.First; t < anchor.End; t++)
            if (scene.Gazetteer.Match(scene.Folded, _tokens, t, anchor.End, false) is { } match)
                foreach (var name in match.Names)
                    if (name.Actor is { Kind: ActorKind.State } state)
                        return state.Id;
        return null;
    }

    // “Iraq's Revolutionary Command Council”, “the Turkish Central Bank”.
    private string? CountryBefore(Anchor anchor)
    {
        var at = anchor.First - 1;
        if (at > scene.Sentence.First && scene.Form(at) is "'s" or "’s" or "'" or "’")
            at--;
        return at >= scene.Sentence.First && scene.AnchorAt[at] is { } owner && owner.End <= anchor.First && ActorOf(owner) is { Kind: ActorKind.State } state ? state.Id : null;
    }

    /// <summary>A last name alone: whoever the story named in full, else the one bearer who holds an office on the day and of whose country the story speaks.</summary>
    public void Surname(Item item, Anchor anchor, string words, string? country, string? office)
    {
        if (scene.Actors.BySurname(scene.FoldTokens(anchor.First, anchor.End), TitleOf(anchor), office) is { } named)
        {
            item.Entity = named;
            item.Why = $"“{words}” is the last name of {named.Name}, named in full in the story";
            return;
        }

        KnownActor? bearer = null;
        Tenure? held = null;
        var (several, title) = (false, TitleOf(anchor));
        foreach (var name in anchor.Known)
        {
            if (name.Actor is not { Kind: ActorKind.Person } person || !name.On(scene.Published))
                continue;
            if (name.Use != NameUse.Surname)
            {
                item.Entity = scene.Actors.Of(person);
                item.Why = $"“{words}” is a name of {person.Name}";
                return;
            }
            var tenure = scene.Published is { } day ? scene.Gazetteer.OfficeOf(person, day) : null;
            // “Ghani fled” the day after he had.
            var left = tenure is null && scene.Published is { } today && (scene.Countries.Contains(person.Country ?? "") || _words.KnownBySurname.Contains(person.Country ?? "")) && scene.Gazetteer.OfficeOf(person, today.DayNumber > _words.DaysInMind ? today.AddDays(-_words.DaysInMind) : today) is not null;
            // “Mrs Gandhi” is not Rajiv.
            if (title != Gender.Unknown && scene.Actors.GenderOf(person.Name) is not Gender.Unknown and var own && own != title)
                continue;
            if ((tenure is null && !left && scene.Published is not null) || (country is not null && person.Country != country) || !IsHeardOf(person, tenure, country, office))
                continue;
            // “Xi” stands in the table under several spellings of one person.
            if (bearer is not null && bearer.Id != person.Id)
            {
                // The head of a state or government is who is meant by the last name alone; else the one whose country the story is about.
                var (ahead, before) = (Weight(person, tenure, office), Weight(bearer, held, office));
                if (ahead < before)
                    continue;
                several = ahead == before;
            }
            (bearer, held) = (person, tenure);
        }
        if (bearer is not null && !several)
        {
            item.Entity = scene.Actors.Of(bearer);
            item.Why = $"“{words}” is the last name of {bearer.Name}" + (held is null ? "" : $", {held.Office} of {held.Of} on the day of the story");
            scene.Actors.AddSurname(scene.FoldTokens(anchor.First, anchor.End), item.Entity);
            return;
        }
        // “Colonel Ojukwu” in a story of his country.
        if (!several && Titled(anchor, country) is { } titled)
        {
            item.Entity = scene.Actors.Of(titled);
            item.Why = $"“{words}” is the last name of {titled.Name}, of whose country the story speaks";
            scene.Actors.AddSurname(scene.FoldTokens(anchor.First, anchor.End), item.Entity);
            return;
        }
        item.Entity = scene.Actors.Named(words, ActorKind.Person);
        if (TitleOf(anchor) is not Gender.Unknown and var gender)
            item.Entity.Gender = gender;
        item.Why = several ? $"“{words}” is the last name of several who held office on the day of the story" : $"“{words}” is a person whom the tables do not have";
    }

    // The one bearer of a last name behind a title who holds no office that day, where the story speaks of his country.
    private KnownActor? Titled(Anchor anchor, string? country)
    {
        if (anchor.First == scene.Sentence.First || !_words.IsTitle(scene.Form(anchor.First - 1), out _))
            return null;
        KnownActor? only = null;
        foreach (var name in anchor.Known)
        {
            if (name is not { Use: NameUse.Surname, Actor: { Kind: ActorKind.Person, Country: { } home } person } || (country is null ? !scene.Countries.Contains(home) : home != country)
                || scene.Gazetteer.HasTenure(person) && !(scene.Published is { } day && scene.Gazetteer.HeldOfficeWithin(person, day, _words.YearsInMind)))
                continue;
            if (only is not null && only != person)
                return null;
            only = person;
        }
        return only;
    }

    // “King” and “Price” are the leaders of small states only where the story speaks of those, or gives them that office.
    private bool IsHeardOf(KnownActor person, Tenure? tenure, string? country, string? office)
    {
        if (country is not null || person.Country is not { } home || scene.Countries.Contains(home) || scene.Actors.HasCountry(home))
            return true;
        return (office is not null && tenure?.Office == office) || _words.KnownBySurname.Contains(tenure?.Of ?? home);
    }

    private Gender TitleOf(Anchor anchor) => anchor.First > scene.Sentence.First && _words.IsTitle(_tokens[anchor.First - 1].Form, out var gender) ? gender : Gender.Unknown;

    private int Weight(KnownActor person, Tenure? tenure, string? office) =>
        (office is not null && (tenure?.Office == office || scene.Published is null && scene.Gazetteer.Held(person, office)) ? 8 : 0)
        // Who serves the World Bank is not meant where the story speaks of the state whose citizen he is.
        + (scene.Actors.HasCountry(person.Country) && person.Sector != "IGO" ? 4 : 0)
        + (tenure is { Office: "head-of-state" or "head-of-government" } ? 2 : 0)
        + (tenure is { } held && !_words.AtHome.Contains(held.Office) ? 1 : 0);

    private void Known(Item item, Anchor anchor, string words, bool located)
    {
        KnownName? best = null;
        foreach (var name in anchor.Known)
            if (name.Use != NameUse.Surname && name.Use != NameUse.Place && (best is null || Preference(name, anchor).CompareTo(Preference(best, anchor)) > 0))
                best = name;
        if (best is null)
        {
            // “Leeds, a witness, said”: a person of that name whom nobody knows.
            if (!located && _company.IsPerson(item.Head))
            {
                item.Entity = scene.Actors.Named(words, ActorKind.Person);
                item.Why = $"“{words}” is a person whom the tables do not have, by what stands beside the name";
            }
            else
                places.Note(anchor, item.Head);
            return;
        }
        var actor = best.Actor!;
        // “Kenya's Labour Party”, which the tables do not have, is not Britain's.
        if (IsAnothers(best, anchor))
        {
            item.Entity = scene.Actors.Named(words, ActorKind.Organization, OwnerOf(anchor)?.Country);
            item.Entity.Sector ??= actor.Sector;
            item.Why = $"“{words}” is an organization whom the tables do not have, by whose it is";
            return;
        }

        if (best.Use is NameUse.Capital or NameUse.Seat)
        {
            var because = metonymy.PlaceBecauseOf(anchor.First, anchor.End, item.Head, scene.Sentence);
            // Bonn after 1999 is a town.
            if (because is not null || !best.On(scene.Published) || places.IsElsewhere(anchor, actor))
            {
                places.Note(anchor, item.Head);
                return;
            }
            item.Entity = scene.Actors.Of(actor);
            item.Why = best.Use == NameUse.Capital ? $"“{words}” is the capital and stands for the government of {actor.Name}" : $"“{words}” is the seat and stands for {actor.Name}";
            return;
        }

        if (anchor.End - anchor.First == 1 && best.Use != NameUse.Abbreviation && actor is { Kind: ActorKind.Organization, Country: null } && NameWords.Has(_words.OrganizationHeads, words) && !scene.Actors.Has(actor.Id) && !scene.NamedOtherwise.Contains(actor.Id))
            return;

        // “Both Koreas”: each of them.
        if (actor.Kind == ActorKind.Region && scene.Form(anchor.First) is "both" or "Both" or "two" or "Two" && actor.MembersOn(scene.Published) is [_, _] and var members)
        {
            item.Entity = Recollection.Together([.. members.Select(member => scene.Actors.Of(scene.Gazetteer.Find(member)!))]);
            item.Why = $"“{words}” are {item.Entity.Name}";
            return;
        }
        item.Entity = scene.Actors.Of(actor);
        item.Why = best.Use switch
        {
            NameUse.Demonym when item.Kind == MentionKind.Adjective => $"“{words}” is the adjective of {actor.Name}",
            NameUse.Demonym => $"“{words}” are those of {actor.Name}",
            NameUse.Abbreviation => $"“{words}” is short for {actor.Name}",
            _ when words == actor.Name => $"“{words}” is in the table of actors",
            _ => $"“{words}” is a name of {actor.Name}",
        };
        // “Ethnic Armenians”: a people, and no state's.
        if (best.Use == NameUse.Demonym && actor.Kind == ActorKind.State && anchor.First > scene.Sentence.First && NameWords.Has(_words.Ethnic, scene.Form(anchor.First - 1)))
        {
            item.Entity = item.Kind == MentionKind.Adjective ? null : new(scene.WordsOf(anchor.First - 1, anchor.End), ActorKind.Group) { Plural = true };
            item.Why = $"“{words}” are a people, wherever they live";
            return;
        }
        // “Kosovo's Serbs”: a people of that state, and none of their own.
        if (best.Use == NameUse.Demonym && actor.Kind == ActorKind.State && item.Kind != MentionKind.Adjective && OwnerOf(anchor) is { Kind: ActorKind.State } home && home.Id != actor.Id)
        {
            item.Entity = new(scene.WordsOf(anchor.First, anchor.End), ActorKind.Group) { Country = home.Id, Sector = _words.PeopleSector, Plural = true };
            item.Why = $"“{words}” are a people of {home.Name}";
            return;
        }
        // “Two Russians”, “a Palestinian”: persons, not their country.
        if (best.Use == NameUse.Demonym && item.Kind != MentionKind.Adjective && _company.IsCounted(item.Head, anchor))
            item.Entity = new(words, _tokens[item.Head].Xpos is "NNS" or "NNPS" ? ActorKind.Group : ActorKind.Person)
            {
                Country = actor.Kind == ActorKind.State ? actor.Id : actor.Country,
                Anonymous = true,
                Plural = _tokens[item.Head].Xpos is "NNS" or "NNPS",
            };

        var isLand = actor.Kind is ActorKind.State or ActorKind.Region;
        // “Declared the province of Katanga independent”.
        if ((located || isLand && metonymy.IsEntered(item.Head) || places.IsProvince(anchor)) && best.Use is NameUse.Name or NameUse.Abbreviation && (isLand || anchor.Known.Any(name => name.Place is not null)))
            places.Note(anchor, item.Head, isLand ? actor : null);
    }

    private (int, int, int, int, int, int) Preference(KnownName name, Anchor anchor) => (
        IsAnothers(name, anchor) ? 0 : 1,
        name.On(scene.Published) && (scene.Published is not null || name.To is null) ? 1 : 0,
        name.Use switch { NameUse.Name or NameUse.Abbreviation => 3, NameUse.Demonym => 2, _ => 1 },
        // Brussels that speaks is the Union rather than Belgium.
        name.Use == NameUse.Seat && name.Actor!.Kind == ActorKind.Organization ? 1 : 0,
        scene.Actors.HasCountry(name.Actor!.Country) ? 2 : name.Actor.Country is { } spoken && scene.Countries.Contains(spoken) ? 1 : 0,
        name.Actor is { Kind: ActorKind.Organization or ActorKind.Group, Country: { } country } && _words.KnownBySurname.Contains(country) ? 1 : 0);

    // “Israel's Labour Party”, “the Kurdish Democratic Party”: a party, court or parliament of another state than that before its name.
    private bool IsAnothers(KnownName name, Anchor anchor) =>
        name is { Use: NameUse.Name, Actor: { Kind: ActorKind.Organization or ActorKind.Group, Country: { } country, Sector: { } sector } } && _words.Domestic.Contains(sector)
        && OwnerOf(anchor) is { } owner && owner.Country != country && SectorIn(anchor) is not null;

    // The state or people right before a name: “Israel's”, “Israeli”.
    private KnownActor? OwnerOf(Anchor anchor)
    {
        var at = anchor.First - 1;
        if (at < scene.Sentence.First)
            return null;
        var possessive = scene.Form(at) is "'s" or "’s" or "'" or "’";
        if (possessive)
            at--;
        return at >= 0 && scene.AnchorAt[at] is { Person: false } owner && owner.End == at + 1 && ActorOf(owner) is { Kind: ActorKind.State or ActorKind.Group or ActorKind.Region } actor
            && (possessive || owner.Demonym || actor.Kind == ActorKind.Group) ? actor : null;
    }

    /// <summary>The place that a name means so far in the story; null where that is open.</summary>
    public KnownPlace? PlaceIn(Anchor anchor)
    {
        KnownPlace? best = null;
        var open = false;
        foreach (var name in anchor.Known)
        {
            if (name.Place is not { } place)
                continue;
            var order = best is null ? 1 : scene.Actors.HasCountry(place.Country).CompareTo(scene.Actors.HasCountry(best.Country));
            open = order == 0 && (open || place.Country != best!.Country);
            if (order > 0 || (order == 0 && place.Population > best!.Population))
                best = place;
        }
        return open ? null : best;
    }

    public KnownActor? ActorOf(Anchor anchor)
    {
        KnownName? best = null;
        foreach (var name in anchor.Known.Count > 0 ? anchor.Known : anchor.Inner)
            if (name.Actor is { Kind: not ActorKind.Person } && name.Use != NameUse.Surname && (best is null || Preference(name, anchor).CompareTo(Preference(best, anchor)) > 0))
                best = name;
        return best is not null && IsAnothers(best, anchor) ? null : best?.Actor;
    }
}
