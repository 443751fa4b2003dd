namespace Demarche.Attributing;

/// <summary>Cuts from a content what is not said by its source: what the same speaker or another goes on to say, what speaks of the whole sentence, the reporter's own words.</summary>
internal sealed class ContentCuts(Syntax syntax, Quotations quotations)
{
    /// <summary>“Osei said the road was mined, while the mayor said it was safe”: the second is not what the first said.</summary>
    public void CutTurns(List<Draft> drafts)
    {
        foreach (var other in drafts)
        {
            if (other.Rule.Class != CueClass.Verb || other.SourceHead < 0 || syntax.RelationOf(other.CueHead) != Relation.Advcl || syntax.OwnSubject(other.CueHead) < 0)
                continue;
            var clause = syntax.Phrase(other.CueHead);
            var turn = syntax.Tokens[clause.First].Form == "," ? clause.First + 1 : clause.First;
            if (turn <= 0 || !syntax.Rules.Turns.Contains(syntax.Lemmas[turn]) || syntax.Tokens[turn - 1].Form != ",")
                continue;
            foreach (var draft in drafts)
                if (draft != other && draft.CueHead < draft.Content.First && draft.TakesQuote && draft.Content.First < turn && draft.Content.Contains(turn) && !quotations.Separate(turn, draft.CueHead) && syntax.SentenceAt[draft.CueHead] == syntax.SentenceAt[turn])
                {
                    draft.Content.Remove(new Stretch(turn - 1, draft.Content.End));
                    draft.Cut = $"“{syntax.Tokens[turn].Form}” leads to what another says";
                }
        }
    }

    /// <summary>“The troops will leave, the aide said, but the palace named no day”: behind the speaker in the middle the reporter speaks for himself.</summary>
    public void CutObjections(List<Draft> drafts)
    {
        foreach (var draft in drafts)
        {
            if (draft.Rule.Class != CueClass.Verb || !draft.TakesQuote || draft.Content.First >= draft.Cue.First || draft.Content.End <= draft.Cue.End)
                continue;
            for (var t = draft.Cue.End; t + 1 < draft.Content.End; t++)
                if (syntax.Tokens[t].Form is "," or ";" && syntax.Rules.Objections.Contains(syntax.Lemmas[t + 1]) && quotations.At(t + 1) < 0 && syntax.SentenceAt[t] == syntax.SentenceAt[draft.CueHead]
                    && syntax.Tokens[t + 1] is { Relation: Relation.Cc, Head: >= 0 and var verb } && syntax.OwnSubject(verb) is >= 0 and var subject && syntax.Tokens[subject].Upos != Upos.PRON)
                {
                    draft.Content.Remove(new Stretch(t, draft.Content.End));
                    draft.Cut = $"“{syntax.Tokens[t + 1].Form}” leads back to the reporter";
                    break;
                }
                else if (syntax.Tokens[t].Form == "," && LooksBack(t + 1, draft))
                {
                    draft.Content.Remove(new Stretch(t, draft.Content.End));
                    draft.Cut = $"“{syntax.Tokens[t + 1].Form}” leads back to the reporter";
                    break;
                }
        }
    }

    // “The troops never left, the aide said on Tuesday, a day after the mayor had complained”: when it was said.
    private bool LooksBack(int first, Draft draft)
    {
        // “The troops never left, the aide said, accusing the mayor of a lie”: what he does by saying it.
        if (first < draft.Content.End && syntax.IsGerund(first) && syntax.Rules.Verbs(syntax.Lemmas[first]).Count > 0 && quotations.At(first) < 0 && syntax.SentenceAt[first] == syntax.SentenceAt[draft.CueHead])
            return true;
        var mark = first;
        while (mark < draft.Content.End && mark < first + 4 && (syntax.Tokens[mark].Upos is Upos.NUM or Upos.DET or Upos.ADJ || syntax.Tokens[mark].Upos == Upos.NOUN && syntax.Rules.Afterthoughts.Contains(syntax.Lemmas[mark])))
            mark++;
        return mark < draft.Content.End && syntax.Tokens[mark].Upos is Upos.SCONJ or Upos.ADP && syntax.Rules.Afterthoughts.Contains(syntax.Lemmas[mark]) && quotations.At(mark) < 0 && syntax.SentenceAt[mark] == syntax.SentenceAt[draft.CueHead];
    }

    /// <summary>
    /// “The envoy said the road was open, adding that …”: the participle goes on with the speaker, not with the subject of what was said, unless
    /// that is an actor of its own. “He said he was ready and added that …”: so does a second verb.
    /// </summary>
    public void GoOn(List<Draft> drafts)
    {
        var byClause = new Dictionary<int, Draft>();
        foreach (var draft in drafts)
            if (draft.TakesQuote && draft.SourceHead >= 0 && syntax.Tokens[draft.CueHead].Upos == Upos.VERB)
                foreach (var d in syntax.Tree.Of(draft.CueHead))
                    if (syntax.RelationOf(d) == Relation.Ccomp && draft.Content.Contains(d))
                        byClause.TryAdd(d, draft);
        foreach (var draft in drafts)
        {
            var head = syntax.Tokens[draft.CueHead].Head;
            var phrase = syntax.Phrase(draft.CueHead);
            // “She said the road was shut, adding, “…””, hung on the first verb as what it says.
            if (draft.TakesQuote && syntax.IsGerund(draft.CueHead) && byClause.TryGetValue(draft.CueHead, out var before) && before != draft && before.CueHead < draft.CueHead && before.Content.First < phrase.First
                && (syntax.Tokens[phrase.First].Form == "," || syntax.Tokens[phrase.First - 1].Form is "," or "”" or "\"" or "''") && syntax.OwnSubject(draft.CueHead) < 0 && !quotations.Separate(draft.CueHead, before.CueHead))
            {
                before.Content.Remove(phrase with { End = Math.Max(phrase.End, before.Content.End) });
                before.Cut = $"“{syntax.Tokens[draft.CueHead].Form}” goes on with the same speaker";
                continue;
            }
            if (!draft.TakesQuote || head < 0 || phrase.First <= head || !byClause.TryGetValue(head, out var speaker) || speaker == draft || syntax.OwnSubject(draft.CueHead) >= 0 || quotations.Separate(draft.CueHead, speaker.CueHead))
                continue;
            var own = syntax.OwnSubject(head);
            var isSpeaker = own >= 0 && syntax.Tokens[own].Upos == Upos.PRON && IsSame(syntax.Document, own, speaker.SourceHead);
            if (syntax.RelationOf(draft.CueHead) == Relation.Conj ? !isSpeaker : !IsAdded())
                continue;
            speaker.Content.Remove(phrase);
            if (speaker.Content.End <= phrase.First)
                speaker.Cut = $"“{syntax.Tokens[draft.CueHead].Form}” goes on with the same speaker";
            draft.Source.Replace(speaker.Source);
            draft.SourceHead = speaker.SourceHead;

            bool IsAdded()
            {
                var comma = syntax.Tokens[phrase.First].Form == "," || syntax.Tokens[phrase.First - 1].Form == ",";
                var acts = own >= 0 && !isSpeaker && syntax.Document.MentionAt(own) is not null;
                return syntax.IsGerund(draft.CueHead) && comma && (!acts || syntax.Rules.GoOn.Contains(syntax.Lemmas[draft.CueHead]));
            }
        }

        static bool IsSame(Document document, int a, int b) => document.MentionAt(a)?.Actor is { } one && document.MentionAt(b)?.Actor is { } other && one.Is(other);
    }

    /// <summary>“…, according to the ministry” at the end of a sentence speaks of all of it; it is no part of what somebody says inside.</summary>
    public void CutClosingPhrases(List<Draft> drafts)
    {
        var closing = new Dictionary<int, Stretch>();
        foreach (var draft in drafts)
        {
            var sentence = syntax.SentenceOf(draft.CueHead);
            var phrase = new Stretch(draft.Cue.First, Math.Max(draft.Cue.End, draft.Source.End));
            if (draft.Rule.Class == CueClass.Phrase && phrase.First > sentence.First && syntax.Tokens[phrase.First - 1].Form == "," && phrase.End >= sentence.End - 1)
                closing[syntax.SentenceAt[draft.CueHead]] = phrase;
        }
        foreach (var draft in drafts)
            if (closing.TryGetValue(syntax.SentenceAt[draft.CueHead], out var phrase) && draft.CueHead < phrase.First && draft.Content.Overlaps(phrase))
            {
                draft.Content.Remove(phrase);
                draft.Cut = $"“{syntax.Tokens[phrase.First].Form}” opens a phrase that speaks of the whole sentence";
            }
    }

    /// <summary>“warned of sanctions, even though earlier ones have had no effect”: the concession is the reporter's.</summary>
    public Stretch CutOwnWords(Draft draft, Stretch stretch)
    {
        // “We work for calm” which she sees in danger, she said: behind the closing mark of speech a relative clause is the reporter's.
        var opening = stretch.Count > 1 && syntax.Tokens[stretch.First].Form is "," or ":" ? stretch.First + 1 : stretch.First;
        if (quotations.At(opening) is >= 0 and var speech && quotations.IsSpeech(speech) && quotations.All[speech] is { Closed: true, Words: var spoken } && opening <= spoken.First + 1
            && spoken.End < stretch.End && (syntax.Tokens[spoken.End].Xpos is "WDT" or "WP" && syntax.Lemmas[spoken.End] != "that" || EndsBehindCue(draft, spoken, stretch)))
        {
            draft.Cut = "behind the closing mark the reporter takes the floor";
            stretch = stretch with { End = spoken.End };
        }
        for (var comma = stretch.First + 1; comma < stretch.End; comma++)
        {
            if (syntax.Tokens[comma].Form != "," || quotations.At(comma) >= 0)
                continue;
            foreach (var words in syntax.Rules.OwnWords)
            {
                var at = 0;
                while (at < words.Length && comma + 1 + at < stretch.End && syntax.HasForm(comma + 1 + at, words[at]))
                    at++;
                if (at == words.Length)
                {
                    draft.Cut = $"behind “{string.Join(' ', words)}” the reporter takes the floor";
                    return stretch with { End = comma };
                }
            }
        }
        return stretch;
    }

    // “According to her, “…,” words that …”: a comma before the closing mark ends what was led in, unless the speaker's words go on behind it.
    private bool EndsBehindCue(Draft draft, Stretch spoken, Stretch stretch)
    {
        if (draft.Cue.First > spoken.First || syntax.Tokens[spoken.End - 2].Form != ",")
            return false;
        for (var t = spoken.End; t < stretch.End; t++)
            if (quotations.InsideSpeech(t))
                return false;
        return true;
    }

    public Stretch Trim(Stretch stretch)
    {
        while (true)
        {
            var trimmed = syntax.Trim(stretch);
            if (!trimmed.IsEmpty && syntax.Tokens[trimmed.End - 1].Upos == Upos.CCONJ)
                trimmed = trimmed with { End = trimmed.End - 1 };
            // A mark whose partner lies outside does not belong.
            if (!trimmed.IsEmpty && quotations.At(trimmed.First) is >= 0 and var q && trimmed.First == quotations.All[q].Words.End - 1)
                trimmed = trimmed with { First = trimmed.First + 1 };
            if (!trimmed.IsEmpty && quotations.At(trimmed.End - 1) is >= 0 and var p && trimmed.End - 1 == quotations.All[p].Words.First)
                trimmed = trimmed with { End = trimmed.End - 1 };
            if (trimmed == stretch || trimmed.IsEmpty)
                return trimmed;
            stretch = trimmed;
        }
    }
}
