namespace Demarche.Attributing;

/// <summary>
/// Finds who is quoted with what: source, cue and content of each attribution, with its speaker, addressees, medium, date and polarity, and the
/// attribution inside whose content it stands.
/// </summary>
/// <param name="rules">The cues.</param>
/// <param name="invertedConditions">Auxiliaries that make a condition of a clause in which they stand before the subject.</param>
/// <param name="small">Long words that some papers write small in a headline.</param>
internal sealed class Attributor(AttributionRules rules, IReadOnlySet<string> invertedConditions, IReadOnlySet<string> small) : IStage
{
    /// <summary>What runs on longer without a stop is a table or a dump, not a sentence.</summary>
    private const int LongestSentence = 1000;

    public Layers Requires => Layers.Trees | Layers.Actors;

    public Layers Assigns => Layers.Attributions;

    public void Process(Document document)
    {
        if (document.Tokens.Length == 0 || document.Sentences.Count == 0)
            return;

        var syntax = new Syntax(document, rules, invertedConditions);
        var quotations = document.Quotations;
        var speakers = new Speakers(syntax, quotations);
        var drafts = Find(document, syntax, quotations, speakers, small);
        new QuotationCues(syntax, quotations, speakers).Join(drafts);
        var cuts = new ContentCuts(syntax, quotations);
        drafts = Clean(drafts, syntax, quotations, cuts);
        Write(document, drafts, syntax, quotations, cuts);
    }

    private static List<Draft> Find(Document document, Syntax syntax, Quotations quotations, Speakers speakers, IReadOnlySet<string> small)
    {
        var verbs = new VerbCues(syntax, quotations, speakers);
        var nouns = new NounCues(syntax, quotations);
        var predicates = new PredicateCues(syntax);
        var phrases = new PhraseCues(syntax);
        var headlines = new HeadlineCues(syntax, small);
        var asides = new SetOffCues(syntax, quotations, speakers);
        var drafts = new List<Draft>();
        var ofSentence = new List<Draft>();
        foreach (var sentence in document.Sentences)
        {
            if (sentence.Ignored || sentence.Count > LongestSentence)
                continue;
            ofSentence.Clear();
            for (var t = sentence.First; t < sentence.End; t++)
            {
                Add(verbs.Find(t));
                Add(nouns.Find(t));
                Add(predicates.FindAdjective(t));
                Add(predicates.FindPreposition(t));
                Add(predicates.FindAdverb(t));
                Add(phrases.Find(t));
            }
            if (sentence.Kind == BlockKind.Title)
            {
                Add(headlines.TitleCase(sentence));
                ofSentence.AddRange([.. headlines.Find(sentence, ofSentence)]);
            }
            ofSentence = OnePerCue(ofSentence);
            asides.Mend(sentence, ofSentence);
            drafts.AddRange(ofSentence);
        }
        drafts.AddRange(new LabelCues(syntax).Find(document));
        return drafts;

        void Add(Draft? draft)
        {
            if (draft is not null)
                ofSentence.Add(draft);
        }
    }

    /// <summary>Where cues overlap, the longer one says more (“raised concerns about”, not “raised”).</summary>
    private static List<Draft> OnePerCue(List<Draft> drafts)
    {
        if (drafts.Count < 2)
            return drafts;
        var kept = new List<Draft>();
        foreach (var draft in drafts.OrderBy(draft => draft.Cue.First).ThenByDescending(draft => draft.Cue.Count).ThenByDescending(draft => draft.SourceHead >= 0).ThenByDescending(draft => draft.Weight))
        {
            if (kept.Count > 0 && kept[^1].Cue.Overlaps(draft.Cue))
            {
                if (draft.Cue.Count > kept[^1].Cue.Count && (draft.SourceHead >= 0 || kept[^1].SourceHead < 0))
                    kept[^1] = draft;
                continue;
            }
            kept.Add(draft);
        }
        return kept;
    }

    private static List<Draft> Clean(List<Draft> drafts, Syntax syntax, Quotations quotations, ContentCuts cuts)
    {
        var clean = new List<Draft>(drafts.Count);
        cuts.GoOn(drafts);
        SharedContent.Add(drafts, syntax);
        cuts.CutClosingPhrases(drafts);
        cuts.CutTurns(drafts);
        cuts.CutObjections(drafts);
        PassingOn.Link(drafts, syntax);
        HandOnSources(drafts);
        // “the unwillingness of the south to support it”: who supports cannot be told.
        var taken = drafts.Where(draft => draft.TakenIn >= 0).Select(draft => draft.TakenIn).ToHashSet();
        var said = new Dictionary<Stretch, int>();
        foreach (var draft in drafts)
            if (draft.Rule.Class == CueClass.Verb && draft.TakesQuote)
                said.TryAdd(new(draft.Content.First, draft.Content.End), draft.CueHead);
        foreach (var draft in drafts.OrderBy(draft => draft.CueHead))
        {
            if (taken.Contains(draft.CueHead) || KeepsName(draft, syntax) || KeepsSilent(draft, syntax))
                continue;
            // What is said inside a quotation stays inside it, speaker and words.
            var around = quotations.At(draft.CueHead);
            if (around >= 0 && quotations.All[around].Words is { Count: > 5 } words)
            {
                if (draft.SourceHead >= 0 && !words.Contains(draft.SourceHead))
                    continue;
                draft.Content.Narrow(stretch => new(Math.Max(stretch.First, words.First + 1), Math.Min(stretch.End, quotations.All[around].Closed ? words.End - 1 : words.End)));
            }
            else if (around < 0 && draft.SourceHead >= 0 && quotations.At(draft.SourceHead) is >= 0 and var inside && quotations.All[inside].Words.Count > 5)
            {
                continue;
            }
            draft.Content.Remove(draft.Cue).Remove(draft.Source);
            draft.Source.Remove(draft.Cue);
            // “At the time, as she put it, “…””: the few words before are the reporter's.
            var behind = Math.Max(draft.Cue.End, draft.Source.End);
            if (draft.Rule.Class == CueClass.Phrase && behind + 1 < syntax.Tokens.Length && syntax.Tokens[behind].Form == "," && quotations.IsSpeech(quotations.At(behind + 1)) && draft.Content.Contains(behind + 1))
                draft.Content.Narrow(stretch => stretch.End <= draft.CueHead && !syntax.HoldsVerb(stretch) ? default : stretch);
            if (draft.Content.List.Count > 1)
                draft.Content.Narrow(stretch => stretch.Count == 1 && syntax.Lemmas[stretch.First] == "that" ? default : stretch);
            // “said in a message that …”: the verb has said it already.
            if (draft.Rule.Class == CueClass.Noun && said.TryGetValue(new(draft.Content.First, draft.Content.End), out var verb) && verb < draft.CueHead)
                continue;
            draft.Content.Narrow(stretch => cuts.CutOwnWords(draft, stretch));
            draft.Content.Narrow(cuts.Trim);
            TakeInColon(draft, syntax);
            if (draft.Content.IsEmpty || draft.SourceHead >= 0 && draft.Source.IsEmpty || !HasWord(draft.Content, syntax))
                continue;
            clean.Add(draft);
        }
        return clean;
    }

    /// <summary>“Asked not to be named”: that is a condition of what is said elsewhere, and nothing that is said.</summary>
    private static bool KeepsName(Draft draft, Syntax syntax)
    {
        if (draft.Rule.Class != CueClass.Verb || draft.Content.IsEmpty)
            return false;
        var last = draft.Content.End - 1;
        for (var t = draft.Content.First; t <= last; t++)
            if (syntax.Tokens[t].Upos == Upos.VERB)
                return syntax.Rules.Unnamed.Contains(syntax.Lemmas[t]) && syntax.Tree.Dependent(t, Relation.AuxPass) >= 0 && syntax.IsNegated(t);
        return false;
    }

    /// <summary>“Was not authorised to speak to the press”: neither the ban nor the speaking is anybody's words.</summary>
    private static bool KeepsSilent(Draft draft, Syntax syntax)
    {
        if (draft.Rule.Class != CueClass.Verb || syntax.Tokens[draft.CueHead].Upos != Upos.VERB)
            return false;
        if (syntax.RelationOf(draft.CueHead) == Relation.Xcomp && IsBan(syntax.Tokens[draft.CueHead].Head))
            return true;
        return IsBan(draft.CueHead) && syntax.Tree.Dependent(draft.CueHead, Relation.Xcomp) is >= 0 and var act && (syntax.Rules.Verbs(syntax.Lemmas[act]).Count > 0 || syntax.Rules.Speaking.Contains(syntax.Lemmas[act]));

        bool IsBan(int verb) => verb >= 0 && syntax.Rules.Permitted.Contains(syntax.Lemmas[verb]) && syntax.IsPassive(verb) && syntax.IsNegated(verb) && syntax.Agent(verb) < 0;
    }

    /// <summary>“Our aim is to support”: whose aim it is supports.</summary>
    private static void HandOnSources(List<Draft> drafts)
    {
        var nouns = drafts.Where(draft => draft.Rule.Class == CueClass.Noun).GroupBy(draft => draft.CueHead).ToDictionary(group => group.Key, group => group.First());
        foreach (var draft in drafts)
            if (draft.SourceHead >= 0 && draft.SourceHead != draft.CueHead && nouns.TryGetValue(draft.SourceHead, out var noun) && noun.SourceHead >= 0)
            {
                draft.Source.Replace(noun.Source);
                draft.SourceHead = noun.SourceHead;
            }
    }

    /// <summary>“She replied: “…””: a colon right behind the cue that leads to the content is part of the cue.</summary>
    private static void TakeInColon(Draft draft, Syntax syntax)
    {
        var end = draft.Cue.End;
        if (end < syntax.Tokens.Length && syntax.Tokens[end].Form == ":" && draft.Rule.Class == CueClass.Verb && draft.Content.List.Any(stretch => stretch.First == end + 1))
            draft.Cue = draft.Cue with { End = end + 1 };
    }

    private static bool HasWord(Stretches content, Syntax syntax) =>
        content.List.Any(stretch =>
        {
            for (var t = stretch.First; t < stretch.End; t++)
                if (syntax.Tokens[t].Upos != Upos.PUNCT)
                    return true;
            return false;
        });

    private void Write(Document document, List<Draft> drafts, Syntax syntax, Quotations quotations, ContentCuts cuts)
    {
        var circumstances = new Circumstances(syntax);
        var voices = new Voices(syntax, quotations);
        var outer = Chains.Outer(drafts);
        Fit(drafts, outer, syntax, quotations, cuts);
        outer = Chains.Outer(drafts);
        var made = new Attribution[drafts.Count];
        var hedges = new HashSet<Attribution>();
        // An outer attribution before those inside it: “we” inside it is its speaker.
        foreach (var i in Chains.OuterFirst(outer))
        {
            var via = outer[i] >= 0 ? made[outer[i]] : null;
            if (via is not null && hedges.Contains(via))
                via = via.Via;
            made[i] = Make(document, drafts[i], via, voices, syntax, quotations, circumstances);
            if (IsHedge(drafts[i], made[i], syntax) || IsVoiceless(drafts[i], made[i], syntax))
                hedges.Add(made[i]);
        }

        foreach (var attribution in made.Where(attribution => !hedges.Contains(attribution)).OrderBy(FirstPlace).ThenBy(attribution => attribution.Cue[0].Start))
        {
            attribution.Id = $"a{document.Attributions.Count + 1}";
            document.Attributions.Add(attribution);
        }
        foreach (var ignored in document.Ignored)
            if (ignored.Repeats is { } repeated)
                foreach (var attribution in document.Attributions)
                    if (attribution.Content.Any(span => span.Overlaps(repeated)))
                        attribution.Repeats.Add(ignored.Span);
    }

    /// <summary>
    /// An inner link says nothing of the words that introduce the outer one (“the dam holds, the engineers say, the mayor claims”), and what it says is part
    /// of what the outer one says, however the tree has hung it.
    /// </summary>
    private static void Fit(List<Draft> drafts, int[] outer, Syntax syntax, Quotations quotations, ContentCuts cuts)
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            if (outer[i] < 0)
                continue;
            var (inner, around) = (drafts[i], drafts[outer[i]]);
            var kept = new Stretches();
            kept.Replace(inner.Content);
            kept.Remove(around.Cue).Remove(around.Source);
            // … nor of those spoken to: “assured the consul that the family intended to settle”.
            if (kept.List.Count > 1 && inner.SourceHead >= 0)
                kept.Narrow(stretch => stretch.End <= inner.Source.First && stretch.End <= around.Content.First && around.Content.First <= inner.CueHead ? default : stretch);
            if (kept.Count < inner.Content.Count)
            {
                kept.Narrow(cuts.Trim);
                if (HasWord(kept, syntax))
                    inner.Content.Replace(kept);
            }
            if (around.Cut is null && quotations.At(inner.CueHead) < 0)
                foreach (var stretch in inner.Content.List)
                    if (stretch.First > inner.CueHead && stretch.First == around.Content.End && syntax.SentenceAt[stretch.End - 1] == syntax.SentenceAt[inner.CueHead])
                    {
                        around.Content.Add(stretch);
                        break;
                    }
        }
    }

    /// <summary>
    /// “We believe that …” in the speaker's own words, “he said he believed that …”: no other voice joins the chain, and nothing is done by saying so,
    /// unlike “we demand that …”. The belief that another reports (“he said he feared that …”) is kept apart from the saying.
    /// </summary>
    private bool IsHedge(Draft draft, Attribution attribution, Syntax syntax)
    {
        if (attribution.Via is not { } outer || !rules.Hedges.Contains(draft.Rule.Polarity) || draft.SourceHead < 0 || draft.Source.Count > 1)
            return false;
        var lemma = syntax.Lemmas[draft.SourceHead];
        return rules.OwnVoice.Contains(lemma) || rules.OwnVoice.Contains(syntax.Tokens[draft.SourceHead].Form) || rules.Addressed.Contains(lemma)
            || draft.Rule.Kind != AttributionKind.Belief && syntax.Tokens[draft.SourceHead].Upos == Upos.PRON && attribution.Speaker is { } speaker && outer.Speaker is { } voice && speaker.Is(voice);
    }

    /// <summary>
    /// “The mayor said they feel that …”: inside somebody's words, a pronoun that points to nobody adds no voice to the chain; “it was seen as …” is a link of its own.
    /// What makes more of its words than a report stays: an event in it has its status from it.
    /// </summary>
    private bool IsVoiceless(Draft draft, Attribution attribution, Syntax syntax) =>
        attribution is { Via: not null, Speaker: null } && rules.StatusOf(attribution) == EventStatus.Reported
        && draft.SourceHead >= 0 && draft.Source.Count == 1 && syntax.Tokens[draft.SourceHead].Upos is Upos.PRON or Upos.DET && !syntax.RelatesToDocument(draft.SourceHead);

    private static int FirstPlace(Attribution attribution) => attribution.Source.Concat(attribution.Cue).Concat(attribution.Content).Min(span => span.Start);

    private Attribution Make(Document document, Draft draft, Attribution? via, Voices voices, Syntax syntax, Quotations quotations, Circumstances circumstances)
    {
        var speakers = voices.Of(draft, via);
        var cue = document.Words(document.SpanOf(draft.Cue.First, draft.Cue.End - 1));
        var source = draft.SourceHead >= 0 ? $"“{draft.Source.ToWords(document)}”" : "nobody named";
        return new()
        {
            Source = draft.Source.ToSpans(document),
            Cue = [document.SpanOf(draft.Cue.First, draft.Cue.End - 1)],
            Content = draft.Content.ToSpans(document),
            Kind = KindOf(draft, syntax, quotations),
            Speaker = speakers.Count > 0 ? speakers[0] : null,
            FurtherSpeakers = speakers.Count > 1 ? speakers[1..] : [],
            Addressees = circumstances.Addressees(draft),
            Medium = circumstances.Medium(draft),
            Date = circumstances.Date(draft),
            Polarity = draft.Polarity,
            Via = via,
            Rule = draft.Rule.Citation,
            Confidence = Math.Round(draft.Confidence, 2),
            CueHead = draft.CueHead,
            Why = $"“{cue}” ascribes to {source}: {draft.Rule.Citation}, {draft.Form}{(draft.Polarity != draft.Rule.Polarity ? ", negated" : "")}; {Ends.Why(draft, syntax, quotations)}.",
        };
    }

    private static AttributionKind KindOf(Draft draft, Syntax syntax, Quotations quotations)
    {
        int quoted = 0, words = 0;
        var inner = quotations.At(draft.CueHead);
        foreach (var stretch in draft.Content.List)
            for (var t = stretch.First; t < stretch.End; t++)
            {
                if (syntax.Tokens[t].Upos == Upos.PUNCT)
                    continue;
                words++;
                if (quotations.At(t) is >= 0 and var q && q != inner)
                    quoted++;
            }
        // A transcript gives the speaker's own words without marks.
        if (words > 0 && quoted == words || draft.Rule == syntax.Rules.Labels)
            return AttributionKind.Direct;
        if (draft.Rule.Kind != AttributionKind.Indirect)
            return draft.Rule.Kind;
        return quoted > 0 ? AttributionKind.Mixed : AttributionKind.Indirect;
    }
}
