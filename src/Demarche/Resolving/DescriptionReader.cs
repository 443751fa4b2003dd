using Demarche.Recognizing;

namespace Demarche.Resolving;

/// <summary>
/// Reads descriptions around the roles of a sentence, by the words beside the role and, where they leave it open, by the tree: what stands before it
/// (“the former Russian”), what it is of (“of the European Commission”) and the name with it.
/// </summary>
internal sealed class DescriptionReader(Gazetteer gazetteer, Document document, FoldedTokens folded, Anchor?[] anchorAt)
{
    private readonly NameWords _words = gazetteer.Words;
    private readonly Token[] _tokens = document.Tokens;
    private int _start;
    private int _end;

    /// <summary>The descriptions of a sentence in text order.</summary>
    public List<Description> Read(Sentence sentence)
    {
        (_start, _end) = (sentence.First, sentence.End);
        var descriptions = new List<Description>();
        for (var t = _start; t < _end;)
        {
            if (anchorAt[t] is { } anchor)
            {
                t = anchor.End;
                continue;
            }
            if (RoleAt(t) is not var (role, end) || !IsNominal(t, end))
            {
                t++;
                continue;
            }

            var description = new Description { First = t, End = end, RoleFirst = t, RoleEnd = end, Role = role };
            // “Foreign ministry spokeswoman”: the last of adjoining roles is what the phrase is about.
            if (end < _end && anchorAt[end] is null && !_tokens[end - 1].Form.EndsWith('\'') && RoleAt(end) is var (next, nextEnd) && IsNominal(end, nextEnd))
            {
                description = new() { First = t, End = nextEnd, RoleFirst = end, RoleEnd = nextEnd, Role = next, Of = role };
                end = nextEnd;
            }
            // “The opposition party Ford-Kenya”, “the rebel group FACT”: the name says who.
            else if (NamesItself(role, t, end))
            {
                t = end;
                continue;
            }
            // “The opposition Democratic Alliance”: the name says who.
            else if (Modifies(t, end) || end < _end && role is { Kind: ActorKind.Group, Sector: { } } && _words.Domestic.Contains(role.Sector) && anchorAt[end] is { Person: false, Demonym: false })
            {
                t = end;
                continue;
            }

            var head = _tokens[end - 1];
            description.Plural = head.Xpos is "NNS" or "NNPS" || (head.Xpos is null or "" && head.Form.EndsWith('s'));
            // “The head of Russian diplomacy”.
            for (var i = t; i < end; i++)
                if (anchorAt[i] is { } inside && inside.First == i)
                    TakeOwner(description, inside);
            ReadLeft(description, t, descriptions);
            // “Parliament voted”: as with an article.
            if (role is { Bare: true } && !description.Plural && !description.Indefinite && description.Ownerless)
                description.Definite = true;
            while (description.First < description.RoleFirst && folded.Joins(description.First))
                description.First++;
            if (IsOfAct(t, end))
                ReadAsDoer(description);
            ReadRight(description);
            ReadName(description, descriptions.Count > 0 ? descriptions[^1].End : _start);
            descriptions.Add(description);
            t = Math.Max(end, description.RoleEnd);
        }
        return descriptions;
    }

    private (Role? Role, int End)? RoleAt(int t)
    {
        foreach (var length in (ReadOnlySpan<int>)[2, 1])
            if (t + length <= _end && _words.Counterparts.Contains(Lemmas(t, length)))
                return (null, t + length);
        if (gazetteer.MatchRole(folded, t, _end, i => (anchorAt[i] is { } inside && IsAttributive(inside)) || _tokens[i].Upos == Upos.DET) is { } match)
        {
            // A name inside the words is no part of a role: “head of Macron”.
            for (var i = match.First; i < match.End; i++)
                if (anchorAt[i] is { } inner && !IsAttributive(inner))
                    return null;
            return (match.Role, match.End);
        }
        return null;
    }

    private string Lemmas(int t, int length)
    {
        var last = _tokens[t + length - 1];
        var lemma = (last.Lemma is { Length: > 0 } given ? given : last.Form).ToLowerInvariant();
        return length == 1 ? lemma : $"{_tokens[t].Form.ToLowerInvariant()} {lemma}";
    }

    // “General elections”, “to head”, “force a vote”: no roles.
    private bool IsNominal(int first, int end)
    {
        var last = _tokens[end - 1];
        if (last.Upos is Upos.NOUN or Upos.PROPN)
            return true;
        if (last.Upos == Upos.X)
            return last.Xpos is null or "";
        // “Hong Kong's chief executive”: a role of two words may end in what is else an adjective.
        return last.Upos == Upos.ADJ && last.Relation.Universal() is not (Relation.Amod or Relation.Advmod or Relation.Root or Relation.Xcomp) && (end - first > 1 || last.Xpos is "NN" or "NNS" or "NNP" or "NNPS");
    }

    private bool NamesItself(Role? role, int first, int end)
    {
        if (role is not { Kind: ActorKind.Organization or ActorKind.Group } || end >= _end || anchorAt[end] is not { Person: false, Demonym: false } anchor || anchor.First != end || _tokens[end - 1].Xpos is "NNS" or "NNPS"
            || !(anchor.Kind == NameKind.Organization || anchor.Known.Any(name => name.Actor?.Kind is ActorKind.Organization or ActorKind.Group)) || anchor.Known.Any(name => name.Actor?.Kind == ActorKind.State || name.Place is not null))
            return false;
        var (own, named) = (HeadOf(first, end), HeadOf(anchor.First, anchor.End));
        return _tokens[named].Head == own && _tokens[named].Relation.Universal() is Relation.Appos or Relation.Compound or Relation.Flat or Relation.Nmod || _tokens[own].Head == named && _tokens[own].Relation.Universal() is Relation.Compound or Relation.Nmod or Relation.Appos;
    }

    // “An army offensive”, “rebel attacks”: who is told of by a noun for what he does is told of himself, and the article is the act's.
    private bool IsOfAct(int first, int end) =>
        _tokens[HeadOf(first, end)] is { Relation: Relation.Compound or Relation.Amod, Head: var act } && act >= end && act < _end && _tokens[act].Upos == Upos.NOUN && _words.ActNouns.Contains(_tokens[act].Lemma);

    private void ReadAsDoer(Description description)
    {
        while (description.First < description.RoleFirst && anchorAt[description.First] is null)
            description.First++;
        (description.Definite, description.Indefinite) = (true, false);
    }

    // “Army bases”, “police stations”: the phrase is about something else.
    private bool Modifies(int first, int end)
    {
        var head = HeadOf(first, end);
        var relation = _tokens[head].Relation.Universal();
        if (relation is not (Relation.Compound or Relation.Amod) || _tokens[head].Head < end || _tokens[head].Head >= _end)
            return false;
        var governor = _tokens[head].Head;
        // “President Macron”, “army chief of staff”: a name, or another role.
        return anchorAt[governor] is not { Person: true } && RoleAt(governor) is null && _tokens[governor].Upos is Upos.NOUN && !IsOfAct(first, end);
    }

    private void ReadLeft(Description description, int from, List<Description> before)
    {
        for (var i = from - 1; i >= _start && i >= from - MaxWords;)
        {
            var token = _tokens[i];
            if (anchorAt[i] is { } anchor)
            {
                if (anchor.Person && IsMaster(anchor, description))
                {
                    TakeOwner(description, anchor);
                    (description.First, description.Definite) = (anchor.First > _start && _tokens[anchor.First - 1].Upos == Upos.DET ? anchor.First - 1 : anchor.First, true);
                    return;
                }
                if (anchor.Person || IsOpposed(anchor) || IsWhere(anchor, description))
                    return;
                TakeOwner(description, anchor);
                description.First = anchor.First;
                i = JoinOwners(description, anchor.First - 1);
                continue;
            }
            var word = token.Form.ToLowerInvariant();
            if (word is "'s" or "’s" or "'" or "’" && i > _start && token.Upos is Upos.PART or Upos.X or Upos.PUNCT && !token.SpaceBefore)
            {
                ReadPossessor(description, i, before);
                return;
            }
            if (token.Xpos == "WP$")
            {
                (description.OwnerToken, description.First, description.Definite) = (Antecedent(i, near: description.Role?.Kind == ActorKind.Organization), i, true);
                return;
            }
            if (token.Xpos == "PRP$" || (token.Upos == Upos.PRON && _words.PronounOf(token.Form, possessive: true) is not null && token.Relation.Universal() == Relation.Nmod))
            {
                (description.OwnerToken, description.First, description.Definite) = (i, i, true);
                return;
            }
            if (token.Upos == Upos.DET)
            {
                description.First = i;
                description.Definite = word is "the" or "this" or "that" or "these" or "those" or "both";
                description.Indefinite = !description.Definite;
                return;
            }
            // “American B-52 bombers”.
            if (token.Upos == Upos.NUM && token.Relation.Universal() == Relation.Flat && i > from - MaxWords)
            {
                description.First = i;
                i--;
                continue;
            }
            if (token.Upos == Upos.NUM && token.Head >= i)
            {
                // “killed at least 29 soldiers”: the number with the words that belong to it.
                if (i - 2 >= _start && _tokens[i - 1].Xpos is "JJS" or "RBS" && _tokens[i - 1].Head == i && _tokens[i - 2].Upos == Upos.ADP)
                    i -= 2;
                (description.First, description.Indefinite) = (i, true);
                i--;
                continue;
            }
            if (_words.Former.Contains(word) || _words.Future.Contains(word))
                (description.NotInOffice, description.Former) = (true, _words.Former.Contains(word));
            else if (!IsModifier(i, description))
                return;
            description.First = i;
            i--;
        }
    }

    // “The Bush administration”, “the Clinton campaign”: whoever it is of stands before it as another noun does.
    private bool IsMaster(Anchor anchor, Description description) =>
        anchor.End == description.RoleFirst && description.Role is { Kind: ActorKind.Organization, Sector: { } sector } role && (role.Personal || _words.Organs.Contains(sector))
        && _tokens[HeadOf(anchor.First, anchor.End)] is var name && name.Relation.Universal() is Relation.Compound or Relation.Nmod or Relation.Amod && name.Head >= description.RoleFirst && name.Head < description.RoleEnd;

    // “In Batumi several hundred people rallied”, “up the road at Potocari Dutch peacekeepers”: where they were, and no part of what they are called.
    private bool IsWhere(Anchor anchor, Description description)
    {
        var before = anchor.First - 1;
        return !anchor.Demonym && before >= _start && _words.Locatives.Contains(_tokens[before].Form.ToLowerInvariant()) && (before == _start || anchor.End < description.First) && anchor.Known.All(name => name.Use is NameUse.Place or NameUse.Capital);
    }

    // “British, French and American aircraft”: where several act, each word of the list says whose they are. The token before the list.
    private int JoinOwners(Description description, int i)
    {
        if (!description.Plural || description.Within is not null)
            return i;
        var and = false;
        while (i - 1 >= _start && (_tokens[i].Upos == Upos.CCONJ || (and && _tokens[i].Form == ",")) && anchorAt[i - 1] is { } other && IsAttributive(other) && !IsOpposed(other))
        {
            and = true;
            description.CoOwners.Insert(0, other);
            description.First = other.First;
            i = other.First - 1;
        }
        return i;
    }

    // “Russian”, “US”: what can stand before a noun; “Russia and American aircraft” are two.
    private static bool IsAttributive(Anchor anchor) => anchor.Demonym || anchor.Known.Any(name => name.Use == NameUse.Abbreviation && name.Actor is { Kind: ActorKind.State or ActorKind.Organization });

    private bool IsModifier(int i, Description description)
    {
        var token = _tokens[i];
        if (folded.Joins(i))
            return i + 1 < _end && !_tokens[i + 1].SpaceBefore;
        var into = token.Head >= i && token.Head < description.RoleEnd;
        return token.Upos switch
        {
            Upos.ADJ => into || token.Relation.Universal() == Relation.Amod || token.Relation == Relation.Dep,
            Upos.NOUN or Upos.PROPN => into && token.Relation.Universal() is Relation.Compound or Relation.Nmod or Relation.Amod or Relation.Flat,
            // “The elected president”, not “told reporters”.
            Upos.VERB => into && token.Relation.Universal() is Relation.Amod or Relation.Compound && i > _start && (_tokens[i - 1].Upos is Upos.DET or Upos.ADJ or Upos.ADV or Upos.PART || _tokens[i - 1].Xpos == "PRP$" || anchorAt[i - 1] is not null),
            Upos.ADV => into,
            // “De facto”.
            Upos.X => token.Form.Length > 1 && char.IsLower(token.Form[0]),
            _ => false,
        };
    }

    // “The president, whose spokesman said”: the noun over the relative clause.
    private int Antecedent(int pronoun, bool near)
    {
        // “An act of war by Lebanon, whose government said”: bodies are of the name before the comma, whatever the tree says.
        if (near && pronoun - 2 >= _start && _tokens[pronoun - 1].Form == "," && anchorAt[pronoun - 2] is { Person: false, Demonym: false } beside)
            return HeadOf(beside.First, beside.End);
        var at = pronoun;
        for (var steps = 0; at >= 0 && steps < MaxWords; steps++, at = _tokens[at].Head)
            if (_tokens[at].Relation == Relation.AclRelcl)
                return _tokens[at].Head;
        // Where the tree does not say: the name before the comma.
        if (pronoun - 2 >= _start && _tokens[pronoun - 1].Form == "," && anchorAt[pronoun - 2] is { } name)
            return HeadOf(name.First, name.End);
        return -1;
    }

    private void ReadPossessor(Description description, int clitic, List<Description> before)
    {
        description.Definite = true;
        if (anchorAt[clitic - 1] is { } owner)
        {
            TakeOwner(description, owner);
            description.First = owner.First > _start && _tokens[owner.First - 1].Upos == Upos.DET && anchorAt[owner.First - 1] is null ? owner.First - 1 : owner.First;
        }
        else if (before.Count > 0 && before[^1].End == clitic)
            (description.OwnerDescription, description.First) = (before[^1], before[^1].First);
        else
        {
            description.OwnerToken = clitic - 1;
            description.First = clitic - 1 > _start && _tokens[clitic - 2].Upos == Upos.DET ? clitic - 2 : clitic - 1;
        }
    }

    private void ReadRight(Description description)
    {
        var next = description.RoleEnd;
        // “President-elect”.
        if (next + 1 < _end && folded.Joins(next) && _words.Elect.Contains(_tokens[next + 1].Form.ToLowerInvariant()))
            (description.NotInOffice, next) = (true, next + 2);
        else if (next < _end && _words.Elect.Contains(_tokens[next].Form.ToLowerInvariant()))
            (description.NotInOffice, next) = (true, next + 1);
        description.End = next;

        // “Spokesman for the Russian foreign ministry”, “assistant secretary of state for Europe”, “head of the European Commission”.
        while (next < _end && _words.OfWords.Contains(_tokens[next].Form.ToLowerInvariant()))
        {
            var (found, joined) = (false, false);
            var at = next + 1;
            for (; at < _end && at <= next + MaxWords;)
            {
                if (anchorAt[at] is { } anchor)
                {
                    // “A spokesman for Angela Merkel”, “the government of Nawaz Sharif”.
                    if (anchor.Person && !found && (at == next + 1 || at == next + 2 && _words.IsTitle(_tokens[next + 1].Form, out _)) && description is { Ownerless: true, Role: { } served } && _tokens[next].Form is "of" or "for"
                        && (_words.Followers.Contains(served.Words) || served.Kind == ActorKind.Group && description.Plural || served.Kind is ActorKind.State or ActorKind.Organization && _tokens[next].Form is "of" && _words.Organs.Contains(served.Sector ?? "")))
                    {
                        (description.OwnerToken, description.End) = (HeadOf(anchor.First, anchor.End), anchor.End);
                        return;
                    }
                    if (anchor.Person)
                        break;
                    // “An ECOWAS delegation in Ouagadougou”, “the embassy in Nicosia”: that is where it is.
                    var owned = !description.Ownerless;
                    // “Recalled its ambassador from Seoul”: that is where he was.
                    if (owned && !found && _tokens[next].Form is "from")
                        return;
                    // An army in a province is not the province's.
                    var abroad = description.Role is { } role && (_words.Posted.Contains(role.Words) || role.Sector == "MIL" && !anchor.Known.Any(name => name.Actor?.Kind == ActorKind.State));
                    var whereabouts = (owned || abroad) && _tokens[next].Form is "in" or "at" or "within";
                    if (whereabouts)
                        description.End = anchor.End;
                    else if (found && joined && description.Plural)
                        description.CoOwners.Add(anchor);
                    else
                        TakeOwner(description, anchor);
                    // “The chief of the Kenyan army”, “the president of the Mongolian parliament”: of the body, which is the country's.
                    if (!whereabouts && description.Of is null && anchor.End < _end && anchorAt[anchor.End] is null && RoleAt(anchor.End) is ({ Kind: ActorKind.Organization or ActorKind.Group } body, _))
                        description.Of = body;
                    (found, joined, at) = (true, false, anchor.End);
                    continue;
                }
                // “Of Russia, China and Iran”: the list goes on where another name follows.
                if (found && description.Plural && (_tokens[at].Form == "," || _tokens[at].Upos == Upos.CCONJ) && OwnerAfter(at + 1) is { } following)
                {
                    (joined, at) = (true, following);
                    continue;
                }
                // “Lawmakers of the ruling ZANU-PF”.
                if (_tokens[at].Upos is not (Upos.DET or Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.PART) && !(_tokens[at].Xpos == "VBG" && _tokens[at - 1].Upos == Upos.DET) || (found && _tokens[at].Upos is Upos.DET))
                    break;
                at++;
            }
            // “Supporters of the president”, “a spokesman for the rebels”.
            if (!found && description is { Ownerless: true, Role: { } whose } && (whose.Kind == ActorKind.Person || whose.Kind == ActorKind.Group && description.Plural) && _tokens[next].Form is "of" or "for" && OwnerRole(next + 1) is var (owner, ownerEnd))
            {
                (description.OwnerToken, description.End) = (owner, ownerEnd);
                return;
            }
            // “The foreign ministers of the two neighbours”, “officials of both states”.
            if (!found && description is { Ownerless: true, Plural: true, Role.Kind: ActorKind.Person } && _tokens[next].Form is "of" or "from" && PairBehind(next + 1) is >= 0 and var pair)
            {
                (description.OwnerToken, description.End) = (pair, pair + 1);
                return;
            }
            // “A spokesman for the group”.
            if (!found && description is { Ownerless: true, Role.Kind: ActorKind.Person } && _tokens[next].Form is "of" or "for" && next + 2 < _end && _tokens[next + 1].Form is "the" or "this" && anchorAt[next + 2] is null && _tokens[next + 2].Relation.Universal() != Relation.Compound
                && _words.AnaphorOf(_tokens[next + 2].Lemma is { Length: > 0 } lemma ? lemma : _tokens[next + 2].Form) is not null)
            {
                (description.OwnerToken, description.End) = (next + 2, next + 3);
                return;
            }
            // “The Center for American Progress”: a name of its own, whoever stands inside it.
            if (!found && at > next + 1 && _tokens[at - 1].Upos == Upos.PROPN)
                return;
            if (at == next + 1 || (!found && _tokens[next].Form is "in" or "at" or "from" or "within"))
                return;
            if (!found && !(at < _end && (_words.OfWords.Contains(_tokens[at].Form.ToLowerInvariant()) || anchorAt[at] is { Person: true } || (_tokens[at].Form == "," && PersonAt(SkipTitle(at + 1)) is not null))))
                return;
            (next, description.End) = (at, at);
        }
    }

    // The noun of “the two neighbours”, “both states”; −1 where none stands there.
    private int PairBehind(int t)
    {
        var both = t < _end && _tokens[t].Form is "both";
        var noun = both ? t + 1 : t + 2;
        return noun < _end && (both || _tokens[t].Form is "the" && _words.Counts.ContainsKey(_tokens[t + 1].Form)) && _tokens[noun].Xpos == "NNS" && _words.PairsOfStates.Contains(_tokens[noun].Lemma ?? "") ? noun : -1;
    }

    // The head of a phrase that describes somebody, and its end.
    private (int Head, int End)? OwnerRole(int t)
    {
        while (t < _end && anchorAt[t] is null && _tokens[t].Upos is Upos.DET or Upos.ADJ && RoleAt(t) is null)
            t++;
        return t < _end && anchorAt[t] is null && RoleAt(t) is ({ }, var end) && IsNominal(t, end) && !Modifies(t, end) && !(end < _end && RoleAt(end) is not null) ? (HeadOf(t, end), end) : null;
    }

    // The token of the name that goes on with a list, after “and” and an article.
    private int? OwnerAfter(int t)
    {
        if (t < _end && _tokens[t].Upos == Upos.CCONJ)
            t++;
        if (t < _end && _tokens[t].Upos == Upos.DET)
            t++;
        if (t >= _end || anchorAt[t] is not { Person: false } anchor || anchor.First != t)
            return null;
        // “29 children in Yemen, the Red Cross said”: a subject goes on with no list.
        for (var part = anchor.First; part < anchor.End; part++)
            if (_tokens[part].Relation == Relation.Nsubj && _tokens[part].Head >= anchor.End)
                return null;
        return t;
    }

    private void ReadName(Description description, int from)
    {
        // “Burhan's rival, Mohamed Hamdan Dagalo”: one of a group is a person.
        if (description.Role is { Kind: not ActorKind.Person } && (description.Role.Kind != ActorKind.Group || description.Plural || !description.Definite))
            return;

        var at = description.End;
        // “The US ambassador to Libya, Ann Lee”.
        if (at + 1 < _end && _tokens[at].Form is "to" && anchorAt[at + 1] is { Person: false } post && description.Role is { } posted && _words.Posted.Contains(posted.Words) && post.End + 1 < _end && _tokens[post.End].Form == "," && PersonAt(SkipTitle(post.End + 1)) is not null)
            (description.End, at) = (post.End, post.End);
        if (at < _end && _words.IsTitle(_tokens[at].Form, out _) && anchorAt[at] is null)
            at++;
        if (!description.Plural && PersonAt(at) is { } adjoining)
        {
            (description.Name, description.End) = (adjoining, adjoining.End);
            return;
        }

        // “The Finnish head of state, Sauli Niinistö”.
        if (at + 1 < _end && _tokens[at].Form is "," or "(" or "–" or "—" && PersonAt(SkipTitle(at + 1)) is { } behind && IsApposed(description, behind, behind.End))
        {
            (description.Name, description.End) = (behind, behind.End);
            return;
        }

        // “Sauli Niinistö, the Finnish head of state,”.
        var comma = description.First - 1;
        if (comma - 1 >= from && _tokens[comma].Form is "," or "(" or "–" or "—" && anchorAt[comma - 1] is { } named && (IsPerson(named) || (description.Definite && IsTown(named))) && named.First >= from && !description.Plural
            && IsApposed(description, named, description.End))
            (description.Name, description.First) = (named, named.First);
    }

    private int SkipTitle(int t) => t < _end && anchorAt[t] is null && _words.IsTitle(_tokens[t].Form, out _) ? t + 1 : t;

    private Anchor? PersonAt(int t) => t < _end && anchorAt[t] is { } anchor && anchor.First == t && IsPerson(anchor) ? anchor : null;

    // After a role a name that can be a person's is a person's: “President Jordan”.
    private static bool IsPerson(Anchor anchor) => anchor.Person || anchor.Kind == NameKind.Person || anchor.Known.Any(name => name.Use == NameUse.Surname);

    // “Leeds, the witness,”: a town is no witness.
    private static bool IsTown(Anchor anchor) => anchor.End == anchor.First + 1 && anchor.Known.Count > 0 && anchor.Known.All(name => name.Use == NameUse.Place);

    private bool IsApposed(Description description, Anchor name, int end)
    {
        var (first, last) = (Math.Min(description.First, name.First), Math.Max(description.End, name.End));
        var nameHead = HeadOf(name.First, name.End);
        var roleHead = HeadOf(description.RoleFirst, description.RoleEnd);
        if ((_tokens[nameHead].Relation == Relation.Appos && Inside(_tokens[nameHead].Head, first, last)) || (_tokens[roleHead].Relation == Relation.Appos && Inside(_tokens[roleHead].Head, first, last)))
            return true;
        if (description.Indefinite && description.Role?.Office is null)
            return false;
        // “Mohamed Bazoum, the president overthrown in July”.
        if (description.Definite && description.Role?.Office is not null && end == description.End && end < _end && _tokens[end].Xpos == "VBN")
            return true;
        // The comma after it closes an apposition; “and” opens a list.
        return end >= _end || _tokens[end].Form is "," or "." or ";" or ")" or ":" or "—" or "–" or "'s" or "’s" || (name.First > description.First && end < _end && _tokens[end].Upos is Upos.PUNCT);
    }

    private static bool Inside(int token, int first, int end) => token >= first && token < end;

    private static void TakeOwner(Description description, Anchor anchor)
    {
        if (description.Owner is null)
            description.Owner = anchor;
        else
            description.Within ??= anchor;
    }

    // “Pro-Russian separatists”: not Russia's.
    public bool IsOpposed(Anchor anchor) =>
        anchor.First > _start && NameWords.Has(_words.Ethnic, _tokens[anchor.First - 1].Form) ||
        anchor.First - 2 >= _start && folded.Joins(anchor.First - 1) && _words.Opposites.Contains(_tokens[anchor.First - 2].Form.ToLowerInvariant());

    private int HeadOf(int first, int end)
    {
        for (var t = first; t < end; t++)
            if (_tokens[t].Head < first || _tokens[t].Head >= end)
                return t;
        return end - 1;
    }

    // More words than stand before or after a role; keeps the walk short on what is no sentence.
    private const int MaxWords = 10;
}
