using Demarche.Recognizing;

namespace Demarche.Resolving;

/// <summary>The resolving of one story, sentence by sentence; what a sentence leaves open the earlier ones may tell.</summary>
internal sealed class StoryReading
{
    private readonly Gazetteer _gazetteer;
    private readonly NameWords _words;
    private readonly Document _document;
    private readonly Token[] _tokens;
    private readonly FoldedTokens _folded;
    private readonly DateOnly? _published;
    private readonly Anchor?[] _anchorAt;
    private readonly Item?[] _itemAt;
    private readonly bool[] _timed;
    private readonly StoryActors _actors;
    private readonly Metonymy _metonymy;
    private readonly Recollection _recollection;
    private readonly DescriptionReader _descriptions;
    private readonly HashSet<string> _storyPieces;
    private readonly List<Item> _mentions = [];
    private readonly Dictionary<int, Entity> _groups = [];
    private readonly HashSet<int> _namedInFull = [];
    private readonly HashSet<Entity> _met = [];
    private readonly HashSet<string> _namedOtherwise = new(StringComparer.Ordinal);
    private Sentence _sentence = new(0, 0, default, BlockKind.Body);
    private int _number;
    private int _block;

    public StoryReading(Gazetteer gazetteer, Document document)
    {
        _gazetteer = gazetteer;
        _words = gazetteer.Words;
        _document = document;
        _tokens = document.Tokens;
        _folded = gazetteer.Fold(document.Tokens);
        _published = document.Story.Published;
        _anchorAt = new Anchor?[_tokens.Length];
        _itemAt = new Item?[_tokens.Length];
        _timed = new bool[_tokens.Length];
        _actors = new(gazetteer, _published);
        _metonymy = new(_words, document, _timed);
        _recollection = new(document) { EntityAt = EntityAt, GroupAt = GroupAt };
        _descriptions = new(gazetteer, document, _folded, _anchorAt);
        _storyPieces = _words.Homonyms.Count > 0 ? [.. _tokens.Select(token => token.Form)] : [];
    }

    public void Read()
    {
        FindAnchors();
        NameInFull();
        NameAgain();
        var block = 0;
        foreach (var sentence in _document.Sentences)
        {
            if (sentence.Ignored)
                continue;
            _sentence = sentence;
            while (block < _document.Blocks.Count && _document.Blocks[block].Span.End <= sentence.Span.Start)
            {
                block++;
                _block = _number;
            }
            ReadSentence();
            _number++;
        }

        foreach (var item in _mentions)
            if (item.Entity is { } entity)
            {
                var span = _document.SpanOf(item.First, item.End - 1);
                _document.Mentions.Add(new(item.First, item.End, item.Head, item.Kind, entity.At(span), item.Why) { Parts = [.. entity.Parts.Select(part => part.At(span))] });
            }
        _document.Mentions.Sort(static (a, b) => (a.First, b.End, a.Head).CompareTo((b.First, a.End, b.Head)));
        _document.Places.Sort(static (a, b) => a.Mention.CompareTo(b.Mention));
    }

    private void FindAnchors()
    {
        var names = new Name?[_tokens.Length];
        foreach (var name in _document.Names)
            names[name.First] = name;
        foreach (var time in _document.Times)
            for (var t = time.First; t < time.End; t++)
                _timed[t] = true;

        foreach (var sentence in _document.Sentences)
        {
            if (sentence.Ignored)
                continue;
            var shouts = Shouting.In(_tokens, sentence.First, sentence.End);
            for (var t = sentence.First; t < sentence.End;)
            {
                var name = names[t];
                var match = _timed[t] && name is null ? null : _gazetteer.Match(_folded, _tokens, t, sentence.End, shouts);
                var known = match?.Names ?? [];
                // A last name that was not recognized as a name is a word: “may”, “long”.
                if (name is null && known.Count > 0 && known.All(k => k.Use == NameUse.Surname))
                    known = [];
                if (name is null && known.Count == 0)
                {
                    t++;
                    continue;
                }
                var anchor = name is not null && (known.Count == 0 || name.End > match!.Value.End)
                    ? new Anchor(t, name.End, [], known, name.Kind)
                    : new Anchor(t, match!.Value.End, known, [], name?.Kind);
                for (var i = t; i < anchor.End; i++)
                    _anchorAt[i] = anchor;
                // “The Alliance” is NATO where the story says NATO.
                foreach (var k in anchor.Known)
                    if (k.Actor is { Kind: ActorKind.Organization } organization && !(anchor.End == t + 1 && NameWords.Has(_words.OrganizationHeads, _tokens[t].Form)))
                        _namedOtherwise.Add(organization.Id);
                t = anchor.End;
            }
        }
    }

    /// <summary>Notes everybody whom the story names in full, since a headline says “Putin” before the story says “Vladimir Putin”.</summary>
    private void NameInFull()
    {
        for (var t = 0; t < _tokens.Length; t++)
        {
            if (_anchorAt[t] is not { } anchor || anchor.First != t || !anchor.Person || anchor.End - anchor.First < 2)
                continue;
            if (anchor.Known.Count > 0 && anchor.Known.All(name => name.Use == NameUse.Surname))
                continue;
            var entity = FullName(anchor);
            _namedInFull.Add(t);
            _actors.AddSurname(Folding.Fold(_tokens[anchor.End - 1].Form), entity);
            var last = anchor.End - 1;
            // “Ferdinand Marcos Jr” is Marcos.
            if (last - 1 > anchor.First && _words.NameSuffixes.Contains(_tokens[last].Form.TrimEnd('.').ToLowerInvariant()))
                _actors.AddSurname(Folding.Fold(_tokens[--last].Form), entity);
            // “Van der Bellen”, “bin Salman”.
            while (last - 1 > anchor.First && (NameWords.Has(_words.Particles, _tokens[last - 1].Form) || _folded.Joins(last - 1)))
                last--;
            if (last < anchor.End - 1)
                _actors.AddSurname(FoldTokens(last, anchor.End), entity);
        }
    }

    /// <summary>A last name that the story has given in full is a name where the tagger saw another word: “May expels”.</summary>
    private void NameAgain()
    {
        foreach (var sentence in _document.Sentences)
        {
            if (sentence.Ignored)
                continue;
            for (var t = sentence.First; t < sentence.End; t++)
            {
                var token = _tokens[t];
                if (_anchorAt[t] is not null || token.Form.Length < 3 || !char.IsUpper(token.Form[0]) || token.Upos is Upos.PUNCT or Upos.NUM)
                    continue;
                // At the start of a sentence every word has a capital: what follows must make it a subject or possessor.
                var name = t > sentence.First ? token.Upos is Upos.PROPN or Upos.AUX or Upos.NOUN : t + 1 < sentence.End && _tokens[t + 1].Xpos is "VBZ" or "VBD" or "POS";
                if (name && !_timed[t] && _actors.BySurname(Folding.Fold(token.Form)) is not null)
                    _anchorAt[t] = new(t, t + 1, [], [], NameKind.Person);
            }
        }
    }

    private Entity FullName(Anchor anchor)
    {
        // Several kings are called alike: the one in office on the day.
        KnownActor? known = null;
        foreach (var name in anchor.Known)
            if (name.Actor is { Kind: ActorKind.Person } person && name.Use != NameUse.Surname && name.On(_published) && (known is null || (!InOffice(known) && InOffice(person))))
                known = person;
        if (known is not null)
            return _actors.Of(known);

        // “Joseph R. Biden”, “Emmanuel Jean-Michel Macron”: the last name of somebody known, with one of his first names.
        var surname = _gazetteer.Match(_folded, _tokens, anchor.End - 1, anchor.End, false);
        foreach (var name in surname?.Names ?? [])
            if (name is { Use: NameUse.Surname, Actor: { } person } && SharesFirstName(anchor, person))
                return _actors.Of(person);
        return _actors.Named(WordsOf(anchor.First, anchor.End), ActorKind.Person);
    }

    private bool InOffice(KnownActor person) => _published is { } day && _gazetteer.OfficeOf(person.Id, day) is not null;

    private bool SharesFirstName(Anchor anchor, KnownActor person)
    {
        var pieces = Folding.Fold(person.Name).Split(' ');
        for (var t = anchor.First; t < anchor.End - 1; t++)
            if (_tokens[t].Form.Length > 2 && pieces.AsSpan(0, pieces.Length - 1).Contains(Folding.Fold(_tokens[t].Form)))
                return true;
        return false;
    }

    private void ReadSentence()
    {
        var items = new List<Item>();
        var used = new HashSet<Anchor>(ReferenceEqualityComparer.Instance);
        foreach (var description in _descriptions.Read(_sentence))
        {
            if (description.Plural && PairFirst(description.RoleEnd - 1) >= 0)
                continue;
            // “The country”, “this bloc” point back and say nothing of their own.
            if (description is { Definite: true, Plural: false, Owner: null, OwnerToken: < 0, OwnerDescription: null } && description.RoleEnd == description.RoleFirst + 1 && _words.AnaphorOf(LemmaOf(description.RoleEnd - 1)) is not null)
                continue;
            var head = HeadOf(description.First, description.End, HeadOf(description.RoleFirst, description.RoleEnd, description.RoleEnd - 1));
            if (description.Name is { } name)
            {
                used.Add(name);
                // The name may hang in the tree where the role should; then the phrase is met there too.
                if (_tokens[head].Head >= description.First && _tokens[head].Head < description.End)
                    head = HeadOf(name.First, name.End, name.End - 1);
            }
            items.Add(new(description.First, description.End, head, description.Name is null ? MentionKind.Description : MentionKind.Name) { Description = description });
        }

        for (var t = _sentence.First; t < _sentence.End; t++)
        {
            if (_anchorAt[t] is { } anchor)
            {
                if (anchor.First == t && !used.Contains(anchor))
                    items.Add(new(t, anchor.End, HeadOf(t, anchor.End, anchor.End - 1), IsAdjective(anchor) ? MentionKind.Adjective : MentionKind.Name) { Anchor = anchor });
                continue;
            }
            if (IsBoth(t))
                items.Add(new(t, t + 1, t, MentionKind.Pronoun) { Pair = true });
            else if (PronounAt(t) is { } pronoun)
                items.Add(new(t, t + 1, t, MentionKind.Pronoun) { Anaphor = pronoun });
            else if (AnaphorAt(t, items) is { } noun)
                items.Add(noun);
            else if (BodyAt(t, items))
                items.Add(new(t - 1, t + 1, t, MentionKind.Description) { Body = true });
        }

        foreach (var item in items)
            // A description stands above the adjectives inside it; heads are distinct but for parser errors.
            if (_itemAt[item.Head] is null || item.Description is not null)
                _itemAt[item.Head] = item;
        items.Sort(static (a, b) => (a.First, a.End).CompareTo((b.First, b.End)));
        foreach (var item in items)
        {
            Resolve(item);
            NameByApposition(item);
            if (item.Entity is not { } entity)
                continue;
            _mentions.Add(item);
            _met.Add(entity);
            _actors.Note(entity);
            if (item.Kind != MentionKind.Pronoun || item.Anaphor is { Possessive: false })
                _recollection.Remember(entity, item.Head, _number, item.Kind);
        }
    }

    // “Both agreed”, “talks with both of them”; not “both the army and the police”.
    private bool IsBoth(int t) =>
        _tokens[t].Form.Equals("both", StringComparison.OrdinalIgnoreCase) && _tokens[t].Upos is Upos.PRON or Upos.DET or Upos.NUM
        && _tokens[t].Relation.Universal() is Relation.Nsubj or Relation.NsubjPass or Relation.Obj or Relation.Iobj or Relation.Obl or Relation.Nmod;

    // “Its envoy, the former Nigerian president Olusegun Obasanjo”: one person, and the apposition says who.
    private void NameByApposition(Item item)
    {
        if (item is not { Kind: MentionKind.Description, Entity: { Id: null, Kind: ActorKind.Person, Plural: false } described })
            return;
        foreach (var d in _document.Tree.Of(item.Head))
            if (d > item.Head && _tokens[d].Relation == Relation.Appos && _itemAt[d] is { Kind: MentionKind.Name } && EntityAt(d) is { Kind: ActorKind.Person, Plural: false } named && named != described)
                described.IsNamed(named);
    }

    private Anaphor? PronounAt(int t)
    {
        if (_tokens[t].Upos is not (Upos.PRON or Upos.DET or Upos.X) || _tokens[t].Relation.Universal() == Relation.Expl)
            return null;
        var possessive = _tokens[t].Xpos == "PRP$" || _tokens[t].Relation == Relation.NmodPoss;
        return _words.PronounOf(_tokens[t].Form, possessive);
    }

    // “The country”, “this bloc”, “both sides”, “the two leaders”.
    private Item? AnaphorAt(int t, List<Item> items)
    {
        if (_tokens[t].Upos != Upos.NOUN || t == _sentence.First || items.Any(item => item.Description is { } d && d.First <= t && t < d.End && (d.RoleFirst <= t || d.Name is not null) && d.Owner is not null))
            return null;
        var lemma = LemmaOf(t);
        var plural = _tokens[t].Xpos is "NNS";
        var before = _tokens[t - 1].Form.ToLowerInvariant();
        if (plural && PairFirst(t) is >= 0 and var first)
            return new(first, t + 1, t, MentionKind.Description) { Pair = true };
        if (plural || _tokens[t].Relation == Relation.Compound || before is not ("the" or "this" or "that") || _words.AnaphorOf(lemma) is not { } anaphor)
            return null;
        // “The group of states”, “the organization that”: said of something else.
        foreach (var d in _document.Tree.Of(t))
            if (d > t && (_tokens[d].Relation.Universal() is Relation.Nmod or Relation.Appos || (_tokens[d].Relation.Universal() == Relation.Acl && Form(t + 1) is not ",")))
                return null;
        return new(t - 1, t + 1, t, MentionKind.Description) { Anaphor = anaphor };
    }

    /// <summary>The first token of “both sides”, “the two leaders”; −1 when the noun is none of that.</summary>
    private int PairFirst(int noun)
    {
        var lemma = LemmaOf(noun);
        if (noun <= _sentence.First || !(_words.PairsOfAny.Contains(lemma) || _words.PairsOfPersons.Contains(lemma) || _words.PairsOfStates.Contains(lemma)))
            return -1;
        var before = Form(noun - 1);
        if (before.Equals("both", StringComparison.OrdinalIgnoreCase))
            return noun - 1;
        return before is "two" && noun - 2 >= _sentence.First && Form(noun - 2) is "the" or "The" or "these" or "These" ? noun - 2 : -1;
    }

    // “The Union”, “the Council”, where no description has it.
    private bool BodyAt(int t, List<Item> items) =>
        t > _sentence.First && _tokens[t].Upos is Upos.PROPN or Upos.NOUN && _tokens[t].Form.Length > 2 && Form(t - 1) is "the" or "The"
        && NameWords.Has(_words.OrganizationHeads, _tokens[t].Form)
        && _tokens[t].Relation.Universal() is not (Relation.Compound or Relation.Flat)
        && !items.Any(item => item.First <= t && t < item.End && !(item.Description is { } description && t < description.RoleFirst));

    private bool IsAdjective(Anchor anchor)
    {
        if (!anchor.Demonym)
            return false;
        var head = HeadOf(anchor.First, anchor.End, anchor.End - 1);
        return _tokens[head].Relation.Universal() is Relation.Amod or Relation.Compound or Relation.Nmod or Relation.Flat && _tokens[head].Head >= anchor.End
            || (anchor.End < _sentence.End && _tokens[head].Upos == Upos.ADJ && _tokens[anchor.End].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ);
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
            NameOf(item, anchor);
        else if (item.Body)
        {
            item.Entity = IsNarrowed(item.Head) ? null : LastNamedBody(LemmaOf(item.Head));
            item.Why = $"“{WordsOf(item.First, item.End)}” is {item.Entity?.Name}, named before";
        }
        else if (item.Pair)
            PairOf(item);
        else if (item.Anaphor is { } anaphor)
            Recall(item, anaphor);
    }

    private Entity? EntityAt(int head)
    {
        if (_itemAt[head] is not { } item)
            return null;
        Resolve(item);
        return item.Entity;
    }

    private Entity? GroupAt(int head)
    {
        if (_groups.TryGetValue(head, out var group))
            return group;
        List<Entity>? members = null;
        foreach (var d in _document.Tree.Of(head))
            if (_tokens[d].Relation.Universal() == Relation.Conj && EntityAt(d) is { } other)
                (members ??= []).Add(other);
        if (members is null || EntityAt(head) is not { } first || members.All(member => member.Is(first)))
            return null;
        return _groups[head] = Recollection.Together([first, .. members]);
    }

    private void Recall(Item item, Anaphor anaphor)
    {
        var found = item.Kind == MentionKind.Pronoun ? _recollection.Antecedent(anaphor, item.Head, _number, _sentence.First) : _recollection.Last(anaphor, item.Head, _number);
        if (found is not var (entity, why))
            return;
        item.Entity = entity;
        item.Why = $"“{WordsOf(item.First, item.End)}” is {entity.Name}: {why}";
    }

    private void PairOf(Item item)
    {
        var lemma = LemmaOf(item.Head);
        var kind = _words.PairsOfStates.Contains(lemma) ? ActorKind.State : _words.PairsOfPersons.Contains(lemma) ? ActorKind.Person : (ActorKind?)null;
        item.Entity = _recollection.Pair(item.Head, _number, entity => kind is null || entity.Kind == kind);
        item.Why = $"“{WordsOf(item.First, item.End)}” are {item.Entity?.Name}: the only two that the story spoke of there";
    }

    private void NameOf(Item item, Anchor anchor)
    {
        var words = WordsOf(anchor.First, anchor.End);
        // The UN is not Kim Jong Un.
        var letters = anchor.Known.Any(name => name.Use == NameUse.Abbreviation || (name.Use == NameUse.Name && name.Casings[0] == Casing.Capitals));
        var surname = !letters && (anchor.End - anchor.First == 1 || anchor.Known.Count > 0) ? _actors.BySurname(FoldTokens(anchor.First, anchor.End)) : null;
        if (_namedInFull.Contains(anchor.First))
        {
            item.Entity = FullName(anchor);
            item.Why = item.Entity.Id is not null ? $"“{words}” is a name of {item.Entity.Name}" : $"“{words}” is a person whom the tables do not have";
            return;
        }

        // A last name that the story has given in full stays that person, whatever else is called so; “in Jordan” is the country still.
        var located = _metonymy.IsLocated(item.Head);
        if (surname is not null && !located && IsNamedBefore(surname, anchor))
        {
            item.Entity = surname;
            item.Why = $"“{words}” is the last name of {surname.Name}, named in full in the story";
            return;
        }
        if (IsHomonym(anchor))
        {
            AddUnknownPlace(item, anchor);
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

    private bool IsNamedBefore(Entity person, Anchor anchor) =>
        anchor.Known.Count == 0 || anchor.Known.All(name => name.Use is NameUse.Surname or NameUse.Place) || _met.Contains(person);

    private bool IsHomonym(Anchor anchor) =>
        anchor.Known.Count > 0
        && _words.Homonyms.TryGetValue(anchor.Known[0].Text, out var homonym)
        && homonym.Near.Any(_storyPieces.Contains)
        && !homonym.Unless.Any(_storyPieces.Contains);

    private void AddUnknownPlace(Item item, Anchor anchor) =>
        _document.Places.Add(new(WordsOf(anchor.First, anchor.End), null, null, null, "region", _document.SpanOf(anchor.First, anchor.End - 1), item.Head));

    private void Unknown(Item item, Anchor anchor, string words)
    {
        switch (anchor.Kind)
        {
            case NameKind.Place:
                return;
            case NameKind.Organization when anchor.End - anchor.First == 1 && _tokens[item.Head].Relation.Universal() is Relation.Compound or Relation.Amod:
                return;
            case NameKind.Organization:
                // “Bank of Russia”: the country that the name holds.
                item.Entity = _actors.Named(words, ActorKind.Organization, CountryIn(anchor) ?? CountryBefore(anchor));
                item.Why = $"“{words}” is an organization whom the tables do not have";
                return;
            default:
                item.Entity = _actors.Named(words, ActorKind.Person);
                item.Why = $"“{words}” is a person whom the tables do not have";
                return;
        }
    }

    private string? CountryIn(Anchor anchor)
    {
        for (var t = anchor.First; t < anchor.End; t++)
            if (_gazetteer.Match(_folded, _tokens, t, anchor.End, false) is { } match)
                foreach (var name in match.Names)
                    if (name.Actor is { Kind: ActorKind.State } state)
                        return state.Id;
        return null;
    }

    // “Iraq's Revolutionary Command Council”, “the Turkish Central Bank”.
    private string? CountryBefore(Anchor anchor)
    {
        var at = anchor.First - 1;
        if (at > _sentence.First && Form(at) is "'s" or "’s" or "'" or "’")
            at--;
        return at >= _sentence.First && _anchorAt[at] is { } owner && owner.End <= anchor.First && ActorOf(owner) is { Kind: ActorKind.State } state ? state.Id : null;
    }

    /// <summary>A last name alone: whoever the story named in full, else the one bearer who holds an office on the day.</summary>
    private void Surname(Item item, Anchor anchor, string words, string? country, string? office)
    {
        if (_actors.BySurname(FoldTokens(anchor.First, anchor.End)) is { } named)
        {
            item.Entity = named;
            item.Why = $"“{words}” is the last name of {named.Name}, named in full in the story";
            return;
        }

        KnownActor? bearer = null;
        Tenure? held = null;
        var several = false;
        foreach (var name in anchor.Known)
        {
            if (name.Actor is not { Kind: ActorKind.Person } person || !name.On(_published))
                continue;
            if (name.Use != NameUse.Surname)
            {
                item.Entity = _actors.Of(person);
                item.Why = $"“{words}” is a name of {person.Name}";
                return;
            }
            var tenure = _published is { } day ? _gazetteer.OfficeOf(person.Id, day) : null;
            if ((tenure is null && _published is not null) || (country is not null && person.Country != country) || (office is not null && tenure is not null && tenure.Office != office))
                continue;
            // “Xi” stands in the table under several spellings of one person.
            if (bearer is not null && bearer.Id != person.Id)
            {
                // The head of a state or government is who is meant by the last name alone; else the one whose country the story is about.
                var (ahead, before) = (Weight(person, tenure), Weight(bearer, held));
                if (ahead < before)
                    continue;
                several = ahead == before;
            }
            (bearer, held) = (person, tenure);
        }
        if (bearer is not null && !several)
        {
            item.Entity = _actors.Of(bearer);
            item.Why = $"“{words}” is the last name of {bearer.Name}" + (held is null ? "" : $", {held.Office} of {held.Of} on the day of the story");
            _actors.AddSurname(FoldTokens(anchor.First, anchor.End), item.Entity);
            return;
        }
        item.Entity = _actors.Named(words, ActorKind.Person);
        item.Why = several ? $"“{words}” is the last name of several who held office on the day of the story" : $"“{words}” is a person whom the tables do not have";
    }

    private int Weight(KnownActor person, Tenure? tenure) => (_actors.HasCountry(person.Country) ? 2 : 0) + (tenure is { Office: "head-of-state" or "head-of-government" } ? 1 : 0);

    private void Known(Item item, Anchor anchor, string words, bool located)
    {
        var span = _document.SpanOf(anchor.First, anchor.End - 1);
        KnownName? best = null;
        foreach (var name in anchor.Known)
            if (name.Use != NameUse.Surname && name.Use != NameUse.Place && (best is null || Preference(name).CompareTo(Preference(best)) > 0))
                best = name;
        var place = PlaceIn(anchor);

        if (best is null)
        {
            if (place is not null)
                AddPlace(place, span, item.Head);
            return;
        }
        var actor = best.Actor!;

        if (best.Use is NameUse.Capital or NameUse.Seat)
        {
            var because = _metonymy.PlaceBecauseOf(anchor.First, anchor.End, item.Head, _sentence);
            // Bonn after 1999 is a town.
            if (because is not null || !best.On(_published))
            {
                if (place is not null)
                    AddPlace(place, span, item.Head);
                else
                {
                    // Brussels as a place is Belgium's capital, not the seat of the Union.
                    var site = anchor.Known.FirstOrDefault(name => name.Use == NameUse.Capital) ?? best;
                    _document.Places.Add(new(site.Text, site.Actor!.Country ?? site.Actor.Id, null, null, site.Use == NameUse.Capital ? "city" : "site", span, item.Head));
                }
                return;
            }
            item.Entity = _actors.Of(actor);
            item.Why = best.Use == NameUse.Capital ? $"“{words}” is the capital and stands for the government of {actor.Name}" : $"“{words}” is the seat and stands for {actor.Name}";
            return;
        }

        if (anchor.End - anchor.First == 1 && actor.Kind is ActorKind.Organization && NameWords.Has(_words.OrganizationHeads, words) && !_actors.Has(actor.Id) && !_namedOtherwise.Contains(actor.Id))
            return;

        item.Entity = _actors.Of(actor);
        item.Why = best.Use switch
        {
            NameUse.Demonym when item.Kind == MentionKind.Adjective => $"“{words}” is the adjective of {actor.Name}",
            NameUse.Demonym => $"“{words}” are those of {actor.Name}",
            NameUse.Abbreviation => $"“{words}” is short for {actor.Name}",
            _ when words == actor.Name => $"“{words}” is in the table of actors",
            _ => $"“{words}” is a name of {actor.Name}",
        };
        // “Two Russians”, “a Palestinian”: persons, not their country.
        if (best.Use == NameUse.Demonym && item.Kind != MentionKind.Adjective && IsCounted(item.Head, anchor))
            item.Entity = new(words, _tokens[item.Head].Xpos is "NNS" or "NNPS" ? ActorKind.Group : ActorKind.Person)
            {
                Country = actor.Kind == ActorKind.State ? actor.Id : actor.Country,
                Anonymous = true,
                Plural = _tokens[item.Head].Xpos is "NNS" or "NNPS",
            };

        if (actor.Kind is ActorKind.State or ActorKind.Region && best.Use is NameUse.Name or NameUse.Abbreviation && located)
        {
            if (place is not null && place.Kind is not "city")
                AddPlace(place, span, item.Head);
            else
                _document.Places.Add(new(actor.Name, actor.Kind == ActorKind.State ? actor.Id : actor.Country, null, null, actor.Kind == ActorKind.State ? "country" : "region", span, item.Head));
        }
    }

    private bool IsCounted(int head, Anchor anchor)
    {
        foreach (var d in _document.Tree.Of(head))
            if (d < anchor.First && (_tokens[d].Relation.Universal() == Relation.Nummod || _tokens[d].Form is "a" or "A" or "an" or "An" or "some" or "Some" or "many" or "Many"))
                return true;
        return false;
    }

    private (int, int, int, int) Preference(KnownName name) => (
        name.On(_published) && (_published is not null || name.To is null) ? 1 : 0,
        name.Use switch { NameUse.Name or NameUse.Abbreviation => 3, NameUse.Demonym => 2, _ => 1 },
        // Brussels that speaks is the Union rather than Belgium.
        name.Use == NameUse.Seat && name.Actor!.Kind == ActorKind.Organization ? 1 : 0,
        _actors.HasCountry(name.Actor!.Country) ? 1 : 0);

    private KnownPlace? PlaceIn(Anchor anchor)
    {
        KnownPlace? best = null;
        foreach (var name in anchor.Known)
            if (name.Place is { } place && (best is null || (_actors.HasCountry(place.Country), place.Population).CompareTo((_actors.HasCountry(best.Country), best.Population)) > 0))
                best = place;
        return best;
    }

    private void AddPlace(KnownPlace place, Span span, int head) =>
        _document.Places.Add(new(place.Name, place.Country, place.Latitude, place.Longitude, place.Kind, span, head));

    private void Describe(Item item, Description description)
    {
        var words = WordsOf(item.First, item.End);
        var (country, of, ownerWords) = OwnerOf(description);
        var role = description.Role;
        // “Its neighbours”: others than itself.
        if (role is not null && _words.Relational.Contains(role.Words))
            (country, of) = (null, null);

        if (description.Counterpart)
        {
            DescribeCounterpart(item, description, country, words);
            return;
        }
        // “European Union leaders”, “NATO's foreign ministers”: together they are the organization.
        if (description is { Plural: true, Indefinite: false, Name: null } && role is { Anonymous: false, Sector: { } sector } && _words.Organs.Contains(sector) && of is not null
            && (role.Office is not null || role.Kind == ActorKind.Group) && _gazetteer.Find(of) is { Kind: ActorKind.Organization, Sector: "IGO" } body)
        {
            item.Entity = _actors.Of(body);
            item.Why = $"“{words}” act together for {body.Name}";
        }
        else if (role!.Kind == ActorKind.Person || description.Name is not null)
            DescribePerson(item, description, country, of, ownerWords, words);
        else
            DescribeBody(item, role, country, of, words, description);
    }

    /// <summary>The country that a description speaks of, the state or organization whose office it is, and the words that say so.</summary>
    private (string? Country, string? Of, string? Words) OwnerOf(Description description)
    {
        if (description.Owner is { } owner)
        {
            var actor = ActorOf(owner);
            var within = description.Within is { } second ? ActorOf(second) : null;
            // “The US ambassador to NATO”, “NATO's Norwegian chief”: the state is the country, the organization has the office.
            var state = actor?.Kind == ActorKind.State ? actor : within?.Kind == ActorKind.State ? within : null;
            var organization = actor is not null && actor.Kind != ActorKind.State ? actor : within is not null && within.Kind != ActorKind.State ? within : null;
            // “Assistant secretary of state for Europe”: a region has no offices.
            if (actor?.Kind == ActorKind.Region)
                actor = within;
            var place = actor is null && description.Within is null ? PlaceIn(owner) : null;
            return (state?.Id ?? organization?.Country ?? place?.Country, (organization is not null && state is null ? organization.Id : state?.Id) ?? place?.Country, WordsOf(owner.First, owner.End));
        }

        Entity? possessor = null;
        if (description.OwnerDescription is { } outer && ItemOf(outer) is { } item)
        {
            Resolve(item);
            possessor = item.Entity;
        }
        else if (description.OwnerToken >= 0)
            possessor = EntityAt(description.OwnerToken);
        if (possessor is null)
            return default;
        var of = possessor.Kind is ActorKind.State or ActorKind.Organization or ActorKind.Group ? possessor.Id : possessor.OfficeOf ?? possessor.Country;
        return (possessor.Kind == ActorKind.State ? possessor.Id : possessor.Country, of, possessor.Name);
    }

    private Item? ItemOf(Description description)
    {
        for (var t = description.First; t < description.End; t++)
            if (_itemAt[t]?.Description == description)
                return _itemAt[t];
        return null;
    }

    private KnownActor? ActorOf(Anchor anchor)
    {
        KnownName? best = null;
        foreach (var name in anchor.Known.Count > 0 ? anchor.Known : anchor.Inner)
            if (name.Actor is { Kind: not ActorKind.Person } && name.Use != NameUse.Surname && (best is null || Preference(name).CompareTo(Preference(best)) > 0))
                best = name;
        return best?.Actor;
    }

    private void DescribeCounterpart(Item item, Description description, string? country, string words)
    {
        // The owner of a counterpart is the other side's country; whose counterpart it is says the possessive or the phrase with “of”.
        var whose = description.OwnerToken >= 0 ? EntityAt(description.OwnerToken) : null;
        if (description.Owner is null)
            country = null;
        else if (description.OwnerToken >= 0)
            country = ActorOf(description.Owner) is { Kind: ActorKind.State } state ? state.Id : null;

        if (description.Name is { } name)
        {
            Attach(item, description, name, country, country, whose?.Office, whose?.Sector, Gender.Unknown);
            return;
        }
        if (whose?.Office is { } office && country is not null && Holder(country, office, null, description) is var (holder, why))
        {
            item.Entity = holder;
            item.Why = $"“{words}”: {whose.Name} is {office}, and {why}";
            return;
        }
        item.Entity = new(words, ActorKind.Person) { Country = country, Office = whose?.Office, Sector = whose?.Sector };
        item.Why = whose is null ? $"“{words}”: whose counterpart is not told" : $"“{words}” is a counterpart of {whose.Name} whom the tables do not have";
    }

    private void DescribePerson(Item item, Description description, string? country, string? of, string? ownerWords, string words)
    {
        var role = description.Role!;
        var sector = role.Sector ?? description.Of?.Sector;
        if (description.Of?.Sector is { } bodySector && role.Office is null or "spokesperson")
            sector = bodySector;
        var office = description.NotInOffice ? null : role.Office;
        var gender = GenderOf(description);

        if (description.Name is { } name)
        {
            Attach(item, description, name, country, of, office, sector, gender);
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
            // “The president” again, with nothing about the country.
            if (of is null && Ownerless(description) && description.Definite && !IsNarrowed(item.Head) && !role.Words.Contains(" of ", StringComparison.Ordinal) && LastHolder(office) is { } last)
            {
                item.Entity = last;
                item.Why = $"“{words}” is {last.Name}, the last {office} that the story spoke of";
                return;
            }
            if (of is not null)
            {
                item.Entity = _actors.UnnamedHolder(of, $"{office} {sector}", () => new(words, ActorKind.Person) { Country = country, Office = office, OfficeOf = of, Sector = sector, Gender = gender });
                item.Why = $"“{words}” holds an office of {ownerWords}; the table has no name for the day of the story";
                return;
            }
        }

        // “The Turkish leader”: whoever of that country the story has shown in an office of that kind.
        if (office is null && of is not null && !description.Plural && !description.NotInOffice && _words.Leaders.Contains(role.Words) && LastLeader(of) is { } leader)
        {
            item.Entity = leader;
            item.Why = $"“{words}” is {leader.Name}, {leader.Office} of {of}";
            return;
        }

        var anonymous = role.Anonymous || description.Plural || description.Indefinite;
        // “The official” is who spoke before.
        if (description is { Definite: true, Plural: false } && Ownerless(description) && LastLike(role) is { } before)
        {
            item.Entity = before;
            item.Why = $"“{words}” is the one spoken of before";
            return;
        }
        item.Entity = new(words, description.Plural ? ActorKind.Group : ActorKind.Person)
        {
            Country = country,
            Office = anonymous ? null : office,
            OfficeOf = of,
            Sector = sector,
            Gender = gender,
            Anonymous = anonymous,
            Plural = description.Plural,
        };
        _unnamed.Add((role, item.Entity));
        item.Why = anonymous ? $"“{words}” names nobody" : $"“{words}” is somebody whom neither the story nor the tables name";
    }

    private readonly List<(Role Role, Entity Entity)> _unnamed = [];

    private Entity? LastLike(Role role)
    {
        for (var i = _unnamed.Count - 1; i >= Math.Max(0, _unnamed.Count - MaxUnnamed); i--)
            if (_unnamed[i].Role.Words == role.Words && !_unnamed[i].Entity.Plural)
                return _unnamed[i].Entity;
        return null;
    }

    private Entity? LastLeader(string of)
    {
        for (var i = _mentions.Count - 1; i >= Math.Max(0, _mentions.Count - MaxMentionsBack); i--)
            if (_mentions[i].Entity is { Kind: ActorKind.Person, Office: { } office } entity && entity.OfficeOf == of && _words.LeaderOffices.Contains(office))
                return entity;
        // Where one person holds all that there is of such offices, it is that one.
        if (_published is not { } day)
            return null;
        KnownActor? only = null;
        foreach (var office in _words.LeaderOffices)
        {
            if (_gazetteer.Holder(of, office, day) is not { } tenure)
                continue;
            if (only is not null && only != tenure.Person)
                return null;
            only = tenure.Person;
        }
        return only is null ? null : _actors.Of(only);
    }

    private Entity? LastHolder(string office)
    {
        for (var i = _mentions.Count - 1; i >= Math.Max(0, _mentions.Count - MaxMentionsBack); i--)
            if (_mentions[i].Entity is { Kind: ActorKind.Person, Anonymous: false } entity && entity.Office == office)
                return entity;
        return null;
    }

    /// <summary>Who holds the office: somebody whom the story gave it to, else by the table.</summary>
    private (Entity Holder, string Why)? Holder(string of, string office, Role? role, Description description)
    {
        if (description.NotInOffice)
            return null;
        for (var i = _mentions.Count - 1; i >= Math.Max(0, _mentions.Count - MaxMentionsBack); i--)
            if (_mentions[i].Entity is { Kind: ActorKind.Person, Anonymous: false } entity && entity.Office == office && entity.OfficeOf == of)
                return (entity, $"{entity.Name} is {office} of {of} in the story");
        if (_published is not { } day)
            return null;
        // The table speaks of the president of an organization by that word, of that of a state as its head.
        var tenure = _gazetteer.Holder(of, office, day) ?? (role is null ? null : _gazetteer.Holder(of, role.Words.Replace(' ', '-'), day));
        return tenure is null ? null : (_actors.Of(tenure.Person), $"{tenure.Person.Name} is {tenure.Office} of {of} on the day of the story");
    }

    /// <summary>A description and a name: one mention of the person, who has from the description what the tables do not say.</summary>
    private void Attach(Item item, Description description, Anchor name, string? country, string? of, string? office, string? sector, Gender gender)
    {
        var words = WordsOf(name.First, name.End);
        var part = new Item(name.First, name.End, item.Head, MentionKind.Name);
        if (_namedInFull.Contains(name.First))
        {
            part.Entity = FullName(name);
            part.Why = part.Entity.Id is not null ? $"“{words}” is a name of {part.Entity.Name}" : $"“{words}” is a person whom the tables do not have";
        }
        else
            Surname(part, name, words, country, null);

        var entity = part.Entity!;
        if (entity.Id is null)
        {
            if (entity.Country is null)
                entity.Country = country;
            entity.Sector ??= sector;
            if (entity.Office is null && office is not null)
                (entity.Office, entity.OfficeOf) = (office, of);
        }
        else if (entity.Office is null && office is not null && !description.NotInOffice)
            (entity.Office, entity.OfficeOf, entity.Sector) = (office, of, sector ?? entity.Sector);
        if (entity.Gender == Gender.Unknown)
            entity.Gender = gender;
        if (of is not null && office is not null && !description.NotInOffice)
            _actors.NameHolder(of, $"{office} {sector}", entity);
        if (end(name) is { } folded)
            _actors.AddSurname(folded, entity);
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

    private void DescribeBody(Item item, Role role, string? country, string? of, string words, Description description)
    {
        if (role.Personal)
        {
            DescribeOwn(item, role, words, description);
            return;
        }
        var organ = role.Kind is ActorKind.State or ActorKind.Organization && role.Sector is { } sector && _words.Organs.Contains(sector);
        if (role.Kind == ActorKind.Organization && description is { Definite: true, Plural: false } && Ownerless(description) && !IsNarrowed(item.Head) && LastNamedBody(LemmaOf(description.RoleEnd - 1)) is { } named)
        {
            item.Entity = named;
            item.Why = $"“{words}” is {named.Name}, named before";
            return;
        }
        if (organ)
        {
            if (country is not null && of == country && _gazetteer.Find(country) is { Kind: ActorKind.State } state)
            {
                item.Entity = _actors.Of(state, role.Sector == state.Sector ? null : role.Sector);
                item.Why = $"“{words}” acts for {state.Name}";
                _parts.Add((role, item.Entity));
                return;
            }
            if (of is not null && _gazetteer.Find(of) is { Kind: not ActorKind.Region and not ActorKind.Person } body)
            {
                item.Entity = _actors.Of(body, role.Sector == body.Sector ? null : role.Sector);
                item.Why = $"“{words}” acts for {body.Name}";
                return;
            }
            if (description.Definite && Ownerless(description) && !IsNarrowed(item.Head) && LastPart(role) is { } before)
            {
                item.Entity = before;
                item.Why = $"“{words}” is that of {before.Name}, spoken of before";
                return;
            }
            if (role.Sector == "GOV" && Acts(item.Head) && description is { Definite: true, Plural: false } && Ownerless(description) && !IsNarrowed(item.Head) && _recollection.LastSubject(ActorKind.State, item.Head, _number, _block) is { Id: { } id } && _gazetteer.Find(id) is { } speaking)
            {
                item.Entity = _actors.Of(speaking, role.Sector == speaking.Sector ? null : role.Sector);
                item.Why = $"“{words}” is that of {speaking.Name}, of which the paragraph speaks";
                return;
            }
        }
        if (description.Definite && Ownerless(description) && !IsNarrowed(item.Head) && LastLikeBody(role) is { } same)
        {
            item.Entity = same;
            item.Why = $"“{words}” is the one spoken of before";
            return;
        }
        // “Her mission”, “his movement”: a matter of the person rather than an actor.
        if (role.Kind != ActorKind.Person && !description.Plural && description.OwnerToken >= 0 && EntityAt(description.OwnerToken) is { Kind: ActorKind.Person })
            return;
        // “Drones”, “banks” that belong to nobody named are actors where they act, and things elsewhere.
        if (role.Kind == ActorKind.Organization && country is null && of is null && !description.Definite && !Acts(item.Head))
            return;
        item.Entity = new(words, role.Kind == ActorKind.State ? ActorKind.Organization : role.Kind)
        {
            Country = country,
            Sector = role.Sector,
            Anonymous = role.Anonymous,
            Plural = description.Plural || role.Kind == ActorKind.Group,
        };
        if (country is not null || of is not null)
            _bodies.Add((role.Words, item.Entity));
        item.Why = $"“{words}” is no actor of the tables";
    }

    /// <summary>“His office” speaks for the country or body in which he holds office.</summary>
    private void DescribeOwn(Item item, Role role, string words, Description description)
    {
        var owner = description.OwnerDescription is { } outer && ItemOf(outer) is { } other ? other.Entity : description.OwnerToken >= 0 ? EntityAt(description.OwnerToken) : null;
        if (owner is not { Kind: ActorKind.Person, Country: { } country, Anonymous: false } || (owner.Office is null && !_words.Organs.Contains(owner.Sector ?? "")) || _gazetteer.Find(country) is not { Kind: ActorKind.State } state)
            return;
        item.Entity = _actors.Of(state);
        item.Why = $"“{words}” is that of {owner.Name} and acts for {state.Name}";
        _parts.Add((role, item.Entity));
    }

    private static bool Ownerless(Description description) => description is { Owner: null, OwnerToken: < 0, OwnerDescription: null };

    /// <summary>“The court” after the International Court of Justice, “the Union” after the European Union.</summary>
    private Entity? LastNamedBody(string word)
    {
        for (var i = _mentions.Count - 1; i >= Math.Max(0, _mentions.Count - MaxMentionsBack); i--)
            if (_mentions[i] is { Kind: MentionKind.Name, Entity: { Kind: ActorKind.Organization } entity } && EndsOrBegins(entity.Name, word))
                return entity;
        return null;

        static bool EndsOrBegins(string name, string word)
        {
            var at = name.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            return at >= 0 && (at == 0 || name[at - 1] == ' ') && (at + word.Length == name.Length || name[at + word.Length] == ' ');
        }
    }

    // “The troops massed at the border”: not those spoken of before.
    private bool IsNarrowed(int head)
    {
        foreach (var d in _document.Tree.Of(head))
            if (d > head && _tokens[d].Relation.Universal() is Relation.Acl or Relation.Nmod)
                return true;
        return false;
    }

    private bool Acts(int head) => _tokens[head].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.OblAgent;

    private readonly List<(string Words, Entity Entity)> _bodies = [];

    private Entity? LastLikeBody(Role role)
    {
        for (var i = _bodies.Count - 1; i >= Math.Max(0, _bodies.Count - MaxUnnamed); i--)
            if (_bodies[i].Words == role.Words)
                return _bodies[i].Entity;
        return null;
    }

    // “The army” after “the Ukrainian armed forces”; “the government” only after a government.
    private Entity? LastPart(Role role)
    {
        for (var i = _parts.Count - 1; i >= Math.Max(0, _parts.Count - MaxUnnamed); i--)
            if (_parts[i].Role.Words == role.Words || (_parts[i].Entity.Plural && _parts[i].Role.Sector == role.Sector))
                return _parts[i].Entity;
        return null;
    }

    private readonly List<(Role Role, Entity Entity)> _parts = [];

    private int HeadOf(int first, int end, int otherwise)
    {
        for (var t = first; t < end; t++)
            if ((_tokens[t].Head < first || _tokens[t].Head >= end) && _tokens[t].Relation.Universal() is not (Relation.Case or Relation.Punct or Relation.Det or Relation.Cc or Relation.Mark))
                return t;
        return otherwise;
    }

    private string LemmaOf(int t) => (_tokens[t].Lemma is { Length: > 0 } lemma ? lemma : _tokens[t].Form).ToLowerInvariant();

    private string Form(int t) => t < _tokens.Length ? _tokens[t].Form : "";

    private string WordsOf(int first, int end) => _document.Words(_document.SpanOf(first, end - 1));

    private string FoldTokens(int first, int end) => Folding.Fold(WordsOf(first, end));

    // As far back as “the president” can point; keeps long stories linear.
    private const int MaxMentionsBack = 200;

    private const int MaxUnnamed = 20;
}
