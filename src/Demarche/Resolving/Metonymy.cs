using Demarche.Recognizing;

namespace Demarche.Resolving;

/// <summary>Whether a capital or a seat stands for the government (“Moscow denied”, “talks with Moscow”) or is the place (“flew to Moscow”, “in Moscow”).</summary>
internal sealed class Metonymy(Gazetteer gazetteer, Document document, bool[] timed)
{
    private readonly NameWords _words = gazetteer.Words;
    private readonly Token[] _tokens = document.Tokens;

    /// <summary>The word that makes it a place, or null when it is the government.</summary>
    public string? PlaceBecauseOf(int first, int end, int head, Sentence sentence)
    {
        if (IsDateline(first, end, sentence))
            return "the dateline";

        // “Crashed off Manama”, where the tree takes the preposition for a part of the verb.
        if (first > sentence.First && _tokens[first - 1].Relation == Relation.CompoundPrt && NameWords.Has(_words.Locatives, _tokens[first - 1].Form))
            return $"“{_tokens[first - 1].Form}”";

        var at = FirstConjunct(head);
        var preposition = Preposition(head) ?? Preposition(at);
        if (preposition is not null)
        {
            if (_words.Locatives.Contains(preposition))
                return $"“{preposition}”";
            return (_words.Goals.Contains(preposition) ? Travel(at) : null) ?? Told(at, preposition);
        }

        var governor = _tokens[at].Head;
        // “A Stockholm department store”.
        while (_tokens[at].Relation == Relation.Compound && governor >= 0 && _tokens[governor].Relation == Relation.Compound && _tokens[governor].Head > governor)
            governor = _tokens[governor].Head;
        if (governor < 0)
            return null;
        return _tokens[at].Relation switch
        {
            // “The Minsk agreements”, “the Geneva conference”.
            Relation.Compound when NameWords.Has(_words.ThingHeads, Lemma(governor)) || NameWords.Has(_words.ThingHeads, _tokens[governor].Form) => $"“{_tokens[governor].Form}”",
            // “On the Beirut seafront”.
            Relation.Compound when _words.PlaceHeads.Contains(Lemma(governor)) || _words.Sites.Contains(Lemma(governor)) => $"“{_tokens[governor].Form}”",
            // “The Prague newspapers”, “Paris students”: people and bodies of the town that are no organs of the state.
            Relation.Compound when gazetteer.RolesOf(Lemma(governor)) is [{ Sector: { } sector }] && !_words.Organs.Contains(sector) && sector is not ("IGO" or "UNK") => $"“{_tokens[governor].Form}”",
            Relation.Nsubj => _words.Fallen.Contains(Lemma(governor)) ? $"“{_tokens[governor].Form}”" : null,
            // “In a London clinic”.
            Relation.Compound when Preposition(governor) is { } within && _words.Locatives.Contains(within) => $"“{within}”",
            // “Had left Khartoum only hours before”: the tree may take the hours for the object.
            Relation.Obj or Relation.Iobj or Relation.NsubjPass => _words.Objects.Contains(Lemma(governor)) ? $"“{_tokens[governor].Form}”" : null,
            Relation.NmodPoss or Relation.Compound or Relation.Nmod or Relation.NmodUnmarked => _words.Travel.Contains(Lemma(governor)) && _tokens[governor].Upos == Upos.NOUN ? $"“{_tokens[governor].Form}”" : null,
            _ => null,
        };
    }

    /// <summary>True when a preposition says that something is or goes there.</summary>
    public bool IsLocated(int head)
    {
        var at = FirstConjunct(head);
        return (Preposition(head) ?? Preposition(at)) is { } preposition && (_words.Locatives.Contains(preposition) || (_words.Goals.Contains(preposition) || preposition is "on") && Travel(at) is not null || preposition is "on" && _tokens[at].Head is >= 0 and var over && _tokens[over].Upos == Upos.NOUN && _words.Shelled.Contains(Lemma(over)));
    }

    /// <summary>“Left Chad”, “Kuwait was overrun”: a state as the place that somebody enters or leaves.</summary>
    public bool IsEntered(int head) => _tokens[head] is { Head: >= 0 and var verb, Relation: Relation.Obj or Relation.Iobj or Relation.NsubjPass } && _words.Entered.Contains(Lemma(verb));

    // “MOSCOW (Agency) —”, “PARIS, March 3 —”.
    private bool IsDateline(int first, int end, Sentence sentence)
    {
        // “Paris, 9 May”; “Brasilia/Georgetown.” on a line of its own.
        if (end + 1 < sentence.End && _tokens[end].Form == "," && timed[end + 1])
            return true;
        if (sentence.Count <= MaxDateline && !HasVerb(sentence))
            return true;
        if (first != sentence.First || end >= sentence.End || _tokens[end].Form is not ("(" or "," or "-" or "–" or "—" or "--"))
            return false;
        var capitals = true;
        for (var t = first; t < end; t++)
            foreach (var c in _tokens[t].Form)
                capitals &= !char.IsLower(c);
        return capitals || _tokens[end].Form is not ",";
    }

    private bool HasVerb(Sentence sentence)
    {
        for (var t = sentence.First; t < sentence.End; t++)
            if (_tokens[t].Upos is Upos.VERB or Upos.AUX)
                return true;
        return false;
    }

    private string? Travel(int head)
    {
        // “Flew to”, “a trip to”, “on her way to”: the word may stand one or two steps up.
        // “Flew to Moscow and then to Tbilisi on Tuesday”, where the tree joins the town to the verb.
        var at = _tokens[head].Upos == Upos.VERB ? head : _tokens[head].Head;
        for (var steps = 0; at >= 0 && steps < 2; steps++, at = _tokens[at].Head)
        {
            if (_words.Travel.Contains(Lemma(at)))
                return $"“{_tokens[at].Form}”";
            // “Accepted an invitation to Seoul”.
            if (steps == 0 && document.Tree.Dependent(at, Relation.Obj) is >= 0 and var thing && thing < head && _words.Travel.Contains(Lemma(thing)))
                return $"“{_tokens[thing].Form}”";
        }
        return null;
    }

    // “Said from Doha”, “a prosecutor from Asunción”; “raids on Belgrade”. “Pressure on Moscow” and “help from Moscow” are the government's.
    private string? Told(int head, string preposition)
    {
        var over = _tokens[head].Head;
        if (over < 0)
            return null;
        var told = preposition switch
        {
            "from" => _words.Senders.Contains(Lemma(over)) || _tokens[over].Upos == Upos.VERB && _words.Repliers.Contains(Lemma(over)) || (_tokens[over].Upos == Upos.NOUN && gazetteer.RolesOf(Lemma(over)).Any(role => role.Kind == ActorKind.Person)),
            "on" or "upon" or "against" => _words.Shelled.Contains(Lemma(over)),
            _ => false,
        };
        return told ? $"“{_tokens[over].Form}”" : null;
    }

    private int FirstConjunct(int token)
    {
        // “To visit Delhi, Islamabad”: the tree may take a list for an apposition.
        for (var steps = 0; steps < MaxConjuncts && _tokens[token].Head is >= 0 and var over && (_tokens[token].Relation.Universal() == Relation.Conj || _tokens[token].Relation == Relation.Appos && _tokens[over].Upos == Upos.PROPN && _tokens[token].Upos == Upos.PROPN); steps++)
            token = _tokens[token].Head;
        return token;
    }

    private string? Preposition(int head)
    {
        string? found = null;
        foreach (var d in document.Tree.Of(head))
            if (_tokens[d].Relation.Universal() == Relation.Case && d < head && _tokens[d].Upos is not (Upos.PART or Upos.PUNCT))
                found = _tokens[d].Form.ToLowerInvariant();
        return found;
    }

    private string Lemma(int token) => (_tokens[token].Lemma is { Length: > 0 } lemma ? lemma : _tokens[token].Form).ToLowerInvariant();

    private const int MaxConjuncts = 8;

    // “Brasilia/Georgetown.”
    private const int MaxDateline = 4;
}
