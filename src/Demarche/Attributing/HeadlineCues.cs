namespace Demarche.Attributing;

/// <summary>Finds the attributions of headlines by a colon or dash: “Oslo: no new fields”, “No new fields: Oslo”.</summary>
internal sealed class HeadlineCues(Syntax syntax)
{
    private readonly Token[] _tokens = syntax.Tokens;

    public IEnumerable<Draft> Find(Sentence sentence, IReadOnlyList<Draft> others)
    {
        foreach (var rule in syntax.Rules.Headlines)
            for (var t = sentence.First + 1; t < sentence.End - 1; t++)
            {
                if (!rule.Marks.Contains(_tokens[t].Form) || _tokens[t].Form != ":" && !(_tokens[t].SpaceBefore && _tokens[t + 1].SpaceBefore))
                    continue;
                var before = new Stretch(sentence.First, t);
                var after = syntax.Trim(new(t + 1, sentence.End));
                if (IsSpeaker(before, rule) && after.Count >= 2 && !HasSpeaker(after, others, before))
                    yield return Make(rule, t, before, after);
                else if (IsSpeaker(after, rule) && before.Count > after.Count && !HasSpeaker(before, others, after))
                    yield return Make(rule, t, after, before);
                break;
            }
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
            if (_tokens[t].Upos is Upos.VERB or Upos.AUX or Upos.PUNCT or Upos.SCONJ or Upos.ADV or Upos.PRON or Upos.NUM)
                return false;
            named |= document.Mentions.Count > 0 ? document.MentionAt(t) is { Kind: MentionKind.Name or MentionKind.Description } : _tokens[t].Upos == Upos.PROPN;
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
    private bool HasSpeaker(Stretch words, IReadOnlyList<Draft> others, Stretch name)
    {
        var mark = CountryOf(name);
        foreach (var draft in others)
            if (draft.SourceHead >= 0 && words.Contains(draft.Cue) && words.Contains(draft.SourceHead) && _tokens[draft.SourceHead].Upos != Upos.PRON)
                return mark is null || draft.Source.First != words.First || CountryOf(new(draft.Source.First, draft.Source.End)) is not { } other || other == mark;
        // A subject of its own that is an actor, with a verb: the words tell what that actor does.
        for (var t = words.First; t < words.End; t++)
            if (syntax.RelationOf(t) == Relation.Nsubj && t == syntax.Right(t) && _tokens[t].Head >= 0 && _tokens[_tokens[t].Head].Upos == Upos.VERB && _tokens[_tokens[t].Head].Head < 0 && syntax.Document.MentionAt(t) is not null)
                return true;
        return false;
    }
}
