using Demarche.Recognizing;

namespace Demarche.Resolving;

/// <summary>Says which body a description speaks of: a part of a state, an organization named before, a group that no table has.</summary>
internal sealed class BodyReader(Scene scene, Recollection recollection, Setting setting, Forces forces)
{
    private readonly NameWords _words = scene.Words;
    private readonly Token[] _tokens = scene.Tokens;
    private readonly List<(string Words, Entity Entity)> _bodies = [];
    private readonly List<(Role Role, Entity Entity)> _parts = [];

    // The presidents' governments are those of their states.
    private Entity? StatesOf(Entity several)
    {
        if (several.Parts.All(part => part.Kind == ActorKind.State))
            return several;
        var states = several.Parts.Select(part => scene.Gazetteer.Find(part.Country ?? "")).ToList();
        return states.TrueForAll(state => state is { Kind: ActorKind.State }) && states.Distinct().Count() == states.Count ? Recollection.Together([.. states.Select(state => scene.Actors.Of(state!))]) : null;
    }

    public void Describe(Item item, Role role, string? country, string? of, string words, Description description, string? ownerSector)
    {
        if (role.Personal)
        {
            DescribeOwn(item, role, words, description);
            return;
        }
        var organ = role.Kind is ActorKind.State or ActorKind.Organization or ActorKind.Group && role.Sector is { } sector && _words.Organs.Contains(sector) && !description.NotInOffice
            // “The Nigerian labour congress” is no parliament: Nigeria has no congress.
            && !(role.OnlyOf.Count > 0 && of is not null && !role.OnlyOf.Contains(of));
        if (role.Kind == ActorKind.Organization && description is { Definite: true, Plural: false } && description.Ownerless && !scene.IsNarrowed(item) && LastNamedBody(scene.LemmaOf(description.RoleEnd - 1)) is { } named)
        {
            item.Entity = named;
            item.Why = $"“{words}” is {named.Name}, named before";
            return;
        }
        // “Their governments” of several states taken together.
        if (organ && description.OwnerToken >= 0 && scene.EntityAt(description.OwnerToken) is { Parts.Count: > 1 } several && StatesOf(several) is { } states)
        {
            item.Entity = states;
            item.Why = $"“{words}” act for {states.Name}";
            return;
        }
        if (organ)
        {
            if (country is not null && of == country && scene.Gazetteer.Find(country) is { Kind: ActorKind.State } state)
            {
                item.Entity = scene.Actors.Of(state, role.Sector == state.Sector ? null : role.Sector);
                item.Why = $"“{words}” acts for {state.Name}";
                _parts.Add((role, item.Entity));
                return;
            }
            if (of is not null && scene.Gazetteer.Find(of) is { Kind: not ActorKind.Person } body && (body.Kind != ActorKind.Region || body.Country is not null && role.Sector is "GOV" or "LEG"))
            {
                item.Entity = scene.Actors.Of(body, role.Sector == body.Sector ? null : role.Sector);
                item.Why = $"“{words}” acts for {body.Name}";
                return;
            }
            // “The ministry” after “the Hungarian foreign minister”.
            if (role is { Sector: "GOV", Words: "ministry" } && description.Definite && description.Ownerless && !scene.IsNarrowed(item) && LastMinister() is { } minister)
            {
                item.Entity = scene.Actors.Of(minister);
                item.Why = $"“{words}” is that of a minister of {minister.Name}, spoken of before";
                return;
            }
            if (description is { Definite: true, Plural: false, Ownerless: true } && !scene.IsNarrowed(item) && OfWhomItSays(item.Head, role) is { } own)
            {
                item.Entity = own;
                item.Why = $"“{words}” is that of {own.Name}, of whose it speaks";
                return;
            }
            if (role.Sector == "GOV" && scene.Acts(item.Head) && description is { Definite: true, Plural: false, Ownerless: true } && !scene.IsNarrowed(item) && setting.CountryOfFrontedCapital() is { } seat && scene.Gazetteer.Find(seat) is { Kind: ActorKind.State } governed)
            {
                item.Entity = scene.Actors.Of(governed, role.Sector == governed.Sector ? null : role.Sector);
                item.Why = $"“{words}” is that of {governed.Name}, with whose capital the sentence opens";
                _parts.Add((role, item.Entity));
                return;
            }
            // “Iraq's army took the town; the Iranian president went to rally the troops”: his own.
            if (role.Sector == "MIL" && description.Ownerless && setting.CountryOfSender(item.Head) is { } sends && scene.Gazetteer.Find(sends) is { Kind: ActorKind.State } sender)
            {
                item.Entity = scene.Actors.Of(sender, role.Sector);
                item.Why = $"“{words}” are those of {sender.Name}, whose official has them do it";
                _parts.Add((role, item.Entity));
                return;
            }
            if (description.Definite && description.Ownerless && !scene.IsNarrowed(item) && LastPart(role) is { } before)
            {
                item.Entity = before;
                item.Why = $"“{words}” is that of {before.Name}, spoken of before";
                return;
            }
            if (role.Sector is "GOV" or "COP" && scene.Acts(item.Head) && description is { Definite: true, Plural: false } && description.Ownerless && !scene.IsNarrowed(item) && recollection.LastSubject(ActorKind.State, item.Head, scene.Number, scene.Block) is { Id: { } id } && scene.Gazetteer.Find(id) is { } speaking)
            {
                item.Entity = scene.Actors.Of(speaking, role.Sector == speaking.Sector ? null : role.Sector);
                item.Why = $"“{words}” is that of {speaking.Name}, of which the paragraph speaks";
                return;
            }
        }
        // “The rebels”, “the militia”: the last of those under arms whom the story named.
        if (description.Definite && description.Ownerless && _words.Armed.Contains(role.Sector ?? "") && !scene.IsNarrowed(item) && LastArmed() is { } armed)
        {
            item.Entity = armed;
            item.Why = $"“{words}” are those of {armed.Name}, spoken of before";
            return;
        }
        // An army is somebody's; “the generals” who denounce a pact with the one state that the sentence names are not its own.
        if (organ && !(role.Sector != "GOV" && _words.Juntas.Contains(role.Words)) && HomeOf(item, role, description) is { } home)
        {
            item.Entity = scene.Actors.Of(home, role.Sector == home.Sector ? null : role.Sector);
            item.Why = $"“{words}” is that of {home.Name}, the one state of which the story speaks here";
            _parts.Add((role, item.Entity));
            return;
        }
        if (description.Definite && description.Ownerless && !scene.IsNarrowed(item) && LastLikeBody(role) is { } same)
        {
            item.Entity = same;
            item.Why = $"“{words}” is the one spoken of before";
            return;
        }
        // “Her mission”, “his movement”: a matter of the person rather than an actor, but for a rebel's, whose group the story has named.
        if (role.Kind != ActorKind.Person && !description.Plural && description.OwnerToken >= 0 && scene.EntityAt(description.OwnerToken) is { Kind: ActorKind.Person } master)
        {
            if (_words.Armed.Contains(master.Sector ?? "") && _words.AnaphorOf(role.Words) is not null && LastArmed() is { } own && own.Country == master.Country)
            {
                item.Entity = own;
                item.Why = $"“{words}” is {own.Name}, the one under arms of whom the story spoke";
            }
            return;
        }
        // “Drones”, “banks” that belong to nobody named are actors where they act, and things elsewhere; “soldiers” whom somebody meets are people.
        if (role.Kind == ActorKind.Organization && !(IsPeople(role, description) && scene.Form(item.First) is not ("no" or "No") && _tokens[item.Head].Relation.Universal() != Relation.Nmod) && country is null && of is null && !description.Definite && !scene.Acts(item.Head))
            return;
        var party = country is null && of is null ? HomeOfParty(item, role, description) : null;
        item.Entity = new(words, role.Kind == ActorKind.State ? ActorKind.Organization : role.Kind)
        {
            Country = country ?? party,
            Sector = ownerSector is not null && organ ? ownerSector : role.Sector,
            Anonymous = role.Anonymous,
            Plural = description.Plural || role.Kind == ActorKind.Group,
        };
        if (country is not null || of is not null || party is not null)
            _bodies.Add((role.Words, item.Entity));
        item.Why = party is null ? $"“{words}” is no actor of the tables" : $"“{words}” is no actor of the tables; it is of {party}, the one state of which the story speaks here";
    }

    // “20 Indian soldiers were killed in fighting with Chinese troops, the army said”: that of whose it speaks first.
    private Entity? OfWhomItSays(int head, Role role)
    {
        if (_tokens[head] is not { Relation: Relation.Nsubj, Head: >= 0 and var verb })
            return null;
        var said = _tokens[verb].Relation.Universal() == Relation.Parataxis ? _tokens[verb].Head : scene.Document.Tree.Dependent(verb, Relation.Ccomp) is >= 0 and var clause ? clause : -1;
        if (said < scene.Sentence.First)
            return null;
        foreach (var d in scene.Document.Tree.Of(said))
            if (_tokens[d].Relation is Relation.Nsubj or Relation.NsubjPass && d < head)
                return scene.EntityAt(d) is { Kind: ActorKind.State, Id: not null } spoken && spoken.Sector == role.Sector ? spoken : null;
        return null;
    }

    // Whose an army, a court is where nobody says and one state alone is spoken of. Armed men without an article may be anybody's where a report says that they came.
    private KnownActor? HomeOf(Item item, Role role, Description description)
    {
        // A delegation is seldom where it comes from; “the leadership” may be a party's.
        if (!description.Ownerless || role.Kind == ActorKind.Group || _words.OfAnybody.Contains(role.Words) || description.Indefinite && (role.Sector == "MIL" || _words.Juntas.Contains(role.Words)) || IsMany(role, description) || role.Sector == "MIL" && forces.ServeOthers(description))
            return null;
        var head = item.Head;
        string? country;
        if (description.Definite)
            country = scene.IsNarrowed(item) ? null : (role.Sector == "MIL" ? setting.CountryOfSender(head) : null) ?? setting.CountryAt(head, role) ?? (role.Sector == "MIL" ? setting.CountryOfSpeaker(head, press: false) : null);
        else if (!scene.Acts(head))
            country = null;
        else
            country = role.Sector == "MIL" ? (IsSaid(head) ? null : setting.CountryOfActorsAt(head)) : role.OnlyOf.Count > 0 ? setting.CountryAt(head, role) : setting.CountryBesidesNationalityAt(head);
        if (country is not null && (role.Sector == "GOV" && setting.IsOtherSide(head, country) || setting.DealsWithEnvoyOf(head, country)))
            country = scene.Dateline != country ? scene.Dateline : null;
        // “Greeted the soldiers” where another's have landed.
        if (country is not null && role.Sector == "MIL" && IsPeople(role, description) && !role.Words.Contains(' ', StringComparison.Ordinal) && setting.CountryOfSender(head) is null && forces.AreSeveral(country))
            return null;
        return country is not null && !setting.IsTurnedTo(head, country, orders: true) && scene.Gazetteer.Find(country) is { Kind: ActorKind.State } state ? state : null;
    }

    // “Local governments”, “courts”: many of a kind are not the one that acts for the state, as “authorities” and “troops” do.
    private bool IsMany(Role role, Description description) => description.Plural && !IsPeople(role, description) && role.Sector is "GOV" or "LEG" or "JUD";

    // “Soldiers”, “policemen”, “authorities”, for which the table has the plural.
    private bool IsPeople(Role role, Description description) => description.Plural && role.Words.EndsWith(scene.Form(description.RoleEnd - 1), StringComparison.OrdinalIgnoreCase);

    // “The ruling party”, “the opposition”: that of the one state of which the story speaks.
    private string? HomeOfParty(Item item, Role role, Description description) =>
        description.Definite && description.Ownerless && _words.Domestic.Contains(role.Sector ?? "") && !scene.IsNarrowed(item) ? role.OnlyOf.Count > 0 ? setting.CountryAt(item.Head, role) : setting.CountryOfSentenceAt(item.Head) : null;

    // Inside what somebody says or thinks.
    private bool IsSaid(int head)
    {
        for (int at = head, steps = 0; at >= 0 && steps < Scene.MaxUnnamed; at = _tokens[at].Head, steps++)
            if (_tokens[at].Relation.Universal() == Relation.Ccomp)
                return true;
        // “Troops had come, he said.”
        var verb = _tokens[head].Head;
        return verb >= 0 && scene.Document.Tree.Dependent(verb, Relation.Parataxis) >= 0;
    }

    private KnownActor? LastMinister()
    {
        for (var i = scene.Mentions.Count - 1; i >= Math.Max(0, scene.Mentions.Count - Scene.MaxUnnamed); i--)
            if (scene.Mentions[i].Entity is { Office: { } office, OfficeOf: { } of } && office.Contains("minist", StringComparison.Ordinal))
                return scene.Gazetteer.Find(of) is { Kind: ActorKind.State } state ? state : null;
        return null;
    }

    private Entity? LastArmed()
    {
        for (var i = scene.Mentions.Count - 1; i >= Math.Max(0, scene.Mentions.Count - Scene.MaxUnnamed); i--)
            if (scene.Mentions[i].Entity is { Kind: ActorKind.Organization or ActorKind.Group, Id: not null, Sector: { } sector } entity && _words.Armed.Contains(sector))
                return entity;
        return null;
    }

    /// <summary>“His office” speaks for the country or body in which he holds office.</summary>
    private void DescribeOwn(Item item, Role role, string words, Description description)
    {
        var owner = description.Owner is { Person: true } master ? scene.EntityAt(scene.HeadOf(master.First, master.End, master.End - 1))
            : description.OwnerDescription is { } outer && scene.ItemOf(outer) is { } other ? other.Entity : description.OwnerToken >= 0 ? scene.EntityAt(description.OwnerToken) : null;
        if (owner is not { Kind: ActorKind.Person, Anonymous: false })
            return;
        // “The Clinton campaign”; “Assad's campaign” is a war.
        if (!_words.Organs.Contains(role.Sector ?? ""))
        {
            if (description.Owner is null || scene.Form(description.RoleFirst - 1) is "'s" or "’s" or "'" or "’")
                return;
            item.Entity = new(words, role.Kind) { Country = owner.Country, Sector = role.Sector };
            item.Why = $"“{words}” is that of {owner.Name}";
            return;
        }
        if (owner.Country is not { } home || (owner.Office is null && !_words.Organs.Contains(owner.Sector ?? "")) || scene.Gazetteer.Find(home) is not { Kind: ActorKind.State } state)
            return;
        item.Entity = scene.Actors.Of(state);
        item.Why = $"“{words}” is that of {owner.Name} and acts for {state.Name}";
        _parts.Add((role, item.Entity));
    }

    // “The Union”, “the Council”, where no description has it.
    public bool BodyAt(int t, List<Item> items) =>
        t > scene.Sentence.First && _tokens[t].Upos is Upos.PROPN or Upos.NOUN && _tokens[t].Form.Length > 2 && scene.Form(t - 1) is "the" or "The"
        && (NameWords.Has(_words.OrganizationHeads, _tokens[t].Form) || IsHalf(t) || char.IsUpper(_tokens[t].Form[0]) && NameWords.Has(_words.Chambers, _tokens[t].Form))
        && _tokens[t].Relation.Universal() is not (Relation.Compound or Relation.Flat)
        && !items.Any(item => item.First <= t && t < item.End && !(item.Description is { } description && t < description.RoleFirst));

    // “The South” as a name.
    private bool IsHalf(int t) => _tokens[t].Upos == Upos.PROPN && char.IsUpper(_tokens[t].Form[0]) && _words.Directions.Contains(_tokens[t].Form.ToLowerInvariant());

    /// <summary>“The South” after South Sudan.</summary>
    public Entity? LastNamedState(int t)
    {
        if (!IsHalf(t))
            return null;
        for (var i = scene.Mentions.Count - 1; i >= Math.Max(0, scene.Mentions.Count - Scene.MaxMentionsBack); i--)
            if (scene.Mentions[i].Entity is { Kind: ActorKind.State } state && state.Name.StartsWith($"{_tokens[t].Form} ", StringComparison.Ordinal))
                return state;
        foreach (var id in scene.Countries)
            if (scene.Gazetteer.Find(id) is { Kind: ActorKind.State } spoken && spoken.Name.StartsWith($"{_tokens[t].Form} ", StringComparison.Ordinal))
                return scene.Actors.Of(spoken);
        // “The North” in a report of South Korea.
        foreach (var id in scene.Countries)
            if (scene.Gazetteer.Find(id) is { Kind: ActorKind.State } half && half.Name.IndexOf(' ') is > 0 and var blank && _words.Directions.Contains(half.Name[..blank].ToLowerInvariant()))
                foreach (var name in scene.Gazetteer.NamesOf($"{_tokens[t].Form}{half.Name[blank..]}"))
                    if (name.Actor is { Kind: ActorKind.State } other && name.On(scene.Published))
                        return scene.Actors.Of(other);
        return null;
    }

    /// <summary>“The court” after the International Court of Justice, “the Union” after the European Union.</summary>
    public Entity? LastNamedBody(string word)
    {
        for (var i = scene.Mentions.Count - 1; i >= Math.Max(0, scene.Mentions.Count - Scene.MaxMentionsBack); i--)
            if (scene.Mentions[i] is { Kind: MentionKind.Name, Entity: { Kind: ActorKind.Organization } entity } mention && (EndsOrBegins(entity.Name, word) || EndsOrBegins(scene.Document.SpanOf(mention.First, mention.End - 1).Of(scene.Document.Text), word)))
                return entity;
        return null;

        static bool EndsOrBegins(ReadOnlySpan<char> name, string word)
        {
            var at = name.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            return at >= 0 && (at == 0 || name[at - 1] == ' ') && (at + word.Length == name.Length || name[at + word.Length] == ' ');
        }
    }

    private Entity? LastLikeBody(Role role)
    {
        for (var i = _bodies.Count - 1; i >= Math.Max(0, _bodies.Count - Scene.MaxUnnamed); i--)
            if (_bodies[i].Words == role.Words)
                return _bodies[i].Entity;
        return null;
    }

    // “The army” after “the Ukrainian armed forces”; “the government” only after a government.
    private Entity? LastPart(Role role)
    {
        for (var i = _parts.Count - 1; i >= Math.Max(0, _parts.Count - Scene.MaxUnnamed); i--)
            if (_words.Juntas.Contains(role.Words) ? _words.Juntas.Contains(_parts[i].Role.Words) : _parts[i].Role.Words == role.Words || (_parts[i].Entity.Plural && _parts[i].Role.Sector == role.Sector))
                return _parts[i].Entity;
        return null;
    }
}
