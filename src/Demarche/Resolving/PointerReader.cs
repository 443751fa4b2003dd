using Demarche.Recognizing;

namespace Demarche.Resolving;

/// <summary>Finds words that point back (“she”, “the country”, “both sides”) and says to whom.</summary>
internal sealed class PointerReader(Scene scene, Recollection recollection)
{
    private readonly NameWords _words = scene.Words;
    private readonly Token[] _tokens = scene.Tokens;
    private readonly Document _document = scene.Document;

    // “Both agreed”, “talks with both of them”; not “both the army and the police”.
    public bool IsBoth(int t) =>
        // “Neither has said yes”, “each accused the other”; not “neither Oslo nor Rome”.
        scene.Form(t) is "Both" or "both" && scene.Form(t + 1) is "of" && t + 1 < scene.Sentence.End ||
        (IsNeither(t) || scene.Form(t) is "Each" or "each") && _tokens[t].Relation.Universal() == Relation.Nsubj && (t + 1 >= scene.Sentence.End || _tokens[t + 1].Upos is Upos.VERB or Upos.AUX or Upos.ADV) ||
        _tokens[t].Form.Equals("both", StringComparison.OrdinalIgnoreCase) && (t + 1 < scene.Sentence.End && _tokens[t + 1].Upos is Upos.VERB or Upos.AUX || _tokens[t].Upos is Upos.PRON or Upos.DET or Upos.NUM
        && _tokens[t].Relation.Universal() is Relation.Nsubj or Relation.NsubjPass or Relation.Obj or Relation.Iobj or Relation.Obl or Relation.Nmod);

    private bool IsNeither(int t) => _tokens[t].Form.Equals("neither", StringComparison.OrdinalIgnoreCase);

    /// <summary>“The two signed a truce”, “all three did”: a number alone for those spoken of before; null when it counts something.</summary>
    public Item? TheTwoAt(int t) =>
        t > scene.Sentence.First && _tokens[t].Upos == Upos.NUM && _words.Counts.ContainsKey(scene.Form(t)) && scene.Form(t - 1) is "the" or "The" or "all" or "All" && _tokens[t].Relation.Universal() is Relation.Nsubj or Relation.Obj or Relation.Iobj or Relation.Obl or Relation.Nmod
        && (t + 1 >= scene.Sentence.End || _tokens[t + 1].Upos is not (Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.NUM) && !scene.Form(t + 1).Equals("of", StringComparison.Ordinal))
            ? new(t - 1, t + 1, t, MentionKind.Pronoun) { Pair = true } : null;

    public Anaphor? PronounAt(int t)
    {
        if (_tokens[t].Upos is not (Upos.PRON or Upos.DET or Upos.X) || _tokens[t].Relation.Universal() == Relation.Expl)
            return null;
        var possessive = _tokens[t].Xpos == "PRP$" || _tokens[t].Relation == Relation.NmodPoss;
        return _words.PronounOf(_tokens[t].Form, possessive);
    }

    // “The country”, “this bloc”, “both sides”, “the two leaders”.
    public Item? AnaphorAt(int t, List<Item> items)
    {
        if (_tokens[t].Upos != Upos.NOUN || t == scene.Sentence.First || items.Any(item => item.Description is { } d && d.First <= t && t < d.End && (d.RoleFirst <= t || d.Name is not null) && d.Owner is not null))
            return null;
        var lemma = scene.LemmaOf(t);
        var plural = _tokens[t].Xpos is "NNS";
        var before = _tokens[t - 1].Form.ToLowerInvariant();
        // “Neither country”.
        if ((plural || IsNeither(t - 1)) && PairFirst(t) is >= 0 and var first)
            return new(first, t + 1, t, MentionKind.Description) { Pair = true };
        // “Brought the pair together”.
        if (!plural && _words.Couples.Contains(lemma) && before is "the" && _tokens[t].Relation != Relation.Compound && !IsOfMore(t))
            return new(t - 1, t + 1, t, MentionKind.Description) { Pair = true };
        // “The Islamic militia”.
        var start = t - 1;
        if (_tokens[t - 1].Upos == Upos.ADJ && scene.AnchorAt[t - 1] is null && t - 2 >= scene.Sentence.First && _words.AnaphorOf(lemma) is { } armed && armed.Kinds.Contains(ActorKind.Group) && !armed.Kinds.Contains(ActorKind.State))
            (start, before) = (t - 2, _tokens[t - 2].Form.ToLowerInvariant());
        if (plural || _tokens[t].Relation == Relation.Compound || before is not ("the" or "this" or "that") || _words.AnaphorOf(lemma) is not { } anaphor)
            return null;
        // “The agency SUNA” names itself.
        if (t + 1 < scene.Sentence.End && scene.AnchorAt[t + 1] is { } named && named.First == t + 1)
            return null;
        // “The group of states”, “the organization that”: said of something else.
        foreach (var d in _document.Tree.Of(t))
            if (d > t && (_tokens[d].Relation.Universal() is Relation.Nmod or Relation.Appos || (_tokens[d].Relation.Universal() == Relation.Acl && scene.Form(t + 1) is not ",")))
                return null;
        return new(start, t + 1, t, MentionKind.Description) { Anaphor = anaphor };
    }

    // “The pair of boots”.
    private bool IsOfMore(int noun)
    {
        foreach (var d in _document.Tree.Of(noun))
            if (d > noun && _tokens[d].Relation.Universal() == Relation.Nmod)
                return true;
        return false;
    }

    /// <summary>“His country”, “her own nation”; null where a token is no such noun.</summary>
    public Item? OwnLandAt(int t, List<Item> items)
    {
        if (_tokens[t] is not { Upos: Upos.NOUN, Xpos: "NN" } || _tokens[t].Relation == Relation.Compound || _words.AnaphorOf(scene.LemmaOf(t)) is not { Kinds: [ActorKind.State], Ids.Count: 0 })
            return null;
        var first = t - 1;
        if (first > scene.Sentence.First && scene.Form(first) is "own" or "home")
            first--;
        return first >= scene.Sentence.First && _tokens[first].Xpos == "PRP$" && !items.Any(item => item.Head == t) ? new(first, t + 1, t, MentionKind.Description) { OwnLand = true } : null;
    }

    public void TellOwnLand(Item item)
    {
        if (scene.EntityAt(item.First) is not { Country: { } country, Kind: ActorKind.Person or ActorKind.Group or ActorKind.Organization } whose || scene.Gazetteer.Find(country) is not { Kind: ActorKind.State } state)
            return;
        // “Offered his country as the place”: nobody else, to whom one does something.
        if (_tokens[item.Head].Relation is not (Relation.Nsubj or Relation.NsubjPass or Relation.NmodPoss or Relation.Nmod) && SubjectOver(item.Head) is >= 0 and var subject && scene.EntityAt(subject) == whose)
            return;
        item.Entity = scene.Actors.Of(state);
        item.Why = $"“{scene.WordsOf(item.First, item.End)}” is {state.Name}, of which {whose.Name} is";
    }

    // The subject of the nearest verb over a token that has one; −1 where none has.
    private int SubjectOver(int token)
    {
        for (int at = _tokens[token].Head, steps = 0; at >= 0 && steps < MaxModifiers; at = _tokens[at].Head, steps++)
            if (_document.Tree.Dependent(at, Relation.Nsubj) is >= 0 and var subject)
                return subject;
        return -1;
    }

    /// <summary>“The latter”: the last of two; “the former”: the one before.</summary>
    public Item? OfTwoAt(int t)
    {
        if (t == scene.Sentence.First || !scene.Form(t - 1).Equals("the", StringComparison.OrdinalIgnoreCase) || _tokens[t].Relation.Universal() is Relation.Amod or Relation.Compound or Relation.Advmod)
            return null;
        var word = _tokens[t].Form.ToLowerInvariant();
        var latter = _words.LatterOfTwo.Contains(word);
        return latter || _words.FormerOfTwo.Contains(word) ? new(t - 1, t + 1, t, MentionKind.Pronoun) { OfTwo = true, Latter = latter } : null;
    }

    public void TellOfTwo(Item item)
    {
        item.Entity = recollection.OfTwo(item.First, scene.Number, item.Latter);
        item.Why = $"“{scene.WordsOf(item.First, item.End)}” is {item.Entity?.Name}, of the last two that the story spoke of";
    }

    /// <summary>The first token of “both sides”, “the two leaders”; −1 when the noun is none of that.</summary>
    public int PairFirst(int noun)
    {
        var lemma = scene.LemmaOf(noun);
        if (noun <= scene.Sentence.First || !(_words.PairsOfAny.Contains(lemma) || _words.PairsOfBodies.Contains(lemma) || _words.PairsOfPersons.Contains(lemma) || _words.PairsOfStates.Contains(lemma)))
            return -1;
        var at = noun - 1;
        // “The two prime ministers”.
        while (at > scene.Sentence.First && at > noun - MaxModifiers && _tokens[at].Upos is Upos.ADJ or Upos.NOUN && _tokens[at].Head == noun && scene.AnchorAt[at] is null)
            at--;
        var before = scene.Form(at);
        if (before.Equals("both", StringComparison.OrdinalIgnoreCase) || IsNeither(at))
            return at;
        return _words.Counts.ContainsKey(before) && at > scene.Sentence.First && scene.Form(at - 1) is "the" or "The" or "these" or "These" ? at - 1 : -1;
    }

    /// <summary>“The presidents”: the two of that office that the story named.</summary>
    public Entity? HoldersOf(int noun, string office) => recollection.Pair(noun, scene.Number, entity => entity.Kind == ActorKind.Person && entity.Office == office, 2);

    public void Recall(Item item, Anaphor anaphor)
    {
        var found = item.Kind == MentionKind.Pronoun ? recollection.Antecedent(anaphor, item.Head, scene.Number, scene.Sentence.First) : recollection.Last(anaphor, item.Head, scene.Number);
        if (found is not var (entity, why))
            return;
        item.Entity = entity;
        item.Why = $"“{scene.WordsOf(item.First, item.End)}” is {entity.Name}: {why}";
    }

    // “Both governments” where the whole story speaks of two states and no more.
    private Entity? OnlyStates(ActorKind? kind, int count, Item item) =>
        kind == ActorKind.State && scene.Countries.Count == count && item.Head > item.First && scene.Countries.All(id => scene.Gazetteer.Find(id) is { Kind: ActorKind.State })
            ? Recollection.Together([.. scene.Countries.OrderBy(FirstSpokenOf).ThenBy(id => id, StringComparer.Ordinal).Select(id => scene.Actors.Of(scene.Gazetteer.Find(id)!))]) : null;

    // The former stands first.
    private int FirstSpokenOf(string country) => scene.Mentions.FindIndex(mention => mention.Entity is { } entity && (entity.Id == country || entity.Country == country));

    // “Both sides accused each other of breaking the truce between Chad and Niger”.
    private Entity? Between(Item item)
    {
        for (var t = item.End; t < scene.Sentence.End; t++)
            if (_tokens[t] is { Relation: Relation.Case, Lemma: "between" } && _tokens[t].Head > t && recollection.GroupAt(_tokens[t].Head) is { Parts.Count: 2 } two)
                return two;
        return null;
    }

    public void PairOf(Item item)
    {
        var lemma = scene.LemmaOf(item.Head);
        var kind = _words.PairsOfStates.Contains(lemma) ? ActorKind.State : _words.PairsOfPersons.Contains(lemma) ? ActorKind.Person : (ActorKind?)null;
        // “Both of his colleagues”; “the pair” are two persons where the story has two.
        if (kind is null && item.Head == item.First && scene.Form(item.Head + 1) is "of" && scene.Sentence.End > item.Head + 2 && BehindOf(item.Head + 2) is >= 0 and var noun && (_words.PairsOfPersons.Contains(scene.LemmaOf(noun)) || _words.Counterparts.Contains(scene.LemmaOf(noun))))
        {
            // His colleagues are not he.
            kind = ActorKind.Person;
            var whose = _tokens[item.Head + 2].Xpos == "PRP$" ? scene.EntityAt(item.Head + 2) : null;
            item.Entity = recollection.Pair(item.Head, scene.Number, entity => entity.Kind == ActorKind.Person && entity != whose, 2);
            item.Why = $"“{scene.WordsOf(item.First, item.End)}” are {item.Entity?.Name}, the two persons of whom the story spoke besides";
            return;
        }
        if (_words.Couples.Contains(lemma) && recollection.Pair(item.Head, scene.Number, entity => entity.Kind == ActorKind.Person, 2) is { } couple)
        {
            item.Entity = couple;
            item.Why = $"“{scene.WordsOf(item.First, item.End)}” are {couple.Name}";
            return;
        }
        var count = 2;
        for (var t = item.First; t <= item.Head; t++)
            count = _words.Counts.GetValueOrDefault(scene.Form(t), count);
        // “The two leaders”: two who lead, where the story speaks of two.
        if (_words.Leaders.Contains(lemma) && recollection.Pair(item.Head, scene.Number, entity => entity.Kind == ActorKind.Person && (_words.LeaderOffices.Contains(entity.Office ?? "") || entity.Roles.Contains(lemma)), count) is { } leading)
        {
            item.Entity = leading;
            item.Why = $"“{scene.WordsOf(item.First, item.End)}” are {leading.Name}, those who lead of whom the story spoke";
            return;
        }
        // “The two officers held in Auckland”: not those spoken of before.
        if (kind == ActorKind.Person && item.Head > item.First && scene.IsNarrowed(item))
            return;
        // “Human Rights Watch accused both sides.”
        var acting = recollection.ActingOn(item.Head);
        item.Entity = Between(item) ?? OnlyStates(kind, count, item) ?? (count == 2 && kind is null or ActorKind.State ? Adversaries(item) : null) ?? recollection.Pair(item.Head, scene.Number, entity => kind is null ? _tokens[item.Head].Upos == Upos.NUM && entity.Kind == ActorKind.Person || (entity.Id ?? entity.Country) is not null && !(entity.Kind == ActorKind.Person && _words.PairsOfBodies.Contains(lemma)) && (entity.Sector is not { } sector || !_words.NeitherSide.Contains(sector) || entity.Kind != ActorKind.Person && entity != acting) : entity.Kind == kind, count, sides: kind is null);
        // “Guyana's president protested to Paramaribo; the two neighbours' ministers …”: states of which officials were spoken of.
        if (item.Entity is null && kind == ActorKind.State && item.Head > item.First)
            item.Entity = StatesSpokenOf(count);
        item.Why = $"“{scene.WordsOf(item.First, item.End)}” are {item.Entity?.Name}: the only {(count == 2 ? "two" : _words.Counts.First(word => word.Value == count).Key)} that the story spoke of there";
    }

    // The noun of “his colleagues”.
    private int BehindOf(int t)
    {
        for (var at = t; at < scene.Sentence.End && at < t + MaxModifiers; at++)
            if (_tokens[at].Upos == Upos.NOUN)
                return at;
        return -1;
    }

    // “The African Union urged both sides”: one who is neither turns to the two states of which the story has spoken most; null where it has not spoken of two more than of others.
    private Entity? Adversaries(Item item)
    {
        if (_tokens[item.Head].Upos != Upos.NOUN || recollection.ActingOn(item.Head) is not { } acting)
            return null;
        var spoken = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var mention in scene.Mentions)
            if (mention.Entity is { } entity && StateOf(entity) is { } state)
                spoken[state] = spoken.GetValueOrDefault(state) + 1;
        if (StateOf(acting) is { } own)
            spoken.Remove(own);
        var most = spoken.OrderByDescending(state => state.Value).ThenBy(state => FirstSpokenOf(state.Key)).ThenBy(state => state.Key, StringComparer.Ordinal).Take(3).ToList();
        return most.Count > 1 && most[1].Value > 1 && (most.Count < 3 || most[2].Value < most[1].Value)
            ? Recollection.Together([.. most.Take(2).OrderBy(state => FirstSpokenOf(state.Key)).Select(state => scene.Actors.Of(scene.Gazetteer.Find(state.Key)!))]) : null;
    }

    // As many states as are asked for, the last that the story named or whose officials it named; null where a sentence brings in more.
    private Entity? StatesSpokenOf(int count)
    {
        var (states, reached) = (new List<string>(), -1);
        for (var i = scene.Mentions.Count - 1; i >= Math.Max(0, scene.Mentions.Count - Scene.MaxUnnamed); i--)
        {
            if (scene.Mentions[i] is not { Kind: not MentionKind.Adjective, Entity: { } entity } mention || (entity.Kind == ActorKind.State ? entity.Id : entity.Office is not null ? entity.OfficeOf : null) is not { } id || scene.Gazetteer.Find(id) is not { Kind: ActorKind.State } || states.Contains(id))
                continue;
            var sentence = scene.Document.SentenceOf(mention.First).First;
            if (states.Count >= count && sentence != reached)
                break;
            reached = sentence;
            states.Add(id);
        }
        states.Reverse();
        return states.Count == count ? Recollection.Together([.. states.Select(id => scene.Actors.Of(scene.Gazetteer.Find(id)!))]) : null;
    }

    private string? StateOf(Entity entity) => (entity.Kind == ActorKind.State ? entity.Id : entity.Country) is { } id && scene.Gazetteer.Find(id) is { Kind: ActorKind.State } ? id : null;

    // “The two deputy prime ministers”.
    private const int MaxModifiers = 4;
}
