using Demarche.Recognizing;

namespace Demarche.Resolving;

/// <summary>What the words that stand with a name say of it.</summary>
internal sealed class NameCompany(Scene scene)
{
    private readonly NameWords _words = scene.Words;
    private readonly Token[] _tokens = scene.Tokens;

    public bool IsPerson(int head)
    {
        foreach (var d in scene.Document.Tree.Of(head))
            if (d > head && _tokens[d].Relation == Relation.Appos && scene.Gazetteer.RolesOf(scene.LemmaOf(d)).Any(role => role.Kind == ActorKind.Person))
                return true;
        return _tokens[head].Relation == Relation.Nsubj && _tokens[head].Head is >= 0 and var verb && _words.Senders.Contains(scene.LemmaOf(verb));
    }

    // “A Donald Trump impersonator”, “the statue of Lenin”, “an actor playing Boris Johnson”: not the person.
    public bool IsLikeness(int head, Anchor anchor)
    {
        if (!anchor.Person && anchor.Kind != NameKind.Person || _tokens[head].Head is not (>= 0 and var over))
            return false;
        return _tokens[head].Relation.Universal() switch
        {
            Relation.Compound => _words.Likenesses.Contains(scene.LemmaOf(over)),
            Relation.Nmod => _words.Likenesses.Contains(scene.LemmaOf(over)) && scene.Document.Tree.Dependent(head, Relation.Case) is >= 0 and var of && scene.Form(of) is "of",
            Relation.Obj => _words.Impersonates.Contains(scene.LemmaOf(over)),
            _ => false,
        };
    }

    public bool IsCounted(int head, Anchor anchor)
    {
        foreach (var d in scene.Document.Tree.Of(head))
            if (d < anchor.First && (_tokens[d].Relation.Universal() == Relation.Nummod || _tokens[d].Form is "a" or "A" or "an" or "An" or "some" or "Some" or "many" or "Many" or "another" or "Another" or "every" or "Every"))
                return true;
            // “The first American to cross the desert”.
            else if (d < anchor.First && _tokens[head].Xpos is "NN" or "NNP" && _tokens[d] is { Upos: Upos.ADJ, Form: "first" or "second" or "third" or "last" or "only" or "youngest" or "oldest" })
                return true;
        return false;
    }
}
