using Demarche.Recognizing;

namespace Demarche.Resolving;

/// <summary>
/// Whether soldiers may be others' than those of the state where they are: “foreign troops in Congo”, “soldiers of the peacekeeping mission in Mali”,
/// and “troops in Mali” where the story speaks of French ones too.
/// </summary>
internal sealed class Forces(Scene scene, NameReader names)
{
    // The army of no state: “NATO troops”, “peacekeepers”.
    private const string NoState = "";

    private readonly NameWords _words = scene.Words;
    private HashSet<string>? _armies;

    /// <summary>True where the words say that they serve others, or with others.</summary>
    public bool ServeOthers(Description description)
    {
        for (var t = description.First; t < description.RoleFirst; t++)
            if (_words.ForeignForces.Contains(scene.LemmaOf(t)))
                return true;
        var at = description.RoleEnd;
        if (at >= scene.Sentence.End || scene.Form(at) is not ("with" or "of" or "from" or "in" or "under"))
            return false;
        for (at++; at < scene.Sentence.End && at <= description.RoleEnd + MaxWords && scene.Tokens[at].Upos is Upos.DET or Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.NUM or Upos.PUNCT; at++)
            if (_words.Missions.Contains(scene.LemmaOf(at)))
                return true;
        return false;
    }

    /// <summary>True where the story speaks of the soldiers of another than that state.</summary>
    public bool AreSeveral(string country)
    {
        foreach (var army in _armies ??= Armies())
            if (army != country)
                return true;
        return false;
    }

    /// <summary>“North Korean gunners shelled the island, killing two marines”: those whom another state's do harm where they are.</summary>
    public bool AreHarmed(int head, string country)
    {
        var tokens = scene.Tokens;
        if (tokens[head] is not { Relation: Relation.Obj or Relation.NsubjPass, Head: >= 0 and var verb } || !NameWords.Has(_words.Harms, scene.LemmaOf(verb)))
            return false;
        if (tokens[head].Relation == Relation.NsubjPass)
            return scene.Document.Tree.Dependent(verb, Relation.OblAgent) is >= 0 and var agent && scene.EntityAt(agent)?.Country is { } doer && doer != country;
        for (var steps = 0; verb >= 0 && steps < MaxModifiers; verb = tokens[verb].Head, steps++)
            if (scene.Document.Tree.Dependent(verb, Relation.Nsubj) is >= 0 and var subject)
                return scene.EntityAt(subject)?.Country is { } other && other != country;
        return false;
    }

    /// <summary>“Soldiers in Mali”: where they are, and not whose they are; “the armed forces in Manila” are its own.</summary>
    public bool IsWhereabouts(Description description)
    {
        if (description is not { Role: { Sector: "MIL", Kind: ActorKind.Organization } role, Plural: true, Owner: { Person: false } owner, Within: null } || role.Words.Contains(' ', StringComparison.Ordinal) || owner.First < description.RoleEnd)
            return false;
        var before = owner.First - 1;
        while (before > description.RoleEnd && (scene.Tokens[before].Upos == Upos.DET || NameWords.Has(_words.Directions, scene.Form(before))))
            before--;
        return scene.Form(before) is "in" or "at" or "within";
    }

    // “French soldiers”, “Kenya's army”, “NATO troops”, “peacekeepers”: whose soldiers the story speaks of.
    private HashSet<string> Armies()
    {
        var armies = new HashSet<string>(StringComparer.Ordinal);
        for (var t = 0; t < scene.Tokens.Length; t++)
        {
            if (_words.ForeignForces.Contains(scene.LemmaOf(t)) || scene.LemmaOf(t) is "peacekeeper")
                armies.Add(NoState);
            if (scene.AnchorAt[t] is not { Person: false } anchor || anchor.First != t)
                continue;
            var at = anchor.End;
            for (var steps = 0; at < scene.Tokens.Length && steps < MaxModifiers && (scene.Tokens[at].Xpos == "POS" || scene.Tokens[at].Upos == Upos.ADJ); steps++)
                at++;
            if (at < scene.Tokens.Length && (at > anchor.End || anchor.Demonym || names.ActorOf(anchor) is not null) && scene.Gazetteer.MatchRole(scene.Folded, at, scene.Tokens.Length, static _ => false) is { Role: { Sector: "MIL", Kind: not ActorKind.Person } })
                armies.Add(names.CountryOf(anchor) ?? NoState);
        }
        return armies;
    }

    // “The large United Nations peacekeeping mission”.
    private const int MaxWords = 7;

    // “Russia's elite airborne troops”.
    private const int MaxModifiers = 3;
}
