namespace Demarche.Attributing;

/// <summary>
/// Ties quotations to their speakers: a quotation belongs whole to the cue that holds a part of it; one beside a cue belongs to it; one that
/// follows an attributed sentence without a cue of its own continues it.
/// </summary>
internal sealed class QuotationCues(Syntax syntax, Quotations quotations, Speakers speakers)
{
    private readonly Token[] _tokens = syntax.Tokens;
    private readonly Document _document = syntax.Document;
    private readonly Tree _tree = syntax.Tree;
    private readonly HashSet<int> _resumed = [];

    /// <summary>How far from a quotation its cue may stand, in tokens.</summary>
    private const int Reach = 30;

    public void Join(List<Draft> drafts)
    {
        var owner = new Draft?[quotations.All.Count];
        var atVerb = new Dictionary<int, Draft>();
        foreach (var draft in drafts)
        {
            if (draft.TakesQuote)
                atVerb[draft.CueHead] = draft;
            Widen(draft, owner);
        }

        var added = new List<Draft>();
        var bySentence = drafts.ToLookup(draft => syntax.SentenceAt[draft.CueHead]);
        var statements = drafts.Where(draft => draft.TakesQuote && draft.SourceHead >= 0 && !quotations.Inside(draft.CueHead)).OrderBy(draft => draft.CueHead).ToList();
        var speaking = owner.Where((draft, q) => draft is not null && quotations.IsSpeech(q)).OfType<Draft>().ToHashSet();
        var next = 0;
        Draft? last = null;
        var lastSentence = int.MinValue;
        for (var q = 0; q < quotations.All.Count; q++)
        {
            var words = quotations.All[q].Words;
            if (owner[q] is null && words.Count >= 4)
                owner[q] = Beside(words, atVerb, added, last) ?? LedIn(words, added) ?? Signed(words, added) ?? Credited(words, added);
            if (owner[q] is { } own && quotations.IsSpeech(q))
                speaking.Add(own);

            // The statement made last before this quotation, in the reporter's words or the speaker's.
            while (next < statements.Count && statements[next].CueHead < words.First)
            {
                var statement = statements[next++];
                if (!IsOutermost(statement, last))
                    continue;
                if (last is not null && speaking.Contains(last) && !speaking.Contains(statement) && syntax.SentenceAt[last.CueHead] == syntax.SentenceAt[statement.CueHead])
                {
                    // “…,” said the envoy, noting that …: who spoke the quotation keeps the floor.
                    lastSentence = Math.Max(lastSentence, statement.Content.IsEmpty ? 0 : syntax.SentenceAt[statement.Content.End - 1]);
                    continue;
                }
                last = statement;
                lastSentence = Math.Max(syntax.SentenceAt[last.CueHead], last.Content.IsEmpty ? 0 : syntax.SentenceAt[last.Content.End - 1]);
            }
            if (owner[q] is null && last is not null && Resumed(words, last, bySentence) is { IsEmpty: false } resumed)
            {
                last.Content.Add(resumed);
                _resumed.UnionWith(Enumerable.Range(resumed.First, resumed.Count));
                owner[q] = last;
            }
            if (owner[q] is null && last is not null && GoesOn(words, last) && syntax.SentenceAt[words.First] - lastSentence <= Gap(words, last) && !IsHeading(q, last))
            {
                last.Content.Add(words);
                owner[q] = last;
            }
            // “…,” said the envoy, who called it “odd”. “…”: a word held at arm's length is not spoken to the reporter.
            if (owner[q] is { TakesQuote: true } speaker && !quotations.Inside(speaker.CueHead) && (quotations.IsSpeech(q) || last is null || speaker == last || !speaking.Contains(last) || syntax.SentenceAt[speaker.CueHead] != syntax.SentenceAt[last.CueHead])
                && !(last is not null && speaker != last && speaking.Contains(last) && syntax.IsGerund(speaker.CueHead) && speaker.SourceHead == last.SourceHead && !last.Content.IsEmpty && quotations.InsideSpeech(last.Content.First) && !quotations.InsideSpeech(speaker.Content.First)))
            {
                last = speaker;
                lastSentence = Math.Max(syntax.SentenceAt[words.End - 1], syntax.SentenceAt[speaker.CueHead]);
            }
        }
        drafts.AddRange(added);
        GoOnTogether(drafts, speaking);
        foreach (var draft in speaking)
            KeepToQuotations(draft);
        // What another cue leads to is that one's alone.
        for (var q = 0; q < owner.Length; q++)
            if (owner[q] is { } another)
                foreach (var draft in bySentence[syntax.SentenceAt[another.CueHead]])
                    if (draft != another && draft.TakesQuote && draft.CueHead < another.CueHead && IsLedByAnother(quotations.All[q].Words, draft) && another.CueHead == quotations.All[q].Words.First - 2)
                        draft.Content.Remove(quotations.All[q].Words);
    }

    /// <summary>“…,” he said, according to the paper. “…”: what goes on with the speaker goes on with whoever reports him.</summary>
    private void GoOnTogether(List<Draft> drafts, HashSet<Draft> speaking)
    {
        var bySentence = speaking.ToLookup(draft => syntax.SentenceAt[draft.CueHead]);
        foreach (var outer in drafts)
            if (outer.Rule.Class == CueClass.Phrase)
                foreach (var inner in bySentence[syntax.SentenceAt[outer.CueHead]])
                    if (inner.CueHead < outer.CueHead && outer.Content.Contains(inner.CueHead))
                        foreach (var stretch in inner.Content.List)
                            if (stretch.First > outer.CueHead)
                                outer.Content.Add(stretch);
    }

    /// <summary>
    /// “We can win,” she said in Accra as she left: where a quotation opens the content and its cue stands outside, what follows the cue without marks
    /// is the reporter's.
    /// </summary>
    private void KeepToQuotations(Draft draft)
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
        // “…,” the teacher, who works in Sofia, said: a comma before the mark ends the words.
        var ended = _tokens[words.End - 2].Form is "," or "?" or "!";
        foreach (var stretch in draft.Content.List.ToArray())
            for (var t = Math.Max(stretch.First, words.End); t < stretch.End; t++)
                if (t > draft.CueHead ? !(quotations.Inside(t) && StandsAlone(quotations.All[quotations.At(t)].Words, draft)) : ended && !quotations.Inside(t))
                {
                    // … but for the few words that lead back to the speaker.
                    if (!_resumed.Contains(t))
                        draft.Content.Remove(new Stretch(t, t + 1));
                }
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
            for (var t = first.First; t < first.End - 1; t++)
                if (_tokens[t].Form is ":" or "," && quotations.InsideSpeech(t + 1) && quotations.All[quotations.At(t + 1)].Words.First == t + 1 && syntax.SentenceAt[t] == syntax.SentenceAt[draft.CueHead]
                    && (_tokens[t].Form == ":" || OnlyAdverbs(first.First, t) || EndsWithSentence(t + 1) && syntax.Lemmas[first.First] != "that" || draft.Persons.Count == 0 && Array.Exists(draft.Rule.Frames, frame => frame.Has(ComplementKind.Person)) && _tree.Dependent(draft.CueHead, Relation.Obj) is >= 0 and var person && syntax.Left(person) == first.First && syntax.Right(person) >= t - 1))
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
                if (!opens && (!follows || !(HoldsVerb(first) || IsSentence(t + 1)) || IsBrokenOff(first) || _tokens[t + 1] is { Upos: Upos.ADP, Form: [>= 'a', ..] }))
                    return;
                draft.Content.Remove(new Stretch(first.First, opens ? t : first.End));
                return;
            }
    }

    // “…,” she said on “Good Evening”: what follows the cue in its sentence without a mark before it is part of the reporter's words.
    private bool StandsAlone(Stretch words, Draft draft) =>
        !draft.Persons.Exists(words.Contains) && StandsApart(words, draft);

    private bool StandsApart(Stretch words, Draft draft) =>
        syntax.SentenceAt[words.First] != syntax.SentenceAt[draft.CueHead] || words.First == syntax.SentenceOf(words.First).First || _tokens[words.First - 1].Upos is Upos.PUNCT or Upos.CCONJ || draft.Cue.End == words.First;

    // “said that the envoy had warned …”: what follows goes on with the outer speaker.
    private static bool IsOutermost(Draft draft, Draft? last) => last is null || !last.Content.Contains(draft.CueHead);

    /// <summary>Takes in the whole of each quotation of which the content holds an edge.</summary>
    private void Widen(Draft draft, Draft?[] owner)
    {
        foreach (var stretch in draft.Content.List.ToArray())
        {
            Own(draft, quotations.At(stretch.First), owner);
            Own(draft, quotations.At(stretch.End - 1), owner);
        }
        if (!draft.TakesQuote)
            return;
        foreach (var stretch in draft.Content.List)
            for (var t = stretch.First; t < stretch.End; t++)
                if (quotations.At(t) is >= 0 and var inside)
                {
                    // A cue inside a quotation has a part of it, never the whole.
                    if (!quotations.All[inside].Words.Contains(draft.CueHead) && !IsLedByAnother(quotations.All[inside].Words, draft))
                        owner[inside] ??= draft;
                    t = quotations.All[inside].Words.End - 1;
                }
    }

    /// <summary>“…,” he said, adding, “…”: the second is what he added.</summary>
    private bool IsLedByAnother(Stretch words, Draft draft)
    {
        var cue = words.First - 2;
        return cue > draft.CueHead && _tokens[words.First - 1].Form is "," or ":" && syntax.IsGerund(cue) && syntax.SentenceAt[cue] == syntax.SentenceAt[draft.CueHead] && !quotations.Inside(cue) && quotations.IsSpeech(quotations.At(words.First)) && QuoteRule(cue) is not null;
    }

    private void Own(Draft draft, int q, Draft?[] owner)
    {
        if (q < 0 || quotations.All[q].Words.Contains(draft.CueHead) || draft.TakesQuote && IsLedByAnother(quotations.All[q].Words, draft))
            return;
        var words = quotations.All[q].Words;
        if (draft.SourceHead >= 0 && words.Contains(draft.SourceHead))
            return;
        draft.Content.Add(words);
        owner[q] = draft;
    }

    /// <summary>A cue that stands right after or right before the quotation.</summary>
    private Draft? Beside(Stretch words, Dictionary<int, Draft> atVerb, List<Draft> added, Draft? last)
    {
        var sentences = _document.Sentences;
        // “…,” he said. The sentence may have been split after the closing mark.
        // A stop before the closing mark ends the sentence: what follows is another.
        if (words.End < _tokens.Length && (_tokens[words.End - 2].Form != "." || IsBareCue(words.End)) && sentences[syntax.SentenceAt[words.End]] is { Ignored: false } following && SameBlock(words.End - 1, words.End))
        {
            var end = Math.Min(following.End, words.End + Reach);
            if ((FirstCue(words.End, end, words, atVerb, added, last, before: false) ?? Plain(words, following, added)) is { } cue)
                return cue;
        }
        if (words.First == 0)
            return null;
        var sentence = sentences[syntax.SentenceAt[words.First]];
        var start = sentence.First;
        var opened = _tokens[words.First - 1].Form is ":" or ",";
        if (words.First == sentence.First)
        {
            // “He said:” at the end of the sentence or paragraph before; its mark tells.
            if (!opened)
                return null;
            start = sentences[syntax.SentenceAt[words.First - 1]].First;
        }
        if (sentences[syntax.SentenceAt[start]].Ignored)
            return null;
        return FirstCue(words.First - 1, Math.Max(start, words.First - Reach), words, atVerb, added, last, before: true, opened);
    }

    // “….” Adjei said.: with a stop before the mark and nothing behind the cue, it still belongs to the words before it.
    private bool IsBareCue(int first)
    {
        var sentence = syntax.SentenceOf(first);
        if (sentence.First != first || sentence.Count > 8)
            return false;
        for (var t = first + 1; t < sentence.End; t++)
            if (syntax.IsVerb(t) || _tokens[t].Upos == Upos.PUNCT)
                return QuoteRule(t) is not null && t + 2 == sentence.End && _tokens[t + 1].Form == "." && syntax.OwnSubject(t) >= 0;
        return false;
    }

    /// <summary>
    /// “…,” the Saudis state in the paper: after a comma before the closing mark, a name and a word of saying are the cue, though the tree takes the word for a noun.
    /// </summary>
    private Draft? Plain(Stretch words, Sentence following, List<Draft> added)
    {
        if (_tokens[words.End - 2].Form is not ("," or "?" or "!") || words.Count < 6)
            return null;
        for (var t = words.End; t < following.End && t < words.End + 12; t++)
        {
            if (_tokens[t].Upos == Upos.PUNCT || syntax.IsVerb(t) && t > words.End)
                return null;
            if (_tokens[t].Xpos is not ("NN" or "NNS" or "VBP" or "VBZ" or "VBD" or "VB") || t == words.End + 1 && _tokens[words.End].Upos == Upos.DET)
                continue;
            // “…,” the candidate riffed: between a quotation and its speaker any verb is one of saying.
            var rule = QuoteRule(t);
            if (rule is null && _tokens[t].Upos == Upos.VERB && _tokens[t].Xpos is "VBD" or "VBZ" && !(t + 1 < following.End && _tokens[t + 1].Upos is Upos.DET or Upos.PRON && t > words.End))
                rule = syntax.Rules.Spoken;
            if (rule is null || t + 1 < following.End && t > words.End && _tokens[t + 1].Upos is Upos.NOUN or Upos.PROPN)
                continue;
            var (head, name) = t == words.End ? speakers.After(t, following) : speakers.Named(new(words.End, t));
            if (head < 0)
                return null;
            var draft = new Draft(rule, t, new(t, t + 1)) { SourceHead = head, TakesQuote = true, Form = "quote", Confidence = rule.Confidence * 0.7 };
            draft.Source.Add(name);
            draft.Content.Add(words);
            added.Add(draft);
            return draft;
        }
        return null;
    }

    // “…, “We have …”.”: a whole sentence in marks up to the end of the sentence around it.
    private bool EndsWithSentence(int mark) =>
        (IsSentence(mark + 1) || _tokens[mark + 1].Form is "I") && quotations.All[quotations.At(mark)] is { Closed: true, Words: var words } && words.End >= syntax.SentenceOf(mark).End - 1;

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

    private bool HoldsVerb(Stretch words)
    {
        for (var t = words.First; t < words.End; t++)
            if (syntax.IsVerb(t))
                return true;
        return false;
    }

    private CueRule? QuoteRule(int word)
    {
        foreach (var cue in syntax.Rules.Verbs(syntax.Lemmas[word]))
            if (cue.Further.Length == 0 && cue.Rule.TakesQuote)
                return cue.Rule;
        return null;
    }

    private bool SameBlock(int a, int b)
    {
        for (var i = _tokens[a].Span.End; i < _tokens[b].Span.Start; i++)
            if (_document.Text[i] is '\n' or '\r')
                return false;
        return true;
    }

    private Draft? FirstCue(int from, int to, Stretch words, Dictionary<int, Draft> atVerb, List<Draft> added, Draft? last, bool before, bool opened = false)
    {
        for (var t = from; before ? t >= to : t < to; t += before ? -1 : 1)
        {
            if (quotations.Inside(t))
                return null;
            if (!syntax.IsVerb(t))
                continue;
            // Before the quotation only a mark or the cue itself leads into it.
            if (before && !opened && t != words.First - 1)
                return null;
            if (atVerb.TryGetValue(t, out var known))
            {
                known.Content.Add(words);
                return known;
            }
            var rule = QuoteRule(t);
            if (rule is null || syntax.IsPassive(t))
            {
                // “…,” Amina, a retired nurse living here, said: the participle belongs to the name.
                if (!before && _tokens[t].Xpos is "VBN" or "VBG" && syntax.RelationOf(t) is Relation.Amod or Relation.Acl)
                    continue;
                if (!before && syntax.RelationOf(t) is not Relation.Aux)
                    return null;
                continue;
            }
            var source = syntax.Subject(t);
            var name = source >= 0 ? syntax.SubjectName(source) : default;
            if (source < 0 || quotations.Separate(source, t))
                (source, name) = speakers.Beside(t);
            // “Adding, “…””: whoever spoke before.
            if (source < 0 && before && last is { SourceHead: >= 0 } && syntax.IsGerund(t) && (t == syntax.SentenceOf(t).First || last.CueHead >= syntax.SentenceOf(t).First))
            {
                source = last.SourceHead;
                name = new(last.Source.First, last.Source.End);
            }
            // “Alice Mba, a lawyer who had tried to …, said, “…””: the sentence opens with who speaks, whatever the tree has made of it.
            if (source < 0 && before && speakers.Opening(t) is (>= 0 and var opening, var openingWords))
                (source, name) = (opening, openingWords);
            if (source < 0)
                return null;
            var draft = new Draft(rule, t, syntax.Group(t)) { SourceHead = source, TakesQuote = true, Form = "quote", Confidence = rule.Confidence * 0.8 };
            draft.Source.Add(name).Remove(words);
            draft.Content.Add(words);
            atVerb[t] = draft;
            added.Add(draft);
            return draft;
        }
        return null;
    }

    /// <summary>
    /// How many sentences further on a quotation may go on: “…,” said the miller. He has worked there for years. “…”, with a sentence of the reporter's between
    /// two quotations of one paragraph.
    /// </summary>
    private int Gap(Stretch words, Draft last) =>
        !last.Content.IsEmpty && quotations.IsSpeech(quotations.At(last.Content.First)) && SameBlock(Math.Min(last.CueHead, words.First), words.First) && EndsBlock(words) ? 2 : 1;

    /// <summary>“…,” she said. Then, “…”, “…,” he said. That makes her “…”: a sentence of a few words and a quotation goes on with the quoted speaker of the one before.</summary>
    private Stretch Resumed(Stretch words, Draft last, ILookup<int, Draft> bySentence)
    {
        var sentence = syntax.SentenceOf(words.First);
        // The splitter may have taken the few words for a sentence.
        if (words.First == sentence.First && words.First > 0 && SameBlock(words.First - 1, words.First) && char.IsLetterOrDigit(_tokens[words.First - 1].Form[^1]) && !quotations.Inside(words.First - 1))
            sentence = syntax.SentenceOf(words.First - 1) with { End = sentence.End };
        if (words.First == sentence.First || words.First - sentence.First > LongestResumption || words.End < sentence.End - 1 || !SameBlock(Math.Min(last.CueHead, sentence.First), sentence.First) || words.Count < 6
            || last.Content.IsEmpty || syntax.SentenceAt[sentence.First] - Math.Max(syntax.SentenceAt[last.Content.End - 1], syntax.SentenceAt[last.CueHead]) != 1 || !quotations.InsideSpeech(last.Content.First))
            return default;
        foreach (var draft in bySentence[syntax.SentenceAt[sentence.First]])
            if (!quotations.Inside(draft.CueHead))
                return default;
        for (var t = sentence.First; t < words.First; t++)
            if (quotations.Inside(t) || _tokens[t].Form == ":" || _document.MentionAt(t) is { Kind: MentionKind.Name })
                return default;
        return new(sentence.First, words.End);
    }

    private const int LongestResumption = 9;

    private bool EndsBlock(Stretch words) => words.End >= _tokens.Length || !SameBlock(words.End - 1, words.End);

    /// <summary>“'There is so much anger'” in other marks than the report's quotations, alone in its paragraph: a heading.</summary>
    private bool IsHeading(int q, Draft last)
    {
        var (words, _, single) = quotations.All[q];
        return single && !last.Content.IsEmpty && quotations.At(last.Content.First) is >= 0 and var other && !quotations.All[other].Single && EndsBlock(words) && (words.First == 0 || !SameBlock(words.First - 1, words.First))
            && syntax.SentenceAt[words.First] == syntax.SentenceAt[words.End - 1];
    }

    /// <summary>True for a quotation that is a sentence or more of its own and may go on with what was quoted before.</summary>
    private bool GoesOn(Stretch words, Draft last)
    {
        if (words.Count < 4)
            return false;
        var sentence = syntax.SentenceOf(words.First);
        // “in Springfield, Ill. “We …””: an abbreviation may end a sentence.
        if (words.First != sentence.First && !(_tokens[words.First - 1].Form is { Length: > 1 } before && before[^1] == '.' && char.IsUpper(before[0]) && words.First > last.CueHead))
            return false;
        var closing = syntax.SentenceOf(words.End - 1);
        if (words.End < closing.End - 1 && _tokens[words.End - 2].Form is not ("." or "?" or "!") && !TrailsOff(words, closing, last))
            return false;
        if (!last.Content.IsEmpty && quotations.Inside(last.Content.First) && SameBlock(Math.Min(last.CueHead, words.First), words.First))
            return true;
        // “The bet of the generals” on a line of its own is a heading.
        for (var t = words.First; t < words.End; t++)
            if (_tokens[t].Upos is Upos.VERB or Upos.AUX)
                return true;
        return false;
    }

    /// <summary>“…,” said the mayor. “We have until June,” which is late.: what follows is only added, and has no cue.</summary>
    private bool TrailsOff(Stretch words, Sentence sentence, Draft last)
    {
        if (words.Count < 8 || last.Content.IsEmpty || !quotations.InsideSpeech(last.Content.First) || !SameBlock(Math.Min(last.CueHead, words.First), words.First))
            return false;
        return _tokens[words.End].Xpos is "WDT" or "WP" && _tokens[words.End - 2].Form == "," || _tokens[words.End].Form is "-" or "–" or "—" or "--" && words.End < sentence.End - 2;
    }

    /// <summary>“The envoy hit back: “…””, “Andris Kalns: “…””: words that end in a colon lead into the quotation, whatever their verb is.</summary>
    private Draft? LedIn(Stretch words, List<Draft> added)
    {
        var colon = words.First - 1;
        if (syntax.Rules.LeadIn is not { } rule || colon < 1 || !rule.Marks.Contains(_tokens[colon].Form) || words.Count < 6)
            return null;
        var sentence = syntax.SentenceOf(colon);
        if (sentence.Ignored || quotations.Inside(colon) || colon == sentence.First)
            return null;
        var verb = -1;
        for (var t = AfterDash(sentence.First, colon); t < colon; t++)
        {
            if (quotations.Inside(t))
                return null;
            if (verb < 0 && syntax.IsVerb(t) && syntax.RelationOf(t) is Relation.Root or Relation.Parataxis or Relation.Conj && syntax.OwnSubject(t) is >= 0 and var subject && subject < t)
                verb = t;
        }
        Draft draft;
        if (verb < 0 && colon - 1 > sentence.First && QuoteRule(colon - 1) is { } said && speakers.Named(new(sentence.First, colon - 1)) is (>= 0 and var who, var named))
        {
            // “Article 33 affirms: “…””, the verb taken for a noun.
            draft = new(said, colon - 1, new(colon - 1, colon + 1)) { SourceHead = who, TakesQuote = true, Form = "quote" };
            draft.Source.Add(named);
        }
        else if (verb >= 0)
        {
            var source = syntax.OwnSubject(verb);
            if (syntax.CannotSpeak(source) || colon - verb > rule.Longest || source >= syntax.Group(verb).First)
                return null;
            draft = new(rule, verb, new(syntax.Group(verb).First, colon + 1)) { SourceHead = source, TakesQuote = true, Form = "led in" };
            draft.Source.Add(syntax.SubjectName(source));
        }
        else
        {
            var name = syntax.Trim(new(AfterDash(sentence.First, colon), colon));
            if (name.IsEmpty || name.Count > rule.Longest || !IsName(name))
                return null;
            var head = name.First;
            for (var t = name.First; t < name.End; t++)
                if (_tokens[t].Upos == Upos.PROPN && !name.Contains(_tokens[t].Head))
                    head = t;
            draft = new(rule, colon, new(colon, colon + 1)) { SourceHead = head, TakesQuote = true, Form = "led in" };
            draft.Source.Add(name);
        }
        draft.Content.Add(words);
        added.Add(draft);
        return draft;
    }

    /// <summary>“…” – Eva Kask, Tartu: a dash and a name sign the quotation before them, on the same line or on the one below, up to the end of the line or the next quotation.</summary>
    private Draft? Signed(Stretch words, List<Draft> added)
    {
        var dash = words.End;
        if (syntax.Rules.Signature is not { } rule || words.Count < 6 || dash + 1 >= _tokens.Length || Array.IndexOf(rule.Marks, _tokens[dash].Form) < 0 || syntax.SentenceOf(dash).Ignored || quotations.Inside(dash + 1)
            || words.First > 0 && SameBlock(words.First - 1, words.First) && words.First != syntax.SentenceOf(words.First).First && !IsSignedBefore(words.First, added))
            return null;
        var (end, last) = (-1, dash + 1);
        for (; last < _tokens.Length && SameBlock(dash, last) && !quotations.Inside(last); last++)
        {
            if (last - dash > 4 * rule.Longest || _tokens[last].Xpos is "VBD" or "VBZ" or "VBP" or "MD")
                return null;
            if (end < 0 && (_tokens[last].Form is "." or "," || syntax.IsVerb(last)))
                end = last;
        }
        var name = new Stretch(dash + 1, end < 0 ? last : end);
        if (name.IsEmpty || name.Count > rule.Longest || !IsName(name))
            return null;
        var draft = new Draft(rule, dash, new(dash, dash + 1)) { SourceHead = syntax.HeadOf(name), TakesQuote = true, Form = "signature" };
        draft.Source.Add(name);
        draft.Content.Add(words);
        added.Add(draft);
        return draft;
    }

    private static bool IsSignedBefore(int first, List<Draft> added) => added.Count > 0 && added[^1].Form == "signature" && first - added[^1].CueHead < 4 * added[^1].Rule.Longest;

    /// <summary>“…” [Reuters]: a name in brackets right behind a quotation says where it stood.</summary>
    private Draft? Credited(Stretch words, List<Draft> added)
    {
        var open = words.End;
        if (syntax.Rules.Credit is not { } rule || words.Count < 8 || open + 2 >= _tokens.Length || Array.IndexOf(rule.Marks, _tokens[open].Form) < 0 || !SameBlock(open - 1, open))
            return null;
        var end = open + 1;
        while (end < _tokens.Length && end - open <= rule.Longest && _tokens[end].Form is not ("]" or ")"))
            end++;
        var name = syntax.Trim(new(open + 1, end));
        if (end >= _tokens.Length || _tokens[end].Form is not ("]" or ")") || name.IsEmpty || !IsName(name))
            return null;
        var draft = new Draft(rule, open, new(open, open + 1)) { SourceHead = syntax.HeadOf(name), TakesQuote = true, Form = "credit" };
        draft.Source.Add(name);
        draft.Content.Add(words);
        added.Add(draft);
        return draft;
    }

    // “Signs of a thaw – Eva Kask: “…””: the name stands behind the last dash.
    private int AfterDash(int first, int end)
    {
        for (var t = end - 1; t > first; t--)
            if (_tokens[t].Form is "-" or "–" or "—" or "--" && _tokens[t].SpaceBefore)
                return t + 1;
        return first;
    }

    // A name stands in it, and no verb.
    private bool IsName(Stretch words)
    {
        var named = false;
        for (var t = words.First; t < words.End; t++)
        {
            if (_tokens[t].Upos is Upos.VERB or Upos.AUX or Upos.SCONJ)
                return false;
            named |= _tokens[t].Upos == Upos.PROPN;
        }
        return named;
    }
}
