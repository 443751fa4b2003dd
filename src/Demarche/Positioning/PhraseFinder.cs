namespace Demarche.Positioning;

/// <summary>Finds words that stand together, in dictionary form or as written, whatever the tree makes of them.</summary>
internal sealed class PhraseFinder<T>(WordNumbers numbers)
{
    /// <summary>How many words that are no part of a phrase may stand between two of its words.</summary>
    private const int MostBetween = 3;

    private static readonly List<PhraseHit<T>> Nothing = [];

    /// <summary>By the number of their first word.</summary>
    private readonly Dictionary<int, List<(int[][] Words, T Value)>> _byFirst = [];

    /// <summary>Adds a phrase, each word with its alternatives.</summary>
    public void Add(string[][] words, T value)
    {
        var places = numbers.Number(words);
        foreach (var first in places[0])
        {
            if (!_byFirst.TryGetValue(first, out var phrases))
                _byFirst[first] = phrases = [];
            // The longest wins; of equals the first added.
            var place = phrases.FindIndex(other => other.Words.Length < words.Length);
            phrases.Insert(place < 0 ? phrases.Count : place, (places, value));
        }
    }

    /// <summary>The phrases of a sentence, none inside another; those of one length that begin with the same word all come, in the order in which they were added.</summary>
    public List<PhraseHit<T>> Find(Document document, NumberedWord[] words, Sentence sentence)
    {
        List<PhraseHit<T>>? hits = null;
        for (var t = sentence.First; t < sentence.End; t++)
        {
            var (lemma, form) = words[t];
            var last = lemma >= 0 && _byFirst.TryGetValue(lemma, out var phrases) ? Add(document, words, t, sentence.End, phrases, ref hits) : t;
            // “reached in Doha” is written in its form, “reach a deal” in its lemma.
            if (last == t && form >= 0 && form != lemma && _byFirst.TryGetValue(form, out phrases))
                last = Add(document, words, t, sentence.End, phrases, ref hits);
            t = last;
        }
        return hits ?? Nothing;
    }

    /// <summary>Adds what begins at a word, and gives the last word of it; the word itself where nothing does.</summary>
    private static int Add(Document document, NumberedWord[] words, int first, int end, List<(int[][] Words, T Value)> phrases, ref List<PhraseHit<T>>? hits)
    {
        var (length, last) = (0, first);
        foreach (var (phrase, value) in phrases)
        {
            if (phrase.Length < length)
                break;
            var at = first;
            for (var i = 1; i < phrase.Length && at >= 0; i++)
                at = Next(document, words, at + 1, end, phrase[i]);
            if (at < 0)
                continue;
            (hits ??= []).Add(new(first, at, TopOf(document, first, at), value));
            (length, last) = (phrase.Length, Math.Max(last, at));
        }
        return last;
    }

    private static int Next(Document document, NumberedWord[] words, int from, int end, int[] word)
    {
        for (var t = from; t < end && t - from <= MostBetween; t++)
        {
            if (words[t].Is(word))
                return t;
            ref readonly var token = ref document.Tokens[t];
            if (token.Upos is not (Upos.DET or Upos.ADJ or Upos.ADV or Upos.NUM or Upos.PUNCT) && token.Xpos is not ("PRP$" or "POS") && token.Relation != Relation.Compound || token.Upos == Upos.PUNCT && token.Form is not ("," or "-" or "–" or "\"" or "“" or "”" or "'" or "‘" or "’"))
                return -1;
        }
        return -1;
    }

    /// <summary>The word that hangs on none of the others: a verb or predicate before anything else.</summary>
    private static int TopOf(Document document, int first, int last)
    {
        var top = -1;
        for (var t = first; t <= last; t++)
            if ((document.Tokens[t].Head < first || document.Tokens[t].Head > last) && (top < 0 || Ranks(t) > Ranks(top)))
                top = t;
        return top < 0 ? first : top;

        int Ranks(int t) => document.Tokens[t].Upos switch
        {
            Upos.VERB => 3,
            _ when document.Tree.Dependent(t, Relation.Cop) >= 0 => 2,
            Upos.NOUN or Upos.ADJ or Upos.PROPN => 1,
            _ => 0,
        };
    }
}
