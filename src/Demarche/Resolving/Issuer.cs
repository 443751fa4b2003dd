using Demarche.Recognizing;

namespace Demarche.Resolving;

/// <summary>
/// Who says “we” and “I” outside quotation marks: whoever a statement or communiqué is of, by the words at its head, and whoever answers in an interview printed
/// as questions and answers.
/// </summary>
internal sealed class Issuer(Scene scene)
{
    /// <summary>How many sentences from the top can be the head of a statement.</summary>
    private const int MaxHeadings = 5;

    private readonly NameWords _words = scene.Words;
    private Entity? _issuer;
    private Entity? _answering;
    private bool _answers;
    private bool _quoted;
    private int _from;

    /// <summary>Looks at the start of a sentence: whether it is a question or an answer.</summary>
    public void Begin()
    {
        _from = scene.Sentence.First;
        if (scene.Number == scene.Block)
            _quoted = false;
        if (_answering is null || scene.Sentence.Count < 2 || scene.Form(scene.Sentence.First + 1) is not (":" or "."))
            return;
        var mark = scene.Form(scene.Sentence.First);
        if (NameWords.Has(_words.QuestionMarks, mark))
            _answers = false;
        else if (NameWords.Has(_words.AnswerMarks, mark))
            _answers = true;
    }

    /// <summary>Looks at a sentence that was read: whether it is a heading that says whose words follow.</summary>
    public void End()
    {
        for (; _from < scene.Sentence.End; _from++)
            Quote(_from);
        // “Communiqué of the Ministry of Foreign Affairs of Togo.”
        if (scene.Number >= MaxHeadings || scene.Form(scene.Sentence.End - 1) is var last && (last is "!" or "”" or "\"" || last is "." && HasVerb()))
            return;
        for (var t = scene.Sentence.First; t < scene.Sentence.End; t++)
        {
            if (_issuer is null && NameWords.Has(_words.IssuedPapers, scene.Tokens[t].Form))
                _issuer = Named(t, _words.IssuedBy) ?? OwnerOf(t);
            else if (_answering is null && NameWords.Has(_words.Interviews, scene.Tokens[t].Form))
                _answering = Named(t, _words.InterviewedBy);
        }
        _issuer ??= Letterhead();
        if (_issuer is { Country: { } country, Parts.Count: 0 } && scene.Gazetteer.Find(country) is { Kind: ActorKind.State })
            scene.Home = country;
    }

    private bool HasVerb()
    {
        for (var t = scene.Sentence.First; t < scene.Sentence.End; t++)
            if (scene.Tokens[t].Upos is Upos.VERB or Upos.AUX)
                return true;
        return false;
    }

    /// <summary>The one who says a word of the first person; null for another word, inside quotation marks, and where it is not known whose text it is.</summary>
    public Entity? SelfAt(int t)
    {
        for (; _from < t; _from++)
            Quote(_from);
        if (_quoted)
            return null;
        var plural = NameWords.Has(_words.FirstPlural, scene.Form(t));
        if (!plural && !NameWords.Has(_words.FirstSingular, scene.Form(t)) || scene.Tokens[t].Upos is not (Upos.PRON or Upos.DET))
            return null;
        var self = _answers ? _answering : _issuer;
        // Who speaks for many says “we” of them.
        // A ministry's “we” is its state.
        if (self is { Id: null, Kind: ActorKind.Organization, Parts.Count: 0, Country: { } country } && scene.Gazetteer.Find(country) is { Kind: ActorKind.State } state)
            return scene.Actors.Of(state);
        return plural && self is { Kind: ActorKind.Person, Parts.Count: 0, OfficeOf: { } of } && scene.Gazetteer.Find(of) is { Kind: not ActorKind.Person } body ? scene.Actors.Of(body) : self;
    }

    private void Quote(int t) => _quoted = scene.Form(t) switch
    {
        "“" or "«" => true,
        "”" or "»" => false,
        "\"" or "``" or "''" => !_quoted,
        _ => _quoted,
    };

    // “Statement by the Foreign Ministry of Latvia”, “interview with the foreign minister”.
    private Entity? Named(int noun, HashSet<string> prepositions)
    {
        for (var t = noun + 1; t < scene.Sentence.End; t++)
            if (NameWords.Has(prepositions, scene.Form(t)))
                return FirstAfter(t);
        return null;
    }

    private Entity? FirstAfter(int t)
    {
        foreach (var item in scene.Mentions)
            if (item.First > t && item.First < scene.Sentence.End && item is { Kind: not MentionKind.Pronoun, Entity: { } entity } && IsKnown(entity))
                return entity;
        return null;
    }

    // “ASEAN chairman's statement”, “G7 leaders' communiqué”.
    private Entity? OwnerOf(int noun)
    {
        foreach (var item in scene.Mentions)
            if (item.First >= scene.Sentence.First && item.End <= noun && item is { Kind: not MentionKind.Pronoun, Entity: { } entity } && IsKnown(entity))
                return entity;
        return null;
    }

    // “Ministry of Foreign Affairs of Togo”, alone in its line.
    private Entity? Letterhead()
    {
        foreach (var item in scene.Mentions)
            if (item is { Kind: MentionKind.Description, Entity: { Kind: not ActorKind.Person, Plural: false } entity } && item.First >= scene.Sentence.First && item.First <= scene.Sentence.First + 1 && item.End == scene.Sentence.End && IsKnown(entity))
                return entity;
        return null;
    }

    private static bool IsKnown(Entity entity) => entity.Kind is not ActorKind.Region && (entity.Id ?? entity.ActsFor?.Id ?? entity.Country) is not null || entity.Parts.Count > 0;
}
