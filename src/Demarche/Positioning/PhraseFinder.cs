namespace Demarche.Positioning;

/// <summary>Finds words that stand together, in dictionary form or as written, whatever the tree makes of them.</summary>
internal sealed class PhraseFinder<T>
{
    /// <summary>How many words that are no part of a phrase may stand between two of its words.</summary>
    private const int MostBetween = 3;

    private readonly Dictionary<string, List<(string[][] Words, T Value)>> _byFirst = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a phrase, each word with its alternatives.</summary>
    public void Add(string[][] words, T value)
    {
        foreach (var first in words[0])
        {
            if (!_byFirst.TryGetValue(first, out var phrases))
                _byFirst[first] = phrases = [];
            // The longest wins; of equals the first added.
            var place = phrases.FindIndex(other => other.Words.Length < words.Length);
            phrases.Insert(place < 0 ? phrases.Count : place, (words, value));
        }
    }

    /// <summary>The phrases of a sentence, none inside another; those of one length that begin with the same word all come, in the order in which they were added.</summary>
    public List<PhraseHit<T>> Find(Document document, Sentence sentence)
    {
        List<PhraseHit<T>> hits = [];
        for (var t = sentence.First; t < sentence.End; t++)
        {
            ref readonly var token = ref document.Tokens[t];
            var last = _byFirst.TryGetValue(token.Lemma, out var phrases) ? Add(document, t, sentence.End, phrases, hits) : t;
            // “reached in Doha” is written in its form, “reach a deal” in its lemma.
            if (last == t && !token.Form.Equals(token.Lemma, StringComparison.OrdinalIgnoreCase) && _byFirst.TryGetValue(token.Form, out phrases))
                last = Add(document, t, sentence.End, phrases, hits);
            t = last;
        }
        return hits;
    }

    /// <summary>Adds what begins at a word, and gives the last word of it; the word itself where nothing does.</summary>
    private static int Add(Document document, int first, int end, List<(string[][] Words, T Value)> phrases, List<PhraseHit<T>> hits)
    {
        var (length, last) = (0, first);
        foreach (var (words, value) in phrases)
        {
            if (words.Length < length)
                break;
            var at = first;
            for (var i = 1; i < words.Length && at >= 0; i++)
                at = Next(document, at + 1, end, words[i]);
            if (at < 0)
                continue;
            hits.Add(new(first, at, TopOf(document, first, at), value));
            (length, last) = (words.Length, Math.Max(last, at));
        }
        return last;
    }

    private static int Next(Document document, int from, int end, string[] word)
    {
        for (var t = from; t < end && t - from <= MostBetween; t++)
        {
            ref readonly var token = ref document.Tokens[t];
            if (Is(token, word))
                return t;
            if (token.Upos is not (Upos.DET or Upos.ADJ or Upos.ADV or Upos.NUM or Upos.PUNCT) && token.Xpos is not ("PRP$" or "POS") && token.Relation != Relation.Compound || token.Upos == Upos.PUNCT && token.Form is not ("," or "-" or "–" or "\"" or "“" or "”" or "'" or "‘" or "’"))
                return -1;
        }
        return -1;
    }

    private static bool Is(in Token token, string[] word)
    {
        foreach (var alternative in word)
            if (token.Lemma.Equals(alternative, StringComparison.OrdinalIgnoreCase) || token.Form.Equals(alternative, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
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
