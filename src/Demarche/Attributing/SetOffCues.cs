namespace Demarche.Attributing;

/// <summary>
/// Finds the few words between commas by which somebody is quoted: “Turkey, officials say, has moved a ship”, “the bridge was mined, the engineers told the governor, the
/// ministry said, the agency reported”. Such asides mislead the tree; the commas and the order of the words do not. Of several at the end of a sentence each says the
/// words of the one before it.
/// </summary>
internal sealed class SetOffCues(Syntax syntax, Quotations quotations, Speakers speakers)
{
    /// <summary>How many tokens an aside may have.</summary>
    private const int Longest = 25;

    private readonly Token[] _tokens = syntax.Tokens;
    private readonly List<Aside> _asides = [];

    /// <param name="Words">From behind the comma to the next one, or to the end of the sentence.</param>
    /// <param name="Cue">The token of the cue.</param>
    /// <param name="Rule">Its rule.</param>
    /// <param name="Head">The head of the speaker; −1 when nobody is named (“it is understood”).</param>
    /// <param name="Name">The speaker.</param>
    /// <param name="Rest">Behind cue and speaker: to whom, where, when and how it was said.</param>
    /// <param name="Known">What the tree has found by this cue; null when it has found nothing.</param>
    private sealed record Aside(Stretch Words, int Cue, CueRule Rule, int Head, Stretch Name, Stretch Rest, Draft? Known);

    /// <summary>Adds to a sentence's attributions those that the tree has missed, and mends the contents of those that it has cut.</summary>
    public void Mend(Sentence sentence, List<Draft> drafts)
    {
        _asides.Clear();
        var end = sentence.End;
        while (end > sentence.First && _tokens[end - 1].Form is "." or "!" or "?")
            end--;
        for (var t = sentence.First + 1; t < end; t++)
            if (Opens(t) && Find(t, end, sentence, drafts) is { } aside)
            {
                _asides.Add(aside);
                t = aside.Words.End - 1;
            }
        if (_asides.Count == 0)
            return;

        // Those that close the sentence, one behind the other.
        var closing = _asides.Count;
        for (var next = end; closing > 0 && _asides[closing - 1].Words.End == next; closing--)
            next = _asides[closing - 1].Words.First - (_tokens[_asides[closing - 1].Words.First - 1].Form == "," ? 1 : 0);
        for (var i = 0; i < _asides.Count; i++)
            if (i >= closing)
                Close(sentence, i, closing, drafts);
            else
                Interrupt(sentence, end, _asides[i], drafts);
    }

    // Behind a comma that stands in no quotation, or behind the closing mark of one.
    private bool Opens(int token) => _tokens[token - 1].Form == "," ? !quotations.Inside(token - 1) : quotations.InsideSpeech(token - 1) && !quotations.Inside(token);

    private Aside? Find(int first, int end, Sentence sentence, List<Draft> drafts)
    {
        var last = first;
        var verb = -1;
        for (; last < end && _tokens[last].Form != ","; last++)
        {
            if (last - first > Longest || quotations.Inside(last) || _tokens[last].Upos == Upos.SCONJ || _tokens[last].Form is ":" or ";")
                return null;
            if (verb < 0 && _tokens[last].Upos == Upos.VERB)
                verb = last;
        }
        var words = new Stretch(first, last);
        if (drafts.Find(draft => draft.Rule.Class == CueClass.Phrase && draft.Cue.First == first) is { } phrase)
            return new(words, phrase.CueHead, phrase.Rule, phrase.SourceHead, new(phrase.Source.First, phrase.Source.End), default, phrase);
        if (verb < 0 || (syntax.QuoteRule(verb) ?? ClauseRule(first, verb)) is not { } rule)
            return null;
        // “…, Oslo asked for a truce”: what the cue leads to stands behind it.
        var known = drafts.Find(draft => draft.CueHead == verb || draft.Cue.Contains(verb));
        if (known is not null && words.Contains(new Stretch(known.Content.First, known.Content.End)))
            return null;

        var group = verb;
        while (group > first && _tokens[group - 1].Upos is Upos.AUX or Upos.ADV or Upos.PART)
            group--;
        int head;
        Stretch name;
        var behind = verb + 1;
        if (group == first + 1 && syntax.HasForm(first, "it") && _tokens[verb].Xpos == "VBN" && syntax.Lemmas[group] == "be")
        {
            (head, name) = (-1, default);
        }
        else if (_tokens[verb].Xpos is not ("VBD" or "VBZ" or "VBP") && !(_tokens[verb].Xpos == "VBN" && group < verb && syntax.Lemmas[group] == "have"))
        {
            return null;
        }
        else if (group > first)
        {
            (head, name) = speakers.Named(new(first, group));
            if (head < 0 || syntax.IsTime(head) || syntax.CannotSpeak(head) && syntax.Lemmas[head] != "it")
                return null;
        }
        else
        {
            // “…, told the radio”: behind a verb that tells somebody stands whom it tells.
            if (rule.TakesPerson)
                return null;
            (head, name) = speakers.After(verb, sentence);
            if (head < 0 || name.First != verb + 1 || name.End > last || syntax.IsTime(head) || syntax.CannotSpeak(head))
                return null;
            behind = name.End;
        }
        if (rule.NeedsActor && (head < 0 || syntax.Document.MentionAt(head) is null) || head >= 0 && rule.NotSource.Contains(syntax.Lemmas[head]))
            return null;
        var rest = new Stretch(behind, last);
        return IsCircumstance(rest, verb, rule) ? new(words, verb, rule, head, name, rest, known) : null;
    }

    // “it is understood”: what takes a clause will do where nobody is named.
    private CueRule? ClauseRule(int first, int verb)
    {
        if (!syntax.HasForm(first, "it") || _tokens[verb].Xpos != "VBN")
            return null;
        foreach (var cue in syntax.Rules.Verbs(syntax.Lemmas[verb]))
            if (cue.Further.Length == 0 && cue.Rule.Voice != Voice.Active && Array.Exists(cue.Rule.Frames, frame => frame.Has(ComplementKind.Clause)))
                return cue.Rule;
        return null;
    }

    // “told the governor in a letter published on Monday”: to whom, where, when and how, but nothing that is said.
    private bool IsCircumstance(Stretch rest, int cue, CueRule rule)
    {
        if (rest.IsEmpty)
            return true;
        var opening = _tokens[rest.First];
        if (opening.Upos is not (Upos.ADP or Upos.ADV) && !syntax.IsTime(rest.First) && !rule.TakesPerson)
            return false;
        if (opening.Upos == Upos.ADP && TakesBehind(cue, syntax.Lemmas[rest.First]))
            return false;
        for (var t = rest.First; t < rest.End; t++)
            if (_tokens[t].Upos is Upos.AUX or Upos.PRON && _tokens[t].Xpos is "WP" or "WDT" or "MD" || _tokens[t].Xpos is "VBD" or "VBZ" or "VBP" or "MD" or "TO" or "WRB" || t == rest.First && _tokens[t].Upos == Upos.VERB)
                return false;
        return true;
    }

    // “warned of”, “insisted on”: behind such a preposition stands what is said.
    private bool TakesBehind(int cue, string preposition)
    {
        foreach (var word in syntax.Rules.Verbs(syntax.Lemmas[cue]))
            foreach (var frame in word.Rule.Frames)
                foreach (var part in frame.Parts)
                    if (part.Kind == ComplementKind.Preposition && Array.IndexOf(part.Prepositions, preposition) >= 0)
                        return true;
        return false;
    }

    private void Close(Sentence sentence, int number, int first, List<Draft> drafts)
    {
        var aside = _asides[number];
        var said = syntax.Trim(new(sentence.First, aside.Words.First));
        if (aside.Known is not { } known)
        {
            if (SaysSomething(said, sentence))
                drafts.Add(Make(aside, said, takesQuote: number == first));
        }
        else if (number > first || _asides.Count - first > 1 && known.Content.End > aside.Words.End)
        {
            known.Content.Replace(new Stretches().Add(said));
            // The quotation is his whose words it is first.
            known.TakesQuote &= number == first;
        }
        if (aside is { Known: { Rule.Class: CueClass.Verb } found, Head: >= 0 } && (found.SourceHead != aside.Head || found.Source.First < aside.Words.First))
        {
            // “Truce in sight, Doha says”: the tree takes what is said for who says it.
            found.SourceHead = aside.Head;
            found.Source.Replace(new Stretches().Add(aside.Name));
            found.Content.Add(said);
        }
        // “…, he told her, the office said in a letter”: how the outer one said it is nothing to what is said.
        foreach (var draft in drafts)
            if (draft.CueHead <= aside.Cue)
                draft.Content.Remove(aside.Rest);
        AddWays(aside);
    }

    private void Interrupt(Sentence sentence, int end, Aside aside, List<Draft> drafts)
    {
        var before = syntax.Trim(new(sentence.First, aside.Words.First));
        var after = new Stretch(aside.Words.End + 1, end);
        if (aside.Rule.Class == CueClass.Phrase || before.IsEmpty || after.IsEmpty || quotations.Inside(before.End - 1) || quotations.Inside(after.First))
            return;
        // “Turkey, officials say, has moved”, “such a step would, he warned, amount to”: the verb of what is said stands behind the aside.
        var goesOn = _tokens[after.First].Upos is Upos.AUX or Upos.VERB or Upos.PART || _tokens[before.End - 1].Upos == Upos.AUX;
        // “the park, where they camp, is near the embassy, which, the mayor said, stays closed”: he says no more than what the pronoun opens.
        if (goesOn && syntax.IsRelativePronoun(before.End - 1))
        {
            before = new(before.End - 1, before.End);
            if (aside.Known is { } own && own.Content.First < before.First)
                own.Content.Replace(new Stretches().Add(before).Add(after));
        }
        if (aside.Known is not { } known)
        {
            if (!goesOn && !SaysSomething(before, sentence))
                return;
            var draft = Make(aside, before, takesQuote: true);
            if (goesOn)
                draft.Content.Add(after);
            drafts.Add(draft);
        }
        else if (goesOn && known.Content.End <= aside.Words.First)
        {
            known.Content.Add(after);
        }
        // “It was unclear, the ministry said, who had fired”: what opens the sentence is said too, unless another's words stand in it.
        else if (known.Content.First >= aside.Words.End && SaysSomething(before, sentence) && !syntax.IsGerund(before.First) && !drafts.Exists(draft => draft.CueHead < aside.Words.First))
        {
            known.Content.Add(before);
        }
        foreach (var draft in drafts)
            if (draft.CueHead == aside.Cue)
                draft.Content.Remove(aside.Rest);
        AddWays(aside);
    }

    private bool SaysSomething(Stretch words, Sentence sentence)
    {
        if (sentence.Kind == BlockKind.Title)
            return words.Count > 1;
        for (var t = words.First; t < words.End; t++)
            if (quotations.InsideSpeech(t) || syntax.IsVerb(t) && (syntax.IsFinite(t) || _tokens[t].Upos == Upos.AUX))
                return true;
        return false;
    }

    private Draft Make(Aside aside, Stretch content, bool takesQuote)
    {
        var draft = new Draft(aside.Rule, aside.Cue, syntax.Group(aside.Cue)) { SourceHead = aside.Head, Form = "set off", TakesQuote = takesQuote, IsPassive = aside.Head < 0, Confidence = aside.Rule.Confidence * 0.8 };
        if (aside.Head >= 0)
            draft.Source.Add(aside.Name);
        draft.Content.Add(content);
        return draft;
    }

    // The medium, wherever the tree has hung it.
    private void AddWays(Aside aside)
    {
        if (aside.Known is not { } known)
            return;
        for (var t = aside.Rest.First; t < aside.Rest.End; t++)
            if (_tokens[t].Upos == Upos.NOUN && _tokens[t].Head != aside.Cue && syntax.Rules.Medium(syntax.Lemmas[t]) is not null)
                known.Ways.Add(t);
    }
}
