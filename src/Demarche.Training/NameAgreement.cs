using Demarche.Recognizing;

namespace Demarche.Training;

/// <summary>
/// Mends guessed names where the lists of the codebook leave no doubt: a run of proper nouns that is in the lists of one kind alone, or is a first name and what follows.
/// </summary>
internal sealed class NameAgreement(Gazetteer gazetteer)
{
    private readonly NameLists _lists = gazetteer.Lists;

    private const NameHints Kinds = NameHints.City | NameHints.Place | NameHints.Organization | NameHints.Thing;

    private const NameHints NoEndOfPerson = NameHints.OrganizationHead | NameHints.CompanySuffix | NameHints.PlaceHead | NameHints.ThingHead | NameHints.NoName | Kinds;

    /// <summary>The names of a sentence whose parts of speech are certain.</summary>
    public List<Name> Mend(IReadOnlyList<ConlluWord> words, List<Name> guessed)
    {
        var folded = gazetteer.Fold(Conllu.ToDocument([Sentence(words)]).Tokens);
        var names = new List<Name>(guessed);
        for (var first = 0; first < words.Count;)
        {
            var end = first;
            while (end < words.Count && words[end].Upos == Upos.PROPN && words[end].Xpos is "NNP" or "NNPS")
                end++;
            if (end == first)
            {
                first++;
                continue;
            }
            if (KindOf(words, folded, first, end) is { } kind)
            {
                var other = names.FindIndex(name => name.First < end && first < name.End);
                if (other < 0)
                    names.Add(new(first, end, kind));
                else if (names[other].First == first && names[other].End == end)
                    names[other] = new(first, end, kind);
            }
            first = end;
        }
        names.Sort((a, b) => a.First.CompareTo(b.First));
        return names;
    }

    private static ConlluSentence Sentence(IReadOnlyList<ConlluWord> words)
    {
        var sentence = new ConlluSentence();
        sentence.Words.AddRange(words);
        return sentence;
    }

    private NameKind? KindOf(IReadOnlyList<ConlluWord> words, FoldedTokens folded, int first, int end)
    {
        var whole = 0UL;
        for (var t = first; t < end; t++)
            whole = Folding.Hash(words[t].Form, whole);
        var hints = _lists.Of(whole) & ~NameHints.Word;
        const NameHints Person = NameHints.FirstName | NameHints.LastName;
        if (end > first + 1)
        {
            var (start, last) = (_lists.Of(Folding.Hash(words[first].Form, 0)), _lists.Of(Folding.Hash(words[end - 1].Form, 0)));
            if ((start & NameHints.FirstName) != 0 && (last & NoEndOfPerson) == 0 && hints == NameHints.None && words[end - 1].Relation == "flat" && end - first < 4)
                return NameKind.Person;
            if ((last & NameHints.CompanySuffix) != 0)
                return NameKind.Organization;
        }
        // “Jordan” and “Georgia” are first names too.
        if (gazetteer.Hint(folded, first, words.Count, shouts: false).Hints != NameHints.None)
            return null;
        return (hints & (Kinds | Person)) switch
        {
            NameHints.FirstName when (hints & (NameHints.NoName | NameHints.PlaceHead)) == 0 => NameKind.Person,
            NameHints.City or NameHints.Place or (NameHints.City | NameHints.Place) => NameKind.Place,
            NameHints.Organization => NameKind.Organization,
            _ => null,
        };
    }
}
