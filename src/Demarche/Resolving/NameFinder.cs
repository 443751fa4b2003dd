using System.Runtime.InteropServices;
using Demarche.Recognizing;

namespace Demarche.Resolving;

/// <summary>Finds the names of a story: what the tables know, what was recognized, and the last names of those whom the story names in full.</summary>
internal sealed class NameFinder(Scene scene, NameReader names)
{
    private readonly NameWords _words = scene.Words;
    private readonly Token[] _tokens = scene.Tokens;
    private readonly Document _document = scene.Document;

    public void FindAnchors()
    {
        var found = new Name?[_tokens.Length];
        foreach (var name in _document.Names)
            found[name.First] = name;
        foreach (var time in _document.Times)
            for (var t = time.First; t < time.End; t++)
                scene.Timed[t] = true;

        foreach (var sentence in _document.Sentences)
        {
            if (sentence.Ignored)
                continue;
            var shouts = Shouting.In(_tokens, sentence.First, sentence.End);
            for (var t = sentence.First; t < sentence.End;)
            {
                if (AssociationEnd(t, sentence, found) is > 0 and var association)
                    found[t] = new(t, association, NameKind.Organization);
                var name = found[t];
                // “Presidents Ilves and Zatlers”: two names.
                if (name is { Kind: NameKind.Person } && CutAtAnd(name) is { } cut)
                {
                    found[cut + 1] = new(cut + 1, name.End, NameKind.Person);
                    found[t] = name = new(t, cut, NameKind.Person);
                }
                var match = scene.Timed[t] && name is null ? null : scene.Gazetteer.Match(scene.Folded, _tokens, t, sentence.End, shouts);
                var known = match?.Names ?? [];
                // “Asked Washington for marines”: no name goes on so.
                if (match is { } asked && name is { Kind: NameKind.Organization } && asked.End < name.End && _tokens[asked.End].Form is "for" && asked.Names.All(k => k.Place is not null || k.Actor?.Kind == ActorKind.State || k.Use is NameUse.Capital or NameUse.Seat))
                    name = null;
                // A last name that was not recognized as a name is a word: “may”, “long”.
                if (name is null && known.Count > 0 && known.All(k => k.Use == NameUse.Surname))
                    known = [];
                // “The Chief Justice” and “the North” are no names of somebody.
                if (name is not null && known.Count == 0 && (IsInRole(name, sentence) || IsHalf(name, sentence)))
                    name = null;
                // “The suburb of El Menzah”, “shot at each other in Dubossary”.
                if (known.Count == 0 && name is { Kind: not NameKind.Place } within && IsTownOf(t, sentence))
                    name = within with { Kind = NameKind.Place };
                if (name is null && known.Count == 0 && LocatedEnd(t, sentence, found) is > 0 and var located)
                    name = new(t, located, NameKind.Place);
                // “At Fort Clayton”, whatever it looks like, and where only its second half does.
                if (known.Count == 0 && IsPlaceStart(t, sentence) && (name ?? found[t + 1]) is { Kind: not NameKind.Place } half && half.End > t + 1)
                    name = new(t, half.End, NameKind.Place);
                if (name is null && known.Count == 0 && ApposedEnd(t, sentence, found) is > 0 and var apposed)
                    name = new(t, apposed, NameKind.Person);
                // “The Christopher Hotel”, whatever it looks like.
                if (known.Count == 0 && name is { Kind: not NameKind.Place } looks && looks.End - looks.First > 1 && _words.Sites.Contains(scene.LemmaOf(looks.End - 1)))
                    name = looks with { Kind = NameKind.Place };
                if (known.Count == 0 && name is null or { Kind: not NameKind.Place } && SiteEnd(t, sentence, name) is > 0 and var site)
                    name = new(t, site, NameKind.Place);
                if (name is null && known.Count == 0)
                {
                    t++;
                    continue;
                }
                // “US Secretary of State Antony Blinken” is a country, an office and a name; “Brazilian Senate” a country and a body.
                if (name is not null && known.Count > 0 && name.End > match!.Value.End && RoleBehind(known, match.Value.End, sentence.End) is { } role && (role.End >= EndOf(name) || IsKnownPerson(role.End, name.End)))
                {
                    if (role.End < name.End)
                        found[role.End] = new(role.End, name.End, name.Kind);
                    name = null;
                }
                var anchor = name is not null && (known.Count == 0 || name.End > match!.Value.End)
                    ? new Anchor(t, EndOf(name), [], known, name.Kind)
                    : new Anchor(t, match!.Value.End, known, [], name?.Kind);
                // “Kenya's Supreme Court”, “the Government of Bahrain” describe, whatever their capitals.
                if ((anchor is { Known.Count: 0, Kind: NameKind.Organization } || IsOfState(anchor)) && DescribedUntil(anchor, sentence.End) is > 0 and var described)
                {
                    t = described;
                    continue;
                }
                for (var i = t; i < anchor.End; i++)
                    scene.AnchorAt[i] = anchor;
                // “The Alliance” is NATO where the story says NATO.
                foreach (var k in anchor.Known)
                    if (k.Actor is { Kind: ActorKind.Organization } organization && !(anchor.End == t + 1 && NameWords.Has(_words.OrganizationHeads, _tokens[t].Form)))
                        scene.NamedOtherwise.Add(organization.Id);
                // An agency that reports of a country is none of its own.
                if (names.CountryOf(anchor) is { } country && !anchor.IsOfNeither(_words))
                {
                    scene.Countries.Add(country);
                    CollectionsMarshal.GetValueRefOrAddDefault(scene.Spoken, country, out _)++;
                }
                t = anchor.End;
            }
        }
    }

    // “Workers' Party”, “People's Democratic Party”: one past the name; 0 where there is none.
    private int AssociationEnd(int t, Sentence sentence, Name?[] found)
    {
        if (found[t] is not null || t + 2 >= sentence.End || _tokens[t].Xpos is not ("NNS" or "NNPS") || !IsCapital(t) || _tokens[t + 1].Form is not ("'" or "’" or "'s" or "’s") || !IsCapital(t + 2))
            return 0;
        // The tables may have all of it.
        if (scene.Gazetteer.Match(scene.Folded, _tokens, t, sentence.End, false) is not null)
            return 0;
        for (var end = t + 2; end < sentence.End && end < t + MaxAssociation && IsCapital(end); end++)
            if (NameWords.Has(_words.OrganizationHeads, _tokens[end].Form))
                return end + 1;
        return 0;
    }

    // “The opposition leader, Henrique Capriles,”: one past what stands as a name behind the comma; 0 where there is none.
    private int ApposedEnd(int t, Sentence sentence, Name?[] found)
    {
        if (t == sentence.First || _tokens[t - 1].Form != ",")
            return 0;
        var (end, head) = (t, -1);
        for (; end < sentence.End && _tokens[end].Upos == Upos.PROPN && IsCapital(end) && found[end] is null && !scene.Timed[end]; end++)
            if (_tokens[end].Relation == Relation.Appos && _tokens[end].Head < t)
                head = _tokens[end].Head;
        return head >= sentence.First && end > t + 1 && end < t + MaxAssociation && scene.Gazetteer.RolesOf(scene.LemmaOf(head)).Any(role => role.Kind == ActorKind.Person) ? end : 0;
    }

    private bool IsPlaceStart(int t, Sentence sentence) =>
        t > sentence.First && t + 1 < sentence.End && IsCapital(t) && IsCapital(t + 1) && _tokens[t - 1].Upos == Upos.ADP && _words.Locatives.Contains(_tokens[t - 1].Form) && NameWords.Has(_words.PlaceStarts, _tokens[t].Form);

    // “The Morina crossing”, “near the Baba Sy camp”: one past the name of a place before the word for what it is; 0 where there is none.
    private int SiteEnd(int t, Sentence sentence, Name? name)
    {
        if (t == sentence.First || scene.AnchorAt[t - 1] is not null || name is null && _tokens[t - 1].Upos is not Upos.DET)
            return 0;
        var end = name?.End ?? t;
        while (name is null && end < sentence.End && end < t + MaxAssociation && _tokens[end].Upos == Upos.PROPN && IsCapital(end) && !scene.Timed[end])
            end++;
        // “The al-Dulaimi air base”.
        var kind = end + 1 < sentence.End && _tokens[end].Relation == Relation.Compound && _tokens[end].Head == end + 1 ? end + 1 : end;
        return end > t && end < sentence.End && _tokens[kind].Upos == Upos.NOUN && _tokens[end].Form.All(char.IsLower) && _words.Sites.Contains(scene.LemmaOf(kind))
            && _tokens[scene.HeadOf(t, end, end - 1)] is { Relation: Relation.Compound or Relation.Nmod or Relation.Amod } modifier && modifier.Head >= end ? end : 0;
    }

    private bool IsCapital(int t) => _tokens[t].Form is [var first, ..] && char.IsUpper(first);

    private int? CutAtAnd(Name name)
    {
        for (var i = name.First + 1; i + 1 < name.End; i++)
            if (_tokens[i].Upos == Upos.CCONJ && _tokens[i].Form is "and")
                return i;
        return null;
    }

    // Behind “the suburb of”, “the port of”.
    private bool IsTownOf(int t, Sentence sentence) =>
        t - 2 >= sentence.First && _tokens[t - 1].Form is "of" && scene.AnchorAt[t - 2] is null && _tokens[t - 2].Upos == Upos.NOUN && scene.LemmaOf(t - 2) is var head && (_words.Towns.Contains(head) || _words.LocalPlaces.Contains(head) || _words.Sites.Contains(head) || _words.Provinces.Contains(head));

    // “In Dubossary”: one past a name with a capital behind a preposition of place that nobody took for a name; 0 where there is none.
    private int LocatedEnd(int t, Sentence sentence, Name?[] found)
    {
        if (t == sentence.First || !(_words.Locatives.Contains(_tokens[t - 1].Form) && _tokens[t - 1].Upos == Upos.ADP) && !IsTownOf(t, sentence))
            return 0;
        var end = t;
        for (; end < sentence.End && end < t + MaxAssociation && _tokens[end].Upos == Upos.PROPN && _tokens[end].Xpos is "NNP" && IsCapital(end) && found[end] is null && !scene.Timed[end]; end++)
            if (_tokens[end].Form.Length < LeastTown || !_tokens[end].Form.AsSpan().ContainsAnyInRange('a', 'z') || NameWords.Has(_words.NoNames, _tokens[end].Form) || NameWords.Has(_words.ThingHeads, _tokens[end].Form) || NameWords.Has(_words.OrganizationHeads, _tokens[end].Form) || scene.Gazetteer.MatchRole(scene.Folded, end, sentence.End, static _ => false) is not null)
                return 0;
        return end > t && _tokens[scene.HeadOf(t, end, end - 1)].Relation.Universal() is Relation.Obl or Relation.Nmod or Relation.Conj or Relation.Obj ? end : 0;
    }

    // “Ub” is a town too, but mostly no name is so short.
    private const int LeastTown = 3;

    private bool IsInRole(Name name, Sentence sentence) =>
        // “Foreign policy chief”.
        char.IsLower(_tokens[name.First].Form[0]) && scene.Gazetteer.MatchRole(scene.Folded, name.First, sentence.End, static _ => false) is { } itself && itself.End >= name.End ||
        name.First > sentence.First && scene.AnchorAt[name.First - 1] is null && scene.Gazetteer.MatchRole(scene.Folded, name.First - 1, sentence.End, static _ => false) is { } role && role.End >= name.End;

    private bool IsHalf(Name name, Sentence sentence) =>
        name.End == name.First + 1 && name.First > sentence.First && _tokens[name.First - 1].Form is "the" or "The" && NameWords.Has(_words.Directions, _tokens[name.First].Form);

    // “Ukraine's Security Council” is not the one of the United Nations; “Russia's Security Council veto” is.
    private bool IsOfState(Anchor anchor)
    {
        if (anchor.First == 0 || anchor.Known.Count == 0 || _tokens[anchor.End - 1].Relation == Relation.Compound || !anchor.Known.All(name => name.Actor is { Kind: ActorKind.Organization, Country: null } || name.Use == NameUse.Seat))
            return false;
        var before = _tokens[anchor.First - 1].Form is "'s" or "’s" or "'" or "’" ? anchor.First - 2 : anchor.First - 1;
        // “Pakistan's Foreign Office” is not the one in London.
        return before >= 0 && scene.AnchorAt[before] is { } owner && !anchor.Known.Any(name => name.Use == NameUse.Seat && names.CountryOf(owner) == (name.Actor!.Country ?? name.Actor.Id)) && owner.Known.Any(name => name.Actor?.Kind == ActorKind.State && (name.Use == NameUse.Demonym || before < anchor.First - 1));
    }

    // One past the role that a name consists of, or with which it begins before “of” and a state; 0 when it is a name.
    private int DescribedUntil(Anchor anchor, int limit)
    {
        if (scene.Gazetteer.MatchRole(scene.Folded, anchor.First, limit, static _ => false) is not { } role || role.Role.Sector is not { } sector || !_words.Organs.Contains(sector))
            return 0;
        if (role.End >= anchor.End)
            return role.End;
        if (!NameWords.Has(_words.OfWords, _tokens[role.End].Form))
            return 0;
        var of = _tokens[role.End + 1].Form is "the" or "The" ? role.End + 2 : role.End + 1;
        return scene.Gazetteer.Match(scene.Folded, _tokens, of, limit, false) is { } match && match.End >= anchor.End && match.Names.Any(name => name.Actor?.Kind == ActorKind.State) ? role.End : 0;
    }

    private RoleMatch? RoleBehind(IReadOnlyList<KnownName> known, int first, int limit) =>
        scene.Gazetteer.MatchRole(scene.Folded, first, limit, static _ => false) is { Role.Kind: ActorKind.Person or ActorKind.Organization } role
        // “U.N. Secretary-General Kofi Annan”.
        && known.Any(name => name.Actor?.Kind == ActorKind.State || name.Actor?.Kind == ActorKind.Organization && role.Role.Kind == ActorKind.Person) ? role : null;

    // “U.N. Secretary-General U Thant” in one: what stands behind the office.
    private bool IsKnownPerson(int first, int end) =>
        scene.Gazetteer.Match(scene.Folded, _tokens, first, end, false) is { } match && match.End == end && match.Names.Any(name => name.Actor?.Kind == ActorKind.Person);

    // “Ana Souza of the Brazilian Red Cross”: the name ends before “of”.
    private int EndOf(Name name)
    {
        if (name.Kind == NameKind.Person)
            for (var t = name.First + 1; t < name.End; t++)
                if (_tokens[t].Form is "of" or "from")
                    return t;
        return name.End;
    }

    /// <summary>Notes everybody whom the story names in full, since a headline says “Putin” before the story says “Vladimir Putin”.</summary>
    public void NameInFull()
    {
        for (var t = 0; t < _tokens.Length; t++)
        {
            if (scene.AnchorAt[t] is not { } anchor || anchor.First != t || !anchor.Person || anchor.End - anchor.First < 2)
                continue;
            if (anchor.Known.Count > 0 && anchor.Known.All(name => name.Use == NameUse.Surname))
                continue;
            // “Mrs Mugabe” is a last name with a title.
            if (anchor.Known.Count == 0 && anchor.End - anchor.First == 2 && _words.IsTitle(_tokens[t].Form, out var gender) && gender != Gender.Unknown)
                continue;
            var entity = names.FullName(anchor);
            scene.NamedInFull.Add(t);
            scene.Actors.AddSurname(Folding.Fold(_tokens[anchor.End - 1].Form), entity);
            scene.Actors.AddFirstName(Folding.Fold(_tokens[anchor.First].Form), entity);
            var last = anchor.End - 1;
            // “Ferdinand Marcos Jr” is Marcos.
            if (last - 1 > anchor.First && _words.NameSuffixes.Contains(_tokens[last].Form.TrimEnd('.').ToLowerInvariant()))
                scene.Actors.AddSurname(Folding.Fold(_tokens[--last].Form), entity);
            // “Van der Bellen”, “bin Salman”.
            while (last - 1 > anchor.First && (NameWords.Has(_words.Particles, _tokens[last - 1].Form) || scene.Folded.Joins(last - 1)))
                last--;
            if (last < anchor.End - 1)
                scene.Actors.AddSurname(scene.FoldTokens(last, anchor.End), entity);
            // “Mao” of “Mao Ning”, “Leung” of “Leung Chun-ying”.
            if (_words.FamilyNamesFirst.Contains(Folding.Fold(_tokens[anchor.First].Form)) || IsGivenNameBehind(anchor))
                scene.Actors.AddSurname(Folding.Fold(_tokens[anchor.First].Form), entity);
        }
    }

    // “Chun-ying”, in one token or in three.
    private bool IsGivenNameBehind(Anchor anchor)
    {
        var last = _tokens[anchor.End - 1].Form;
        if (anchor.End - anchor.First == 2)
            return last.IndexOf('-') is > 1 and var hyphen && hyphen + 1 < last.Length && char.IsLower(last[hyphen + 1]);
        return anchor.End - anchor.First == 4 && scene.Folded.Joins(anchor.End - 2) && char.IsLower(last[0]);
    }

    /// <summary>A last name that the story has given in full is a name where the tagger saw another word: “May expels”.</summary>
    public void NameAgain()
    {
        foreach (var sentence in _document.Sentences)
        {
            if (sentence.Ignored)
                continue;
            for (var t = sentence.First; t < sentence.End; t++)
            {
                var token = _tokens[t];
                if (scene.AnchorAt[t] is not null || token.Form.Length < 3 || !char.IsUpper(token.Form[0]) || token.Upos is Upos.PUNCT or Upos.NUM)
                    continue;
                // At the start of a sentence every word has a capital: what follows must make it a subject or possessor.
                var name = t > sentence.First ? token.Upos is Upos.PROPN or Upos.AUX or Upos.NOUN : t + 1 < sentence.End && _tokens[t + 1].Xpos is "VBZ" or "VBD" or "POS";
                if (name && !scene.Timed[t] && scene.Actors.BySurname(Folding.Fold(token.Form)) is not null)
                    scene.AnchorAt[t] = new(t, t + 1, [], [], NameKind.Person);
            }
        }
    }

    // More words than the name of a party has.
    private const int MaxAssociation = 8;
}
