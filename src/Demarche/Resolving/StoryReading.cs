using Demarche.Recognizing;

namespace Demarche.Resolving;

/// <summary>The resolving of one story, sentence by sentence; what a sentence leaves open the earlier ones may tell.</summary>
internal sealed class StoryReading
{
    private readonly Scene _scene;
    private readonly NameWords _words;
    private readonly Document _document;
    private readonly Token[] _tokens;
    private readonly Recollection _recollection;
    private readonly DescriptionReader _descriptions;
    private readonly NameReader _names;
    private readonly StoryPlaces _places;
    private readonly PointerReader _pointers;
    private readonly PersonReader _persons;
    private readonly BodyReader _bodies;
    private readonly Issuer _issuer;
    private readonly Setting _setting;
    private readonly Forces _forces;
    private readonly Dictionary<int, Entity> _groups = [];

    // Those who act together for a body, by what they are called.
    private readonly Dictionary<string, Entity> _acting = new(StringComparer.Ordinal);

    public StoryReading(Gazetteer gazetteer, Document document)
    {
        _scene = new(gazetteer, document) { Resolve = Resolve };
        _words = gazetteer.Words;
        _document = document;
        _tokens = document.Tokens;
        _recollection = new(document) { EntityAt = _scene.EntityAt, GroupAt = GroupAt, IsPeople = token => _scene.AnchorAt[token] is { Demonym: true }, IsReason = noun => _words.Reasons.Contains(_tokens[noun].Lemma), TurnsAway = verb => _words.TurnedAway.Contains(_tokens[verb].Lemma), AimsAtAnother = verb => _words.AimedAtOthers.Contains(_tokens[verb].Lemma), IsMinded = adjective => _words.Minded.Contains(_tokens[adjective].Lemma), IsOwn = noun => _words.OwnOnes.Contains(_tokens[noun].Lemma), SpeaksForAnother = head => _scene.ItemAt[head]?.Description is { Name: null, Role.Office: "spokesperson" } };
        _descriptions = new(gazetteer, document, _scene.Folded, _scene.AnchorAt);
        _places = new(_scene, token => _setting!.LocaleAt(token));
        _names = new(_scene, new(gazetteer, document, _scene.Timed), _places);
        _pointers = new(_scene, _recollection);
        _setting = new(_scene, _names);
        _forces = new(_scene, _names);
        _persons = new(_scene, _names, _setting);
        _bodies = new(_scene, _recollection, _setting, _forces);
        _issuer = new(_scene);
    }

    public void Read()
    {
        var finder = new NameFinder(_scene, _names);
        finder.FindAnchors();
        finder.NameInFull();
        finder.NameAgain();
        _scene.Dateline = _document.Origin = new DatelineReader(_scene, _names).Country();
        var block = 0;
        foreach (var sentence in _document.Sentences)
        {
            if (sentence.Ignored)
                continue;
            _scene.Sentence = sentence;
            while (block < _document.Blocks.Count && _document.Blocks[block].Span.End <= sentence.Span.Start)
            {
                block++;
                _scene.Block = _scene.Number;
            }
            _issuer.Begin();
            ReadSentence();
            _issuer.End();
            _scene.Number++;
        }

        foreach (var item in _scene.Mentions)
            if (item.Entity is { } entity)
            {
                var span = _document.SpanOf(item.First, item.End - 1);
                _document.Mentions.Add(new(item.First, item.End, item.Head, item.Kind, entity.At(span), item.Why) { Parts = [.. entity.Parts.Select(part => part.At(span))] });
            }
        _document.Mentions.Sort(static (a, b) => (a.First, b.End, a.Head).CompareTo((b.First, a.End, b.Head)));
        _places.Settle();
    }

    private void ReadSentence()
    {
        var items = new List<Item>();
        var used = new HashSet<Anchor>(ReferenceEqualityComparer.Instance);
        List<Description>? pairs = null;
        foreach (var description in _descriptions.Read(_scene.Sentence))
        {
            if (description.Plural && _pointers.PairFirst(description.RoleEnd - 1) >= 0)
            {
                (pairs ??= []).Add(description);
                continue;
            }
            // “The country”, “this bloc” point back and say nothing of their own.
            if (description is { Definite: true, Plural: false, Owner: null, OwnerToken: < 0, OwnerDescription: null } && description.RoleEnd == description.RoleFirst + 1 && _words.AnaphorOf(_scene.LemmaOf(description.RoleEnd - 1)) is not null)
                continue;
            var head = _scene.HeadOf(description.First, description.End, _scene.HeadOf(description.RoleFirst, description.RoleEnd, description.RoleEnd - 1));
            if (description.Name is { } name)
            {
                used.Add(name);
                // The name may hang in the tree where the role should; then the phrase is met there too.
                if (_tokens[head].Head >= description.First && _tokens[head].Head < description.End)
                    head = _scene.HeadOf(name.First, name.End, name.End - 1);
            }
            items.Add(new(description.First, description.End, head, description.Name is null ? MentionKind.Description : MentionKind.Name) { Description = description });
        }

        for (var t = _scene.Sentence.First; t < _scene.Sentence.End; t++)
        {
            if (_scene.AnchorAt[t] is { } anchor)
            {
                if (anchor.First == t && !used.Contains(anchor))
                    items.Add(new(t, anchor.End, _scene.HeadOf(t, anchor.End, anchor.End - 1), IsAdjective(anchor) ? MentionKind.Adjective : MentionKind.Name) { Anchor = anchor });
                continue;
            }
            if (_pointers.IsBoth(t))
                items.Add(new(t, t + 1, t, MentionKind.Pronoun) { Pair = true });
            else if (_issuer.SelfAt(t) is { } self)
                items.Add(new(t, t + 1, t, MentionKind.Pronoun) { Entity = self, Resolved = true, Why = $"“{_tokens[t].Form}” is {self.Name}, whose text it is" });
            else if (_pointers.OwnLandAt(t, items) is { } land)
                items.Add(land);
            else if (_pointers.TheTwoAt(t) is { } two)
                items.Add(two);
            else if (_pointers.PronounAt(t) is { } pronoun)
                items.Add(new(t, t + 1, t, MentionKind.Pronoun) { Anaphor = pronoun });
            else if (_pointers.OfTwoAt(t) is { } ofTwo)
                items.Add(ofTwo);
            else if (_pointers.AnaphorAt(t, items) is { } noun)
            {
                noun.Otherwise = noun.Pair ? pairs?.Find(description => description.RoleEnd - 1 == t) : null;
                items.Add(noun);
            }
            else if (_bodies.BodyAt(t, items))
                items.Add(new(t - 1, t + 1, t, MentionKind.Description) { Body = true });
        }

        foreach (var item in items)
            // A description stands above the adjectives inside it; heads are distinct but for parser errors.
            if (_scene.ItemAt[item.Head] is null || item.Description is not null)
                _scene.ItemAt[item.Head] = item;
        items.Sort(static (a, b) => (a.First, a.End).CompareTo((b.First, b.End)));
        foreach (var item in items)
        {
            Resolve(item);
            NameByApposition(item);
            BeApposed(item);
            if (item.Entity is not { } entity)
                continue;
            Settle(item, entity);
            entity = item.Entity;
            _scene.Mentions.Add(item);
            _scene.Met.Add(entity);
            _scene.Actors.Note(entity);
            if (item.Kind != MentionKind.Pronoun || item.Anaphor is { Possessive: false })
                _recollection.Remember(entity, item.Head, _scene.Number, item.Kind);
        }
    }

    // “Gunmen shot a teacher in Mingora”, “the Constitutional Tribunal endorsed her claim”: people and bodies of whom nobody says whose they are are of the country where the sentence or the story plays.
    private void Settle(Item item, Entity entity)
    {
        if (entity is not { Id: null, Country: null, Parts.Count: 0, ActsFor: null, Kind: ActorKind.Person or ActorKind.Organization or ActorKind.Group } || entity.Sector is { } sector && _words.Rootless.Contains(sector)
            || item.Kind != MentionKind.Name && !(item.Description is { } description && IsLocal(description, entity)))
            return;
        // “The enemy is falling back”: on whose side he is, nothing says.
        if (item.Description?.Role is { } side && _words.Relational.Contains(side.Words))
            return;
        // “The German car maker Volkswagen sued the state of Ohio.”
        foreach (var d in _document.Tree.Of(item.Head))
            if (d < item.Head && _scene.AnchorAt[d] is { Demonym: true } anchor && _names.CountryOf(anchor) is { } nationality)
            {
                // “Ethnic Albanian guerrillas”.
                if (_descriptions.IsOpposed(anchor))
                    break;
                entity.Country = nationality;
                return;
            }
        // “The foreign secretary told MPs”: those of his state.
        if (entity.Sector is { } house && _words.Domestic.Contains(house) && item.Kind != MentionKind.Name && _tokens[item.Head] is { Relation: Relation.Obj or Relation.Iobj, Head: >= 0 and var tells } && _document.Tree.Dependent(tells, Relation.Nsubj) is >= 0 and var teller
            && _scene.EntityAt(teller) is { Country: { } his, Sector: { } own } && _words.Organs.Contains(own))
        {
            entity.Country = his;
            item.Why += $"; of {his}, whose official speaks to them";
            return;
        }
        // “Nepali police cleared protesters from the bridge”: a state's police act at home.
        if (item.Kind != MentionKind.Name && _tokens[item.Head] is { Relation: Relation.Obj or Relation.NsubjPass, Head: >= 0 and var acts } && (_document.Tree.Dependent(acts, Relation.Nsubj) is >= 0 and var actor ? _scene.EntityAt(actor) : null) is { Kind: ActorKind.State, Sector: "COP", Country: { } policed })
        {
            (entity.Country, entity.IsSettled) = (policed, true);
            item.Why += $"; in {policed}, whose police they met";
            return;
        }
        // “Militants attacked the American mission in Benghazi”: those under arms are of where they are.
        var armed = entity.Sector is { } arms && _words.Armed.Contains(arms) && item.Kind != MentionKind.Name ? _setting.CountryOfPlaces() : null;
        if ((armed ?? _setting.LocaleAt(item.Head)) is not { } locale)
            return;
        // “The Dutch ministry said two soldiers had died in Uruzgan”: they may be its own.
        if (entity.Sector == "MIL" && _setting.CountryOfSpeaker(item.Head, press: false) is { } speaks && speaks != locale)
            return;
        // Nor are they those of where they are who serve others, nor surely where others' are there too.
        if (entity.Sector == "MIL" && item.Description is { } forces && (_forces.ServeOthers(forces) || forces is { Plural: true, Name: null, Role.Kind: ActorKind.Organization } && !forces.Role.Words.Contains(' ', StringComparison.Ordinal) && IsPlain(forces) && !_scene.IsNarrowed(item) && _forces.AreSeveral(locale) && !_forces.AreHarmed(item.Head, locale)))
            return;
        // “Eleven soldiers” in a story of one state, “sent 50 Marines”: its own.
        if (entity is { Sector: "MIL" } && item.Description is { Plural: true, Role.Kind: ActorKind.Organization } soldiers && IsPlain(soldiers) && _scene.Gazetteer.Find(_setting.CountryOfSender(item.Head) ?? (_scene.Countries.Count == 1 || _setting.CountryBesidesNationalityAt(item.Head) == locale ? locale : "")) is { Kind: ActorKind.State } home)
        {
            item.Entity = _scene.Actors.Of(home, "MIL");
            item.Why = $"“{_scene.WordsOf(item.First, item.End)}” are those of {home.Name}, of which the story speaks here";
            return;
        }
        entity.Country = locale;
        entity.IsSettled = true;
        item.Why += $"; in {locale}, where the story plays here";
    }

    // Not “mutinous soldiers” nor “dark forces”.
    private bool IsPlain(Description description)
    {
        for (var t = description.First; t < description.RoleFirst; t++)
            if (_tokens[t].Upos is Upos.ADJ or Upos.NOUN or Upos.VERB && _scene.AnchorAt[t] is null || _tokens[t].Form is "\"" or "“" or "'" or "‘")
                return false;
        // Nor “ethnic Armenian forces”.
        return description.First == 0 || _scene.Form(description.First - 1) is not ("\"" or "“" or "‘") && _scene.AnchorAt[description.First - 1] is not { Demonym: true };
    }

    // Not “the army” where it is not told whose it is, nor “two officials” where the story speaks of several states, nor “a woman” and “pro-Iranian militias”, who may be anybody's.
    private bool IsLocal(Description description, Entity entity)
    {
        for (var t = description.First; t < description.RoleFirst; t++)
            if (_tokens[t].Form.Contains('-', StringComparison.Ordinal))
                return false;
        // “Lawmakers”, “local officials” of the only state.
        var several = description is { Plural: true, Definite: false, Indefinite: false, Role: { } role } && entity.Sector is not "MIL" && _scene.Countries.Count == 1 && !_words.Posted.Contains(role.Words);
        // “An opposition lawmaker” is of a state.
        var domestic = description.Indefinite && _scene.Countries.Count == 1 && _words.Domestic.Contains(entity.Sector ?? "");
        // “Told MPs”.
        var told = description is { Plural: true, Definite: false } && _words.Domestic.Contains(entity.Sector ?? "");
        var organ = _words.Organs.Contains(entity.Sector ?? "") && !several && !domestic && !told;
        return description.Ownerless && !(organ && (description.Definite || entity.Anonymous || entity.Sector == "GOV")) && (domestic || description.Plural || entity.Kind == ActorKind.Organization || !description.Indefinite);
    }

    // “Its envoy, the former Nigerian president Olusegun Obasanjo”: one person, and the apposition says who.
    private void NameByApposition(Item item)
    {
        if (item is not { Kind: MentionKind.Description, Entity: { Id: null, Kind: ActorKind.Person, Plural: false } described })
            return;
        foreach (var d in _document.Tree.Of(item.Head))
            if (d > item.Head && _tokens[d].Relation == Relation.Appos && _scene.ItemAt[d] is { Kind: MentionKind.Name } && _scene.EntityAt(d) is { Kind: ActorKind.Person, Plural: false } named && named != described)
                described.IsNamed(named);
    }

    // “The House”, “the Commons”: that of the one state of which the story speaks.
    private Entity? ChamberAt(int token) =>
        _words.Chambers.Contains(_scene.LemmaOf(token)) && char.IsUpper(_tokens[token].Form[0]) && _setting.CountryAt(token) is { } country && _scene.Gazetteer.Find(country) is { Kind: ActorKind.State } state ? _scene.Actors.Of(state, "LEG") : null;

    // “Ansar al-Sharia, an Islamist militia,”, “Aideed, one of the two warlords”: what stands behind the comma is whoever stands before it.
    private void BeApposed(Item item)
    {
        if (item is not { Kind: MentionKind.Description, Description: not null, Entity: null or { Id: null, Parts.Count: 0, ActsFor: null } } || Apposed(item.Head) is not (>= 0 and var head) || head >= item.First || _scene.ItemAt[head] is not { Kind: MentionKind.Name, Entity: { Parts.Count: 0 } named } || named.Kind == ActorKind.State)
            return;
        var one = _tokens[item.Head].Relation != Relation.Appos;
        if (!one && _scene.Form(item.First - 1) is not "," || item.Entity is { } entity && (entity.Kind == ActorKind.Person) != (named.Kind == ActorKind.Person) && !(one && entity.Kind == ActorKind.Group))
            return;
        item.Entity = named;
        item.Why = $"“{_scene.WordsOf(item.First, item.End)}” says what {named.Name} is";
    }

    // The token to which a phrase is an apposition, also through “one of”.
    private int Apposed(int head) =>
        _tokens[head].Relation == Relation.Appos ? _tokens[head].Head
        : _tokens[head] is { Head: >= 0 and var one, Relation: Relation.Nmod } && _tokens[one] is { Relation: Relation.Appos, Form: "one", Head: var over } ? over : -1;

    private bool IsAdjective(Anchor anchor)
    {
        if (!anchor.Demonym)
            return false;
        var head = _scene.HeadOf(anchor.First, anchor.End, anchor.End - 1);
        return _tokens[head].Relation.Universal() is Relation.Amod or Relation.Compound or Relation.Nmod or Relation.Flat && _tokens[head].Head >= anchor.End
            || (anchor.End < _scene.Sentence.End && _tokens[head].Upos == Upos.ADJ && _tokens[anchor.End].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ);
    }

    private void Resolve(Item item)
    {
        if (item.Resolved)
            return;
        // Set first: what looks ahead does not come round.
        item.Resolved = true;
        if (item.Description is { } description)
            Describe(item, description);
        else if (item.Anchor is { } anchor)
        {
            _names.NameOf(item, anchor);
            // “The Council” as a name: that which the story named before.
            if (item.Entity is { Kind: ActorKind.Organization, Id: null } && anchor.End == anchor.First + 1 && anchor.First > _scene.Sentence.First && _scene.Form(anchor.First - 1) is "the" or "The" && NameWords.Has(_words.OrganizationHeads, _scene.Form(anchor.First))
                && _bodies.LastNamedBody(_scene.LemmaOf(anchor.First)) is { } council)
            {
                item.Entity = council;
                item.Why = $"“{_scene.WordsOf(anchor.First, anchor.End)}” is {council.Name}, named before";
            }
            // “The Workers' Party” where the story speaks of one state: a party is of a state.
            if (item.Entity is { Kind: ActorKind.Organization, Id: null, Country: null, Sector: "PTY" or "OPP" } party && _setting.CountryAt(item.Head) is { } home)
            {
                party.Country = home;
                item.Why += $", of {home}, the one state of which the story speaks here";
            }
        }
        else if (item.Body)
        {
            item.Entity = _scene.IsNarrowed(item) ? null : _bodies.LastNamedBody(_scene.LemmaOf(item.Head)) ?? _bodies.LastNamedState(item.Head) ?? ChamberAt(item.Head);
            item.Why = $"“{_scene.WordsOf(item.First, item.End)}” is {item.Entity?.Name}, named before";
        }
        else if (item.OwnLand)
            _pointers.TellOwnLand(item);
        else if (item.OfTwo)
            _pointers.TellOfTwo(item);
        else if (item.Pair)
        {
            _pointers.PairOf(item);
            if (item is { Entity: null, Otherwise: { Name: null } otherwise })
                Describe(item, otherwise);
        }
        else if (item.Anaphor is { } anaphor)
        {
            _pointers.Recall(item, anaphor);
            // “The country” that nobody has named: the one state of which the story speaks, but for who acts under its name.
            if (item is { Entity: null, Kind: MentionKind.Description } && anaphor.Kinds.Contains(ActorKind.State)
                && (anaphor.Ids.Count > 0 ? Setting.OneOf(anaphor.Ids, _scene.Countries) : _setting.CountryOfStory) is { } id && _scene.Gazetteer.Find(id) is { Kind: not ActorKind.Person } land && !_scene.Met.Any(met => met.Id == id))
            {
                item.Entity = _scene.Actors.Of(land);
                item.Why = $"“{_scene.WordsOf(item.First, item.End)}” is {land.Name}, the one of which the story speaks here";
            }
        }
    }

    // The persons named right behind a role in the plural.
    private List<Entity> NamesBehind(Description description)
    {
        var named = new List<Entity>();
        for (var t = description.RoleEnd; t < _scene.Sentence.End && _scene.AnchorAt[t] is { Person: true } anchor && anchor.First == t;)
        {
            var head = _scene.HeadOf(anchor.First, anchor.End, anchor.End - 1);
            if (_scene.ItemAt[head] is { Resolved: false } item && anchor.End == anchor.First + 1)
            {
                item.Resolved = true;
                _names.Surname(item, anchor, _scene.WordsOf(anchor.First, anchor.End), null, description.Role?.Office);
            }
            if (_scene.EntityAt(head) is { Kind: ActorKind.Person } person)
                named.Add(person);
            t = anchor.End;
            if (t + 1 < _scene.Sentence.End && (_scene.Form(t) is "," || _tokens[t].Upos == Upos.CCONJ))
                t++;
        }
        return named;
    }

    private Entity? GroupAt(int head)
    {
        if (_groups.TryGetValue(head, out var group))
            return group;
        List<Entity>? members = null;
        AddJoined(head, ref members);
        if (members is null || _scene.EntityAt(head) is not { } first || members.All(member => member.Is(first)))
            return null;
        return _groups[head] = Recollection.Together([first, .. members]);
    }

    // The tree may join the third to the second.
    private void AddJoined(int head, ref List<Entity>? members)
    {
        foreach (var d in _document.Tree.Of(head))
            if (_tokens[d].Relation.Universal() == Relation.Conj && d > head)
            {
                if (_scene.EntityAt(d) is { } other)
                    (members ??= []).Add(other);
                AddJoined(d, ref members);
            }
    }

    private void Describe(Item item, Description description)
    {
        var words = description.Words ?? _scene.WordsOf(item.First, item.End);
        var role = description.Role;
        // “Presidents Ilves and Zatlers”.
        if (description is { Plural: true, Name: null } && role is null or { Kind: ActorKind.Person } && NamesBehind(description) is { Count: > 1 } persons)
        {
            item.Entity = Recollection.Together(persons);
            item.Why = $"“{words}” are {item.Entity.Name}";
            return;
        }
        // “The presidents” after two of them.
        if (description is { Plural: true, Definite: true, Name: null, NotInOffice: false, Ownerless: true } && role is { Kind: ActorKind.Person, Office: { } plural } && !_scene.IsNarrowed(item) && _pointers.HoldersOf(item.Head, plural) is { } both)
        {
            item.Entity = both;
            item.Why = $"“{words}” are {both.Name}, the two of that office of whom the story spoke";
            return;
        }
        var (country, of, ownerWords, ownerSector) = OwnerOf(description);
        // “Its neighbours”: others than itself.
        if (role is not null && _words.Relational.Contains(role.Words))
        {
            (country, of) = (null, null);
            if (OtherState(description) is { } other)
            {
                item.Entity = other;
                item.Why = $"“{words}” is {other.Name}, the one other state of which the story has spoken";
                return;
            }
        }

        if (description is { CoOwners.Count: > 0, Name: null, Owner: { } first })
        {
            DescribeEach(item, description, [first, .. description.CoOwners]);
            return;
        }
        // “The two countries' foreign ministers”
        if (description is { Plural: true, Name: null, OwnerToken: >= 0 } && role is { Kind: ActorKind.Person, Office: not null } && _scene.EntityAt(description.OwnerToken) is { Parts.Count: > 1 } several && several.Parts.All(part => part is { Kind: ActorKind.State, Id: not null }))
        {
            DescribeOfEach(item, description, several.Parts);
            return;
        }
        // “Officials of the two states” act for both.
        if (description is { Plural: true, Name: null, OwnerToken: >= 0 } && _tokens[description.OwnerToken].Upos == Upos.NOUN && role is { Kind: ActorKind.Person, Office: null, Sector: { } serves } && _words.Organs.Contains(serves) && _scene.EntityAt(description.OwnerToken) is { Parts.Count: > 1 } each && each.Parts.All(part => part is { Kind: ActorKind.State, Id: not null }))
        {
            item.Entity = each;
            item.Why = $"“{words}” act for {each.Name}";
            return;
        }
        if (description.Counterpart)
        {
            _persons.DescribeCounterpart(item, description, country, words);
            return;
        }
        // “NATO's foreign ministers”, “an ECOWAS delegation”, “Houthi fighters”: together they are the organization.
        if (description.Name is null && (description.Plural || role!.Kind == ActorKind.Group) && role is { Anonymous: false, Sector: { } sector } && of is not null
            && _scene.Gazetteer.Find(of) is { Kind: ActorKind.Organization or ActorKind.Group } body && (_words.Organs.Contains(sector) || _words.Armed.Contains(sector) || sector == body.Sector || role.Kind == ActorKind.Group && _words.Followers.Contains(role.Words)))
        {
            // Tuareg rebels are some of the Tuareg and not the people.
            if (_words.Armed.Contains(sector) && body is { Kind: ActorKind.Group, Sector: { } people } && people == _words.PeopleSector)
                item.Entity = new(words, ActorKind.Group) { Country = country ?? body.Country ?? _setting.CountryOfPlaces(), Sector = sector, Plural = true };
            else
                item.Entity = _scene.Actors.Of(body, _words.Armed.Contains(sector) && !_words.Armed.Contains(body.Sector ?? "") && body.Kind == ActorKind.Group ? sector : null);
            item.Why = $"“{words}” act together for {body.Name}";
            _acting[role.Words] = item.Entity;
        }
        // “Israel's Blue and White party”: the name that stands with the word for what it is.
        else if (description.Name is null && role is { Kind: ActorKind.Organization, Sector: { } kind } && _words.Domestic.Contains(kind) && NamedBody(description, kind) is { } party)
        {
            item.Entity = _scene.Actors.Of(party);
            item.Why = $"“{words}” is {party.Name}";
        }
        // “The inspectors” after “the inspectors of the Atomic Energy Agency”.
        else if (description is { Name: null, Plural: true, Definite: true } && role is not null && of is null && description.Ownerless && !_scene.IsNarrowed(item) && _acting.TryGetValue(role.Words, out var served))
        {
            item.Entity = served;
            item.Why = $"“{words}” are those of {served.Name}, spoken of before";
        }
        // “Dutch peacekeepers”, “Qatari mediators”: together they act for their state.
        else if (description is { Name: null, Plural: true, Indefinite: false } && role is not null && _words.Contingents.Contains(role.Words) && (of ?? country) is { } sender && _scene.Gazetteer.Find(sender) is { Kind: ActorKind.State } sends)
        {
            item.Entity = _scene.Actors.Of(sends, role.Sector == sends.Sector ? null : role.Sector);
            item.Why = $"“{words}” act for {sends.Name}";
        }
        // “Became acting president”: whoever became it.
        else if (description is { Name: null, Plural: false, Definite: false, Ownerless: true } && role is { Kind: ActorKind.Person, Office: not null } && Becoming(item.Head) is { } become)
        {
            item.Entity = become;
            item.Why = $"“{words}” is what {become.Name} has become";
        }
        else if (Follow(item, description, words))
            return;
        else if (role!.Kind == ActorKind.Person || description.Name is not null)
            _persons.Describe(item, description, country, of, ownerWords, words, ownerSector);
        else
            _bodies.Describe(item, role, country, of, words, description, ownerSector);
    }

    // “Ghana is to lend its neighbour ten million pounds”, where the story has spoken of Guinea besides.
    private Entity? OtherState(Description description)
    {
        if (description is not { Plural: false, Name: null, OwnerToken: >= 0 } || !_words.PairsOfStates.Contains(_scene.LemmaOf(description.RoleEnd - 1)) || _scene.EntityAt(description.OwnerToken) is not { Kind: ActorKind.State, Id: { } own })
            return null;
        string? only = null;
        for (var i = _scene.Mentions.Count - 1; i >= Math.Max(0, _scene.Mentions.Count - Scene.MaxUnnamed); i--)
        {
            if (_scene.Mentions[i].Entity is not { Country: { } country } || country == own)
                continue;
            if (only is not null && only != country)
                return null;
            only = country;
        }
        return only is not null && _scene.Gazetteer.Find(only) is { Kind: ActorKind.State } state ? _scene.Actors.Of(state) : null;
    }

    private KnownActor? NamedBody(Description description, string sector)
    {
        foreach (var owner in (ReadOnlySpan<Anchor?>)[description.Owner, description.Within])
            if (owner is not null && owner.End == description.RoleFirst && _names.ActorOf(owner) is { Kind: ActorKind.Organization or ActorKind.Group } body && body.Sector == sector)
                return body;
        return null;
    }

    private Entity? Becoming(int head) =>
        _tokens[head] is { Head: >= 0 and var verb } title && _words.Becoming.Contains(_scene.LemmaOf(verb))
        && (title.Relation is Relation.Xcomp or Relation.Obj || title.Relation.Universal() == Relation.Obl && _document.Tree.Dependent(head, Relation.Case) is >= 0 and var preposition && _scene.Form(preposition) is "as")
        && (_document.Tree.Dependent(verb, Relation.NsubjPass) is >= 0 and var passive ? passive : _scene.LemmaOf(verb) is "become" or "remain" ? _document.Tree.Dependent(verb, Relation.Nsubj) : NamedTo(verb, head)) is >= 0 and var subject && _scene.EntityAt(subject) is { Kind: ActorKind.Person, Plural: false } person ? person : null;

    // “Named him prime minister”, “whom the king has named prime minister”; −1 where the office is all that the verb is about.
    private int NamedTo(int verb, int title)
    {
        foreach (var d in _document.Tree.Of(verb))
            if (d != title && _tokens[d].Relation is Relation.Obj or Relation.Iobj)
                return _tokens[d].Xpos is "WP" or "WDT" && _tokens[verb].Relation == Relation.AclRelcl ? _tokens[verb].Head : d;
        return -1;
    }

    // “His men”, “her aides” act for him, and so for his country or group.
    private bool Follow(Item item, Description description, string words)
    {
        if (description is not { Plural: true, OwnerToken: >= 0, Role: { } role, Name: null } || !_words.Followers.Contains(role.Words) || IsFellow(description) || _scene.EntityAt(description.OwnerToken) is not { Kind: ActorKind.Person, Anonymous: false } chief)
            return false;
        if ((chief.Office is null && !_words.Organs.Contains(chief.Sector ?? "") && !_words.Armed.Contains(chief.Sector ?? "")) || _scene.Gazetteer.Find(chief.OfficeOf ?? chief.Country ?? "") is not { Kind: not ActorKind.Region and not ActorKind.Person } served)
            return false;
        // The men of a rebel leader are not his state's.
        if (served.Kind == ActorKind.State && chief.Sector is { } arms && _words.Armed.Contains(arms))
        {
            item.Entity = new(words, ActorKind.Group) { Country = chief.Country, Sector = arms, Plural = true };
            item.Why = $"“{words}” act for {chief.Name}";
            return true;
        }
        item.Entity = _scene.Actors.Of(served, chief.Sector == served.Sector ? null : chief.Sector);
        item.Why = $"“{words}” act for {chief.Name} and so for {served.Name}";
        return true;
    }

    /// <summary>“The French and German foreign ministers”: each of them, and all as one.</summary>
    private void DescribeEach(Item item, Description description, List<Anchor> owners)
    {
        var parts = new List<Entity>();
        var why = new List<string>();
        foreach (var owner in owners.OrderBy(owner => owner.First))
        {
            // “Observers from Brazil and Chile”, “monitors from the EU and ASEAN”: several of each, who act for it.
            if (description.Role is { } sent && _words.Contingents.Contains(sent.Words) && _names.ActorOf(owner) is { Kind: ActorKind.State or ActorKind.Organization } sends)
            {
                parts.Add(_scene.Actors.Of(sends, sent.Sector == sends.Sector || sends.Kind == ActorKind.Organization ? null : sent.Sector));
                why.Add(sends.Name);
                continue;
            }
            var one = new Item(item.First, item.End, item.Head, item.Kind) { Description = description.BelongingTo(owner, $"{_scene.WordsOf(owner.First, owner.End)} {description.Role?.Words ?? _scene.WordsOf(description.RoleFirst, description.RoleEnd)}") };
            Describe(one, one.Description);
            if (one.Entity is not { } entity || parts.Exists(part => part.Is(entity)))
                continue;
            parts.Add(entity);
            why.Add(entity.Name);
        }
        if (parts.Count < 2)
        {
            item.Entity = parts.Count == 1 ? parts[0] : null;
            return;
        }
        item.Entity = Recollection.Together(parts);
        item.Why = $"“{_scene.WordsOf(item.First, item.End)}” are {string.Join(" and ", why)}";
    }

    /// <summary>“The foreign ministers” of several states: each by his state, and all as one.</summary>
    private void DescribeOfEach(Item item, Description description, IReadOnlyList<Entity> states)
    {
        var role = description.Role!;
        var parts = states.Select(state =>
        {
            var one = new Item(item.First, item.End, item.Head, item.Kind);
            _persons.DescribeOne(one, description, state.Id!, $"{state.Name} {role.Words}");
            return one.Entity!;
        }).ToList();
        item.Entity = Recollection.Together(parts);
        item.Why = $"“{_scene.WordsOf(item.First, item.End)}” are {string.Join(" and ", parts.Select(part => part.Name))}";
    }

    // “His fellow leaders” are those of others.
    private bool IsFellow(Description description)
    {
        for (var t = Math.Max(description.First, description.OwnerToken + 1); t < description.RoleFirst; t++)
            if (_words.Fellows.Contains(_scene.LemmaOf(t)))
                return true;
        return false;
    }

    /// <summary>The country that a description speaks of, the state or organization whose office it is, and the words that say so.</summary>
    private (string? Country, string? Of, string? Words, string? Sector) OwnerOf(Description description)
    {
        // “Putin's spokesman”, “Netanyahu's government”.
        if (description.Owner is { Person: true } master)
        {
            if (_scene.EntityAt(_scene.HeadOf(master.First, master.End, master.End - 1)) is not { } person)
                return default;
            // The brigade of somebody unknown is of no state for being spoken of there; the envoy of a secretary-general is not of the latter's country.
            var home = person.IsSettled || person.OfficeOf is { } served && _scene.Gazetteer.Find(served) is { Kind: ActorKind.Organization, Country: null } ? null : person.Country;
            // “General Aideed's faction”: no state's.
            if (person.Sector is { } arms && _words.Armed.Contains(arms))
                return (home, person.OfficeOf is { } led && _scene.Gazetteer.Find(led) is { Kind: not ActorKind.State } ? led : null, person.Name, arms);
            return (home, person.OfficeOf ?? home, person.Name, null);
        }
        if (description.Owner is { } owner)
        {
            if (_forces.IsWhereabouts(description) && (_forces.ServeOthers(description) || _names.CountryOf(owner) is { } there && ((_setting.CountryOfSpeaker(description.RoleEnd - 1, press: false) is { } speaks ? speaks != there : _forces.AreSeveral(there)))))
                return default;
            var actor = _names.ActorOf(owner);
            var within = description.Within is { } second ? _names.ActorOf(second) : null;
            // “The US ambassador to NATO”, “NATO's Norwegian chief”: the state is the country, the organization has the office.
            var state = actor?.Kind == ActorKind.State ? actor : within?.Kind == ActorKind.State ? within : null;
            var organization = actor is not null && actor.Kind != ActorKind.State ? actor : within is not null && within.Kind != ActorKind.State ? within : null;
            // “Assistant secretary of state for Europe”: a region has no offices.
            if (actor?.Kind == ActorKind.Region)
                actor = within;
            var place = actor is null && description.Within is null ? _names.PlaceIn(owner) : null;
            // “Chicago's city council”: a body of the town, and not its country's.
            if (description.Role is { } local && _words.LocalBodies.Contains(local.Words) && (place?.Country ?? state?.Id) is { } around && (place is not null || owner.Known.Any(name => name.Use == NameUse.Capital)))
                return (around, null, _scene.WordsOf(owner.First, owner.End), null);
            // “The provincial government of Hela”, a place that no table has: it is where the story plays.
            if (actor is null && place is null && owner is { Known.Count: 0, Kind: NameKind.Place } && description.Within is null && _setting.LocaleAt(owner.First) is { } locale)
                return (locale, locale, _scene.WordsOf(owner.First, owner.End), null);
            // “In Athens … the Government's spokesman”, with a capital: that of the state spoken of.
            if (actor is null && place is null && owner.Known.Count == 0 && owner.End == owner.First + 1 && _setting.CountryAt(owner.First) is { } home && _scene.Gazetteer.MatchRole(_scene.Folded, owner.First, owner.End, _ => false) is { Role: { Kind: not ActorKind.Person, Sector: { } organ } } && _words.Organs.Contains(organ))
                return (home, home, _scene.WordsOf(owner.First, owner.End), null);
            return (state?.Id ?? organization?.Country ?? place?.Country, (organization is not null && state is null ? organization.Id : state?.Id) ?? place?.Country, _scene.WordsOf(owner.First, owner.End), null);
        }

        Entity? possessor = null;
        if (description.OwnerDescription is { } outer && _scene.ItemOf(outer) is { } item)
        {
            Resolve(item);
            possessor = item.Entity;
        }
        else if (description.OwnerToken >= 0)
            possessor = _scene.EntityAt(description.OwnerToken);
        // “The island's elders”.
        if (possessor is null && description.OwnerToken >= 0 && _scene.Dateline is { } here && _words.LocalPlaces.Contains(_scene.LemmaOf(description.OwnerToken)))
            return (here, null, here, null);
        // “The bloc's foreign policy chief”, before the story says which bloc: only one has one.
        if (possessor is null && description.OwnerToken >= 0 && description.Role?.OnlyOf is [var one])
            return (null, one, one, null);
        if (possessor is null || IsFellow(description))
            return default;
        var of = possessor.Kind is ActorKind.State or ActorKind.Organization or ActorKind.Group ? possessor.Id : possessor.OfficeOf ?? possessor.Country;
        // The leader of a party that no table has is a party's still.
        return (possessor.Kind == ActorKind.State ? possessor.Id : possessor.Country, of, possessor.Name, possessor is { Id: null, Kind: ActorKind.Organization or ActorKind.Group } ? possessor.Sector : null);
    }
}
