using Demarche.Recognizing;

namespace Demarche.Resolving;

/// <summary>Which state a sentence, or else the whole story, speaks of, where it is one alone: whose “the army” and “the prime minister” are when nobody says.</summary>
internal sealed class Setting(Scene scene, NameReader names)
{
    private int _first = -1;
    private (string? Country, bool Acts, bool Several) _sentence;

    /// <summary>The one state of the sentence that is being read; where it names none, the one of the story.</summary>
    public string? Country => scene.Home ?? OfSaid();

    private string? OfSaid() => OfSentence() is var (country, _, several) && several ? country : country ?? OfStory();

    /// <summary>The one state of the sentence, where somebody of it is named and not only a place.</summary>
    public string? CountryOfActors => OfSentence() is { Several: false, Acts: true } sentence ? sentence.Country : null;

    /// <summary>“A spokeswoman of Togo said that the premier …”: the country of whoever says or believes what a token is part of; null when nobody does.</summary>
    /// <param name="token">A token of the words.</param>
    /// <param name="press">True when the voice of a country's agency or station counts as well as that of its officials.</param>
    public string? CountryOfSpeaker(int token, bool press)
    {
        var (tokens, tree) = (scene.Tokens, scene.Document.Tree);
        for (int at = token, steps = 0; at >= scene.Sentence.First && steps < Scene.MaxUnnamed; at = tokens[at].Head, steps++)
        {
            if (tokens[at].Relation.Universal() != Relation.Ccomp || tokens[at].Head is not (>= 0 and var verb))
                continue;
            foreach (var d in tree.Of(verb))
                if (tokens[d].Relation is Relation.Nsubj or Relation.OblAgent && scene.EntityAt(d) is { Country: { } country } speaker)
                    return speaker.Sector is not { } sector || scene.Words.Organs.Contains(sector) || press && speaker.Kind == ActorKind.Organization ? country : null;
        }
        return null;
    }

    private bool IsGoal(Anchor anchor)
    {
        var head = scene.HeadOf(anchor.First, anchor.End, anchor.End - 1);
        return scene.Tokens[head] is { Head: >= 0 and var verb } place && place.Relation.Universal() == Relation.Obl && scene.Tokens[verb].Upos == Upos.VERB && NameWords.Has(scene.Words.Travel, scene.LemmaOf(verb))
            && scene.Document.Tree.Dependent(head, Relation.Case) is >= 0 and var to && NameWords.Has(scene.Words.Goals, scene.Form(to));
    }

    private string? OfStory() => scene.Countries.Count == 1 ? scene.Countries.First() : null;

    // “In Athens, where …, the government said that …”: the place that opens the sentence.
    private string? Fronted()
    {
        var first = scene.Sentence.First;
        return first + 1 < scene.Sentence.End && scene.Form(first) is "In" or "At" && scene.AnchorAt[first + 1] is { Person: false } place && place.First == first + 1 ? names.CountryOf(place) : null;
    }

    private (string? Country, bool Acts, bool Several) OfSentence()
    {
        if (_first == scene.Sentence.First)
            return _sentence;
        _first = scene.Sentence.First;
        _sentence = default;
        for (var t = scene.Sentence.First; t < scene.Sentence.End; t++)
        {
            if (scene.AnchorAt[t] is not { } anchor || anchor.First != t || names.CountryOf(anchor) is not { } country)
                continue;
            // “flew the president to Senegal”: where somebody goes says nothing of whose he is.
            if (anchor is { Person: false, Demonym: false } && IsGoal(anchor))
                continue;
            if (_sentence.Country is { } other && other != country)
                return _sentence = _sentence with { Several = true, Country = Fronted() };
            _sentence = _sentence with { Country = country, Acts = _sentence.Acts || anchor.Person || anchor.Demonym };
        }
        return _sentence;
    }
}
