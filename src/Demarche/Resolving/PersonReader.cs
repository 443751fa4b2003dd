using Demarche.Recognizing;

namespace Demarche.Resolving;

/// <summary>Says who the person is whom a description speaks of: the holder of an office, somebody’s counterpart, the bearer of the name beside it.</summary>
internal sealed class PersonReader(Scene scene, NameReader names, Setting setting)
{
    private readonly NameWords _words = scene.Words;
    private readonly Token[] _tokens = scene.Tokens;
    private readonly List<(Role Role, Entity Entity)> _unnamed = [];

    public void DescribeCounterpart(Item item, Description description, string? country, string words)
    {
        // The owner of a counterpart is the other side's country; whose counterpart it is says the possessive or the phrase with “of”.
        var whose = description.OwnerToken >= 0 ? scene.EntityAt(description.OwnerToken) : null;
        if (description.Owner is null)
            country = null;
        else if (description.OwnerToken >= 0)
            country = names.ActorOf(description.Owner) is { Kind: ActorKind.State } state ? state.Id : null;

        if (description.Name is { } name)
        {
            Attach(item, description, name, country, country, whose?.Office, whose?.Sector, Gender.Unknown);
            return;
        }
        if (whose?.Office is { } office && country is not null && !(description.Plural && whose.Parts.Count == 0) && Holder(country, office, null, description) is var (holder, why))
        {
            item.Entity = holder;
            item.Why = $"“{words}”: {whose.Name} is {office}, and {why}";
            return;
        }
        // “The premier told his visitor”: the other of the two who met.
        if (country is null && whose is { Kind: ActorKind.Person } && !description.Plural && _words.Visits.Contains(scene.LemmaOf(description.RoleEnd - 1)) && Other(whose) is { } other)
        {
            item.Entity = other;
            item.Why = $"“{words}” is {other.Name}, whom {whose.Name} met";
            return;
        }
        item.Entity = new(words, ActorKind.Person) { Country = country, Office = whose?.Office, Sector = whose?.Sector, ActsFor = whose is null || whose.Office is null && (whose.Id is null || !_words.Organs.Contains(whose.Sector ?? "")) ? null : Represented(country, whose.Sector) };
        item.Why = whose is null ? $"“{words}”: whose counterpart is not told" : $"“{words}” is a counterpart of {whose.Name} whom the tables do not have";
    }

    // Who acted lately, rather than who was only spoken of.
    private Entity? Other(Entity whose)
    {
        Entity? last = null;
        for (var i = scene.Mentions.Count - 1; i >= Math.Max(0, scene.Mentions.Count - Scene.MaxUnnamed); i--)
        {
            if (scene.Mentions[i] is not { Kind: not MentionKind.Pronoun, Entity: { Kind: ActorKind.Person, Plural: false, Id: not null } person } mention || person.Is(whose))
                continue;
            if (whose.Id is not null && scene.Acts(mention.Head))
                return person;
            last ??= person;
        }
        return last;
    }

    /// <summary>The holder of an office of one state, where the words speak of those of several.</summary>
    public void DescribeOne(Item item, Description description, string country, string words)
    {
        var role = description.Role!;
        if (!description.NotInOffice && Holder(country, role.Office!, role, description) is var (holder, why))
        {
            item.Entity = holder;
            item.Why = why;
            return;
        }
        item.Entity = scene.Actors.UnnamedHolder(country, $"{role.Office} {role.Sector}", () => new(words, ActorKind.Person) { Country = country, Office = role.Office, OfficeOf = country, Sector = role.Sector, ActsFor = Represented(country, role.Sector) });
    }

    public void Describe(Item item, Description description, string? country, string? of, string? ownerWords, string words, string? ownerSector)
    {
        var role = description.Role!;
        var sector = role.Sector ?? description.Of?.Sector;
        if (description.Of?.Sector is { } bodySector && role.Office is null or "spokesperson")
            sector = bodySector;
        // “A Hamas spokesman”, “the EU envoy”: of the sector of whom they serve.
        if (of is not null && of != country && (sector is null or "IGO" || _words.Organs.Contains(sector)) && scene.Gazetteer.Find(of) is { Kind: not ActorKind.State, Sector: { } ownSector })
            sector = ownSector;
        else if (ownerSector is not null && (sector is null || _words.Organs.Contains(sector)))
            sector = ownerSector;
        // India's high commissioner is a diplomat, that of New Caledonia an official; that of the UN is of the UN.
        if (sector == "IGO" && (of is null ? country is not null : scene.Gazetteer.Find(of) is { Kind: ActorKind.State }))
            sector = "GOV";
        var office = description.NotInOffice || (of is not null && role.NotOf.Contains(of)) || LeadsBody(description) && _words.NationalOffices.Contains(role.Office ?? "") ? null : role.Office;
        var gender = GenderOf(description);
        // “The New Jersey governor” holds no office of the state that New Jersey belongs to.
        var local = description.Owner is { Person: false } town && !_words.NationalOffices.Contains(office ?? "") && names.ActorOf(town) is null && names.PlaceIn(town) is not null;
        if (local)
            of = null;

        if (description.Name is { } name)
        {
            // “In Addis Ababa … the prime minister, Tsegaye Bekele, said”.
            if (office is not null && of is null && country is null && description is { Definite: true, Plural: false, NotInOffice: false, Ownerless: true } && _words.NationalOffices.Contains(office) && setting.CountryAt(item.Head) is { } here)
                (country, of) = (here, here);
            Attach(item, description, name, country, of, office, sector, gender);
            // “Finance Minister Jonas Berg” in a story of one state.
            if (item.Entity is { Id: null, Country: null } bearer && bearer.Office == office && description.Ownerless && _words.NationalOffices.Contains(office ?? "") && setting.CountryAt(item.Head, role) is { } told)
            {
                (bearer.Country, bearer.OfficeOf) = (told, told);
                item.Why += $"; of {told}, the one state of which the story speaks here";
            }
            // “Opposition lawmaker Rui Lopes” in a sentence of one state; a general in a capital may be anybody's.
            else if (item.Entity is { Id: null, Country: null } unplaced && description is { Ownerless: true, OwnerToken: < 0 } && !scene.IsNarrowed(item) && (_words.Domestic.Contains(sector ?? "") || sector == "MIL" && scene.Countries.Count == 1)
                && setting.CountryAt(item.Head) is { } spoken)
            {
                unplaced.Country = spoken;
                item.Why += $"; of {spoken}, the one state of which the story speaks here";
            }
            return;
        }

        if (office is not null && !description.Plural && !description.Indefinite)
        {
            if (of is not null && Holder(of, office, role, description) is var (holder, why))
            {
                item.Entity = holder;
                item.Why = $"“{words}”: {why}";
                return;
            }
            // “The guerrilla leader”: the last of those under arms whom the story named.
            if (of is null && description.Ownerless && description.Definite && !scene.IsNarrowed(item) && _words.Armed.Contains(sector ?? "") && LastInOffice(entity => entity.Id is not null && _words.Armed.Contains(entity.Sector ?? "")) is { } rebel)
            {
                item.Entity = rebel;
                item.Why = $"“{words}” is {rebel.Name}, the last of those under arms whom the story named";
                return;
            }
            // “The president” again, with nothing about the country.
            if (of is null && description.Ownerless && description.Definite && !scene.IsNarrowed(item) && !role.Words.Contains(" of ", StringComparison.Ordinal) && LastHolder(office) is { } last && IsHolder(last, role, office) && !(last is { Id: null, Country: null, OfficeOf: null } && LastLike(role) is { Country: not null }))
            {
                item.Entity = last;
                item.Why = $"“{words}” is {last.Name}, the last {office} that the story spoke of";
                return;
            }
            // “The Lebanese commander” after “General Fuad Chehab”; “his commander” is anybody.
            if (of is not null && of == country && scene.Tokens[description.First].Relation != Relation.NmodPoss && description is { Definite: true, Plural: false, NotInOffice: false } && !scene.IsNarrowed(item) && LastSoldier(role, of) is { } officer)
            {
                item.Entity = officer;
                item.Why = $"“{words}” is {officer.Name}, the last of its officers whom the story named";
                return;
            }
            if (of is not null)
            {
                item.Entity = scene.Actors.UnnamedHolder(of, $"{office} {sector}", () => new(words, ActorKind.Person) { Country = country, Office = office, OfficeOf = of, Sector = sector, Gender = gender, ActsFor = Represented(of, sector) });
                item.Why = $"“{words}” holds an office of {ownerWords}; the table has no name for the day of the story";
                return;
            }
        }

        // “The prime minister”, where the story speaks of one state alone, or somebody of a state speaks of him.
        if (office is not null && description is { Definite: true, Plural: false, NotInOffice: false } && of is null && description.Ownerless && _words.NationalOffices.Contains(office) && !scene.IsNarrowed(item)
            && (setting.CountryAt(item.Head, role) ?? (role.OnlyOf.Count == 0 ? setting.CountryOfSpeaker(item.Head, press: true) : null)) is { } home && !role.NotOf.Contains(home) && !(role.OnlyOf.Count == 0 && setting.IsTurnedTo(item.Head, home, orders: false)))
        {
            var whose = setting.CountryAt(item.Head, role) is null ? "somebody of that state speaks of him" : "the story speaks of one state here";
            if (Holder(home, office, role, description) is var (holder, why))
            {
                item.Entity = holder;
                item.Why = $"“{words}”: {whose}; {why}";
                return;
            }
            (country, of, ownerWords) = (home, home, home);
            item.Entity = scene.Actors.UnnamedHolder(of, $"{office} {sector}", () => new(words, ActorKind.Person) { Country = country, Office = office, OfficeOf = of, Sector = sector, Gender = gender, ActsFor = Represented(of, sector) });
            item.Why = $"“{words}” holds an office of {home}: {whose}; the table has no name for the day of the story";
            return;
        }

        // “The ousted president” after his name.
        if (description is { Definite: true, Plural: false } && description.Ownerless && OfficeLost(description, role) is { } lost && !scene.IsNarrowed(item)
            && LastInOffice(entity => entity.Id is not null && !(IsLost(description) && IsInOffice(entity, lost)) && (entity.Office == lost || entity.LastOffice == lost || entity.Sector == _words.LeftOffice)) is { } gone)
        {
            item.Entity = gone;
            item.Why = $"“{words}” is {gone.Name}, the last of whom the story spoke who was that";
            return;
        }

        // “The fallen leader” after his name.
        if (description is { Definite: true, Plural: false, Former: true } && description.Ownerless && _words.Leaders.Contains(role.Words) && IsLost(description) && LastInOffice(entity => entity.Id is not null && _words.LeaderOffices.Contains(entity.LastOffice ?? "")) is { } fallen)
        {
            item.Entity = fallen;
            item.Why = $"“{words}” is {fallen.Name}, the last of whom the story spoke who led";
            return;
        }

        // “The ousted prime minister” whom the story has not named: who lost the office last, not long ago.
        if (description is { Definite: true, Plural: false, Former: true } && role.Office is { } taken && _words.NationalOffices.Contains(taken) && IsLost(description) && (of ?? (description.Ownerless ? setting.CountryAt(item.Head, role) : null)) is { } bereft
            && LastToLose(bereft, taken) is { } loser)
        {
            item.Entity = scene.Actors.Of(loser);
            item.Why = $"“{words}” is {loser.Name}, the last who was {taken} of {bereft} and is no more";
            return;
        }

        // “The Turkish leader”: whoever of that country the story has shown in an office of that kind.
        if (office is null && of is not null && !description.Plural && !description.NotInOffice && _words.Leaders.Contains(role.Words) && !IsOfPossession(description) && !IsOfAPart(description) && (LastLeader(of) ?? (description.Indefinite || !IsOfWhole(description) ? null : ChiefOf(of))) is { } leader)
        {
            item.Entity = leader;
            item.Why = $"“{words}” is {leader.Name}, {leader.Office} of {of}";
            return;
        }

        // “The speaker”, “the ruling party's chairman”: of the one state of which the story speaks.
        if (country is null && of is null && description is { Definite: true, Plural: false } && description.Ownerless && _words.Domestic.Contains(sector ?? "") && !scene.IsNarrowed(item))
            country = setting.CountryOfSentence;
        var anonymous = role.Anonymous || description.Plural || description.Indefinite;
        // “The official” is who spoke before.
        if (description is { Definite: true, Plural: false } && description.Ownerless && !scene.IsNarrowed(item) && ((description.RoleFirst == description.First + 1 ? LastCalled(role) : null) ?? LastLike(role) ?? LastSoldier(role, null)) is { } before)
        {
            item.Entity = before;
            item.Why = $"“{words}” is the one spoken of before";
            return;
        }
        // “The Florida senator” after “Florida Sen. Marco Rubio”, “the veteran senator”: an epithet or his home and what he has been called.
        if (description is { Definite: true, Plural: false, NotInOffice: false } && !scene.IsNarrowed(item) && LastOfThatHome(description, role) is { } called)
        {
            item.Entity = called;
            item.Why = $"“{words}” is {called.Name}, whom the story has called so";
            return;
        }
        // “The Minister” of a ministry's own paper.
        if (country is null && of is null && scene.Home is { } own && description is { Definite: true, Plural: false, NotInOffice: false } && description.Ownerless && _words.Organs.Contains(sector ?? "") && !scene.IsNarrowed(item))
            country = of = own;
        // “A captain of Peru said that the generals …”: his own.
        if (country is null && of is null && sector == "MIL" && description.Definite && description.Ownerless && !scene.IsNarrowed(item))
            country = of = setting.CountryOfSpeaker(item.Head, press: false);
        // “An opposition lawmaker told a rally”: of the place from which the story comes.
        if (country is null && of is null && sector is not null && _words.AtDateline.Contains(sector) && description.Ownerless)
            country = scene.Dateline;
        item.Entity = new(words, description.Plural ? ActorKind.Group : ActorKind.Person)
        {
            Country = country,
            Office = anonymous ? null : office,
            OfficeOf = of,
            Sector = sector,
            Gender = gender,
            Anonymous = anonymous,
            ActsFor = anonymous || local || description.NotInOffice || (role.Office is null && !_words.Followers.Contains(role.Words) && !_words.Leaders.Contains(role.Words)) ? null : Represented(of ?? country, sector),
            Plural = description.Plural,
        };
        _unnamed.Add((role, item.Entity));
        item.Why = anonymous ? $"“{words}” names nobody" : $"“{words}” is somebody whom neither the story nor the tables name";
    }

    // The office that somebody has left: “former” before a role, or a role that says so itself.
    private string? OfficeLost(Description description, Role role)
    {
        if (description.Former)
            return role.Office;
        return role.Sector == _words.LeftOffice && role.Words.IndexOf(' ') is > 0 and var blank && scene.Gazetteer.RolesOf(role.Words[(blank + 1)..]) is [{ Office: { } office }] ? office : null;
    }

    // “The ousted president” is not the one who has followed him.
    private bool IsInOffice(Entity entity, string office) =>
        scene.Published is { } day && scene.Gazetteer.Holder(entity.OfficeOf ?? entity.Country ?? "", office, day) is { } tenure && tenure.Person.Id == entity.Id && tenure.From?.Earliest is { } since && since.DayNumber > 1 && scene.Gazetteer.Holder(tenure.Of, office, since.AddDays(-1)) is { } before && LastToLose(tenure.Of, office) == before.Person;

    private bool IsLost(Description description)
    {
        for (var t = description.First; t < description.RoleFirst; t++)
            if (_words.Ousted.Contains(scene.Form(t).ToLowerInvariant()))
                return true;
        return false;
    }

    // Who held the office within the days for which one keeps it in mind, and is not who holds it on the day of the story.
    private KnownActor? LastToLose(string of, string office)
    {
        if (scene.Published is not { } day)
            return null;
        var holder = scene.Gazetteer.Holder(of, office, day)?.Person;
        for (var back = 1; back <= _words.DaysInMind && back < day.DayNumber; back++)
            if (scene.Gazetteer.Holder(of, office, day.AddDays(-back))?.Person is { } before && before != holder)
                return before;
        // On the day itself the table still has the one who fell.
        return holder;
    }

    // The emir is no president spoken of before, and “the Foreign Minister” of a ministry's paper is its own.
    private bool IsHolder(Entity last, Role role, string office) =>
        (role.OnlyOf.Count == 0 || role.OnlyOf.Contains(last.OfficeOf ?? last.Country ?? "")) && (scene.Home is not { } home || !_words.NationalOffices.Contains(office) || last.OfficeOf == home);

    // The leader of a state's opposition acts for no state.
    private KnownActor? Represented(string? of, string? sector) => !(_words.Domestic.Contains(sector ?? "") && !_words.Organs.Contains(sector ?? "") && scene.Gazetteer.Find(of ?? "") is { Kind: ActorKind.State }) && of is not null && scene.Gazetteer.Find(of) is { Kind: not ActorKind.Person } represented ? represented : null;

    // Somebody named whom the story called so: “the general” after “General Pervez Musharraf”, “the minister” after a foreign minister.
    private Entity? LastCalled(Role role)
    {
        for (var i = scene.Mentions.Count - 1; i >= Math.Max(0, scene.Mentions.Count - Scene.MaxUnnamed); i--)
            if (scene.Mentions[i].Entity is { Kind: ActorKind.Person, Plural: false, Anonymous: false } person
                && (person.Roles.Contains(role.Words) || (role.Office is null && role.Words.IndexOf(' ') < 0 && person.Office is { } office && IsPiece(office, role.Words))))
                return person;
        return null;
    }

    // “The commander” after “Brigadier General Jerry Singirok”: the last who serves in an army, of a state where one is told.
    private Entity? LastSoldier(Role role, string? of) =>
        role is { Sector: "MIL", Office: Commander } ? LastInOffice(entity => entity is { Plural: false, Sector: "MIL" } && (of is null || entity.Country == of)) : null;

    // The last person of a title or role, shown with the home that the description names; null where it says more than that.
    private Entity? LastOfThatHome(Description description, Role role)
    {
        var home = description.Owner;
        if (description is not { OwnerToken: < 0, OwnerDescription: null, Within: null } || home is not null && (home.Person || home.Demonym || names.PlaceIn(home) is null && names.ActorOf(home) is not null))
            return null;
        for (var t = description.First; t < description.RoleFirst; t++)
            if (_tokens[t].Upos != Upos.DET && !_words.Epithets.Contains(_tokens[t].Form.ToLowerInvariant()) && !(home is not null && t >= home.First && t < home.End))
                return null;
        if (home is null && description.RoleFirst - description.First < 2)
            return null;
        for (var i = scene.Mentions.Count - 1; i >= Math.Max(0, scene.Mentions.Count - Scene.MaxMentionsBack); i--)
            if (scene.Mentions[i] is { Entity: { Kind: ActorKind.Person, Plural: false, Anonymous: false } person, Kind: MentionKind.Name } mention
                && (person.Roles.Contains(role.Words) || mention.First > 0 && _words.TitleInFull(_tokens[mention.First - 1].Form) == role.Words)
                && (home is null || StandsBeside(mention, home)))
                return person;
        return null;
    }

    // “Florida Sen. Marco Rubio”, “Sen. Marco Rubio, R-Florida,”, “Sen. Marco Rubio of Florida”.
    private bool StandsBeside(Item mention, Anchor home)
    {
        var sentence = scene.Document.SentenceOf(mention.First);
        for (var t = Math.Max(sentence.First, mention.First - 3); t < Math.Min(sentence.End, mention.End + 5); t++)
            if (_tokens[t].Form == _tokens[home.First].Form || _tokens[t].Form.EndsWith("-" + _tokens[home.First].Form, StringComparison.Ordinal))
                return true;
        return false;
    }

    // “Minister” of “foreign-minister”.
    private static bool IsPiece(string office, string word) => office.EndsWith(word, StringComparison.Ordinal) && (office.Length == word.Length || office[office.Length - word.Length - 1] == '-');

    // “The official” after an official, “the minister” after a security minister.
    private Entity? LastLike(Role role)
    {
        for (var i = _unnamed.Count - 1; i >= Math.Max(0, _unnamed.Count - Scene.MaxUnnamed); i--)
            if (!_unnamed[i].Entity.Plural && (_unnamed[i].Role.Words == role.Words || role.Office is null && _unnamed[i].Role.Words.EndsWith($" {role.Words}", StringComparison.Ordinal)))
                return _unnamed[i].Entity;
        return null;
    }

    private Entity? LastLeader(string of)
    {
        for (var i = scene.Mentions.Count - 1; i >= Math.Max(0, scene.Mentions.Count - Scene.MaxMentionsBack); i--)
            if (scene.Mentions[i].Entity is { Kind: ActorKind.Person, Office: { } office } entity && entity.OfficeOf == of && _words.LeaderOffices.Contains(office))
                return entity;
        // Where one person holds all that there is of such offices, it is that one.
        return OnlyLeader(of) ?? LastInOffice(entity => entity.LastOffice is { } left && entity.LastOfficeOf == of && _words.LeaderOffices.Contains(left));
    }

    // “The UN chief”, “the head of the IMF”; not “the head of the UN mission” nor “the EU aid chief”.
    private bool IsOfWhole(Description description)
    {
        if (description is not { Owner: { Person: false } owner, Within: null })
            return false;
        if (owner.First > description.RoleFirst)
            return owner.End == description.End;
        for (var t = owner.End; t < description.RoleFirst; t++)
            if (_tokens[t].Xpos != "POS")
                return false;
        return true;
    }

    // “Iran's nuclear chief”, “the Turkish intelligence chief” lead a part; “Libya's late leader”, “the Syrian rebel leader's ally” say how or what he is otherwise.
    private bool IsOfAPart(Description description)
    {
        if (description.Owner is not { Person: false } owner)
            return false;
        if (owner.First > description.RoleFirst)
            return LeadsBody(description);
        for (var t = owner.End; t < description.RoleFirst; t++)
            if (_tokens[t].Upos is Upos.NOUN or Upos.PROPN || _words.PartsLed.Contains(_tokens[t].Lemma))
                return true;
        return false;
    }

    // “The chief of the Kenyan army” does not lead Kenya; “the head of the Kenyan government” does.
    private static bool LeadsBody(Description description) => description.Of is { Sector: not "GOV" };

    // “The head of China's delegation” heads the delegation.
    private bool IsOfPossession(Description description) => description.Owner is { Person: false } owner && owner.First > description.RoleFirst && owner.End < _tokens.Length && _tokens[owner.End].Xpos == "POS";

    // Whoever runs an organization of states, by whatever office.
    private Entity? ChiefOf(string of)
    {
        if (scene.Published is not { } day || scene.Gazetteer.Find(of) is not { Kind: ActorKind.Organization, Country: null })
            return null;
        foreach (var office in _words.BodyOffices)
            if (scene.Gazetteer.Holder(of, office, day) is { } tenure)
                return scene.Actors.Of(tenure.Person);
        return null;
    }

    private const string HeadOfGovernment = "head-of-government";

    private const string Commander = "commander";

    private Entity? OnlyLeader(string of)
    {
        if (scene.Published is not { } day)
            return null;
        Tenure? only = null;
        foreach (var office in _words.LeaderOffices)
        {
            if (scene.Gazetteer.Holder(of, office, day) is not { } tenure || only?.Person == tenure.Person)
                continue;
            // Who rules without being either is the leader; where one is president and another prime minister, the constitution says who leads.
            if (only is null || tenure.Office != HeadOfGovernment || _words.IsLedByGovernment(of, day))
                only = tenure;
        }
        return only is null ? null : scene.Actors.Of(only.Person);
    }

    private Entity? LastHolder(string office) => LastInOffice(entity => entity.Office == office) ?? LastInOffice(entity => entity.LastOffice == office);

    private Entity? LastInOffice(Func<Entity, bool> fits)
    {
        for (var i = scene.Mentions.Count - 1; i >= Math.Max(0, scene.Mentions.Count - Scene.MaxMentionsBack); i--)
            if (scene.Mentions[i].Entity is { Kind: ActorKind.Person, Anonymous: false } entity && fits(entity))
                return entity;
        return null;
    }

    /// <summary>Who holds the office: somebody whom the story gave it to, else by the table.</summary>
    private (Entity Holder, string Why)? Holder(string of, string office, Role? role, Description description)
    {
        if (description.NotInOffice)
            return null;
        for (var i = scene.Mentions.Count - 1; i >= Math.Max(0, scene.Mentions.Count - Scene.MaxMentionsBack); i--)
            if (scene.Mentions[i].Entity is { Kind: ActorKind.Person, Anonymous: false } entity && entity.Office == office && entity.OfficeOf == of)
                return (entity, $"{entity.Name} is {office} of {of} in the story");
        // A country has many spokesmen, the Kremlin has one.
        var house = description.Owner is { Person: false } owner && owner.End <= description.RoleFirst && owner.Known.Count > 0 && _words.Houses.Contains(owner.Known[0].Text);
        if (scene.Published is not { } day || (role is { Shared: true } && !house && scene.Gazetteer.Find(of) is { Kind: ActorKind.State }))
            return null;
        // The table speaks of the president of an organization by that word, of that of a state as its head.
        var tenure = scene.Gazetteer.Holder(of, office, day) ?? (role is null ? null : scene.Gazetteer.Holder(of, role.Words.Replace(' ', '-'), day));
        // “The president fled on Sunday”: whoever held the office then, where nobody does since.
        if (tenure is null && EventDay() is { } last && last < day && scene.Gazetteer.Holder(of, office, last) is { } left)
            return (scene.Actors.Of(left.Person), $"{left.Person.Name} was {left.Office} of {of} on the day of which the sentence speaks");
        // “The army arrested the president on Wednesday”: who held the office then, where somebody else does since.
        if (tenure?.From is { } since && EventDay() is { } then && then < since.Earliest && scene.Gazetteer.Holder(of, tenure.Office, then) is { } former)
            return (scene.Actors.Of(former.Person), $"{former.Person.Name} was {former.Office} of {of} on the day of which the sentence speaks");
        // “Gunmen killed the president on Wednesday”, the day on which somebody followed him.
        if (tenure?.From is { Day: > 0 } change && change.Earliest is var first && first.DayNumber > 1 && (EventDay() ?? day) == first && Suffers(description) && scene.Gazetteer.Holder(of, tenure.Office, first.AddDays(-1)) is { } victim && victim.Person != tenure.Person)
            return (scene.Actors.Of(victim.Person), $"{victim.Person.Name} was {victim.Office} of {of} until the day of which the sentence speaks");
        return tenure is null ? null : (scene.Actors.Of(tenure.Person), $"{tenure.Person.Name} is {tenure.Office} of {of} on the day of the story");
    }

    // Of whom something is done to him: “arrested the president”, “the president was shot”.
    private bool Suffers(Description description) =>
        _tokens[scene.HeadOf(description.First, description.End, description.RoleEnd - 1)].Relation is Relation.Obj or Relation.NsubjPass;

    // The one past day that the sentence names.
    private DateOnly? EventDay()
    {
        DateOnly? day = null;
        foreach (var time in scene.Document.Times)
        {
            if (time.First < scene.Sentence.First || time.First >= scene.Sentence.End || time.Date.Day == 0 || time.DateEnd is not null)
                continue;
            if (day is not null && day != time.Date.Earliest)
                return null;
            day = time.Date.Earliest;
        }
        return day;
    }

    /// <summary>A description and a name: one mention of the person, who has from the description what the tables do not say.</summary>
    private void Attach(Item item, Description description, Anchor name, string? country, string? of, string? office, string? sector, Gender gender)
    {
        var words = scene.WordsOf(name.First, name.End);
        var part = new Item(name.First, name.End, item.Head, MentionKind.Name);
        if (scene.NamedInFull.Contains(name.First))
        {
            part.Entity = names.FullName(name);
            if (part.Entity.Id is null)
                names.Affiliate(part.Entity, name);
            part.Why = part.Entity.Id is not null ? $"“{words}” is a name of {part.Entity.Name}" : $"“{words}” is a person whom the tables do not have";
        }
        else
            names.Surname(part, name, words, country, office);

        var entity = part.Entity!;
        if (entity.Id is null)
        {
            // What the words say goes before where the story plays.
            if (entity.Country is null || entity.IsSettled && country is not null)
                (entity.Country, entity.IsSettled) = (country, false);
            entity.Sector ??= sector;
            if (entity.Office is null && office is not null)
                (entity.Office, entity.OfficeOf) = (office, of);
        }
        else if (entity.Office is null && office is not null && !description.NotInOffice)
            // “Sir Humphrey Trevelyan, the high commissioner”: of whom nothing says that he serves an organization is what he is.
            (entity.Office, entity.OfficeOf, entity.Sector) = (office, of, sector is null || sector == "IGO" && of is null && entity.Country is not null ? entity.Sector ?? sector : sector);
        if (entity.Gender == Gender.Unknown)
            entity.Gender = gender;
        if (description is { Role: { Office: null } called, NotInOffice: false })
        {
            entity.Roles.Add(called.Words);
            // Whom the story calls a general is of the army, unless he rules.
            if (called.Sector == "MIL" && entity.Id is not null && !_words.Armed.Contains(entity.Sector ?? "") && !_words.LeaderOffices.Contains(entity.Office ?? ""))
                entity.Sector = called.Sector;
        }
        if (of is not null && office is not null && !description.NotInOffice)
            scene.Actors.NameHolder(of, $"{office} {sector}", entity);
        if (end(name) is { } folded)
            scene.Actors.AddSurname(folded, entity);
        item.Entity = entity;
        item.Why = part.Why + (office is null && country is null ? "" : $"; {string.Join(" of ", new[] { office, of ?? country }.Where(x => x is not null))} by the words before or behind it");

        string? end(Anchor anchor) => anchor.End - anchor.First > 1 ? Folding.Fold(_tokens[anchor.End - 1].Form) : null;
    }

    private Gender GenderOf(Description description)
    {
        for (var t = description.RoleFirst; t < description.RoleEnd; t++)
        {
            var word = (_tokens[t].Lemma is { Length: > 0 } lemma ? lemma : _tokens[t].Form).ToLowerInvariant();
            if (_words.Women.Contains(word))
                return Gender.Female;
            if (_words.Men.Contains(word))
                return Gender.Male;
        }
        return Gender.Unknown;
    }
}
