namespace Demarche.Attributing;

/// <summary>
/// Finds the speaker beside a verb of saying by the order of the words: between a quotation and the verb, or right after the verb. Long quotations
/// mislead the tree; the words between them and the verb do not.
/// </summary>
internal sealed class Speakers(Syntax syntax, Quotations quotations)
{
    private readonly Token[] _tokens = syntax.Tokens;

    /// <summary>How many words may name a speaker.</summary>
    private const int Longest = 40;

    /// <summary>The head and the words of the speaker; −1 when there is none.</summary>
    public (int Head, Stretch Name) Beside(int verb)
    {
        var sentence = syntax.SentenceOf(verb);
        var first = verb;
        while (first > sentence.First && verb - first < Longest && !quotations.InsideLong(first - 1))
            first--;
        var opens = first == sentence.First || quotations.InsideLong(first - 1);
        // The adverbs and auxiliaries before the verb are the cue's.
        var end = verb;
        while (end > first && (_tokens[end - 1].Head == verb && _tokens[end - 1].Upos is Upos.ADV or Upos.AUX or Upos.PART))
            end--;
        var before = syntax.Trim(new(first, end));
        if (opens && !before.IsEmpty && Head(before) is >= 0 and var head && first > sentence.First)
            return (head, before);
        return before.IsEmpty ? After(verb, sentence) : (-1, default);
    }

    private (int Head, Stretch Name) After(int verb, Sentence sentence)
    {
        var end = verb + 1;
        while (end < sentence.End && end - verb < Longest && !quotations.InsideLong(end))
            end++;
        var after = new Stretch(verb + 1, end);
        var head = Head(after);
        if (head < 0 || head > verb + 8)
            return (-1, default);
        var name = syntax.Name(head);
        return (head, new(Math.Max(name.First, after.First), Math.Min(name.End, after.End)));
    }

    /// <summary>The first noun or pronoun of a stretch, or the highest noun over it inside the stretch; −1 when a verb or preposition comes first.</summary>
    private int Head(Stretch words)
    {
        for (var t = words.First; t < words.End; t++)
        {
            if (_tokens[t].Upos is Upos.DET or Upos.ADJ or Upos.NUM or Upos.PUNCT or Upos.ADV)
                continue;
            if (_tokens[t].Upos is not (Upos.PROPN or Upos.NOUN or Upos.PRON))
                return -1;
            var head = t;
            for (var step = 0; step < Longest; step++)
            {
                var above = _tokens[head].Head;
                if (above <= head || !words.Contains(above) || _tokens[above].Upos is not (Upos.PROPN or Upos.NOUN) || syntax.RelationOf(head) is not (Relation.Compound or Relation.Nmod or Relation.Amod or Relation.Det or Relation.Flat or Relation.Nummod))
                    break;
                head = above;
            }
            return head;
        }
        return -1;
    }
}
