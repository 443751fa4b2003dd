namespace Demarche.Attributing;

/// <summary>Leaves of a content that is a quotation only the quoted words: what leads to them and what stands between them is the reporter's.</summary>
internal sealed class QuotedWords(Syntax syntax, Quotations quotations)
{
    private readonly Token[] _tokens = syntax.Tokens;
    private readonly Tree _tree = syntax.Tree;

    /// <summary>How far from its cue a quotation may stand, in tokens.</summary>
    private const int Reach = 30;

    /// <summary>
    /// “We can win,” she said in Accra as she left: where a quotation opens the content and its cue stands outside, what follows the cue without marks
    /// is the reporter's.
    /// </summary>
    /// <param name="draft">The attribution.</param>
    /// <param name="resumed">Tokens that lead back to the speaker and stay.</param>
    public void KeepTo(Draft draft, HashSet<int> resumed)
    {
        if (!draft.TakesQuote || draft.Content.IsEmpty)
            return;
        KeepLeadOut(draft);
        if (draft.CueHead < draft.Content.First)
            return;
        var opening = quotations.At(draft.Content.First);
        if (opening < 0 || !quotations.IsSpeech(opening))
            return;
        var words = quotations.All[opening].Words;
        if (words.First != draft.Content.First || words.End > draft.CueHead)
            return;
        var onward = Onward(draft);
        draft.Content.Add(onward);
        // “…,” the teacher, who works in Sofia, said: a comma before the mark ends the words.
        var ended = _tokens[words.End - 2].Form is "," or "?" or "!";
        foreach (var stretch in draft.Content.List.ToArray())
            for (var t = Math.Max(stretch.First, words.End); t < stretch.End; t++)
                if (t > draft.CueHead ? !(quotations.Inside(t) && StandsAlone(quotations.All[quotations.At(t)].Words, draft)) : ended && !quotations.Inside(t))
                {
                    // … but for the few words that lead back to the speaker.
                    if (!resumed.Contains(t) && !onward.Contains(t))
                        draft.Content.Remove(new Stretch(t, t + 1));
                }
    }

    /// <summary>
    /// “We are worried,” she wrote, that the ministry “may …”, “Leave,” the paper states, becomes available “after …”: behind the cue the clause of the quoted words goes on
    /// without marks, up to a quotation that ends it. Empty where it does not.
    /// </summary>
    private Stretch Onward(Draft draft)
    {
        var sentence = syntax.SentenceOf(draft.CueHead);
        for (var t = draft.CueHead + 1; t < sentence.End - 2 && !quotations.Inside(t); t++)
        {
            if (_tokens[t - 1].Form != "," || !(syntax.Lemmas[t] == "that" && _tokens[t].Xpos == "IN" || _tokens[t].Xpos is "VBZ" or "VBD" or "MD" && t <= Math.Max(draft.Cue.End, draft.Source.End) + 1))
                continue;
            for (var q = t; q < sentence.End; q++)
                if (quotations.InsideSpeech(q))
                    return quotations.All[quotations.At(q)].Words is { } words && words.End >= sentence.End - 1 && _tokens[q - 1].Form is not ("," or ":") ? new(t, words.End) : default;
            return default;
        }
        return default;
    }

    /// <summary>“Asked about the toll, she said, “…””, “One thing was new: “…,” she said”: what only leads to the quotation is the reporter's.</summary>
    private void KeepLeadOut(Draft draft)
    {
        var first = draft.Content.List[0];
        if (quotations.Inside(first.First))
            return;
        if (first.First > draft.CueHead)
        {
            // “told the court, when asked about the toll: “…””: the colon leads in.
            for (var t = first.First; t <= first.End && t + 1 < _tokens.Length; t++)
                if (_tokens[t].Form is ":" or "," && quotations.InsideSpeech(t + 1) && quotations.All[quotations.At(t + 1)].Words.First == t + 1 && syntax.SentenceAt[t] == syntax.SentenceAt[draft.CueHead]
                    && (_tokens[t].Form == ":" || OnlyAdverbs(first.First, t) || IsAddressee(new(draft.Cue.End, t), first.First, draft) || EndsWithSentence(t + 1) && syntax.Lemmas[first.First] != "that" || draft.Persons.Count == 0 && draft.Rule.TakesPerson && _tree.Dependent(draft.CueHead, Relation.Obj) is >= 0 and var person && syntax.Left(person) == first.First && syntax.Right(person) >= t - 1))
                {
                    draft.Content.Remove(new Stretch(first.First, t + 1));
                    return;
                }
            return;
        }
        foreach (var stretch in draft.Content.List)
            for (var t = stretch.First; t < stretch.End; t++)
            {
                if (!quotations.InsideSpeech(t) || quotations.All[quotations.At(t)].Words.First != t)
                    continue;
                var opens = t > 0 && _tokens[t - 1].Form == ":" && t < draft.CueHead;
                var follows = t >= draft.Cue.End && (t <= draft.Cue.End + 1 || t <= draft.Cue.End + (EndsWithSentence(t) ? Reach : 8) && _tokens[t - 1].Form is "," or ":") && first.End <= draft.CueHead && syntax.SentenceAt[first.First] == syntax.SentenceAt[draft.CueHead];
                // “Its leaders, she said, “have gone””: the subject of the quoted words stays; “Kabul plays, he said, “with fire””: so does their verb.
                if (!opens && (!follows || !(syntax.HoldsVerb(first) || IsSentence(t + 1)) || IsBrokenOff(first) || _tokens[t + 1] is { Upos: Upos.ADP, Form: [>= 'a', ..] }))
                    return;
                draft.Content.Remove(new Stretch(first.First, opens ? t : first.End));
                return;
            }
    }

    // “…,” she said on “Good Evening”: what follows the cue in its sentence without a mark before it is part of the reporter's words.
    private bool StandsAlone(Stretch words, Draft draft) =>
        !draft.Persons.Exists(words.Contains) && StandsApart(words, draft);

    private bool StandsApart(Stretch words, Draft draft) =>
        syntax.SentenceAt[words.First] != syntax.SentenceAt[draft.CueHead] || words.First == syntax.SentenceOf(words.First).First || _tokens[words.First - 1].Upos is Upos.PUNCT or Upos.CCONJ || syntax.EndsInStop(words.First - 1) || draft.Cue.End == words.First;

    // “…, “We have …”.”: a whole sentence in marks up to the end of the sentence around it.
    private bool EndsWithSentence(int mark) =>
        (IsSentence(mark + 1) || _tokens[mark + 1].Form is "I") && quotations.All[quotations.At(mark)] is { Closed: true, Words: var words } && words.End >= syntax.SentenceOf(mark).End - 1;

    // “telling the class of 2014, “…””: between a cue that takes a person and a quotation stands the person, whatever the tree has made of the words.
    private bool IsAddressee(Stretch words, int first, Draft draft) =>
        words.Contains(first) && words.Count < 12 && !draft.Content.Contains(words.First - 1) && !syntax.HoldsVerb(words) && _tokens[words.First].Upos is not (Upos.ADP or Upos.SCONJ) && draft.Rule.TakesPerson;

    private bool OnlyAdverbs(int from, int to)
    {
        for (var t = from; t < to; t++)
            if (_tokens[t].Upos is not (Upos.ADV or Upos.PUNCT))
                return false;
        return true;
    }

    // “However, she told the panel, “We have …””: a capital opens a sentence of its own.
    private bool IsSentence(int first) => char.IsUpper(_tokens[first].Form[0]) && _tokens[first] is { Upos: not Upos.PROPN, Form.Length: > 1 };

    // “The claim that it had sunk was, she said, “a joke””: the clause goes on in the quotation.
    private bool IsBrokenOff(Stretch words) =>
        syntax.Trim(words) is { IsEmpty: false } trimmed && trimmed.End < _tokens.Length && (_tokens[trimmed.End].Upos == Upos.AUX || _tokens[trimmed.End - 1] is { Upos: Upos.AUX or Upos.ADP or Upos.DET or Upos.SCONJ } or { Xpos: "TO" });
}
