namespace Demarche.Attributing;

/// <summary>
/// Ties quotations to their speakers: a quotation belongs whole to the cue that holds a part of it; one beside a cue belongs to it; one that
/// follows an attributed sentence without a cue of its own continues it.
/// </summary>
internal sealed class QuotationCues(Syntax syntax, Quotations quotations, Speakers speakers)
{
    private readonly Token[] _tokens = syntax.Tokens;
    private readonly Document _document = syntax.Document;
    private readonly HashSet<int> _resumed = [];
    private readonly QuotationSpeakers _cues = new(syntax, quotations, speakers);
    private readonly QuotedWords _quoted = new(syntax, quotations);

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
                owner[q] = _cues.Find(words, atVerb, added, last);
            // “… and left.¶ “We stayed,” she said.: a quotation that is left open at the end of its paragraph goes on in the next, whose cue is that of both.
            if (owner[q] is null && LeftOpen(q) && (owner[q + 1] ??= _cues.Find(quotations.All[q + 1].Words, atVerb, added, last)) is { } onward)
            {
                onward.Content.Add(words);
                owner[q] = onward;
            }
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
            if (owner[q] is null && last is not null && JoinedBehind(words, last) is { IsEmpty: false } joined)
            {
                last.Content.Add(joined);
                _resumed.UnionWith(Enumerable.Range(joined.First, joined.Count));
                owner[q] = last;
            }
            if (owner[q] is null && _cues.Introduced(words, bySentence) is { } introduced)
            {
                added.Add(introduced);
                owner[q] = introduced;
                speaking.Add(introduced);
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
        GoOnTogether(drafts, owner);
        foreach (var draft in speaking)
            _quoted.KeepTo(draft, _resumed);
        // What another cue leads to is that one's alone.
        for (var q = 0; q < owner.Length; q++)
            if (owner[q] is { } another && another.CueHead == quotations.All[q].Words.First - 2)
                foreach (var draft in bySentence[syntax.SentenceAt[another.CueHead]])
                    if (draft != another && draft.CueHead < another.CueHead && IsLedByAnother(quotations.All[q].Words, draft) && (draft.TakesQuote || syntax.IsGerund(another.CueHead)))
                        draft.Content.Remove(quotations.All[q].Words with { First = another.CueHead });
    }

    private bool LeftOpen(int q)
    {
        if (quotations.All[q].Closed || q + 1 >= quotations.All.Count)
            return false;
        var (end, next) = (quotations.All[q].Words.End, quotations.All[q + 1].Words.First);
        return next == end && !syntax.SameBlock(end - 1, end);
    }

    /// <summary>“…,” he said, according to the paper. “…”: what goes on with the speaker goes on with whoever reports him.</summary>
    private void GoOnTogether(List<Draft> drafts, Draft?[] owner)
    {
        var bySentence = owner.OfType<Draft>().Distinct().ToLookup(draft => syntax.SentenceAt[draft.CueHead]);
        foreach (var outer in drafts)
            if (outer.Rule.Class == CueClass.Phrase)
                foreach (var inner in bySentence[syntax.SentenceAt[outer.CueHead]])
                    if (inner.CueHead < outer.CueHead && outer.Content.Contains(inner.CueHead))
                        foreach (var stretch in inner.Content.List)
                            if (stretch.First > outer.CueHead)
                                outer.Content.Add(stretch);
    }

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

    /// <summary>“…,” he said, adding, “…”, “released a film that said, “…””: the second is what he added, and what the film said.</summary>
    private bool IsLedByAnother(Stretch words, Draft draft)
    {
        var cue = words.First - 2;
        return cue > draft.CueHead && _tokens[words.First - 1].Form is "," or ":" && (syntax.OwnSubject(cue) is var subject && subject < 0 ? syntax.IsGerund(cue) : syntax.IsRelativePronoun(subject)) && syntax.SentenceAt[cue] == syntax.SentenceAt[draft.CueHead] && !quotations.Inside(cue) && quotations.IsSpeech(quotations.At(words.First)) && syntax.QuoteRule(cue) is not null;
    }

    private void Own(Draft draft, int q, Draft?[] owner)
    {
        if (q < 0 || quotations.All[q].Words.Contains(draft.CueHead) || IsLedByAnother(quotations.All[q].Words, draft))
            return;
        var words = quotations.All[q].Words;
        if (draft.SourceHead >= 0 && words.Contains(draft.SourceHead))
            return;
        // “…,” adding, “…”: the first is not what was added.
        if (words.End == draft.CueHead && syntax.IsGerund(draft.CueHead) && draft.CueHead + 2 < _tokens.Length && _tokens[draft.CueHead + 1].Form == "," && quotations.InsideSpeech(draft.CueHead + 2))
        {
            draft.Content.Remove(words);
            return;
        }
        draft.Content.Add(words);
        owner[q] = draft;
    }

    /// <summary>
    /// How many sentences further on a quotation may go on: “…,” said the miller. He has worked there for years. “…”, with a sentence of the reporter's between
    /// two quotations of one paragraph.
    /// </summary>
    private int Gap(Stretch words, Draft last) =>
        !last.Content.IsEmpty && quotations.IsSpeech(quotations.At(last.Content.First)) && syntax.SameBlock(Math.Min(last.CueHead, words.First), words.First) && EndsBlock(words) ? 2 : 1;

    /// <summary>“…,” she said, and “…”: right behind the cue the conjunction joins the second to the first.</summary>
    private Stretch JoinedBehind(Stretch words, Draft last)
    {
        var and = words.First - 1;
        if (and > 0 && _tokens[and].Form == "," && _tokens[and - 1].Upos == Upos.CCONJ)
            and--;
        return and > 1 && _tokens[and].Upos == Upos.CCONJ && _tokens[and - 1].Form == "," && and - 1 == Math.Max(last.Cue.End, last.CueHead < last.Source.First ? last.Source.End : 0) && !last.Content.IsEmpty && quotations.Inside(last.Content.First)
            ? new(and, words.End) : default;
    }

    /// <summary>“…,” she said. Then, “…”, “…,” he said. That makes her “…”: a sentence of a few words and a quotation goes on with the quoted speaker of the one before.</summary>
    private Stretch Resumed(Stretch words, Draft last, ILookup<int, Draft> bySentence)
    {
        var sentence = syntax.SentenceOf(words.First);
        // The splitter may have taken the few words for a sentence.
        if (words.First == sentence.First && words.First > 0 && syntax.SameBlock(words.First - 1, words.First) && char.IsLetterOrDigit(_tokens[words.First - 1].Form[^1]) && !quotations.Inside(words.First - 1))
            sentence = syntax.SentenceOf(words.First - 1) with { End = sentence.End };
        if (words.First == sentence.First || words.First - sentence.First > LongestResumption || words.End < sentence.End - 1 || !syntax.SameBlock(Math.Min(last.CueHead, sentence.First), sentence.First) || words.Count < 6
            || last.Content.IsEmpty || syntax.SentenceAt[sentence.First] - Math.Max(syntax.SentenceAt[last.Content.End - 1], syntax.SentenceAt[last.CueHead]) != 1 || !OpensWithSpeech(last))
            return default;
        foreach (var draft in bySentence[syntax.SentenceAt[sentence.First]])
            if (!quotations.Inside(draft.CueHead))
                return default;
        // “…,” said Rossi. The mayor “is late again”: the quoted words go on with the sentence; else a name may speak for itself.
        var goesOn = char.IsLower(_tokens[words.First + 1].Form[0]) && char.IsLetter(_tokens[words.First - 1].Form[^1]);
        for (var t = sentence.First; t < words.First; t++)
            if (quotations.Inside(t) || _tokens[t].Form == ":" || !goesOn && _document.MentionAt(t) is { Kind: MentionKind.Name })
                return default;
        return new(sentence.First, words.End);
    }

    // “He concluded, “…””: the comma may still stand in the content.
    private bool OpensWithSpeech(Draft draft) =>
        quotations.InsideSpeech(draft.Content.First) || _tokens[draft.Content.First].Form is "," or ":" && draft.Content.First + 1 < draft.Content.End && quotations.InsideSpeech(draft.Content.First + 1);

    private const int LongestResumption = 11;

    private bool EndsBlock(Stretch words) => words.End >= _tokens.Length || !syntax.SameBlock(words.End - 1, words.End);

    /// <summary>“'There is so much anger'” in other marks than the report's quotations, alone in its paragraph: a heading.</summary>
    private bool IsHeading(int q, Draft last)
    {
        var (words, _, single) = quotations.All[q];
        return single && !last.Content.IsEmpty && quotations.At(last.Content.First) is >= 0 and var other && !quotations.All[other].Single && EndsBlock(words) && (words.First == 0 || !syntax.SameBlock(words.First - 1, words.First))
            && syntax.SentenceAt[words.First] == syntax.SentenceAt[words.End - 1];
    }

    /// <summary>True for a quotation that is a sentence or more of its own and may go on with what was quoted before.</summary>
    private bool GoesOn(Stretch words, Draft last)
    {
        if (words.Count < 4)
            return false;
        var sentence = syntax.SentenceOf(words.First);
        // “in Springfield, Ill. “We …””: an abbreviation may end a sentence; so does a stop before a quotation that opens with dots.
        if (words.First != sentence.First && !((syntax.EndsInStop(words.First - 1) || _tokens[words.First - 1].Form is "." or "?" or "!") && words.First > last.CueHead))
            return false;
        var closing = syntax.SentenceOf(words.End - 1);
        if (words.End < closing.End - 1 && _tokens[words.End - 2].Form is not ("." or "?" or "!") && !TrailsOff(words, closing, last))
            return false;
        if (!last.Content.IsEmpty && quotations.Inside(last.Content.First) && syntax.SameBlock(Math.Min(last.CueHead, words.First), words.First))
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
        if (words.Count < 8 || last.Content.IsEmpty || !quotations.InsideSpeech(last.Content.First) || !syntax.SameBlock(Math.Min(last.CueHead, words.First), words.First))
            return false;
        // “…,” the aide added. “He may win and call her a fraud” in the debate that …
        if (words.Count >= 15 && _tokens[words.End].Upos == Upos.ADP)
            return true;
        return _tokens[words.End].Xpos is "WDT" or "WP" && _tokens[words.End - 2].Form == "," || _tokens[words.End].Form is "-" or "–" or "—" or "--" && words.End < sentence.End - 2;
    }
}
