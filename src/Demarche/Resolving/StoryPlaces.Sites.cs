using Demarche.Recognizing;

namespace Demarche.Resolving;

/// <summary>Squares, hotels, prisons that no table has, and the palaces and embassies that have no name: they lie in the town of which the story speaks there.</summary>
internal sealed partial class StoryPlaces
{
    // Behind so many sentences a town named before says nothing any more.
    private const int MaxSentencesBack = 2;

    /// <summary>A building or quarter that no table has, in the town that the sentence, or one not long before it, names; null where that is open.</summary>
    private Place? InTown(Anchor anchor, string words, Span span, int head, string? country)
    {
        var last = _tokens[anchor.End - 1].Form.ToLowerInvariant();
        // “Haiti's National Palace”.
        if (_words.NationalSeats.Contains(last) && country is not null && TownNear(anchor.First, country) is null && scene.Gazetteer.CapitalOf(country) is { } capital)
            return new(words, country, capital.Latitude, capital.Longitude, Place.Unknown, span, head) { WherePrecision = 2, Why = $"“{words}” is in no table of places; it is placed in {capital.Name}, the capital of {country}" };
        if (!(IsSite(last) || anchor.End < _tokens.Length && IsSite(scene.LemmaOf(anchor.End)) || anchor.First > 1 && _tokens[anchor.First - 1].Form is "of" && _words.Quarters.Contains(scene.LemmaOf(anchor.First - 2))) || TownNear(anchor.First, country) is not { Place: { } town } clue)
            return null;
        return new(words, town.Country, town.Latitude, town.Longitude, Place.Unknown, span, head)
        {
            WherePrecision = Math.Max(2, PrecisionOf(town, head)),
            Why = $"“{words}” is in no table of places; it is placed at {town.Name}, of which the story speaks with it (“{scene.WordsOf(clue.First, clue.End)}”)",
        };
    }

    private bool IsSite(string word) => word.ToLowerInvariant() is var small && (_words.Sites.Contains(small) || _words.PlaceHeads.Contains(small) || _words.Seats.Contains(small));

    // The one town that the sentence names, of several the last before the token; else the last of the sentences before.
    private Clue? TownNear(int token, string? country)
    {
        var sentence = scene.Document.SentenceOf(token);
        var earliest = sentence;
        for (var back = 0; back < MaxSentencesBack && earliest.First > 0; back++)
            earliest = scene.Document.SentenceOf(earliest.First - 1);
        Clue? before = null;
        for (var i = FirstClue(earliest.First); i < _clues.Count && _clues[i].First < sentence.End; i++)
            // Of those of the sentence one behind the token only where none stands before it; those of other sentences come after them.
            if (_clues[i] is { Place: { Kind: "city", Latitude: not null } town } && (country is null || town.Country == country) && (_clues[i].First < token || before is not { } other || other.First < sentence.First))
                before = _clues[i];
        // One of which it was open at first where it is: Belgrade, that of Serbia and of Yugoslavia.
        if (before is null)
            foreach (var place in scene.Document.Places)
                if (place is { Precision: "city", Latitude: not null } && (country is null || place.Country == country) && place.Mention.Start >= scene.Document.SpanOf(earliest.First, earliest.First).Start && place.Head < sentence.End)
                    before = new(place.Head, place.Head + 1, place.Country, new(place.Name, place.Country, place.Latitude, place.Longitude, place.Precision, 0));
        return before;
    }

    // “The last houses of Vukovar. Patients from the town's hospital are to go to Mitrovica”: what stands behind says less.
    private Clue? LastTownBefore(int token)
    {
        var earliest = scene.Document.SentenceOf(token);
        for (var back = 0; back < MaxSentencesBack && earliest.First > 0; back++)
            earliest = scene.Document.SentenceOf(earliest.First - 1);
        for (var i = FirstClue(token) - 1; i >= 0 && _clues[i].First >= earliest.First; i--)
            if (_clues[i].Place is { Kind: "city", Latitude: not null })
                return _clues[i];
        return null;
    }

    /// <summary>“Near the presidential palace”, “stormed her official residence”, “entered its consulate”: a place, though it has no name.</summary>
    private void AddSeats(List<Place> places)
    {
        foreach (var sentence in scene.Document.Sentences)
        {
            if (sentence.Ignored)
                continue;
            for (var t = sentence.First + 1; t < sentence.End; t++)
            {
                if (_tokens[t] is not { Upos: Upos.NOUN, Head: >= 0 and var over } noun || scene.AnchorAt[t] is not null)
                    continue;
                var ofTown = noun.Xpos == "NN" && _words.TownSites.Contains(scene.LemmaOf(t)) && IsOfTown(t);
                if (!ofTown && !_words.Seats.Contains(scene.LemmaOf(t)))
                    continue;
                var preposition = scene.Document.Tree.Dependent(t, Relation.Case) is >= 0 and var before && before < t ? scene.Form(before) : null;
                var located = preposition is not null && noun.Relation.Universal() is Relation.Obl or Relation.Nmod && (_words.Nearby.Contains(preposition) || _words.Locatives.Contains(preposition) || preposition is "into" || ofTown && _words.Goals.Contains(preposition) && preposition is not "of" and not "for");
                var taken = preposition is null or "into" && noun.Relation is Relation.Obj or Relation.Obl or Relation.NsubjPass && (_words.TakenSeats.Contains(scene.LemmaOf(over)) || ofTown && _words.Objects.Contains(scene.LemmaOf(over)));
                // “In parliament” is where it meets.
                if (!located && !taken || scene.LemmaOf(t) == "parliament" && !taken && !_words.Nearby.Contains(preposition ?? ""))
                    continue;
                if ((ofTown ? SiteOfTown(t) : SeatAt(t)) is { } seat)
                    places.Add(seat);
            }
        }
    }

    // “The airport”, “the town's hospital”, “its main market”: no other name or description tells which.
    private bool IsOfTown(int t)
    {
        var definite = false;
        foreach (var d in scene.Document.Tree.Of(t))
        {
            if (d > t)
                continue;
            if (scene.AnchorAt[d] is not null)
                return false;
            definite |= _tokens[d].Relation == Relation.Det && scene.Form(d) is "the" or "The"
                || _tokens[d].Relation == Relation.NmodPoss && (_tokens[d].Upos == Upos.PRON || _words.Towns.Contains(scene.LemmaOf(d)) || _words.LocalPlaces.Contains(scene.LemmaOf(d)));
        }
        return definite;
    }

    private Place? SiteOfTown(int t)
    {
        var first = Leftmost(t);
        var (span, words) = (scene.Document.SpanOf(first, t), scene.WordsOf(first, t + 1));
        if (Inside(t) is { } around)
            return around with { Name = words, Mention = span, Head = t, Precision = "site", WherePrecision = 2, Why = $"“{words}” is placed at {around.Name}, in which it is" };
        return (LastTownBefore(t) ?? TownNear(t, null)) is { Place: { } town } clue
            ? new(words, town.Country, town.Latitude, town.Longitude, "site", span, t) { WherePrecision = Math.Max(2, PrecisionOf(town, t)), Why = $"“{words}” is placed at {town.Name}, of which the story speaks with it (“{scene.WordsOf(clue.First, clue.End)}”)" }
            : null;
    }

    private int Leftmost(int token)
    {
        var first = token;
        foreach (var d in scene.Document.Tree.Of(token))
            if (_tokens[d].Relation.Universal() is not Relation.Case)
                first = Math.Min(first, d);
        return first;
    }

    // The town behind “in” that hangs on the noun or follows it at once.
    private Place? Inside(int t)
    {
        foreach (var place in scene.Document.Places)
            if (place is { Precision: "city", Latitude: not null, Head: var town } && town > t && town <= t + MaxBeside && scene.Document.Tree.Dependent(town, Relation.Case) is >= 0 and var preposition && _words.Locatives.Contains(scene.Form(preposition)) && (_tokens[town].Head == t || preposition == t + 1))
                return place;
        return null;
    }

    private Place? SeatAt(int t)
    {
        var first = t;
        foreach (var d in scene.Document.Tree.Of(t))
            if (d < t && _tokens[d].Relation.Universal() is not Relation.Case)
                first = Math.Min(first, Leftmost(d));
        var span = scene.Document.SpanOf(first, t);
        var words = scene.WordsOf(first, t + 1);
        // An embassy stands abroad, and so does an ambassador's residence.
        var lemma = scene.LemmaOf(t);
        var posted = scene.Gazetteer.RolesOf(lemma) is [{ } role] && _words.Posted.Contains(role.Words);
        string? sender = null;
        for (var i = first; i < t; i++)
        {
            posted |= scene.Gazetteer.RolesOf(scene.LemmaOf(i)) is [{ } inner] && _words.Posted.Contains(inner.Words);
            sender ??= scene.AnchorAt[i] is { Demonym: true } ? scene.EntityAt(i)?.Id : null;
        }
        var country = !posted ? scene.ItemAt[t]?.Entity?.Country ?? localeAt(t) : sender is not null ? Setting.OneOf(scene.Countries, scene.Countries.Where(state => state != sender)) : null;
        // “The embassy in Manila”.
        if (Inside(t) is { } around)
            return around with { Name = words, Mention = span, Head = t, Precision = "site", WherePrecision = 2, Why = $"“{words}” is placed at {around.Name}, in which it is" };
        // A state that has gone may lie in another's town: the federal parliament in Belgrade.
        if ((TownNear(t, country) ?? (_words.NationalSeats.Contains(lemma) && country is not null && scene.Gazetteer.CapitalOf(country) is null ? TownNear(t, null) : null)) is { Place: { } town } clue)
            return new(words, town.Country, town.Latitude, town.Longitude, "site", span, t) { WherePrecision = Math.Max(2, PrecisionOf(town, t)), Why = $"“{words}” is placed at {town.Name}, of which the story speaks with it (“{scene.WordsOf(clue.First, clue.End)}”)" };
        if (_words.NationalSeats.Contains(lemma) && country is not null && scene.Gazetteer.CapitalOf(country) is { } capital)
            return new(words, country, capital.Latitude, capital.Longitude, "site", span, t) { WherePrecision = 2, Why = $"“{words}” is placed in {capital.Name}, the capital of {country}" };
        return null;
    }
}
