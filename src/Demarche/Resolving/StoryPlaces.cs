using Demarche.Recognizing;

namespace Demarche.Resolving;

/// <summary>
/// Says where a place of a story is. What several places are called is decided once the whole story is read: by what stands beside the name (“Córdoba, in the state
/// of Veracruz”), by the countries that the sentence and the story speak of, and by which of them is far better known. What that leaves open stays unknown.
/// </summary>
/// <param name="scene">The story.</param>
/// <param name="localeAt">In which country the sentence or the story plays at a token: that of a place which no table has.</param>
internal sealed partial class StoryPlaces(Scene scene, Func<int, string?> localeAt)
{
    // What speaks for one of several places of a name; a tenfold population weighs 1.
    private const double Beside = 8;
    private const double InSentence = 3;
    private const double InStory = 1.5;
    private const double AtDateline = 2;
    private const double Known = 1;
    private const double Namesake = -1.5;
    private const double OfCountry = 10;
    private const double OfProvince = 5;
    private const double OfOther = 5.5;
    private const double AsCity = 1;

    /// <summary>By how much the best must be ahead of the next.</summary>
    private const double Margin = 1;

    /// <summary>Degrees within which a town lies from a point in its province.</summary>
    private const double Reach = 4;

    // “Córdoba, in the Mexican state of Veracruz”.
    private const int MaxBeside = 8;

    // “The border between Chad, Niger and Libya”.
    private const int MaxJoined = 3;

    private readonly Token[] _tokens = scene.Tokens;
    private readonly NameWords _words = scene.Words;
    private readonly List<(Anchor Anchor, int Head, KnownActor? State, string? Locale)> _noted = [];
    private readonly Dictionary<string, Clue> _inStory = new(StringComparer.Ordinal);
    private readonly List<Clue> _clues = [];

    /// <summary>A country or place that the story names without doubt.</summary>
    private readonly record struct Clue(int First, int End, string? Country, KnownPlace? Place);

    /// <summary>Notes that a name is a place here.</summary>
    /// <param name="anchor">The name.</param>
    /// <param name="head">The token through which it hangs in the tree.</param>
    /// <param name="state">The state or region that the name means, if it does.</param>
    public void Note(Anchor anchor, int head, KnownActor? state = null)
    {
        // The part of a river of several states depends on where the story plays here, as does what no table has; who crosses it leaves one for the other.
        var open = state is null && (anchor.Known.Count == 0 || anchor.Known.Any(name => name.Place is { Kind: "river", Country: null }) && scene.Document.Tokens[head].Relation.Universal() is Relation.Obl or Relation.Nmod);
        _noted.Add((anchor, head, state, open ? localeAt(head) ?? (scene.Countries.Count == 1 ? scene.Countries.First() : null) : null));
    }

    /// <summary>True when the story speaks of a country with another place of this name, and not of the one whose capital it is.</summary>
    public bool IsElsewhere(Anchor anchor, KnownActor state)
    {
        if (scene.Actors.HasCountry(state.Id))
            return false;
        foreach (var name in anchor.Known)
            if (name.Place is { Country: { } country } && country != state.Id && scene.Actors.HasCountry(country))
                return true;
        return false;
    }

    /// <summary>Adds the places to the document, in text order.</summary>
    public void Settle()
    {
        GatherClues();
        var places = scene.Document.Places;
        foreach (var (anchor, head, state, locale) in _noted)
            places.Add(Settle(anchor, head, state, locale));
        AddBorders(places);
        AddSeats(places);
        places.Sort(static (a, b) => a.Mention.CompareTo(b.Mention));
        AddCapitals(places);
        places.Sort(static (a, b) => a.Mention.CompareTo(b.Mention));
    }

    /// <summary>“The Lebanese-Israeli border”, “the frontier with Chad”, “the border between Iran and Iraq”: a line between the states that are named with it.</summary>
    private void AddBorders(List<Place> places)
    {
        foreach (var sentence in scene.Document.Sentences)
        {
            if (sentence.Ignored)
                continue;
            for (var t = sentence.First; t < sentence.End; t++)
            {
                if (_tokens[t].Upos != Upos.NOUN || !_words.Borders.Contains(scene.LemmaOf(t)) || scene.AnchorAt[t] is not null)
                    continue;
                var states = new List<Entity>();
                var (first, last) = (t, t);
                foreach (var d in scene.Document.Tree.Of(t))
                    AddState(d, 0);
                // “Killed at the frontier with Iran”, where the tree hangs Iran on the verb.
                if (states.Count == 0 && t + 2 < sentence.End && _tokens[t + 1] is { Form: "with", Head: var side } && side > t && _tokens[side].Head == _tokens[t].Head)
                    AddState(side, 0);
                if (states.Count == 0)
                    continue;
                var name = $"border of {string.Join(" and ", states.Select(state => state.Name).Order(StringComparer.Ordinal))}";
                places.Add(new(name, states.Count == 1 ? states[0].Id : null, null, null, "border", scene.Document.SpanOf(first, last), t) { WherePrecision = 5, Why = $"“{scene.WordsOf(first, last + 1)}” is a line, and no point on it is told" });

                void AddState(int token, int depth)
                {
                    if (depth > MaxJoined || _tokens[token].Relation.Universal() is not (Relation.Amod or Relation.Compound or Relation.Nmod or Relation.Obl or Relation.Conj))
                        return;
                    if (scene.ItemAt[token] is { Entity: { Kind: ActorKind.State, Id: not null } state })
                    {
                        (first, last) = (Math.Min(first, token), Math.Max(last, token));
                        if (!states.Exists(other => other.Is(state)))
                            states.Add(state);
                    }
                    foreach (var d in scene.Document.Tree.Of(token))
                        AddState(d, depth + 1);
                }
            }
        }
    }

    /// <summary>“In the Honduran capital”, “fled the capital of Chad”, “looting in the capital”: that of the state beside it, or the capital last named in the story, or that of its one state.</summary>
    private void AddCapitals(List<Place> places)
    {
        var named = places.Count;
        foreach (var sentence in scene.Document.Sentences)
        {
            if (sentence.Ignored)
                continue;
            for (var t = sentence.First + 1; t < sentence.End; t++)
            {
                if (LastTown(t, places, named) is { } town)
                {
                    places.Add(town);
                    continue;
                }
                if (_tokens[t] is not { Upos: Upos.NOUN, Xpos: "NN" } noun || !_words.Capitals.Contains(scene.LemmaOf(t)) || noun.Relation.Universal() is not (Relation.Obl or Relation.Nmod or Relation.Obj))
                    continue;
                // “In the capital's subway”.
                var possessive = noun.Relation == Relation.NmodPoss;
                var (state, first, last) = (default(string), t, t);
                foreach (var d in scene.Document.Tree.Of(t))
                    if (_tokens[d].Relation.Universal() is Relation.Amod or Relation.Nmod or Relation.Compound && scene.EntityAt(d) is { Kind: ActorKind.State, Id: { } id })
                        (state, first, last) = (id, Math.Min(first, d), Math.Max(last, d));
                var prepositional = scene.Document.Tree.Dependent(t, Relation.Case) is >= 0 and var preposition && preposition < t && scene.Form(preposition) != "of";
                // “Foreign capital”, “raised the capital”, and “Niamey, the capital,” which names itself.
                if (state is null && !((prepositional || possessive) && scene.Form(t - 1) is "the" or "The"))
                    continue;
                if (Capital() is var (place, why))
                    places.Add(Found(place, scene.Document.SpanOf(first, last), t, $"“{scene.WordsOf(first, last + 1)}” is {place.Name}, {why}"));

                (KnownPlace, string)? Capital()
                {
                    if (state is not null)
                        return scene.Gazetteer.CapitalOf(state) is { } own ? (own, $"the capital of {state}") : null;
                    var start = scene.Document.SpanOf(t, t).Start;
                    for (var i = named - 1; i >= 0; i--)
                        if (places[i].Mention.Start < start && places[i].Country is { } country && scene.Gazetteer.CapitalOf(country) is { } before && before.Latitude == places[i].Latitude && before.Longitude == places[i].Longitude)
                            return (before, "the capital last named");
                    return (scene.Countries.Count == 1 ? scene.Countries.First() : localeAt(t)) is { } here && scene.Gazetteer.CapitalOf(here) is { } only ? (only, "that of the one state of which the story speaks here") : null;
                }
            }
        }
    }

    // “They rallied in the city”: the one that the story named last, where that is not long ago.
    private Place? LastTown(int t, List<Place> places, int named)
    {
        if (_tokens[t] is not { Upos: Upos.NOUN, Xpos: "NN" } noun || !_words.Towns.Contains(scene.LemmaOf(t)) || noun.Relation.Universal() is not (Relation.Obl or Relation.Nmod) || scene.Form(t - 1) is not "the" || scene.AnchorAt[t] is not null)
            return null;
        var located = false;
        foreach (var d in scene.Document.Tree.Of(t))
            if (_tokens[d].Relation.Universal() == Relation.Case)
                located |= _words.Locatives.Contains(scene.Form(d));
            else if (_tokens[d].Relation.Universal() != Relation.Det)
                return null;
        if (!located)
            return null;
        var (span, near) = (scene.Document.SpanOf(t - 1, t), scene.Document.SpanOf(scene.Document.SentenceOf(Math.Max(0, scene.Document.SentenceOf(t).First - 1)).First, t).Start);
        for (var i = named - 1; i >= 0; i--)
            if (places[i] is { Precision: "city" } last && last.Mention.End <= span.Start)
                return last.Mention.Start < near ? null : last with { Mention = span, Head = t, Why = $"“{scene.WordsOf(t - 1, t + 1)}” is {last.Name}, named before" };
        return null;
    }

    private Place Settle(Anchor anchor, int head, KnownActor? state, string? locale)
    {
        var words = scene.WordsOf(anchor.First, anchor.End);
        var span = scene.Document.SpanOf(anchor.First, anchor.End - 1);
        var candidates = Candidates(anchor, state);
        if (Elsewhere(anchor, candidates) is { } container)
            return new(words, container.Country, container.Place?.Latitude, container.Place?.Longitude, Place.Unknown, span, head)
            {
                WherePrecision = container.Place is { } whole ? PrecisionOf(whole, head) : 6,
                Why = $"no table has “{words}” in {container.Country}, which “{scene.WordsOf(container.First, container.End)}” behind it says",
            };
        if (candidates.Count == 0)
        {
            var clue = ClueBeside(anchor);
            // “Republic Square in Tirana”, “the Kati garrison, outside Bamako”: no further from the town than that.
            if (clue?.Place is { Latitude: not null, Kind: not "country" and not "water" } around)
                return new(words, around.Country, around.Latitude, around.Longitude, Place.Unknown, span, head)
                {
                    WherePrecision = Math.Max(2, PrecisionOf(around, head)),
                    Why = $"“{words}” is in no table of places; it is placed at {around.Name}, which stands beside it",
                };
            // “In most of Budapest and around Dunapentele”, whence ever the report comes.
            var near = clue is { Country: not null } ? null : ClueAround(anchor);
            if (InTown(anchor, words, span, head, clue?.Country ?? near?.Country ?? locale) is { } site)
                return site;
            return new(words, clue?.Country ?? near?.Country ?? locale, null, null, Place.Unknown, span, head)
            {
                Why = $"“{words}” is in no table of places" + (clue is { Country: not null } beside ? $"; “{scene.WordsOf(beside.First, beside.End)}” beside it says the country" : near is { } other ? $"; the sentence places something in “{scene.WordsOf(other.First, other.End)}”" : locale is null ? "" : $"; the story plays in {locale} here"),
            };
        }
        // A river of several states: the part of it in that where the story plays.
        if (candidates is [{ Kind: "river", Country: null } river] && locale is { } bank)
            return Found(river with { Country = bank }, span, head, $"“{words}” is in the tables; the story plays in {bank} here");
        if (candidates.Count == 1)
            return Found(candidates[0], span, head, anchor.Known.Count > 0 || state is not null ? $"“{words}” is in the tables" : $"“{candidates[0].Name}” is in the tables");

        var (group, why) = Decide(candidates, anchor, words);
        if (group is null)
            return new(words, null, null, null, Place.Unknown, span, head) { Why = why };
        return Choose(group, anchor, words) is { } place
            ? Found(place, span, head, why)
            : new(words, group[0].Country, null, null, Place.Unknown, span, head) { Why = $"several places in {group[0].Country} are called “{words}”, and nothing in the story says which" };
    }

    // “Newport, Rhode Island,” where the tables have only the one in Wales; null where they have it, or the words say nothing.
    private Clue? Elsewhere(Anchor anchor, List<KnownPlace> candidates)
    {
        if (candidates.Count == 0 || anchor.End + 1 >= _tokens.Length || _tokens[anchor.End].Form is not "," || candidates.Exists(place => place.Standing is PlaceStanding.Capital or PlaceStanding.First))
            return null;
        return scene.AnchorAt[anchor.End + 1] is { } next && (next.End >= _tokens.Length || _tokens[next.End].Upos == Upos.PUNCT) && ClueAt(anchor.End + 1) is { Country: not null, Place: null or { Kind: "province" or "country" } } clue && !candidates.Exists(place => place.Country is null || place.Country == clue.Country)
            ? clue : null;
    }

    private List<KnownPlace> Candidates(Anchor anchor, KnownActor? state)
    {
        var candidates = new List<KnownPlace>();
        if (state is not null && (state.Kind == ActorKind.State || !anchor.Known.Any(name => name.Place is not null)))
            candidates.Add(scene.Gazetteer.CountryPlace(state));
        // “Kaduna State”, “Aden airport”: what the first words name.
        var what = _tokens[anchor.End - 1].Form.ToLowerInvariant();
        var names = anchor.Known.Count == 0 && _words.PlaceHeads.Contains(what) ? anchor.Inner : anchor.Known;
        foreach (var name in names)
            // A city of the country's own name is meant by “in Luxembourg” less often than the country.
            // “Concord Square” is not in Concord.
            if (name.Place is { } place && !(state is { Kind: ActorKind.State } && place.Country == state.Id) && !(anchor.Known.Count == 0 && place.Kind is not ("site" or "district") && _words.NamedAfter.Contains(what)))
                candidates.Add(place);
        // “Across the Panj”: towns have no article.
        if (candidates.Count > 1 && anchor.First > 0 && _tokens[anchor.First - 1].Form is "the" or "The" && _tokens[anchor.End - 1].Relation != Relation.Compound && candidates.Exists(place => place.Kind == "river"))
            candidates.RemoveAll(place => place.Kind == "city");
        // A capital that the table of places lacks.
        if (candidates.Count == 0 && (anchor.Known.FirstOrDefault(name => name.Use == NameUse.Capital) ?? anchor.Known.FirstOrDefault(name => name.Use == NameUse.Seat)) is { Actor: { } of } seat)
            candidates.Add(new(seat.Text, of.Country ?? of.Id, null, null, seat.Use == NameUse.Capital ? "city" : "site", 0));
        return candidates;
    }

    /// <summary>The places of the country that is meant; null where that cannot be told.</summary>
    private (List<KnownPlace>? Group, string Why) Decide(List<KnownPlace> candidates, Anchor anchor, string words)
    {
        var groups = candidates.GroupBy(place => place.Country ?? "", StringComparer.Ordinal).Select(group => group.ToList()).ToList();
        if (groups.Count == 1)
            return (groups[0], $"“{words}” is in the tables");

        var beside = ClueBeside(anchor);
        List<KnownPlace>? best = null;
        var (first, second) = (double.MinValue, double.MinValue);
        var reason = "";
        foreach (var group in groups)
        {
            var score = group.Max(Weight);
            var why = "by far the best known of that name";
            if (beside is { } clue && group.Exists(place => Supports(clue, place)))
                (score, why) = (score + Beside, $"for “{scene.WordsOf(clue.First, clue.End)}” stands beside it");
            else if (InSentenceOf(anchor, group[0].Country) is { } near)
                (score, why) = (score + InSentence, $"for the sentence speaks of “{scene.WordsOf(near.First, near.End)}”");
            else if (group[0].Country is { } country && _inStory.TryGetValue(country, out var other))
                (score, why) = (score + InStory, $"for the story speaks of “{scene.WordsOf(other.First, other.End)}”");
            // “BEIRUT — In Tripoli”.
            if (scene.Dateline is { } whence && whence == group[0].Country)
                (score, why) = (score + AtDateline, score > group.Max(Weight) ? why : $"for the report comes from {whence}");
            if (score > first)
                (best, second, first, reason) = (group, first, score, why);
            else if (score > second)
                second = score;
        }
        var countries = string.Join(", ", groups.Select(group => group[0].Country ?? "no one state"));
        return first - second >= Margin
            ? (best, $"“{words}” is that of {best![0].Country ?? "no one state"} ({countries} have one), {reason}")
            : (null, $"“{words}” may be in {countries}, and nothing in the story decides");
    }

    /// <summary>One of the places of a country that are called alike: a province where the words say so, else the town; of several towns the one near what stands beside.</summary>
    private KnownPlace? Choose(List<KnownPlace> group, Anchor anchor, string words)
    {
        var province = IsProvince(anchor);
        var beside = ClueBeside(anchor);
        KnownPlace? best = null;
        var (first, second) = (double.MinValue, double.MinValue);
        foreach (var place in group)
        {
            var score = Weight(place);
            if (place.Kind == "province" == province)
                score += province ? Beside : AsCity;
            if (beside?.Place is { } container && container != place && Near(container, place))
                score += Beside;
            // Two rows for one place: the first will do.
            if (best is not null && Same(best, place))
                continue;
            if (score > first)
                (best, second, first) = (place, first, score);
            else if (score > second)
                second = score;
        }
        return first - second >= Margin || group.TrueForAll(place => place.Kind == "province" || Same(place, best!)) || group.Count(place => place.Kind == "city") == 1 ? best : null;
    }

    private static bool Same(KnownPlace a, KnownPlace b) =>
        a.Kind == b.Kind && Math.Abs((a.Latitude ?? 0) - (b.Latitude ?? 0)) < 0.1 && Math.Abs((a.Longitude ?? 0) - (b.Longitude ?? 0)) < 0.1;

    private static double Weight(KnownPlace place) => (place.Standing is PlaceStanding.Capital or PlaceStanding.First ? Known : place.Standing == PlaceStanding.Located ? Namesake : 0) + place.Kind switch
    {
        "country" => OfCountry,
        "province" or "district" => OfProvince,
        "city" => Math.Log10(Math.Max(10_000, place.Population)),
        _ => OfOther,
    };

    private static bool Supports(Clue clue, KnownPlace place) =>
        clue.Country == place.Country && clue.Country is not null && (clue.Place is not { Kind: "province" } province || place.Kind is "country" or "province" || Near(province, place));

    private static bool Near(KnownPlace a, KnownPlace b) =>
        a is { Latitude: { } y, Longitude: { } x } && b is { Latitude: { } v, Longitude: { } u } && Math.Abs(y - v) <= Reach && Math.Abs(x - u) <= Reach;

    /// <summary>“Idlib province”, “the state of Georgia”.</summary>
    public bool IsProvince(Anchor anchor)
    {
        if (anchor.Known.Count == 0 && _words.Provinces.Contains(_tokens[anchor.End - 1].Form.ToLowerInvariant()))
            return true;
        if (anchor.End < _tokens.Length && _words.Provinces.Contains(_tokens[anchor.End].Form.ToLowerInvariant()))
            return true;
        return anchor.First >= 2 && _tokens[anchor.First - 1].Form == "of" && _words.Provinces.Contains(_tokens[anchor.First - 2].Form.ToLowerInvariant());
    }

    private void GatherClues()
    {
        if (_noted.Count == 0)
            return;
        var open = new bool[_tokens.Length];
        foreach (var (anchor, _, _, _) in _noted)
            open[anchor.First] = IsAmbiguous(anchor);
        foreach (var item in scene.Mentions)
            // “The chief minister of Punjab” says nothing of where Punjab is.
            if (item.Entity is { IsSettled: false } entity && !open.AsSpan(item.First, item.End - item.First).Contains(true) && (item.Anchor is not { } own || !IsAmbiguous(own)) && (entity.Kind == ActorKind.State ? entity.Id : entity.Country) is { } country)
                _clues.Add(new(item.First, item.End, country, null));
        foreach (var (anchor, _, state, _) in _noted)
        {
            if (IsAmbiguous(anchor))
                continue;
            var place = Candidates(anchor, state) is [var only, ..] ? only : null;
            if (place is not null)
                _clues.Add(new(anchor.First, anchor.End, place.Country, place));
        }
        _clues.Sort(static (a, b) => (a.First, a.End).CompareTo((b.First, b.End)));
        foreach (var clue in _clues)
            if (clue.Country is { } country)
                _inStory.TryAdd(country, clue);
    }

    private static bool IsAmbiguous(Anchor anchor)
    {
        string? country = null;
        foreach (var name in anchor.Known)
        {
            if (name.Use is NameUse.Surname or NameUse.Demonym)
                continue;
            var of = name.Place is { } place ? place.Country ?? "" : name.Actor is { Kind: ActorKind.State } state ? state.Id : name.Actor?.Country;
            if (of is null)
                continue;
            if (country is not null && country != of)
                return true;
            country = of;
        }
        return false;
    }

    private Clue? InSentenceOf(Anchor anchor, string? country)
    {
        if (country is null)
            return null;
        var sentence = scene.Document.SentenceOf(anchor.First);
        for (var i = FirstClue(sentence.First); i < _clues.Count && _clues[i].First < sentence.End; i++)
            if (_clues[i].Country == country && _clues[i].First != anchor.First)
                return _clues[i];
        return null;
    }

    // The place of the sentence that says in which country it plays; null where it names none, or those of several.
    private Clue? ClueAround(Anchor anchor)
    {
        Clue? only = null;
        var sentence = scene.Document.SentenceOf(anchor.First);
        for (var i = FirstClue(sentence.First); i < _clues.Count && _clues[i].First < sentence.End; i++)
        {
            if (_clues[i] is not { Place: { Kind: not "country" }, Country: { } country } clue)
                continue;
            // “VIENNA, 6 November – Most of Budapest”: what opens the sentence is whence the report comes.
            if (only is { } other && other.Country != country && other.First != sentence.First)
                return null;
            if (only is null || only.Value.Country != country)
                only = clue;
        }
        return only;
    }

    private int FirstClue(int token)
    {
        int low = 0, high = _clues.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_clues[middle].First < token)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>What a place is said to lie in: “Tripoli, Lebanon”, “St. Petersburg in Florida”, “the Lebanese city of Tripoli”, “Lebanon's Tripoli”.</summary>
    private Clue? ClueBeside(Anchor anchor)
    {
        var sentence = scene.Document.SentenceOf(anchor.First);
        var linked = false;
        for (var t = anchor.End; t < Math.Min(sentence.End, anchor.End + MaxBeside); t++)
        {
            if (scene.AnchorAt[t] is { } next)
            {
                if (linked && ClueAt(t) is { } clue)
                    return clue;
                if (!next.Demonym)
                    break;
                continue;
            }
            var form = _tokens[t].Form;
            if (form is "," or "(" or "in" or "of" || (t == anchor.End && form is "-" or "/"))
                linked = true;
            else if (!(_tokens[t].Upos is Upos.DET or Upos.ADJ || _words.PlaceHeads.Contains(form.ToLowerInvariant()) || _words.Sites.Contains(form) || _words.Directions.Contains(form.ToLowerInvariant())))
                break;
        }
        for (var t = anchor.First - 1; t >= Math.Max(sentence.First, anchor.First - MaxBeside); t--)
        {
            if (scene.AnchorAt[t] is not null)
                return ClueAt(t);
            var form = _tokens[t].Form;
            if (form is "of" && t > sentence.First && _words.PlaceHeads.Contains((_tokens[t - 1].Lemma ?? "").ToLowerInvariant()))
                continue;
            if (!(_tokens[t].Xpos == "POS" || (_tokens[t].Upos is Upos.ADJ or Upos.NOUN && (_words.PlaceHeads.Contains((_tokens[t].Lemma ?? "").ToLowerInvariant()) || _words.Directions.Contains(form.ToLowerInvariant()) || _tokens[t].Upos == Upos.ADJ))))
                break;
        }
        return null;
    }

    private Clue? ClueAt(int token)
    {
        for (var i = FirstClue(scene.AnchorAt[token]!.First); i < _clues.Count && _clues[i].First <= token; i++)
            if (_clues[i].First <= token && token < _clues[i].End)
                return _clues[i];
        // What a description holds is no clue of its own: “Lebanese” in “the Lebanese army”; nor is a province that the story does not place anywhere.
        var anchor = scene.AnchorAt[token]!;
        if (IsAmbiguous(anchor))
            return null;
        foreach (var name in anchor.Known)
            if (name.Place is { } place)
                return new(anchor.First, anchor.End, place.Country, place);
            else if (name.Actor is { Kind: ActorKind.State } state)
                return new(anchor.First, anchor.End, state.Id, null);
        return null;
    }

    private Place Found(KnownPlace place, Span span, int head, string why) =>
        new(place.Name, place.Country, place.Latitude, place.Longitude, place.Kind, span, head) { WherePrecision = PrecisionOf(place, head), Why = why };

    /// <summary>UCDP's measure: 1 the place itself, 2 near it, 3 a district, 4 a province, 5 a vague region or a line, 6 a country, 7 at sea or in the air.</summary>
    private int PrecisionOf(KnownPlace place, int head) => place.Kind switch
    {
        "city" or "site" => IsNearby(head) ? 2 : 1,
        "district" or "island" => 3,
        "province" => 4,
        "country" => 6,
        "water" => 7,
        _ => 5,
    };

    private bool IsNearby(int head)
    {
        foreach (var d in scene.Document.Tree.Of(head))
            if (d < head && _tokens[d].Relation.Universal() == Relation.Case && _words.Nearby.Contains(_tokens[d].Form.ToLowerInvariant()))
                return true;
        // “The outskirts of Kyiv”, “20 km north of Mosul”.
        return _tokens[head].Head is >= 0 and var over && _tokens[head].Relation.Universal() is Relation.Nmod or Relation.Obl && _words.Nearby.Contains((_tokens[over].Lemma ?? "").ToLowerInvariant());
    }
}
