namespace Demarche.Attributing;

/// <summary>
/// Finds the cue of a quotation that no verb of the tree has claimed: a verb of saying beside it, words that end in a colon before it, a signature or credit behind it.
/// </summary>
internal sealed class QuotationSpeakers(Syntax syntax, Quotations quotations, Speakers speakers)
{
    private readonly Token[] _tokens = syntax.Tokens;
    private readonly Document _document = syntax.Document;

    /// <summary>How far from a quotation its cue may stand, in tokens.</summary>
    private const int Reach = 30;

    /// <summary>The attribution to which a quotation belongs by the words around it, one of those known or a new one; null when there is none.</summary>
    /// <param name="words">The quotation.</param>
    /// <param name="atVerb">The cues found so far that take quotations, by their verb; a new one is added.</param>
    /// <param name="added">The new ones.</param>
    /// <param name="last">Whoever spoke last.</param>
    public Draft? Find(Stretch words, Dictionary<int, Draft> atVerb, List<Draft> added, Draft? last) =>
        Beside(words, atVerb, added, last) ?? LedIn(words, added) ?? Signed(words, added) ?? Credited(words, added);

    /// <summary>A cue that stands right after or right before the quotation.</summary>
    private Draft? Beside(Stretch words, Dictionary<int, Draft> atVerb, List<Draft> added, Draft? last)
    {
        var sentences = _document.Sentences;
        // “…,” he said. The sentence may have been split after the closing mark.
        // A stop before the closing mark ends the sentence: what follows is another.
        if (words.End < _tokens.Length && !(IsTitle(words) && quotations.EndMark(words) is not ("," or "?" or "!")) && (quotations.EndMark(words) != "." || IsBareCue(words.End)) && sentences[syntax.SentenceAt[words.End]] is { Ignored: false } following && syntax.SameBlock(words.End - 1, words.End))
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

    // “on “Good Evening””, “the author of “The Sea,””: right behind a preposition stands what something is called.
    private bool IsTitle(Stretch words) => words.First > 0 && _tokens[words.First - 1].Upos == Upos.ADP && words.First > syntax.SentenceOf(words.First).First;

    // “…,” the nominee riffed on the mayor: between a quotation that a comma ends and whatever stands behind it, any verb without an object is one of saying.
    private CueRule? Spoken(Stretch words, int verb)
    {
        if (words.Count < 8 || quotations.EndMark(words) is not ("," or "?" or "!") || _tokens[words.End].Upos == Upos.CCONJ || _tokens[verb].Xpos is not ("VBD" or "VBZ") || IsTitle(words) || syntax.OwnSubject(verb) is not (>= 0 and var subject) || subject < words.End || subject > verb)
            return null;
        foreach (var d in syntax.Tree.Of(verb))
            if (d > verb && syntax.RelationOf(d) is Relation.Obj or Relation.Iobj or Relation.Ccomp or Relation.Xcomp)
                return null;
        return syntax.Rules.Spoken;
    }

    // “….” Adjei said.: with a stop before the mark and nothing behind the cue, it still belongs to the words before it.
    private bool IsBareCue(int first)
    {
        var sentence = syntax.SentenceOf(first);
        if (sentence.First != first || sentence.Count > 8)
            return false;
        for (var t = first + 1; t < sentence.End; t++)
            if (syntax.IsVerb(t) || _tokens[t].Upos == Upos.PUNCT)
                return syntax.QuoteRule(t) is not null && t + 2 == sentence.End && _tokens[t + 1].Form == "." && syntax.OwnSubject(t) >= 0;
        return false;
    }

    /// <summary>
    /// “…,” the Saudis state in the paper: after a comma before the closing mark, a name and a word of saying are the cue, though the tree takes the word for a noun.
    /// </summary>
    private Draft? Plain(Stretch words, Sentence following, List<Draft> added)
    {
        if (quotations.EndMark(words) is not ("," or "?" or "!") || words.Count < 6)
            return null;
        for (var t = words.End; t < following.End && t < words.End + 12; t++)
        {
            // “a voice-over states”: a hyphen inside a word is no mark.
            if (_tokens[t].Upos == Upos.PUNCT && !syntax.IsHyphen(t) || syntax.IsVerb(t) && t > words.End)
                return null;
            if (_tokens[t].Xpos is not ("NN" or "NNS" or "VBP" or "VBZ" or "VBD" or "VB") || t == words.End + 1 && _tokens[words.End].Upos == Upos.DET)
                continue;
            // “…,” the candidate riffed: between a quotation and its speaker any verb is one of saying.
            var rule = syntax.QuoteRule(t);
            if (rule is null && _tokens[t].Upos == Upos.VERB && _tokens[t].Xpos is "VBD" or "VBZ" && !(t + 1 < following.End && _tokens[t + 1].Upos is Upos.DET or Upos.PRON && t > words.End))
                rule = syntax.Rules.Spoken;
            if (rule is null || rule == syntax.Rules.Spoken && IsTitle(words) || t + 1 < following.End && t > words.End && _tokens[t + 1].Upos is Upos.NOUN or Upos.PROPN)
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

    private Draft? FirstCue(int from, int to, Stretch words, Dictionary<int, Draft> atVerb, List<Draft> added, Draft? last, bool before, bool opened = false)
    {
        // “…,” which the envoy thinks will last: the clause speaks of what was said.
        if (!before && _tokens[from].Xpos is "WDT" or "WP" && _tokens[words.End - 2].Form == ",")
            return null;
        for (var t = from; before ? t >= to : t < to; t += before ? -1 : 1)
        {
            if (quotations.Inside(t))
                return null;
            if (!syntax.IsVerb(t))
                continue;
            // “…,” she said on “Good Evening,” adding, “…”: what she added stands behind the cue.
            if (!before && t + 2 < _tokens.Length && syntax.IsGerund(t) && _tokens[t + 1].Form is "," or ":" && quotations.InsideSpeech(t + 2) && (t == words.End || words.First > 0 && _tokens[words.First - 1].Upos != Upos.PUNCT))
                return null;
            // Before the quotation only a mark or the cue itself leads into it.
            if (before && !opened && t != words.First - 1)
                return null;
            if (atVerb.TryGetValue(t, out var known))
            {
                // “On “Good Evening,” the mayor said that …”: the name of something, and the words stand behind the cue.
                if (!before && words.Count < 9 && known.Content.List.Any(stretch => stretch.First > t) && words.First > 0 && _tokens[words.First - 1] is { Upos: Upos.ADP or Upos.DET or Upos.NOUN or Upos.PROPN or Upos.PART or Upos.ADJ or Upos.SCONJ } && syntax.SentenceAt[words.First - 1] == syntax.SentenceAt[t])
                    return null;
                // “…,” she wrote in a letter explaining why she left, “but …”: in the midst of a sentence her words go on, not what explains.
                if (before && last is not null && last != known && last.CueHead < t && syntax.SentenceAt[last.CueHead] == syntax.SentenceAt[t] && quotations.InsideSpeech(last.Content.First)
                    && char.IsLower(_tokens[words.First + 1].Form[0]) && known.Content.List.Any(stretch => stretch.First > t && stretch.First < words.First && !quotations.Inside(stretch.First)))
                    known = last;
                known.Content.Add(words);
                return known;
            }
            var rule = syntax.QuoteRule(t) ?? (before ? null : Spoken(words, t));
            // “The minister was asked by Ana Bell, who …, “…””
            // “…?” Beck questioned: at the root and without an auxiliary the participle is the parser's.
            var passive = syntax.IsPassive(t) && (before || _tokens[t].Head >= 0 || syntax.Tree.Dependent(t, Relation.AuxPass) >= 0);
            var agent = rule is not null && before && passive ? syntax.Agent(t) : -1;
            if (rule is null || agent < 0 && passive)
            {
                // “…,” Amina, a retired nurse living here, said: the participle belongs to the name.
                if (!before && _tokens[t].Xpos is "VBN" or "VBG" && syntax.RelationOf(t) is Relation.Amod or Relation.Acl)
                    continue;
                // “…?” a reporter can be heard asking: the verb behind is the cue.
                if (!before && syntax.RelationOf(t) is not Relation.Aux && !(passive && syntax.Tree.Dependent(t, Relation.Xcomp) > t))
                    return null;
                continue;
            }
            var source = agent >= 0 ? agent : syntax.Subject(t);
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

    /// <summary>“The envoy hit back: “…””, “Andris Kalns: “…””: words that end in a colon lead into the quotation, whatever their verb is.</summary>
    private Draft? LedIn(Stretch words, List<Draft> added)
    {
        var colon = words.First - 1;
        if (colon < 1 || words.Count < 6)
            return null;
        // “The smith cracked, “I am …””: right before the comma whatever verb leads in.
        var rule = syntax.Rules.LeadIn?.Marks.Contains(_tokens[colon].Form) == true ? syntax.Rules.LeadIn
            : syntax.Rules.Spoken?.Marks.Contains(_tokens[colon].Form) == true && _tokens[colon - 1].Xpos is "VBD" or "VBZ" && words.Count > 8 && char.IsUpper(_tokens[words.First + 1].Form[0]) ? syntax.Rules.Spoken : null;
        if (rule is null)
            return null;
        var sentence = syntax.SentenceOf(colon);
        if (sentence.Ignored || quotations.Inside(colon) || colon == sentence.First)
            return null;
        var verb = -1;
        for (var t = AfterDash(sentence.First, colon); t < colon; t++)
        {
            // “called both “odd,” but he paid her a compliment: “…””
            if (quotations.Inside(t))
            {
                if (rule != syntax.Rules.LeadIn)
                    return null;
                verb = -1;
                continue;
            }
            if (verb < 0 && syntax.IsVerb(t) && (t == colon - 1 || rule == syntax.Rules.LeadIn) && syntax.RelationOf(t) is Relation.Root or Relation.Parataxis or Relation.Conj && syntax.OwnSubject(t) is >= 0 and var subject && subject < t)
                verb = t;
        }
        Draft draft;
        if (verb < 0 && rule == syntax.Rules.LeadIn && colon - 1 > sentence.First && syntax.QuoteRule(colon - 1) is { } said && speakers.Named(new(sentence.First, colon - 1)) is (>= 0 and var who, var named))
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
            draft = new(rule, verb, new(syntax.Group(verb).First, rule == syntax.Rules.LeadIn ? colon + 1 : verb + 1)) { SourceHead = source, TakesQuote = true, Form = "led in" };
            draft.Source.Add(syntax.SubjectName(source));
        }
        else if (NounBefore(new(sentence.First, colon)) is (>= 0 and var noun, var owner))
        {
            // “Baku's answer was short: “…””
            draft = new(rule, noun, new(noun, rule == syntax.Rules.LeadIn ? colon + 1 : colon)) { SourceHead = owner, TakesQuote = true, Form = "led in" };
            draft.Source.Add(syntax.Name(owner));
        }
        else if (rule == syntax.Rules.LeadIn && Presented(new(AfterDash(sentence.First, colon), colon)) is { IsEmpty: false } presented)
        {
            draft = new(rule, colon, new(colon, colon + 1)) { SourceHead = syntax.HeadOf(presented), TakesQuote = true, Form = "led in" };
            draft.Source.Add(presented);
        }
        else if (rule == syntax.Rules.LeadIn)
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
        else
        {
            return null;
        }
        draft.Content.Add(words);
        added.Add(draft);
        return draft;
    }

    /// <summary>“Baku's answer was short”: a noun of speech, the subject of a predicate, and whose it is; −1 where there is none.</summary>
    private (int Noun, int Owner) NounBefore(Stretch words)
    {
        for (var t = words.First; t < words.End; t++)
            if (syntax.RelationOf(t) == Relation.Nsubj && _tokens[t].Upos == Upos.NOUN && syntax.Rules.Nouns(syntax.Lemmas[t]).Count > 0 && syntax.Tree.Dependent(t, Relation.NmodPoss) is >= 0 and var owner
                && _tokens[t].Head is var head && (head < 0 || syntax.RelationOf(head) is Relation.Root or Relation.Parataxis or Relation.Ccomp))
                return (t, owner);
        return (-1, -1);
    }

    /// <summary>“From the report: “…””, “Here is Banda in May: “…””: whoever a set phrase brings on.</summary>
    private Stretch Presented(Stretch words)
    {
        foreach (var phrase in syntax.Rules.LeadIn?.Phrases ?? [])
        {
            var at = words.First;
            foreach (var alternatives in phrase.Before)
                at = at >= 0 && at < words.End && Array.Exists(alternatives, word => syntax.HasForm(at, word)) ? at + 1 : -1;
            if (at < 0 || at >= words.End)
                continue;
            var (head, whole) = speakers.Named(new(at, words.End));
            if (head < 0)
                continue;
            var name = syntax.Name(head);
            return new(whole.First, Math.Clamp(name.End, whole.First + 1, whole.End));
        }
        return default;
    }

    /// <summary>“…” – Eva Kask, Tartu: a dash and a name sign the quotation before them, on the same line or on the one below, up to the end of the line or the next quotation.</summary>
    private Draft? Signed(Stretch words, List<Draft> added)
    {
        var dash = words.End;
        if (syntax.Rules.Signature is not { } rule || words.Count < 6 || dash + 1 >= _tokens.Length || Array.IndexOf(rule.Marks, _tokens[dash].Form) < 0 || syntax.SentenceOf(dash).Ignored || quotations.Inside(dash + 1)
            || words.First > 0 && syntax.SameBlock(words.First - 1, words.First) && words.First != syntax.SentenceOf(words.First).First && !IsSignedBefore(words.First, added))
            return null;
        var (end, last) = (-1, dash + 1);
        for (; last < _tokens.Length && syntax.SameBlock(dash, last) && !quotations.Inside(last); last++)
        {
            if (last - dash > 4 * rule.Longest || _tokens[last].Xpos is "VBD" or "VBZ" or "VBP" or "MD")
                return null;
            if (end < 0 && (_tokens[last].Form is "." or "," || syntax.IsVerb(last)))
                end = last;
        }
        var name = new Stretch(dash + 1, end < 0 ? last : end);
        if (name.IsEmpty || name.Count > rule.Longest || !IsName(name))
            return null;
        return SpokenBy(name, rule, dash, "signature", words, added);
    }

    private Draft SpokenBy(Stretch name, CueRule rule, int mark, string form, Stretch words, List<Draft> added)
    {
        var draft = new Draft(rule, mark, new(mark, mark + 1)) { SourceHead = syntax.HeadOf(name), TakesQuote = true, Form = form };
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
        if (syntax.Rules.Credit is not { } rule || words.Count < 8 || open + 2 >= _tokens.Length || Array.IndexOf(rule.Marks, _tokens[open].Form) < 0 || !syntax.SameBlock(open - 1, open))
            return null;
        var end = open + 1;
        while (end < _tokens.Length && end - open <= rule.Longest && _tokens[end].Form is not ("]" or ")"))
            end++;
        var name = syntax.Trim(new(open + 1, end));
        if (end >= _tokens.Length || _tokens[end].Form is not ("]" or ")") || name.IsEmpty || !IsName(name))
            return null;
        return SpokenBy(name, rule, open, "credit", words, added);
    }

    /// <summary>“The minister was blunt. “…””: a short sentence of the reporter's that says of somebody how he spoke, and then the words up to the end of the paragraph.</summary>
    public Draft? Introduced(Stretch words, ILookup<int, Draft> bySentence)
    {
        if (syntax.Rules.Introduction is not { } rule || words.First < 3 || words.Count < 8 || words.First != syntax.SentenceOf(words.First).First || !char.IsUpper(_tokens[words.First + 1].Form[0])
            || words.End < _tokens.Length && syntax.SameBlock(words.End - 1, words.End) && !quotations.Inside(words.End))
            return null;
        var sentence = syntax.SentenceOf(words.First - 1);
        if (sentence.Ignored || !rule.Marks.Contains(_tokens[sentence.End - 1].Form))
            return null;
        var head = -1;
        for (var t = sentence.First; t < sentence.End; t++)
        {
            if (quotations.Inside(t))
                return null;
            if (_tokens[t].Head < 0)
                head = t;
        }
        if (head < 0 || syntax.OwnSubject(head) is not (>= 0 and var subject) || subject > head || syntax.CannotSpeak(subject) || bySentence[syntax.SentenceAt[sentence.First]].Any()
            || _document.MentionAt(subject) is not { Actor.Kind: ActorKind.Person } && _tokens[subject].Upos != Upos.PRON)
            return null;
        // “Asia Lund said in a statement.”, and the words below.
        if (syntax.QuoteRule(head) is { } said && sentence.Count <= 3 * rule.Longest)
            rule = said;
        else if (sentence.Count > rule.Longest || !syntax.SameBlock(words.First - 1, words.First) || HasComplement(head))
            return null;
        var first = syntax.Group(head).First;
        var draft = new Draft(rule, head, new(first, syntax.Group(head).End)) { SourceHead = subject, TakesQuote = true, Form = "introduced" };
        draft.Source.Add(syntax.SubjectName(subject));
        draft.Content.Add(words);
        return draft;
    }

    // What is done to a thing is no way of speaking.
    private bool HasComplement(int head)
    {
        foreach (var d in syntax.Tree.Of(head))
            if (syntax.RelationOf(d) is Relation.Obj or Relation.Obl or Relation.Xcomp or Relation.Ccomp)
                return true;
        return false;
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
