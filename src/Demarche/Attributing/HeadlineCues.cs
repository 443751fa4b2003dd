namespace Demarche.Attributing;

/// <summary>Finds the attributions of headlines by a colon or dash: “Oslo: no new fields”, “No new fields: Oslo”.</summary>
internal sealed class HeadlineCues(Syntax syntax, IReadOnlySet<string> small)
{
    private readonly Token[] _tokens = syntax.Tokens;

    public IEnumerable<Draft> Find(Sentence sentence, IReadOnlyList<Draft> others)
    {
        foreach (var rule in syntax.Rules.Headlines)
            for (var t = sentence.First + 1; t < sentence.End - 1; t++)
            {
                if (!rule.Marks.Contains(_tokens[t].Form) || _tokens[t].Form != ":" && !(_tokens[t].SpaceBefore && _tokens[t + 1].SpaceBefore))
                    continue;
                var before = Shortened(new(sentence.First, t));
                var after = syntax.Trim(new(t + 1, sentence.End));
                if (IsSpeaker(before, rule) && after.Count >= 2 && !HasSpeaker(after, others, before))
                    yield return Make(rule, t, before, after);
                else if (IsSpeaker(after, rule) && before.Count > after.Count && !HasSpeaker(before, others, after, isBehind: true))
                    yield return Make(rule, t, after, before);
                break;
            }
    }

    /// <summary>
    /// “Putin Warns West Against Arming Kyiv”: where every word has a capital, taggers take the verb for a name. A name, then a word that is a verb of saying
    /// with -s, then what is said.
    /// </summary>
    public Draft? TitleCase(Sentence sentence)
    {
        if (!syntax.Document.IsTitleCase(sentence, small))
            return null;
        for (var t = sentence.First + 1; t < Math.Min(sentence.First + 6, sentence.End - 1); t++)
        {
            if (_tokens[t].Upos is Upos.VERB or Upos.AUX or Upos.PUNCT or Upos.SCONJ)
                return null;
            if (_tokens[t].Upos is not (Upos.PROPN or Upos.NOUN) || syntax.Document.MentionAt(t) is { Kind: MentionKind.Name, Actor.Id: not null } || Singular(_tokens[t].Form) is not { } verb || !IsNamed(new(sentence.First, t)))
                continue;
            if (RuleFor(verb, t + 1) is not { } found)
                continue;
            var (rule, first, frame) = found;
            var draft = new Draft(rule, t, new(t, first)) { Form = frame, SourceHead = HeadOf(new(sentence.First, t)), Confidence = rule.Confidence * 0.7 };
            draft.Source.Add(new(sentence.First, t));
            draft.Content.Add(new(first, sentence.End));
            return draft;
        }
        return null;
    }

    // “Warns”, “Denies”, “Pushes”: the dictionary form of a third person, as the codebook may list it.
    private string? Singular(string form)
    {
        var word = form.ToLowerInvariant();
        if (word.Length < 4 || word[^1] != 's' || word[^2] == 's')
            return null;
        if (word.EndsWith("ies", StringComparison.Ordinal) && syntax.Rules.Verbs(word[..^3] + "y").Count > 0)
            return word[..^3] + "y";
        if (syntax.Rules.Verbs(word[..^1]).Count > 0)
            return word[..^1];
        return word.EndsWith("es", StringComparison.Ordinal) && syntax.Rules.Verbs(word[..^2]).Count > 0 ? word[..^2] : null;
    }

    /// <summary>The rule that takes what follows, and where the content begins: “to” and a preposition of the rule decide, else a noun.</summary>
    private (CueRule Rule, int First, string Frame)? RuleFor(string verb, int next)
    {
        var word = _tokens[next].Form.ToLowerInvariant();
        (CueRule, int, string)? best = null;
        foreach (var cue in syntax.Rules.Verbs(verb))
        {
            if (cue.Further.Length > 0 || cue.Rule.Voice == Voice.Passive)
                continue;
            foreach (var frame in cue.Rule.Frames)
            {
                var part = frame.Parts[0];
                if (part.Kind == ComplementKind.Infinitive && word == "to")
                    return (cue.Rule, next, frame.Text);
                if (part.Kind == ComplementKind.Preposition && part.Prepositions.Contains(word))
                    return (cue.Rule, next + 1, frame.Text);
                if (part.Kind is ComplementKind.Noun or ComplementKind.Clause && word != "to" && _tokens[next].Upos != Upos.ADP && !cue.Rule.NeedsDocument)
                    best ??= (cue.Rule, next, frame.Text);
            }
        }
        return best;
    }

    private bool IsNamed(Stretch words)
    {
        var named = false;
        for (var t = words.First; t < words.End; t++)
        {
            if (_tokens[t].Upos is Upos.VERB or Upos.AUX or Upos.PUNCT or Upos.ADP)
                return false;
            named |= syntax.Document.MentionAt(t) is { Kind: MentionKind.Name or MentionKind.Description } || _tokens[t].Upos == Upos.PROPN;
        }
        return named;
    }

    // The token through which a known actor is found, else the last one.
    private int HeadOf(Stretch words)
    {
        for (var t = words.End - 1; t >= words.First; t--)
            if (syntax.Document.MentionAt(t) is { Kind: MentionKind.Name or MentionKind.Description })
                return t;
        return words.End - 1;
    }

    // “Lund to the guild: no boats today”, “Lund on boats: none today”: to whom or on what is no part of the name.
    private Stretch Shortened(Stretch words)
    {
        for (var t = words.First + 1; t < words.End; t++)
            if (_tokens[t].Upos is Upos.ADP or Upos.PART && syntax.Lemmas[t] is "to" or "on")
                return words with { End = t };
        return words;
    }

    private static Draft Make(CueRule rule, int mark, Stretch source, Stretch content)
    {
        var draft = new Draft(rule, mark, new(mark, mark + 1)) { Form = "headline" };
        draft.Source.Add(source);
        draft.Content.Add(content);
        draft.SourceHead = source.End - 1;
        return draft;
    }

    /// <summary>A short noun phrase that names an actor.</summary>
    private bool IsSpeaker(Stretch words, CueRule rule)
    {
        if (words.IsEmpty || words.Count > rule.Longest)
            return false;
        var document = syntax.Document;
        var named = false;
        for (var t = words.First; t < words.End; t++)
        {
            var mentioned = document.Mentions.Count > 0 ? document.MentionAt(t) is { Kind: MentionKind.Name or MentionKind.Description } : _tokens[t].Upos == Upos.PROPN;
            if (!mentioned && _tokens[t].Upos is Upos.VERB or Upos.AUX or Upos.PUNCT or Upos.SCONJ or Upos.ADV or Upos.PRON or Upos.NUM)
                return false;
            named |= mentioned || t == words.End - 1 && (syntax.Rules.Documents.Contains(syntax.Lemmas[t]) || _tokens[t].Xpos == "NNS" && syntax.Rules.Voices.Contains(syntax.Lemmas[t]));
        }
        return named;
    }

    private string? CountryOf(Stretch words)
    {
        for (var t = words.First; t < words.End; t++)
            if (syntax.Document.MentionAt(t) is { Actor: { } actor } && (actor.Country ?? actor.Id) is { } country)
                return country;
        return null;
    }

    // “Lebanon: army moves in, says minister”: where the words after the mark name their own speaker, the name before it is the topic.
    // “Ankara: Yerevan told allies it will not yield”: another's words open what follows, and one side says so of the other.
    private bool HasSpeaker(Stretch words, IReadOnlyList<Draft> others, Stretch name, bool isBehind = false)
    {
        // “Mbeki: Lagos is losing time”, “Lund: the mayor must decide”: a person before the mark speaks; a country may be the topic.
        if ((syntax.Document.MentionAt(name.End - 1) ?? syntax.Document.MentionOver(name.End - 1)) is { Actor.Kind: ActorKind.Person, Kind: MentionKind.Name } || syntax.Rules.Documents.Contains(syntax.Lemmas[name.End - 1]) || syntax.Rules.Voices.Contains(syntax.Lemmas[name.End - 1]))
            return false;
        var mark = CountryOf(name);
        foreach (var draft in others)
            if (draft.SourceHead >= 0 && words.Contains(draft.Cue) && words.Contains(draft.SourceHead) && _tokens[draft.SourceHead].Upos != Upos.PRON)
                return mark is null || draft.Source.First != words.First || CountryOf(new(draft.Source.First, draft.Source.End)) is not { } other || other == mark;
        // “Rebels burned the bridge – army”: who stands behind the mark speaks.
        if (isBehind)
            return false;
        // A subject of its own that is an actor, with a verb, or anything that happened behind a state's own name: the words tell what is done there.
        var isState = (syntax.Document.MentionAt(name.First) ?? syntax.Document.MentionOver(name.First)) is { Kind: MentionKind.Name, Actor: { Kind: ActorKind.State } state } && name.Count == 1 && syntax.Document.PlaceAt(name.First) is { Precision: "country" } or null && state.Name == _tokens[name.First].Form;
        for (var t = words.First; t < words.End; t++)
            if (syntax.RelationOf(t) == Relation.Nsubj && t == syntax.Right(t) && _tokens[t].Head >= 0 && _tokens[_tokens[t].Head].Upos == Upos.VERB && (_tokens[_tokens[t].Head].Head < 0 && syntax.Document.MentionAt(t) is not null || isState && t < _tokens[t].Head && _tokens[_tokens[t].Head].Xpos is "VBZ" or "VBD" or "VBP" && syntax.RelationOf(_tokens[t].Head) is Relation.Root or Relation.Parataxis or Relation.Appos && syntax.Document.MentionAt(t) is not { Actor.Id: not null }))
                return true;
        return false;
    }
}
