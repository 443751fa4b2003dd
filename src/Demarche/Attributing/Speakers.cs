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
        if (AfterQuotation(verb) is (>= 0, _) between)
            return between;
        if (Appended(verb) is >= 0 and var appended)
            return (appended, syntax.Name(appended));
        var sentence = syntax.SentenceOf(verb);
        return verb == sentence.First || quotations.InsideSpeech(verb - 1) || syntax.Trim(new(verb - 1, verb)).IsEmpty ? After(verb, sentence) : (-1, default);
    }

    /// <summary>“…,” the minister, who had just arrived, said: what stands between a quotation and the verb names the speaker.</summary>
    public (int Head, Stretch Name) AfterQuotation(int verb)
    {
        var sentence = syntax.SentenceOf(verb);
        var first = verb;
        while (first > sentence.First && verb - first < Longest && !quotations.InsideSpeech(first - 1))
            first--;
        if (quotations.InsideSpeech(verb) || first == sentence.First || !quotations.InsideSpeech(first - 1))
            return (-1, default);
        // The adverbs and auxiliaries before the verb are the cue's.
        var end = verb;
        while (end > first && _tokens[end - 1].Head == verb && _tokens[end - 1].Upos is Upos.ADV or Upos.AUX or Upos.PART)
            end--;
        var words = syntax.Trim(new(first, end));
        return !words.IsEmpty && !HoldsClause(words) && Head(words) is >= 0 and var head ? (head, words) : (-1, default);
    }

    /// <summary>“…, a source close to him said.”: what stands between the last comma and a verb that ends its sentence, but for the day, names the speaker.</summary>
    public (int Head, Stretch Name) BeforeEnd(int verb)
    {
        var sentence = syntax.SentenceOf(verb);
        if (_tokens[verb].Xpos is not ("VBD" or "VBZ" or "VBP"))
            return (-1, default);
        for (var t = verb + 1; t < sentence.End; t++)
            if (_tokens[t].Form is not ("." or "!" or "?") && !(t == verb + 1 && syntax.IsTime(t)))
                return (-1, default);
        var first = verb;
        while (first > sentence.First && verb - first < Longest && _tokens[first - 1].Form != ",")
            first--;
        var end = verb;
        while (end > first && _tokens[end - 1].Upos is Upos.ADV or Upos.AUX or Upos.PART)
            end--;
        var words = new Stretch(first, end);
        if (first - sentence.First < 4 || words.IsEmpty || syntax.Trim(words) != words || HoldsVerb(words) || Head(words) is not (>= 0 and var head))
            return (-1, default);
        return (head, words);
    }

    /// <summary>“…, said the head of the guild.”: behind a comma or a closing mark the verb comes first and the speaker closes the sentence.</summary>
    public (int Head, Stretch Name) Inverted(int verb)
    {
        var sentence = syntax.SentenceOf(verb);
        if (verb <= sentence.First + 2 || _tokens[verb].Xpos is not ("VBD" or "VBZ") || !(_tokens[verb - 1].Form == "," || quotations.InsideSpeech(verb - 1)))
            return (-1, default);
        var relative = false;
        for (var t = verb + 1; t < sentence.End; t++)
        {
            relative |= _tokens[t].Xpos is "WP" or "WDT" or "WP$";
            if (quotations.Inside(t) || !relative && (_tokens[t].Xpos is "VBD" or "VBZ" or "VBP" or "MD" || _tokens[t].Upos == Upos.SCONJ))
                return (-1, default);
        }
        var (head, name) = After(verb, sentence);
        return head >= 0 && !syntax.IsTime(head) ? (head, name) : (-1, default);
    }

    private bool HoldsVerb(Stretch words)
    {
        for (var t = words.First; t < words.End; t++)
            if (quotations.Inside(t) || _tokens[t].Upos is Upos.VERB or Upos.AUX or Upos.SCONJ or Upos.CCONJ || _tokens[t].Upos == Upos.PUNCT && !syntax.IsHyphen(t) || _tokens[t].Xpos is "WP" or "WDT" or "WRB")
                return true;
        return false;
    }

    // A verb outside a relative clause: the words are more than a name.
    private bool HoldsClause(Stretch words)
    {
        for (var t = words.First; t < words.End; t++)
        {
            if (_tokens[t].Xpos is "WP" or "WDT" or "WP$")
                return false;
            if (_tokens[t].Upos is Upos.VERB or Upos.AUX && _tokens[t].Xpos is not ("VBG" or "VBN"))
                return true;
        }
        return false;
    }

    /// <summary>“In May, the minister, who …, told”, “In a post the minister, who …, wrote”: a subject that the tree has taken for a part of the phrase before it.</summary>
    private int Appended(int verb)
    {
        var found = -1;
        foreach (var d in syntax.Tree.Of(verb))
            if (d < verb && syntax.RelationOf(d) is Relation.Obl or Relation.Nmod or Relation.Dep)
                foreach (var a in syntax.Tree.Of(d))
                    if (a > d && a < verb && _tokens[a].Upos is Upos.PROPN or Upos.NOUN && !syntax.IsTime(a)
                        && (syntax.RelationOf(a) == Relation.Appos ? syntax.Left(a) > 0 && _tokens[syntax.Left(a) - 1].Form == "," : syntax.RelationOf(a) == Relation.Nmod && syntax.Tree.Dependent(a, Relation.Case) < 0))
                        found = a;
        return found;
    }

    /// <summary>The name with which a verb's sentence opens; −1 where it opens with something else.</summary>
    public (int Head, Stretch Name) Opening(int verb)
    {
        var sentence = syntax.SentenceOf(verb);
        if (Head(new(sentence.First, verb)) is not (>= 0 and var head))
            return (-1, default);
        var name = syntax.Name(head);
        return name.First <= sentence.First + 2 && name.End <= verb ? (head, name) : (-1, default);
    }

    /// <summary>The whole of a stretch as a name; −1 where it is none.</summary>
    public (int Head, Stretch Name) Named(Stretch words)
    {
        words = syntax.Trim(words);
        if (words.IsEmpty || HoldsVerb(words))
            return (-1, default);
        if (Head(words) is >= 0 and var head)
            return (head, words);
        // “the two”, “the editorial”, taken for an adjective.
        return words.Count < 4 && _tokens[words.First].Upos == Upos.DET && _tokens[words.End - 1].Upos is Upos.ADJ or Upos.NUM ? (words.End - 1, words) : (-1, default);
    }

    public (int Head, Stretch Name) After(int verb, Sentence sentence)
    {
        var end = verb + 1;
        while (end < sentence.End && end - verb < Longest && !quotations.InsideSpeech(end))
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
        // “…,” May said: alone between the mark and the verb a capital makes a name of any word.
        if (words.Count == 1 && words.First > 0 && quotations.InsideSpeech(words.First - 1) && char.IsUpper(_tokens[words.First].Form[0]))
            return words.First;
        for (var t = words.First; t < words.End; t++)
        {
            // “said one Republican”: a name by its finer tag.
            var isName = _tokens[t].Upos == Upos.ADJ && _tokens[t].Xpos is "NNP" or "NNPS" && (t + 1 >= words.End || _tokens[t + 1].Upos is not (Upos.NOUN or Upos.PROPN or Upos.ADJ));
            if (_tokens[t].Upos is Upos.DET or Upos.ADJ or Upos.NUM or Upos.PUNCT or Upos.ADV && !isName || _tokens[t].Xpos is "VBN" or "VBG" && syntax.RelationOf(t) == Relation.Amod && t > words.First)
                continue;
            if (!isName && _tokens[t].Upos is not (Upos.PROPN or Upos.NOUN or Upos.PRON))
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
